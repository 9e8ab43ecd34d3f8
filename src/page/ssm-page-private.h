/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The display list, and how layout code fills it. Layout speaks in its own sheet, from
 * left to right; mirroring a right-to-left page and shrinking a sheet that is too small
 * happen here and nowhere else. */

#pragma once

#include "ssm-page.h"
#include "ssm-text.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_SHAPE_RECT,    /* filled; rounded on the sides in @sides */
  SSM_SHAPE_FRAME,   /* a rounded rectangle drawn as a line */
  SSM_SHAPE_ARROW,   /* a stage's head: notch at its start, tip at its end */
  SSM_SHAPE_TRIANGLE,/* filled, points to @point */
  SSM_SHAPE_LINE,    /* from corner to corner of its rectangle */
  SSM_SHAPE_TICK,    /* signs, drawn as a line in a square; no page mirrors them */
  SSM_SHAPE_CROSS,
  SSM_SHAPE_QUESTION,
  SSM_SHAPE_TEXT
} SsmShapeKind;

typedef enum
{
  SSM_POINT_END,     /* the way lines run */
  SSM_POINT_UP
} SsmPoint;

typedef enum
{
  SSM_ALIGN_LEFT,
  SSM_ALIGN_RIGHT,
  SSM_ALIGN_CENTRE
} SsmAlign;

typedef enum
{
  SSM_SIDE_START = 1 << 0, /* for an arrow: a notch there */
  SSM_SIDE_END = 1 << 1    /* for an arrow: a tip there */
} SsmSides;

typedef struct
{
  SsmShapeKind kind;
  int area;          /* that shows it, or -1 */
  SsmRect rect;
  guint32 colour;
  double line;       /* width of a line; 0: filled */
  double radius;     /* of corners */
  double depth;      /* of an arrow's tip */
  SsmSides sides;
  SsmPoint point;
  gboolean dashed;
  gboolean mirrored; /* the start is on the right */
  SsmTextLines *lines;
  double size;
  double pitch;      /* from line to line, points */
  double baseline;   /* of the first line, points below the top */
  SsmAlign align;
} SsmShape;

struct _SsmPage
{
  gatomicrefcount ref_count;
  double width, height;
  gboolean rtl;
  SsmFit fit;
  GArray *shapes;
  GArray *areas;
  GStringChunk *strings;
  GPtrArray *notes; /* NULL terminated */
  const char *missing;
};

typedef struct
{
  SsmPage *page;
  double scale;        /* from the layout's sheet to paper */
  int area;            /* open now, or -1 */
  double smallest;     /* text so far, on paper */
} SsmPageBuilder;

/* @width, @height: of the paper. */
void     ssm_page_builder_init   (SsmPageBuilder *builder, double width, double height,
                                  double scale, gboolean rtl);

/* (transfer full) */
SsmPage *ssm_page_builder_finish (SsmPageBuilder *builder, const SsmFit *fit);

/* Opens an area in the one that is open; shapes added from here on are its own until
 * another opens in it. Parent and shapes of @area are filled in. */
void ssm_page_builder_open  (SsmPageBuilder *builder, const SsmArea *area);
void ssm_page_builder_close (SsmPageBuilder *builder);

void ssm_page_builder_add   (SsmPageBuilder *builder, const SsmShape *shape);

typedef struct
{
  SsmText *text;
  double size;
  double spacing;
  double x, y, width; /* the box in which its lines are aligned */
  guint32 colour;
  SsmAlign align;
} SsmTextBox;

/* Returns the height. The box's width limits the lines. */
double ssm_page_builder_add_text (SsmPageBuilder *builder, const SsmTextBox *box);

/* A sentence about fonts. */
void ssm_page_builder_note (SsmPageBuilder *builder, const char *note);

/* The characters no font has. */
void ssm_page_builder_set_missing (SsmPageBuilder *builder, const char *characters);

G_END_DECLS
