/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-key-strip.h"

#include <adwaita.h>

struct _SsmKeyStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SsmKeyStrip, ssm_key_strip, GTK_TYPE_WIDGET)

static void
ssm_key_strip_dispose (GObject *object)
{
  g_clear_pointer (&SSM_KEY_STRIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ssm_key_strip_parent_class)->dispose (object);
}

static void
ssm_key_strip_class_init (SsmKeyStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_key_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_key_strip_init (SsmKeyStrip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_cap (GtkWidget *hint, const char *key)
{
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (hint), cap);
}

/* "Ctrl" and "Shift" and "E", as GTK names them but in the order in which people do. */
static void
add_accelerator (GtkWidget *hint, const char *accelerator)
{
  static const GdkModifierType order[]
    = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SHIFT_MASK, GDK_SUPER_MASK };
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_assert_not_reached ();
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (modifiers & order[i])
      {
        g_autofree char *name = gtk_accelerator_get_label (0, order[i]);

        add_cap (hint, name);
      }
  if (key != 0)
    {
      g_autofree char *name = gtk_accelerator_get_label (key, 0);

      add_cap (hint, name);
    }
}

static GtkWidget *
hint_new (const SsmKeyHint *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (hint->words);
  g_auto (GStrv) keys = g_strsplit (hint->keys, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    add_accelerator (box, keys[i]);
  gtk_widget_set_margin_start (label, 4);
  gtk_widget_set_margin_end (label, 12);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Each in a squeezer, which gives up its child rather than shorten it. */
void
ssm_key_strip_show (SsmKeyStrip *self, const SsmKeyHint *hints, guint n_hints)
{
  GtkWidget *child;

  g_return_if_fail (SSM_IS_KEY_STRIP (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < n_hints; i++)
    {
      GtkWidget *squeezer = adw_squeezer_new ();

      adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
      adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
      adw_squeezer_add (ADW_SQUEEZER (squeezer), hint_new (&hints[i]));
      gtk_box_append (GTK_BOX (self->box), squeezer);
    }
}
