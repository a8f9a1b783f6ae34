"""What is only doubted, what a verb leads up to, and which verbs tell an act here and a state elsewhere."""

import pytest

from films.extraction.events.triggers import find_triggers
from films.extraction.language_model import parse
from films.extraction.words import read_words


def triggers(text: str) -> list[str]:
    words = read_words(next(parse([text])))
    return [words.text[trigger.token] for trigger in find_triggers(words, range(len(words)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ivo is worried that he has lost Mara, and expedites their divorce.", ["expedites"], id="worried"
        ),
        pytest.param("Ivo is afraid that Mara has left him.", [], id="afraid"),
        pytest.param("Ivo is sad that Mara has left him.", ["left"], id="sad over what happened"),
        pytest.param(
            "Mara confesses that the well was closed for fear that they had struck radium.",
            ["confesses", "closed"],
            id="for fear that",
        ),
        pytest.param("Ivo is a gangster who is known for solving problems.", [], id="known for"),
        pytest.param("As described in a film magazine, Ivo goes to Mexico.", ["goes"], id="as described"),
        pytest.param("It does not help that Ivo nails a picture to the boat.", ["nails"], id="does not help"),
    ],
)
def test_what_is_doubted_is_not_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara goes on to win the race.", ["win"], id="goes on to"),
        pytest.param("Mara spends the evening talking to Ivo.", ["talking"], id="spends time"),
        pytest.param(
            "Mara spends all her money on drink, leaving the hotel.",
            ["spends", "leaving"],
            id="spends money",
        ),
        pytest.param("Daffy spends most of the day telling Ivo about it.", ["telling"], id="most of it"),
        pytest.param("The dam causes sharks to attack.", ["attack"], id="causes something to be done"),
        pytest.param("Ivo leads Mara to betray him.", ["betray"], id="leads someone to do it"),
        pytest.param(
            "Ivo leads his team through the tunnel to the train to search for Mara.",
            ["leads"],
            id="leads someone through a place",
        ),
        pytest.param(
            "As Mara and her son drive looking for the car, they see it.",
            ["drive", "looking", "see"],
            id="drives a car",
        ),
    ],
)
def test_a_verb_of_aspect_or_cause_gives_way_to_the_act(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ivo is run over by a car.", ["run"], id="run over"),
        pytest.param("A shop is run by Ivo.", [], id="run by"),
        pytest.param(
            "Mara is taken to the desert and stranded near a rock.", ["taken", "stranded"], id="and stranded"
        ),
        pytest.param(
            "Mara runs away from home and is trapped in a cage.",
            ["runs", "trapped"],
            id="is trapped",
        ),
        pytest.param("Ivo is shot dead.", ["shot"], id="shot dead is one thing"),
        pytest.param("Ivo is found dead.", ["found", "dead"], id="found dead is two"),
        pytest.param("Mara is stranded on an island.", [], id="stranded"),
        pytest.param("Mara is surrounded by guards.", ["surrounded"], id="surrounded by people"),
        pytest.param("The town is surrounded by mountains.", [], id="surrounded by things"),
        pytest.param("The soldiers surround the house.", ["surround"], id="people surround"),
        pytest.param("Trees surround the house.", [], id="things surround"),
        pytest.param("Ivo is relating the story to his wife.", ["relating"], id="relates a story"),
        pytest.param("Ivo is related to Mara.", [], id="related to"),
        pytest.param("Ivo shares his food with them.", ["shares"], id="shares food"),
        pytest.param("Ivo and Mara share a house.", [], id="shares a house"),
        pytest.param("Ivo is kept from Mara.", ["kept"], id="kept from"),
        pytest.param("Ivo proves to be a thief.", [], id="proves to be"),
        pytest.param(
            "A widow receives a letter from the school attended by her son.", ["receives"], id="attended by"
        ),
        pytest.param("Mara attends the funeral.", ["attends"], id="attends"),
        pytest.param("Mara learns the costs associated with the disaster.", ["learns"], id="associated"),
        pytest.param("Ivo is reborn as a dog.", ["reborn"], id="reborn"),
    ],
)
def test_an_act_is_told_apart_from_a_state_of_the_same_verb(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara is so angry that she hits him.", ["hits"], id="so angry that"),
        pytest.param("Mara gives Ivo such a shock that he faints.", ["gives", "faints"], id="such a shock"),
        pytest.param("Mara returns so ill that she has to be carried.", ["returns", "carried"], id="has to"),
        pytest.param("Mara told him so that he could leave.", ["told"], id="a purpose"),
        pytest.param(
            "Mara confronts Ivo about stealing his money.", ["confronts", "stealing"], id="confronts"
        ),
        pytest.param("Ivo accuses Mara of stealing his money.", ["accuses"], id="accuses"),
        pytest.param("Ivo, touched by her tears, lets her go.", ["lets"], id="how one does it"),
        pytest.param("The dam threatens to burst.", [], id="a thing threatens"),
        pytest.param("Ivo threatens to kill Mara.", ["threatens"], id="a person threatens"),
        pytest.param("Mara gives the signal.", ["signal"], id="gives a signal"),
        pytest.param("The gang pulls off a robbery.", ["robbery"], id="pulls off"),
    ],
)
def test_what_came_of_it_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ivo meets old Mrs. Vell, accuses her of spreading the gossip and is thrown out.",
            ["meets", "accuses", "thrown"],
            id="a passive behind a gerund",
        ),
        pytest.param(
            "Mara thinks that the lava is flowing and calculates that another eruption will occur.",
            ["calculates"],
            id="a thing says nothing",
        ),
        pytest.param("Mara helps injured firefighters out of the area.", ["helps"], id="who is helped"),
        pytest.param("Her father's will decrees that Mara must marry.", ["decrees"], id="a last will"),
        pytest.param(
            "Tonight, Mara and her aide Ana venture into the cave to rest.",
            ["venture"],
            id="and her aide",
        ),
        pytest.param("Ivo gobbles a cake in the kitchen, Mara laughs.", ["gobbles", "laughs"], id="gobbles"),
    ],
)
def test_a_verb_is_found_where_the_tree_goes_wrong(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
