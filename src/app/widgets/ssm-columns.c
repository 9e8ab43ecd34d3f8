/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-columns.h"

struct _SsmColumns
{
  GtkLayoutManager parent_instance;

  char *shares;
  int spacing;
  int threshold;
  gboolean beside; /* as they were laid out last */
};

enum
{
  PROP_0,
  PROP_SHARES,
  PROP_SPACING,
  PROP_THRESHOLD,
  PROP_BESIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmColumns, ssm_columns, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* The share of each shown child; a child without a number has as much as an average one. */
static double *
read_shares (SsmColumns *self, GtkWidget *widget, guint *n_shares, double *sum)
{
  g_auto (GStrv) words = g_strsplit (self->shares, " ", -1);
  guint n_words = g_strv_length (words);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (double));
  guint place = 0;

  *sum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), place++)
    {
      double share = place < n_words ? MAX (1, g_ascii_strtod (words[place], NULL)) : 1;

      if (!gtk_widget_should_layout (child))
        continue;
      g_array_append_val (shares, share);
      *sum += share;
    }
  *n_shares = shares->len;

  return (double *) (gpointer) g_array_free (shares, FALSE);
}

/* Wide enough by the threshold, and for every child, however large its letters are. */
static gboolean
has_room (SsmColumns *self, GtkWidget *widget, int width)
{
  guint n;
  double sum;
  g_autofree double *shares = read_shares (self, widget, &n, &sum);
  double free_width = width - self->spacing * ((int) n - 1);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  if (width < self->threshold)
    return FALSE;
  for (guint i = 0; child != NULL; i++)
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > (int) (free_width * shares[i] / sum))
        return FALSE;
      child = next_shown (gtk_widget_get_next_sibling (child));
    }

  return TRUE;
}

/* Beside each other, by shares of what is left between the gaps. */
static void
place_beside (SsmColumns *self, GtkWidget *widget, int width, int height, int *tallest)
{
  guint n;
  double sum, begin = 0;
  g_autofree double *shares = read_shares (self, widget, &n, &sum);
  double free_width = MAX (0, width - self->spacing * (int) (n - 1));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  for (guint i = 0; child != NULL; i++)
    {
      double share = free_width * shares[i] / sum;
      int x = (int) begin, w = (int) (begin + share) - x, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &natural, NULL, NULL);
      if (tallest != NULL)
        *tallest = MAX (*tallest, natural);
      else
        gtk_widget_size_allocate (
            child, &(GtkAllocation) { rtl ? width - x - w : x, 0, w, height }, -1);
      begin += share + self->spacing;
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
}

static int
place_below (SsmColumns *self, GtkWidget *widget, int width, gboolean allocate)
{
  int y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, natural }, -1);
      y += natural + self->spacing;
    }

  return MAX (0, y - self->spacing);
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural;
    }
}

static GtkSizeRequestMode
ssm_columns_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ssm_columns_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                     int for_size, int *minimum, int *natural, int *minimum_baseline,
                     int *natural_baseline)
{
  SsmColumns *self = SSM_COLUMNS (manager);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      *natural = MAX (*natural, MAX (*minimum, self->threshold));
      return;
    }
  if (for_size < 0)
    for_size = self->threshold;
  if (has_room (self, widget, for_size))
    place_beside (self, widget, for_size, 0, &height);
  else
    height = place_below (self, widget, for_size, FALSE);
  *minimum = *natural = height;
}

static gboolean
tell_beside_cb (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_BESIDE]);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it may change what is laid out, and so must not hear of it now. */
static void
set_beside (SsmColumns *self, gboolean beside)
{
  if (self->beside == beside)
    return;
  self->beside = beside;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_beside_cb, g_object_ref (self),
                   g_object_unref);
}

static void
ssm_columns_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                      int baseline)
{
  SsmColumns *self = SSM_COLUMNS (manager);

  set_beside (self, has_room (self, widget, width));
  if (self->beside)
    place_beside (self, widget, width, height, NULL);
  else
    place_below (self, widget, width, TRUE);
}

static void
ssm_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmColumns *self = SSM_COLUMNS (object);

  switch (id)
    {
    case PROP_SHARES:
      g_value_set_string (value, self->shares);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, self->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmColumns *self = SSM_COLUMNS (object);

  switch (id)
    {
    case PROP_SHARES:
      g_free (self->shares);
      self->shares = g_value_dup_string (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
ssm_columns_finalize (GObject *object)
{
  g_free (SSM_COLUMNS (object)->shares);
  G_OBJECT_CLASS (ssm_columns_parent_class)->finalize (object);
}

static void
ssm_columns_class_init (SsmColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ssm_columns_get_property;
  object_class->set_property = ssm_columns_set_property;
  object_class->finalize = ssm_columns_finalize;
  layout_class->get_request_mode = ssm_columns_get_request_mode;
  layout_class->measure = ssm_columns_measure;
  layout_class->allocate = ssm_columns_allocate;

  properties[PROP_SHARES] = g_param_spec_string ("shares", NULL, NULL, "", flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, 10000, 0, flags);
  properties[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, TRUE,
                                                  G_PARAM_READABLE
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ssm_columns_init (SsmColumns *self)
{
  self->shares = g_strdup ("");
  self->beside = TRUE;
}
