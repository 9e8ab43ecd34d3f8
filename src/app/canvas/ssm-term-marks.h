/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quiet marks under words that are defined: thin dots under the word alone, where the
 * mark of an example runs under whole lines. On the screen only. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

typedef struct
{
  SsmRect rect; /* of the word, in points */
  char *words;  /* that explain it */
} SsmTermMark;

/* (transfer full): an empty array of SsmTermMark that owns their words. */
GArray *ssm_term_marks_new (void);

/* Draws the marks; @scale is pixels per point. */
void ssm_term_marks_append (GArray *marks, GtkSnapshot *snapshot, double scale);

/* The words of the mark at a point of the page, or NULL. */
const char *ssm_term_marks_at (GArray *marks, double x, double y);

/* NULL is as good as none. */
gboolean ssm_term_marks_equal (GArray *a, GArray *b);

G_END_DECLS
