/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WH_LINK_SCHEME "wheelhouse"

typedef enum
{
  WH_LINK_LIBRARY,
  WH_LINK_ROLE,
  WH_LINK_GUIDE,
  WH_LINK_TOPIC,
  WH_LINK_SOURCE,
  WH_LINK_PAGE,
  WH_LINK_SEARCH,
} WhLinkKind;

/**
 * WhLink:
 * @kind: what is to be shown
 * @key: the key of it; of a page its name ("plan"), of a search the text; never empty
 *
 * A place in the program as other programs name it: `wheelhouse:library/fastapi`,
 * `wheelhouse:topic/asyncio/tasks`, `wheelhouse:page/plan`, `wheelhouse:search/async%20http`.
 * What is asked for need not exist.
 */
typedef struct
{
  WhLinkKind kind;
  char      *key;
} WhLink;

WhLink *wh_link_new_from_uri (const char *uri,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void    wh_link_free (WhLink *self);
char   *wh_link_to_uri (WhLinkKind  kind,
                        const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhLink, wh_link_free)

G_END_DECLS
