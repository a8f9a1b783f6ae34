"""The migrations say what the models say."""

from io import StringIO
from itertools import permutations

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

ORDERED_OTHERWISE = ("_like", "film_newest_first")  # letter by letter; what has no value last


@pytest.mark.django_db
def test_no_model_change_lacks_a_migration():
    output = StringIO()
    call_command("makemigrations", "--dry-run", stdout=output)
    assert output.getvalue() == "No changes detected\n"


def indexes(table):
    """Return the table's indexes by name: columns with their directions, and whether they are unique."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return {
        name: ([*zip(columns, index.get("orders") or ["ASC"] * len(columns), strict=True)], index["unique"])
        for name, index in found.items()
        if index["index"] or index["unique"] or index["primary_key"]
        if (columns := index["columns"]) and all(columns)  # others are of expressions
        if not name.endswith(ORDERED_OTHERWISE)
    }


@pytest.mark.django_db
def test_no_index_is_the_beginning_of_another():
    models = apps.get_app_config("films").get_models(include_auto_created=True)
    found = {model._meta.db_table: indexes(model._meta.db_table) for model in models}
    assert len(found["films_citation"]) == 8  # its key, its document, and the six kinds of rows it may be of
    doubled = [
        (table, name, longer)
        for table, its in found.items()
        for (name, (columns, is_unique)), (longer, (others, _)) in permutations(its.items(), 2)
        if not is_unique and others[: len(columns)] == columns
    ]
    assert doubled == []
