"""Which documents are about one film: precision first."""

import itertools

import pytest

from films.reconciliation import DocumentProfile, blocking_keys, compare, group, profile_of
from films.reconciliation.values import Verdict
from films.vocabulary import Fact
from tests.reconciliation.builders import make_extraction

STORY = (
    "In the harbour of Oran the smuggler Mara Quellen steals a compass from Dov Abrantes. "
    "Dov follows Quellen to Trondheim, where Inspector Ribeiro arrests both of them. "
    "Ribeiro finds the compass and lets Mara go, and Abrantes forgives her on a glacier."
)
RETOLD = (
    "Dov Abrantes loses his compass to the smuggler Mara Quellen while his ship lies in Oran. "
    "The chase ends in Trondheim with Inspector Ribeiro, who jails the pair. "
    "Mara is set free and Dov forgives her beside the glacier."
)
OTHER = (
    "John and Mary live in New York. John loses his job and Mary leaves him for Peter. "
    "In Chicago John meets Mary again, and they marry."
)
ANOTHER = (
    "Mary works in a bank in New York. When John robs it, Peter is shot. "
    "John hides with Mary, until the police of Chicago find him."
)


def profile(text=STORY, **said):
    facts = {Fact[key.upper()]: str(value) for key, value in said.items() if key in ("title", "year")}
    cast = dict.fromkeys(said.get("cast", ()))
    return profile_of(make_extraction(text, facts=facts, directors=said.get("directors", ()), cast=cast))


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param(
            {"title": "The Compass", "year": 1999, "directors": ["Ilse Varga"], "text": "A film."},
            {"title": "The Compass", "year": 2000, "directors": ["Ilse Varga"], "text": "Another film."},
            Verdict.LINK,
            id="title, year and director",
        ),
        pytest.param(
            {"title": "The Compass", "year": 1999, "cast": ["Ilan Roux"], "text": "A film."},
            {"title": "THE COMPASS", "year": 1999, "cast": ["Ilan Roux"], "text": "Another film."},
            Verdict.LINK,
            id="title, year and cast",
        ),
        pytest.param(
            {"title": "The Compass", "text": "A film."},
            {"title": "The Compass", "text": "Another film."},
            Verdict.AMBIGUOUS,
            id="title alone",
        ),
        pytest.param(
            {"title": "The Compass", "year": 1999, "text": "A film."},
            {"title": "The Compass", "year": 1999, "text": "Another film."},
            Verdict.AMBIGUOUS,
            id="title and year, nobody named",
        ),
        pytest.param(
            {"title": "The Compass", "year": 1999, "directors": ["Ilse Varga"]},
            {"title": "The Compass", "year": 1931, "directors": ["Otto Lind"], "text": RETOLD},
            Verdict.CREATE,
            id="remake",
        ),
        pytest.param(
            {"title": "The Compass", "directors": ["Ilse Varga"], "text": STORY},
            {"title": "The Compass", "directors": ["Otto Lind"], "text": OTHER},
            Verdict.CREATE,
            id="one title, other director and story",
        ),
        pytest.param(
            {"title": "The Compass"},
            {"title": "The Compass", "text": RETOLD},
            Verdict.LINK,
            id="title and story",
        ),
        pytest.param({"title": "The Compass"}, {"text": RETOLD}, Verdict.LINK, id="story, one title"),
        pytest.param({}, {"text": RETOLD}, Verdict.LINK, id="story, no title"),
        pytest.param(
            {"year": 1999}, {"text": RETOLD, "year": 1950}, Verdict.AMBIGUOUS, id="story, but other year"
        ),
        pytest.param(
            {"directors": ["Ilse Varga"]},
            {"text": RETOLD, "directors": ["Otto Lind"]},
            Verdict.AMBIGUOUS,
            id="story, but other director",
        ),
        pytest.param({"text": OTHER}, {"text": ANOTHER}, Verdict.CREATE, id="common names and a big town"),
        pytest.param({"text": ""}, {"text": ""}, Verdict.CREATE, id="nothing said"),
    ],
)
def test_two_documents_are_judged(first, second, verdict):
    a, b = profile(**first), profile(**second)
    assert compare(a, b).verdict is verdict
    assert compare(b, a) == compare(a, b)


def test_every_decision_has_a_reason():
    decisions = [compare(profile(), profile(text)) for text in (STORY + " The end.", RETOLD, OTHER)]
    assert all(decision.reason for decision in decisions)


def test_the_reason_names_people_and_places_that_both_stories_have():
    people = [["Mara Quellen", "Mara"], ["Dov Abrantes", "Dov"]]
    a = profile_of(make_extraction(STORY, people, places=["Oran"]))
    b = profile_of(make_extraction(RETOLD, people, places=["Oran"]))
    assert compare(a, b).reason == "the stories agree in Dov Abrantes, Mara Quellen, Oran"


def test_documents_of_one_film_share_a_blocking_key():
    assert blocking_keys(profile()) & blocking_keys(profile(RETOLD))


def test_stories_with_common_names_share_no_blocking_key_of_a_single_name():
    shared = blocking_keys(profile(OTHER)) & blocking_keys(profile(ANOTHER))
    assert all(key.startswith("names ") for key in shared)


def test_blocking_keys_are_bounded():
    names = " ".join(f"then Xu{a}{b}q met" for a, b in itertools.product("abcdefghij", repeat=2))
    cast = [f"Actor {number}" for number in range(200)]
    assert len(blocking_keys(profile(names, cast=cast, directors=["Ilse Varga"]))) < 250


def test_a_group_is_found_through_a_third_document():
    documents = [profile(title="The Compass", year=1999), profile(RETOLD), profile(OTHER)]
    groups = {frozenset(g.documents) for g in group(documents).groups}
    assert groups == {
        frozenset({documents[0].document, documents[1].document}),
        frozenset({documents[2].document}),
    }


def test_the_order_of_documents_does_not_matter():
    documents = [profile(), profile(RETOLD), profile(OTHER), profile(ANOTHER)]
    results = {group(order) for order in itertools.permutations(documents)}
    assert len(results) == 1


def test_documents_of_two_titles_are_not_joined_by_an_untitled_one():
    first = profile(title="The Compass", year=1999)
    second = profile(STORY + " The end.", title="Glacier", year=2015)
    result = group([first, second, profile(RETOLD)])
    together = [set(g.documents) for g in result.groups]
    assert not any({first.document, second.document} <= documents for documents in together)
    assert len(result.ambiguous) == 1


def test_a_stored_document_keeps_its_film():
    stored, new = profile(), profile(RETOLD)
    result = group([stored, new], known={stored.document: 7})
    assert [(set(g.documents), g.film) for g in result.groups] == [({stored.document, new.document}, 7)]


def test_two_stored_films_stay_two_and_the_doubt_is_told():
    first, second = profile(), profile(RETOLD)
    result = group([first, second], known={first.document: 7, second.document: 8})
    assert {g.film for g in result.groups} == {7, 8}
    assert [pair.decision.verdict for pair in result.ambiguous] == [Verdict.AMBIGUOUS]


def test_documents_an_editor_put_into_one_film_stay_together():
    first, second = profile(), profile(OTHER)
    result = group([first, second], known={first.document: 7, second.document: 7})
    assert [(len(g.documents), g.film) for g in result.groups] == [(2, 7)]


def test_a_profile_survives_being_stored():
    before = profile(title="The Compass", year=1999, directors=["Ilse Varga"], cast=["Ilan Roux"])
    assert DocumentProfile.from_json(before.to_json()) == before
