/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture of the page is for. People know that, and it says the rest: paper and
 * resolution. */

#pragma once

#include "ssm-map-page.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_PURPOSE_PAPER,
  SSM_PURPOSE_SLIDE,   /* fills a slide of 16:9; 3840 pixels across */
  SSM_PURPOSE_POSTER,  /* A3, or larger; as many pixels as a picture may have, to 600 dpi */
  SSM_PURPOSE_HANDOUT, /* the empty worksheet */
  SSM_N_PURPOSES
} SsmPurpose;

/* What purposes are called by as an option's list of choices, in their order. */
#define SSM_PURPOSES "paper|slide|poster|handout"

/* The purpose called @name, one of these. */
SsmPurpose ssm_purpose_of_name (const char *name);

/* Sets what @purpose says of a page; paper only where @options name none yet. */
void ssm_purpose_set_page (SsmPurpose purpose, SsmPageOptions *options);

/* Pixels per inch of a PNG of a page of this size in points. */
double ssm_purpose_dpi (SsmPurpose purpose, double width, double height);

/* Whether the map goes along inside the file. With an empty worksheet it does not: who gets
 * one is to find the answers. */
gboolean ssm_purpose_carries_source (SsmPurpose purpose);

G_END_DECLS
