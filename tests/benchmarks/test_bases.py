"""Generated bases: made once, on SQLite and on the server that is named, with the same films."""

import random
import sqlite3
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection
from psycopg.sql import SQL, Identifier

from benchmarks import bases
from benchmarks.bases import made_bases, path_of
from benchmarks.generated_words import made_words

FILMS = 20
TITLES = "SELECT title, year FROM films_film ORDER BY id"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of texts, beside which the bases are made."""
    monkeypatch.setattr(bases, "FOLDER", tmp_path / "bases")
    words = made_words(random.Random(1), 3_000)  # noqa: S311 -- the same words every time
    (tmp_path / "words.txt").write_text(" ".join(words))
    return tmp_path


@pytest.fixture
def server():
    """The PostgreSQL server that the tests run on, "" where they run on SQLite."""
    if connection.vendor != "postgresql":
        yield ""
        return
    given = connection.settings_dict
    user, password = quote(given["USER"]), quote(given["PASSWORD"] or "")
    server = f"postgres://{user}:{password}@{given['HOST']}:{given['PORT'] or 5432}/postgres"
    yield server
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(f"filmkb_bench_{FILMS}")))


def test_bases_are_filled_once_and_with_the_same_films(folder, server):
    made = made_bases([FILMS], folder, server)
    assert list(made) == ["SQLite", *(["PostgreSQL"] if server else [])]
    path = path_of(made["SQLite"][FILMS])
    with sqlite3.connect(path) as file:
        films = file.execute(TITLES).fetchall()
    assert len(films) == FILMS
    if server:
        with psycopg.connect(made["PostgreSQL"][FILMS]) as there:
            assert there.execute(TITLES).fetchall() == films
    written_at = path.stat().st_mtime_ns
    assert made_bases([FILMS], folder, server) == made
    assert path.stat().st_mtime_ns == written_at
