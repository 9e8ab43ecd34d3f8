/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What minutes say, line by line. */

#include "minutes-fixture.h"

#include <string.h>

/* (transfer full): each line as "kind text / note / last". */
static char *
describe (const SsmMinutes *minutes)
{
  static const char marks[] = "TsSPLitHr+.";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < minutes->lines->len; i++)
    {
      const SsmMinutesLine *line = minutes->lines->pdata[i];

      g_string_append_printf (text, "%c %s%s%s%s%s\n", marks[line->kind], line->text,
                              line->note != NULL ? " / " : "",
                              line->note != NULL ? line->note : "",
                              line->last != NULL ? " / " : "",
                              line->last != NULL ? line->last : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_everything (void)
{
  g_autoptr (SsmMap) before = map_before ();
  g_autoptr (SsmMap) after = map_after (before);
  g_autoptr (SsmMinutes) minutes = minutes_of (before, after);
  g_autofree char *text = describe (minutes);

  g_assert_cmpstr (text, ==,
                   "T Minutes of the workshop\n"
                   "s Northgate · 23 Nov 2026 · 6:00 of 12:10 min\n"
                   "S What was agreed\n"
                   "P 1 Discovery\n"
                   "L Leave when\n"
                   "i Pain in their words\n"
                   "i Number named\n"
                   "L It is now a\n"
                   "i Qualified discovery\n"
                   "P 2 Proposal\n"
                   "L Dropped\n"
                   "i Sent\n"
                   "P Shared definitions\n"
                   "t Qualified discovery / \n"
                   "S Decided by show of hands\n"
                   "P 1 Discovery\n"
                   "L Leave when\n"
                   "i Number named / 9 hands · kept\n"
                   "i Seen by *all* / 1 hand\n"
                   "P 2 Proposal\n"
                   "L Enter when\n"
                   "i Offer asked for / 0 hands · not decided\n"
                   "S Parked for later\n"
                   "i Ask legal / 2 Proposal\n"
                   "i Rename the team\n"
                   "S Blocks and times\n"
                   "H Block / Planned / Used\n"
                   "r 1 Discovery / 4:40 / 5:01\n"
                   "r 2 Proposal / 4:40 / not held\n"
                   "r Shared definitions / 1:40 / 0:59\n"
                   "r Self-check / 1:10 / not held\n"
                   "+ Total / 12:10 / 6:00\n");
}

static void
test_nothing_happened (void)
{
  g_autoptr (SsmMap) map = map_before ();
  g_autoptr (SsmMinutes) minutes = minutes_of (map, map);
  g_autofree char *text = describe (minutes);

  g_assert_nonnull (strstr (text, "S What was agreed\n. The map is as it was before.\nS Blocks"));
}

/* A criterion that moved to another stage is neither new nor dropped. */
static void
test_moved (void)
{
  g_autoptr (SsmMap) before = map_before ();
  const SsmPart *first = ssm_map_stage (before, 0);
  g_autoptr (SsmMap) after = ssm_map_with_part_moved (
    before, ssm_part_id (ssm_part_child (first, SSM_LIST_EXIT, 0)),
    ssm_part_id (ssm_map_stage (before, 1)), SSM_LIST_ENTRY, 0);
  g_autoptr (SsmMinutes) minutes = minutes_of (before, after);
  g_autofree char *text = describe (minutes);

  g_assert_nonnull (strstr (text, "The map is as it was before."));
}

/* The map before may be lost: then all that there is was agreed. */
static void
test_before_is_lost (void)
{
  g_autoptr (SsmMap) map = map_before ();
  g_autoptr (SsmMinutes) minutes = minutes_of (NULL, map);
  g_autofree char *text = describe (minutes);

  g_assert_nonnull (strstr (text, "i Good call\ni Budget named\nP 2 Proposal\n"));
}

static void
test_language (void)
{
  g_autoptr (SsmMap) before = map_before ();
  g_autoptr (SsmMap) german
    = ssm_map_with_text (before, ssm_part_id (before), SSM_MAP_LANGUAGE, "de-AT");
  g_autoptr (SsmMinutes) minutes = minutes_of (before, german);
  g_autofree char *text = describe (minutes);

  g_assert_true (g_str_has_prefix (text, "T Protokoll des Workshops\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/minutes/everything", test_everything);
  g_test_add_func ("/workshop/minutes/nothing-happened", test_nothing_happened);
  g_test_add_func ("/workshop/minutes/moved", test_moved);
  g_test_add_func ("/workshop/minutes/before-is-lost", test_before_is_lost);
  g_test_add_func ("/workshop/minutes/language", test_language);
  return g_test_run ();
}
