/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "wh-checklist-entry.h"
#include "wh-database.h"

G_BEGIN_DECLS

#define WH_TYPE_CHECKLIST_OFFER (wh_checklist_offer_get_type ())

/**
 * WhChecklistOffer:
 *
 * Somebody's checklist, offered for the user's own plan: a list of
 * [class@Wh.ChecklistEntry] in sections. It is of the moment it was made, and does not
 * change; it is made on any thread.
 *
 * Of several alternatives the first is added that is in the catalogue and that the user
 * has not skipped.
 */
G_DECLARE_FINAL_TYPE (WhChecklistOffer, wh_checklist_offer, WH, CHECKLIST_OFFER, GObject)

WhChecklistOffer *wh_checklist_offer_new (WhChecklist  *checklist,
                                          WhDatabase   *database,
                                          const char   *language,
                                          GCancellable *cancellable,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
const char       *wh_checklist_offer_get_heading (WhChecklistOffer *self);
const char       *wh_checklist_offer_get_date (WhChecklistOffer *self);
guint             wh_checklist_offer_count (WhChecklistOffer     *self,
                                            WhChecklistEntryState state);
const char       *wh_checklist_offer_get_section_title (WhChecklistOffer *self,
                                                        guint             section);
GPtrArray        *wh_checklist_offer_list_records (WhChecklistOffer *self,
                                                   gboolean          with_status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
