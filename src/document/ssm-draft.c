/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-draft.h"

#include "ssm-draft-over.h"

#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <utime.h>

#define GROUP "draft"
#define NOW ".now"
#define META ".meta"
#define BASE ".base"
#define OVER ".over"

/* Foreign comments may stand in front of the root, though not many do. */
#define START_BYTES (16 * 1024)

static const char * const endings[] = { NOW, OVER, META, BASE };

static char *
path_of (const char *stem, const char *ending)
{
  return g_strconcat (stem, ending, NULL);
}

static gboolean
is_there (const char *stem, const char *ending)
{
  g_autofree char *path = path_of (stem, ending);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

void
ssm_draft_info_clear (SsmDraftInfo *info)
{
  g_clear_pointer (&info->path, g_free);
  g_clear_pointer (&info->title, g_free);
  g_clear_pointer (&info->base, g_bytes_unref);
}

char *
ssm_draft_new_stem (const char *folder)
{
  static gint last;

  for (;;)
    {
      g_autofree char *name = g_strdup_printf ("%d", g_atomic_int_add (&last, 1) + 1);
      g_autofree char *stem = g_build_filename (folder, name, NULL);

      if (!is_there (stem, NOW) && !is_there (stem, OVER))
        return g_steal_pointer (&stem);
    }
}

gboolean
ssm_draft_write_info (const char *stem, const SsmDraftInfo *info, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *meta = path_of (stem, META), *base = path_of (stem, BASE);
  g_autoptr (GBytes) contents = NULL;
  gsize length;
  char *text;

  if (info->path != NULL)
    {
      /* File names need not be UTF-8; key files must be. */
      g_autofree char *uri = g_filename_to_uri (info->path, NULL, NULL);
      g_key_file_set_string (keys, GROUP, "file", uri);
    }
  g_key_file_set_string (keys, GROUP, "title", info->title);
  g_key_file_set_boolean (keys, GROUP, "closed", info->closed);
  text = g_key_file_to_data (keys, &length, NULL);
  contents = g_bytes_new_take (text, length);

  if (info->base != NULL
      && !ssm_file_save (base, info->base, NULL, SSM_FILE_PRIVATE, error))
    return FALSE;

  return ssm_file_save (meta, contents, NULL, SSM_FILE_PRIVATE, error);
}

gboolean
ssm_draft_write_root (const char *stem, const SsmPart *root, SsmDraftWhole *whole,
                      gboolean *is_whole, GError **error)
{
  g_autofree char *now = path_of (stem, NOW), *over = path_of (stem, OVER);
  g_autoptr (GBytes) difference = ssm_draft_over_new (whole, root);
  g_autoptr (GBytes) bytes = NULL;

  *is_whole = difference == NULL;
  if (difference != NULL)
    return ssm_file_save (over, difference, NULL, SSM_FILE_PRIVATE, error);

  bytes = ssm_xml_write (root, error);
  if (bytes == NULL || !ssm_file_save (now, bytes, NULL, SSM_FILE_PRIVATE, error))
    return FALSE;

  /* What is over it now was laid over something else, which its stamp says. */
  g_unlink (over);
  ssm_draft_whole_set (whole, root, bytes);
  return TRUE;
}

/* The info may be lost, so the value itself says what it is. */
static SsmKind
kind_of (const char *stem)
{
  g_autofree char *now = path_of (stem, NOW);
  char start[START_BYTES];
  FILE *file = g_fopen (now, "re");
  gsize n = file != NULL ? fread (start, 1, sizeof start, file) : 0;

  if (file == NULL)
    return SSM_KIND_BOOK; /* only N.over is there */

  fclose (file);
  return ssm_xml_guess_root (start, n);
}

gboolean
ssm_draft_read_info (const char *stem, SsmDraftInfo *info)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *meta = path_of (stem, META), *base = path_of (stem, BASE);
  g_autofree char *uri = NULL;

  *info = (SsmDraftInfo) { NULL };
  if (!is_there (stem, NOW) && !is_there (stem, OVER))
    return FALSE;

  g_key_file_load_from_file (keys, meta, G_KEY_FILE_NONE, NULL);
  uri = g_key_file_get_string (keys, GROUP, "file", NULL);
  info->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  info->title = g_key_file_get_string (keys, GROUP, "title", NULL);
  info->closed = g_key_file_get_boolean (keys, GROUP, "closed", NULL);
  info->kind = kind_of (stem);
  info->base = ssm_file_read (base, SSM_MAX_BOOK, NULL);
  if (info->title == NULL)
    info->title = g_strdup ("");
  return TRUE;
}

SsmPart *
ssm_draft_read_root (const char *stem, GError **error)
{
  g_autofree char *whole = path_of (stem, is_there (stem, NOW) ? NOW : BASE);
  g_autofree char *over = path_of (stem, OVER);
  g_autoptr (GBytes) bytes = ssm_file_read (whole, SSM_MAX_BOOK, error);
  g_autoptr (GBytes) difference = NULL;
  g_autoptr (SsmPart) root = NULL;

  if (bytes != NULL)
    root = ssm_xml_read_root (kind_of (stem), bytes, whole, NULL, error);
  if (root == NULL || !is_there (stem, OVER))
    return g_steal_pointer (&root);

  difference = ssm_file_read (over, SSM_MAX_BOOK, error);
  return difference != NULL ? ssm_draft_over_lay (root, bytes, difference, over, error) : NULL;
}

GDateTime *
ssm_draft_time (const char *stem)
{
  g_autofree char *now = path_of (stem, NOW), *over = path_of (stem, OVER);
  GStatBuf status;

  return g_stat (over, &status) == 0 || g_stat (now, &status) == 0
           ? g_date_time_new_from_unix_utc (status.st_mtime)
           : NULL;
}

void
ssm_draft_touch (const char *stem)
{
  g_autofree char *now = path_of (stem, NOW), *over = path_of (stem, OVER);

  g_utime (now, NULL);
  g_utime (over, NULL);
}

gboolean
ssm_draft_move (const char *from_stem, const char *to_stem)
{
  gboolean is_moved = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = path_of (from_stem, endings[i]);
      g_autofree char *to = path_of (to_stem, endings[i]);
      gboolean is_value = strcmp (endings[i], NOW) == 0 || strcmp (endings[i], OVER) == 0;

      /* Who moves the value has the draft; a missing base or info does no harm. */
      if (!is_value && !is_moved)
        return FALSE;
      is_moved |= g_rename (from, to) == 0 && is_value;
    }

  return TRUE;
}

void
ssm_draft_remove (const char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = path_of (stem, endings[i]);
      g_unlink (path);
    }
}

goffset
ssm_draft_size (const char *stem)
{
  goffset size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = path_of (stem, endings[i]);
      GStatBuf status;

      if (g_stat (path, &status) == 0)
        size += status.st_size;
    }

  return size;
}

GPtrArray *
ssm_draft_list (const char *folder)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *dot = strrchr (name, '.');
      g_autofree char *plain = dot != NULL ? g_strndup (name, dot - name) : NULL;
      g_autofree char *stem = NULL;

      if (dot == NULL || dot == name || *name == '.')
        continue;
      stem = g_build_filename (folder, plain, NULL);
      if (strcmp (dot, NOW) == 0 || (strcmp (dot, OVER) == 0 && !is_there (stem, NOW)))
        g_ptr_array_add (stems, g_steal_pointer (&stem));
    }

  return stems;
}
