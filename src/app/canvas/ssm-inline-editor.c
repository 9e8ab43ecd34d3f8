/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inline-editor.h"

#include <math.h>

#include "ssm-clipboard.h"
#include "ssm-inline-lines.h"
#include "ssm-problem.h"
#include "ssm-read.h"
#include "ssm-theme.h"

#define PADDING 3
#define LENS_PADDING 6

/* A paste beyond this is no text of a one-page map; the page would take seconds for it. */
#define MAX_PASTE 10000

struct _SsmInlineEditor
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *problem;    /* popover that says what is wrong, or NULL */
  GtkTextBuffer *buffer; /* owned by the view */
  GtkTextTag *pitch;     /* owned by the buffer */
  GtkCssProvider *style;
  char *prompt;
  gboolean lens;
  gboolean line_breaks;
  gboolean composing; /* an input method has not finished a letter */
  gboolean quiet;     /* the text is being set from outside */
};

enum
{
  TYPED,
  KEY,
  PASTED,
  SHORTENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmInlineEditor, ssm_inline_editor, GTK_TYPE_WIDGET)

static void
apply_pitch (SsmInlineEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->pitch, &start, &end);
}

static void
buffer_changed_cb (SsmInlineEditor *self)
{
  apply_pitch (self);
  if (!self->quiet)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
preedit_changed_cb (SsmInlineEditor *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static gboolean
is_empty (SsmInlineEditor *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

static void
ask (SsmInlineEditor *self, SsmEditorKey key)
{
  g_signal_emit (self, signals[KEY], 0, (int) key);
}

/* Returns FALSE for the keys that write. */
static gboolean
take_key (SsmInlineEditor *self, guint keyval, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, ctrl = (state & GDK_CONTROL_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (ctrl || (shift && self->line_breaks))
        return ctrl;
      ask (self, SSM_EDITOR_ENTER);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (ctrl)
        return FALSE;
      ask (self, shift ? SSM_EDITOR_PREVIOUS : SSM_EDITOR_NEXT);
      return TRUE;
    case GDK_KEY_Escape:
      ask (self, SSM_EDITOR_ESCAPE);
      return TRUE;
    case GDK_KEY_BackSpace:
      if (!is_empty (self))
        return FALSE;
      ask (self, SSM_EDITOR_REMOVE);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_Page_Up:
      if (!ctrl || shift)
        return FALSE;
      ask (self, keyval == GDK_KEY_Page_Down ? SSM_EDITOR_NEXT_STAGE
                                             : SSM_EDITOR_PREVIOUS_STAGE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SsmInlineEditor *self)
{
  /* Enter, Tab and Escape belong to the input method while it is at work. */
  return !self->composing && take_key (self, keyval, state);
}

static void
paste_text (SsmInlineEditor *self, const char *text)
{
  g_auto (GStrv) items = ssm_read_items (text);
  g_autofree char *flat = NULL;
  gboolean taken = FALSE;

  g_signal_emit (self, signals[PASTED], 0, text, &taken);
  if (taken)
    return;

  /* What is meant by a line break in a text that has none is a blank. */
  flat = self->line_breaks ? g_strdup (text) : g_strjoinv (" ", items);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, flat, -1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmInlineEditor) self = data;
  g_autoptr (SsmPasted) pasted = ssm_clipboard_read_finish (result);
  gboolean too_long;

  /* The window may have been closed meanwhile. */
  if (pasted == NULL || self->view == NULL || !gtk_widget_get_mapped (self->view))
    return;

  too_long = g_utf8_strlen (pasted->text, -1) > MAX_PASTE;
  if (too_long)
    *g_utf8_offset_to_pointer (pasted->text, MAX_PASTE) = '\0';
  paste_text (self, pasted->text);
  if (too_long)
    g_signal_emit (self, signals[SHORTENED], 0);
}

static void
paste_clipboard_cb (GtkTextView *view, SsmInlineEditor *self)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  ssm_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), TRUE,
                            clipboard_read_cb, g_object_ref (self));
}

static gboolean
ssm_inline_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SSM_INLINE_EDITOR (widget)->view);
}

static void
append_prompt (SsmInlineEditor *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA grey = { 0.41f, 0.44f, 0.49f, 1.0f };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->view, self->prompt);
  int padding = ssm_inline_editor_get_padding (self);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) padding, (float) padding);

  pango_layout_set_width (layout, gtk_widget_get_width (self->view) * PANGO_SCALE);
  pango_layout_set_height (layout, gtk_widget_get_height (self->view) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout,
                              gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL
                                ? PANGO_ALIGN_RIGHT
                                : PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, &grey);
  gtk_snapshot_restore (snapshot);
}

static void
ssm_inline_editor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmInlineEditor *self = SSM_INLINE_EDITOR (widget);

  if (self->prompt != NULL && is_empty (self) && !self->composing)
    append_prompt (self, snapshot);
  GTK_WIDGET_CLASS (ssm_inline_editor_parent_class)->snapshot (widget, snapshot);
}

static void
ssm_inline_editor_dispose (GObject *object)
{
  SsmInlineEditor *self = SSM_INLINE_EDITOR (object);

  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_object (&self->style);
  g_clear_pointer (&self->prompt, g_free);
  G_OBJECT_CLASS (ssm_inline_editor_parent_class)->dispose (object);
}

static void
ssm_inline_editor_class_init (SsmInlineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ssm_inline_editor_dispose;
  widget_class->grab_focus = ssm_inline_editor_grab_focus;
  widget_class->snapshot = ssm_inline_editor_snapshot;

  signals[TYPED] = g_signal_new ("typed", SSM_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[KEY] = g_signal_new ("key", SSM_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PASTED] = g_signal_new ("pasted", SSM_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[SHORTENED] = g_signal_new ("shortened", SSM_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pageeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_key_controller (SsmInlineEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
}

static void
ssm_inline_editor_init (SsmInlineEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->view = GTK_WIDGET (view);
  self->buffer = gtk_text_view_get_buffer (view);
  /* The document is the only undo. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  self->pitch = gtk_text_buffer_create_tag (self->buffer, "pitch", NULL);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->style = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->view),
                                  GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  add_key_controller (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect (view, "paste-clipboard", G_CALLBACK (paste_clipboard_cb), self);
}

GtkWidget *
ssm_inline_editor_new (void)
{
  return g_object_new (SSM_TYPE_INLINE_EDITOR, NULL);
}

char *
ssm_inline_editor_dup_text (SsmInlineEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

char *
ssm_inline_editor_dup_text_with (SsmInlineEditor *self, const char *insert)
{
  GtkTextIter start, end, from, to;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  before = gtk_text_buffer_get_text (self->buffer, &start, &from, TRUE);
  after = gtk_text_buffer_get_text (self->buffer, &to, &end, TRUE);
  return g_strconcat (before, insert, after, NULL);
}

void
ssm_inline_editor_set_text (SsmInlineEditor *self, const char *text)
{
  g_autofree char *now = ssm_inline_editor_dup_text (self);

  if (g_strcmp0 (now, text) == 0)
    return;

  self->quiet = TRUE;
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->quiet = FALSE;
}

/* What is selected here was not selected by the person, so what a middle click pastes stays
 * what it was. Besides, the buffer would hear late that it has lost the selection of the
 * text before, and drop the one of this text. */
void
ssm_inline_editor_set_caret (SsmInlineEditor *self, SsmCaret caret)
{
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (self->view);
  gboolean shared = gtk_widget_get_realized (self->view);
  GtkTextIter start, end;

  if (shared)
    gtk_text_buffer_remove_selection_clipboard (self->buffer, primary);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &end, caret == SSM_CARET_ALL ? &start : &end);
  if (shared)
    gtk_text_buffer_add_selection_clipboard (self->buffer, primary);
}

/* The line height of the page, as a factor of the font's own. */
static void
set_pitch (SsmInlineEditor *self, const SsmTextLook *look)
{
  PangoContext *context = gtk_widget_get_pango_context (self->view);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoFontMetrics *metrics;
  double natural;

  pango_font_description_set_family (font, look->family);
  pango_font_description_set_absolute_size (font, 100 * PANGO_SCALE);
  metrics = pango_context_get_metrics (context, font, NULL);
  natural = pango_font_metrics_get_height (metrics) / (100.0 * PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  if (natural > 0 && look->spacing > 0)
    g_object_set (self->pitch, "line-height", (float) (look->spacing / natural), NULL);
}

void
ssm_inline_editor_set_look (SsmInlineEditor *self, const SsmTextLook *look, double scale,
                            gboolean lens, gboolean rtl)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;
  int padding = lens ? LENS_PADDING : PADDING;

  self->lens = lens;
  g_ascii_formatd (size, sizeof size, "%.3f", MAX (look->size * scale, 1.0));
  css = g_strdup_printf ("textview { font-family: \"%s\"; font-weight: %d; font-size: %spx; }"
                         "textview, textview text { color: #%06x; background: none; }",
                         look->family, look->weight, size,
                         (guint) ssm_theme_on_light (look->colour));
  gtk_css_provider_load_from_data (self->style, css, -1);
  set_pitch (self, look);

  gtk_widget_set_margin_start (self->view, padding);
  gtk_widget_set_margin_end (self->view, padding);
  gtk_widget_set_margin_top (self->view, padding);
  gtk_widget_set_margin_bottom (self->view, padding);
  gtk_widget_set_direction (self->view, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->view),
                                   look->centred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  if (lens)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lens");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lens");
}

int
ssm_inline_editor_get_padding (SsmInlineEditor *self)
{
  return self->lens ? LENS_PADDING : PADDING;
}

int
ssm_inline_editor_get_width (SsmInlineEditor *self, const SsmTextLook *look, double scale)
{
  g_autofree char *text = ssm_inline_editor_dup_text (self);
  const char *shown = *text == '\0' && self->prompt != NULL ? self->prompt : text;

  return ssm_inline_lines_width (self->view, shown, look, scale)
         + 2 * ssm_inline_editor_get_padding (self);
}

int
ssm_inline_editor_get_height (SsmInlineEditor *self, const SsmTextLook *look, double scale,
                              int width)
{
  int padding = ssm_inline_editor_get_padding (self);
  g_autofree char *text = ssm_inline_editor_dup_text (self);
  const char *shown = *text == '\0' && self->prompt != NULL ? self->prompt : text;

  return ssm_inline_lines_height (self->view, shown, look, scale, width - 2 * padding)
         + 2 * padding;
}

void
ssm_inline_editor_set_caret_at (SsmInlineEditor *self, const SsmTextLook *look,
                                double scale, int width, double x, double y)
{
  g_autofree char *text = ssm_inline_editor_dup_text (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (
    self->buffer, &iter, ssm_inline_lines_offset (self->view, text, look, scale, width, x, y));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

void
ssm_inline_editor_set_prompt (SsmInlineEditor *self, const char *prompt)
{
  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ssm_inline_editor_set_problem (SsmInlineEditor *self, const char *problem)
{
  gboolean invalid = problem != NULL;

  if (invalid && self->problem == NULL)
    self->problem = ssm_problem_new (GTK_WIDGET (self));
  if (self->problem != NULL)
    ssm_problem_show (self->problem, problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  invalid ? problem : "", -1);
  ssm_problem_mark (GTK_WIDGET (self), GTK_WIDGET (self->view), invalid);
}

void
ssm_inline_editor_set_name (SsmInlineEditor *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
ssm_inline_editor_forward (SsmInlineEditor *self, GtkEventControllerKey *controller)
{
  gtk_event_controller_key_forward (controller, self->view);
}

void
ssm_inline_editor_set_line_breaks (SsmInlineEditor *self, gboolean line_breaks)
{
  self->line_breaks = line_breaks;
}
