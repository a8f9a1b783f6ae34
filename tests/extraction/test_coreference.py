"""Who is meant by pronouns and descriptions: one phenomenon a row."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.parsed import parse_document
from films.reading import read_text
from films.vocabulary import MentionKind


def meant(text: str, word: str, occurrence: int = 1) -> set[str]:
    """Return the names of those whom the n-th occurrence of a word in the text means."""
    parsed = parse_document(read_text("story.txt", text))
    cast = find_cast(parsed, find_cast_entries(parsed))
    places = [token.i for token in parsed.doc if token.text == word]
    return {cast.chain(key).name for key in cast.at(places[occurrence - 1])}


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param("Peter meets Mary. He smiles.", "He", 1, {"Peter"}, id="gender"),
        pytest.param("Peter meets Bruno. He smiles.", "He", 1, {"Peter"}, id="subject before object"),
        pytest.param("Peter lives alone. Bruno sees him.", "him", 1, {"Peter"}, id="not a fellow argument"),
        pytest.param(
            "Peter lives here. Bruno talks to him.", "him", 1, {"Peter"}, id="not one within a phrase"
        ),
        pytest.param("Peter hurts himself.", "himself", 1, {"Peter"}, id="reflexive"),
        pytest.param(
            "Bruno meets Peter. Peter loves his wife.", "his", 1, {"Peter"}, id="possessor is the subject"
        ),
        pytest.param(
            "Bruno sleeps. Once he finds Peter, they leave.", "he", 1, {"Bruno"}, id="not whom he acts on"
        ),
        pytest.param(
            "Bruno sleeps. Tired of his work, Peter leaves.", "his", 1, {"Peter"}, id="fronted clause"
        ),
        pytest.param(
            "Put in charge of his son, Peter leaves.", "his", 1, {"Peter"}, id="first words of a story"
        ),
        pytest.param("Having no money, he asks Mary. Peter calls.", "he", 1, set(), id="nobody yet"),
        pytest.param("Peter, who loves Mary, leaves.", "who", 1, {"Peter"}, id="relative pronoun"),
        pytest.param("Mary, whose house burns, leaves.", "whose", 1, {"Mary"}, id="relative possessor"),
        pytest.param("A man who loves Mary leaves.", "who", 1, {"a man"}, id="relative of a description"),
        pytest.param('Peter tells Mary, "I will always love you."', "I", 1, {"Peter"}, id="speaker"),
        pytest.param("Peter asks Mary. I like that.", "I", 1, set(), id="teller"),
        pytest.param(
            "Ziv, a widow, meets Orla. She smiles at him.", "She", 1, {"Ziv"}, id="learnt from a noun"
        ),
    ],
)
def test_a_singular_pronoun_means_the_likeliest_person(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param("Peter and Mary marry. They leave.", "They", 1, {"Peter", "Mary"}, id="joined"),
        pytest.param("Peter meets Mary. They marry.", "They", 1, {"Peter", "Mary"}, id="subject and object"),
        pytest.param("Peter meets Mary. The two marry.", "two", 1, {"Peter", "Mary"}, id="the two"),
        pytest.param(
            "Peter meets Mary. The couple marries.", "couple", 1, {"Peter", "Mary"}, id="the couple"
        ),
        pytest.param(
            "Peter leaves Bruno, Mary and Ines. The three weep.",
            "three",
            1,
            {"Bruno", "Mary", "Ines"},
            id="a number that agrees",
        ),
        pytest.param("Peter and Mary meet. Both leave.", "Both", 1, {"Peter", "Mary"}, id="both"),
        pytest.param("Peter and Mary love each other.", "other", 1, {"Peter", "Mary"}, id="each other"),
        pytest.param("Peter and Mary hurt themselves.", "themselves", 1, {"Peter", "Mary"}, id="reflexive"),
        pytest.param(
            "Peter has two sons, Bruno and Ziv. The sons leave.", "sons", 2, {"Bruno", "Ziv"}, id="the sons"
        ),
        pytest.param(
            "Tom Orr and his wife Mary arrived. The Orrs left.",
            "Orrs",
            1,
            {"Tom Orr", "Mary"},
            id="family name",
        ),
        pytest.param(
            "Peter lives with his mother Mary and sister Ines. The family leaves.",
            "family",
            1,
            {"Peter", "Mary", "Ines"},
            id="the family",
        ),
        pytest.param(
            "Bruno is ill. His father Peter and mother Mary arrive. His parents weep.",
            "parents",
            1,
            {"Peter", "Mary"},
            id="parents",
        ),
        pytest.param("Peter meets some friends. They leave.", "They", 1, {"some friends"}, id="a group"),
        pytest.param(
            "Detectives Tom Orr and Max Vell leave.",
            "Detectives",
            1,
            {"Tom Orr", "Max Vell"},
            id="plural title",
        ),
        pytest.param(
            "Peter, Bruno and Ines, the only witnesses, flee.",
            "witnesses",
            1,
            {"Peter", "Bruno", "Ines"},
            id="plural apposition",
        ),
    ],
)
def test_a_plural_means_those_who_are_present(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param("Peter asks his sister Mary.", "sister", 1, {"Mary"}, id="name after the noun"),
        pytest.param("Peter has a son, Bruno, and leaves.", "son", 1, {"Bruno"}, id="name after a comma"),
        pytest.param("A woman named Orla arrives.", "woman", 1, {"Orla"}, id="named"),
        pytest.param("Mary, a young nurse, arrives.", "nurse", 1, {"Mary"}, id="noun after the name"),
        pytest.param(
            "Mary is a nurse. Later the nurse leaves.", "nurse", 2, {"Mary"}, id="told by a predicate"
        ),
        pytest.param(
            "Peter meets a nurse. The nurse smiles.", "nurse", 2, {"a nurse"}, id="introduced before"
        ),
        pytest.param(
            "Peter asks his sister Mary. His sister smiles.", "sister", 2, {"Mary"}, id="kin told before"
        ),
        pytest.param(
            "Mary is Peter's daughter. Her father smiles.", "father", 1, {"Peter"}, id="inverse kin"
        ),
        pytest.param(
            "Peter leaves his wife Mary. Her husband weeps.", "husband", 1, {"Peter"}, id="inverse spouse"
        ),
        pytest.param(
            "Husband and wife Ziv and Orla arrive.", "Husband", 1, {"Ziv"}, id="a pair of nouns, first"
        ),
        pytest.param(
            "Husband and wife Ziv and Orla arrive.", "wife", 1, {"Orla"}, id="a pair of nouns, second"
        ),
        pytest.param("Peter raises his son Bruno. Mary likes the boy.", "boy", 1, {"Bruno"}, id="the boy"),
        pytest.param(
            "Peter meets a man. Another man arrives. He leaves.", "man", 2, {"another man"}, id="another man"
        ),
        pytest.param("Mary weeps. A nurse comes. Mary is not a nurse.", "nurse", 2, set(), id="denied"),
    ],
)
def test_a_description_means_a_known_person_where_it_can(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected


def test_a_description_told_before_the_name_joins_the_name() -> None:
    text = "Peter lives with his sister. His sister Mary works."
    parsed = parse_document(read_text("story.txt", text))
    cast = find_cast(parsed, ())
    assert [chain.name for chain in cast.chains] == ["Peter", "Mary"]
    mary = cast.chains[1]
    assert [mention.kind for mention in mary.mentions].count(MentionKind.NOMINAL) == 2


def test_mentions_and_heads_agree() -> None:
    parsed = parse_document(read_text("story.txt", "Mary Vell meets a man. She asks him about his dog."))
    cast = find_cast(parsed, ())
    for chain in cast.chains:
        assert all(cast.at(mention.head) == (chain.key,) for mention in chain.mentions)
