#!/usr/bin/env python3
#
# Copyright 2026 The Wheelhouse contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes the traditional Chinese of Taiwan out of simplified Chinese; `./dev translate` does.

traditional.py zh_CN.po PHRASES zh_TW.po

OpenCC converts the characters and the words that are others in Taiwan; what is particular to
Wheelhouse stands in PHRASES, a line each: a regular expression, a tab, what takes its place.
They are applied one after another to what OpenCC yields.
"""

import ast
import re
import subprocess
import sys

# Never in a text.
SEPARATOR = '\x1e\n'


def blocks(path):
    with open(path, encoding='utf-8') as file:
        text = file.read().strip().replace('Chinese (simplified)', 'Chinese (traditional)')
    return [block.split('\n') for block in text.split('\n\n')]


def split(lines):
    """The lines up to the first msgstr, and each msgstr as (keyword, text)."""
    head, strings = [], []
    for line in lines:
        keyword, _, quoted = line.partition(' ')
        if keyword.startswith('msgstr'):
            strings.append([keyword, ast.literal_eval(quoted)])
        elif strings:
            strings[-1][1] += ast.literal_eval(line)
        else:
            head.append(line)
    return head, strings


def quote(text):
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{escaped}"'


def convert(texts, phrases):
    done = subprocess.run(['opencc', '-c', 's2twp.json'], input=SEPARATOR.join(texts), capture_output=True, check=True, text=True).stdout
    converted = done.split(SEPARATOR)
    if len(converted) != len(texts):
        sys.exit('traditional.py: OpenCC gave back another number of texts')
    for pattern, replacement in phrases:
        converted = [re.sub(pattern, replacement, text) for text in converted]
    return converted


def main():
    source, phrases_path, target = sys.argv[1:]
    with open(phrases_path, encoding='utf-8') as file:
        phrases = [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]

    entries = [split(block) for block in blocks(source)]
    texts = convert([text for _, strings in entries for _, text in strings], phrases)
    with open(target, 'w', encoding='utf-8') as file:
        for head, strings in entries:
            file.write('\n'.join(head) + '\n')
            for keyword, _ in strings:
                file.write(f'{keyword} {quote(texts.pop(0))}\n')
            file.write('\n')


main()
