/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-criterion-row.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-criterion-form.h"
#include "ssm-excerpt.h"
#include "ssm-inspector.h"
#include "ssm-letters.h"

struct _SsmCriterionRow
{
  GtkListBoxRow parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  char *id;

  GtkWidget *head;
  GtkWidget *handle;
  GtkLabel *text;
  GtkLabel *proof;
  GtkLabel *tag;
  SsmCriterionForm *form; /* NULL until it was opened once */
};

G_DEFINE_FINAL_TYPE (SsmCriterionRow, ssm_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
move_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmCriterionRow *self = SSM_CRITERION_ROW (widget);
  int step = g_str_equal (action, "criterion.up") ? -1 : 1;

  ssm_inspector_run (widget, ssm_command_move (ssm_document_get_map (self->document),
                                               self->id, step));
}

static void
send_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmCriterionRow *self = SSM_CRITERION_ROW (widget);
  SsmList list = g_str_equal (action, "criterion.send-entry") ? SSM_LIST_ENTRY
                                                              : SSM_LIST_EXIT;

  ssm_inspector_run (widget, ssm_command_send (ssm_document_get_map (self->document),
                                               self->id, list));
}

static void
delete_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmCriterionRow *self = SSM_CRITERION_ROW (widget);

  ssm_inspector_run (widget, ssm_command_delete (ssm_document_get_map (self->document),
                                                 self->id));
}

static void
open_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmCriterionRow *self = SSM_CRITERION_ROW (widget);

  ssm_criterion_row_set_open (self, !ssm_criterion_row_get_open (self));
}

/* Return, space, or a screen reader. */
static void
activated_cb (SsmCriterionRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "criterion.open", NULL);
}

static void
clicked_cb (SsmCriterionRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activated_cb (self);
}

static void
entered_cb (SsmCriterionRow *self)
{
  ssm_selection_select (self->selection, self->id, SSM_CRITERION_TEXT, SSM_LIST_NONE);
}

static GdkContentProvider *
prepare_drag_cb (SsmCriterionRow *self)
{
  return gdk_content_provider_new_typed (SSM_TYPE_CRITERION_ROW, self);
}

static void
drag_begun_cb (SsmCriterionRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
ssm_criterion_row_dispose (GObject *object)
{
  SsmCriterionRow *self = SSM_CRITERION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_CRITERION_ROW);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_criterion_row_parent_class)->dispose (object);
}

static void
ssm_criterion_row_finalize (GObject *object)
{
  g_free (SSM_CRITERION_ROW (object)->id);
  G_OBJECT_CLASS (ssm_criterion_row_parent_class)->finalize (object);
}

/* Keys of the row are not for the controls of its form. */
static gboolean
pressed_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  return gtk_widget_is_focus (widget)
         && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/* As on the page. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, "criterion.up" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, "criterion.down" },
    { GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "criterion.send-entry" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
      "criterion.send-exit" },
    { GDK_KEY_Delete, GDK_KEY_KP_Delete, 0, "criterion.delete" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers,
                                    pressed_cb, "s", keys[i].action);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, keys[i].modifiers,
                                    pressed_cb, "s", keys[i].action);
    }
}

static void
ssm_criterion_row_class_init (SsmCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_criterion_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ssm_criterion_row_finalize;
  gtk_widget_class_install_action (widget_class, "criterion.up", NULL, move_activated_cb);
  gtk_widget_class_install_action (widget_class, "criterion.down", NULL, move_activated_cb);
  gtk_widget_class_install_action (widget_class, "criterion.send-entry", NULL,
                                   send_activated_cb);
  gtk_widget_class_install_action (widget_class, "criterion.send-exit", NULL,
                                   send_activated_cb);
  gtk_widget_class_install_action (widget_class, "criterion.delete", NULL,
                                   delete_activated_cb);
  gtk_widget_class_install_action (widget_class, "criterion.open", NULL, open_activated_cb);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionRow, head);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionRow, text);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionRow, proof);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionRow, tag);
}

static void
ssm_criterion_row_init (SsmCriterionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "activate", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (self->head, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  gtk_widget_add_controller (self->head, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
}

GtkWidget *
ssm_criterion_row_new (SsmDocument *document, SsmSelection *selection, const char *id)
{
  SsmCriterionRow *self = g_object_new (SSM_TYPE_CRITERION_ROW, NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  self->id = g_strdup (id);
  ssm_criterion_row_refresh (self);
  return GTK_WIDGET (self);
}

const char *
ssm_criterion_row_get_id (SsmCriterionRow *self)
{
  g_return_val_if_fail (SSM_IS_CRITERION_ROW (self), NULL);

  return self->id;
}

static void
show_label (GtkLabel *label, const char *text)
{
  ssm_excerpt_show (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* "Cost or impact quantified. Proof: number. Metrics. 2 of 3" */
static void
update_name (SsmCriterionRow *self, const char *text, const char *proof, const char *letter)
{
  g_autoptr (GString) name = g_string_new (*text != '\0' ? text : _ ("Empty"));
  SsmPosition position;

  if (*proof != '\0')
    g_string_append_printf (name, ". %s", proof);
  if (*letter != '\0')
    g_string_append_printf (name, ". %s", ssm_letter_name (letter));
  if (ssm_map_locate (ssm_document_get_map (self->document), self->id, &position))
    {
      g_string_append (name, ". ");
      /* Translators: the place of a criterion in its list, "2 of 3" */
      g_string_append_printf (name, _ ("%u of %u"), position.index + 1,
                              ssm_part_n_children (position.parent, position.list));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

void
ssm_criterion_row_refresh (SsmCriterionRow *self)
{
  const SsmPart *part;
  const char *proof, *letter;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (SSM_IS_CRITERION_ROW (self));

  part = ssm_map_find (ssm_document_get_map (self->document), self->id);
  text = ssm_excerpt (ssm_part_text (part, SSM_CRITERION_TEXT));
  proof = ssm_part_text (part, SSM_CRITERION_PROOF);
  letter = ssm_part_text (part, SSM_CRITERION_LETTER);
  /* Translators: what a criterion asks for as evidence */
  words = *proof != '\0' ? g_strdup_printf (_ ("Proof: %s"), proof) : g_strdup ("");
  gtk_label_set_text (self->text, text);
  show_label (self->proof, words);
  show_label (self->tag, ssm_letter_tag (letter));
  update_name (self, text, words, letter);
  if (g_str_equal (ssm_selection_get_id (self->selection), self->id))
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  if (ssm_criterion_row_get_open (self))
    ssm_criterion_form_refresh (self->form);
}

gboolean
ssm_criterion_row_get_open (SsmCriterionRow *self)
{
  g_return_val_if_fail (SSM_IS_CRITERION_ROW (self), FALSE);

  return self->form != NULL && gtk_widget_get_visible (GTK_WIDGET (self->form));
}

void
ssm_criterion_row_set_open (SsmCriterionRow *self, gboolean open)
{
  g_return_if_fail (SSM_IS_CRITERION_ROW (self));

  if (open && self->form == NULL)
    {
      GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));

      self->form = SSM_CRITERION_FORM (ssm_criterion_form_new (self->document, self->id));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
    }
  if (self->form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->form), open);
  if (open)
    ssm_criterion_form_refresh (self->form);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

void
ssm_criterion_row_edit_proof (SsmCriterionRow *self)
{
  g_return_if_fail (SSM_IS_CRITERION_ROW (self));

  ssm_criterion_row_set_open (self, TRUE);
  ssm_criterion_form_edit_proof (self->form);
}
