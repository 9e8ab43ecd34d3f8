/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what ends a cell: separators, quotes and ends of lines, 64 bytes at a time. All of a
 * large table's time is here, so the compares of a whole block become one mask of bits. */

#pragma once

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

#define SSM_CSV_BLOCK 64

typedef struct
{
  char *end;   /* of what was read; a block behind it may be looked at */
  char *block;
  guint64 mask; /* of the marks in the block that were not returned yet */
  char separator;
} SsmCsvScan;

#ifdef __SSE2__
static inline guint64
ssm_csv_scan_16 (const char *p, __m128i separator)
{
  __m128i bytes = _mm_loadu_si128 ((const __m128i *) p);
  __m128i found = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, separator),
                                _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"')));

  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\r')));
  return (guint64) (guint) _mm_movemask_epi8 (found);
}

static inline guint64
ssm_csv_scan_block (const char *p, char separator)
{
  __m128i wanted = _mm_set1_epi8 (separator);

  return ssm_csv_scan_16 (p, wanted) | ssm_csv_scan_16 (p + 16, wanted) << 16
         | ssm_csv_scan_16 (p + 32, wanted) << 32 | ssm_csv_scan_16 (p + 48, wanted) << 48;
}
#else
static inline guint64
ssm_csv_scan_block (const char *p, char separator)
{
  guint64 mask = 0;

  for (guint i = 0; i < SSM_CSV_BLOCK; i++)
    mask |= (guint64) (p[i] == separator || p[i] == '"' || p[i] == '\n' || p[i] == '\r') << i;
  return mask;
}
#endif

/* Begins anew at @p. */
static inline void
ssm_csv_scan_start (SsmCsvScan *scan, char *p)
{
  scan->block = p;
  scan->mask = p < scan->end ? ssm_csv_scan_block (p, scan->separator) : 0;
}

/* The next mark, or @end. */
static inline char *
ssm_csv_scan_next (SsmCsvScan *scan)
{
  char *mark;

  while (G_UNLIKELY (scan->mask == 0))
    {
      scan->block += SSM_CSV_BLOCK;
      if (scan->block >= scan->end)
        {
          scan->block = scan->end;
          return scan->end;
        }
      scan->mask = ssm_csv_scan_block (scan->block, scan->separator);
    }
  mark = scan->block + __builtin_ctzll (scan->mask);
  scan->mask &= scan->mask - 1;
  return mark < scan->end ? mark : scan->end;
}

G_END_DECLS
