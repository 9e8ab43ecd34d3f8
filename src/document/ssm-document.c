/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-document-private.h"

#include "ssm-draft-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SsmDocument
{
  GObject parent_instance;

  SsmHistory *history;
  SsmPart *saved; /* what the file holds, NULL while there is none */
  SsmPart *first; /* what a document of no file began with */
  GFile *file;
  GBytes *base;
  SsmDraftWriter *draft;
  GQueue saves; /* of GTask; the head is running */
  char *title;
  char *state;      /* as it is shown */
  char *file_state; /* apart from the file being gone */
  gboolean gone;
  gboolean read_only;
  char *draft_error;
};

enum
{
  PROP_0,
  PROP_MAP,
  PROP_BOOK,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_STATE,
  PROP_DRAFT_ERROR,
  N_PROPS
};

enum
{
  RESTORED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDocument, ssm_document, G_TYPE_OBJECT)

static void
set_string (SsmDocument *self, char **place, const char *text, guint prop)
{
  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_state (SsmDocument *self, const char *text)
{
  g_autofree char *kept = g_strdup (text);
  g_autofree char *shown = NULL;

  /* TRANSLATORS: then "Draft kept 10:42" */
  shown = self->gone ? g_strdup_printf (_("File is gone · %s"), kept) : g_strdup (kept);
  g_free (self->file_state);
  self->file_state = g_steal_pointer (&kept);
  set_string (self, &self->state, shown, PROP_STATE);
}

static void
set_state_with_time (SsmDocument *self, const char *format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, format);

  set_state (self, text);
}

static char *
file_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  char *dot = strrchr (display, '.');

  if (dot != NULL && dot != display)
    *dot = '\0';
  return g_steal_pointer (&display);
}

static const char *
value_title (const SsmPart *root)
{
  if (ssm_part_kind (root) == SSM_KIND_BOOK)
    return _("Untitled deals");
  return *ssm_map_text (root, SSM_MAP_TITLE) != '\0' ? ssm_map_text (root, SSM_MAP_TITLE)
                                                     : _("Untitled map");
}

static void
update_title (SsmDocument *self)
{
  g_autofree char *title = NULL;

  if (self->file != NULL)
    title = file_title (self->file);
  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = g_strdup (value_title (ssm_document_get_root (self)));
    }
  set_string (self, &self->title, title, PROP_TITLE);
}

static void
update_draft_info (SsmDocument *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  ssm_draft_writer_set_info (self->draft, path, self->title, self->base, self->saved);
}

/* The value from which the document must differ for a draft to be worth keeping. */
static SsmPart *
reference (SsmDocument *self)
{
  return self->saved != NULL ? self->saved : self->first;
}

static void
keep_draft (SsmDocument *self)
{
  SsmPart *root = ssm_document_get_root (self);

  if (root == reference (self))
    {
      ssm_draft_writer_remove (self->draft);
      set_state (self, self->file != NULL ? _("No changes") : _("Not saved yet"));
    }
  else
    {
      ssm_draft_writer_keep (self->draft, root);
      set_state (self, _("Edited"));
    }
}

static guint
value_prop (SsmDocument *self)
{
  return ssm_part_kind (ssm_document_get_root (self)) == SSM_KIND_MAP ? PROP_MAP : PROP_BOOK;
}

static void
value_changed (SsmDocument *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  update_title (self);
  if (self->file == NULL)
    update_draft_info (self);
  keep_draft (self);
  g_object_notify_by_pspec (object, props[value_prop (self)]);
  g_object_notify_by_pspec (object, props[PROP_MODIFIED]);
  g_object_notify_by_pspec (object, props[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (object, props[PROP_REDO_LABEL]);
  g_object_thaw_notify (object);
}

static void
draft_written_cb (const GError *error, gpointer data)
{
  SsmDocument *self = data;

  set_string (self, &self->draft_error, error != NULL ? error->message : NULL,
              PROP_DRAFT_ERROR);
  /* TRANSLATORS: a time format; %H:%M becomes 10:42. */
  if (error == NULL && ssm_document_get_root (self) != reference (self))
    set_state_with_time (self, _("Draft kept %H:%M"));
}

static void
ssm_document_finalize (GObject *object)
{
  SsmDocument *self = SSM_DOCUMENT (object);

  g_clear_pointer (&self->draft, ssm_draft_writer_free);
  g_clear_pointer (&self->history, ssm_history_free);
  g_clear_pointer (&self->saved, ssm_part_unref);
  g_clear_pointer (&self->first, ssm_part_unref);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_object (&self->file);
  g_queue_clear_full (&self->saves, g_object_unref);
  g_free (self->title);
  g_free (self->state);
  g_free (self->file_state);
  g_free (self->draft_error);
  G_OBJECT_CLASS (ssm_document_parent_class)->finalize (object);
}

static void
ssm_document_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  SsmDocument *self = SSM_DOCUMENT (object);

  switch (prop)
    {
    case PROP_MAP:
    case PROP_BOOK:
      if (prop == value_prop (self))
        g_value_set_boxed (value, ssm_document_get_root (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, ssm_document_get_modified (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ssm_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ssm_document_get_redo_label (self));
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_DRAFT_ERROR:
      g_value_set_string (value, self->draft_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
    }
}

static void
ssm_document_class_init (SsmDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = ssm_document_finalize;
  object_class->get_property = ssm_document_get_property;

  props[PROP_MAP] = g_param_spec_boxed ("map", NULL, NULL, SSM_TYPE_PART, flags);
  props[PROP_BOOK] = g_param_spec_boxed ("book", NULL, NULL, SSM_TYPE_PART, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "", flags);
  props[PROP_DRAFT_ERROR] = g_param_spec_string ("draft-error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /* Undo or redo has set the value: views show what changed. */
  signals[RESTORED] = g_signal_new ("restored", SSM_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_document_init (SsmDocument *self)
{
  g_queue_init (&self->saves);
  self->draft = ssm_draft_writer_new (draft_written_cb, self);
  set_state (self, _("Not saved yet"));
}

SsmDocument *
ssm_document_new (SsmPart *root)
{
  SsmDocument *self = g_object_new (SSM_TYPE_DOCUMENT, NULL);

  self->history = ssm_history_new (root);
  self->first = ssm_part_ref (root);
  update_title (self);
  update_draft_info (self);
  return self;
}

SsmPart *
ssm_document_get_root (SsmDocument *self)
{
  return ssm_history_current (self->history);
}

GFile *
ssm_document_get_file (SsmDocument *self)
{
  return self->file;
}

const char *
ssm_document_get_title (SsmDocument *self)
{
  return self->title;
}

gboolean
ssm_document_get_modified (SsmDocument *self)
{
  return ssm_document_get_root (self) != self->saved;
}

const char *
ssm_document_get_state (SsmDocument *self)
{
  return self->state;
}

gboolean
ssm_document_needs_question (SsmDocument *self)
{
  return self->file != NULL && ssm_document_get_modified (self);
}

void
ssm_document_apply (SsmDocument *self, SsmPart *root, const char *label, const char *merge_key)
{
  g_autoptr (SsmPart) taken = root;

  if (taken == ssm_document_get_root (self))
    return;

  ssm_history_push (self->history, taken, label, merge_key);
  value_changed (self);
}

static const char *
restored (SsmDocument *self, const char *label)
{
  value_changed (self);
  g_signal_emit (self, signals[RESTORED], 0);
  return label;
}

const char *
ssm_document_undo (SsmDocument *self)
{
  if (ssm_history_undo (self->history) == NULL)
    return NULL;

  return restored (self, ssm_history_redo_label (self->history));
}

const char *
ssm_document_redo (SsmDocument *self)
{
  if (ssm_history_redo (self->history) == NULL)
    return NULL;

  return restored (self, ssm_history_undo_label (self->history));
}

SsmHistory *
ssm_document_get_history (SsmDocument *self)
{
  return self->history;
}

void
ssm_document_flush_draft (SsmDocument *self)
{
  ssm_draft_writer_flush (self->draft);
}

void
ssm_document_discard_draft (SsmDocument *self)
{
  ssm_draft_writer_remove (self->draft);
}

void
ssm_document_close (SsmDocument *self)
{
  if (ssm_document_get_root (self) == reference (self))
    ssm_draft_writer_remove (self->draft);
  else
    ssm_draft_writer_close (self->draft);
}

/* The file holds @root, as @base. */
static void
set_file (SsmDocument *self, GFile *file, SsmPart *root, GBytes *base)
{
  g_autoptr (SsmPart) kept = ssm_part_ref (root);
  g_autoptr (GBytes) kept_base = g_bytes_ref (base);

  g_set_object (&self->file, file);
  self->gone = FALSE;
  g_clear_pointer (&self->saved, ssm_part_unref);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->saved = g_steal_pointer (&kept);
  self->base = g_steal_pointer (&kept_base);
  update_title (self);
  update_draft_info (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

void
ssm_document_set_read (SsmDocument *self, GFile *file, SsmPart *root, GBytes *base)
{
  set_file (self, file, root, base);
  set_state (self, _("No changes"));
}

void
ssm_document_set_saved (SsmDocument *self, GFile *file, SsmPart *root, GBytes *base)
{
  set_file (self, file, root, base);
  ssm_history_end_merge (self->history);
  keep_draft (self);
  /* TRANSLATORS: a time format; %H:%M becomes 10:42. */
  if (!ssm_document_get_modified (self))
    set_state_with_time (self, _("Saved %H:%M"));
}

void
ssm_document_set_moved (SsmDocument *self, GFile *file)
{
  g_set_object (&self->file, file);
  update_title (self);
  update_draft_info (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

void
ssm_document_set_gone (SsmDocument *self, gboolean gone)
{
  self->gone = gone;
  set_state (self, self->file_state);
}

gboolean
ssm_document_get_read_only (SsmDocument *self)
{
  return self->read_only;
}

void
ssm_document_set_read_only (SsmDocument *self, gboolean read_only)
{
  self->read_only = read_only;
}

GBytes *
ssm_document_get_base (SsmDocument *self)
{
  return self->base;
}

void
ssm_document_adopt_draft (SsmDocument *self, const char *stem, SsmPart *root)
{
  ssm_draft_writer_adopt (self->draft, stem);
  /* There is nothing to go back to: the draft is all there is. */
  if (self->file == NULL)
    g_clear_pointer (&self->first, ssm_part_unref);
  ssm_document_apply (self, ssm_part_ref (root), _("Recover Draft"), NULL);
}

gboolean
ssm_document_begin_save (SsmDocument *self, GTask *task)
{
  g_queue_push_tail (&self->saves, g_object_ref (task));
  return g_queue_get_length (&self->saves) == 1;
}

gboolean
ssm_document_is_saving (SsmDocument *self)
{
  return !g_queue_is_empty (&self->saves);
}

GTask *
ssm_document_end_save (SsmDocument *self)
{
  g_object_unref (g_queue_pop_head (&self->saves));
  return g_queue_is_empty (&self->saves) ? NULL
                                         : g_object_ref (g_queue_peek_head (&self->saves));
}
