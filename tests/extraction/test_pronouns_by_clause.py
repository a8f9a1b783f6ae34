"""Whom a singular pronoun means by its clause: who acts unsaid, who is named later, what is another's."""

import pytest

from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Bruno is in jail. Mary hires Peter, a lawyer, to save him.",
            "him",
            1,
            {"Bruno"},
            id="not the one who is hired to act",
        ),
        pytest.param(
            "Bruno is ill. Peter tricks Ivo into telling him the truth.",
            "him",
            1,
            {"Peter"},
            id="not the one who is talked into it",
        ),
        pytest.param(
            "Bruno is ill. Peter blames Ivo for deceiving him.",
            "him",
            1,
            {"Peter"},
            id="not the one who is blamed",
        ),
        pytest.param(
            "Bruno is ill. Peter stops Max by tripping him.",
            "him",
            1,
            {"Max"},
            id="done by what is done to him",
        ),
        pytest.param(
            "Bruno hides. Hoping to lure him out, Peter waits.",
            "him",
            1,
            {"Bruno"},
            id="not who hopes to act on him",
        ),
        pytest.param(
            "Peter sees Bruno. While Bruno holds a knife in his hand, Peter flees.",
            "his",
            1,
            {"Bruno"},
            id="subject of its own fronted clause",
        ),
        pytest.param(
            "Bruno sleeps. Fearing that his brother will follow him, Peter flees.",
            "his",
            1,
            {"Peter"},
            id="who fears it",
        ),
        pytest.param(
            "Bruno sleeps. Learning that Ivo hates him, Peter flees.", "him", 1, {"Peter"}, id="who learns it"
        ),
        pytest.param(
            "Peter waits. Bruno finds a key. When he opens the door, Peter flees.",
            "he",
            1,
            {"Bruno"},
            id="goes on before the main clause",
        ),
        pytest.param(
            "Bruno calls. When he comes home, Peter shows him a letter.",
            "he",
            1,
            {"Bruno"},
            id="the object of the main clause",
        ),
        pytest.param("Bruno shoots Peter and is himself shot.", "himself", 1, {"Bruno"}, id="emphatic"),
        pytest.param(
            "Peter is wounded. Bruno takes his place.", "his", 1, {"Peter"}, id="place that another takes"
        ),
        pytest.param(
            "Peter loves Bruno. Bruno does not return his feelings.",
            "his",
            1,
            {"Peter"},
            id="feelings that another returns",
        ),
        pytest.param(
            "Ines asks for money. Mary agrees to her terms.", "her", 1, {"Ines"}, id="terms of another"
        ),
        pytest.param(
            "Mary is a nurse. At Ines's urging, she helps Peter.", "she", 1, {"Mary"}, id="not who urges her"
        ),
        pytest.param(
            "Ines sings. Hoping to woo Mary, Peter invites her.",
            "her",
            1,
            {"Mary"},
            id="no list before a comma",
        ),
        pytest.param(
            "Mary is angry. Ines seeks out Mary to shoot her.", "her", 1, {"Mary"}, id="whom one seeks for it"
        ),
        pytest.param(
            "Mary, Peter and her friend Ines leave.", "her", 1, {"Mary"}, id="the woman of those listed"
        ),
        pytest.param(
            "Mary is sad. Ines spends more time with her.",
            "her",
            1,
            {"Mary"},
            id="not who spends time with her",
        ),
        pytest.param(
            "Bruno sings. Peter calls. Realizing that Mary loves Peter, he leaves.",
            "he",
            1,
            {"Bruno"},
            id="not one named in what he realizes",
        ),
        pytest.param(
            "Mary is a mother with six children, who finds work.", "who", 1, {"Mary"}, id="one who finds"
        ),
    ],
)
def test_the_clause_tells_whom_a_pronoun_means(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Bruno is at home. When Peter tells him that Ana is dead, he leaves.",
            "him",
            1,
            {"Bruno"},
            id="not the subject of its clause",
        ),
        pytest.param(
            "Bruno is at home. When Peter tells him that Ana is dead, he leaves.",
            "he",
            1,
            {"Bruno"},
            id="whom the clause before tells it",
        ),
        pytest.param(
            "Bruno is at home. When Peter finds him, he kills him.",
            "he",
            1,
            {"Peter"},
            id="not whom both verbs act on",
        ),
        pytest.param(
            "Bruno learns that Peter is trying to leave, so he cuts the rope.",
            "he",
            1,
            {"Bruno"},
            id="so: who has learnt it",
        ),
        pytest.param("Bruno insults Peter, so he leaves.", "he", 1, {"Peter"}, id="so: whom it is done to"),
        pytest.param(
            "Max sings. Max drinks. Max hires Peter. He cuts the rope while Max is asleep.",
            "He",
            1,
            {"Peter"},
            id="not who is named in the clause behind",
        ),
    ],
)
def test_clauses_of_one_sentence_share_their_people(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected
