"""Which documents are about one film: precision first."""

import itertools
from dataclasses import replace

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
REMADE = (
    "Widowed fisherman Dov Abrantes distrusts Quellen, whom Ribeiro sends from Oran to spy on him. "
    "In a storm Mara nurses Dov; in Trondheim they marry, and Inspector Ribeiro hunts a smuggler. "
    "Years later Mara Quellen sells her trawler and a compass, and Abrantes reveals that he had always known."
)
OTHER = (
    "John and Mary live in New York. John loses his job and Mary leaves him for Peter. "
    "In Chicago John meets Mary again, and they marry."
)
ANOTHER = (
    "Mary works in a bank in New York. When John robs it, Peter is shot. "
    "John hides with Mary, until the police of Chicago find him."
)


ABOUT = "The Compass is the second of four films about smugglers which a small studio made in one summer."


def profile(text=STORY, *, name="", header="", **said):
    facts = {Fact[key.upper()]: str(value) for key, value in said.items() if key in ("title", "year")}
    cast = dict.fromkeys(said.get("cast", ()))
    directors = said.get("directors", ())
    return profile_of(
        make_extraction(text, name=name, header=header, facts=facts, directors=directors, cast=cast)
    )


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


FILMS, PLOTS, YEARS = "films.csv#1", "plots.txt#9", {"title": "The Compass", "year": 1999, "text": ""}
RECORDS = [
    pytest.param({"year": 1999}, {"text": REMADE}, "ambiguous", id="story told again, as in a remake"),
    pytest.param({"year": 1999}, {"text": RETOLD}, "link", id="story told in much the same words"),
    pytest.param({}, {"text": STORY + " They sail."}, "link", id="nearly the same text"),
    pytest.param(
        {"cast": ["Ilan Roux", "Ada Holm"]},
        {"year": 1999, "cast": ["Ada Holm", "Ilan Roux", "Bo Lind"], "text": OTHER},
        "link",
        id="two people in common, a year missing",
    ),
    pytest.param(
        {"cast": ["Ilan Roux", "Ada Holm"]},
        {"year": 1999, "cast": ["Ilan Roux"], "text": OTHER},
        "ambiguous",
        id="one person in common, a year missing",
    ),
    pytest.param(
        {"cast": ["Ilan Roux", "Ada Holm"]},
        {"year": 1999, "cast": ["Bo Lind"], "text": RETOLD},
        "ambiguous",
        id="one story, other people",
    ),
    pytest.param(
        {"cast": ["Ilan Roux", "Ada Holm"]},
        {"year": 1999, "cast": ["Bo Lind"], "text": OTHER},
        "create",
        id="other story, other people",
    ),
]


@pytest.mark.parametrize(("first", "second", "verdict"), RECORDS)
def test_records_of_two_data_sets_are_judged_by_more_than_a_story(first, second, verdict):
    a = profile(name=FILMS, title="The Compass", **first)
    b = profile(name=PLOTS, title="The Compass", **second)
    assert compare(a, b).verdict == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param({}, {"text": RETOLD}, "ambiguous", id="one story"),
        pytest.param({}, {"text": OTHER}, "create", id="two stories"),
        pytest.param({}, {"text": STORY + " They sail."}, "link", id="one text"),
        pytest.param(
            {"year": 1999, "cast": ["Ilan Roux"]},
            {"year": 2000, "cast": ["Ilan Roux"], "text": OTHER},
            "link",
            id="listed under the next year, too",
        ),
    ],
)
def test_a_data_set_that_has_a_title_twice_has_two_films_unless_the_records_agree(first, second, verdict):
    a = profile(name="films.csv#1", title="The Compass", **first)
    b = profile(name="films.csv#2", title="The Compass", **second)
    assert compare(a, b).verdict == verdict


def test_documents_of_one_title_that_are_no_records_are_joined_by_their_story():
    assert compare(profile(title="The Compass"), profile(REMADE, title="The Compass")).verdict is Verdict.LINK


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param(["Edwin S. Venn"], ["Edwin Stanton Venn"], "link", id="initial"),
        pytest.param(["Edwin Venn"], ["Edwin S. Venn"], "link", id="middle name"),
        pytest.param(["Wallace McVennon"], ["Wallace McVenion"], "link", id="misspelt"),
        pytest.param(["Ada Holm", "Bo Lind"], ["Holm", "Lind"], "link", id="surnames alone"),
        pytest.param(["Ada Holm", "Bo Lind"], ["Holm"], "ambiguous", id="one surname alone"),
        pytest.param(["Ada Holm"], ["Ida Holm"], "create", id="one surname, other first names"),
    ],
)
def test_people_are_known_however_their_names_are_spelled(first, second, verdict):
    assert compare(profile(**YEARS, cast=first), profile(**YEARS, cast=second)).verdict == verdict


@pytest.mark.parametrize(
    ("first", "second"),
    [("The Compass", "Compass"), ("A Compass", "The Compass"), ("Fox & Hound", "Fox and Hound")],
)
def test_titles_agree_without_their_articles_and_with_and_as_a_sign(first, second):
    a, b = (profile(title=title, year=1999, cast=["Ilan Roux"], text="") for title in (first, second))
    assert compare(a, b).verdict is Verdict.LINK
    assert blocking_keys(a) & blocking_keys(b)


def test_a_title_that_only_prose_has_may_be_that_of_a_series():
    people = {"directors": ["Ilse Varga"], "cast": ["Ilan Roux"], "year": 1999}
    series = {"titles": ("compass", "compass2"), "header_titles": ("compass2",)}
    a = replace(profile(title="Compass 2", text=OTHER, **people), **series)
    b = replace(a, document="b", titles=("compass", "compass3"), header_titles=("compass3",))
    assert compare(a, b).verdict is not Verdict.LINK
    assert compare(a, replace(b, header_titles=("compass",))).verdict is Verdict.LINK


def test_people_whom_only_prose_names_do_not_join_films_whose_headers_name_others():
    a = profile(**YEARS, header="Starring: …\n", cast=["Ilan Roux"])
    b = profile(**YEARS, header="Starring: …\n", cast=["Bo Lind"])
    a = replace(a, cast=("bo lind", "ilan roux"))
    assert compare(a, b).verdict is not Verdict.LINK
    assert compare(replace(a, header_people=()), b).verdict is Verdict.LINK


def test_one_text_under_headers_that_name_other_people_is_a_doubt():
    first = profile(**YEARS, header="Starring: …\n", cast=["Ilan Roux"])
    a, b = (replace(first, document=name, prose="5f", shingles=()) for name in ("a", "b"))
    assert compare(a, b).verdict is Verdict.LINK
    other = replace(b, cast=("bo lind",), header_people=("bo lind",))
    assert compare(a, other).verdict is Verdict.AMBIGUOUS


def test_a_third_document_does_not_join_films_whose_headers_name_others():
    first = profile(header="Starring: …\n", title="The Compass", cast=["Ilan Roux"])
    second = profile(STORY + " They sail.", header="Starring: …\n", title="The Compass", cast=["Bo Lind"])
    result = group([first, second, profile(RETOLD)])
    assert max(len(found.documents) for found in result.groups) == 2


def test_records_of_one_title_and_text_that_tells_no_story_are_one_film():
    a, b = (profile(**YEARS | {"text": "", "year": year}, name=f"films.csv#{year}") for year in (1999, 2000))
    assert compare(a, b).verdict is Verdict.AMBIGUOUS
    same = {"prose": "5f", "shingles": ()}
    assert compare(replace(a, **same), replace(b, **same)).verdict is Verdict.LINK


def test_prose_is_known_again_by_its_words():
    assert profile(ABOUT).prose == profile(ABOUT.upper()).prose != profile(OTHER).prose
    assert profile("Plot unknown.").prose == ""


def test_a_text_under_two_titles_is_a_doubt_and_under_more_a_series():
    records = [
        profile(name=f"{year}.csv#1", header=f"Compass {year}\n", title=f"Compass {year}")
        for year in range(3)
    ]
    assert [pair.decision.verdict for pair in group(records[:2]).ambiguous] == [Verdict.AMBIGUOUS]
    assert group(records).ambiguous == ()


def test_a_text_under_two_titles_of_one_data_set_tells_nothing():
    a, b = (profile(name=f"films.csv#{n}", header=f"Compass {n}\n", title=f"Compass {n}") for n in range(2))
    assert compare(a, b).verdict is Verdict.CREATE


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
