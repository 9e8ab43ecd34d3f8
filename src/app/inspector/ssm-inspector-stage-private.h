/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the form of a stage share. */

#pragma once

#include "ssm-inspector-stage.h"

#include "ssm-choice-row.h"
#include "ssm-colour-choice.h"
#include "ssm-criterion-list.h"
#include "ssm-field-row.h"
#include "ssm-hints.h"
#include "ssm-number-row.h"

G_BEGIN_DECLS

struct _SsmInspectorStage
{
  GtkBox parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  char *id;

  GtkWidget *chip;
  GtkLabel *heading;
  SsmFieldRow *name;
  SsmFieldRow *does;
  SsmFieldRow *owner;
  SsmChoiceRow *block;
  SsmCriterionList *entry;
  SsmCriterionList *exit;
  SsmHints *hints;
  SsmFieldRow *outcome;
  SsmNumberRow *goal;
  SsmNumberRow *limit;
  SsmColourChoice *colours;
};

void ssm_inspector_stage_class_add_actions (GtkWidgetClass *widget_class);

/* @index: the place of the stage that is shown. */
void ssm_inspector_stage_update_actions (SsmInspectorStage *self, guint index);

G_END_DECLS
