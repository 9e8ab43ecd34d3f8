/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-key-strip.h"

struct _SsmKeyStrip
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SsmKeyStrip, ssm_key_strip, GTK_TYPE_WIDGET)

static void
drop_hints (SsmKeyStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static GtkSizeRequestMode
ssm_key_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* It needs no room at all. */
static void
ssm_key_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_natural;

      gtk_widget_measure (child, orientation, -1, NULL, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += child_natural;
      else
        *minimum = *natural = MAX (*natural, child_natural);
    }
}

/* The first hints are wanted most: those that do not fit behind them are left out. */
static void
ssm_key_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_set_child_visible (child, x + natural <= width);
      if (x + natural <= width)
        gtk_widget_size_allocate (
          child, &(GtkAllocation) { rtl ? width - x - natural : x, 0, natural, height }, -1);
      x += natural;
    }
}

static void
ssm_key_strip_dispose (GObject *object)
{
  drop_hints (SSM_KEY_STRIP (object));
  G_OBJECT_CLASS (ssm_key_strip_parent_class)->dispose (object);
}

static void
ssm_key_strip_class_init (SsmKeyStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_key_strip_dispose;
  widget_class->get_request_mode = ssm_key_strip_get_request_mode;
  widget_class->measure = ssm_key_strip_measure;
  widget_class->size_allocate = ssm_key_strip_size_allocate;
}

static void
ssm_key_strip_init (SsmKeyStrip *self)
{
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

void
ssm_key_strip_show (SsmKeyStrip *self, const SsmKeyHint *hints, guint n_hints)
{
  g_return_if_fail (SSM_IS_KEY_STRIP (self));

  drop_hints (self);
  for (guint i = 0; i < n_hints; i++)
    gtk_widget_set_parent (hint_new (&hints[i]), GTK_WIDGET (self));
}
