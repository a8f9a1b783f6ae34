"""Nouns that tell a happening beside another: "survives an explosion", "at his insistence"."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tom survives an explosion.", ["survives", "explosion"], id="survives"),
        pytest.param("Mara is saved by the intervention of Tom.", ["saved", "intervention"], id="saved by"),
        pytest.param(
            "At the insistence of Mara, Tom leaves.", ["insistence", "leaves"], id="at his insistence"
        ),
        pytest.param("Mara dies during the birth of her son.", ["dies", "birth"], id="during the birth"),
        pytest.param("Mara and Tom come into conflict with Ivo.", ["conflict"], id="come into conflict"),
        pytest.param("Mara has a conflict with Ivo.", [], id="has a conflict"),
        pytest.param("Her plea results in her acquittal.", ["plea", "acquittal"], id="results in"),
        pytest.param(
            "Tom sings with the encouragement of Ivo.", ["sings", "encouragement"], id="with his help"
        ),
        pytest.param("The group do their rehearsals.", ["rehearsals"], id="do their rehearsals"),
        pytest.param("Tom makes a proposition to her.", ["proposition"], id="makes a proposition"),
        pytest.param("After a shoot-out, Tom flees.", ["out", "flees"], id="a shoot-out"),
        pytest.param("Tom survives in the woods.", ["survives"], id="survives"),
        pytest.param("Tom comes into the house.", ["comes"], id="comes into a house"),
        pytest.param("During the show, Tom sleeps.", ["sleeps"], id="during the show"),
    ],
)
def test_a_noun_is_told_beside_a_verb(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
