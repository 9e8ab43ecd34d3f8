/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-places.h"

#include <string.h>

/* Bytes of a file that are looked at: its first element is among them. */
#define HEAD 4096

/* Files that are looked at in one folder. */
#define MAX_FILES 500

typedef struct
{
  GFile *file;
  GPtrArray *others;
  char *ending;
  char *namesake; /* name of the file that is called like @file */
  gboolean take_namesake;
  char *id;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->file);
  g_clear_pointer (&search->others, g_ptr_array_unref);
  g_free (search->ending);
  g_free (search->namesake);
  g_free (search->id);
  g_free (search);
}

/* (transfer full): "northgate.salesdeals" for northgate.salesmap. */
static char *
name_like (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strconcat (name, ending, NULL);
}

static gboolean
names_id (GFile *file, const char *id, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree char *double_quoted = g_strconcat ("\"", id, "\"", NULL);
  g_autofree char *single_quoted = g_strconcat ("'", id, "'", NULL);
  g_autofree char *head = g_malloc0 (HEAD + 1);
  gsize n_read;

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &n_read, cancellable,
                                     NULL)
         && (strstr (head, double_quoted) != NULL || strstr (head, single_quoted) != NULL);
}

static void
look_at (const Search *search, GPtrArray *found, GFile *file, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean namesake = g_str_equal (name, search->namesake);

  if (!g_str_has_suffix (name, search->ending)
      || (!(namesake && search->take_namesake) && !names_id (file, search->id, cancellable)))
    return;
  g_ptr_array_insert (found, namesake ? 0 : -1, g_object_ref (file));
}

static void
look_into_folder (const Search *search, GPtrArray *found, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (search->file);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFile *file;

  for (guint n = 0; files != NULL && n < MAX_FILES; n++)
    {
      if (!g_file_enumerator_iterate (files, NULL, &file, cancellable, NULL) || file == NULL)
        return;
      look_at (search, found, file, cancellable);
    }
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  look_into_folder (search, found, cancellable);
  for (guint i = 0; search->others != NULL && i < search->others->len; i++)
    if (names_id (search->others->pdata[i], search->id, cancellable))
      g_ptr_array_add (found, g_object_ref (search->others->pdata[i]));
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
ssm_deal_places_find_async (const SsmDealPlaces *places, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new0 (Search, 1);

  search->file = g_object_ref (places->file);
  if (places->others != NULL)
    search->others = g_ptr_array_ref (places->others);
  search->ending = g_strdup (places->ending);
  search->namesake = name_like (places->file, places->ending);
  search->take_namesake = places->namesake;
  search->id = g_strdup (places->id);
  g_task_set_task_data (task, search, search_free);
  g_task_set_source_tag (task, ssm_deal_places_find_async);
  g_task_run_in_thread (task, run);
}

GPtrArray *
ssm_deal_places_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_deal_places_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
