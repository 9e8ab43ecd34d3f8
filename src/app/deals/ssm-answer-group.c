/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-answer-group.h"

#include <glib/gi18n-lib.h>

#include "ssm-answer-row.h"
#include "ssm-stage-chip.h"

struct _SsmAnswerGroup
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  guint stage;
  gboolean is_entry;

  GtkWidget *box;
  GtkWidget *chip;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (SsmAnswerGroup, ssm_answer_group, GTK_TYPE_WIDGET)

static void
ssm_answer_group_dispose (GObject *object)
{
  SsmAnswerGroup *self = SSM_ANSWER_GROUP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_answer_group_parent_class)->dispose (object);
}

static void
ssm_answer_group_class_init (SsmAnswerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_answer_group_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ssm_answer_group_init (SsmAnswerGroup *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->chip = ssm_stage_chip_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "secondary");
  gtk_widget_add_css_class (self->rows, "answers");
  gtk_box_append (GTK_BOX (head), self->chip);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
get_criteria (SsmAnswerGroup *self, guint *first, guint *n)
{
  const SsmPathStage *stage = &ssm_deal_board_get_path (self->board)->stages[self->stage];

  *first = self->is_entry ? stage->entry : stage->exit;
  *n = self->is_entry ? stage->n_entry : stage->n_exit;
}

SsmAnswerGroup *
ssm_answer_group_new (SsmDealBoard *board, guint stage, gboolean is_entry)
{
  SsmAnswerGroup *self = g_object_new (SSM_TYPE_ANSWER_GROUP, NULL);
  guint first, n;

  self->board = g_object_ref (board);
  self->stage = stage;
  self->is_entry = is_entry;
  get_criteria (self, &first, &n);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->rows), ssm_answer_row_new (board, first + i));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  return self;
}

void
ssm_answer_group_refresh (SsmAnswerGroup *self, const SsmDiagnosis *diagnosis)
{
  const SsmDealPath *path = diagnosis->path;
  const char *name;
  g_autofree char *title = NULL, *count = NULL;
  guint first, n, n_proved = 0;

  g_return_if_fail (SSM_IS_ANSWER_GROUP (self));

  name = ssm_part_text (ssm_map_stage (path->map, path->stages[self->stage].index),
                        SSM_STAGE_NAME);
  get_criteria (self, &first, &n);
  for (guint i = first; i < first + n; i++)
    n_proved += ssm_verdict_is_met (diagnosis->answers[i]) ? 1 : 0;
  n_proved -= ssm_diagnosis_n_given (diagnosis, first, first + n);
  /* Translators: the name of a stage */
  title = self->is_entry ? g_strdup_printf (_("%s: enter when"), name)
                         : g_strdup_printf (_("%s: leave when"), name);
  count = g_strdup_printf (_("%u of %u proved"), n_proved, n);
  ssm_stage_chip_show (self->chip, path->map, path->stages[self->stage].index);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ssm_answer_row_refresh (SSM_ANSWER_ROW (row), diagnosis);
}

void
ssm_answer_group_add_rows (SsmAnswerGroup *self, GPtrArray *rows)
{
  g_return_if_fail (SSM_IS_ANSWER_GROUP (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ssm_answer_row_can_answer (SSM_ANSWER_ROW (row)))
      g_ptr_array_add (rows, row);
}
