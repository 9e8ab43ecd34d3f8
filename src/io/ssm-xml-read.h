/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes → map, deal book or agenda. Pure: opens no file, fetches nothing, and changes no global state, so it may
 * run in any thread. What it does not know it keeps: see SsmPlace. */

#pragma once

#include "ssm-book.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* Limits of a file that the model has no use for. */
#define SSM_XML_MAX_BYTES SSM_MAX_FILE
#define SSM_XML_MAX_DEPTH 32
#define SSM_XML_MAX_NODES 200000 /* elements, comments and instructions of a map */
#define SSM_XML_MAX_BOOK_NODES 20000000 /* the same of a deal book */
#define SSM_XML_MAX_ATTRIBUTES 64
#define SSM_XML_MAX_NAME 256

/* What a person should know about a file that was read all the same: it comes from a newer
 * version, its encoding changes with the next save, something refers to nothing. */
typedef struct
{
  guint line;
  char *message; /* translated sentence, safe to print on one line */
} SsmXmlNote;

void ssm_xml_note_free (SsmXmlNote *note);

/* (transfer full): the map in @bytes, or NULL with an error in SSM_IO_ERROR: BAD_INPUT,
 * NEWER, TOO_BIG or OUT_OF_MEMORY. Its message is "NAME:LINE:COLUMN: what is wrong; what to
 * do". @name: how messages call the file; it need not be UTF-8. @notes, if not NULL, is set
 * to a new array of SsmXmlNote by line, empty where there is nothing to say, and to NULL
 * with an error. */
SsmMap *ssm_xml_read (GBytes *bytes, const char *name, GPtrArray **notes, GError **error);

/* The same for a deal book. */
SsmBook *ssm_xml_read_book (GBytes *bytes, const char *name, GPtrArray **notes,
                            GError **error);

/* The same for the kind of part that the file has as its root: SSM_KIND_MAP, _BOOK or
 * _AGENDA. */
SsmPart *ssm_xml_read_root (SsmKind root, GBytes *bytes, const char *name,
                            GPtrArray **notes, GError **error);

/* Which of the first two the beginning of a file looks like: SSM_KIND_MAP where it is neither. */
SsmKind ssm_xml_guess_root (const char *start, gsize size);

/* The same for a damaged map: characters that XML cannot hold become U+FFFD, and an id
 * used twice becomes a new one the second time. @notes says what was changed. */
SsmMap *ssm_xml_read_repaired (GBytes *bytes, const char *name, GPtrArray **notes,
                               GError **error);

/* The same for a map that is only looked at: of a newer version, what this program
 * understands. Such a map must never be written, because what it says may mean something
 * else by now. */
SsmMap *ssm_xml_read_to_look (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
