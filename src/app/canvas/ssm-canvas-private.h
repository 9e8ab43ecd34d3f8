/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the canvas share. ssm-canvas.c shows, -show.c turns a new map into
 * blocks, -write.c writes, -actions.c and -stage.c do what keys and menus ask, -pointer.c
 * clicks, -drag.c drags, -marks.c draws what is not paper. */

#pragma once

#include "ssm-block.h"
#include "ssm-canvas-focus.h"
#include "ssm-commands.h"
#include "ssm-map-index.h"
#include "ssm-writing.h"

G_BEGIN_DECLS

/* Desk that stays around the paper, in pixels. */
#define SSM_DESK_MARGIN 20

/* Where the button that adds a criterion is. */
typedef enum
{
  SSM_ADD_BELOW,  /* the last criterion */
  SSM_ADD_BESIDE, /* its last line */
  SSM_ADD_ON_EDGE /* of the cell */
} SsmAddPlace;

struct _SsmCanvas
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;

  SsmMap *map;  /* shown: the document's, or a trial of it */
  SsmMapIndex *index; /* of it */
  SsmMap *before; /* shown before that, or NULL */
  SsmPage *page;
  struct _SsmCanvasTerms *terms; /* what is known of them, or NULL */
  GHashTable *blocks;   /* key → SsmBlock */
  GPtrArray *by_index;  /* the same by area */
  double zoom;
  double scale;         /* pixels per point */
  int x, y;             /* of the paper, in pixels */
  GskRenderNode *paper; /* what belongs to no area, at the scale */
  guint scale_source;   /* idle that tells the new scale */
  gboolean high_contrast;

  SsmWriting *writing;  /* or NULL */
  gboolean typing;      /* the document changes by a keystroke */
  GtkWidget *editor;
  double editor_scale;
  gboolean lens;

  GtkWidget *add;       /* the button that adds a criterion */
  GtkWidget *add_label, *add_key, *add_plus;
  SsmAddPlace add_place;
  GtkWidget *insert;    /* the button between two stages */
  char *insert_at;      /* the stage it is at, or NULL; behind or before it */
  gboolean insert_after;
  GtkWidget *menu;      /* popover, or NULL */
  struct _SsmCanvasDeal *deal; /* that is marked, or NULL */
  GPtrArray *found;     /* of SsmMatch, to be marked, or NULL */

  SsmMap *trial;        /* while something is dragged, or NULL */
  struct _SsmDrag *drag; /* or NULL */
  gboolean was_selected; /* what is pressed was selected before */
};

/* Shows the map as it is now; connected, whenever there is another one. */
void ssm_canvas_refresh (SsmCanvas *self);
void ssm_canvas_connect (SsmCanvas *self);

/* Where somebody writes, the editor has the question of an empty place. */
void ssm_canvas_update_prompts (SsmCanvas *self);
void ssm_canvas_update_names   (SsmCanvas *self);
/* The area of the text that is being written, or -1; and brings an area into sight. */
int  ssm_canvas_written (SsmCanvas *self);
void ssm_canvas_reveal  (SsmCanvas *self, int index);

/* Takes @command: applies it, selects what it says, tells what was deleted. */
void ssm_canvas_run   (SsmCanvas *self, SsmCommand *command);
void ssm_canvas_toast (SsmCanvas *self, const char *words);

/* Writes on an area; with @caret_at, in pixels of the canvas, the caret goes there. */
gboolean ssm_canvas_edit_area (SsmCanvas *self, int index, SsmCaret caret,
                               const graphene_point_t *caret_at);

/* Begins a criterion at @position of the list of area @list. */
void ssm_canvas_begin_criterion (SsmCanvas *self, int list, guint position);

/* Stops writing and gives the keyboard to the block. */
void ssm_canvas_leave_text (SsmCanvas *self);

/* The document has changed while somebody writes. */
void ssm_canvas_follow_writing (SsmCanvas *self);

/* The editor, and the button that adds a criterion; updated after a new page or scale,
 * placed when sizes are handed out. */
GtkWidget *ssm_canvas_editor_new    (SsmCanvas *self);
void       ssm_canvas_update_editor (SsmCanvas *self);
void       ssm_canvas_place_editor  (SsmCanvas *self, int width, int height);
GtkWidget *ssm_canvas_add_new       (SsmCanvas *self);
void       ssm_canvas_update_add    (SsmCanvas *self);
void       ssm_canvas_place_add     (SsmCanvas *self);

/* Under and over the blocks. */
void ssm_canvas_snapshot_paper  (SsmCanvas *self, GtkSnapshot *snapshot);
void ssm_canvas_snapshot_editor (SsmCanvas *self, GtkSnapshot *snapshot);
void ssm_canvas_snapshot_found  (SsmCanvas *self, GtkSnapshot *snapshot);
void ssm_canvas_snapshot_rings  (SsmCanvas *self, GtkSnapshot *snapshot);

void ssm_canvas_class_add_actions (GtkWidgetClass *widget_class);
void ssm_canvas_update_actions    (SsmCanvas *self);
void ssm_canvas_add_pointer       (SsmCanvas *self);

/* Pixels of the canvas for a rectangle of the page, and for the text of an area. */
graphene_rect_t ssm_canvas_area_pixels (SsmCanvas *self, const SsmRect *rect);
graphene_rect_t ssm_canvas_text_pixels (SsmCanvas *self, guint index);

G_END_DECLS
