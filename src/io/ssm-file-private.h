/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the file layer share: the place a save goes to, and the temporary
 * file that becomes the new version. Below the public functions a failure is an errno, 0
 * for none: what it means to a person depends on the step, see ssm-file-message.c. */

#pragma once

#include <sys/stat.h>

#include "ssm-file.h"

G_BEGIN_DECLS

/* A name in a folder that is held open: renaming the folder meanwhile changes nothing. */
typedef struct
{
  char *path;      /* as the caller said it, for messages */
  char *name;      /* behind all links */
  int folder;      /* fd */
  gboolean locked; /* against other saves in this folder */
} SsmFilePlace;

#define SSM_FILE_PLACE_INIT { .folder = -1 }

gboolean ssm_file_place_open  (SsmFilePlace *place, const char *path, GError **error);
void     ssm_file_place_clear (SsmFilePlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SsmFilePlace, ssm_file_place_clear)

/* Best effort: waits @wait_ms at most and goes without where locks do not work. */
void ssm_file_place_lock (SsmFilePlace *place, guint wait_ms);

/* Does nothing unless locked. */
void ssm_file_place_clean (SsmFilePlace *place);

/* (transfer full): a name beside the place that is in no use yet, most likely. */
char *ssm_file_place_temp_name     (SsmFilePlace *place);
char *ssm_file_place_conflict_name (SsmFilePlace *place);

/* A file beside the place under a temporary name, removed unless @name is given away. */
typedef struct
{
  SsmFilePlace *place;
  char *name;
  int fd; /* its lock says that the writer lives */
} SsmFileTemp;

#define SSM_FILE_TEMP_INIT { .fd = -1 }

int  ssm_file_temp_make  (SsmFileTemp *temp, SsmFilePlace *place, mode_t mode);
int  ssm_file_temp_write (SsmFileTemp *temp, GBytes *contents);

/* Gives the temporary file owner, attributes, mode of the file at @fd; never wider. */
int  ssm_file_temp_dress (SsmFileTemp *temp, int fd, const struct stat *old);

/* After this the contents are on the disk. Not to be repeated after a failure. */
int  ssm_file_temp_sync  (SsmFileTemp *temp);
void ssm_file_temp_clear (SsmFileTemp *temp);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SsmFileTemp, ssm_file_temp_clear)

/* Opens what is a file already before it is opened (opening a device may do something)
 * and waits for nothing. *@fd is to be closed unless -1, whatever comes back: ENXIO and
 * EISDIR for what is no file. @flags: O_NOFOLLOW or 0. */
int ssm_file_open_regular (int folder, const char *path, int flags, int *fd,
                           struct stat *status);

/* Whether the file at @fd is as it was when it had the status @before. */
gboolean ssm_file_was_untouched (int fd, const struct stat *before);

/* Reads from where @fd stands. @hint: expected size. @limit: may be NULL; lowers
 * *@max_bytes. EFBIG: there is more than that. */
int ssm_file_read_rest (int fd, gsize hint, SsmFileLimit limit, gsize *max_bytes,
                        GBytes **contents);

/* Whether the whole file at @fd is @bytes. */
int ssm_file_compare (int fd, GBytes *bytes, gboolean *same);

typedef enum
{
  SSM_FILE_STEP_CREATE, /* nothing is made yet */
  SSM_FILE_STEP_WRITE   /* making, filling or placing the new version */
} SsmFileStep;

void ssm_file_set_open_error (GError **error, const char *path, int errnum);
void ssm_file_set_save_error (GError **error, const char *path, int folder,
                              SsmFileStep step, int errnum);

G_END_DECLS
