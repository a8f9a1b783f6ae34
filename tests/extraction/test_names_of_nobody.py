"""Names of offices, units, things and places, and how those are called who have no name."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from tests.extraction.reading_aid import parsed_of


def characters(text: str) -> dict[str, bool]:
    parsed = parsed_of(text)
    return {chain.name: chain.is_named for chain in find_cast(parsed, find_cast_entries(parsed)).chains}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Vell sees Chief of Staff Lloyd Orr and Major Bell.", {"Mara Vell", "Lloyd Orr", "Major Bell"}),
        ("Mara Vell boards Flight 180. Flight 180 crashes.", {"Mara Vell"}),
        ("Mara Vell and Tom celebrate via Zoom.", {"Mara Vell", "Tom"}),
        ("American Special Forces capture Mara Vell.", {"Mara Vell"}),
        ("Mara Vell and Tom meet at the Ambassador Hotel.", {"Mara Vell", "Tom"}),
        (
            "The National Safety Board (NSB) claims that Mara Vell lied. The NSB questions Mara.",
            {"Mara Vell"},
        ),
        ("Mara Vell travels to Alexandria with Tom. They flee to Alexandria.", {"Mara Vell", "Tom"}),
        ("Mara Vell attacks Arden, the capital of the south. She captures Arden.", {"Mara Vell"}),
        ("Tom leads a project code-named “Blue Sky”.", {"Tom"}),
        ("Tom composes a poem called “Tomorrow”. Mara Vell recites “Tomorrow”.", {"Tom", "Mara Vell"}),
        ("Mara Vell has a portrait of Richard Orr.", {"Mara Vell"}),
        ("Tom could be another Richard Orr.", {"Tom"}),
        ("Underneath Mara Vell's house, Tom runs a bar.", {"Mara Vell", "Tom"}),
        ("Ma Vell (Lucille La Verne) waits. La Verne's son Tom leaves her.", {"Ma Vell", "Tom"}),
        # near misses
        ("Mara Vell has a portrait of Richard Orr. Richard meets Mara.", {"Mara Vell", "Richard Orr"}),
        ("Mara Vell goes to Tom. Tom greets her.", {"Mara Vell", "Tom"}),
        ("The chief of the village greets Mara Vell.", {"the chief", "Mara Vell"}),
        ("An agent code-named Falcon shoots Mara Vell. Falcon flees.", {"Falcon", "Mara Vell"}),
    ],
)
def test_offices_units_places_and_works_are_nobody(text: str, expected: set[str]) -> None:
    assert characters(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Deke "Reverend" O\'Vell, a con man, sells shares.', 'Deke "Reverend" O\'Vell'),
        ('Tom calls "Pom Pom," who sings.', "Pom Pom"),
        ('Mara Vell sees her "mother" (a robot).', "her mother"),
        ("Mara Vell marries his boss' daughter.", "his boss' daughter"),
        ("However, only 120 men follow Mara Vell.", "120 men"),
        ("The planes annoy a suburb, whose residents protest.", "residents"),
    ],
)
def test_how_somebody_is_called(text: str, name: str) -> None:
    assert name in characters(text)
