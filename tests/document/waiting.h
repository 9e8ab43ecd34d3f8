/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document does in a thread, waited for as tests want it:
 *
 *   Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
 *   ssm_document_…_async (…, done_cb, &wait);
 *   result = wait_result (&wait);
 */

#pragma once

#include "ssm-document.h"

G_BEGIN_DECLS

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

/* A GAsyncReadyCallback; @data is a Wait. */
void done_cb (GObject *source, GAsyncResult *result, gpointer data);

/* (transfer full): the result; takes the loop. */
GAsyncResult *wait_result (Wait *wait);

/* (transfer full): NULL with @error set. */
SsmDocument *open_as (GFile *file, SsmKind kind, GError **error);

gboolean save (SsmDocument *document, GFile *file, GError **error);

G_END_DECLS
