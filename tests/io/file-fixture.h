/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of its own for each test of saving, and steps of one line. */

#pragma once

#include <sys/stat.h>

#include "ssm-file.h"
#include "ssm-io-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

void set_up_folder    (Fixture *self, gconstpointer data);
void tear_down_folder (Fixture *self, gconstpointer data);

void        put          (const char *path, const char *text, mode_t mode);
void        assert_holds (const char *path, const char *text);
struct stat stat_of      (const char *path);
guint       count_names  (const char *folder);

/* Must go well. @base_text: NULL for no base. */
void save (const char *path, const char *text, const char *base_text,
           SsmFileSaveFlags flags);

/* Must end with @code and a message that says @words. */
void refuse (const char *path, const char *text, const char *base_text, SsmIoError code,
             const char *words);

/* Runs @function as somebody without rights, in a process of its own. */
#define NOBODY 65534
void run_as_nobody (void (*function) (Fixture *), Fixture *self);
