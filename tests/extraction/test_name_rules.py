"""Who is a person, and which names are one person's: a sentence or two for each rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.extraction.extract import extract
from films.extraction.shouting import in_ordinary_letters
from films.reading import read_text


def names_in(text: str) -> set[frozenset[str]]:
    """Return the names of each character that has one."""
    extraction = extract(read_text("told.txt", text))
    return {frozenset(n.text for n in c.names) for c in extraction.characters if c.is_named}


def bearers_of(text: str, *names: str) -> int:
    """Return how many characters bear these names."""
    return sum(bool(set(names) & group) for group in names_in(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Dr. J. Ockham Drum is a swindler. Rosie pleads with Ockham, and Ockham agrees.",
            ["Ockham", "Dr. J. Ockham Drum"],
            id="middle name",
        ),
        pytest.param(
            "Sweet Jody Lund wants to dance. Jody refuses to give up.",
            ["Jody", "Sweet Jody Lund"],
            id="adjective before",
        ),
        pytest.param("Veska is a chef. The harbour is cold.", ["Veska"], id="called a person once"),
        pytest.param("Ivo meets her. The harbour is cold.", ["Ivo"], id="meets her once"),
        pytest.param(
            "Treasury Agent Jimmy Lund works with Tom. Lund is shot, and Jimmy dies.",
            ["Lund", "Jimmy"],
            id="office before the title",
        ),
        pytest.param(
            "Jean Lund, an actress, meets Bill. Bill says that Miss Lund is ill. Jean leaves.",
            ["Jean", "Miss Lund"],
            id="Miss",
        ),
        pytest.param(
            "Tom loves Gabriella. She sends her brother to the city, and he writes to her every week. "
            "Then he visits Gabi, and Gabi kisses Tom.",
            ["Gabriella", "Gabi"],
            id="beginning of a name",
        ),
        pytest.param(
            "Tom lives with their daughter Gaby. Gaby sings. Tom runs away with another woman. At her "
            "grandfather's "
            "house Gabi sings on.",
            ["Gaby", "Gabi"],
            id="pet name in two spellings",
        ),
        pytest.param(
            "Mori hires Tom. Kamura-san explains the work. Tom thanks Kamura and leaves.",
            ["Kamura-san", "Kamura"],
            id="honorific behind",
        ),
        pytest.param(
            "Millicent meets Tom. They argue. Blond Millicent hits Tom.",
            ["Millicent", "Blond Millicent"],
            id="looks before the name",
        ),
        pytest.param(
            "Ann loves a gangster, Handsome Joe. Joe hits Tom.", ["Handsome Joe"], id="looks as a nickname"
        ),
        pytest.param(
            "Tom fights Professor Van Dorn. Van Dorn kills Tom.",
            ["Professor Van Dorn", "Van Dorn"],
            id="particle",
        ),
        pytest.param(
            'Wade "Cry-Baby" Lund leads a gang. Cry-Baby invites Ann to a party.',
            ["Cry-Baby", 'Wade "Cry-Baby" Lund'],
            id="nickname with a hyphen",
        ),
        pytest.param(
            'Mona "Axe Face" Lund meets Tom. Axe Face kisses Tom.',
            ["Axe Face", 'Mona "Axe Face" Lund'],
            id="two words",
        ),
        pytest.param(
            "Tom meets Lois. Lois learns that Tom is in fact Prince Leopold. Prince Leopold marries Lois.",
            ["Tom", "Prince Leopold"],
            id="is in fact",
        ),
        pytest.param(
            "Tom brings Ann to his mother Isa, Queen of Lund. Isa hates Ann.",
            ["Isa", "Queen of Lund"],
            id="office after a comma",
        ),
        pytest.param(
            'Peter Lund fights criminals as the vigilante "Nightman". Nightman kills Tom.',
            ["Peter Lund", "Nightman"],
            id="as the vigilante",
        ),
        pytest.param(
            "Gene decides to pose as Tex Lund, and Gene sings for Ann.",
            ["Gene", "Tex Lund"],
            id="posed, never met",
        ),
        pytest.param(
            "Leo Sellers is a corrupt attorney. Tom goes after Sellers. Sellers kills Tom.",
            ["Leo Sellers", "Sellers"],
            id="surname that is a noun",
        ),
        pytest.param(
            "At night Ann Lund's alter ego Moth robs Tom. Moth flees and Ann sleeps.",
            ["Ann Lund", "Moth"],
            id="alter ego",
        ),
        pytest.param(
            "Ann Lund uses her alter ego, banker Eva Moth, to free Tom. Moth flees and Ann sleeps.",
            ["Ann Lund", "Moth"],
            id="alter ego with a trade",
        ),
        pytest.param(
            "Ann Lund creates the cover identity Moth and robs Tom. Moth flees and Ann sleeps.",
            ["Ann Lund", "Moth"],
            id="cover identity",
        ),
        pytest.param(
            'Tom visits Max – everyone calls him "le Papet" – and pays him. The Papet throws Tom out.',
            ["Max", "Papet"],
            id="calls him, in an aside",
        ),
        pytest.param(
            'Ann lives next door to Tom. She calls him "Ahjussi". Tom saves Ann.',
            ["Tom", "Ahjussi"],
            id="calls him",
        ),
        pytest.param(
            "Tom loves Aderopo. Aderopo hates Tom. Aderopo tells the king that Tom ran away after a month. "
            "One day, in the "
            "old town "
            "by the sea, Ropo kills the cook.",
            ["Aderopo", "Ropo"],
            id="end of a name",
        ),
        pytest.param(
            "Ann loves Bikash. Bikash leaves Ann. Months later in the old town by the sea she hears that "
            "Vikash "
            "is dead.",
            ["Bikash", "Vikash"],
            id="first letter of the same sound",
        ),
        pytest.param(
            "Tom falls foul of Marumu, the leader of a gang. He comes home and finds his wife dead, "
            "murdered by "
            "Murumu.",
            ["Marumu", "Murumu"],
            id="vowel of a rare name",
        ),
        pytest.param(
            "Lord Alwin (Leroy Mason), Earl of Lund, is captured. Alwin flees from Tom.",
            ["Lord Alwin", "Earl of Lund"],
            id="office behind an actor",
        ),
        pytest.param(
            "Egil the Black attacks Tom. Tom kills Egil.", ["Egil the Black", "Egil", "Black"], id="epithet"
        ),
        pytest.param(
            "Max Lund leaves with his wife Peggy and his daughter Nancy. Tom follows them and attacks Mrs. "
            "Lund "
            "on the boat.",
            ["Peggy", "Mrs. Lund"],
            id="Mrs. with the name of her husband",
        ),
        pytest.param(
            "Title: Salt\nCast:\nKim Lee as Max Orr, the jailer\n\nPlot:\nThe jailer, Max Lund, frees Ann.",
            ["Max Orr", "Max Lund"],
            id="other surname in the cast",
        ),
        pytest.param(
            "Title: Salt\nCast:\nKim Lee as Insp. Max Orr\nBo Ray as Paulo\n\nPlot:\nInspector Max Orr "
            "arrests "
            "Paul. Ann visits Paul.",
            ["Insp. Max Orr", "Inspector Max Orr", "Insp"],
            id="short title in the cast",
        ),
        pytest.param(
            "Title: Salt\nCast:\nKim Lee as Insp. Max Orr\nBo Ray as Paulo\n\nPlot:\nInspector Max Orr "
            "arrests "
            "Paul. Ann visits Paul.",
            ["Paul", "Paulo"],
            id="last vowel in the cast",
        ),
        pytest.param(
            "Ann lives next door to Cha So-mi. So-mi calls Ann. Tom sees So-mi.",
            ["So-mi", "Cha So-mi"],
            id="word that is half a name",
        ),
        pytest.param(
            "Ann pays the boss Oh Myung-gyu. Later Tom kills Oh, and Ann buries Oh.",
            ["Oh", "Oh Myung-gyu"],
            id="exclamation that is a surname",
        ),
        pytest.param(
            "Boyd meets T.K. Lund. Boyd and Clark follow T.K. to the club.",
            ["T.K. Lund", "T.K."],
            id="initials",
        ),
    ],
)
def test_names_of_one_person_are_one_character(text: str, names: list[str]) -> None:
    assert bearers_of(text, *names) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Nancy Lund loves Tom, but her father Justice Lund hates him. Justice Lund is shot.",
            ["Nancy Lund", "Justice Lund"],
            id="father and daughter",
        ),
        pytest.param(
            "Joan Lund loves Tom. She meets a patient, Max Orr, who turns out to be Joan's husband.",
            ["Joan Lund", "Max Orr"],
            id="turns out to be somebody's husband",
        ),
        pytest.param(
            "Mr. and Mrs. Lund visit Ann. Mrs. Lund cries, and Mr. Lund leaves.",
            ["Mr. Lund", "Mrs. Lund"],
            id="shared surname",
        ),
        pytest.param(
            "Max and Maxine rob a bank. Later Max warns Maxine.", ["Max", "Maxine"], id="another's beginning"
        ),
        pytest.param(
            "Diana loves Tom. Diana tells the cook of the old inn by the sea that she will leave. Later "
            "Tom kisses "
            "Ana.",
            ["Diana", "Ana"],
            id="another's end",
        ),
        pytest.param(
            "Title: Salt\nCast:\nKim Lee as Paula\n\nPlot:\nPaula marries Tom. A year later in the old "
            "town by "
            "the sea Tom kills Paul.",
            ["Paul", "Paula"],
            id="a man's and a woman's name",
        ),
        pytest.param(
            "Ann visits Max. Max grabs Ann and Tom hears of it. Tom asks her whether she is well, calling "
            "her Ann.",
            ["Ann", "Max", "Tom"],
            id="calls her what she is called",
        ),
        pytest.param(
            "Max Lund loves Ann. Ann tells her mother Peggy. Tom robs Mrs. Lund.",
            ["Ann", "Mrs. Lund"],
            id="Mrs. and a friend",
        ),
        pytest.param(
            "Isabel Lund marries Tom. In 1904 her father, old Major Lund, invites the town. Isabel dances.",
            ["Isabel Lund", "Major Lund"],
            id="adjective between a father and his title",
        ),
        pytest.param(
            "Cindi and Cindy are twins. Cindy loves Tom. Cindi hates Cindy.", ["Cindi", "Cindy"], id="twins"
        ),
    ],
)
def test_names_of_two_people_are_two_characters(text: str, names: list[str]) -> None:
    assert bearers_of(text, *names) == len(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Tom steals the money so that he can marry Dolly.", "Dolly", id="object of marry"),
        pytest.param(
            "Tom meets a contestant. Another contestant Virgie Lund wins.", "Virgie Lund", id="contestant"
        ),
        pytest.param(
            "His three daughters, Sierra, Lauryn, and China live with Tom.", "China", id="list of daughters"
        ),
        pytest.param("Zara is a gypsy rogue who joins with Tom.", "Zara", id="said to be a person"),
        pytest.param("Tom prepares for his marriage to Hippolyta.", "Hippolyta", id="marriage to"),
        pytest.param("A crew led by Finch leaves Tom behind.", "Finch", id="led by"),
        pytest.param("Tom needs the help of Conor to win.", "Conor", id="help of"),
        pytest.param("Tom meets the owner of the Red Room, Randall, in Lisbon.", "Randall", id="apposition"),
        pytest.param("J-21 loves Ann. J-21 asks Ann to marry him.", "J-21", id="letters and digits"),
        pytest.param("Tom is caught sleeping with Vinah.", "Vinah", id="sleeps with"),
        pytest.param("A girl loves Tom. Her name is Zira.", "Zira", id="her name is"),
        pytest.param("Tom visits his butler Luigi, who cooks for him.", "Luigi", id="butler"),
        pytest.param("Tom recruits Ann Lund, Max Orr, and the Bowler.", "Bowler", id="last of a row"),
    ],
)
def test_person_is_told_by_what_the_sentence_says(text: str, name: str) -> None:
    assert any(name in names for names in names_in(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            'Tom is captain of a steamer, the "Kin Lund". He boards the "Kin Lund" with Dolly.',
            "Kin Lund",
            id="ship",
        ),
        pytest.param("Rich American widow Jane Lund pays for Tom.", "Rich American", id="adjectives"),
        pytest.param("Tom resembles Max Orr, an actor whom Ann admires.", "Max Orr", id="likeness"),
        pytest.param(
            'Moe (billed as "Max Orr") and Tom work at the fire station.', "Max Orr", id="billed as"
        ),
        pytest.param("Mr. and Mrs. Lund visit Ann.", "Mr.", id="bare title"),
        pytest.param(
            "The women are called Ann, and the men are named George. Tom loves Ann.", "George", id="class"
        ),
        pytest.param('Tom offers Ann a job for a painting titled "Hope".', "Hope", id="painting"),
        pytest.param(
            'They hire "Mata Orr, the Woman No Man Can Resist", a spy.', "Man Can Resist", id="motto"
        ),
        pytest.param(
            "Title: Salt\nStarring: Max Ziegler, Jo Orr\n\nPlot:\nThe Ziegler character Tom builds a home. "
            "Natives attack the Ziegler's settlement.",
            "Ziegler",
            id="actor who stands for a role",
        ),
        pytest.param(
            "Title: Salt\nCast:\nKim Lee as Chief Priest\nBo Orr as Tom\n\nPlot:\nTom joins a cult, whose "
            "Chief "
            "Priest blinds Tom.",
            "Chief Priest",
            id="office in the cast",
        ),
        pytest.param(
            "Salt (1974). Directed by Ida Holm. 97 minutes.\n\nTom robs Ann. So begins Ida Holm's fifth "
            "film. "
            "Holm is too fond of symbols.",
            "Holm",
            id="director in a review",
        ),
        pytest.param("Tom, Ann and the FBI search for the gold.", "FBI", id="initials in a row"),
        pytest.param(
            "Tom travels to Lisbon, Cairo and the Bosporus with Ann.", "Bosporus", id="places in a row"
        ),
        pytest.param("In World War I, Lt. Tom Orr and Lt. Max Lund are pilots.", "World War I", id="war"),
        pytest.param("During World War II, the pilots drink. Tom sleeps.", "World War II", id="second war"),
        pytest.param(
            "Tom has built a boat he has christened Ondine. Ondine sinks. Ann swims.",
            "Ondine",
            id="christened boat",
        ),
        pytest.param("Ann shows Tom a fresco of Saint Blasius of Lund.", "Blasius", id="saint in a picture"),
        pytest.param("Ann shows Tom a fresco of Saint Blasius of Lund.", "Lund", id="place of a saint"),
    ],
)
def test_what_is_no_person_is_no_character(text: str, name: str) -> None:
    assert all(name not in names for names in names_in(text))


def test_paragraph_in_capitals_is_read_in_ordinary_letters() -> None:
    shouted = "PETER VELL'S SON MEETS ZORA, A COOK. THE COOK HITS HIM AND ZORA LEAVES."
    assert in_ordinary_letters(shouted) == (
        "Peter Vell's son meets Zora, a cook. The cook hits him and Zora leaves."
    )


@given(st.text())
def test_setting_in_ordinary_letters_moves_nothing(text: str) -> None:
    assert len(in_ordinary_letters(text)) == len(text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Zs"])))
def test_capitals_of_any_script_keep_their_length(text: str) -> None:
    assert len(in_ordinary_letters(text)) == len(text)
