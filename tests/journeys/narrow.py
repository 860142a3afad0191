#!/usr/bin/python3
"""On a telephone's screen the sidebar steps behind the page, and every page can still be reached."""

from wheelhouse import Atspi, Program, finish, step, wait

program = Program(size=(360, 720))


def width():
    return Atspi.Component.get_extents(program.window(), Atspi.CoordType.WINDOW).width


def back():
    program.press('button', 'Back')


with step('the window is as narrow as it was asked to be'):
    program.start()
    program.find('list item', 'FastAPI')
    assert width() <= 400, width()
    assert not program.find_all('list', 'Pages')

with step('F10 leaves the main menu alone, which is behind the page'):
    program.keys('F10', 'Down')
    wait(lambda: program.focused('list item'), 'Down to lead from the search to the list')

with step('Back leads to the sidebar, and from there to a role'):
    back()
    program.find('list', 'Pages')
    program.step_to('Tab', 'list item', 'Libraries')
    program.step_to('Down', 'list item', 'Back-end developer')
    program.keys('Return')
    program.find('list', 'P0 · Must learn')
    program.wait_gone('list', 'Pages')

with step('a role leads to a library, and back again'):
    program.press('button', 'asyncio')
    program.find('slider', 'My Rating')
    back()
    program.find('list', 'P0 · Must learn')

with step('the plan can be reached'):
    back()
    program.step_to('Up', 'list item', 'My Plan')
    program.keys('Return')
    program.find_text('Nothing Planned Yet')
    assert width() <= 400, width()
    program.quit()

finish()
