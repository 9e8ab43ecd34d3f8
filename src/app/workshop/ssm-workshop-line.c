/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-line.h"

#include <glib/gi18n-lib.h>

#include "ssm-text-area.h"

struct _SsmWorkshopLine
{
  GtkWidget parent_instance;

  SsmDocument *document;
  char *id;    /* of the part, or NULL: it has no letter yet */
  SsmField field;
  char *stage; /* of the criterion to come */
  SsmList list;
  SsmWriting *writing; /* while the keyboard is here */
  gboolean typing;
  gboolean setting;

  GtkWidget *box;
  SsmTextArea *area;
  GtkWidget *hint_place;
  GtkLabel *hint;
};

enum
{
  ENTERED,
  STEPPED,
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmWorkshopLine, ssm_workshop_line, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (SsmWorkshopLine *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
}

static void
show_text (SsmWorkshopLine *self, const char *text)
{
  g_autofree char *shown = ssm_text_area_get_text (self->area);

  if (g_str_equal (shown, text))
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  self->setting = FALSE;
}

static SsmWriting *
begin (SsmWorkshopLine *self)
{
  const SsmPart *stage;

  if (self->id != NULL)
    return ssm_writing_new (self->document, self->id, self->field);
  stage = ssm_map_find (ssm_document_get_map (self->document), self->stage);
  return stage != NULL
           ? ssm_writing_new_criterion (self->document, self->stage, self->list,
                                        ssm_part_n_children (stage, self->list))
           : NULL;
}

static void
finish (SsmWorkshopLine *self)
{
  g_autoptr (SsmWriting) writing = g_steal_pointer (&self->writing);

  if (writing != NULL)
    {
      ssm_writing_finish (writing);
      ssm_document_end_merge (self->document);
    }
}

static void
focus_changed_cb (SsmWorkshopLine *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->area)))
    finish (self);
  else if (self->writing == NULL)
    self->writing = begin (self);
}

/* With the first letter the criterion is in the map, and this line is about it. */
static void
changed_cb (SsmWorkshopLine *self)
{
  g_autofree char *text = ssm_text_area_get_text (self->area);

  if (self->setting)
    return;
  if (self->writing == NULL)
    self->writing = begin (self);
  if (self->writing == NULL)
    return;
  if (self->id == NULL)
    self->id = g_strdup (ssm_writing_get_id (self->writing));
  self->typing = TRUE;
  ssm_writing_set_text (self->writing, text);
  self->typing = FALSE;
}

static gboolean
key_cb (SsmWorkshopLine *self, guint key, guint code, GdkModifierType state)
{
  g_autofree char *text = NULL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[ENTERED], 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      g_signal_emit (self, signals[STEPPED], 0, key == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    case GDK_KEY_BackSpace:
      text = ssm_text_area_get_text (self->area);
      if (*text != '\0')
        return FALSE;
      g_signal_emit (self, signals[EMPTIED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
ssm_workshop_line_grab_focus (GtkWidget *widget)
{
  SsmWorkshopLine *self = SSM_WORKSHOP_LINE (widget);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_place_cursor (get_buffer (self), &end);
  return gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

static void
ssm_workshop_line_dispose (GObject *object)
{
  SsmWorkshopLine *self = SSM_WORKSHOP_LINE (object);

  g_clear_pointer (&self->writing, ssm_writing_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->stage, g_free);
  G_OBJECT_CLASS (ssm_workshop_line_parent_class)->dispose (object);
}

static void
ssm_workshop_line_class_init (SsmWorkshopLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_line_dispose;
  widget_class->grab_focus = ssm_workshop_line_grab_focus;
  signals[ENTERED] = g_signal_new ("entered", SSM_TYPE_WORKSHOP_LINE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEPPED] = g_signal_new ("step", SSM_TYPE_WORKSHOP_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[EMPTIED] = g_signal_new ("emptied", SSM_TYPE_WORKSHOP_LINE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "workshop-line");
}

static void
ssm_workshop_line_init (SsmWorkshopLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->area = g_object_new (SSM_TYPE_TEXT_AREA, NULL);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  self->hint_place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "workshop-hint");
  gtk_box_append (GTK_BOX (self->hint_place), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->area));
  gtk_box_append (GTK_BOX (self->box), self->hint_place);
  gtk_widget_set_visible (self->hint_place, FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), keys);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->area, "notify::has-focus", G_CALLBACK (focus_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static SsmWorkshopLine *
line_new (SsmDocument *document, SsmField field, const char *name)
{
  SsmWorkshopLine *self = g_object_new (SSM_TYPE_WORKSHOP_LINE, NULL);

  self->document = g_object_ref (document);
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return self;
}

GtkWidget *
ssm_workshop_line_new (SsmDocument *document, const char *id, SsmField field, const char *name)
{
  SsmWorkshopLine *self = line_new (document, field, name);

  self->id = g_strdup (id);
  ssm_workshop_line_refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ssm_workshop_line_new_criterion (SsmDocument *document, const char *stage, SsmList list,
                                 const char *name)
{
  SsmWorkshopLine *self = line_new (document, SSM_CRITERION_TEXT, name);

  self->stage = g_strdup (stage);
  self->list = list;
  return GTK_WIDGET (self);
}

const char *
ssm_workshop_line_get_id (SsmWorkshopLine *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_LINE (self), NULL);

  return self->id;
}

gboolean
ssm_workshop_line_refresh (SsmWorkshopLine *self)
{
  const SsmPart *part;

  g_return_val_if_fail (SSM_IS_WORKSHOP_LINE (self), FALSE);

  if (self->id == NULL || self->typing)
    return TRUE;
  if (self->writing != NULL && !ssm_writing_follow (self->writing))
    g_clear_pointer (&self->writing, ssm_writing_free);
  part = ssm_map_find (ssm_document_get_map (self->document), self->id);
  if (part == NULL)
    return FALSE;
  show_text (self, ssm_part_text (part, self->field));
  return TRUE;
}

void
ssm_workshop_line_set_hint (SsmWorkshopLine *self, const char *hint)
{
  g_return_if_fail (SSM_IS_WORKSHOP_LINE (self));

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint_place, hint != NULL);
}

gboolean
ssm_workshop_line_is_written (SsmWorkshopLine *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_LINE (self), FALSE);

  return gtk_widget_has_focus (GTK_WIDGET (self->area));
}
