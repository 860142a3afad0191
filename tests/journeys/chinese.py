#!/usr/bin/python3
"""Where the system speaks Chinese the program does, page by page: no word of English but names."""

import re

from wheelhouse import Program, finish, is_showing, run_json, step, text_of, wait, walk

program = Program(locale='zh_CN.UTF-8')


def texts(node):
    """Every string of a document."""
    if isinstance(node, str):
        return {node}
    return set().union(*map(texts, node.values() if isinstance(node, dict) else node)) if isinstance(node, (dict, list)) else set()


# Names, and terms of the field that Chinese writes as English does: asyncio.gather(), WebSocket.
names = {text for text in texts(run_json('dump', '--locale', 'en')) & texts(run_json('dump', '--locale', 'zh_CN')) if len(text) < 40}

CHINESE = re.compile('[\u4e00-\u9fff]')
# What is the same in every language.
SAME = re.compile(r'[\d/·. ★–—→+%]*|P[012]|DevOps|A4|Letter|English|pip install .*|https?://.*|Ctrl.*|Alt.*|Shift.*|F\d+')


def is_name(words):
    """A name, or several beside one another: "asyncio > threading"."""
    return all(word in names for word in re.split(r' [>+/→] ', words))


def assert_chinese():
    """Every word that is seen or told has Chinese in it, or is a name."""
    for node, _ in walk(program.window()):
        if not is_showing(node):
            continue
        for words in {text_of(node), node.get_name(), node.get_description()}:
            plain = words.strip()
            assert CHINESE.search(plain) or SAME.fullmatch(plain) or is_name(plain), \
                f'“{plain}” ({node.get_role_name()}) is not Chinese'


with step('the window has its Chinese name, the sidebar the roles'):
    program.start()
    assert program.window().get_name() == '轮子库'
    for words in ('我的计划', '后端开发', '数据分析师', '全栈开发'):
        program.find('list item', words)

with step('the libraries'):
    program.find('list item', 'FastAPI')
    assert_chinese()

with step('a role'):
    program.show('后端开发')
    program.find('list', 'P0·必学')
    assert_chinese()

with step('a library'):
    program.show('全部库')
    program.open_library('异步', 'asyncio')
    assert_chinese()

with step('the rankings, the guides, the picks and the sources'):
    for page in ('排行榜', '指南', '速选', '来源'):
        program.show(page)
        program.wait_gone('progress bar', '正在读取')
        assert_chinese()

with step('the plan'):
    program.show('全部库')
    program.press('button', '加入我的计划(A)')
    program.show('我的计划')
    program.find('list item', 'asyncio')
    assert_chinese()
    program.quit()

finish()
