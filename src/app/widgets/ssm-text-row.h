/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a boxed list to write in, as high as its text. Tab goes on to the next row. It
 * also stands in for AdwEntryRow, which in libadwaita 1.2 does not tell a screen reader
 * that it has the keyboard. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SSM_TYPE_TEXT_ROW (ssm_text_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmTextRow, ssm_text_row, SSM, TEXT_ROW, AdwPreferencesRow)

/* Its title is that of AdwPreferencesRow. Property "single-line" (boolean): Enter goes on
 * to the next row as well. Signal "changed": the person has written. */

/* (transfer full): line breaks are blanks where the row is of a single line. */
char *ssm_text_row_get_text (SsmTextRow *self);

/* Without "changed"; the caret stays where the text is the same. */
void ssm_text_row_set_text (SsmTextRow *self, const char *text);

/* Gives the keyboard to the text, with all of it selected. */
void ssm_text_row_select_all (SsmTextRow *self);

G_END_DECLS
