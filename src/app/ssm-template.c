/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-template.h"

#include "ssm-map-edit.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

SsmMap *
ssm_template_map_new (const char *name)
{
  const char *language = ssm_resources_locale_language ();
  g_autoptr (GBytes) bytes = ssm_resources_template (name, language);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (SsmPart) template_map = NULL;

  if (bytes == NULL)
    return NULL;
  template_map = ssm_xml_read (bytes, name, NULL, NULL);
  /* What is linked in was read by the tests. */
  g_assert (template_map != NULL);

  return ssm_map_from_template (template_map, today);
}
