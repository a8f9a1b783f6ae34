"""The named places of the story."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.places import find_place_mentions, find_places
from tests.extraction.reading_aid import parsed_of


def places_of(text: str) -> list[str]:
    parsed = parsed_of(
        f"Title: Salt\nCast: Kim Lee as Mara, Bo Orr as Tom\n\nPlot:\n{text}" if "Plot:" not in text else text
    )
    return [place.name for place in find_places(parsed, find_cast(parsed, find_cast_entries(parsed)))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Mara leaves Belgium for Rome.", ["Belgium", "Rome"], id="countries-and-towns"),
        pytest.param("Mara lives in southern France.", ["France"], id="without-adjective"),
        pytest.param("Mara meets Tom on Salt Island.", ["Salt Island"], id="place-word"),
        pytest.param("Mara works at the Vell farm near London.", ["Vell farm", "London"], id="farm"),
        pytest.param("Mara meets Tom.", [], id="people-only"),
        pytest.param("On Monday the French police find Mara.", [], id="days-and-peoples"),
        pytest.param("Mara (Kim Lee) meets Tom (Bo Orr) in Rome.", ["Rome"], id="actors"),
        pytest.param("Mara lives in Ord City. Tom leaves Ord.", ["Ord City"], id="city-said-once"),
        pytest.param(
            "Mara leaves the United States. Tom stays in the U.S.", ["United States"], id="short-form"
        ),
        pytest.param("Mara lives in the U.S.", ["United States"], id="full-name"),
        pytest.param("Mara leaves America. Tom lives in L.A.", ["United States", "Los Angeles"], id="names"),
        pytest.param("Mara lives in New York City.", ["New York"], id="town-and-its-city"),
        pytest.param("Mara leaves the South for the West.", [], id="sides-of-the-world"),
        pytest.param("Mara is sent to Satan.", [], id="called-upon"),
        pytest.param("Mara drives to Rome in his Vell GT40.", ["Rome"], id="car"),
        pytest.param("Mara meets the Angel of Death in Rome.", ["Rome"], id="angel"),
    ],
)
def test_places_are_those_where_the_story_is(text: str, places: list[str]) -> None:
    assert places_of(text) == places


def test_places_of_the_making_are_no_places_of_the_story() -> None:
    text = "Salt is a 1999 film directed by Jo Orr. It was filmed in Canada.\n\nPlot:\nMara lives in London."
    assert places_of(text) == ["London"]


def test_each_mention_of_a_place_is_evidence() -> None:
    text = "Mary lives in London. Tom leaves London."
    parsed = parsed_of(text)
    [place] = find_places(parsed, find_cast(parsed, ()))
    assert [span.of(text) for span in place.mentions] == ["London", "London"]


def test_head_word_of_a_mention_leads_to_the_place() -> None:
    parsed = parsed_of("Mara lives in Salt Lake City.")
    found = find_place_mentions(parsed, find_cast(parsed, ()))
    assert {parsed.doc[i].text: name for i, name in found.items()} == {"City": "Salt Lake City"}
