#!/usr/bin/python3
"""A guide opened, a topic ticked, the progress seen, undone; a topic planned, and opened from the plan."""

from sample_guide import add_guide
from wheelhouse import DATABASE, Atspi, Program, children, finish, has_state, labels, run, run_json, step, wait

program = Program()


def topics():
    """What can be ticked on the page, in reading order."""
    return [node.get_name() for node in program.find_all('check box')]


def progress(words):
    wait(lambda: words in labels(program.app), words)


def plan():
    return {item['key']: item['status'] for item in run_json('plan')}


with step('the guides are in the sidebar, each with what it is about and how far one is'):
    run('roles')
    add_guide(DATABASE)
    program.start()
    program.keys('alt+4')
    row = program.find('list item', 'Keeping a journal', inside=program.find('list', 'Guides'))
    assert {'How to remember what was done', 'The journal', '0/5'} <= set(labels(row)), labels(row)

with step('a guide begins with its chapters and ends with what is of all of it'):
    program.step_to('Tab', 'list item')
    program.step_to('Down', 'list item', 'Keeping a journal')
    program.keys('Return')
    chapters = program.find('list', 'Chapters')
    assert [chapter.get_name() for chapter in children(chapters)] == ['At work', 'Rest']
    progress('0 of 5 learnt')
    program.find_text('Every day a little')

with step('a chapter has its topics in groups, with strategies, advice and code beside them'):
    program.step_to('Tab', 'list item', 'At work')
    program.keys('Return')
    program.find('list item', 'Write it down')
    assert topics() == ['Write it down', 'Read it again', 'FastAPI by heart', 'Go for a walk'], topics()
    assert [heading.get_name() for heading in program.find_all('heading')] == ['Every day', 'The log']
    shown = labels(program.window())
    assert shown.index('Must master') < shown.index('Write it down')
    for words in ('With what', 'pencil', 'Pencils are faster', 'Doubtful', 'Some type faster', 'A line a day'):
        assert words in shown, (words, shown)

with step('Space ticks a topic, and everything above it counts'):
    program.step_to('Tab', 'list item', 'Write it down')
    program.keys('space')
    progress('1 of 4 learnt')
    assert has_state(program.find('check box', 'Write it down'), Atspi.StateType.CHECKED)
    program.find_text('“Write it down” learnt')
    assert plan() == {'journal.write': 'learnt'}

with step('that can be undone'):
    program.keys('ctrl+z')
    progress('0 of 4 learnt')
    assert plan() == {}

with step('a topic that is a library is that library'):
    run('plan', 'done', 'fastapi')
    progress('1 of 4 learnt')
    assert has_state(program.find('check box', 'FastAPI by heart'), Atspi.StateType.CHECKED)

with step('a topic is put on the plan, and opened from there'):
    program.press('button', 'Add to My Plan', inside=program.find('list item', 'Read it again'))
    program.find_text('“Read it again” added to my plan')
    assert plan() == {'fastapi': 'learnt', 'journal.read': 'to-learn'}
    program.keys('alt+1')
    program.find('list item', 'Read it again', inside=program.find('list', 'My Plan'))
    program.find_text('Keeping a journal › At work › Every day › The log')
    program.step_to('Tab', 'list item', 'Read it again')
    program.keys('Return')
    wait(lambda: (focused := program.focused('list item')) and focused.get_name() == 'Read it again', 'the topic to have the focus')

with step('looking for something shows the topics of all chapters'):
    program.keys('alt+4')
    program.find('list item', 'Write it down')
    program.keys('alt+Left')
    program.find('list', 'Chapters')
    program.search('walk')
    wait(lambda: topics() == ['Go for a walk'], 'what is found')
    program.keys('Escape')
    program.find('list', 'Chapters')
    program.quit()

finish()
