/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps and deal books lie apart and belong together by the id of the map, which stands in the
 * first bytes of both. Looking there, in a thread, is enough to know which files to open. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks for files that end in @ending and name @id: in the folder of @file, and then among
 * @others (of GFile, or NULL). What is called like @file comes first, and with @namesake it is
 * taken whatever it says. */
typedef struct
{
  GFile *file;
  GPtrArray *others;
  const char *ending;
  const char *id;
  gboolean namesake;
} SsmDealPlaces;

/* Copies @places. */
void ssm_deal_places_find_async (const SsmDealPlaces *places, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);

/* (transfer container): of GFile; NULL where it was stopped. */
GPtrArray *ssm_deal_places_find_finish (GAsyncResult *result);

G_END_DECLS
