"""Drives the installed program through accessibility and reports TAP.

    program = Program()
    with step('the window opens'):
        program.start()
        program.find('button', 'Main Menu')
    finish()

Everything acts on accessible objects, never on coordinates. What does not come true within the time limit is
a failure that says what was waited for and shows the tree as it was. A list shows only its realised rows: read
counts from a label. Run a journey under with-display.sh: its home is then its own, and what the program writes
there lasts from one start to the next.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = 'io.github.wheelhouse.Wheelhouse'
PROGRAM = os.environ.get('WHEELHOUSE_PROGRAM', 'wheelhouse')
DATA = os.path.join(GLib.get_user_data_dir(), 'wheelhouse')
DATABASE = os.path.join(DATA, 'wheelhouse.db')
TIMEOUT = 20

# What GTK says of itself: on a busy machine, and when it looks for printers without a system bus. Anything else on
# stderr is a complaint.
GTK_ITSELF = ('gdk_frame_timings_submitted() called on submitted frame', 'gdk_frame_timings_throttling_hint',
              'avahi printers will not be available')

# xdotool adds Alt to a function key where the keyboard map says what Alt does there, as the newer ones do. Their codes
# are the same on every X server, and a code goes as it is.
FUNCTION_KEYS = {f'F{number}': str(66 + number) for number in range(1, 11)}

# So many steps of Tab or Down must be enough to come round.
MANY_STEPS = 80

_steps = 0
_running = []


class Failure(Exception):
    pass


@contextlib.contextmanager
def step(title):
    """One test point. A journey's steps build on each other, so the first failure ends it."""
    global _steps
    _steps += 1
    try:
        yield
    except Exception:  # whatever it was, it is this step's failure
        print(f'not ok {_steps} - {title}', flush=True)
        # To stderr, which Meson shows of a test that failed: its end, so that why it did comes last.
        for program in list(_running):
            print(program.tree(), program.stderr(), sep='\n', file=sys.stderr)
            program.kill()
        print(f'not ok {_steps} - {title}', traceback.format_exc(), sep='\n', file=sys.stderr)
        print('Bail out! the steps after this one stand on it', flush=True)
        sys.exit(1)
    print(f'ok {_steps} - {title}', flush=True)


def keep_still():
    """Do without animations. While one page slides over another, GTK 4.18 loses a picture of it (it clips it to
    nothing, and forgets to free what nothing is left of), which would be taken for a leak of ours."""
    folder = os.path.join(GLib.get_user_config_dir(), 'gtk-4.0')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'settings.ini'), 'w') as file:
        file.write('[Settings]\ngtk-enable-animations=false\n')


def skip(title, reason):
    """Report a step that cannot be taken on this machine."""
    global _steps
    _steps += 1
    print(f'ok {_steps} - {title} # SKIP {reason}', flush=True)


def has_locale(name):
    """Whether the machine knows the locale; every private root knows zh_CN.UTF-8 and zh_TW.UTF-8."""
    known = subprocess.check_output(['locale', '-a'], text=True).lower().replace('utf-8', 'utf8').split()
    return name.lower().replace('utf-8', 'utf8') in known


def finish():
    """End the journey. What it started has ended by itself: only then are leaks looked for."""
    for program in list(_running):
        program.kill()
        raise Failure(f'{" ".join(program.command)} is still running')
    print(f'1..{_steps}')


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def wait(condition, what, timeout=TIMEOUT):
    """Wait until condition() is true and return what it returned."""
    end = time.monotonic() + timeout
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            result = condition()
        except GLib.Error:  # an object that went away while it was looked at
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise Failure(f'waited {timeout} s in vain for {what}')
        time.sleep(0.02)


def run(*args, status=0):
    """Run the command line and return its stdout."""
    done = subprocess.run([PROGRAM, *args], capture_output=True, text=True, timeout=TIMEOUT)
    if done.returncode != status:
        raise Failure(f'wheelhouse {" ".join(args)}: status {done.returncode}, not {status}\n{done.stdout}{done.stderr}')
    return done.stdout


def run_json(*args):
    return json.loads(run(*args, '--json'))


def library_count(*filters):
    """What the window says of that many libraries: "270 libraries". The user's own database is not touched."""
    with tempfile.TemporaryDirectory() as folder:
        return f'{len(run_json("list", *filters, "--database", os.path.join(folder, "other.db")))} libraries'


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node, depth=0):
    yield node, depth
    for child in children(node):
        yield from walk(child, depth + 1)


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def has_state(node, state):
    return node.get_state_set().contains(state)


def text_of(node):
    """The words a node shows: its text, or its name."""
    if 'Text' in node.get_interfaces():
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    return node.get_name() or ''


def labels(node):
    """The words of all labels that can be seen, in reading order."""
    return [text_of(label) for label, _ in walk(node) if label.get_role_name() == 'label' and is_showing(label)]


def describe(node, depth):
    states = [state.value_nick for state in node.get_state_set().get_states()]
    told = [s for s in states if s in ('showing', 'focused', 'checked', 'selected', 'pressed', 'expanded')]
    return f'{"  " * depth}{node.get_role_name()} {node.get_name()!r} {" ".join(told)}'


class Program:
    """The program with its window. A wrapper is a command that is to start it."""

    def __init__(self, *args, locale='C.UTF-8', env=None, wrapper=(), size=None):
        self.command = [*wrapper, PROGRAM, *args]
        self.env = dict(os.environ, G_DEBUG='gc-friendly,fatal-criticals', GSETTINGS_BACKEND='keyfile',
                        LC_ALL=locale, **(env or {}))
        self.process = None
        self.app = None
        if size:
            self.set('window-width', size[0])
            self.set('window-height', size[1])

    def set(self, key, value):
        """Change a setting while the program is not running."""
        subprocess.run(['gsettings', 'set', APP_ID, key, str(value)], env=self.env, check=True)

    def ignore_leaks(self):
        """Do not look for leaks at the end of the next start: something is used that is not ours and leaks."""
        self.env['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'

    def start(self):
        """Start the program and wait until its window can be seen."""
        self.errors = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen(self.command, env=self.env, cwd=GLib.get_home_dir(), stderr=self.errors)
        _running.append(self)
        self.app = wait(self._find_app, 'the program on the accessibility bus')
        self.window()

    def _find_app(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with status {self.process.returncode}\n{self.stderr()}')
        for app in children(Atspi.get_desktop(0)):
            if app.get_process_id() == self.process.pid:
                return app
        return None

    def window(self):
        return self.find('frame')

    def find_all(self, role, name=None, inside=None):
        """All that can be seen of this role (and name) now, in reading order."""
        return [node for node, _ in walk(inside or self.app)
                if node.get_role_name() == role and is_showing(node)
                and (name is None or node.get_name() == name)]

    def find(self, role, name=None, inside=None, timeout=TIMEOUT):
        """Wait for the first that can be seen of this role (and name)."""
        what = role if name is None else f'{role} “{name}”'
        return wait(lambda: next(iter(self.find_all(role, name, inside)), None), what, timeout)

    def find_text(self, words, timeout=TIMEOUT):
        """Wait for anything that shows these words."""
        return wait(lambda: next((node for node, _ in walk(self.app)
                                  if is_showing(node) and words in text_of(node)), None), f'“{words}”', timeout)

    def wait_gone(self, role, name=None, timeout=TIMEOUT):
        wait(lambda: not self.find_all(role, name), f'{role} {name!r} to go', timeout)

    def press(self, role, name=None, inside=None):
        """Do what a click or Enter on it would do."""
        node = self.find(role, name, inside)
        if not node.do_action(0):
            raise Failure(f'{role} “{name}” cannot be pressed')
        return node

    def choose(self, menu, place):
        """Open a menu and choose its item at this place. GTK does not tell their names."""
        self.press('toggle button', menu)
        item = wait(lambda: self.find_all('menu item')[place:place + 1], f'item {place} of the menu “{menu}”')[0]
        item.do_action(0)
        wait(lambda: not self.find_all('menu item'), 'the menu to close')

    def show(self, page):
        """Go to a page of the sidebar."""
        row = self.find('list item', page)
        if not Atspi.Selection.select_child(row.get_parent(), row.get_index_in_parent()):
            raise Failure(f'the row “{page}” cannot be selected')
        wait(lambda: has_state(row, Atspi.StateType.SELECTED), f'the row “{page}” to be selected')

    def search(self, words):
        """Write into the search entry, wherever one is."""
        self.keys('ctrl+f')
        entry = wait(lambda: self.focused('entry', 'text'), 'the search to have the focus')
        self.type(entry, words)

    def open_library(self, words, name):
        """Search, and open what is found by this name."""
        self.search(words)
        self.find('list item', name)
        self.keys('Down')
        self.step_to('Down', 'list item', name)
        self.keys('Return')
        self.find('slider')
        wait(lambda: name in labels(self.app), f'the page of {name}')

    def focused(self, *roles):
        """What has the focus, if it is of one of these roles."""
        for node, _ in walk(self.app):
            if has_state(node, Atspi.StateType.FOCUSED) and is_showing(node):
                return node if not roles or node.get_role_name() in roles else None
        return None

    def step_to(self, key, role, name=None):
        """Press a key until something of this role (and name) has the focus, and return it."""
        seen = []
        self.focus_window()
        node = self.focused()
        for _ in range(MANY_STEPS):
            if node and node.get_role_name() == role and (name is None or node.get_name() == name):
                return node
            before = node
            self.keys(key)
            node = wait(lambda: (now := self.focused()) and now != before and now, f'{key} to move the focus on from '
                        f'{", ".join(seen) or "nothing"}')
            seen.append(f'{node.get_role_name()} “{node.get_name()}”')
        raise Failure(f'{key} does not lead to {role} “{name}” but to {", ".join(seen)}')

    def type(self, node, words):
        """Replace what stands in an entry."""
        wait(lambda: 'EditableText' in node.get_interfaces(), 'an entry that can be written into')
        if not Atspi.EditableText.set_text_contents(node, words):
            raise Failure(f'nothing can be written into {node.get_role_name()} “{node.get_name()}”')

    def keys(self, *keys):
        """Press real keys, in xdotool's spelling: 'ctrl+f', 'Down'."""
        self.focus_window()
        codes = ['+'.join(FUNCTION_KEYS.get(part, part) for part in key.split('+')) for key in keys]
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *codes], check=True)

    def focus_window(self):
        """Give the topmost window the focus, for without a window manager nobody does, and return its number."""
        # Popovers are windows too, but without a name.
        windows = subprocess.check_output(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid),
                                           '--name', '.'], text=True).split()
        subprocess.run(['xdotool', 'windowfocus', '--sync', windows[-1]], check=True)
        return windows[-1]

    def activate(self, action, parameter=None):
        """Activate an action of the application, as the desktop would over D-Bus."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(APP_ID, '/' + APP_ID.replace('.', '/'), 'org.gtk.Actions', 'Activate',
                      GLib.Variant('(sava{sv})', (action, [parameter] if parameter else [], {})),
                      None, Gio.DBusCallFlags.NONE, -1)

    def quit(self):
        """Quit as Ctrl+Q does."""
        self.activate('quit')
        self.wait_end()

    def wait_end(self):
        """Wait until the program has been told to quit; it must end well and must not have complained."""
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            raise Failure('the program does not quit') from None
        _running.remove(self)
        if status != 0:
            raise Failure(f'the program ended with status {status}\n{self.stderr()}')
        if self.stderr():
            raise Failure(f'the program complained:\n{self.stderr()}')

    def kill(self):
        if self in _running:
            _running.remove(self)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def stderr(self):
        """What the program wrote there; a warning is a line between blank ones."""
        self.errors.seek(0)
        return ''.join(line for line in self.errors
                       if line.strip() and not any(words in line for words in GTK_ITSELF))

    def tree(self):
        """What accessibility sees, for a person to read."""
        try:
            return ''.join(describe(node, depth) + '\n' for node, depth in walk(self.app)) if self.app else ''
        except GLib.Error as error:
            return f'(the program is gone: {error.message})\n'


class Activated(Program):
    """The program as the session bus starts it. What it writes goes to the bus."""

    def __init__(self):
        super().__init__()
        self.pid = None
        # The bus forgets what is asked of a program that it has to start when the one who asked has gone: a connection
        # that is kept stays.
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def start(self):
        """Wait until its window can be seen; that it is started is the business of whoever asks the desktop for it."""
        self.app = wait(self._find_app, 'the program on the accessibility bus')
        self.pid = self.app.get_process_id()
        _running.append(self)
        self.window()

    def _find_app(self):
        return next((app for app in children(Atspi.get_desktop(0))
                     if app.get_name() == 'wheelhouse' and any(children(app))), None)

    def wait_end(self):
        wait(lambda: not has_owner(APP_ID), 'the program to end')
        _running.remove(self)

    def kill(self):
        _running.remove(self)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def stderr(self):
        return ''


def has_owner(name):
    """Whether a program has this name on the session bus."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                         GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, -1).unpack()[0]


if os.environ.get('WHEELHOUSE_SANITIZED'):
    keep_still()
Atspi.init()
