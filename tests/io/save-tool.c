/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The smallest program that saves: it brings the bytes of one file into another, so that
 * each of its system calls can be made to fail. See fault-runner.c. */

#include <locale.h>
#include <signal.h>

#include "ssm-file.h"
#include "ssm-io-error.h"

#define MAX_BYTES (16 * 1024 * 1024)

static char *base_path;
static gboolean break_links;
static gboolean private_file;
static gboolean only_clean;
static gboolean only_read;
static gboolean traced;

static const GOptionEntry entries[] = {
  { "base", 0, 0, G_OPTION_ARG_FILENAME, &base_path, "What should be there", "FILE" },
  { "break-links", 0, 0, G_OPTION_ARG_NONE, &break_links, "Separate hard links", NULL },
  { "private", 0, 0, G_OPTION_ARG_NONE, &private_file, "For the owner only", NULL },
  { "clean", 0, 0, G_OPTION_ARG_NONE, &only_clean, "Only remove leftovers", NULL },
  { "read", 0, 0, G_OPTION_ARG_NONE, &only_read, "Only read the file", NULL },
  { "traced", 0, 0, G_OPTION_ARG_NONE, &traced, "Stop before the work begins", NULL },
  { NULL }
};

static gboolean
save (const char *source, const char *target, GError **error)
{
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GBytes) base = NULL;
  SsmFileSaveFlags flags = SSM_FILE_SAVE_DEFAULT;

  if (break_links)
    flags |= SSM_FILE_BREAK_LINKS;
  if (private_file)
    flags |= SSM_FILE_PRIVATE;

  contents = ssm_file_read (source, MAX_BYTES, error);
  if (contents == NULL)
    return FALSE;
  if (base_path != NULL && (base = ssm_file_read (base_path, MAX_BYTES, error)) == NULL)
    return FALSE;
  return ssm_file_save (target, contents, base, flags, error);
}

static gboolean
run (int argc, char **argv, GError **error)
{
  g_autoptr (GOptionContext) options = g_option_context_new ("[SOURCE] TARGET");
  g_autoptr (GBytes) contents = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, error))
    return FALSE;
  g_assert (argc == (only_clean || only_read ? 2 : 3));

  if (traced)
    raise (SIGSTOP);
  if (only_read)
    return (contents = ssm_file_read (argv[1], MAX_BYTES, error)) != NULL;
  if (!only_clean)
    return save (argv[1], argv[2], error);
  ssm_file_clean_leftovers (argv[1]);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (!run (argc, argv, &error))
    g_printerr ("save-tool: %s\n", error->message);
  return ssm_io_error_exit_status (error);
}
