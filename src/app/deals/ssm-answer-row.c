/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-answer-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-answer-buttons.h"
#include "ssm-book.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-words.h"
#include "ssm-verdict-look.h"

/* Characters of evidence. */
#define MAX_LENGTH 10000

struct _SsmAnswerRow
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  guint criterion;
  char *deal; /* id of the deal that it shows */
  gboolean setting;

  GtkWidget *box;
  GtkLabel *text;
  SsmAnswerButtons *buttons;
  GtkLabel *follows;
  GtkWidget *badge;
  GtkImage *badge_mark;
  GtkLabel *badge_word;
  GtkEntry *evidence;
  GtkText *evidence_text; /* the entry's own */
  GtkWidget *remark_place;
  GtkLabel *remark;
};

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmAnswerRow, ssm_answer_row, GTK_TYPE_WIDGET)

static const SsmPathCriterion *
get_criterion (SsmAnswerRow *self)
{
  return &ssm_deal_board_get_path (self->board)->criteria[self->criterion];
}

static const SsmPart *
get_answer (SsmAnswerRow *self)
{
  const SsmPart *deal = ssm_deal_board_get_deal (self->board);

  return deal != NULL ? ssm_deal_answer (deal, ssm_part_id (get_criterion (self)->part))
                      : NULL;
}

static void
write_evidence (SsmAnswerRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
  gtk_editable_set_position (GTK_EDITABLE (self->evidence), -1);
}

/* What nobody knows has no proof to be written down. */
static void
answer (SsmAnswerRow *self, const char *is)
{
  ssm_document_end_merge (ssm_deal_board_get_book (self->board));
  ssm_deal_board_run (self->board,
                      ssm_deal_command_answer (ssm_document_get_book (
                                                 ssm_deal_board_get_book (self->board)),
                                               ssm_deal_board_get_chosen (self->board),
                                               ssm_deal_board_get_path (self->board),
                                               self->criterion, is,
                                               ssm_deal_board_get_today (self->board)));
  if (g_str_equal (is, "unknown"))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    write_evidence (self);
}

static void
answered_cb (SsmAnswerRow *self, const char *is)
{
  answer (self, is);
}

static void
answer_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  answer (SSM_ANSWER_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[STEP], 0, g_variant_get_int32 (parameter));
}

static void
evidence_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmAnswerRow *self = SSM_ANSWER_ROW (widget);
  const SsmPart *given = get_answer (self);

  if (given == NULL || g_str_equal (ssm_part_text (given, SSM_ANSWER_IS), "unknown"))
    g_signal_emit (self, signals[STEP], 0, 1);
  else
    write_evidence (self);
}

static void
evidence_changed_cb (SsmAnswerRow *self)
{
  if (self->setting)
    return;
  ssm_deal_board_run (self->board,
                      ssm_deal_command_evidence (
                        ssm_document_get_book (ssm_deal_board_get_book (self->board)),
                        self->deal, ssm_deal_board_get_path (self->board), self->criterion,
                        gtk_editable_get_text (GTK_EDITABLE (self->evidence)),
                        ssm_deal_board_get_today (self->board)));
}

static void
entered_cb (SsmAnswerRow *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

/* A single line has no use for these. */
static gboolean
evidence_key_cb (SsmAnswerRow *self, guint key)
{
  if (key == GDK_KEY_Escape)
    return gtk_widget_grab_focus (GTK_WIDGET (self));
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  g_signal_emit (self, signals[STEP], 0, key == GDK_KEY_Down ? 1 : -1);
  return TRUE;
}

static void
evidence_left_cb (SsmAnswerRow *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->evidence_text)))
    ssm_document_end_merge (ssm_deal_board_get_book (self->board));
}

/* The line of evidence has taken the keyboard by then, if it was that. */
static void
pressed_cb (SsmAnswerRow *self)
{
  if (ssm_answer_row_can_answer (self)
      && !gtk_widget_has_focus (GTK_WIDGET (self->evidence_text)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ssm_answer_row_dispose (GObject *object)
{
  SsmAnswerRow *self = SSM_ANSWER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_ANSWER_ROW);
  g_clear_object (&self->board);
  g_clear_pointer (&self->deal, g_free);
  G_OBJECT_CLASS (ssm_answer_row_parent_class)->dispose (object);
}

/* The row itself has the keyboard, and its evidence; Tab leaves them all. */
static gboolean
ssm_answer_row_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

static const struct
{
  guint key;
  const char *is;
} answer_keys[] = { { GDK_KEY_y, "yes" },       { GDK_KEY_p, "partly" },
                    { GDK_KEY_n, "no" },        { GDK_KEY_u, "unknown" },
                    { GDK_KEY_a, "not-applicable" } };

static void
add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (answer_keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, answer_keys[i].key, 0,
                                           "answer.give", "s", answer_keys[i].is);
      gtk_widget_class_add_binding_action (widget_class,
                                           gdk_keyval_to_upper (answer_keys[i].key),
                                           GDK_SHIFT_MASK, "answer.give", "s",
                                           answer_keys[i].is);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "answer.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "answer.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "answer.evidence",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "answer.evidence",
                                       NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, box);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, text);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, follows);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, badge);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, badge_mark);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, badge_word);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, remark_place);
  gtk_widget_class_bind_template_child (widget_class, SsmAnswerRow, remark);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
ssm_answer_row_class_init (SsmAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_answer_row_dispose;
  widget_class->grab_focus = ssm_answer_row_grab_focus;
  signals[STEP] = g_signal_new ("step", SSM_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (SSM_TYPE_ANSWER_BUTTONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "answer");
  gtk_widget_class_install_action (widget_class, "answer.give", "s", answer_activated);
  gtk_widget_class_install_action (widget_class, "answer.step", "i", step_activated);
  gtk_widget_class_install_action (widget_class, "answer.evidence", NULL,
                                   evidence_activated);
  add_bindings (widget_class);
  bind_template (widget_class);
}

static void
ssm_answer_row_init (SsmAnswerRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->evidence_text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->evidence)));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->evidence), FALSE);
  gtk_entry_set_max_length (self->evidence, MAX_LENGTH);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (evidence_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->evidence), keys);
  g_signal_connect_object (self->evidence_text, "notify::has-focus",
                           G_CALLBACK (evidence_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
ssm_answer_row_new (SsmDealBoard *board, guint criterion)
{
  SsmAnswerRow *self = g_object_new (SSM_TYPE_ANSWER_ROW, NULL);

  self->board = g_object_ref (board);
  self->criterion = criterion;
  gtk_widget_set_focusable (GTK_WIDGET (self), ssm_answer_row_can_answer (self));
  return GTK_WIDGET (self);
}

gboolean
ssm_answer_row_can_answer (SsmAnswerRow *self)
{
  g_return_val_if_fail (SSM_IS_ANSWER_ROW (self), FALSE);

  return get_criterion (self)->follows == SSM_NO_STAGE;
}

guint
ssm_answer_row_get_criterion (SsmAnswerRow *self)
{
  g_return_val_if_fail (SSM_IS_ANSWER_ROW (self), 0);

  return self->criterion;
}

static void
show_evidence (SsmAnswerRow *self, const SsmPart *given)
{
  const char *text = ssm_part_text (given, SSM_ANSWER_EVIDENCE);
  const char *is = ssm_part_text (given, SSM_ANSWER_IS);
  gboolean writing = gtk_widget_has_focus (GTK_WIDGET (self->evidence_text));

  self->setting = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->evidence)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->evidence), text);
  self->setting = FALSE;
  gtk_entry_set_placeholder_text (self->evidence,
                                  g_str_equal (is, "yes") ? _("Where is the proof?")
                                  : g_str_equal (is, "not-applicable")
                                    ? _("Why does it not apply?")
                                    : _("What is missing, in one line?"));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence),
                          writing || *text != '\0'
                            || (*is != '\0' && !g_str_equal (is, "unknown")));
}

/* What an answer is worth, where that is not what it says. */
static const char *
find_remark (SsmAnswerRow *self, const SsmPart *given, SsmVerdict verdict)
{
  const char *is = ssm_part_text (given, SSM_ANSWER_IS);

  if (g_str_equal (ssm_part_text (given, SSM_ANSWER_SOURCE), "data"))
    return _("Answered by the data of the CRM");
  if (g_str_equal (is, "yes") && verdict == SSM_VERDICT_PARTLY)
    return _("Yes, but where is the proof? Counted as Partly.");
  if (g_str_equal (is, "not-applicable"))
    return verdict == SSM_VERDICT_NOT_APPLICABLE
             ? _("Counts as met for this reason, without proof.")
             : _("Does not apply, but why? Counted as Not known.");
  return NULL;
}

static void
show_follows (SsmAnswerRow *self, SsmVerdict verdict)
{
  const SsmPathCriterion *criterion = get_criterion (self);
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  gboolean follows = criterion->follows != SSM_NO_STAGE;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->buttons), !follows);
  gtk_widget_set_visible (GTK_WIDGET (self->follows), follows);
  gtk_widget_set_visible (self->badge, follows);
  if (!follows)
    return;
  words = g_strdup_printf (_("follows from stage %u"),
                           path->stages[criterion->follows].index + 1);
  gtk_label_set_text (self->follows, words);
  ssm_verdict_show_mark (self->badge_mark, verdict);
  ssm_verdict_colour (self->badge, verdict);
  gtk_label_set_text (self->badge_word,
                      verdict == SSM_VERDICT_NOT_YET
                        ? _("Not yet")
                        : ssm_deal_words_verdict (verdict,
                                                  ssm_deal_board_get_words (self->board)));
}

/* "Cost or impact quantified. Leave when, 2 of 3. Partly." */
static void
name_row (SsmAnswerRow *self, SsmVerdict verdict)
{
  const SsmPathCriterion *criterion = get_criterion (self);
  const SsmPathStage *stage
    = &ssm_deal_board_get_path (self->board)->stages[criterion->stage];
  guint first = criterion->is_entry ? stage->entry : stage->exit;
  guint n = criterion->is_entry ? stage->n_entry : stage->n_exit;
  const char *text = ssm_part_text (criterion->part, SSM_CRITERION_TEXT);
  const char *word
    = ssm_deal_words_verdict (verdict, ssm_deal_board_get_words (self->board));
  g_autofree char *name
    /* Translators: a criterion, its place in the list, the answer */
    = criterion->is_entry ? g_strdup_printf (_("%s. Enter when, %u of %u. %s"), text,
                                             self->criterion - first + 1, n, word)
                          : g_strdup_printf (_("%s. Leave when, %u of %u. %s"), text,
                                             self->criterion - first + 1, n, word);
  /* Translators: what a screen reader says of the line for evidence, then the criterion */
  g_autofree char *line = g_strdup_printf (_("Evidence: %s"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

void
ssm_answer_row_refresh (SsmAnswerRow *self, const SsmDiagnosis *diagnosis)
{
  const SsmPart *given;
  const char *remark;
  SsmVerdict verdict;

  g_return_if_fail (SSM_IS_ANSWER_ROW (self));

  g_free (self->deal);
  self->deal = g_strdup (ssm_deal_board_get_chosen (self->board));
  given = get_answer (self);
  verdict = diagnosis->answers[self->criterion];
  gtk_label_set_text (self->text, ssm_part_text (get_criterion (self)->part,
                                                 SSM_CRITERION_TEXT));
  ssm_answer_buttons_show (self->buttons, ssm_part_text (given, SSM_ANSWER_IS),
                           ssm_deal_board_get_words (self->board));
  show_follows (self, verdict);
  show_evidence (self, given);
  remark = find_remark (self, given, verdict);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark_place, remark != NULL);
  name_row (self, verdict);
}
