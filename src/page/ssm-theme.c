/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette was searched for the largest smallest distance between any two stages, for
 * full and for all three kinds of reduced colour vision, with white text readable on it. */

#include "ssm-theme.h"

static const guint32 stages[] = {
  0x343a45, 0x3c51d3, 0x098179, 0x235b44, 0x946a1a, 0x811805, 0x4e1475, 0x635e8b
};

static const SsmType types[SSM_N_ROLES] = {
  [SSM_ROLE_TITLE] = { 21, 14, SSM_FACE_TITLE, FALSE, FALSE, FALSE },
  [SSM_ROLE_SUBTITLE] = { 9.2, 7.5, SSM_FACE_TEXT, FALSE, FALSE, TRUE },
  [SSM_ROLE_EDITION] = { 8.4, 7.2, SSM_FACE_STRONG, FALSE, FALSE, TRUE },
  [SSM_ROLE_NUMBER] = { 13, 9, SSM_FACE_NUMBER, FALSE, FALSE, FALSE },
  [SSM_ROLE_NAME] = { 10.6, 7.5, SSM_FACE_STRONG, FALSE, FALSE, FALSE },
  [SSM_ROLE_DOES] = { 8.9, 7.2, SSM_FACE_STRONG, TRUE, TRUE, FALSE },
  [SSM_ROLE_CRITERION] = { 8.7, 7.2, SSM_FACE_TEXT, TRUE, TRUE, FALSE },
  [SSM_ROLE_LABEL] = { 8.7, 7.2, SSM_FACE_STRONG, TRUE, FALSE, FALSE },
  [SSM_ROLE_OUTCOME] = { 8.6, 7.2, SSM_FACE_STRONG, TRUE, FALSE, FALSE },
  [SSM_ROLE_FIGURE] = { 12.5, 8.5, SSM_FACE_FIGURE, TRUE, FALSE, FALSE },
  [SSM_ROLE_SYSTEM_FIGURE] = { 19, 12, SSM_FACE_LARGE_FIGURE, FALSE, FALSE, FALSE },
  [SSM_ROLE_SYSTEM_LABEL] = { 8.3, 7.2, SSM_FACE_STRONG, FALSE, FALSE, TRUE },
  [SSM_ROLE_HEADING] = { 10.2, 8, SSM_FACE_BOLD, FALSE, FALSE, TRUE },
  [SSM_ROLE_TERM] = { 9.4, 7.2, SSM_FACE_STRONG, TRUE, TRUE, FALSE },
  [SSM_ROLE_DEFINITION] = { 8.7, 7.2, SSM_FACE_TEXT, TRUE, TRUE, FALSE },
  [SSM_ROLE_REASON_HEADING] = { 7.9, 7.2, SSM_FACE_STRONG, FALSE, FALSE, TRUE },
  [SSM_ROLE_REASON] = { 7.7, 7, SSM_FACE_TEXT, FALSE, FALSE, TRUE },
  [SSM_ROLE_LINK] = { 7.9, 7, SSM_FACE_TEXT, FALSE, FALSE, TRUE },
  [SSM_ROLE_NOTE] = { 7.2, 7, SSM_FACE_TEXT, FALSE, FALSE, TRUE },
};

const SsmType *
ssm_theme_type (SsmRole role)
{
  return &types[role];
}

static guint32
mix (guint32 colour, double share)
{
  guint32 mixed = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double channel = (colour >> shift) & 0xff;

      mixed |= (guint32) (255 - (255 - channel) * share + 0.5) << shift;
    }
  return mixed;
}

static guint32
grey_of (guint32 colour)
{
  double luma = 0.2126 * (colour >> 16) + 0.7152 * ((colour >> 8) & 0xff)
                + 0.0722 * (colour & 0xff);
  guint32 level = luma + 0.5;

  return level << 16 | level << 8 | level;
}

guint32
ssm_theme_stage (SsmTheme theme, guint colour)
{
  guint32 plain = stages[colour % G_N_ELEMENTS (stages)];

  if (theme == SSM_THEME_MONO)
    return grey_of (plain);
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_INK : plain;
}

guint32
ssm_theme_on_head (SsmTheme theme)
{
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_INK : SSM_COLOUR_WHITE;
}

guint32
ssm_theme_tint (SsmTheme theme, guint32 colour)
{
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_WHITE : mix (colour, 0.105);
}

guint32
ssm_theme_hairline (SsmTheme theme)
{
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_INK : SSM_COLOUR_HAIRLINE;
}

guint32
ssm_theme_quiet (SsmTheme theme)
{
  return ssm_theme_tone (theme, SSM_COLOUR_QUIET);
}

guint32
ssm_theme_tone (SsmTheme theme, guint32 colour)
{
  if (theme == SSM_THEME_MONO)
    return grey_of (colour);
  return theme == SSM_THEME_OUTLINE ? SSM_COLOUR_INK : colour;
}

guint32
ssm_theme_on_light (guint32 colour)
{
  guint brightness = (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);

  return brightness > 3 * 0x90 ? SSM_COLOUR_INK : colour;
}
