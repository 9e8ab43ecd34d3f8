/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts a page is set in, and how they come into the process. */

#pragma once

#include "ssm-text.h"

G_BEGIN_DECLS

/* An Arabic beside the Latin ones, because what "sans" means there is mostly an old font
 * with wide letters. */
#define SSM_FAMILIES "Inter,Cantarell,Noto Sans Arabic,sans"
#define SSM_DISPLAY_FAMILIES "Inter Display," SSM_FAMILIES

/* (transfer full): all fonts there are. */
PangoFontMap *ssm_fonts_all (void);

/* (transfer full): the named families alone, or NULL if ssm_text_load_fonts () was not
 * called or none of them is there. What they can set, they set as all fonts would. */
PangoFontMap *ssm_fonts_named (void);

/* Whether @text may be given to the named families; which have its letters is another
 * question. */
gboolean ssm_fonts_may_be_named (const char *text);

/* (transfer full): @face in the family @asked, or NULL, with the program's own behind it. */
PangoFontDescription *ssm_fonts_describe (SsmFace face, const char *asked);

/* Interned: the one family of which @font is the name, or NULL. What stands behind a comma
 * would be a list for pango. */
const char *ssm_fonts_clean_family (const char *font);

G_END_DECLS
