/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clipboard: what is copied is offered in every form at once, each made when somebody
 * asks for it; what is pasted is read in the best form there is. Keys, menus, dropping and
 * the start page all come through here. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-paste.h"

G_BEGIN_DECLS

#define SSM_CLIPBOARD_TYPE "application/vnd.salesmap+xml"

/* Puts @fragment (see ssm-fragment.h) of @map on the clipboard: as our own type, an HTML
 * table or list, and @text; a stage or a whole map as a picture too. */
void ssm_clipboard_copy (GdkClipboard *clipboard, SsmMap *map, SsmMap *fragment,
                         const char *text);

/* The page of @map as a picture and nothing else, so that no program takes words. */
void ssm_clipboard_copy_picture (GdkClipboard *clipboard, SsmMap *map);

/* Reads what is there: our own type, else HTML with a table or a list in it, else text.
 * @words_only: text, for where only words can go. */
void ssm_clipboard_read_async (GdkClipboard *clipboard, gboolean words_only,
                               GAsyncReadyCallback callback, gpointer data);

/* The same of what is being dropped; (transfer full): the forms that can be read. */
void ssm_clipboard_read_drop_async (GdkDrop *drop, GAsyncReadyCallback callback,
                                    gpointer data);
GdkContentFormats *ssm_clipboard_formats (void);

/* (transfer full), or NULL where the clipboard holds no words, or somebody took it. */
SsmPasted *ssm_clipboard_read_finish (GAsyncResult *result);

G_END_DECLS
