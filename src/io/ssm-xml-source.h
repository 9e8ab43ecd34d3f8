/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of an XML file while it is read, and the one place that turns an offset into it
 * into a line and a column, and these into errors and notes. Private to the reader. */

#pragma once

#include "ssm-io-error.h"
#include "ssm-xml-read.h"

G_BEGIN_DECLS

typedef struct
{
  SsmKind root;     /* what the file should be: a map, a deal book or an agenda */
  char *name;       /* as messages call it */
  const char *text; /* UTF-8 without byte order mark, not terminated */
  gsize length;
  gsize n_bytes;    /* of the file, whatever its encoding */
  gsize start;      /* behind the XML declaration */
  gboolean repair;  /* mend what can be mended, and note it */
  gboolean to_look; /* read what can be understood of a newer version */
  char *owned;      /* the text, where it is not that of the caller's bytes */
  GPtrArray *notes;
  guint n_unsaid;   /* notes past the most that anybody reads */
  gsize seen;       /* offset up to which lines are counted */
  guint line;
  gsize line_start;
} SsmXmlSource;

SsmXmlSource *ssm_xml_source_new  (SsmKind root, GBytes *bytes, const char *name,
                                   gboolean repair);
void          ssm_xml_source_free (SsmXmlSource *source);

/* Replaces the text. @text: (transfer full). */
void ssm_xml_source_take_text (SsmXmlSource *source, GString *text);

/* Counted from 1, in characters. */
void ssm_xml_source_locate (SsmXmlSource *source, gsize offset, guint *line,
                            guint *column);

/* FALSE, always: sets @error to "NAME:LINE:COLUMN: " and the sentence. */
gboolean ssm_xml_source_fail (SsmXmlSource *source, SsmIoError code, gsize offset,
                              GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* The same for what concerns the whole file: "NAME: " and the sentence. */
gboolean ssm_xml_source_fail_whole (SsmXmlSource *source, SsmIoError code, GError **error,
                                    const char *format, ...) G_GNUC_PRINTF (4, 5);

/* The same for a file that ends in the middle. */
gboolean ssm_xml_source_fail_short (SsmXmlSource *source, GError **error);

void ssm_xml_source_note (SsmXmlSource *source, gsize offset, const char *format,
                          ...) G_GNUC_PRINTF (3, 4);

/* (transfer full): the notes by line. */
GPtrArray *ssm_xml_source_steal_notes (SsmXmlSource *source);

/* (transfer full): the sentence for a file that is @what and not what it should be. */
char *ssm_xml_source_mistaken (SsmXmlSource *source, const char *what);

/* The steps before parsing, in this order. */

/* FALSE where the bytes are of another kind, which the error names. Nothing is unpacked. */
gboolean ssm_xml_source_check_kind (SsmXmlSource *source, GError **error);

/* Makes the text UTF-8 and finds where the XML declaration ends. */
gboolean ssm_xml_source_decode (SsmXmlSource *source, GError **error);

/* FALSE where a character is none that XML may hold. */
gboolean ssm_xml_source_check_characters (SsmXmlSource *source, GError **error);

/* Looks through the tags: no DOCTYPE gets to the parser, and no element with so many
 * attributes that comparing their names takes long. */
gboolean ssm_xml_source_check_tags (SsmXmlSource *source, GError **error);

/* Whether git left a conflict in the file, and where. */
gboolean ssm_xml_source_find_conflict (SsmXmlSource *source, gsize *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmXmlSource, ssm_xml_source_free)

G_END_DECLS
