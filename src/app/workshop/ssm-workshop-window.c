/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-window.h"

#include <glib/gi18n-lib.h>

#include "ssm-key-strip.h"
#include "ssm-map-page.h"
#include "ssm-page-view.h"
#include "ssm-proposal-edit.h"
#include "ssm-version-words.h"
#include "ssm-workshop-card.h"
#include "ssm-workshop-end.h"
#include "ssm-workshop-head.h"
#include "ssm-workshop-overview.h"
#include "ssm-workshop-side.h"

/* The screen that sizes in the style sheet were drawn for, and its letters, in pixels. */
#define DRAWN_WIDTH 1920.0
#define DRAWN_HEIGHT 1080.0
#define DRAWN_LETTERS 26.0

#define MORE_SECONDS 30

struct _SsmWorkshopWindow
{
  AdwWindow parent_instance;

  SsmDocument *document;
  SsmWorkshopSession *session;
  GCancellable *ending;
  GtkCssProvider *letters; /* as large as this screen wants them */
  int size;
  guint inhibited;

  GtkStack *stack;
  GtkRevealer *parking;
  GtkEntry *idea;
  GtkWidget *back_to; /* where the keyboard was */
  SsmWorkshopCard *card;
  SsmWorkshopSide *side;
  SsmKeyStrip *keys;
  SsmPageView *page;
  GtkLabel *message;
  GtkLabel *ideas;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopWindow, ssm_workshop_window, ADW_TYPE_WINDOW)

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_F7, 0, "workshop.pause" },
  { GDK_KEY_F8, 0, "workshop.more" },
  { GDK_KEY_F9, 0, "workshop.side" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "workshop.next" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "workshop.previous" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "workshop.undo" },
  { GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "workshop.redo" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "workshop.park" },
  { GDK_KEY_Escape, 0, "workshop.leave" },
};

static gboolean
has_selection (GtkWidget *focus)
{
  return GTK_IS_TEXT_VIEW (focus)
         && gtk_text_buffer_get_has_selection (
           gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
}

/* Presenter remotes send these two without Ctrl. */
static const char *
find_action (SsmWorkshopWindow *self, guint key, GdkModifierType state)
{
  gboolean free = state == 0 && !has_selection (gtk_root_get_focus (GTK_ROOT (self)));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].state == state)
      return keys[i].action;
  if (key == GDK_KEY_Page_Down && free)
    return "workshop.next";
  if (key == GDK_KEY_Page_Up && free)
    return "workshop.previous";
  return NULL;
}

static gboolean
key_pressed_cb (SsmWorkshopWindow *self, guint key, guint code, GdkModifierType state)
{
  const char *action;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (gtk_revealer_get_reveal_child (self->parking) && key != GDK_KEY_Escape)
    return FALSE;
  if ((key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab) && (state & GDK_CONTROL_MASK) == 0)
    return ssm_workshop_session_is_started (self->session)
           && ssm_workshop_card_switch (self->card);
  action = find_action (self, key, state);
  return action != NULL && gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
show_keys (SsmWorkshopWindow *self)
{
  SsmKeyHint hints[8];
  guint n = 0, step = ssm_workshop_session_get_step (self->session);

  if (!ssm_workshop_session_is_started (self->session))
    hints[n++] = (SsmKeyHint) { "space", _("start") };
  else if (ssm_workshop_session_get_stage (self->session, NULL) != NULL)
    hints[n++] = (SsmKeyHint) { "Tab", _("switch column") };
  if (step + 1 < ssm_workshop_session_n_steps (self->session))
    hints[n++] = (SsmKeyHint) { "<Control>Page_Down", _("next block") };
  if (ssm_document_get_undo_label (self->document) != NULL)
    hints[n++] = (SsmKeyHint) { "<Control>z", _("undo") };
  if (ssm_workshop_session_is_started (self->session))
    {
      hints[n++] = (SsmKeyHint) { "F7", ssm_workshop_session_is_running (self->session)
                                          ? _("pause") : _("go on") };
      hints[n++] = (SsmKeyHint) { "F8", _("+ 30 s") };
    }
  hints[n++] = (SsmKeyHint) { "<Control>k", _("park an idea") };
  hints[n++] = (SsmKeyHint) { "Escape", _("leave, keep everything") };
  ssm_key_strip_show (self->keys, hints, n);
}

static void
step_cb (SsmWorkshopWindow *self)
{
  ssm_workshop_card_set_question (self->card, ssm_workshop_side_get_question (self->side));
  show_keys (self);
  if (ssm_workshop_session_is_started (self->session))
    ssm_workshop_card_begin (self->card);
}

/* The screen stays lit, and nothing pops up over the room's page. */
static void
inhibit (SsmWorkshopWindow *self)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  if (self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self),
                                               GTK_APPLICATION_INHIBIT_IDLE,
                                               _("A workshop is being held"));
}

static void
pause_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);
  gboolean first = !ssm_workshop_session_is_started (self->session);

  ssm_workshop_session_toggle (self->session);
  inhibit (self);
  if (first)
    ssm_workshop_card_begin (self->card);
  show_keys (self);
}

static void
more_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_workshop_session_add (SSM_WORKSHOP_WINDOW (widget)->session, MORE_SECONDS);
}

static void
step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_workshop_session_go_by (SSM_WORKSHOP_WINDOW (widget)->session,
                              g_str_equal (name, "workshop.next") ? 1 : -1);
}

static void
side_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *side = GTK_WIDGET (SSM_WORKSHOP_WINDOW (widget)->side);

  gtk_widget_set_visible (side, !gtk_widget_get_visible (side));
}

static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);

  if (g_str_equal (name, "workshop.undo"))
    ssm_document_undo (self->document);
  else
    ssm_document_redo (self->document);
  if (gtk_root_get_focus (GTK_ROOT (self)) == NULL)
    ssm_workshop_card_begin (self->card);
}

/* One line at the bottom, over whatever is written. */
static void
park_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);

  if (gtk_revealer_get_reveal_child (self->parking))
    return;
  g_set_weak_pointer (&self->back_to, gtk_root_get_focus (GTK_ROOT (self)));
  gtk_editable_set_text (GTK_EDITABLE (self->idea), "");
  gtk_revealer_set_reveal_child (self->parking, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->idea));
}

static void
close_parking (SsmWorkshopWindow *self)
{
  gtk_revealer_set_reveal_child (self->parking, FALSE);
  if (self->back_to != NULL)
    gtk_widget_grab_focus (self->back_to);
  g_clear_weak_pointer (&self->back_to);
}

static void
parked_cb (SsmWorkshopWindow *self)
{
  const SsmPart *stage = ssm_workshop_session_get_stage (self->session, NULL);
  g_autofree char *today = ssm_version_today ();

  ssm_document_end_merge (self->document);
  ssm_document_apply (self->document,
                      ssm_map_with_idea_parked (
                        ssm_document_get_map (self->document),
                        stage != NULL ? ssm_part_id (stage) : "", today,
                        gtk_editable_get_text (GTK_EDITABLE (self->idea)), NULL),
                      _("Park an idea"), NULL);
  close_parking (self);
}

/* Escape leaves what is nearest: the line for an idea, then the workshop. */
static void
leave_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);

  if (gtk_revealer_get_reveal_child (self->parking))
    close_parking (self);
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmWorkshopWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ssm_workshop_end_finish (result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *words
    = name != NULL ? g_strdup_printf (_("“%s” and a PNG of the same name are written."), name)
                   : g_strdup (error->message);

  g_clear_object (&self->ending);
  /* The window may have been closed meanwhile. */
  if (self->message != NULL)
    gtk_label_set_text (self->message, words);
}

/* (transfer full): a line each, or NULL. */
static char *
list_ideas (SsmMap *map)
{
  GString *ideas = ssm_map_n_ideas (map) > 0 ? g_string_new (NULL) : NULL;

  for (guint i = 0; i < ssm_map_n_ideas (map); i++)
    g_string_append_printf (ideas, "%s• %s", i > 0 ? "\n" : "",
                            ssm_part_text (ssm_map_idea (map, i), SSM_IDEA_TEXT));
  return ideas != NULL ? g_string_free (ideas, FALSE) : NULL;
}

static void
show_ideas (SsmWorkshopWindow *self)
{
  g_autofree char *ideas = list_ideas (ssm_document_get_map (self->document));
  g_autofree char *words = ideas != NULL ? g_strdup_printf (_("Parked for later\n%s"), ideas)
                                         : NULL;

  gtk_label_set_text (self->ideas, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->ideas), words != NULL);
}

/* The page over the whole screen, for whoever takes a photo. */
static void
finish_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);
  g_autofree char *today = ssm_version_today ();
  g_autoptr (SsmMinutes) minutes = NULL;
  g_autoptr (SsmPage) page = NULL;

  if (self->ending != NULL)
    return;
  ssm_document_end_merge (self->document);
  minutes = ssm_workshop_session_minutes (self->session, today);
  ssm_workshop_end_keep_version (self->document);
  ssm_workshop_session_end (self->session);
  self->ending = g_cancellable_new ();
  ssm_workshop_end_async (self->document, g_steal_pointer (&minutes), self->ending, ended_cb,
                          g_object_ref (self));
  page = ssm_map_page_new (ssm_document_get_map (self->document), NULL);
  ssm_page_view_set_page (self->page, page, ssm_document_get_title (self->document));
  show_ideas (self);
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static gboolean
load_letters_cb (gpointer data)
{
  SsmWorkshopWindow *self = data;
  g_autofree char *css = g_strdup_printf (".workshop { font-size: %dpx; }", self->size);

  if (self->letters != NULL)
    gtk_css_provider_load_from_data (self->letters, css, -1);
  return G_SOURCE_REMOVE;
}

/* Whoever sits at the back reads as much on any screen. */
static void
ssm_workshop_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (widget);
  int size = (int) (DRAWN_LETTERS * MIN (width / DRAWN_WIDTH, height / DRAWN_HEIGHT) + 0.5);

  if (size != self->size && size > 0)
    {
      self->size = size;
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_letters_cb, g_object_ref (self),
                       g_object_unref);
    }
  GTK_WIDGET_CLASS (ssm_workshop_window_parent_class)
    ->size_allocate (widget, width, height, baseline);
}

static void
ssm_workshop_window_dispose (GObject *object)
{
  SsmWorkshopWindow *self = SSM_WORKSHOP_WINDOW (object);

  if (self->inhibited != 0)
    gtk_application_uninhibit (GTK_APPLICATION (g_application_get_default ()),
                               self->inhibited);
  self->inhibited = 0;
  if (self->letters != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->letters));
  g_clear_object (&self->letters);
  self->message = NULL;
  g_clear_weak_pointer (&self->back_to);
  if (self->document != NULL)
    ssm_document_end_merge (self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ssm_workshop_window_parent_class)->dispose (object);
}

static void
ssm_workshop_window_class_init (SsmWorkshopWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "workshop.pause", pause_activated },   { "workshop.more", more_activated },
    { "workshop.next", step_activated },     { "workshop.previous", step_activated },
    { "workshop.side", side_activated },     { "workshop.undo", undo_activated },
    { "workshop.redo", undo_activated },     { "workshop.leave", leave_activated },
    { "workshop.finish", finish_activated }, { "workshop.park", park_activated },
  };

  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_window_dispose;
  widget_class->size_allocate = ssm_workshop_window_size_allocate;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
ssm_workshop_window_init (SsmWorkshopWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "workshop");
  self->letters = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->letters),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static GtkWidget *
parking_new (SsmWorkshopWindow *self)
{
  self->parking = GTK_REVEALER (gtk_revealer_new ());
  self->idea = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->idea, _("An idea for later"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->idea), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("An idea for later"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->idea), "workshop-idea");
  g_signal_connect_swapped (self->idea, "activate", G_CALLBACK (parked_cb), self);
  gtk_revealer_set_child (self->parking, GTK_WIDGET (self->idea));
  return GTK_WIDGET (self->parking);
}

/* Card and side, the map in small below both, and the keys. */
static GtkWidget *
work_new (SsmWorkshopWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_vexpand (middle, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->card), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->keys), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->keys), "workshop-keys");
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->side));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (ssm_workshop_head_new (self->session)));
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (ssm_workshop_overview_new (self->session)));
  gtk_box_append (GTK_BOX (box), parking_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keys));
  return box;
}

static GtkWidget *
end_new (SsmWorkshopWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *status = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->page = g_object_new (SSM_TYPE_PAGE_VIEW, "vexpand", TRUE, "hexpand", TRUE, NULL);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->message, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "workshop-small");
  self->ideas = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_selectable (self->ideas, TRUE);
  gtk_label_set_wrap (self->ideas, TRUE);
  gtk_label_set_xalign (self->ideas, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->ideas), "workshop-ideas");
  gtk_box_append (GTK_BOX (status), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ideas));
  gtk_box_append (GTK_BOX (box), status);
  return box;
}

GtkWindow *
ssm_workshop_window_new (GtkWindow *parent, SsmDocument *document)
{
  SsmWorkshopWindow *self
    = g_object_new (SSM_TYPE_WORKSHOP_WINDOW, "application",
                    gtk_window_get_application (parent), "title", _("Workshop"), NULL);

  self->document = g_object_ref (document);
  self->session = ssm_workshop_session_new (document);
  self->card = ssm_workshop_card_new (self->session);
  self->side = ssm_workshop_side_new (self->session);
  self->keys = g_object_new (SSM_TYPE_KEY_STRIP, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, work_new (self), "work");
  gtk_stack_add_named (self->stack, end_new (self), "page");
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->session, "step", G_CALLBACK (step_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "map", G_CALLBACK (show_keys), self,
                           G_CONNECT_SWAPPED);
  /* Not transient for it: window managers do not let such a window have the whole screen. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  if (!ssm_workshop_session_is_started (self->session))
    ssm_workshop_side_focus (self->side);
  step_cb (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}

SsmDocument *
ssm_workshop_window_get_document (SsmWorkshopWindow *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_WINDOW (self), NULL);

  return self->document;
}
