/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What --quota says: an amount, or a table of them. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-measure.h"

G_BEGIN_DECLS

/* Puts the quota among @arguments, if there is one, into @options. @currency: filled with
 * the one it names, and lent to @options. The exit status; what is wrong is said. */
int ssm_quota_read (const SsmArguments *arguments, const SsmPipeline *pipeline,
                    SsmMeasureOptions *options, char currency[4]);

G_END_DECLS
