/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deals.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-deal-clock.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-import.h"
#include "ssm-input.h"
#include "ssm-resources.h"
#include "ssm-table-input.h"
#include "ssm-xml-read.h"

static const char *
call_deal (const SsmPart *deal)
{
  const char *name = ssm_part_text (deal, SSM_DEAL_NAME);

  return *name != '\0' ? name : ssm_part_id (deal);
}

/* Its answers stay in the book; nothing here can show them in their place. */
static void
say_strays (const SsmDeals *self, const SsmPart *deal)
{
  g_autoptr (GPtrArray) strays = ssm_deal_strays (self->path, deal);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (strays->len == 0)
    return;
  for (guint i = 0; i < strays->len; i++)
    {
      const SsmPart *answer = g_ptr_array_index (strays, i);
      const char *said = ssm_part_text (answer, SSM_ANSWER_WORDS);

      g_string_append_printf (
          words, "%s“%s”", i > 0 ? ", " : "",
          *said != '\0' ? said : ssm_part_text (answer, SSM_ANSWER_CRITERION));
    }
  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "“%s”: %u answer is to a criterion that the map does "
                                    "not have any more, and does not count: %s",
                                    "“%s”: %u answers are to criteria that the map does "
                                    "not have any more, and do not count: %s",
                                    strays->len),
                       call_deal (deal), strays->len, words->str);
  ssm_console_say (self->name, text);
}

static void
say_stage (const SsmDeals *self, const SsmPart *deal)
{
  const char *stage = ssm_part_text (deal, SSM_DEAL_CLAIMED);
  g_autofree char *text = NULL;

  if (*stage == '\0' || ssm_map_find (self->path->map, stage) != NULL)
    return;
  text = g_strdup_printf (
      _("“%s”: the map has no stage “%s”; say in the deal book where it "
         "is"),
      call_deal (deal), stage);
  ssm_console_say (self->name, text);
}

static void
say_notes (const SsmDeals *self, GPtrArray *notes)
{
  const char *map = ssm_part_text (self->book, SSM_BOOK_MAP);

  for (guint i = 0; i < notes->len; i++)
    {
      const SsmXmlNote *note = g_ptr_array_index (notes, i);
      g_autofree char *place = g_strdup_printf ("%s:%u", self->name, note->line);

      ssm_console_say (note->line > 0 ? place : self->name, note->message);
    }
  if (*map != '\0' && !g_str_equal (map, ssm_part_id (self->path->map)))
    {
      g_autofree char *text =
          g_strdup_printf (_("these deals belong to the map “%s”, and "
                              "this is the map “%s”"),
                           map, ssm_part_id (self->path->map));

      ssm_console_say (self->name, text);
    }
  for (guint i = 0; i < ssm_book_n_deals (self->book); i++)
    {
      say_stage (self, ssm_book_deal (self->book, i));
      say_strays (self, ssm_book_deal (self->book, i));
    }
}

static int
read_book (SsmDeals *self, const SsmDealSource *source)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_deal_source_read (source, &error);

  if (bytes != NULL)
    self->book = ssm_xml_read_book (bytes, self->name, &notes, &error);
  if (self->book == NULL)
    return ssm_console_fail (self->name, error);
  ssm_deal_path_take_usual (self->path, self->book);
  say_notes (self, notes);
  return SSM_EXIT_YES;
}

static int
read_table (SsmDeals *self, const SsmDealSource *source, const SsmArguments *arguments,
            const char *date)
{
  const SsmMap *map = self->path->map;
  g_autoptr (SsmBook) empty = ssm_book_new (ssm_part_id (map));
  g_autoptr (SsmDealImport) import = NULL;
  g_autoptr (SsmTableInput) input = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  input =
      ssm_table_input_new (source->operand, source->bytes, map, NULL, arguments, &status);
  if (input == NULL)
    return status;
  import = ssm_deal_import_new (input->source, input->mapping, map, empty, date, &error);
  if (import == NULL || !ssm_deal_clock_take (self->path, input, &error))
    return ssm_console_fail (self->name, error);
  ssm_table_input_say (input, ssm_deal_reader_report (import->reader));
  self->book = ssm_part_ref (import->book);
  return SSM_EXIT_YES;
}

SsmDeals *
ssm_deals_new (const SsmDealSource *source,
               const SsmMap *map,
               const SsmArguments *arguments,
               const char *date,
               int *status)
{
  g_autoptr (SsmDeals) self = g_new0 (SsmDeals, 1);

  self->name = ssm_input_name (source->operand);
  self->path = ssm_deal_path_new (map, ssm_resources_words (ssm_map_language (map)));
  self->is_table = source->is_table;
  *status = self->is_table ? read_table (self, source, arguments, date)
                           : read_book (self, source);
  return *status == SSM_EXIT_YES ? g_steal_pointer (&self) : NULL;
}

void
ssm_deals_free (SsmDeals *deals)
{
  if (deals == NULL)
    return;

  g_free (deals->name);
  g_clear_pointer (&deals->book, ssm_part_unref);
  g_clear_pointer (&deals->path, ssm_deal_path_free);
  g_free (deals);
}

SsmPart *
ssm_deals_find (const SsmDeals *deals, const char *id)
{
  SsmPart *deal = ssm_book_find (deals->book, id, NULL);

  for (guint i = 0; deal == NULL && i < ssm_book_n_deals (deals->book); i++)
    if (g_str_equal (ssm_part_text (ssm_book_deal (deals->book, i), SSM_DEAL_CRM), id))
      deal = ssm_book_deal (deals->book, i);
  return deal;
}
