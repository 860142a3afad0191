#!/usr/bin/python3
"""A role chosen, its first priority seen first, three libraries planned, one ticked; all of it there the next time."""

import time

from wheelhouse import Atspi, Program, children, finish, has_state, labels, library_count, run, run_json, step, wait

# A busy machine may be late, but not every time.
MAX_TRIES = 20

MENU = 'Status and More'

# The places of the items in the menus of a status.
LEARNING, SKIPPED, OPEN = 1, 3, 7

MUST = ['FastAPI', 'SQLAlchemy', 'pydantic', 'redis-py']

program = Program()


def libraries():
    """What stands in the list, headings and rows in reading order."""
    return [node.get_name() for node in children(program.find('list item', 'FastAPI').get_parent())]


def is_planned(name):
    row = program.find('list item', name)
    return wait(lambda: 'To learn' in labels(row), f'{name} to be planned')


with step('the role in the sidebar has its priorities, P0 first'):
    program.start()
    program.show('Back-end developer')
    must = program.find('list', 'P0 · Must learn')
    assert [row.get_name() for row in children(must)] == MUST
    shown = labels(program.window())
    assert shown.index('P0 · Must learn') < shown.index('P1 · Next') < shown.index('P2 · Special')
    program.find_text('0 of 9 learnt')

with step('the chip narrows the libraries to the role, P0 first'):
    program.show('Libraries')
    program.find_text(library_count())
    program.press('toggle button', 'Role')
    program.press('check box', 'Back-end developer, 9 libraries')
    program.keys('Escape')
    program.find('button', 'Role: Back-end developer')
    program.find_text('9 libraries')
    wait(lambda: libraries()[0].startswith('P0 · Must learn'), 'P0 to come first')
    assert libraries()[1:5] == MUST
    assert libraries()[5].startswith('P1 · Next')

with step('three are added to the plan'):
    for name in ('FastAPI', 'SQLAlchemy', 'celery'):
        program.press('button', 'Add to My Plan', inside=program.find('list item', name))
        is_planned(name)
    program.find_text('3 in my plan')

with step('one is ticked'):
    row = program.find('list item', 'FastAPI')
    circle = program.press('check box', 'Learnt', inside=row)
    wait(lambda: has_state(circle, Atspi.StateType.CHECKED), 'FastAPI to be ticked')
    wait(lambda: 'Learnt' in labels(row), 'FastAPI to be learnt')
    program.find_text('“FastAPI” learnt')

with step('the command line says the same'):
    plan = {item['key']: item['status'] for item in run_json('plan', 'list')}
    assert plan == {'fastapi': 'learnt', 'sqlalchemy': 'to-learn', 'celery': 'to-learn'}, plan

with step('all is there after a new start'):
    program.quit()
    program.start()
    program.show('My Plan')
    program.find_text('1 of 3 learnt')
    plan = program.find('list', 'My Plan')
    names = [node.get_name() for node in children(plan)]
    assert names == ['To learn · 2', 'SQLAlchemy', 'celery', 'Learnt · 1', 'FastAPI'], names
    assert has_state(program.find('check box', 'FastAPI', inside=plan), Atspi.StateType.CHECKED)

with step('what another process does shows in the window within a second'):
    progress = program.find_text('1 of 3 learnt')
    tries = []
    while not tries or min(tries) > 1 or progress.get_name() != '2 of 3 learnt':
        command, learnt = (('done', 2), ('start', 1))[len(tries) % 2]
        run('plan', command, 'celery')
        done = time.monotonic()
        wait(lambda: progress.get_name() == f'{learnt} of 3 learnt', 'the progress to be told')
        tries.append(time.monotonic() - done)
        assert len(tries) < MAX_TRIES, tries
    program.find('row header', 'Learnt · 2')

with step('the plan and the role tick as well'):
    program.press('check box', 'SQLAlchemy')
    program.find_text('3 of 3 learnt')
    program.show('Back-end developer')
    program.press('check box', 'pydantic')
    program.find_text('4 of 9 learnt')
    assert [item['status'] for item in run_json('plan', 'list')] == ['learnt'] * 4

with step('a menu gives an item another status, in the plan and on the page of the library'):
    program.show('My Plan')
    program.choose(MENU, LEARNING)
    program.find('row header', 'Learning · 1')
    status = {item['key']: item['status'] for item in run_json('plan', 'list')}
    key = next(key for key in status if status[key] == 'learning')
    program.choose(MENU, OPEN)
    program.choose('Learning', SKIPPED)
    program.find('toggle button', 'Skipped')
    assert {item['key']: item['status'] for item in run_json('plan', 'list')} == {**status, key: 'skipped'}
    program.quit()

finish()
