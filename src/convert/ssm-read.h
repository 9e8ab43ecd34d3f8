/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of other programs → fragments of a map (see ssm-fragment.h). Nothing here fails:
 * what is not understood stays words. Texts may be anything, also not UTF-8. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* More of a text than this is not read: a map of 500 stages has less. In bytes. */
#define SSM_MAX_PASTE (256 * 1024)

/* (transfer full): at most SSM_MAX_PASTE bytes of @text, fit for a map. @cut: whether that
 * is less than all. */
char *ssm_read_clean (const char *text, gsize length, gboolean *cut);

/* The rest are for texts that ssm_read_clean () gave. */

/* (transfer full), NULL terminated: lines and the lines in cells, without bullets, numbers,
 * tick boxes and blank space around them; empty ones are left out. */
char **ssm_read_items (const char *text);

/* (transfer full): the same as criteria of "leave when"; NULL where there are none. */
SsmMap *ssm_read_criteria (const char *text);

/* (transfer full): stages with what is in them, where the text is a table (a column a
 * stage, with rows for its cells, or the other way round), the notation with arrows,
 * headings with lists, or a list in which others are nested; else NULL. @languages, NULL
 * terminated: whose words name the rows. */
SsmMap *ssm_read_stages (const char *text, const SsmLanguage * const *languages);

/* (transfer full): each item as the name of a stage; NULL where there are none. */
SsmMap *ssm_read_names (const char *text);

/* (transfer full): a page of HTML as text: tables as cells parted by tabs, lists with
 * bullets. */
char *ssm_html_to_plain (const char *html);

/* (transfer full): values parted by commas or semicolons as cells parted by tabs. */
char *ssm_csv_to_plain (const char *csv);

G_END_DECLS
