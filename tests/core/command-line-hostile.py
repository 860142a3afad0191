"""The command line on databases that nobody would make, killed, in company, and where there is no room."""

import os
import random
import sqlite3
import subprocess
import time

from command_line import main, test

LIBRARIES = ['fastapi', 'django', 'flask', 'sqlalchemy', 'celery', 'pandas', 'numpy', 'pydantic']

# What else than the schema a file from elsewhere may get wrong: SQL, and what may be said of it.
VALUES = [
    "UPDATE plan_item SET place = 9e999",
    "UPDATE plan_item SET place = 'nowhere', note = x'ff00ff', added_at = 'then'",
    "UPDATE plan_item SET key = CAST (x'ff61fe' || CAST (key AS BLOB) AS TEXT)",
    "UPDATE library SET key = CAST (x'ff61fe' || CAST (key AS BLOB) AS TEXT), name = x'00'",
    "UPDATE library SET key = key || char (10) || 'x' || char (10) || 'y' || char (10) || 'z'",
    "UPDATE library SET name = '<b>' || name || '</b>''; DROP TABLE plan; --' || char (27) || '[2J'",
    "UPDATE library SET key = '../../' || key || '/%s%n'",
    "UPDATE user_status SET status = 'dreamt', changed_at = -9223372036854775808",
    "DELETE FROM text",
    "DELETE FROM word",
    "UPDATE text SET text = CAST (x'e4b8' AS TEXT)",
    "UPDATE text SET text = (SELECT group_concat (text, '') FROM text AS t) WHERE id % 100 = 1",
    "DELETE FROM priority_item",
    "DELETE FROM contribution",
    "DELETE FROM category",
    "UPDATE category SET parent = key",
    "UPDATE category SET parent = (SELECT max (key) FROM category)",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO category"
    " (collection, key, parent, name_text, place) SELECT 1, 'c' || i, 'c' || (i - 1), 1, i FROM n;"
    " UPDATE placement SET category = 'c3000'",
    "UPDATE ranking_place SET rank = 2147483647",
    "UPDATE ranking_place SET rank = -1",
    "UPDATE priority_slot SET priority = 'P9'",
    "UPDATE rating SET measure = 'none', source = ''",
    "UPDATE role SET key = '' WHERE key = 'backend'",
    "INSERT INTO renamed_key (collection, old_key, new_key) VALUES (1, 'a', 'b'), (1, 'b', 'a')",
    "UPDATE guide_node SET parent_id = id",
    "DELETE FROM plan",
]

COMMANDS = [
    ['list'], ['list', '--sort', 'rank'], ['search', 'web'], ['show', 'fastapi'], ['path', 'backend'], ['roles'],
    ['categories'], ['sources'], ['rankings'], ['stats'], ['plan', 'list'], ['export', 'role.md', '--role', 'backend'],
    ['export', 'plan.pdf', '--plan'], ['dump'], ['check'], ['plan', 'add', 'flask'], ['plan', 'remove', 'fastapi'],
]


def change(home, sql):
    connection = sqlite3.connect(home.database)
    connection.executescript('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;' + sql)
    connection.close()


def assert_sound(home):
    assert 'no problem' in home.done('check').text


@test
def nothing_in_a_file_ends_the_program(home):
    """It may do less, or refuse and say why, but it answers."""
    home.done('plan', 'add', 'fastapi', 'django')
    with open(home.database, 'rb') as file:
        sound = file.read()
    for sql in VALUES:
        with open(home.database, 'wb') as file:
            file.write(sound)
        change(home, sql)
        for command in COMMANDS:
            result = home.run(*command)
            assert result.status in (0, 1), (sql, result)
            assert result.status == 0 or command == ['check'] or result.errors.startswith('wheelhouse: '), (sql, result)


@test
def a_relative_data_folder_counts_for_nothing(home):
    surroundings = {'XDG_DATA_HOME': 'here'}
    home.done('plan', 'add', 'flask', environment=surroundings)
    assert not os.path.exists(home.file('here'))
    assert os.path.exists(home.file('.local', 'share', 'wheelhouse', 'wheelhouse.db'))


@test
def killed_at_any_moment_nothing_is_lost(home):
    """Sooner or later after the start; each time it has either added or not, and the file is sound."""
    home.done('plan', 'add', 'numpy')
    moments = random.Random(1)
    for _ in range(15):
        before = home.plan()
        process = home.start('plan', 'add', *LIBRARIES)
        time.sleep(moments.uniform(0, 0.05))
        process.kill()
        process.communicate()
        after = home.plan()
        assert len(after) in (len(before), len(LIBRARIES)), (before, after)
        assert_sound(home)
        if len(after) == len(LIBRARIES):
            home.done('plan', 'remove', *[key for key in LIBRARIES if key != 'numpy'])
    assert home.plan() == ['numpy:to-learn']


@test
def killed_at_the_first_start_the_next_one_begins(home):
    moments = random.Random(2)
    for _ in range(10):
        process = home.start('stats')
        time.sleep(moments.uniform(0, 0.03))
        process.kill()
        process.communicate()
        home.done('plan', 'add', 'flask')
        assert_sound(home)
        assert home.plan() == ['flask:to-learn']
        os.unlink(home.database)


@test
def many_at_once_lose_nothing(home):
    home.done('plan', 'add', 'numpy')
    processes = [home.start('plan', 'add', key) for key in LIBRARIES]
    processes += [home.start('plan', step, 'numpy') for step in ('start', 'done', 'skip')]
    for process in processes:
        assert process.wait(60) == 0, process.stderr.read()
        process.stdout.close()
        process.stderr.close()
    assert sorted(item.split(':')[0] for item in home.plan()) == sorted(LIBRARIES)
    assert_sound(home)


def restore(home):
    """It says on stderr where it keeps what was there."""
    result = home.run('restore', 'backup.db')
    assert result.status == 0 and 'wheelhouse.db.replaced-' in result.errors, result


@test
def a_backup_comes_back_under_the_eyes_of_others(home):
    """Who has the database open sees what was restored, and writes to that."""
    home.done('plan', 'add', 'numpy')
    home.done('backup', 'backup.db')
    home.done('plan', 'add', 'flask')
    reader = sqlite3.connect(home.database)
    count = 'SELECT count (*) FROM plan_item'
    assert reader.execute(count).fetchone() == (2,)
    for _ in range(3):
        writers = [home.start('plan', 'add', key) for key in LIBRARIES]
        restore(home)
        for process in writers:
            process.communicate()
            assert process.returncode == 0
    restore(home)
    assert reader.execute(count).fetchone() == (1,)
    reader.close()
    assert home.plan() == ['numpy:to-learn']
    assert_sound(home)


main()
