"""Who is in the story: the cast as a whole."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from films.extraction.chains import Cast
from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_entry import CastEntry
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.parsed import parse_document, without_asides
from films.reading import read_text
from films.vocabulary import CharacterKind, Gender, NameKind


def cast_of(text: str) -> Cast:
    parsed = parse_document(read_text("story.txt", text))
    return find_cast(parsed, find_cast_entries(parsed))


def named(text: str) -> set[str]:
    return {chain.name for chain in cast_of(text).chains if chain.is_named}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara Vell meets Bruno. Mara kisses him. Mara leaves.",
            {"Mara", "Bruno"},
            id="first name used most",
        ),
        pytest.param(
            "Dr. Dara Finch arrives in Ostrava. Finch tells the mayor.", {"Dr. Dara Finch"}, id="title"
        ),
        pytest.param(
            "Ines leaves Lisbon for Paris, where she marries Tomas Orr.", {"Ines", "Tomas Orr"}, id="cities"
        ),
        pytest.param(
            "On Monday Ziv calls Ines. At Christmas Ziv dies.", {"Ziv", "Ines"}, id="days and feasts"
        ),
        pytest.param("Bruno works for the Harrow Company and kills Ziv.", {"Bruno", "Ziv"}, id="company"),
        pytest.param(
            "Princess Oda of Brandermark marries Ziv.", {"Princess Oda of Brandermark", "Ziv"}, id="domain"
        ),
        pytest.param("A ship, the Meridia, sinks. Bruno saves Ines.", {"Bruno", "Ines"}, id="ship"),
        pytest.param(
            "Publisher Mara Vell fires Ziv.", {"Mara Vell", "Ziv"}, id="noun that begins the sentence"
        ),
        pytest.param(
            "Erik van der Holt and Ali bin Rashad quarrel.",
            {"Erik van der Holt", "Ali bin Rashad"},
            id="particles",
        ),
        pytest.param("MARA VELL shoots BRUNO ORR. She flees.", {"MARA VELL", "BRUNO ORR"}, id="capitals"),
        pytest.param("The Germans attack. Bruno hides.", {"Bruno"}, id="nationality"),
        pytest.param("Her Dad tells Ines that Mom is ill.", {"Ines"}, id="capitalised kin"),
        pytest.param("Bruno, à la Dara Finch, robs a bank.", {"Bruno"}, id="comparison"),
        pytest.param(
            "Ines meets Ziv. June warns Ines. Ziv hires June and Ines thanks June.",
            {"Ines", "Ziv", "June"},
            id="month as a name",
        ),
        pytest.param(
            "Ziv waits until June. June finds Ziv ill. In June Ziv dies.",
            {"Ziv"},
            id="month in which it happens",
        ),
        pytest.param(
            "Ziv meets June Orr, the daughter of Ines. June is impressed and Ziv tells June that he leaves.",
            {"Ziv", "June", "Ines"},
            id="month with a surname",
        ),
        pytest.param(
            "Ines rescues her sister, April, and a boy. At April's she meets Ziv and April's son Bruno.",
            {"Ines", "April", "Ziv", "Bruno"},
            id="month behind a noun of kin",
        ),
        pytest.param(
            "Then Ziv names her Saturday and she learns his language. He escapes with the girl Saturday.",
            {"Ziv", "Saturday"},
            id="day that is given as a name",
        ),
        pytest.param(
            "In June Ines meets June Orr. June warns her. They marry in June 1944.",
            {"Ines", "June Orr"},
            id="month and a name in one text",
        ),
        pytest.param(
            "Ines meets Ziv in May. By Sunday they are in Rome. Friday comes, and Ziv sails to June Lake.",
            {"Ines", "Ziv"},
            id="days and a lake",
        ),
        pytest.param(
            "Ines arrives Saturday. The Sunday papers call her a thief. On Monday morning Ziv reads of it.",
            {"Ines", "Ziv"},
            id="day without a preposition",
        ),
        pytest.param(
            "Sheriff Dean meets Ines. When Ines asks Dean, he lies. She hates Dean.",
            {"Dean", "Ines"},
            id="noun that is a given name",
        ),
    ],
)
def test_a_name_counts_when_it_behaves_like_a_persons(text: str, expected: set[str]) -> None:
    assert named(text) == expected


def test_a_name_that_the_model_mislabels_here_and_there_is_decided_over_the_document() -> None:
    text = (
        "The children build a woman of snow and name her Opaline. Bruno presents Opaline with a bouquet. "
        "Opaline smiles and kisses him. In the end Bruno and Opaline marry."
    )
    assert "Opaline" in named(text)


def test_actors_in_brackets_are_no_characters_and_their_parts_are() -> None:
    assert named("Mara Vell (Jo Smith) meets Bruno (Al Brown). Mara likes Bruno. Mara leaves.") == {
        "Mara",
        "Bruno",
    }


def test_names_of_a_cast_list_join_the_names_of_the_story() -> None:
    cast = "Title: Salt\nCast: Jo Smith as Mara Vell, Al Brown as Captain Ziv Orr\n\n"
    text = cast + "Mara waits. Orr comes late. Orr leaves."
    chains = {chain.key: {name.text for name in chain.names} for chain in cast_of(text).chains}
    assert chains["mara"] == {"Mara", "Mara Vell"}
    assert {"Orr", "Captain Ziv Orr"} <= chains["orr"]


def test_a_character_whom_only_the_cast_list_names_has_no_mentions() -> None:
    cast = cast_of("Title: Salt\nCast: Jo Smith as Mara, Al Brown as Bruno Finch\n\nMara waits.")
    chain = next(chain for chain in cast.chains if chain.name == "Bruno Finch")
    assert chain.mentions == ()


def test_a_cast_lists_description_may_name_another_character() -> None:
    text = "Title: Salt\nCast:\n  Jo Smith as Mara, a farmer with a dog named Bix\n\nMara waits."
    assert named(text) == {"Mara", "Bix"}


def test_names_told_in_brackets_alone_stay_out_unless_the_story_has_them() -> None:
    assert named("Mara meets a guard (played by Jo Smith). Mara flees.") == {"Mara"}


def test_chains_stand_in_order_of_their_first_mention() -> None:
    cast = cast_of("A nurse meets Bruno. Bruno introduces Ines.")
    assert [chain.name for chain in cast.chains] == ["a nurse", "Bruno", "Ines"]


def test_keys_are_unique_slugs() -> None:
    cast = cast_of("A man robs Bruno. Later a man robs Ines.")
    keys = [chain.key for chain in cast.chains]
    assert keys[0] == "a-man"
    assert len(set(keys)) == len(keys) == 4


@pytest.mark.parametrize(
    ("text", "description", "kind"),
    [
        pytest.param("Bruno hires a lawyer.", "a lawyer", CharacterKind.PERSON, id="indefinite"),
        pytest.param("Bruno asks the old manager.", "the old manager", CharacterKind.PERSON, id="definite"),
        pytest.param(
            "Ines leaves Bruno's partner.", "Bruno's partner", CharacterKind.PERSON, id="of somebody"
        ),
        pytest.param("Ines and some friends visit Bruno.", "some friends", CharacterKind.GROUP, id="group"),
        pytest.param("The police arrest Bruno.", "the police", CharacterKind.GROUP, id="collective"),
        pytest.param("A search party finds Bruno.", "a search party", CharacterKind.GROUP, id="sent out"),
        pytest.param(
            "The Vandals attack, and the Mexicans flee.", "the mexicans", CharacterKind.GROUP, id="people"
        ),
        pytest.param("Ines repairs an android.", "an android", CharacterKind.MACHINE, id="machine"),
    ],
)
def test_a_described_person_is_a_character_without_a_name(
    text: str, description: str, kind: CharacterKind
) -> None:
    chain = next(chain for chain in cast_of(text).chains if chain.name == description)
    assert not chain.is_named
    assert chain.kind is kind
    assert chain.names[0].kind is NameKind.DESCRIPTION


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No man dares to enter. Every guest leaves.", id="nobody and everybody"),
        pytest.param("Bruno's family home burns.", id="noun that qualifies"),
        pytest.param("A pair of scissors lies there.", id="things"),
        pytest.param("Mara wakes with her spirit broken. Mara leaves.", id="a state of mind"),
        pytest.param("Mara lets down her guard and kisses Tom. Mara leaves Tom.", id="a guard let down"),
        pytest.param("Mara throws a party. At the party Tom weeps.", id="a celebration"),
        pytest.param("Tom takes Mara hostage. Mara falls victim to Tom.", id="a state one gets into"),
        pytest.param("Tom mourns his lost youth. Mara leaves Tom.", id="a time of life"),
        pytest.param("Mara has a crush on Tom. Tom leaves.", id="a feeling"),
    ],
)
def test_what_describes_nobody_makes_no_character(text: str) -> None:
    assert [chain.name for chain in cast_of(text).chains if not chain.is_named] == []


def test_a_named_group_means_its_members_where_the_text_tells_them() -> None:
    text = "Mara joins the 'Comets', who are led by Ines and include Dara Finch. The Comets mock Bruno."
    cast = cast_of(text)
    parsed = parse_document(read_text("story.txt", text))
    last = max(i for i, token in enumerate(parsed.doc) if token.text == "Comets")
    assert cast.at(last) == ("ines", "dara-finch")
    assert all(chain.name != "the Comets" for chain in cast.chains)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        pytest.param("Ziv lives alone. She paints.", Gender.FEMALE, id="pronoun"),
        pytest.param("Mrs. Orr lives alone.", Gender.FEMALE, id="title"),
        pytest.param("Ziv, a widower, lives alone.", Gender.MALE, id="apposition"),
        pytest.param("Peter Orr lives alone.", Gender.MALE, id="well-known name"),
        pytest.param(
            "Peter lives alone. Peter loves her dress and her hat. She sings.", Gender.FEMALE, id="text first"
        ),
        pytest.param("Ziv lives alone.", None, id="unknown"),
    ],
)
def test_gender_is_learnt_from_the_text_before_any_list(text: str, gender: Gender | None) -> None:
    assert cast_of(text).chains[0].gender is gender


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "2021-03-04 12:00:01 INFO server.start port=8080\n2021-03-04 12:00:02 WARN disk 91%\n", id="log"
        ),
        pytest.param("Milk\nEggs\nFlour\nButter\nSalt\nSugar\n", id="list"),
        pytest.param(
            "Der Hund läuft schnell über die nasse Wiese und bellt den Mond an.", id="another language"
        ),
    ],
)
def test_what_is_no_story_has_hardly_any_characters(text: str) -> None:
    assert len([chain for chain in cast_of(text).chains if chain.is_named]) <= 1


def test_a_new_telling_begins_anew() -> None:
    text = "Logline:\nBruno robs a bank.\n\nPlot:\nHe is poor. Ziv lends money to a baker."
    cast = cast_of(text)
    bruno = next(chain for chain in cast.chains if chain.name == "Bruno")
    assert len(bruno.mentions) == 1


def test_actors_in_brackets_are_blanked_for_the_parse_alone() -> None:
    text = "Mara (Jo van Smith) waits (in vain) for Tom (Al)."
    blanked = without_asides(text)
    assert blanked == "Mara                waits (in vain) for Tom (Al)."
    assert len(blanked) == len(text)


def test_cast_entries_may_be_given_by_hand() -> None:
    parsed = parse_document(read_text("story.txt", b"Frost waits."))
    entry = CastEntry("Jo Smith", "Frost", ("Frost",), "", parsed.span_of(0, 1), 1)
    assert [chain.name for chain in find_cast(parsed, [entry]).chains] == ["Frost"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_gives_a_consistent_cast(text: str) -> None:
    parsed = parse_document(read_text("any.txt", "Mara waits. " + text))
    cast = find_cast(parsed, ())
    keys = {chain.key for chain in cast.chains}
    assert len(keys) == len(cast.chains)
    assert {key for who in cast.heads.values() for key in who} <= keys
    assert all(0 <= m.start <= m.head < m.end <= len(parsed.doc) for c in cast.chains for m in c.mentions)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(words=["Mrs.", "and"])
@given(
    st.lists(
        st.sampled_from(
            [
                "Mara",
                "Bruno Orr",
                "she",
                "his",
                "sister",
                "and",
                ",",
                "the",
                "two",
                "They",
                "meets",
                "of",
                '"',
                "'s",
                ".",
                "who",
                "himself",
                "the couple",
                "each other",
                "Mrs.",
                "Jr.",
                "-",
                "/",
                "(",
                ")",
                "a man named",
                "Vells",
                "\n\n",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_words_gives_a_cast(words: list[str]) -> None:
    parsed = parse_document(read_text("any.txt", "Mara waits. " + " ".join(words)))
    cast = find_cast(parsed, ())
    assert all(chain.name and chain.names for chain in cast.chains)


def test_a_name_that_is_told_late_is_known_to_a_family_that_was_read_of_before() -> None:
    cast = cast_of(
        'Karl meets Ines Boyle, a free-spirited bartender. A conversation confirms "Julian" is the real '
        'Ines. Karl discovers Julian/"Ines" has left to stay with her parents the Boyles, telling them '
        "there are problems."
    )
    assert {chain.name for chain in cast.chains if chain.is_named} == {"Karl", "Ines Boyle"}
