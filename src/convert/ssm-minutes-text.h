/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The minutes of a workshop as text, to be sent around. */

#pragma once

#include "ssm-minutes.h"

G_BEGIN_DECLS

/* (transfer full): Markdown, ends in a newline. */
char *ssm_minutes_to_markdown (const SsmMinutes *minutes);

G_END_DECLS
