#!/usr/bin/python3
"""What can be wrong with the user's database at the start: said plainly, nothing lost, and the way on shown."""

import contextlib
import os
import sqlite3
import subprocess

from wheelhouse import DATA, DATABASE, PROGRAM, Program, finish, library_count, run, run_json, step

program = Program()


def spoil():
    """Overwrite the middle of the file, as a bad disk would, and leave its head."""
    size = os.path.getsize(DATABASE)
    with open(DATABASE, 'r+b') as file:
        file.seek(size // 4 // 4096 * 4096)
        file.write(b'\xa5' * (size // 2))


@contextlib.contextmanager
def read_only(folder):
    """Give the command that starts a program for which nothing in a folder can be written."""
    if os.geteuid() == 0:
        # The mode of a folder does not hold root back, a mount does.
        yield ['unshare', '--mount', 'sh', '-c',
               f'mount --bind "{folder}" "{folder}" && mount -o remount,bind,ro "{folder}" && exec "$0" "$@"']
    else:
        os.chmod(folder, 0o555)
        try:
            yield []
        finally:
            os.chmod(folder, 0o755)


with step('a damaged database is set aside, told of, and the program usable'):
    run('plan', 'add', 'fastapi', 'celery')
    run('plan', 'done', 'fastapi')
    spoil()
    program.start()
    program.find_text('Your Data Was Damaged')
    aside = [name for name in os.listdir(DATA) if 'damaged' in name]
    assert len(aside) == 1, aside
    program.find_text(aside[0])
    program.press('button', 'Close', inside=program.find('alert'))
    program.wait_gone('alert')
    program.find_text(library_count())
    program.press('button', 'Add to My Plan', inside=program.find('list item', 'Django'))
    program.find_text('“Django” added to my plan')
    program.quit()
    assert 'django' in [item['key'] for item in run_json('plan', 'list')]

with step('the next start says nothing any more'):
    program.start()
    program.find_text(library_count())
    assert not program.find_all('alert')
    program.quit()

with step('what is no database is left as it is, and the program says so'):
    os.rename(DATABASE, DATABASE + '.kept')
    with open(DATABASE, 'w') as file:
        file.write('Dear diary\n' * 1000)
    program.start()
    program.find_text('The Catalogue Cannot Be Opened')
    program.find_text('is not a Wheelhouse database')
    program.find_text(DATABASE)

with step('it tries again when that has been seen to'):
    os.rename(DATABASE, os.path.join(DATA, 'diary'))
    os.rename(DATABASE + '.kept', DATABASE)
    program.press('button', 'Try Again')
    program.find_text(library_count())
    assert open(os.path.join(DATA, 'diary')).readline() == 'Dear diary\n'
    program.quit()

with step('a folder that cannot be written is named'):
    with read_only(DATA) as wrapper:
        program = Program(wrapper=wrapper)
        program.start()
        program.find_text('cannot be written')
        program.find_text(DATA)
        program.quit()

with step('the database of a newer version is left alone'):
    database = sqlite3.connect(DATABASE)
    database.execute('PRAGMA user_version = 999')
    database.close()
    before = open(DATABASE, 'rb').read()
    program = Program()
    program.start()
    program.find_text('was written by a newer version of Wheelhouse')
    program.find_text(DATABASE)
    program.quit()
    assert open(DATABASE, 'rb').read() == before

with step('the command line says so as well'):
    done = subprocess.run([PROGRAM, 'plan', 'list'], capture_output=True, text=True)
    assert done.returncode == 1 and not done.stdout
    assert 'newer version' in done.stderr, done.stderr

finish()
