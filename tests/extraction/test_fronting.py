"""Trees in which a clause took its subject or object from the phrase beside it."""

import pytest

from tests.extraction.reading_aid import summaries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oskar loves Mara. While attending therapy Oskar apologizes to Mara for hurting her.",
            "Oskar apologizes to Mara.",
            id="a gerund without a comma",
        ),
        pytest.param(
            "Bela hates Ivo. Since leaving prison Bela works in a mill and sees Ivo.",
            "Bela leaves prison.",
            id="its object is no part of the name",
        ),
        pytest.param(
            "After her suicide attempt Mara finally decides to divorce Oskar but he refuses.",
            "Mara decides to divorce Oskar.",
            id="a noun without a comma",
        ),
        pytest.param(
            "After carrying him to the hospital a distraught Tom stays at Mara's bed while she's in a coma.",
            "A distraught Tom stays at Mara's bed.",
            id="an adjective before the name",
        ),
        pytest.param(
            "Mara makes eye contact with Jenny, then drops the bottle and burns herself.",
            "Mara drops the bottle.",
            id="then",
        ),
        pytest.param(
            "The Green Squad wins the second battle and the Grey Unit responds by ambushing Tom.",
            "The Grey Unit ambushes Tom.",
            id="a name behind an object",
        ),
        pytest.param(
            "Oskar regains her possessions and the two briefly reconcile in time for their son to be born.",
            "The two briefly reconcile in time for their son to be born.",
            id="the two behind an object",
        ),
        pytest.param(
            "After crossing over to become official members, Tom, Rich, and Noel join the crew.",
            "Tom, Rich, and Noel join the crew.",
            id="a list behind a comma",
        ),
        pytest.param(
            "Their intimacy increases and Mara, letting down her guard, kisses Tom igniting true love.",
            "Mara kisses Tom.",
            id="behind an aside",
        ),
        pytest.param(
            "Oskar loves Mara. Mara has a skiing accident that results in her injuring her knee.",
            "Mara injures her knee.",
            id="results in her",
        ),
        pytest.param(
            "Ivo and Bela show up in town, leading to Ivo and Bela having a brutal fight.",
            "Ivo and Bela have a brutal fight.",
            id="leads to two",
        ),
        pytest.param(
            "Tom loves Mara. One day he takes her, without warning, to his farm.",
            "Tom takes Mara without warning to his farm.",
            id="an aside before where",
        ),
    ],
)
def test_each_clause_has_its_own_subject_and_object(text: str, expected: str) -> None:
    assert expected in summaries(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara sees Tom hiding the money.", "Tom hides the money.", id="who is seen"),
        pytest.param("Mara confronts Tom leaving the house.", "Tom leaves the house.", id="who is met"),
        pytest.param("After the fire Mara visits Tom.", "Mara visits Tom.", id="one subject"),
        pytest.param("Before the wedding Tom and Mara flee.", "Tom and Mara flee.", id="two names"),
        pytest.param(
            "Mara finds a letter and the police arrest Tom.", "The police arrest Tom.", id="two clauses"
        ),
        pytest.param(
            "Mara tells Tom that she then leaves.", "Mara tells Tom that she then leaves.", id="then"
        ),
        pytest.param("Aghast, Mara yells for help.", "Mara yells for help.", id="a word set off"),
    ],
)
def test_what_was_right_stays_so(text: str, expected: str) -> None:
    assert expected in summaries(text)
