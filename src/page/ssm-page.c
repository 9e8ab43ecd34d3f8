/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page as a value: what is drawn, what it shows, and who is asked about it. */

#include "ssm-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (SsmPage, ssm_page, ssm_page_ref, ssm_page_unref)

SsmPage *
ssm_page_ref (SsmPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  g_atomic_ref_count_inc (&page->ref_count);
  return page;
}

void
ssm_page_unref (SsmPage *page)
{
  if (page == NULL || !g_atomic_ref_count_dec (&page->ref_count))
    return;
  for (guint i = 0; i < page->shapes->len; i++)
    {
      SsmShape *shape = &g_array_index (page->shapes, SsmShape, i);

      g_clear_pointer (&shape->lines, ssm_text_lines_unref);
    }
  g_array_unref (page->shapes);
  g_array_unref (page->areas);
  g_string_chunk_free (page->strings);
  g_ptr_array_unref (page->notes);
  g_free (page);
}

void
ssm_page_get_size (const SsmPage *page, double *width, double *height)
{
  g_return_if_fail (page != NULL);
  if (width != NULL)
    *width = page->width;
  if (height != NULL)
    *height = page->height;
}

const SsmFit *
ssm_page_fit (const SsmPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  return &page->fit;
}

char *
ssm_fit_problem (const SsmFit *fit)
{
  if (fit->fits)
    return NULL;
  if (fit->stage < 0)
    return g_strdup (_("The map has too much text for one page."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Stage %d has %u line too many for one page.",
                                       "Stage %d has %u lines too many for one page.",
                                       fit->lines_too_many),
                          fit->stage + 1, fit->lines_too_many);
}

gboolean
ssm_page_is_rtl (const SsmPage *page)
{
  g_return_val_if_fail (page != NULL, FALSE);
  return page->rtl;
}

guint
ssm_page_n_areas (const SsmPage *page)
{
  g_return_val_if_fail (page != NULL, 0);
  return page->areas->len;
}

const SsmArea *
ssm_page_area (const SsmPage *page, guint index)
{
  g_return_val_if_fail (page != NULL && index < page->areas->len, NULL);
  return &g_array_index (page->areas, SsmArea, index);
}

static gboolean
area_shows (const SsmArea *area, const char *id, SsmField field, SsmList list)
{
  if (!g_str_equal (area->id, id))
    return FALSE;
  if (list != SSM_LIST_NONE)
    return area->list == list;
  if (field != SSM_FIELD_NONE)
    return area->field == field;
  return area->role != SSM_AREA_TEXT && area->role != SSM_AREA_LIST;
}

int
ssm_page_find_area (const SsmPage *page, const char *id, SsmField field, SsmList list)
{
  g_return_val_if_fail (page != NULL && id != NULL, -1);
  for (guint i = 0; i < page->areas->len; i++)
    if (area_shows (&g_array_index (page->areas, SsmArea, i), id, field, list))
      return i;
  return -1;
}

static gboolean
rect_holds (const SsmRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width &&
         y >= rect->y && y < rect->y + rect->height;
}

int
ssm_page_hit (const SsmPage *page, double x, double y)
{
  g_return_val_if_fail (page != NULL, -1);
  for (guint i = page->areas->len; i > 0; i--)
    if (rect_holds (&g_array_index (page->areas, SsmArea, i - 1).rect, x, y))
      return i - 1;
  return -1;
}

const char * const *
ssm_page_font_notes (const SsmPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  return (const char * const *) page->notes->pdata;
}

const char *
ssm_page_missing_characters (const SsmPage *page)
{
  g_return_val_if_fail (page != NULL, "");
  return page->missing;
}

void
ssm_page_builder_init (SsmPageBuilder *builder, double width, double height, double scale,
                       gboolean rtl)
{
  SsmPage *page = g_new0 (SsmPage, 1);

  g_atomic_ref_count_init (&page->ref_count);
  page->width = width;
  page->height = height;
  page->rtl = rtl;
  page->shapes = g_array_new (FALSE, FALSE, sizeof (SsmShape));
  page->areas = g_array_new (FALSE, FALSE, sizeof (SsmArea));
  page->strings = g_string_chunk_new (1024);
  page->notes = g_ptr_array_new_with_free_func (g_free);
  page->missing = "";
  builder->page = page;
  builder->scale = scale;
  builder->area = -1;
  builder->smallest = G_MAXDOUBLE;
}

SsmPage *
ssm_page_builder_finish (SsmPageBuilder *builder, const SsmFit *fit)
{
  SsmPage *page = g_steal_pointer (&builder->page);

  g_assert (builder->area == -1);
  page->fit = *fit;
  page->fit.smallest_pt = builder->smallest == G_MAXDOUBLE ? 0 : builder->smallest;
  g_ptr_array_add (page->notes, NULL);
  return page;
}

static void
to_paper (const SsmPageBuilder *builder, SsmRect *rect)
{
  rect->x *= builder->scale;
  rect->y *= builder->scale;
  rect->width *= builder->scale;
  rect->height *= builder->scale;
  if (builder->page->rtl)
    rect->x = builder->page->width - rect->x - rect->width;
}

static const char *
keep (SsmPageBuilder *builder, const char *string)
{
  return string == NULL || *string == '\0'
           ? "" : g_string_chunk_insert_const (builder->page->strings, string);
}

void
ssm_page_builder_open (SsmPageBuilder *builder, const SsmArea *area)
{
  SsmArea opened = *area;

  opened.id = keep (builder, area->id);
  opened.label = keep (builder, area->label);
  opened.prompt = keep (builder, area->prompt);
  opened.target = keep (builder, area->target);
  opened.parent = builder->area;
  opened.first_shape = builder->page->shapes->len;
  opened.n_shapes = 0;
  opened.look.size *= builder->scale;
  opened.look.family = ssm_text_family ();
  to_paper (builder, &opened.rect);
  to_paper (builder, &opened.text_rect);
  builder->area = builder->page->areas->len;
  g_array_append_val (builder->page->areas, opened);
}

void
ssm_page_builder_close (SsmPageBuilder *builder)
{
  builder->area = ssm_page_area (builder->page, builder->area)->parent;
}

void
ssm_page_builder_add (SsmPageBuilder *builder, const SsmShape *shape)
{
  SsmShape added = *shape;
  GArray *shapes = builder->page->shapes;

  added.area = builder->area;
  added.mirrored = builder->page->rtl != shape->mirrored;
  added.line *= builder->scale;
  added.radius *= builder->scale;
  added.depth *= builder->scale;
  to_paper (builder, &added.rect);
  if (builder->area >= 0)
    {
      SsmArea *area = &g_array_index (builder->page->areas, SsmArea, builder->area);

      g_assert (area->first_shape + area->n_shapes == shapes->len);
      area->n_shapes++;
    }
  g_array_append_val (shapes, added);
}

static SsmAlign
mirror_align (SsmAlign align)
{
  if (align == SSM_ALIGN_CENTRE)
    return align;
  return align == SSM_ALIGN_LEFT ? SSM_ALIGN_RIGHT : SSM_ALIGN_LEFT;
}

/* Room left of a text in its box, as a share of what it does not fill. */
static double
align_share (SsmAlign align)
{
  return align == SSM_ALIGN_LEFT ? 0 : align == SSM_ALIGN_RIGHT ? 1 : 0.5;
}

double
ssm_page_builder_add_text (SsmPageBuilder *builder, const SsmTextBox *box)
{
  double pitch = ssm_text_pitch (box->text, box->spacing) * box->size;
  SsmShape shape = { .kind = SSM_SHAPE_TEXT, .colour = box->colour };
  SsmTextLines *lines;

  if (ssm_text_is_empty (box->text))
    return pitch;
  lines = ssm_text_break (box->text, box->width / box->size);
  shape.lines = lines;
  shape.rect.width = lines->width * box->size;
  shape.rect.height = lines->n_lines * pitch;
  shape.rect.x = box->x + (box->width - shape.rect.width) * align_share (box->align);
  shape.rect.y = box->y;
  shape.size = box->size * builder->scale;
  shape.pitch = pitch * builder->scale;
  shape.baseline = (pitch / box->size - lines->ascent - lines->descent) / 2 * shape.size
                   + lines->ascent * shape.size;
  shape.align = builder->page->rtl ? mirror_align (box->align) : box->align;
  builder->smallest = MIN (builder->smallest, shape.size);
  ssm_page_builder_add (builder, &shape);
  return lines->n_lines * pitch;
}

void
ssm_page_builder_note (SsmPageBuilder *builder, const char *note)
{
  g_ptr_array_add (builder->page->notes, g_strdup (note));
}

void
ssm_page_builder_set_missing (SsmPageBuilder *builder, const char *characters)
{
  builder->page->missing = g_string_chunk_insert (builder->page->strings, characters);
}
