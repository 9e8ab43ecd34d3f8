/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real text view that lies over a text of the page, in the page's own font: input
 * methods, dead keys, selection, spelling and both directions come with it. It knows keys
 * and letters and no maps. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

/* What a key asks for that is not about letters. */
typedef enum
{
  SSM_EDITOR_ENTER,
  SSM_EDITOR_NEXT,
  SSM_EDITOR_PREVIOUS,
  SSM_EDITOR_ESCAPE,
  SSM_EDITOR_REMOVE,        /* Backspace where there is nothing to take away */
  SSM_EDITOR_NEXT_STAGE,
  SSM_EDITOR_PREVIOUS_STAGE
} SsmEditorKey;

typedef enum
{
  SSM_CARET_ALL, /* everything selected: typing replaces */
  SSM_CARET_END
} SsmCaret;

#define SSM_TYPE_INLINE_EDITOR (ssm_inline_editor_get_type ())
G_DECLARE_FINAL_TYPE (SsmInlineEditor, ssm_inline_editor, SSM, INLINE_EDITOR, GtkWidget)

/* Signals: "typed" (): the person changed the text. "key" (int, an SsmEditorKey). "pasted"
 * (const char *text); TRUE from the handler: it was taken as something else than text.
 * "shortened" (): a paste was too long and was cut. */

GtkWidget *ssm_inline_editor_new (void);

/* (transfer full) */
char *ssm_inline_editor_dup_text (SsmInlineEditor *self);

/* Sets the text without "typed"; does nothing where it is the same. */
void ssm_inline_editor_set_text (SsmInlineEditor *self, const char *text);
void ssm_inline_editor_set_caret (SsmInlineEditor *self, SsmCaret caret);

/* Puts the caret where a click was: at a point of the text as the page shows it, @scale
 * pixels per point and @width pixels wide. */
void ssm_inline_editor_set_caret_at (SsmInlineEditor *self, const SsmTextLook *look,
                                     double scale, int width, double x, double y);

/* @scale: pixels per point. @lens: drawn as a box of its own that stands off the page.
 * @rtl: the direction of the page. */
void ssm_inline_editor_set_look (SsmInlineEditor *self, const SsmTextLook *look,
                                 double scale, gboolean lens, gboolean rtl);

/* The question that stands there while the text is empty. */
void ssm_inline_editor_set_prompt (SsmInlineEditor *self, const char *prompt);

/* What is typed is not what the text can be, as a date: says so below it. NULL: it is. */
void ssm_inline_editor_set_problem (SsmInlineEditor *self, const char *problem);

/* Pixels between the edge of the editor and its text. */
int ssm_inline_editor_get_padding (SsmInlineEditor *self);

/* Pixels it takes for its whole text, or for its question while there is none: in one line,
 * and at @width with the look last set. */
int ssm_inline_editor_get_width  (SsmInlineEditor *self, const SsmTextLook *look,
                                  double scale);
int ssm_inline_editor_get_height (SsmInlineEditor *self, const SsmTextLook *look,
                                  double scale, int width);

/* What the text view is for, as a screen reader says it. */
void ssm_inline_editor_set_name (SsmInlineEditor *self, const char *name);

/* Gives a key pressed elsewhere to the text, as if it had been pressed here. */
void ssm_inline_editor_forward (SsmInlineEditor *self, GtkEventControllerKey *controller);

/* (transfer full): the text as it would be with @insert in place of what is selected. */
char *ssm_inline_editor_dup_text_with (SsmInlineEditor *self, const char *insert);

/* TRUE where Enter and pasting may bring line breaks into the text. */
void ssm_inline_editor_set_line_breaks (SsmInlineEditor *self, gboolean line_breaks);

G_END_DECLS
