#!/usr/bin/python3
"""count.py BROKEN LOG...: add up Meson's test logs (paths without extension) and print one line, after one for each
skipped test that says why.

Counted are the single tests inside a program that reports them (TAP), otherwise the program. A program that
ends badly although every test it reported was good (a crash, a leak, a time-out) is one failure more, and so is
each of the BROKEN steps that gave no log at all. The status is 1 if anything failed.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree

GOOD = ('OK', 'EXPECTEDFAIL')


def subtests(log):
    """Map the name of each TAP program to the verdicts it reported."""
    verdicts = {}
    for suite in ElementTree.parse(log + '.junit.xml').iter('testsuite'):
        # Meson prefixes the project; what is no TAP program shares one suite of the project's bare name.
        _, _, program = suite.get('name').partition('.')
        if program:
            verdicts[program] = [verdict(case) for case in suite.iter('testcase')]
    return verdicts


def verdict(case):
    if case.find('failure') is not None or case.find('error') is not None:
        return 'failed'
    return 'skipped' if case.find('skipped') is not None else 'passed'


def reasons(program):
    """Why it was skipped, or tests in it, in its own words."""
    lines = program.get('stdout', '').splitlines()
    told = [line.partition('# SKIP')[2].strip() for line in lines if '# SKIP' in line]
    return told or (lines[-1:] if program['result'] == 'SKIP' else [])


def count(log, counts):
    reported = subtests(log)
    with open(log + '.json', encoding='utf-8') as lines:
        programs = [json.loads(line) for line in lines]

    for program in programs:
        for reason in reasons(program):
            print(f'skipped: {program["name"]}: {reason}')
        result = program['result']
        inside = reported.get(program['name'], [])
        for each in inside:
            counts[each] += 1
        if result == 'SKIP' and not inside:
            counts['skipped'] += 1
        elif result in GOOD and not inside:
            counts['passed'] += 1
        elif result not in GOOD + ('SKIP',) and 'failed' not in inside:
            counts['failed'] += 1


def main(broken, logs):
    counts = {'passed': 0, 'failed': int(broken), 'skipped': 0}
    for log in logs:
        try:
            count(log, counts)
        except FileNotFoundError:
            # Meson's own complaint, such as about a test that does not exist; test.sh has counted it.
            pass
    print(', '.join(f'{number} {what}' for what, number in counts.items()))
    return 1 if counts['failed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
