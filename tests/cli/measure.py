#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `salesmap measure` says of a small table whose figures were counted by hand, and of
# public tables, where they are, whose figures others have counted.
#
#   measure.py SALESMAP SCHEMA
#
# SSM_TEST_DATA: the folder with the public tables.

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

STAGE = '''    <stage id="s-{0}" block="{0}"{2}>
      <name>{1}</name>
    </stage>
'''
REASON = '    <reason id="r-{0}" code="{1}"{3}>{2}</reason>\n'

DEALS = '''Id,Name,Owner,Stage,Status,Amount,Currency,Created,In stage since,Close date,Closed,Lost reason
1,Alder,Ann,Discovery,Won,100.10,EUR,2026-01-05,2026-01-12,,2026-02-04,
2,Brook,Ann,Discovery,Lost,50.05,EUR,2026-01-06,2026-01-20,,2026-01-30,Price
3,Cedar,Ben,Qualification,Lost,,EUR,2026-01-07,2026-01-09,,2026-01-11,No decision
4,Dale,Ben,Discovery,Open,200,EUR,2026-02-01,2026-02-10,2026-03-20,,
5,Elm,Ann,Discovery,Open,300,EUR,2026-02-02,2026-02-11,2026-02-20,,
6,Fern,Ann,Somewhere,Open,400,EUR,2026-02-28,,2026-03-30,,
'''
OPTIONS = ('--column', 'since=In stage since', '--column', 'close=Close date',
           '--column', 'closed=Closed')


def expect(condition, *what):
    if not condition:
        raise SystemExit(f'not as expected: {what}')


def measure(program, *arguments):
    run = subprocess.run([program, 'measure', *map(str, arguments)], text=True,
                         encoding='utf-8', capture_output=True)
    return run.returncode, run.stdout, run.stderr


def to_json(program, *arguments):
    status, out, err = measure(program, *arguments, '--format=json')
    expect(status == 0, status, err)
    return json.loads(out)


def write_map(path, stages, reasons=()):
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<map xmlns="urn:sales-system-map:1" version="1.0" id="m-test" xml:lang="en">\n'
        '  <title>Test</title>\n  <stages>\n'
        + ''.join(STAGE.format(*stage) for stage in stages) + '  </stages>\n'
        + ('  <reasons>\n' + ''.join(REASON.format(*r) for r in reasons) + '  </reasons>\n'
           if reasons else '') + '</map>\n', encoding='utf-8')
    return path


def small_files(folder):
    deals = folder / 'deals.csv'
    deals.write_text(DEALS, encoding='utf-8')
    return (write_map(folder / 'small.salesmap',
                      [('qualification', 'Qualification', ''),
                       ('discovery', 'Discovery', ' limit-days="15"')],
                      [('none', 'L1', 'No decision', ' no-decision="yes"'),
                       ('price', 'L4', 'Price', '')]), deals)


def check_json(program, folder):
    answer = to_json(program, *small_files(folder), *OPTIONS, '--quota', '500.10 EUR')
    expect(list(answer) == ['as_of', 'rows', 'deals', 'stages', 'win_rate', 'cycle_days',
                            'coverage', 'lost_reasons', 'findings', 'period', 'money'],
           list(answer))
    expect(answer['as_of'] == '2026-02-28', answer['as_of'])
    expect(answer['rows'] == {'read': 6, 'skipped': 0, 'unmapped': 1}, answer['rows'])
    expect(answer['deals'] == {'total': 6, 'open': 3, 'won': 1, 'lost': 2}, answer['deals'])
    first, second = answer['stages']
    expect([first[k] for k in ('id', 'entered', 'advanced', 'lost', 'open')]
           == ['s-qualification', 5, 4, 1, 0], first)
    expect([second[k] for k in ('id', 'entered', 'advanced', 'lost', 'open')]
           == ['s-discovery', 4, 1, 1, 2], second)
    expect(second['days'] == {'finished': 2, 'censored': 2, 'median': 16.5, 'p90': 23,
                              'survival_median': 23, 'longest': 23, 'open_median': 17.5}, second['days'])
    expect(second['over_limit'] == [{'id': '4', 'name': 'Dale', 'days': 18},
                                    {'id': '5', 'name': 'Elm', 'days': 17}], second)
    rate = answer['win_rate']
    expect(rate['count'] == {'numerator': 1, 'denominator': 3}, rate)
    expect(rate['narrow'] == {'numerator': 1, 'denominator': 2}, rate)
    expect(rate['value'] == {'numerator': 100.1, 'denominator': 150.15, 'currency': 'EUR'}, rate)
    coverage = answer['coverage']
    expect((coverage['open'], coverage['remaining_quota'], coverage['ratio'], coverage['note'])
           == (200, 400, 0.5, None), coverage)
    expect(coverage['past_due'] == [{'id': '5', 'name': 'Elm', 'days': 8}], coverage)
    expect([(r['code'], r['count'], r['value'], r['currency']) for r in answer['lost_reasons']]
           == [('L1', 1, 0, 'EUR'), ('L4', 1, 50.05, 'EUR')], answer['lost_reasons'])
    expect({'code': 'no-amount', 'count': 1, 'deal': '3'} in answer['findings'],
           answer['findings'])


def check_history_beside_deals(program, folder):
    """The same deals as rows of changes, in any order, beside the table of deals."""
    source, deals = small_files(folder)
    history = folder / 'history.csv'
    history.write_text('Deal id,Stage,Date\n'
                       '1,Discovery,2026-01-12\n3,Qualification,2026-01-07\n'
                       '1,Qualification,2026-01-05\n1,Discovery,2026-01-15\n'
                       '2,Qualification,2026-01-06\n2,Discovery,2026-01-20\n'
                       '2,Qualification,2026-01-25\n9,Qualification,2026-02-01\n',
                       encoding='utf-8')
    columns = '--column=closed=Closed', '--column=close=Close date'
    answer = to_json(program, source, deals, history, *columns)
    status, out, err = measure(program, source, deals, history, '--column=closed=Ended')
    expect(status == 2 and 'no header “Ended”' in err, status, err)
    expect(answer['deals']['total'] == 7, answer['deals'])
    first, second = answer['stages']
    expect([first[k] for k in ('entered', 'advanced', 'lost', 'open', 'moved_back')]
           == [6, 4, 1, 1, 0], first)
    expect([second[k] for k in ('entered', 'advanced', 'lost', 'open', 'moved_back')]
           == [4, 1, 1, 2, 1], second)
    expect(first['days']['finished'] == 3 and first['days']['median'] == 7, first['days'])
    expect({'code': 'history-without-deal', 'count': 1, 'deal': None} in answer['findings'],
           answer['findings'])


def check_days(program, folder):
    files = small_files(folder)
    before = to_json(program, *files, *OPTIONS, '--as-of=2026-01-31')
    expect(before['deals'] == {'total': 3, 'open': 1, 'won': 0, 'lost': 2}, before['deals'])
    january = to_json(program, *files, *OPTIONS, '--from=2026-01-01', '--to=2026-01-31')
    expect(january['win_rate']['count'] == {'numerator': 0, 'denominator': 2}, january)
    met = to_json(program, *files, *OPTIONS, '--quota=60')['coverage']
    expect((met['ratio'], met['note']) == (None, 'quota met, 40.1 over'), met)
    expect(to_json(program, *files, *OPTIONS)['coverage']['note'] == 'no quota set')


def check_text(program, folder):
    status, out, err = measure(program, *small_files(folder), *OPTIONS)
    expect(status == 0 and 'Somewhere' in err, status, err)
    for line in ('As of 2026-02-28: 6 deals, 3 open, 1 won, 2 lost',
                 'Discovery: 2 of 2 open deals over 15 d, Dale longest (18 d)',
                 'Win rate: 33.3% (1 of 3, small sample)',
                 'Pipeline coverage: no quota is set'):
        expect(line in out.splitlines(), line, out)


def check_csv(program, folder):
    status, out, _ = measure(program, *small_files(folder), *OPTIONS, '--format=csv')
    rows = list(csv.DictReader(io.StringIO(out)))
    expect(status == 0 and rows[0] == {'figure': 'as_of', 'stage': '', 'reason': '',
                                       'value': '2026-02-28', 'denominator': '',
                                       'currency': ''}, rows[0])
    found = {(r['figure'], r['stage'], r['reason']): (r['value'], r['denominator'], r['currency'])
             for r in rows}
    expect(found['advanced', 's-discovery', ''] == ('1', '4', ''), found)
    expect(found['win_rate_by_value', '', ''] == ('100.1', '150.15', 'EUR'), found)
    expect(found['lost_reason_value', '', 'L4'] == ('50.05', '', 'EUR'), found)


def check_map(program, schema, folder):
    source, deals = small_files(folder)
    out = folder / 'measured.salesmap'
    status, said, err = measure(program, source, deals, *OPTIONS, '--quota=500.10', '-o', out)
    expect((status, said) == (0, ''), status, said, err)
    text = out.read_text(encoding='utf-8')
    for line in ('  <measured as-of="2026-02-28" source="deals.csv">',
                 '    <at stage="s-discovery" entered="4" advanced="1" lost="1" open="2" '
                 'median-days="16.5" p90-days="23"/>',
                 '    <total kind="win-rate" numerator="1" denominator="3"/>',
                 '    <total kind="coverage" numerator="200" denominator="400"/>',
                 '    <total kind="cycle-time" numerator="30" denominator="1"/>',
                 '    <lost reason="r-price" count="1"/>'):
        expect(line in text.splitlines(), line, text)
    expect(subprocess.run(['xmllint', '--noout', '--relaxng', schema, out],
                          stderr=subprocess.DEVNULL).returncode == 0, text)
    again = folder / 'again.salesmap'
    measure(program, out, deals, *OPTIONS, '--quota=500.10', '-o', again)
    expect(again.read_bytes() == out.read_bytes(), again.read_text(encoding='utf-8'))
    expect(measure(program, source, deals, '-o', source)[0] != 0)


def check_picture(program, folder):
    source, deals = small_files(folder)[:2]
    for ending, start in (('pdf', b'%PDF-'), ('png', b'\x89PNG'), ('svg', b'<?xml')):
        out = folder / f'figures.{ending}'
        status, said, err = measure(program, source, deals, *OPTIONS, '-o', out)
        expect((status, said) == (0, ''), status, said, err)
        expect(out.read_bytes().startswith(start), ending)
    expect(b'/StructTreeRoot' in (folder / 'figures.pdf').read_bytes(), 'the PDF is not tagged')


def check_misuse(program, folder):
    files = small_files(folder)
    for wrong in (['--as-of=soon'], ['--from=2026-02-01', '--to=2026-01-01'], ['-o', 'x.csv'],
                  ['--format=json', '-o', '-']):
        status, out, err = measure(program, *files, *wrong)
        expect((status, out) == (2, '') and err, wrong, status, out, err)
    for wrong in (['--quota', files[0]], ['--quota', folder / 'none.csv']):
        status, out, err = measure(program, *files, *OPTIONS, *wrong)
        expect(status in (65, 66) and not out and err, wrong, status, out, err)


def check_history(program, folder):
    """Rows of history in any order, beside those of the deals, or alone."""
    path, deals = small_files(folder)
    history = folder / 'history.csv'
    history.write_text('deal_id,stage,entered\n'
                       '4,Qualification,2026-02-01\n4,Qualification,2026-02-09\n'
                       '4,Discovery,2026-02-05\n4,Nowhere,2026-02-06\n'
                       '7,Qualification,2026-02-03 12:00\n7,Discovery,2026-02-04 00:00\n'
                       '7,Lost,2026-02-04 06:00\n,Discovery,2026-02-04\n', encoding='utf-8')
    answer = to_json(program, path, history)
    expect(answer['rows'] == {'read': 8, 'skipped': 1, 'unmapped': 1}, answer['rows'])
    expect(answer['deals'] == {'total': 2, 'open': 1, 'won': 0, 'lost': 1}, answer['deals'])
    first, second = answer['stages']
    expect((first['entered'], first['here'], second['entered'], second['lost'],
            second['moved_back']) == (2, 1, 2, 1, 1), answer['stages'])
    expect(first['days']['median'] == 0.5 and second['days']['median'] == 0.625, first, second)
    both = to_json(program, path, deals, history)
    expect(both['deals']['total'] == 7 and both['rows']['read'] == 14, both)
    status, out, err = measure(program, path, history, '--rows=deals')
    expect(status == 0 and 'line 2 has the same id' in err, status, out, err)
    wide = folder / 'wide.csv'
    wide.write_text('Record ID,Date entered Qualification (Sales Pipeline),'
                    'Date exited Qualification (Sales Pipeline),Closed Lost\n'
                    '1,02/01/2026,02/13/2026,\n2,02/01/2026,,02/04/2026\n', encoding='utf-8')
    answer = to_json(program, path, wide)
    expect(answer['deals'] == {'total': 2, 'open': 1, 'won': 0, 'lost': 1}, answer['deals'])
    expect(answer['stages'][0]['days']['median'] == 7.5, answer['stages'][0])


def check_maven(program, data, folder):
    path = write_map(folder / 'maven.salesmap', [('sourcing', 'Prospecting', ''),
                                                 ('discovery', 'Engaging', '')])
    answer = to_json(program, path, data / 'maven/sales_pipeline.csv',
                     '--column=created=engage_date')
    expect(answer['as_of'] == '2017-12-31', answer['as_of'])
    expect(answer['deals'] == {'total': 8800, 'open': 2089, 'won': 4238, 'lost': 2473}, answer)
    expect(answer['rows']['read'] == 8800, answer['rows'])
    expect([s['open'] for s in answer['stages']] == [500, 1589], answer['stages'])
    expect(answer['win_rate']['count'] == {'numerator': 4238, 'denominator': 6711}, answer)
    expect(answer['win_rate']['value'] is None, answer['win_rate'])
    expect(answer['money'][0]['won'] == 10005534, answer['money'])
    cycle = answer['cycle_days']
    expect(cycle == {'won_median': 57, 'lost_median': 14, 'survival_median': 69,
                     'closed_median': 45, 'closed_p90': 104,
                     'open_over_p90': {'numerator': 1437, 'denominator': 1589}}, cycle)

    answer = to_json(program, path, data / 'maven/sales_pipeline.csv', '--column=created=',
                     '--stage=engage=s-discovery')
    engaging = answer['stages'][1]
    expect([engaging[k] for k in ('entered', 'advanced', 'lost', 'open', 'won', 'here')]
           == [8300, 4238, 2473, 1589, 4238, 1589], engaging)
    expect(engaging['days'] == {'finished': 6711, 'censored': 1589, 'median': 45, 'p90': 104,
                                'survival_median': 69, 'longest': 423,
                                'open_median': 165}, engaging['days'])
    expect(len(engaging['over_limit']) == 1437, len(engaging['over_limit']))


def check_saas(program, data, folder):
    path = write_map(folder / 'saas.salesmap',
                     [('sourcing', 'Prospecting', ''), ('qualification', 'Qualification', ''),
                      ('discovery', 'Needs Analysis', ''), ('proposal', 'Proposal', ''),
                      ('negotiation', 'Negotiation', '')])
    answer = to_json(program, path, data / 'saas/opportunities.csv', '--quota',
                     data / 'saas/quota_attainment.csv')
    expect(answer['deals'] == {'total': 2266, 'open': 139, 'won': 789, 'lost': 1338}, answer)
    rate = answer['win_rate']
    expect(rate['count'] == {'numerator': 789, 'denominator': 2127}, rate)
    value = rate['value']
    expect(round(100 * value['numerator'] / value['denominator'], 2) == 37.23, value)
    expect(answer['cycle_days']['won_median'] == 44, answer['cycle_days'])
    expect([(r['code'], r['count']) for r in answer['lost_reasons']] == [
        ('No Decision / Stalled', 250), ('Budget Cut', 227), ('Feature Gap', 224),
        ('Timing - Not Ready', 222), ('Price', 217), ('Lost to Competitor', 198)],
        answer['lost_reasons'])
    by_value = sorted(answer['lost_reasons'], key=lambda r: -r['value'])
    expect(by_value[2]['code'] == 'Budget Cut', by_value)
    coverage = answer['coverage']
    expect((coverage['from'], coverage['to'], coverage['ratio'])
           == ('2026-04-01', '2026-06-30', None) and coverage['note'].startswith('quota met'),
           coverage)


def main():
    program, schema = sys.argv[1:3]
    data = pathlib.Path(os.environ.get('SSM_TEST_DATA', '/nonexistent'))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in check_json, check_history_beside_deals, check_days, check_text, \
                check_csv, check_picture, check_misuse, check_history:
            check(program, folder)
        check_map(program, schema, folder)
        if data.is_dir():
            check_maven(program, data, folder)
            check_saas(program, data, folder)


main()
