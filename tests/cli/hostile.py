#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files that are broken, cut, of another kind, or made to hurt. Each must be refused or read
# as the table says, with one message that names the place and what to do, quickly, in little
# memory, and without touching it.
#
#   hostile.py SALESMAP [STRIDE]
#
# STRIDE: of how many ways to cut a map or to flip a bit of it one is tried; 1 for all.

import gzip
import os
import random
import re
import resource
import struct
import subprocess
import sys
import tempfile
import zlib

NS = 'xmlns="urn:sales-system-map:1"'
HEAD = '<map %s version="1.0" id="m-a" xml:lang="en">' % NS
LINE = re.compile(r'salesmap: [^\n]+: [^\n]+[;.] [^\n]+')
# Sanitizers take their own time and memory.
PATIENCE = 10 if 'ASAN_OPTIONS' in os.environ else 1
SECONDS, KIBIBYTES = 2.0 * PATIENCE, 256 * 1024 * PATIENCE


def chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data
            + struct.pack('>I', zlib.crc32(kind + data)))


def png(*chunks):
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0))
            + b''.join(chunks) + chunk(b'IDAT', zlib.compress(b'\0\0')) + chunk(b'IEND', b''))


def pdf_with(filters, data):
    return (b'%%PDF-1.4\n1 0 obj\n<< /Type /EmbeddedFile /Subtype /application#2Fvnd.salesmap'
            b'+xml %s /Length %d >>\nstream\n' % (filters, len(data))
            + data + b'\nendstream\nendobj\n')


def stage(inside, attributes='id="s-1"'):
    return '%s<stages><stage %s>%s</stage></stages></map>' % (HEAD, attributes, inside)


def title(text):
    return '%s<title>%s</title></map>' % (HEAD, text)


def dtd(inside, use='x'):
    return '<?xml version="1.0"?>\n<!DOCTYPE map %s>\n%s' % (inside, title(use))


BOMB = zlib.compress(b'<' * 50_000_000, 9)
LAUGHS = '[<!ENTITY a0 "ha">%s]' % ''.join(
    '<!ENTITY a%d "%s">' % (i, '&a%d;' % (i - 1) * 10) for i in range(1, 12))

REFUSED = {
    'empty': '', 'blank': ' \n\t\n', 'bom': '\ufeff', 'zeros': b'\0' * 4096,
    'zero-tail': title('a').encode() + b'\0' * 4096,
    'ampersand': title('a & b'), 'less-than': title('a < b'), 'no-end': HEAD,
    'wrong-end': HEAD + '</mop>', 'extra-end': title('a') + '</map>',
    'two-roots': title('a') + title('b'), 'text-behind': title('a') + 'x',
    'attribute-twice': stage('', 'id="s-1" id="s-2"'), 'attribute-less': stage('', 'id="<"'),
    'comment-dashes': HEAD + '<!-- a -- b --></map>', 'cdata-end': title(']]>'),
    'late-declaration': '\n<?xml version="1.0"?>' + title('a'),
    'prefix': HEAD + '<x:y/></map>',
    'other-root': '<mop %s version="1.0" id="m-a"/>' % NS, 'no-namespace': '<map version="1.0"/>',
    'other-namespace': '<map xmlns="urn:other" version="1.0" id="m-a"/>',
    'html': '<!DOCTYPE html>\n<html><body>Please log in</body></html>',
    'xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    'svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'gzip': gzip.compress(title('a').encode()), 'gzip-bomb': b'\x1f\x8b\x08\0\0\0\0\0\0\3' + BOMB,
    'zip': b'PK\3\4' + b'\0' * 100, 'sqlite': b'SQLite format 3\0' + b'\0' * 100,
    'pdf': b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'csv': 'Thing,Stage\nA,B\n',
    'json': '{"map": 1}', 'noise': random.Random(1).randbytes(5000),
    'png': png(), 'png-cut': png()[:20], 'png-bomb': png(chunk(b'zTXt', b'salesmap\0\0' + BOMB)),
    'png-itxt-bomb': png(chunk(b'iTXt', b'salesmap\0\1\0\0\0' + BOMB)),
    'png-many-bombs': png(*[chunk(b'iTXt', b'salesmap\0\1\0\0\0' + BOMB)] * 200),
    'pdf-bomb': pdf_with(b'/Filter /FlateDecode', BOMB),
    'pdf-many-bombs': pdf_with(b'/Filter /FlateDecode', BOMB) * 200,
    'pdf-many-marks': b'%PDF-1.4\n' + b'1 0 obj <</Subtype /application#2Fvnd.salesmap+xml '
                      b'/Length 9>> stream\nabc ' * 400_000,
    'pdf-no-map': pdf_with(b'', b'<svg/>'), 'png-no-map': png(chunk(b'iTXt', b'salesmap\0\0\0\0\0x')),
    'newer': '<map %s version="2.0" id="m-a"/>' % NS,
    'newer-namespace': '<map xmlns="urn:sales-system-map:2" version="2.0" id="m-a"/>',
    **{'version-%d' % i: '<map %s version="%s" id="m-a"/>' % (NS, version)
       for i, version in enumerate(['', '-1.0', '1', '1.', '1.99999999999', '١.٠', '0.9', '1.0a'])},
    'no-version': '<map %s id="m-a"/>' % NS,
    **{'id-%d' % i: stage('', 'id="%s"' % id_) for i, id_ in enumerate(
        ['', '../../etc/passwd', 'a' * 10_000, 's-\u202ea', 'ѕ-1', 'S-1', '1', 's 1', "s';ls"])},
    'no-id': stage('', ''),
    'id-twice': '%s<stages><stage id="s-1"/>\n<stage id="s-1"/></stages></map>' % HEAD,
    'stray-text': HEAD + '<stages>hello</stages></map>',
    'stage-in-criterion': stage('<entry><criterion id="c-1">a<stage id="s-2"/></criterion></entry>'),
    'dtd-internal': dtd('[<!ENTITY e "x">]', '&e;'), 'dtd-external': dtd('SYSTEM "map.dtd"'),
    'dtd-empty': dtd(''), 'dtd-defaults': dtd('[<!ATTLIST map lang CDATA "x">]'),
    'xxe': dtd('[<!ENTITY e SYSTEM "file:///etc/passwd">]', '&e;'),
    'xxe-network': dtd('[<!ENTITY e SYSTEM "http://127.0.0.1:9/">]', '&e;'),
    'xxe-parameter': dtd('[<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]'),
    'xxe-utf-16': dtd('[<!ENTITY e SYSTEM "file:///etc/passwd">]', '&e;').replace(
        '?>', ' encoding="UTF-16"?>', 1).encode('utf-16'),
    'xxe-utf-7': b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE map [+ADw-!ENTITY e '
                 b'SYSTEM "file:///etc/passwd"+AD4-]+AD4-' + title('&e;').encode(),
    'laughs': dtd(LAUGHS, '&a11;'),
    'quadratic': dtd('[<!ENTITY a "%s">]' % ('a' * 50_000), '&a;' * 50_000),
    'loop': dtd('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', '&a;'),
    **{'encoding-%d' % i: ('<?xml version="1.0" encoding="%s"?>' % name).encode()
       + title('a').encode() for i, name in enumerate(
           ['UTF-7', 'UTF-32', 'EBCDIC-US', 'IBM037', 'Shift_JIS', 'x' * 5000, 'UTF-16', '', 'ISO-2022-JP'])},
    'utf-32': title('a').encode('utf-32'),
    'not-utf-8': title('a\udcff').encode('utf-8', 'surrogateescape'),
    'overlong': title('XX').encode().replace(b'XX', b'\xc0\xaf'),
    'surrogate': title('XX').encode().replace(b'XX', b'\xed\xa0\x80'),
    **{'character-%x' % c: title(chr(c)) for c in (0, 1, 8, 0xb, 0x1b, 0x1f, 0xfffe, 0xffff)},
    **{'reference-%d' % i: title('&#%s;' % c)
       for i, c in enumerate(['0', 'x1b', 'xFFFE', 'xD800', 'x110000', '99999999999999999999', '', 'x'])},
    'entity': title('&nbsp;'),
    **{'depth-%d' % n: HEAD + '<a>' * n for n in (33, 52, 300, 5000, 200_000)},
    'depth-closed': HEAD + '<a>' * 5000 + '</a>' * 5000 + '</map>',
    'too-big': HEAD + '<!-- x -->' * 1_700_000 + '</map>',
    'elements': HEAD + '<a/>' * 200_001 + '</map>',
    'attributes': '<map %s version="1.0" id="m-a" %s/>' % (
        NS, ' '.join('a%d=""' % i for i in range(20_000))),
    'name': HEAD + '<%s/></map>' % ('n' * 60_000), 'text': title('a' * (1024 * 1024 + 1)),
    'attribute-text': stage('', 'id="s-1" x="%s"' % ('a' * (1024 * 1024 + 1))),
    'stages': HEAD + '<stages>%s</stages></map>' % ''.join(
        '<stage id="s-%d"/>' % i for i in range(1001)),
    'git-markers': HEAD + '\n<<<<<<< HEAD\n<title>a</title>\n=======\n<title>b</title>\n'
                          '>>>>>>> theirs\n</map>',
    **{'number-%d' % i: stage('', 'id="s-1" limit-days="%s"' % number) for i, number in enumerate(
        ['NaN', '1e400', '1,5', '1.234,56', '0x10', '١٢', '9' * 16, '1.1234567', '', '--1'])},
    **{'date-%d' % i: '%s<edition date="%s"/></map>' % (HEAD, date) for i, date in enumerate(
        ['2026-02-30', '2026-13-01', '2026-11-23T10:00', '9999999-01-01', '23.11.2026', '٢٠٢٦-٠١-٠١'])},
}

READ = {
    'nothing-in-it': HEAD + '</map>', 'no-stages': HEAD + '<stages/></map>',
    'minor': '<map %s version="1.9" id="m-a"><future x="1"/></map>' % NS,
    'foreign': '<map %s xmlns:x="urn:x" version="1.0" id="m-a" x:a="1"><x:map id="m-a"/><!-- c -->'
               '<?p i?><title>a</title></map>' % NS,
    'says-pdf': title('How to open a %PDF-1.7 file'),
    'says-svg': '<!-- made from <svg> -->' + HEAD + '<svg xmlns="http://www.w3.org/2000/svg"/></map>',
    'dangling': HEAD + '<links><link id="l-1" from="s-9" to="s-8">a</link></links></map>',
    'self-link': '%s<stages><stage id="s-1"/></stages><links><link id="l-1" from="s-1" to="s-1">a'
                 '</link><link id="l-2" from="s-1" to="s-1">a</link></links></map>' % HEAD,
    'xinclude': HEAD + '<include xmlns="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></map>',
    'stylesheet': '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>' + title('a'),
    'schema-location': HEAD.replace(' id', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                                    'xsi:schemaLocation="urn:a http://127.0.0.1:9/" id') + '</map>',
    'bom-utf-8': '\ufeff' + title('a'), 'utf-16': title('ä').encode('utf-16'),
    'utf-16-be': b'\xfe\xff' + title('ä').encode('utf-16-be'),
    'latin-1': '<?xml version="1.0" encoding="ISO-8859-1"?>'.encode() + title('ä').encode('latin-1'),
    'crlf': stage('<name>a</name>').replace('>', '>\r\n'),
    'bidi': title('\u202eevil\u202c \u200b\u00ad\u2066x\u2069 \U000e0041 \x85'),
    'markup': title('&lt;b size=9999999&gt;&amp;amp;'), 'formula': title("=cmd|' /C calc'!A0"),
    'long-word': stage('<entry><criterion id="c-1">%s</criterion></entry>' % ('W' * 60_000)),
    'long-text': stage('<entry><criterion id="c-1">%s</criterion></entry>' % ('word ' * 10_000)),
    'marks': stage('<entry><criterion id="c-1">a%s</criterion></entry>' % ('\u0301' * 64_000)),
    'unknown-block': stage('', 'id="s-1" block="moon" colour="99"'),
    '1000-stages': HEAD + '<stages>%s</stages></map>' % ''.join(
        '<stage id="s-%d"><name>a</name></stage>' % i for i in range(1000)),
    '5000-criteria': stage('<entry>%s</entry>' % ''.join(
        '<criterion id="c-%d">a</criterion>' % i for i in range(5000))),
    'depth-32': HEAD + '<a>' * 31 + '</a>' * 31 + '</map>',
}

# The same for the deal book, whose reader is the same: what is wrong with a map is wrong with
# a book, apart from the limits.
BOOK_HEAD = '<deals %s version="1.0" map="m-a">' % NS
MAPS_ONLY = {'too-big', 'elements', 'svg', 'png-many-bombs', 'pdf-many-bombs', 'pdf-many-marks'}


def as_book(contents):
    swaps = ((HEAD, BOOK_HEAD), ('</map>', '</deals>'), ('<map ', '<deals '),
             ('DOCTYPE map', 'DOCTYPE deals'), ('<title>', '<deal id="x-1"><name>'),
             ('</title>', '</name></deal>'))
    for old, new in swaps:
        if isinstance(contents, bytes):
            old, new = old.encode(), new.encode()
        contents = contents.replace(old, new)
    return contents


def deal(attributes, inside=''):
    return '%s<deal id="x-1" %s>%s</deal></deals>' % (BOOK_HEAD, attributes, inside)


REFUSED_BOOKS = {
    **{name: as_book(contents) for name, contents in REFUSED.items() if name not in MAPS_ONLY},
    'map': title('a'),
    'no-deal-id': BOOK_HEAD + '<deal/></deals>',
    'deal-twice': BOOK_HEAD + '<deal id="x-1"/>\n<deal id="x-1"/></deals>',
    'deal-id': BOOK_HEAD + '<deal id="../x"/></deals>',
    'two-diagnoses': deal('', '<diagnosis/><diagnosis/>'), 'two-ends': deal('', '<closed/><closed/>'),
    'answer-outside': deal('', '<answer criterion="c-1" is="yes"/>'),
    'stage-in-a-deal': deal('', '<stage id="s-1"/>'), 'stray-in-a-deal': deal('', 'hello'),
    'claimed': deal('claimed="a b"'), 'criterion': deal('', '<diagnosis><answer criterion=""/></diagnosis>'),
    'long-evidence': deal('', '<diagnosis><answer criterion="c-1" is="yes">%s</answer></diagnosis>'
                          % ('a' * (1024 * 1024 + 1))),
    **{'amount-%d' % i: deal('amount="%s"' % amount) for i, amount in enumerate(
        ['NaN', '1e400', '1.234,56', '1,000', '€ 5', '(500)', '9' * 22, '1.1234567', '', 'inf'])},
    **{'deal-date-%d' % i: deal('%s="%s"' % (field, date)) for field in ('since', 'close', 'created')
       for i, date in enumerate(['2026-02-30', '2026-11-23T10:00', '9999999-01-01', '23.11.2026', ''])},
}

READ_BOOKS = {
    'no-deals': BOOK_HEAD + '</deals>', 'no-map': '<deals %s version="1.0"/>' % NS,
    'other-map': BOOK_HEAD.replace('m-a', 'm-other') + '<deal id="x-1"/></deals>',
    'minor': '<deals %s version="1.9"><future/><deal id="x-1"/></deals>' % NS,
    'nothing-known': deal('claimed="s-gone"', '<diagnosis><answer criterion="c-gone" is="maybe">a'
                          '</answer><answer criterion="c-gone" is="no"/></diagnosis>'),
    'foreign': deal('xmlns:x="urn:x" x:a="1"', '<x:deal id="x-1"/><!-- c --><?p i?><mood>good</mood>'),
    'moves': deal('', '<move/><move on="2026-11-23" from="s-9" to="s-9"/><move on="2020-01-01"/>'),
    'bidi': deal('crm="\u202e"', '<name>\u202eevil\u202c \u200b\u2066x\u2069 \x85</name>'),
    'formula': deal('', "<name>=cmd|' /C calc'!A0</name>"),
    'far-days': deal('since="0001-01-01" close="9999-12-31" created="9999-12-31"'),
    'much-money': deal('amount="-123456789012345.123456" currency="XX"'),
    'utf-16': deal('', '<name>ä</name>').encode('utf-16'),
    'long-name': deal('', '<name>%s</name>' % ('W' * 60_000)),
    '20000-answers': deal('', '<diagnosis>%s</diagnosis>' % ''.join(
        '<answer criterion="c-%d" is="no"/>' % i for i in range(20_000))),
    '20000-deals': BOOK_HEAD + ''.join('<deal id="x-%d"/>' % i for i in range(20_000)) + '</deals>',
}


class Hostile:
    def __init__(self, program):
        self.program = program
        self.n_runs = 0
        self.faults = []
        self.folder = tempfile.TemporaryDirectory()

    def run(self, *words):
        self.n_runs += 1
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run([self.program, *words], capture_output=True, timeout=60,
                                cwd=self.folder.name, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if seconds > SECONDS:
            self.faults.append('%s took %.1f s' % (words, seconds))
        return result

    def fault(self, name, result, what):
        self.faults.append('%s: %s; status %d, %r' % (name, what, result.returncode,
                                                     result.stderr[:300]))

    def check_message(self, name, result):
        """One line, which a terminal can show."""
        text = result.stderr.decode('utf-8', 'replace')
        if text.count('\n') != 1 or not LINE.fullmatch(text.rstrip('\n')):
            self.fault(name, result, 'is no message of one line')
        if re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]', text):
            self.fault(name, result, 'shows what a terminal would obey')

    def put(self, name, contents):
        path = os.path.join(self.folder.name, name)
        with open(path, 'wb') as file:
            file.write(contents.encode('utf-8') if isinstance(contents, str) else contents)
        return path

    def refuse(self, name, contents):
        path = self.put('a.salesmap', contents)
        for words in (('show', 'a.salesmap'), ('export', 'a.salesmap', '-o', 'a.pdf')):
            result = self.run(*words)
            if result.returncode != 65 or result.stdout:
                self.fault(name, result, 'is not refused by %s' % words[0])
            else:
                self.check_message(name, result)
        with open(path, 'rb') as file:
            if file.read() != (contents.encode() if isinstance(contents, str) else contents):
                self.faults.append('%s: is changed' % name)
        if os.listdir(self.folder.name) != ['a.salesmap']:
            self.faults.append('%s: leaves %s' % (name, os.listdir(self.folder.name)))

    def read(self, name, contents):
        self.put('a.salesmap', contents)
        for form in ('text', 'json', 'markdown', 'arrows'):
            result = self.run('show', '--format', form, 'a.salesmap')
            if result.returncode != 0:
                self.fault(name, result, 'is not shown as %s' % form)
        if self.run('check', 'a.salesmap').returncode not in (0, 1):
            self.faults.append('%s: is not checked' % name)
        result = self.run('export', 'a.salesmap', '-o', 'a.pdf', '--shrink')
        if result.returncode not in (0, 1) or not os.path.exists(self.folder.name + '/a.pdf'):
            self.fault(name, result, 'is not drawn')
            return
        result = self.run('extract', 'a.pdf', '-o', 'b.salesmap')
        with open(self.folder.name + '/a.salesmap', 'rb') as a:
            if result.returncode != 0 or open(self.folder.name + '/b.salesmap', 'rb').read() != a.read():
                self.fault(name, result, 'does not come back')
        os.unlink(self.folder.name + '/a.pdf')
        os.unlink(self.folder.name + '/b.salesmap')

    def refuse_book(self, name, contents):
        path = self.put('a.salesdeals', contents)
        result = self.run('diagnose', 'map.salesmap', 'a.salesdeals')
        if result.returncode != 65 or result.stdout:
            self.fault(name, result, 'is not refused as a deal book')
        else:
            self.check_message(name, result)
        with open(path, 'rb') as file:
            if file.read() != (contents.encode() if isinstance(contents, str) else contents):
                self.faults.append('%s: is changed' % name)

    def read_book(self, name, contents):
        self.put('a.salesdeals', contents)
        for form in ('text', 'json', 'csv'):
            result = self.run('diagnose', '--format', form, 'map.salesmap', 'a.salesdeals')
            if result.returncode not in (0, 1):
                self.fault(name, result, 'is not diagnosed as %s' % form)
        result = self.run('check', '--deals', 'a.salesdeals', 'map.salesmap')
        if result.returncode not in (0, 1):
            self.fault(name, result, 'is not checked')

    def damage(self, name, contents, may_read):
        """What is cut or flipped is refused in one line, or, where it still is a map, read."""
        self.put('a.salesmap', contents)
        result = self.run('show', 'a.salesmap')
        if result.returncode == 65:
            self.check_message(name, result)
        elif result.returncode != 0 or not may_read:
            self.fault(name, result, 'is not refused')


def main():
    hostile = Hostile(os.path.abspath(sys.argv[1]))
    stride = int(os.environ.get('SALESMAP_STRIDE', sys.argv[2] if len(sys.argv) > 2 else 97))
    for name, contents in REFUSED.items():
        hostile.refuse(name, contents)
    for name, contents in READ.items():
        hostile.read(name, contents)

    template = hostile.run('new').stdout
    hostile.put('map.salesmap', template)
    for name, contents in REFUSED_BOOKS.items():
        hostile.refuse_book(name, contents)
    for name, contents in READ_BOOKS.items():
        hostile.read_book(name, contents)

    whole = len(template.rstrip())
    for length in range(0, whole, stride):
        hostile.damage('cut at %d' % length, template[:length], False)
    rng = random.Random(3)
    for i in range(0, 3000, stride):
        place, bit = rng.randrange(len(template)), rng.randrange(8)
        flipped = bytearray(template)
        flipped[place] ^= 1 << bit
        hostile.damage('bit %d of byte %d' % (bit, place), bytes(flipped), True)

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if most > KIBIBYTES:
        hostile.faults.append('took %d KiB' % most)
    print('\n'.join(hostile.faults))
    print('%d runs, %d KiB at most, %d faults' % (hostile.n_runs, most, len(hostile.faults)))
    return 1 if hostile.faults else 0


if __name__ == '__main__':
    sys.exit(main())
