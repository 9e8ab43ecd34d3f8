/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts, exact: digits are counted, and no floating point touches them. */

#include "ssm-table-value-private.h"

#include <string.h>

#define MAX_DIGITS 15
#define MAX_MARKS 32

/* What stands for nothing between digits: blanks of all kinds and apostrophes. */
static const char * const fillers[] = { " ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89",
                                        "’" };

/* An amount taken apart. */
typedef struct
{
  char digits[64]; /* with points and commas, and a blank for each filler between them */
  gsize n;
  gboolean is_negative;
  gboolean is_closed; /* no digit may follow */
  const char *currency;
  gsize n_currency;
} Pieces;

typedef struct
{
  const char *sign;
  const char *code; /* NULL: of several countries */
} Sign;

static const Sign signs[] = {
  { "€", "EUR" },   { "£", "GBP" },   { "$", NULL },    { "US$", "USD" }, { "A$", "AUD" },
  { "C$", "CAD" },  { "CA$", "CAD" }, { "NZ$", "NZD" }, { "HK$", "HKD" }, { "S$", "SGD" },
  { "R$", "BRL" },  { "¥", NULL },    { "￥", NULL },   { "円", "JPY" },  { "元", "CNY" },
  { "₹", "INR" },   { "Rs", NULL },   { "Rs.", NULL },  { "₽", "RUB" },   { "₩", "KRW" },
  { "₺", "TRY" },   { "zł", "PLN" },  { "Kč", "CZK" },  { "kr", NULL },   { "kr.", NULL },
  { "Ft", "HUF" },  { "₪", "ILS" },   { "Fr.", "CHF" }, { "₴", "UAH" },   { "₫", "VND" },
  { "฿", "THB" },   { "MX$", "MXN" }, { "ر.س", "SAR" }, { "د.إ", "AED" },
};

/* ISO 4217. */
static const char codes[][4] = {
  "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD",
  "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP",
  "BYN", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP", "CNY", "COP", "CRC", "CUP",
  "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD",
  "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL",
  "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
  "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP",
  "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP",
  "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK",
  "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR",
  "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP",
  "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT",
  "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
  "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
  "ZWL",
};

static const Sign *
find_sign (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strlen (signs[i].sign) == length && strncmp (signs[i].sign, text, length) == 0)
      return &signs[i];
  return NULL;
}

const char *
ssm_currency_code (const char *text, gsize length)
{
  const Sign *sign = find_sign (text, length);

  if (sign != NULL)
    return sign->code;
  if (length != 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strncasecmp (codes[i], text, 3) == 0)
      return codes[i];
  return NULL;
}

static gsize
filler_length (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_has_prefix (p, fillers[i]))
      return strlen (fillers[i]);
  return 0;
}

static gsize
minus_length (const char *p)
{
  return *p == '-' ? 1 : g_str_has_prefix (p, "−") ? strlen ("−") : 0;
}

/* Takes what is neither digit nor sign at @p: it must be a currency, once. */
static gboolean
take_currency (Pieces *pieces, const char **p)
{
  const char *start = *p;
  const char *end = start;

  while (*end != '\0' && !g_ascii_isdigit (*end) && filler_length (end) == 0
         && minus_length (end) == 0 && strchr ("()+", *end) == NULL)
    end++;
  pieces->currency = start;
  *p = end;
  if (pieces->n_currency > 0)
    return FALSE;
  pieces->n_currency = (gsize) (end - start);
  return find_sign (start, pieces->n_currency) != NULL
         || ssm_currency_code (start, pieces->n_currency) != NULL;
}

/* Takes a sign: in front of the digits, or behind all of them. */
static gboolean
take_sign (Pieces *pieces, const char **p)
{
  gsize n = MAX (minus_length (*p), 1);
  gboolean is_behind = pieces->n > 0;

  pieces->is_negative |= **p != '+' && **p != ')';
  *p += n;
  if (is_behind)
    pieces->is_closed = TRUE;
  return !is_behind || (*(*p - n) != '+' && *(*p - n) != '(');
}

/* Takes what may stand between thousands, and notes it where it does. */
static void
take_filler (Pieces *pieces, const char **p)
{
  *p += filler_length (*p);
  if (pieces->n > 0 && g_ascii_isdigit (**p) && g_ascii_isdigit (pieces->digits[pieces->n - 1]))
    pieces->digits[pieces->n++] = ' ';
}

/* Takes the next character or currency; FALSE where it has no place in an amount. */
static gboolean
take_piece (Pieces *pieces, const char **p)
{
  if (pieces->n + 2 >= sizeof pieces->digits)
    return FALSE;
  if (filler_length (*p) > 0)
    {
      take_filler (pieces, p);
      return TRUE;
    }
  if (minus_length (*p) > 0 || strchr ("()+", **p) != NULL)
    return take_sign (pieces, p);
  if (!g_ascii_isdigit (**p) && (pieces->n == 0 || strchr (".,", **p) == NULL))
    {
      pieces->is_closed = pieces->n > 0;
      return take_currency (pieces, p);
    }
  pieces->digits[pieces->n++] = *(*p)++;
  return !pieces->is_closed;
}

static gboolean
take_apart (const char *text, Pieces *pieces)
{
  *pieces = (Pieces) { .n = 0 };
  if (*text == '.' && g_ascii_isdigit (text[1]))
    pieces->digits[pieces->n++] = '0';
  while (*text != '\0')
    if (!take_piece (pieces, &text))
      return FALSE;
  return pieces->n > 0;
}

static guint
count (const Pieces *pieces, char mark)
{
  guint n = 0;

  for (gsize i = 0; i < pieces->n; i++)
    n += pieces->digits[i] == mark;
  return n;
}

/* Whether @mark stands only where thousands are set apart, or lakhs and crores, in front of
 * the fraction. @decimal: the mark of that. */
static gboolean
groups_well (const Pieces *pieces, char mark, char decimal)
{
  const char *fraction = memchr (pieces->digits, decimal, pieces->n);
  gsize end = fraction != NULL ? (gsize) (fraction - pieces->digits) : pieces->n;
  gsize size = 0;
  gboolean is_last = TRUE;

  for (gsize i = end; i-- > 0; size++)
    if (pieces->digits[i] == mark)
      {
        if (is_last ? size != 3 : size != 2 && size != 3)
          return FALSE;
        is_last = FALSE;
        size = (gsize) -1;
      }
  return size > 0 && size <= 3 && (fraction == NULL || count (pieces, decimal) == 1)
         && memchr (pieces->digits + end, mark, pieces->n - end) == NULL;
}

/* The same for one that may have no marks. */
static gboolean
reads_with (const Pieces *pieces, char decimal)
{
  char mark = decimal == '.' ? ',' : '.';

  if (count (pieces, mark) > 0)
    return groups_well (pieces, mark, decimal);
  return count (pieces, decimal) <= 1;
}

/* The same where blanks set the thousands apart, so that any other mark is the decimal. */
static SsmAmountForm
form_with_blanks (const Pieces *pieces)
{
  guint n_points = count (pieces, '.');
  guint n_commas = count (pieces, ',');

  if (n_points + n_commas > 1 || !groups_well (pieces, ' ', n_commas > 0 ? ',' : '.'))
    return SSM_AMOUNT_NONE;
  if (n_points + n_commas == 0)
    return SSM_AMOUNT_PLAIN;
  return n_points > 0 ? SSM_AMOUNT_POINT : SSM_AMOUNT_COMMA;
}

static SsmAmountForm
form_of (const Pieces *pieces)
{
  gboolean point = reads_with (pieces, '.');
  gboolean comma = reads_with (pieces, ',');
  const char *zero = pieces->digits;

  if (count (pieces, ' ') > 0)
    return form_with_blanks (pieces);
  if (count (pieces, '.') + count (pieces, ',') == 0)
    return SSM_AMOUNT_PLAIN;
  /* Nobody sets the thousands of 0.125 apart. */
  if (point && comma && *zero == '0')
    return zero[1] == '.' ? SSM_AMOUNT_POINT : SSM_AMOUNT_COMMA;
  if (point && comma)
    return SSM_AMOUNT_OPEN;
  return point ? SSM_AMOUNT_POINT : comma ? SSM_AMOUNT_COMMA : SSM_AMOUNT_NONE;
}

SsmAmountForm
ssm_table_amount_form (const char *text)
{
  Pieces pieces;

  return take_apart (text, &pieces) ? form_of (&pieces) : SSM_AMOUNT_NONE;
}

/* Rounds half away from zero where there are more decimals than are kept. */
static void
set_fraction (SsmAmount *amount, const char *digits, gsize n)
{
  gint32 unit = 100000;

  for (gsize i = 0; i < n && i < 6; i++, unit /= 10)
    amount->millionths += (digits[i] - '0') * unit;
  amount->n_decimals = (guint8) MIN (n, 6);
  for (gsize i = 6; i < n; i++)
    amount->rounded |= digits[i] != '0';
  if (n > 6 && digits[6] >= '5')
    amount->millionths++;
  if (amount->millionths == 1000000)
    {
      amount->millionths = 0;
      amount->whole++;
    }
}

static SsmValueState
make_amount (const Pieces *pieces, char decimal, SsmAmount *amount)
{
  const char *fraction = memchr (pieces->digits, decimal, pieces->n);
  gsize end = fraction != NULL ? (gsize) (fraction - pieces->digits) : pieces->n;
  guint n_digits = 0;

  for (gsize i = 0; i < end; i++)
    if (g_ascii_isdigit (pieces->digits[i]))
      {
        n_digits += amount->whole > 0 || pieces->digits[i] != '0';
        if (n_digits > MAX_DIGITS)
          return SSM_VALUE_BAD;
        amount->whole = amount->whole * 10 + (pieces->digits[i] - '0');
      }
  if (fraction != NULL)
    set_fraction (amount, fraction + 1, pieces->n - end - 1);
  if (pieces->is_negative)
    {
      amount->whole = -amount->whole;
      amount->millionths = -amount->millionths;
    }
  return SSM_VALUE_GOOD;
}

static SsmValueState
read_pieces (const Pieces *pieces, SsmDecimal decimal, SsmAmount *amount)
{
  SsmAmountForm form = form_of (pieces);

  if (form == SSM_AMOUNT_NONE
      || (form == SSM_AMOUNT_POINT && decimal == SSM_DECIMAL_COMMA)
      || (form == SSM_AMOUNT_COMMA && decimal == SSM_DECIMAL_POINT))
    return SSM_VALUE_BAD;
  if (form == SSM_AMOUNT_OPEN && decimal == SSM_DECIMAL_UNKNOWN)
    return SSM_VALUE_AMBIGUOUS;
  if (form == SSM_AMOUNT_COMMA || decimal == SSM_DECIMAL_COMMA)
    return make_amount (pieces, ',', amount);
  return make_amount (pieces, '.', amount);
}

/* Up to 15 digits, and perhaps a point and up to six more, where that can be read in one way:
 * nearly all of a large table's amounts. */
static gboolean
read_plain (const char *text, SsmDecimal decimal, SsmAmount *amount)
{
  gsize n = 0;
  gsize n_decimals;
  gint64 whole = 0;

  while (g_ascii_isdigit (text[n]) && n < MAX_DIGITS)
    whole = whole * 10 + (text[n++] - '0');
  if (n == 0 || (text[n] != '\0' && text[n] != '.'))
    return FALSE;
  amount->whole = whole;
  if (text[n] == '\0')
    return TRUE;

  text += n + 1;
  n_decimals = strspn (text, "0123456789");
  if (text[n_decimals] != '\0' || n_decimals == 0 || n_decimals > 6
      || decimal == SSM_DECIMAL_COMMA
      || (n_decimals == 3 && decimal == SSM_DECIMAL_UNKNOWN))
    return FALSE;
  set_fraction (amount, text, n_decimals);
  return TRUE;
}

SsmValueState
ssm_table_amount (const char *text,
                  SsmDecimal decimal,
                  SsmAmount *amount,
                  const char **currency,
                  gsize *n_currency)
{
  Pieces pieces;
  SsmValueState state;

  *amount = (SsmAmount) { 0 };
  if (currency != NULL)
    *n_currency = 0;
  if (read_plain (text, decimal, amount))
    return SSM_VALUE_GOOD;
  *amount = (SsmAmount) { 0 };
  while (filler_length (text) > 0)
    text += filler_length (text);
  if (ssm_table_is_nothing (text))
    return SSM_VALUE_EMPTY;
  if (!take_apart (text, &pieces))
    return SSM_VALUE_BAD;

  state = read_pieces (&pieces, decimal, amount);
  if (currency != NULL)
    {
      *currency = pieces.currency;
      *n_currency = pieces.n_currency;
    }
  return state;
}

/* Writes @n digits of @number, which must not be negative, in front of @end. */
static char *
put_digits (char *end, gint64 number, guint n)
{
  for (; n > 0 || number > 0; n -= n > 0)
    {
      *--end = (char) ('0' + number % 10);
      number /= 10;
    }
  return end;
}

char *
ssm_amount_to_text (const SsmAmount *amount, char buffer[SSM_AMOUNT_TEXT])
{
  char text[SSM_AMOUNT_TEXT];
  char *end = text + sizeof text;
  char *start = put_digits (end, ABS (amount->millionths), 6);

  end -= 6 - amount->n_decimals;
  if (amount->n_decimals > 0)
    *--start = '.';
  else
    end = start = start + 6;
  start = put_digits (start, ABS (amount->whole), 1);
  if (amount->whole < 0 || amount->millionths < 0)
    *--start = '-';
  memcpy (buffer, start, (gsize) (end - start));
  buffer[end - start] = '\0';
  return buffer;
}
