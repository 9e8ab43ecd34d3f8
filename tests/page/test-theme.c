/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every theme can be read: on paper, in grey, and by those who see colours in another way. */

#include "ssm-theme.h"

#include <math.h>

#define N_COLOURS 8
#define READABLE 4.5

static double
linear (double channel)
{
  channel /= 255;
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear (colour >> 16 & 0xff) + 0.7152 * linear (colour >> 8 & 0xff)
         + 0.0722 * linear (colour & 0xff);
}

static double
contrast (guint32 a, guint32 b)
{
  double bright = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (bright + 0.05) / (dark + 0.05);
}

/* What a head is filled with: nothing where it is an outline. */
static guint32
head (SsmTheme theme, guint colour)
{
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_WHITE : ssm_theme_stage (theme, colour);
}

static void
test_words_are_readable (void)
{
  for (SsmTheme theme = SSM_THEME_COLOUR; theme <= SSM_THEME_OUTLINE; theme++)
    {
      for (guint i = 0; i < N_COLOURS; i++)
        {
          g_assert_cmpfloat (contrast (ssm_theme_on_head (theme), head (theme, i)), >=,
                             READABLE);
          g_assert_cmpfloat (contrast (ssm_theme_stage (theme, i), SSM_COLOUR_WHITE), >=,
                             READABLE);
          g_assert_cmpfloat (contrast (SSM_COLOUR_INK,
                                       ssm_theme_tint (theme, ssm_theme_stage (theme, i))),
                             >=, READABLE);
        }
      g_assert_cmpfloat (contrast (ssm_theme_quiet (theme), SSM_COLOUR_WHITE), >=, READABLE);
    }
}

/* A grey printer has nothing to decide. */
static void
test_grey_is_grey (void)
{
  for (guint i = 0; i < N_COLOURS; i++)
    {
      guint32 colour = ssm_theme_stage (SSM_THEME_MONO, i);

      g_assert_cmpuint (colour >> 16, ==, colour & 0xff);
      g_assert_cmpuint (colour >> 8 & 0xff, ==, colour & 0xff);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/theme/words-are-readable", test_words_are_readable);
  g_test_add_func ("/page/theme/grey-is-grey", test_grey_is_grey);
  return g_test_run ();
}
