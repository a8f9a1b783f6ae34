"""The migrations say what the models say."""

import re
import sqlite3
from contextlib import closing
from io import StringIO
from itertools import permutations
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from tests.frame.commands import manage, python

EARLIER = """
import filmkb.wsgi
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
executor.loader.replace_migrations = False
executor.loader.build_graph()
executor.migrate([("films", "0012_several_indexes_of_people")])
"""
ORDERED_OTHERWISE = ("_like", "film_newest_first")  # letter by letter; what has no value last


@pytest.mark.django_db
def test_no_model_change_lacks_a_migration():
    output = StringIO()
    call_command("makemigrations", "--dry-run", stdout=output)
    assert output.getvalue() == "No changes detected\n"


def indexes(model):
    """Return the indexes of all rows by name: columns with their directions, and whether they are unique."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, model._meta.db_table)
    of_few = {index.name for index in model._meta.indexes if index.condition}
    return {
        name: ([*zip(columns, index.get("orders") or ["ASC"] * len(columns), strict=True)], index["unique"])
        for name, index in found.items()
        if index["index"] or index["unique"] or index["primary_key"]
        if (columns := index["columns"]) and all(columns)  # others are of expressions
        if not name.endswith(ORDERED_OTHERWISE) and name not in of_few
    }


@pytest.mark.django_db
def test_no_index_is_the_beginning_of_another():
    models = apps.get_app_config("films").get_models(include_auto_created=True)
    found = {model._meta.db_table: indexes(model) for model in models}
    assert len(found["films_citation"]) == 8  # its key, its document, and the six kinds of rows it may be of
    doubled = [
        (table, name, longer)
        for table, its in found.items()
        for (name, (columns, is_unique)), (longer, (others, _)) in permutations(its.items(), 2)
        if not is_unique and others[: len(columns)] == columns
    ]
    assert doubled == []


def schema(path: Path) -> dict[str, list[str]]:
    """Return what SQLite was told to make, by name; columns and constraints in any order."""
    with closing(sqlite3.connect(path)) as opened:
        rows = opened.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: sorted(re.split(r", (?=\"|CONSTRAINT)|[()]", sql)) for name, sql in rows}


def test_a_base_of_an_earlier_release_is_named_and_becomes_as_a_new_one_is(tmp_path):
    earlier, new = tmp_path / "earlier.sqlite3", tmp_path / "new.sqlite3"
    assert python("-c", EARLIER, url=f"sqlite:///{earlier}").returncode == 0
    ended = manage("export_films", url=f"sqlite:///{earlier}")
    assert ended.stderr == "CommandError: The database is of an earlier release; run: manage.py migrate\n"
    for path in (earlier, new):
        assert manage("migrate", url=f"sqlite:///{path}").returncode == 0
    assert len(schema(new)) > 200
    assert schema(earlier) == schema(new)
