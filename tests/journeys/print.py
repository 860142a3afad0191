#!/usr/bin/python3
"""The checklist of a role printed by the system's own dialog, to a file, and compared with the export."""

import os
import subprocess

from gi.repository import GLib

from wheelhouse import Atspi, Program, finish, has_state, run, step, wait

HOME = GLib.get_home_dir()
PRINTED = os.path.join(HOME, 'Back-end developer.pdf')
EXPORTED = os.path.join(HOME, 'exported.pdf')

program = Program()


def ask(*command):
    return subprocess.check_output(command, text=True)


def open_checklist():
    program.start()
    program.show('Back-end developer')
    program.choose('Role Menu', 1)
    program.find_text('Page 1 of 1')


with step('the checklist opens the system\'s dialog'):
    open_checklist()
    program.press('button', 'Print…')
    program.press('button', 'Cancel', program.find('dialog', 'Print'))
    program.wait_gone('dialog', 'Print')
    program.quit()

# GTK's backend for files keeps the one it printed to.
program.ignore_leaks()

with step('the keyboard opens it too'):
    open_checklist()
    program.keys('ctrl+p')
    dialog = program.find('dialog', 'Print')

with step('it prints to a file that has the name of the role'):
    program.step_to('Tab', 'table row')
    program.step_to('Down', 'table row', 'Print to File')
    program.keys('space')
    button = program.find('button', 'Print', dialog)
    wait(lambda: has_state(button, Atspi.StateType.SENSITIVE), 'a printer to be chosen')
    program.press('button', 'Print', dialog)
    program.wait_gone('dialog', 'Print')
    wait(lambda: os.path.exists(PRINTED) and os.path.getsize(PRINTED), 'the file')
    wait(lambda: subprocess.run(['qpdf', '--check', PRINTED], capture_output=True).returncode == 0, 'the whole of it')

with step('on paper stands what is exported'):
    run('export', EXPORTED, '--role', 'backend')
    assert ask('pdftotext', '-layout', PRINTED, '-') == ask('pdftotext', '-layout', EXPORTED, '-')
    for words in ('Page size:       595', 'Pages:           1'):
        assert words in ask('pdfinfo', PRINTED), ask('pdfinfo', PRINTED)
    program.quit()

finish()
