/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-agenda-file.h"

#include "ssm-file.h"
#include "ssm-quote.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

SsmAgenda *
ssm_agenda_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ssm_file_read (path, SSM_XML_MAX_BYTES, error);
  g_autofree char *name = ssm_quote_path (path);

  return bytes != NULL ? ssm_xml_read_root (SSM_KIND_AGENDA, bytes, name, NULL, error) : NULL;
}

gboolean
ssm_agenda_save (const SsmAgenda *agenda, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (agenda, error);

  return bytes != NULL && ssm_file_save (path, bytes, NULL, SSM_FILE_SAVE_DEFAULT, error);
}
