#!/usr/bin/python3
"""A library found in either language, rated and noted on; undone, done again, and there the next time."""

from wheelhouse import Atspi, Program, finish, library_count, run_json, step, text_of, wait

NOTE = '先学事件循环 – the event loop first'

program = Program()


def find_stars():
    return program.find('slider', 'My Rating')


def wait_stars(stars):
    wait(lambda: Atspi.Value.get_current_value(find_stars()) == stars, f'{stars} stars')


def wait_note(words):
    wait(lambda: text_of(program.find('text', 'My Note')) == words, f'the note “{words}”')


def mine(name):
    """What the command line knows of my rating or my note."""
    return run_json('note', 'asyncio')[name]


with step('“async” finds, the best match first'):
    program.start()
    program.search('async')
    program.find('list item', 'asyncio')
    program.find_text(f'{len(run_json("search", "async"))} libraries')

with step('“异步” finds in an English window too'):
    program.search('异步')
    program.find('list item', 'asyncio')
    program.find_text(f'{len(run_json("search", "异步"))} libraries')

with step('what is not there is said, and the way back offered'):
    program.search('qqqq')
    program.find_text('Nothing Found')
    program.press('button', 'Show All Libraries')
    program.find_text(library_count())

with step('Enter opens what was found'):
    program.open_library('异步', 'asyncio')

with step('it is rated, by accessibility and by key'):
    Atspi.Value.set_current_value(find_stars(), 4)
    wait_stars(4)
    program.step_to('Tab', 'slider', 'My Rating')
    program.keys('Right')
    wait_stars(4.5)
    program.find_text('“asyncio” rated')
    assert mine('my_rating') == 4.5

with step('a note is written, and kept without being asked'):
    program.type(program.find('text', 'My Note'), NOTE)
    program.find_text('Note saved')
    assert mine('my_note') == NOTE

with step('Ctrl+Z takes the steps back, one by one'):
    program.keys('ctrl+z')
    wait_note('')
    program.keys('ctrl+z')
    wait_stars(4)

with step('Ctrl+Shift+Z does them again'):
    program.keys('ctrl+shift+z')
    wait_stars(4.5)
    program.keys('ctrl+shift+z')
    wait_note(NOTE)

with step('the toast takes back as well'):
    program.keys('End')
    wait_stars(5)
    program.press('button', 'Undo')
    wait_stars(4.5)

with step('Back leads to what was searched for'):
    program.press('button', 'Back')
    program.find('list item', 'asyncio')
    program.find_text(f'{len(run_json("search", "异步"))} libraries')

with step('stars and note are there after a new start'):
    program.quit()
    program.start()
    program.open_library('asyncio', 'asyncio')
    wait_stars(4.5)
    wait_note(NOTE)

with step('what is still being written when it quits is kept'):
    program.type(program.find('text', 'My Note'), 'Half a sentence')
    program.quit()
    assert mine('my_note') == 'Half a sentence', mine('my_note')

finish()
