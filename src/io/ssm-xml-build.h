/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a map or a deal book out of the start tags, texts and end tags of a file, in the order in which
 * they come. Knows the tables of ssm-schema.h and nothing of parsing. Every function that
 * returns FALSE has set @error; nothing may be called after that but free. */

#pragma once

#include "ssm-xml-foreign.h"
#include "ssm-xml-source.h"

G_BEGIN_DECLS

typedef struct _SsmXmlBuild SsmXmlBuild;

/* Borrows @source. */
SsmXmlBuild *ssm_xml_build_new  (SsmXmlSource *source);
void         ssm_xml_build_free (SsmXmlBuild *build);

/* @offset: where the tag, or what was in front of the text, begins. */
gboolean ssm_xml_build_start (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                              GError **error);
gboolean ssm_xml_build_text  (SsmXmlBuild *build, const char *text, gsize length,
                              gsize offset, GError **error);
void     ssm_xml_build_end   (SsmXmlBuild *build, const SsmXmlTag *tag);

/* A comment or an instruction. @xml: (transfer full). */
gboolean ssm_xml_build_insert (SsmXmlBuild *build, char *xml, gsize offset,
                               GError **error);

/* Whether the root element is closed. */
gboolean ssm_xml_build_is_done (const SsmXmlBuild *build);

/* (transfer full): the map or book, once its element is closed and the file read; else
 * NULL. */
SsmPart *ssm_xml_build_finish (SsmXmlBuild *build);

/* FALSE where the first element is not that of what the file should be. */
gboolean ssm_xml_check_root (SsmXmlSource *source, const SsmXmlTag *tag, gsize offset,
                             GError **error);

/* Whether @uri is that of a later major version of the file format. */
gboolean ssm_xml_is_newer_namespace (const char *uri);

/* FALSE where @version is none. Whether it is a newer minor one goes to @is_newer, and is
 * noted. */
gboolean ssm_xml_check_version (SsmXmlSource *source, const char *version, gsize offset,
                                gboolean *is_newer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmXmlBuild, ssm_xml_build_free)

G_END_DECLS
