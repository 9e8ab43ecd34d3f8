/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-document-state.h"

#include <math.h>

#include "ssm-state.h"

#define DOCUMENTS "documents.ini"

/* The group of maps that have no file. */
#define UNSAVED "unsaved"

/* (transfer full): who reads the file learns neither names nor folders from it. */
static char *
group_of (GFile *file)
{
  g_autofree char *uri = NULL;

  if (file == NULL)
    return g_strdup (UNSAVED);
  uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

static void
store (GKeyFile *state, const char *group)
{
  g_key_file_set_int64 (state, group, SSM_STATE_TIME, g_get_real_time () / G_USEC_PER_SEC);
  ssm_state_drop_oldest (state, SSM_DOCUMENT_STATE_MAX);
  ssm_state_store (state, DOCUMENTS);
}

gboolean
ssm_document_state_get_boolean (GFile *file, const char *key, gboolean fallback)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (state, group, key, &error);

  return error == NULL ? value : fallback;
}

void
ssm_document_state_set_boolean (GFile *file, const char *key, gboolean value)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);

  g_key_file_set_boolean (state, group, key, value);
  store (state, group);
}

double
ssm_document_state_get_double (GFile *file, const char *key, double fallback)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);
  g_autoptr (GError) error = NULL;
  double value = g_key_file_get_double (state, group, key, &error);

  return error == NULL && isfinite (value) ? value : fallback;
}

void
ssm_document_state_set_double (GFile *file, const char *key, double value)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);

  g_key_file_set_double (state, group, key, value);
  store (state, group);
}

char *
ssm_document_state_get_string (GFile *file, const char *key, const char *fallback)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);
  char *value = g_key_file_get_string (state, group, key, NULL);

  return value != NULL ? value : g_strdup (fallback);
}

void
ssm_document_state_set_string (GFile *file, const char *key, const char *value)
{
  g_autoptr (GKeyFile) state = ssm_state_load (DOCUMENTS);
  g_autofree char *group = group_of (file);

  g_key_file_set_string (state, group, key, value);
  store (state, group);
}
