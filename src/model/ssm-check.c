/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The four questions at the end of the exercise, answered from the map itself. */

#include "ssm-check.h"

#include <glib/gi18n-lib.h>

#include "ssm-lint-private.h"

/* Days before a review at which it is spoken of. */
#define REVIEW_NOTICE 7

static const char * const check_ids[SSM_N_CHECKS] = { "blocks", "criteria", "page", "deal" };

static const char * const block_names[] = {
  NC_("block", "Sourcing"),
  NC_("block", "Qualification"),
  NC_("block", "Discovery"),
  NC_("block", "Proposal"),
  NC_("block", "Negotiation"),
  /* Translators: the step in which a deal is won or lost */
  NC_("block", "Close"),
  NC_("block", "Expansion"),
};

const char *
ssm_block_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (block_names), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "block", block_names[index]);
}

char *
ssm_stage_title (const SsmPart *stage, guint index)
{
  const char *name = ssm_part_text (stage, SSM_STAGE_NAME);

  if (*name == '\0')
    return g_strdup_printf (_("Stage %u"), index + 1);
  return g_strdup_printf ("%u %s", index + 1, name);
}

gboolean
ssm_is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

guint
ssm_stage_n_written (const SsmPart *stage, SsmList list)
{
  guint n = 0;

  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    if (!ssm_is_blank (ssm_part_text (ssm_part_child (stage, list, i),
                                      SSM_CRITERION_TEXT)))
      n++;
  return n;
}

char *
ssm_missing_message (const SsmPart *stage, guint index, SsmList list)
{
  g_autofree char *title = ssm_stage_title (stage, index);

  if (list == SSM_LIST_ENTRY)
    return g_strdup_printf (_("%s has no enter criteria."), title);
  return g_strdup_printf (_("%s has no leave criteria."), title);
}

/* Takes @detail. */
static void
answer (SsmSelfCheck *self, SsmCheckId id, gboolean ok, char *detail, const char *go_to)
{
  SsmCheck *check = &self->checks[id];

  check->id = check_ids[id];
  check->ok = ok;
  check->detail = detail;
  check->go_to = g_strdup (go_to);
  if (ok)
    self->n_ok++;
}

static gboolean
has_block (const SsmMap *map, const char *block)
{
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    if (g_str_equal (ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_BLOCK), block))
      return TRUE;
  return FALSE;
}

static guint
block_of (const SsmPart *stage)
{
  guint block = 0;

  while (ssm_blocks[block] != NULL
         && !g_str_equal (ssm_part_text (stage, SSM_STAGE_BLOCK), ssm_blocks[block]))
    block++;
  return block;
}

/* The stage to look at when no one belongs to @block: one that belongs to none yet, or else
 * the one in front of which @block would stand. NULL where there are no stages. */
static const char *
place_for_block (const SsmMap *map, guint block)
{
  guint n = ssm_map_n_stages (map);

  for (guint i = 0; i < n; i++)
    if (*ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_BLOCK) == '\0')
      return ssm_part_id (ssm_map_stage (map, i));
  for (guint i = 0; i < n; i++)
    if (block_of (ssm_map_stage (map, i)) > block)
      return ssm_part_id (ssm_map_stage (map, i));
  return n > 0 ? ssm_part_id (ssm_map_stage (map, n - 1)) : NULL;
}

static void
check_blocks (SsmSelfCheck *self, const SsmMap *map)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  const char *place = NULL;

  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    if (!has_block (map, ssm_blocks[i]))
      {
        place = place != NULL ? place : place_for_block (map, i);
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                                ssm_block_name (i));
      }

  if (missing->len == 0)
    answer (self, SSM_CHECK_BLOCKS, TRUE, g_strdup (_("All seven blocks are mapped.")), NULL);
  else
    answer (self, SSM_CHECK_BLOCKS, FALSE,
            g_strdup_printf (_("No stage belongs to: %s."), missing->str), place);
}

static void
check_criteria (SsmSelfCheck *self, const SsmMap *map)
{
  static const SsmList sides[] = { SSM_LIST_ENTRY, SSM_LIST_EXIT };

  if (ssm_map_n_stages (map) == 0)
    {
      answer (self, SSM_CHECK_CRITERIA, FALSE, g_strdup (_("There are no stages yet.")), NULL);
      return;
    }

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
      if (ssm_stage_n_written (ssm_map_stage (map, i), sides[side]) == 0)
        {
          const SsmPart *stage = ssm_map_stage (map, i);

          answer (self, SSM_CHECK_CRITERIA, FALSE,
                  ssm_missing_message (stage, i, sides[side]), ssm_part_id (stage));
          return;
        }
  answer (self, SSM_CHECK_CRITERIA, TRUE,
          g_strdup (_("Every stage has enter and leave criteria.")), NULL);
}

static int
find_nameless_stage (const SsmMap *map)
{
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    if (ssm_is_blank (ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_NAME)))
      return (int) i;
  return -1;
}

static gboolean
has_definition (const SsmMap *map)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);

      if (!ssm_is_blank (ssm_part_text (definition, SSM_DEFINITION_TERM))
          && !ssm_is_blank (ssm_part_text (definition, SSM_DEFINITION_TEXT)))
        return TRUE;
    }
  return FALSE;
}

static void
check_page (SsmSelfCheck *self, const SsmMap *map, const char *page_problem)
{
  int nameless = find_nameless_stage (map);

  if (ssm_map_n_stages (map) == 0)
    answer (self, SSM_CHECK_PAGE, FALSE, g_strdup (_("There are no stages yet.")), NULL);
  else if (ssm_is_blank (ssm_map_text (map, SSM_MAP_TITLE)))
    answer (self, SSM_CHECK_PAGE, FALSE, g_strdup (_("The map has no title.")),
            ssm_part_id (map));
  else if (nameless >= 0)
    answer (self, SSM_CHECK_PAGE, FALSE,
            g_strdup_printf (_("Stage %u has no name."), (guint) nameless + 1),
            ssm_part_id (ssm_map_stage (map, (guint) nameless)));
  else if (page_problem != NULL)
    answer (self, SSM_CHECK_PAGE, FALSE, g_strdup (page_problem), NULL);
  else if (!has_definition (map))
    answer (self, SSM_CHECK_PAGE, FALSE,
            g_strdup (_("No word is defined yet. Lead, SQL and qualified discovery are the "
                        "usual three.")),
            NULL);
  else
    answer (self, SSM_CHECK_PAGE, TRUE, g_strdup (_("The one-page map is complete.")), NULL);
}

static void
check_deal (SsmSelfCheck *self, guint diagnosed)
{
  if (diagnosed == 0)
    answer (self, SSM_CHECK_DEAL, FALSE,
            g_strdup (_("No live deal has been diagnosed yet.")), NULL);
  else
    answer (self, SSM_CHECK_DEAL, TRUE,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u live deal is diagnosed.",
                                          "%u live deals are diagnosed.", diagnosed),
                             diagnosed),
            NULL);
}

SsmSelfCheck *
ssm_self_check_new (const SsmMap *map, const char *page_problem, guint diagnosed)
{
  SsmSelfCheck *self;

  g_return_val_if_fail (map != NULL, NULL);

  self = g_new0 (SsmSelfCheck, 1);
  check_blocks (self, map);
  check_criteria (self, map);
  check_page (self, map, page_problem);
  check_deal (self, diagnosed);
  return self;
}

void
ssm_self_check_free (SsmSelfCheck *check)
{
  if (check == NULL)
    return;

  for (guint i = 0; i < SSM_N_CHECKS; i++)
    {
      g_free (check->checks[i].detail);
      g_free (check->checks[i].go_to);
    }
  g_free (check);
}

gboolean
ssm_review_is_due (const SsmMap *map, const char *today)
{
  GDate review, now;

  g_return_val_if_fail (today != NULL, FALSE);

  return ssm_parse_date (ssm_map_text (map, SSM_EDITION_REVIEW), &review)
         && ssm_parse_date (today, &now)
         && g_date_days_between (&now, &review) <= REVIEW_NOTICE;
}
