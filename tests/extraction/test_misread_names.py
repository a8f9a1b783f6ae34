"""First names that the parser takes for adverbs or for modal verbs."""

import pytest

from films.extraction.language_model import parse
from tests.extraction.reading_aid import summaries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom Bell knows Molly Hart. He hits Molly and flees.", "Tom Bell hits Molly.", id="an object"
        ),
        pytest.param(
            "Molly Hart waits. Molly had to go to work and pats Ivo Bell on the head.",
            "Molly goes to work.",
            id="a subject",
        ),
        pytest.param(
            "Molly Hart waits. Molly and Polly Bell follow Ivo.",
            "Molly and Polly Bell follow Ivo.",
            id="the first of two",
        ),
        pytest.param(
            "Carly Hart waits. Vince Bell offers Carly a choice.",
            "Vince Bell offers Carly a choice.",
            id="to whom something is given",
        ),
        pytest.param("Tom sees his girl Molly.", "Tom sees his girl Molly.", id="behind a noun"),
        pytest.param(
            "Will Ames waits. Will is reconciled with Eva Bell.",
            "Will is reconciled with Eva Bell.",
            id="will",
        ),
        pytest.param("May Ames waits. May died of a fever.", "May died of a fever.", id="may"),
        pytest.param(
            "Lori Bell knows Will Ames. Lori and Will set the dock on fire.",
            "Lori and Will set the dock on fire.",
            id="two of whom one is Will",
        ),
        pytest.param(
            "Frank Bell knows Will Ames. Frank and Will catch up to the train.",
            "Frank and Will catch up to the train.",
            id="two who were taken apart",
        ),
        pytest.param(
            "Ned Bell arrives in his truck, and Will jumps onto it. Will Ames smiles.",
            "Will jumps onto it.",
            id="Will behind another clause",
        ),
        pytest.param(
            "Carly Hart and Sam Ames are poor. Carly and Sam are reunited.",
            "Carly and Sam are reunited.",
            id="two of whom one is like an adverb",
        ),
        pytest.param(
            "The ship's captain Will Ames is killed.",
            "The ship's captain Will Ames is killed.",
            id="with a surname",
        ),
    ],
)
def test_names_like_other_words_are_names(text: str, expected: str) -> None:
    assert expected in summaries(text)


@pytest.mark.parametrize("text", ["Will Ana leave?", "May God have mercy.", "Early one day, Ana leaves."])
def test_words_like_names_are_no_names(text: str) -> None:
    assert next(parse([text]))[0].tag_ in {"MD", "RB"}


def test_every_word_still_hangs_on_the_root_of_its_tree() -> None:
    text = (
        "The man who met Lori and Will set the dock on fire. Ana and Will, whom Tom and May know, left and "
        "sing. Molly and Will Bell flee. Those whom Will Ames and Ruth saw wait."
    )
    doc = next(parse([text]))
    roots = {token for token in doc if token.head == token}
    assert all(roots & {token, *token.ancestors} for token in doc)
