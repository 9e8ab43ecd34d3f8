/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GOption does the parsing; here is what it leaves to programs: values out of a list, an
 * option given twice, and how many files there may be. */

#include "ssm-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-command.h"
#include "ssm-quote.h"

struct _SsmArguments
{
  const SsmCommand *command;
  GHashTable *values; /* long name of the option → GPtrArray of char*, NULL terminated; ""
                         for a flag */
  char **operands;
};

static const SsmOption help_option
    = { "help", 'h', NULL, NULL, N_("Prints this help") };

static const SsmOption *
find_option (const SsmCommand *command, const char *given)
{
  for (const SsmOption *option = command->options; option->name != NULL; option++)
    if ((g_str_has_prefix (given, "--") && g_str_equal (given + 2, option->name))
        || (given[0] == '-' && option->letter != '\0' && given[1] == option->letter
            && given[2] == '\0'))
      return option;
  return &help_option;
}

static gboolean
refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list values;
  g_autofree char *message = NULL;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
is_choice (const char *choices, const char *value)
{
  g_auto (GStrv) words = g_strsplit (choices, "|", -1);

  return g_strv_contains ((const char * const *) words, value);
}

static gboolean
check_value (const SsmOption *option, const char *value, GError **error)
{
  g_autofree char *quoted = ssm_quote (value, -1);

  if (option->choices != NULL && !is_choice (option->choices, value))
    return refuse (error, _("--%s cannot be “%s”; it is one of %s"), option->name, quoted,
                   option->choices);
  if (*value == '\0')
    return refuse (error, _("--%s is empty; give it a value or leave it out"),
                   option->name);
  if (value[0] == '-' && value[1] != '\0')
    return refuse (error, _("--%s has no value but is followed by “%s”; for a file of that "
                            "name write “./%s”"),
                   option->name, quoted, quoted);
  return TRUE;
}

static gboolean
option_given_cb (const char *given, const char *value, gpointer data, GError **error)
{
  SsmArguments *self = data;
  const SsmOption *option = find_option (self->command, given);
  GPtrArray *values = g_hash_table_lookup (self->values, option->name);

  if (values != NULL && !option->many)
    return refuse (error, _("--%s is given twice; give it once"), option->name);
  if (option->value != NULL && !check_value (option, value, error))
    return FALSE;
  if (values == NULL)
    {
      values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_hash_table_insert (self->values, (char *) option->name, values);
    }
  g_ptr_array_add (values, g_strdup (value != NULL ? value : ""));
  return TRUE;
}

static GOptionEntry
make_entry (const SsmOption *option)
{
  return (GOptionEntry) {
    .long_name = option->name,
    .short_name = option->letter,
    .flags = option->value != NULL ? G_OPTION_FLAG_FILENAME : G_OPTION_FLAG_NO_ARG,
    .arg = G_OPTION_ARG_CALLBACK,
    .arg_data = option_given_cb,
  };
}

/* (transfer full): the parser for the command of @self. */
static GOptionContext *
make_parser (SsmArguments *self)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("main", "", "", self, NULL);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  GOptionEntry entry = make_entry (&help_option);
  GOptionEntry rest = {
    .long_name = G_OPTION_REMAINING,
    .arg = G_OPTION_ARG_FILENAME_ARRAY,
    .arg_data = &self->operands,
  };

  g_array_append_val (entries, entry);
  for (const SsmOption *option = self->command->options; option->name != NULL; option++)
    {
      entry = make_entry (option);
      g_array_append_val (entries, entry);
    }
  g_array_append_val (entries, rest);
  g_option_group_add_entries (group, (GOptionEntry *) (gpointer) entries->data);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_main_group (context, group);
  return context;
}

/* Whether @word is a flag of @command with a value: "--strict=yes". */
static gboolean
is_flag_with_value (const SsmCommand *command, const char *word)
{
  const char *sign = strchr (word, '=');

  if (!g_str_has_prefix (word, "--") || sign == NULL)
    return FALSE;
  for (const SsmOption *option = command->options; option->name != NULL; option++)
    if (option->value == NULL && strlen (option->name) == (gsize) (sign - word - 2)
        && g_str_has_prefix (word + 2, option->name))
      return TRUE;
  return FALSE;
}

/* Whether @word is an option and its value in one: "-oOUT". */
static gboolean
is_joined (const SsmCommand *command, const char *word)
{
  if (word[0] != '-' || word[1] == '-' || word[1] == '\0' || word[2] == '\0')
    return FALSE;
  for (const SsmOption *option = command->options; option->name != NULL; option++)
    if (option->value != NULL && option->letter == word[1])
      return TRUE;
  return FALSE;
}

/* (transfer full): @words as GOption can take them; NULL with an error. */
static char **
prepare_words (const SsmCommand *command, char **words, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, command->name);
  for (; *words != NULL && !g_str_equal (*words, "--"); words++)
    {
      const char letter[] = { '-', (*words)[0] != '\0' ? (*words)[1] : '\0', '\0' };
      g_autofree char *quoted = ssm_quote (*words, -1);

      if (is_flag_with_value (command, *words))
        {
          refuse (error, _("“%s” gives a value to an option that has none; leave it out"), quoted);
          return NULL;
        }
      if (is_joined (command, *words))
        g_strv_builder_add (builder, letter);
      g_strv_builder_add (builder, is_joined (command, *words) ? *words + 2 : *words);
    }
  g_strv_builder_addv (builder, (const char **) words);
  return g_strv_builder_end (builder);
}

static gboolean
check_operands (const SsmArguments *self, GError **error)
{
  guint n = ssm_arguments_n_operands (self);

  if (ssm_arguments_has (self, "help"))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (*self->operands[i] == '\0')
      return refuse (error, _("a file name is empty; write a name, or “-”"));
  if (n < self->command->min_operands)
    return refuse (error, _("%s is missing"), self->command->operands);
  if (n > self->command->max_operands)
    {
      g_autofree char *quoted = ssm_quote_path (self->operands[self->command->max_operands]);

      return refuse (error, _("“%s” is one word too many"), quoted);
    }
  return TRUE;
}

SsmArguments *
ssm_arguments_new (const SsmCommand *command, char **words, GError **error)
{
  g_autoptr (SsmArguments) self = g_new0 (SsmArguments, 1);
  g_autoptr (GOptionContext) parser = NULL;
  g_auto (GStrv) argv = NULL;

  self->command = command;
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_ptr_array_unref);
  parser = make_parser (self);
  argv = prepare_words (command, words, error);
  if (argv == NULL || !g_option_context_parse_strv (parser, &argv, error)
      || !check_operands (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ssm_arguments_free (SsmArguments *arguments)
{
  if (arguments == NULL)
    return;

  g_hash_table_unref (arguments->values);
  g_strfreev (arguments->operands);
  g_free (arguments);
}

const SsmCommand *
ssm_arguments_command (const SsmArguments *arguments)
{
  return arguments->command;
}

gboolean
ssm_arguments_has (const SsmArguments *arguments, const char *option)
{
  return g_hash_table_contains (arguments->values, option);
}

const char *
ssm_arguments_value (const SsmArguments *arguments, const char *option)
{
  return ssm_arguments_values (arguments, option)[0];
}

const char * const *
ssm_arguments_values (const SsmArguments *arguments, const char *option)
{
  static const char * const none[] = { NULL };
  const GPtrArray *values = g_hash_table_lookup (arguments->values, option);

  return values != NULL ? (const char * const *) values->pdata : none;
}

guint
ssm_arguments_n_operands (const SsmArguments *arguments)
{
  return arguments->operands != NULL ? g_strv_length (arguments->operands) : 0;
}

const char *
ssm_arguments_operand (const SsmArguments *arguments, guint index)
{
  g_return_val_if_fail (index < ssm_arguments_n_operands (arguments), NULL);

  return arguments->operands[index];
}
