/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of actions, the menus and the templates promise only what exists. */

#include "ssm-actions.h"
#include "ssm-app-resources.h"
#include "ssm-application.h"
#include "ssm-criterion-row.h"
#include "ssm-inspector-stage.h"
#include "ssm-versions-view.h"
#include "ssm-window.h"

#define UI_FOLDER "/org/salesmap/SalesSystemMap/ui"

/* Names of the actions of all classes that a window is made of. */
static GHashTable *known;

static void
learn_class (GType type)
{
  GTypeClass *klass = g_type_class_ref (type);
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action ((GtkWidgetClass *) klass, i, &owner, &name,
                                                   &parameter, &property);
       i++)
    g_hash_table_add (known, g_strdup (name));
  g_type_class_unref (klass);
}

static void
learn_below (GType type)
{
  guint n;
  g_autofree GType *children = g_type_children (type, &n);

  if (!G_TYPE_IS_ABSTRACT (type) && g_str_has_prefix (g_type_name (type), "Ssm"))
    learn_class (type);
  for (guint i = 0; i < n; i++)
    learn_below (children[i]);
}

static void
learn_application (GApplication *application)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (known, g_strconcat ("app.", names[i], NULL));
}

static char *
without_target (const char *detailed)
{
  g_autoptr (GVariant) target = NULL;
  char *name = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return g_strdup (detailed);

  return name;
}

static void
assert_known (const char *detailed, const char *where)
{
  g_autofree char *name = without_target (detailed);

  if (!g_hash_table_contains (known, name))
    g_error ("%s promises the action %s, which nobody has", where, name);
}

static void
test_table_has_handlers (void)
{
  guint n;
  const SsmActionInfo *actions = ssm_actions_get (&n);

  for (guint i = 0; i < n; i++)
    if (actions[i].action != NULL)
      assert_known (actions[i].action, "the table");
}

static void
check_template (const char *name)
{
  g_autofree char *path = g_build_filename (UI_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (GRegex) pattern = g_regex_new (
      "name=\"action(?:-name)?\"[^>]*>([^<]+)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length;
  const char *xml = g_bytes_get_data (bytes, &length);

  g_regex_match_full (pattern, xml, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *action = g_match_info_fetch (match, 1);

      assert_known (action, name);
    }
}

static void
test_templates_name_what_exists (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (UI_FOLDER, 0, NULL);

  g_assert_cmpuint (g_strv_length (names), >, 5);
  for (guint i = 0; names[i] != NULL; i++)
    check_template (names[i]);
}

static void
test_keys_are_keys_and_used_once (void)
{
  guint n;
  const SsmActionInfo *actions = ssm_actions_get (&n);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (actions[i].accels ? actions[i].accels : "", " ", -1);

      for (guint k = 0; accels[k] != NULL && *accels[k] != '\0'; k++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accels[k], &key, &modifiers));
          if (actions[i].action == NULL)
            continue;
          g_test_message ("%s: %s", actions[i].action, accels[k]);
          g_assert_true (g_hash_table_add (used, gtk_accelerator_name (key, modifiers)));
          /* A plain letter would be stolen from every text. */
          g_assert_true (modifiers != 0 || (key >= GDK_KEY_F1 && key <= GDK_KEY_F12));
        }
    }
}

static void
test_tooltip_names_the_key (void)
{
  g_autofree char *with_key = ssm_actions_tooltip ("win.save");
  g_autofree char *without = ssm_actions_tooltip ("win.properties");

  g_assert_cmpstr (with_key, ==, "Save (Ctrl+S)");
  g_assert_cmpstr (without, ==, "Properties…");
}

static void
test_context_items_show_keys (void)
{
  static const struct { const char *action, *key; } items[] = {
    { "canvas.item-up", "<Control>Up" },     { "canvas.item-down", "<Control>Down" },
    { "canvas.send-exit", "<Shift><Control>Down" }, { "canvas.copy-stage", "<Control>c" },
    { "canvas.delete-stage", "Delete" },     { "canvas.insert-before", "<Shift><Control>Left" },
    { "canvas.add", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = ssm_actions_context_item ("Words", items[i].action);
      g_autofree char *key = NULL;

      g_menu_item_get_attribute (item, "accel", "s", &key);
      g_assert_cmpstr (key, ==, items[i].key);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (SsmApplication) application = NULL;
  GtkWindow *window;
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  application = ssm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = GTK_WINDOW (ssm_window_new (GTK_APPLICATION (application)));
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  learn_application (G_APPLICATION (application));
  learn_class (GTK_TYPE_WINDOW);
  learn_class (SSM_TYPE_EDITOR); /* and with it the types of its views */
  learn_class (SSM_TYPE_DEALS_VIEW);
  g_type_ensure (SSM_TYPE_CRITERION_ROW);
  g_type_ensure (SSM_TYPE_INSPECTOR_STAGE);
  g_type_ensure (SSM_TYPE_VERSIONS_VIEW);
  learn_below (GTK_TYPE_WIDGET);

  g_test_add_func ("/app/actions/table-has-handlers", test_table_has_handlers);
  g_test_add_func ("/app/actions/templates-name-what-exists", test_templates_name_what_exists);
  g_test_add_func ("/app/actions/keys-are-keys-and-used-once", test_keys_are_keys_and_used_once);
  g_test_add_func ("/app/actions/tooltip-names-the-key", test_tooltip_names_the_key);
  g_test_add_func ("/app/actions/context-items-show-keys", test_context_items_show_keys);
  status = g_test_run ();
  gtk_window_destroy (window);
  g_hash_table_unref (known);

  return status;
}
