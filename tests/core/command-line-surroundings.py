"""The command line and what is around it: pipes, files, languages, displays, other databases."""

import json
import os
import re
import socket
import sqlite3
import subprocess

from command_line import PROGRAM, main, test


@test
def a_closed_pipe_is_no_error(home):
    home.done('stats')
    for arguments in [['dump'], ['list', '--json'], ['--help']]:
        process = home.start(*arguments)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(60) == 0 and errors == b'', (arguments, errors)


@test
def a_full_disk_is(home):
    home.done('stats')
    for arguments in [['list'], ['--help'], ['plan', '--help']]:
        with open('/dev/full', 'wb') as full:
            process = subprocess.run([PROGRAM, *arguments], env=home.environment, stdout=full, stderr=subprocess.PIPE)
        assert process.returncode == 1 and b'No space left' in process.stderr, process


@test
def no_display_is_looked_for(home):
    """Whoever connects to the sockets that stand here for a display would leave a connection waiting."""
    number = 7000 + os.getpid() % 1000
    os.makedirs('/tmp/.X11-unix', exist_ok=True)
    paths = [f'/tmp/.X11-unix/X{number}', home.file('wayland-test'), home.file('bus')]
    sockets = []
    for path in paths:
        server = socket.socket(socket.AF_UNIX)
        server.bind(path)
        server.listen()
        server.setblocking(False)
        sockets.append(server)
    surroundings = {'DISPLAY': f':{number}', 'WAYLAND_DISPLAY': 'wayland-test',
                    'DBUS_SESSION_BUS_ADDRESS': f'unix:path={paths[2]}'}
    try:
        for arguments in [['search', 'async'], ['plan', 'add', 'fastapi'], ['export', 'a.pdf', '--role', 'backend'],
                          ['--help'], ['stats', '--json'], ['frobnicate'], ['open', '--help']]:
            home.run(*arguments, environment=surroundings)
            for server in sockets:
                try:
                    server.accept()
                except BlockingIOError:
                    continue
                raise AssertionError(f'{arguments} looked for a display or a session')
    finally:
        for server in sockets:
            server.close()
        os.unlink(paths[0])


@test
def a_window_wants_a_display(home):
    for arguments in [[], ['open'], ['open', 'wheelhouse:library/fastapi'], ['open', '--', '-x.json', 'y.json']]:
        assert 'wheelhouse --help' in home.refused(*arguments)
    assert os.listdir(home.path) == [], 'nothing was begun'


@test
def the_window_has_its_own_database(home):
    for arguments in [['--database', 'other.db', 'open'], ['open', '--database', 'other.db', 'wheelhouse:page/plan']]:
        assert '--database' in home.refused(*arguments, status=2)
    assert '--nothing' in home.refused('open', '--nothing', status=2)
    assert 'wheelhouse:library/KEY' in home.done('open', '--help').text
    assert os.listdir(home.path) == [], 'nothing was begun'


@test
def contents_and_messages_follow_locale(home):
    english = home.json('show', 'fastapi')
    chinese = home.json('show', 'fastapi', '--locale', 'zh_CN')
    assert re.search('[一-鿿]', chinese['summary']) and not re.search('[一-鿿]', english['summary'])
    assert english['name'] == chinese['name']
    assert '没有' in home.refused('show', 'fastap', '--locale', 'zh_CN')
    assert '用法' in home.done('list', '--help', '--locale', 'zh_CN').text
    assert home.json('show', 'fastapi', environment={'LC_ALL': 'zh_CN.UTF-8'}) == chinese
    assert home.json('show', 'fastapi', '--locale', 'en', environment={'LC_ALL': 'zh_CN.UTF-8'}) == english
    message = home.refused('show', 'fastap', '--locale', 'en', environment={'LC_ALL': 'zh_CN.UTF-8'})
    assert message == home.refused('show', 'fastap')


@test
def traditional_chinese_is_that_of_taiwan(home):
    """In contents and messages, and not character by character: a library is a 函式庫 there."""
    assert '非同步' in home.json('show', 'fastapi', '--locale', 'zh_TW')['summary']
    assert '函式庫' in home.done('plan', '--help', '--locale', 'zh_TW').text
    assert '沒有' in home.refused('show', 'fastap', '--locale', 'zh_TW')
    assert home.json('list', '--locale', 'zh_TW') == home.json('list', environment={'LC_ALL': 'zh_TW.UTF-8'})
    for arguments in [['show', 'fastapi'], ['path', 'backend'], ['rankings'], ['categories'], ['stats']]:
        text = home.done(*arguments, '--locale', 'zh_TW').text
        simplified = set('库类数异编发务师测试实现议语对应处设开关标见览计划时经经过这们') & set(text)
        assert not simplified, simplified
    traditional = home.json('search', '非同步框架', '--locale', 'en')
    assert 'eventlet' in [library['key'] for library in traditional], traditional


@test
def wrong_usage_shows_the_right_one(home):
    assert home.refused('check', 'more', status=2).endswith(': wheelhouse check\n')
    assert home.refused('rate', 'fastapi', status=2).endswith(': wheelhouse rate KEY STARS\n')


@test
def a_locale_the_system_lacks(home):
    home.done('stats')
    lacking = {'LOCPATH': home.file('no-locales')}
    result = home.run('show', 'fastapi', '--json', '--locale', 'zh_CN', environment=lacking)
    assert result.status == 0 and result.errors.count('\n') == 1 and 'zh_CN' in result.errors, result
    assert json.loads(result.text) == home.json('show', 'fastapi', '--locale', 'zh_CN')
    result = home.run('show', 'fastap', '--locale', 'zh_CN', environment=lacking)
    assert result.status == 1 and 'There is no library' in result.errors, result


@test
def bytes_are_utf8_whatever_the_locale(home):
    for locale in ['C', 'POSIX', 'C.UTF-8']:
        environment = {'LC_ALL': locale}
        assert 'asyncio' in [library['key'] for library in home.json('search', '异步', environment=environment)]
        assert '★' in home.done('show', 'uvicorn', environment=environment).text
        assert '“fastap”' in home.refused('show', 'fastap', environment=environment)
    assert 'UTF-8' in home.refused('search', b'\xff\xfe'.decode('utf-8', 'surrogateescape'), status=2)


@test
def another_database(home):
    other = home.file('other.db')
    home.done('plan', 'add', 'fastapi', '--database', other)
    assert not os.path.exists(home.database)
    assert [item['key'] for item in home.json('plan', f'--database={other}')] == ['fastapi']
    assert home.plan() == []
    assert home.json('check', '--database', other)['database'] == other


@test
def a_file_that_is_no_database(home):
    path = home.file('letter.txt')
    with open(path, 'w') as file:
        file.write('Dear Wheelhouse, ' * 1000)
    for arguments in [['list'], ['check'], ['plan', 'add', 'fastapi']]:
        assert 'letter.txt' in home.refused(*arguments, '--database', path)
    with open(path) as file:
        assert file.read() == 'Dear Wheelhouse, ' * 1000
    assert sorted(os.listdir(home.path)) == ['letter.txt']


@test
def check_looks_and_does_not_touch(home):
    home.done('plan', 'add', 'fastapi')
    with open(home.database, 'r+b') as file:
        file.seek(0, os.SEEK_END)
        size = file.tell()
        file.seek(size // 2)
        file.write(b'\xde\xad' * (size // 8))
    before = open(home.database, 'rb').read()
    for arguments in [['check'], ['check', '--json']]:
        result = home.run(*arguments)
        assert result.status == 1 and home.database in result.errors, result
    assert open(home.database, 'rb').read() == before
    assert not [name for name in os.listdir(os.path.dirname(home.database)) if 'damaged' in name]


@test
def export_by_the_ending_of_the_name(home):
    home.done('plan', 'done', 'fastapi')
    for name, start in [('a.md', b'# '), ('a.json', b'{'), ('a.pdf', b'%PDF-'), ('A.MD', b'# ')]:
        home.done('export', name, '--role', 'backend')
        with open(home.file(name), 'rb') as file:
            assert file.read().startswith(start), name
    home.done('export', 'plain', '--plan', '--format', 'md')
    assert 'FastAPI' in open(home.file('plain')).read()


@test
def export_to_standard_output(home):
    markdown = home.done('export', '-', '--format', 'md', '--role', 'backend').text
    home.done('export', 'a.md', '--role', 'backend')
    assert open(home.file('a.md'), encoding='utf-8').read() == markdown
    assert home.done('export', '-', '--format', 'pdf', '--plan').bytes.startswith(b'%PDF-')
    assert json.loads(home.done('export', '-', '--format', 'json', '--role', 'backend').text)
    assert os.listdir(home.path).count('-') == 0


@test
def export_speaks_the_language_asked_for(home):
    chinese = home.done('export', '-', '--format', 'md', '--role', 'backend', '--language', 'zh_CN').text
    assert '必学' in chinese
    assert chinese == home.done('export', '-', '--format', 'md', '--role', 'backend', '--locale', 'zh_CN').text
    english = home.done('export', '-', '--format', 'md', '--role', 'backend', '--locale', 'zh_CN', '--language', 'en')
    assert 'Must learn' in english.text


@test
def export_speaks_two_languages(home):
    both = ['export', '-', '--role', 'backend', '--language', 'both']
    english = home.done(*both, '--format', 'md').text
    assert '## P0 · Must learn / P0·必学 (0 of 4)' in english
    assert english.splitlines()[0].startswith('# Learning checklist: Back-end developer / 学习清单：')
    chinese = home.done(*both, '--format', 'md', '--locale', 'zh_CN').text
    assert '## P0·必学 / P0 · Must learn (0/4)' in chinese
    document = json.loads(home.done(*both, '--format', 'json', '--items', 'open').text)
    assert (document['language'], document['other_language']) == ('en', 'zh_CN')
    item = document['sections'][0]['items'][0]
    assert item['summary'] and item['other_summary'] and item['summary'] != item['other_summary']
    assert home.done(*both, '--format', 'pdf').bytes == home.done(*both, '--format', 'pdf').bytes
    single = json.loads(home.done('export', '-', '--role', 'backend', '--format', 'json').text)
    assert single['other_language'] is None and single['sections'][0]['other_title'] is None


@test
def export_items(home):
    home.done('plan', 'done', 'fastapi')
    home.done('plan', 'skip', 'redis')
    whole, still_open, finished = (home.done('export', '-', '--format', 'md', '--role', 'backend', '--items', items).text
                                   for items in ['all', 'open', 'done'])
    assert 'FastAPI' in whole and 'SQLAlchemy' in whole and 'redis' in whole
    assert 'FastAPI' not in still_open and 'SQLAlchemy' in still_open and 'redis' not in still_open
    assert 'FastAPI' in finished and 'SQLAlchemy' not in finished and 'redis' not in finished


@test
def the_same_bytes_for_the_same_input(home):
    environment = {'SOURCE_DATE_EPOCH': '1700000000'}
    for locale in ['en', 'zh_CN']:
        one, other = (home.done('export', '-', '--format', 'pdf', '--role', 'backend', '--language', locale,
                                environment=environment).bytes for _ in range(2))
        assert one == other
    text = home.done('export', '-', '--format', 'md', '--role', 'backend', environment=environment).text
    assert '14 November 2023' in text


@test
def export_that_cannot_be_written(home):
    os.mkdir(home.file('folder.pdf'))
    assert 'folder.pdf' in home.refused('export', 'folder.pdf', '--plan')
    assert 'missing' in home.refused('export', 'missing/a.md', '--plan')
    assert '/dev/full' in home.refused('export', '/dev/full', '--plan', '--format', 'md')
    assert 'learning orders' in home.refused('export', 'a.md', '--role', 'job-seeker')
    assert not os.path.exists(home.file('a.md'))


@test
def a_paper_of_its_own(home):
    a4, letter = (home.done('export', '-', '--format', 'pdf', '--role', 'backend', '--paper', paper).bytes
                  for paper in ['A4', 'Letter'])
    assert a4 != letter


@test
def backup_and_restore(home):
    home.done('plan', 'add', 'fastapi')
    home.done('backup', 'copy.db')
    home.done('plan', 'done', 'redis')
    result = home.run('restore', 'copy.db')
    assert result.status == 0 and result.text == '', result
    assert home.plan() == ['fastapi:to-learn']
    kept = [name for name in os.listdir(os.path.dirname(home.database)) if name.startswith('wheelhouse.db.')]
    assert len(kept) == 1, kept
    replaced = os.path.join(os.path.dirname(home.database), kept[0])
    assert len(home.json('plan', '--database', replaced)) == 2, 'the replaced one is kept'
    assert result.errors.rstrip().endswith(replaced), result


@test
def restore_of_something_else(home):
    home.done('plan', 'add', 'fastapi')
    with open(home.file('letter.txt'), 'w') as file:
        file.write('Dear Wheelhouse, ' * 1000)
    assert 'letter.txt' in home.refused('restore', 'letter.txt')
    assert 'missing.db' in home.refused('restore', 'missing.db')
    assert 'missing' in home.refused('backup', 'missing/copy.db')
    assert home.plan() == ['fastapi:to-learn']


@test
def what_is_gone_from_the_catalogue_stays_in_the_plan(home):
    """Made by planning a key that the catalogue then loses."""
    home.done('plan', 'add', 'fastapi')
    connection = sqlite3.connect(home.database)
    connection.execute("UPDATE plan_item SET key = 'left-long-ago'")
    connection.commit()
    connection.close()
    item = home.json('plan')[0]
    assert item['key'] == 'left-long-ago' and item['gone'] is True and item['name'] == 'left-long-ago'
    assert 'No longer in the catalogue' in home.done('plan').text
    home.done('plan', 'done', 'left-long-ago')
    home.done('plan', 'remove', 'left-long-ago')
    assert home.plan() == []


main()
