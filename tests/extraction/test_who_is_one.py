"""Which names and descriptions are one character's, and which are nobody's: one phenomenon a row."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from tests.extraction.reading_aid import meant, parsed_of

FAR = "Tom sings a song. Tom dances all night long in the hall with Ana. "


def everybody(text: str) -> dict[str, set[str]]:
    """Return each character of a text by its main name, with all that it is called."""
    parsed = parsed_of(text)
    cast = find_cast(parsed, find_cast_entries(parsed))
    return {chain.name: {name.text for name in chain.names} for chain in cast.chains}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara has two sons, Tom and Rosabelle. Mara lives in a large house by the sea. "
            "Rosabell leaves her.",
            {"Mara", "Tom", "Rosabelle"},
            id="mute e, each of them once",
        ),
        pytest.param(
            "Mara meets Nilly (Jo Smith), a cook. " + FAR + "Later Nily leaves. Ana sees Nily, and Nily "
            "dies. Ana weeps for Nily.",
            {"Mara", "Nily", "Tom", "Ana"},
            id="the cast has the rarer spelling",
        ),
        pytest.param(
            "Mara meets Melisande. " + FAR + "Later Ana meets Melisadne.",
            {"Mara", "Melisande", "Tom", "Ana"},
            id="letters in another order",
        ),
        pytest.param(
            "Mara meets Glenn. " + FAR + "Later Ana meets Glen.",
            {"Mara", "Glenn", "Tom", "Ana"},
            id="last letter",
        ),
        pytest.param(
            "Mara loves Pete. Pete leaves Mara. Pete dies. " + FAR + "Later Ana weeps for Peter.",
            {"Mara", "Pete", "Tom", "Ana"},
            id="a form that stands once",
        ),
        pytest.param(
            "Mara loves Pete. Pete hates Peter. Pete dies. " + FAR + "Later Ana weeps for Pete.",
            {"Mara", "Pete", "Peter", "Tom", "Ana"},
            id="two forms of two",
        ),
        pytest.param("Allan meets Alan. Alan hits Allan.", {"Allan", "Alan"}, id="two named together"),
        pytest.param(
            "Mara meets Marian. " + FAR + "Later Ana meets Marina.",
            {"Mara", "Marian", "Marina", "Tom", "Ana"},
            id="another ending is another name",
        ),
    ],
)
def test_spellings_of_one_name_are_one_character(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "After Tom saves the ranch, he and Mara, and Ivo and Bixie (one of the cowgirls), are married.",
            {"Tom", "Mara", "Ivo", "Bixie"},
            id="what a bracket says",
        ),
        pytest.param(
            "Tom reaches Harrowgate (one of the villages).", {"Tom"}, id="what a bracket says of a place"
        ),
        pytest.param(
            "Tom lets FBI Special Agents take the case. They question Mara.",
            {"Tom", "fbi special agents", "Mara"},
            id="a rank of many",
        ),
        pytest.param("MPs arrest Tom. The MPs lock him up.", {"Tom"}, id="many by their letters"),
        pytest.param("Mara goes to Leavenworth. Tom waits for Mara.", {"Tom", "Mara"}, id="where one goes"),
        pytest.param(
            "Mara returns to Halvard. Mara says that Halvard loves her.",
            {"Halvard", "Mara"},
            id="to whom one goes",
        ),
        pytest.param(
            "Flamboyant Tom Vell (Jo Smith) sings. Tom leaves Mara.",
            {"Tom Vell", "Mara"},
            id="what he is like",
        ),
        pytest.param(
            "Police Sergeant Tom Vell (Jo Smith) sings. Tom leaves Mara.",
            {"Sergeant Tom Vell", "Mara"},
            id="where he holds his rank",
        ),
        pytest.param(
            "Tom lets Special Agent Orr take the case. Orr questions Mara.",
            {"Tom", "Special Agent Orr", "Mara"},
            id="a rank of one",
        ),
    ],
)
def test_names_are_told_from_ranks_and_things(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara becomes possessed by a witch called Enchantress. Ana controls the Enchantress. Tom hits "
            "Enchantress.",
            {"Mara", "Enchantress", "Ana", "Tom"},
            id="a noun that is given as a name",
        ),
        pytest.param(
            "Mara meets a witch. Ana controls the enchantress.",
            {"Mara", "a witch", "Ana", "the enchantress"},
            id="the noun alone is no name",
        ),
        pytest.param(
            "Only one man, an artist identified as Max Orr, was spared.", {"Max Orr"}, id="identified as"
        ),
        pytest.param(
            "The expedition led by Tom to find Ivo (Jo Smith), the heir of Lord Orr, has been crowned with "
            "success, and Ivo loves Mara.",
            {"Tom", "Ivo", "Lord Orr", "Mara"},
            id="behind an actor, though the tree hangs it elsewhere",
        ),
        pytest.param(
            "Tom gets wares from a despot, who robs Ivo Vell, the old colonial merchant who owns the ship.",
            {"Tom", "a despot", "Ivo Vell"},
            id="a relative clause of its own",
        ),
        pytest.param(
            "At the same time, Big Max's daughter, college student Ana (Jo Smith) also leaves for Rome.",
            {"Big Max", "Ana"},
            id="two nouns before the name",
        ),
        pytest.param(
            "At the same time, Big Max's daughter, whom college student Ana (Jo Smith) loves, leaves.",
            {"Big Max", "Big Max's daughter", "Ana"},
            id="two nouns before another's name",
        ),
    ],
)
def test_what_a_comma_or_a_name_sets_off_is_one_person(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The key is found by two Roman teenagers, orphaned high school girl Mara Vell and her boyfriend "
            "Max Orr. They lose it.",
            {"Mara Vell", "Max Orr"},
            id="names that nouns describe",
        ),
        pytest.param(
            "Max kills Mara's German handlers, a nanny and a jeweller. The police arrive.",
            {"Max", "Mara", "a nanny", "a jeweller", "the police"},
            id="people without names",
        ),
        pytest.param(
            "Max kills three handlers, a nanny and a jeweller.",
            {"Max", "three handlers", "a nanny", "a jeweller"},
            id="a number that does not fit",
        ),
    ],
)
def test_a_group_is_whom_the_text_lists_behind_it(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara owes her bookie a fortune. Tom visits Mara. Her bookie sends Max.",
            {"Mara", "her bookie", "Tom", "Max"},
            id="of a trade one has one",
        ),
        pytest.param(
            "Mara owes her bookie a fortune. Tom visits Mara. His bookie sends Max.",
            {"Mara", "her bookie", "Tom", "his bookie", "Max"},
            id="another's",
        ),
        pytest.param(
            "Mara owes her bookie a fortune. Tom visits Mara. Her new bookie sends Max.",
            {"Mara", "her bookie", "Tom", "her new bookie", "Max"},
            id="a new one",
        ),
    ],
)
def test_who_is_somebodys_stays_the_same(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Inventor Tom Vell's wife dies. Mara weeps.",
            {"Tom Vell", "Tom Vell's wife", "Mara"},
            id="a trade",
        ),
        pytest.param(
            "Mara considers herself Tom's girl. Tom laughs.", {"Mara", "Tom"}, id="what she thinks of herself"
        ),
        pytest.param(
            "The owner/innkeeper of an inn hires Tom. The owner shouts. Mara is beaten by her innkeeper "
            "stepfather.",
            {"the owner", "Tom", "Mara"},
            id="two trades of one",
        ),
        pytest.param(
            "The owner of an inn hires Tom. Mara is beaten by her innkeeper stepfather.",
            {"the owner", "Tom", "Mara", "her innkeeper stepfather"},
            id="a trade of nobody told of before",
        ),
        pytest.param(
            "Mara invites Lord and Lady Vell. Lord Vell is ill.",
            {"Mara", "Lord Vell", "Lady Vell"},
            id="two titles",
        ),
        pytest.param(
            "Lord Max and Lady Vell leave.", {"Lord Max", "Lady Vell"}, id="two titles with a name each"
        ),
        pytest.param(
            "Sharecroppers Tom Vell and Max Orr sell cotton. Tom dances.",
            {"Tom Vell", "Max Orr"},
            id="a trade of several",
        ),
        pytest.param(
            "Mara leaves Tom, who is promoted to Detective Lieutenant.", {"Mara", "Tom"}, id="a rank"
        ),
        pytest.param(
            "Mara leaves Tom, who talks to a lieutenant.", {"Mara", "Tom", "a lieutenant"}, id="a lieutenant"
        ),
    ],
)
def test_trades_ranks_and_titles_make_nobody_new(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Rosa, Ben, Leo and Mia drive to Rome. They buy a house.",
            "They",
            1,
            {"Rosa", "Ben", "Leo", "Mia"},
            id="the first of a row of names",
        ),
        pytest.param(
            "Tom lives with his family. One night, Rosa, Ben, and Leo drive home. They spot a car.",
            "They",
            1,
            {"Rosa", "Ben", "Leo"},
            id="a row of names with its verb",
        ),
        pytest.param(
            "Mara and Tom have a son, Ivo Vell. They live in Rome. Tom moves to Paris with his family.",
            "family",
            1,
            {"Mara", "Ivo Vell"},
            id="who has a child with him is of his family",
        ),
        pytest.param(
            "Ana and John are engaged. Matt and his wife Rosa greet them. Ada tells Matt and the "
            "couple to go.",
            "couple",
            1,
            {"Ana", "John"},
            id="who stands beside the couple is not of it",
        ),
        pytest.param(
            "Rosa and Ben are siblings. Leo and his brother Max own a shop. Leo hits Max. Rosa sees "
            "Ben. The siblings leave.",
            "siblings",
            2,
            {"Rosa", "Ben"},
            id="siblings of one another",
        ),
        pytest.param(
            "Mara hires a trio of thieves. Ana meets Ben and Leo. Mara sends the trio to Rome.",
            "trio",
            2,
            {"a trio of thieves"},
            id="a trio that was told of",
        ),
        pytest.param(
            "Rosa, Ben and Leo drive to Rome. Max follows them. The friends hide.",
            "friends",
            1,
            {"Rosa", "Ben", "Leo"},
            id="what a company is called",
        ),
        pytest.param(
            "Rosa, Ben and Leo drive to Rome. Max follows them. Some friends hide.",
            "friends",
            1,
            {"some friends"},
            id="friends who are new",
        ),
        pytest.param(
            "Mara, Ben and Leo meet Ana. Ana sends a squad of soldiers to Rome. The group attack a bank.",
            "group",
            1,
            {"a squad of soldiers"},
            id="the squad at hand",
        ),
        pytest.param(
            "Rosa, Ben and Leo drive to Rome. All agree to leave.",
            "All",
            1,
            {"Rosa", "Ben", "Leo"},
            id="all of a company",
        ),
        pytest.param(
            "Rosa, Ben and Leo drive to Rome. All is lost.",
            "All",
            1,
            set(),
            id="all that is of nobody",
        ),
        pytest.param(
            "Rosa, Ben, Leo and Max drive to Rome. Max falls into a pit. The others find a rope.",
            "others",
            1,
            {"Rosa", "Ben", "Leo"},
            id="the others, where nobody else is named",
        ),
        pytest.param(
            "Tom hates Max. Ana loves Ivo Vell. Tom chases Max to a house where the two fight.",
            "two",
            1,
            {"Tom", "Max"},
            id="who acts above is one of the two there",
        ),
        pytest.param(
            "Gary Willis and his wife Mara arrive. Tom greets them. Later the Willises leave.",
            "Willises",
            1,
            {"Gary Willis", "Mara"},
            id="a surname that ends in s",
        ),
        pytest.param(
            "Rosa's mother is Ana. Rosa marries Leo Vell. Leo's mother is Ada. The two mothers talk.",
            "mothers",
            1,
            {"Ana", "Ada"},
            id="two mothers are mothers",
        ),
        pytest.param(
            "Rosa's parents are Matt and Ana. Leo's parents arrive. The two mothers talk.",
            "mothers",
            1,
            {"the two mothers"},
            id="and not a mother and a father",
        ),
    ],
)
def test_plurals_mean_those_who_belong_together(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom marries Mara. Tom overhears a talk between Mara and Rosa which ends their marriage.",
            {"Tom", "Mara"},
            id="those who marry",
        ),
        pytest.param(
            "Ivo Vell is married to Ana. Tom and Mara dance. Ana hears of their affair.",
            {"Tom", "Mara"},
            id="two who were told of together",
        ),
        pytest.param(
            "Tom is married to Mara. Max meets Tom and Mara. Max leaves before their divorce.",
            {"Tom", "Mara"},
            id="those who are married",
        ),
    ],
)
def test_what_couples_have_is_theirs_who_love_each_other(text: str, expected: set[str]) -> None:
    assert meant(text, "their") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom lives with Ma Vell. Max hates Ma. Ma shoots Max.", {"Tom", "Ma Vell", "Max"}, id="Ma Vell"
        ),
        pytest.param(
            "Tom lives with Ma Vell. Max leaves his ma. She shoots Max.",
            {"Tom", "Ma Vell", "Max", "his ma"},
            id="somebody's ma",
        ),
    ],
)
def test_a_kin_title_alone_means_its_bearer(text: str, expected: set[str]) -> None:
    assert everybody(text).keys() == expected
