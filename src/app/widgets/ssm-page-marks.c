/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-marks.h"

#include "ssm-change-words.h"

#define RADIUS 4
#define WIDTH 2

/* Pixels of the sign's badge, and from a text to its frame. */
#define BADGE 16
#define ROOM 3

typedef struct
{
  SsmRect rect; /* points */
  const SsmPart *part; /* only while the marks are made */
  SsmChangeKind kind;
  const char *sign;
} Mark;

struct _SsmPageMarks
{
  GArray *marks;
  gboolean rtl;
};

/* Where the page shows what has changed: the text, else the part, else its stage. */
static int
find_area (const SsmPage *page, const SsmDiff *diff, const SsmChange *change,
           gboolean is_after)
{
  const SsmPart *part = is_after ? change->after : change->before;
  const SsmPart *stage = is_after ? change->stage : change->from_stage;
  const SsmMap *map = is_after ? diff->after : diff->before;
  const char *id;
  int area;

  if (part == NULL)
    return -1;
  id = *ssm_part_id (part) != '\0' ? ssm_part_id (part) : ssm_part_id (map);
  area = ssm_page_find_area (page, id, change->field, SSM_LIST_NONE);
  if (area < 0 && part != map && *ssm_part_id (part) != '\0')
    area = ssm_page_find_area (page, id, SSM_FIELD_NONE, SSM_LIST_NONE);
  if (area < 0 && stage != NULL)
    area = ssm_page_find_area (page, ssm_part_id (stage), SSM_FIELD_NONE, SSM_LIST_NONE);
  return area;
}

static gboolean
overlap (const SsmRect *a, const SsmRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
unite (SsmRect *rect, const SsmRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

/* A term and its words stand close together, as does what lies in one place. */
static gboolean
are_one (const Mark *a, const Mark *b)
{
  return a->part == b->part
         && (ssm_part_kind (a->part) == SSM_KIND_DEFINITION || overlap (&a->rect, &b->rect));
}

/* Two texts of one part are one mark. */
static void
add_mark (SsmPageMarks *marks, const Mark *mark)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      Mark *other = &g_array_index (marks->marks, Mark, i);

      if (!are_one (other, mark))
        continue;
      unite (&other->rect, &mark->rect);
      return;
    }
  g_array_append_val (marks->marks, *mark);
}

SsmPageMarks *
ssm_page_marks_new (const SsmPage *page, const SsmDiff *diff, gboolean is_after)
{
  SsmPageMarks *marks = g_new0 (SsmPageMarks, 1);

  marks->rtl = ssm_page_is_rtl (page);
  marks->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  for (guint i = 0; i < diff->changes->len; i++)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i);
      int area = find_area (page, diff, change, is_after);
      Mark mark = { .part = is_after ? change->after : change->before,
                    .kind = change->kind,
                    .sign = ssm_change_mark (change) };

      if (area < 0)
        continue;
      mark.rect = ssm_page_area (page, (guint) area)->rect;
      add_mark (marks, &mark);
    }
  return marks;
}

void
ssm_page_marks_free (SsmPageMarks *marks)
{
  if (marks == NULL)
    return;

  g_array_unref (marks->marks);
  g_free (marks);
}

guint
ssm_page_marks_get_n (const SsmPageMarks *marks)
{
  return marks->marks->len;
}

/* Above the end of its frame, where lines are seldom full, and beside no first letter. */
static void
append_badge (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *frame,
              gboolean rtl, const Mark *mark, const GdkRGBA *colour)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, mark->sign);
  float end = rtl ? frame->origin.x : frame->origin.x + frame->size.width;
  graphene_rect_t badge = GRAPHENE_RECT_INIT (end - BADGE / 2.0f,
                                              frame->origin.y - BADGE + ROOM, BADGE, BADGE);
  GskRoundedRect shape;
  int width, height;

  gsk_rounded_rect_init_from_rect (&shape, &badge, BADGE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, &badge);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (badge.origin.x + (BADGE - (float) width) / 2,
                                      badge.origin.y + (BADGE - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
ssm_page_marks_snapshot (const SsmPageMarks *marks, GtkWidget *widget, GtkSnapshot *snapshot,
                         const graphene_point_t *origin, double scale)
{
  /* Of the states in look: what came, what went, what is different, what stands elsewhere. */
  static const GdkRGBA colours[] = {
    [SSM_CHANGE_ADDED] = { 0.043f, 0.420f, 0.310f, 1 },
    [SSM_CHANGE_REMOVED] = { 0.639f, 0.090f, 0.165f, 1 },
    [SSM_CHANGE_CHANGED] = { 0.110f, 0.443f, 0.847f, 1 },
    [SSM_CHANGE_MOVED] = { 0.541f, 0.353f, 0.000f, 1 },
  };

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks->marks, Mark, i);
      const GdkRGBA *colour = &colours[mark->kind];
      graphene_rect_t frame;
      GskRoundedRect outline;

      graphene_rect_init (&frame, origin->x + (float) (mark->rect.x * scale),
                          origin->y + (float) (mark->rect.y * scale),
                          (float) (mark->rect.width * scale),
                          (float) (mark->rect.height * scale));
      graphene_rect_inset (&frame, -ROOM, -ROOM);
      gsk_rounded_rect_init_from_rect (&outline, &frame, RADIUS);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { WIDTH, WIDTH, WIDTH, WIDTH },
                                  (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
      append_badge (widget, snapshot, &frame, marks->rtl, mark, colour);
    }
}
