/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-part-row.h"

#include <glib/gi18n-lib.h>

#include "ssm-choice-row.h"
#include "ssm-field.h"
#include "ssm-field-row.h"
#include "ssm-measure-kinds.h"
#include "ssm-number-row.h"

struct _SsmPartRow
{
  AdwExpanderRow parent_instance;

  SsmDocument *document;
  SsmKind kind;
  char *id;
  GtkWidget *buttons; /* the row of what follows */
  GtkWidget *up;
  GtkWidget *down;
  SsmChoiceRow *figure; /* of a measure, as the next one */
  SsmNumberRow *target;
  SsmFieldRow *text;    /* of a reason, as the next two */
  SsmFieldRow *code;
  SsmChoiceRow *decision;
};

G_DEFINE_FINAL_TYPE (SsmPartRow, ssm_part_row, ADW_TYPE_EXPANDER_ROW)

static void
ssm_part_row_dispose (GObject *object)
{
  SsmPartRow *self = SSM_PART_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_part_row_parent_class)->dispose (object);
}

static void
ssm_part_row_class_init (SsmPartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_part_row_dispose;
}

static void
ssm_part_row_init (SsmPartRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static void
add_row (SsmPartRow *self, gpointer row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static SsmFieldRow *
add_text (SsmPartRow *self, const char *title, SsmField field)
{
  GtkWidget *row = ssm_field_row_new (title);

  ssm_field_row_follow (SSM_FIELD_ROW (row), self->document, field);
  add_row (self, row);
  return SSM_FIELD_ROW (row);
}

static SsmChoiceRow *
add_choice (SsmPartRow *self, const char *title, SsmField field)
{
  SsmChoiceRow *row = g_object_new (SSM_TYPE_CHOICE_ROW, "title", title, NULL);

  ssm_choice_row_follow (row, self->document, field);
  add_row (self, row);
  return row;
}

static void
add_measure_rows (SsmPartRow *self)
{
  /* Translators: which figure of the system a target is for, such as the win rate */
  self->figure = add_choice (self, _ ("Figure"), SSM_MEASURE_KIND);
  self->target = g_object_new (SSM_TYPE_NUMBER_ROW, "title", _ ("Target"), "none",
                               _ ("No target"), NULL);
  ssm_number_row_follow (self->target, self->document, SSM_MEASURE_TARGET);
  add_row (self, self->target);
}

static void
add_reason_rows (SsmPartRow *self)
{
  static const char * const values[] = { "no", "yes", NULL };
  const char *labels[] = { _ ("Somebody decided"), _ ("Nobody decided"), NULL };

  self->text = add_text (self, _ ("Reason"), SSM_REASON_TEXT);
  self->code = add_text (self, _ ("Code"), SSM_REASON_CODE);
  self->decision = add_choice (self, _ ("The buyer"), SSM_REASON_NO_DECISION);
  ssm_choice_row_offer (self->decision, values, labels);
}

static GtkWidget *
button_new (SsmPartRow *self, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_buttons (SsmPartRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *delete
    = button_new (self, "user-trash-symbolic", _ ("Delete"), "parts.delete");

  self->up = button_new (self, "go-up-symbolic", _ ("Move Up"), "parts.up");
  self->down = button_new (self, "go-down-symbolic", _ ("Move Down"), "parts.down");
  gtk_box_append (GTK_BOX (box), self->up);
  gtk_box_append (GTK_BOX (box), self->down);
  gtk_box_append (GTK_BOX (box), delete);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "part-buttons");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  add_row (self, row);
  self->buttons = row;
}

GtkWidget *
ssm_part_row_new (SsmDocument *document, SsmKind kind, const char *id)
{
  SsmPartRow *self = g_object_new (SSM_TYPE_PART_ROW, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->id = g_strdup (id);
  if (kind == SSM_KIND_MEASURE)
    add_measure_rows (self);
  else
    add_reason_rows (self);
  add_buttons (self);
  ssm_part_row_refresh (self);
  return GTK_WIDGET (self);
}

const char *
ssm_part_row_get_id (SsmPartRow *self)
{
  g_return_val_if_fail (SSM_IS_PART_ROW (self), NULL);

  return self->id;
}

/* Rows have no name of themselves for a screen reader. */
static void
set_name (SsmPartRow *self, const char *name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_measure (SsmPartRow *self, SsmMap *map)
{
  const char *kind = ssm_field_text (map, self->id, SSM_MEASURE_KIND);
  g_auto (GStrv) free_kinds = ssm_measure_kinds_free (map, kind);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; free_kinds[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) ssm_measure_kind_name (free_kinds[i]));
  g_ptr_array_add (labels, NULL);
  ssm_choice_row_offer (self->figure, (const char * const *) free_kinds,
                        (const char * const *) labels->pdata);
  ssm_choice_row_show (self->figure, self->id);
  ssm_number_row_set_unit (self->target, ssm_measure_kind_unit (kind));
  ssm_number_row_show (self->target, self->id);
  set_name (self, ssm_measure_kind_name (kind));
}

static void
show_reason (SsmPartRow *self, SsmMap *map)
{
  const char *text = ssm_field_text (map, self->id, SSM_REASON_TEXT);

  ssm_field_row_show (self->text, self->id);
  ssm_field_row_show (self->code, self->id);
  ssm_choice_row_show (self->decision, self->id);
  set_name (self, *text != '\0' ? text : _ ("Empty"));
}

void
ssm_part_row_refresh (SsmPartRow *self)
{
  SsmMap *map;
  SsmPosition position;

  g_return_if_fail (SSM_IS_PART_ROW (self));

  map = ssm_document_get_map (self->document);
  if (!ssm_map_locate (map, self->id, &position))
    return;
  if (self->kind == SSM_KIND_MEASURE)
    show_measure (self, map);
  else
    show_reason (self, map);
  gtk_widget_set_sensitive (self->up, position.index > 0);
  gtk_widget_set_sensitive (self->down, position.index + 1 < ssm_part_n_children (
                                                                position.parent, position.list));
}

void
ssm_part_row_edit (SsmPartRow *self)
{
  g_return_if_fail (SSM_IS_PART_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->text != NULL ? GTK_WIDGET (self->text)
                                            : GTK_WIDGET (self->target));
}
