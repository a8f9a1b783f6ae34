"""Idioms that say what two people are to each other, and the same words meaning something else."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Mara steps out with Tom.", ("mara", Kind.PARTNER, "tom"), id="steps-out-with"),
        pytest.param(
            "Mara sees that Ana gave her heart to Tom.",
            ("ana", Kind.PARTNER, "tom"),
            id="gives-her-heart",
        ),
        pytest.param("Mara then did in Tom.", ("mara", Kind.ENEMY, "tom"), id="did-in"),
        pytest.param("Tom realizes that Al set him up.", ("al", Kind.ENEMY, "tom"), id="set-him-up"),
        pytest.param("Al is set up by Tom.", ("al", Kind.ENEMY, "tom"), id="is-set-up-by"),
        pytest.param("Tom turns Al in to the police.", ("al", Kind.ENEMY, "tom"), id="turns-in"),
        pytest.param("Al confronts Tom at gunpoint.", ("al", Kind.ENEMY, "tom"), id="at-gunpoint"),
        pytest.param("Tom makes an enemy of Al.", ("al", Kind.ENEMY, "tom"), id="makes-an-enemy"),
        pytest.param("Tom wants to get rid of Al.", ("al", Kind.ENEMY, "tom"), id="rid-of"),
        pytest.param(
            "Tom plans with Al to frighten Mara away.", ("al", Kind.COLLEAGUE, "tom"), id="plans-with"
        ),
        pytest.param(
            "Tom enlists the talents of Mara to fool Al.",
            ("tom", Kind.EMPLOYER, "mara"),
            id="enlists-her-talents",
        ),
        pytest.param("Tom becomes very fond of Al.", ("al", Kind.FRIEND, "tom"), id="fond-of"),
    ],
)
def test_idioms_tell_what_two_are_to_each_other(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Mara steps out with her dog.", id="out-with-a-dog"),
        pytest.param("Al set up a shop with Tom.", id="sets-up-a-shop"),
        pytest.param("Tom does not set Al up.", id="denied"),
        pytest.param("Tom steps out to Mara.", id="steps-out-to"),
        pytest.param("Al turns to Tom in the park.", id="turns-to"),
    ],
)
def test_same_words_meant_otherwise_tell_nothing(sentence: str) -> None:
    assert not told(sentence)


def test_idioms_cut_off_behind_any_word_are_read() -> None:
    for cut in ("Mara steps out with", "Tom gets", "Tom sets Al", "Tom plans with Al", "Tom gets rid of"):
        assert not told(cut)
