"""The parts of an import that need no film."""

from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from films.importing.matching import Pair, pair_up, scored_pairs
from films.importing.people import most_used
from films.importing.relocation import find_moves
from films.importing.rows import Ledger
from films.importing.slugs import Slugs, free_slug, slug_of
from films.models import Film, Forward, Genre, Person, Place
from films.vocabulary import Origin

WORDS = st.sampled_from(["Mara left.", "Tom slept!", "It rained.", "Why?", "The boat burned. ", "\n\n"])


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Zoë & Łukasz", "zoe-lukasz"),
        ("De brume et d'or", "de-brume-et-dor"),
        ("Straße", "strasse"),
        ("影の町", "film"),
        ("---", "film"),
        ("x" * 300, "x" * 112),
    ],
)
def test_slugs_are_readable(text, slug):
    assert slug_of(text, "film") == slug


def test_a_slug_is_given_once():
    taken = {"mara"}
    assert [free_slug("mara", taken) for _ in range(3)] == ["mara-2", "mara-3", "mara-4"]


@pytest.mark.django_db
def test_slugs_go_on_where_the_store_s_end():
    Person.objects.bulk_create(Person(name="Jo", slug=f"jo-{n}" if n > 1 else "jo") for n in range(1, 31))
    slugs = Slugs(Person)
    slugs.look_up(["jo", "al"])
    assert [slugs.free(base) for base in ("jo", "jo", "al")] == ["jo-31", "jo-32", "al"]


@pytest.mark.django_db
def test_slugs_of_rows_that_went_are_given_again_but_for_those_that_lead_elsewhere():
    Person.objects.bulk_create(Person(name="Jo", slug=slug) for slug in ("jo", "jo-2", "jo-4", "jo-7"))
    Forward.objects.create(old_path="/people/jo-5/", new_path="/people/jo/")
    slugs = Slugs(Person)
    assert [slugs.free("jo") for _ in range(4)] == ["jo-3", "jo-6", "jo-8", "jo-9"]


@pytest.mark.django_db
def test_a_slug_is_given_once_though_two_names_make_it():
    Person.objects.create(name="Jo", slug="jo")
    slugs = Slugs(Person)
    slugs.look_up(["jo", "jo-2"])
    assert [slugs.free(base) for base in ("jo", "jo-2", "jo")] == ["jo-2", "jo-2-2", "jo-3"]


@pytest.mark.django_db
def test_many_new_namesakes_take_hardly_more_queries_than_few():
    slugs = Slugs(Person)
    with CaptureQueriesContext(connection) as queries:
        given = [slugs.free("jo") for _ in range(500)]
    assert given == ["jo", *(f"jo-{number}" for number in range(2, 501))]
    assert len(queries) < 10


@pytest.mark.django_db
def test_slugs_of_a_thousand_names_are_looked_up_together():
    slugs = Slugs(Person)
    names = [f"jo-hale-{letters}" for letters in map("".join, product("abcdefghijk", repeat=3))]
    slugs.look_up(names)
    assert [slugs.free(name) for name in names] == names


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Genre, Film, Place])
def test_slugs_are_counted_off_with_pages_and_without(model):
    model(**{"name": "Sea"} if model is not Film else {"title": "Sea"}, slug="sea").save()
    assert Slugs(model).free("sea") == "sea-2"


def test_the_strongest_pairs_are_matched_first():
    pairs = [Pair(2, 0, 0), Pair(5, 1, 0), Pair(1, 0, 1)]
    assert pair_up(pairs) == {1: 0, 0: 1}


def test_pairs_are_scored_by_what_they_share():
    assert scored_pairs([{"a": 2, "b": 1}, {"c": 1}], [{"a", "b"}, {"b", "x"}]) == [
        Pair(3, 0, 0), Pair(1, 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        ({"Zoe Lind": 2, "Zoë Lind": 1}, "Zoe Lind"),
        ({"Zoe Lind": 1, "Zoë Lind": 1}, "Zoë Lind"),
        ({"Z. Lind": 1, "Zora Lind": 1}, "Zora Lind"),
    ],
)
def test_a_person_is_shown_by_the_spelling_used_most(spellings, shown):
    assert most_used(spellings) == shown


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_what_moved_is_the_same_in_both_versions(old_parts, new_parts):
    old, new = "".join(old_parts), "".join(new_parts)
    moves = find_moves(old, new)
    for start in range(0, len(old), 3):
        for end in (start + 1, min(start + 5, len(old))):
            place = moves.moved(start, end)
            assert place is None or new[place[0] : place[1]].split() == old[start:end].split()


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_in_the_same_text_nothing_moves(parts):
    text = "".join(parts)
    moves = find_moves(text, text)
    for start, character in enumerate(text):
        if not character.isspace():
            assert moves.moved(start, start + 1) == (start, start + 1)


def test_a_changed_sentence_is_not_found_again():
    moves = find_moves("Mara left. Tom slept. It rained.", "Mara left. Tom sang all night. It rained.")
    assert moves.moved(11, 14) is None
    assert moves.moved(22, 24) == (31, 33)


@pytest.mark.parametrize(
    ("row", "written"),
    [
        (Film(pk=1, title="Old", origin=Origin.EXTRACTED), True),
        (Film(pk=1, title="Old", origin=Origin.EXTRACTED, edited_fields=["year"]), True),
        (Film(pk=1, title="Old", origin=Origin.EXTRACTED, edited_fields=["title"]), False),
        (Film(pk=1, title="Old", origin=Origin.EDITED), False),
    ],
    ids=["untouched", "another field edited", "field edited", "added by an editor"],
)
def test_the_ledger_changes_only_what_no_editor_decided(row, written):
    ledger = Ledger()
    ledger.change(row, title="New")
    assert (row.title == "New") is written
    assert len(ledger.withheld) == (not written)


@pytest.mark.parametrize(
    ("row", "dropped"),
    [
        (Film(pk=1, origin=Origin.EXTRACTED), True),
        (Film(pk=1, origin=Origin.EXTRACTED, edited_fields=["title"]), False),
        (Film(pk=1, origin=Origin.EDITED), False),
    ],
    ids=["untouched", "edited", "added by an editor"],
)
def test_the_ledger_drops_only_what_no_editor_touched(row, dropped):
    ledger = Ledger()
    assert ledger.drop(row) is dropped
    assert ledger.is_empty is not dropped
