/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person has chosen in the preferences. A choice that is damaged or was never made
 * is what most people would choose. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "system", "light" or "dark". */
const char *ssm_settings_get_style (void);
void        ssm_settings_set_style (const char *style);

/* Of new maps: "A4" or "Letter", at first what is common where the person lives. */
const char *ssm_settings_get_paper (void);
void        ssm_settings_set_paper (const char *paper);

/* Of new maps, a tag that there is a language pack of; NULL: as the interface. */
const char *ssm_settings_get_language (void);
void        ssm_settings_set_language (const char *tag);

G_END_DECLS
