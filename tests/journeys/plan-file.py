#!/usr/bin/python3
"""A plan exported by one user, opened by another: shown, added to the plan, undone. What cannot be read is said."""

import os
import subprocess

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

from wheelhouse import APP_ID, PROGRAM, Program, finish, has_locale, has_state, labels, run, run_json, step, wait

HOME = GLib.get_home_dir()
THEIRS = os.path.join(HOME, 'theirs.db')
TYPE = 'application/vnd.wheelhouse.checklist+json'
FILE = os.path.join(HOME, 'lin.wheelhouse.json')

# A desktop file whose program is not on the path counts for nothing.
os.environ['PATH'] = os.path.dirname(PROGRAM) + os.pathsep + os.environ['PATH']

program = Program()


def theirs(*args):
    return run(*args, '--database', THEIRS)


def open_file(path):
    """Open a file as a file manager does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(APP_ID, '/' + APP_ID.replace('.', '/'), 'org.freedesktop.Application', 'Open',
                  GLib.Variant('(asa{sv})', ([GLib.filename_to_uri(path)], {})), None, Gio.DBusCallFlags.NONE, -1)


def plan():
    return [(item['key'], item['status'], item['note']) for item in run_json('plan', 'list')]


def find_switch():
    """Newer toolkits know what it is."""
    name = 'Take Over Progress and Notes'
    return (program.find_all('switch', name) or program.find_all('check box', name))[0]


def find_topic():
    """The first topic of the first guide that is no library: its key and name."""
    guide = run_json('guides')[0]['key']
    topics = [topic for chapter in run_json('guides', guide)['chapters'] for section in chapter['sections']
              for group in section['groups'] for topic in group['topics'] if not topic['library']]
    return topics[0]['key'], topics[0]['name']


with step('one user exports a plan'):
    key, name = find_topic()
    theirs('plan', 'add', 'numpy', 'pandas', key)
    theirs('plan', 'done', 'numpy')
    theirs('note', 'pandas', 'Chapter 5 first')
    theirs('export', FILE, '--plan')
    run('plan', 'add', 'pandas')
    before = plan()

with step('the desktop knows what it is, and who opens it'):
    info = Gio.File.new_for_path(FILE).query_info('standard::content-type', Gio.FileQueryInfoFlags.NONE, None)
    assert info.get_content_type() == TYPE, info.get_content_type()
    assert Gio.content_type_is_a(TYPE, 'application/json')
    handlers = [app.get_id() for app in Gio.AppInfo.get_all_for_type(TYPE)]
    assert f'{APP_ID}.desktop' in handlers, handlers

with step('and calls it by a name in Chinese too'):
    ask = f'from gi.repository import Gio; print(Gio.content_type_get_description({TYPE!r}))'
    names = {locale: subprocess.check_output(['python3', '-c', ask], text=True, env=dict(os.environ, LC_ALL=locale)).strip()
             for locale in ('C.UTF-8', 'zh_CN.UTF-8', 'zh_TW.UTF-8') if has_locale(locale)}
    assert names.pop('C.UTF-8') == 'Wheelhouse checklist'
    assert all(name in ('轮子库清单', '輪子庫清單') for name in names.values()), names

with step('another opens it and sees what is new'):
    program.start()
    program.find('toggle button', 'Main Menu')
    open_file(FILE)
    dialog = program.find('dialog', 'Checklist')
    program.find_text('3 items, 2 new to your plan')
    for words in ('My plan', 'NumPy', name, 'pandas', 'Chapter 5 first'):
        wait(lambda words=words: words in labels(dialog), f'“{words}” in {labels(dialog)}')
    assert any('On your plan already' in label for label in labels(dialog)), labels(dialog)
    assert plan() == before

with step('Escape leaves everything as it was'):
    program.keys('Escape')
    program.wait_gone('dialog', 'Checklist')
    assert plan() == before

with step('it is added, with what they have learnt'):
    open_file(FILE)
    dialog = program.find('dialog', 'Checklist')
    program.keys('alt+p')
    wait(lambda: has_state(find_switch(), Atspi.StateType.CHECKED), 'the switch to be on')
    program.press('button', 'Add to My Plan', dialog)
    program.wait_gone('dialog', 'Checklist')
    program.find_text('2 items added to my plan')
    wait(lambda: sorted(plan()) == sorted([*before, ('numpy', 'learnt', None), (key, 'to-learn', None)]), f'{plan()}')
    program.find_text('1 of 3 learnt')

with step('and taken back in one step'):
    program.press('button', 'Undo')
    wait(lambda: plan() == before, 'the plan as it was')

with step('a file that is none is said to be none, by its name'):
    other = os.path.join(HOME, 'notes.json')
    with open(other, 'w') as file:
        file.write('{"title": "Notes"}\n')
    open_file(other)
    program.find_text('Could Not Open the Checklist')
    program.find_text('“notes.json” cannot be opened: it is no checklist that Wheelhouse saved as JSON')
    program.keys('Escape')
    wait(lambda: 'Could Not Open the Checklist' not in labels(program.app), 'the message to go')
    assert plan() == before
    program.quit()

with step('it is opened by hand too'):
    # GTK's own file chooser forgets what it is listing when it is closed before it has finished.
    program.ignore_leaks()
    program.start()
    program.find('toggle button', 'Main Menu')
    program.keys('ctrl+o')
    program.find('dialog', 'Open Checklist')
    program.keys('slash')
    program.type(wait(lambda: program.focused('text'), 'the entry for the name of the file'), FILE)
    program.press('button', 'Open')
    program.find('dialog', 'Checklist')
    program.find_text('3 items, 2 new to your plan')
    program.quit()

finish()
