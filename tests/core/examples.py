"""examples.py CATALOGUE: every Python example of the compiled catalogue.

Each compiles without a warning and imports nothing but the standard library and libraries that the catalogue knows; one
that stands on a library imports that library. One that needs the standard library alone is run: it must end by itself,
within the limit, with nothing on stderr.
"""

import ast
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import warnings

# An example that does not end fails then; none is meant to come near.
LIMIT_SECONDS = 60

EXAMPLES = """
    SELECT l.key, n.key, e.side, t.text, e.code
    FROM example AS e
    JOIN text AS t ON t.id = e.title_text AND t.language = 'en'
    LEFT JOIN library AS l ON l.id = e.library_id
    LEFT JOIN guide_node AS n ON n.id = e.node_id
    WHERE e.language = 'python' ORDER BY e.id"""

# Nobody imports a service, a standard, a collection of code or a tool.
LIBRARIES = """
    SELECT l.key, i.module
    FROM library AS l
    JOIN contribution AS c ON c.library_id = l.id
    LEFT JOIN import_name AS i ON i.library_id = l.id
    WHERE i.module NOTNULL OR c.kind IN ('library', 'stdlib')"""


def read_modules(catalogue):
    """The top-level modules of every library that can be imported."""
    modules = {}
    for key, module in catalogue.execute(LIBRARIES):
        name = module or key.replace('-', '_')
        modules.setdefault(key, set()).add(name.partition('.')[0])
    return modules


def imported(tree):
    """The top-level modules that the code imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition('.')[0]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, 'an example lies in no package'
            yield node.module.partition('.')[0]


def run(code):
    with tempfile.TemporaryDirectory(prefix='wheelhouse-example-') as folder:
        done = subprocess.run([sys.executable, '-I', '-W', 'error', '-c', code], cwd=folder, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=LIMIT_SECONDS)
    assert done.returncode == 0 and done.stderr == '', f'exit status {done.returncode}\n{done.stderr}'


def check(library, code, modules):
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        compile(code, 'example', 'exec')

    names = set(imported(ast.parse(code)))
    unknown = names - sys.stdlib_module_names - set().union(*modules.values())
    assert not unknown, f'imports what neither Python nor the catalogue has: {", ".join(sorted(unknown))}'
    assert library is None or names & modules.get(library, set()), f'does not import {library}'

    if names <= sys.stdlib_module_names:
        run(code)


def main():
    catalogue = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro&immutable=1', uri=True)
    modules = read_modules(catalogue)
    examples = catalogue.execute(EXAMPLES).fetchall()
    failed = 0

    assert examples, 'the catalogue has no example'
    print(f'1..{len(examples)}')
    for number, (library, topic, side, title, code) in enumerate(examples, 1):
        name = f'{number} - {library or topic}{" " + side if side else ""}: {title}'.replace('#', '')
        try:
            check(library, code, modules)
            print('ok', name, flush=True)
        except Exception:  # whatever it was, it is this example's failure
            failed += 1
            print('not ok', name, flush=True)
            # To stderr, which Meson shows of a test that failed.
            print('not ok', name, traceback.format_exc(), sep='\n', file=sys.stderr, flush=True)
    sys.exit(1 if failed else 0)


main()
