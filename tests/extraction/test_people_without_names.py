"""Which nouns name somebody: of several words, with hyphens and capitals, and where they name nobody."""

import pytest

from films.extraction.chains import Cast
from films.extraction.coreference.characters import find_cast
from films.extraction.parsed import parse_document
from films.reading import read_text
from films.vocabulary import CharacterKind, Gender


def cast_of(text: str) -> Cast:
    return find_cast(parse_document(read_text("story.txt", text)))


def nameless(text: str) -> dict[str, tuple[CharacterKind, Gender | None]]:
    return {chain.name: (chain.kind, chain.gender) for chain in cast_of(text).chains if not chain.is_named}


PERSON, GROUP = CharacterKind.PERSON, CharacterKind.GROUP


@pytest.mark.parametrize(
    ("text", "name", "kind", "gender"),
    [
        ("Mara Vell waits. Her brother-in-law robs her.", "her brother-in-law", PERSON, Gender.MALE),
        ("Mara Vell waits. She hugs her ex-husband.", "her ex-husband", PERSON, Gender.MALE),
        ("Tom Orr waits. He meets his fiancée.", "his fiancée", PERSON, Gender.FEMALE),
        ("Tom Orr waits. He pays the bride-to-be.", "the bride-to-be", PERSON, Gender.FEMALE),
        ("Tom Orr waits. The general shoots him.", "the general", PERSON, None),
        ("Tom Orr waits. The earl hires him.", "the earl", PERSON, Gender.MALE),
        ("Mara Vell sings. She hates the Pirate King.", "the pirate king", PERSON, Gender.MALE),
        ("Mara Vell sings. The Attorney General hears her.", "the attorney general", PERSON, None),
        ("Mara Vell pays the hired hand.", "the hired hand", PERSON, None),
        ("A hooded figure stabs Mara Vell.", "a hooded figure", PERSON, None),
        ("Mara Vell knocks out the projectionist.", "the projectionist", PERSON, None),
        ("Two grifters follow Mara Vell.", "two grifters", GROUP, None),
        ("Cattlemen attack Mara Vell.", "cattlemen", GROUP, None),
        ("The FBI arrests Mara Vell. The FBI lets her go.", "the fbi", GROUP, None),
        ("The Texas Rangers storm the barge of Mara Vell.", "the texas rangers", GROUP, None),
    ],
    ids=lambda value: value if isinstance(value, str) and value.islower() else "",
)
def test_people_are_known_by_what_they_are(
    text: str, name: str, kind: CharacterKind, gender: Gender | None
) -> None:
    assert nameless(text)[name] == (kind, gender)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Orr runs for mayor.",
        "Mara Vell stands guard.",
        "Tom Orr plays host to Mara Vell.",
        "In general, Tom Orr is lazy.",
        "Mara Vell makes friends with Tom Orr.",
        "Tom Orr thanks Mara Vell in person.",
        "Mara Vell confronts her demons.",
        "Mara Vell, an FBI agent, leaves.",
        "Mara Vell washes her hand.",
    ],
)
def test_a_noun_for_people_may_name_nobody(text: str) -> None:
    assert nameless(text) == {}


def test_in_laws_are_met_again() -> None:
    chains = cast_of("Mara Vell waits. Her brother-in-law robs her. She confronts her brother-in-law.").chains
    assert [len(chain.mentions) for chain in chains if not chain.is_named] == [2]


def test_the_first_of_two_wives_is_the_former_one() -> None:
    cast = cast_of(
        "Tom Orr leaves his wife Mara Vell. He marries Lena Holm, his new wife. Tom calls his ex-wife."
    )
    assert {chain.name: len(chain.mentions) for chain in cast.chains} == {
        "Tom Orr": 6,
        "Mara Vell": 3,
        "Lena Holm": 2,
    }


def test_a_family_is_no_trade() -> None:
    assert nameless("Mara Marshal stays. The Marshals leave.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Bobby Vell dies. Bobby's brother-in-law Dex Orr weeps.",
        "Mara Vell and Fred Scott (John Howard), her co-pilot, leave.",
        "Mara Vell waits. Her ex-husband Tom Orr calls.",
    ],
)
def test_a_noun_with_hyphens_tells_of_the_name_beside_it(text: str) -> None:
    assert nameless(text) == {}
    assert len(cast_of(text).chains) == 2
