#!/usr/bin/python3
"""The window opens as it was closed: its page, its filters and order, its size."""

import contextlib
import os
import shutil
import subprocess

from wheelhouse import APP_ID, Atspi, GLib, Program, finish, has_state, labels, library_count, skip, step, wait

BACKEND = 'Back-end developer'
# All but the view.
NONSENSE = """[io/github/wheelhouse/Wheelhouse]
last-page=7
libraries-query=({'role': 'backend'}
libraries-view='table'
window-width='wide'
window-height=-5
window-maximized=maybe
"""

KEYFILE = os.path.join(GLib.get_user_config_dir(), 'glib-2.0', 'settings', 'keyfile')

program = Program()
everything = library_count()
narrowed = library_count('--role', 'backend')


def assert_page(name):
    wait(lambda: has_state(program.find('list item', name), Atspi.StateType.SELECTED), f'{name} to be selected')


def roles():
    return [box for box in program.find_all('check box') if box.get_name().startswith(BACKEND)]


def titles():
    """What the list begins with."""
    program.find_text(narrowed)
    return [item.get_name() for item in program.find_all('list item', inside=program.find('list', 'Libraries'))][:5]


def setting(key):
    return subprocess.check_output(['gsettings', 'get', APP_ID, key], env=program.env, text=True).strip()


def size():
    extents = Atspi.Component.get_extents(program.window(), Atspi.CoordType.WINDOW)
    return extents.width, extents.height


@contextlib.contextmanager
def compositor():
    """Let the program run under one that can maximize a window, which X cannot do without a window manager."""
    socket = os.path.join(GLib.get_user_runtime_dir(), 'wheelhouse-test')
    weston = subprocess.Popen(['weston', '--backend=headless', '--no-config', '--width=1400', '--height=1000', '--idle-time=0',
                               f'--socket={os.path.basename(socket)}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    before = dict(program.env)
    program.env.update(GDK_BACKEND='wayland', WAYLAND_DISPLAY=os.path.basename(socket))
    try:
        wait(lambda: os.path.exists(socket), 'weston')
        subprocess.run(['gsettings', 'set', 'org.gnome.desktop.wm.preferences', 'button-layout', ':maximize,close'],
                       env=program.env, check=True)
        yield
    finally:
        program.kill()
        program.env = before
        weston.terminate()
        weston.wait()


def close():
    program.keys('ctrl+w')
    program.wait_end()


with step('at first all libraries are shown'):
    program.start()
    program.find_text(everything)
    assert_page('Libraries')

with step('they are narrowed to a role, and sorted'):
    program.press('toggle button', 'Role')
    wait(roles, 'the roles')[0].do_action(0)
    program.find_text(narrowed)
    # The first key may still go to the window under a popover that was opened over the accessibility bus.
    wait(lambda: not roles() or program.keys('Escape'), 'the popover to close')
    grouped = titles()
    program.choose('Sort and View', 2)
    by_name = wait(lambda: (now := titles()) != grouped and now, 'another order')
    assert by_name == sorted(by_name, key=str.lower), by_name

with step('what is searched for is of today'):
    program.search('asyncio')
    wait(lambda: narrowed not in labels(program.app), 'the search')

with step('it opens on the page it was closed on'):
    program.show(BACKEND)
    program.find('list', 'P0 · Must learn')
    close()
    program.start()
    program.find('list', 'P0 · Must learn')
    assert_page(BACKEND)

with step('the filter and the order are still there'):
    program.show('Libraries')
    program.find('toggle button', f'Role: {BACKEND}')
    assert titles() == by_name, titles()
    close()

with step('all of it is seen at once'):
    program.start()
    assert_page('Libraries')
    program.find('toggle button', f'Role: {BACKEND}')
    assert titles() == by_name, titles()
    program.find_text(narrowed)

with step('a window is as large as it was'):
    subprocess.run(['xdotool', 'windowsize', program.focus_window(), '800', '650'], check=True)
    wait(lambda: size() == (800, 650), 'the window to be made smaller')
    close()
    program.start()
    wait(lambda: size() == (800, 650), 'the window to be as small as before')
    close()

maximized = 'a maximized window is maximized again, and knows the size it had before'
if shutil.which('weston'):
    with step(maximized), compositor():
        before = setting('window-width'), setting('window-height')
        program.start()
        small = size()
        program.press('button', 'Maximize')
        large = wait(lambda: (now := size()) != small and now, 'the window to grow')
        program.press('button', 'Close')
        program.wait_end()
        assert setting('window-maximized') == 'true'
        assert (setting('window-width'), setting('window-height')) == before

        program.start()
        wait(lambda: size() == large, 'the window to be as large as before')
        program.press('button', 'Maximize')
        wait(lambda: size() == small, 'the window to be as small as before')
        program.press('button', 'Close')
        program.wait_end()
        assert setting('window-maximized') == 'false'
else:
    skip(maximized, 'there is no weston')

with step('names that mean nothing are passed over'):
    program.set('last-page', 'role:gone')
    program.set('libraries-query', "({'role': ['gone'], 'colour': ['red'], 'stars': ['∞']}, 'sideways', true)")
    program.start()
    assert_page('Libraries')
    program.find_text(everything)
    close()

with step('and so is what is no setting at all'):
    with open(KEYFILE, 'w') as file:
        file.write(NONSENSE)
    program.start()
    assert_page('Libraries')
    program.find_text(everything)
    program.find('table row')
    program.quit()

finish()
