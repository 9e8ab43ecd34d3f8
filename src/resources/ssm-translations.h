/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The translated words of the interface, which gettext reads. They are apart from the words
 * of a map's own language, see ssm-language.h. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the program speak the person's language. The translations are those installed with
 * it, or those below TEXTDOMAINDIR in the environment, which gettext's own programs read
 * too: so a program speaks every language also before it is installed. To be called once,
 * first of all and behind setlocale (). */
void ssm_translations_bind (void);

G_END_DECLS
