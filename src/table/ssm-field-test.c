/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-field-test.h"

#include <string.h>

typedef struct
{
  const SsmPart *criterion;
  guint header;
  SsmDateOrder order;
  SsmDecimal decimal;
} Test;

struct _SsmFieldTests
{
  SsmMap *map;
  guint32 as_of;
  GArray *tests; /* of Test */
};

static SsmFieldAnswer
answer_of (gboolean yes)
{
  return yes ? SSM_FIELD_YES : SSM_FIELD_NO;
}

/* Letter case and blanks around apart. */
static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (one), g_strstrip (other));
}

static gboolean
is_one_of (const char *cell, const char *values)
{
  g_auto (GStrv) list = g_strsplit (values, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (is_same (cell, list[i]))
      return TRUE;
  return FALSE;
}

static int
compare_amounts (const SsmAmount *a, const SsmAmount *b)
{
  if (a->whole != b->whole)
    return a->whole < b->whole ? -1 : 1;
  return a->millionths < b->millionths ? -1 : a->millionths > b->millionths;
}

/* Sets *@difference to how @cell and @value compare as amounts, or as days. */
static gboolean
compare (const char *cell, const char *value, SsmDateOrder order, SsmDecimal decimal,
         int *difference)
{
  SsmAmount one, other;
  guint32 day, other_day;

  if (ssm_table_amount (value, SSM_DECIMAL_POINT, &other, NULL, NULL) == SSM_VALUE_GOOD)
    {
      if (ssm_table_amount (cell, decimal, &one, NULL, NULL) != SSM_VALUE_GOOD)
        return FALSE;
      *difference = compare_amounts (&one, &other);
      return TRUE;
    }
  if (ssm_table_day (value, SSM_DATE_ORDER_UNKNOWN, &other_day) != SSM_VALUE_GOOD
      || ssm_table_day (cell, order, &day) != SSM_VALUE_GOOD)
    return FALSE;
  *difference = day < other_day ? -1 : day > other_day;
  return TRUE;
}

static SsmFieldAnswer
test_days (const char *cell, const char *value, SsmDateOrder order, guint32 as_of)
{
  gint64 distance;
  guint32 day;
  guint64 limit;

  if (as_of == 0 || ssm_table_day (cell, order, &day) != SSM_VALUE_GOOD
      || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &limit, NULL))
    return SSM_FIELD_UNKNOWN;
  distance = (gint64) day - as_of;
  return answer_of (ABS (distance) <= (gint64) limit);
}

SsmFieldAnswer
ssm_field_test (const SsmPart *criterion,
                const char *cell,
                SsmDateOrder order,
                SsmDecimal decimal,
                guint32 as_of)
{
  const char *test = ssm_part_text (criterion, SSM_CRITERION_TEST);
  const char *value = ssm_part_text (criterion, SSM_CRITERION_VALUE);
  int difference;

  if (ssm_table_is_nothing (cell))
    return SSM_FIELD_UNKNOWN;
  if (g_str_equal (test, "known"))
    return SSM_FIELD_YES;
  if (g_str_equal (test, "is"))
    return answer_of (is_same (cell, value));
  if (g_str_equal (test, "is-not"))
    return answer_of (!is_same (cell, value));
  if (g_str_equal (test, "one-of"))
    return answer_of (is_one_of (cell, value));
  if (g_str_equal (test, "within-days"))
    return test_days (cell, value, order, as_of);
  if (!compare (cell, value, order, decimal, &difference))
    return SSM_FIELD_UNKNOWN;
  if (g_str_equal (test, "at-least"))
    return answer_of (difference >= 0);
  return g_str_equal (test, "at-most") ? answer_of (difference <= 0) : SSM_FIELD_UNKNOWN;
}

int
ssm_field_test_header (const SsmPart *criterion, const SsmTableMapping *mapping)
{
  const char *field = ssm_part_text (criterion, SSM_CRITERION_FIELD);
  SsmColumn column;
  int header;

  if (*field == '\0' || *ssm_part_text (criterion, SSM_CRITERION_TEST) == '\0')
    return -1;
  header = ssm_table_mapping_find_header (mapping, field);
  column = ssm_column_from_name (field);
  if (header < 0 && column < SSM_N_COLUMNS)
    header = ssm_table_mapping_column (mapping, column);
  return header;
}

typedef struct
{
  SsmFieldTests *tests;
  const SsmTableMapping *mapping;
} Building;

static gboolean
add_test_cb (const SsmPart *part, gpointer data)
{
  const Building *building = data;
  int header = -1;
  Test test;

  if (ssm_part_kind (part) == SSM_KIND_CRITERION)
    header = ssm_field_test_header (part, building->mapping);
  if (header < 0)
    return TRUE;

  test = (Test) {
    part, (guint) header, ssm_table_mapping_date_order (building->mapping, (guint) header),
    ssm_table_mapping_decimal (building->mapping, (guint) header)
  };
  g_array_append_val (building->tests->tests, test);
  return TRUE;
}

SsmFieldTests *
ssm_field_tests_new (const SsmMap *map, const SsmTableMapping *mapping, guint32 as_of)
{
  SsmFieldTests *self = g_new0 (SsmFieldTests, 1);
  Building building = { self, mapping };

  self->map = ssm_part_ref (map);
  self->as_of = as_of;
  self->tests = g_array_new (FALSE, FALSE, sizeof (Test));
  ssm_map_foreach (map, add_test_cb, &building);
  return self;
}

void
ssm_field_tests_free (SsmFieldTests *tests)
{
  if (tests == NULL)
    return;

  g_array_unref (tests->tests);
  ssm_part_unref (tests->map);
  g_free (tests);
}

guint
ssm_field_tests_n (const SsmFieldTests *tests)
{
  return tests->tests->len;
}

const SsmPart *
ssm_field_tests_criterion (const SsmFieldTests *tests, guint index)
{
  return g_array_index (tests->tests, Test, index).criterion;
}

guint
ssm_field_tests_header (const SsmFieldTests *tests, guint index)
{
  return g_array_index (tests->tests, Test, index).header;
}

SsmFieldAnswer
ssm_field_tests_answer (const SsmFieldTests *tests, guint index, const SsmCsvRow *row)
{
  const Test *test = &g_array_index (tests->tests, Test, index);

  return ssm_field_test (test->criterion, ssm_csv_row_text (row, test->header), test->order,
                         test->decimal, tests->as_of);
}
