"""What is dumped against the compiled catalogue: every row of every table, in every language.

A row belongs to an entry, which the foreign keys lead to, and the dump has what the file says of that entry: each of
the row's values must stand in it, as often as rows say it. So a column that is added and not dumped is found.
"""

import collections
import json
import sqlite3
import sys

from command_line import main, test

CATALOGUE = sys.argv[1]

# The member of the dump that a table's entries stand in, and by which member of theirs they are found.
MEMBERS = {
    'source': ('sources', 'key'),
    'category': ('categories', 'key'),
    'criteria_set': ('criteria_sets', 'key'),
    'measure': ('measures', 'key'),
    'library': ('libraries', 'key'),
    'role': ('roles', 'key'),
    'learning_order': ('orders', 'key'),
    'ranking': ('rankings', 'key'),
    'comparison': ('comparisons', 'key'),
    'counterpart': ('counterparts', 'domain'),
    'tier': ('tiers', 'key'),
    'pick': ('picks', 'key'),
    'strategy': ('strategies', 'key'),
    'advice': ('advice', 'key'),
    'guide': ('guides', 'guide'),
    'word': ('words', 'key'),
}

# Whose key stands in the row instead of whose id.
PARENT_KEYS = {'source_section': ('source', 'source'), 'role_alias': ('role', 'role'), 'priority_slot': ('role', 'role'),
               'renamed_key': ('library', 'new_key'), 'source_document': ('source', 'source')}

# What orders and numbers the rows; the dump has it as the order of its lists.
UNSAID = {'id', 'collection', 'place'}

# And what it has as the name of a list.
SAID_BY_NAME = {('counterpart_library', 'side')}


def list_tables(connection):
    tables = {}
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"):
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info ({name})')]
        parents = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list ({name})')}
        if name == 'library' or 'collection' in parents and name != 'text':
            tables[name] = (columns, parents)
    return tables


def count_values(node, counter):
    """Every string and number of a JSON document, however deep; numbers as text."""
    if isinstance(node, dict):
        for value in node.values():
            count_values(value, counter)
    elif isinstance(node, list):
        for value in node:
            count_values(value, counter)
    elif isinstance(node, bool):
        counter[str(int(node))] += 1
    elif node is not None:
        counter[str(node) if isinstance(node, str) else f'{node:g}'] += 1


class Catalogue:
    def __init__(self, language):
        self.connection = sqlite3.connect(f'file:{CATALOGUE}?mode=ro', uri=True)
        self.connection.row_factory = sqlite3.Row
        self.tables = list_tables(self.connection)
        self.rows = {name: self.read(name, 'id' in columns) for name, (columns, _) in self.tables.items()}
        self.texts = dict(self.connection.execute('SELECT id, text FROM text WHERE language = ?', [language]))
        self.libraries = {row['id']: row['key'] for row in self.rows['library']}

    def read(self, table, ordered):
        return list(self.connection.execute(f'SELECT * FROM {table}' + (' ORDER BY id' if ordered else '')))

    def find(self, table, number):
        return next(row for row in self.rows[table] if row['id'] == number)

    def entry_of(self, table, row):
        """(table, key) of the entry that a row stands in: up through what it belongs to, to a library only at last."""
        if table in MEMBERS:
            return table, row['key']
        if table in PARENT_KEYS:
            parent, column = PARENT_KEYS[table]
            return parent, row[column]
        parents = self.tables[table][1]
        for column in sorted(parents, key=lambda column: parents[column] == 'library'):
            if parents[column] != 'collection' and column not in ('standing_by_id', 'other_id') and row[column] is not None:
                return self.entry_of(parents[column], self.find(parents[column], row[column]))
        raise AssertionError(f'{table} belongs to nothing')

    def values_of(self, table, row, entry):
        """(column, value) as the dump must have them; what leads to the entry it need not."""
        columns, parents = self.tables[table]
        for column in columns:
            value = row[column]
            if value is None or column in UNSAID or (table, column) in SAID_BY_NAME:
                continue
            if column == PARENT_KEYS.get(table, (None, None))[1] or column == 'library_id' and entry[0] == 'library':
                continue
            if parents.get(column) == 'library':
                yield column, self.libraries[value]
            elif column in parents:
                continue
            elif column == 'text' or column.endswith('_text'):
                yield column, self.texts[value]
            elif column == 'stars':
                yield column, f'{value / 2:g}'
            else:
                yield column, value if isinstance(value, str) else f'{value:g}'


def collect_entries(dump):
    entries = collections.defaultdict(collections.Counter)
    for table, (member, key) in MEMBERS.items():
        for entry in dump[member]:
            count_values(entry, entries[table, entry[key]])
    return entries


def find_missing(language, dump):
    catalogue = Catalogue(language)
    there = collect_entries(dump)
    missing = []
    wanted = collections.defaultdict(collections.Counter)
    for table, rows in catalogue.rows.items():
        for row in rows:
            entry = catalogue.entry_of(table, row)
            for column, value in catalogue.values_of(table, row, entry):
                wanted[entry][value] += 1
                if wanted[entry][value] > there[entry][value]:
                    missing.append(f'{"/".join(entry)}: {table}.{column}: {value}')
    return missing


def assert_whole(home, language):
    missing = find_missing(language, json.loads(home.done('dump', '--locale', language).text))
    assert not missing, f'{len(missing)} missing: ' + '\n'.join(missing[:40])


@test
def the_dump_is_whole_in_english(home):
    assert_whole(home, 'en')


@test
def the_dump_is_whole_in_chinese(home):
    assert_whole(home, 'zh_CN')


@test
def the_dump_is_whole_in_the_chinese_of_taiwan(home):
    assert_whole(home, 'zh_TW')


@test
def the_dump_tells_a_lack(home):
    """The test itself: what is taken out of a dump is missed."""
    dump = json.loads(home.done('dump').text)
    for member, entries in dump.items():
        lacking = json.loads(json.dumps(dump))
        lacking[member] = entries[:-1]
        assert find_missing('en', lacking), member
    library = next(library for library in dump['libraries'] if library['key'] == 'fastapi')
    summary = library.pop('summary')
    assert find_missing('en', dump) == [f'library/fastapi: contribution.summary_text: {summary}']


main()
