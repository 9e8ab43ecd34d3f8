/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-minutes-text.h"

#include "minutes-fixture.h"

static void
test_markdown (void)
{
  g_autoptr (SsmMap) before = map_before ();
  g_autoptr (SsmMap) after = map_after (before);
  g_autoptr (SsmMinutes) minutes = minutes_of (before, after);
  g_autofree char *text = ssm_minutes_to_markdown (minutes);

  g_assert_cmpstr (text, ==,
                   "# Minutes of the workshop\n\n"
                   "Northgate · 23 Nov 2026 · 6:00 of 12:10 min\n\n"
                   "## What was agreed\n\n"
                   "### 1 Discovery\n\n"
                   "**Leave when**\n\n"
                   "- Pain in their words\n"
                   "- Number named\n\n"
                   "**It is now a**\n\n"
                   "- Qualified discovery\n\n"
                   "### 2 Proposal\n\n"
                   "**Dropped**\n\n"
                   "- Sent\n\n"
                   "### Shared definitions\n\n"
                   "- **Qualified discovery:**\n\n"
                   "## Decided by show of hands\n\n"
                   "### 1 Discovery\n\n"
                   "**Leave when**\n\n"
                   "- Number named (9 hands · kept)\n"
                   "- Seen by \\*all\\* (1 hand)\n\n"
                   "### 2 Proposal\n\n"
                   "**Enter when**\n\n"
                   "- Offer asked for (0 hands · not decided)\n\n"
                   "## Parked for later\n\n"
                   "- Ask legal (2 Proposal)\n"
                   "- Rename the team\n\n"
                   "## Blocks and times\n\n"
                   "| Block | Planned | Used |\n"
                   "| --- | ---: | ---: |\n"
                   "| 1 Discovery | 4:40 | 5:01 |\n"
                   "| 2 Proposal | 4:40 | not held |\n"
                   "| Shared definitions | 1:40 | 0:59 |\n"
                   "| Self-check | 1:10 | not held |\n"
                   "| **Total** | **12:10** | **6:00** |\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/convert/minutes-text/markdown", test_markdown);
  return g_test_run ();
}
