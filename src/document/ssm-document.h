/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One open map or deal book: its current value, history, file, and draft. Views show the
 * value and call edit functions; they own no truth. Without GTK. */

#pragma once

#include <gio/gio.h>

#include "ssm-book.h"
#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_DOCUMENT (ssm_document_get_type ())
G_DECLARE_FINAL_TYPE (SsmDocument, ssm_document, SSM, DOCUMENT, GObject)

/* Properties, all notified: "map" or "book" (SSM_TYPE_PART, read only), of which a document
 * has one all its life, "file" (GFile or NULL),
 * "title" (the file's name without its ending, else the map's title), "modified" (differs
 * from the file, or was never saved), "undo-label", "redo-label" (NULL: nothing to do),
 * "state" (a sentence for the header: "Saved 10:42", "Draft kept 10:42", "Not saved yet"),
 * "draft-error" (a sentence, or NULL).
 * Signal "restored": undo or redo has set the map; views show what changed. */

/* A document of no file yet, showing @root, a map or a deal book. */
SsmDocument *ssm_document_new (SsmPart *root);

/* What it shows: a map or a deal book. */
SsmPart    *ssm_document_get_root     (SsmDocument *self);

/* The same where it is known to be one of the two. */
SsmMap     *ssm_document_get_map      (SsmDocument *self);
SsmBook    *ssm_document_get_book     (SsmDocument *self);
GFile      *ssm_document_get_file     (SsmDocument *self);
const char *ssm_document_get_title    (SsmDocument *self);
gboolean    ssm_document_get_modified (SsmDocument *self);
const char *ssm_document_get_state    (SsmDocument *self);

/* TRUE while what was edited differs from the file, for a document that has one. A
 * never-saved document closes without a question: its draft is kept. */
gboolean ssm_document_needs_question (SsmDocument *self);

/* Makes @root, (transfer full), the current value: one undoable step called @label. Does
 * nothing for the value that is current already. @merge_key as in ssm-history.h. */
void ssm_document_apply (SsmDocument *self, SsmPart *root, const char *label,
                         const char *merge_key);
void ssm_document_end_merge (SsmDocument *self);

/* Whether a step with @merge_key would go on with the last one. */
gboolean ssm_document_is_merging (SsmDocument *self, const char *merge_key);

/* The label of the step taken, owned by the document; NULL where there was none. */
const char *ssm_document_undo (SsmDocument *self);
const char *ssm_document_redo (SsmDocument *self);

/* Where in the map the person is, which a step remembers; and where the step was taken that
 * was undone or redone last, as in ssm-history.h. */
void                 ssm_document_set_place      (SsmDocument *self,
                                                  const SsmPlaceInMap *place);
const SsmPlaceInMap *ssm_document_get_step_place (SsmDocument *self);

const char *ssm_document_get_undo_label (SsmDocument *self);
const char *ssm_document_get_redo_label (SsmDocument *self);

/* Reads a .salesdeals for SSM_KIND_BOOK; for SSM_KIND_MAP a .salesmap, or a PDF, PNG or SVG
 * that carries its source: such a document has no file of its own yet, so that Save asks
 * where to. In a thread; result (transfer full). Errors in SSM_IO_ERROR. @finish's @notes,
 * if given: sentences for the person, owned by the caller. After SSM_IO_ERROR_NEWER
 * _get_newer (transfer none, or NULL) is what can be shown; it is no document, so that
 * nothing can be saved over it. */
void         ssm_document_open_async  (GFile *file, SsmKind root, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
SsmDocument *ssm_document_open_finish (GAsyncResult *result, char ***notes, GError **error);
SsmMap      *ssm_document_open_get_newer (GAsyncResult *result);

/* Saves to @file, which a deal book makes for its owner only, or to the document's own file
 * for NULL, in a thread; edits may go on meanwhile. SSM_IO_ERROR_CHANGED where somebody
 * else changed the file since it was read: nothing is written then.
 * SSM_IO_ERROR_MAYBE_NOT_DURABLE: it is written. Saving what the file already holds writes
 * nothing. ssm_document_save_finish () must be called: it starts the save that waits. */
void     ssm_document_save_async  (SsmDocument *self, GFile *file, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean ssm_document_save_finish (SsmDocument *self, GAsyncResult *result, GError **error);

typedef enum { SSM_FILE_LOOK_SAME, SSM_FILE_LOOK_CHANGED, SSM_FILE_LOOK_GONE } SsmFileLook;

/* Whether the document's file, which it must have, holds something else than when it was
 * last read or saved. Bytes decide, not times. A file that cannot be read now is not taken
 * for changed: saving will say what is wrong with it. */
void        ssm_document_look_at_file_async  (SsmDocument *self,
                                              GAsyncReadyCallback callback, gpointer data);
SsmFileLook ssm_document_look_at_file_finish (SsmDocument *self, GAsyncResult *result);

/* Reads the document's file again, which it must have: one step that undo takes back, after
 * which nothing differs from the file. Errors in SSM_IO_ERROR; nothing has changed then. */
void     ssm_document_reload_async  (SsmDocument *self, GAsyncReadyCallback callback,
                                     gpointer data);
gboolean ssm_document_reload_finish (SsmDocument *self, GAsyncResult *result, GError **error);

/* Gives the document's file, which it must have, the name @file. Never takes the place of
 * another file. Errors in SSM_IO_ERROR. */
gboolean ssm_document_rename (SsmDocument *self, GFile *file, GError **error);

/* Whether the file could only be read when it was opened. */
gboolean ssm_document_get_read_only (SsmDocument *self);

/* Keeps the draft now and waits for it: before the program ends or hands over. */
void ssm_document_flush_draft (SsmDocument *self);

/* The person decided: the draft goes, as after a save or "Discard". */
void ssm_document_discard_draft (SsmDocument *self);

/* The document is closed; its draft stays for the start page if it was never saved. */
void ssm_document_close (SsmDocument *self);

G_END_DECLS
