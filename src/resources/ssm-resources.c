/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files lie in GLib's table of resources, whose lock makes the first call of several
 * threads at once safe; the bundle's own accessor answers NULL then. */

#include "ssm-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-templates.h"

#define ROOT "/org/salesmap/SalesSystemMap/"
#define TEMPLATES ROOT "templates/"
#define LANGUAGES ROOT "languages/"

static const SsmTemplate templates[] = {
  { "b2b", N_("B2B sales system"), N_("Seven stages with example criteria and definitions") },
  { "short", N_("Short cycle"), N_("Four stages for quick sales") },
  { "empty", N_("Seven empty stages"), N_("Names only, criteria written live") },
  { "saas", N_("SaaS inbound"), N_("From request over demo and guided trial to activation") },
  { "enterprise", N_("Enterprise MEDDPICC"), N_("Eight stages for buying committees") },
  { "services", N_("Services"), N_("Projects and retainers, from enquiry to the next topic") },
  { "channel", N_("Channel"), N_("Partner and end customer, from registration to adoption") },
};

guint
ssm_resources_n_templates (void)
{
  return G_N_ELEMENTS (templates);
}

SsmTemplate
ssm_resources_template_at (guint index)
{
  g_assert (index < G_N_ELEMENTS (templates));

  return (SsmTemplate) {
    templates[index].name,
    _(templates[index].title),
    _(templates[index].description),
  };
}

/* Makes the linker take the bundle, and with it the constructor that puts it into the
 * table, out of the static library. */
static void
need_bundle (void)
{
  ssm_templates_get_resource ();
}

static GBytes *
lookup (const char *folder, const char *name, const char *ending)
{
  g_autofree char *path = g_strconcat (folder, name, ending, NULL);

  need_bundle ();
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static int
compare_tags (const void *a, const void *b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

char **
ssm_resources_languages (void)
{
  char **tags;

  need_bundle ();
  tags = g_resources_enumerate_children (LANGUAGES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (tags != NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    *strrchr (tags[i], '.') = '\0';
  qsort (tags, g_strv_length (tags), sizeof *tags, compare_tags);
  return tags;
}

/* How well the pack @have serves @want: 0 not at all. */
static guint
fitness (const char *have, const char *want)
{
  gsize primary = strcspn (want, "-");

  if (g_ascii_strcasecmp (have, want) == 0)
    return 3;
  if (g_ascii_strncasecmp (have, want, primary) == 0 && primary > 0)
    {
      if (have[primary] == '\0')
        return 2;
      if (have[primary] == '-')
        return 1;
    }
  return 0;
}

/* Of equals the first. */
const char *
ssm_resources_find_language (const char *tag)
{
  g_auto (GStrv) tags = ssm_resources_languages ();
  const char *best = NULL;
  guint best_fitness = 0;

  g_return_val_if_fail (tag != NULL, NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    if (fitness (tags[i], tag) > best_fitness)
      {
        best = tags[i];
        best_fitness = fitness (tags[i], tag);
      }
  return g_intern_string (best);
}

const char *
ssm_resources_locale_language (void)
{
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strndup (names[i], strcspn (names[i], ".@"));
      const char *found = ssm_resources_find_language (g_strdelimit (tag, "_", '-'));

      if (found != NULL)
        return found;
    }
  return "en";
}

static const char *
choose_language (const char *tag)
{
  const char *found = ssm_resources_find_language (tag);

  return found != NULL ? found : "en";
}

GBytes *
ssm_resources_template (const char *name, const char *tag)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (name != NULL && tag != NULL, NULL);

  folder = g_strconcat (TEMPLATES, choose_language (tag), "/", NULL);
  return lookup (folder, name, ".salesmap");
}

static GBytes *
lookup_language (const char *tag)
{
  GBytes *bytes = lookup (LANGUAGES, tag, ".ini");

  g_assert (bytes != NULL);
  return bytes;
}

GBytes *
ssm_resources_language (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  return lookup_language (choose_language (tag));
}

static SsmLanguage *
parse_language (const char *tag)
{
  g_autoptr (GBytes) bytes = lookup_language (tag);
  g_autoptr (GError) error = NULL;
  SsmLanguage *language = ssm_language_new (bytes, &error);

  if (language == NULL)
    g_error ("language pack %s: %s", tag, error->message);
  return language;
}

const SsmLanguage *
ssm_resources_words (const char *tag)
{
  static GMutex lock;
  static GHashTable *read; /* tag of a pack → SsmLanguage* */
  const SsmLanguage *language;
  const char *pack;

  g_return_val_if_fail (tag != NULL, NULL);

  pack = choose_language (tag);
  g_mutex_lock (&lock);
  if (read == NULL)
    read = g_hash_table_new (g_str_hash, g_str_equal);
  language = g_hash_table_lookup (read, pack);
  if (language == NULL)
    {
      language = parse_language (pack);
      g_hash_table_insert (read, (char *) pack, (SsmLanguage *) language);
    }
  g_mutex_unlock (&lock);
  return language;
}
