#!/usr/bin/python3
"""screenshot.py OUTDIR SUFFIX WIDTHxHEIGHT LOCALE: photograph every page of the program into OUTDIR/PAGE-SUFFIX.png.

Runs under tests/support/with-display.sh, with a plan made up for the occasion.
"""

import gettext
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'tests', 'support'))
from wheelhouse import PROGRAM, Program, run, run_json, wait  # noqa: E402

# Seconds after the last key, when GTK no longer shows what has the focus.
FOCUS = 3.2

# What a window without a compositor draws around itself, in pixels.
FRAME = 5

out, suffix, size, locale = sys.argv[1:]
width, height = map(int, size.split('x'))
language = {'C': 'en'}.get(locale.split('.')[0], locale.split('.')[0])
is_narrow = width < 700
localedir = os.path.join(os.path.dirname(os.path.dirname(PROGRAM)), 'share', 'locale')
translation = gettext.translation('wheelhouse', localedir, [language], fallback=True)
_ = translation.gettext
role = next(role['name'] for role in run_json('roles', '--locale', language) if role['key'] == 'backend')


def photograph(program, page):
    """Keep the picture that is the same twice."""
    path = os.path.join(out, f'{page}-{suffix}.png')
    window = program.focus_window()
    pictures = [None]

    def take():
        time.sleep(0.2)
        picture = subprocess.check_output(['import', '-silent', '-window', window, 'rgb:-'])
        pictures.append(picture)
        return picture == pictures[-2]

    # Neither the pointer nor the keyboard is to highlight anything.
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)
    time.sleep(FOCUS)
    wait(take, f'the picture of {page} to come to rest')
    subprocess.run(['convert', f'x:{window}', '-shave', f'{FRAME}x{FRAME}', '-strip', path], check=True)
    print(path, file=sys.stderr)


def make_plan():
    run('plan', 'add', 'sqlalchemy', 'pydantic', 'asyncio', 'celery', 'pytest', 'loguru', 'uvicorn')
    run('plan', 'done', 'fastapi', 'pydantic')
    run('plan', 'start', 'sqlalchemy')
    run('rate', 'fastapi', '4.5')
    run('note', 'fastapi', {'zh_CN': '官方教程写得很好，从头读到“依赖项”为止。'}.get(language, 'The tutorial is good: read it up to “Dependencies”.'))


make_plan()
run('export', os.path.join(out, f'checklist-{suffix}.pdf'), '--role', 'backend', '--language', language)

program = Program(locale=locale, size=(width + 2 * FRAME, height + 2 * FRAME))
program.start()
program.find('list item', 'FastAPI')
if is_narrow:
    program.press('toggle button', _('Filters'))
program.press('toggle button', _('Role'))
roles = lambda: [box for box in program.find_all('check box') if box.get_name().startswith(role)]  # noqa: E731
wait(lambda: [box.do_action(0) for box in roles()], 'the role')
# The first key may still go to the window under a popover that was opened over the accessibility bus.
wait(lambda: not roles() or program.keys('Escape'), 'the popover to close')
if is_narrow:
    program.press('toggle button', _('Filters'))
photograph(program, 'libraries')
program.keys('ctrl+2')
program.find('table row')
photograph(program, 'table')
program.keys('ctrl+1')

program.open_library('fastapi', 'FastAPI')
photograph(program, 'library')
program.keys('alt+Left')
program.find('list item', 'FastAPI')

if is_narrow:
    program.keys('alt+Left')
    program.step_to('Tab', 'list item', _('Libraries'))
    photograph(program, 'sidebar')
    program.step_to('Up', 'list item', _('My Plan'))
    program.keys('Return')
else:
    program.show(_('My Plan'))
program.find('list item', 'asyncio')
photograph(program, 'plan')

for page, accel, member in ('rankings', 'alt+3', 'title'), ('picks', 'alt+5', 'situation'), ('sources', 'alt+6', 'title'):
    program.keys(accel)
    program.find_text(run_json(page, '--locale', language)[0][member])
    photograph(program, page)
program.step_to('Tab', 'list item', run_json('sources', '--locale', language)[0]['title'])
program.keys('Return')
program.find('button', _('Show Its _Libraries').replace('_', ''))
photograph(program, 'source')
program.keys('alt+Left')

program.keys('alt+4')
program.find('list', _('Guides'))
photograph(program, 'guides')
program.step_to('Tab', 'list item')
program.keys('Down', 'Return')
program.find('list', _('Chapters'))
photograph(program, 'guide')
program.step_to('Tab', 'list item')
program.keys('Return')
program.find('heading')
photograph(program, 'chapter')
program.keys('alt+Left')
program.find('list', _('Chapters'))
program.keys('alt+Left')
program.find('list', _('Guides'))

if is_narrow:
    program.keys('alt+Left')
    program.step_to('Down', 'list item', role)
    program.keys('Return')
else:
    program.show(role)
program.find('button', 'uvloop')
photograph(program, 'role')

program.choose(_('Role Menu'), 1)
program.find('dialog', _('Export Checklist'))
program.find('image')
photograph(program, 'export')
program.kill()
