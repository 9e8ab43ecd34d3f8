#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `salesmap diagnose` says of the deals of the example.
#
#   diagnose.py SALESMAP FOLDER-OF-EXAMPLES

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

AS_OF = '--as-of=2026-11-23'


def diagnose(program, *arguments):
    run = subprocess.run([program, 'diagnose', *map(str, arguments)], text=True,
                         encoding='utf-8', capture_output=True)
    return run.returncode, run.stdout, run.stderr


def expect(condition, *what):
    if not condition:
        raise SystemExit(f'not as expected: {what}')


def check_text(program, files):
    status, out, err = diagnose(program, *files, AS_OF)
    expect((status, err) == (1, ''), status, err)
    expect(out.startswith('10 open deals on 23 Nov 2026, 4 stuck.\n'), out)
    order = [out.index(name) for name in ('Brightline', 'Corvex', 'Alder', 'Fenwick', 'Menzel')]
    expect(order == sorted(order), order)

    status, out, err = diagnose(program, *files, AS_OF, '--deal', '48213')
    expect((status, err) == (1, ''), status, err)
    for line in ('Brightline Logistics · €\u00a084,000 · Ines Marek', 'Stuck in 3 Discovery',
                 '34 days here, 13 over the limit of 21',
                 '3 criteria are missing. The CRM shows 4 Proposal, one stage ahead of the '
                 'evidence.', '- No: Next step captured, with a date',
                 'Next action: Confirm monthly cost with Maya Chen, COO (Ines Marek, by Friday '
                 '27 Nov 2026)'):
        expect(line in out.splitlines(), line, out)


def check_json(program, files):
    status, out, err = diagnose(program, *files, AS_OF, '--format=json', '-d', 'x-7k2m9qpd')
    answer = json.loads(out)
    expect((status, err) == (1, ''), status, err)
    expect(answer == {
        'as_of': '2026-11-23',
        'deals': [{
            'id': 'x-7k2m9qpd', 'name': 'Brightline Logistics', 'claimed': 's-proposal',
            'evidence': 's-discovery', 'stuck': True, 'stuck_in': 's-discovery',
            'ahead_by': 1, 'days_in_stage': 34, 'limit_days': 21,
            'missing': [
                {'stage': 's-discovery', 'criterion': 'c-dis-out2', 'answer': 'partly'},
                {'stage': 's-discovery', 'criterion': 'c-dis-out3', 'answer': 'no'},
                {'stage': 's-proposal', 'criterion': 'c-pro-in2', 'answer': 'unknown'}],
            'next_action': {'what': 'Confirm monthly cost with Maya Chen, COO',
                            'who': 'Ines Marek', 'by': '2026-11-27'}}]}, out)
    status, out, err = diagnose(program, *files, AS_OF, '--format=json')
    deals = json.loads(out)['deals']
    expect(len(deals) == 10 and sum(deal['stuck'] for deal in deals) == 4, out)
    fenwick = next(deal for deal in deals if deal['name'] == 'Fenwick Tools')
    expect(fenwick['evidence'] is None and fenwick['stuck_in'] == 's-sourcing', fenwick)


# A spreadsheet runs no cell: neither = nor what stands for it begins one.
def check_csv(program, files, folder):
    book = pathlib.Path(files[1]).read_text(encoding='utf-8')
    evil = folder / 'evil.salesdeals'
    evil.write_text(book.replace('<name>Brightline Logistics</name>',
                                 '<name>=HYPERLINK("http://x","a, b")</name>')
                    .replace('<owner>Ines Marek</owner>', '<owner>@SUM(1)</owner>')
                    .replace('crm="48213"', 'crm="-1+1"'), encoding='utf-8')
    status, out, err = diagnose(program, files[0], evil, AS_OF, '--format=csv')
    rows = list(csv.DictReader(io.StringIO(out, newline='')))
    expect((status, err, len(rows)) == (1, '', 10), status, err, rows)
    expect(rows[0]['name'] == '\'=HYPERLINK("http://x","a, b")', rows[0])
    expect(rows[0]['owner'] == "'@SUM(1)" and rows[0]['crm'] == "'-1+1", rows[0])
    expect(rows[0]['days_over'] == '13' and rows[0]['missing'] == '3', rows[0])
    expect(rows[0]['first_missing'] == 'c-dis-out2', rows[0])
    for row in rows:
        for cell in row.values():
            expect(not cell.startswith(('=', '+', '-', '@', '\t', '\r')), row)


# What the map does not have any more is kept and told of.
def check_gone(program, files, folder):
    text = pathlib.Path(files[0]).read_text(encoding='utf-8')
    lines = [line for line in text.splitlines(keepends=True) if '"c-dis-out2"' not in line]
    other = folder / 'other.salesmap'
    other.write_text(''.join(lines).replace('id="m-northgate"', 'id="m-other"'),
                     encoding='utf-8')
    status, out, err = diagnose(program, other, files[1], AS_OF, '--deal=48213')
    expect('2 criteria are missing.' in out and 'Cost or impact' not in out, out)
    expect('“Brightline Logistics”: 1 answer is to a criterion that the map does not have any '
           'more, and does not count: “Cost or impact quantified”' in err, err)
    expect('belong to the map “m-northgate”' in err, err)


# A table of the CRM: the same answers in every format, and what is wrong in it is told of.
def check_table(program, files, folder):
    table = folder / 'deals.csv'
    table.write_text('Record ID,Deal Name,Deal Stage,Amount,Currency,Date entered stage,Close '
                     'Date\r\n'
                     '7,"=1+1, ""quoted""",Discovery,1000.5,EUR,2026-11-01,2026-12-01\r\n'
                     '8,Won one,Closed Won,5,EUR,2026-11-01,2026-11-20\r\n'
                     '9,Nowhere,Some Stage,,EUR,2026-11-22,2026-11-20\r\n', encoding='utf-8')
    status, out, err = diagnose(program, files[0], table, AS_OF, '--format=csv')
    rows = list(csv.DictReader(io.StringIO(out, newline='')))
    expect(status == 1 and [row['id'] for row in rows] == ['7', '9'], status, out, err)
    expect(rows[0]['name'] == '\'=1+1, "quoted"' and rows[0]['amount'] == '1000.5', rows[0])
    expect(rows[0]['claimed'] == 's-discovery' and rows[0]['ahead_by'] == '2', rows[0])
    expect(rows[0]['days_in_stage'] == '22' and rows[0]['days_over'] == '19', rows[0])
    expect(rows[1]['claimed'] == '' and rows[1]['slipping'] == 'yes', rows[1])
    expect(':4: “Some Stage” is no stage of the map' in err, err)
    status, text, err = diagnose(program, files[0], table, AS_OF, '--format=json')
    deals = json.loads(text)['deals']
    expect([deal['id'] for deal in deals] == ['7', '9'], text)
    for deal, row in zip(deals, rows):
        expect(deal['stuck'] == (row['stuck'] == 'yes'), deal, row)
        expect(str(len(deal['missing'])) == row['missing'], deal, row)
        days = deal['days_in_stage']
        expect(('' if days is None else str(days)) == row['days_in_stage'], deal, row)
    status, one, err = diagnose(program, files[0], table, AS_OF, '--format=csv', '-d', '8')
    expect(one.count('\n') == 2 and '\n8,8,Won one,' in one and ',yes,' not in one, one)
    status, out, err = diagnose(program, files[0], table, AS_OF, '--format=csv',
                                '--stage', 'Some Stage=s-close')
    expect(',s-close,' in out and 'no stage of the map' not in err, out, err)
    with open(table, 'rb') as stream:
        run = subprocess.run([program, 'diagnose', files[0], '-', AS_OF, '--format=csv'],
                             stdin=stream, capture_output=True)
    expect(run.returncode == 1 and run.stdout.count(b'\r\n') == 3, run)


# Where the team has set no limit, nine of ten deals of the table do: of those that were closed
# in a stage, or of a column of days for each stage.
def check_clock(program, files, folder):
    path = folder / 'no-limits.salesmap'
    path.write_text(re.sub(' limit-days="[0-9]+"', '', pathlib.Path(files[0]).read_text(
        encoding='utf-8')), encoding='utf-8')
    head = 'Record ID,Deal Name,Deal Stage,Status,Stage since,Closed on\r\n'
    ends = [f'{i},A,Sourcing,Lost,2026-10-01,2026-10-{i + 1:02}\r\n' for i in range(1, 11)]
    tail = '20,"Late",Sourcing,Open,2026-11-01,\r\n21,"New",Sourcing,Open,2026-11-20,\r\n'
    columns = ('--column', 'since=Stage since', '--column', 'closed=Closed on')
    table = folder / 'ends.csv'
    table.write_text(head + ''.join(ends) + tail, encoding='utf-8')
    status, text, err = diagnose(program, path, table, AS_OF, '--format=json', *columns)
    deals = json.loads(text)['deals']
    expect([(deal['id'], deal['limit_days'], deal['stuck']) for deal in deals]
           == [('20', 9, True), ('21', 9, False)], status, text, err)
    status, text, err = diagnose(program, path, table, AS_OF, *columns)
    expect(text.startswith('2 open deals on') and text.index('Late') < text.index('New'), text)
    table.write_text(head + ''.join(ends[:9]) + tail, encoding='utf-8')
    status, text, err = diagnose(program, path, table, AS_OF, '--format=json', *columns)
    expect([deal['limit_days'] for deal in json.loads(text)['deals']] == [None, None], text)
    wide = folder / 'wide.csv'
    wide.write_text('Record ID,Deal Name,Deal Stage,Date entered Sourcing,Date entered '
                    'Qualification\r\n'
                    + ''.join(f'{i},A,Qualification,2026-10-01,2026-10-{i + 1:02}\r\n'
                              for i in range(1, 11)), encoding='utf-8')
    status, text, err = diagnose(program, path, wide, AS_OF, '--format=csv')
    limits = {row['limit_days'] for row in csv.DictReader(io.StringIO(text, newline=''))}
    expect(limits == {'9'}, text, err)


# Texts of a table stand in the order of those of a book, whatever the order of its rows.
def check_order(program, files, folder):
    table = folder / 'many.csv'
    rows = [f'{i},Deal {i},Sourcing,2026-{1 + i % 11:02}-{1 + i % 28:02}\r\n'
            for i in range(3000)]
    table.write_text('Record ID,Deal Name,Deal Stage,Date entered stage\r\n' + ''.join(rows),
                     encoding='utf-8')
    status, text, err = diagnose(program, files[0], table, AS_OF)
    over = [int(n) for n in re.findall(r'(\d+) over the limit', text)]
    expect(text.startswith('3000 open deals on') and len(re.findall(r'^Deal \d+$', text, re.M))
           == 3000, text[:400])
    expect(len(over) > 2800 and over == sorted(over, reverse=True), text[:400])


# The fourth check is answered where there are deals.
def check_check(program, files, folder):
    for book, status, mark in ((files[1], 0, '[x] 3 live deals'), (None, 0, '[-] no deal'),
                               (folder / 'none.salesdeals', 1, '[ ] No live deal')):
        if book == folder / 'none.salesdeals':
            text = pathlib.Path(files[1]).read_text(encoding='utf-8')
            book.write_text('\n'.join(line for line in text.splitlines()
                                      if '<next ' not in line), encoding='utf-8')
        deals = [f'--deals={book}'] if book is not None else []
        run = subprocess.run([program, 'check', files[0], *deals], text=True,
                             encoding='utf-8', capture_output=True)
        expect(run.returncode == status and mark in run.stdout, run)


# A page for each deal. Nothing of the map or the book can be opened in it again.
def check_pages(program, files, folder):
    out = folder / 'all.pdf'
    status, text, err = diagnose(program, *files, AS_OF, '-o', out)
    expect((status, text, err) == (1, '', ''), status, text, err)
    data = out.read_bytes()
    expect(data.count(b'/Type /Page\n') + data.count(b'/Type /Page ') == 10, 'pages')
    expect(b'vnd.salesmap' not in data and b'/Lang' in data, 'source')
    for name, start in (('one.pdf', b'%PDF'), ('one.png', b'\x89PNG'), ('one.svg', b'<?xml')):
        status, text, err = diagnose(program, *files, AS_OF, '-d', '48213', '-o',
                                     folder / name, '-f', 'json')
        expect(status == 1 and json.loads(text)['deals'], name, err)
        expect((folder / name).read_bytes().startswith(start), name)
        expect(b'urn:sales-system-map' not in (folder / name).read_bytes(), name)
    status, text, err = diagnose(program, *files, AS_OF, '-o', folder / 'all.png')
    expect(status == 2 and not (folder / 'all.png').exists(), status, err)
    status, text, err = diagnose(program, *files, AS_OF, '-o', folder / 'all.txt')
    expect(status == 2 and not (folder / 'all.txt').exists(), status, err)
    book = folder / 'book.pdf'
    book.write_bytes(pathlib.Path(files[1]).read_bytes())
    status, text, err = diagnose(program, files[0], book, AS_OF, '-o', book)
    expect(status == 73 and book.read_bytes() == pathlib.Path(files[1]).read_bytes(), err)


def check_refused(program, files):
    status, out, err = diagnose(program, *files, '--as-of=2026-02-30')
    expect(status == 2 and out == '' and '2026-02-30' in err, status, out, err)
    status, out, err = diagnose(program, *files, '--deal=x-none')
    expect(status == 2 and out == '' and 'x-none' in err, status, out, err)
    status, out, err = diagnose(program, files[0], 'nowhere.salesdeals')
    expect(status == 66 and out == '', status, out, err)
    status, out, err = diagnose(program, files[0], files[0])
    expect(status == 65 and out == '', status, out, err)
    status, out, err = diagnose(program, files[0])
    expect(status == 2, status, err)


def main(program, examples):
    files = [f'{examples}/northgate.salesmap', f'{examples}/northgate.salesdeals']
    check_text(program, files)
    check_json(program, files)
    check_refused(program, files)
    with tempfile.TemporaryDirectory() as folder:
        check_csv(program, files, pathlib.Path(folder))
        check_pages(program, files, pathlib.Path(folder))
        check_table(program, files, pathlib.Path(folder))
        check_clock(program, files, pathlib.Path(folder))
        check_order(program, files, pathlib.Path(folder))
        check_check(program, files, pathlib.Path(folder))
        check_gone(program, files, pathlib.Path(folder))


main(*sys.argv[1:])
