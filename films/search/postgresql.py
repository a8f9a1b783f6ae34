"""Search in PostgreSQL: a full-text index over the entries' words, a trigram index over their names.

The words become lexemes as they stand: no dictionary or parser of the server's changes them.
"""

from films.search.expression import Expression, Term

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

MATCHING = f"SELECT id FROM films_searchentry WHERE {_LEXEMES} @@ %s::tsquery LIMIT %s"  # noqa: S608 (our own names)
CONTAINING = "SELECT id FROM films_searchentry WHERE squashed LIKE %s LIMIT %s"
POSITION = "strpos"


def render(expression: Expression) -> str:
    """Return the expression in the syntax of a tsquery: `('frozen') & ('lake':* | '~lake')`."""
    return " & ".join(f"({' | '.join(map(_term, clause))})" for clause in expression.clauses)


def render_part(squashed: str) -> str:
    """Return what finds names that contain `squashed`, which is all letters and digits."""
    return f"%{squashed}%"


def _term(term: Term) -> str:
    return f"'{term.text}'{':*' if term.is_prefix else ''}"
