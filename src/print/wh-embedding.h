/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _WhEmbedding WhEmbedding;

WhEmbedding *wh_embedding_new (void);
void         wh_embedding_free (WhEmbedding *self);
void         wh_embedding_show_line (WhEmbedding     *self,
                                     cairo_t         *cr,
                                     PangoLayoutLine *line,
                                     GHashTable      *characters);

G_END_DECLS
