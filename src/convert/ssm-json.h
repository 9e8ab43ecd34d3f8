/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as the manual promises it: keys in the order they were given, numbers as people write
 * them. json-glib's generator would print 7.4 as 7.4000000000000004. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmJson SsmJson;

/* A document that begins with an object. */
SsmJson *ssm_json_new  (void);
void     ssm_json_free (SsmJson *json);

/* (transfer full): ends the document: UTF-8 with a newline at the end. Every object and
 * array that was begun must have been ended. */
char *ssm_json_to_text (SsmJson *json);

/* (transfer full): what was written since the last time, which the document forgets: for one
 * that is longer than the memory should hold. */
char *ssm_json_take (SsmJson *json);

/* Bytes that would be taken. */
gsize ssm_json_length (const SsmJson *json);

/* @key: NULL inside an array, and only there. */
void ssm_json_begin_object (SsmJson *json, const char *key);
void ssm_json_end_object   (SsmJson *json);
void ssm_json_begin_array  (SsmJson *json, const char *key);
void ssm_json_end_array    (SsmJson *json);

/* @text: NULL for null. Characters that hide or reorder text are written as \u escapes. */
void ssm_json_add_string (SsmJson *json, const char *key, const char *text);
void ssm_json_add_flag   (SsmJson *json, const char *key, gboolean flag);

/* The shortest decimal that reads back as @number, which must be finite. */
void ssm_json_add_number (SsmJson *json, const char *key, double number);

/* @decimal: a number as JSON has it, digit by digit: "84000.5". */
void ssm_json_add_decimal (SsmJson *json, const char *key, const char *decimal);
void ssm_json_add_null   (SsmJson *json, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmJson, ssm_json_free)

G_END_DECLS
