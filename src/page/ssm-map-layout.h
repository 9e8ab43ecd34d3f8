/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One map being laid out: its texts, what the search varies, and what follows from it.
 * Lengths are points on the layout's sheet, from left to right. The sheet is the paper,
 * or larger where the map does not fit, to be drawn smaller. */

#pragma once

#include "ssm-language.h"
#include "ssm-layout-items.h"
#include "ssm-theme.h"

G_BEGIN_DECLS

typedef struct
{
  const SsmMap *map;
  const SsmPageOptions *options;
  const SsmLanguage *words;
  const char *language;
  gboolean rtl;
  double factor;     /* of all millimetres and sizes: 1 on A4 */

  SsmStage *stages;
  guint n_stages;
  GArray *paths;       /* SsmPath */
  GArray *definitions; /* SsmDefinition */
  GArray *figures;     /* SsmSystemFigure */
  GArray *reasons;     /* SsmReason */
  gboolean measured;   /* there is a row of figures */
  guint days;          /* over which was measured, or 0 */

  /* What the search varies. */
  guint n_bands;
  double scale;        /* paper ÷ sheet */
  double body;
  double tight;        /* 0: as drawn, 1: as tight as may be */

  /* What follows. */
  double width, height;
  double gap;          /* factor of distances, 1 down to 0.75 */
  guint columns;
  double labels;       /* width of the column of labels */
  double first_column;
  double column_pitch;
  double column;
  SsmNames names;
  double name_size;
  GArray *bands;       /* SsmBand */
  gboolean narrow;     /* columns in which nothing can be set */
  gboolean piled;      /* a stage's figures stand one below the other */
  gboolean splits;     /* a word that a smaller body would keep whole */
  double edges;        /* width for which header and footer were measured, … */
  double edges_body;   /* … and body, which they go along with on large paper */
  double header;
  gboolean stacked;    /* the edition stands under the subtitle, … */
  gboolean raised;     /* … or beside the title alone */
  double title_size;
  double bottom;       /* definitions and measures, natural */
  double bottom_room;
  guint definition_columns;
  double definitions_width, definitions_height;
  double measures_x, measures_width;
  gboolean stacked_bottom; /* measures stand under the definitions */
  double footer;
} SsmLayout;

static inline double
ssm_mm (const SsmLayout *layout, double millimetres)
{
  return millimetres * SSM_MM * layout->factor;
}

/* The same for what stands close to letters, and goes along when they are larger. */
static inline double
ssm_text_mm (const SsmLayout *layout, double millimetres)
{
  return millimetres * SSM_MM * MAX (layout->factor, layout->body / SSM_BODY_NOMINAL);
}

static inline SsmBand *
ssm_layout_band (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->bands, SsmBand, index);
}

/* ssm-map-layout.c: what there is to show. */
SsmLayout *ssm_layout_new  (const SsmMap *map, const SsmPageOptions *options);
void       ssm_layout_free (SsmLayout *layout);
double     ssm_layout_size (const SsmLayout *layout, SsmRole role);
SsmText   *ssm_layout_text (const SsmLayout *layout, const char *string, SsmRole role);

/* The same for a text of @part, in the part's own language. */
SsmText   *ssm_layout_part_text (const SsmLayout *layout, const SsmPart *part,
                                 SsmField field, SsmRole role);
SsmText   *ssm_layout_word (const SsmLayout *layout, const char *key, SsmRole role);

/* The word for @key with @value in the place of {@name}. */
SsmText   *ssm_layout_format (const SsmLayout *layout, const char *key, const char *name,
                              const char *value, SsmRole role);

/* (transfer full): a text to be set into a sentence; one of the other direction keeps to
 * itself there. */
char      *ssm_layout_isolate (const SsmLayout *layout, const SsmText *text);

double     ssm_layout_height (const SsmText *text, double size, double width);

/* ssm-layout-figures.c: what was measured. */
void ssm_layout_gather_figures  (SsmLayout *layout, SsmStage *stage);
void ssm_layout_gather_measures (SsmLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmLayout, ssm_layout_free)

G_END_DECLS
