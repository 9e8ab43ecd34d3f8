/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the first element says: whether this is a map, a deal book or an agenda, as it should
 * be, and one that we can read. */

#include "ssm-quote.h"
#include "ssm-xml-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FAMILY "urn:sales-system-map:"
#define OUR_MAJOR 1
#define OUR_MINOR 1
#define MAX_VERSION_DIGITS 4

static const struct
{
  const char *namespace;
  const char *name;
  const char *what;
} others[] = {
  { SSM_NAMESPACE, "deals", N_ ("a deal book; open the map that it belongs to") },
  { SSM_NAMESPACE, "map", N_ ("a map") },
  { SSM_NAMESPACE, "agenda", N_ ("the agenda of a workshop") },
  { "http://www.w3.org/2000/svg", "svg",
    N_ ("an SVG picture; use “extract” to get the map out of it") },
  { "http://www.w3.org/1999/xhtml", "html", N_ ("an HTML page, perhaps of a log-in") },
  { "http://www.omg.org/spec/BPMN/20100524/MODEL", "definitions",
    N_ ("a BPMN model; import it") },
};

static gboolean
refuse_newer (SsmXmlSource *source, gsize offset, GError **error)
{
  return ssm_xml_source_fail (source, SSM_IO_ERROR_NEWER, offset, error,
                              _("the file was made by a newer version of this program, "
                                "which this one cannot read; update the program"));
}

static gboolean
refuse_without_namespace (SsmXmlSource *source, const char *name, gsize offset,
                          GError **error)
{
  if (source->root == SSM_KIND_MAP)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("this is no map: it begins with <%s> in no namespace; a "
                                  "map begins with <map xmlns=\"%s\">"),
                                name, SSM_NAMESPACE);
  if (source->root == SSM_KIND_AGENDA)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("this is no agenda: it begins with <%s> in no namespace; "
                                  "an agenda begins with <agenda xmlns=\"%s\">"),
                                name, SSM_NAMESPACE);
  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                              _("this is no deal book: it begins with <%s> in no "
                                "namespace; a deal book begins with <deals xmlns=\"%s\">"),
                              name, SSM_NAMESPACE);
}

static gboolean
refuse_namespace (SsmXmlSource *source, const char *name, const char *uri, gsize offset,
                  GError **error)
{
  if (source->root == SSM_KIND_MAP)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("this is no map: it begins with <%s> of “%s”; a map "
                                  "begins with <map xmlns=\"%s\">"),
                                name, uri, SSM_NAMESPACE);
  if (source->root == SSM_KIND_AGENDA)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("this is no agenda: it begins with <%s> of “%s”; an "
                                  "agenda begins with <agenda xmlns=\"%s\">"),
                                name, uri, SSM_NAMESPACE);
  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                              _("this is no deal book: it begins with <%s> of “%s”; a "
                                "deal book begins with <deals xmlns=\"%s\">"),
                              name, uri, SSM_NAMESPACE);
}

gboolean
ssm_xml_is_newer_namespace (const char *uri)
{
  return g_str_has_prefix (uri, FAMILY)
         && g_ascii_string_to_unsigned (uri + strlen (FAMILY), 10, OUR_MAJOR + 1, G_MAXUINT,
                                        NULL, NULL);
}

gboolean
ssm_xml_check_root (SsmXmlSource *source, const SsmXmlTag *tag, gsize offset,
                    GError **error)
{
  const char *uri = tag->uri != NULL ? (const char *) tag->uri : "";
  const char *name = (const char *) tag->name;
  g_autofree char *quoted_uri = ssm_quote (uri, -1);
  g_autofree char *quoted_name = ssm_quote (name, -1);

  if (strcmp (uri, SSM_NAMESPACE) == 0
      && strcmp (name, ssm_kind_info (source->root)->element) == 0)
    return TRUE;
  if (ssm_xml_is_newer_namespace (uri))
    return refuse_newer (source, offset, error);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (strcmp (uri, others[i].namespace) == 0 && strcmp (name, others[i].name) == 0)
        {
          g_autofree char *sentence = ssm_xml_source_mistaken (source, _(others[i].what));

          return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error, "%s",
                                      sentence);
        }
    }

  if (*uri == '\0')
    return refuse_without_namespace (source, quoted_name, offset, error);
  return refuse_namespace (source, quoted_name, quoted_uri, offset, error);
}

/* Reads a number without leading zeros and moves behind it. */
static gboolean
take_number (const char **at, guint64 *number)
{
  gsize length = strspn (*at, "0123456789");

  if (length == 0 || length > MAX_VERSION_DIGITS || (**at == '0' && length > 1))
    return FALSE;

  *number = g_ascii_strtoull (*at, NULL, 10);
  *at += length;
  return TRUE;
}

gboolean
ssm_xml_check_version (SsmXmlSource *source, const char *version, gsize offset,
                       gboolean *is_newer, GError **error)
{
  const char *at = version;
  guint64 major, minor;

  if (!take_number (&at, &major) || *at++ != '.' || !take_number (&at, &minor)
      || *at != '\0' || major == 0)
    {
      g_autofree char *quoted = ssm_quote (version, -1);

      return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                  _("version=\"%s\" is no version of the file format; it "
                                    "is %d.%d"),
                                  quoted, OUR_MAJOR, OUR_MINOR);
    }

  if (major > OUR_MAJOR && !source->to_look)
    return refuse_newer (source, offset, error);
  *is_newer = major > OUR_MAJOR || minor > OUR_MINOR;
  if (minor > OUR_MINOR)
    ssm_xml_source_note (source, offset,
                         _("The file is of format %s, newer than the %d.%d of this program; "
                           "what this program does not know is kept."),
                         version, OUR_MAJOR, OUR_MINOR);
  return TRUE;
}
