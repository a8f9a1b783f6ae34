"""What comes first: names as typed, names with an error, then stories."""

import pytest
from django.db import connection

from films.models import Film, SearchEntry, SearchWord
from films.search import EntryKind, rebuild, search
from films.search.database import database
from films.search.expression import Expression
from tests import factories as make

pytestmark = pytest.mark.django_db

FILM, PERSON, CHARACTER, EVENT = (
    EntryKind.FILM,
    EntryKind.PERSON,
    EntryKind.CHARACTER,
    EntryKind.EVENT,
)


def tell(title: str, sentences: list[str]) -> Film:
    """Make a film whose document has these sentences, each with an event but the last."""
    text = " ".join(sentences)
    bounds = [[text.index(sentence), text.index(sentence) + len(sentence)] for sentence in sentences]
    film = make.FilmFactory(title=title)
    document = make.SourceDocumentFactory(film=film, text=text, sentence_bounds=bounds)
    telling = make.TellingFactory(document=document)
    for number, sentence in enumerate(sentences[:-1]):
        happening = make.PlotEventFactory(film=film, summary=f"It happens {number}.")
        make.EventMentionFactory(
            event=happening, telling=telling, quote=sentence, trigger=sentence.split()[0]
        )
    return film


def test_name_with_an_error_comes_before_words_of_a_story():
    make.PlotEventFactory(film=make.FilmFactory(), summary="A crane lifts the car.")
    for name in ("Crate", "Crane Wharton"):
        make.CharacterFactory(name=name)
    rebuild()

    found = [(group.kind, [hit.title for hit in group.hits]) for group in search("crane").groups]

    assert found == [
        (CHARACTER, ["Crane Wharton", "Crate"]),
        (EVENT, ["A crane lifts the car."]),
    ]


def test_misspelt_name_finds_what_else_has_the_word_in_its_name():
    for title in ("Marda", "Marda Returns", "The House of Marda"):
        make.FilmFactory(title=title)
    rebuild()

    assert [hit.title for hit in search("mardda").hits] == ["Marda", "The House of Marda", "Marda Returns"]


def test_each_name_that_may_be_meant_is_shown_once_before_others_of_that_name():
    for name, prominence in (("Marda", 9), ("Marda", 8), ("Marda", 7), ("Mards", 1)):
        make.CharacterFactory(name=name, prominence=prominence)
    rebuild()

    assert [hit.title for hit in search("mardx").hits] == ["Marda", "Mards", "Marda", "Marda"]


def test_kind_with_most_of_the_names_that_may_be_meant_comes_first():
    make.PersonFactory(name="Mardo")
    for name in ("Marda", "Mards"):
        make.CharacterFactory(name=name)
    rebuild()

    assert [group.kind for group in search("mardx").groups] == [CHARACTER, PERSON]


@pytest.mark.parametrize(
    ("typed", "likeliest"),
    [
        pytest.param("mrda", "Marda", id="a letter left out"),
        pytest.param("amrda", "Marda", id="letters changed round"),
        pytest.param("mirda", "Mirna", id="else the more frequent"),
    ],
)
def test_name_that_was_likelier_mistyped_so_comes_before_a_more_frequent_one(typed: str, likeliest: str):
    for name in ("Marda", "Mirna", "Mirna", "Mrna", "Mrna"):
        make.CharacterFactory(name=name)
    rebuild()

    assert search(typed).hits[0].title == likeliest


def test_kind_with_the_likelier_name_comes_before_the_one_with_more_names():
    make.PersonFactory(name="Marda")
    for _ in range(3):
        make.CharacterFactory(name="Mrna")
    rebuild()

    assert [group.kind for group in search("mrda").groups] == [PERSON, CHARACTER]


@pytest.mark.parametrize("typed", ["I. K. Orbach", "L. J. Orbach", "I J. Orbach", "I. JJ. Orbach"])
def test_initial_may_be_mistyped(typed: str):
    make.PersonFactory(name="I. J. Orbach")
    make.PersonFactory(name="Wilma Orbach")
    rebuild()

    assert search(typed).hits[0].title == "I. J. Orbach"


def test_what_may_be_meant_of_one_kind_does_not_push_other_kinds_out_of_sight():
    for _ in range(7):
        make.CharacterFactory(name="Marda")
    for year in range(1990, 1996):
        make.FilmFactory(title="Marda", year=year)
    rebuild()

    characters, films = search("mardx").groups

    assert (characters.kind, characters.count, len(characters.hits)) == (CHARACTER, 7, 4)
    assert (films.kind, films.count, len(films.hits)) == (FILM, 6, 6)
    assert len(search("mardx", kinds=[CHARACTER]).hits) == 7
    assert [len(group.hits) for group in search("marda").groups] == [6, 7]


def test_names_with_the_words_as_typed_give_way_to_none():
    for number in range(6):
        make.PersonFactory(name=f"Mard Vandermeer {number}")
    make.CharacterFactory(name="Marda")
    rebuild()

    people, characters = search("mard").groups

    assert (people.kind, len(people.hits)) == (PERSON, 6)
    assert [hit.title for hit in characters.hits] == ["Marda"]


def test_stories_with_the_word_as_typed_give_way_to_none():
    make.FilmFactory(title="Crate")
    make.PersonFactory(name="Crate")
    for title in ("Ash", "Elm", "Oak", "Fir", "Yew"):
        tell(title, [f"A crane lifts the car of {title}.", "It rains."])
    rebuild()

    films, people = search("crane", kinds=[FILM, PERSON]).groups

    assert films.hits[0].title == "Crate"
    assert {hit.title for hit in films.hits[1:]} == {"Ash", "Elm", "Oak", "Fir", "Yew"}
    assert [hit.title for hit in people.hits] == ["Crate"]


def test_whole_name_is_found_among_more_names_that_begin_so_than_are_looked_for():
    for number in range(55):
        for _ in range(2):
            make.CharacterFactory(name=f"Marda {number}")
    make.CharacterFactory(name="Marda")
    rebuild()

    assert search("marda").hits[0].title == "Marda"


def test_reader_who_is_typing_is_shown_beginnings_alone():
    for name in ("Marda", "Mardelle"):
        make.CharacterFactory(name=name)
    rebuild()

    assert [hit.title for hit in search("mard").hits] == ["Marda", "Mardelle"]
    assert [hit.title for hit in search("marde").hits] == ["Marda", "Mardelle"]
    assert [hit.title for hit in search("marde", guesses_last=True).hits] == ["Mardelle"]


def test_film_that_tells_the_words_in_one_event_comes_before_one_that_has_them_here_and_there():
    tell("Ash", ["A frozen boy runs.", "The lake is wide."])
    Film.objects.update(document_count=9)
    tell("Elm", ["The boy swims in the frozen lake.", "He rests."])
    rebuild()

    elm, ash = search("boy frozen lake", kinds=[FILM]).hits

    assert (elm.title, ash.title) == ("Elm", "Ash")
    assert elm.matched_text == "The boy swims in the frozen lake."


def test_sentence_without_an_event_finds_its_film_and_is_shown():
    tell("Ash", ["A boy runs.", "The lighthouse is derelict and haunted."])
    rebuild()

    (group,) = search("haunted derelict lighthouse").groups

    assert [(group.kind, hit.title) for hit in group.hits] == [(FILM, "Ash")]
    assert group.hits[0].matched_text == "The lighthouse is derelict and haunted."


def test_name_with_an_error_is_found_in_longer_names_too():
    make.CharacterFactory(name="Vandermeer")
    make.PersonFactory(name="Tilda Vandermeer")
    rebuild()

    found = {group.kind: group.hits[0].title for group in search("vandermer").groups}

    assert found == {CHARACTER: "Vandermeer", PERSON: "Tilda Vandermeer"}


def test_small_word_with_an_error_is_no_reason_to_leave_it_out():
    for name in ("Tom Moore", "Wilma Moore"):
        make.PersonFactory(name=name)
    rebuild()

    assert [hit.title for hit in search("to moore").hits] == ["Tom Moore", "Wilma Moore"]


def test_words_are_counted_anew_by_a_rebuilding():
    person = make.PersonFactory(name="Ines Orbach")
    rebuild()
    SearchWord.objects.filter(word="orbach").delete()
    SearchWord.objects.filter(word="ines").update(count=7)

    rebuild()

    counts = dict(SearchWord.objects.values_list("word", "count"))
    assert counts["orbach"] == counts["ines"] == counts["==inesorbach"] == 1
    assert [hit.object_id for hit in search("ines orbahc").hits] == [person.pk]


@pytest.mark.parametrize(("asked_for", "found"), [(True, ["Marda", "Marda Returns"]), (False, [])])
def test_index_is_asked_only_if_there_is_something_in_another_table(asked_for, found):
    for title in ("Marda", "Marda Returns", "Crane"):
        make.FilmFactory(title=title)
    rebuild()
    sql, params = database().matching(Expression((("@marda",),)), FILM, 10, only_if="others")
    with connection.cursor() as cursor:
        cursor.execute(f"WITH others AS (SELECT 1 WHERE %s) {sql}", [asked_for, *params])
        ids = [row[0] for row in cursor.fetchall()]
    assert sorted(SearchEntry.objects.filter(pk__in=ids).values_list("title", flat=True)) == found
