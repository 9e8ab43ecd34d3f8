#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `salesmap diff` says of two files.
#
#   diff.py SALESMAP EXAMPLE

import json
import pathlib
import subprocess
import sys
import tempfile


def diff(program, *arguments):
    run = subprocess.run([program, 'diff', *map(str, arguments)], text=True,
                         encoding='utf-8', capture_output=True)
    return run.returncode, run.stdout, run.stderr


def expect(condition, *what):
    if not condition:
        raise SystemExit(f'not as expected: {what}')


def main(program, example):
    text = pathlib.Path(example).read_text(encoding='utf-8')
    edited = text.replace('Next step captured, with a date', 'Next step captured')
    edited = edited.replace('limit-days="21"', 'limit-days="30"')
    lines = edited.splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if '<entry>' in line) + 1
    gone = lines.pop(at)
    expect(edited != text and '<criterion' in gone, gone)

    with tempfile.TemporaryDirectory() as folder:
        after = pathlib.Path(folder) / 'after.salesmap'
        after.write_text(''.join(lines), encoding='utf-8')

        status, out, err = diff(program, example, example)
        expect((status, out, err) == (0, '', ''), status, out, err)

        status, out, err = diff(program, example, after)
        expect((status, err) == (1, ''), status, err)
        expect('~ Leave when: Next step captured[-, with a date-]' in out, out)
        expect('~ Stuck after: [-21-]{+30+} days' in out, out)
        expect('− Enter when: ' in out, out)
        expect('3 Discovery\n' in out, out)

        status, out, err = diff(program, '--format=json', example, after)
        answer = json.loads(out)
        expect(status == 1 and answer['equal'] is False, out)
        kinds = sorted((c['kind'], c['part'], c['field']) for c in answer['changes'])
        expect(('changed', 'criterion', 'text') in kinds, kinds)
        expect(('changed', 'stage', 'limit-days') in kinds, kinds)
        expect(('removed', 'criterion', None) in kinds, kinds)
        keys = ['kind', 'part', 'id', 'stage', 'list', 'field', 'before', 'after', 'message']
        expect(all(list(c) == keys for c in answer['changes']), out)
        changed = next(c for c in answer['changes'] if c['field'] == 'limit-days')
        expect((changed['before'], changed['after']) == ('21', '30'), changed)

        status, out, err = diff(program, '--format=json', example, example)
        expect(status == 0 and json.loads(out) == {'equal': True, 'changes': []}, out)

        # both ways round it is the other side's change
        status, out, err = diff(program, after, example)
        expect(status == 1 and '+ Enter when: ' in out, out)

        status, out, err = diff(program, example, pathlib.Path(folder) / 'nothing')
        expect(status == 66 and out == '' and 'there is no such file' in err, err)
        status, out, err = diff(program, example)
        expect(status == 2 and out == '', status)


if __name__ == '__main__':
    main(*sys.argv[1:])
