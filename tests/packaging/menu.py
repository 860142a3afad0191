"""The program as the desktop's menu starts it: by its desktop file, over D-Bus, in whatever sandbox."""

import contextlib
import os
import subprocess

import gi

gi.require_version('GioUnix', '2.0')
from gi.repository import Atspi, Gio, GioUnix, GLib

from wheelhouse import APP_ID, Activated, Failure, has_owner, has_state, labels, run, run_json, step, wait


def call(name, path, interface, method, arguments, reply=None):
    """Call a method on the session bus, which starts whoever has the name."""
    answer = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        name, path, interface, method, arguments, reply and GLib.VariantType(reply), Gio.DBusCallFlags.NONE, -1)
    return answer.unpack()[0] if reply else None


def speak(locale):
    """Let what the bus starts from now on speak the language."""
    call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'UpdateActivationEnvironment',
         GLib.Variant('(a{ss})', ({'LC_ALL': locale, 'LANG': locale},)))


class MenuProgram(Activated):
    """What runs may be in a sandbox, where its process has another number: it is known by its names alone."""

    def __init__(self):
        super().__init__()
        self.entry = GioUnix.DesktopAppInfo.new(APP_ID + '.desktop')
        # Called as methods PyGObject may not find out whose they are.
        assert GioUnix.DesktopAppInfo.get_boolean(self.entry, 'DBusActivatable')

    def launch(self):
        assert not has_owner(APP_ID), 'the program is running already'
        self.entry.launch([], None)
        self.start()

    def launch_action(self, name):
        GioUnix.DesktopAppInfo.launch_action(self.entry, name, None)
        self.start()

    def focus_window(self):
        windows = subprocess.check_output(['xdotool', 'search', '--onlyvisible', '--name', '.'], text=True).split()
        subprocess.run(['xdotool', 'windowfocus', '--sync', windows[-1]], check=True)
        return windows[-1]

    def kill(self):
        # Should it not even quit, that is not what the test failed of.
        with contextlib.suppress(Failure, GLib.Error):
            self.quit()

    def photograph(self, name):
        """Keep a picture of the screen beside the log."""
        path = os.path.join(os.environ['WHEELHOUSE_PICTURES'], name + '.png')
        drawn = wait(lambda: self._drawn(path), f'the window to be drawn: {path}')
        assert drawn > 16, f'{path} has only {drawn} colours'

    def _drawn(self, path):
        subprocess.run(['import', '-silent', '-window', 'root', path], check=True)
        colours = int(subprocess.check_output(['identify', '-format', '%k', path]))
        return colours if colours > 16 else 0


def choose_role_and_tick(program, picture):
    """From the menu to something learnt, and back the next day."""
    with step('the desktop file starts the program, and its window is seen'):
        program.launch()
        assert program.window().get_name() == 'Wheelhouse'
        program.find('list item', 'FastAPI')
        program.photograph(picture)

    with step('the role of the back-end developer is chosen'):
        count = len(run_json('list', '--role', 'backend'))
        program.press('toggle button', 'Role')
        program.press('check box', f'Back-end developer, {count} libraries')
        program.keys('Escape')
        program.find('button', 'Role: Back-end developer')
        program.find_text(f'{count} libraries')

    with step('a library is planned and ticked'):
        row = program.find('list item', 'FastAPI')
        program.press('button', 'Add to My Plan', inside=row)
        wait(lambda: 'To learn' in labels(row), 'FastAPI to be planned')
        program.press('check box', 'Learnt', inside=row)
        wait(lambda: 'Learnt' in labels(row), 'FastAPI to be learnt')

    with step('the tick is still there after a new start'):
        program.quit()
        program.launch()
        is_ticked(program)
        program.quit()


def is_ticked(program):
    """The plan says so in the window, and on the command line."""
    program.show('My Plan')
    program.find_text('1 of 1 learnt')
    assert has_state(program.find('check box', 'FastAPI'), Atspi.StateType.CHECKED)
    assert [(item['key'], item['status']) for item in run_json('plan', 'list')] == [('fastapi', 'learnt')]


def read_chinese_checklist(path):
    """The back-end checklist in Chinese: all of its words are there, in fonts that go with it."""
    text = subprocess.check_output(['pdftotext', path, '-'], text=True)
    role = run_json('roles', 'backend', '--locale', 'zh_CN')
    names = [library['name'] for library in run_json('list', '--role', 'backend')]
    for words in ('学习清单', role['name'], '必学', *names):
        assert words in text, f'{words} is not in\n{text}'
    assert '\ufffd' not in text

    fonts = subprocess.check_output(['pdffonts', path], text=True).splitlines()[2:]
    assert fonts and all(line.split()[-5:-2] == ['yes', 'yes', 'yes'] for line in fonts), '\n'.join(fonts)
    return '\n'.join(fonts)


def export_chinese_checklist(path):
    run('export', path, '--role', 'backend', '--language', 'zh_CN')
    read_chinese_checklist(path)
