"""SQLite's index of words: a table for each kind of entry, the entries that weigh most first."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from films.models import Film, SearchEntry
from films.models.limits import SpoilerLimits
from films.search import EntryKind, rebuild, search, sqlite
from films.search.expression import Expression
from tests import factories as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has one index for all kinds"),
]

ONE_FOR_ALL = (
    """CREATE VIRTUAL TABLE films_searchterms USING fts5 (
        terms, content = 'films_searchentry', content_rowid = 'id', columnsize = 0,
        tokenize = "ascii tokenchars '=@+~'", prefix = '2 3', detail = none
    )""",
    """CREATE TRIGGER films_searchterms_added AFTER INSERT ON films_searchentry
        BEGIN INSERT INTO films_searchterms (rowid, terms) VALUES (new.id, new.terms); END""",
    "INSERT INTO films_searchterms (films_searchterms) VALUES ('rebuild')",
)
ORCHARD = Expression((("orchard",),))


@pytest.fixture
def three_at_most(monkeypatch):
    monkeypatch.setattr(sqlite, "MOST_NAMED", 3)
    monkeypatch.setattr(sqlite, "MOST_TOLD", 3)


def make_films(*document_counts: int) -> list[Film]:
    films = [
        make.FilmFactory(title=f"Orchard {at}", document_count=n) for at, n in enumerate(document_counts)
    ]
    rebuild()
    return films


def found(kind: EntryKind, most: int = 100) -> list[int]:
    """Return the objects whose words the index has, in its order."""
    sql, params = sqlite.matching(ORCHARD, kind, most)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        ids = [row[0] for row in cursor.fetchall()]
    objects = dict(SearchEntry.objects.filter(kind=kind).values_list("pk", "object_id"))
    return [objects[entry] for entry in ids]


def run(statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_only_entries_of_the_kind_are_asked():
    film, other = make.FilmFactory(title="Orchard"), make.FilmFactory(title="Salt and Ember")
    character = make.CharacterFactory(film=other, name="Orchard")
    rebuild()

    assert found(EntryKind.FILM) == [film.pk]
    assert found(EntryKind.CHARACTER) == [character.pk]
    assert found(EntryKind.PERSON) == []


def test_entries_that_weigh_most_come_first():
    light, heavy, heaviest = make_films(1, 5, 40)

    assert found(EntryKind.FILM) == [heaviest.pk, heavy.pk, light.pk]
    assert found(EntryKind.FILM, most=1) == [heaviest.pk]


def test_entry_that_weighs_more_than_before_moves_ahead_and_stands_once():
    first, second, _ = make_films(9, 1, 1)
    Film.objects.filter(pk=second.pk).update(document_count=90)
    rebuild()

    assert found(EntryKind.FILM)[:2] == [second.pk, first.pk]
    assert len(found(EntryKind.FILM)) == 3


def test_entry_without_weight_and_one_beyond_all_measure_are_found():
    (film,) = make_films(1)
    for weight in (0, 2**31 - 1):
        SearchEntry.objects.filter(object_id=film.pk).update(weight=weight)
        assert found(EntryKind.FILM) == [film.pk]


def test_words_that_are_gone_are_found_no_more():
    kept, renamed, removed = make_films(1, 1, 1)
    Film.objects.filter(pk=renamed.pk).update(title="Meadow")
    removed_id = removed.pk
    removed.delete()
    rebuild()

    assert found(EntryKind.FILM) == [kept.pk]
    assert removed_id not in found(EntryKind.FILM)


def test_index_is_made_anew_from_the_entries_that_stand():
    films = make_films(1, 7, 3)
    before = found(EntryKind.FILM)
    run((*sqlite.UNINSTALL_TERMS, *sqlite.INSTALL_TERMS))

    assert found(EntryKind.FILM) == before
    films[0].delete()
    rebuild()
    assert len(found(EntryKind.FILM)) == 2


def test_migration_puts_it_in_the_place_of_one_index_for_all_kinds():
    light, heavy = make_films(1, 9)
    run((*sqlite.UNINSTALL_TERMS, *ONE_FOR_ALL))
    migration = import_module("films.migrations.0009_words_of_each_kind")

    with connection.cursor() as cursor:
        migration.install(None, SimpleNamespace(connection=connection, execute=cursor.execute))

    assert found(EntryKind.FILM) == [heavy.pk, light.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM sqlite_master WHERE name GLOB 'films_searchterms_added*'")
        assert cursor.fetchone() == (0,)


@pytest.mark.usefixtures("three_at_most")
def test_of_more_films_than_are_ranked_those_that_weigh_most_are_shown():
    films = make_films(1, 1, 1, 1, 30, 20)

    (group,) = search("orchard", per_kind=1).groups

    assert [hit.object_id for hit in group.hits] == [films[4].pk]
    assert (group.count, group.is_more) == (3, True)


@pytest.mark.usefixtures("three_at_most")
def test_more_are_ranked_where_more_are_shown():
    make_films(1, 1, 1, 1, 30, 20)

    (group,) = search("orchard", per_kind=5).groups

    assert (len(group.hits), group.count, group.is_more) == (5, 6, False)


@pytest.mark.usefixtures("three_at_most")
def test_count_is_exact_when_fewer_are_found_than_are_ranked():
    make_films(1, 1)

    (group,) = search("orchard").groups

    assert (group.count, group.is_more) == (2, False)


@pytest.mark.usefixtures("three_at_most")
def test_reader_with_limits_is_not_left_with_less_because_others_are_told_more():
    film = make.FilmFactory(title="Ash")
    for order in range(6, 0, -1):
        make.PlotEventFactory(film=film, summary=f"An orchard burns {order}.", order=order)
    rebuild()

    (group,) = search("orchard", limits=SpoilerLimits(films={film.pk: 2})).groups

    assert group.count == 2


def test_film_and_person_are_found_by_several_words_as_with_their_own_words_asked_for():
    film = make.FilmFactory(title="Orchard of Glass", year=1987)
    person = make.PersonFactory(name="Ilse Varn")
    make.CreditFactory(film=film, person=person, credited_as="Ilse Varn", role="the gardener")
    rebuild()

    objects = {
        (group.kind, hit.object_id) for group in search("orchard gardener").groups for hit in group.hits
    }

    assert {(EntryKind.FILM, film.pk), (EntryKind.PERSON, person.pk)} <= objects


@pytest.mark.usefixtures("three_at_most")
def test_event_with_a_word_of_its_own_is_found_behind_those_that_have_all_from_the_title():
    film = make.FilmFactory(title="The Orchard Ladder")
    for number in range(4):
        make.PlotEventFactory(film=film, summary=f"It rains {number}.")
    fallen = make.PlotEventFactory(film=film, summary="She falls from a ladder.")
    rebuild()

    (group,) = search("orchard ladder", kinds=[EntryKind.EVENT]).groups

    assert [hit.object_id for hit in group.hits] == [fallen.pk]


def test_event_that_has_all_words_from_the_title_and_one_of_its_own_is_found():
    film = make.FilmFactory(title="The Orchard Ladder")
    make.PlotEventFactory(film=film, summary="It rains.")
    own = make.PlotEventFactory(film=film, summary="The orchard burns.")
    rebuild()

    (group,) = search("orchard ladder", kinds=[EntryKind.EVENT]).groups

    assert [hit.object_id for hit in group.hits] == [own.pk]
