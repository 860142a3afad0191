"""Guides and their topics on the command line: shown, put on the plan, ticked, printed."""

import json
import sqlite3

from command_line import main, test
from sample_guide import TOPICS, add_guide


def make_guide(home, **kwargs):
    home.done('roles')
    add_guide(home.database, **kwargs)


def topics_of(guide):
    return [topic for chapter in guide['chapters'] for section in chapter['sections']
            for group in section['groups'] for topic in group['topics']]


def progress(home):
    return next((guide['learnt'], guide['of']) for guide in home.json('guides') if guide['key'] == 'journal')


@test
def lists_guides(home):
    make_guide(home)
    listed = next(guide for guide in home.json('guides') if guide['key'] == 'journal')
    assert listed == {'key': 'journal', 'title': 'Keeping a journal', 'summary': 'How to remember what was done',
                      'source': 'journal-source', 'section': None, 'learnt': 0, 'of': 5}
    assert any(line.split() == 'journal Keeping a journal 0 of 5 learnt'.split()
               for line in home.done('guides').text.splitlines())


@test
def shows_a_guide(home):
    make_guide(home)
    home.done('plan', 'done', 'journal.write', 'fastapi')
    guide = home.json('guides', 'journal')
    assert home.json('guides', 'Keeping a Journal') == guide
    assert (guide['learnt'], guide['of']) == (2, 5)
    assert [chapter['chapter'] for chapter in guide['chapters']] == ['At work', 'Rest']
    work = guide['chapters'][0]
    assert (work['learnt'], work['of']) == (2, 4)
    assert [section['title'] for section in work['sections']] == ['Every day']
    # What stands in a section without a group is one group.
    groups = [(group['key'], group['emphasis'], [topic['key'] for topic in group['topics']])
              for group in work['sections'][0]['groups']]
    assert groups == [('journal.log', 'master', TOPICS[:3]), ('journal.daily', None, ['journal.walk'])]
    assert [topic['key'] for topic in topics_of(guide)] == TOPICS
    topics = {topic['key']: topic for topic in topics_of(guide)}
    assert topics['journal.write'] | {'examples': None} == {
        'key': 'journal.write', 'name': 'Write it down', 'note': 'A line is enough', 'library': None, 'emphasis': None,
        'status': 'learnt', 'examples': None, 'source': 'journal-source', 'section': None}
    assert topics['journal.write']['examples'][0]['title'] == 'A line a day'
    assert topics['journal.fastapi']['library'] == 'fastapi' and topics['journal.fastapi']['status'] == 'learnt'
    assert [item['text'] for item in guide['strategies'][0]['items']] == ['pencil', 'keyboard']
    assert [advice['key'] for advice in guide['advice']] == ['journal-claim', 'journal-whole']
    dumped = [chapter for chapter in home.json('dump')['guides'] if chapter['guide'] == 'journal']
    assert dumped == guide['chapters']


@test
def shows_a_guide_in_words(home):
    make_guide(home)
    home.done('plan', 'done', 'journal.write')
    home.done('plan', 'skip', 'journal.walk')
    text = home.done('guides', 'journal', environment={'COLUMNS': '100'}).text
    for line in ('Keeping a journal  (journal)', '1 of 5 learnt', 'At work  1/4', '    The log  1/3 · Must master',
                 '      [x] Write it down  (journal.write)', '          A line is enough', '          A line a day',
                 '      [ ] FastAPI by heart  (fastapi)', '    [ ] Go for a walk  (journal.walk) · Skipped',
                 '    * With what: pencil > keyboard', '    * Claim: Pencils are faster', '      ! Doubtful: Some type faster',
                 '[ ] Rest  (journal.rest)', '* Principle: Every day a little'):
        assert line in text.splitlines(), (line, text)
    assert '必须掌握' in home.done('guides', 'journal', '--locale', 'zh_CN').text


@test
def shows_a_topic(home):
    make_guide(home)
    home.done('plan', 'start', 'journal.write')
    home.done('note', 'journal.write', 'mine')
    topic = home.json('show', 'journal.write')
    assert topic['path'] == 'Keeping a journal › At work › Every day › The log'
    assert (topic['name'], topic['status'], topic['planned'], topic['my_note']) == ('Write it down', 'learning', True, 'mine')
    assert topic['examples'][0]['code'].startswith('with open')
    assert [entry['key'] for entry in home.json('show', 'Write it down', 'fastapi')] == ['journal.write', 'fastapi']
    text = home.done('show', 'journal.write').text
    assert text.startswith('Write it down  (journal.write)\nKeeping a journal › At work') and 'Learning' in text, text
    # A topic that is a library leads there, and has what the library has.
    assert home.json('show', 'journal.fastapi')['library'] == 'fastapi'
    home.done('plan', 'done', 'fastapi')
    assert home.json('show', 'journal.fastapi')['status'] == 'learnt'


@test
def topics_are_planned_like_libraries(home):
    make_guide(home)
    added = home.json('plan', 'add', 'journal.write', 'Go for a walk', 'journal.fastapi')
    assert [(item['key'], item['name'], item['guide']) for item in added] == [
        ('journal.write', 'Write it down', 'journal'), ('journal.walk', 'Go for a walk', 'journal'), ('fastapi', 'FastAPI', None)]
    home.done('plan', 'done', 'journal.walk')
    home.done('plan', 'move', 'journal.write')
    assert home.plan() == ['fastapi:to-learn', 'journal.write:to-learn', 'journal.walk:learnt']
    assert progress(home) == (1, 5)
    assert 'A line is enough' in home.done('plan').text
    home.done('plan', 'remove', 'journal.write')
    assert home.plan() == ['fastapi:to-learn', 'journal.walk:learnt']


@test
def stats_count_topics(home):
    make_guide(home)
    before = home.json('stats')
    assert before['guides'] == len(home.json('guides')) and before['all_guides']['of'] >= len(TOPICS)
    home.done('plan', 'done', 'journal.write')
    after = home.json('stats')['all_guides']
    assert (after['learnt'], after['of']) == (before['all_guides']['learnt'] + 1, before['all_guides']['of'])
    line = f'All guides {after["learnt"]} of {after["of"]} learnt'
    assert line in [' '.join(line.split()) for line in home.done('stats').text.splitlines()]


@test
def what_is_no_topic_is_refused(home):
    make_guide(home)
    assert 'journal.write' in home.refused('plan', 'add', 'journal.wirte')
    # A chapter is not learnt by itself.
    assert 'journal.work' in home.refused('plan', 'add', 'journal.work')
    assert 'journal.work' in home.refused('show', 'journal.work')
    assert 'journal' in home.refused('guides', 'journl')
    assert home.plan() == []


@test
def a_tick_survives_a_mended_title(home):
    make_guide(home, topic_title='Wriet it down')
    home.done('plan', 'done', 'journal.write')
    add_guide(home.database)
    plan = home.json('plan')
    assert [(item['name'], item['status'], item['gone']) for item in plan] == [('Write it down', 'learnt', False)]
    assert progress(home) == (1, 5)


@test
def a_topic_that_is_gone_is_kept(home):
    make_guide(home)
    home.done('plan', 'add', 'journal.write', 'journal.rest')
    with sqlite3.connect(home.database) as database:
        database.execute("DELETE FROM guide_node WHERE key = 'journal.rest'")
    plan = {item['key']: (item['name'], item['gone']) for item in home.json('plan')}
    assert plan == {'journal.write': ('Write it down', False), 'journal.rest': ('journal.rest', True)}
    home.done('plan', 'done', 'journal.rest')
    assert home.plan() == ['journal.write:to-learn', 'journal.rest:learnt']


@test
def topics_are_printed(home):
    make_guide(home)
    home.done('plan', 'add', 'journal.write', 'fastapi')
    home.done('plan', 'done', 'journal.walk')
    lines = home.done('export', '-', '--plan', '--format', 'md').text.splitlines()
    assert '- [ ] **Write it down** — A line is enough' in lines, lines
    assert '- [x] **Go for a walk**' in lines, lines
    checklist = json.loads(home.done('export', '-', '--plan', '--format', 'json').text)
    items = [library['name'] for section in checklist['sections'] for item in section['items'] for library in item['libraries']]
    assert items == ['Write it down', 'FastAPI', 'Go for a walk']
    home.done('export', 'plan.pdf', '--plan')
    with open(home.file('plan.pdf'), 'rb') as file:
        assert file.read(5) == b'%PDF-'


main()
