"""What the place of a pronoun, and what was just spoken of, say for those whom it may mean."""

import pytest

from tests.extraction.reading_aid import meant

HERO = "Bruno is a sailor. Bruno sings. Bruno drinks. "


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            HERO + "Mary asks Bruno about a clerk. When the clerk is found, Mary bribes him.",
            "him",
            1,
            {"the clerk", "a clerk"},
            id="subject of the clause before",
        ),
        pytest.param(
            "Peter has a niece, Ines. Bruno falls for Peter's niece, but she resists him.",
            "him",
            1,
            {"Bruno"},
            id="whom the one before acts on",
        ),
        pytest.param(
            "Bruno sings. Bruno chases Peter, but Mary rescues him.",
            "him",
            1,
            {"Peter"},
            id="acted on in both",
        ),
        pytest.param(
            "Peter is ill. Bruno attempts to call Peter, but Mary stops him.",
            "him",
            1,
            {"Bruno"},
            id="who is stopped",
        ),
        pytest.param(
            HERO
            + "Mary, who no longer cares for Bruno, leaves the house with Peter and tells him the truth.",
            "him",
            1,
            {"Peter"},
            id="with whom one speaks",
        ),
        pytest.param(
            "Peter knows a secret. When Peter asks Bruno about it, he lies, but Peter does not believe it.",
            "he",
            1,
            {"Bruno"},
            id="not who is named next",
        ),
        pytest.param(
            "Peter has a dog. Bruno sees Peter feed his own dog.", "his", 1, {"Peter"}, id="his own"
        ),
        pytest.param(
            "Bruno sings. Bruno meets Tom. Tom says that his brother is ill.",
            "his",
            1,
            {"Tom"},
            id="who says it",
        ),
        pytest.param(
            "Bruno and Peter are pilots. Bruno kills Peter. Later, in the town, Mary sees him.",
            "him",
            1,
            {"Bruno"},
            id="the dead are seldom meant",
        ),
        pytest.param(
            "Ines is killed. Ana sees a vision of Ines. She smiles at her.",
            "her",
            1,
            {"Ines"},
            id="but a vision of the dead",
        ),
        pytest.param(
            "Tom lies to Max. Tom learns that the victim is not Bruno, but his friend.",
            "his",
            1,
            {"Bruno"},
            id="not he but his friend",
        ),
        pytest.param(
            "Bruno loves Ana. Ana calls him, and Peter waits. She tells him the truth.",
            "him",
            2,
            {"Bruno"},
            id="who was called so just before",
        ),
    ],
)
def test_hints_tell_whom_a_pronoun_means(text: str, word: str, occurrence: int, expected: set[str]) -> None:
    assert meant(text, word, occurrence) <= expected
    assert meant(text, word, occurrence)
