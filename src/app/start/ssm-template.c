/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-template.h"

#include "ssm-map-edit.h"
#include "ssm-resources.h"
#include "ssm-settings.h"
#include "ssm-xml-read.h"

SsmMap *
ssm_template_map_new (const char *name)
{
  const char *language = ssm_settings_get_language ();
  const char *paper = ssm_settings_get_paper ();
  const char *tag = language != NULL ? language : ssm_resources_locale_language ();
  g_autoptr (GBytes) bytes = ssm_resources_template (name, tag);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (SsmPart) template_map = NULL, map = NULL;

  if (bytes == NULL)
    return NULL;
  template_map = ssm_xml_read (bytes, name, NULL, NULL);
  /* What is linked in was read by the tests. */
  g_assert (template_map != NULL);

  map = ssm_map_from_template (template_map, today);
  /* What is not said is A4. */
  if (!g_str_equal (paper, "A4"))
    return ssm_map_with_text (map, ssm_part_id (map), SSM_PAGE_PAPER, paper);

  return g_steal_pointer (&map);
}
