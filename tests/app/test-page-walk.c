/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-walk.h"

#include <string.h>

#include "sample.h"
#include "ssm-area-name.h"
#include "ssm-map-edit.h"
#include "ssm-map-page.h"

static SsmPage *
sample_page (SsmMap **map)
{
  *map = sample_map_new ();
  return ssm_map_page_new (*map, NULL);
}

/* (transfer full): "b2", "A.name", "C:exit". */
static char *
call (const SsmMap *map, const SsmPage *page, int index)
{
  const SsmArea *area;
  const SsmPart *stage;

  if (index < 0)
    return g_strdup ("nowhere");

  area = ssm_page_area (page, (guint) index);
  stage = ssm_map_stage_of (map, area->id, NULL);
  if (area->role == SSM_AREA_CRITERION || stage == NULL)
    {
      g_autoptr (SsmMapIndex) index_of_map = ssm_map_index_new ((SsmMap *) map);

      return ssm_area_text (index_of_map, area);
    }
  if (area->role == SSM_AREA_STAGE)
    return g_strdup (ssm_part_text (stage, SSM_STAGE_NAME));
  if (area->role == SSM_AREA_LIST)
    return g_strdup_printf ("%s:%s", ssm_part_text (stage, SSM_STAGE_NAME),
                            area->list == SSM_LIST_ENTRY ? "entry" : "exit");
  return g_strdup_printf ("%s.%s", ssm_part_text (stage, SSM_STAGE_NAME),
                          ssm_field_info (area->field)->name);
}

static int
find (const SsmMap *map, const SsmPage *page, const char *name)
{
  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      g_autofree char *called = call (map, page, (int) i);

      if (strcmp (called, name) == 0)
        return (int) i;
    }

  g_error ("nothing is called %s", name);
}

static int
step (const SsmPage *page, int from, char way)
{
  switch (way)
    {
    case '<':
      return ssm_page_neighbour (page, from, SSM_WALK_LEFT);
    case '>':
      return ssm_page_neighbour (page, from, SSM_WALK_RIGHT);
    case '^':
      return ssm_page_neighbour (page, from, SSM_WALK_UP);
    case 'v':
      return ssm_page_neighbour (page, from, SSM_WALK_DOWN);
    case 'h':
      return ssm_page_row_end (page, from, FALSE);
    case 'e':
      return ssm_page_row_end (page, from, TRUE);
    case 'n':
      return ssm_page_other_stage (page, from, 1);
    case 'p':
      return ssm_page_other_stage (page, from, -1);
    case 't':
      return ssm_page_next_text (page, from, 1);
    default:
      return ssm_page_next_text (page, from, -1);
    }
}

/* From there, these keys lead to that. */
static const struct
{
  const char *from, *keys, *to;
} ways[] = {
  { "a1", "v", "a2" },
  { "a2", "v", "a3" },
  { "a3", "^", "a2" },
  { "a1", "^", "A.does" },
  { "A.does", "^", "A.name" },
  { "a1", ">", "b1" },
  { "a1", ">>", "C:entry" },
  { "a1", ">>>", "nowhere" },
  { "a1", "<", "nowhere" },
  { "a3", ">", "b2" },
  { "b4", "<", "a3" },
  { "b4", ">", "C:exit" },
  { "A.name", ">>", "C.name" },
  { "A.outcome", ">", "B.outcome" },
  { "a1", "e", "C:entry" },
  { "C:exit", "h", "a3" },
  { "a1", "n", "b1" },
  { "a2", "n", "b1" },
  { "b4", "p", "a3" },
  { "b2", "n", "C:exit" },
  { "A", "n", "B" },
  { "C", "n", "nowhere" },
  { "A", ">", "B" },
  { "A", "v", "A.name" },
  { "A.does", "t", "A:entry" },
  { "a1", "t", "A:exit" },
  { "a3", "t", "A.outcome" },
  { "A.outcome", "t", "B.does" },
  { "A.name", "t", "A.does" },
  { "B.does", "T", "A.outcome" },
  { "b3", "T", "B:entry" },
  { "Sample", "tttt", "A:entry" },
};

static void
test_ways (void)
{
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (SsmPage) page = sample_page (&map);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      int at = find (map, page, ways[i].from);
      g_autofree char *reached = NULL;

      for (const char *key = ways[i].keys; *key != '\0' && at >= 0; key++)
        at = step (page, at, *key);
      reached = call (map, page, at);
      if (strcmp (reached, ways[i].to) != 0)
        g_error ("%s %s leads to %s and not to %s", ways[i].from, ways[i].keys, reached,
                 ways[i].to);
    }
}

/* Arrows reach every cell, and never stop at a thing that cannot be written. */
static void
test_every_cell_is_reached (void)
{
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (SsmPage) page = sample_page (&map);
  guint n = ssm_page_n_areas (page), n_cells = 0, n_reached = 0;
  g_autofree gboolean *reached = g_new0 (gboolean, n);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (int));
  int first = ssm_page_end_cell (page, FALSE);

  reached[first] = TRUE;
  g_array_append_val (waiting, first);
  for (guint at = 0; at < waiting->len; at++, n_reached++)
    {
      for (SsmWalk way = SSM_WALK_LEFT; way <= SSM_WALK_DOWN; way++)
        {
          int next = ssm_page_neighbour (page, g_array_index (waiting, int, at), way);

          if (next >= 0 && !reached[next])
            {
              g_assert_true (ssm_page_is_cell (page, (guint) next));
              reached[next] = TRUE;
              g_array_append_val (waiting, next);
            }
        }
    }

  for (guint i = 0; i < n; i++)
    n_cells += ssm_page_is_cell (page, i) ? 1 : 0;
  g_assert_cmpuint (n_reached, ==, n_cells);
}

/* On a page from right to left the first stage stands on the right. */
static void
test_right_to_left (void)
{
  g_autoptr (SsmMap) plain = sample_map_new ();
  g_autoptr (SsmMap) map
    = ssm_map_with_text (plain, "m-sample", SSM_MAP_LANGUAGE, "ar");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  int a1 = find (map, page, "a1");
  g_autofree char *left = call (map, page, step (page, a1, '<'));
  g_autofree char *right = call (map, page, step (page, a1, '>'));
  g_autofree char *last = call (map, page, step (page, a1, 'e'));

  g_assert_true (ssm_page_is_rtl (page));
  g_assert_cmpstr (left, ==, "b1");
  g_assert_cmpstr (right, ==, "nowhere");
  g_assert_cmpstr (last, ==, "C:entry");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/page-walk/ways", test_ways);
  g_test_add_func ("/app/page-walk/every-cell-is-reached", test_every_cell_is_reached);
  g_test_add_func ("/app/page-walk/right-to-left", test_right_to_left);
  return g_test_run ();
}
