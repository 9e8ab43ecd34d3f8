/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-recovery.h"

#include "ssm-document-private.h"
#include "ssm-draft.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"
#include "ssm-session.h"
#include "ssm-xml-read.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Drafts that nobody wanted are kept this long. */
#define ASIDE "aside"
#define KEEP_DAYS 30

struct _SsmDraft
{
  char *stem;
  SsmDraftInfo info;
  GDateTime *time;
};

static void
draft_free (gpointer data)
{
  SsmDraft *draft = data;

  ssm_draft_info_clear (&draft->info);
  g_clear_pointer (&draft->time, g_date_time_unref);
  g_free (draft->stem);
  g_free (draft);
}

static char *
aside_folder (void)
{
  g_autofree char *root = ssm_session_root ();

  return g_build_filename (root, ASIDE, NULL);
}

static void
remove_expired (void)
{
  g_autofree char *folder = aside_folder ();
  g_autoptr (GPtrArray) stems = ssm_draft_list (folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < stems->len; i++)
    {
      g_autoptr (GDateTime) time = ssm_draft_time (stems->pdata[i]);

      if (time != NULL && g_date_time_difference (now, time) > KEEP_DAYS * G_TIME_SPAN_DAY)
        ssm_draft_remove (stems->pdata[i]);
    }
}

static void
add_drafts (GPtrArray *drafts, const char *folder, SsmKind root)
{
  g_autoptr (GPtrArray) stems = ssm_draft_list (folder);
  gboolean alive = ssm_session_is_alive (folder);

  for (guint i = 0; i < stems->len; i++)
    {
      SsmDraft *draft = g_new0 (SsmDraft, 1);

      draft->stem = g_strdup (stems->pdata[i]);
      draft->time = ssm_draft_time (draft->stem);
      if (draft->time != NULL && ssm_draft_read_info (draft->stem, &draft->info)
          && draft->info.kind == root && (!alive || draft->info.closed))
        g_ptr_array_add (drafts, draft);
      else
        draft_free (draft);
    }
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const SsmDraft *x = *(SsmDraft *const *) a, *y = *(SsmDraft *const *) b;

  return g_date_time_compare (y->time, x->time);
}

GPtrArray *
ssm_recovery_list (SsmKind root)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (draft_free);
  g_autofree char *sessions = ssm_session_root ();
  g_autoptr (GDir) dir = g_dir_open (sessions, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (sessions, name, NULL);

      if (strcmp (name, ASIDE) == 0 || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        continue;
      add_drafts (drafts, folder, root);
      ssm_session_remove_empty (folder);
    }

  remove_expired ();
  g_ptr_array_sort (drafts, newest_first);
  return drafts;
}

const char *
ssm_draft_get_title (SsmDraft *draft)
{
  return draft->info.title;
}

const char *
ssm_draft_get_path (SsmDraft *draft)
{
  return draft->info.path;
}

GDateTime *
ssm_draft_get_time (SsmDraft *draft)
{
  return draft->time;
}

gboolean
ssm_draft_was_crash (SsmDraft *draft)
{
  return !draft->info.closed;
}

/* The days it is kept are counted from now. */
static void
move_aside (SsmDraft *draft)
{
  g_autofree char *folder = aside_folder ();
  g_autofree char *name = g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *stem = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0 && ssm_draft_move (draft->stem, stem))
    ssm_draft_touch (stem);
}

void
ssm_draft_decline (SsmDraft *draft)
{
  move_aside (draft);
}

/* The draft becomes this program's, under a new stem; NULL if it is gone. */
static char *
claim (SsmDraft *draft, GError **error)
{
  const char *folder = ssm_session_folder (error);
  g_autofree char *stem = NULL;

  if (folder == NULL)
    return NULL;

  stem = ssm_draft_new_stem (folder);
  if (ssm_draft_move (draft->stem, stem))
    {
      draft->info.closed = FALSE;
      ssm_draft_write_info (stem, &draft->info, NULL);
      return g_steal_pointer (&stem);
    }

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED,
               _("The draft of “%s” is open in another window or was removed."),
               draft->info.title);
  return NULL;
}

/* (transfer full): a document of the draft's file as it was when the draft was begun. */
static SsmDocument *
document_of_base (SsmDraft *draft)
{
  g_autoptr (SsmPart) root = NULL;
  g_autoptr (GFile) file = NULL;
  SsmDocument *document;

  if (draft->info.path == NULL || draft->info.base == NULL)
    return NULL;
  root = ssm_xml_read_root (draft->info.kind, draft->info.base, draft->info.path, NULL, NULL);
  if (root == NULL)
    return NULL;

  file = g_file_new_for_path (draft->info.path);
  document = ssm_document_new (root);
  ssm_document_set_read (document, file, root, draft->info.base);
  return document;
}

/* (transfer full): the stems of the drafts that no window shows. */
static GPtrArray *
list_kept (void)
{
  g_autofree char *aside = aside_folder ();
  g_autoptr (GPtrArray) drafts = ssm_recovery_list (SSM_KIND_MAP);
  g_autoptr (GPtrArray) books = ssm_recovery_list (SSM_KIND_BOOK);
  GPtrArray *stems = ssm_draft_list (aside);

  for (guint i = 0; i < drafts->len; i++)
    g_ptr_array_add (stems, g_strdup (((SsmDraft *) drafts->pdata[i])->stem));
  for (guint i = 0; i < books->len; i++)
    g_ptr_array_add (stems, g_strdup (((SsmDraft *) books->pdata[i])->stem));

  return stems;
}

SsmDocument *
ssm_draft_restore (SsmDraft *draft, GError **error)
{
  g_autoptr (SsmPart) root = ssm_draft_read_root (draft->stem, error);
  g_autofree char *stem = NULL;
  SsmDocument *document;

  if (root == NULL)
    {
      move_aside (draft);
      return NULL;
    }
  stem = claim (draft, error);
  if (stem == NULL)
    return NULL;

  document = document_of_base (draft);
  if (document == NULL)
    document = ssm_document_new (root);
  ssm_document_adopt_draft (document, stem, root);
  return document;
}

guint
ssm_recovery_measure (goffset *size)
{
  g_autoptr (GPtrArray) stems = list_kept ();
  goffset sum = 0;

  for (guint i = 0; i < stems->len; i++)
    sum += ssm_draft_size (stems->pdata[i]);
  if (size != NULL)
    *size = sum;

  return stems->len;
}

void
ssm_recovery_clear (void)
{
  g_autoptr (GPtrArray) stems = list_kept ();

  for (guint i = 0; i < stems->len; i++)
    ssm_draft_remove (stems->pdata[i]);
}
