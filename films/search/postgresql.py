"""Search in PostgreSQL: a full-text index over the entries' words, a trigram index over their names.

The words become lexemes as they stand: no dictionary or parser of the server's changes them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from films.models.search import EntryKind
from films.search.expression import Expression

_LEXEMES = "array_to_tsvector(string_to_array(btrim(terms), ' '))"

# An index finds all places of the words before the first row is read. So each kind has its own, and those
# with many words have several, one from each of these ids on: of common words the first ones tell
# enough, and the others are not asked.
_FIRST_IDS = dict.fromkeys((EntryKind.FILM, EntryKind.PERSON, EntryKind.EVENT), (0, 2**18, 2**20))


def _stretches(kind: EntryKind) -> Iterator[str]:
    """Yield the conditions of the kind's indexes."""
    firsts = _FIRST_IDS.get(kind, (0,))
    for first, end in zip(firsts, (*firsts[1:], None), strict=True):
        bounds = (f" AND id >= {first}" if first else "", f" AND id < {end}" if end else "")
        yield f"kind = '{kind}'{''.join(bounds)}"


_TERMS = {
    f"films_searchterms_{kind}_{number}": f"films_searchentry USING gin ({_LEXEMES}) WHERE {stretch}"
    for kind in EntryKind
    for number, stretch in enumerate(_stretches(kind), 1)
}
INSTALL_TERMS = tuple(f"CREATE INDEX IF NOT EXISTS {name} ON {index}" for name, index in _TERMS.items())
UNINSTALL_TERMS = tuple(f"DROP INDEX {name}" for name in _TERMS)
INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    *INSTALL_TERMS,
    "CREATE INDEX films_searchentry_names ON films_searchentry USING gin (squashed gin_trgm_ops)",
)
UNINSTALL = ("DROP INDEX films_searchentry_names", *UNINSTALL_TERMS)

# The planner is not told the words: what it makes of how frequent they are leads it away from the index.
_MEETING = f"{_LEXEMES} @@ (SELECT %s::tsquery)"
_FOUND = f"SELECT {{columns}} FROM films_searchentry e WHERE {{stretch}} AND {_MEETING} AND {{own}}"  # noqa: S608 (our own)
_IS_ANY = "EXISTS (SELECT 1 FROM {table})"  # which is asked once, before the rest
_HAS, _HAS_NOT = "strpos(terms, %s) > 0", "strpos(terms, %s) = 0"
CONTAINING = "SELECT id FROM films_searchentry WHERE squashed LIKE %s LIMIT %s"
POSITION = "strpos"
BESIDE = "strpos(e.terms, %s) > 0"
_TOLD = f"id, kind, object_id, film_id, weight, {BESIDE} AS is_beside"
# In the order of the index that such words are looked up in.
BEGINNING = "SELECT word, count FROM films_searchword WHERE word LIKE %s ORDER BY word USING ~<~ LIMIT %s"
ORDER = 'word COLLATE "C"'
MOST_NAMED, MOST_TOLD = 400, 100  # the first that are found
SORTS_WHAT_IS_JOINED = False


def matching(
    expression: Expression, kind: EntryKind, most: int, *, only_if: str = ""
) -> tuple[str, list[Any]]:
    """Return the query with its tsquery: `('frozen') & ('lake' | '~lake')`."""
    own = _IS_ANY.format(table=only_if) if only_if else "TRUE"
    found = [_FOUND.format(columns="id", stretch=stretch, own=own) for stretch in _stretches(kind)]
    query = _query(expression.clauses_for(kind))
    return f"{' UNION ALL '.join(found)} LIMIT %s", [*[query] * len(found), most]


def telling(
    expression: Expression, kinds: Sequence[EntryKind], meant: Sequence[str], most: int
) -> tuple[str, list[Any]]:
    """Return a query that asks kind by kind, and reads no further when it has enough of one.

    The index would read the places of `own` terms twice: rows are asked for these.
    """
    sql: list[str] = []
    params: list[Any] = []
    for kind in kinds:
        query = _query(expression.clauses_for(kind))
        own, asked = _own(expression) if expression.asks_for_own(kind) else ("TRUE", [])
        found = [_FOUND.format(columns=_TOLD, stretch=stretch, own=own) for stretch in _stretches(kind)]
        sql.append(f"({' UNION ALL '.join(found)} LIMIT %s)")
        params += [*[*beside(meant), query, *asked] * len(found), most]
    return " UNION ALL ".join(sql), params


def _own(expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a row has one of the terms as its own, with its parameters."""
    own, around = expression.own, expression.fewest_around
    no_around = " AND ".join([_HAS_NOT] * len(around))
    condition = f"({no_around} OR {' OR '.join([_HAS] * len(own))})"
    return condition, [f" {term} " for term in (*around, *own)]


def beside(words: Sequence[str]) -> list[str]:
    return [f" {' '.join(words)}"]


def part(squashed: str) -> str:
    return f"%{squashed}%"


def begun(word: str) -> str:
    return f"{word}%"


def _query(clauses: Iterable[Sequence[str]]) -> str:
    return " & ".join(f"({' | '.join(map(_term, clause))})" for clause in clauses)


def _term(term: str) -> str:
    return f"'{term}'"
