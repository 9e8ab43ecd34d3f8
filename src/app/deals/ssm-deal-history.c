/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-history.h"

#include <glib/gi18n-lib.h>

#include "ssm-book.h"
#include "ssm-date-words.h"
#include "ssm-deal-change.h"
#include "ssm-deal-words.h"

struct _SsmDealHistory
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SsmDealHistory, ssm_deal_history, GTK_TYPE_WIDGET)

static void
ssm_deal_history_dispose (GObject *object)
{
  SsmDealHistory *self = SSM_DEAL_HISTORY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_deal_history_parent_class)->dispose (object);
}

static void
ssm_deal_history_class_init (SsmDealHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_history_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_deal_history_init (SsmDealHistory *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ssm_deal_history_follow (SsmDealHistory *self, SsmDealBoard *board)
{
  g_return_if_fail (SSM_IS_DEAL_HISTORY (self) && self->board == NULL);

  self->board = g_object_ref (board);
}

static void
add_line (SsmDealHistory *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

/* "2 Nov 2026 · evidence 3 Discovery, CRM 4 Proposal" */
static void
add_kept (SsmDealHistory *self, const SsmPart *kept)
{
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  int evidence
    = ssm_deal_path_stage (path, ssm_part_text (kept, SSM_DIAGNOSIS_EVIDENCE));
  int claimed = ssm_deal_path_stage (path, ssm_part_text (kept, SSM_DIAGNOSIS_CLAIMED));
  g_autofree char *day = ssm_date_words_plain (ssm_part_text (kept, SSM_DIAGNOSIS_DATE));
  g_autofree char *place
    = ssm_deal_words_stage (path, evidence != SSM_NO_STAGE ? evidence : 0);
  g_autofree char *words = NULL;

  if (claimed != SSM_NO_STAGE)
    {
      g_autofree char *claim = ssm_deal_words_stage (path, claimed);

      /* Translators: a day, "3 Discovery", "4 Proposal" */
      words = g_strdup_printf (_("%s · evidence %s, CRM %s"), day, place, claim);
    }
  else
    /* Translators: a day, "3 Discovery" */
    words = g_strdup_printf (_("%s · evidence %s"), day, place);
  add_line (self, words, "secondary");
}

static void
add_changes (SsmDealHistory *self, const SsmPart *deal)
{
  const SsmLanguage *language = ssm_deal_board_get_words (self->board);
  const SsmDiagnosis *diagnosis = ssm_deal_board_get_diagnosis (self->board);
  g_autoptr (SsmDealChanges) changes = ssm_deal_changes_new (diagnosis, deal);
  g_autofree char *day = NULL, *title = NULL;

  if (changes == NULL || changes->changes->len == 0)
    return;
  day = ssm_date_words_plain (changes->since);
  title = g_strdup_printf (_("Changed since %s"), day);
  add_line (self, title, "heading");
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const SsmDealChange *change = &g_array_index (changes->changes, SsmDealChange, i);
      /* Translators: a criterion, the answer before, the answer now */
      g_autofree char *words = g_strdup_printf (
        _("%s: %s → %s"),
        ssm_part_text (diagnosis->path->criteria[change->criterion].part,
                       SSM_CRITERION_TEXT),
        ssm_deal_words_verdict (change->before, language),
        ssm_deal_words_verdict (change->after, language));

      add_line (self, words, "secondary");
    }
}

void
ssm_deal_history_refresh (SsmDealHistory *self)
{
  const SsmPart *deal;
  GtkWidget *child;
  guint n;

  g_return_if_fail (SSM_IS_DEAL_HISTORY (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  deal = ssm_deal_board_get_deal (self->board);
  n = deal != NULL ? ssm_part_n_children (deal, SSM_LIST_PAST) : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;
  add_line (self, _("Earlier diagnoses"), "heading");
  for (guint i = n; i > 0; i--)
    add_kept (self, ssm_part_child (deal, SSM_LIST_PAST, i - 1));
  add_changes (self, deal);
}
