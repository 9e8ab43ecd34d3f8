/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every drawing constant of the page: palette, type sizes, millimetres. */

#pragma once

#include "ssm-map-page.h"
#include "ssm-text.h"

G_BEGIN_DECLS

/* Points in a millimetre. */
#define SSM_MM (72.0 / 25.4)

typedef enum
{
  SSM_ROLE_TITLE,
  SSM_ROLE_SUBTITLE,
  SSM_ROLE_EDITION,   /* values at the head of the page */
  SSM_ROLE_NUMBER,
  SSM_ROLE_NAME,
  SSM_ROLE_DOES,
  SSM_ROLE_CRITERION,
  SSM_ROLE_LABEL,     /* of a row */
  SSM_ROLE_OUTCOME,
  SSM_ROLE_FIGURE,    /* of a stage */
  SSM_ROLE_SYSTEM_FIGURE,
  SSM_ROLE_SYSTEM_LABEL,
  SSM_ROLE_HEADING,
  SSM_ROLE_TERM,
  SSM_ROLE_DEFINITION,
  SSM_ROLE_REASON_HEADING,
  SSM_ROLE_REASON,
  SSM_ROLE_LINK,
  SSM_ROLE_NOTE,      /* legend, footer, small notes */
  SSM_N_ROLES
} SsmRole;

typedef struct
{
  double points;    /* on A4 */
  double floor;     /* never smaller while the page fits */
  SsmFace face;
  gboolean follows; /* shrinks with the body */
  gboolean grows;   /* and grows with it */
  gboolean small;   /* does not outgrow the body on large paper */
} SsmType;

const SsmType *ssm_theme_type (SsmRole role);

/* Body sizes. */
#define SSM_BODY_NOMINAL 8.7
#define SSM_BODY_MAX 9.6
#define SSM_BODY_FLOOR 7.5
#define SSM_BODY_FLOOR_SHRUNK 6.5

/* Line height as a multiple of the size. */
#define SSM_SPACING 1.28

/* The same for the number of a stage. */
#define SSM_NUMBER_LINE 1.1

/* Colours, 0xRRGGBB. */
#define SSM_COLOUR_INK 0x1e2127
#define SSM_COLOUR_QUIET 0x545b66
#define SSM_COLOUR_HAIRLINE 0xd5d8de
#define SSM_COLOUR_GROUND 0xe5e6eb
#define SSM_COLOUR_WHITE 0xffffff

guint32 ssm_theme_stage   (SsmTheme theme, guint colour);
guint32 ssm_theme_on_head (SsmTheme theme); /* words on an arrow */
guint32 ssm_theme_tint    (SsmTheme theme, guint32 colour);
guint32 ssm_theme_hairline (SsmTheme theme);
guint32 ssm_theme_quiet    (SsmTheme theme);
guint32 ssm_theme_tone     (SsmTheme theme, guint32 colour); /* any other */

/* Millimetres at A4. */
#define SSM_MARGIN_SIDE 9.0
#define SSM_MARGIN_TOP 8.0
#define SSM_MARGIN_BOTTOM 6.0
#define SSM_HEADER 16.2       /* from the top margin to the arrows */
#define SSM_LABELS 18.6       /* column of row labels */
#define SSM_COLUMN_GAP 1.2
#define SSM_COLUMN_PAD 2.5    /* from a column's edge to its text */
#define SSM_COLUMN_END 0.5
#define SSM_TIP 2.4           /* of an arrow */
#define SSM_ARROW 14.4
#define SSM_ARROW_BANDED 10.6 /* where there are several bands */
#define SSM_ARROW_PAD 1.6
#define SSM_ARROW_RADIUS 0.5
#define SSM_NUMBER_GAP 2.0
#define SSM_INDENT 3.7        /* of criteria, from their marks */
#define SSM_DOES 16.5
#define SSM_ENTER 26.0
#define SSM_ENTER_MIN 20.0
#define SSM_LEAVE 39.4
#define SSM_LEAVE_MIN 36.0
#define SSM_DOES_TOP 2.06
#define SSM_DOES_BOTTOM 2.4
#define SSM_LIST_TOP 2.3
#define SSM_ENTER_BOTTOM 2.65
#define SSM_LEAVE_BOTTOM 2.95
#define SSM_ITEM_GAP 1.36
#define SSM_OUTCOME_TOP 0.3
#define SSM_OUTCOME_BOTTOM 2.8
#define SSM_TAG_PAD_Y 0.75
#define SSM_TAG_BAR 0.8
#define SSM_TAG_PAD_X 1.7
#define SSM_TAG_RADIUS 0.7
#define SSM_FIGURE_TOP 1.2
#define SSM_FIGURE_BOTTOM 2.1
#define SSM_FIGURE_GAP 3.6
#define SSM_BAND_GAP 3.2
#define SSM_LANE 9.4          /* of return paths, the first */
#define SSM_LANE_MORE 5.0     /* each further */
#define SSM_LANE_LINE 6.3     /* from the lane's top to its line */
#define SSM_LINKS_BELOW 3.0   /* to the rule under them */
#define SSM_BOTTOM 44.6       /* from the rule to the footer's line */
#define SSM_DEFINITIONS_SHARE 0.56
#define SSM_HEADING_TOP 2.6
#define SSM_HEADING_BOTTOM 2.6
#define SSM_DEFINITION_BAR 0.8
#define SSM_DEFINITION_INDENT 3.2
#define SSM_DEFINITION_GAP 4.0
#define SSM_NOTE_GAP 0.6      /* from "leaves Sourcing" to the definition */
#define SSM_FOOTER 5.5
#define SSM_TICK 2.85         /* side of a tick box */
#define SSM_TRIANGLE 1.45

/* Points. */
#define SSM_LINE_HAIR 0.5
#define SSM_LINE_PATH 0.8
#define SSM_LINE_RULE 1.1
#define SSM_LINE_TICK 0.75
#define SSM_LINE_OUTLINE 0.9

/* Letters on a dark head are white on the page; in an editor they stand on a light ground. */
guint32 ssm_theme_on_light (guint32 colour);

G_END_DECLS
