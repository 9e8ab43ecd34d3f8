/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stack of open elements, shared by the three files of the builder:
 * ssm-xml-build.c moves on it, ssm-xml-build-part.c knows what stands where,
 * ssm-xml-build-attributes.c reads the tags. */

#pragma once

#include "ssm-xml-build.h"
#include "ssm-xml-ids.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_XML_FRAME_PART,
  SSM_XML_FRAME_LIST, /* the container of a list */
  SSM_XML_FRAME_FIELD /* an element that holds a text */
} SsmXmlFrameType;

typedef struct
{
  SsmXmlFrameType type;
  SsmPart *part;      /* being built; a list and a field only borrow it */
  int item;           /* the list it goes into, the container's list, or the field */
  gsize offset;       /* of the start tag */
  guint n_bindings;   /* prefixes that hold around it */
  guint32 seen;       /* bit per field element and container that the part has had */
  guint n_criteria;   /* in the map */
  gboolean is_used;   /* the container or field holds or carries something */
  GPtrArray *before;  /* fragments in front of the element, or NULL */
  GArray *foreign;    /* of SsmForeign that own their xml, for the part; or NULL */
  SsmXmlIds *ids;     /* of the map or book, or NULL */
} SsmXmlFrame;

struct _SsmXmlBuild
{
  SsmXmlSource *source;
  SsmXmlFrame frames[SSM_XML_MAX_DEPTH];
  guint depth;
  guint n_nodes;
  gboolean is_newer;      /* the file is of a newer minor version */
  GArray *bindings;       /* of SsmXmlBinding: what known elements declare */
  GString *text;          /* of the field that is open */
  GString *value;         /* of the attribute that is looked at */
  GArray *insertions;     /* of SsmForeign that own their xml: what is in that text */
  GPtrArray *pending;     /* fragments that wait for what they stand in front of, or NULL */
  SsmXmlFragment *fragment; /* the foreign element that is open, or NULL */
  guint fragment_depth;
  SsmPart *root;          /* when its element is closed */
};

/* (transfer full): an array of SsmForeign that own their xml. */
GArray *ssm_xml_foreign_array_new (void);

SsmXmlFrame *ssm_xml_build_top        (SsmXmlBuild *build);
SsmXmlFrame *ssm_xml_build_part_frame (SsmXmlBuild *build, SsmXmlFrame *frame);
SsmXmlFrame *ssm_xml_build_push       (SsmXmlBuild *build, SsmXmlFrameType type, int item,
                                       gsize offset);
SsmField     ssm_xml_build_text_field (SsmXmlBuild *build);

/* That of the innermost map, or of the book. */
SsmXmlFrame *ssm_xml_build_root_frame (SsmXmlBuild *build);

/* @xml: (transfer full). */
void ssm_xml_build_add_foreign (SsmXmlFrame *frame, SsmPlace place, int item, char *xml);

/* The id of a part of @kind: "" where it has none but should, NULL where it needs none.
 * Lasts until the next attribute is looked at. */
const char *ssm_xml_build_find_id (SsmXmlBuild *build, SsmKind kind, const SsmXmlTag *tag);

/* Sets what @part knows of the attributes; moves the others to @unknown. */
gboolean ssm_xml_build_set_attributes (SsmXmlBuild *build, SsmPart *part,
                                       const SsmXmlTag *tag, SsmXmlTag *unknown,
                                       gsize offset, GError **error);

/* Keeps the unknown attributes of the element of @frame. */
void ssm_xml_build_keep_attributes (SsmXmlBuild *build, SsmXmlFrame *frame, SsmPlace place,
                                    const SsmXmlTag *unknown);

/* Checks that the id of the part is there, and nowhere else. */
gboolean ssm_xml_build_register_part (SsmXmlBuild *build, SsmXmlFrame *frame,
                                      GError **error);

gboolean ssm_xml_build_check_names (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                                    GError **error);
gboolean ssm_xml_build_start_part  (SsmXmlBuild *build, SsmList list, const SsmXmlTag *tag,
                                    gsize offset, GError **error);

/* @tag is in our namespace. *@is_known: FALSE where it has no meaning and is kept. */
gboolean ssm_xml_build_start_known (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                                    gboolean *is_known, GError **error);

void ssm_xml_build_end_part  (SsmXmlBuild *build, SsmXmlFrame *frame);
void ssm_xml_build_end_list  (SsmXmlBuild *build, SsmXmlFrame *frame);
void ssm_xml_build_end_field (SsmXmlBuild *build, SsmXmlFrame *frame);

G_END_DECLS
