"""Runs the installed program's command line in a home of its own and reports TAP.

    @test
    def lists_roles(home):
        assert home.json('roles')[0]['key']

    main()

Every test gets a fresh home without a display. A test fails by an exception; what the program said is shown. It
fails as well when the program ends in any other way than the three it promises: by a signal, or by a sanitizer.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ.get('WHEELHOUSE_PROGRAM', 'wheelhouse')

# What would lead to a display, a session or somebody's own data.
FOREIGN = ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE', 'LANG', 'SOURCE_DATE_EPOCH')

_tests = []


class Result:
    def __init__(self, process, arguments):
        self.status = process.returncode
        self.bytes = process.stdout
        self.text = process.stdout.decode('utf-8', 'replace')
        self.errors = process.stderr.decode('utf-8', 'replace')
        self.arguments = arguments

    def __repr__(self):
        return f'wheelhouse {" ".join(self.arguments)}: {self.status}\n{self.text}\n{self.errors}'


class Home:
    """A folder that is the user's home, and the program run in it."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix='wheelhouse-cli-')
        self.database = self.file('data', 'wheelhouse', 'wheelhouse.db')
        self.environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.environment |= {
            'HOME': self.path,
            'XDG_DATA_HOME': self.file('data'),
            'XDG_CONFIG_HOME': self.file('config'),
            'XDG_CACHE_HOME': self.file('cache'),
            'XDG_RUNTIME_DIR': self.path,
            'LC_ALL': 'C.UTF-8',
            'G_DEBUG': 'gc-friendly,fatal-warnings',
        }

    def file(self, *names):
        return os.path.join(self.path, *names)

    def start(self, *arguments, environment=None, stdout=subprocess.PIPE):
        return subprocess.Popen([PROGRAM, *arguments], env=self.environment | (environment or {}), cwd=self.path,
                                stdout=stdout, stderr=subprocess.PIPE)

    def run(self, *arguments, environment=None, input=b''):
        process = subprocess.run([PROGRAM, *arguments], env=self.environment | (environment or {}), cwd=self.path,
                                 input=input, capture_output=True, timeout=60)
        result = Result(process, arguments)
        assert result.status in (0, 1, 2), result
        return result

    def done(self, *arguments, **kwargs):
        """It must be done, without a word on stderr."""
        result = self.run(*arguments, **kwargs)
        assert result.status == 0 and result.errors == '', result
        return result

    def json(self, *arguments, **kwargs):
        return json.loads(self.done(*arguments, '--json', **kwargs).text)

    def refused(self, *arguments, status=1, **kwargs):
        """It must say in one line what is wrong, and nothing on stdout."""
        result = self.run(*arguments, **kwargs)
        assert result.status == status, result
        assert result.bytes == b'', result
        assert result.errors.startswith('wheelhouse: ') and result.errors.count('\n') == 1, result
        return result.errors

    def plan(self):
        return [f'{item["key"]}:{item["status"]}' for item in self.json('plan', 'list')]


def test(function):
    _tests.append(function)
    return function


def main():
    failed = 0
    print(f'1..{len(_tests)}')
    for number, function in enumerate(_tests, 1):
        home = Home()
        title = function.__name__.replace('_', ' ')
        try:
            function(home)
            print(f'ok {number} - {title}', flush=True)
        except Exception:  # whatever it was, it is this test's failure
            failed += 1
            print(f'not ok {number} - {title}', flush=True)
            # To stderr, which Meson shows of a test that failed.
            print(f'not ok {number} - {title}', traceback.format_exc(), sep='\n', file=sys.stderr, flush=True)
        finally:
            shutil.rmtree(home.path)
    sys.exit(1 if failed else 0)
