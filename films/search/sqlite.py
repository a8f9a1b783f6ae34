"""Search in SQLite: two FTS5 tables that triggers keep in step with the entries.

The `ascii` tokenizer takes every letter outside ASCII as it stands, so that words are those that
`films.search.terms` made. A migration that rebuilds the table of entries loses its triggers and
has to run INSTALL again.
"""

from collections.abc import Sequence
from typing import Any

from films.models.search import EntryKind
from films.search.expression import Expression
from films.search.terms import KIND

_TERMS = {
    "table": "films_searchterms",
    "column": "terms",
    "options": """tokenize = "ascii tokenchars '=@+~'", prefix = '2 3', detail = none""",
}
_NAMES = {"table": "films_searchnames", "column": "squashed", "options": "tokenize = trigram"}

_ADD = "INSERT INTO {table} (rowid, {column}) VALUES (new.id, new.{column});"
_REMOVE = "INSERT INTO {table} ({table}, rowid, {column}) VALUES ('delete', old.id, old.{column});"
_INSTALL = (
    """CREATE VIRTUAL TABLE {table} USING fts5 (
        {column}, content = 'films_searchentry', content_rowid = 'id', columnsize = 0, {options}
    )""",
    f"CREATE TRIGGER {{table}}_added AFTER INSERT ON films_searchentry BEGIN {_ADD} END",
    f"CREATE TRIGGER {{table}}_removed AFTER DELETE ON films_searchentry BEGIN {_REMOVE} END",
    f"""CREATE TRIGGER {{table}}_changed AFTER UPDATE ON films_searchentry
        WHEN old.{{column}} IS NOT new.{{column}} BEGIN {_REMOVE} {_ADD} END""",
    "INSERT INTO {table} ({table}) VALUES ('rebuild')",
)
_UNINSTALL = (
    "DROP TRIGGER {table}_added",
    "DROP TRIGGER {table}_removed",
    "DROP TRIGGER {table}_changed",
    "DROP TABLE {table}",
)

INSTALL = tuple(statement.format(**index) for index in (_TERMS, _NAMES) for statement in _INSTALL)
UNINSTALL = tuple(statement.format(**index) for index in (_TERMS, _NAMES) for statement in _UNINSTALL)

_MATCHING = "SELECT rowid AS id FROM films_searchterms WHERE films_searchterms MATCH %s LIMIT %s"
_OF_KIND = "SELECT id, %s AS kind FROM ({rows})"
CONTAINING = "SELECT rowid AS id FROM films_searchnames WHERE films_searchnames MATCH %s LIMIT %s"
POSITION = "instr"
BEGINNING = "SELECT word, count FROM films_searchword WHERE word GLOB %s ORDER BY word LIMIT %s"
ORDER = "word"


def matching(expression: Expression, kind: EntryKind, most: int) -> tuple[str, list[Any]]:
    """Return the query with what FTS5 is asked: `("=film") AND ("frozen") AND ("lake" OR "~lake")`."""
    own = (expression.own,) if expression.own else ()
    clauses = ((KIND + kind,), *own, *expression.clauses)
    return _MATCHING, [" AND ".join(f"({' OR '.join(map(_quoted, clause))})" for clause in clauses), most]


def telling(expression: Expression, kinds: Sequence[EntryKind], most: int) -> tuple[str, list[Any]]:
    """Return a query that asks kind by kind: FTS5 stops when it has enough of one."""
    found = [(kind, *matching(expression, kind, most)) for kind in kinds]
    sql = " UNION ALL ".join(_OF_KIND.format(rows=rows) for _, rows, _ in found)
    return sql, [param for kind, _, params in found for param in (kind.value, *params)]


def part(squashed: str) -> str:
    return _quoted(squashed)


def begun(word: str) -> str:
    return f"{word}*"


def _quoted(text: str) -> str:
    return f'"{text}"'
