/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of the document's language: what is printed on the page and what the lint
 * looks for. Data of a file per language and not gettext, because a map in Japanese prints
 * Japanese whatever language the program speaks to its user, in any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmLanguage SsmLanguage;

/* (transfer full): parses a key file; NULL with a GKeyFileError. */
SsmLanguage *ssm_language_new  (GBytes *contents, GError **error);
void         ssm_language_free (SsmLanguage *language);

/* As its speakers call it, "Deutsch". */
const char *ssm_language_get_name (const SsmLanguage *language);

/* What its speakers call it: "Deutsch". */
const char *ssm_language_name (const SsmLanguage *language);

gboolean ssm_language_is_rtl (const SsmLanguage *language);

/* The word for @key of group [page], or for "deal-" and @key of group [deal], "workshop-" and
 * @key of group [workshop], "figures-" and @key of group [figures]; an unknown key is a
 * programmer error. */
const char *ssm_language_label (const SsmLanguage *language, const char *key);

/* (transfer full): the same with each "{name}" filled in; @name, value pairs end in NULL. */
char *ssm_language_format (const SsmLanguage *language, const char *key,
                           const char *name, ...) G_GNUC_NULL_TERMINATED;

/* The list @key of group [lint], or "stage-" and @key of group [stages], "ask-" and @key of
 * group [ask], NULL terminated; empty where the language has none. */
const char * const *ssm_language_words (const SsmLanguage *language, const char *key);

/* FALSE where @iso is no date of the calendar, written YYYY-MM-DD and nothing else. */
gboolean ssm_parse_date (const char *iso, GDate *date);

/* The day that a person means by @text: as the page writes it, "23 Nov 2026", with the month
 * in full, in another order, or all in numbers from the year on. FALSE where none is plain. */
gboolean ssm_language_read_date (const SsmLanguage *language, const char *text, GDate *date);

/* (transfer full): "2026-11-23" as people write it, "23 Nov 2026"; as it is where it is no
 * date. */
char *ssm_language_date (const SsmLanguage *language, const char *iso);

/* (transfer full): the same with the day of the week, "Monday 23 Nov 2026", where the pack
 * names the days. */
char *ssm_language_day (const SsmLanguage *language, const char *iso);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmLanguage, ssm_language_free)

G_END_DECLS
