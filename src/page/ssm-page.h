/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page: a flat display list of shapes in points, and the areas that say which shapes
 * show what. Immutable, made by layout code, painted by ssm-paint.c. The canvas, every
 * export and every test ask the page and never the layout. */

#pragma once

#include <glib-object.h>

#include "ssm-map.h"

G_BEGIN_DECLS

typedef struct _SsmPage SsmPage;

/* Points (1/72 inch) from the upper left corner of the sheet. */
typedef struct
{
  double x, y, width, height;
} SsmRect;

typedef enum
{
  SSM_AREA_GROUP,     /* header, definitions, measures: holds texts and lists */
  SSM_AREA_TEXT,      /* one text of the part @id: @field can be written in place */
  SSM_AREA_STAGE,     /* a column: holds its head, cells, outcome and figures */
  SSM_AREA_LIST,      /* a cell: the criteria of @list of the stage @id */
  SSM_AREA_CRITERION, /* one criterion */
  SSM_AREA_OUTCOME,   /* what the record is now: the term of a definition */
  SSM_AREA_LINK,      /* a return path and its words */
  SSM_AREA_DEFINITION,/* term and text of a definition */
  SSM_AREA_MEASURE    /* a figure; read only */
} SsmAreaRole;

/* How a text is set, for an editor that lies over it. */
typedef struct
{
  double size;      /* points on paper */
  int weight;       /* PangoWeight */
  double spacing;   /* line height as a multiple of size */
  guint32 colour;   /* 0xRRGGBB */
  gboolean centred; /* not used for texts that begin at the line's start */
  const char *family; /* filled in by the page; interned */
} SsmTextLook;

typedef struct
{
  SsmAreaRole role;
  const char *id;    /* of the part shown, "" for groups of the map */
  SsmField field;    /* that can be edited here, else SSM_FIELD_NONE */
  SsmList list;      /* of a cell, else SSM_LIST_NONE */
  int parent;        /* area that holds it, or -1 */
  guint first_shape; /* its own shapes, without those of the areas in it */
  guint n_shapes;
  SsmRect rect;      /* what a click meets; inside its parent's */
  SsmRect text_rect; /* where its text stands or would stand */
  SsmTextLook look;
  const char *label; /* what a screen reader says of a group or figure, or "" */
  const char *prompt;/* question shown on screen while the text or list is empty, or "" */
  const char *target;/* part that explains it and is on the page too, or "" */
} SsmArea;

/* How the page came out. */
typedef struct
{
  gboolean fits;
  double body_pt;       /* size of the criteria */
  double smallest_pt;   /* of any text */
  int stage;            /* where it does not fit: the stage that is worst, else -1 */
  guint lines_too_many; /* in that stage */
} SsmFit;

#define SSM_TYPE_PAGE (ssm_page_get_type ())
GType    ssm_page_get_type (void);
SsmPage *ssm_page_ref      (SsmPage *page);
void     ssm_page_unref    (SsmPage *page);

/* Width and height in points. */
void ssm_page_get_size (const SsmPage *page, double *width, double *height);

const SsmFit *ssm_page_fit (const SsmPage *page);
gboolean      ssm_page_is_rtl (const SsmPage *page);

/* (transfer full): why the map does not fit its page, "Stage 5 has 3 lines too many for one
 * page."; NULL where it does. */
char *ssm_fit_problem (const SsmFit *fit);

/* Areas stand in reading order, each behind its parent. The page owns them. */
guint          ssm_page_n_areas (const SsmPage *page);
const SsmArea *ssm_page_area    (const SsmPage *page, guint index);

/* The area that shows the part @id; with a @field other than SSM_FIELD_NONE the one where
 * that text stands; with a @list other than SSM_LIST_NONE that cell. -1 if there is none. */
int ssm_page_find_area (const SsmPage *page, const char *id, SsmField field, SsmList list);

/* The innermost area at a point, or -1. */
int ssm_page_hit (const SsmPage *page, double x, double y);

/* (transfer full), g_free (): the boxes of the lines of text that area @index shows
 * itself, in points. */
SsmRect *ssm_page_area_lines (const SsmPage *page, guint index, guint *n_lines);

/* A point on the page, in points. */
typedef struct
{
  double x, y;
} SsmSpot;

/* Where the return path of area @index leaves and arrives; FALSE for other areas. */
gboolean ssm_page_link_ends (const SsmPage *page, guint index, SsmSpot *from, SsmSpot *to);

/* Whether two areas paint the same at the same place. */
gboolean ssm_page_area_equal (const SsmPage *page, guint index, const SsmPage *other,
                              guint other_index);

/* Characters no font has, and which font stood in for what the page's own lacks:
 * sentences in the interface language, NULL terminated, owned by the page. */
const char * const *ssm_page_font_notes (const SsmPage *page);

/* The characters no font has, which nobody will see; "" where there are none. */
const char *ssm_page_missing_characters (const SsmPage *page);

/* (transfer full): shapes, areas and line breaks as text, to 0.1 pt, for tests. */
char *ssm_page_dump (const SsmPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPage, ssm_page_unref)

G_END_DECLS
