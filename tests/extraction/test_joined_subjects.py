"""Verbs whose subject the parser joined to the phrase before it."""

import pytest

from films.extraction.language_model import parse
from tests.extraction.reading_aid import summaries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "While Tom is watched by the guard, Ivo and his friend Eva are robbed in the street.",
            "Ivo and his friend Eva are robbed in the street.",
            id="behind a clause in front",
        ),
        pytest.param(
            "While trying out his new bike, Ivo and his best friend Carl Moor run into two sisters.",
            "Ivo and his best friend Carl Moor run into two sisters.",
            id="behind a gerund",
        ),
        pytest.param(
            "Because she married a singer, Eva Moor is kidnapped by her own father.",
            "Eva Moor is kidnapped by her own father.",
            id="one alone",
        ),
        pytest.param(
            "Years later, in civilian life in Winnipeg, Manitoba, a troubled Ivo goes through many jobs.",
            "A troubled Ivo goes through many jobs.",
            id="behind a place and its country",
        ),
        pytest.param(
            "Eva wakes up only to find that it has started snowing in Rome and flights are delayed.",
            "Flights are delayed.",
            id="behind and",
        ),
        pytest.param(
            "May died of pneumonia and Archer mourned her in earnest.",
            "Archer mourned her in earnest.",
            id="behind and, in the past",
        ),
        pytest.param(
            "An avalanche occurs, and Annie, Carl, and Ruth become trapped in a crevasse.",
            "Annie, Carl, and Ruth become trapped in a crevasse.",
            id="a list joined to a verb",
        ),
        pytest.param(
            "Oskar tells Ana that he loves Eva and Tom and leaves.", "Oskar leaves.", id="no new subject"
        ),
        pytest.param(
            "Eva hears that the girl drowned, and alcohol and a drug were found nearby.",
            "Alcohol and a drug were found nearby.",
            id="two of them",
        ),
        pytest.param(
            "During a routine check on Jeff, agent Roy Parmer (Pat Bell) finds proof.",
            "Agent Roy Parmer finds proof.",
            id="with an actor",
        ),
        pytest.param(
            "Using stolen ropes, Hank and Ruth teach the new men.",
            "Hank and Ruth teach the new men.",
            id="behind a participle",
        ),
        pytest.param("Oskar meets Tom, a baker, and leaves.", "Oskar leaves.", id="behind an aside"),
    ],
)
def test_what_stands_right_before_a_verb_without_subject_is_its_subject(text: str, expected: str) -> None:
    assert summaries(text)[-1] == expected


def test_what_is_told_to_others_is_no_clause_of_its_own() -> None:
    """The verb of the clause is in the present; "told" only says which stories."""
    text = (
        "Between songs, Mara reflects on life through flashbacks and stories told directly to guests or fans."
    )
    assert [token.text for token in next(parse([text])) if token.dep_.startswith("nsubj")] == ["Mara"]
