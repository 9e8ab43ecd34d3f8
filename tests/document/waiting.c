/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "waiting.h"

void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

GAsyncResult *
wait_result (Wait *wait)
{
  g_main_loop_run (wait->loop);
  g_main_loop_unref (wait->loop);
  return wait->result;
}

SsmDocument *
open_as (GFile *file, SsmKind kind, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;

  ssm_document_open_async (file, kind, NULL, done_cb, &wait);
  result = wait_result (&wait);
  return ssm_document_open_finish (result, NULL, error);
}

gboolean
save (SsmDocument *document, GFile *file, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;

  ssm_document_save_async (document, file, NULL, done_cb, &wait);
  result = wait_result (&wait);
  return ssm_document_save_finish (document, result, error);
}
