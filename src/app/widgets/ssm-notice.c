/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-notice.h"

#include <glib/gi18n-lib.h>

#include "ssm-actions.h"

/* Below this the buttons stand under the words. */
#define NARROW 600

struct _SsmNotice
{
  GtkWidget parent_instance;

  gboolean narrow;
  guint adapt_source;

  GtkInfoBar *bar;
  GtkOrientable *content;
  GtkLabel *words;
  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (SsmNotice, ssm_notice, GTK_TYPE_WIDGET)

static void
set_action (GtkWidget *button, const char *action)
{
  const SsmActionInfo *info = action != NULL ? ssm_actions_find (action) : NULL;

  gtk_widget_set_visible (button, info != NULL);
  if (info != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (button), _ (info->title));
      /* Large text in a narrow window. */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                               PANGO_ELLIPSIZE_END);
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
closed_cb (GtkInfoBar *bar, int response, gpointer data)
{
  ssm_notice_hide (data);
}

static gboolean
adapt_cb (gpointer data)
{
  SsmNotice *self = data;

  self->adapt_source = 0;
  gtk_orientable_set_orientation (self->content, self->narrow ? GTK_ORIENTATION_VERTICAL
                                                              : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
ssm_notice_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (SSM_NOTICE (widget)->bar));
}

static void
ssm_notice_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (SSM_NOTICE (widget)->bar), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

/* How it is laid out may not change while it is given its place. */
static void
ssm_notice_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmNotice *self = SSM_NOTICE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->bar), width, height, baseline, NULL);
  if (self->narrow == (width < NARROW))
    return;
  self->narrow = width < NARROW;
  if (self->adapt_source == 0)
    self->adapt_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

static void
ssm_notice_dispose (GObject *object)
{
  g_clear_handle_id (&SSM_NOTICE (object)->adapt_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SSM_TYPE_NOTICE);
  G_OBJECT_CLASS (ssm_notice_parent_class)->dispose (object);
}

static void
ssm_notice_class_init (SsmNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_notice_dispose;
  widget_class->get_request_mode = ssm_notice_get_request_mode;
  widget_class->measure = ssm_notice_measure;
  widget_class->size_allocate = ssm_notice_size_allocate;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmNotice, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmNotice, content);
  gtk_widget_class_bind_template_child (widget_class, SsmNotice, words);
  gtk_widget_class_bind_template_child (widget_class, SsmNotice, first);
  gtk_widget_class_bind_template_child (widget_class, SsmNotice, second);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
ssm_notice_init (SsmNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_notice_show (SsmNotice *self, GtkMessageType type, const char *words,
                 const char *first_action, const char *second_action)
{
  g_return_if_fail (SSM_IS_NOTICE (self));

  gtk_info_bar_set_message_type (self->bar, type);
  gtk_label_set_text (self->words, words);
  /* A toast may have the same button to close it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  set_action (self->first, first_action);
  set_action (self->second, second_action);
  gtk_info_bar_set_revealed (self->bar, TRUE);
}

void
ssm_notice_hide (SsmNotice *self)
{
  g_return_if_fail (SSM_IS_NOTICE (self));

  gtk_info_bar_set_revealed (self->bar, FALSE);
}
