/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-source.h"

#include <fcntl.h>
#include <unistd.h>

#include "ssm-input.h"
#include "ssm-schema.h"
#include "ssm-table-input.h"

#define START_SIZE 256

static gsize
limit_book (const char *start, gsize size)
{
  return SSM_MAX_BOOK;
}

/* Without waiting for what is no file: reading will say what it is. */
static gboolean
is_table_file (const char *path)
{
  char start[START_SIZE];
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  gssize size = -1;

  if (fd < 0)
    return FALSE;
  size = read (fd, start, sizeof start);
  close (fd);
  return size > 0 && ssm_table_input_is_table (start, (gsize) size);
}

SsmDealSource *
ssm_deal_source_new (const char *operand, GError **error)
{
  g_autoptr (SsmDealSource) self = g_new0 (SsmDealSource, 1);
  gconstpointer start;
  gsize size;

  self->operand = operand;
  if (!g_str_equal (operand, "-"))
    {
      self->is_table = is_table_file (operand);
      return g_steal_pointer (&self);
    }
  self->bytes = ssm_input_read_limited (operand, limit_book, error);
  if (self->bytes == NULL)
    return NULL;
  start = g_bytes_get_data (self->bytes, &size);
  self->is_table = ssm_table_input_is_table (start, size);
  return g_steal_pointer (&self);
}

void
ssm_deal_source_free (SsmDealSource *source)
{
  if (source == NULL)
    return;

  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source);
}

GBytes *
ssm_deal_source_read (const SsmDealSource *source, GError **error)
{
  if (source->bytes != NULL)
    return g_bytes_ref (source->bytes);
  return ssm_input_read_limited (source->operand, limit_book, error);
}
