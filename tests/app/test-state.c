/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is remembered comes back; what is damaged is as if it were not there. */

#include "ssm-document-state.h"

#include <glib/gstdio.h>

#include "ssm-recent.h"
#include "ssm-settings.h"
#include "ssm-state.h"

#define NORTHGATE "file:///home/lena/Northgate%20offer.salesmap"

static char *
path_of (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "salesmap", name, NULL);
}

static void
test_remembers (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (NORTHGATE);
  g_autofree char *view = NULL, *none = NULL, *of_new = NULL;

  ssm_document_state_set_boolean (file, "inspector", TRUE);
  ssm_document_state_set_double (file, "zoom", 1.25);
  ssm_document_state_set_string (file, "view", "definitions");
  ssm_document_state_set_string (NULL, "view", "map");

  g_assert_true (ssm_document_state_get_boolean (file, "inspector", FALSE));
  g_assert_cmpfloat (ssm_document_state_get_double (file, "zoom", 0), ==, 1.25);
  view = ssm_document_state_get_string (file, "view", "map");
  g_assert_cmpstr (view, ==, "definitions");
  of_new = ssm_document_state_get_string (NULL, "view", NULL);
  g_assert_cmpstr (of_new, ==, "map");
  none = ssm_document_state_get_string (file, "scroll", NULL);
  g_assert_null (none);
  g_assert_true (ssm_document_state_get_boolean (NULL, "inspector", TRUE));
}

static void
test_keeps_no_names (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (NORTHGATE);
  g_autofree char *path = path_of ("documents.ini");
  g_autofree char *contents = NULL;

  ssm_document_state_set_boolean (file, "inspector", TRUE);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_null (strstr (contents, "Northgate"));
  g_assert_null (strstr (contents, "lena"));
}

static void
test_forgets_the_oldest (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize n;
  g_auto (GStrv) groups = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *group = g_strdup_printf ("%u", i);

      g_key_file_set_int64 (file, group, SSM_STATE_TIME, (i + 3) % 10);
    }
  ssm_state_drop_oldest (file, 2);
  groups = g_key_file_get_groups (file, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (groups[0], ==, "5");
  g_assert_cmpstr (groups[1], ==, "6");
}

/* What lies where the state should be: bytes, or NULL for a folder. */
static const char * const damages[] = {
  "",
  "not a key file",
  "[unsaved]\nzoom=wide\ninspector=perhaps\nview=\xff\n[interface]\nstyle=\xff\xfe\n"
  "[new-maps]\npaper=skin\nlanguage=tlh\n",
  "[unsaved]\nzoom=inf\ninspector=\n[interface]\nstyle=purple\n",
  "[unsaved]\nzoom=nan\n",
  NULL,
};

static void
damage (const char *name, const char *contents)
{
  g_autofree char *path = path_of (name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_remove (path);
  if (contents == NULL)
    g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  else
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GListModel) recent = NULL;
      g_autofree char *view = NULL;

      damage ("documents.ini", damages[i]);
      damage ("state.ini", damages[i]);
      damage ("recent.ini", damages[i]);

      g_assert_cmpfloat (ssm_document_state_get_double (NULL, "zoom", 2), ==, 2);
      g_assert_true (ssm_document_state_get_boolean (NULL, "inspector", TRUE));
      view = ssm_document_state_get_string (NULL, "view", "map");
      g_assert_cmpstr (view, ==, "map");
      g_assert_cmpstr (ssm_settings_get_style (), ==, "system");
      g_assert_null (ssm_settings_get_language ());
      g_assert_nonnull (ssm_settings_get_paper ());
      recent = ssm_recent_load ();
      g_assert_cmpuint (g_list_model_get_n_items (recent), ==, 0);

      /* What cannot be written is forgotten; what can be mends the file. */
      ssm_document_state_set_double (NULL, "zoom", 3);
      g_assert_cmpfloat (ssm_document_state_get_double (NULL, "zoom", 2), ==,
                         damages[i] == NULL ? 2 : 3);
    }
}

/* Last: there is no way back. */
static void
test_ignored (void)
{
  g_autofree char *path = path_of ("documents.ini");
  g_autofree char *contents = NULL;

  ssm_document_state_set_double (NULL, "zoom", 3);
  ssm_state_ignore ();
  g_assert_cmpfloat (ssm_document_state_get_double (NULL, "zoom", 2), ==, 2);
  ssm_document_state_set_double (NULL, "zoom", 4);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "zoom=3"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/state/remembers", test_remembers);
  g_test_add_func ("/state/keeps-no-names", test_keeps_no_names);
  g_test_add_func ("/state/forgets-the-oldest", test_forgets_the_oldest);
  g_test_add_func ("/state/damage", test_damage);
  g_test_add_func ("/state/ignored", test_ignored);

  return g_test_run ();
}
