#!/usr/bin/python3
"""What the desktop finds after an installation: an entry for its menu, icons, settings; and the entry works."""

import os

import gi

gi.require_version('GdkPixbuf', '2.0')
gi.require_version('GioUnix', '2.0')
from gi.repository import GdkPixbuf, Gio, GioUnix, GLib

from wheelhouse import APP_ID, PROGRAM, Activated, finish, step

data = os.path.join(os.path.dirname(os.path.dirname(PROGRAM)), 'share')
# Found by its bare name, as the desktop finds it.
os.environ['PATH'] = os.path.dirname(PROGRAM) + ':' + os.environ['PATH']
entry = None


with step('the menu has an entry, in Chinese too'):
    entry = GioUnix.DesktopAppInfo.new(APP_ID + '.desktop')
    assert entry.should_show()
    assert entry.get_name() == 'Wheelhouse'
    keys = GLib.KeyFile()
    keys.load_from_file(os.path.join(data, 'applications', APP_ID + '.desktop'), GLib.KeyFileFlags.KEEP_TRANSLATIONS)
    assert keys.get_locale_string('Desktop Entry', 'Name', 'zh_CN') == '轮子库'
    assert '学习' in keys.get_locale_string_list('Desktop Entry', 'Keywords', 'zh_CN')
    assert '學習' in keys.get_locale_string_list('Desktop Entry', 'Keywords', 'zh_TW')
    assert keys.get_locale_string('Desktop Action plan', 'Name', 'zh_CN') == '我的计划'

with step('its icon is there, scalable and symbolic'):
    assert entry.get_icon().to_string() == APP_ID
    for path in (f'scalable/apps/{APP_ID}.svg', f'symbolic/apps/{APP_ID}-symbolic.svg'):
        GdkPixbuf.Pixbuf.new_from_file_at_size(os.path.join(data, 'icons/hicolor', path), 64, 64)

with step('its settings are there'):
    schema = Gio.SettingsSchemaSource.get_default().lookup(APP_ID, True)
    assert schema.has_key('content-language') and schema.has_key('paper')

with step('software centres have its description'):
    assert os.path.exists(os.path.join(data, 'metainfo', APP_ID + '.metainfo.xml'))

with step('the entry starts the program'):
    program = Activated()
    entry.launch([], None)
    program.start()
    program.quit()

finish()
