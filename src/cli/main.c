/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: sets up what every command needs and finds the one meant. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ssm-command.h"
#include "ssm-console.h"
#include "ssm-quote.h"
#include "ssm-translations.h"

/* How far from where it should the stack may end: other mappings keep their distance. */
#define STACK_SLACK (1024 * 1024)

static int out_of_memory; /* atomic */
static const char *stack_end;
static gsize stack_size;

/* Where a shell closed one of the three, the next file opened would take its place: a
 * message could end in a map. What stands in for them gives the error of a closed file. */
static void
keep_standard_files (void)
{
  static const int modes[] = { O_WRONLY, O_RDONLY, O_WRONLY };

  for (int fd = 0; fd < (int) G_N_ELEMENTS (modes); fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", modes[fd]) != fd)
      _exit (71);
}

/* Whether the stack ran out at @address. No input leads there: where no memory is left at all,
 * GLib calls itself for ever to say so. */
static gboolean
is_end_of_stack (const char *address)
{
  return stack_end != NULL && address > stack_end - STACK_SLACK
         && address < stack_end + stack_size / 4 + STACK_SLACK;
}

/* Only what a signal handler may do. Files need no care: saving is safe at every instant.
 * Not every library tells in its own words that it got no memory before it falls. */
static void
crashed_cb (int number, siginfo_t *info, void *context)
{
  static const char bug[] = "salesmap: this is a bug of the program; your files are as they "
                            "were, please report it\n";
  static const char memory[] = "salesmap: there is not enough memory; your files are as they "
                               "were, close something and try again\n";
  gboolean starved = errno == ENOMEM || g_atomic_int_get (&out_of_memory)
                     || (number == SIGSEGV && is_end_of_stack (info->si_addr));
  gssize written = starved ? write (STDERR_FILENO, memory, sizeof memory - 1)
                           : write (STDERR_FILENO, bug, sizeof bug - 1);

  /* Without standard error there is only the status. */
  (void) written;
  _exit (starved ? 71 : 70);
}

/* GLib says that memory or threads ran out, and then ends the program like after a bug. */
static GLogWriterOutput
log_written_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if ((level & G_LOG_LEVEL_ERROR) != 0 && g_str_equal (fields[i].key, "MESSAGE")
        && (strstr (fields[i].value, "failed to allocate") != NULL
            || strstr (fields[i].value, "creating thread") != NULL))
      g_atomic_int_set (&out_of_memory, TRUE);
  return g_log_writer_default (level, fields, n_fields, data);
}

/* The handler has a stack of its own, for when the other one ran out. */
static void
measure_stack (void)
{
  static char handler_stack[64 * 1024];
  stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof handler_stack };
  struct rlimit limit;

  if (sigaltstack (&stack, NULL) != 0 || getrlimit (RLIMIT_STACK, &limit) != 0
      || limit.rlim_cur == RLIM_INFINITY)
    return;
  stack_size = limit.rlim_cur;
  stack_end = (const char *) __builtin_frame_address (0) - stack_size;
}

/* A crash is told of like every other fault; but who looks for crashes, as a sanitizer or a
 * debugger does, finds them. */
static void
handle_crashes (void)
{
  static const int signals[] = { SIGSEGV, SIGBUS, SIGABRT, SIGTRAP };
  const struct sigaction action = { .sa_sigaction = crashed_cb,
                                    .sa_flags = SA_SIGINFO | SA_ONSTACK };

  measure_stack ();

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      struct sigaction old;

      if (sigaction (signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
        sigaction (signals[i], &action, NULL);
    }
  g_log_set_writer_func (log_written_cb, NULL, NULL);
}

/* Numbers stay in the C locale: what is written must not depend on who writes. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  ssm_translations_bind ();
}

static int
run_command (const SsmCommand *command, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmArguments) arguments = ssm_arguments_new (command, words, &error);
  g_autofree char *help = NULL;

  if (arguments == NULL)
    return ssm_console_misused (command, error->message);
  if (!ssm_arguments_has (arguments, "help"))
    return command->run (arguments);

  help = ssm_command_help_text (command);
  return ssm_console_print (help);
}

static int
refuse_command (const char *name)
{
  g_autofree char *quoted = ssm_quote (name, -1);
  g_autofree char *text = g_strdup_printf (_("there is no command “%s”"), quoted);

  return ssm_console_misused (NULL, text);
}

int
main (int argc, char *argv[])
{
  const SsmCommand *command;

  keep_standard_files ();
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  handle_crashes ();
  set_locale ();

  if (argc < 2)
    return ssm_console_misused (NULL, _("a command is missing"));
  if (g_str_equal (argv[1], "--version") && argc > 2)
    return ssm_console_misused (NULL, _("--version stands alone"));
  if (g_str_equal (argv[1], "--version"))
    return ssm_console_print ("salesmap " VERSION "\n");

  command = ssm_command_find (argv[1]);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    command = &ssm_command_help;
  return command != NULL ? run_command (command, argv + 2) : refuse_command (argv[1]);
}
