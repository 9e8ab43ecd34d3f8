/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys, menus and dragging do to the selected part, as values: the new map, the name
 * of the step and what is selected afterwards. Without widgets, so that every way to a
 * command does the same and tests need no window. */

#pragma once

#include "ssm-measure.h"

G_BEGIN_DECLS

typedef struct
{
  SsmMap *map;   /* the same map, referenced, where nothing was to do */
  char *label;   /* of the undo step, translated */
  char *merge_key; /* of the selected text, where writing it belongs to the step; or NULL */
  char *toast;   /* what was deleted, translated; NULL: nothing was */
  SsmPlaceInMap select;
} SsmCommand;

void ssm_command_free (SsmCommand *command);

/* All (transfer full), never NULL; an @id the map does not have does nothing. */

/* A criterion, stage, link, definition, measure or reason. */
SsmCommand *ssm_command_delete (SsmMap *map, const char *id);

/* All criteria of one cell. */
SsmCommand *ssm_command_clear (SsmMap *map, const char *stage, SsmList list);

/* One place up (-1) or down (1) in its list; a stage one place earlier or later. */
SsmCommand *ssm_command_move (SsmMap *map, const char *id, int step);

/* A criterion to the end of the other list of its stage. */
SsmCommand *ssm_command_send (SsmMap *map, const char *id, SsmList list);

/* A criterion to the same list of the stage before (-1) or behind (1) its own, at the same
 * place. */
SsmCommand *ssm_command_pass (SsmMap *map, const char *id, int step);

/* A criterion to @index of a list, or a stage to @index of the map; as dragging does. */
SsmCommand *ssm_command_move_to (SsmMap *map, const char *id, const char *parent,
                                 SsmList list, guint index);

/* A stage before (@after FALSE) or after the one that is or holds @id; its name is
 * selected. */
SsmCommand *ssm_command_insert_stage (SsmMap *map, const char *id, gboolean after);

/* The stage that is or holds @id in two: from the criterion @id on, else in the middle of
 * its "Leave when". The name of the new one is selected. */
SsmCommand *ssm_command_split_stage (SsmMap *map, const char *id);

/* The stage that is or holds @id and the next one in one, whose name is selected. */
SsmCommand *ssm_command_join_stages (SsmMap *map, const char *id);

/* Palette entry 1 … 8; 0 for the colour of its place. */
SsmCommand *ssm_command_colour_stage (SsmMap *map, const char *id, guint colour);

/* A return path from one stage to another, or between a stage and a place outside, "lost"
 * or "nurture"; its words are selected. Where there is one already, that is selected. */
SsmCommand *ssm_command_link (SsmMap *map, const char *from, const char *to);

/* Lets the return path @id leave (SSM_LINK_FROM) or reach (SSM_LINK_TO) another @place. */
SsmCommand *ssm_command_point_link (SsmMap *map, const char *id, SsmField end,
                                    const char *place);

/* The lines of @text as criteria at @index of a list; the last one is selected. */
SsmCommand *ssm_command_insert_criteria (SsmMap *map, const char *stage, SsmList list,
                                         guint index, const char * const *texts);

/* Versions kept in the map; @date is YYYY-MM-DD of today. */
SsmCommand *ssm_command_keep_version       (SsmMap *map, const char *name, const char *date);
SsmCommand *ssm_command_go_back_to_version (SsmMap *map, const char *id);
SsmCommand *ssm_command_rename_version     (SsmMap *map, const char *id, const char *name);
SsmCommand *ssm_command_delete_version     (SsmMap *map, const char *id);

/* A definition of @term, whose text waits to be written; "" for a term without a name yet.
 * One that is there already is selected. */
SsmCommand *ssm_command_define (SsmMap *map, const char *term);

/* The three definitions that a map usually begins with, in its language, on the page. */
SsmCommand *ssm_command_define_usual (SsmMap *map);

/* The usual definitions where there are none, and for each one without a text what its stage
 * is left by. */
SsmCommand *ssm_command_fill_definitions (SsmMap *map);

/* The definition @id on the page, or only in the list. */
SsmCommand *ssm_command_pin (SsmMap *map, const char *id, gboolean pinned);

/* A target for a figure of the whole system, as "win-rate", that is to be agreed on yet. */
SsmCommand *ssm_command_add_measure (SsmMap *map, const char *kind);

/* What was measured, in place of the figures that the map has. @source: names of tables, or
 * NULL. */
SsmCommand *ssm_command_put_figures (SsmMap *map, const SsmMeasure *measure,
                                     const char *source);

/* A coded reason for a lost deal. */
SsmCommand *ssm_command_add_reason (SsmMap *map);

/* The definition @id says what a record is when it leaves @stage and no other; "": none. */
SsmCommand *ssm_command_leave_stage (SsmMap *map, const char *id, const char *stage);

/* (transfer full): the part as lines of text, for the clipboard; @list other than
 * SSM_LIST_NONE means one cell of a stage. */
char *ssm_command_copy_text (const SsmMap *map, const char *id, SsmField field, SsmList list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmCommand, ssm_command_free)

G_END_DECLS
