/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content that comes inside the program: templates to begin a map with, and the words
 * of each language a map can be in. It is linked in, so that the one binary works from
 * anywhere. All calls are safe in several threads at once. */

#pragma once

#include <glib.h>

#include "ssm-language.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;        /* for scripts: "b2b" */
  const char *title;       /* translated: "B2B sales system" */
  const char *description; /* translated, a line: what is in it */
} SsmTemplate;

/* In the order people see them; the first is the one to begin with. */
guint       ssm_resources_n_templates (void);
SsmTemplate ssm_resources_template_at (guint index);

/* (transfer full): a map file, canonical, in the language that fits @tag best, as below;
 * NULL where no template has this name. Make a map of one's own of it with
 * ssm_map_from_template (). */
GBytes *ssm_resources_template (const char *name, const char *tag);

/* (transfer full): the language pack that fits @tag (BCP 47) best: the same tag letter case
 * apart, then the language alone, then the language as written somewhere ("pt" → "pt-BR"),
 * then English. */
GBytes *ssm_resources_language (const char *tag);

/* The tag of that pack, for as long as the program runs; NULL where only English is left. */
const char *ssm_resources_find_language (const char *tag);

/* The same for the person in front of us: the first of the languages they asked their
 * desktop for that there is a pack of, else English. */
const char *ssm_resources_locale_language (void);

/* The same, read; kept as long as the program runs. */
const SsmLanguage *ssm_resources_words (const char *tag);

/* (transfer full): the tags of all packs, sorted. */
char **ssm_resources_languages (void);

G_END_DECLS
