/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes by itself and not through stdio: an error must be known while there is still time
 * to say so, and bytes must not be converted to the locale. */

#include "ssm-console.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ssm-command.h"
#include "ssm-io-error.h"
#include "ssm-line.h"

static gboolean
write_all (int fd, const char *bytes, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, bytes, size);

      if (n < 0 && errno == EAGAIN)
        {
          GPollFD poll = { .fd = fd, .events = G_IO_OUT };

          g_poll (&poll, 1, -1);
        }
      else if (n < 0 && errno != EINTR)
        return FALSE;
      else if (n > 0)
        {
          bytes += n;
          size -= (gsize) n;
        }
    }
  return TRUE;
}

static int
print (const char *bytes, gsize size)
{
  g_autofree char *message = NULL;

  if (write_all (STDOUT_FILENO, bytes, size))
    return SSM_EXIT_YES;

  message = g_strdup_printf (_("could not be written: %s; write to a file with -o, or make "
                               "room"),
                             g_strerror (errno));
  ssm_console_say (_("standard output"), message);
  return 74;
}

int
ssm_console_print (const char *text)
{
  return print (text, strlen (text));
}

int
ssm_console_print_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return print (data, size);
}

void
ssm_console_say (const char *name, const char *text)
{
  g_autofree char *line = ssm_line (text);
  gsize length = name != NULL ? strlen (name) : 0;
  gboolean is_named = name != NULL && g_str_has_prefix (line, name) && line[length] == ':';
  g_autofree char *message
      = g_strconcat ("salesmap: ", name != NULL && !is_named ? name : "",
                     name != NULL && !is_named ? ": " : "", line, "\n", NULL);

  /* Where standard error is closed there is nobody to tell. */
  write_all (STDERR_FILENO, message, strlen (message));
}

int
ssm_console_fail (const char *name, const GError *error)
{
  ssm_console_say (name, error->message);
  return ssm_io_error_exit_status (error);
}

int
ssm_console_misused (const SsmCommand *command, const char *text)
{
  g_autofree char *hint = NULL;

  if (command != NULL)
    hint = g_strdup_printf (_("%s; see “salesmap help %s”"), text, command->name);
  else
    hint = g_strdup_printf (_("%s; see “salesmap help”"), text);
  ssm_console_say (command != NULL ? command->name : NULL, hint);
  return SSM_EXIT_USAGE;
}
