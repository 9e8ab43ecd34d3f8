/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-self-check-popover.h"

#include <glib/gi18n-lib.h>

#include "ssm-resources.h"

/* The first ones are mended first; more would not be read, and are only counted. */
#define MAX_FINDINGS 20

struct _SsmSelfCheckPopover
{
  GtkPopover parent_instance;

  SsmMap *map;
  GtkBox *checks;
  GtkWidget *hints_title;
  GtkBox *hints;
};

G_DEFINE_FINAL_TYPE (SsmSelfCheckPopover, ssm_self_check_popover, GTK_TYPE_POPOVER)

static const char * const check_titles[SSM_N_CHECKS] = {
  [SSM_CHECK_BLOCKS] = N_ ("The seven blocks are mapped"),
  [SSM_CHECK_CRITERIA] = N_ ("Every stage has entry and exit criteria"),
  [SSM_CHECK_PAGE] = N_ ("The one-page map is complete"),
  [SSM_CHECK_DEAL] = N_ ("One live deal has been diagnosed"),
};

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
go_button_new (const char *id, const char *about)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Go there"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);

  return button;
}

static GtkWidget *
define_button_new (const char *term)
{
  g_autofree char *label = g_strdup_printf (_ ("Define “%s”"), term);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", term);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.define");
  return button;
}

/* Mark, words below each other, and the way to what they speak of. */
static GtkWidget *
row_new (const char *icon_name, const char *mark_class, const char *title,
         const char *detail, const char *go_to)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, mark_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), text_new (title, NULL));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (words), text_new (detail, "secondary"));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  if (go_to != NULL)
    gtk_box_append (GTK_BOX (row), go_button_new (go_to, detail != NULL ? detail : title));

  return row;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_checks (SsmSelfCheckPopover *self, const SsmSelfCheck *check)
{
  clear (self->checks);
  for (guint i = 0; i < SSM_N_CHECKS; i++)
    {
      const SsmCheck *one = &check->checks[i];

      gtk_box_append (self->checks,
                      row_new (one->ok ? "object-select-symbolic" : "ssm-attention-symbolic",
                               one->ok ? "good" : "attention", _ (check_titles[i]),
                               one->ok ? NULL : one->detail, one->ok ? NULL : one->go_to));
    }
}

static void
add_count (SsmSelfCheckPopover *self, guint n)
{
  /* Translators: hints about a stage that are not shown yet */
  g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  gtk_box_append (self->hints, text_new (words, "secondary"));
}

static void
show_hints (SsmSelfCheckPopover *self)
{
  const SsmLanguage *words = ssm_resources_words (ssm_map_language (self->map));
  g_autoptr (GPtrArray) findings = ssm_lint (self->map, words);

  clear (self->hints);
  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS); i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *place = ssm_finding_place (self->map, finding);
      GtkWidget *row = row_new ("ssm-hint-symbolic", "attention", finding->message, place,
                                finding->item != NULL ? finding->item : finding->stage);

      if (finding->term != NULL)
        gtk_box_append (GTK_BOX (row), define_button_new (finding->term));
      gtk_box_append (self->hints, row);
    }
  if (findings->len > MAX_FINDINGS)
    add_count (self, findings->len - MAX_FINDINGS);
  gtk_widget_set_visible (self->hints_title, findings->len > 0);
}

/* Reading every criterion for its wording waits until somebody looks. */
static void
ssm_self_check_popover_map (GtkWidget *widget)
{
  show_hints (SSM_SELF_CHECK_POPOVER (widget));
  GTK_WIDGET_CLASS (ssm_self_check_popover_parent_class)->map (widget);
}

static void
ssm_self_check_popover_dispose (GObject *object)
{
  SsmSelfCheckPopover *self = SSM_SELF_CHECK_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_SELF_CHECK_POPOVER);
  g_clear_pointer (&self->map, ssm_part_unref);
  G_OBJECT_CLASS (ssm_self_check_popover_parent_class)->dispose (object);
}

static void
ssm_self_check_popover_class_init (SsmSelfCheckPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_self_check_popover_dispose;
  widget_class->map = ssm_self_check_popover_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-self-check-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmSelfCheckPopover, checks);
  gtk_widget_class_bind_template_child (widget_class, SsmSelfCheckPopover, hints_title);
  gtk_widget_class_bind_template_child (widget_class, SsmSelfCheckPopover, hints);
}

static void
ssm_self_check_popover_init (SsmSelfCheckPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_self_check_popover_update (SsmSelfCheckPopover *self, const SsmSelfCheck *check,
                               SsmMap *map)
{
  g_return_if_fail (SSM_IS_SELF_CHECK_POPOVER (self));

  ssm_part_ref (map);
  g_clear_pointer (&self->map, ssm_part_unref);
  self->map = map;
  show_checks (self, check);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_hints (self);
}
