"""Puts a guide into a database, as an import would: a collection of its own, which no new bundle takes away.

    journal: the guide
      journal.work       chapter: At work
        journal.daily      section: Every day
          journal.log        group: The log, to be mastered
            journal.write      Write it down, with code
            journal.read       Read it again
            journal.fastapi    FastAPI, which is the library
          journal.walk       Go for a walk
      journal.rest       a topic by itself: Rest

Beside journal.daily a strategy and a doubtful claim, and a principle of the whole guide.
"""

import sqlite3

COLLECTION = 2
FIRST_ID = COLLECTION << 32
SOURCE = 'journal-source'

# key, title, note, the key of what is above, library, emphasis
NODES = [
    ('journal.work', 'At work', None, None, None, None),
    ('journal.daily', 'Every day', None, 'journal.work', None, None),
    ('journal.log', 'The log', None, 'journal.daily', None, 'master'),
    ('journal.write', 'Write it down', 'A line is enough', 'journal.log', None, None),
    ('journal.read', 'Read it again', None, 'journal.log', None, None),
    ('journal.fastapi', 'FastAPI by heart', None, 'journal.log', 'fastapi', None),
    ('journal.walk', 'Go for a walk', None, 'journal.daily', None, None),
    ('journal.rest', 'Rest', None, None, None, None),
]
TOPICS = ['journal.write', 'journal.read', 'journal.fastapi', 'journal.walk', 'journal.rest']


class _Writer:
    def __init__(self, database):
        self.database = database
        self.id = FIRST_ID

    def next_id(self):
        self.id += 1
        return self.id

    def text(self, text):
        if text is None:
            return None
        number = self.next_id()
        self.database.execute("INSERT INTO text VALUES (?, 'en', ?, ?)", (number, text, COLLECTION))
        return number

    def add(self, table, **values):
        values = {'id': self.next_id(), 'collection': COLLECTION, 'place': self.id - FIRST_ID} | values
        names = ', '.join(values)
        self.database.execute(f'INSERT INTO {table} ({names}) VALUES ({", ".join("?" * len(values))})',
                              list(values.values()))
        return values['id']


def add_guide(path, topic_title='Write it down'):
    """Add the guide to the database at PATH; or, with another title for one of its topics, anew."""
    database = sqlite3.connect(path)
    writer = _Writer(database)
    for table in ('example', 'strategy_item', 'strategy', 'advice', 'guide_node', 'guide', 'source', 'text'):
        database.execute(f'DELETE FROM {table} WHERE collection = ?', (COLLECTION,))
    database.execute("INSERT OR REPLACE INTO collection VALUES (?, 'journal', '1')", (COLLECTION,))
    writer.add('source', key=SOURCE, title_text=writer.text('The journal'), language='en')
    guide = writer.add('guide', key='journal', title_text=writer.text('Keeping a journal'),
                       summary_text=writer.text('How to remember what was done'), source=SOURCE)
    nodes = {}
    for key, title, note, above, library, emphasis in NODES:
        title = topic_title if key == 'journal.write' else title
        found = database.execute('SELECT id FROM library WHERE key = ?', (library,)).fetchone()
        nodes[key] = writer.add('guide_node', guide_id=guide, parent_id=nodes.get(above), key=key,
                                title_text=writer.text(title), note_text=writer.text(note),
                                library_id=found[0] if found else None, emphasis=emphasis)
    writer.add('example', node_id=nodes['journal.write'], title_text=writer.text('A line a day'), language='python',
               code='with open("journal.txt", "a") as file:\n    file.write("today\\n")\n', source=SOURCE)
    strategy = writer.add('strategy', key='journal-means', title_text=writer.text('With what'), connector='>',
                          topic='journal.daily', source=SOURCE)
    for text in ('pencil', 'keyboard'):
        writer.add('strategy_item', strategy_id=strategy, text=writer.text(text))
    writer.add('advice', key='journal-claim', text=writer.text('Pencils are faster'), kind='claim',
               topic='journal.daily', flag='doubtful', flag_text=writer.text('Some type faster'),
               flag_checked_text=writer.text('not checked'), source=SOURCE)
    writer.add('advice', key='journal-whole', text=writer.text('Every day a little'), kind='principle', source=SOURCE)
    database.commit()
    database.close()
