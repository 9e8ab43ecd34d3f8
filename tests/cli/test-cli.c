/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs the real program. A case is a line for the shell with "salesmap" in it, and what has
 * to come of it; the files it works on lie in a folder of its own. */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  const char *line;
  int status;
  const char *output;  /* found in standard output; NULL: there is none; "*": whatever */
  const char *message; /* found in standard error; NULL: there is none; "*": whatever */
} Case;

typedef struct
{
  int status;
  char *output;
  char *message;
} Result;

static char *program;
static char *folder;
static char *examples;

static void
result_clear (Result *result)
{
  g_free (result->output);
  g_free (result->message);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
run (const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *script
      = g_strconcat ("salesmap () { \"$SALESMAP\" \"$@\"; }; ", line, NULL);
  Result result = { 0 };

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "SALESMAP", program, TRUE);
  g_subprocess_launcher_setenv (launcher, "EXAMPLES", examples, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.output, &result.message,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static gboolean
is_as_expected (const char *text, const char *expected)
{
  if (expected == NULL)
    return *text == '\0';
  return g_str_equal (expected, "*") || strstr (text, expected) != NULL;
}

static void
check_case (const Case *c)
{
  g_auto (Result) result = run (c->line);

  if (result.status != c->status || !is_as_expected (result.output, c->output)
      || !is_as_expected (result.message, c->message))
    g_error ("%s\nstatus %d instead of %d\noutput: %s\nmessage: %s", c->line, result.status,
             c->status, result.output, result.message);
}

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    check_case (&cases[i]);
}

#define CHECK_CASES(cases) check_cases (cases, G_N_ELEMENTS (cases))

static void
test_usage (void)
{
  static const Case cases[] = {
    { "salesmap", 2, NULL, "salesmap: a command is missing; see “salesmap help”\n" },
    { "salesmap --version", 0, "salesmap 0.", NULL },
    { "salesmap help", 0, "  export    Draws", NULL },
    { "salesmap --help", 0, "  export    Draws", NULL },
    { "salesmap help export", 0, "--no-source", NULL },
    { "salesmap export --help", 0, "--no-source", NULL },
    { "salesmap export -h", 0, "--no-source", NULL },
    { "salesmap help nothing", 2, NULL, "no command “nothing”" },
    { "salesmap help a b", 2, NULL, "“b” is one word too many" },
    { "salesmap chekc a.salesmap", 2, NULL, "no command “chekc”; see “salesmap help”" },
    { "salesmap \"$(printf '\\033[31m')\"", 2, NULL, "no command “\\x1b[31m”" },
    { "salesmap show", 2, NULL, "salesmap: show: FILE is missing; see “salesmap help show”" },
    { "salesmap show ''", 2, NULL, "empty" },
    { "salesmap show a.salesmap b", 2, NULL, "“b” is one word too many" },
    { "salesmap show --nothing a.salesmap", 2, NULL, "--nothing" },
    { "salesmap show --format xml a.salesmap", 2, NULL,
      "--format cannot be “xml”; it is one of text|json|markdown|arrows" },
    { "salesmap show a.salesmap --format", 2, NULL, "--format" },
    { "salesmap show a.salesmap --format=json --format text", 2, NULL, "given twice" },
    { "salesmap export a.salesmap -o --shrink", 2, NULL, "“--shrink”" },
    { "salesmap export a.salesmap -o ''", 2, NULL, "--output is empty" },
    { "salesmap check", 2, NULL, "FILE… is missing" },
    { "salesmap --version a", 2, NULL, "stands alone" },
    { "salesmap check --strict=yes a.salesmap", 2, NULL, "“--strict=yes” gives a value" },
    { "salesmap check --format=json a.salesmap", 0, "\"complete\"", NULL },
    { "salesmap show -fjson a.salesmap", 0, "\"stages\"", NULL },
    { "salesmap show -fxml a.salesmap", 2, NULL, "--format cannot be “xml”" },
    { "salesmap export a.salesmap -ojoined.pdf && test -s joined.pdf", 0, NULL, NULL },
    { "salesmap export a.salesmap -fpdf -o- | head -c5", 0, "%PDF-", "*" },
    { "salesmap show -- -fjson", 66, NULL, "salesmap: -fjson: there is no such file; check" },
    { "salesmap extract a.pdf", 2, NULL, "-o OUT is missing" },
    { "salesmap export a.salesmap", 2, NULL, "-o OUT is missing" },
  };

  CHECK_CASES (cases);
}

static void
test_new (void)
{
  static const Case cases[] = {
    { "salesmap new --list", 0, "b2b          B2B sales system: ", NULL },
    { "salesmap new", 0, "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-", NULL },
    { "salesmap new -o new.salesmap", 0, NULL, NULL },
    { "salesmap new -o new.salesmap", 73, NULL, "salesmap: new.salesmap: it exists; " },
    { "salesmap new -o no/such/folder.salesmap", 73, NULL, "salesmap: no/such/folder" },
    { "salesmap new --template short | salesmap show - --format=arrows", 0, "→", NULL },
    { "salesmap new --language en-GB | salesmap show -", 0, "Sourcing", NULL },
    { "LANGUAGE=de salesmap new | salesmap show -", 0, "Sourcing", NULL },
    { "salesmap new --language DE-at | salesmap show -", 0, "Leadgewinnung", NULL },
    { "salesmap new --language sv", 2, NULL, "no templates in “sv”; there are some in ar, " },
    { "salesmap new --template nothing", 2, NULL, "no template “nothing”; there are b2b, " },
    { "salesmap new word", 2, NULL, "“word” is one word too many" },
    { "SOURCE_DATE_EPOCH=1700000000 salesmap new", 0, "date=\"2023-11-14\"", NULL },
    { "salesmap new > one; salesmap new > two; cmp -s one two", 1, NULL, NULL },
  };

  CHECK_CASES (cases);
}

static void
test_show (void)
{
  static const Case cases[] = {
    { "salesmap show a.salesmap", 0, "\n3 Discovery\n  What we do: ", NULL },
    { "salesmap show - < a.salesmap", 0, "\n3 Discovery\n", NULL },
    { "salesmap show --format markdown a.salesmap", 0, "\n## 3 Discovery\n", NULL },
    { "salesmap show --format arrows a.salesmap", 0, "Sourcing (", NULL },
    { "salesmap show \"$EXAMPLES\"/northgate.salesmap", 0,
      "\n  Measure: 62% move on (92 / 148), median 14 d\n", NULL },
    { "salesmap show \"$EXAMPLES\"/northgate.salesmap", 0, "\n  Win rate: 24% (22 / 92), ",
      NULL },
    { "salesmap show -- a.salesmap", 0, "*", NULL },
    { "salesmap show ./-- ", 66, NULL, "salesmap: ./--: " },
    { "salesmap show nothing.salesmap", 66, NULL, "salesmap: nothing.salesmap: " },
    { "salesmap show .", 66, NULL, "salesmap: .: " },
    { "salesmap show \"$(printf 'a\\nb\\033')\"", 66, NULL, "salesmap: a\\nb\\x1b: " },
    { "salesmap show /dev/zero", 66, NULL, "salesmap: /dev/zero: " },
    { "echo '<a/>' | salesmap show -", 65, NULL, "salesmap: standard input:1" },
    { "echo '<map>' > bad; salesmap show bad", 65, NULL, "salesmap: bad:1:" },
    { "salesmap show - < /dev/null", 65, NULL, "salesmap: standard input:" },
  };

  CHECK_CASES (cases);
}

static void
test_output_fails (void)
{
  static const Case cases[] = {
    { "salesmap show a.salesmap > /dev/full", 74, NULL, "salesmap: standard output: " },
    { "salesmap show a.salesmap >&-", 74, NULL, "salesmap: standard output: " },
    { "salesmap help > /dev/full", 74, NULL, "salesmap: standard output: " },
    { "salesmap export a.salesmap -o - --format pdf > /dev/full", 74, NULL,
      "salesmap: standard output: " },
    { "salesmap show nothing 2>&-", 66, NULL, NULL },
    { "salesmap show - <&-", 74, NULL, "salesmap: standard input: " },
  };

  CHECK_CASES (cases);
}

/* Nobody reads: the program says so and does not just vanish. */
static void
test_closed_pipe (void)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *message = NULL;
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  g_close (ends[0], NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, "show", "a.salesmap", NULL);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &message, NULL);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 74);
  g_assert_nonnull (strstr (message, "standard output"));
}

static JsonObject *
parse (const char *line, int status, JsonNode **root)
{
  g_auto (Result) result = run (line);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (result.status, ==, status);
  *root = json_from_string (result.output, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

static void
test_show_json (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *map = parse ("salesmap show --format json a.salesmap", 0, &root);

  g_assert_cmpint (json_array_get_length (json_object_get_array_member (map, "stages")), ==,
                   7);
}

static void
test_check_page (void)
{
  static const struct { const char *page, *paper, *orientation; } cases[] = {
    { "", "a4", "landscape" },
    { "<page paper=\"Letter\" orientation=\"portrait\"/>", "letter", "portrait" },
    { "<page paper=\"custom\" width=\"200\" height=\"300\"/>", "200x300mm", "portrait" },
    { "<page paper=\"A3\" width=\"200\" height=\"300\"/>", "a3", "landscape" },
    { "<page paper=\"B7\"/>", "a4", "landscape" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line
          = g_strdup_printf ("salesmap new | sed 's|<stages>|%s&|' > page.salesmap; "
                             "salesmap check --format json page.salesmap",
                             cases[i].page);
      g_autoptr (JsonNode) root = NULL;
      JsonObject *page
          = json_object_get_object_member (parse (line, 0, &root), "page");

      g_assert_cmpstr (json_object_get_string_member (page, "paper"), ==, cases[i].paper);
      g_assert_cmpstr (json_object_get_string_member (page, "orientation"), ==,
                       cases[i].orientation);
    }
}

/* Without memory there is a message and a status, and never a wrong answer. Fontconfig
 * may fall where it got none, and in its threads nobody can say so where none is left. */
static void
test_starve (void)
{
  static const char * const commands[]
      = { "show a.salesmap", "show --format json a.salesmap", "check a.salesmap",
          "export a.salesmap -o - --format svg" };
  const char *library = g_getenv ("STARVE");

  if (library == NULL)
    {
      g_test_skip ("built with a sanitizer, which brings its own memory");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (int after = 300; after < 30000; after += after / 2)
      for (int once = i < 2 ? 0 : 1; once < 2; once++)
        {
          g_autofree char *line = g_strdup_printf (
              "salesmap %s > whole; env LD_PRELOAD=\"$STARVE\" STARVE_AFTER=%d %s "
              "\"$SALESMAP\" %s > starved && cmp whole starved",
              commands[i], after, once ? "STARVE_ONCE=1" : "", commands[i]);
          g_auto (Result) result = run (line);

          if (result.status != 0
              && ((result.status != 71 && (i < 2 || result.status != 70))
                  || *result.message == '\0'))
            g_error ("%s: %d, %s", line, result.status, result.message);
        }
}

/* "a b c", the members in their order. */
static char *
members (JsonObject *object)
{
  g_autoptr (GList) list = json_object_get_members (object);
  GString *names = g_string_new (NULL);

  for (GList *l = list; l != NULL; l = l->next)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", (char *) l->data);
  return g_string_free (names, FALSE);
}

static void
test_check_json (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *report = parse ("salesmap check --format json a.salesmap", 0, &root);
  JsonArray *checks = json_object_get_array_member (report, "checks");
  JsonObject *page = json_object_get_object_member (report, "page");
  JsonObject *deal = json_array_get_object_element (checks, 3);
  g_autofree char *names = members (report);
  g_autofree char *check_names = members (deal);
  g_autofree char *page_names = members (page);

  g_assert_cmpstr (names, ==, "complete checks findings page");
  g_assert_cmpstr (check_names, ==, "id ok detail");
  g_assert_cmpstr (page_names, ==, "fits paper orientation smallest_pt");
  g_assert_true (json_object_get_boolean_member (report, "complete"));
  g_assert_cmpint (json_array_get_length (checks), ==, 4);
  g_assert_false (json_object_get_boolean_member (deal, "ok"));
  g_assert_cmpstr (json_object_get_string_member (deal, "detail"), ==, "no deal book given");
  g_assert_true (json_object_get_boolean_member (page, "fits"));
  g_assert_cmpstr (json_object_get_string_member (page, "paper"), ==, "a4");
  g_assert_cmpfloat (json_object_get_double_member (page, "smallest_pt"), >=, 7.0);
}

static void
test_check_findings (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *report = parse ("salesmap check --format json bad-criteria.salesmap", 1, &root);
  JsonArray *findings = json_object_get_array_member (report, "findings");
  JsonObject *missing = json_array_get_object_element (findings, 0);
  JsonObject *sent = json_array_get_object_element (findings, 1);
  g_autofree char *names = members (sent);

  g_assert_false (json_object_get_boolean_member (report, "complete"));
  g_assert_cmpint (json_array_get_length (findings), ==, 2);
  g_assert_cmpstr (names, ==, "code severity stage item message");
  g_assert_cmpstr (json_object_get_string_member (missing, "code"), ==, "missing-entry");
  g_assert_cmpstr (json_object_get_string_member (missing, "severity"), ==, "error");
  g_assert_true (json_object_get_null_member (missing, "item"));
  g_assert_cmpstr (json_object_get_string_member (sent, "code"), ==, "seller-verb");
  g_assert_cmpstr (json_object_get_string_member (sent, "stage"), ==, "s-one");
  g_assert_cmpstr (json_object_get_string_member (sent, "item"), ==, "c-sent");
}

static void
test_check (void)
{
  static const Case cases[] = {
    { "salesmap check a.salesmap", 0, "a.salesmap: complete\n  [x] All seven", NULL },
    { "salesmap check a.salesmap - < bad-criteria.salesmap", 1, "standard input: not complete",
      NULL },
    { "salesmap check bad-criteria.salesmap", 1,
      "  warning: 1 One: “Proposal sent” tells what we did. What did the buyer do or say? "
      "[seller-verb]\n", NULL },
    { "salesmap check a.salesmap nothing", 66, "a.salesmap: complete", "salesmap: nothing: " },
    { "salesmap check bad-criteria.salesmap nothing a.salesmap", 66, "a.salesmap: complete",
      "nothing" },
    { "salesmap check --format json nothing", 66, NULL, "nothing" },
    { "salesmap check --format json a.salesmap a.salesmap", 0,
      "{\n  \"files\": [\n    {\n      \"file\": \"a.salesmap\",\n      \"complete\"", NULL },
    { "salesmap check --strict a.salesmap", 0, "\n  Fits one page\n", NULL },
    { "salesmap check --strict \"$EXAMPLES\"/northgate-ar.salesmap", 0, "complete", NULL },
    { "salesmap check --deals \"$EXAMPLES\"/northgate.salesdeals \"$EXAMPLES\"/northgate.salesmap",
      0, "\n  [x] 3 live deals are diagnosed.\n", "*" },
    { "grep -v '<next' \"$EXAMPLES\"/northgate.salesdeals | salesmap check --deals - "
      "\"$EXAMPLES\"/northgate.salesmap",
      1, "\n  [ ] No live deal has been diagnosed yet.\n", "*" },
    { "salesmap check --deals nothing a.salesmap", 66, NULL, "salesmap: nothing: " },
    { "salesmap check --deals a.salesmap a.salesmap", 65, NULL, "no deal book but a map" },
    { "salesmap check --deals - a.salesmap a.salesmap", 2, NULL, "give one" },
    { "salesmap check hidden.salesmap", 0, "*", NULL },
    { "salesmap check --strict hidden.salesmap", 1, "U+202E", "*" },
    { "salesmap check --strict hidden.salesmap", 1, "[hidden-character]", "*" },
    { "sed 's/<name>Discovery/<name>\xf4\x8f\xbf\xbd/' a.salesmap | salesmap check -", 0, "*", NULL },
    { "sed 's/<name>Discovery/<name>\xf4\x8f\xbf\xbd/' a.salesmap | salesmap check --strict -", 1,
      "[missing-character]", NULL },
    { "FONTCONFIG_FILE=$PWD/nofonts salesmap check --strict a.salesmap", 1,
      "[missing-character]", "*" },
    { "sed 's/s-close/s-proposal/' a.salesmap > twice.salesmap; salesmap check twice.salesmap",
      65, NULL, "salesmap: twice.salesmap:" },
    { "salesmap check twice.salesmap --repair mended.salesmap", 0, "twice.salesmap: complete",
      "salesmap: twice.salesmap:" },
    { "salesmap check mended.salesmap", 0, "mended.salesmap: complete", NULL },
    { "salesmap check twice.salesmap --repair mended.salesmap", 73, NULL, "exists" },
    { "salesmap check twice.salesmap a.salesmap --repair x", 2, NULL, "one file" },
    { "salesmap check - --repair x < /dev/zero; ls x", 2, NULL, "larger than 16" },
  };

  CHECK_CASES (cases);
}

static void
test_export (void)
{
  static const Case cases[] = {
    { "FONTCONFIG_FILE=$PWD/nofonts salesmap export a.salesmap -o boxes.pdf", 0, NULL,
      "”; install one" },
    { "salesmap export a.salesmap -o a.pdf", 0, NULL, NULL },
    { "salesmap extract a.pdf -o again.salesmap && cmp a.salesmap again.salesmap", 0, NULL,
      NULL },
    { "salesmap export a.salesmap -o a.PNG --width 800", 0, NULL, NULL },
    { "salesmap extract a.PNG -o - | cmp a.salesmap -", 0, NULL, NULL },
    { "salesmap export - --format svg -o - < a.salesmap | salesmap extract - -o - "
      "| cmp a.salesmap -", 0, NULL, NULL },
    { "salesmap export uneven.salesmap -o uneven.pdf; salesmap extract uneven.pdf -o - "
      "| cmp uneven.salesmap -", 0, NULL, NULL },
    { "salesmap show --format arrows a.pdf", 0, "Sourcing (", NULL },
    { "salesmap export a.salesmap --no-source -o plain.pdf; salesmap extract plain.pdf -o x",
      65, NULL, "salesmap: plain.pdf: " },
    { "salesmap extract a.salesmap -o x", 65, NULL, "salesmap: a.salesmap: " },
    { "salesmap extract nothing.pdf -o x", 66, NULL, "salesmap: nothing.pdf: " },
    { "test -e x", 1, NULL, NULL },
    { "salesmap export a.salesmap -o a.html && head -c 15 a.html", 0, "<!DOCTYPE html>", NULL },
    { "salesmap export a.salesmap -o a.md && head -c 2 a.md", 0, "# ", NULL },
    { "salesmap export a.salesmap -o a.txt && head -n 1 a.txt", 0, "B2B", NULL },
    { "for paper in letter A3 a5 legal 400x300mm; do salesmap export a.salesmap --shrink"
      " --paper $paper --orientation portrait -o - --format pdf > p || echo $paper; done", 0,
      "*", "*" },
    { "salesmap export a.salesmap --handout --theme outline -o handout.svg", 0, NULL, NULL },
    { "salesmap extract handout.svg -o x", 65, NULL, "salesmap: handout.svg: " },
    { "salesmap export a.salesmap --purpose handout --theme outline -o - --format svg "
      "| cmp handout.svg -", 0, NULL, NULL },
    { "salesmap export a.salesmap --purpose slide -o slide.png "
      "&& head -c 24 slide.png | tail -c 8 | od -An -tx1", 0, " 00 00 0f 00 00 00 08 70",
      NULL },
    { "salesmap export a.salesmap --purpose poster -o - --format pdf > p "
      "&& salesmap export a.salesmap --paper a3 -o - --format pdf | cmp p -", 0, NULL, NULL },
    { "salesmap export a.salesmap --purpose wall -o x.pdf", 2, NULL, "--purpose" },
    { "for i in 1 2; do TZ=Asia/Tokyo LC_ALL=C.UTF-8 salesmap export a.salesmap -o $i.pdf; "
      "sleep 1; done; cmp 1.pdf 2.pdf", 0, NULL, NULL },
  };

  CHECK_CASES (cases);
}

static void
test_export_limits (void)
{
  static const Case cases[] = {
    { "salesmap export a.salesmap -o x.pdf --paper 49x100mm", 2, NULL, "50 to 5000 mm" },
    { "salesmap export a.salesmap -o x.pdf --paper 100x5001mm", 2, NULL, "50 to 5000 mm" },
    { "salesmap export a.salesmap -o x.pdf --paper 0x0mm", 2, NULL, "50 to 5000 mm" },
    { "salesmap export a.salesmap -o x.pdf --paper nanxnanmm", 2, NULL, "297x210mm" },
    { "salesmap export a.salesmap -o x.pdf --paper=-1x5mm", 2, NULL, "--paper" },
    { "salesmap export a.salesmap -o x.pdf --paper b4", 2, NULL, "“b4”" },
    { "salesmap export a.salesmap -o x.png --dpi 0", 2, NULL, "--dpi" },
    { "salesmap export a.salesmap -o x.png --dpi nan", 2, NULL, "--dpi" },
    { "salesmap export a.salesmap -o x.png --dpi 1e3", 2, NULL, "--dpi" },
    { "salesmap export a.salesmap -o x.png --dpi 1000000", 2, NULL, "16384 pixels" },
    { "salesmap export a.salesmap -o x.png --dpi 1200", 2, NULL, "100 million" },
    { "salesmap export a.salesmap -o x.png --width 16385", 2, NULL, "1 to 16384" },
    { "salesmap export a.salesmap -o x.png --width 0", 2, NULL, "1 to 16384" },
    { "salesmap export a.salesmap -o x.png --width 100 --dpi 5", 2, NULL, "one of them" },
    { "salesmap export a.salesmap -o x.pdf --dpi 300", 2, NULL, "--dpi is for PNG" },
    { "salesmap export a.salesmap -o x.pdf --orientation up", 2, NULL, "landscape|portrait" },
    { "salesmap export a.salesmap -o x.tiff", 2, NULL, "names no format" },
    { "salesmap export a.salesmap -o -", 2, NULL, "names no format" },
    { "ls x.*", 2, NULL, "*" },
  };

  CHECK_CASES (cases);
}

static void
test_export_refuses (void)
{
  static const Case cases[] = {
    { "salesmap export a.salesmap -o a.salesmap", 2, NULL, "over a map" },
    { "salesmap export a.salesmap --format pdf -o a.salesmap", 2, NULL, "over a map" },
    { "cp a.salesmap map.pdf; salesmap export a.salesmap -o map.pdf", 73, NULL,
      "salesmap: map.pdf: it exists and is no PDF file; " },
    { "cmp a.salesmap map.pdf", 0, NULL, NULL },
    { "salesmap export map.pdf -o map.pdf", 73, NULL, "the file it would be made from" },
    { "ln -s map.pdf link.pdf; salesmap export map.pdf -o link.pdf", 73, NULL, "made from" },
    { "salesmap export a.salesmap -o k.pdf && salesmap export a.salesmap -o k.pdf", 0, NULL,
      NULL },
    { "cp k.pdf k.png; salesmap export a.salesmap -o k.png", 73, NULL, "no PNG file" },
    { "cp k.pdf k.md; salesmap export a.salesmap -o k.md", 73, NULL, "no Markdown file" },
    { "cp a.salesmap k.txt; salesmap export a.salesmap -o k.txt", 73, NULL, "no text file" },
    { "ln k.pdf second.pdf; salesmap export a.salesmap --theme mono -o k.pdf", 74, NULL, "further names" },
    { "salesmap export a.salesmap --theme mono -o k.pdf --break-links", 0, NULL, NULL },
    { "salesmap extract k.pdf -o k.pdf", 73, NULL, "made from" },
    { "echo dear diary > notes; salesmap extract k.pdf -o notes", 73, NULL, "no map file" },
    { "cat notes", 0, "dear diary", NULL },
    { "salesmap export a.salesmap -o no/such/folder.pdf", 73, NULL, "no/such/folder.pdf" },
  };

  CHECK_CASES (cases);
}

static void
test_does_not_fit (void)
{
  static const Case cases[] = {
    { "salesmap export full.salesmap -o full.pdf", 1, NULL,
      "salesmap: full.salesmap: Stage 1 has " },
    { "test -e full.pdf", 1, NULL, NULL },
    { "salesmap check full.salesmap", 1, "lines too many for one page.", NULL },
    { "salesmap export full.salesmap --shrink -o full.pdf; test -s full.pdf", 0, NULL, "*" },
  };
  g_autoptr (GString) map = g_string_new (
    "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-full\">\n"
    "<title>Full</title><stages><stage id=\"s-one\"><name>One</name><exit>\n");
  g_autofree char *path = g_build_filename (folder, "full.salesmap", NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (map, "<criterion id=\"c-%u\">Buyer named item %u of the long "
                                 "list in writing</criterion>\n", i, i);
  g_string_append (map, "</exit></stage></stages></map>\n");
  g_assert_true (g_file_set_contents (path, map->str, -1, NULL));
  CHECK_CASES (cases);
}

static const char bad_criteria[]
    = "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-bad\">\n"
      "  <title>Bad</title>\n  <stages>\n    <stage id=\"s-one\">\n      <name>One</name>\n"
      "      <exit>\n        <criterion id=\"c-sent\">Proposal sent</criterion>\n"
      "      </exit>\n    </stage>\n  </stages>\n</map>\n";

static void
write_file (const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

/* A map, and the same as another program would have written it. */
static void
set_up (void)
{
  static const Case make[] = {
    { "salesmap new -o a.salesmap", 0, NULL, NULL },
    { "sed -e 's/^ *//' -e \"s/version=.1.0./version='1.0'/\" a.salesmap > uneven.salesmap", 0,
      NULL, NULL },
    { "sed -e 's/<name>Discovery/<name>Disc\\xe2\\x80\\xaeovery/' a.salesmap > hidden.salesmap",
      0, NULL, NULL },
  };

  folder = g_dir_make_tmp ("salesmap-XXXXXX", NULL);
  g_assert_nonnull (folder);
  CHECK_CASES (make);
  write_file ("bad-criteria.salesmap", bad_criteria);
  write_file ("nofonts", "<?xml version=\"1.0\"?>\n<fontconfig><dir>/nowhere</dir>"
                         "</fontconfig>\n");
}

static void
tear_down (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  if (argc > 2)
    {
      g_autofree char *library = g_canonicalize_filename (argv[2], NULL);

      g_setenv ("STARVE", library, TRUE);
    }
  examples = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", NULL);
  set_up ();
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/new", test_new);
  g_test_add_func ("/cli/show", test_show);
  g_test_add_func ("/cli/show-json", test_show_json);
  g_test_add_func ("/cli/output-fails", test_output_fails);
  g_test_add_func ("/cli/closed-pipe", test_closed_pipe);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/check-json", test_check_json);
  g_test_add_func ("/cli/starve", test_starve);
  g_test_add_func ("/cli/check-page", test_check_page);
  g_test_add_func ("/cli/check-findings", test_check_findings);
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/export-limits", test_export_limits);
  g_test_add_func ("/cli/export-refuses", test_export_refuses);
  g_test_add_func ("/cli/does-not-fit", test_does_not_fit);
  status = g_test_run ();
  tear_down ();
  g_free (examples);
  g_free (folder);
  g_free (program);
  return status;
}
