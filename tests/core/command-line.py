"""The command line as scripts rely on it: every command, its JSON, its exit status."""

import json
import os
import re
import sqlite3

from command_line import main, test

COMMANDS = ['list', 'search', 'show', 'roles', 'path', 'categories', 'sources', 'rankings', 'comparisons', 'picks',
            'counterparts', 'tiers', 'guides', 'plan', 'rate', 'note',
            'export', 'backup', 'restore', 'dump', 'stats', 'check', 'open']
PLAN_COMMANDS = ['list', 'add', 'start', 'done', 'skip', 'remove', 'move']
NOT_YET = ['compare', 'import']

LIBRARY = {'key': str, 'name': str, 'kind': str, 'aliases': list, 'summary': str, 'categories': list, 'standing': str,
           'concurrency': (str, type(None)), 'ratings': list, 'priorities': list, 'horizons': list,
           'my_rating': (int, float, type(None)), 'status': (str, type(None))}
FULL_LIBRARY = LIBRARY | {'my_note': (str, type(None)), 'imports': list, 'statements': list, 'relations': list,
                          'counterparts': list, 'orders': list, 'rankings': list, 'examples': list}
# What stands in the lists of a library.
PARTS = {'ratings': {'source', 'measure', 'stars'}, 'priorities': {'role', 'priority', 'alternatives'},
         'statements': {'kind', 'text', 'source', 'flag'}, 'relations': {'kind', 'key'},
         'counterparts': {'domain', 'side', 'keys'}, 'orders': {'role', 'topic', 'connector', 'place'},
         'rankings': {'ranking', 'place'}, 'examples': {'title', 'language', 'code'}}


def check_library(library, shape):
    for member, kind in shape.items():
        assert isinstance(library[member], kind), (member, library)
        for part in library[member] if member in PARTS else []:
            assert PARTS[member] <= part.keys(), (member, part)


def keys(libraries):
    return [library['key'] for library in libraries]


@test
def help_names_every_command(home):
    text = home.done('--help').text
    assert [line.split()[0] for line in text.partition('Commands:\n')[2].splitlines()] == COMMANDS, text
    text = home.done('plan', '--help').text
    assert [line.split()[0] for line in text.partition('Commands:\n')[2].splitlines()] == PLAN_COMMANDS, text


@test
def every_command_explains_itself(home):
    for arguments in [[command] for command in COMMANDS] + [['plan', command] for command in PLAN_COMMANDS]:
        text = home.done(*arguments, '--help').text
        assert f'wheelhouse {" ".join(arguments)} ' in text.splitlines()[1] + ' ', text
        assert '--locale' in text and '--database' in text, text
        assert text == home.done(*arguments, '-h').text
    assert not os.path.exists(home.database), 'help needs no database'


@test
def list_offers_every_filter(home):
    text = home.done('list', '--help').text
    for option in ['role', 'category', 'priority', 'min-stars', 'kind', 'standing', 'concurrency', 'horizon', 'status',
                   'source', 'tag', 'sort', 'limit']:
        assert f'--{option}=' in text, option


@test
def version(home):
    assert re.fullmatch(r'wheelhouse \d+\.\d+\.\d+\n', home.done('--version').text)


@test
def wrong_usage(home):
    for arguments in [['lst'], ['search'], ['show'], ['path'], ['path', 'backend', 'data'], ['rate', 'fastapi'],
                      ['rate', 'fastapi', '4.3'], ['rate', 'fastapi', '6'], ['rate', 'fastapi', 'five'],
                      ['rate', 'fastapi', '-1'], ['rate', 'fastapi', 'nan'], ['note'], ['plan', 'done'],
                      ['plan', 'finish', 'fastapi'], ['plan', 'list', 'fastapi'], ['list', '--colour'],
                      ['list', '--kind', 'animal'], ['list', '--status', 'lernt'], ['list', '--min-stars', '7'],
                      ['list', '--sort', 'size'], ['list', '--limit', 'many'], ['list', '--limit', '-1'],
                      ['list', '--role'], ['export'], ['export', 'list.pdf'], ['export', 'list.txt', '--plan'],
                      ['export', '-', '--plan'], ['export', 'list.pdf', '--plan', '--role', 'backend'],
                      ['export', 'list.pdf', '--plan', '--paper', 'A3'], ['export', 'a.pdf', '--plan', '--items', 'x'],
                      ['export', 'a.pdf', '--plan', '--language', 'de'], ['export', 'a\udcff', '--plan'],
                      ['export', 'a', '--plan', '--format', 'doc'], ['backup'], ['restore', 'a', 'b'], ['stats', 'now'],
                      ['--locale', 'de', 'list'], ['--locale', 'zh', 'list'], ['--database', '', 'list'], ['--json'],
                      ['backup', 'a', '--json']]:
        home.refused(*arguments, status=2)
    assert os.listdir(home.path) in ([], ['data']), os.listdir(home.path)


@test
def an_unknown_command_names_the_nearest(home):
    assert '“list”' in home.refused('lst', status=2)
    assert '“rankings”' in home.refused('ranking', status=2)
    assert '“plan remove”' in home.refused('plan', 'remov', status=2)
    assert 'Did you mean' not in home.refused('frobnicate', status=2)


@test
def what_is_not_built_yet_does_not_exist(home):
    text = home.done('--help').text
    for command in NOT_YET:
        assert command not in text
        home.refused(command, status=2)


@test
def a_name_does_for_a_key(home):
    assert home.json('show', 'FastAPI') == home.json('show', 'fastapi')
    assert home.json('show', 'sklearn', 'Beautiful Soup') == home.json('show', 'scikit-learn', 'beautifulsoup4')
    assert home.json('path', '数据分析') == home.json('path', 'data-analyst')
    assert home.json('path', 'AI/ML Engineer') == home.json('path', 'ai-ml')
    assert home.run('roles', '后端工程师').text == home.run('roles', 'backend').text
    assert home.json('list', '--role', 'AI/ML,BACKEND') == home.json('list', '--role', 'ai-ml,backend')
    assert home.json('list', '--category', '爬虫') == home.json('list', '--category', 'scraping') != []
    assert home.json('categories', 'Web frameworks') == home.json('categories', 'web/frameworks')
    home.json('rate', 'FASTAPI', '4')
    assert home.json('plan', 'add', 'FastAPI')[0]['key'] == 'fastapi'
    assert home.json('show', 'fastapi')['my_rating'] == 4
    home.done('export', 'a.md', '--role', '数据分析')
    home.done('export', 'b.md', '--role', 'data-analyst')
    with open(home.file('a.md')) as by_name, open(home.file('b.md')) as by_key:
        assert by_name.read() == by_key.read()


@test
def a_name_of_several_is_refused(home):
    assert home.json('categories', 'logging')['key'] == 'logging'
    message = home.refused('list', '--category', 'Logging')
    assert 'logging, logging/logging' in message and 'nearest' not in message, message


@test
def an_unknown_key_names_the_nearest(home):
    assert 'fastapi' in home.refused('show', 'fastap')
    assert 'sqlalchemy' in home.refused('plan', 'add', 'sqlalchmy')
    assert 'django' in home.refused('rate', 'djang', '4')
    assert 'backend' in home.refused('path', 'bakend')
    assert 'backend' in home.refused('list', '--role', 'bakend')
    assert 'web/frameworks' in home.refused('list', '--category', 'web/framework')
    assert 'survey' in home.refused('sources', 'survei')
    assert 'async-and-asgi' in home.refused('rankings', 'async-asgi')
    assert 'async-and-asgi' in home.refused('rankings', 'asyncc')
    assert 'http-clients' in home.refused('counterparts', 'http-client')
    assert 'checklist-now' in home.refused('tiers', 'checklist-no')
    assert 'sqlalchemy' in home.refused('show', 'alchemy')
    assert 'beautifulsoup4' in home.refused('show', 'soup')
    assert 'backend' in home.refused('export', 'a.pdf', '--role', 'backendd')
    assert 'wheelhouse search' in home.refused('show', 'qqqqqqqqqqqqqqqqqqqq')


@test
def a_list_printed_item_by_item_is_one_document(home):
    for arguments in ['list'], ['list', '--limit', '1']:
        text = home.done(*arguments, '--json').text
        assert text == json.dumps(json.loads(text), indent=2, separators=(',', ' : '), ensure_ascii=False) + '\n'
    assert home.run('search', 'zzzzzzzz', '--json').text == '[]\n'


@test
def an_unknown_key_near_nothing_says_where_to_look(home):
    for command in ['rankings', 'sources', 'roles', 'tiers']:
        message = home.refused(command, 'qqqqqq')
        assert all(entry['key'] in message for entry in home.json(command)), message
    assert 'wheelhouse categories' in home.refused('categories', 'qqqqqq')


@test
def an_unknown_option_names_the_nearest(home):
    assert '--role?' in home.refused('list', '--roles', 'backend', status=2)
    assert '--category?' in home.refused('list', '--catagory=web', status=2)
    assert '--json?' in home.refused('plan', 'list', '--jsn', status=2)
    assert '--version?' in home.refused('--versoin', status=2)
    message = home.refused('plan', 'move', 'fastapi', '--afterwards', status=2)
    assert 'mean' not in message and 'wheelhouse plan move --help' in message, message


@test
def list_gives_libraries(home):
    libraries = home.json('list')
    assert len(libraries) > 80 and len(set(keys(libraries))) == len(libraries)
    for library in libraries:
        check_library(library, LIBRARY)


@test
def list_of_a_role_is_in_the_order_of_its_slots(home):
    libraries = home.json('list', '--role', 'backend')
    slots = home.json('path', 'backend')['priorities']
    assert [slot['priority'] for slot in slots] == sorted(slot['priority'] for slot in slots)
    assert sorted(keys(libraries)) == sorted(key for slot in slots for key in slot['keys'])
    firsts = [slot['keys'][0] for slot in slots]
    assert [key for key in keys(libraries) if key in firsts] == firsts
    for library in libraries:
        assert any(priority['role'] == 'backend' for priority in library['priorities']), library


@test
def filters_narrow(home):
    backend = set(keys(home.json('list', '--role', 'backend')))
    devops = set(keys(home.json('list', '--role', 'devops')))
    web = set(keys(home.json('list', '--category', 'web')))
    assert set(keys(home.json('list', '--role', 'backend', '--role', 'devops'))) == backend | devops
    assert set(keys(home.json('list', '--role', 'backend,devops'))) == backend | devops
    assert set(keys(home.json('list', '--role=backend', '--category=web'))) == backend & web
    assert set(keys(home.json('list', '--category', 'web/frameworks'))) < web
    for library in home.json('list', '--priority', 'P0', '--role', 'backend'):
        assert {'role': 'backend', 'priority': 'P0'}.items() <= next(
            priority for priority in library['priorities'] if priority['role'] == 'backend').items()
    for library in home.json('list', '--kind', 'tool'):
        assert library['kind'] == 'tool'
    for library in home.json('list', '--concurrency', 'async', '--standing', 'current'):
        assert library['concurrency'] == 'async' and library['standing'] == 'current'
    rated = home.json('list', '--min-stars', '4.5')
    assert rated and all(any(rating['stars'] >= 4.5 for rating in library['ratings']) for library in rated)


@test
def list_sorts_and_limits(home):
    names = [library['name'].casefold() for library in home.json('list', '--sort', 'name')]
    assert names == sorted(names)
    backwards = [library['name'].casefold() for library in home.json('list', '--sort', 'name', '--reverse')]
    assert backwards == names[::-1]
    assert keys(home.json('list', '--limit', '3')) == keys(home.json('list'))[:3]
    ranked = home.json('list', '--sort', 'rank', '--limit', '2')
    assert all(any(place['place'] == 1 for place in home.json('show', key)['rankings']) for key in keys(ranked))


@test
def nothing_found_is_no_error(home):
    result = home.run('search', 'zzzzzzzz', '--json')
    assert result.status == 0 and json.loads(result.text) == [] and 'nothing matches' in result.errors, result
    result = home.run('list', 'fastapi', '--kind', 'tool')
    assert result.status == 0 and result.text == '' and '--kind' in result.errors, result


@test
def what_i_gave_has_one_name(home):
    home.json('rate', 'redis', '4')
    home.json('rate', 'celery', '4.5')
    mine = [library['key'] for library in home.json('list', '--sort', 'my-rating', '--my-rating', '0.5')]
    assert mine == ['celery', 'redis'], mine


@test
def search_puts_the_best_first(home):
    # The client is called redis-py, the server Redis.
    assert sorted(keys(home.json('search', 'redis'))[:2]) == ['redis', 'redis-server']
    assert keys(home.json('search', 'FASTAPI'))[0] == 'fastapi'
    assert 'django' in keys(home.json('search', 'jang'))
    assert keys(home.json('search', 'async')) == keys(home.json('list', 'async'))
    for library in home.json('search', 'web', 'framework'):
        check_library(library, LIBRARY)


@test
def search_knows_what_is_imported(home):
    for module, key in [('cv2', 'opencv-python'), ('jwt', 'pyjwt'), ('IPython', 'ipython')]:
        assert keys(home.json('search', module))[0] == key, module
        assert home.json('show', module)['imports'] == [module]
    assert home.json('show', 'fastapi')['imports'] == []
    text = home.done('show', 'scikit-learn').text
    assert re.search(r'\nImported as +sklearn\n', text) and 'Also called' not in text, text


@test
def search_knows_every_language(home):
    chinese = keys(home.json('search', '异步'))
    assert 'asyncio' in chinese
    assert chinese == keys(home.json('search', '异步', '--locale', 'zh_CN'))
    # The texts of the second do not have the word: its category is called so.
    assert {'scrapy', 'beautifulsoup4'} <= set(keys(home.json('search', '爬虫')))
    assert 'asyncio' in keys(home.json('search', 'asynchronous', '--locale', 'zh_CN'))


@test
def show_gives_everything(home):
    wanted = keys(home.json('list'))
    libraries = home.json('show', *wanted)
    assert keys(libraries) == wanted
    for library in libraries:
        check_library(library, FULL_LIBRARY)
    one, other = home.json('show', 'uvicorn', 'django')
    assert (one['key'], other['key']) == ('uvicorn', 'django')
    assert one['rankings'] and one['orders'] and one['statements'] and one['ratings']


@test
def show_is_readable(home):
    text = home.done('show', 'uvicorn').text
    assert text.startswith('uvicorn  (uvicorn)\n')
    for heading in ['Ratings', 'Trait', 'Claim', 'Places']:
        assert text.count(f'\n{heading}\n') == 1, text
    assert 'My rating' not in text and 'My note' not in text
    home.done('rate', 'uvicorn', '3.5')
    assert re.search(r'\nMy rating +★3\.5\n', home.done('show', 'uvicorn').text)


@test
def show_tells_what_is_doubtful(home):
    statement = next(statement for statement in home.json('show', 'fastapi')['statements'] if statement['flag'])
    assert statement['flag']['kind'] == 'doubtful'
    text = home.done('show', 'fastapi').text
    assert f'    ! Doubtful: {statement["flag"]["text"]}\n      How it was checked: {statement["flag"]["checked"]}\n' in text, text
    assert '    ! 存疑：' in home.done('show', 'fastapi', '--locale', 'zh_CN').text


@test
def show_has_my_note(home):
    assert home.json('show', 'uvicorn')['my_note'] is None
    home.done('note', 'uvicorn', '-', input='one\n二\n'.encode())
    assert home.json('show', 'uvicorn')['my_note'] == 'one\n二'
    text = home.done('show', 'uvicorn').text
    assert '\n\nMy note\n  one\n  二\n\n' in text, text


@test
def roles_and_paths(home):
    roles = home.json('roles')
    assert keys(roles)[:5] == ['backend', 'data-analyst', 'ai-ml', 'devops', 'fullstack']
    for role in roles:
        path = home.json('path', role['key'])
        assert path == home.json('roles', role['key'])
        assert path['of'] == len(path['priorities']) == role['of']
        assert role['n_orders'] == len(path['orders'])
        for order in path['orders']:
            # An order meant for several roles names the first of them.
            assert order['role'] in keys(roles) and order['connector'] in '→+' and order['steps'], order
            assert order['topic'] and order['reason']
    assert any(order['role'] == 'job-seeker' for order in home.json('path', 'job-seeker')['orders'])
    text = home.done('path', 'fullstack').text
    assert '0 of 8 learnt' in text and 'P0 · Must learn' in text and '/ ' in text, text


@test
def categories(home):
    everything = home.json('categories')
    web = next(category for category in everything if category['key'] == 'web')
    assert web['parent'] is None and web['n_libraries'] == len(home.json('list', '--category', 'web'))
    child = home.json('categories', 'web/frameworks')
    assert child['parent'] == 'web' and keys(child['libraries']) == keys(home.json('list', '--category', 'web/frameworks'))


@test
def sources_and_rankings(home):
    survey = home.json('sources', 'survey')
    assert survey in home.json('sources') and survey['n_facts'] > 100 and survey['sections']
    assert sum(fact['n'] for fact in survey['facts']) == survey['n_facts']
    assert survey['n_libraries'] == len(home.json('list', '--source', 'survey'))
    profiles = home.json('sources', 'profiles')
    assert [document['author'] for document in profiles['documents']] == ['guanlili']
    assert profiles['documents'][0]['taken_from'] in home.done('sources', 'profiles', '--locale', 'zh_CN').text
    picks = next(section for section in survey['sections'] if section['key'] == 'audio-picks')
    assert picks['n_facts'] == sum(fact['n'] for fact in picks['facts'])
    n_picks = sum(pick['source'] == 'survey' and pick['section'] == 'audio-picks' for pick in home.json('dump')['picks'])
    assert {'kind': 'pick', 'n': n_picks} in picks['facts']
    assert f'Quick picks {n_picks}' in home.done('sources', 'survey').text
    ranking = home.json('rankings', 'async-and-asgi')
    assert ranking in home.json('rankings') and ranking['criteria']
    assert [place['place'] for place in ranking['places']] == list(range(1, 11))
    assert len(ranking['places'][-1]['keys']) == 2 and ranking['places'][0]['reason']


@test
def counterparts_face_each_other(home):
    everything = home.json('counterparts')
    assert everything == json.loads(home.done('dump').text)['counterparts']
    web = home.json('counterparts', 'web-frameworks')
    assert web in everything and {'domain', 'sync', 'async', 'note'} <= web.keys()
    assert 'flask' in web['sync'] and 'fastapi' in web['async'] and 'flask' not in web['async']
    assert {'side': 'async', 'key': 'aiohttp', 'note': 'aiohttp.web'} in web['notes']
    assert {example['side'] for example in web['examples']} == {'sync', 'async'}
    assert all(example['library'] in web[example['side']] for example in web['examples'])
    assert home.json('counterparts', web['title'].upper()) == home.json('counterparts', 'Web 框架') == web


@test
def counterparts_are_readable(home):
    rows = home.done('counterparts').text.splitlines()
    web = next(row for row in rows if row.startswith('web-frameworks '))
    assert re.fullmatch(r'web-frameworks +Web frameworks +Flask, Django +↔ FastAPI, aiohttp \(aiohttp\.web\), Sanic.*', web), web
    assert all('↔' in row for row in rows if not row.startswith(' ')), rows
    text = home.done('counterparts', 'web-frameworks').text
    assert text.startswith('Web frameworks  (web-frameworks)\n\nSync\n') and '\nAsync\n' in text, text
    for example in home.json('counterparts', 'web-frameworks')['examples']:
        assert f': {example["title"]}\n  {example["code"].splitlines()[0]}\n' in text, text


@test
def tiers_say_what_to_learn_when(home):
    everything = home.json('tiers')
    assert everything == json.loads(home.done('dump').text)['tiers']
    assert [tier['horizon'] for tier in everything] == ['now', 'six-months', 'long-term']
    now = home.json('tiers', 'checklist-now')
    assert now == everything[0] == home.json('tiers', 'now')
    assert 'fastapi' in [item['library'] for item in now['items']]
    text = home.done('tiers').text
    for tier in everything:
        assert text.count(f'{tier["title"]}  ({tier["key"]})\n') == 1, text
    assert home.done('tiers', 'now').text in text


@test
def comparisons(home):
    frameworks = home.json('comparisons', 'web-frameworks')
    assert frameworks in home.json('comparisons') and home.json('comparisons') == home.json('dump')['comparisons']
    assert len(frameworks['cells']) == len(frameworks['criteria']) * len(frameworks['subjects'])
    text = home.done('comparisons', 'web-frameworks').text
    assert frameworks['note'] in text and all(criterion in text for criterion in frameworks['criteria']), text
    assert 'web-frameworks' in home.done('comparisons').text


@test
def picks(home):
    avoid = home.json('picks', 'audio-avoid')
    assert avoid['verdict'] == 'avoid' and avoid in home.json('picks') and home.json('picks') == home.json('dump')['picks']
    line = next(line for line in home.done('picks').text.splitlines() if line.startswith('audio-avoid '))
    assert line.split()[1] == 'avoid' and avoid['situation'] in line and 'TimeSide' in line, line
    text = home.done('picks', 'audio-avoid').text
    assert avoid['text'] in text and 'survey#audio-picks' in text, text
    assert 'study-plan' in home.refused('picks', 'study-plam')


@test
def dump_is_the_whole_catalogue(home):
    dump = json.loads(home.done('dump').text)
    assert dump == home.json('dump')
    for member in ['libraries', 'categories', 'criteria_sets', 'measures', 'roles', 'orders', 'rankings', 'comparisons',
                   'counterparts', 'tiers', 'picks', 'strategies', 'advice', 'guides', 'sources', 'words']:
        assert isinstance(dump[member], list) and dump[member], member
    assert sorted(keys(dump['libraries'])) == sorted(keys(home.json('list')))
    assert home.json('show', 'uvicorn') in dump['libraries']
    for order in dump['orders']:
        assert {'role', 'topic', 'connector', 'steps', 'reason'} <= order.keys()
    for ranking in dump['rankings']:
        assert {'key', 'criteria', 'places'} <= ranking.keys()
        assert ranking['criteria'] == next(s for s in dump['criteria_sets'] if s['key'] == ranking['criteria_set'])['criteria']
    for comparison in dump['comparisons']:
        assert {'key', 'criteria', 'subjects', 'cells'} <= comparison.keys()
        assert len(comparison['cells']) == len(comparison['criteria']) * len(comparison['subjects'])
        for cell in comparison['cells']:
            assert {'criterion', 'subject', 'stars'} <= cell.keys()
            assert cell['criterion'] in comparison['criteria'] and cell['subject'] in comparison['subjects']
    for chapter in dump['guides']:
        assert chapter['chapter'] and chapter['guide']
        for section in chapter['sections']:
            assert section['title']
            for group in section['groups']:
                assert group['title'] and group['topics']
                for topic in group['topics']:
                    assert {'name', 'note', 'library'} <= topic.keys()


@test
def dump_tells_where_an_entry_comes_from(home):
    fastapi = home.json('show', 'fastapi')
    assert fastapi['source'] in fastapi['sources'] and fastapi['common_word'] is False
    assert [placement['category'] for placement in fastapi['placements']] == fastapi['categories']
    assert all(placement['source'] in fastapi['sources'] for placement in fastapi['placements'])
    assert home.json('show', 'click')['common_word'] is True


@test
def stats_count(home):
    home.done('plan', 'done', 'django', 'uvicorn')
    home.done('plan', 'add', 'celery')
    home.done('rate', 'celery', '5')
    stats = home.json('stats')
    assert stats['libraries'] == len(home.json('list')) == sum(stats['kinds'].values())
    assert stats['statuses'] == {'to-learn': 1, 'learning': 0, 'learnt': 2, 'skipped': 0}
    assert stats['plan'] == {'learnt': 2, 'of': 3} and stats['my_ratings'] == 1 and stats['my_notes'] == 0
    fullstack = next(role for role in stats['roles'] if role['role'] == 'fullstack')
    assert fullstack['learnt'] == 1, 'a slot is done when any of its alternatives is'
    assert '2 of 3 learnt' in home.done('stats').text


@test
def check_finds_nothing(home):
    found = home.json('check')
    assert found['database'] == home.database and found['ok'] is True and found['problems'] == [], found
    assert all(note['kind'] == 'coverage' and note['entry'].split('/')[0] in ('source', 'section') for note in found['notes'])
    assert f'{home.database}: no problem found' in home.done('check').text


@test
def check_names_what_is_wrong(home):
    home.done('stats')
    with sqlite3.connect(home.database) as connection:
        connection.execute("UPDATE placement SET category = 'nowhere' WHERE library_id = (SELECT id FROM library WHERE key = 'fastapi')")
        connection.execute("DELETE FROM text WHERE language = 'zh_CN' AND id = (SELECT summary_text FROM contribution AS c"
                           " JOIN library AS l ON l.id = c.library_id WHERE l.key = 'uvicorn')")
        connection.execute("INSERT INTO user_note VALUES ('vanished', 'kept', 1)")
    connection.close()
    result = home.run('check', '--json')
    found = json.loads(result.text)
    assert result.status == 1 and '2 problems' in result.errors and found['ok'] is False, result
    assert [problem['kind'] for problem in found['problems']] == ['reference', 'language'], found
    assert [problem['entry'] for problem in found['problems']] == ['library/fastapi', 'library/uvicorn'], found
    assert found['problems'][0]['message'] == 'Library “fastapi”: the category “nowhere” does not exist', found
    assert 'zh_CN' in found['problems'][1]['message'], found
    assert 'mine/vanished' in [note['entry'] for note in found['notes']], found
    result = home.run('check', '--locale', 'zh_CN')
    assert result.status == 1 and '库“fastapi”：分类“nowhere”不存在\n' in result.text, result
    assert '提示：您对“vanished”的记录已保留；库目录中已没有它\n' in result.text, result


@test
def rate_and_note(home):
    assert home.json('rate', 'fastapi', '4.5') == {'key': 'fastapi', 'my_rating': 4.5, 'my_note': None}
    assert home.json('show', 'fastapi')['my_rating'] == 4.5
    assert keys(home.json('list', '--my-rating', '4')) == ['fastapi']
    assert home.json('rate', 'fastapi', '0')['my_rating'] is None
    result = home.run('note', 'fastapi')
    assert result.status == 0 and result.text == '' and 'wheelhouse note' in result.errors, result
    assert home.done('note', 'fastapi', '先学这个').text == '先学这个\n'
    assert home.done('note', 'fastapi', '-', input='one\ntwo\n'.encode()).text == 'one\ntwo\n'
    assert home.json('note', 'fastapi')['my_note'] == 'one\ntwo'
    assert home.json('note', 'fastapi', '')['my_note'] is None
    home.refused('note', 'fastapi', '-', input=b'a\0b')
    home.refused('note', 'fastapi', '-', input=b'\xff\xfe')
    home.refused('note', 'fastapi', '-', input=b'x' * 100000)
    assert home.json('note', 'fastapi')['my_note'] is None


@test
def options_may_stand_before_the_command(home):
    assert json.loads(home.done('--json', 'roles').text) == home.json('roles')
    assert home.done('--locale', 'zh_CN', 'roles').text == home.done('roles', '--locale=zh_CN').text
    assert json.loads(home.done('plan', '--json').text) == []


main()
