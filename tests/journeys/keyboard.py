#!/usr/bin/python3
"""Everything that matters, without a mouse."""

from wheelhouse import Program, finish, labels, run, run_json, step, wait

program = Program()


def plan():
    return [item['key'] for item in run_json('plan', 'list')]


with step('Tab leads round the window'):
    run('plan', 'add', 'celery', 'flask', 'trio')
    program.start()
    program.find('list item', 'Django')
    program.step_to('Tab', 'toggle button', 'Role')
    program.step_to('Tab', 'list item')
    program.step_to('Tab', 'toggle button', 'Main Menu')
    program.step_to('Tab', 'list item', 'Libraries')

with step('arrows lead through the sidebar'):
    program.step_to('Down', 'list item', 'Back-end developer')
    program.find('list', 'P0 · Must learn')
    program.step_to('Up', 'list item', 'Libraries')

with step('Ctrl+F, Down, Enter open what was found; Alt+Left leads back'):
    program.open_library('sqlalchemy', 'SQLAlchemy')
    program.keys('alt+Left')
    program.find('list item', 'SQLAlchemy')

with step('Ctrl+D marks as learnt, Ctrl+Z takes that back'):
    row = program.find('list item', 'SQLAlchemy')
    wait(lambda: program.focused('list item'), 'the row to have the focus again')
    program.keys('ctrl+d')
    wait(lambda: 'Learnt' in labels(row), 'SQLAlchemy to be learnt')
    assert 'sqlalchemy' in plan()
    program.keys('ctrl+z')
    program.find('button', 'Add to My Plan', inside=row)
    assert 'sqlalchemy' not in plan()

with step('Alt+1 shows the plan, Alt+Up moves an item up, Ctrl+Z puts it back'):
    program.keys('alt+1')
    program.find('list item', 'trio')
    program.step_to('Tab', 'list item', 'celery')
    program.step_to('Down', 'list item', 'trio')
    program.keys('alt+Up')
    wait(lambda: plan() == ['celery', 'trio', 'flask'], 'trio to move up')
    program.keys('alt+Up')
    wait(lambda: plan() == ['trio', 'celery', 'flask'], 'trio to move up again: the focus goes with it')
    program.keys('ctrl+z')
    wait(lambda: plan() == ['celery', 'trio', 'flask'], 'trio to be put back')

with step('Space ticks, and Delete takes off the plan'):
    program.step_to('Tab', 'check box', 'trio')
    program.keys('space')
    wait(lambda: [item['status'] for item in run_json('plan', 'list') if item['key'] == 'trio'] == ['learnt'],
         'trio to be learnt')
    wait(lambda: (node := program.focused('check box')) and node.get_name() == 'Flask', 'the focus to stay where trio was')
    program.step_to('Down', 'list item', 'trio')
    program.keys('Delete')
    wait(lambda: 'trio' not in plan(), 'trio to be taken off')
    program.keys('ctrl+z')
    wait(lambda: 'trio' in plan(), 'trio to be back')

with step('F10 opens the menu, Ctrl+Q quits'):
    program.keys('F10')
    wait(lambda: program.find_all('menu item'), 'the main menu')
    program.keys('Escape')
    wait(lambda: not program.find_all('menu item'), 'the menu to close')
    program.keys('ctrl+q')
    program.wait_end()

finish()
