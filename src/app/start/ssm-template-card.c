/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-template-card.h"

#include "ssm-map-thumbnail.h"

struct _SsmTemplateCard
{
  GtkButton parent_instance;

  SsmMapThumbnail *thumbnail;
  GtkLabel *title;
  GtkLabel *subtitle;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmTemplateCard, ssm_template_card, GTK_TYPE_BUTTON)

static void
name_for_readers (SsmTemplateCard *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->subtitle), -1);
}

static void
ssm_template_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmTemplateCard *self = SSM_TEMPLATE_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_text (self->subtitle));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_template_card_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  SsmTemplateCard *self = SSM_TEMPLATE_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      gtk_label_set_text (self->subtitle, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  name_for_readers (self);
}

static void
ssm_template_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SSM_TYPE_TEMPLATE_CARD);
  G_OBJECT_CLASS (ssm_template_card_parent_class)->dispose (object);
}

static void
ssm_template_card_class_init (SsmTemplateCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ssm_template_card_get_property;
  object_class->set_property = ssm_template_card_set_property;
  object_class->dispose = ssm_template_card_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SSM_TYPE_MAP_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-template-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmTemplateCard, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, SsmTemplateCard, title);
  gtk_widget_class_bind_template_child (widget_class, SsmTemplateCard, subtitle);
}

static void
ssm_template_card_init (SsmTemplateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_template_card_set_map (SsmTemplateCard *self, SsmMap *map)
{
  g_return_if_fail (SSM_IS_TEMPLATE_CARD (self));

  ssm_map_thumbnail_set_map (self->thumbnail, map);
}
