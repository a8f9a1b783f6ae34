"""Proper names: their parts, where they stand, and which of them are one person's."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from films.extraction.language_model import parse
from films.extraction.names.alias_phrases import find_aliases
from films.extraction.names.name_form import is_given_name, names_no_person
from films.extraction.names.name_joining import join_names
from films.extraction.names.name_parts import OF_SURNAMES, gender_of_name, take_apart_text
from films.extraction.names.name_variants import is_typo
from films.extraction.names.proper_names import find_proper_names
from films.extraction.people import noun_gender, noun_kind, singular
from films.extraction.resources import read_classes, read_companions, read_list
from films.extraction.words import read_words
from films.folding import fold
from films.vocabulary import CharacterKind, Gender
from tests.extraction.test_characters import cast_of


@pytest.mark.parametrize(
    ("text", "titles", "core", "nickname", "suffix"),
    [
        pytest.param("Mara Vell", (), ("mara", "vell"), "", "", id="plain"),
        pytest.param("Dr. Mara Vell", ("dr",), ("mara", "vell"), "", "", id="title"),
        pytest.param(
            "Chief Warrant Officer Vell", ("chief", "warrant", "officer"), ("vell",), "", "", id="titles"
        ),
        pytest.param('John "Stumpy" Vell', (), ("john", "vell"), "stumpy", "", id="nickname"),
        pytest.param("Tom 'Stumpy' Vell", (), ("tom", "vell"), "stumpy", "", id="nickname in single quotes"),
        pytest.param('"Stumpy" Vell', (), ("vell",), "stumpy", "", id="nickname for first name"),
        pytest.param("Tom Vell, Jr.", (), ("tom", "vell"), "", "jr", id="junior"),
        pytest.param("Tom Vell Senior", (), ("tom", "vell"), "", "sr", id="senior"),
        pytest.param("Henrik VIII", (), ("henrik",), "", "viii", id="numeral"),
        pytest.param("Jean-Luc d’Orr", (), ("jeanluc", "dorr"), "", "", id="hyphen and apostrophe"),
        pytest.param("Stéphane Łowe", (), ("stephane", "lowe"), "", "", id="accents"),
        pytest.param("Queen Mara of the Isles", ("queen",), ("mara",), "", "", id="domain"),
    ],
)
def test_a_name_is_taken_apart(
    text: str, titles: tuple[str, ...], core: tuple[str, ...], nickname: str, suffix: str
) -> None:
    parts = take_apart_text(text)
    assert (parts.titles, parts.core, parts.nickname, parts.suffix) == (titles, core, nickname, suffix)


@given(st.text(max_size=60))
@example("Mr. Van Vell")
@example("AP:0")
def test_the_parts_of_any_text_are_folded(text: str) -> None:
    """A part is one word, but for a surname that stands alone with its particles: "Mr. Van Vell"."""
    core = take_apart_text(text).core
    assert all(word == fold(word) for word in core)
    assert all(" " not in word for word in core) or (
        len(core) == 1 and OF_SURNAMES.issuperset(core[0].split()[:-1])
    )


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        pytest.param("Mrs. Vell", Gender.FEMALE, id="title"),
        pytest.param("Count Vell", Gender.MALE, id="noble title"),
        pytest.param("Peter Vell", Gender.MALE, id="given name"),
        pytest.param("Mrs. Peter Vell", Gender.FEMALE, id="title before given name"),
        pytest.param("Ziv Orr", None, id="unknown"),
    ],
)
def test_a_name_hints_at_a_gender(text: str, gender: Gender | None) -> None:
    assert gender_of_name(take_apart_text(text)) is gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Slowly Mara Vell leaves.", ["Mara Vell"], id="two words"),
        pytest.param("Then Sgt. Tom Orr leaves.", ["Sgt. Tom Orr"], id="abbreviated title"),
        pytest.param('Then John "Stumpy" Vell leaves.', ['John "Stumpy" Vell'], id="nickname inside"),
        pytest.param('Then "Stumpy" Vell leaves.', ['"Stumpy" Vell'], id="nickname first"),
        pytest.param(
            "Then he meets Tom Vell, Jr., and Mara.", ["Tom Vell, Jr.", "Mara"], id="suffix after comma"
        ),
        pytest.param(
            "Slowly Mara's Tom and Tom's Mara leave the house.",
            ["Mara", "Tom", "Tom", "Mara"],
            id="possessives",
        ),
        pytest.param("The waves rise. Waves break.", [], id="word that begins a sentence"),
        pytest.param("He loves a Vell and a Vell girl.", [], id="one of the family"),
        pytest.param("Near the Vell farm he waits.", [], id="name that qualifies a thing"),
        pytest.param("She asks Mom, her Dad and the Captain.", [], id="capitalised nouns"),
        pytest.param(
            "Then Detectives Tom Orr and Max Vell leave.", ["Tom Orr", "Max Vell"], id="plural title"
        ),
        pytest.param("Then LAPD Agent Mara Vell leaves.", ["Agent Mara Vell"], id="agency"),
        pytest.param("There he meets Mara. Tom is away.", ["Mara", "Tom"], id="sentence end"),
        pytest.param("On Friday in May he meets Jean-Luc Orr.", ["Jean-Luc Orr"], id="dates and hyphens"),
        pytest.param(
            "There Mae West Orr and Ali al Rashad meet.", ["Mae West Orr", "Ali al Rashad"], id="direction"
        ),
    ],
)
def test_names_are_found_where_they_begin_and_end(text: str, expected: list[str]) -> None:
    words = read_words(next(parse([text])))
    assert [name.parts.text for name in find_proper_names(words)] == expected


def bearers(text: str) -> list[set[str]]:
    """Return the spellings of each bearer of a name in the text, whoever or whatever it is."""
    words = read_words(next(parse([text])))
    groups = join_names(find_proper_names(words))
    return [{name.text for name in group.names} for group in groups]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Then Mara Vell and Mara meet Vell.", [{"Mara Vell", "Mara", "Vell"}], id="first and last apart"
        ),
        pytest.param(
            "Then Tom Orr and Max Orr leave. Later Tom meets Max.",
            [{"Tom Orr", "Tom"}, {"Max Orr", "Max"}],
            id="shared surname",
        ),
        pytest.param("Then Robert Orr leaves. Later Bob returns.", [{"Robert Orr", "Bob"}], id="short form"),
        pytest.param(
            "Then Robert Orr leaves. Later Bob Vell returns.", [{"Robert Orr"}, {"Bob Vell"}], id="not both"
        ),
        pytest.param(
            "Then Mara J. Vell sees Mara Vell.", [{"Mara J. Vell", "Mara Vell"}], id="middle initial"
        ),
        pytest.param(
            "Then Tom Orr, Jr., meets his father Tom Orr, Sr., and Tom leaves.",
            [{"Tom Orr, Jr.", "Tom"}, {"Tom Orr, Sr."}],
            id="junior and senior",
        ),
        pytest.param(
            "There he meets Stéphane. Now Stephane leaves.", [{"Stéphane", "Stephane"}], id="accents"
        ),
        pytest.param(
            "There he meets Gregorio. Now Gregorio and Greggorio leave.",
            [{"Gregorio", "Greggorio"}],
            id="typing error",
        ),
        pytest.param("There he meets Mario. Now Mario meets Maria.", [{"Mario"}, {"Maria"}], id="two people"),
        pytest.param("Then Mr. Orr meets Mrs. Orr.", [{"Mr. Orr"}, {"Mrs. Orr"}], id="titles differ"),
        pytest.param(
            "Then Peter Orr leaves. Mrs. Orr weeps.", [{"Peter Orr"}, {"Mrs. Orr"}], id="title against name"
        ),
        pytest.param(
            "Then Anna Orr leaves the old town. Mrs. Orr weeps.", [{"Anna Orr", "Mrs. Orr"}], id="a wife"
        ),
        pytest.param(
            "There his daughter Mara Orr weeps. Mrs. Orr leaves.",
            [{"Mara Orr"}, {"Mrs. Orr"}],
            id="a daughter and her mother",
        ),
        pytest.param(
            "There Mara Orr weeps. Mrs. Orr leaves. Then Mara and Mrs. Orr return.",
            [{"Mara Orr", "Mara"}, {"Mrs. Orr"}],
            id="named in one breath",
        ),
        pytest.param(
            "There Miss Mara Orr weeps. Mrs. Orr leaves.",
            [{"Miss Mara Orr"}, {"Mrs. Orr"}],
            id="a miss is no wife",
        ),
        pytest.param(
            "Then Captain Ziv Orr leaves. The Captain weeps. The Captain sails.",
            [{"Captain Ziv Orr", "Captain"}],
            id="title alone",
        ),
        pytest.param(
            "Then Big Tom Vell leaves, and Big Tom weeps.", [{"Big Tom Vell", "Big Tom"}], id="beginning"
        ),
    ],
)
def test_names_of_one_bearer_are_joined(text: str, expected: list[set[str]]) -> None:
    assert bearers(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("georgi", "georrgi", True),
        ("reynold", "reynolds", True),
        ("daniel", "daniela", False),
        ("mara", "marra", False),
    ],
)
def test_only_an_error_inside_a_long_word_is_a_misspelling(one: str, other: str, expected: bool) -> None:
    assert is_typo(one, other) is expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Vell, also known as the Moth, robs Bruno. The Moth flees.", id="also known as"),
        pytest.param(
            "Mara Vell, a jobless cook in her late 30s known as Moth, robs Bruno. Moth flees.",
            id="known as, after a phrase",
        ),
        pytest.param("Mara Vell, a.k.a. Moth, robs Bruno. Moth flees.", id="a.k.a."),
        pytest.param(
            "Mara Vell robs Bruno. Mara masquerades as a rich heiress, Moth, and flees.",
            id="masquerades as",
        ),
        pytest.param("Mara Vell alias Moth is a friend of Bruno. Moth flees.", id="alias"),
        pytest.param("Moth, whose real name is Mara Vell, robs Bruno. Moth flees.", id="real name"),
        pytest.param("Mara Vell robs Bruno. She calls herself Moth. Moth flees.", id="calls herself"),
        pytest.param("Mara Vell robs Bruno under the name of Moth. Moth flees.", id="under the name"),
        pytest.param("Mara Vell / Moth robs Bruno. Moth flees.", id="stroke"),
        pytest.param("Mara Vell, nicknamed 'Moth', robs Bruno. Moth flees.", id="nicknamed"),
    ],
)
def test_two_names_that_the_text_says_are_one_make_one_character(text: str) -> None:
    chains = [chain for chain in cast_of(text).chains if chain.is_named]
    assert {"Mara Vell", "Moth"} <= {name.text for name in chains[0].names}
    assert len(chains) == 2


def test_a_phrase_of_identity_gives_the_bearer_and_the_name() -> None:
    words = read_words(next(parse(["Mara Vell, also known as the Moth, flees."])))
    ((token, name),) = find_aliases(words, find_proper_names(words))
    assert (words.text[token], name.parts.text) == ("Vell", "Moth")


def test_two_fathers_of_one_child_in_two_tellings_are_one_man() -> None:
    text = (
        "Logline:\nTomas leaves the city with his young son Ziv. He works hard.\n\n"
        "Plot:\nBruno lives with his young son Ziv. One day he loses Ziv in the crowd."
    )
    chains = [chain for chain in cast_of(text).chains if chain.is_named]
    assert {name.text for name in chains[0].names} == {"Tomas", "Bruno"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harrow Street", True),
        ("Lake Harrow", True),
        ("harrow.com", True),
        ("King Harrow Hotel", True),
        ("Anna Vell Studio", True),
        ("Harrow Department", True),
        ("Mara Vell", False),
        ("Rose Hill", False),
    ],
)
def test_some_names_are_no_persons_by_their_form(text: str, expected: bool) -> None:
    assert names_no_person(take_apart_text(text)) is expected


def test_a_town_is_no_given_name() -> None:
    assert is_given_name(take_apart_text("Florence Vell"))
    assert not is_given_name(take_apart_text("Florence"))


@pytest.mark.parametrize(
    ("noun", "gender", "kind"),
    [
        ("sister", Gender.FEMALE, CharacterKind.PERSON),
        ("waiter", Gender.MALE, CharacterKind.PERSON),
        ("doctor", None, CharacterKind.PERSON),
        ("donkey", None, CharacterKind.ANIMAL),
        ("robot", None, CharacterKind.MACHINE),
        ("police", None, CharacterKind.GROUP),
        ("table", None, CharacterKind.OTHER),
    ],
)
def test_a_noun_tells_gender_and_kind(noun: str, gender: Gender | None, kind: CharacterKind) -> None:
    assert (noun_gender(noun), noun_kind(noun)) == (gender, kind)


def test_a_capitalised_plural_is_made_singular() -> None:
    assert (singular("grandparents"), singular("boss")) == ("grandparent", "boss")


LISTS = (
    "human_nouns",
    "human_nouns_male",
    "human_nouns_female",
    "kin_nouns",
    "group_nouns",
    "animal_nouns",
    "given_names_female",
    "given_names_male",
    "person_verbs",
    "owned_nouns",
    "place_words",
    "not_names",
)


@pytest.mark.parametrize("name", LISTS)
def test_word_lists_are_in_lower_case_one_word_a_line(name: str) -> None:
    entries = read_list(name)
    assert entries
    assert all(entry == entry.lower() and " " not in entry for entry in entries)


def test_no_noun_is_male_and_female_at_once() -> None:
    assert not read_list("human_nouns_male") & read_list("human_nouns_female")


def test_short_forms_and_kin_classes_can_be_looked_up() -> None:
    assert "bob" in read_companions("short_names")["robert"]
    assert read_classes("kin_classes")["sister"] == "sibling"


@pytest.mark.parametrize(
    "text",
    [
        "George Lorn meets Dolly Kerr, daughter of Sheriff Kerr. The sheriff, Kerr, leaves.",
        "Mrs. Kerr and Dolly Kerr greet George Lorn.",
        "Dr. Kerr hates Dolly Kerr. George Lorn warns Dolly Kerr.",
    ],
)
def test_two_of_one_surname_named_in_one_breath_are_two_people(text: str) -> None:
    names = [{name.text for name in chain.names} for chain in cast_of(text).chains if chain.is_named]
    assert not any(
        {"Dolly Kerr"} < group and any("." in n or "Sheriff" in n for n in group) for group in names
    )
    assert len([group for group in names if any("Kerr" in name for name in group)]) == 2
