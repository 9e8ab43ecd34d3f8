/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deals-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-columns.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-form.h"
#include "ssm-deal-list.h"
#include "ssm-deal-lost.h"
#include "ssm-deal-result.h"
#include "ssm-deal-status.h"
#include "ssm-notice.h"
#include "ssm-tab-within.h"

struct _SsmDealsView
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  gboolean beginning; /* a first deal is asked for */

  GtkWidget *content;
  SsmNotice *notice;
  GtkStack *mode;
  AdwLeaflet *leaflet;
  SsmDealList *list;
  GtkWidget *form_pane;
  GtkWidget *back;
  GtkScrolledWindow *both_scroller;
  GtkScrolledWindow *form_scroller;
  SsmColumns *columns;
  SsmDealForm *form;
  SsmDealResult *result;
  SsmDealStatus *status;
};

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDealsView, ssm_deals_view, GTK_TYPE_WIDGET)

static SsmBook *
get_book (SsmDealsView *self)
{
  return ssm_document_get_book (ssm_deal_board_get_book (self->board));
}

static void
update_actions (SsmDealsView *self)
{
  const SsmPart *deal = ssm_deal_board_get_deal (self->board);
  gboolean is_open = deal != NULL && ssm_deal_is_open (deal);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "deals.edit", deal != NULL);
  gtk_widget_action_set_enabled (widget, "deals.delete", deal != NULL);
  gtk_widget_action_set_enabled (widget, "deals.keep", deal != NULL);
  gtk_widget_action_set_enabled (widget, "deals.pin", deal != NULL);
  gtk_widget_action_set_enabled (widget, "deals.unpin",
                                 ssm_deal_board_is_pinned (self->board));
  gtk_widget_action_set_enabled (widget, "deals.won", is_open);
  gtk_widget_action_set_enabled (widget, "deals.lost", is_open);
  gtk_widget_action_set_enabled (widget, "deals.reopen", deal != NULL && !is_open);
}

static void
refresh (SsmDealsView *self)
{
  gboolean any;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  any = g_list_model_get_n_items (ssm_deal_board_get_items (self->board)) > 0;
  self->beginning = self->beginning && !any;
  gtk_stack_set_visible_child_name (self->mode, any || self->beginning ? "panes" : "none");
  ssm_deal_list_refresh (self->list);
  ssm_deal_form_refresh (self->form);
  ssm_deal_result_refresh (self->result);
  update_actions (self);
}

static void
run (SsmDealsView *self, SsmCommand *command)
{
  g_autofree char *toast = g_strdup (command->toast);

  ssm_document_end_merge (ssm_deal_board_get_book (self->board));
  ssm_deal_board_run (self->board, command);
  if (toast != NULL)
    g_signal_emit (self, signals[TOAST], 0, toast);
}

static void
show_form (SsmDealsView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
}

static void
folded_cb (SsmDealsView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back, folded);
  /* There is no room for keys, and hardly a keyboard. */
  gtk_widget_set_visible (GTK_WIDGET (self->status), !folded);
}

/* Each scrolls alone where they stand beside each other, else both together. */
static void
beside_cb (SsmDealsView *self)
{
  gboolean beside;

  g_object_get (self->columns, "beside", &beside, NULL);
  gtk_scrolled_window_set_policy (self->both_scroller, GTK_POLICY_NEVER,
                                  beside ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_policy (self->form_scroller, GTK_POLICY_NEVER,
                                  beside ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  ssm_deal_result_set_beside (self->result, beside);
}

static void
form_left_cb (SsmDealsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->result));
}

static void
new_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_deals_view_begin (SSM_DEALS_VIEW (widget));
}

static void
edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  show_form (self);
  ssm_deal_form_edit (self->form);
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
won_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  run (self, ssm_deal_command_close (get_book (self), ssm_deal_board_get_chosen (self->board),
                                     NULL, "", ssm_deal_board_get_today (self->board)));
}

static void
lost_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_deal_lost_ask (GTK_WINDOW (gtk_widget_get_root (widget)), SSM_DEALS_VIEW (widget)->board);
}

static void
reopen_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  run (self,
       ssm_deal_command_reopen (get_book (self), ssm_deal_board_get_chosen (self->board)));
}

static void
keep_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  run (self, ssm_deal_command_keep (get_book (self), ssm_deal_board_get_chosen (self->board),
                                    ssm_deal_board_get_path (self->board),
                                    ssm_deal_board_get_today (self->board)));
}

/* On the map, for as long as it is wanted there. */
static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealBoard *board = SSM_DEALS_VIEW (widget)->board;
  gboolean pin = g_str_equal (name, "deals.pin");

  ssm_deal_board_set_pinned (board, pin);
  if (pin)
    gtk_widget_activate_action (widget, "win.show-view", "s", "map");
}

static void
take_given_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  run (self, ssm_deal_command_take_as_given (get_book (self),
                                             ssm_deal_board_get_chosen (self->board),
                                             ssm_deal_board_get_path (self->board),
                                             ssm_deal_board_get_today (self->board)));
}

static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  run (self,
       ssm_deal_command_delete (get_book (self), ssm_deal_board_get_chosen (self->board)));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_grab_focus (widget);
}

static gboolean
ssm_deals_view_grab_focus (GtkWidget *widget)
{
  SsmDealsView *self = SSM_DEALS_VIEW (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->mode), "none"))
    return gtk_widget_child_focus (GTK_WIDGET (self->mode), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
ssm_deals_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ssm_deals_view_parent_class)->map (widget);
  refresh (SSM_DEALS_VIEW (widget));
}

static void
ssm_deals_view_dispose (GObject *object)
{
  SsmDealsView *self = SSM_DEALS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEALS_VIEW);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_deals_view_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "deals.new", new_activated },       { "deals.edit", edit_activated },
  { "deals.back", back_activated },     { "deals.won", won_activated },
  { "deals.lost", lost_activated },     { "deals.reopen", reopen_activated },
  { "deals.keep", keep_activated },     { "deals.delete", delete_activated },
  { "deals.take-given", take_given_activated }, { "deals.pin", pin_activated },
  { "deals.unpin", pin_activated },
};

static void
ssm_deals_view_class_init (SsmDealsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deals_view_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_deals_view_grab_focus;
  widget_class->map = ssm_deals_view_map;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_DEALS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_DEAL_FORM);
  g_type_ensure (SSM_TYPE_DEAL_LIST);
  g_type_ensure (SSM_TYPE_DEAL_RESULT);
  g_type_ensure (SSM_TYPE_DEAL_STATUS);
  g_type_ensure (SSM_TYPE_NOTICE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, content);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, notice);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, list);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, form_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, back);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, form);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, result);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, both_scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, form_scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, columns);
  gtk_widget_class_bind_template_child (widget_class, SsmDealsView, status);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, beside_cb);
}

static void
ssm_deals_view_init (SsmDealsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  folded_cb (self);
  beside_cb (self);
}

void
ssm_deals_view_follow (SsmDealsView *self, SsmDocument *document)
{
  g_return_if_fail (SSM_IS_DEALS_VIEW (self) && self->board == NULL);

  self->board = ssm_deal_board_new (document);
  ssm_deal_list_follow (self->list, self->board);
  ssm_deal_form_follow (self->form, self->board);
  ssm_deal_result_follow (self->result, self->board);
  ssm_deal_status_follow (self->status, self->board);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

SsmDealBoard *
ssm_deals_view_get_board (SsmDealsView *self)
{
  g_return_val_if_fail (SSM_IS_DEALS_VIEW (self), NULL);

  return self->board;
}

void
ssm_deals_view_begin (SsmDealsView *self)
{
  g_return_if_fail (SSM_IS_DEALS_VIEW (self));

  self->beginning = TRUE;
  gtk_stack_set_visible_child_name (self->mode, "panes");
  show_form (self);
  ssm_deal_form_begin (self->form);
}

void
ssm_deals_view_show_missing (SsmDealsView *self, const char *id)
{
  g_return_if_fail (SSM_IS_DEALS_VIEW (self));

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  ssm_deal_list_show_missing (self->list, id);
}

void
ssm_deals_view_open (SsmDealsView *self, const char *id)
{
  g_return_if_fail (SSM_IS_DEALS_VIEW (self));

  ssm_deal_board_choose (self->board, id);
  show_form (self);
  ssm_deal_form_edit (self->form);
}

void
ssm_deals_view_warn (SsmDealsView *self, const char *words)
{
  g_return_if_fail (SSM_IS_DEALS_VIEW (self));

  ssm_notice_show (self->notice, GTK_MESSAGE_WARNING, words, NULL, NULL);
}
