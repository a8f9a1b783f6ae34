"""Search in PostgreSQL: a full-text index over the entries' words, a trigram index over their names.

The words become lexemes as they stand: no dictionary or parser of the server's changes them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from films.models.search import EntryKind
from films.search.expression import Expression
from films.search.terms import KIND

_LEXEMES = "array_to_tsvector(string_to_array(btrim(terms), ' '))"

INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX films_searchentry_terms ON films_searchentry USING gin ({_LEXEMES})",
    "CREATE INDEX films_searchentry_names ON films_searchentry USING gin (squashed gin_trgm_ops)",
)
UNINSTALL = (
    "DROP INDEX films_searchentry_names",
    "DROP INDEX films_searchentry_terms",
)

# The planner is not told the words: what it makes of how frequent they are leads it away from the index.
_MEETING = f"{_LEXEMES} @@ (SELECT %s::tsquery)"
_MATCHING = f"SELECT id FROM films_searchentry WHERE {_MEETING} LIMIT %s"  # noqa: S608 (our own names)
_TELLING = f"""
    SELECT id, kind FROM (
        SELECT id, kind, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY id) AS place
        FROM (SELECT id, kind FROM films_searchentry WHERE {_MEETING} AND {{own}} LIMIT %s) AS found
    ) AS numbered
    WHERE place <= %s
"""  # noqa: S608 (our own names)
_HAS, _HAS_NOT = "strpos(terms, %s) > 0", "strpos(terms, %s) = 0"
MOST_READ = 2_000  # rows; fewer tell most words that are asked for together
CONTAINING = "SELECT id FROM films_searchentry WHERE squashed LIKE %s LIMIT %s"
POSITION = "strpos"
# In the order of the index that such words are looked up in.
BEGINNING = "SELECT word, count FROM films_searchword WHERE word LIKE %s ORDER BY word USING ~<~ LIMIT %s"
ORDER = 'word COLLATE "C"'


def matching(expression: Expression, kind: EntryKind, most: int) -> tuple[str, list[Any]]:
    """Return the query with its tsquery: `('=film') & ('frozen') & ('lake' | '~lake')`."""
    return _MATCHING, [_query(((KIND + kind,), *expression.clauses)), most]


def telling(expression: Expression, kinds: Sequence[EntryKind], most: int) -> tuple[str, list[Any]]:
    """Return a query that asks for all kinds at once.

    The index finds all places of the words before the first row is read, and would do so for each kind.
    It would read the places of `own` terms twice: rows are asked for these.
    """
    of_kinds = (tuple(KIND + kind for kind in kinds),) if len(kinds) < len(EntryKind) else ()
    clauses = (*of_kinds, *expression.clauses)
    own = "TRUE"
    if expression.own:
        no_around = " AND ".join([_HAS_NOT] * len(expression.around))
        own = f"({no_around} OR {' OR '.join([_HAS] * len(expression.own))})"
    asked = (f" {term} " for term in (*expression.around, *expression.own))
    params = (_query(clauses), *asked, MOST_READ, most)
    return _TELLING.format(own=own), list(params)


def part(squashed: str) -> str:
    return f"%{squashed}%"


def begun(word: str) -> str:
    return f"{word}%"


def _query(clauses: Iterable[Sequence[str]]) -> str:
    return " & ".join(f"({' | '.join(map(_term, clause))})" for clause in clauses)


def _term(term: str) -> str:
    return f"'{term}'"
