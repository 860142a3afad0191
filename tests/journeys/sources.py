#!/usr/bin/python3
"""Rankings, quick picks and sources: each by its row of the sidebar, and on from there by a link."""

from wheelhouse import Program, finish, run_json, step, wait

program = Program()


def wait_page(title, inside):
    """A page that was opened has a way back, and shows what belongs there."""
    program.find('button', 'Back')
    program.find_text(title)
    program.find_text(inside)


with step('the rankings: a place that is shared has both libraries, and each leads on'):
    program.start()
    program.show('Rankings')
    last = program.find('list item', 'Place 10: eventlet, gevent')
    program.find('button', 'eventlet', inside=last)
    program.press('button', 'gevent', inside=last)
    wait_page('gevent', 'My Note')
    program.press('button', 'Back')

with step('what a ranking judges by is told from the weightiest on'):
    criteria = run_json('rankings', 'async-and-asgi')['criteria']
    program.find('grouping', f'Criteria, the weightiest first: {", ".join(criteria)}')

with step('a library is ticked off where it stands'):
    first = program.find('list item', 'Place 1: asyncio')
    program.press('check box', 'asyncio', inside=first)
    wait(lambda: run_json('show', 'asyncio')['status'] == 'learnt', 'asyncio to be learnt')
    program.press('button', 'Undo')
    wait(lambda: run_json('show', 'asyncio')['status'] is None, 'that to be undone')

with step('the comparison tells for every star whose it is and of what'):
    program.find('slider', 'FastAPI · Type safety')

with step('quick picks are searched'):
    program.show('Quick Picks')
    program.find('list item', 'Choose: Job interviews')
    program.search('timeside')
    program.wait_gone('list item', 'Choose: Job interviews')
    avoid = program.find('list item', 'Avoid: Audio libraries not worth much time')
    program.press('button', 'TimeSide', inside=avoid)
    wait_page('TimeSide', 'My Note')

with step('the sources say what they contributed'):
    survey = run_json('sources', 'survey')
    program.show('Sources')
    program.find_text(f'{survey["n_facts"]} facts')
    program.step_to('Tab', 'list item', survey['title'])
    program.keys('Return')
    wait_page(survey['description'], survey['sections'][0]['title'])

with step('and lead to the libraries that they speak of'):
    program.press('button', 'Show Its Libraries')
    program.find('toggle button', f'Source: {survey["title"]}')
    program.find_text(f'{survey["n_libraries"]} libraries')

with step('where a source is named it leads there'):
    program.keys('alt+3')
    ranking = run_json('rankings', 'algorithms-and-patterns')
    section = next(section for section in survey['sections'] if section['key'] == ranking['section'])
    program.press('button', f'{survey["title"]} › {section["title"]}')
    wait_page(survey['description'], survey['sections'][0]['title'])
    program.quit()

finish()
