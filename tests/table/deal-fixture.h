/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps and deals for tests of reading tables. */

#pragma once

#include "ssm-deal-reader.h"

G_BEGIN_DECLS

/* (transfer full): a map with the usual stages: s-1 "Sourcing", s-2 "Qualification" whose key
 * in the CRM is hubspot:qualifiedtobuy, s-3 "Discovery", s-4 "Proposal" whose key is
 * pipedrive:Angebot, s-5 "Negotiation/Review", s-6 "Close". */
SsmMap *deal_map_new (void);

/* The Julian day of an ISO date. */
guint32 deal_day (const char *date);

/* (transfer full): every deal of @source as one line, then what was found as NAME: LINE…. */
char *deal_dump (SsmTableSource *source, const SsmTableMapping *mapping, const SsmMap *map,
                 guint32 as_of);

/* (transfer full): the contents of tests/fixtures/NAME. */
SsmTableSource *deal_fixture_open (const char *name);

G_END_DECLS
