#!/usr/bin/env python3
#
# Copyright 2026 The Wheelhouse contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lays out the JSON of the catalogue: what fits stands on one line, all else a member a line.

format-catalogue.py [--check] FILE…
"""

import json
import sys

WIDTH = 130


def flat(value):
    if isinstance(value, dict):
        return '{ ' + ', '.join(f'{flat(key)}: {flat(member)}' for key, member in value.items()) + ' }' if value else '{}'
    if isinstance(value, list):
        return '[' + ', '.join(map(flat, value)) + ']'
    return json.dumps(value, ensure_ascii=False)


def laid_out(value, before, room, depth):
    """The lines of a value that begins after `before` columns and has `room` columns after it."""
    line = flat(value)
    if depth > 1 and before + len(line) + room <= WIDTH or not value or not isinstance(value, (dict, list)):
        return line

    inner = '  ' * (depth + 1)
    if isinstance(value, dict):
        members = [(f'{flat(key)}: ', member) for key, member in value.items()]
    else:
        members = [('', member) for member in value]
    lines = [inner + name + laid_out(member, len(inner + name), 1, depth + 1) for name, member in members]

    opening, closing = '{}' if isinstance(value, dict) else '[]'
    return opening + '\n' + ',\n'.join(lines) + '\n' + '  ' * depth + closing


def once(pairs):
    """No member is lost by being there twice: that is for the compiler to tell."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError('a member stands twice in an object')
    return members


def main():
    check = sys.argv[1:2] == ['--check']
    wrong = 0

    for name in sys.argv[2 if check else 1:]:
        with open(name, encoding='utf-8') as file:
            text = file.read()
        better = laid_out(json.loads(text, object_pairs_hook=once), 0, 0, 0) + '\n'
        if better == text:
            continue
        wrong += 1
        if check:
            print(f'{name} is not laid out as “./dev format” would', file=sys.stderr)
        else:
            with open(name, 'w', encoding='utf-8') as file:
                file.write(better)

    return 1 if check and wrong else 0


sys.exit(main())
