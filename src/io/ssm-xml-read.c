/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drives libxml2 so that none of its dangerous parts is reached. It gets UTF-8 that was
 * looked at before, without DOCTYPE, in pieces that end in front of a "<", so that it never
 * waits within a tag. Whatever it complains about ends the reading: it would go on, and
 * after a failed allocation even deliver less than there was without a word. */

#include "ssm-xml-read.h"

#include "ssm-xml-build.h"
#include "ssm-xml-message.h"
#include "ssm-xml-token.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define PIECE (64 * 1024)

typedef struct
{
  SsmXmlSource *source;
  SsmXmlBuild *build;
  xmlParserCtxt *parser;
  GError *error;
  gsize event_end; /* behind the last tag, comment or instruction: where text begins */
  gboolean at_end; /* the parser has got everything */
  gboolean has_failed; /* it lacks memory, or something else that is not the file's fault */
} Reader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* Where the parser is, as an offset into the text. */
static gsize
position (const Reader *reader)
{
  const xmlParserInput *input = reader->parser->input;
  gsize offset = reader->source->start;

  if (input != NULL)
    offset += input->consumed + (input->cur - input->base);
  return MIN (offset, reader->source->length);
}

static gsize
tag_offset (const Reader *reader)
{
  const char *text = reader->source->text;

  return ssm_xml_tag_start (text, text + position (reader)) - text;
}

static void
stop_unless (Reader *reader, gboolean is_good)
{
  if (!is_good)
    xmlStopParser (reader->parser);
}

/* Elements of a newer version are taken for ours where they are only looked at. */
static const xmlChar *
understood_uri (const Reader *reader, const xmlChar *uri)
{
  if (reader->source->to_look && uri != NULL
      && ssm_xml_is_newer_namespace ((const char *) uri))
    return (const xmlChar *) SSM_NAMESPACE;
  return uri;
}

static void
tag_started_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                int n_namespaces, const xmlChar **namespaces, int n_attributes,
                int n_defaulted, const xmlChar **attributes)
{
  Reader *reader = data;
  SsmXmlTag tag = { name, prefix, uri, namespaces, n_namespaces, attributes, n_attributes };
  const char *close;

  if (reader->error != NULL)
    return;

  tag.uri = understood_uri (reader, uri);
  stop_unless (reader, ssm_xml_build_start (reader->build, &tag, tag_offset (reader),
                                            &reader->error));
  close = memchr (reader->source->text + position (reader), '>',
                  reader->source->length - position (reader));
  reader->event_end = close != NULL ? (gsize) (close + 1 - reader->source->text)
                                    : reader->source->length;
}

static void
tag_ended_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *reader = data;
  SsmXmlTag tag = { .name = name, .prefix = prefix, .uri = understood_uri (reader, uri) };

  if (reader->error != NULL)
    return;

  ssm_xml_build_end (reader->build, &tag);
  reader->event_end = position (reader);
}

static void
text_found_cb (void *data, const xmlChar *text, int length)
{
  Reader *reader = data;

  if (reader->error != NULL)
    return;

  stop_unless (reader, ssm_xml_build_text (reader->build, (const char *) text, length,
                                           reader->event_end, &reader->error));
}

static void
insert (Reader *reader, char *xml)
{
  stop_unless (reader, ssm_xml_build_insert (reader->build, xml, reader->event_end,
                                             &reader->error));
  reader->event_end = position (reader);
}

static void
comment_found_cb (void *data, const xmlChar *text)
{
  Reader *reader = data;

  if (reader->error == NULL)
    insert (reader, ssm_xml_foreign_comment ((const char *) text));
}

static void
instruction_found_cb (void *data, const xmlChar *target, const xmlChar *text)
{
  Reader *reader = data;

  if (reader->error == NULL)
    insert (reader, ssm_xml_foreign_instruction ((const char *) target,
                                                 (const char *) text));
}

/* Cannot come any more; if it does, it has to end here, before any entity exists. */
static void
doctype_found_cb (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  Reader *reader = data;

  if (reader->error == NULL)
    ssm_xml_source_fail (reader->source, SSM_IO_ERROR_BAD_INPUT, position (reader),
                         &reader->error, _("DOCTYPE is not allowed; remove it"));
  xmlStopParser (reader->parser);
}

static void
refuse_memory (Reader *reader)
{
  g_clear_error (&reader->error);
  ssm_xml_source_fail_whole (reader->source, SSM_IO_ERROR_OUT_OF_MEMORY, &reader->error,
                             _("there is not enough memory to read the file; close other "
                               "programs and try again"));
}

/* Whether the parser misses something that more of the file would have brought. */
static gboolean
is_cut_off (const Reader *reader, const xmlError *problem)
{
  if (!reader->at_end || ssm_xml_build_is_done (reader->build))
    return FALSE;

  switch (problem->code)
    {
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
    case XML_ERR_CDATA_NOT_FINISHED:
      return TRUE;
    default:
      return position (reader) == reader->source->length;
    }
}

/* @problem: on the heap of the parser, any of its fields may be missing. */
static void
refuse_problem (Reader *reader, const xmlError *problem)
{
  g_autofree char *message = NULL;
  gsize offset = position (reader);

  if (is_cut_off (reader, problem))
    {
      ssm_xml_source_fail_short (reader->source, &reader->error);
      return;
    }

  message = ssm_xml_message (problem);
  if (problem->domain == XML_FROM_NAMESPACE)
    offset = tag_offset (reader);
  ssm_xml_source_fail (reader->source,
                       problem->code == XML_ERR_NAME_TOO_LONG ? SSM_IO_ERROR_TOO_BIG
                                                              : SSM_IO_ERROR_BAD_INPUT,
                       offset, &reader->error, "%s", message);
}

/* Also comes while the parser is made, and there is none yet. */
static void
problem_found_cb (void *data, xmlErrorPtr problem)
{
  Reader *reader = data;

  if (problem->level == XML_ERR_WARNING)
    return;

  if (reader->parser == NULL || problem->code == XML_ERR_NO_MEMORY)
    reader->has_failed = TRUE;
  else if (reader->error == NULL && !reader->has_failed)
    refuse_problem (reader, problem);
  if (reader->parser != NULL)
    xmlStopParser (reader->parser);
}

/* XML_PARSE_NOENT: without it "&amp;" arrives as "&#38;" in attributes. There is no entity
 * that it could put into a text: the handler neither takes nor gives any. */
static xmlParserCtxt *
make_parser (Reader *reader)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = tag_started_cb,
    .endElementNs = tag_ended_cb,
    .characters = text_found_cb,
    .ignorableWhitespace = text_found_cb,
    .cdataBlock = text_found_cb,
    .comment = comment_found_cb,
    .processingInstruction = instruction_found_cb,
    .internalSubset = doctype_found_cb,
    .serror = problem_found_cb,
  };
  xmlParserCtxt *parser = xmlCreatePushParserCtxt (&handler, reader, NULL, 0, NULL);

  if (parser != NULL)
    xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  return parser;
}

/* The end of the piece that begins at @p. */
static const char *
piece_end (const char *p, const char *end)
{
  const char *tag;

  if (end - p <= PIECE)
    return end;

  tag = memrchr (p + 1, '<', PIECE);
  if (tag == NULL)
    tag = memchr (p + PIECE, '<', end - p - PIECE);
  return tag != NULL ? tag : end;
}

static gboolean
feed (Reader *reader)
{
  const char *p = reader->source->text + reader->source->start;
  const char *end = reader->source->text + reader->source->length, *next;

  for (; p < end; p = next)
    {
      next = piece_end (p, end);
      if (xmlParseChunk (reader->parser, p, (int) (next - p), FALSE) != XML_ERR_OK
          || reader->error != NULL)
        return FALSE;
    }

  reader->at_end = TRUE;
  return xmlParseChunk (reader->parser, NULL, 0, TRUE) == XML_ERR_OK
         && reader->error == NULL && reader->parser->wellFormed
         && reader->parser->nsWellFormed;
}

/* The parser gives some complaints, above all about memory, only to a handler that belongs
 * to the thread. */
static void
thread_problem_found_cb (void *data, xmlErrorPtr problem)
{
  Reader *reader = data;

  reader->has_failed |= problem->level != XML_ERR_WARNING;
}

static void
parse (Reader *reader)
{
  xmlStructuredErrorFunc old_handler = xmlStructuredError;
  void *old_data = xmlStructuredErrorContext;
  gboolean is_good;

  xmlSetStructuredErrorFunc (reader, thread_problem_found_cb);
  reader->parser = make_parser (reader);
  is_good = reader->parser != NULL && feed (reader) && !reader->has_failed;
  g_clear_pointer (&reader->parser, xmlFreeParserCtxt);
  xmlSetStructuredErrorFunc (old_data, old_handler);

  if (!is_good && (reader->error == NULL || reader->has_failed))
    refuse_memory (reader);
}

static SsmPart *
read_source (SsmXmlSource *source, GError **error)
{
  g_autoptr (SsmXmlBuild) build = ssm_xml_build_new (source);
  Reader reader = { .source = source, .build = build };
  SsmPart *root;

  if (!ssm_xml_source_check_kind (source, error) || !ssm_xml_source_decode (source, error)
      || !ssm_xml_source_check_characters (source, error)
      || !ssm_xml_source_check_tags (source, error))
    return NULL;

  xmlInitParser ();
  parse (&reader);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  root = ssm_xml_build_finish (build);
  if (root == NULL)
    ssm_xml_source_fail_whole (source, SSM_IO_ERROR_INTERNAL, error,
                               _("the file was read without an error, but there is "
                                 "nothing in it; please report this"));
  return root;
}

/* Whatever is wrong with a file that git has written its markers into, it is these. */
static void
blame_git (SsmXmlSource *source, GError **error)
{
  gsize offset;

  if (!g_error_matches (*error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT)
      || !ssm_xml_source_find_conflict (source, &offset))
    return;

  g_clear_error (error);
  ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                       _("git left a conflict in the file; take one side between the "
                         "<<<<<<< and >>>>>>> lines, or merge the versions again"));
}

static SsmPart *
read_root (SsmXmlSource *source, GPtrArray **notes, GError **error)
{
  GError *problem = NULL;
  SsmPart *root = read_source (source, &problem);

  if (notes != NULL)
    *notes = root != NULL ? ssm_xml_source_steal_notes (source) : NULL;
  if (root == NULL)
    {
      blame_git (source, &problem);
      g_propagate_error (error, problem);
    }

  return root;
}

SsmPart *
ssm_xml_read_root (SsmKind root, GBytes *bytes, const char *name, GPtrArray **notes,
                   GError **error)
{
  g_autoptr (SsmXmlSource) source = NULL;

  g_return_val_if_fail (root == SSM_KIND_MAP || root == SSM_KIND_BOOK
                          || root == SSM_KIND_AGENDA, NULL);
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  source = ssm_xml_source_new (root, bytes, name, FALSE);
  return read_root (source, notes, error);
}

SsmMap *
ssm_xml_read (GBytes *bytes, const char *name, GPtrArray **notes, GError **error)
{
  return ssm_xml_read_root (SSM_KIND_MAP, bytes, name, notes, error);
}

SsmBook *
ssm_xml_read_book (GBytes *bytes, const char *name, GPtrArray **notes, GError **error)
{
  return ssm_xml_read_root (SSM_KIND_BOOK, bytes, name, notes, error);
}

SsmMap *
ssm_xml_read_repaired (GBytes *bytes, const char *name, GPtrArray **notes, GError **error)
{
  g_autoptr (SsmXmlSource) source = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  source = ssm_xml_source_new (SSM_KIND_MAP, bytes, name, TRUE);
  return read_root (source, notes, error);
}

SsmMap *
ssm_xml_read_to_look (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SsmXmlSource) source = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  source = ssm_xml_source_new (SSM_KIND_MAP, bytes, name, FALSE);
  source->to_look = TRUE;
  return read_root (source, NULL, error);
}
