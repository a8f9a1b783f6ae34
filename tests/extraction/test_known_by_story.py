"""Who is meant where the story tells it: kin, deeds, company, love. One phenomenon a row."""

import pytest

from films.extraction.extract import extract
from films.reading import read_text
from films.vocabulary import Gender
from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Mary lives with her daughter Ines. Peter calls. Mother and daughter laugh.",
            "Mother",
            1,
            {"Mary"},
            id="mother of a pair",
        ),
        pytest.param(
            "Mary lives with her daughter Ines. Peter calls. Mother and daughter laugh.",
            "daughter",
            2,
            {"Ines"},
            id="daughter of a pair",
        ),
        pytest.param(
            "Peter lives with his uncle Bruno. Max waits. At night uncle and nephew leave.",
            "nephew",
            1,
            {"Peter"},
            id="who was told to have an uncle",
        ),
        pytest.param(
            "Max hates the father and the daughter. Peter calls. Father and daughter leave.",
            "daughter",
            2,
            {"the daughter"},
            id="a pair of whom no kin is told",
        ),
        pytest.param(
            "The constables catch Bruno. Max waits. The prisoner escapes.",
            "prisoner",
            1,
            {"Bruno"},
            id="prisoner",
        ),
        pytest.param(
            "Bruno murders Max. Peter waits. The killer escapes.", "killer", 1, {"Bruno"}, id="killer"
        ),
        pytest.param(
            "Bruno kidnaps Max. Peter waits. The hostage escapes.", "hostage", 1, {"Max"}, id="hostage"
        ),
        pytest.param(
            "Max is attacked by Bruno. Peter waits. The attacker flees.",
            "attacker",
            1,
            {"Bruno"},
            id="who acts in a passive",
        ),
        pytest.param(
            "Bruno does not kill Max. The killer is never found.",
            "killer",
            1,
            {"the killer"},
            id="denied deed",
        ),
        pytest.param(
            "Bruno kills Max. The killer of Ines calls.", "killer", 1, {"Bruno"}, id="one who has killed"
        ),
        pytest.param(
            "Bruno sees Max. The hotel guy calls.", "guy", 1, {"the hotel guy"}, id="told as somebody new"
        ),
        pytest.param(
            "Bruno sees Max. The condemned man calls.",
            "man",
            1,
            {"the condemned man"},
            id="what none was told",
        ),
        pytest.param("Mary dies. Peter sees Mary's ghost.", "ghost", 1, {"Mary"}, id="ghost"),
        pytest.param(
            "Mary dies. Peter sees Mary's ghost. The ghost laughs.",
            "ghost",
            2,
            {"Mary"},
            id="the ghost again",
        ),
        pytest.param(
            "Peter's father Bruno calls and demands he leave Mary.", "he", 1, {"Peter"}, id="what one demands"
        ),
        pytest.param(
            "Peter's father Bruno calls and says he left Mary.", "he", 1, {"Bruno"}, id="what one says"
        ),
        pytest.param(
            "When Bruno fights Ines, Peter is impressed by his courage.",
            "his",
            1,
            {"Bruno"},
            id="what impresses one",
        ),
        pytest.param(
            "Peter marries Mary. Peter's brother Max leaves; his wife Ines hates Mary.",
            "his",
            1,
            {"Max"},
            id="whose wife has another name",
        ),
        pytest.param(
            "Peter marries Mary. Peter's brother Max leaves; his wife hates him.",
            "his",
            1,
            {"Peter"},
            id="who has a wife",
        ),
        pytest.param(
            "Peter Vell loves Ines. Peter's mother calls. Mrs. Vell hates Ines.",
            "mother",
            1,
            {"Mrs. Vell"},
            id="mother by the surname",
        ),
        pytest.param(
            "Peter Vell has a wife, Mary. Mary sings. Max sees Mrs. Vell.",
            "Vell",
            2,
            {"Mary"},
            id="wife by the surname",
        ),
        pytest.param(
            "Peter Vell has a wife, Mary. Max sees Mr. Vell.", "Vell", 2, {"Peter Vell"}, id="no wife"
        ),
        pytest.param(
            "Max sleeps. As they get to know each other, Mary falls in love with Peter.",
            "they",
            1,
            {"Mary", "Peter"},
            id="two of whom the sentence goes on to tell",
        ),
        pytest.param(
            "Bruno sails alone. Peter sets out with his friends, Max, Ines, and Mary. The group stops.",
            "group",
            1,
            {"Peter", "Max", "Ines", "Mary"},
            id="who leads is of the group",
        ),
        pytest.param(
            "Two women have been strangled. Peter is received by Mary, and together they leave.",
            "they",
            1,
            {"Peter", "Mary"},
            id="two of the sentence before many of another",
        ),
        pytest.param(
            "Two other riders seize Mary. They turn out to be Peter and Max. They tie her up.",
            "They",
            2,
            {"Peter", "Max"},
            id="who a group turns out to be",
        ),
        pytest.param(
            "Pilgrims sing. Peter begs Mary to stay. The driver takes them both along.",
            "them",
            1,
            {"Peter", "Mary"},
            id="both are two",
        ),
        pytest.param(
            "A boy sings. Mary calls. Ines waits. Mary laughs. Ines sleeps. Mary wakes. "
            "Mary has a son, Peter. Mary feeds the boy.",
            "boy",
            2,
            {"Peter"},
            id="a boy at hand before one of long ago",
        ),
        pytest.param(
            "Mary has a son, Peter. A boy sings. Mary feeds the boy.",
            "boy",
            2,
            {"a boy"},
            id="a boy just told of",
        ),
        pytest.param(
            "Mary Vell sings. Her father, old Major Vell, weeps.",
            "Vell",
            2,
            {"Major Vell"},
            id="her old father",
        ),
        pytest.param(
            "Peter is married to Mary. Peter dies. Max greets the widow.", "widow", 1, {"Mary"}, id="widow"
        ),
        pytest.param(
            "Peter is married to Mary. Max greets the widow.", "widow", 1, {"the widow"}, id="nobody has died"
        ),
        pytest.param(
            "Peter is married to Mary, they've got two girls, Ana and Ines. Max sees the family.",
            "family",
            1,
            {"Peter", "Mary", "Ana", "Ines"},
            id="girls whom one has",
        ),
        pytest.param(
            "Mary insults the Vells. Peter Vell weeps. Mary leaves. Max Vell calls.",
            "Vells",
            1,
            {"Peter Vell", "Max Vell"},
            id="a family by its name, once",
        ),
        pytest.param(
            "Peter arrives with Max, and makes the acquaintance of Mary. They sing.",
            "acquaintance",
            1,
            set(),
            id="an acquaintance that is made",
        ),
    ],
)
def test_what_was_told_says_who_is_meant(text: str, word: str, occurrence: int, expected: set[str]) -> None:
    assert meant(text, word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        pytest.param("Mary marries Quell. Quell has a shop.", "Quell", Gender.MALE, id="marries a woman"),
        pytest.param(
            "Mary falls in love with Quell. Quell leaves.", "Quell", Gender.MALE, id="a woman loves"
        ),
        pytest.param("Peter has an affair with Quell.", "Quell", Gender.FEMALE, id="a man's affair"),
        pytest.param("He proposes to Quell. Quell declines.", "Quell", Gender.FEMALE, id="a pronoun tells"),
        pytest.param("Peter and Quell meet. Quell leaves.", "Quell", None, id="no love"),
        pytest.param(
            "Mary marries Quell. She leaves, and Quell, whose mother is proud of her, sings. Quell calls her"
            " own sister, then Quell puts on her hat and Quell buys her own house.",
            "Quell",
            Gender.FEMALE,
            id="pronouns say otherwise",
        ),
        pytest.param(
            "Quell opens a shop. The shop burns.\n\nCast:\nJoan Orr as Quell\nPeter Bell as Max\n",
            "Quell",
            Gender.FEMALE,
            id="an actress",
        ),
    ],
)
def test_love_and_actors_hint_at_a_gender(text: str, name: str, gender: Gender | None) -> None:
    characters = extract(read_text("story.txt", text.encode())).characters
    assert {c.name: c.gender for c in characters}[name] is gender
