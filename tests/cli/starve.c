/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into the program, it lets STARVE_AFTER allocations of memory pass and fails that
 * one (STARVE_ONCE) or all from there on. */

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

static long left = -1;
static int once;

__attribute__ ((constructor)) static void
begin (void)
{
  const char *after = getenv ("STARVE_AFTER");

  once = getenv ("STARVE_ONCE") != NULL;
  left = after != NULL ? atol (after) : -1;
}

static int
is_refused (void)
{
  long now = left < 0 ? -1 : __atomic_fetch_sub (&left, left > 0, __ATOMIC_RELAXED);

  if (now != 0)
    return 0;
  if (once)
    left = -1;
  errno = ENOMEM;
  return 1;
}

void *
malloc (size_t size)
{
  return is_refused () ? NULL : __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  return is_refused () ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *old, size_t size)
{
  return size > 0 && is_refused () ? NULL : __libc_realloc (old, size);
}
