/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page as text that people can read and compare: a line per shape and per area. */

#include "ssm-page-private.h"

#include <math.h>

static const char * const kinds[] = {
  "rect", "frame", "arrow", "triangle", "line", "tick", "cross", "question", "text"
};

static const char * const roles[] = {
  "group", "text", "stage", "list", "criterion", "outcome", "link", "definition", "measure"
};

/* Tenths of a point; never "-0.0". */
static void
append_number (GString *dump, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = floor (number * 10 + 0.5) / 10;

  g_string_append_c (dump, ' ');
  g_string_append (dump, g_ascii_formatd (buffer, sizeof buffer, "%.1f", tenths + 0.0));
}

static void
append_rect (GString *dump, const SsmRect *rect)
{
  append_number (dump, rect->x);
  append_number (dump, rect->y);
  append_number (dump, rect->width);
  append_number (dump, rect->height);
}

static void
append_lines (GString *dump, const SsmTextLines *lines)
{
  g_string_append (dump, " “");
  for (guint i = 0; i < lines->n_lines; i++)
    {
      const SsmTextLine *line = &lines->lines[i];

      if (i > 0)
        g_string_append_c (dump, '|');
      g_string_append_len (dump, lines->string + line->start, line->end - line->start);
    }
  g_string_append (dump, "”");
}

static void
append_shape (GString *dump, const SsmShape *shape)
{
  g_string_append (dump, kinds[shape->kind]);
  append_rect (dump, &shape->rect);
  g_string_append_printf (dump, " #%06x", shape->colour);
  if (shape->dashed)
    g_string_append (dump, " dashed");
  if (shape->kind == SSM_SHAPE_TEXT)
    {
      append_number (dump, shape->size);
      append_number (dump, shape->pitch);
      append_lines (dump, shape->lines);
    }
  g_string_append_c (dump, '\n');
}

static guint
depth_of (const SsmPage *page, const SsmArea *area)
{
  guint depth = 0;

  for (int parent = area->parent; parent >= 0;
       parent = ssm_page_area (page, parent)->parent)
    depth++;
  return depth;
}

static void
append_area (GString *dump, const SsmPage *page, const SsmArea *area)
{
  g_string_append_printf (dump, "%*s%s %s", (int) depth_of (page, area) * 2, "",
                          roles[area->role], area->id);
  if (area->field != SSM_FIELD_NONE)
    {
      const char *name = ssm_field_info (area->field)->name;

      g_string_append_printf (dump, " .%s", name != NULL ? name : "text");
    }
  if (area->list != SSM_LIST_NONE)
    g_string_append_printf (dump, " [%s]", ssm_list_info (area->list)->container);
  append_rect (dump, &area->rect);
  if (*area->label != '\0')
    g_string_append_printf (dump, " “%s”", area->label);
  if (*area->target != '\0')
    g_string_append_printf (dump, " → %s", area->target);
  g_string_append_c (dump, '\n');
}

char *
ssm_page_dump (const SsmPage *page)
{
  GString *dump = g_string_new ("page");

  g_return_val_if_fail (page != NULL, NULL);
  append_number (dump, page->width);
  append_number (dump, page->height);
  g_string_append (dump, page->rtl ? " rtl" : " ltr");
  g_string_append (dump, page->fit.fits ? " fits" : " does not fit");
  append_number (dump, page->fit.body_pt);
  append_number (dump, page->fit.smallest_pt);
  if (!page->fit.fits)
    g_string_append_printf (dump, " stage %d lines %u", page->fit.stage,
                            page->fit.lines_too_many);
  g_string_append (dump, "\n\nshapes\n");
  for (guint i = 0; i < page->shapes->len; i++)
    append_shape (dump, &g_array_index (page->shapes, SsmShape, i));
  g_string_append (dump, "\nareas\n");
  for (guint i = 0; i < page->areas->len; i++)
    append_area (dump, page, ssm_page_area (page, i));
  return g_string_free (dump, FALSE);
}
