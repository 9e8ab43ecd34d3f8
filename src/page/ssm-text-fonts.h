/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts a page is set in, and how they come into the process. */

#pragma once

#include <pango/pango.h>

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

G_END_DECLS
