/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-side-pane.h"

#include <adwaita.h>

#include "ssm-state.h"

/* Below this a page beside the pane would be too small to read. */
#define NARROW 1000

/* The same where another pane lies on the other side, which has its width of the window. */
#define NARROW_BETWEEN 1220

struct _SsmSidePane
{
  GtkWidget parent_instance;

  AdwFlap *flap;
  gboolean narrow;
  gboolean between;  /* the view lies between this pane and another */
  gboolean adapting; /* the pane opens or closes by itself */
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_PANE,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmSidePane, ssm_side_pane, GTK_TYPE_WIDGET)

static void
revealed_cb (SsmSidePane *self)
{
  if (!self->narrow && !self->adapting)
    ssm_state_set_inspector (adw_flap_get_reveal_flap (self->flap));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* A closed pane is not there for a screen reader either. */
static void
slid_cb (SsmSidePane *self)
{
  GtkWidget *pane = adw_flap_get_flap (self->flap);

  if (pane != NULL)
    gtk_widget_set_visible (pane, adw_flap_get_reveal_flap (self->flap)
                                    || adw_flap_get_reveal_progress (self->flap) > 0);
}

static void
reveal (SsmSidePane *self, gboolean open)
{
  GtkWidget *pane = adw_flap_get_flap (self->flap);

  if (open && pane != NULL)
    gtk_widget_set_visible (pane, TRUE);
  adw_flap_set_reveal_flap (self->flap, open);
}

static void
adapt (SsmSidePane *self, int width)
{
  gboolean narrow = width < (self->between ? NARROW_BETWEEN : NARROW);

  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  self->adapting = TRUE;
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                               : ADW_FLAP_FOLD_POLICY_NEVER);
  reveal (self, !narrow && ssm_state_get_inspector ());
  self->adapting = FALSE;
}

/* The size of a window is known before it is on the screen: then nothing slides in while
 * it opens. */
static void
ssm_side_pane_root (GtkWidget *widget)
{
  SsmSidePane *self = SSM_SIDE_PANE (widget);
  GtkRoot *root;
  int width, height;

  GTK_WIDGET_CLASS (ssm_side_pane_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  width = gtk_widget_get_width (GTK_WIDGET (root));
  if (width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0)
    adapt (self, width);
}

static GtkSizeRequestMode
ssm_side_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* It asks for as little as it needs folded: it folds before that is reached. */
static void
ssm_side_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  SsmSidePane *self = SSM_SIDE_PANE (widget);
  GtkWidget *content = adw_flap_get_content (self->flap);
  GtkWidget *pane = adw_flap_get_flap (self->flap);
  int least, least_pane = 0;

  gtk_widget_measure (GTK_WIDGET (self->flap), orientation, -1, &least, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && content != NULL && pane != NULL)
    {
      gtk_widget_measure (content, orientation, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (pane, orientation, -1, &least_pane, NULL, NULL, NULL);
    }
  *minimum = MAX (least, least_pane);
  *natural = MAX (*natural, *minimum);
}

static void
ssm_side_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmSidePane *self = SSM_SIDE_PANE (widget);

  adapt (self, width);
  gtk_widget_allocate (GTK_WIDGET (self->flap), width, height, baseline, NULL);
}

static void
ssm_side_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmSidePane *self = SSM_SIDE_PANE (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_flap_get_content (self->flap));
      break;
    case PROP_PANE:
      g_value_set_object (value, adw_flap_get_flap (self->flap));
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, ssm_side_pane_get_open (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_side_pane_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  SsmSidePane *self = SSM_SIDE_PANE (object);

  switch (id)
    {
    case PROP_CONTENT:
      adw_flap_set_content (self->flap, g_value_get_object (value));
      break;
    case PROP_PANE:
      adw_flap_set_flap (self->flap, g_value_get_object (value));
      slid_cb (self);
      break;
    case PROP_OPEN:
      ssm_side_pane_set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_side_pane_dispose (GObject *object)
{
  SsmSidePane *self = SSM_SIDE_PANE (object);

  if (self->flap != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->flap, self);
      gtk_widget_unparent (GTK_WIDGET (self->flap));
      self->flap = NULL;
    }
  G_OBJECT_CLASS (ssm_side_pane_parent_class)->dispose (object);
}

static void
ssm_side_pane_class_init (SsmSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ssm_side_pane_dispose;
  object_class->get_property = ssm_side_pane_get_property;
  object_class->set_property = ssm_side_pane_set_property;
  widget_class->root = ssm_side_pane_root;
  widget_class->get_request_mode = ssm_side_pane_get_request_mode;
  widget_class->measure = ssm_side_pane_measure;
  widget_class->size_allocate = ssm_side_pane_size_allocate;

  properties[PROP_CONTENT]
    = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                writable | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ssm_side_pane_init (SsmSidePane *self)
{
  self->flap = ADW_FLAP (adw_flap_new ());
  self->narrow = TRUE;
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_fold_duration (self->flap, 0);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  /* Swiping scrolls the page, and drags criteria in the pane. */
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_swipe_to_close (self->flap, FALSE);
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_parent (GTK_WIDGET (self->flap), GTK_WIDGET (self));
  g_signal_connect_swapped (self->flap, "notify::reveal-progress", G_CALLBACK (slid_cb),
                            self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb),
                            self);
}

gboolean
ssm_side_pane_get_open (SsmSidePane *self)
{
  g_return_val_if_fail (SSM_IS_SIDE_PANE (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
ssm_side_pane_set_open (SsmSidePane *self, gboolean open)
{
  g_return_if_fail (SSM_IS_SIDE_PANE (self));

  reveal (self, open);
}

gboolean
ssm_side_pane_get_folded (SsmSidePane *self)
{
  g_return_val_if_fail (SSM_IS_SIDE_PANE (self), FALSE);

  return self->narrow;
}

void
ssm_side_pane_set_between (SsmSidePane *self, gboolean between)
{
  g_return_if_fail (SSM_IS_SIDE_PANE (self));

  self->between = between;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
ssm_side_pane_has_keyboard (SsmSidePane *self)
{
  GtkRoot *root;
  GtkWidget *focus, *pane;

  g_return_val_if_fail (SSM_IS_SIDE_PANE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  pane = adw_flap_get_flap (self->flap);
  return focus != NULL && pane != NULL && gtk_widget_is_ancestor (focus, pane);
}
