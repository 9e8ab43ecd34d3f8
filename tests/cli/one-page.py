#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The promise of the one page, proved from outside: random maps go through the command line,
# and what comes out is read by programs that are not ours. Either there is exactly one page,
# with every text of the map whole and no two on each other, or nothing is written and a
# message names the stage and the lines too many.
#
#   one-page.py SALESMAP [MAPS [SEED]]
#
# A map can be made again from its number: a failure names it and keeps the file.

import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

WORDS = {
    'latin': 'deal buyer owner meeting price agreed signed quantified decision process über '
             'naïve Ångström straße ROI 12.5% (draft) “quoted” a/b & <b> no-decision '
             'Donaudampfschifffahrtsgesellschaft',
    'cyrillic': 'сделка покупатель решение подписано согласовано бюджет владелец встреча '
                'цена подтверждено высокопревосходительство',
    'arabic': 'صفقة المشتري قرار الاجتماع السعر موافقة العقد الميزانية المالك تأكيد',
    'cjk': '客户 决策 预算 会议 价格 合同 签署 確認 取引 見積もり 顧客の課題 고객 예산 회의',
    'emoji': '🙂 🚀 ✅ 📈 🎯 🤝',
}
WORDS = {script: words.split() for script, words in WORDS.items()}
PAPERS = {'a4': (210, 297), 'letter': (215.9, 279.4), 'a3': (297, 420), 'a5': (148, 210),
          'legal': (215.9, 355.6)}
TOO_MANY = re.compile(r'Stage (\d+) has (\d+) lines? too many for one page\.')
POINTS = 72 / 25.4
# The part of its box that belongs to a word alone. Fonts claim more height than their letters
# have, Arabic ones far more.
CORE_X, CORE_Y, CORE_Y_ARABIC = 0.75, 0.75, 0.45


def make_text(rng, scripts, length):
    """About so many characters, and never none."""
    words, n = [], 0
    while n < length:
        words.append(rng.choice(WORDS[rng.choice(scripts)]))
        n += len(words[-1]) + 1
    return ' '.join(words)[:length].strip() or 'x'


def make_map(number):
    """The map as a list of (kind, text) in reading order, and as a file."""
    rng = random.Random(number)
    main = rng.choice(['latin', 'latin', 'cyrillic', 'arabic', 'cjk'])
    scripts = rng.choice([[main], [main], [main, 'emoji'], list(WORDS)])
    n_stages = rng.choice([1, 2, 3, 5, 7, 7, 8, 9, 12, rng.randint(1, 40)])
    most = rng.choice([2, 3, 4, 12])
    longest = rng.choice([12, 30, 60, 300])
    texts, xml = [], []

    def text(kind, length):
        texts.append((kind, make_text(rng, scripts, rng.randint(1, length))))
        return escape(texts[-1][1])

    xml.append('<title>%s</title>' % text('title', 60))
    if rng.random() < 0.5:
        xml.append('<subtitle>%s</subtitle>' % text('words', 60))
    xml.append('<stages>')
    for i in range(n_stages):
        xml.append('<stage id="s-%d"><name>%s</name><does>%s</does>'
                   % (i, text('stage', 24), text('words', 50)))
        for side in ('entry', 'exit'):
            xml.append('<%s>' % side)
            for j in range(rng.randint(0, most)):
                xml.append('<criterion id="c-%d-%s-%d">%s</criterion>'
                           % (i, side, j, text('words', longest)))
            xml.append('</%s>' % side)
        xml.append('</stage>')
    xml.append('</stages><definitions>')
    for i in range(rng.randint(0, 3)):
        words = text('words', 100)
        xml.append('<definition id="d-%d" term="%s" page="yes">%s</definition>'
                   % (i, 'Term %d' % i, words))
        texts.insert(-1, ('words', 'Term %d' % i))
    xml.append('</definitions>')
    head = ('<?xml version="1.0" encoding="UTF-8"?>\n<map xmlns="urn:sales-system-map:1" '
            'version="1.0" id="m-law" xml:lang="%s">' % ('ar' if main == 'arabic' else 'en'))
    return texts, n_stages, head + ''.join(xml) + '</map>\n'


def make_paper(number):
    """The options for a sheet, and its width and height in points."""
    rng = random.Random(-1 - number)
    name = rng.choice(list(PAPERS) + ['a4', 'letter', 'custom'])
    way = rng.choice(['landscape', 'portrait'])
    if name == 'custom':
        size = (rng.randint(100, 900), rng.randint(100, 900))
        name = '%dx%dmm' % size
    else:
        size = PAPERS[name]
    size = sorted(size, reverse=way == 'landscape')
    return ['--paper', name, '--orientation', way], [mm * POINTS for mm in size]


def read(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}).stdout.decode(errors='replace')


def letters(text):
    """What of a text counts: how it is broken into lines and shaped does not, emoji are
    pictures, and brackets in a line of both directions may come out mirrored."""
    text = unicodedata.normalize('NFKC', text)
    return ''.join(c for c in text if not unicodedata.mirrored(c)
                   and unicodedata.category(c) not in ('Zs', 'Cf', 'Cc', 'Mn', 'So'))


class Word:
    def __init__(self, element):
        self.box = [float(element.get(side)) for side in ('xMin', 'yMin', 'xMax', 'yMax')]
        self.text = element.text or ''

    def core(self):
        """The box without what a font only claims."""
        x0, y0, x1, y1 = self.box
        is_arabic = any(unicodedata.bidirectional(c) == 'AL' for c in self.text)
        part = CORE_Y_ARABIC if is_arabic else CORE_Y
        dx, dy = (x1 - x0) * (1 - CORE_X) / 2, (y1 - y0) * (1 - part) / 2
        return x0 + dx, y0 + dy, x1 - dx, y1 - dy

    def __str__(self):
        return '“%s” at %s' % (self.text, ' '.join('%.1f' % side for side in self.box))


def check_words(pdf, size):
    page = ET.fromstring(read('pdftotext', '-bbox-layout', pdf, '-'))
    words = [Word(element) for element in page.iter('{http://www.w3.org/1999/xhtml}word')]
    for word in words:
        x0, y0, x1, y1 = word.box
        if x0 < -0.5 or x1 > size[0] + 0.5 or (y0 + y1) / 2 < 0 or (y0 + y1) / 2 > size[1]:
            yield 'leaves the page: %s' % word
    cores = sorted(((*word.core(), word) for word in words), key=lambda core: core[0])
    for i, (_, top, right, bottom, word) in enumerate(cores):
        for left, other_top, _, other_bottom, other in cores[i + 1:]:
            if left >= right:
                break
            if other_top < bottom and top < other_bottom:
                yield 'lie on each other: %s and %s' % (word, other)


def structure(pdf):
    """The texts of the page with their kind, in the order a screen reader takes."""
    kind, strings = None, []
    for line in read('pdfinfo', '-struct-text', pdf).splitlines():
        line = line.strip()
        if line.startswith('"'):
            strings.append((kind, line.strip('"')))
        elif line:
            kind = line.split()[0]
    return strings


def check_order(pdf, texts):
    """Every text of the map is read whole, in the order of the map."""
    said = letters(''.join(text for _, text in structure(pdf)))
    place = 0
    for kind, text in texts:
        found = said.find(letters(text), place)
        if found < 0:
            yield '%s is not read, or not in its place: “%s”' % (kind, text)
        else:
            place = found + len(letters(text))
    headings = [text for kind, text in structure(pdf) if kind == 'H2']
    stages = [text for kind, text in texts if kind == 'stage']
    if len(headings) < len(stages):
        yield '%d headings for %d stages' % (len(headings), len(stages))


def check_printed(pdf, texts):
    """What is drawn is what is read: letters of each text, in whatever order a program finds
    them, where several scripts stand in a line."""
    printed = letters(read('pdftotext', '-layout', pdf, '-'))
    have = {c: printed.count(c) for c in set(printed)}
    need = letters(''.join(text for _, text in texts))
    for c in set(need):
        if have.get(c, 0) < need.count(c):
            yield '“%s” stands %d times in the map, %d on the page' % (c, need.count(c),
                                                                      have.get(c, 0))


def check_page(pdf, size):
    info = dict(line.split(':', 1) for line in read('pdfinfo', pdf).splitlines())
    if info['Pages'].strip() != '1':
        yield 'has %s pages' % info['Pages'].strip()
    if info['Tagged'].strip() != 'yes':
        yield 'is not tagged'
    found = [float(number) for number in re.findall(r'[\d.]+', info['Page size'])[:2]]
    if any(abs(a - b) > 0.6 for a, b in zip(found, size)):
        yield 'measures %s points instead of %s' % (found, size)
    for line in read('pdffonts', pdf).splitlines()[2:]:
        if line.split()[-5] != 'yes':
            yield 'a font is not embedded: %s' % line


def check_refusal(result, n_stages, pdf):
    found = TOO_MANY.search(result.stderr.decode())
    if os.path.exists(pdf):
        yield 'does not fit, and is written'
    if found is None:
        yield 'no message with stage and lines: %r' % result.stderr
    elif not 1 <= int(found[1]) <= n_stages or int(found[2]) < 1:
        yield 'no such stage, or no lines: %s' % found[0]


def check_map(program, number, folder, closely):
    """Whether it fit, and what is wrong."""
    texts, n_stages, xml = make_map(number)
    options, size = make_paper(number)
    source, pdf = os.path.join(folder, 'map.salesmap'), os.path.join(folder, 'map.pdf')
    with open(source, 'w', encoding='utf-8') as file:
        file.write(xml)
    if os.path.exists(pdf):
        os.unlink(pdf)
    result = subprocess.run([program, 'export', source, '-o', pdf, *options],
                            capture_output=True, timeout=60, check=False)
    if result.returncode == 1:
        return False, list(check_refusal(result, n_stages, pdf))
    if result.returncode != 0:
        return False, ['status %d: %r' % (result.returncode, result.stderr)]
    checks = [check_page(pdf, size)]
    if closely:
        checks += [check_words(pdf, size), check_order(pdf, texts), check_printed(pdf, texts)]
    return True, [fault for check in checks for fault in check]


def main():
    program = sys.argv[1]
    n_maps = int(os.environ.get('SALESMAP_MAPS', sys.argv[2] if len(sys.argv) > 2 else 40))
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    n_bad = n_fit = 0
    for number in range(seed, seed + n_maps):
        with tempfile.TemporaryDirectory() as folder:
            fits, faults = check_map(program, number, folder, True)
        n_fit += fits
        n_bad += bool(faults)
        for fault in faults[:5]:
            print('map %d (%s): %s' % (number, ' '.join(make_paper(number)[0]), fault))
    print('%d maps, %d fit, %d are wrong' % (n_maps, n_fit, n_bad))
    return 1 if n_bad or n_fit < n_maps // 5 or n_fit == n_maps else 0


if __name__ == '__main__':
    sys.exit(main())
