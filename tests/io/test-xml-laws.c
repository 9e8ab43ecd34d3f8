/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every map: reading gives back what was written, writing what was read, and
 * a file rewritten by another program becomes canonical again. */

#include "xml-fixture.h"

#include <locale.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "random-map.h"
#include "ssm-map-edit.h"
#include "ssm-map-version.h"

#define RUNS 400

static GRand *
new_random (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

/* read ∘ write = the same value. */
static void
test_same_value (void)
{
  g_autoptr (GRand) random = new_random ();

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmMap) map = random_map (random, FALSE);
      g_autofree char *written = write_text (map);
      g_autoptr (SsmMap) again = read_text (written, NULL);

      g_assert_true (ssm_part_equal (map, again));
    }
}

/* write ∘ read = the same bytes, and from then on also the same value. */
static void
test_same_bytes (void)
{
  g_autoptr (GRand) random = new_random ();

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmMap) map = random_map (random, TRUE);
      g_autofree char *first = write_text (map);
      g_autoptr (SsmMap) again = read_text (first, NULL);
      g_autofree char *second = write_text (again);
      g_autoptr (SsmMap) third = read_text (second, NULL);

      g_assert_true (strcmp (first, second) == 0);
      g_assert_true (ssm_part_equal (again, third));
    }
}

/* Going back gives a map that a file can hold, whatever others have written around it. */
static void
test_kept_versions (void)
{
  g_autoptr (GRand) random = new_random ();

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmMap) map = random_map (random, TRUE);
      g_autofree char *id = NULL;
      g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "Kept", "2026-11-09", &id);
      g_autofree char *written = write_text (kept);
      g_autoptr (SsmMap) again = read_text (written, NULL);
      g_autoptr (SsmMap) edited
        = ssm_map_with_text (again, ssm_part_id (again), SSM_MAP_SUBTITLE, "other");
      g_autoptr (SsmMap) back = ssm_map_with_version_restored (edited, id);
      g_autofree char *restored = write_text (back);

      g_autoptr (SsmMap) sound = read_text (restored, NULL);
      g_autofree char *again_written = write_text (sound);

      g_assert_true (strcmp (restored, again_written) == 0);
    }
}

/* Attributes of each element the other way round, as another program may write them. */
static void
turn_attributes (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      xmlAttr *last = node->type == XML_ELEMENT_NODE ? node->properties : NULL;

      while (last != NULL && last->next != NULL)
        last = last->next;
      while (last != NULL && last != node->properties)
        {
          xmlAttr *first = node->properties;

          node->properties = first->next;
          first->next->prev = NULL;
          first->next = last->next;
          first->prev = last;
          if (last->next != NULL)
            last->next->prev = first;
          last->next = first;
        }
      if (node->type == XML_ELEMENT_NODE)
        turn_attributes (node->children);
    }
}

static char *
without_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append (joined, g_strchug (lines[i]));
  return g_string_free (joined, FALSE);
}

static char *
rewritten (const char *text, int way)
{
  g_autoptr (GString) result = g_string_new (text);
  xmlDoc *doc;
  xmlChar *bytes;
  char *copy;
  int length;

  switch (way)
    {
    case 0:
      g_string_replace (result, "\n", "\r\n", 0);
      g_string_prepend (result, "\xef\xbb\xbf");
      return g_strdup (result->str);
    case 1:
      g_string_replace (result, "\n  ", "\n\t", 0);
      return g_strdup (result->str);
    case 2:
      return without_lines (text);
    default:
      doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);
      turn_attributes (xmlDocGetRootElement (doc));
      xmlDocDumpMemoryEnc (doc, &bytes, &length, way == 3 ? "UTF-8" : "US-ASCII");
      copy = g_strndup ((char *) bytes, (gsize) length);
      xmlFree (bytes);
      xmlFreeDoc (doc);
      return copy;
    }
}

/* Foreign elements lay themselves out, and comments cannot be in ASCII: with these, only
 * the order of attributes is changed. */
static void
test_rewritten (void)
{
  g_autoptr (GRand) random = new_random ();

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmMap) map = random_map (random, i % 5 == 3);
      g_autofree char *written = write_text (map);
      g_autofree char *edited = rewritten (written, (int) i % 5);
      g_autofree char *again = canonical (edited);

      g_assert_true (strcmp (written, again) == 0);
    }
}

/* The same bytes in every locale. */
static void
test_locale (void)
{
  static const char *const locales[] = { "C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (SsmMap) map = random_map (random, TRUE);
  g_autofree char *first = write_text (map);

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *again = NULL;

      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      again = canonical (first);
      setlocale (LC_ALL, "C.UTF-8");
      g_assert_true (strcmp (first, again) == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml-laws/same-value", test_same_value);
  g_test_add_func ("/io/xml-laws/same-bytes", test_same_bytes);
  g_test_add_func ("/io/xml-laws/kept-versions", test_kept_versions);
  g_test_add_func ("/io/xml-laws/rewritten", test_rewritten);
  g_test_add_func ("/io/xml-laws/locale", test_locale);
  return g_test_run ();
}
