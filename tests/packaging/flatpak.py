#!/usr/bin/python3
"""From the manifest to a printed checklist, in the sandbox; then an upgrade, and removal."""

import os
import sqlite3
import subprocess

from gi.repository import Gio, GLib

from menu import MenuProgram, call, choose_role_and_tick, is_ticked, read_chinese_checklist, speak
from wheelhouse import APP_ID, finish, labels, run, run_json, step, wait

PACKAGE = os.environ['WHEELHOUSE_PACKAGE']
OBJECT = '/' + APP_ID.replace('.', '/')
HOME = GLib.get_home_dir()
FONTS = [folder for folder in ('/usr/share/fonts', '/usr/local/share/fonts') if os.path.isdir(folder)]
# X11 is for where there is no Wayland; Flatpak before 1.18 writes "x11" beside that.
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'wayland', 'fallback-x11'}, 'devices': {'dri'}}

program = MenuProgram()


def flatpak(*args, hidden=()):
    """Run Flatpak, on a machine whose folders that are to be hidden are empty."""
    wrapper = ['bwrap', '--dev-bind', '/', '/', *(word for folder in hidden for word in ('--tmpfs', folder))] if hidden else []
    done = subprocess.run([*wrapper, 'flatpak', *args], capture_output=True, text=True)
    assert done.returncode == 0, f'flatpak {" ".join(args)}: {done.stdout}{done.stderr}'
    return done.stdout


def inside(*command, hidden=()):
    """Run a command in the sandbox."""
    return flatpak('run', f'--command={command[0]}', APP_ID, *command[1:], hidden=hidden)


def export_through_portal(path, hidden=()):
    """A file that is there already is what may be written: the sandbox is given this one and no other."""
    open(path, 'w').close()
    flatpak('run', '--file-forwarding', APP_ID, 'export', '@@', path, '@@', '--role', 'backend', '--language', 'zh_CN',
            hidden=hidden)


def search(method, arguments, reply=None):
    """Ask as GNOME's overview does."""
    return call(APP_ID + '.SearchProvider', OBJECT + '/SearchProvider', 'org.gnome.Shell.SearchProvider2', method,
                arguments, reply)


def upgrade():
    """Publish the application with another catalogue in it, and update."""
    build = os.path.join(PACKAGE, 'build')
    catalogue = sqlite3.connect(os.path.join(build, 'files/share/wheelhouse/catalogue.sqlite'))
    with catalogue:
        catalogue.execute("UPDATE library SET name = 'SQLAlchemy the Next' WHERE key = 'sqlalchemy'")
        catalogue.execute("UPDATE collection SET revision = 'next'")
    catalogue.close()
    flatpak('build-export', os.path.join(PACKAGE, 'repo'), build, 'stable')
    flatpak('update', '--user', '-y', '--noninteractive', APP_ID)


with step('it may see the window, and nothing else'):
    permissions = GLib.KeyFile()
    text = flatpak('info', '--show-permissions', APP_ID)
    permissions.load_from_bytes(GLib.Bytes.new(text.encode()), GLib.KeyFileFlags.NONE)
    assert permissions.get_groups()[0] == ['Context'], text
    given = {key: set(permissions.get_string_list('Context', key)) - {'x11'} for key in permissions.get_keys('Context')[0]}
    assert given == PERMISSIONS, given

choose_role_and_tick(program, 'flatpak')

with step('the checklist is written in Chinese through the portal'):
    path = os.path.join(HOME, 'backend.pdf')
    export_through_portal(path)
    fonts = {line for line in inside('fc-list', ':', 'file').splitlines()}
    assert any(line.startswith('/run/host/fonts/') for line in fonts), fonts
    read_chinese_checklist(path)

with step('and where the host has no font, with the one that is inside'):
    fonts = {line for line in inside('fc-list', ':lang=zh', 'file', hidden=FONTS).splitlines()}
    assert fonts and all(line.startswith('/app/share/fonts/') for line in fonts), fonts
    path = os.path.join(HOME, 'without-fonts.pdf')
    export_through_portal(path, hidden=FONTS)
    assert 'WenQuanYi' in read_chinese_checklist(path)

with step('an action of the desktop file goes to the plan'):
    program.launch_action('plan')
    program.find('check box', 'FastAPI')
    program.quit()

with step('a checklist from outside the sandbox is shown'):
    path = os.path.join(HOME, 'plan.wheelhouse.json')
    with open(path, 'w') as file:
        file.write(run('export', '-', '--plan', '--format', 'json'))
    program.entry.launch([Gio.File.new_for_path(path)], None)
    program.start()
    dialog = program.find('dialog', 'Checklist')
    wait(lambda: 'FastAPI' in labels(dialog), 'what is in the checklist')
    program.quit()

with step('the overview finds a library, and shows it'):
    found = search('GetInitialResultSet', GLib.Variant('(as)', (['异步', 'http'],)), '(as)')
    result = next(name for name in found if name.endswith('aiohttp'))
    metas = search('GetResultMetas', GLib.Variant('(as)', ([result],)), '(aa{sv})')
    assert metas[0]['name'] == 'aiohttp'
    search('ActivateResult', GLib.Variant('(sasu)', (result, ['http'], 0)))
    program.start()
    wait(lambda: 'aiohttp' in labels(program.app), 'the page of aiohttp')
    program.quit()

with step('an upgrade brings another catalogue and keeps what is the user’s'):
    upgrade()
    names = {library['key']: library['name'] for library in run_json('list', '--role', 'backend')}
    assert names['fastapi'] == 'FastAPI' and names['sqlalchemy'] == 'SQLAlchemy the Next', names
    program.launch()
    is_ticked(program)
    program.quit()

with step('so does removing it, and installing the bundle'):
    flatpak('uninstall', '--user', '-y', '--noninteractive', APP_ID)
    assert APP_ID not in flatpak('list', '--user', '--columns=application')
    flatpak('install', '--user', '-y', '--noninteractive', os.path.join(PACKAGE, APP_ID + '.flatpak'))
    program.launch()
    is_ticked(program)
    program.quit()

with step('what the bundle brings speaks Chinese where the system does'):
    speak('zh_CN.UTF-8')
    program.launch()
    assert program.window().get_name() == '轮子库'
    program.find('list item', '后端开发')
    program.photograph('flatpak-zh_CN')
    program.quit()

finish()
