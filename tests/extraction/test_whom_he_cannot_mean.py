"""Whom the grammar keeps a singular pronoun from meaning, and whom it leaves after all."""

import pytest

from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Mary is rich. Ines works for her. After seeing how happy Ines is, she sells the house.",
            "she",
            1,
            {"Mary"},
            id="not one named in what she has seen",
        ),
        pytest.param(
            "Bruno hates Peter. While wondering whether Peter will leave, he falls.",
            "he",
            1,
            {"Bruno"},
            id="not one named in what he wonders",
        ),
        pytest.param(
            "Bruno is angry. After sending Peter on a trip, he calls Mary.",
            "he",
            1,
            {"Bruno"},
            id="not whom he has sent",
        ),
        pytest.param(
            "Bruno waits. When Peter finds the letter, he leaves.",
            "he",
            1,
            {"Peter"},
            id="the clause before has a subject of its own",
        ),
        pytest.param(
            "Bruno sings. Acting as the driver, he leaves.", "he", 1, {"Bruno"}, id="what he acts as"
        ),
        pytest.param(
            "Bruno is in jail. An old friend of his family, Peter, gives him a book.",
            "him",
            1,
            {"Bruno"},
            id="not the name beside the noun that acts",
        ),
        pytest.param(
            "Peter loves Ana. Bruno says goodbye to Ana, but he learns Mary and Bruno's plan.",
            "he",
            1,
            {"Peter"},
            id="not the second owner of what he learns",
        ),
        pytest.param(
            "Bruno is blind. Peter says that Ivo was his saviour.",
            "his",
            1,
            {"Peter"},
            id="not who is said to be his",
        ),
        pytest.param(
            "Bruno sings. Fortunately for Peter, he is not there.", "he", 1, {"Peter"}, id="fortunate for him"
        ),
        pytest.param("Peter sings. For Bruno, he buys a hat.", "he", 1, {"Peter"}, id="not for whom he acts"),
        pytest.param(
            "Bruno is rich. With ruin facing him, Peter sells the house.",
            "him",
            1,
            {"Peter"},
            id="what faces him",
        ),
        pytest.param(
            "Bruno is rich. With him, Peter sells the house.", "him", 1, {"Bruno"}, id="not together with him"
        ),
        pytest.param(
            "Bruno is caught. With Peter's help, he escapes.", "he", 1, {"Bruno"}, id="not who helps"
        ),
        pytest.param(
            "Bruno is caught. With the help of Peter, he escapes.", "he", 1, {"Bruno"}, id="not who helps, of"
        ),
        pytest.param(
            "Mary Vell wears a mask. Mr. Orr takes off the mask and sees that she is Mary Vell.",
            "she",
            1,
            {"Mary Vell"},
            id="who she is",
        ),
        pytest.param(
            "An enraged Bruno murders Peter, turns himself in and is sentenced.",
            "himself",
            1,
            {"Bruno"},
            id="the subject of the verbs in a row",
        ),
    ],
)
def test_the_grammar_excludes_some(text: str, word: str, occurrence: int, expected: set[str]) -> None:
    assert meant(text, word, occurrence) == expected


def test_half_a_name_is_no_pronoun() -> None:
    text = "Peter fears Bruno. He-Bat attacks. Ana meets He-Bat. Peter flees from He-Bat."
    assert meant(text, "He") <= {"He-Bat"}
