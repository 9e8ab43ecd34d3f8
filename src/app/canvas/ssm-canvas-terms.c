/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-canvas-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-area-name.h"
#include "ssm-page-shown.h"
#include "ssm-resources.h"
#include "ssm-terms.h"

/* A text is searched once for as long as the definitions stay the same: a keystroke in one
 * criterion costs one search. */
struct _SsmCanvasTerms
{
  SsmMap *map; /* whose definitions these are */
  SsmTermFinder *finder;
  GHashTable *spans; /* text → GArray of SsmTermSpan */
};

void
ssm_canvas_terms_free (SsmCanvasTerms *terms)
{
  g_clear_pointer (&terms->map, ssm_part_unref);
  g_clear_pointer (&terms->finder, ssm_term_finder_free);
  g_clear_pointer (&terms->spans, g_hash_table_unref);
  g_free (terms);
}

static gboolean
has_definitions_of (const SsmMap *map, const SsmMap *other)
{
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);

  if (ssm_part_n_children (other, SSM_LIST_DEFINITIONS) != n
      || !g_str_equal (ssm_map_language (map), ssm_map_language (other)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (ssm_part_child (map, SSM_LIST_DEFINITIONS, i)
        != ssm_part_child (other, SSM_LIST_DEFINITIONS, i))
      return FALSE;
  return TRUE;
}

static void
learn (SsmCanvas *self)
{
  SsmCanvasTerms *terms = self->terms;

  if (terms != NULL && has_definitions_of (self->map, terms->map))
    return;
  g_clear_pointer (&self->terms, ssm_canvas_terms_free);
  terms = self->terms = g_new0 (SsmCanvasTerms, 1);
  terms->map = ssm_part_ref (self->map);
  terms->finder = ssm_term_finder_new (self->map);
  terms->spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
}

static gboolean
may_have_terms (const SsmArea *area)
{
  return area->field == SSM_CRITERION_TEXT || area->field == SSM_STAGE_DOES
         || area->field == SSM_DEFINITION_TEXT;
}

/* Owned by what is remembered; NULL for a text that is not searched. What a definition
 * says of itself needs no mark. */
static GArray *
find_spans (SsmCanvas *self, const SsmArea *area, const char *text)
{
  GArray *spans;

  if (!may_have_terms (area) || *text == '\0')
    return NULL;
  learn (self);
  spans = g_hash_table_lookup (self->terms->spans, text);
  if (spans == NULL)
    {
      spans = ssm_term_finder_find (self->terms->finder, text);
      g_hash_table_insert (self->terms->spans, g_strdup (text), spans);
    }
  return spans;
}

static gboolean
is_of_itself (const SsmArea *area, const SsmTermSpan *span)
{
  return g_str_equal (area->id, ssm_part_id (span->definition));
}

/* (transfer full): "SQL: Fits the ICP." */
static char *
explain (const SsmPart *definition)
{
  const char *term = ssm_part_text (definition, SSM_DEFINITION_TERM);
  const char *text = ssm_part_text (definition, SSM_DEFINITION_TEXT);

  /* Translators: a term and its definition */
  return *text != '\0' ? g_strdup_printf (_ ("%s: %s"), term, text) : g_strdup (term);
}

static void
add_marks (SsmCanvas *self, guint index, const char *text, const SsmTermSpan *span,
           GArray *marks)
{
  guint n = 0;
  g_autofree SsmRect *rects
    = ssm_page_area_words (self->page, index, text, span->start, span->end, &n);

  for (guint i = 0; i < n; i++)
    {
      SsmTermMark mark = { rects[i], explain (span->definition) };

      g_array_append_val (marks, mark);
    }
}

static void
mark_area (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  g_autoptr (GArray) marks = ssm_term_marks_new ();
  g_autofree char *text = ssm_area_text (self->index, area);
  GArray *spans = find_spans (self, area, text);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const SsmTermSpan *span = &g_array_index (spans, SsmTermSpan, i);

      if (!is_of_itself (area, span))
        add_marks (self, index, text, span, marks);
    }
  ssm_block_set_marks (g_ptr_array_index (self->by_index, index), marks);
}

void
ssm_canvas_update_terms (SsmCanvas *self)
{
  for (guint i = 0; i < self->by_index->len; i++)
    mark_area (self, i);
}

char *
ssm_canvas_term_words (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  g_autofree char *text = ssm_area_text (self->index, area);
  GArray *spans = find_spans (self, area, text);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const SsmTermSpan *span = &g_array_index (spans, SsmTermSpan, i);
      g_autofree char *one = explain (span->definition);

      if (!is_of_itself (area, span) && strstr (words->str, one) == NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", one);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Takes @label: user's words, where "_" is no mnemonic. */
static void
append (GMenu *menu, char *label, const char *action, const char *target)
{
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", pieces);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
  g_free (label);
}

static void
append_known (SsmCanvas *self, const SsmArea *area, GMenu *menu)
{
  g_autofree char *text = ssm_area_text (self->index, area);
  GArray *spans = find_spans (self, area, text);
  const SsmPart *before = NULL;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const SsmPart *definition = g_array_index (spans, SsmTermSpan, i).definition;

      if (definition != before)
        append (menu,
                g_strdup_printf (_ ("Show Definition of “%s”"),
                                 ssm_part_text (definition, SSM_DEFINITION_TERM)),
                "win.go-to", ssm_part_id (definition));
      before = definition;
    }
}

GMenu *
ssm_canvas_term_section (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  GMenu *menu = g_menu_new ();
  g_auto (GStrv) unknown
    = ssm_map_undefined_terms (self->map, ssm_resources_words (ssm_map_language (self->map)),
                               area->id);

  append_known (self, area, menu);
  for (guint i = 0; unknown[i] != NULL; i++)
    append (menu, g_strdup_printf (_ ("Define “%s”"), unknown[i]), "win.define", unknown[i]);
  return menu;
}

GMenu *
ssm_canvas_definition_menu (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();

  g_menu_append (menu, _ ("Edit Definition"), "canvas.edit-end");
  append (menu, g_strdup (_ ("Show Uses")), "win.go-to", area->id);
  g_menu_append (menu, _ ("Take off the Page"), "canvas.unpin");
  g_menu_append (clipboard, _ ("Copy"), "canvas.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  return menu;
}

gboolean
ssm_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key,
                          GtkTooltip *tooltip)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  double page_x = (x - self->x) / self->scale, page_y = (y - self->y) / self->scale;
  int index = ssm_page_hit (self->page, page_x, page_y);
  const char *words = NULL;

  if (index >= 0 && !by_key)
    words = ssm_block_words_at (g_ptr_array_index (self->by_index, (guint) index), page_x,
                                page_y);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
unpin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  ssm_canvas_run (self, ssm_command_pin (self->map, ssm_selection_get_id (self->selection),
                                         FALSE));
}

void
ssm_canvas_class_add_term_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.unpin", NULL, unpin_activated);
}
