#!/usr/bin/python3
"""What GNOME Shell does while somebody types into the overview: it asks, shows, asks again, and opens what is chosen."""

import configparser
import os
import signal
import subprocess
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

from wheelhouse import (APP_ID, DATA, PROGRAM, TIMEOUT, Activated, finish, has_owner, has_state, labels, run, run_json, step,
                        text_of, wait)

PREFIX = os.path.dirname(os.path.dirname(PROGRAM))
INTERFACE = 'org.gnome.Shell.SearchProvider2'
# GNOME Shell shows so many results before it says how many more there are.
SHOWN = 5
# It ends by itself when it has not been asked for ten seconds.
IDLE = 10

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
program = Activated()


def keys_of(*path):
    keys = configparser.RawConfigParser()
    keys.optionxform = str
    assert keys.read(os.path.join(PREFIX, 'share', *path)), path
    return keys


def ask(method, signature, *values, **kwargs):
    reply = bus.call_sync(provider['BusName'], provider['ObjectPath'], INTERFACE, method, GLib.Variant(signature, values),
                          None, Gio.DBusCallFlags.NONE, TIMEOUT * 1000, **kwargs)
    return reply.unpack()[0] if reply.n_children() else None


def find(*terms):
    return ask('GetInitialResultSet', '(as)', terms)


def describe(*results):
    return ask('GetResultMetas', '(as)', results)


def pid_of(name):
    return bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE,
                         -1).unpack()[0]


def is_on(page):
    return wait(lambda: has_state(program.find('list item', page), Atspi.StateType.SELECTED), f'the page “{page}”')


with step('GNOME Shell is told where to ask'):
    provider = keys_of('gnome-shell', 'search-providers', APP_ID + '.search-provider.ini')['Shell Search Provider']
    service = keys_of('dbus-1', 'services', provider['BusName'] + '.service')['D-BUS Service']
    assert provider['Version'] == '2'
    assert provider['DesktopId'] == APP_ID + '.desktop'
    assert service['Name'] == provider['BusName']
    keys_of('applications', provider['DesktopId'])

with step('the bus starts it, and libraries are found in any language'):
    assert not has_owner(provider['BusName'])
    assert 'library/aiohttp' in find('异步', 'http')[:SHOWN]
    assert find('FastAPI')[0] == 'library/fastapi'
    assert find('zzzz') == []

with step('topics of guides are found, and not a second time what is a library'):
    assert 'topic/checklist.decorators' in find('装饰器')[:SHOWN]
    assert 'topic/checklist.decorators' in find('decorators')[:SHOWN]
    assert 'topic/checklist.aiohttp' not in find('aiohttp')

with step('it is no program with windows, and has made nothing'):
    with open(f'/proc/{pid_of(provider["BusName"])}/maps') as maps:
        assert 'libgtk' not in maps.read()
    assert not os.path.exists(DATA), os.listdir(DATA)

with step('who types on finds less'):
    some = find('async')
    fewer = ask('GetSubsearchResultSet', '(asas)', some, ['async', 'postgresql'])
    assert 'library/asyncpg' in fewer and len(fewer) < len(some)
    assert ask('GetSubsearchResultSet', '(asas)', ['no', 'results'], ['aiohttp']) == find('aiohttp')

with step('results are described'):
    library, topic = describe('library/aiohttp', 'topic/checklist.decorators')
    assert (library['id'], library['name']) == ('library/aiohttp', 'aiohttp')
    assert 'HTTP' in library['description']
    assert topic == {'id': 'topic/checklist.decorators', 'name': 'Decorators',
                     'description': 'Python technology checklist › Language basics and beyond › Core language features › '
                                    'Metaprogramming'}

with step('whatever is found can be described'):
    for terms in (['a'], ['python'], ['异步'], ['http', 'client']):
        assert [meta['id'] for meta in describe(*find(*terms))] == find(*terms)

with step('to nonsense the answer is nothing'):
    assert find() == find('') == find(' ', '\t') == find('x' * 100000) == find(*['%s<b>'] * 500) == []
    assert describe() == describe('', 'library/', 'library/nowhere', 'page/plan', 'x' * 100000, '../..', 'library/%ff') == []
    for result in ('', 'page/plan', 'wheelhouse:library/fastapi', 'x' * 100000):
        ask('ActivateResult', '(sasu)', result, ['x'], 0)
    ask('LaunchSearch', '(asu)', [], 0)
    ask('LaunchSearch', '(asu)', ['x' * 100000], 0)
    assert not has_owner(APP_ID), 'nothing was opened'

with step('many questions at once are answered, each by its own answer'):
    questions = [['fastapi'], ['异步'], ['http'], ['装饰器'], ['sql'], ['zzzz']] * 5
    answers = {}

    def answered(source, result, number):
        answers[number] = source.call_finish(result).unpack()[0]

    for number, terms in enumerate(questions):
        bus.call(provider['BusName'], provider['ObjectPath'], INTERFACE, 'GetInitialResultSet',
                 GLib.Variant('(as)', (terms,)), None, Gio.DBusCallFlags.NONE, -1, None, answered, number)
    wait(lambda: len(answers) == len(questions), 'all the answers')
    for number, terms in enumerate(questions):
        assert answers[number] == find(*terms), terms

with step('a result that is chosen opens its page'):
    ask('ActivateResult', '(sasu)', 'library/aiohttp', ['异步', 'http'], 1)
    program.start()
    wait(lambda: program.find_all('slider') and 'aiohttp' in labels(program.app), 'the page of aiohttp')
    ask('ActivateResult', '(sasu)', 'topic/checklist.decorators', ['decorators'], 2)
    program.find('check box', 'Decorators')

with step('“more” opens the search in the same window'):
    ask('LaunchSearch', '(asu)', ['异步', 'http'], 3)
    is_on('Libraries')
    program.find('list item', 'aiohttp')
    assert '异步 http' in [text_of(entry) for entry in program.find_all('text') + program.find_all('entry')]
    assert len(program.find_all('frame')) == 1

with step('it looks at the database of the program, open or not, and leaves no trace'):
    before = os.listdir(DATA)
    assert 'wheelhouse.db-wal' in before
    assert find('aiohttp')[0] == 'library/aiohttp'
    assert os.listdir(DATA) == before
    program.quit()
    assert find('aiohttp')[0] == 'library/aiohttp'
    assert os.listdir(DATA) == ['wheelhouse.db'], os.listdir(DATA)

with step('it speaks the language of contents'):
    os.kill(pid_of(provider['BusName']), signal.SIGTERM)
    wait(lambda: not has_owner(provider['BusName']), 'it to end')
    errors = tempfile.TemporaryFile('w+')
    process = subprocess.Popen([service['Exec']], stderr=errors,
                               env=dict(os.environ, LC_ALL='zh_CN.UTF-8', G_DEBUG='gc-friendly,fatal-warnings',
                                        GSETTINGS_BACKEND='keyfile'))
    wait(lambda: has_owner(provider['BusName']), 'it to start')
    library, topic = describe('library/aiohttp', 'topic/checklist.decorators')
    assert '异步' in library['description']
    assert topic['name'] == '装饰器' and topic['description'].startswith('Python 技术')
    assert 'library/aiohttp' in find('asynchronous', 'http')
    program.set('content-language', 'en')
    wait(lambda: describe('topic/checklist.decorators')[0]['name'] == 'Decorators', 'the other language')

with step('it goes when nobody asks any more, without a word'):
    assert process.wait(IDLE + TIMEOUT) == 0
    errors.seek(0)
    assert errors.read() == ''

finish()
