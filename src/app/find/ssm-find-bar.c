/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-find-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-problem.h"

/* Pixels from which a list fits beside the page. */
#define WIDE 900

struct _SsmFindBar
{
  GtkWidget parent_instance;

  SsmFinder *finder;
  gboolean open;
  gboolean wide;
  SsmFindFlags flags;
  guint width_source; /* idle that tells of another "wide" */

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkLabel *count;
  GtkEditable *replacement;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;
};

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_WIDE,
  PROP_MATCH_CASE,
  PROP_WHOLE_WORDS,
  N_PROPS
};

enum
{
  GO_TO,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmFindBar, ssm_find_bar, GTK_TYPE_WIDGET)

static void
query_changed_cb (SsmFindBar *self)
{
  ssm_finder_set_query (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* The entry waits a moment for more letters; Enter does not. */
static void
entry_activated_cb (SsmFindBar *self)
{
  query_changed_cb (self);
  if (ssm_finder_get_match (self->finder) != NULL)
    g_signal_emit (self, signals[GO_TO], 0);
}

/* A button that has nothing left to do loses the keyboard to nobody, and Escape with it. */
static void
keep_keyboard (SsmFindBar *self)
{
  if (ssm_finder_get_match (self->finder) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
}

static void
replace_cb (SsmFindBar *self)
{
  query_changed_cb (self);
  ssm_finder_replace (self->finder, gtk_editable_get_text (self->replacement));
  keep_keyboard (self);
}

static void
replace_all_cb (SsmFindBar *self)
{
  g_autofree char *words = NULL;
  guint n;

  query_changed_cb (self);
  n = ssm_finder_replace_all (self->finder, gtk_editable_get_text (self->replacement));
  words = g_strdup_printf (ngettext ("Replaced in %u place.", "Replaced in %u places.", n),
                           n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-step", "s", words);
  keep_keyboard (self);
}

static void
show_count (SsmFindBar *self)
{
  guint n = ssm_finder_get_matches (self->finder)->len;
  guint n_replaced = ssm_finder_get_n_replaced (self->finder);
  int current = ssm_finder_get_current (self->finder);
  g_autofree char *words = NULL;

  if (n_replaced > 0)
    words = g_strdup_printf (ngettext ("%u place replaced", "%u places replaced", n_replaced),
                             n_replaced);
  else if (n > 0)
    /* Translators: the third of seven places where something was found */
    words = g_strdup_printf (_ ("%d of %u"), current + 1, n);
  else if (*ssm_finder_get_query (self->finder) != '\0')
    words = g_strdup (_ ("Nothing found"));
  gtk_label_set_text (self->count, words != NULL ? words : "");
}

static void
finder_changed_cb (SsmFindBar *self)
{
  gboolean found = ssm_finder_get_match (self->finder) != NULL;
  gboolean asked = *ssm_finder_get_query (self->finder) != '\0';

  show_count (self);
  gtk_widget_set_sensitive (self->replace_button, found);
  gtk_widget_set_sensitive (self->replace_all_button, found);
  ssm_problem_mark (self->entry, self->entry,
                    asked && !found && ssm_finder_get_n_replaced (self->finder) == 0);
}

static void
close_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_find_bar_close (SSM_FIND_BAR (widget));
}

static void
ssm_find_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  gtk_widget_measure (SSM_FIND_BAR (widget)->revealer, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* What is shown and hidden may not change while sizes are being handed out. */
static gboolean
width_changed_cb (gpointer data)
{
  SsmFindBar *self = data;

  self->width_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE]);
  return G_SOURCE_REMOVE;
}

static void
ssm_find_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmFindBar *self = SSM_FIND_BAR (widget);

  gtk_widget_allocate (self->revealer, width, height, baseline, NULL);
  if (self->wide == (width >= WIDE))
    return;
  self->wide = width >= WIDE;
  if (self->width_source == 0)
    self->width_source = g_idle_add (width_changed_cb, self);
}

static void
ssm_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmFindBar *self = SSM_FIND_BAR (object);

  switch (id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->wide);
      break;
    case PROP_MATCH_CASE:
      g_value_set_boolean (value, (self->flags & SSM_FIND_MATCH_CASE) != 0);
      break;
    case PROP_WHOLE_WORDS:
      g_value_set_boolean (value, (self->flags & SSM_FIND_WHOLE_WORDS) != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_flag (SsmFindBar *self, SsmFindFlags flag, gboolean on)
{
  self->flags = on ? self->flags | flag : self->flags & ~flag;
  ssm_finder_set_flag (self->finder, flag, on);
}

static void
ssm_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmFindBar *self = SSM_FIND_BAR (object);

  switch (id)
    {
    case PROP_MATCH_CASE:
      set_flag (self, SSM_FIND_MATCH_CASE, g_value_get_boolean (value));
      break;
    case PROP_WHOLE_WORDS:
      set_flag (self, SSM_FIND_WHOLE_WORDS, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_find_bar_dispose (GObject *object)
{
  SsmFindBar *self = SSM_FIND_BAR (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_FIND_BAR);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (ssm_find_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, SsmFindBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, ssm_find_bar_close);
}

static void
ssm_find_bar_class_init (SsmFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->dispose = ssm_find_bar_dispose;
  object_class->get_property = ssm_find_bar_get_property;
  object_class->set_property = ssm_find_bar_set_property;
  widget_class->measure = ssm_find_bar_measure;
  widget_class->size_allocate = ssm_find_bar_size_allocate;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, readable);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, readable);
  properties[PROP_MATCH_CASE]
    = g_param_spec_boolean ("match-case", NULL, NULL, FALSE, writable);
  properties[PROP_WHOLE_WORDS]
    = g_param_spec_boolean ("whole-words", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[GO_TO] = g_signal_new ("go-to", SSM_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", SSM_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_activated);
  gtk_widget_class_install_property_action (widget_class, "find.match-case", "match-case");
  gtk_widget_class_install_property_action (widget_class, "find.whole-words", "whole-words");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);
  bind_template (widget_class);
}

static void
ssm_find_bar_init (SsmFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_find_bar_follow (SsmFindBar *self, SsmFinder *finder)
{
  g_return_if_fail (SSM_IS_FIND_BAR (self) && self->finder == NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (finder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  finder_changed_cb (self);
}

gboolean
ssm_find_bar_get_open (SsmFindBar *self)
{
  g_return_val_if_fail (SSM_IS_FIND_BAR (self), FALSE);

  return self->open;
}

static void
set_open (SsmFindBar *self, gboolean open)
{
  self->open = open;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

void
ssm_find_bar_open (SsmFindBar *self, gboolean replace)
{
  g_return_if_fail (SSM_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->replacement), replace);
  set_open (self, TRUE);
  query_changed_cb (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
ssm_find_bar_close (SsmFindBar *self)
{
  g_return_if_fail (SSM_IS_FIND_BAR (self));

  if (!self->open)
    return;
  set_open (self, FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}
