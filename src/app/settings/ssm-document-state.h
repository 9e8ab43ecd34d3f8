/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How each map was looked at last: zoom, scroll position, what was open beside it. Of the
 * map itself only a hash of its address is kept, no name and no text. Maps without a file
 * share one memory, so that a new one begins as the last one was left.
 *
 * @key is a word of the widget that asks, as "inspector". What is not known or damaged
 * answers with @fallback. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean ssm_document_state_get_boolean (GFile *file, const char *key, gboolean fallback);
void     ssm_document_state_set_boolean (GFile *file, const char *key, gboolean value);

/* Never NaN or infinite. */
double ssm_document_state_get_double (GFile *file, const char *key, double fallback);
void   ssm_document_state_set_double (GFile *file, const char *key, double value);

/* (transfer full): @fallback may be NULL. */
char *ssm_document_state_get_string (GFile *file, const char *key, const char *fallback);
void  ssm_document_state_set_string (GFile *file, const char *key, const char *value);

/* Maps remembered. */
#define SSM_DOCUMENT_STATE_MAX 100

G_END_DECLS
