"""Search in SQLite: FTS5 tables that triggers keep in step with the entries.

Each kind of entry has a table of words of its own, so that asking for one kind reads the places of a
word among its entries alone. Their rows are numbered by weight and then by id: FTS5 gives rows in that
order, and whoever takes the first ones takes those that weigh most. They hold no text, only places.

The `ascii` tokenizer takes every letter outside ASCII as it stands, so that words are those that
`films.search.terms` made. A migration that rebuilds the table of entries loses its triggers and
has to run INSTALL again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from films.models.search import EntryKind
from films.search.expression import Expression

# Weights are told apart by how many binary digits they have, up to so many.
MOST_DIGITS = 12
_ID_BITS = 40
_ID = f"rowid & {(1 << _ID_BITS) - 1}"
_DIGITS = " + ".join(f"({{row}}weight >= {1 << digit})" for digit in range(MOST_DIGITS))
_PLACE = f"((({MOST_DIGITS} - ({_DIGITS})) << {_ID_BITS}) | {{row}}id)"

_TERMS: Mapping[str, str] = {
    "column": "terms",
    "options": """content = '', tokenize = "ascii tokenchars '=@+~'", detail = none""",
    "row": _PLACE.format(row=""),
    "old_row": _PLACE.format(row="old."),
    "new_row": _PLACE.format(row="new."),
}
_NAMES: Mapping[str, str] = {
    "table": "films_searchnames",
    "column": "squashed",
    "options": "content = 'films_searchentry', content_rowid = 'id', tokenize = trigram",
    "old_row": "old.id",
    "new_row": "new.id",
    "old_is_meant": "TRUE",
    "new_is_meant": "TRUE",
}

_ADD = "INSERT INTO {table} (rowid, {column}) VALUES ({new_row}, new.{column});"
_REMOVE = "INSERT INTO {table} ({table}, rowid, {column}) VALUES ('delete', {old_row}, old.{column});"
_CREATE = "CREATE VIRTUAL TABLE {table} USING fts5 ({column}, columnsize = 0, {options})"
_TRIGGERS = (
    f"""CREATE TRIGGER {{table}}_added AFTER INSERT ON films_searchentry
        WHEN {{new_is_meant}} BEGIN {_ADD} END""",
    f"""CREATE TRIGGER {{table}}_removed AFTER DELETE ON films_searchentry
        WHEN {{old_is_meant}} BEGIN {_REMOVE} END""",
    f"""CREATE TRIGGER {{table}}_changed AFTER UPDATE ON films_searchentry
        WHEN {{new_is_meant}} AND (old.{{column}} IS NOT new.{{column}} OR {{old_row}} <> {{new_row}})
        BEGIN {_REMOVE} {_ADD} END""",
)
# Rows have to come in their order: FTS5 writes out what it has whenever one comes before the last.
_FILL = """
    INSERT INTO {table} (rowid, {column})
    SELECT placed.place, entry.{column}
    FROM (SELECT {row} AS place, id FROM films_searchentry WHERE kind = '{kind}' ORDER BY 1) AS placed
    CROSS JOIN films_searchentry entry ON entry.id = placed.id
"""
_MERGE = "INSERT INTO {table} ({table}) VALUES ('optimize')"
_REBUILD = "INSERT INTO {table} ({table}) VALUES ('rebuild')"
_UNINSTALL = (
    "DROP TRIGGER IF EXISTS {table}_added",
    "DROP TRIGGER IF EXISTS {table}_removed",
    "DROP TRIGGER IF EXISTS {table}_changed",
    "DROP TABLE IF EXISTS {table}",
)


def _table(kind: EntryKind) -> str:
    return f"films_searchterms_{kind}"


def _of_terms(*statements: str) -> Iterator[str]:
    for kind in EntryKind:
        meant = {"old_is_meant": f"old.kind = '{kind}'", "new_is_meant": f"new.kind = '{kind}'"}
        for statement in statements:
            yield statement.format(table=_table(kind), kind=kind, **_TERMS, **meant)


INSTALL_TERMS = tuple(_of_terms(_CREATE, *_TRIGGERS, _FILL, _MERGE))
UNINSTALL_TERMS = tuple(_of_terms(*_UNINSTALL))
INSTALL = (*INSTALL_TERMS, *(statement.format(**_NAMES) for statement in (_CREATE, *_TRIGGERS, _REBUILD)))
UNINSTALL = (*UNINSTALL_TERMS, *(statement.format(**_NAMES) for statement in _UNINSTALL))

_MATCHING = f"SELECT {_ID} AS id FROM {{table}} WHERE {{table}} MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608 (our own names)
# FTS5 gives them in that order by itself; to ask for it here would sort all that match.
_MATCHING_IF = f"""
    SELECT {{table}}.{_ID} AS id FROM (SELECT 1 FROM {{other}} LIMIT 1) AS given
    CROSS JOIN {{table}} WHERE {{table}} MATCH %s LIMIT %s
"""  # noqa: S608 (our own names)
MOST_NAMED, MOST_TOLD = 100, 30  # those that weigh most
SORTS_WHAT_IS_JOINED = True
CONTAINING = "SELECT rowid AS id FROM films_searchnames WHERE films_searchnames MATCH %s LIMIT %s"
_HAS = "instr(e.terms, %s) > 0"
POSITION = "instr"
# GLOB looks for a letter much faster than instr does, but not for a space, of which there are too many.
# CASE, since AND would work out both.
BESIDE = "CASE WHEN e.terms GLOB %s THEN instr(e.terms, %s) > 0 ELSE FALSE END"
# To ask for own words takes as long again, and hardly an entry has none. So the rows are asked, and the
# index only where they are as many as were wanted and some of them fall out.
_WITH_OWN = """
    WITH met AS MATERIALIZED ({met}),
    kept AS MATERIALIZED (
        SELECT met.id FROM met CROSS JOIN films_searchentry e ON e.id = met.id WHERE NOT ({around}) OR {own}
    )
    SELECT id FROM kept UNION SELECT id FROM (
        SELECT {table}.{id} AS id FROM (
            SELECT 1 WHERE (SELECT COUNT(*) FROM met) = %s AND (SELECT COUNT(*) FROM kept) < %s
        ) AS few CROSS JOIN {table} WHERE {table} MATCH %s LIMIT %s
    )
"""
_TOLD = f"""
    SELECT e.id, e.kind, e.object_id, e.film_id, e.weight, {BESIDE} AS is_beside
    FROM ({{met}}) AS met CROSS JOIN films_searchentry e ON e.id = met.id
"""  # noqa: S608 (our own)
BEGINNING = "SELECT word, count FROM films_searchword WHERE word GLOB %s ORDER BY word LIMIT %s"
ORDER = "word"


def matching(
    expression: Expression, kind: EntryKind, most: int, *, only_if: str = ""
) -> tuple[str, list[Any]]:
    """Return the query with what FTS5 is asked: `("frozen") AND ("lake" OR "~lake")`."""
    sql = (_MATCHING_IF if only_if else _MATCHING).format(table=_table(kind), other=only_if)
    return sql, [_asked(expression.clauses_for(kind)), most]


def telling(
    expression: Expression, kinds: Sequence[EntryKind], meant: Sequence[str], most: int
) -> tuple[str, list[Any]]:
    """Return a query that asks kind by kind: FTS5 stops when it has enough of one."""
    found = [_telling(expression, kind, most) for kind in kinds]
    met = " UNION ALL ".join(f"SELECT id FROM ({rows})" for rows, _ in found)  # noqa: S608 (our own)
    return _TOLD.format(met=met), [*beside(meant), *(param for _, params in found for param in params)]


def _telling(expression: Expression, kind: EntryKind, most: int) -> tuple[str, list[Any]]:
    met, params = matching(expression, kind, most)
    if not expression.asks_for_own(kind):
        return met, params
    own, around = expression.own, expression.fewest_around
    sql = _WITH_OWN.format(
        id=_ID,
        table=_table(kind),
        met=met,
        around=" OR ".join([_HAS] * len(around)),
        own=" OR ".join([_HAS] * len(own)),
    )
    words = [f" {term} " for term in (*around, *own)]
    return sql, [*params, *words, most, most, _asked((own, *expression.clauses_for(kind))), most]


def _asked(clauses: Iterable[Sequence[str]]) -> str:
    return " AND ".join(f"({' OR '.join(map(_quoted, clause))})" for clause in clauses)


def beside(words: Sequence[str]) -> list[str]:
    """Return the pattern, and the same where a word begins."""
    return [f"*{' '.join(words)}*", f" {' '.join(words)}"]


def part(squashed: str) -> str:
    return _quoted(squashed)


def begun(word: str) -> str:
    return f"{word}*"


def _quoted(text: str) -> str:
    return f'"{text}"'
