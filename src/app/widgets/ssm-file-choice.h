/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to do about a file that a person has named, for saving and for exporting. */

#pragma once

#include <adwaita.h>

#include "ssm-document.h"

G_BEGIN_DECLS

/* (transfer full): the name of @file as messages show it. */
char *ssm_file_choice_name (GFile *file);

/* (transfer full): the @message of an error, "name: the disk is full; free some space", as
 * sentences that need not name @file: "The disk is full. Free some space." */
char *ssm_file_choice_sentence (GFile *file, const char *message);

/* (transfer full): @file, with @ending added if it lacks it: a PDF can never replace a
 * map. */
GFile *ssm_file_choice_with_ending (GFile *file, const char *ending);

/* (transfer full): a name beside @file with @ending that is not taken. */
GFile *ssm_file_choice_beside (GFile *file, const char *ending);

/* (transfer full): @title as a file name that every disk takes, with @ending. */
char *ssm_file_choice_from_title (const char *title, const char *ending);

/* (transfer full): where to offer to put files of @document. */
GFile *ssm_file_choice_folder (SsmDocument *document);

/* Shows the question whether what @file holds may be lost: for a name that was completed,
 * because the chooser has asked about it as it was typed. The response is "replace" or
 * "cancel". */
AdwMessageDialog *ssm_file_choice_ask_to_replace (GtkWindow *parent, GFile *file);

G_END_DECLS
