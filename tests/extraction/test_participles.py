"""Participles that look like nouns and adjectives, and verbs that a hyphen joins."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("After learning of the war, Ivo leaves.", ["learning", "leaves"], id="after -ing"),
        pytest.param("Upon meeting Mara, Ivo joined the guild.", ["meeting", "joined"], id="upon -ing"),
        pytest.param("After his hunting trip, Ivo leaves.", ["leaves"], id="after a trip"),
        pytest.param(
            "Tom backs out of the plan, annoying Mara, who steps out.",
            ["backs", "annoying", "steps"],
            id="annoying her",
        ),
        pytest.param(
            "A wind bursts across the cliffs, terrifying Mara, and a cross falls.",
            ["bursts", "terrifying", "falls"],
            id="terrifying her",
        ),
        pytest.param("The visitors are Tom, charming Mara, and Ivo.", [], id="charming Mara"),
        pytest.param(
            "Eavesdropping, he learns that she lied.", ["Eavesdropping", "learns", "lied"], id="one word"
        ),
        pytest.param("He starts hallucinating and is killed.", ["hallucinating", "killed"], id="starts -ing"),
        pytest.param("She starts bleeding.", ["bleeding"], id="starts bleeding"),
        pytest.param("She starts a painting.", ["starts"], id="starts a painting"),
        pytest.param(
            "The story ends with Ana Bell meeting a man.", ["meeting"], id="ends with her meeting him"
        ),
        pytest.param(
            "After a talk at a university, Dr. Mara Vell, an expert on killers, is cornered in the restroom"
            " by one of her patients, Tom Bell, who has escaped from prison.",
            ["talk", "cornered", "escaped"],
            id="cornered by",
        ),
        pytest.param("Mara is unimpressed by Tom.", [], id="unimpressed by"),
        pytest.param("He was double-crossed by his partner Tom.", ["crossed"], id="double-crossed"),
        pytest.param("He is court-martialed and dismissed.", ["martialed", "dismissed"], id="hyphen"),
        pytest.param("Thomas accidentally rear-ends a vehicle.", ["ends"], id="rear-ends"),
        pytest.param("Mara is well-known and half-starved.", [], id="well-known"),
    ],
)
def test_a_participle_that_looks_like_another_word_tells(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
