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


@pytest.mark.django_db
def test_rows_written_quickly_stand_as_django_would_write_them():
    quick = [Person(name="The Una Reyes", slug="una"), Person(name="Jon", slug="jon", edited_fields=["name"])]
    insert(Person, quick)
    usual = Person.objects.create(name="The Una Reyes", slug="una-2")
    first, second = Person.objects.filter(pk__in=[row.pk for row in quick]).order_by("pk")
    assert (
        (first.edited_fields, first.sort_name) == (usual.edited_fields, usual.sort_name) == ([], "una reyes")
    )
    assert (second.edited_fields, second.slug) == (["name"], "jon")
    assert [row._state.adding for row in quick] == [False, False]


@pytest.mark.django_db
def test_a_row_refers_to_what_got_its_id_after_the_row_was_made():
    film = Film(title="The Mill", slug="mill")
    character = new_row(Character, film=film, name="Mara", slug="mara")
    insert(Film, [film])
    insert(Character, [character])
    assert Character.objects.get(slug="mara").film_id == film.pk
