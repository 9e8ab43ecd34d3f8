/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a layout places: stages with their texts, bands, return paths, definitions and
 * figures. Lengths are points on the layout's sheet, from left to right. */

#pragma once

#include "ssm-map.h"
#include "ssm-text.h"

G_BEGIN_DECLS

#define SSM_N_ROWS 5

typedef enum
{
  SSM_ROW_DOES,
  SSM_ROW_ENTER,
  SSM_ROW_LEAVE,
  SSM_ROW_OUTCOME,
  SSM_ROW_MEASURE
} SsmRow;

/* A stage's figures; texts are NULL where nothing was measured. */
typedef struct
{
  SsmText *value[2];
  SsmText *note[2];
} SsmFigures;

typedef struct
{
  SsmPart *part;
  guint index;
  guint32 colour;
  SsmText *number;
  SsmText *name;
  SsmText *does;
  SsmText *question;  /* asked on a worksheet, else NULL */
  SsmText **items[2]; /* of enter and leave */
  guint n_items[2];
  SsmPart *definition;
  SsmText *outcome;
  SsmFigures figures;
} SsmStage;

/* A return path on its way under a band. */
typedef struct
{
  SsmPart *part;
  SsmText *text;
  SsmText *words;    /* it has room for: while there is no text, the question for it */
  SsmText *place;    /* what its end outside is called, or NULL: its words say so */
  int from, to;      /* stages; -1 for a place outside */
  gboolean dashed;
  guint band;
  guint lane;
  gboolean leaves, arrives; /* its ends at stages of this band */
  double tail, head; /* where they are */
  double line_from, line_to;
  double label, label_width;
  double start, end; /* room it takes in its lane */
  guint n_lines;
} SsmPath;

typedef struct
{
  guint first, n;    /* stages */
  double top;
  double arrow;
  double rows[SSM_N_ROWS];
  double links;      /* room for return paths under it */
  guint n_lanes;
} SsmBand;

typedef enum
{
  SSM_NAMES_BESIDE,  /* of the number */
  SSM_NAMES_BELOW
} SsmNames;

typedef struct
{
  SsmText *term;
  SsmText *note;
  SsmText *text;
  SsmPart *part;
  int stage;         /* that leaves with it, or -1 */
  double x, width;   /* within the definitions' room */
} SsmDefinition;

typedef struct
{
  SsmPart *part;
  SsmText *value;
  SsmText *label;
  SsmText *note;
  gboolean measured;
} SsmSystemFigure;

typedef struct
{
  SsmPart *part;
  SsmText *text;
  SsmText *share;    /* NULL where nothing was counted */
  double count;
} SsmReason;

G_END_DECLS
