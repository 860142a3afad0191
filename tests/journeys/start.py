#!/usr/bin/python3
"""The program starts, in either language, shows what its menu offers, and quits."""

from wheelhouse import Program, finish, has_locale, run, skip, step

program = Program()

with step('the command line answers without a window'):
    assert run('--version').startswith('wheelhouse ')

with step('the window opens'):
    program.start()
    assert program.window().get_name() == 'Wheelhouse'

with step('Ctrl+? shows the shortcuts'):
    program.keys('ctrl+question')
    program.find_text('Ctrl+Q')
    program.keys('Escape')
    program.find('toggle button', 'Main Menu')

with step('it quits'):
    program.quit()

chinese = 'it speaks Chinese where the system does'
if has_locale('zh_CN.UTF-8'):
    with step(chinese):
        program = Program(locale='zh_CN.UTF-8')
        program.start()
        assert program.window().get_name() == '轮子库'
        program.quit()
else:
    skip(chinese, 'this machine has no zh_CN.UTF-8')

finish()
