/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-hints.h"

#include <glib/gi18n-lib.h>

#include "ssm-inspector.h"
#include "ssm-repair-command.h"
#include "ssm-resources.h"

/* The first ones are mended first; more would push the measures out of sight. */
#define MOST 3

struct _SsmHints
{
  GtkBox parent_instance;

  SsmDocument *document;
  char *selected;
  GPtrArray *findings; /* SsmFinding, all of the map, or NULL */
  char *shown;         /* what the cards say */
};

G_DEFINE_FINAL_TYPE (SsmHints, ssm_hints, GTK_TYPE_BOX)

static const SsmLanguage *
language_of (SsmMap *map)
{
  return ssm_resources_words (ssm_map_language (map));
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
card_title (const SsmFinding *finding)
{
  if (finding->item != NULL)
    return _ ("Can this be checked?");
  if (g_str_equal (finding->code, "lost-stage"))
    return _ ("Is this a stage?");
  return g_str_equal (finding->code, "too-many") ? _ ("Can this be shorter?")
                                                 : _ ("Is this complete?");
}

static void
mend_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmHints *self = SSM_HINTS (widget);
  guint index = g_variant_get_uint32 (parameter);
  SsmMap *map = ssm_document_get_map (self->document);
  const SsmFinding *finding;

  if (self->findings == NULL || index >= self->findings->len)
    return;

  finding = g_ptr_array_index (self->findings, index);
  ssm_inspector_run (widget, ssm_command_repair (map, finding, self->selected,
                                                 language_of (map)));
}

static GtkWidget *
button_new (const char *label, guint index)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hints.mend");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  return button;
}

static void
add_card (SsmHints *self, const SsmFinding *finding, guint index, const char *mend)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name ("ssm-hint-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "attention");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (card_title (finding), "heading"));
  gtk_box_append (GTK_BOX (words), label_new (finding->message, NULL));
  if (mend != NULL)
    gtk_box_append (GTK_BOX (words), button_new (mend, index));
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_add_css_class (card, "hint-card");
  gtk_box_append (GTK_BOX (self), card);
}

/* About a criterion: its own, and what is said of its whole stage. */
static gboolean
concerns (const SsmFinding *finding, const char *stage, const char *selected)
{
  if (g_strcmp0 (finding->stage, stage) != 0)
    return FALSE;
  return finding->item == NULL || *selected == '\0'
         || g_strcmp0 (finding->item, selected) == 0;
}

/* (transfer full): indices of what is shown. */
static GArray *
choose (SsmHints *self, const char *stage)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->findings->len && chosen->len < MOST; i++)
    {
      if (concerns (g_ptr_array_index (self->findings, i), stage, self->selected))
        g_array_append_val (chosen, i);
    }

  return chosen;
}

static const char *
mend_label (SsmHints *self, const SsmFinding *finding)
{
  SsmMap *map = ssm_document_get_map (self->document);

  return ssm_repair_label (ssm_repair_find (map, finding, self->selected,
                                            language_of (map)));
}

/* (transfer full) */
static char *
describe (SsmHints *self, GArray *chosen)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      const SsmFinding *finding
        = g_ptr_array_index (self->findings, g_array_index (chosen, guint, i));
      const char *mend = mend_label (self, finding);

      g_string_append_printf (words, "%u %s\n%s\n", g_array_index (chosen, guint, i),
                              finding->message, mend != NULL ? mend : "");
    }

  return g_string_free (words, FALSE);
}

static void
fill (SsmHints *self, GArray *chosen)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < chosen->len; i++)
    {
      guint index = g_array_index (chosen, guint, i);
      const SsmFinding *finding = g_ptr_array_index (self->findings, index);

      add_card (self, finding, index, mend_label (self, finding));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);
}

static void
ssm_hints_dispose (GObject *object)
{
  SsmHints *self = SSM_HINTS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (ssm_hints_parent_class)->dispose (object);
}

static void
ssm_hints_class_init (SsmHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_hints_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "hints.mend", "u",
                                   mend_activated_cb);
}

static void
ssm_hints_init (SsmHints *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

void
ssm_hints_show (SsmHints *self, SsmDocument *document, const char *stage,
                const char *selected)
{
  SsmMap *map = ssm_document_get_map (document);
  g_autoptr (GArray) chosen = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (SSM_IS_HINTS (self));

  g_set_object (&self->document, document);
  g_free (self->selected);
  self->selected = g_strdup (selected);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = ssm_lint (map, language_of (map));
  chosen = choose (self, stage);
  words = describe (self, chosen);
  if (g_strcmp0 (words, self->shown) == 0)
    return;

  fill (self, chosen);
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
}
