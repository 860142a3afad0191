#!/usr/bin/python3
"""The checklist of a role saved as PDF by the dialog, in both languages, and read back."""

import os
import subprocess

from gi.repository import GLib

from wheelhouse import PROGRAM, Program, finish, labels, step, wait

HOME = GLib.get_home_dir()
MUST = ['FastAPI', 'SQLAlchemy', 'pydantic', 'redis-py']

program = Program()


def save(button, name):
    """Save by the file chooser and return where it lies."""
    path = os.path.join(HOME, name)
    program.press('button', button)
    program.type(program.find('text', 'Name:'), path)
    program.press('button', 'Save')
    program.wait_gone('dialog', 'Save Checklist')
    return path


def read(path):
    return subprocess.check_output(['pdftotext', '-layout', path, '-'], text=True)


def fonts(path):
    return subprocess.check_output(['pdffonts', path], text=True)


def open_dialog():
    program.start()
    program.show('Back-end developer')
    program.choose('Role Menu', 1)
    program.find('dialog', 'Export Checklist')
    program.find_text('Page 1 of 1')


with step('the role offers its checklist'):
    open_dialog()
    program.quit()

with step('it is saved as PDF'):
    # GTK's own file chooser forgets what it is listing when it is closed before it has finished.
    program.ignore_leaks()
    open_dialog()
    path = save('Save PDF…', 'backend.pdf')
    program.find_text('“backend.pdf” saved')
    text = read(path)
    for words in ('Learning checklist', 'Back-end developer', 'P0', 'Must learn', *MUST, 'Page 1 of 1'):
        assert words in text, f'{words}\n{text}'
    subprocess.run(['qpdf', '--check', path], check=True, stdout=subprocess.DEVNULL)

with step('in Chinese too'):
    language = program.step_to('Tab', 'combo box', 'Language')
    program.keys('space')
    program.find('label', '简体中文')
    program.keys('Down', 'Return')
    wait(lambda: '简体中文' in labels(language) and 'English' not in labels(language), 'Chinese to be chosen')
    path = save('Save PDF…', '后端.pdf')
    program.find_text('“后端.pdf” saved')
    text = read(path)
    for words in ('学习清单', '后端开发', '必学', *MUST):
        assert words in text, f'{words}\n{text}'
    assert 'CJKsc' in fonts(path).replace('-', '').replace(' ', ''), fonts(path)

with step('in the Chinese of Taiwan, with its own shapes'):
    language = program.step_to('Tab', 'combo box', 'Language')
    program.keys('space')
    program.find('label', '繁體中文')
    program.keys('Down', 'Return')
    wait(lambda: '繁體中文' in labels(language), 'traditional Chinese to be chosen')
    path = save('Save PDF…', '後端.pdf')
    program.find_text('“後端.pdf” saved')
    text = read(path)
    for words in ('學習清單', '後端', '函式庫', *MUST):
        assert words in text, f'{words}\n{text}'
    assert 'CJKtc' in fonts(path).replace('-', '').replace(' ', ''), fonts(path)

with step('in both side by side'):
    language = program.step_to('Tab', 'combo box', 'Language')
    program.keys('space')
    program.find('label', 'Both')
    program.keys('Down', 'Return')
    wait(lambda: 'Both' in labels(language), 'both to be chosen')
    path = save('Save PDF…', 'both.pdf')
    program.find_text('“both.pdf” saved')
    text = read(path)
    for words in ('Learning checklist', '学习清单', 'Back-end developer', '后端开发', 'Must learn', '必学', *MUST):
        assert words in text, f'{words}\n{text}'

with step('the command line writes the same bytes'):
    again = os.path.join(HOME, 'again.pdf')
    subprocess.run([PROGRAM, 'export', again, '--role', 'backend', '--language', 'both'], check=True)
    with open(path, 'rb') as one, open(again, 'rb') as other:
        assert one.read() == other.read()

with step('what cannot be written is said, with its name'):
    save('Save PDF…', '/proc/checklist.pdf')
    program.find_text('Could Not Save the Checklist')
    program.find_text('/proc/checklist.pdf')
    program.quit()

finish()
