"""The command line on a terminal: columns, Chinese characters in them, and what is cut or wrapped."""

import fcntl
import os
import pty
import re
import struct
import termios
import unicodedata

from command_line import main, test


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def on_terminal(home, columns, *arguments):
    """The lines that the program prints on a terminal of so many columns."""
    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    process = home.start(*arguments, stdout=terminal)
    os.close(terminal)
    text = b''
    while True:
        try:
            text += os.read(screen, 65536)
        except OSError:  # the other end is closed
            break
    assert process.wait(60) == 0
    os.close(screen)
    return text.decode().splitlines()


@test
def columns_are_straight(home):
    home.done('plan', 'start', 'fastapi', 'celery')
    for locale in ['en', 'zh_CN']:
        lines = [line for line in home.done('list', '--role', 'backend', '--locale', locale).text.splitlines()
                 if line.startswith('  ')]
        libraries = home.json('list', '--role', 'backend', '--locale', locale)
        assert len(lines) == len(libraries)
        starts = {width(line[:line.rindex(library['summary'])]) for line, library in zip(lines, libraries)}
        assert len(starts) == 1, '\n'.join(lines)
        assert all(line == line.rstrip() for line in lines)


@test
def notes_do_not_command_the_terminal(home):
    home.done('note', 'fastapi', 'red \x1b[31mtext\x07\nnext')
    for arguments in [['note', 'fastapi'], ['show', 'fastapi']]:
        assert not re.search('[\x00-\x08\x0b-\x1f\x7f]', home.done(*arguments).text), arguments
    assert home.json('note', 'fastapi')['my_note'] == 'red \x1b[31mtext\x07\nnext'


@test
def a_terminal_cuts_the_last_column(home):
    home.done('stats')
    for locale in ['en', 'zh_CN']:
        text = on_terminal(home, 70, 'list', '--locale', locale, '--category', 'async')
        lines = [line for line in text if line.startswith('  ')]
        assert max(width(line) for line in lines) <= 70, lines
        assert all(width(line) >= 69 for line in lines if line.endswith('…')), lines
        assert locale == 'zh_CN' or any(line.endswith('…') for line in lines), lines


@test
def a_terminal_cuts_nothing_that_is_to_be_read(home):
    home.done('note', 'uvicorn', 'a note of many words, ' * 10 + 'all of them')
    for arguments in [['show', 'uvicorn'], ['rankings', 'async-and-asgi'], ['sources', 'survey']]:
        for locale in ['en', 'zh_CN']:
            whole = home.done(*arguments, '--locale', locale).text
            lines = on_terminal(home, 66, *arguments, '--locale', locale)
            assert max(width(line) for line in lines) <= 66, lines
            assert all(line == line.rstrip() for line in lines), lines
            assert re.sub(r'\s', '', whole) == re.sub(r'\s', '', ''.join(lines)), lines


main()
