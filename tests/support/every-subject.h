/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wh-database.h"

/* A catalogue with something of every subject, in two files. The first has what the
 * second refers to, a source, categories, a measure and the library "flask".
 */
extern const char every_subject_base_json[];
extern const char every_subject_json[];

WhDatabase *every_subject_open (const char *path);
