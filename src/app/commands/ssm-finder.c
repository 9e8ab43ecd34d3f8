/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SsmFinder
{
  GObject parent_instance;

  SsmDocument *document;
  char *query;
  SsmFindFlags flags;
  GPtrArray *matches;
  int current;
  guint n_replacing, n_replaced; /* in the step that is being made, and the last one */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmFinder, ssm_finder, G_TYPE_OBJECT)

static void
set_matches (SsmFinder *self, int current)
{
  g_ptr_array_unref (self->matches);
  self->matches = ssm_find (ssm_document_get_map (self->document), self->query, self->flags);
  self->current = MIN (current, (int) self->matches->len - 1);
  self->n_replaced = self->n_replacing;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_anew (SsmFinder *self)
{
  set_matches (self, 0);
}

static void
map_changed_cb (SsmFinder *self)
{
  if (*self->query != '\0')
    set_matches (self, MAX (self->current, 0));
}

static void
ssm_finder_finalize (GObject *object)
{
  SsmFinder *self = SSM_FINDER (object);

  g_clear_object (&self->document);
  g_ptr_array_unref (self->matches);
  g_free (self->query);
  G_OBJECT_CLASS (ssm_finder_parent_class)->finalize (object);
}

static void
ssm_finder_class_init (SsmFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_finder_init (SsmFinder *self)
{
  self->query = g_strdup ("");
  self->matches = g_ptr_array_new ();
  self->current = -1;
}

SsmFinder *
ssm_finder_new (SsmDocument *document)
{
  SsmFinder *self = g_object_new (SSM_TYPE_FINDER, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

SsmDocument *
ssm_finder_get_document (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), NULL);

  return self->document;
}

void
ssm_finder_set_query (SsmFinder *self, const char *query)
{
  g_return_if_fail (SSM_IS_FINDER (self));

  if (strcmp (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  search_anew (self);
}

const char *
ssm_finder_get_query (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), "");

  return self->query;
}

void
ssm_finder_set_flag (SsmFinder *self, SsmFindFlags flag, gboolean on)
{
  SsmFindFlags flags;

  g_return_if_fail (SSM_IS_FINDER (self));

  flags = on ? self->flags | flag : self->flags & ~flag;
  if (flags == self->flags)
    return;
  self->flags = flags;
  search_anew (self);
}

const GPtrArray *
ssm_finder_get_matches (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), NULL);

  return self->matches;
}

guint
ssm_finder_get_n_replaced (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), 0);

  return self->n_replaced;
}

int
ssm_finder_get_current (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), -1);

  return self->current;
}

const SsmMatch *
ssm_finder_get_match (SsmFinder *self)
{
  g_return_val_if_fail (SSM_IS_FINDER (self), NULL);

  return self->current >= 0 ? self->matches->pdata[self->current] : NULL;
}

void
ssm_finder_set_current (SsmFinder *self, int index)
{
  g_return_if_fail (SSM_IS_FINDER (self));

  if (index == self->current || index < 0 || index >= (int) self->matches->len)
    return;
  self->current = index;
  self->n_replaced = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ssm_finder_step (SsmFinder *self, int step)
{
  int n;

  g_return_if_fail (SSM_IS_FINDER (self));

  n = (int) self->matches->len;
  if (n > 0)
    ssm_finder_set_current (self, (self->current + step + n) % n);
}

/* (transfer full): a query or replacement that fits into the name of a step. */
static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= 24)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, 23);
  return g_strconcat (start, "…", NULL);
}

static guint
replace (SsmFinder *self, const GPtrArray *matches, const char *replacement)
{
  g_autofree char *old = shorten (self->query), *new = shorten (replacement);
  guint n = matches->len;
  g_autofree char *label
    /* Translators: the name of a step that can be undone */
    = g_strdup_printf (ngettext ("Replace “%s” with “%s” in %u place",
                                 "Replace “%s” with “%s” in %u places", n),
                       old, new, n);
  SsmMap *map = ssm_document_get_map (self->document);

  const char *query = (self->flags & SSM_FIND_MATCH_CASE) != 0 ? NULL : self->query;

  ssm_document_apply (self->document,
                      ssm_map_with_replaced (map, matches, query, replacement), label, NULL);
  return n;
}

/* Looks behind the words that were put in, which may hold the query again. */
static void
go_behind (SsmFinder *self, const char *id, SsmField field, gsize end)
{
  for (guint i = 0; i < self->matches->len; i++)
    {
      const SsmMatch *match = self->matches->pdata[i];

      if (match->field == field && strcmp (match->id, id) == 0 && match->start < end)
        ssm_finder_set_current (self, (int) ((i + 1) % self->matches->len));
    }
}

guint
ssm_finder_replace (SsmFinder *self, const char *replacement)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *id = NULL;
  const SsmMatch *match;
  SsmField field;
  gsize end;

  g_return_val_if_fail (SSM_IS_FINDER (self), 0);

  match = ssm_finder_get_match (self);
  if (match == NULL)
    return 0;

  id = g_strdup (match->id);
  field = match->field;
  end = match->start + strlen (replacement);
  g_ptr_array_add (one, (gpointer) match);
  replace (self, one, replacement);
  go_behind (self, id, field, end);
  return 1;
}

guint
ssm_finder_replace_all (SsmFinder *self, const char *replacement)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (SSM_IS_FINDER (self), 0);

  if (self->matches->len == 0)
    return 0;
  all = g_ptr_array_ref (self->matches);
  self->n_replacing = all->len;
  replace (self, all, replacement);
  self->n_replacing = 0;
  return all->len;
}
