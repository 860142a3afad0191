"""The plan on the command line: what it does, that it lasts, and several programs at once."""

import re

from command_line import main, test


@test
def add_start_done_skip(home):
    assert home.plan() == []
    added = home.json('plan', 'add', 'fastapi', 'redis', 'loguru')
    assert [item['key'] for item in added] == ['fastapi', 'redis', 'loguru']
    assert added[0] == added[0] | {'name': 'FastAPI', 'status': 'to-learn', 'place': 1, 'note': None, 'gone': False}
    assert re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', added[0]['added'])
    home.done('plan', 'start', 'redis')
    home.done('plan', 'done', 'fastapi', 'loguru')
    home.done('plan', 'skip', 'loguru')
    assert home.plan() == ['redis:learning', 'fastapi:learnt', 'loguru:skipped']


@test
def a_status_plans(home):
    changed = home.json('plan', 'done', 'celery')
    assert [(item['key'], item['status']) for item in changed] == [('celery', 'learnt')]
    assert home.json('show', 'celery')['status'] == 'learnt'
    assert [library['key'] for library in home.json('list', '--status', 'learnt')] == ['celery']


@test
def remove_keeps_the_status(home):
    home.done('plan', 'done', 'celery', 'redis')
    assert [item['key'] for item in home.json('plan', 'remove', 'celery')] == ['redis']
    assert home.plan() == ['redis:learnt']
    assert home.json('show', 'celery')['status'] == 'learnt'
    home.done('plan', 'add', 'celery')
    assert home.plan() == ['redis:learnt', 'celery:learnt']


@test
def move(home):
    home.done('plan', 'add', 'fastapi', 'redis', 'loguru')
    home.done('plan', 'move', 'loguru', '--before', 'fastapi')
    assert home.plan() == ['loguru:to-learn', 'fastapi:to-learn', 'redis:to-learn']
    home.done('plan', 'move', 'loguru')
    assert home.plan() == ['fastapi:to-learn', 'redis:to-learn', 'loguru:to-learn']
    places = [item['place'] for item in home.json('plan')]
    assert places == [1, 2, 3]
    assert 'django' in home.refused('plan', 'move', 'django')
    assert 'django' in home.refused('plan', 'move', 'redis', '--before', 'django')


@test
def doing_it_again_changes_nothing(home):
    home.done('plan', 'add', 'fastapi', 'redis')
    before = home.json('plan')
    home.done('plan', 'add', 'redis', 'fastapi')
    assert home.json('plan') == before
    result = home.run('plan', 'remove', 'celery')
    assert result.status == 0 and 'celery' in result.errors, result
    assert home.json('plan') == before


@test
def one_wrong_key_and_nothing_is_done(home):
    home.refused('plan', 'add', 'fastapi', 'no-such-library')
    assert home.plan() == []


@test
def the_text_is_grouped(home):
    home.done('plan', 'add', 'fastapi', 'redis')
    home.done('plan', 'start', 'redis')
    assert home.done('plan').text.splitlines()[:1] == ['Learning']
    lines = home.done('plan', 'list', '--locale', 'zh_CN').text.splitlines()
    assert lines[0] == '在学' and lines[3] == '待学' and lines[1].startswith('  redis '), lines


@test
def an_empty_plan_says_so(home):
    result = home.run('plan', 'list')
    assert result.status == 0 and result.text == '' and 'wheelhouse plan add' in result.errors, result
    assert home.run('plan').errors == result.errors
    assert '空' in home.run('plan', '--locale', 'zh_CN').errors
    assert home.json('plan') == []


@test
def programs_at_once_lose_nothing(home):
    wanted = [library['key'] for library in home.json('list', '--limit', '12')]
    running = [home.start('plan', 'add', key) for key in wanted]
    running += [home.start('rate', wanted[0], '4'), home.start('note', wanted[0], 'mine'),
                home.start('plan', 'done', wanted[0])]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0 and errors == b'', errors
    assert sorted(item['key'] for item in home.json('plan')) == sorted(wanted)
    first = home.json('show', wanted[0])
    assert first['my_rating'] == 4 and first['status'] == 'learnt'
    assert home.json('note', wanted[0])['my_note'] == 'mine'


@test
def the_first_start_may_be_several(home):
    running = [home.start('plan', 'add', key) for key in ['fastapi', 'redis', 'celery', 'loguru']]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0 and errors == b'', errors
    assert len(home.json('plan')) == 4


main()
