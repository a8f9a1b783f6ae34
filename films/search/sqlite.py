"""Search in SQLite: two FTS5 tables that triggers keep in step with the entries.

The `ascii` tokenizer takes every letter outside ASCII as it stands, so that words are those that
`films.search.terms` made. A migration that rebuilds the table of entries loses its triggers and
has to run INSTALL again.
"""

from films.search.expression import Expression, Term

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

MATCHING = "SELECT rowid AS id FROM films_searchterms WHERE films_searchterms MATCH %s LIMIT %s"
CONTAINING = "SELECT rowid AS id FROM films_searchnames WHERE films_searchnames MATCH %s LIMIT %s"
POSITION = "instr"


def render(expression: Expression) -> str:
    """Return the expression in FTS5's syntax: `("frozen") AND ("lake"* OR "~lake")`."""
    return " AND ".join(f"({' OR '.join(map(_term, clause))})" for clause in expression.clauses)


def render_part(squashed: str) -> str:
    """Return what finds names that contain `squashed`, three letters or more."""
    return f'"{squashed}"'


def _term(term: Term) -> str:
    return f'"{term.text}"{"*" if term.is_prefix else ""}'
