"""Words of one kind of entry that stand in several indexes on PostgreSQL."""

import pytest
from django.db import connection

from films.models import SearchEntry
from films.models.search import EntryKind
from films.search import postgresql, search
from films.search.index import rebuild
from tests import factories as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one index of each kind."),
]


@pytest.fixture
def films(monkeypatch):
    """Three films of one name, each in a stretch of its own."""
    rows = [make.FilmFactory(title="Moon Harrow", slug=f"moon-harrow-{number}") for number in range(3)]
    make.PersonFactory(name="Ida Harrow")
    rebuild()
    ids = sorted(SearchEntry.objects.filter(kind=EntryKind.FILM).values_list("pk", flat=True))
    monkeypatch.setattr(postgresql, "_FIRST_IDS", {EntryKind.FILM: (0, *ids[1:])})
    return rows


def test_what_stands_in_any_stretch_is_found_once(films):
    found = search("moon harrow", kinds=[EntryKind.FILM])
    assert sorted(hit.object_id for hit in found.hits) == sorted(film.pk for film in films)
    assert found.count == 3


def test_common_words_of_one_kind_leave_room_for_another(films, monkeypatch):
    monkeypatch.setattr(postgresql, "MOST_NAMED", 2)
    monkeypatch.setattr(postgresql, "MOST_TOLD", 2)
    found = {group.kind: group for group in search("harrow", per_kind=1).groups}
    assert found[EntryKind.FILM].count == 2
    assert found[EntryKind.FILM].is_more
    assert found[EntryKind.PERSON].count == 1


def test_what_is_named_beyond_the_bound_of_what_is_told_is_counted_so_far(films, monkeypatch):
    monkeypatch.setattr(postgresql, "MOST_TOLD", 2)
    (group,) = search("moon harrow", kinds=[EntryKind.FILM], per_kind=1).groups
    assert (group.count, group.is_more) == (3, True)


def test_each_stretch_has_an_index():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'films_searchentry'")
        made = {name for (name,) in cursor.fetchall()}
    assert {name for name in made if "terms" in name} == set(postgresql._TERMS)
