/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-id.h"

#include "ssm-schema.h"

#include <string.h>
#include <sys/random.h>

#define N_RANDOM_BYTES 5 /* 40 bits are 8 characters of 5 bits */

static guint64
random_bits (void)
{
  guint8 bytes[N_RANDOM_BYTES];
  guint64 bits = 0;

  while (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    continue;
  for (guint i = 0; i < N_RANDOM_BYTES; i++)
    bits = bits << 8 | bytes[i];

  return bits;
}

char *
ssm_id_new (const char *prefix)
{
  static const char crockford[] = "0123456789abcdefghjkmnpqrstvwxyz";
  guint64 bits = random_bits ();
  char code[9] = "";

  for (int i = 7; i >= 0; i--, bits >>= 5)
    code[i] = crockford[bits & 31];

  return g_strconcat (prefix, "-", code, NULL);
}

gboolean
ssm_id_is_valid (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > SSM_MAX_ID || !g_ascii_islower (id[0]))
    return FALSE;

  return strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789._-") == length;
}
