/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which prefixes hold where the writer is. Fragments declare what they need; the writer
 * leaves out what holds anyway, so that a file keeps its declarations where it had them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmXmlScope SsmXmlScope;

SsmXmlScope *ssm_xml_scope_new  (void);
void         ssm_xml_scope_free (SsmXmlScope *scope);

/* Appends a fragment without the declarations it needs not repeat. */
void ssm_xml_scope_write (SsmXmlScope *scope, GString *xml, const char *fragment);

/* The same for attributes; what they declare holds from now on. @attributes must live
 * until then. */
void ssm_xml_scope_enter (SsmXmlScope *scope, GString *xml, const char *attributes);

/* What was declared since ssm_xml_scope_mark () does not hold any more. */
guint ssm_xml_scope_mark  (SsmXmlScope *scope);
void  ssm_xml_scope_leave (SsmXmlScope *scope, guint mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmXmlScope, ssm_xml_scope_free)

G_END_DECLS
