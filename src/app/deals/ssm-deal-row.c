/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-row.h"

#include <glib/gi18n-lib.h>

#include "ssm-deal-words.h"
#include "ssm-stage-chip.h"

struct _SsmDealRow
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  SsmDealItem *item;

  GtkWidget *box;
  GtkWidget *chip;
  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *mark;
  GtkLabel *state;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (SsmDealRow, ssm_deal_row, GTK_TYPE_WIDGET)

/* "€ 84,000 · 34 d" */
static char *
describe (SsmDealRow *self, const SsmPart *deal, const SsmDealBrief *brief)
{
  g_autofree char *amount
    = ssm_deal_words_amount (deal, ssm_deal_board_get_words (self->board));
  /* Translators: days, shortened */
  g_autofree char *days = g_strdup_printf (_("%d d"), brief->days);

  if (brief->days < 0)
    return g_steal_pointer (&amount);
  return *amount != '\0' ? g_strdup_printf ("%s · %s", amount, days) : g_steal_pointer (&days);
}

/* (transfer full): what a list says at its end: "13 over", "Won". */
static char *
describe_state (const SsmPart *deal, const SsmDealBrief *brief)
{
  const SsmPart *closed = ssm_part_only (deal, SSM_LIST_CLOSED);

  if (closed != NULL)
    return g_strdup (g_str_equal (ssm_part_text (closed, SSM_CLOSED_AS), "won") ? _("Won")
                                                                                : _("Lost"));
  if (brief->days_over > 0)
    /* Translators: days over the limit */
    return g_strdup_printf (_("%d over"), brief->days_over);
  if (brief->claimed != SSM_NO_STAGE && brief->claimed > brief->place)
    return g_strdup (_("ahead"));
  return g_strdup ("");
}

/* "Brightline Logistics. Evidence 3 Discovery, CRM 4 Proposal. € 84,000 · 34 d. 13 over" */
static void
name_row (SsmDealRow *self, const SsmDealBrief *brief, const char *state)
{
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  g_autofree char *place
    = brief->place != SSM_NO_STAGE ? ssm_deal_words_stage (path, brief->place) : g_strdup ("");
  g_autofree char *claimed = brief->claimed != SSM_NO_STAGE
                               ? ssm_deal_words_stage (path, brief->claimed)
                               : g_strdup ("–");
  /* Translators: of a deal: its name, stage by evidence, stage in the CRM, amount and days,
   * state */
  g_autofree char *name = g_strdup_printf (
    _("%s. Evidence %s, CRM %s. %s. %s"), gtk_label_get_text (self->name), place, claimed,
    gtk_label_get_text (self->facts), state);

  /* What has the keyboard is the list's own widget around it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
refresh (SsmDealRow *self)
{
  const SsmPart *deal = ssm_deal_item_get_deal (self->item);
  const SsmDealBrief *brief = ssm_deal_item_get_brief (self->item);
  const SsmDealPath *path = ssm_deal_board_get_path (self->board);
  g_autofree char *facts = describe (self, deal, brief);
  g_autofree char *state = describe_state (deal, brief);
  const char *name = ssm_part_text (deal, SSM_DEAL_NAME);

  /* Of what is over, nobody proves any more how far it came. */
  if (!brief->is_open && brief->claimed != SSM_NO_STAGE)
    ssm_stage_chip_show (self->chip, path->map, path->stages[brief->claimed].index);
  else if (brief->place != SSM_NO_STAGE)
    ssm_stage_chip_show (self->chip, path->map, path->stages[brief->place].index);
  gtk_label_set_text (self->name, *name != '\0' ? name : _("Deal without a name"));
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (self->mark, brief->is_open && brief->days_over > 0);
  if (brief->is_open && brief->days_over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "verdict-no");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "verdict-no");
  name_row (self, brief, state);
}

static void
open_menu (SsmDealRow *self, double x, double y)
{
  ssm_deal_board_choose (self->board, ssm_deal_item_get_id (self->item));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (SsmDealRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
ssm_deal_row_dispose (GObject *object)
{
  SsmDealRow *self = SSM_DEAL_ROW (object);

  ssm_deal_row_set_item (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_ROW);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_deal_row_parent_class)->dispose (object);
}

static void
ssm_deal_row_class_init (SsmDealRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, chip);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, name);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, state);
  gtk_widget_class_bind_template_child (widget_class, SsmDealRow, menu);
}

static void
ssm_deal_row_init (SsmDealRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
ssm_deal_row_new (SsmDealBoard *board)
{
  SsmDealRow *self = g_object_new (SSM_TYPE_DEAL_ROW, NULL);

  self->board = g_object_ref (board);
  return GTK_WIDGET (self);
}

void
ssm_deal_row_set_item (SsmDealRow *self, SsmDealItem *item)
{
  g_return_if_fail (SSM_IS_DEAL_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}
