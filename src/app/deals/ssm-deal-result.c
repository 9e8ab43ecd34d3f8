/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-result.h"

#include <glib/gi18n-lib.h>

#include "ssm-book.h"
#include "ssm-columns.h"
#include "ssm-date-words.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-entry.h"
#include "ssm-deal-question.h"
#include "ssm-deal-words.h"
#include "ssm-stage-chip.h"
#include "ssm-tab-within.h"
#include "ssm-verdict-look.h"

struct _SsmDealResult
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  char *id; /* of the deal that is shown */

  GtkWidget *box;
  GtkWidget *edge;
  GtkScrolledWindow *scroller;
  GtkWidget *card;
  GtkWidget *card_head;
  GtkLabel *state;
  GtkLabel *stage;
  GtkLabel *clock;
  GtkWidget *bar;
  GtkWidget *bar_done;
  GtkWidget *bar_rest;
  GtkLabel *limit;
  GtkLabel *days;
  GtkLabel *summary;
  GtkLabel *missing_title;
  GtkWidget *missing;
  SsmDealEntry *what;
  SsmDealEntry *by;
  SsmDealEntry *who;
  GtkWidget *letters;
};

G_DEFINE_FINAL_TYPE (SsmDealResult, ssm_deal_result, GTK_TYPE_WIDGET)

static void
write_next (SsmDealResult *self, SsmField field, const char *text)
{
  if (self->id != NULL)
    ssm_deal_board_run (self->board,
                        ssm_deal_command_next (ssm_document_get_book (
                                                 ssm_deal_board_get_book (self->board)),
                                               self->id, field, text));
}

static void
what_written_cb (SsmDealResult *self, const char *text)
{
  write_next (self, SSM_NEXT_TEXT, text);
}

static void
who_written_cb (SsmDealResult *self, const char *text)
{
  write_next (self, SSM_NEXT_WHO, text);
}

/* An action that should have been done already is none that comes next. */
static void
by_written_cb (SsmDealResult *self, const char *text)
{
  GDate today = ssm_date_words_today ();
  g_autofree char *written = NULL;
  GDate date;

  if (*text == '\0')
    {
      write_next (self, SSM_NEXT_DATE, "");
      return;
    }
  if (!ssm_date_words_read (text, &today, SSM_DATE_COMING, &date))
    {
      ssm_deal_entry_set_problem (self->by, _("Write a day like fri, in 2 weeks or 12 Dec."));
      return;
    }
  written = ssm_date_words_to_file (&date);
  if (g_date_compare (&date, &today) < 0)
    {
      g_autofree char *day = ssm_date_words_plain (written);
      g_autofree char *words
        = g_strdup_printf (_("%s is past. A next action has its day ahead."), day);

      ssm_deal_entry_set_problem (self->by, words);
      return;
    }
  write_next (self, SSM_NEXT_DATE, written);
}

static void
entered_cb (SsmDealResult *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static gboolean
ssm_deal_result_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_DEAL_RESULT (widget)->what));
}

static void
ssm_deal_result_dispose (GObject *object)
{
  SsmDealResult *self = SSM_DEAL_RESULT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_RESULT);
  g_clear_object (&self->board);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_deal_result_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-result.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, edge);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, card);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, card_head);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, state);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, stage);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, clock);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, bar_done);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, bar_rest);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, limit);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, days);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, summary);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, missing_title);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, missing);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, what);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, by);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, who);
  gtk_widget_class_bind_template_child (widget_class, SsmDealResult, letters);
  gtk_widget_class_bind_template_callback (widget_class, what_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
ssm_deal_result_class_init (SsmDealResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_result_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_deal_result_grab_focus;
  g_type_ensure (SSM_TYPE_DEAL_ENTRY);
  g_type_ensure (SSM_TYPE_COLUMNS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ssm_deal_result_init (SsmDealResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_deal_result_follow (SsmDealResult *self, SsmDealBoard *board)
{
  g_return_if_fail (SSM_IS_DEAL_RESULT (self) && self->board == NULL);

  self->board = g_object_ref (board);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Days to the limit and days over it, or days so far and days that are left. */
static void
show_bar (SsmDealResult *self, const SsmDiagnosis *diagnosis)
{
  gboolean over = ssm_diagnosis_is_over (diagnosis);
  int limit = (int) diagnosis->limit, days = diagnosis->days;
  int begin = over ? limit : days;
  g_autofree char *shares = g_strdup_printf ("%d %d", begin, MAX (limit, days) - begin);
  g_autofree char *limit_words = g_strdup_printf (_("limit %d"), limit);
  g_autofree char *days_words = g_strdup_printf ("%d", days);

  gtk_widget_set_visible (self->bar, limit > 0 && days >= 0);
  if (limit <= 0 || days < 0)
    return;
  g_object_set (gtk_widget_get_layout_manager (gtk_widget_get_parent (self->bar_done)),
                "shares", shares, NULL);
  gtk_widget_set_visible (self->bar_done, begin > 0);
  gtk_widget_set_visible (self->bar_rest, MAX (limit, days) > begin);
  set_css_class (self->bar_rest, "clock-over", over);
  gtk_label_set_text (self->limit, over ? limit_words : days_words);
  gtk_label_set_text (self->days, over ? days_words : limit_words);
}

static void
show_card (SsmDealResult *self, const SsmPart *deal, const SsmDiagnosis *diagnosis)
{
  const SsmLanguage *words = ssm_deal_board_get_words (self->board);
  g_autofree char *stage = ssm_deal_words_stage (diagnosis->path, diagnosis->place);
  g_autofree char *clock = ssm_deal_words_clock (diagnosis, words);
  g_autofree char *close = g_strdup (ssm_part_text (deal, SSM_DEAL_CLOSE));
  g_autofree char *summary = ssm_deal_words_summary (diagnosis, close, words);
  const char *state = ssm_deal_words_state (diagnosis, words);
  g_autofree char *name = *clock != '\0' ? g_strdup_printf ("%s %s. %s.", state, stage, clock)
                                         : g_strdup_printf ("%s %s.", state, stage);

  ssm_stage_chip_colour (self->card_head, diagnosis->path->map,
                         diagnosis->path->stages[diagnosis->place].index);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->stage, stage);
  gtk_label_set_text (self->clock, clock);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), *clock != '\0');
  gtk_label_set_text (self->summary, summary);
  show_bar (self, diagnosis);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static GtkWidget *
wrapped_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What is missing, and below it what stands against it, or what to ask. */
static GtkWidget *
missing_new (SsmDealResult *self, const SsmPart *deal, const SsmDiagnosis *diagnosis,
             guint criterion)
{
  const SsmPathCriterion *part = &diagnosis->path->criteria[criterion];
  const SsmPart *answer = ssm_deal_answer (deal, ssm_part_id (part->part));
  const SsmLanguage *words = ssm_deal_board_get_words (self->board);
  const char *evidence = ssm_part_text (answer, SSM_ANSWER_EVIDENCE);
  g_autofree char *note = *evidence != '\0' ? g_strdup (evidence)
                                            : ssm_deal_question (part, words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = gtk_image_new ();

  ssm_verdict_show_mark (GTK_IMAGE (mark), diagnosis->answers[criterion]);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
    ssm_deal_words_verdict (diagnosis->answers[criterion], words), -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts),
                  wrapped_new (ssm_part_text (part->part, SSM_CRITERION_TEXT), NULL));
  gtk_box_append (GTK_BOX (texts), wrapped_new (note, "small-secondary"));
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

static void
show_missing (SsmDealResult *self, const SsmPart *deal, const SsmDiagnosis *diagnosis)
{
  g_autofree char *title = g_strdup_printf (_("Missing to move: %u"), diagnosis->n_missing);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->missing)) != NULL)
    gtk_box_remove (GTK_BOX (self->missing), child);
  for (guint i = 0; i < diagnosis->n_missing; i++)
    gtk_box_append (GTK_BOX (self->missing),
                    missing_new (self, deal, diagnosis, diagnosis->missing[i]));
  gtk_label_set_text (self->missing_title,
                      diagnosis->n_missing > 0 ? title : _("Nothing is missing"));
  gtk_widget_set_visible (self->missing, diagnosis->n_missing > 0);
}

static void
show_next (SsmDealResult *self, const SsmPart *deal)
{
  const SsmPart *next = ssm_deal_next (deal);
  g_autofree char *day = ssm_date_words_with_day (ssm_part_text (next, SSM_NEXT_DATE));
  const char *owner = ssm_part_text (deal, SSM_DEAL_OWNER);

  if (g_strcmp0 (self->id, ssm_part_id (deal)) != 0)
    ssm_deal_entry_reset (self->by, day);
  ssm_deal_entry_show (self->what, ssm_part_text (next, SSM_NEXT_TEXT));
  ssm_deal_entry_show (self->by, day);
  ssm_deal_entry_show (self->who, ssm_part_text (next, SSM_NEXT_WHO));
  g_object_set (self->who, "placeholder", owner, NULL);
}

static GtkWidget *
letter_new (SsmDealResult *self, const SsmDiagnosis *diagnosis, SsmLetter letter)
{
  const SsmLanguage *words = ssm_deal_board_get_words (self->board);
  SsmVerdict verdict;
  guint score = ssm_diagnosis_score (diagnosis, letter, &verdict);
  const char sign[] = { ssm_letter_sign (letter), '\0' };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (sign);
  GtkWidget *mark = gtk_image_new ();
  g_autofree char *tip
    /* Translators: a letter of MEDDPICC, the answer it stands for, points */
    = g_strdup_printf (_("%s: %s, %u of 2"), ssm_letter_token (letter),
                       ssm_deal_words_verdict (verdict, words), score);

  gtk_widget_add_css_class (card, "letter-card");
  gtk_widget_add_css_class (name, "heading");
  ssm_verdict_show_mark (GTK_IMAGE (mark), verdict);
  gtk_widget_set_tooltip_text (card, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  gtk_box_append (GTK_BOX (card), name);
  gtk_box_append (GTK_BOX (card), mark);
  return card;
}

static void
show_letters (SsmDealResult *self, const SsmDiagnosis *diagnosis)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->letters)) != NULL)
    gtk_box_remove (GTK_BOX (self->letters), child);
  for (int letter = 0; letter < SSM_N_LETTERS; letter++)
    gtk_box_append (GTK_BOX (self->letters), letter_new (self, diagnosis, letter));
}

void
ssm_deal_result_refresh (SsmDealResult *self)
{
  const SsmDiagnosis *diagnosis;
  const SsmPart *deal;

  g_return_if_fail (SSM_IS_DEAL_RESULT (self));

  diagnosis = ssm_deal_board_get_diagnosis (self->board);
  deal = ssm_deal_board_get_deal (self->board);
  gtk_widget_set_visible (self->box, diagnosis != NULL && diagnosis->place != SSM_NO_STAGE);
  if (!gtk_widget_get_visible (self->box))
    return;
  show_card (self, deal, diagnosis);
  show_missing (self, deal, diagnosis);
  show_next (self, deal);
  show_letters (self, diagnosis);
  g_free (self->id);
  self->id = g_strdup (ssm_part_id (deal));
}

void
ssm_deal_result_set_beside (SsmDealResult *self, gboolean beside)
{
  g_return_if_fail (SSM_IS_DEAL_RESULT (self));

  gtk_widget_set_visible (self->edge, beside);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  beside ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
}
