/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-answer-buttons.h"

#include "ssm-deal-words.h"
#include "ssm-verdict-look.h"

static const SsmVerdict verdicts[] = { SSM_VERDICT_YES, SSM_VERDICT_PARTLY, SSM_VERDICT_NO,
                                       SSM_VERDICT_UNKNOWN };

/* The same whatever the language of the words: see HACKING.md. */
static const char * const keys[G_N_ELEMENTS (verdicts)] = { "Y", "P", "N", "U" };

struct _SsmAnswerButtons
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *buttons[G_N_ELEMENTS (verdicts)];
  GtkWidget *marks[G_N_ELEMENTS (verdicts)];
  GtkLabel *labels[G_N_ELEMENTS (verdicts)];
  gboolean showing;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmAnswerButtons, ssm_answer_buttons, GTK_TYPE_WIDGET)

/* A click on the answer that is given already leaves it pressed. */
static void
clicked_cb (SsmAnswerButtons *self, GtkToggleButton *button)
{
  if (self->showing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (button == self->buttons[i])
      g_signal_emit (self, signals[ANSWERED], 0, ssm_verdict_name (verdicts[i]));
  self->showing = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  self->showing = FALSE;
}

static void
ssm_answer_buttons_dispose (GObject *object)
{
  SsmAnswerButtons *self = SSM_ANSWER_BUTTONS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ssm_answer_buttons_parent_class)->dispose (object);
}

static void
ssm_answer_buttons_class_init (SsmAnswerButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_answer_buttons_dispose;
  signals[ANSWERED] = g_signal_new ("answered", SSM_TYPE_ANSWER_BUTTONS, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
add_button (SsmAnswerButtons *self, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->buttons[i] = GTK_TOGGLE_BUTTON (button);
  self->marks[i] = gtk_image_new ();
  self->labels[i] = GTK_LABEL (gtk_label_new (NULL));
  ssm_verdict_show_mark (GTK_IMAGE (self->marks[i]), verdicts[i]);
  gtk_box_append (GTK_BOX (content), self->marks[i]);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->labels[i]));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_focus_on_click (button, FALSE);
  if (i > 0)
    gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
  gtk_box_append (GTK_BOX (self->box), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
}

static void
ssm_answer_buttons_init (SsmAnswerButtons *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "answer-buttons");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    add_button (self, i);
}

void
ssm_answer_buttons_show (SsmAnswerButtons *self, const char *is, const SsmLanguage *words)
{
  g_return_if_fail (SSM_IS_ANSWER_BUTTONS (self));

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      const char *word = ssm_deal_words_verdict (verdicts[i], words);
      gboolean given = g_str_equal (is, ssm_verdict_name (verdicts[i]));
      g_autofree char *tip = g_strdup_printf ("%s (%s)", word, keys[i]);

      gtk_label_set_text (self->labels[i], word);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[i]), tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
      gtk_toggle_button_set_active (self->buttons[i], given);
      gtk_widget_set_visible (self->marks[i], given);
      if (given)
        ssm_verdict_colour (GTK_WIDGET (self->buttons[i]), verdicts[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->buttons[i]),
                                     ssm_verdict_css_class (verdicts[i]));
    }
  self->showing = FALSE;
}
