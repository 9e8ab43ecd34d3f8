/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map → page → blocks: what happens when the map has become another one. */

#include "ssm-canvas-structure.h"

#include <adwaita.h>

#include "ssm-area-name.h"
#include "ssm-canvas-deal.h"
#include "ssm-canvas-terms.h"
#include "ssm-check.h"
#include "ssm-map-page.h"
#include "ssm-page-walk.h"
#include "ssm-version-words.h"

static void
block_focused_cb (SsmBlock *block, SsmCanvas *self)
{
  ssm_canvas_note_selected (self, (int) ssm_block_get_index (block));
}

/* Puts @block behind @previous among the children of @parent; it keeps the keyboard. */
static void
put_block (GtkWidget *block, GtkWidget *parent, GtkWidget *previous)
{
  GtkWidget *now = gtk_widget_get_parent (block);
  gboolean has_focus = gtk_widget_is_focus (block);

  if (now == parent && gtk_widget_get_prev_sibling (block) == previous)
    return;

  if (now != NULL && now != parent)
    gtk_widget_unparent (block);
  gtk_widget_insert_after (block, parent, previous);
  /* The window means to move the keyboard on from a widget that was taken out, later. */
  if (has_focus && now != parent)
    gtk_widget_grab_focus (block);
}

/* (transfer full): two areas of a page may show the same thing, as a stage in two bands
 * would; each further one gets a name of its own. */
static char *
unique_key (GHashTable *taken, const SsmArea *area)
{
  char *key = ssm_block_key (area);

  while (g_hash_table_contains (taken, key))
    {
      char *longer = g_strconcat (key, "+", NULL);

      g_free (key);
      key = longer;
    }

  return key;
}

/* (transfer full): the block that showed @key before, else a new one. */
static GtkWidget *
take_block (SsmCanvas *self, const char *key, const SsmArea *area)
{
  gpointer old_key = NULL, old_block = NULL;
  GtkWidget *block;

  if (g_hash_table_steal_extended (self->blocks, key, &old_key, &old_block))
    {
      g_free (old_key);
      return old_block;
    }

  block = g_object_ref_sink (ssm_block_new (area->role));
  g_signal_connect (block, "focused", G_CALLBACK (block_focused_cb), self);
  return block;
}

static void
drop_blocks (GHashTable *blocks)
{
  GHashTableIter iter;
  gpointer block;

  g_hash_table_iter_init (&iter, blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    {
      if (gtk_widget_get_parent (block) != NULL)
        gtk_widget_unparent (block);
    }
}

/* Keeps the block of everything that was there before, by id, so that the keyboard and a
 * screen reader stay where they are while the page changes around them. */
static void
reconcile (SsmCanvas *self)
{
  guint n = ssm_page_n_areas (self->page);
  g_autoptr (GHashTable) blocks
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autofree GtkWidget **last = g_new0 (GtkWidget *, n + 1);
  GPtrArray *by_index = g_ptr_array_new_full (n, NULL);
  g_autoptr (GHashTable) gone = NULL;

  for (guint i = 0; i < n; i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);
      char *key = unique_key (blocks, area);
      GtkWidget *block = take_block (self, key, area);
      GtkWidget *parent = area->parent < 0
                            ? GTK_WIDGET (self)
                            : g_ptr_array_index (by_index, (guint) area->parent);

      put_block (block, parent, last[area->parent + 1]);
      last[area->parent + 1] = block;
      ssm_block_set_area (SSM_BLOCK (block), self->page, i);
      g_hash_table_insert (blocks, key, block);
      g_ptr_array_add (by_index, block);
    }

  gone = g_steal_pointer (&self->blocks);
  self->blocks = g_steal_pointer (&blocks);
  g_ptr_array_unref (self->by_index);
  self->by_index = by_index;
  drop_blocks (gone);
}

/* TRUE where the page asks for a text or a first criterion. */
static gboolean
is_empty (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  g_autofree char *text = NULL;

  if (area->role == SSM_AREA_LIST)
    return ssm_page_n_criteria (self->page, (int) index) == 0;
  if (area->field == SSM_FIELD_NONE || *area->prompt == '\0'
      || (int) index == ssm_canvas_written (self))
    return FALSE;

  text = ssm_area_text (self->index, area);
  return *text == '\0';
}

/* (transfer full): @words, all but the empty of which are sentences. */
static char *
join_sentences (const char * const *words)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (; *words != NULL; words++)
    if (**words != '\0')
      g_string_append_printf (all, "%s%s",
                              all->len == 0                        ? ""
                              : all->str[all->len - 1] == '.' ? " "
                                                                   : ". ",
                              *words);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

void
ssm_canvas_update_names (SsmCanvas *self)
{
  g_autofree char *title = ssm_map_name (self->map);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  for (guint i = 0; i < self->by_index->len; i++)
    {
      SsmBlock *block = g_ptr_array_index (self->by_index, i);
      g_autofree char *name = ssm_area_name (self->index, self->page, i);
      g_autofree char *description = ssm_area_description (self->index, self->page, i);
      g_autofree char *terms = ssm_canvas_term_words (self, i);
      g_autofree char *deal = ssm_canvas_deal_words (self, i);
      g_autofree char *all
        = join_sentences ((const char *[]) { description, terms, deal, NULL });

      ssm_block_set_names (block, name, all);
    }
}

void
ssm_canvas_update_prompts (SsmCanvas *self)
{
  for (guint i = 0; i < self->by_index->len; i++)
    ssm_block_set_empty (g_ptr_array_index (self->by_index, i), is_empty (self, i));
}

static void
update_marks (SsmCanvas *self)
{
  g_autofree char *today = ssm_version_today ();
  gboolean review_is_due = ssm_review_is_due (self->map, today);

  for (guint i = 0; i < self->by_index->len; i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);
      gboolean unvisited = area->role == SSM_AREA_CRITERION
                           && ssm_selection_is_unvisited (self->selection, area->id);

      ssm_block_set_unvisited (g_ptr_array_index (self->by_index, i), unvisited);
      ssm_block_set_due (g_ptr_array_index (self->by_index, i),
                         review_is_due && area->field == SSM_EDITION_REVIEW);
    }
}

/* What stands now where the selected thing was before it went. */
static void
reselect (SsmCanvas *self, const SsmPage *before, int old)
{
  const SsmArea *area;
  int index;

  if (old < 0 || ssm_canvas_selected (self) >= 0)
    return;

  area = ssm_page_area (before, (guint) old);
  index = ssm_page_hit (self->page, area->rect.x + area->rect.width / 2,
                        area->rect.y + area->rect.height / 2);
  if (index < 0)
    {
      ssm_selection_set_id (self->selection, NULL);
      return;
    }

  if (ssm_page_area (self->page, (guint) index)->role == SSM_AREA_LIST
      && ssm_page_n_criteria (self->page, index) > 0)
    index = ssm_page_criterion (self->page, index, G_MAXUINT - 1);
  ssm_canvas_note_selected (self, index);
}

static SsmMap *
map_to_show (SsmCanvas *self)
{
  if (self->trial != NULL)
    return self->trial;
  return self->writing != NULL ? ssm_writing_get_shown (self->writing)
                               : ssm_document_get_map (self->document);
}

/* (transfer full): what the paper's foot says of a map that has a file, else NULL. */
static char *
file_name (SsmCanvas *self)
{
  GFile *file = ssm_document_get_file (self->document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

static void
set_page (SsmCanvas *self, SsmMap *map)
{
  g_autofree char *footer = file_name (self);
  SsmPageOptions options = {
    .theme = self->high_contrast ? SSM_THEME_OUTLINE : SSM_THEME_COLOUR,
    .footer = footer,
    .source_embedded = footer != NULL,
  };

  g_clear_pointer (&self->before, ssm_part_unref);
  self->before = self->map;
  self->map = ssm_part_ref (map);
  g_clear_pointer (&self->index, ssm_map_index_free);
  self->index = ssm_map_index_new (map);
  g_clear_pointer (&self->page, ssm_page_unref);
  self->page = ssm_map_page_new (map, &options);
  g_clear_pointer (&self->paper, gsk_render_node_unref);
}

void
ssm_canvas_refresh (SsmCanvas *self)
{
  SsmMap *map = map_to_show (self);
  g_autoptr (SsmPage) before = NULL;
  gboolean had_keyboard = ssm_canvas_has_keyboard (self);
  int selected;

  if (map == self->map)
    return;

  before = self->page != NULL ? ssm_page_ref (self->page) : NULL;
  selected = before != NULL ? ssm_canvas_selected (self) : -1;
  set_page (self, map);
  reconcile (self);
  ssm_canvas_update_names (self);
  ssm_canvas_update_terms (self);
  update_marks (self);
  ssm_canvas_update_prompts (self);
  reselect (self, before, selected);
  ssm_canvas_update_editor (self);
  ssm_canvas_update_add (self);
  ssm_canvas_update_insert (self);
  ssm_canvas_update_actions (self);
  if (had_keyboard && !ssm_canvas_has_keyboard (self))
    ssm_canvas_focus_selected (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "page");
}

void
ssm_canvas_reveal (SsmCanvas *self, int index)
{
  graphene_rect_t rect;

  if (index < 0)
    return;

  rect = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) index)->rect);
  g_signal_emit_by_name (self, "reveal", (double) rect.origin.x, (double) rect.origin.y,
                         (double) rect.size.width, (double) rect.size.height);
}

static void
selection_changed_cb (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  for (guint i = 0; i < self->by_index->len; i++)
    ssm_block_set_selected (g_ptr_array_index (self->by_index, i), (int) i == index);

  ssm_canvas_update_add (self);
  ssm_canvas_update_insert (self);
  ssm_canvas_update_actions (self);
  ssm_canvas_reveal (self, index);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
map_changed_cb (SsmCanvas *self)
{
  if (self->writing != NULL)
    ssm_canvas_follow_writing (self);
  ssm_canvas_refresh (self);
}

/* The same map, but another page of it. */
static void
show_anew (SsmCanvas *self)
{
  g_clear_pointer (&self->map, ssm_part_unref);
  ssm_canvas_refresh (self);
}

static void
contrast_changed_cb (SsmCanvas *self)
{
  gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  if (self->high_contrast == high)
    return;

  self->high_contrast = high;
  show_anew (self);
}

void
ssm_canvas_connect (SsmCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->high_contrast = adw_style_manager_get_high_contrast (style);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (contrast_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::map", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (show_anew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "restored", G_CALLBACK (ssm_canvas_show_restored), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "visited", G_CALLBACK (update_marks),
                           self, G_CONNECT_SWAPPED);
}
