/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definition-form.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"
#include "ssm-commands.h"
#include "ssm-text-row.h"
#include "ssm-uses-list.h"
#include "ssm-writing.h"

/* More than that many definitions leave the page no room for the rest. */
#define ENOUGH_PINNED 4

#define N_TEXTS 4

struct _SsmDefinitionForm
{
  GtkWidget parent_instance;

  SsmDocument *document;
  char *id; /* of the definition shown, or NULL */
  SsmWriting *writing; /* of one of its texts, or NULL */
  gboolean refreshing;

  GtkWidget *content;
  SsmTextRow *term;
  GtkWidget *clash_row;
  GtkLabel *clash;
  SsmTextRow *text;
  AdwComboRow *stage;
  SsmTextRow *counts;
  SsmTextRow *counts_not;
  AdwActionRow *pin_row;
  GtkSwitch *pinned;
  SsmUsesList *uses;
};

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDefinitionForm, ssm_definition_form, GTK_TYPE_WIDGET)

static const SsmField fields[N_TEXTS] = { SSM_DEFINITION_TERM, SSM_DEFINITION_TEXT,
                                          SSM_DEFINITION_COUNTS, SSM_DEFINITION_COUNTS_NOT };

static SsmTextRow *
text_row (SsmDefinitionForm *self, guint index)
{
  SsmTextRow *rows[N_TEXTS] = { self->term, self->text, self->counts, self->counts_not };

  return rows[index];
}

static void
end_writing (SsmDefinitionForm *self)
{
  g_autoptr (SsmWriting) writing = g_steal_pointer (&self->writing);
  g_autofree char *notice = NULL;

  if (writing == NULL)
    return;
  ssm_writing_finish (writing);
  notice = ssm_writing_dup_notice (writing);
  if (notice != NULL)
    g_signal_emit (self, signals[TOAST], 0, notice);
}

static void
write_text (SsmDefinitionForm *self, SsmField field, const char *text)
{
  if (self->writing != NULL
      && (ssm_writing_get_field (self->writing) != field
          || !g_str_equal (ssm_writing_get_id (self->writing), self->id)))
    end_writing (self);
  if (self->writing == NULL)
    self->writing = ssm_writing_new (self->document, self->id, field);
  ssm_writing_set_text (self->writing, text);
}

static void
text_changed_cb (SsmTextRow *row, SsmDefinitionForm *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (text_row (self, i) == row)
      {
        g_autofree char *text = ssm_text_row_get_text (row);

        write_text (self, fields[i], text);
      }
}

/* Takes @command. */
static void
run (SsmDefinitionForm *self, SsmCommand *command)
{
  end_writing (self);
  ssm_document_apply (self->document, ssm_part_ref (command->map), command->label, NULL);
  ssm_command_free (command);
}

static void
pinned_changed_cb (SsmDefinitionForm *self)
{
  if (!self->refreshing)
    run (self, ssm_command_pin (ssm_document_get_map (self->document), self->id,
                                gtk_switch_get_active (self->pinned)));
}

static void
stage_changed_cb (SsmDefinitionForm *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  guint selected = adw_combo_row_get_selected (self->stage);

  if (self->refreshing || selected > ssm_map_n_stages (map))
    return;
  run (self, ssm_command_leave_stage (map, self->id,
                                      selected > 0
                                        ? ssm_part_id (ssm_map_stage (map, selected - 1))
                                        : ""));
}

static void
ssm_definition_form_dispose (GObject *object)
{
  SsmDefinitionForm *self = SSM_DEFINITION_FORM (object);

  end_writing (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEFINITION_FORM);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_definition_form_parent_class)->dispose (object);
}

static void
ssm_definition_form_class_init (SsmDefinitionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_definition_form_dispose;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_DEFINITION_FORM, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SSM_TYPE_COMBO_ROW);
  g_type_ensure (SSM_TYPE_TEXT_ROW);
  g_type_ensure (SSM_TYPE_USES_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definition-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, content);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, term);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, clash_row);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, clash);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, text);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, stage);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, counts);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, counts_not);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, pin_row);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, pinned);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, uses);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinned_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
}

static void
end_writing_behind (SsmDefinitionForm *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (end_writing), self);
  gtk_widget_add_controller (widget, focus);
}

static void
ssm_definition_form_init (SsmDefinitionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  end_writing_behind (self, GTK_WIDGET (self->term));
  end_writing_behind (self, GTK_WIDGET (self));
}

void
ssm_definition_form_follow (SsmDefinitionForm *self, SsmDocument *document)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self) && self->document == NULL);

  self->document = g_object_ref (document);
}

/* Names the stages anew only where one has changed: a list that is open stays open. */
static void
show_stages (SsmDefinitionForm *self, const SsmMap *map)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *now = adw_combo_row_get_model (self->stage);
  guint n = ssm_map_n_stages (map), selected = 0;
  gboolean same = now != NULL && g_list_model_get_n_items (now) == n + 1;

  for (guint i = 0; i <= n; i++)
    {
      const SsmPart *stage = i > 0 ? ssm_map_stage (map, i - 1) : NULL;
      g_autofree char *name
        = stage != NULL ? g_strdup_printf ("%u %s", i, ssm_part_text (stage, SSM_STAGE_NAME))
                        : g_strdup (_ ("None"));

      gtk_string_list_append (names, name);
      same = same
             && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (now), i), name);
      if (selected == 0 && g_strcmp0 (ssm_part_text (stage, SSM_STAGE_OUTCOME), self->id) == 0)
        selected = i;
    }
  if (!same)
    adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, selected);
}

static void
show_pinned (SsmDefinitionForm *self, const SsmMap *map, const SsmPart *definition)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    n += ssm_part_flag (ssm_part_child (map, SSM_LIST_DEFINITIONS, i),
                        SSM_DEFINITION_ON_PAGE)
           ? 1 : 0;
  if (n > ENOUGH_PINNED)
    words = g_strdup_printf (ngettext ("%u term is on the page. It reads well with 3 or 4.",
                                       "%u terms are on the page. It reads well with 3 or 4.",
                                       n),
                             n);
  adw_action_row_set_subtitle (self->pin_row,
                               words != NULL ? words
                                             : _ ("Printed with the map, below the stages"));
  gtk_switch_set_active (self->pinned, ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE));
}

/* Two terms of one name: only the first is ever found. */
static void
show_clash (SsmDefinitionForm *self, const SsmMap *map, const SsmPart *definition)
{
  const char *term = ssm_part_text (definition, SSM_DEFINITION_TERM);
  gboolean clash = *term != '\0' && ssm_map_definition_of (map, term) != definition;
  g_autofree char *words
    = clash ? g_strdup_printf (_ ("There is another definition of “%s”."), term) : NULL;

  gtk_label_set_text (self->clash, clash ? words : "");
  gtk_widget_set_visible (self->clash_row, clash);
}

void
ssm_definition_form_show (SsmDefinitionForm *self, const char *id)
{
  SsmMap *map;
  const SsmPart *definition;

  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  map = ssm_document_get_map (self->document);
  definition = ssm_map_find (map, id);
  g_return_if_fail (definition != NULL);

  if (self->writing != NULL
      && (!g_str_equal (ssm_writing_get_id (self->writing), id)
          || !ssm_writing_follow (self->writing)))
    end_writing (self);
  g_free (self->id);
  self->id = g_strdup (ssm_part_id (definition));
  self->refreshing = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    ssm_text_row_set_text (text_row (self, i), ssm_part_text (definition, fields[i]));
  show_clash (self, map, definition);
  show_stages (self, map);
  show_pinned (self, map, definition);
  ssm_uses_list_show (self->uses, map, self->id);
  self->refreshing = FALSE;
}

void
ssm_definition_form_edit_term (SsmDefinitionForm *self)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  ssm_text_row_select_all (self->term);
}

void
ssm_definition_form_edit_text (SsmDefinitionForm *self)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  ssm_text_row_select_all (self->text);
}

void
ssm_definition_form_show_uses (SsmDefinitionForm *self)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->uses));
}
