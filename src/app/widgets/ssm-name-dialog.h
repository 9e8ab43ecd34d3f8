/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small dialog that asks for one name. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading;
  const char *body;   /* or NULL */
  const char *label;  /* what the entry is for */
  const char *text;   /* offered, all of it selected */
  const char *verb;   /* on the button that Enter presses, with a mnemonic */
} SsmNameQuestion;

/* @name is not empty, without blanks around it. */
typedef void (*SsmNameFunc) (const char *name, gpointer data);

/* Calls @func with the answer, or not where the person cancels; @destroy frees @data. */
void ssm_name_dialog_ask (GtkWindow *parent, const SsmNameQuestion *question,
                          SsmNameFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
