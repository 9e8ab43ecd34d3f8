/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-writing.h"

#include <glib/gi18n-lib.h>

#include "ssm-field.h"
#include "ssm-map-edit.h"
#include "ssm-resources.h"
#include "ssm-terms.h"

/* Typing that goes on after a pause is a step of its own. */
#define PAUSE (2 * G_USEC_PER_SEC)

/* Data of a document: the Naming that was the last in it. */
#define LAST_NAMING "ssm-last-naming"

/* A term that was named, and the map from before. Whoever names it once more, by way of a
 * common word perhaps, means the texts that used the first name. */
typedef struct
{
  char *id;
  SsmMap *before;
} Naming;

struct _SsmWriting
{
  SsmDocument *document;
  char *id;
  SsmField field;
  char *merge_key;
  char *label;       /* of the step that it goes on with, or NULL */
  SsmMap *base;      /* what the text is put into: the map before the first keystroke */
  SsmMap *begun;     /* base with the empty criterion in it; NULL for an existing text */
  SsmMap *written;   /* what the last keystroke made of it, or NULL */
  gint64 typed_at;
  char *unclear;     /* what was typed for a date and is none, or NULL */
};

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_free (naming->id);
  ssm_part_unref (naming->before);
  g_free (naming);
}

/* The map from before the term was named, as far as that is known. */
static SsmMap *
before_naming (SsmWriting *self)
{
  const Naming *last = g_object_get_data (G_OBJECT (self->document), LAST_NAMING);

  return last != NULL && g_str_equal (last->id, self->id) ? last->before : self->base;
}

static void
remember_naming (SsmWriting *self)
{
  SsmMap *before = before_naming (self);
  Naming *naming;

  if (*ssm_part_text (ssm_map_find (before, self->id), SSM_DEFINITION_TERM) == '\0')
    return;
  naming = g_new0 (Naming, 1);
  naming->id = g_strdup (self->id);
  naming->before = ssm_part_ref (before);
  g_object_set_data_full (G_OBJECT (self->document), LAST_NAMING, naming, naming_free);
}

static SsmWriting *
writing_new (SsmDocument *document, const char *id, SsmField field)
{
  SsmWriting *self = g_new0 (SsmWriting, 1);

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  self->field = field;
  self->merge_key = ssm_field_merge_key (id, field);
  if (ssm_document_is_merging (document, self->merge_key))
    self->label = g_strdup (ssm_document_get_undo_label (document));
  self->base = ssm_part_ref (ssm_document_get_map (document));
  return self;
}

SsmWriting *
ssm_writing_new (SsmDocument *document, const char *id, SsmField field)
{
  g_return_val_if_fail (SSM_IS_DOCUMENT (document), NULL);

  return writing_new (document, id, field);
}

SsmWriting *
ssm_writing_new_criterion (SsmDocument *document, const char *stage, SsmList list,
                           guint index)
{
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) begun = NULL;
  SsmWriting *self;

  g_return_val_if_fail (SSM_IS_DOCUMENT (document), NULL);

  begun = ssm_map_with_criterion_added (ssm_document_get_map (document), stage, list, index,
                                        "", &id);
  if (id == NULL)
    return NULL;

  self = writing_new (document, id, SSM_CRITERION_TEXT);
  self->begun = g_steal_pointer (&begun);
  return self;
}

void
ssm_writing_free (SsmWriting *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->base, ssm_part_unref);
  g_clear_pointer (&self->begun, ssm_part_unref);
  g_clear_pointer (&self->written, ssm_part_unref);
  g_object_unref (self->document);
  g_free (self->unclear);
  g_free (self->merge_key);
  g_free (self->label);
  g_free (self->id);
  g_free (self);
}

const char *
ssm_writing_get_id (SsmWriting *self)
{
  return self->id;
}

SsmField
ssm_writing_get_field (SsmWriting *self)
{
  return self->field;
}

SsmMap *
ssm_writing_get_shown (SsmWriting *self)
{
  SsmMap *map = ssm_document_get_map (self->document);

  return self->begun != NULL && map == self->base ? self->begun : map;
}

char *
ssm_writing_dup_text (SsmWriting *self)
{
  SsmMap *map = ssm_writing_get_shown (self);
  const SsmPart *part;

  if (g_strcmp0 (self->id, ssm_part_id (map)) == 0)
    return g_strdup (ssm_map_text (map, self->field));

  part = ssm_map_find (map, self->id);
  if (self->field == SSM_STAGE_OUTCOME)
    return g_strdup (part != NULL
                       ? ssm_part_text (ssm_map_outcome (map, part), SSM_DEFINITION_TERM)
                       : "");
  return g_strdup (ssm_part_text (part, self->field));
}

static const char *
step_label (SsmWriting *self)
{
  if (self->label != NULL)
    return self->label;
  if (self->field == SSM_CRITERION_TEXT && ssm_map_find (self->base, self->id) == NULL)
    return _("Add criterion");
  return ssm_field_step_label (self->field);
}

/* (transfer full): the map with @text in it. Put into the map from before the typing, and
 * not into the last keystroke's, so that half a term leaves no definition behind. */
static SsmMap *
write_text (SsmWriting *self, const char *text)
{
  if (self->begun != NULL)
    return *text != '\0' ? ssm_map_with_text (self->begun, self->id, self->field, text)
                         : ssm_part_ref (self->base);
  if (self->field == SSM_STAGE_OUTCOME)
    return ssm_map_with_outcome (self->base, self->id, text);
  if (self->field == SSM_DEFINITION_TERM)
    return ssm_map_with_term_renamed_since (self->base, before_naming (self), self->id, text);
  return ssm_field_write (self->base, self->id, self->field, text);
}

static gboolean
is_date (SsmWriting *self)
{
  return ssm_field_info (self->field)->type == SSM_TYPE_DATE;
}

/* (transfer full): the day that a person means by @text as the file has it, or NULL. Both the
 * map's language and that of the desktop say how it may be written. */
static char *
read_date (const SsmMap *map, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  GDate date;

  if (*stripped == '\0')
    return g_strdup ("");

  g_date_clear (&date, 1);
  if (!ssm_language_read_date (ssm_resources_words (ssm_map_language (map)), stripped, &date))
    g_date_set_parse (&date, stripped);

  /* A day and a month alone would be taken for one in the year 1 or so. */
  if (!g_date_valid (&date) || g_date_get_year (&date) < 1900)
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

/* Takes @map. */
static void
write_map (SsmWriting *self, SsmMap *map)
{
  gboolean pause = g_get_monotonic_time () - self->typed_at > PAUSE;

  /* A term has one new name, and one step takes back what followed from it. */
  if (self->written != NULL && pause && self->field != SSM_DEFINITION_TERM)
    {
      ssm_document_end_merge (self->document);
      g_clear_pointer (&self->label, g_free);
    }
  self->typed_at = g_get_monotonic_time ();
  g_clear_pointer (&self->written, ssm_part_unref);
  self->written = map;
  ssm_document_apply (self->document, ssm_part_ref (map), step_label (self),
                      self->merge_key);
}

char *
ssm_writing_dup_problem (SsmWriting *self)
{
  return self->unclear != NULL
           ? g_strdup_printf (_("“%s” is no date. Write it like 2026-11-23."), self->unclear)
           : NULL;
}

gboolean
ssm_writing_is_unclear (SsmWriting *self)
{
  return self->unclear != NULL;
}

void
ssm_writing_set_text (SsmWriting *self, const char *text)
{
  g_autofree char *date = is_date (self) ? read_date (self->base, text) : NULL;
  g_autofree char *now = NULL;

  /* Who listens may not have told of an undo yet, which must not come back by a letter. */
  if (!ssm_writing_follow (self))
    return;
  now = ssm_writing_dup_text (self);
  g_clear_pointer (&self->unclear, g_free);
  if (is_date (self) && date == NULL)
    {
      self->unclear = g_strdup (text);
      write_map (self, ssm_part_ref (self->base));
      return;
    }
  if (date != NULL)
    text = date;

  if (g_strcmp0 (now, text) == 0)
    return;

  write_map (self, write_text (self, text));
}

gboolean
ssm_writing_follow (SsmWriting *self)
{
  SsmMap *map = ssm_document_get_map (self->document);

  if (map == self->written || map == self->base)
    return TRUE;

  /* Undo, or another view: from now on the text goes into what they made. */
  ssm_document_end_merge (self->document);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->written, ssm_part_unref);
  g_clear_pointer (&self->begun, ssm_part_unref);
  ssm_part_unref (self->base);
  self->base = ssm_part_ref (map);
  return g_strcmp0 (self->id, ssm_part_id (map)) == 0
         || ssm_map_find (map, self->id) != NULL;
}

gboolean
ssm_writing_finish (SsmWriting *self)
{
  g_autofree char *text = ssm_writing_dup_text (self);
  SsmMap *map = ssm_document_get_map (self->document);
  gboolean empty = self->field == SSM_CRITERION_TEXT && *text == '\0';

  if (empty && ssm_map_find (map, self->id) != NULL)
    ssm_document_apply (self->document, ssm_map_with_part_removed (map, self->id),
                        _("Delete criterion"), self->merge_key);

  if (self->field == SSM_DEFINITION_TERM && map == self->written)
    remember_naming (self);
  ssm_document_end_merge (self->document);
  return empty;
}

char *
ssm_writing_dup_notice (SsmWriting *self)
{
  guint n = 0;

  if (self->field == SSM_DEFINITION_TERM && self->written != NULL)
    n = ssm_map_n_texts_renamed (self->base, self->written, self->id);
  if (n == 0)
    return NULL;
  /* Translators: after a term has got another name. */
  return g_strdup_printf (ngettext ("Also changed in %u other place.",
                                    "Also changed in %u other places.", n),
                          n);
}
