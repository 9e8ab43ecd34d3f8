/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-selection.h"

struct _SsmSelection
{
  GObject parent_instance;

  char *id;
  SsmField field;
  SsmList list;
  char *stage; /* of a part to be, or NULL */
  double zoom;
  gboolean editing;
  GHashTable *unvisited; /* set of ids */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_FIELD,
  PROP_LIST,
  PROP_ZOOM,
  PROP_EDITING,
  N_PROPS
};

enum
{
  CHANGED,
  VISITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmSelection, ssm_selection, G_TYPE_OBJECT)

static gboolean
collect_example (const SsmPart *part, gpointer data)
{
  GHashTable *ids = data;

  if (ssm_part_kind (part) == SSM_KIND_CRITERION
      && ssm_part_flag (part, SSM_CRITERION_EXAMPLE))
    g_hash_table_add (ids, g_strdup (ssm_part_id (part)));

  return TRUE;
}

static void
ssm_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmSelection *self = SSM_SELECTION (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_FIELD:
      g_value_set_int (value, self->field);
      break;
    case PROP_LIST:
      g_value_set_int (value, self->list);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_selection_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  SsmSelection *self = SSM_SELECTION (object);

  switch (id)
    {
    case PROP_ID:
      ssm_selection_set_id (self, g_value_get_string (value));
      break;
    case PROP_ZOOM:
      ssm_selection_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_selection_finalize (GObject *object)
{
  SsmSelection *self = SSM_SELECTION (object);

  g_free (self->id);
  g_free (self->stage);
  g_hash_table_unref (self->unvisited);
  G_OBJECT_CLASS (ssm_selection_parent_class)->finalize (object);
}

static void
ssm_selection_class_init (SsmSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                         | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ssm_selection_get_property;
  object_class->set_property = ssm_selection_set_property;
  object_class->finalize = ssm_selection_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", writable);
  properties[PROP_FIELD] = g_param_spec_int ("field", NULL, NULL, SSM_FIELD_NONE,
                                             SSM_N_FIELDS, SSM_FIELD_NONE, readable);
  properties[PROP_LIST] = g_param_spec_int ("list", NULL, NULL, SSM_LIST_NONE, SSM_N_LISTS,
                                            SSM_LIST_NONE, readable);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 4, 0, writable);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[VISITED] = g_signal_new ("visited", SSM_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ssm_selection_init (SsmSelection *self)
{
  self->id = g_strdup ("");
  self->field = SSM_FIELD_NONE;
  self->list = SSM_LIST_NONE;
  self->unvisited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SsmSelection *
ssm_selection_new (void)
{
  return g_object_new (SSM_TYPE_SELECTION, NULL);
}

void
ssm_selection_select (SsmSelection *self, const char *id, SsmField field, SsmList list)
{
  const char *wanted = id != NULL ? id : "";
  gboolean other_id;

  g_return_if_fail (SSM_IS_SELECTION (self));

  other_id = g_strcmp0 (self->id, wanted) != 0;
  if (!other_id && self->field == field && self->list == list)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (other_id)
    {
      g_clear_pointer (&self->stage, g_free);
      g_free (self->id);
      self->id = g_strdup (wanted);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
    }
  if (self->field != field)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
  if (self->list != list)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
  self->field = field;
  self->list = list;
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ssm_selection_set_id (SsmSelection *self, const char *id)
{
  ssm_selection_select (self, id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

const char *
ssm_selection_get_id (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), "");

  return self->id;
}

void
ssm_selection_set_stage (SsmSelection *self, const char *stage)
{
  g_return_if_fail (SSM_IS_SELECTION (self));

  g_free (self->stage);
  self->stage = g_strdup (stage);
}

const char *
ssm_selection_get_stage (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), NULL);

  return self->stage;
}

SsmField
ssm_selection_get_field (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), SSM_FIELD_NONE);

  return self->field;
}

SsmList
ssm_selection_get_list (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), SSM_LIST_NONE);

  return self->list;
}

gboolean
ssm_selection_get_editing (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), FALSE);

  return self->editing;
}

void
ssm_selection_set_editing (SsmSelection *self, gboolean editing)
{
  g_return_if_fail (SSM_IS_SELECTION (self));

  if (self->editing == editing)
    return;

  self->editing = editing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

double
ssm_selection_get_zoom (SsmSelection *self)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), 0);

  return self->zoom;
}

void
ssm_selection_set_zoom (SsmSelection *self, double zoom)
{
  g_return_if_fail (SSM_IS_SELECTION (self));

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
ssm_selection_mark_examples (SsmSelection *self, const SsmMap *map)
{
  g_return_if_fail (SSM_IS_SELECTION (self));

  g_hash_table_remove_all (self->unvisited);
  ssm_map_foreach (map, collect_example, self->unvisited);
  g_signal_emit (self, signals[VISITED], 0, "");
}

void
ssm_selection_visit (SsmSelection *self, const char *id)
{
  g_return_if_fail (SSM_IS_SELECTION (self));

  if (g_hash_table_remove (self->unvisited, id))
    g_signal_emit (self, signals[VISITED], 0, id);
}

gboolean
ssm_selection_is_unvisited (SsmSelection *self, const char *id)
{
  g_return_val_if_fail (SSM_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->unvisited, id);
}
