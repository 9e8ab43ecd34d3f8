/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a program under ptrace and disturbs it at the n-th of its file operations, counted
 * from when it first opens something in the watched folder: kill it, let the call fail,
 * let it do only half, cut the power, or let somebody else do something at that
 * moment. */

#pragma once

#include <glib.h>

typedef enum
{
  FAULT_NONE,
  FAULT_KILL,
  FAULT_TEAR,    /* half of a write, then killed */
  FAULT_SHORT,   /* half of a read or write, and says so */
  FAULT_ERROR,   /* the call fails with @errnum */
  FAULT_ERRORS,  /* it and all later ones fail, but clean-up is possible */
  FAULT_POWER,   /* killed, and what was not brought to the disk is gone */
  FAULT_MEDDLE   /* @meddle is called before the operations in @at and @at_too */
} FaultKind;

typedef struct
{
  FaultKind kind;
  guint at;     /* from 1 */
  guint at_too; /* 0: none */
  int errnum;
  void (*meddle) (gpointer data);
  gpointer data;
} Fault;

typedef struct
{
  gboolean hit;     /* the fault took place */
  guint n_operations;
  guint created;    /* the operation that first made a file, 0: none did */
  int status;       /* of the program; minus the signal that ended it */
  gboolean settled; /* all it changed had been brought to the disk */
  char *operation;  /* where the fault was */
  char *message;    /* what it wrote to standard error */
} FaultResult;

/* Whether ptrace works here: some containers forbid it. */
gboolean fault_is_possible (void);

/* Follows @argv from where it stops itself with SIGSTOP. */
void fault_run (const char * const *argv, const char *folder, const Fault *fault,
                FaultResult *result);

void fault_result_clear (FaultResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FaultResult, fault_result_clear)
