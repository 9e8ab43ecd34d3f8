/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-change-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-change-words.h"
#include "ssm-word-diff.h"

/* Letters in which the sign and the place of a change have room. */
#define PLACE_CHARS 17

struct _SsmChangeList
{
  GtkWidget parent_instance;

  GtkBox *content;
  GPtrArray *turning; /* of GtkBox, owned by the rows: each row, and its two sides */
  GtkSizeGroup *places; /* what is in front of the sides is as wide in every row */
  GtkWidget *heads;
  gboolean narrow;
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmChangeList, ssm_change_list, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @label beside others. GTK measures labels of different scripts side by side one pixel too
 * low, since it forgets their baselines where lines may break; a box has none. */
static void
append_beside (GtkBox *box, GtkWidget *label)
{
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (holder), label);
  gtk_box_append (box, holder);
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_words (PangoAttrList *list, SsmWordsKind kind, gsize start, gsize end)
{
  guint16 soft = kind == SSM_WORDS_ADDED ? 0x3000 : 0x2000;

  if (kind == SSM_WORDS_REMOVED)
    {
      insert_attribute (list, pango_attr_strikethrough_new (TRUE), start, end);
      insert_attribute (list, pango_attr_background_new (0x8000, 0x8000, 0x8000), start, end);
    }
  else
    {
      insert_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      insert_attribute (list, pango_attr_background_new (0x1c1c, 0x7171, 0xd8d8), start, end);
    }
  insert_attribute (list, pango_attr_background_alpha_new (soft), start, end);
}

/* One side of a change: its text with the words of @kind marked. */
static GtkWidget *
side_new (GPtrArray *pieces, SsmWordsKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  GtkWidget *label;

  for (guint i = 0; i < pieces->len; i++)
    {
      const SsmWords *words = g_ptr_array_index (pieces, i);
      gsize start = text->len;

      if (words->kind != SSM_WORDS_SAME && words->kind != kind)
        continue;
      g_string_append (text, words->text);
      if (words->kind == kind)
        mark_words (list, kind, start, text->len);
    }
  label = label_new (text->str, NULL);
  gtk_label_set_attributes (GTK_LABEL (label), list);
  return label;
}

/* What stands where there is no text. */
static const char *
nothing_words (const SsmChange *change, gboolean after)
{
  if (change->kind == SSM_CHANGE_ADDED && !after)
    return _("Not there");
  if (change->kind == SSM_CHANGE_REMOVED)
    return _("Removed");
  if (change->kind == SSM_CHANGE_MOVED)
    return _("In another place");
  if (change->field == SSM_FIELD_NONE)
    return after ? _("Changed") : "";
  return _("Nothing");
}

static void
append_sides (GtkBox *columns, const SsmDiff *diff, const SsmChange *change)
{
  g_autofree char *before = ssm_change_before (diff, change);
  g_autofree char *after = ssm_change_after (diff, change);
  gboolean has_words = change->kind != SSM_CHANGE_MOVED;
  g_autoptr (GPtrArray) pieces = ssm_word_diff (before != NULL ? before : "",
                                                after != NULL ? after : "");

  if (before != NULL)
    append_beside (columns, side_new (pieces, SSM_WORDS_REMOVED));
  else
    append_beside (columns, label_new (nothing_words (change, FALSE), "secondary"));
  if (after != NULL && has_words)
    append_beside (columns, side_new (pieces, SSM_WORDS_ADDED));
  else
    append_beside (columns, label_new (after != NULL ? after : nothing_words (change, TRUE),
                                       after != NULL ? NULL : "secondary"));
}

/* The sign and what has changed. */
static GtkWidget *
place_new (const SsmChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *sign = gtk_label_new (ssm_change_mark (change));
  GtkWidget *place = label_new (ssm_change_place (change), "secondary");

  gtk_widget_add_css_class (sign, "change-sign");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (sign, ssm_change_mark_name (change));
  gtk_label_set_width_chars (GTK_LABEL (place), PLACE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (place), PLACE_CHARS);
  append_beside (GTK_BOX (box), sign);
  append_beside (GTK_BOX (box), place);
  return box;
}

static void
turn (SsmChangeList *self, GtkBox *box)
{
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), orientation);
  gtk_box_set_spacing (box, self->narrow ? 4 : 18);
  if (gtk_widget_has_css_class (GTK_WIDGET (box), "sides"))
    gtk_box_set_homogeneous (box, !self->narrow);
}

/* @box stands upright in a narrow window. */
static void
add_turning (SsmChangeList *self, GtkWidget *box)
{
  g_ptr_array_add (self->turning, box);
  turn (self, GTK_BOX (box));
}

static GtkWidget *
columns_new (SsmChangeList *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  gtk_widget_add_css_class (columns, "sides");
  return columns;
}

static GtkWidget *
row_new (SsmChangeList *self, const SsmDiff *diff, const SsmChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *columns = columns_new (self);
  GtkWidget *place = place_new (change);
  g_autofree char *subject = ssm_change_subject (diff, change);
  g_autofree char *sentence = ssm_change_sentence (diff, change);

  gtk_widget_add_css_class (box, "change");
  gtk_size_group_add_widget (self->places, place);
  gtk_box_append (GTK_BOX (box), place);
  if (subject != NULL)
    gtk_box_append (GTK_BOX (text), label_new (subject, "caption"));
  append_sides (GTK_BOX (columns), diff, change);
  add_turning (self, columns);
  add_turning (self, box);
  gtk_box_append (GTK_BOX (text), columns);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), change->after != NULL);
  if (change->after != NULL)
    g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ssm_part_id (change->after)),
                            g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  return row;
}

static void
row_activated_cb (SsmChangeList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[GO_TO], 0, g_object_get_data (G_OBJECT (row), "id"));
}

/* The number of a stage in its colour, and its name. */
static GtkWidget *
heading_new (const SsmDiff *diff, const SsmChange *change, guint number, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = label_new (name, "heading");
  const SsmMap *map = change->after != NULL ? diff->after : diff->before;

  if (number > 0)
    {
      g_autofree char *digits = g_strdup_printf ("%u", number);
      g_autofree char *colour
        = g_strdup_printf ("stage-%u", ssm_map_stage_colour (map, number - 1) + 1);
      GtkWidget *chip = gtk_label_new (digits);

      gtk_widget_add_css_class (chip, "stage-chip");
      gtk_widget_add_css_class (chip, colour);
      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), chip);
    }
  append_beside (GTK_BOX (box), label);
  gtk_widget_set_valign (gtk_widget_get_last_child (box), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 12);
  return box;
}

static GtkListBox *
append_section (SsmChangeList *self, GtkWidget *heading, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->content, heading);
  gtk_box_append (self->content, list);
  return GTK_LIST_BOX (list);
}

static void
append_heads (SsmChangeList *self, const char *before, const char *after)
{
  GtkWidget *columns = columns_new (self);
  GtkWidget *space = label_new ("", NULL);

  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_size_group_add_widget (self->places, space);
  append_beside (GTK_BOX (columns), label_new (before, "heading"));
  append_beside (GTK_BOX (columns), label_new (after, "heading"));
  gtk_box_append (GTK_BOX (self->heads), space);
  gtk_box_append (GTK_BOX (self->heads), columns);
  gtk_widget_add_css_class (self->heads, "change");
  gtk_widget_set_visible (self->heads, !self->narrow);
  gtk_box_append (self->content, self->heads);
}

static void
clear (SsmChangeList *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->turning, 0);
  self->heads = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
ssm_change_list_dispose (GObject *object)
{
  SsmChangeList *self = SSM_CHANGE_LIST (object);

  g_clear_pointer (&self->turning, g_ptr_array_unref);
  g_clear_object (&self->places);
  if (self->content != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->content));
  self->content = NULL;
  G_OBJECT_CLASS (ssm_change_list_parent_class)->dispose (object);
}

static void
ssm_change_list_class_init (SsmChangeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_change_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[GO_TO] = g_signal_new ("go-to", SSM_TYPE_CHANGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ssm_change_list_init (SsmChangeList *self)
{
  self->turning = g_ptr_array_new ();
  self->places = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
}

void
ssm_change_list_show (SsmChangeList *self, const SsmDiff *diff, const char *before,
                      const char *after)
{
  g_autofree char *last = NULL;
  GtkListBox *list = NULL;

  g_return_if_fail (SSM_IS_CHANGE_LIST (self));

  clear (self);
  append_heads (self, before, after);
  for (guint i = 0; i < diff->changes->len; i++)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i);
      guint number;
      g_autofree char *name = ssm_change_section (diff, change, &number);
      g_autofree char *key = g_strdup_printf ("%u %s", number, name);

      if (g_strcmp0 (key, last) != 0)
        list = append_section (self, heading_new (diff, change, number, name), name);
      gtk_list_box_append (list, row_new (self, diff, change));
      g_free (last);
      last = g_steal_pointer (&key);
    }
}

void
ssm_change_list_set_narrow (SsmChangeList *self, gboolean narrow)
{
  g_return_if_fail (SSM_IS_CHANGE_LIST (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->turning->len; i++)
    turn (self, g_ptr_array_index (self->turning, i));
  if (self->heads != NULL)
    gtk_widget_set_visible (self->heads, !narrow);
}
