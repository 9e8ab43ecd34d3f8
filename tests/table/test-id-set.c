/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids in every order, against a hash table of the library. */

#include "ssm-id-set.h"

/* Adds @id to both and compares what they say. */
static void
add (SsmIdSet *set, GHashTable *known, const char *id, guint line)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (known, id));

  g_assert_cmpuint (ssm_id_set_add (set, id, line), ==, before);
  if (before == 0)
    g_hash_table_insert (known, g_strdup (id), GUINT_TO_POINTER (line));
}

typedef enum
{
  RISING,
  FALLING,
  GAPS,
  RANDOM,
  LETTERS,
  MIXED,
  N_ORDERS
} Order;

static char *
make_id (GRand *random, Order order, guint i)
{
  switch (order)
    {
    case RISING:
      return g_strdup_printf ("%u", 1000000 + i);
    case FALLING:
      return g_strdup_printf ("%u", 9000000 - i);
    case GAPS:
      return g_strdup_printf ("%u", 7 + i * 13);
    case RANDOM:
      return g_strdup_printf ("%u", (guint) g_rand_int_range (random, 1, 30000));
    case LETTERS:
      return g_strdup_printf ("006%xAAA", (guint) g_rand_int_range (random, 0, 30000));
    case MIXED:
    case N_ORDERS:
    default:
      return g_strdup_printf (i % 2 == 0 ? "%u" : "0%u",
                              (guint) g_rand_int_range (random, 1, 30000));
    }
}

/* The same with a duplicate now and then. */
static void
test_orders (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (Order order = 0; order < N_ORDERS; order++)
    for (guint every = 0; every < 3; every++)
      {
        g_autoptr (SsmIdSet) set = ssm_id_set_new ();
        g_autoptr (GHashTable) known
            = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

        for (guint i = 0; i < 20000; i++)
          {
            guint which = every > 0 && i % (every * 997) == 996 ? i / 2 : i;
            g_autofree char *id = make_id (random, order, which);

            add (set, known, id, i + 2);
          }
      }
}

/* What looks alike and is not, and what is at the edge of a number. */
static void
test_alike (void)
{
  static const char * const ids[] = {
    "1", "01", "1 ", "1a", "a", "A", "0", "00", "999999999999999999", "1000000000000000000",
    "9999999999999999999", "18446744073709551616", "12345678", "123456789", "12345678a",
    "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa", "006000000000001AAA", "006000000000001AAB",
  };
  g_autoptr (SsmIdSet) set = ssm_id_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (ssm_id_set_add (set, ids[i], i + 2), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (ssm_id_set_add (set, ids[i], 100), ==, i + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/id-set/orders", test_orders);
  g_test_add_func ("/table/id-set/alike", test_alike);
  return g_test_run ();
}
