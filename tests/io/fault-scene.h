/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder with a file in its old version, and the program that saves the new one. */

#pragma once

#include <sys/stat.h>

#include "fault-trace.h"

typedef struct
{
  const char *name;
  mode_t mode; /* of the old version; 0: there is none */
  gboolean attribute;
  gboolean link;
  gboolean base;
} Scenario;

/* The last one has no old version. */
#define N_SCENARIOS 5
extern const Scenario scenarios[N_SCENARIOS];

typedef enum
{
  STATE_ABSENT,
  STATE_OLD,
  STATE_NEW,
  STATE_BROKEN
} State;

#define ATTRIBUTE "user.salesmap.test"
#define ATTRIBUTE_VALUE "kept"

/* More than a save or a reading takes. */
#define MAX_OPERATIONS 200

typedef struct
{
  char *root;
  char *folder;
  char *file; /* the path the program is given */
  char *real; /* the file behind it */
  char *old;
  char *new;
  gboolean attributes; /* the file system knows them */
} Scene;

extern Scene here;

void set_up    (void);
void tear_down (void);

void  prepare  (const Scenario *scenario);
void  run_tool (const Scenario *scenario, const Fault *fault, FaultResult *result);
State look     (const char *path);

/* Names in the folder besides the file; temporary ones are counted apart. */
guint count_others (guint *n_temporary);
