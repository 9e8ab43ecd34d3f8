/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-recent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-quote.h"
#include "ssm-state.h"

/* One group a map, named by its address: a key file keeps their order. */
#define RECENT "recent.ini"

struct _SsmRecentItem
{
  GObject parent_instance;

  GFile *file;
  char *title;
  gint64 time; /* seconds since 1970 */
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (SsmRecentItem, ssm_recent_item, G_TYPE_OBJECT)

static void
ssm_recent_item_finalize (GObject *object)
{
  SsmRecentItem *self = SSM_RECENT_ITEM (object);

  g_object_unref (self->file);
  g_free (self->title);
  G_OBJECT_CLASS (ssm_recent_item_parent_class)->finalize (object);
}

static void
ssm_recent_item_class_init (SsmRecentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_recent_item_finalize;
}

static void
ssm_recent_item_init (SsmRecentItem *self)
{
}

static int
compare_newer (gconstpointer a, gconstpointer b, gpointer data)
{
  const SsmRecentItem *left = a, *right = b;

  return left->time < right->time ? 1 : left->time > right->time ? -1 : 0;
}

static char *
describe_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".salesmap"))
    name[strlen (name) - strlen (".salesmap")] = '\0';

  return ssm_quote (name, -1);
}

static SsmRecentItem *
item_new (GKeyFile *file, const char *uri)
{
  SsmRecentItem *item;
  g_autoptr (GFile) place = NULL;

  if (g_uri_peek_scheme (uri) == NULL)
    return NULL; /* a damaged list */
  place = g_file_new_for_uri (uri);
  item = g_object_new (SSM_TYPE_RECENT_ITEM, NULL);
  /* Asking a remote place could wait for a server that is down. */
  item->missing = g_file_is_native (place) && !g_file_query_exists (place, NULL);
  item->file = g_steal_pointer (&place);
  item->title = describe_file (item->file);
  item->time = g_key_file_get_int64 (file, uri, SSM_STATE_TIME, NULL);

  return item;
}

GFile *
ssm_recent_item_get_file (SsmRecentItem *self)
{
  g_return_val_if_fail (SSM_IS_RECENT_ITEM (self), NULL);

  return self->file;
}

const char *
ssm_recent_item_get_title (SsmRecentItem *self)
{
  g_return_val_if_fail (SSM_IS_RECENT_ITEM (self), NULL);

  return self->title;
}

gboolean
ssm_recent_item_is_missing (SsmRecentItem *self)
{
  g_return_val_if_fail (SSM_IS_RECENT_ITEM (self), FALSE);

  return self->missing;
}

char *
ssm_recent_item_describe_place (SsmRecentItem *self)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (SSM_IS_RECENT_ITEM (self), NULL);

  folder = g_file_get_parent (self->file);
  if (folder == NULL || g_file_equal (folder, home))
    return g_strdup (_ ("Home"));
  path = g_file_get_relative_path (home, folder);
  if (path == NULL)
    path = g_file_get_parse_name (folder);
  shown = ssm_quote_path (path);
  names = g_strsplit (shown + (*shown == '/' ? 1 : 0), "/", -1);

  return g_strjoinv (" › ", names);
}

char *
ssm_recent_item_describe_time (SsmRecentItem *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (SSM_IS_RECENT_ITEM (self), NULL);

  time = g_date_time_new_from_unix_local (self->time);
  if (time == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (now) != g_date_time_get_year (time))
    return g_date_time_format (time, _ ("%-d %b %Y"));
  if (g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (time))
    return g_date_time_format (time, _ ("Today, %H:%M"));

  return g_date_time_format (time, _ ("%a %-d %b"));
}

GListModel *
ssm_recent_load (void)
{
  GListStore *store = g_list_store_new (SSM_TYPE_RECENT_ITEM);
  g_autoptr (GKeyFile) file = ssm_state_load (RECENT);
  g_auto (GStrv) uris = g_key_file_get_groups (file, NULL);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (SsmRecentItem) item = item_new (file, uris[i]);

      if (item != NULL)
        g_list_store_insert_sorted (store, item, compare_newer, NULL);
    }

  return G_LIST_MODEL (store);
}

gboolean
ssm_recent_contains (GFile *place)
{
  g_autoptr (GKeyFile) file = ssm_state_load (RECENT);
  g_autofree char *uri = g_file_get_uri (place);

  return g_key_file_has_group (file, uri);
}

void
ssm_recent_add (GFile *place)
{
  g_autoptr (GKeyFile) file = ssm_state_load (RECENT);
  g_autofree char *uri = g_file_get_uri (place);

  /* What a group's name cannot hold, an address does not hold either, but for brackets. */
  if (strpbrk (uri, "[]") != NULL)
    return;
  g_key_file_set_int64 (file, uri, SSM_STATE_TIME, g_get_real_time () / G_USEC_PER_SEC);
  ssm_state_drop_oldest (file, SSM_RECENT_MAX);
  ssm_state_store (file, RECENT);
}

void
ssm_recent_remove (GFile *place)
{
  g_autoptr (GKeyFile) file = ssm_state_load (RECENT);
  g_autofree char *uri = g_file_get_uri (place);

  if (g_key_file_remove_group (file, uri, NULL))
    ssm_state_store (file, RECENT);
}
