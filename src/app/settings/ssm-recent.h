/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The maps opened or saved lately, newest first. Our own list: the desktop's shared one may
 * be switched off, and who may see it is not for this program to say. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SSM_TYPE_RECENT_ITEM (ssm_recent_item_get_type ())
G_DECLARE_FINAL_TYPE (SsmRecentItem, ssm_recent_item, SSM, RECENT_ITEM, GObject)

GFile      *ssm_recent_item_get_file  (SsmRecentItem *self);

/* The file's name, without the ending that all maps have. */
const char *ssm_recent_item_get_title (SsmRecentItem *self);

/* The file was not there when the list was read: deleted, or on a disk that is not plugged
 * in. FALSE where asking might take long. */
gboolean ssm_recent_item_is_missing (SsmRecentItem *self);

/* (transfer full): the folder as people say it, "Documents › Sales". */
char *ssm_recent_item_describe_place (SsmRecentItem *self);

/* (transfer full): "Today, 10:42", "Thu 19 Nov". */
char *ssm_recent_item_describe_time (SsmRecentItem *self);

/* (transfer full): a GListStore of SsmRecentItem. */
GListModel *ssm_recent_load (void);

gboolean ssm_recent_contains (GFile *file);
void     ssm_recent_add      (GFile *file);
void     ssm_recent_remove   (GFile *file);

/* Maps remembered. */
#define SSM_RECENT_MAX 20

G_END_DECLS
