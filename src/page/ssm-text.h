/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measured text. A text is shaped once, unhinted, at one reference size; its metrics are
 * linear, so where its lines break depends only on the ratio of width to size. All
 * widths here are in em, that is divided by the size, and one shaped text serves every
 * size, the search for the largest that fits, the screen at any zoom and every export. */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_FACE_TEXT,
  SSM_FACE_STRONG,
  SSM_FACE_BOLD,
  SSM_FACE_TITLE,        /* for large sizes: set tighter */
  SSM_FACE_NUMBER,       /* figures of one width from here on */
  SSM_FACE_FIGURE,
  SSM_FACE_LARGE_FIGURE,
  SSM_N_FACES
} SsmFace;

/* A shaped text. The thread that made it remembers it; valid until the page after next
 * begins. */
typedef struct _SsmText SsmText;

/* Characters of one text that reach the page; what is beyond is counted. */
#define SSM_TEXT_MAX_CHARS 2000

/* For a program that draws a page or two and ends, before anything else here: begins to
 * load the few fonts that most pages need, in the background. Others are loaded when a
 * text needs them. Which fonts are chosen does not depend on this. */
void ssm_text_load_fonts (void);

/* A page begins: forgets what the pages before the last did not use. All texts are set in
 * the family @font as far as it has the letters; "" is the program's own. */
void ssm_text_begin_page (const char *font);

/* @language: BCP 47, or NULL. @rtl: the direction of a text that has none of its own. */
SsmText *ssm_text_get (const char *text, SsmFace face, const char *language, gboolean rtl);

gboolean ssm_text_is_empty (const SsmText *text);

/* As it is shown. */
const char *ssm_text_string (const SsmText *text);

/* Its own direction: that of its first letter, else of the page. */
gboolean ssm_text_runs_left (const SsmText *text);

/* Width without any breaks but the text's own. */
double ssm_text_width (const SsmText *text);

/* Width of the longest piece that has no place to break. */
double ssm_text_longest_word (const SsmText *text);

/* Height of a line: at least @spacing, more where the script needs it. */
double ssm_text_pitch (const SsmText *text, double spacing);

/* Lines it takes in @width; at least 1, for an empty text too. */
guint ssm_text_count_lines (const SsmText *text, double width);

/* A piece of a line in one font and direction, in logical order. */
typedef struct
{
  PangoGlyphItem *glyphs;
  double x; /* from the left end of the line */
} SsmTextRun;

typedef struct
{
  guint first_run, n_runs;
  guint start, end; /* bytes of the string */
  double width;
} SsmTextLine;

/* A text broken into lines. */
typedef struct
{
  gatomicrefcount ref_count;
  char *string;
  SsmTextRun *runs;
  SsmTextLine *lines;
  guint n_runs, n_lines;
  double width;    /* of the longest line */
  double ascent, descent;
} SsmTextLines;

/* (transfer full) */
SsmTextLines *ssm_text_break       (SsmText *text, double width);
SsmTextLines *ssm_text_lines_ref   (SsmTextLines *lines);
void          ssm_text_lines_unref (SsmTextLines *lines);

/* Points at which glyphs are shaped; painting scales from it. */
#define SSM_TEXT_REFERENCE 32.0

/* Characters no font has, and a pair of family and character for each font that stands in
 * for the page's own; empty strings and NULL where there are none. */
const char *ssm_text_missing   (const SsmText *text);
guint       ssm_text_n_substitutes (const SsmText *text);
const char *ssm_text_substitute    (const SsmText *text, guint index, gunichar *sample);

/* The family in which the page that began last is set, interned. Of a page that is done, its
 * areas tell. */
const char *ssm_text_family (void);

/* The real weight (PangoWeight) that stands behind a face. */
int ssm_face_weight (SsmFace face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTextLines, ssm_text_lines_unref)

G_END_DECLS
