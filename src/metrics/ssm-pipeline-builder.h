/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the rows of a CRM's tables together to the history of its deals. Rows may come in any
 * order, those of deals before or behind those of their history.
 *
 *   one row a deal        ssm_pipeline_builder_set ()
 *   one row a change      ssm_pipeline_builder_enter ()
 *   one row a stay        ssm_pipeline_builder_stay ()
 *   a column a stage      ssm_pipeline_builder_enter () for each that has a date, in the
 *                         order of the map
 */

#pragma once

#include "ssm-pipeline.h"

G_BEGIN_DECLS

typedef struct _SsmPipelineBuilder SsmPipelineBuilder;

/* @map: whose stages steps are. */
SsmPipelineBuilder *ssm_pipeline_builder_new  (const SsmMap *map);
void                ssm_pipeline_builder_free (SsmPipelineBuilder *builder);

/* The number of the deal with the key @id, which is new if there was none; it is the same
 * for every row of the deal. */
guint ssm_pipeline_builder_deal (SsmPipelineBuilder *builder, const char *id);

/* The same of @n keys at once, which is faster. */
void ssm_pipeline_builder_deals (SsmPipelineBuilder *builder, const char * const *ids, guint n,
                                 guint *deals);

guint ssm_pipeline_builder_n_deals (const SsmPipelineBuilder *builder);

/* The row of @deal; a later one replaces it. */
void ssm_pipeline_builder_set (SsmPipelineBuilder *builder, guint deal,
                               const SsmPipelineDeal *row);

/* @deal came to @step. @sequence: what orders those of the same instant before the order of
 * rows does, or 0. One without an instant is counted and not used. */
void ssm_pipeline_builder_enter (SsmPipelineBuilder *builder, guint deal, int step,
                                 SsmInstant when, gint64 sequence);

/* The same where it is known when it left again, or SSM_INSTANT_NONE. */
void ssm_pipeline_builder_stay (SsmPipelineBuilder *builder, guint deal, int step,
                                SsmInstant entered, SsmInstant left, gint64 sequence);

/* The deal with the key @merged lives on in @deal, which keeps its own history: rows of
 * @merged, before and behind this, do not count. */
void ssm_pipeline_builder_merge (SsmPipelineBuilder *builder, guint deal,
                                 const char *merged);

/* Rows that say once more where a deal is are dropped, which is right as long as the rows of
 * each deal come in the order of time. TRUE if one came later that would have stood between
 * such rows: then the table must be read again, all into a builder that keeps them. */
gboolean ssm_pipeline_builder_must_keep (const SsmPipelineBuilder *builder);

/* Drops no row from now on; before the first one. */
void ssm_pipeline_builder_keep (SsmPipelineBuilder *builder);

/* (transfer full): what was built. The builder is empty then. */
SsmPipeline *ssm_pipeline_builder_finish (SsmPipelineBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPipelineBuilder, ssm_pipeline_builder_free)

G_END_DECLS
