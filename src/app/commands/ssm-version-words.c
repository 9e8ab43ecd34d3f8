/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-version-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-map-version.h"

/* A version that is no part of another: versions are looked up by their own ids. */
static const SsmPart *
find_version (const SsmMap *map, const char *id)
{
  for (guint i = 0; i < ssm_map_n_versions (map); i++)
    if (strcmp (ssm_part_id (ssm_map_version (map, i)), id) == 0)
      return ssm_map_version (map, i);

  return NULL;
}

static const char *
kept_text (const SsmMap *map, const char *id, SsmField field)
{
  const SsmMap *kept = ssm_map_version_content (map, id);

  return kept != NULL ? ssm_map_text (kept, field) : "";
}

char *
ssm_version_title (const SsmMap *map, const char *id)
{
  const char *number = kept_text (map, id, SSM_EDITION_LABEL);
  const char *name = ssm_part_text (find_version (map, id), SSM_VERSION_LABEL);

  if (*number == '\0' && *name == '\0')
    return g_strdup (_("Version without a name"));
  return g_strdup_printf ("%s%s%s", number, *number != '\0' && *name != '\0' ? " " : "", name);
}

/* (transfer full): a date of a file as people here read it. */
static char *
describe_date (const char *date)
{
  g_autofree char *moment = g_strconcat (date, "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, zone);

  /* Translators: a date format, 9 Nov 2026 */
  return time != NULL ? g_date_time_format (time, _("%-d %b %Y")) : g_strdup (date);
}

char *
ssm_version_describe (const SsmMap *map, const char *id)
{
  g_autofree char *date
    = describe_date (ssm_part_text (find_version (map, id), SSM_VERSION_DATE));
  const char *owner = kept_text (map, id, SSM_EDITION_OWNER);

  return g_strdup_printf ("%s%s%s", date, *date != '\0' && *owner != '\0' ? " · " : "", owner);
}

SsmDiff *
ssm_version_changes (SsmMap *map, const char *id)
{
  const SsmMap *kept = ssm_map_version_content (map, id);
  g_autoptr (SsmMap) now = ssm_map_without_versions (map);
  SsmDiff *diff;

  if (kept == NULL)
    return NULL;

  diff = ssm_diff_new (kept, now);
  for (guint i = diff->changes->len; i > 0; i--)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i - 1);

      if (change->field == SSM_EDITION_LABEL)
        g_ptr_array_remove_index (diff->changes, i - 1);
    }
  return diff;
}

const char *
ssm_version_newest (const SsmMap *map)
{
  guint n = ssm_map_n_versions (map);

  return n > 0 ? ssm_part_id (ssm_map_version (map, n - 1)) : NULL;
}

char *
ssm_version_count (guint n)
{
  if (n == 0)
    return g_strdup (_("No changes"));
  return g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
}

/* The only stage in which something has changed, or NULL. */
static const SsmPart *
only_stage (const SsmDiff *diff)
{
  const SsmPart *stage = NULL;

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i);

      if (change->stage == NULL)
        continue;
      if (stage != NULL && strcmp (ssm_part_id (stage), ssm_part_id (change->stage)) != 0)
        return NULL;
      stage = change->stage;
    }
  return stage;
}

char *
ssm_version_suggest_name (SsmMap *map)
{
  const char *newest = ssm_version_newest (map);
  g_autoptr (SsmDiff) diff = newest != NULL ? ssm_version_changes (map, newest) : NULL;
  const SsmPart *stage = diff != NULL ? only_stage (diff) : NULL;
  g_autofree char *today = NULL, *date = NULL;

  if (diff == NULL)
    return g_strdup (_("First draft"));
  /* Translators: the name of a version, made of the name of the stage that has changed */
  if (stage != NULL && *ssm_part_text (stage, SSM_STAGE_NAME) != '\0')
    return g_strdup_printf (_("%s changed"), ssm_part_text (stage, SSM_STAGE_NAME));

  today = ssm_version_today ();
  date = describe_date (today);
  /* Translators: the name of a version, “State of 9 Nov 2026” */
  return g_strdup_printf (_("State of %s"), date);
}

char *
ssm_version_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
