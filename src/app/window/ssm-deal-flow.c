/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-flow.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-deal-pin.h"
#include "ssm-file-choice.h"
#include "ssm-recovery.h"
#include "ssm-window.h"

#define ENDING ".salesdeals"

/* Books beside a map that are looked into. */
#define MAX_BOOKS 30

/* Larger ones are only looked into where they are called like the map: 16 MiB. */
#define MAX_STRANGER (16 * 1024 * 1024)

struct _SsmDealFlow
{
  GObject parent_instance;

  SsmWindow *window; /* weak */
  SsmDealBoard *board;
  SsmSaveFlow *save_flow; /* of the book */
  GCancellable *cancellable;
  GQueue places; /* of GFile: where the book may be */
  gboolean wanted; /* it is to be saved as soon as the map has a file */
};

G_DEFINE_FINAL_TYPE (SsmDealFlow, ssm_deal_flow, G_TYPE_OBJECT)

static void look_further (SsmDealFlow *self);

static gboolean
is_of_map (SsmDealFlow *self, SsmDocument *book)
{
  const SsmMap *map = ssm_document_get_map (ssm_deal_board_get_document (self->board));

  return g_str_equal (ssm_part_text (ssm_document_get_book (book), SSM_BOOK_MAP),
                      ssm_part_id (map));
}

/* Deals that were entered before a book was found are not given up for it. */
static gboolean
may_take (SsmDealFlow *self)
{
  SsmDocument *book = ssm_deal_board_get_book (self->board);

  return ssm_document_get_file (book) == NULL
         && ssm_document_get_undo_label (book) == NULL
         && ssm_book_n_deals (ssm_document_get_book (book)) == 0;
}

static void
take_book (SsmDealFlow *self, SsmDocument *book)
{
  ssm_document_close (ssm_deal_board_get_book (self->board));
  g_clear_object (&self->save_flow);
  self->save_flow = ssm_save_flow_new (self->window, book);
  ssm_deal_board_set_book (self->board, book);
}

/* Work that was never saved is there again, and one undo away from the file. */
static gboolean
restore_draft (SsmDealFlow *self, GFile *file)
{
  g_autoptr (GPtrArray) drafts = ssm_recovery_list (SSM_KIND_BOOK);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      SsmDraft *draft = drafts->pdata[i];
      g_autoptr (SsmDocument) book = NULL;

      if (g_strcmp0 (ssm_draft_get_path (draft), path) != 0)
        continue;
      book = ssm_draft_restore (draft, NULL);
      if (book == NULL)
        continue;
      if (is_of_map (self, book))
        {
          take_book (self, book);
          ssm_window_toast (self->window, _ ("Deals that were never saved are back."), NULL,
                            NULL);
          return TRUE;
        }
      ssm_document_close (book);
    }
  return FALSE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmDealFlow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) book = ssm_document_open_finish (result, NULL, &error);
  g_autoptr (GFile) file = g_queue_pop_head (&self->places);

  if (g_cancellable_is_cancelled (self->cancellable) || self->window == NULL)
    return;
  if (book == NULL || !is_of_map (self, book) || !may_take (self))
    {
      look_further (self);
      return;
    }
  if (!restore_draft (self, file))
    take_book (self, book);
}

static void
look_further (SsmDealFlow *self)
{
  GFile *file = g_queue_peek_head (&self->places);

  if (file == NULL)
    {
      restore_draft (self, NULL);
      return;
    }
  ssm_document_open_async (file, SSM_KIND_BOOK, self->cancellable, opened_cb,
                           g_object_ref (self));
}

/* The book that is called like the map comes first. */
static void
add_place (SsmDealFlow *self, GFile *folder, GFileInfo *info, const char *own)
{
  const char *name = g_file_info_get_name (info);

  if (!g_str_has_suffix (name, ENDING) || g_queue_get_length (&self->places) >= MAX_BOOKS)
    return;
  if (g_str_equal (name, own))
    g_queue_push_head (&self->places, g_file_get_child (folder, name));
  else if (g_file_info_get_size (info) <= MAX_STRANGER)
    g_queue_push_tail (&self->places, g_file_get_child (folder, name));
}

/* (transfer full): the name of a book beside @map. */
static char *
name_beside (GFile *map)
{
  g_autofree char *name = g_file_get_basename (map);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strconcat (name, ENDING, NULL);
}

static void
look_beside (SsmDealFlow *self, GFile *map)
{
  g_autoptr (GFile) folder = g_file_get_parent (map);
  g_autofree char *own = name_beside (map);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
      G_FILE_QUERY_INFO_NONE, self->cancellable, NULL);
  GFileInfo *info;

  while (files != NULL
         && g_file_enumerator_iterate (files, &info, NULL, self->cancellable, NULL)
         && info != NULL)
    add_place (self, folder, info, own);
}

/* The map has been saved under a name: the deals go beside it. */
static void
map_file_cb (SsmDealFlow *self)
{
  if (self->wanted)
    ssm_deal_flow_save (self);
}

static void
ssm_deal_flow_dispose (GObject *object)
{
  SsmDealFlow *self = SSM_DEAL_FLOW (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->places, g_object_unref);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->save_flow);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_deal_flow_parent_class)->dispose (object);
}

static void
ssm_deal_flow_finalize (GObject *object)
{
  g_object_unref (SSM_DEAL_FLOW (object)->cancellable);
  G_OBJECT_CLASS (ssm_deal_flow_parent_class)->finalize (object);
}

static void
ssm_deal_flow_class_init (SsmDealFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_deal_flow_dispose;
  G_OBJECT_CLASS (klass)->finalize = ssm_deal_flow_finalize;
}

static void
ssm_deal_flow_init (SsmDealFlow *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->places);
}

SsmDealFlow *
ssm_deal_flow_new (SsmWindow *window, SsmDealBoard *board)
{
  SsmDealFlow *self = g_object_new (SSM_TYPE_DEAL_FLOW, NULL);
  SsmDocument *document = ssm_deal_board_get_document (board);

  g_set_weak_pointer (&self->window, window);
  self->board = g_object_ref (board);
  self->save_flow = ssm_save_flow_new (window, ssm_deal_board_get_book (board));
  g_signal_connect_object (document, "notify::file", G_CALLBACK (map_file_cb), self,
                           G_CONNECT_SWAPPED);
  ssm_deal_pin_follow (board, ssm_map_view_get_canvas (
                                  ssm_editor_get_view (ssm_window_get_editor (window))));
  if (ssm_document_get_file (document) != NULL)
    look_beside (self, ssm_document_get_file (document));
  look_further (self);
  return self;
}

void
ssm_deal_flow_close (SsmDealFlow *self)
{
  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  g_cancellable_cancel (self->cancellable);
  ssm_document_close (ssm_deal_board_get_book (self->board));
}

SsmDocument *
ssm_deal_flow_get_active (SsmWindow *window)
{
  SsmEditor *editor = ssm_window_get_editor (window);

  if (editor != NULL && g_str_equal (ssm_editor_get_view_name (editor), "deals"))
    return ssm_deal_board_get_book (ssm_deals_view_get_board (ssm_editor_get_deals (editor)));
  return ssm_window_get_document (window);
}

void
ssm_deal_flow_save (SsmDealFlow *self)
{
  SsmDocument *book;
  GFile *map;

  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  book = ssm_deal_board_get_book (self->board);
  map = ssm_document_get_file (ssm_deal_board_get_document (self->board));
  ssm_document_end_merge (book);
  if (ssm_document_get_file (book) != NULL)
    {
      ssm_save_flow_save (self->save_flow);
      return;
    }
  self->wanted = map == NULL && ssm_book_n_deals (ssm_document_get_book (book)) > 0;
  if (map != NULL && ssm_book_n_deals (ssm_document_get_book (book)) > 0)
    {
      g_autoptr (GFile) file = ssm_file_choice_beside (map, ENDING);

      ssm_save_flow_save_to (self->save_flow, file);
    }
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmDealFlow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->window == NULL)
    return;
  if (ssm_document_reload_finish (SSM_DOCUMENT (source), result, &error))
    {
      ssm_notice_hide (ssm_window_get_notice (self->window));
      ssm_deal_flow_look_at_file (self);
    }
  else
    ssm_window_toast (self->window, error->message, NULL, NULL);
}

void
ssm_deal_flow_reload (SsmDealFlow *self)
{
  SsmDocument *book;

  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  book = ssm_deal_board_get_book (self->board);
  if (ssm_document_get_file (book) != NULL)
    ssm_document_reload_async (book, reloaded_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmDealFlow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) book = ssm_document_open_finish (result, NULL, &error);

  if (self->window == NULL)
    return;
  if (book == NULL)
    ssm_window_toast (self->window, error->message, NULL, NULL);
  else if (!is_of_map (self, book))
    ssm_window_toast (self->window, _ ("These deals belong to another map."), NULL, NULL);
  else if (!may_take (self))
    ssm_window_toast (self->window, _ ("There are deals in this window already."), NULL, NULL);
  else
    take_book (self, book);
}

void
ssm_deal_flow_open (SsmDealFlow *self, GFile *file)
{
  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  ssm_document_open_async (file, SSM_KIND_BOOK, self->cancellable, chosen_cb,
                           g_object_ref (self));
}

gboolean
ssm_deal_flow_may_close (SsmDealFlow *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_FLOW (self), TRUE);

  return ssm_save_flow_may_close (self->save_flow);
}

void
ssm_deal_flow_look_at_file (SsmDealFlow *self)
{
  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  ssm_save_flow_look_at_file (self->save_flow);
}

SsmSaveFlow *
ssm_deal_flow_get_save_flow (SsmDealFlow *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_FLOW (self), NULL);

  return self->save_flow;
}
