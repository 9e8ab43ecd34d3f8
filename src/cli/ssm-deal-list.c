/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-list.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "ssm-console.h"

/* Bytes after which what was collected is printed. */
#define CHUNK (256 * 1024)

typedef struct
{
  SsmDealWeight weight;
  guint length;
  goffset offset; /* in the file */
} Entry;

struct _SsmDealList
{
  FILE *file;
  GArray *entries;
  goffset size;
  guint n_stuck;
};

SsmDealWeight
ssm_deal_weight (const SsmDiagnosis *diagnosis)
{
  return (SsmDealWeight) { diagnosis->is_stuck, ssm_diagnosis_days_over (diagnosis),
                           (int) diagnosis->ahead_by };
}

int
ssm_deal_weight_compare (SsmDealWeight one, SsmDealWeight other)
{
  if (one.is_stuck != other.is_stuck)
    return other.is_stuck - one.is_stuck;
  return one.over != other.over ? other.over - one.over : other.ahead_by - one.ahead_by;
}

static void
set_error (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number),
                       g_strerror (number));
}

SsmDealList *
ssm_deal_list_new (GError **error)
{
  FILE *file = tmpfile ();
  SsmDealList *self;

  if (file == NULL)
    {
      set_error (error);
      return NULL;
    }
  self = g_new0 (SsmDealList, 1);
  self->file = file;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
ssm_deal_list_free (SsmDealList *list)
{
  if (list == NULL)
    return;

  fclose (list->file);
  g_array_unref (list->entries);
  g_free (list);
}

gboolean
ssm_deal_list_add (SsmDealList *list,
                   const SsmDiagnosis *diagnosis,
                   const char *text,
                   GError **error)
{
  Entry entry = { ssm_deal_weight (diagnosis), (guint) strlen (text), list->size };

  if (fwrite (text, 1, entry.length, list->file) != entry.length)
    {
      set_error (error);
      return FALSE;
    }
  g_array_append_val (list->entries, entry);
  list->size += entry.length;
  list->n_stuck += diagnosis->is_stuck;
  return TRUE;
}

guint
ssm_deal_list_n (const SsmDealList *list)
{
  return list->entries->len;
}

guint
ssm_deal_list_n_stuck (const SsmDealList *list)
{
  return list->n_stuck;
}

static gint
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  int order = ssm_deal_weight_compare (one->weight, other->weight);

  return order != 0 ? order : (one->offset > other->offset) - (one->offset < other->offset);
}

/* Appends an empty line and the text of @entry. */
static gboolean
append_text (SsmDealList *self, const Entry *entry, GString *out)
{
  gsize length = out->len;

  g_string_set_size (out, length + 1 + entry->length);
  out->str[length] = '\n';
  return fseeko (self->file, entry->offset, SEEK_SET) == 0
         && fread (out->str + length + 1, 1, entry->length, self->file) == entry->length;
}

int
ssm_deal_list_print (SsmDealList *list)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int status = SSM_EXIT_YES;

  g_array_sort (list->entries, compare_entries_cb);
  for (guint i = 0; status == SSM_EXIT_YES && i < list->entries->len; i++)
    {
      if (!append_text (list, &g_array_index (list->entries, Entry, i), out))
        {
          set_error (&error);
          return ssm_console_fail (NULL, error);
        }
      if (out->len < CHUNK && i + 1 < list->entries->len)
        continue;
      status = ssm_console_print (out->str);
      g_string_truncate (out, 0);
    }
  return status;
}
