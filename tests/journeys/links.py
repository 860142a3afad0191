#!/usr/bin/python3
"""What the desktop does with the program: starts it when it is wanted, hands it links, and never starts a second."""

import os
import subprocess
import tempfile

import gi

gi.require_version('Atspi', '2.0')
gi.require_version('GioUnix', '2.0')
from gi.repository import Atspi, Gio, GioUnix, GLib

from wheelhouse import APP_ID, PROGRAM, TIMEOUT, Activated, finish, has_owner, has_state, labels, run, step, wait

# Found by its bare name, as the desktop finds it.
os.environ['PATH'] = os.path.dirname(PROGRAM) + ':' + os.environ['PATH']
entry = GioUnix.DesktopAppInfo.new(APP_ID + '.desktop')
program = Activated()


def launch_action(name):
    # Called as a method PyGObject may not find out whose it is.
    GioUnix.DesktopAppInfo.launch_action(entry, name, None)


def is_on(page):
    return wait(lambda: has_state(program.find('list item', page), Atspi.StateType.SELECTED), f'the page “{page}”')


def shows_library(name):
    return wait(lambda: program.find_all('slider') and name in labels(program.app), f'the page of {name}')


def assert_one():
    """Still the same program, and one window."""
    assert len(program.find_all('frame')) == 1
    assert program._find_app().get_process_id() == program.pid


def tell(link, words):
    """Open a link that leads nowhere, and close the message."""
    run('open', link)
    program.find_text(words)
    program.press('button', 'Close')
    wait(lambda: words not in labels(program.app), 'the message to go')


with step('the desktop knows whose links these are'):
    assert Gio.AppInfo.get_default_for_uri_scheme('wheelhouse').get_id() == APP_ID + '.desktop'

with step('a link starts the program, which waits for the catalogue and opens it'):
    assert not has_owner(APP_ID)
    entry.launch_uris(['wheelhouse:library/fastapi'], None)
    program.start()
    with open(f'/proc/{program.pid}/cmdline') as file:
        assert '--gapplication-service' in file.read(), 'the bus starts it'
    shows_library('FastAPI')

with step('an action goes to a page of the window that is there'):
    launch_action('libraries')
    wait(lambda: not program.find_all('slider'), 'the page of the library to go')
    is_on('Libraries')
    assert_one()

with step('a second call hands over what it is to open'):
    assert run('open', 'wheelhouse:library/sqlalchemy') == ''
    shows_library('SQLAlchemy')
    assert run('open', 'wheelhouse://role/backend', 'wheelhouse:library/celery') == ''
    shows_library('celery')
    is_on('Back-end developer')
    run('open')
    run()
    assert_one()

with step('a link searches'):
    run('open', 'wheelhouse:search/%E5%BC%82%E6%AD%A5%20http')
    is_on('Libraries')
    program.find('list item', 'aiohttp')

with step('what leads nowhere is told'):
    tell('wheelhouse:library/nowhere', 'There is no library “nowhere”')
    tell('wheelhouse:role/nowhere', 'There is no role “nowhere”')
    tell('wheelhouse:nowhere', 'The link “wheelhouse:nowhere” leads to nothing that Wheelhouse knows')
    is_on('Libraries')
    assert_one()

with step('a file is meant where it was named'):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'some file'), 'w') as file:
            file.write('{}')
        subprocess.run([PROGRAM, 'open', 'some file'], cwd=folder, timeout=TIMEOUT, check=True)
        program.find_text('“some file” cannot be opened: it is no checklist that Wheelhouse saved as JSON')
    program.press('button', 'Close')
    program.quit()

with step('an action starts the program'):
    launch_action('plan')
    program.start()
    is_on('My Plan')
    program.quit()

with step('started and not asked for anything, it goes again'):
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'StartServiceByName',
        GLib.Variant('(su)', (APP_ID, 0)), None, Gio.DBusCallFlags.NONE, -1)
    assert has_owner(APP_ID)
    wait(lambda: not has_owner(APP_ID), 'the program to go', timeout=2 * TIMEOUT)

finish()
