/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-status.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-answer-row.h"
#include "ssm-key-strip.h"

struct _SsmDealStatus
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  GtkRoot *root; /* whose keyboard is looked at while we are seen */

  GtkWidget *box;
  SsmKeyStrip *keys;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (SsmDealStatus, ssm_deal_status, GTK_TYPE_WIDGET)

/* Puts into @hints what works while @focus has the keyboard; returns how many. */
static guint
find_hints (SsmDealStatus *self, GtkWidget *focus, SsmKeyHint *hints)
{
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SSM_TYPE_ANSWER_ROW) : NULL;
  guint n = 0;

  if (row != NULL && GTK_IS_EDITABLE (focus))
    {
      hints[n++] = (SsmKeyHint) { "Return", _("next criterion") };
      hints[n++] = (SsmKeyHint) { "Escape", _("back to the answer") };
    }
  else if (row != NULL)
    {
      hints[n++] = (SsmKeyHint) { "y p n u", _("answer") };
      hints[n++] = (SsmKeyHint) { "a", _("does not apply") };
      hints[n++] = (SsmKeyHint) { "Return", _("evidence") };
      hints[n++] = (SsmKeyHint) { "Down", _("next criterion") };
    }
  if (ssm_deal_board_get_deal (self->board) != NULL)
    hints[n++] = (SsmKeyHint) { "<Control><Shift>e", _("export diagnosis") };
  if (row == NULL)
    hints[n++] = (SsmKeyHint) { "<Control><Shift>d", _("new deal") };
  return n;
}

static void
show_keys (SsmDealStatus *self)
{
  SsmKeyHint hints[8];
  guint n = find_hints (self, gtk_root_get_focus (self->root), hints);

  g_assert (n <= G_N_ELEMENTS (hints));
  ssm_key_strip_show (self->keys, hints, n);
}

static void
show_place (SsmDealStatus *self)
{
  GFile *file = ssm_document_get_file (ssm_deal_board_get_book (self->board));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *words
    /* Translators: the name of a file */
    = name != NULL ? g_strdup_printf (_("Deals are kept in “%s”, not in the map"), name)
                   : g_strdup (_("Deals are kept beside the map, not in it"));

  gtk_label_set_text (self->place, words);
}

static void
refresh (SsmDealStatus *self)
{
  if (self->root == NULL)
    return;
  show_keys (self);
  show_place (self);
}

static void
ssm_deal_status_map (GtkWidget *widget)
{
  SsmDealStatus *self = SSM_DEAL_STATUS (widget);

  GTK_WIDGET_CLASS (ssm_deal_status_parent_class)->map (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (refresh), self);
  refresh (self);
}

static void
ssm_deal_status_unmap (GtkWidget *widget)
{
  SsmDealStatus *self = SSM_DEAL_STATUS (widget);

  g_signal_handlers_disconnect_by_func (self->root, refresh, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (ssm_deal_status_parent_class)->unmap (widget);
}

static void
ssm_deal_status_dispose (GObject *object)
{
  SsmDealStatus *self = SSM_DEAL_STATUS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_deal_status_parent_class)->dispose (object);
}

static void
ssm_deal_status_class_init (SsmDealStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_status_dispose;
  widget_class->map = ssm_deal_status_map;
  widget_class->unmap = ssm_deal_status_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_deal_status_init (SsmDealStatus *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->keys = g_object_new (SSM_TYPE_KEY_STRIP, "hexpand", TRUE, NULL);
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (self->box, "status-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "secondary");
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->keys));
  gtk_box_append (GTK_BOX (self->box), squeezer);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ssm_deal_status_follow (SsmDealStatus *self, SsmDealBoard *board)
{
  g_return_if_fail (SSM_IS_DEAL_STATUS (self) && self->board == NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
