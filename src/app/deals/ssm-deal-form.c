/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-form.h"

#include <glib/gi18n-lib.h>

#include "ssm-answer-group.h"
#include "ssm-answer-row.h"
#include "ssm-book.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-head.h"
#include "ssm-deal-path-view.h"
#include "ssm-deal-words.h"

struct _SsmDealForm
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  SsmMap *map;   /* for which the groups were made */
  char *deal;    /* that is shown */
  int first;     /* stages whose criteria are open to be answered */
  int last;

  GtkWidget *box;
  SsmDealHead *head;
  SsmDealPathView *path;
  GtkWidget *criteria;
  GtkWidget *earlier;
  GtkLabel *earlier_words;
  GtkWidget *take_given;
  GtkWidget *earlier_groups;
  GtkWidget *open_groups;
  GtkWidget *later;
  GtkWidget *later_groups;
};

G_DEFINE_FINAL_TYPE (SsmDealForm, ssm_deal_form, GTK_TYPE_WIDGET)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* (transfer container): the rows that can be seen, in their order. */
static GPtrArray *
list_rows (SsmDealForm *self)
{
  GtkWidget *boxes[] = { self->earlier_groups, self->open_groups, self->later_groups };
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (GtkWidget *group = gtk_widget_get_first_child (boxes[i]);
         group != NULL && gtk_widget_get_visible (boxes[i]);
         group = gtk_widget_get_next_sibling (group))
      ssm_answer_group_add_rows (SSM_ANSWER_GROUP (group), rows);
  return rows;
}

static void
step_cb (SsmDealForm *self, int step, SsmAnswerRow *row)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  guint index;

  if (!g_ptr_array_find (rows, row, &index))
    return;
  if (step < 0 && index == 0)
    gtk_widget_grab_focus (gtk_widget_get_visible (self->earlier) ? self->earlier
                                                                  : GTK_WIDGET (row));
  else if (index + (guint) step < rows->len)
    gtk_widget_grab_focus (rows->pdata[(int) index + step]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_group (SsmDealForm *self, GtkWidget *box, int stage, gboolean is_entry)
{
  SsmAnswerGroup *group = ssm_answer_group_new (self->board, (guint) stage, is_entry);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  ssm_answer_group_add_rows (group, rows);
  for (guint i = 0; i < rows->len; i++)
    g_signal_connect_object (rows->pdata[i], "step", G_CALLBACK (step_cb), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
is_entered (const SsmDiagnosis *diagnosis, int stage)
{
  const SsmPathStage *part = &diagnosis->path->stages[stage];

  for (guint i = part->entry; i < part->entry + part->n_entry; i++)
    if (!ssm_verdict_is_met (diagnosis->answers[i]))
      return FALSE;
  return TRUE;
}

/* From the place of the deal to what it is claimed to have entered, at least the next. */
static void
make_open_groups (SsmDealForm *self, const SsmDiagnosis *diagnosis)
{
  clear_box (self->open_groups);
  for (int i = self->first; i <= self->last; i++)
    {
      if (i > self->first || !is_entered (diagnosis, i))
        add_group (self, self->open_groups, i, TRUE);
      if (i < self->last || i + 1 == (int) diagnosis->path->n_stages)
        add_group (self, self->open_groups, i, FALSE);
    }
}

static void
make_folded_groups (SsmDealForm *self)
{
  int n = (int) ssm_deal_board_get_path (self->board)->n_stages;

  clear_box (self->earlier_groups);
  clear_box (self->later_groups);
  if (gtk_widget_get_visible (self->earlier_groups))
    for (int i = 0; i <= self->first; i++)
      {
        if (i < self->first || gtk_widget_get_visible (self->earlier))
          add_group (self, self->earlier_groups, i, TRUE);
        if (i < self->first)
          add_group (self, self->earlier_groups, i, FALSE);
      }
  if (gtk_widget_get_visible (self->later_groups))
    for (int i = self->last; i < n; i++)
      {
        if (i > self->last)
          add_group (self, self->later_groups, i, TRUE);
        if (i > self->last || i + 1 < n)
          add_group (self, self->later_groups, i, FALSE);
      }
}

/* What is open stays open while somebody answers, so that nothing moves away below their
 * hands; only another deal begins where that one is. TRUE where the groups must be made
 * anew. */
static gboolean
choose_stages (SsmDealForm *self, const SsmDiagnosis *diagnosis)
{
  int n = (int) diagnosis->path->n_stages;
  int end = MIN (MAX (diagnosis->place + 1, diagnosis->claimed), n - 1);
  gboolean other = self->map != diagnosis->path->map
                   || g_strcmp0 (self->deal, ssm_deal_board_get_chosen (self->board)) != 0;

  if (!other && diagnosis->place >= self->first && end <= self->last)
    return FALSE;
  self->first = other ? diagnosis->place : MIN (self->first, diagnosis->place);
  self->last = other ? end : MAX (self->last, end);
  g_clear_pointer (&self->map, ssm_part_unref);
  self->map = ssm_part_ref (diagnosis->path->map);
  g_free (self->deal);
  self->deal = g_strdup (ssm_deal_board_get_chosen (self->board));
  return TRUE;
}

static guint
count_unmet (const SsmDiagnosis *diagnosis, guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += ssm_verdict_is_met (diagnosis->answers[i]) ? 0 : 1;
  return n;
}

/* "1 Sourcing, 2 Qualification: all proved" */
static void
show_earlier (SsmDealForm *self, const SsmDiagnosis *diagnosis)
{
  const SsmDealPath *path = diagnosis->path;
  guint end = path->n_stages > 0 ? path->stages[self->first].exit : 0;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint n_unmet = count_unmet (diagnosis, end);
  guint n_given = ssm_diagnosis_n_given (diagnosis, 0, end);

  for (int i = 0; i < self->first; i++)
    {
      g_autofree char *name = ssm_deal_words_stage (path, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", name);
    }
  if (n_unmet == 0 && n_given == 0)
    /* Translators: names of stages */
    words = g_strdup_printf (_("%s: all proved"), names->str);
  else if (n_unmet == 0)
    words = g_strdup_printf (
      /* Translators: names of stages, and how many criteria were taken as given there */
      ngettext ("%s: nothing is open, but %u criterion counts without proof",
                "%s: nothing is open, but %u criteria count without proof", n_given),
      names->str, n_given);
  else
    words = g_strdup_printf (ngettext ("%s: %u criterion is not proved",
                                       "%s: %u criteria are not proved", n_unmet),
                             names->str, n_unmet);
  gtk_label_set_text (self->earlier_words, words);
  gtk_widget_set_visible (self->earlier, self->first > 0);
  gtk_widget_set_visible (self->earlier_groups,
                          self->first > 0
                            && gtk_toggle_button_get_active (
                              GTK_TOGGLE_BUTTON (self->earlier)));
}

/* Offered where somebody would have to answer for what happened long ago. */
static gboolean
can_take_given (SsmDealForm *self, const SsmDiagnosis *diagnosis)
{
  const SsmPart *deal = ssm_deal_board_get_deal (self->board);
  guint end = ssm_deal_n_before (diagnosis->path, diagnosis->claimed);

  for (guint i = 0; i < end; i++)
    {
      const SsmPathCriterion *criterion = &diagnosis->path->criteria[i];

      if (criterion->follows == SSM_NO_STAGE
          && ssm_deal_answer (deal, ssm_part_id (criterion->part)) == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
refresh_groups (GtkWidget *box, const SsmDiagnosis *diagnosis)
{
  for (GtkWidget *group = gtk_widget_get_first_child (box); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    ssm_answer_group_refresh (SSM_ANSWER_GROUP (group), diagnosis);
}

static void
show_criteria (SsmDealForm *self, const SsmDiagnosis *diagnosis)
{
  gboolean anew = choose_stages (self, diagnosis);

  show_earlier (self, diagnosis);
  gtk_widget_set_visible (self->take_given, can_take_given (self, diagnosis));
  gtk_widget_set_visible (self->later, self->last + 1 < (int) diagnosis->path->n_stages);
  gtk_widget_set_visible (self->later_groups,
                          gtk_widget_get_visible (self->later)
                            && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->later)));
  if (anew)
    {
      make_open_groups (self, diagnosis);
      make_folded_groups (self);
    }
  refresh_groups (self->earlier_groups, diagnosis);
  refresh_groups (self->open_groups, diagnosis);
  refresh_groups (self->later_groups, diagnosis);
}

static void
folded_cb (SsmDealForm *self)
{
  const SsmDiagnosis *diagnosis = ssm_deal_board_get_diagnosis (self->board);

  if (diagnosis == NULL || diagnosis->place == SSM_NO_STAGE)
    return;
  show_criteria (self, diagnosis);
  make_folded_groups (self);
  refresh_groups (self->earlier_groups, diagnosis);
  refresh_groups (self->later_groups, diagnosis);
}

/* The name is written, and what else is known: on to the criteria, of which only those are
 * open that are left to answer. */
static void
head_done_cb (SsmDealForm *self)
{
  g_clear_pointer (&self->deal, g_free);
  ssm_deal_form_refresh (self);
  ssm_deal_form_edit (self);
}

/* All criteria together are one stop of Tab: arrows go from one to the next. */
static gboolean
tab_cb (SsmDealForm *self, guint key, guint code, GdkModifierType state)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkWidget *form = GTK_WIDGET (self);

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
      || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  if (back)
    return gtk_widget_grab_focus (GTK_WIDGET (self->head));
  g_signal_emit_by_name (form, "leave");
  return TRUE;
}

static void
ssm_deal_form_dispose (GObject *object)
{
  SsmDealForm *self = SSM_DEAL_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_FORM);
  g_clear_object (&self->board);
  g_clear_pointer (&self->map, ssm_part_unref);
  g_clear_pointer (&self->deal, g_free);
  G_OBJECT_CLASS (ssm_deal_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, head);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, path);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, criteria);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, earlier);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, earlier_words);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, take_given);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, earlier_groups);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, open_groups);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, later);
  gtk_widget_class_bind_template_child (widget_class, SsmDealForm, later_groups);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_done_cb);
}

static void
ssm_deal_form_class_init (SsmDealFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_form_dispose;
  g_signal_new ("leave", SSM_TYPE_DEAL_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_type_ensure (SSM_TYPE_DEAL_HEAD);
  g_type_ensure (SSM_TYPE_DEAL_PATH_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ssm_deal_form_init (SsmDealForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (tab_cb), self);
  gtk_widget_add_controller (self->criteria, keys);
}

void
ssm_deal_form_follow (SsmDealForm *self, SsmDealBoard *board)
{
  g_return_if_fail (SSM_IS_DEAL_FORM (self) && self->board == NULL);

  self->board = g_object_ref (board);
  ssm_deal_head_follow (self->head, board);
}

void
ssm_deal_form_refresh (SsmDealForm *self)
{
  const SsmDiagnosis *diagnosis;
  gboolean has_path;

  g_return_if_fail (SSM_IS_DEAL_FORM (self));

  diagnosis = ssm_deal_board_get_diagnosis (self->board);
  ssm_deal_head_refresh (self->head);
  has_path = diagnosis != NULL && diagnosis->place != SSM_NO_STAGE
             && !ssm_deal_head_is_beginning (self->head);
  gtk_widget_set_visible (GTK_WIDGET (self->path), has_path);
  gtk_widget_set_visible (self->criteria, has_path);
  if (!has_path)
    return;
  ssm_deal_path_view_show (self->path, diagnosis);
  show_criteria (self, diagnosis);
}

void
ssm_deal_form_begin (SsmDealForm *self)
{
  g_return_if_fail (SSM_IS_DEAL_FORM (self));

  ssm_deal_head_begin (self->head);
  ssm_deal_form_refresh (self);
}

gboolean
ssm_deal_form_edit (SsmDealForm *self)
{
  const SsmDiagnosis *diagnosis;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (SSM_IS_DEAL_FORM (self), FALSE);

  diagnosis = ssm_deal_board_get_diagnosis (self->board);
  if (diagnosis == NULL || !gtk_widget_get_visible (self->criteria))
    return FALSE;
  rows = list_rows (self);
  for (guint i = 0; i < rows->len; i++)
    if (!ssm_verdict_is_met (
          diagnosis->answers[ssm_answer_row_get_criterion (rows->pdata[i])]))
      return gtk_widget_grab_focus (rows->pdata[i]);
  return rows->len > 0 && gtk_widget_grab_focus (rows->pdata[0]);
}
