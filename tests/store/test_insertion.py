"""Rows that an import makes quickly are those that Django makes."""

import pytest

from films.models import BlockingKey, Character, Citation, Credit, Film, Person, PlotEvent, SourceDocument
from films.models.insertion import insert, new_row
from films.models.search import SearchEntry

FILM = Film(pk=7, title="The Mill")
DOCUMENT = SourceDocument(film=FILM)  # has no id yet
GIVEN = [
    (BlockingKey, {"document": DOCUMENT, "key": "title mill"}),
    (Character, {"film": FILM, "slug": "mara"}),
    (Citation, {"document": DOCUMENT, "start": 3, "end": 9, "credit": None}),
    (Credit, {"film": FILM, "job": "cast"}),
    (Person, {"name": "Una Reyes"}),
    (PlotEvent, {"film": FILM, "key": "e1", "place": None}),
]


@pytest.mark.parametrize(("model", "values"), GIVEN, ids=[model.__name__ for model, _ in GIVEN])
def test_a_row_made_quickly_is_the_row_that_django_makes(model, values):
    quick, usual = new_row(model, **values), model(**values)
    for field in model._meta.concrete_fields:
        assert getattr(quick, field.attname) == getattr(usual, field.attname)
        assert type(getattr(quick, field.attname)) is type(getattr(usual, field.attname))
    for name, value in values.items():
        assert getattr(quick, name) is value
    assert quick._state.adding


def test_rows_share_no_default():
    assert new_row(Person, name="Una").edited_fields is not new_row(Person, name="Jon").edited_fields


@pytest.mark.django_db
def test_a_row_that_agrees_in_the_unique_columns_replaces_the_standing_one():
    standing = SearchEntry.objects.create(kind="film", object_id=7, title="The Mill", linked={"people": [1]})
    entries = [
        new_row(SearchEntry, kind="film", object_id=7, title="The Old Mill", linked={"people": [2]}),
        new_row(SearchEntry, kind="film", object_id=8, title="The Ferry"),
    ]
    insert(SearchEntry, entries, replacing=["kind", "object_id"])
    written = SearchEntry.objects.order_by("object_id").values_list("pk", "title", "linked")
    assert list(written) == [
        (standing.pk, "The Old Mill", {"people": [2]}),
        (entries[1].pk, "The Ferry", {}),
    ]
