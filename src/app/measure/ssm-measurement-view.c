/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measurement-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-columns.h"
#include "ssm-figures-table.h"
#include "ssm-measure-board.h"
#include "ssm-measure-page.h"
#include "ssm-page-view.h"
#include "ssm-tab-within.h"
#include "ssm-table-choice.h"

/* Milliseconds between two looks at how far reading has come. */
#define PROGRESS_MS 100

struct _SsmMeasurementView
{
  GtkWidget parent_instance;

  SsmMeasureBoard *board;
  const SsmMeasure *shown; /* only to compare */
  guint timer;
  gboolean setting;

  GtkWidget *content;
  GtkStack *mode;
  AdwStatusPage *failure;
  GtkProgressBar *bar;
  GtkDropDown *period;
  GtkDropDown *owner;
  GtkWidget *put;
  GtkStack *how;
  GtkToggleButton *as_table;
  SsmPageView *page;
  SsmFiguresTable *table;
  GtkLabel *state;
  GtkLabel *rows;
};

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As the rows of the choice of periods. */
static const guint periods[] = { 0, 30, 90, 365 };

G_DEFINE_FINAL_TYPE (SsmMeasurementView, ssm_measurement_view, GTK_TYPE_WIDGET)

static const char *
find_mode (SsmMeasurementView *self)
{
  if (ssm_measure_board_get_problem (self->board) != NULL)
    return "failure";
  if (ssm_measure_board_get_answer (self->board) != NULL)
    return "figures";
  return ssm_measure_board_is_reading (self->board, NULL) ? "wait" : "none";
}

static void
offer_owners (SsmMeasurementView *self, const SsmPipeline *pipeline)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *owners = ssm_pipeline_owners (pipeline);
  const char *owner = ssm_measure_board_get_owner (self->board);

  gtk_string_list_append (names, _("All owners"));
  gtk_string_list_splice (names, 1, 0, owners);
  self->setting = TRUE;
  gtk_drop_down_set_model (self->owner, G_LIST_MODEL (names));
  for (guint i = 0; owner != NULL && owners[i] != NULL; i++)
    if (g_str_equal (owners[i], owner))
      gtk_drop_down_set_selected (self->owner, i + 1);
  self->setting = FALSE;
}

/* Owners are those of the tables, whatever is measured of them. */
static void
show_figures (SsmMeasurementView *self, const SsmMeasureAnswer *answer)
{
  const char *source = ssm_measure_board_get_source (self->board);
  g_autoptr (SsmPage) page = NULL;

  if (answer->measure == self->shown)
    return;
  self->shown = answer->measure;
  page = ssm_measure_page_new (answer->measure, source, NULL);
  ssm_page_view_set_page (self->page, page, _("Measurement"));
  ssm_figures_table_show (self->table, answer->measure);
  if (answer->source != NULL)
    offer_owners (self, answer->pipeline);
}

static void
show_state (SsmMeasurementView *self, const SsmMeasureAnswer *answer)
{
  gboolean on_map = ssm_measure_board_is_on_map (self->board);
  g_autofree char *rows = NULL;

  gtk_widget_set_sensitive (self->put, answer != NULL && !on_map);
  if (answer == NULL)
    {
      gtk_label_set_text (self->state, _("Deals themselves are never written into the map"));
      return;
    }
  gtk_label_set_text (self->state, on_map ? _("These numbers are on the map")
                                          : _("These numbers are not on the map yet"));
  if (answer->source == NULL)
    return;
  /* Translators: rows of tables that were read, and those that were passed over. */
  rows = g_strdup_printf (_("%u rows read, %u skipped"), answer->n_rows, answer->n_skipped);
  gtk_label_set_text (self->rows, rows);
}

static gboolean
timer_cb (gpointer data)
{
  SsmMeasurementView *self = data;
  double fraction;

  if (ssm_measure_board_is_reading (self->board, &fraction))
    gtk_progress_bar_set_fraction (self->bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
show_running (SsmMeasurementView *self)
{
  gboolean reading = ssm_measure_board_is_reading (self->board, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), reading);
  if (!reading)
    g_clear_handle_id (&self->timer, g_source_remove);
  else if (self->timer == 0)
    self->timer = g_timeout_add (PROGRESS_MS, timer_cb, self);
}

static void
show_failure (SsmMeasurementView *self)
{
  const char *problem = ssm_measure_board_get_problem (self->board);
  g_autofree char *escaped = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  adw_status_page_set_description (self->failure, escaped);
}

/* The keyboard stays in the view when what it was on goes. */
static void
refresh (SsmMeasurementView *self)
{
  const SsmMeasureAnswer *answer = ssm_measure_board_get_answer (self->board);
  const char *mode = find_mode (self);
  gboolean other = !g_str_equal (mode, gtk_stack_get_visible_child_name (self->mode));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_running (self);
  show_failure (self);
  if (answer != NULL)
    show_figures (self, answer);
  show_state (self, answer);
  gtk_stack_set_visible_child_name (self->mode, mode);
  if (other)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
period_changed_cb (SsmMeasurementView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->period);

  if (self->board != NULL && chosen < G_N_ELEMENTS (periods))
    ssm_measure_board_set_days (self->board, periods[chosen]);
}

static void
owner_changed_cb (SsmMeasurementView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->owner);
  GtkStringObject *owner = gtk_drop_down_get_selected_item (self->owner);

  if (self->board != NULL && !self->setting && owner != NULL)
    ssm_measure_board_set_owner (self->board,
                                 chosen > 0 ? gtk_string_object_get_string (owner) : NULL);
}

static void
as_table_cb (SsmMeasurementView *self)
{
  gtk_stack_set_visible_child_name (
      self->how, gtk_toggle_button_get_active (self->as_table) ? "table" : "page");
}

static void
import_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_measurement_view_choose (SSM_MEASUREMENT_VIEW (widget));
}

static void
refresh_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_measurement_view_refresh (SSM_MEASUREMENT_VIEW (widget));
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_measure_board_stop (SSM_MEASUREMENT_VIEW (widget)->board);
}

static void
put_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmMeasurementView *self = SSM_MEASUREMENT_VIEW (widget);

  if (ssm_measure_board_get_answer (self->board) == NULL)
    return;
  ssm_measure_board_put (self->board);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  g_signal_emit (self, signals[TOAST], 0, _("The figures are on the map"));
}

static gboolean
ssm_measurement_view_grab_focus (GtkWidget *widget)
{
  SsmMeasurementView *self = SSM_MEASUREMENT_VIEW (widget);
  gboolean figures
    = g_str_equal (gtk_stack_get_visible_child_name (self->mode), "figures");

  if (figures && gtk_widget_get_sensitive (self->put))
    return gtk_widget_grab_focus (self->put);
  /* From the first one on, wherever the keyboard was. */
  gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->mode),
                                 GTK_DIR_TAB_FORWARD);
}

static void
ssm_measurement_view_map (GtkWidget *widget)
{
  SsmMeasurementView *self = SSM_MEASUREMENT_VIEW (widget);

  GTK_WIDGET_CLASS (ssm_measurement_view_parent_class)->map (widget);
  ssm_measure_board_set_shown (self->board, TRUE);
  refresh (self);
}

static void
ssm_measurement_view_unmap (GtkWidget *widget)
{
  SsmMeasurementView *self = SSM_MEASUREMENT_VIEW (widget);

  ssm_measure_board_set_shown (self->board, FALSE);
  g_clear_handle_id (&self->timer, g_source_remove);
  GTK_WIDGET_CLASS (ssm_measurement_view_parent_class)->unmap (widget);
}

static void
ssm_measurement_view_dispose (GObject *object)
{
  SsmMeasurementView *self = SSM_MEASUREMENT_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_MEASUREMENT_VIEW);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (ssm_measurement_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-measurement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, content);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, failure);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, period);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, owner);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, put);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, how);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, as_table);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, page);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, table);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, state);
  gtk_widget_class_bind_template_child (widget_class, SsmMeasurementView, rows);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_table_cb);
}

static void
ssm_measurement_view_class_init (SsmMeasurementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_measurement_view_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_measurement_view_grab_focus;
  widget_class->map = ssm_measurement_view_map;
  widget_class->unmap = ssm_measurement_view_unmap;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_MEASUREMENT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_FIGURES_TABLE);
  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "measure.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "measure.refresh", NULL, refresh_activated);
  gtk_widget_class_install_action (widget_class, "measure.stop", NULL, stop_activated);
  gtk_widget_class_install_action (widget_class, "measure.put", NULL, put_activated);
  bind_template (widget_class);
}

static void
ssm_measurement_view_init (SsmMeasurementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ssm_page_view_set_live (self->page, TRUE);
}

void
ssm_measurement_view_follow (SsmMeasurementView *self, SsmDocument *document,
                             SsmDealBoard *deals)
{
  g_return_if_fail (SSM_IS_MEASUREMENT_VIEW (self) && self->board == NULL);

  self->board = ssm_measure_board_new (document, deals);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

void
ssm_measurement_view_read (SsmMeasurementView *self, GListModel *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (SSM_IS_MEASUREMENT_VIEW (self) && G_IS_LIST_MODEL (files));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return;
  g_ptr_array_add (paths, NULL);
  ssm_measure_board_read (self->board, (const char *const *) paths->pdata);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (SsmMeasurementView) self = data;
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_hide (dialog);
  g_object_unref (dialog);
  if (response == GTK_RESPONSE_ACCEPT && self->board != NULL)
    ssm_measurement_view_read (self, files);
}

void
ssm_measurement_view_choose (SsmMeasurementView *self)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (SSM_IS_MEASUREMENT_VIEW (self));

  dialog = ssm_table_choice_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 _("Import CSV"), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ssm_measurement_view_refresh (SsmMeasurementView *self)
{
  g_return_if_fail (SSM_IS_MEASUREMENT_VIEW (self));

  if (!ssm_measure_board_refresh (self->board))
    ssm_measurement_view_choose (self);
}
