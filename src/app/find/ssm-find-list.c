/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-find-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-tab-stop.h"

/* Nobody reads more; who has so many looks for other words. */
#define MAX_ROWS 300

/* Characters shown in front of what was found. */
#define BEFORE 24
/* And behind it; three lines hold no more. */
#define BEHIND 160
struct _SsmFindList
{
  GtkWidget parent_instance;

  SsmFinder *finder;
  GPtrArray *shown; /* what the rows are of */

  GtkStack *mode;
  GtkListBox *list;
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmFindList, ssm_find_list, GTK_TYPE_WIDGET)

/* What kind of text it is. */
static const char *
field_name (SsmField field)
{
  switch (field)
    {
    case SSM_MAP_TITLE:
      return _("Title");
    case SSM_MAP_SUBTITLE:
      return _("Subtitle");
    case SSM_EDITION_LABEL:
      return _("Version");
    case SSM_EDITION_OWNER:
    case SSM_STAGE_OWNER:
      return _("Owner");
    case SSM_STAGE_NAME:
      return _("Stage name");
    case SSM_STAGE_DOES:
      return _("What we do");
    case SSM_CRITERION_PROOF:
      return _("Proof");
    case SSM_LINK_TEXT:
      return _("Return path");
    case SSM_DEFINITION_TERM:
      return _("Term");
    case SSM_DEFINITION_TEXT:
      return _("Definition");
    case SSM_REASON_CODE:
    case SSM_REASON_TEXT:
      return _("Lost reason");
    default:
      return _("Criterion");
    }
}

static const char *
place_name (const SsmMap *map, const SsmMatch *match)
{
  SsmPosition position;

  if (match->field != SSM_CRITERION_TEXT || !ssm_map_locate (map, match->id, &position))
    return field_name (match->field);
  return position.list == SSM_LIST_ENTRY ? _("Enter when") : _("Leave when");
}

/* (transfer full): "3 Discovery", or what of the map it belongs to. */
static char *
group_name (const SsmMap *map, const SsmMatch *match)
{
  guint index = 0;
  const SsmPart *stage = *match->stage != '\0'
                           ? ssm_map_stage_of (map, match->stage, &index) : NULL;

  if (stage != NULL)
    return g_strdup_printf ("%u %s", index + 1, ssm_part_text (stage, SSM_STAGE_NAME));
  switch (ssm_field_info (match->field)->kind)
    {
    case SSM_KIND_LINK:
      return g_strdup (_("Return paths"));
    case SSM_KIND_DEFINITION:
      return g_strdup (_("Definitions"));
    case SSM_KIND_REASON:
      return g_strdup (_("Lost reasons"));
    default:
      return g_strdup (_("Page"));
    }
}

/* Bold and underlined: seen without colours too. */
static void
mark (GtkLabel *label, gsize start, gsize end)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *marks[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                              pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = (guint) start;
      marks[i]->end_index = (guint) end;
      pango_attr_list_insert (attributes, marks[i]);
    }
  gtk_label_set_attributes (label, attributes);
}

/* The words around what was found, on a few lines. */
static GtkWidget *
excerpt_new (const char *text, const SsmMatch *match)
{
  const char *found = text + match->start;
  glong before = g_utf8_strlen (text, (gssize) match->start);
  const char *from = before > 2 * BEFORE ? g_utf8_offset_to_pointer (found, -BEFORE) : text;
  const char *end = text + match->end;
  const char *to = g_utf8_strlen (end, BEHIND * 6) > BEHIND
                     ? g_utf8_offset_to_pointer (end, BEHIND) : end + strlen (end);
  g_autofree char *words = g_strdup_printf ("%s%.*s%s", from > text ? "…" : "",
                                            (int) (to - from), from, *to != '\0' ? "…" : "");
  gsize shift = from > text ? strlen ("…") : 0;
  GtkWidget *label;

  g_strdelimit (words, "\n\t", ' ');
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  mark (GTK_LABEL (label), (gsize) (found - from) + shift,
        (gsize) (found - from) + shift + match->end - match->start);
  return label;
}

static GtkWidget *
caption_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  return label;
}

static GtkWidget *
row_new (SsmFindList *self, const SsmMatch *match)
{
  SsmMap *map = ssm_document_get_map (ssm_finder_get_document (self->finder));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *text = ssm_match_text (match, map);
  const char *place = place_name (map, match);
  g_autofree char *group = group_name (map, match);
  /* Translators: a place where something was found: the text, "Leave when", "3 Discovery" */
  g_autofree char *name = g_strdup_printf (_("%s. %s, %s"), text, place, group);

  gtk_box_append (GTK_BOX (box), excerpt_new (text, match));
  gtk_box_append (GTK_BOX (box), caption_new (place));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "group", g_steal_pointer (&group), g_free);
  return row;
}

static GtkWidget *
more_row_new (guint n)
{
  g_autofree char *words
    = g_strdup_printf (ngettext ("And %u more place", "And %u more places", n), n);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), caption_new (words));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return row;
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = g_object_get_data (G_OBJECT (row), "group");
  const char *last = before != NULL ? g_object_get_data (G_OBJECT (before), "group") : NULL;
  GtkWidget *header;

  if (group == NULL || g_strcmp0 (group, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "find-group");
  gtk_list_box_row_set_header (row, header);
}

static void
fill (SsmFindList *self)
{
  const GPtrArray *matches = ssm_finder_get_matches (self->finder);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (matches->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, row_new (self, matches->pdata[i]));
  if (matches->len > MAX_ROWS)
    gtk_list_box_append (self->list, more_row_new (matches->len - MAX_ROWS));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref ((GPtrArray *) matches);
}

static void
finder_changed_cb (SsmFindList *self)
{
  int current = ssm_finder_get_current (self->finder);
  guint n_replaced = ssm_finder_get_n_replaced (self->finder);
  gboolean asked = *ssm_finder_get_query (self->finder) != '\0';

  if (self->shown != ssm_finder_get_matches (self->finder))
    fill (self);
  gtk_stack_set_visible_child_name (self->mode, current >= 0                  ? "results"
                                                : n_replaced > 0 || !asked ? "ask"
                                                                           : "nothing");
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, MAX (current, 0)));
}

static void
row_activated_cb (SsmFindList *self, GtkListBoxRow *row)
{
  ssm_finder_set_current (self->finder, gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[GO_TO], 0);
}

static void
ssm_find_list_dispose (GObject *object)
{
  SsmFindList *self = SSM_FIND_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_FIND_LIST);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (ssm_find_list_parent_class)->dispose (object);
}

static void
ssm_find_list_class_init (SsmFindListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_find_list_dispose;

  signals[GO_TO] = g_signal_new ("go-to", SSM_TYPE_FIND_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SSM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-find-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmFindList, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmFindList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ssm_find_list_init (SsmFindList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, head_row, NULL, NULL);
}

void
ssm_find_list_follow (SsmFindList *self, SsmFinder *finder)
{
  g_return_if_fail (SSM_IS_FIND_LIST (self) && self->finder == NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (finder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  finder_changed_cb (self);
}
