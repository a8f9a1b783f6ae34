"""Who is meant by pronouns and descriptions: one phenomenon a row."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.parsed import parse_document
from films.reading import read_text
from films.vocabulary import MentionKind
from tests.extraction.reading_aid import meant


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
        pytest.param("Bruno calls Peter and warns him.", "him", 1, {"Peter"}, id="not the shared subject"),
        pytest.param(
            "Bruno is alone. Peter and Ziv pity him.", "him", 1, {"Bruno"}, id="not one of a joint subject"
        ),
        pytest.param(
            "Bruno is alone. Peter, his brother, calls.", "his", 1, {"Bruno"}, id="not what it stands beside"
        ),
        pytest.param(
            "Bruno is alone. Peter is his brother.", "his", 1, {"Bruno"}, id="not whose predicate it is in"
        ),
        pytest.param(
            "Mary meets Ines. Mary discovers her talking to Peter.",
            "her",
            1,
            {"Ines"},
            id="not who sees the object act",
        ),
        pytest.param(
            "Bruno asks Peter to help him.", "him", 1, {"Bruno"}, id="not the object that is to act"
        ),
        pytest.param("Mary takes Peter with her.", "her", 1, {"Mary"}, id="company of the subject"),
        pytest.param(
            "Bruno argues with Peter and his friends.", "his", 1, {"Peter"}, id="possessor joined by and"
        ),
        pytest.param(
            "Bruno waits. Peter meets a man. The man claims that he saw Mary.",
            "he",
            1,
            {"a man"},
            id="who says it",
        ),
        pytest.param(
            "Peter warns Bruno that he must leave.", "he", 1, {"Bruno"}, id="one is warned of oneself"
        ),
        pytest.param(
            "Bruno sleeps. On his way home, he meets Peter.", "his", 1, {"Bruno"}, id="both pronouns are one"
        ),
        pytest.param(
            "Bruno has a gun. Peter waits. Taking Peter's coat, he leaves.",
            "he",
            1,
            {"Bruno"},
            id="not one named in his participle",
        ),
        pytest.param(
            "Ines cooks. Coached by Mary from the flat above, she smiles.",
            "she",
            1,
            {"Ines"},
            id="not one by whom it is done to her",
        ),
        pytest.param(
            "When Peter finds Bruno's letter, he leaves.", "he", 1, {"Peter"}, id="subject before the comma"
        ),
        pytest.param(
            "Peter wants the farm, but Bruno refuses. Peter orders his death.",
            "his",
            1,
            {"Bruno"},
            id="done to another",
        ),
        pytest.param(
            "Bruno is alone. Peter is his friend. He paints a picture of Peter.",
            "He",
            1,
            {"Bruno"},
            id="not named in its object",
        ),
        pytest.param(
            "Mara and Ana are friends. Mara tells Ana that she has lost the ring.",
            "she",
            1,
            {"Mara"},
            id="who tells",
        ),
        pytest.param("Peter blames Bruno for his mistake.", "his", 1, {"Bruno"}, id="blamed for his own"),
        pytest.param(
            "Peter, Bruno and Mary, who sings, leave.", "who", 1, {"Mary"}, id="last of those joined"
        ),
        pytest.param(
            "Bruno, a lonely boy, has a dog. A young man, he drinks.", "he", 1, {"Bruno"}, id="noun before he"
        ),
        pytest.param(
            "Bruno is a sailor. Bruno sings. Mary meets a man at the inn and forces him to pay.",
            "him",
            1,
            {"a man"},
            id="object of the verb before",
        ),
        pytest.param("Peter meets Bruno. The latter smiles.", "latter", 1, {"Bruno"}, id="the latter"),
        pytest.param("Peter meets Bruno. The former is shot.", "former", 1, {"Peter"}, id="the former"),
        pytest.param(
            "Pat and Bruno are in love. Pat sings. She leaves.",
            "She",
            1,
            {"Pat"},
            id="a name of either gender",
        ),
        pytest.param('Peter tells Mary, "I will always love you."', "I", 1, {"Peter"}, id="speaker"),
        pytest.param("Peter asks Mary. I like that.", "I", 1, set(), id="teller"),
        pytest.param(
            "Ziv, a widow, meets Orla. She smiles at him.", "She", 1, {"Ziv"}, id="learnt from a noun"
        ),
        pytest.param(
            "Peter meets Bruno. Peter hits him as he leaves.",
            "he",
            1,
            {"Peter"},
            id="the subject of the main clause",
        ),
        pytest.param(
            "Peter is relieved when Bruno forgives him; he makes Peter realize that he was wrong.",
            "he",
            1,
            {"Bruno"},
            id="not whom the clause names below",
        ),
        pytest.param(
            "Peter visits Bruno's room. There he tries to see what was on Bruno's mind.",
            "he",
            1,
            {"Peter"},
            id="not whose mind he tells of",
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
        pytest.param(
            "Professor Orla Vell meets Peter. The professor smiles.",
            "professor",
            1,
            {"Professor Orla Vell"},
            id="told by a title",
        ),
        pytest.param(
            "Peter leaves his mother, Mary's friend, behind.",
            "mother",
            1,
            {"his mother"},
            id="a name that owns",
        ),
        pytest.param(
            "A man named Bruno parks his car. Bruno waits.",
            "man",
            1,
            {"Bruno"},
            id="named, however it parses",
        ),
        pytest.param(
            "Mary loves Peter. Mary's husband Bruno weeps. Her husband leaves.",
            "husband",
            2,
            {"Bruno"},
            id="a husband rather than a lover",
        ),
        pytest.param(
            "Peter has a son, Bruno. Bruno lives with his mother, Peter's former wife.",
            "mother",
            1,
            {"his mother"},
            id="not whose wife she was",
        ),
        pytest.param(
            "Mary Vell sings. Mr. Vell sends his daughter home.",
            "daughter",
            1,
            {"Mary Vell"},
            id="who alone has his surname",
        ),
        pytest.param(
            "Mary Vell has a father. Her father weeps. Mr. Vell adores his daughter.",
            "father",
            2,
            {"Mr. Vell"},
            id="a father named later",
        ),
        pytest.param(
            "Mary meets her brother Bruno. Bruno's father Peter weeps. Mary's father leaves.",
            "father",
            2,
            {"Peter"},
            id="the father of siblings",
        ),
        pytest.param(
            "Peter is a pilot. The co-pilot falls ill.", "pilot", 2, {"the co-pilot"}, id="no pilot"
        ),
        pytest.param("Mary weeps. A nurse comes. Mary is not a nurse.", "nurse", 2, set(), id="denied"),
        pytest.param(
            "Peter and Mary have a son, Bruno. Peter's baby falls ill.",
            "baby",
            1,
            {"Bruno"},
            id="a child they have",
        ),
        pytest.param(
            "Mary is a widow with an old boy, Bruno. Mary sees that her boy Bruno is ill. Her son sleeps.",
            "son",
            1,
            {"Bruno"},
            id="a boy that is hers is her son",
        ),
        pytest.param(
            "Young mother of two Mary Vell paints a house. She leaves.",
            "mother",
            1,
            {"Mary Vell"},
            id="a number between noun and name",
        ),
        pytest.param(
            "Peter and Mary are married. Mary leaves her drunken husband.",
            "husband",
            1,
            {"Peter"},
            id="told to be married",
        ),
        pytest.param(
            "Peter is married to Mary. Bruno praises Peter's wife.", "wife", 1, {"Mary"}, id="married to"
        ),
        pytest.param("Peter marries Mary. Peter leaves his wife.", "wife", 1, {"Mary"}, id="marries"),
        pytest.param(
            "Peter wants to marry Mary. Peter leaves his wife.", "wife", 1, {"his wife"}, id="no wedding yet"
        ),
        pytest.param(
            "Peter marries Mary. Bruno meets Peter and his girlfriend.",
            "girlfriend",
            1,
            {"his girlfriend"},
            id="a girlfriend beside a wife",
        ),
        pytest.param(
            "Peter loves his wife and two children, Bruno and Mary. Peter calls his daughter.",
            "daughter",
            1,
            {"Mary"},
            id="one of two children",
        ),
        pytest.param(
            "Peter has two children, Bruno and Mary. Peter calls his son.",
            "son",
            1,
            {"Bruno"},
            id="one of two that he has",
        ),
        pytest.param(
            "Peter and Bruno are best friends. Bruno leaves his best friend.",
            "friend",
            1,
            {"Peter"},
            id="friends of each other",
        ),
        pytest.param(
            "Mary weeps. A killer is at large. Peter sings. The killer is Peter.",
            "killer",
            1,
            {"Peter"},
            id="told who it is",
        ),
        pytest.param(
            "Mary weeps. The bride is none other than Mary.", "bride", 1, {"Mary"}, id="none other than"
        ),
        pytest.param(
            "Mary weeps. A killer is at large. Peter sings. Mary assumes that the killer is Peter.",
            "killer",
            1,
            {"a killer"},
            id="assumed to be",
        ),
        pytest.param(
            "Peter sings. Mary sees the woman Peter loves.",
            "woman",
            1,
            {"the woman"},
            id="a name that begins a clause",
        ),
        pytest.param("Peter is a publicist who lies.", "who", 1, {"Peter"}, id="whatever he is"),
        pytest.param(
            "Mary meets Peter, a kind concierge who helps her.",
            "who",
            1,
            {"Peter"},
            id="whatever is said of him",
        ),
        pytest.param(
            "Peter takes Mary to the coast. Aboard, a passenger beats his dog. The violent man laughs.",
            "man",
            1,
            {"a passenger"},
            id="the man who was just met, not the hero",
        ),
        pytest.param(
            "Peter sees Bruno. Mary knows that Ines is in love with Ziv. Peter knows that the man is old.",
            "man",
            1,
            {"Ziv"},
            id="who knows of a man is another",
        ),
        pytest.param(
            "Mary says that another woman ran away, but that she did not see who the woman was.",
            "woman",
            2,
            {"another woman"},
            id="the woman she saw is not she",
        ),
        pytest.param(
            "Bruno is a rich man. Peter asks the hotel man.",
            "man",
            2,
            {"the hotel man"},
            id="a man of a trade is not every man",
        ),
        pytest.param(
            "Peter hates Bruno. Peter kills one of his guards. The man was a spy.",
            "man",
            1,
            {"one of his guards"},
            id="one of a group",
        ),
        pytest.param(
            "Mary finds a picture of Rosa Vell. Ines visits the Vell woman.",
            "woman",
            1,
            {"Rosa Vell"},
            id="a woman by her surname",
        ),
        pytest.param(
            "Mary and Peter marry, and they have a son, Bruno. They live in a house. The baby falls ill.",
            "baby",
            1,
            {"Bruno"},
            id="the baby that was born",
        ),
        pytest.param(
            "Ines gives birth to a baby girl. Peter, the son of Mary, adores her. Peter steals the infant.",
            "infant",
            1,
            {"a baby girl"},
            id="the infant is the baby",
        ),
        pytest.param(
            "Peter is the son of Mary. Peter meets Ines and lives with her. Ines gives the baby away.",
            "baby",
            1,
            {"the baby"},
            id="no grown man is a baby",
        ),
        pytest.param(
            "Peter and Mary have a girl, Rosa. Mary expects a second child. She takes their daughter away.",
            "daughter",
            1,
            {"Rosa"},
            id="the daughter of two children",
        ),
        pytest.param(
            "Peter fears Ghost Bruno. Mary meets the ghost of Ziv Orr, who laughs.",
            "ghost",
            1,
            {"Ziv Orr"},
            id="the ghost of somebody",
        ),
        pytest.param(
            "Ines tells Mary that she knows of the latter's plan.",
            "latter",
            1,
            {"Mary"},
            id="the latter is the second, whoever was told of since",
        ),
        pytest.param(
            "Peter meets Mary, whom he believes to be a spy. Bruno arrests the spy.",
            "spy",
            2,
            {"Mary"},
            id="who is believed to be a spy",
        ),
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


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        pytest.param(
            "Peter and Ziv become the heroes Owlman and Foxman. Owlman sings. Foxman waits.",
            "Owlman",
            {"Peter", "Owlman"},
            id="new names in order",
        ),
        pytest.param(
            "Mary finds a boy by the name of Bruno. Mary weeps.", "Bruno", {"Bruno"}, id="the name of another"
        ),
        pytest.param(
            "The Vipers rob a bank. The Vipers flee. The Vipers hide. Peter finds the Vipers.",
            "Vipers",
            {"the Vipers", "Vipers"},
            id="a group that acts as one",
        ),
    ],
)
def test_names_are_of_whom_the_text_says(text: str, name: str, names: set[str]) -> None:
    cast = find_cast(parse_document(read_text("story.txt", text)), ())
    bearer = next(chain for chain in cast.chains if name in {n.text for n in chain.names})
    assert bearer.is_named
    assert {n.text for n in bearer.names} == names
