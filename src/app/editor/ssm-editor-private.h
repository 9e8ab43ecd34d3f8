/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the editor share, and nobody else sees. */

#pragma once

#include "ssm-deals-view.h"
#include "ssm-definitions-view.h"
#include "ssm-editor.h"
#include "ssm-find-bar.h"
#include "ssm-find-list.h"
#include "ssm-stage-view.h"
#include "ssm-status-bar.h"
#include "ssm-tab-hint.h"

G_BEGIN_DECLS

struct _SsmEditor
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  SsmMap *map;    /* of the document, and the one before it */
  SsmMap *before;
  SsmMapView *view;

  GtkWidget *content; /* bound, so that it goes with the template */
  AdwViewStack *stack;
  AdwViewSwitcherBar *switcher_bar;
  SsmStageView *stages;
  SsmSidePane *side;
  SsmInspector *inspector;
  GtkOverlay *desk;
  SsmDefinitionsView *definitions;
  SsmMeasurementView *measurement;
  SsmDealsView *deals;
  SsmTabHint *hint;
  SsmStatusBar *status;

  SsmFinder *finder;
  SsmFindBar *find_bar;
  GtkWidget *find_list;
};

/* Finding (ssm-editor-find.c): its callbacks of the template, and its beginning. */
void ssm_editor_bind_find  (GtkWidgetClass *widget_class);
void ssm_editor_begin_find (SsmEditor *self);

G_END_DECLS
