"""A database gives rows in any order where none is asked for; what an import writes is the same."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from films.importing import import_documents
from films.importing.readers import Here
from films.reading import read_text
from tests.roads import database, empty_database, road

COUNT = 40  # films: directors and places are shared by several
FIRST_TABLE = re.compile(r'FROM "?films_(\w+)')
# What an import reads in no order of its own, on either database.
SHUFFLED = {
    *("blockingkey", "citation", "film", "mentionparticipant", "participation", "person", "place"),
    *("plotevent", "searchentry", "sourcedocument"),
}


def without_order(sql: str) -> bool:
    """Whether a query asks for rows in no order; what it asks of others within it does not count."""
    outermost, inner = sql, 1
    while inner:
        outermost, inner = re.subn(r"\([^()]*\)", "", outermost)
    return sql.startswith(("SELECT", "WITH")) and not re.search(r"\b(ORDER BY|FOR UPDATE)\b", outermost)


@contextmanager
def rows_in_any_order() -> Iterator[list[str]]:
    """Let the database shuffle rows wherever it may; the list grows by every query that was."""
    shuffled: list[str] = []

    def shuffle(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if without_order(sql):
            shuffled.append(sql)
            sql = f"SELECT * FROM ({sql}) AS unordered ORDER BY RANDOM()"  # noqa: S608 -- no value is in it
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(shuffle):
        yield shuffled


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_an_import_writes_the_same_rows_in_whatever_order_it_reads_others(monkeypatch):
    monkeypatch.setattr("films.importing.run.BATCH", 16)
    told_again = [
        read_text(f"again-{number}.txt", road(number).text.encode()) for number in range(0, COUNT, 3)
    ]
    documents = [*(road(number) for number in range(COUNT)), *told_again]
    import_documents(documents, reader=Here())
    expected = database()
    empty_database()
    with rows_in_any_order() as shuffled:
        import_documents(documents, reader=Here())
    assert {match[1] for sql in shuffled if (match := FIRST_TABLE.search(sql))} >= SHUFFLED
    assert database() == expected


@pytest.mark.parametrize(
    ("sql", "is_without"),
    [
        ("SELECT a FROM t", True),
        ("SELECT a FROM t ORDER BY a LIMIT 3", False),
        ("SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY lower(a)) FROM t", True),
        ("SELECT a FROM t WHERE b IN (SELECT b FROM u ORDER BY b) ORDER BY coalesce(a, 0)", False),
        ("SELECT a FROM t FOR UPDATE", False),
        ("UPDATE t SET a = 1", False),
    ],
)
def test_queries_without_an_order_are_known(sql, is_without):
    assert without_order(sql) is is_without
