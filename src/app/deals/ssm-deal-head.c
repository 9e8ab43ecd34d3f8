/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-head.h"

#include <glib/gi18n-lib.h>

#include "ssm-date-words.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-describe.h"
#include "ssm-deal-entry.h"
#include "ssm-deal-history.h"
#include "ssm-deal-values.h"
#include "ssm-deal-words.h"
#include "ssm-tab-within.h"

struct _SsmDealHead
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  char *id;          /* of the deal that is written in; NULL: it has no letter yet */
  gboolean fresh;    /* a new deal is being described */
  gboolean creating;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *facts;
  GtkToggleButton *details_button;
  GtkWidget *menu_button;
  GtkWidget *details;
  SsmDealEntry *name;
  SsmDealEntry *amount;
  SsmDealEntry *stage;
  SsmDealEntry *since;
  GtkWidget *more;
  SsmDealEntry *owner;
  SsmDealEntry *account;
  SsmDealEntry *close;
  SsmDealEntry *currency;
  SsmDealEntry *crm;
  SsmDealHistory *history;
};

G_DEFINE_FINAL_TYPE (SsmDealHead, ssm_deal_head, GTK_TYPE_WIDGET)

static SsmBook *
get_book (SsmDealHead *self)
{
  return ssm_document_get_book (ssm_deal_board_get_book (self->board));
}

static void
write_text (SsmDealHead *self, SsmField field, const char *text)
{
  if (self->id != NULL)
    ssm_deal_board_run (self->board,
                        ssm_deal_command_text (get_book (self), self->id, field, text));
}

/* The first letter makes the deal. */
static void
name_written_cb (SsmDealHead *self, const char *text)
{
  SsmCommand *command;

  if (self->id == NULL && *text == '\0')
    return;
  if (self->id != NULL)
    {
      command = ssm_deal_command_text (get_book (self), self->id, SSM_DEAL_NAME, text);
      /* To a person it is still the first step of a new deal. */
      if (self->fresh)
        {
          g_free (command->label);
          command->label = g_strdup (_("New deal"));
        }
      ssm_deal_board_run (self->board, command);
      return;
    }
  ssm_document_end_merge (ssm_deal_board_get_book (self->board));
  self->creating = TRUE;
  ssm_deal_board_run (self->board, ssm_deal_command_new (get_book (self), text));
  self->creating = FALSE;
}

static void
amount_written_cb (SsmDealHead *self, const char *text)
{
  g_autofree char *amount = NULL, *currency = NULL;
  const SsmPart *deal;

  if (self->id == NULL)
    return;
  if (!ssm_deal_read_amount (text, &amount, &currency))
    {
      ssm_deal_entry_set_problem (self->amount, _("This is no amount."));
      return;
    }
  write_text (self, SSM_DEAL_AMOUNT, amount);
  deal = ssm_book_find (get_book (self), self->id, NULL);
  if (currency == NULL && *amount != '\0'
      && *ssm_part_text (deal, SSM_DEAL_CURRENCY) == '\0')
    currency = ssm_deal_usual_currency (get_book (self));
  if (currency != NULL)
    write_text (self, SSM_DEAL_CURRENCY, currency);
}

/* Who describes a new deal that is well on its way need not prove how it got there. */
static void
stage_written_cb (SsmDealHead *self, const char *text)
{
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  int stage = ssm_deal_read_stage (path, text);

  if (self->id == NULL)
    return;
  if (stage == SSM_NO_STAGE)
    {
      ssm_deal_entry_set_problem (self->stage, _("No stage of the map is called so."));
      return;
    }
  ssm_deal_board_run (self->board,
                      ssm_deal_command_claim (
                        get_book (self), self->id, path,
                        ssm_part_id (ssm_map_stage (path->map, path->stages[stage].index)),
                        ssm_deal_board_get_today (self->board), self->fresh));
}

static void
write_date (SsmDealHead *self, SsmDealEntry *entry, SsmField field, const char *text)
{
  SsmDateSense sense = field == SSM_DEAL_SINCE ? SSM_DATE_PAST : SSM_DATE_COMING;
  GDate today = ssm_date_words_today ();
  g_autofree char *written = NULL;
  GDate date;

  if (*text == '\0')
    {
      write_text (self, field, "");
      return;
    }
  if (!ssm_date_words_read (text, &today, sense, &date))
    {
      ssm_deal_entry_set_problem (entry, _("Write a day like 12 Dec, fri or 2 weeks."));
      return;
    }
  if (field == SSM_DEAL_SINCE && g_date_compare (&date, &today) > 0)
    {
      ssm_deal_entry_set_problem (entry, _("This day is still to come."));
      return;
    }
  written = ssm_date_words_to_file (&date);
  write_text (self, field, written);
}

static void
since_written_cb (SsmDealHead *self, const char *text)
{
  write_date (self, self->since, SSM_DEAL_SINCE, text);
}

static void
close_written_cb (SsmDealHead *self, const char *text)
{
  write_date (self, self->close, SSM_DEAL_CLOSE, text);
}

static void
owner_written_cb (SsmDealHead *self, const char *text)
{
  write_text (self, SSM_DEAL_OWNER, text);
}

static void
account_written_cb (SsmDealHead *self, const char *text)
{
  write_text (self, SSM_DEAL_ACCOUNT, text);
}

static void
crm_written_cb (SsmDealHead *self, const char *text)
{
  write_text (self, SSM_DEAL_CRM, text);
}

/* Three capital letters, as ISO 4217 has them. */
static void
currency_written_cb (SsmDealHead *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *code = ssm_deal_read_currency (stripped);

  if (*stripped != '\0' && code == NULL)
    {
      ssm_deal_entry_set_problem (self->currency, _("Write a currency like EUR."));
      return;
    }
  write_text (self, SSM_DEAL_CURRENCY, *stripped != '\0' ? code : "");
}

static void
done (SsmDealHead *self)
{
  self->fresh = FALSE;
  ssm_deal_head_refresh (self);
  g_signal_emit_by_name (self, "done");
}

/* What could not be taken is mended first: it would be lost without a word. */
static void
try_done (SsmDealHead *self)
{
  SsmDealEntry *entries[] = { self->amount, self->stage, self->since };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (ssm_deal_entry_has_problem (entries[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (entries[i]));
        return;
      }
  done (self);
}

/* Enter is Tab, and behind the last of a new deal leads on to its criteria. */
static void
entered_cb (SsmDealHead *self, SsmDealEntry *entry)
{
  if (self->fresh && entry == self->since)
    try_done (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (SsmDealHead *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->fresh)
    return FALSE;
  if (key == GDK_KEY_Escape)
    {
      done (self);
      return TRUE;
    }
  if (key != GDK_KEY_Tab || state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->since)))
    return FALSE;
  if (ssm_deal_entry_commit (self->since))
    try_done (self);
  return TRUE;
}

static void
details_toggled_cb (SsmDealHead *self)
{
  ssm_deal_head_refresh (self);
}

static gboolean
ssm_deal_head_grab_focus (GtkWidget *widget)
{
  SsmDealHead *self = SSM_DEAL_HEAD (widget);

  return gtk_widget_grab_focus (self->fresh ? GTK_WIDGET (self->name)
                                            : GTK_WIDGET (self->details_button));
}

static void
ssm_deal_head_dispose (GObject *object)
{
  SsmDealHead *self = SSM_DEAL_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_HEAD);
  g_clear_object (&self->board);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_deal_head_parent_class)->dispose (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, name_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, since_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, crm_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, title);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, facts);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, details_button);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, details);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, name);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, amount);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, stage);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, since);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, more);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, owner);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, account);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, close);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, currency);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, crm);
  gtk_widget_class_bind_template_child (widget_class, SsmDealHead, history);
}

static void
ssm_deal_head_class_init (SsmDealHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_head_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_deal_head_grab_focus;
  g_signal_new ("done", SSM_TYPE_DEAL_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_type_ensure (SSM_TYPE_DEAL_ENTRY);
  g_type_ensure (SSM_TYPE_DEAL_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-head.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
ssm_deal_head_init (SsmDealHead *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->details, keys);
}

void
ssm_deal_head_follow (SsmDealHead *self, SsmDealBoard *board)
{
  g_return_if_fail (SSM_IS_DEAL_HEAD (self) && self->board == NULL);

  self->board = g_object_ref (board);
  ssm_deal_history_follow (self->history, board);
}

static void
show_date (SsmDealEntry *entry, const SsmPart *deal, SsmField field)
{
  g_autofree char *day = ssm_date_words_plain (ssm_part_text (deal, field));

  ssm_deal_entry_show (entry, day);
}

static void
show_entries (SsmDealHead *self, const SsmPart *deal)
{
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  int claimed = ssm_deal_path_stage (path, ssm_part_text (deal, SSM_DEAL_CLAIMED));
  g_autofree char *stage
    = claimed != SSM_NO_STAGE ? ssm_deal_words_stage (path, claimed) : g_strdup ("");

  ssm_deal_entry_show (self->name, ssm_part_text (deal, SSM_DEAL_NAME));
  ssm_deal_entry_show (self->amount, ssm_part_text (deal, SSM_DEAL_AMOUNT));
  ssm_deal_entry_show (self->stage, stage);
  show_date (self->since, deal, SSM_DEAL_SINCE);
  ssm_deal_entry_show (self->owner, ssm_part_text (deal, SSM_DEAL_OWNER));
  ssm_deal_entry_show (self->account, ssm_part_text (deal, SSM_DEAL_ACCOUNT));
  show_date (self->close, deal, SSM_DEAL_CLOSE);
  ssm_deal_entry_show (self->currency, ssm_part_text (deal, SSM_DEAL_CURRENCY));
  ssm_deal_entry_show (self->crm, ssm_part_text (deal, SSM_DEAL_CRM));
}

/* Another deal: what was written for the last one, and is to be mended, is none of its. */
static void
take_deal (SsmDealHead *self, const char *id)
{
  SsmDealEntry *entries[] = { self->name,    self->amount, self->stage,    self->since,
                              self->owner,   self->account, self->close,   self->currency,
                              self->crm };

  if (g_strcmp0 (id, self->id) == 0)
    return;
  if (!self->creating)
    {
      self->fresh = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
        ssm_deal_entry_reset (entries[i], "");
    }
  g_free (self->id);
  self->id = g_strdup (id);
}

void
ssm_deal_head_refresh (SsmDealHead *self)
{
  g_autofree char *facts = NULL;
  const SsmPart *deal;
  gboolean open;

  g_return_if_fail (SSM_IS_DEAL_HEAD (self));

  if (!ssm_deal_head_is_beginning (self) || self->creating)
    take_deal (self, ssm_deal_board_get_chosen (self->board));
  gtk_widget_set_sensitive (GTK_WIDGET (self->amount), self->id != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stage), self->id != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->since), self->id != NULL);
  deal = self->id != NULL ? ssm_deal_board_get_deal (self->board) : NULL;
  open = self->fresh || gtk_toggle_button_get_active (self->details_button);
  gtk_widget_set_visible (self->details, open);
  gtk_widget_set_visible (self->more, open && !self->fresh);
  gtk_widget_set_visible (GTK_WIDGET (self->details_button), !self->fresh);
  gtk_widget_set_visible (self->menu_button, !self->fresh);
  if (deal == NULL)
    {
      gtk_label_set_text (self->title, _("New deal"));
      gtk_label_set_text (self->facts, "");
      return;
    }
  gtk_label_set_text (self->title, *ssm_part_text (deal, SSM_DEAL_NAME) != '\0'
                                     ? ssm_part_text (deal, SSM_DEAL_NAME)
                                     : _("Deal without a name"));
  facts = ssm_deal_describe (self->board, deal);
  gtk_label_set_text (self->facts, facts);
  show_entries (self, deal);
  ssm_deal_history_refresh (self->history);
}

void
ssm_deal_head_begin (SsmDealHead *self)
{
  g_return_if_fail (SSM_IS_DEAL_HEAD (self));

  take_deal (self, NULL);
  self->fresh = TRUE;
  ssm_deal_head_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

gboolean
ssm_deal_head_is_beginning (SsmDealHead *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_HEAD (self), FALSE);

  return self->fresh && self->id == NULL;
}
