"""Actors who stand in brackets behind their parts, or play the hero, by surname alone."""

import pytest

from films.extraction.extract import extract
from films.extraction.film.cast_list import find_cast_entries
from films.reading import read_text
from tests.extraction.reading_aid import parsed_of


def entries_of(text: str) -> list[tuple[str, str]]:
    return [(entry.actor, entry.role) for entry in find_cast_entries(parsed_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mara Vell (Marlo), Ivo (Howard), Tom (Dundan) and Max (Herbert) meet an aunt (Hastings).",
            [
                ("Marlo", "Mara Vell"),
                ("Howard", "Ivo"),
                ("Dundan", "Tom"),
                ("Herbert", "Max"),
                ("Hastings", "an aunt"),
            ],
        ),
        (
            "Mara (Jo Smith) loves Tom (Al Brown), son of the owner of the old mill (Kim Orr).",
            [("Jo Smith", "Mara"), ("Al Brown", "Tom"), ("Kim Orr", "the owner")],
        ),
        ("Smith plays Mara Vell, a widow. Mara moves. Tom loves Mara.", [("Smith", "Mara Vell")]),
        ("Tom plays Prince Hal, a fool, at school. Tom leaves. Tom returns.", []),
        ("Mara Vell (Howard) waits. Tom Orr leaves.", []),
    ],
)
def test_who_stands_in_brackets_or_plays_a_hero_is_an_actor(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert entries_of(text) == expected


def test_each_of_three_actors_plays_one_of_the_three_before_them() -> None:
    story = "Ma Vell sees Jen, Joe and Max (Jo Smith, Al Brown and Kim Orr). Jen leaves. Max and Joe stay."
    found = extract(read_text("story.txt", story.encode())).credits
    assert {(c.person, c.character) for c in found} == {
        ("Jo Smith", "jen"),
        ("Al Brown", "joe"),
        ("Kim Orr", "max"),
    }
