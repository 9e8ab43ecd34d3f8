/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-deal-pin.h"
#include "ssm-deal-places.h"
#include "ssm-file-choice.h"
#include "ssm-recovery.h"
#include "ssm-window.h"

#define ENDING ".salesdeals"

struct _SsmDealFlow
{
  GObject parent_instance;

  SsmWindow *window; /* weak */
  SsmDealBoard *board;
  SsmSaveFlow *save_flow; /* of the book */
  GCancellable *cancellable;
  GQueue places; /* of GFile: where the book may be */
  GFile *unread; /* one of them that could not be read, or NULL */
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

/* What cannot be read is left as it is, and said where deals are looked at. */
static void
say_unread (SsmDealFlow *self, GFile *file, const GError *error)
{
  SsmEditor *editor = ssm_window_get_editor (self->window);
  g_autofree char *name = ssm_file_choice_name (file);
  g_autofree char *why = ssm_file_choice_sentence (file, error->message);
  /* Translators: the name of a file, and what is wrong with it as a sentence */
  g_autofree char *words = g_strdup_printf (
    _ ("The deals in “%s” could not be read. %s The file is left as it is: bring back an "
       "earlier copy of it and open that. New deals are saved in another file."),
    name, why);
  AdwToast *toast = ssm_window_toast (self->window, _ ("Deals of this map could not be read."),
                                      _ ("Show"), "win.show-view::deals");

  adw_toast_set_timeout (toast, 0);
  ssm_deals_view_warn (ssm_editor_get_deals (editor), words);
  g_set_object (&self->unread, file);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmDealFlow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) book = ssm_document_open_finish (result, NULL, &error);
  g_autoptr (GFile) file = NULL;

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  file = g_queue_pop_head (&self->places);
  if (file == NULL)
    return;
  if (book == NULL && may_take (self))
    say_unread (self, file, error);
  if (book == NULL || !is_of_map (self, book) || !may_take (self))
    look_further (self);
  else if (!restore_draft (self, file))
    take_book (self, book);
}

/* Where no file is left to look at, a draft may hold what was never saved, or was saved in a
 * file that cannot be read any more. */
static void
look_further (SsmDealFlow *self)
{
  GFile *file = g_queue_peek_head (&self->places);

  if (file != NULL)
    ssm_document_open_async (file, SSM_KIND_BOOK, self->cancellable, opened_cb,
                             g_object_ref (self));
  else if ((self->unread == NULL || !restore_draft (self, self->unread)) && may_take (self))
    restore_draft (self, NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmDealFlow) self = data;
  g_autoptr (GPtrArray) files = ssm_deal_places_find_finish (result);

  if (files == NULL || self->window == NULL)
    return;
  for (guint i = 0; i < files->len; i++)
    g_queue_push_tail (&self->places, g_object_ref (files->pdata[i]));
  look_further (self);
}

static void
look_beside (SsmDealFlow *self)
{
  SsmDocument *document = ssm_deal_board_get_document (self->board);
  SsmDealPlaces places = {
    .file = ssm_document_get_file (document),
    .ending = ENDING,
    .id = ssm_part_id (ssm_document_get_map (document)),
    .namesake = TRUE,
  };

  if (places.file != NULL)
    ssm_deal_places_find_async (&places, self->cancellable, found_cb, g_object_ref (self));
  else
    look_further (self);
}

/* Nothing is looked for any more. */
static void
stop_looking (SsmDealFlow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->places, g_object_unref);
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

  stop_looking (self);
  g_clear_object (&self->unread);
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
  look_beside (self);
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

static gboolean
is_open (SsmDealFlow *self, GFile *file)
{
  GFile *own = ssm_document_get_file (ssm_deal_board_get_book (self->board));

  return own != NULL && g_file_equal (own, file);
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
  else if (!restore_draft (self, ssm_document_get_file (book)))
    take_book (self, book);
  if (book != NULL && ssm_deal_board_get_book (self->board) != book)
    ssm_document_close (book);
}

/* What was asked for goes before what would have been found. */
void
ssm_deal_flow_open (SsmDealFlow *self, GFile *file)
{
  g_return_if_fail (SSM_IS_DEAL_FLOW (self));

  if (is_open (self, file))
    return;
  stop_looking (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ssm_document_open_async (file, SSM_KIND_BOOK, NULL, chosen_cb, g_object_ref (self));
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
