/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wh-json-builder.h"

/* @text: (nullable): becomes null */
void
wh_json_add_string (JsonBuilder *builder,
                    const char  *member,
                    const char  *text)
{
  json_builder_set_member_name (builder, member);

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
wh_json_add_strings (JsonBuilder *builder,
                     const char  *member,
                     GStrv        strings)
{
  wh_json_begin_list (builder, member);

  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);

  json_builder_end_array (builder);
}

void
wh_json_add_count (JsonBuilder *builder,
                   const char  *member,
                   guint        n)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, n);
}

/* Stars as people count them: 4, 4.5; null when there are none. */
void
wh_json_add_stars (JsonBuilder *builder,
                   const char  *member,
                   guint        halves)
{
  json_builder_set_member_name (builder, member);

  if (halves == 0)
    json_builder_add_null_value (builder);
  else if (halves % 2 == 0)
    json_builder_add_int_value (builder, halves / 2);
  else
    json_builder_add_double_value (builder, halves / 2.0);
}

void
wh_json_begin_list (JsonBuilder *builder,
                    const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

void
wh_json_add_object (JsonBuilder    *builder,
                    gconstpointer   record,
                    WhJsonWriteFunc write)
{
  json_builder_begin_object (builder);
  write (builder, record);
  json_builder_end_object (builder);
}

/* A list of objects, one for each record. */
void
wh_json_add_list (JsonBuilder    *builder,
                  const char     *member,
                  GPtrArray      *records,
                  WhJsonWriteFunc write)
{
  wh_json_begin_list (builder, member);

  for (guint i = 0; i < records->len; i++)
    wh_json_add_object (builder, g_ptr_array_index (records, i), write);

  json_builder_end_array (builder);
}
