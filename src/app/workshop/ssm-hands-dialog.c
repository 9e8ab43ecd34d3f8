/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-hands-dialog.h"

#include <glib/gi18n-lib.h>

#include "ssm-proposal-edit.h"
#include "ssm-workshop-session.h"
#include "ssm-workshop-time.h"

#define WIDTH 720
#define HEIGHT 640
#define MOST_HANDS 999
#define USUAL_KEPT 3
#define TICK 200 /* milliseconds */

struct _SsmHandsDialog
{
  AdwWindow parent_instance;

  SsmDocument *document;
  char *stage;
  guint silent_seconds;
  gint64 silent_until; /* 0: nobody writes in silence */
  guint source;
  gboolean filling;

  GtkDropDown *side;
  GtkButton *silent;
  GtkLabel *time;
  GtkEntry *entry;
  GtkListBox *list;
  GtkSpinButton *best;
  GtkButton *keep;
};

G_DEFINE_FINAL_TYPE (SsmHandsDialog, ssm_hands_dialog, ADW_TYPE_WINDOW)

static SsmList
chosen_list (SsmHandsDialog *self)
{
  return gtk_drop_down_get_selected (self->side) == 0 ? SSM_LIST_EXIT : SSM_LIST_ENTRY;
}

/* The first has the most hands: without one there is nothing to keep. */
static void
show_whether_decided (SsmHandsDialog *self, const GPtrArray *open)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep),
                            open->len > 0 && ssm_proposal_hands (open->pdata[0]) > 0);
}

/* (transfer full) */
static GPtrArray *
find_open (SsmHandsDialog *self)
{
  return ssm_map_proposals (ssm_document_get_map (self->document), self->stage,
                            chosen_list (self), FALSE);
}

static void
hands_changed_cb (SsmHandsDialog *self, GtkSpinButton *spin)
{
  const char *id = g_object_get_data (G_OBJECT (spin), "proposal");
  guint hands = (guint) gtk_spin_button_get_value_as_int (spin);
  g_autofree char *key = g_strdup_printf ("hands:%s", id);
  SsmMap *map = ssm_document_get_map (self->document);
  g_autoptr (GPtrArray) open = NULL;

  if (self->filling)
    return;
  self->filling = TRUE;
  ssm_document_apply (self->document, ssm_map_with_hands_counted (map, id, hands),
                      _("Hands"), key);
  self->filling = FALSE;
  open = find_open (self);
  show_whether_decided (self, open);
}

static GtkWidget *
row_new (SsmHandsDialog *self, const SsmPart *proposal)
{
  const char *text = ssm_part_text (proposal, SSM_PROPOSAL_TEXT);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_HANDS, 1);
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _("Hands"), text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), ssm_proposal_hands (proposal));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data_full (G_OBJECT (spin), "proposal", g_strdup (ssm_part_id (proposal)),
                          g_free);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (hands_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  return row;
}

/* The rows stay where they are while hands are counted. */
static void
refresh (SsmHandsDialog *self)
{
  g_autoptr (GPtrArray) open = NULL;
  GtkListBoxRow *row;

  if (self->filling)
    return;

  open = find_open (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < open->len; i++)
    gtk_list_box_append (self->list, row_new (self, open->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), open->len > 0);
  show_whether_decided (self, open);
}

static void
entered_cb (SsmHandsDialog *self)
{
  const char *texts[] = { gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL };
  SsmMap *map = ssm_document_get_map (self->document);

  ssm_document_apply (self->document,
                      ssm_map_with_proposals_added (map, self->stage, chosen_list (self), texts),
                      _("Proposal"), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
keep_cb (SsmHandsDialog *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (self->best);
  SsmMap *map = ssm_document_get_map (self->document);

  ssm_document_apply (self->document,
                      ssm_map_with_best_kept (map, self->stage, chosen_list (self), n),
                      _("Decision"), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* How long everybody still writes in silence. */
static void
show_time (SsmHandsDialog *self, int seconds)
{
  g_autofree char *time = ssm_workshop_session_format (seconds);

  gtk_label_set_text (self->time, time);
}

static gboolean
tick_cb (gpointer data)
{
  SsmHandsDialog *self = data;
  gint64 left = self->silent_until - ssm_workshop_time_now ();
  int seconds = (int) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  show_time (self, MAX (seconds, 0));
  if (left > 0)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  self->silent_until = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return G_SOURCE_REMOVE;
}

/* Begins the round, or ends it early. */
static void
silent_cb (SsmHandsDialog *self)
{
  gboolean runs = self->silent_until > 0;

  self->silent_until
    = ssm_workshop_time_now () + (runs ? 0 : self->silent_seconds * G_USEC_PER_SEC);
  if (self->source == 0)
    self->source = g_timeout_add (TICK, tick_cb, self);
  else if (runs)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      tick_cb (self);
    }
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ssm_hands_dialog_dispose (GObject *object)
{
  SsmHandsDialog *self = SSM_HANDS_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer (&self->stage, g_free);
  G_OBJECT_CLASS (ssm_hands_dialog_parent_class)->dispose (object);
}

static void
ssm_hands_dialog_class_init (SsmHandsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_hands_dialog_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ssm_hands_dialog_init (SsmHandsDialog *self)
{
}

/* Which list it is about, and the round of silence. */
static GtkWidget *
top_new (SsmHandsDialog *self)
{
  const char *sides[] = { _("Leave when"), _("Enter when"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->side = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (sides));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Proposals"), -1);
  self->time = GTK_LABEL (gtk_label_new (NULL));
  self->silent = GTK_BUTTON (gtk_button_new_from_icon_name ("ssm-workshop-symbolic"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->silent), _("Start the clock"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->silent),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Start the clock"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->time), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->time), GTK_ALIGN_END);
  show_time (self, (int) self->silent_seconds);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->side));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->silent));
  g_signal_connect_object (self->side, "notify::selected", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->silent, "clicked", G_CALLBACK (silent_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

/* How many are kept. */
static GtkWidget *
bottom_new (SsmHandsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Kept"));

  self->best = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 9, 1));
  gtk_spin_button_set_value (self->best, USUAL_KEPT);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->best),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  self->keep = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Keep")));
  gtk_widget_add_css_class (GTK_WIDGET (self->keep), "suggested-action");
  gtk_widget_set_hexpand (GTK_WIDGET (self->keep), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->keep), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->best));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keep));
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
content_new (SsmHandsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _("Proposal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Proposal"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), top_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), bottom_new (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

GtkWindow *
ssm_hands_dialog_new (GtkWindow *parent, SsmDocument *document, const char *stage,
                      guint silent_seconds)
{
  SsmHandsDialog *self
    = g_object_new (SSM_TYPE_HANDS_DIALOG, "transient-for", parent, "modal", TRUE,
                    "destroy-with-parent", TRUE, "title", _("Proposals"), "default-width",
                    WIDTH, "default-height", HEIGHT, NULL);
  const SsmPart *part = ssm_map_find (ssm_document_get_map (document), stage);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->document = g_object_ref (document);
  self->stage = g_strdup (stage);
  self->silent_seconds = silent_seconds;
  adw_header_bar_set_title_widget (
    ADW_HEADER_BAR (bar),
    adw_window_title_new (_("Proposals"), ssm_part_text (part, SSM_STAGE_NAME)));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), content_new (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self);
}
