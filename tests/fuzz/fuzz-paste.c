/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is on a clipboard is read as something that can be put into a map, and the map
 * that comes of it is a file. What we write of it as arrows gives the same stages. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ssm-convert.h"
#include "ssm-fragment.h"
#include "ssm-read.h"
#include "ssm-xml-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const SsmLanguage * const languages[] = { NULL };

/* Takes @fragment, which may be NULL. */
static void
check_fragment (SsmMap *fragment)
{
  g_autoptr (SsmMap) owned = fragment;
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (owned == NULL)
    return;

  map = ssm_map_with_stages (empty, 0, owned, NULL, &id);
  g_assert_true ((map == empty) == (id == NULL));
  bytes = ssm_xml_write_checked (map, &error);
  g_assert_no_error (error);
}

static void
check_arrows (const SsmMap *stages)
{
  g_autofree char *arrows = ssm_map_to_arrows (stages);
  g_autoptr (SsmMap) back = ssm_read_stages (arrows, languages);
  g_autofree char *again = back != NULL ? ssm_map_to_arrows (back) : NULL;

  g_assert_true (again == NULL || ssm_map_n_stages (back) <= ssm_map_n_stages (stages));
}

static void
check_text (const char *text)
{
  g_auto (GStrv) items = ssm_read_items (text);
  g_autoptr (SsmMap) stages = ssm_read_stages (text, languages);
  SsmMap *criteria = ssm_read_criteria (text);

  g_assert_true ((criteria == NULL) == (items[0] == NULL));
  g_assert_true (criteria == NULL
                 || ssm_map_n_criteria (criteria) == g_strv_length (items));
  check_fragment (criteria);
  check_fragment (ssm_read_names (text));
  if (stages != NULL)
    check_arrows (stages);
  check_fragment (g_steal_pointer (&stages));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gboolean cut;
  g_autofree char *text = ssm_read_clean ((const char *) data, size, &cut);
  g_autofree char *html = ssm_html_to_plain (text);
  g_autofree char *values = ssm_csv_to_plain (text);

  check_text (text);
  check_text (html);
  check_text (values);
  return 0;
}
