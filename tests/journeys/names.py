#!/usr/bin/python3
"""A screen reader has a name for everything that can have the focus, on every page."""

from wheelhouse import Atspi, Program, children, describe, finish, has_state, is_showing, library_count, run, step, text_of

program = Program()

# What only holds others: the focus passes through it to what is inside.
PASSING = {'frame', 'scroll pane', 'panel', 'grouping', 'filler', 'list', 'table', 'tree table', 'dialog', 'alert'}


def walk_named(node):
    """Everything but what is within a combo box: libadwaita's own, and never reached."""
    yield node
    if node.get_role_name() != 'combo box':
        for child in children(node):
            yield from walk_named(child)


def assert_named():
    nameless = [describe(node, 0) for node in walk_named(program.window())
                if is_showing(node) and has_state(node, Atspi.StateType.FOCUSABLE)
                and node.get_role_name() not in PASSING and not (node.get_name() or text_of(node)).strip()]
    assert not nameless, '\n'.join(nameless)


with step('the libraries, as a list'):
    run('plan', 'add', 'celery', 'flask')
    program.start()
    program.find('list item', 'FastAPI')
    assert_named()

with step('the libraries, as a table'):
    program.keys('ctrl+2')
    program.find('table row')
    assert_named()
    program.keys('ctrl+1')
    program.find('list item', 'FastAPI')

with step('the values of a filter'):
    program.press('toggle button', 'Category')
    program.find('check box', f"Web development, {library_count('--category', 'web')}")
    assert_named()
    program.keys('Escape')

with step('selecting'):
    program.keys('ctrl+e')
    program.find('button', 'Select All')
    assert_named()
    program.keys('Escape')

with step('a library'):
    program.open_library('fastapi', 'FastAPI')
    assert_named()

with step('a role'):
    program.show('Back-end developer')
    program.find('list', 'P0 · Must learn')
    assert_named()

with step('the rankings'):
    program.show('Rankings')
    program.find('list item', 'Place 1: asyncio')
    assert_named()

with step('the quick picks, searched'):
    program.show('Quick Picks')
    program.search('audio')
    program.find('list item', 'Choose: Getting started with audio')
    assert_named()

with step('the sources, and one of them'):
    program.show('Sources')
    program.find_text('Survey of Python libraries')
    assert_named()
    program.step_to('Tab', 'list item', 'Survey of Python libraries')
    program.keys('Return')
    program.find('button', 'Show Its Libraries')
    assert_named()

with step('the plan'):
    program.show('My Plan')
    program.find('list item', 'celery')
    assert_named()

with step('the export dialog'):
    program.press('button', 'Export or Print Checklist')
    program.find_text('Page 1 of 1')
    assert_named()
    program.quit()

finish()
