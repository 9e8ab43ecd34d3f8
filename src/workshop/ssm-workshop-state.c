/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two files a map: ID.ini, written anew each time, and ID.before, once. Whatever is in them
 * when they are read comes from a disk that may have been full or from another version, so
 * every number is held against the agenda. */

#include "ssm-workshop-state.h"

#include "ssm-file.h"
#include "ssm-id.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "workshop"
#define RECORD ".ini"
#define BEFORE ".before"
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_DAYS 30

static char *
folder_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "salesmap", "workshop", NULL);
}

static char *
file_path (const char *map_id, const char *ending)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *name = g_strconcat (map_id, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

SsmWorkshopState *
ssm_workshop_state_new (SsmMap *map, const char *path, SsmAgenda *agenda)
{
  SsmWorkshopState *state = g_new0 (SsmWorkshopState, 1);

  state->map = g_strdup (ssm_part_id (map));
  state->path = g_strdup (path);
  state->title = g_strdup (ssm_map_text (map, SSM_MAP_TITLE));
  state->agenda = ssm_part_ref (agenda);
  state->before = ssm_part_ref (map);
  state->left = (int) ssm_agenda_seconds (agenda);
  state->used = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (state->used, ssm_agenda_n_steps (agenda));
  return state;
}

void
ssm_workshop_state_free (SsmWorkshopState *state)
{
  if (state == NULL)
    return;

  g_free (state->map);
  g_free (state->path);
  g_free (state->title);
  g_clear_pointer (&state->agenda, ssm_part_unref);
  g_clear_pointer (&state->before, ssm_part_unref);
  g_clear_pointer (&state->used, g_array_unref);
  g_clear_pointer (&state->at, g_date_time_unref);
  g_free (state);
}

static gboolean
save_part (const SsmPart *part, const char *map_id, const char *ending, GError **error)
{
  g_autofree char *path = file_path (map_id, ending);
  g_autoptr (GBytes) bytes = ssm_xml_write (part, error);

  return bytes != NULL && ssm_file_save (path, bytes, NULL, SSM_FILE_PRIVATE, error);
}

/* (transfer full): the agenda as it stands in a file; NULL with an error. */
static char *
agenda_text (const SsmAgenda *agenda, GError **error)
{
  g_autoptr (GBytes) bytes = ssm_xml_write (agenda, error);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static GBytes *
make_record (const SsmWorkshopState *state, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *agenda = agenda_text (state->agenda, error);
  g_autofree char *at = g_date_time_format_iso8601 (state->at);
  gsize length;
  char *text;

  if (agenda == NULL)
    return NULL;

  g_key_file_set_string (file, GROUP, "map", state->map);
  if (state->path != NULL)
    g_key_file_set_string (file, GROUP, "path", state->path);
  g_key_file_set_string (file, GROUP, "title", state->title);
  g_key_file_set_string (file, GROUP, "at", at);
  g_key_file_set_integer (file, GROUP, "step", (int) state->step);
  g_key_file_set_integer (file, GROUP, "step-left", state->step_left);
  g_key_file_set_integer (file, GROUP, "left", state->left);
  g_key_file_set_integer (file, GROUP, "saved", state->saved);
  g_key_file_set_integer_list (file, GROUP, "used", (int *) (void *) state->used->data,
                               state->used->len);
  g_key_file_set_string (file, GROUP, "agenda", agenda);
  text = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (text, length);
}

gboolean
ssm_workshop_state_write (SsmWorkshopState *state, GError **error)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *path = file_path (state->map, RECORD);
  g_autofree char *before = file_path (state->map, BEFORE);
  g_autoptr (GBytes) bytes = NULL;

  g_clear_pointer (&state->at, g_date_time_unref);
  state->at = g_date_time_new_now_utc ();
  bytes = make_record (state, error);
  if (bytes == NULL)
    return FALSE;

  g_mkdir_with_parents (folder, 0700);
  if (state->before != NULL && !g_file_test (path, G_FILE_TEST_EXISTS)
      && !save_part (state->before, state->map, BEFORE, error))
    return FALSE;
  return ssm_file_save (path, bytes, NULL, SSM_FILE_PRIVATE, error);
}

/* (transfer full): an agenda with steps, or NULL. */
static SsmAgenda *
read_agenda (GKeyFile *file)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, "agenda", NULL);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (SsmAgenda) agenda = NULL;

  if (bytes == NULL)
    return NULL;
  agenda = ssm_xml_read_root (SSM_KIND_AGENDA, bytes, "", NULL, NULL);
  return agenda != NULL && ssm_agenda_n_steps (agenda) > 0 ? g_steal_pointer (&agenda) : NULL;
}

static int
read_seconds (GKeyFile *file, const char *key)
{
  int most = SSM_STEP_MAX_SECONDS * 24;

  return CLAMP (g_key_file_get_integer (file, GROUP, key, NULL), -most, most);
}

/* As many as the agenda has steps. */
static GArray *
read_used (GKeyFile *file, guint n_steps)
{
  gsize n = 0;
  g_autofree int *list = g_key_file_get_integer_list (file, GROUP, "used", &n, NULL);
  GArray *used = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (used, n_steps);
  for (gsize i = 0; i < MIN (n, n_steps); i++)
    g_array_index (used, guint, i)
      = (guint) CLAMP (list[i], 0, SSM_STEP_MAX_SECONDS * 24);
  return used;
}

/* (transfer full): NULL where it is lost. */
static SsmMap *
read_before (const char *map_id)
{
  g_autofree char *path = file_path (map_id, BEFORE);
  g_autoptr (GBytes) bytes = ssm_file_read (path, SSM_XML_MAX_BYTES, NULL);

  return bytes != NULL ? ssm_xml_read (bytes, "", NULL, NULL) : NULL;
}

static gboolean
is_sound (const SsmWorkshopState *state, const char *map_id)
{
  return state->agenda != NULL && g_strcmp0 (state->map, map_id) == 0
         && state->title != NULL && state->at != NULL
         && state->step < ssm_agenda_n_steps (state->agenda);
}

static GKeyFile *
load_record (const char *map_id)
{
  g_autofree char *path = file_path (map_id, RECORD);
  g_autoptr (GBytes) bytes = ssm_file_read (path, MAX_BYTES, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

SsmWorkshopState *
ssm_workshop_state_find (const char *map_id)
{
  g_autoptr (GKeyFile) file = ssm_id_is_valid (map_id) ? load_record (map_id) : NULL;
  g_autoptr (SsmWorkshopState) state = NULL;
  g_autofree char *at = NULL;

  if (file == NULL)
    return NULL;

  state = g_new0 (SsmWorkshopState, 1);
  at = g_key_file_get_string (file, GROUP, "at", NULL);
  state->at = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  state->map = g_key_file_get_string (file, GROUP, "map", NULL);
  state->path = g_key_file_get_string (file, GROUP, "path", NULL);
  state->title = g_key_file_get_string (file, GROUP, "title", NULL);
  state->agenda = read_agenda (file);
  state->step = (guint) MAX (g_key_file_get_integer (file, GROUP, "step", NULL), 0);
  if (!is_sound (state, map_id))
    return NULL;

  state->step_left = read_seconds (file, "step-left");
  state->left = read_seconds (file, "left");
  state->saved = read_seconds (file, "saved");
  state->used = read_used (file, ssm_agenda_n_steps (state->agenda));
  state->before = read_before (map_id);
  return g_steal_pointer (&state);
}

static gboolean
is_old (const SsmWorkshopState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_difference (now, state->at) > MAX_DAYS * G_TIME_SPAN_DAY;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const SsmWorkshopState *first = *(SsmWorkshopState * const *) a;
  const SsmWorkshopState *second = *(SsmWorkshopState * const *) b;

  return g_date_time_compare (second->at, first->at);
}

GPtrArray *
ssm_workshop_state_list (void)
{
  GPtrArray *states
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_workshop_state_free);
  g_autofree char *folder = folder_path ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strdup (name);
      g_autoptr (SsmWorkshopState) state = NULL;

      if (!g_str_has_suffix (name, RECORD))
        continue;
      id[strlen (id) - strlen (RECORD)] = '\0';
      state = ssm_workshop_state_find (id);
      if (state != NULL && !is_old (state))
        g_ptr_array_add (states, g_steal_pointer (&state));
    }

  g_ptr_array_sort (states, compare_times);
  return states;
}

void
ssm_workshop_state_forget (const char *map_id)
{
  static const char * const endings[] = { RECORD, BEFORE };

  g_return_if_fail (ssm_id_is_valid (map_id));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = file_path (map_id, endings[i]);

      g_unlink (path);
    }
}
