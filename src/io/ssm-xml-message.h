/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parser's complaints, said so that somebody who is no programmer can do something. */

#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* (transfer full): a translated sentence for one line. */
char *ssm_xml_message (const xmlError *problem);

G_END_DECLS
