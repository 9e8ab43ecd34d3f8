/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-hints.h"

#include <glib/gi18n-lib.h>

#include "ssm-inspector.h"
#include "ssm-repair-command.h"
#include "ssm-resources.h"

/* The first ones are mended first; more would push the measures out of sight, unless
 * somebody asks for them. */
#define AT_ONCE 3

struct _SsmHints
{
  GtkBox parent_instance;

  SsmDocument *document;
  char *selected;
  GPtrArray *findings; /* SsmFinding, all of the map, or NULL */
  GArray *chosen;      /* indices of those of the stage, as they are shown */
  char *stage;
  char *shown;         /* what the cards say */

  GtkBox *first;
  GtkExpander *more;   /* holds the rest */
  GtkBox *rest;
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
  if (finding->other != NULL)
    return _ ("Is this said twice?");
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

/* Takes @target. */
static void
set_action (GtkWidget *button, const char *action, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
}

/* Takes @target. */
static void
add_button (GtkBox *box, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  set_action (button, action, target);
  gtk_box_append (box, button);
}

/* The way to a criterion that is not selected. */
static GtkWidget *
show_button_new (const SsmFinding *finding)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->message, -1);
  set_action (button, "win.go-to", g_variant_new_string (finding->item));
  return button;
}

static const char *
mend_label (SsmHints *self, const SsmFinding *finding)
{
  SsmMap *map = ssm_document_get_map (self->document);

  return ssm_repair_label (ssm_repair_find (map, finding, self->selected,
                                            language_of (map)));
}

static gboolean
is_of_selected (SsmHints *self, const SsmFinding *finding)
{
  return finding->item != NULL && g_str_equal (finding->item, self->selected);
}

/* (transfer full): the criterion or the list it speaks of; NULL where that is plain. */
static char *
place_of (SsmHints *self, const SsmFinding *finding)
{
  return is_of_selected (self, finding)
           ? NULL : ssm_finding_place (ssm_document_get_map (self->document), finding);
}

static void
add_words (SsmHints *self, GtkBox *words, const SsmFinding *finding)
{
  g_autofree char *place = place_of (self, finding);

  gtk_box_append (words, label_new (card_title (finding), "heading"));
  if (place != NULL)
    gtk_box_append (words, label_new (place, "secondary"));
  gtk_box_append (words, label_new (finding->message, NULL));
}

static void
add_buttons (SsmHints *self, GtkBox *words, const SsmFinding *finding, guint index)
{
  const char *mend = mend_label (self, finding);

  if (mend != NULL)
    add_button (words, mend, "hints.mend", g_variant_new_uint32 (index));
  if (finding->other != NULL)
    /* Translators: leads to the other place of two that say the same */
    add_button (words, _ ("Show the Other"), "win.go-to",
                g_variant_new_string (finding->other));
}

static void
add_card (SsmHints *self, GtkBox *box, guint index)
{
  const SsmFinding *finding = g_ptr_array_index (self->findings, index);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name ("ssm-hint-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "attention");
  gtk_widget_set_hexpand (words, TRUE);
  add_words (self, GTK_BOX (words), finding);
  add_buttons (self, GTK_BOX (words), finding, index);
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), words);
  if (finding->item != NULL && !is_of_selected (self, finding))
    gtk_box_append (GTK_BOX (card), show_button_new (finding));
  gtk_widget_add_css_class (card, "hint-card");
  gtk_box_append (box, card);
}

/* What is selected comes first, then what is said of the whole stage, then the rest. */
static guint
rank (SsmHints *self, const SsmFinding *finding)
{
  if (is_of_selected (self, finding))
    return 0;
  return finding->item == NULL ? 1 : 2;
}

static void
choose (SsmHints *self)
{
  g_array_set_size (self->chosen, 0);
  for (guint wanted = 0; wanted <= 2; wanted++)
    for (guint i = 0; i < self->findings->len; i++)
      {
        const SsmFinding *finding = g_ptr_array_index (self->findings, i);

        if (g_strcmp0 (finding->stage, self->stage) == 0 && rank (self, finding) == wanted)
          g_array_append_val (self->chosen, i);
      }
}

/* (transfer full) */
static char *
describe (SsmHints *self)
{
  GString *words = g_string_new (self->selected);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      guint index = g_array_index (self->chosen, guint, i);
      const SsmFinding *finding = g_ptr_array_index (self->findings, index);
      g_autofree char *place = place_of (self, finding);
      const char *mend = mend_label (self, finding);

      g_string_append_printf (words, "\n%u %s\n%s\n%s", index, place != NULL ? place : "",
                              finding->message, mend != NULL ? mend : "");
    }

  return g_string_free (words, FALSE);
}

static void
fill (SsmHints *self, GtkBox *box, guint from, guint to)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = from; i < to; i++)
    add_card (self, box, g_array_index (self->chosen, guint, i));
}

/* Cards that nobody looks at are not made. */
static void
fill_rest_cb (SsmHints *self)
{
  guint end = gtk_expander_get_expanded (self->more) ? self->chosen->len : AT_ONCE;

  fill (self, self->rest, AT_ONCE, end);
}

static void
fill_all (SsmHints *self)
{
  guint n = self->chosen->len, n_more = n > AT_ONCE ? n - AT_ONCE : 0;
  /* Translators: hints about a stage that are not shown yet */
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  fill (self, self->first, 0, MIN (n, AT_ONCE));
  fill_rest_cb (self);
  gtk_expander_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
ssm_hints_dispose (GObject *object)
{
  SsmHints *self = SSM_HINTS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->chosen, g_array_unref);
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

static GtkBox *
cards_new (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
}

static void
ssm_hints_init (SsmHints *self)
{
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first = cards_new ();
  self->rest = cards_new ();
  self->more = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "more-hints");
  gtk_widget_set_margin_top (GTK_WIDGET (self->rest), 8);
  gtk_expander_set_child (self->more, GTK_WIDGET (self->rest));
  g_signal_connect_swapped (self->more, "notify::expanded", G_CALLBACK (fill_rest_cb), self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->more));
}

/* Whoever goes on to another stage begins with its first hints. */
static void
set_stage (SsmHints *self, const char *stage)
{
  if (g_strcmp0 (self->stage, stage) == 0)
    return;

  g_free (self->stage);
  self->stage = g_strdup (stage);
  g_array_set_size (self->chosen, 0);
  gtk_expander_set_expanded (self->more, FALSE);
}

void
ssm_hints_show (SsmHints *self, SsmDocument *document, const char *stage,
                const char *selected)
{
  SsmMap *map = ssm_document_get_map (document);
  g_autofree char *words = NULL;

  g_return_if_fail (SSM_IS_HINTS (self));

  g_set_object (&self->document, document);
  g_free (self->selected);
  self->selected = g_strdup (selected);
  set_stage (self, stage);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = ssm_lint (map, language_of (map));
  choose (self);
  words = describe (self);
  if (g_strcmp0 (words, self->shown) == 0)
    return;

  fill_all (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
}
