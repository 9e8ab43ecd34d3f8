/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-verdict-look.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[SSM_N_VERDICTS] = {
  [SSM_VERDICT_UNKNOWN] = { "ssm-unknown-symbolic", "verdict-unknown" },
  [SSM_VERDICT_PARTLY] = { "ssm-attention-symbolic", "verdict-partly" },
  [SSM_VERDICT_NO] = { "ssm-no-symbolic", "verdict-no" },
  [SSM_VERDICT_YES] = { "ssm-yes-symbolic", "verdict-yes" },
  [SSM_VERDICT_NOT_APPLICABLE] = { "ssm-yes-symbolic", "verdict-unknown" },
  [SSM_VERDICT_NOT_YET] = { "ssm-no-symbolic", "verdict-no" },
};

const char *
ssm_verdict_icon (SsmVerdict verdict)
{
  g_return_val_if_fail (verdict < SSM_N_VERDICTS, NULL);

  return looks[verdict].icon;
}

const char *
ssm_verdict_css_class (SsmVerdict verdict)
{
  g_return_val_if_fail (verdict < SSM_N_VERDICTS, NULL);

  return looks[verdict].css_class;
}

void
ssm_verdict_colour (GtkWidget *widget, SsmVerdict verdict)
{
  for (guint i = 0; i < SSM_N_VERDICTS; i++)
    gtk_widget_remove_css_class (widget, looks[i].css_class);
  gtk_widget_add_css_class (widget, ssm_verdict_css_class (verdict));
}

void
ssm_verdict_show_mark (GtkImage *image, SsmVerdict verdict)
{
  gtk_image_set_from_icon_name (image, ssm_verdict_icon (verdict));
  ssm_verdict_colour (GTK_WIDGET (image), verdict);
}
