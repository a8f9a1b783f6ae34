"""Nouns and names that speak of one person make one character; those of two people make two."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from tests.extraction.reading_aid import parsed_of


def everybody(text: str) -> set[str]:
    """Return what every character of a text is called, whether by a name or by a description."""
    parsed = parsed_of(text)
    return {chain.name for chain in find_cast(parsed, find_cast_entries(parsed)).chains}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara hires a bodyguard and self-proclaimed womanizer Ivo Karam. Ivo drinks.",
            {"Mara", "Ivo Karam"},
            id="two nouns under one article",
        ),
        pytest.param(
            "Mara meets novelist and war correspondent Julian Tierney. They marry.",
            {"Mara", "Julian Tierney"},
            id="two nouns without an article",
        ),
        pytest.param(
            "Bruno visits his longtime friend and associate, Chief Inspector Kane, in Rome. Kane leaves.",
            {"Bruno", "Chief Inspector Kane"},
            id="two nouns before a comma",
        ),
        pytest.param(
            "Mara visits a friend and mentor from his army days, Tom Ryan. Ryan asks her for help.",
            {"Mara", "Tom Ryan"},
            id="two nouns and a phrase",
        ),
        pytest.param(
            "Tom Twist, a philosopher and their somewhat mysterious neighbor, helps Ana.",
            {"Tom Twist", "Ana"},
            id="two nouns after the name",
        ),
        pytest.param(
            "Bruno is a career criminal and the leader of a gang of thieves. Bruno robs a bank.",
            {"Bruno", "a gang of thieves"},
            id="two nouns of a predicate",
        ),
        pytest.param(
            "Mara is helped by an intruder – a renegade humanitarian, Dr. Nick Orr. Nick shouts at her.",
            {"Mara", "Dr. Nick Orr"},
            id="a noun behind a dash",
        ),
        pytest.param(
            "Mara lives with Ana's boyfriend, old sailor Tom Winsor. Tom hits her.",
            {"Mara", "Ana", "Tom Winsor"},
            id="a noun behind a comma",
        ),
        pytest.param(
            "Ana marries a wealthy man from New York, Jack Maitland. Jack leaves Ana.",
            {"Ana", "Jack Maitland"},
            id="a phrase before the name",
        ),
        pytest.param(
            "Tom meets the unworldly wife of an American envoy, Helen Hughes. Helen falls for him.",
            {"Tom", "Helen Hughes", "an american envoy"},
            id="a wife whose husband's trade is told",
        ),
        pytest.param(
            "Tommy's uncle, David Tuttle is attempting to rob Ana. David fails.",
            {"Tommy", "David Tuttle", "Ana"},
            id="a lost comma",
        ),
        pytest.param(
            "Tom calls on Rosaline's father Adrian. Rosaline escapes with the help of her father.",
            {"Tom", "Rosaline", "Adrian"},
            id="an owner before noun and name",
        ),
        pytest.param(
            "Bruno joins a gang of Chinese crooks. The crooks attack Mara.",
            {"Bruno", "a gang of chinese crooks", "Mara"},
            id="a gang and its people",
        ),
        pytest.param(
            "Orestes (Billy Gilbert), the diner's cook, hires Diane. Diane thanks Orestes.",
            {"Orestes", "Diane"},
            id="commas behind an actor",
        ),
        pytest.param(
            "Her grown children, Ruth (Sally Neil) and Bruno (William Bake), leave Mara. Ruth cries.",
            {"Ruth", "Bruno", "Mara"},
            id="a group whose members have actors",
        ),
        pytest.param(
            "Tom and Bruno, American song-and-dance men performing in Melbourne, leave town.",
            {"Tom", "Bruno"},
            id="two and what they are",
        ),
        pytest.param(
            'Tom meets a love-stricken married woman named, "Agnes". Agnes cries.',
            {"Tom", "Agnes"},
            id="quoted name",
        ),
        pytest.param(
            "Steiner's wife is named Agnes. Agnes sleeps with Tom.",
            {"Steiner", "Agnes", "Tom"},
            id="is named",
        ),
        pytest.param(
            "Tom discovers that his passenger is Christine. Christine kisses him.",
            {"Tom", "Christine"},
            id="whose passenger is whom",
        ),
        pytest.param(
            "Despite his boss Tito's objections, Marco teaches Lisa to sing. Tito leaves.",
            {"Marco", "Lisa", "Tito"},
            id="the one described owns something",
        ),
        pytest.param(
            "Tom, known to his neighbor Kit as 'Sam', drinks. Sam meets Kit.", {"Sam", "Kit"}, id="known to"
        ),
        pytest.param(
            'Lord Augustus ("Tuppy") courts Mara. Tuppy proposes to Mara.',
            {"Tuppy", "Mara"},
            id="in brackets",
        ),
        pytest.param(
            "Echo disguises himself as Mrs. O'Grady. Mrs. O'Grady robs Mara.",
            {"Mrs. O'Grady", "Mara"},
            id="a disguise",
        ),
        pytest.param(
            "Tony becomes the Condor. The Condor saves Mara.", {"Condor", "Mara"}, id="becomes somebody else"
        ),
        pytest.param("Mara becomes Lady Vell. Lady Vell dies.", {"Lady Vell"}, id="becomes a lady"),
        pytest.param(
            "One of Ana's old lovers, Tom Vell, arrives. Tom kisses Ana.",
            {"Tom Vell", "Ana"},
            id="one of many",
        ),
        pytest.param(
            "Bruno, a clerk and one of the robbers, meets Ana. Bruno is one of her friends.",
            {"Bruno", "Ana"},
            id="said to be one of many",
        ),
        pytest.param(
            "Ana is a young woman who marries a wealthy man from Rome, Jack Orr (Jo Hall). Her husband fell.",
            {"Ana", "Jack Orr"},
            id="the nearer of two nouns",
        ),
        pytest.param(
            "John agrees to do the honorable thing and marry Mara. Mara prods her husband.",
            {"John", "Mara"},
            id="who agrees to marry",
        ),
        pytest.param(
            "Ana is engaged to Bruno. Her fiancé leaves Ana.", {"Ana", "Bruno"}, id="who is engaged"
        ),
        pytest.param(
            "Mara gives birth to a baby girl named Amy. Tom is her husband. Their daughter is ill.",
            {"Mara", "Amy", "Tom"},
            id="who is born",
        ),
        pytest.param(
            "Mara lives with her twin sons, Holland and Niles. Niles loves his brother.",
            {"Mara", "Holland", "Niles"},
            id="sons of one mother",
        ),
        pytest.param(
            "The judges make Tom the prime suspect. The prime suspect flees.",
            {"the judges", "Tom"},
            id="what somebody is made",
        ),
        pytest.param(
            "Peggy is seen by two sailors from a ship who visit the port, Johnny and Happy. Johnny sings.",
            {"Peggy", "Johnny", "Happy"},
            id="two and their names after a clause",
        ),
        pytest.param(
            "Ana is loved by Mara Glass (Jo Hall), her next-door neighbor. Mara weeps.",
            {"Ana", "Mara Glass"},
            id="what she is ends the sentence",
        ),
        pytest.param(
            "Tom kisses his fiancée. Even the hat check girl laughs when his boss, Ivo, falls.",
            {"Tom", "his fiancée", "the hat check girl", "Ivo"},
            id="adverbs before a description",
        ),
    ],
)
def test_nouns_that_speak_of_one_person_make_one_character(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara leaves his mother and sister Ana. Ana weeps.",
            {"Mara", "his mother", "Ana"},
            id="nobody is mother and sister",
        ),
        pytest.param(
            "Mara meets a man from Rome, Tom, and Ana.", {"Mara", "a man", "Tom", "Ana"}, id="a list of three"
        ),
        pytest.param(
            "Juliet has a note to her father from her brother-in-law, Sam. Sam dies.",
            {"Juliet", "her father", "Sam"},
            id="the phrase tells of the one named",
        ),
        pytest.param(
            "Tom meets Mara, the cook's sister. All the women there are named Ana. Tom kisses Mara.",
            {"Tom", "Mara", "the cook", "all the women"},
            id="many of one name",
        ),
        pytest.param(
            "Tom Vell becomes CEO of the firm. Ana hates Tom.", {"Tom Vell", "Ana"}, id="an office is no name"
        ),
        pytest.param(
            "Bruno has two friends. One of his friends kills Ana.",
            {"Bruno", "two friends", "one of his friends", "Ana"},
            id="one of them and all of them",
        ),
        pytest.param(
            "Mr. Henry Breene and Mrs. Henry Breene quarrel. Henry leaves.",
            {"Mr. Henry Breene", "Mrs. Henry Breene"},
            id="a wife by her husband's name",
        ),
        pytest.param(
            "Tom kills two policemen. Racist policemen beat Bruno. An old army flees. The French army sits.",
            {"Tom", "two policemen", "racist policemen", "Bruno", "an old army", "the french army"},
            id="groups told apart by what they are",
        ),
        pytest.param(
            "Tom shoots a man. A policeman arrests him. The second man flees.",
            {"Tom", "a man", "a policeman", "the second man"},
            id="the second is another",
        ),
    ],
)
def test_nouns_of_two_people_make_two_characters(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
