/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-colour-choice.h"

#include <glib/gi18n-lib.h>

#include "ssm-field.h"
#include "ssm-swatches.h"

struct _SsmColourChoice
{
  GtkBox parent_instance;

  SsmDocument *document;
  char *id;
  gboolean showing;
  GtkToggleButton *buttons[SSM_N_COLOURS];
};

G_DEFINE_FINAL_TYPE (SsmColourChoice, ssm_colour_choice, GTK_TYPE_BOX)

void
ssm_colour_paint (GtkWidget *widget, guint index)
{
  for (guint i = 0; i < SSM_N_COLOURS; i++)
    {
      g_autofree char *name = g_strdup_printf ("stage-colour-%u", i + 1);

      if (i == index)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}

static void
toggled_cb (GtkToggleButton *button, SsmColourChoice *self)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < SSM_N_COLOURS; i++)
    {
      char digit[] = { '1' + (char) i, '\0' };

      if (self->buttons[i] == button)
        ssm_field_apply (self->document, self->id, SSM_STAGE_COLOUR, digit, NULL);
    }
}

static void
add_button (SsmColourChoice *self, guint index)
{
  char digit[] = { '1' + (char) index, '\0' };
  GtkWidget *button = gtk_toggle_button_new ();

  /* A button's own label would be its name. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (digit));
  gtk_widget_add_css_class (button, "text-button");
  gtk_widget_add_css_class (button, "stage-colour");
  ssm_colour_paint (button, index);
  gtk_widget_set_tooltip_text (button, ssm_swatch_name (index + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ssm_swatch_name (index + 1), -1);
  self->buttons[index] = GTK_TOGGLE_BUTTON (button);
  if (index > 0)
    gtk_toggle_button_set_group (self->buttons[index], self->buttons[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
ssm_colour_choice_dispose (GObject *object)
{
  SsmColourChoice *self = SSM_COLOUR_CHOICE (object);

  self->showing = TRUE;
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_colour_choice_parent_class)->dispose (object);
}

static void
ssm_colour_choice_class_init (SsmColourChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_colour_choice_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ssm_colour_choice_init (SsmColourChoice *self)
{
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour"), -1);
  for (guint i = 0; i < SSM_N_COLOURS; i++)
    add_button (self, i);
}

void
ssm_colour_choice_show (SsmColourChoice *self, SsmDocument *document, const char *id)
{
  SsmMap *map = ssm_document_get_map (document);
  guint index;

  g_return_if_fail (SSM_IS_COLOUR_CHOICE (self));

  g_set_object (&self->document, document);
  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  if (ssm_map_stage_of (map, id, &index) == NULL)
    return;

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->buttons[ssm_map_stage_colour (map, index)], TRUE);
  self->showing = FALSE;
}
