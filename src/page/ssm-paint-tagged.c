/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page in reading order with the structure a PDF reader speaks: headings, sections,
 * lists, and links from what a record has become to where that is explained. Arrows,
 * rules and bullets only decorate and stay outside of it. */

#include "ssm-paint.h"

#include "ssm-paint-private.h"

static gboolean
is_head (const SsmArea *area)
{
  return area->role == SSM_AREA_TEXT && area->field == SSM_STAGE_NAME;
}

static void
paint_decoration (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  for (guint i = 0; i < area->n_shapes; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape,
                                              area->first_shape + i);

      if (shape->kind != SSM_SHAPE_TEXT)
        ssm_paint_shape (cr, shape);
    }
}

static gboolean
has_words (const SsmPage *page, const SsmArea *area)
{
  for (guint i = 0; i < area->n_shapes; i++)
    if (g_array_index (page->shapes, SsmShape, area->first_shape + i).kind == SSM_SHAPE_TEXT)
      return TRUE;
  return FALSE;
}

static void
paint_words (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  for (guint i = 0; i < area->n_shapes; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape,
                                              area->first_shape + i);

      if (shape->kind == SSM_SHAPE_TEXT)
        ssm_paint_shape (cr, shape);
    }
}

/* The words of an area, each text in a structure element of its own. */
static void
paint_element (const SsmPage *page, const SsmArea *area, cairo_t *cr, const char *tag)
{
  for (guint i = 0; i < area->n_shapes; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape,
                                              area->first_shape + i);

      if (shape->kind != SSM_SHAPE_TEXT)
        continue;
      cairo_tag_begin (cr, tag, NULL);
      ssm_paint_shape (cr, shape);
      cairo_tag_end (cr, tag);
    }
}

static void
paint_item (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  cairo_tag_begin (cr, "LI", NULL);
  paint_element (page, area, cr, "LBody");
  cairo_tag_end (cr, "LI");
}

/* Ids are plain ASCII without quotes or backslashes. */
static void
paint_link (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  g_autofree char *attributes = NULL;
  gboolean known = *area->target != '\0' &&
                   ssm_page_find_area (page, area->target, SSM_DEFINITION_TERM,
                                       SSM_LIST_NONE) >= 0;

  if (!has_words (page, area))
    return;
  cairo_tag_begin (cr, "P", NULL);
  if (known)
    {
      attributes = g_strdup_printf ("dest='%s'", area->target);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
    }
  paint_words (page, area, cr);
  if (known)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_end (cr, "P");
}

static void
paint_term (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=%d y=%d", area->id,
                                                 (int) area->rect.x, (int) area->rect.y);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  paint_element (page, area, cr, "H3");
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
paint_text (const SsmPage *page, const SsmArea *area, cairo_t *cr)
{
  if (area->field == SSM_DEFINITION_TERM)
    paint_term (page, area, cr);
  else if (area->field == SSM_MAP_TITLE || area->field == SSM_DEAL_NAME)
    paint_element (page, area, cr, "H1");
  else if (!is_head (area))
    paint_element (page, area, cr, "P");
}

/* A stage's number stands in its own area, its name in the one below; both are one
 * heading. */
static void
paint_stage_head (const SsmPage *page, guint index, cairo_t *cr)
{
  cairo_tag_begin (cr, "H2", NULL);
  paint_words (page, ssm_page_area (page, index), cr);
  if (index + 1 < page->areas->len && is_head (ssm_page_area (page, index + 1)))
    paint_words (page, ssm_page_area (page, index + 1), cr);
  cairo_tag_end (cr, "H2");
}

static guint paint_tree (const SsmPage *page, guint index, cairo_t *cr);

static guint
paint_children (const SsmPage *page, guint parent, cairo_t *cr)
{
  guint next = parent + 1;

  while (next < page->areas->len && ssm_page_area (page, next)->parent == (int) parent)
    next = paint_tree (page, next, cr);
  return next;
}

static guint
paint_within (const SsmPage *page, guint index, cairo_t *cr, const char *tag)
{
  const SsmArea *area = ssm_page_area (page, index);
  gboolean filled = area->n_shapes > 0 ||
                    (index + 1 < page->areas->len &&
                     ssm_page_area (page, index + 1)->parent == (int) index);
  guint next;

  if (!filled)
    return index + 1;
  cairo_tag_begin (cr, tag, NULL);
  if (area->role == SSM_AREA_STAGE)
    paint_stage_head (page, index, cr);
  else if (area->role == SSM_AREA_GROUP)
    paint_element (page, area, cr, "H2");
  else
    paint_element (page, area, cr, "P");
  next = paint_children (page, index, cr);
  cairo_tag_end (cr, tag);
  return next;
}

/* Paints the area and all in it; returns the area behind them. */
static guint
paint_tree (const SsmPage *page, guint index, cairo_t *cr)
{
  const SsmArea *area = ssm_page_area (page, index);

  paint_decoration (page, area, cr);
  switch (area->role)
    {
    case SSM_AREA_GROUP:
    case SSM_AREA_STAGE:
    case SSM_AREA_DEFINITION:
      return paint_within (page, index, cr, "Sect");
    case SSM_AREA_LIST:
      return paint_within (page, index, cr, "L");
    case SSM_AREA_CRITERION:
      paint_item (page, area, cr);
      break;
    case SSM_AREA_OUTCOME:
      paint_link (page, area, cr);
      break;
    case SSM_AREA_TEXT:
      paint_text (page, area, cr);
      break;
    case SSM_AREA_LINK:
    case SSM_AREA_MEASURE:
      paint_element (page, area, cr, "P");
      break;
    default:
      g_assert_not_reached ();
    }
  return index + 1;
}

void
ssm_paint_page_tagged (const SsmPage *page, cairo_t *cr)
{
  guint next = 0;

  g_return_if_fail (page != NULL && cr != NULL);
  ssm_paint_background (page, cr);
  cairo_tag_begin (cr, "Document", NULL);
  while (next < page->areas->len)
    next = paint_tree (page, next, cr);
  cairo_tag_end (cr, "Document");
}
