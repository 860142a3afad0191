#!/usr/bin/python3
"""From an empty prefix to a printed checklist, by the desktop file."""

import os

from gi.repository import GLib

from menu import MenuProgram, choose_role_and_tick, export_chinese_checklist
from wheelhouse import finish, step

choose_role_and_tick(MenuProgram(), 'installed')

with step('the checklist is written in Chinese'):
    export_chinese_checklist(os.path.join(GLib.get_home_dir(), 'backend.pdf'))

finish()
