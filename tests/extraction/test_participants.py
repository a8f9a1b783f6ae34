"""Who takes part in what happens, and as what."""

import pytest

from films.extraction.extract import extract
from films.reading import read_text


def participants(text: str) -> dict[str, dict[str, str]]:
    """Return, by trigger, the role of each character by name, for events of the text's last sentence."""
    extraction = extract(read_text("story.txt", text.encode()))
    names = {character.key: character.name for character in extraction.characters}
    last = extraction.sentences[-1]
    return {
        event.trigger_text: {names[p.character]: p.role.value for p in event.participants}
        for event in extraction.events
        if event.sentence == last
    }


CAST = "Anna is a nurse. Tom is a sailor. Laura is a singer. "


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param("Anna kisses Tom.", "kisses", {"Anna": "agent", "Tom": "patient"}, id="active"),
        pytest.param(
            "Tom is arrested by Anna.", "arrested", {"Tom": "patient", "Anna": "agent"}, id="passive"
        ),
        pytest.param(
            "Anna gives Tom a ring.", "gives", {"Anna": "agent", "Tom": "recipient"}, id="to whom it is given"
        ),
        pytest.param(
            "Anna tells Tom that Laura died.",
            "tells",
            {"Anna": "agent", "Tom": "recipient"},
            id="to whom it is told",
        ),
        pytest.param(
            "Anna kisses Tom, not Laura.", "kisses", {"Anna": "agent", "Tom": "patient"}, id="denied"
        ),
        pytest.param(
            "Anna kisses Tom and not the singer Laura.",
            "kisses",
            {"Anna": "agent", "Tom": "patient"},
            id="denied with a trade",
        ),
        pytest.param(
            "Anna kisses not only Tom but also Laura.",
            "kisses",
            {"Anna": "agent", "Tom": "patient", "Laura": "patient"},
            id="not only one",
        ),
        pytest.param("Anna dances with Tom.", "dances", {"Anna": "agent", "Tom": "present"}, id="with"),
        pytest.param("Anna shoots at Tom.", "shoots", {"Anna": "agent", "Tom": "patient"}, id="at"),
        pytest.param(
            "Anna and Tom leave the city.", "leave", {"Anna": "agent", "Tom": "agent"}, id="joined names"
        ),
        pytest.param(
            "Anna overhears Tom's talk with Laura.",
            "talk",
            {"Tom": "agent", "Laura": "present"},
            id="who hears a talk does not talk",
        ),
        pytest.param(
            "Tom's men enter. One of the men kisses Anna.",
            "kisses",
            {"one of the men": "agent", "Anna": "patient"},
            id="one of a group",
        ),
        pytest.param(
            "Tom's men enter. One of the men, Bruno, kisses Anna.",
            "kisses",
            {"Bruno": "agent", "Anna": "patient"},
            id="one of a group by name",
        ),
        pytest.param("Anna finds Tom dead.", "dead", {"Tom": "patient"}, id="who is dead"),
        pytest.param("Anna finds Tom dead.", "finds", {"Anna": "agent", "Tom": "patient"}, id="found dead"),
        pytest.param(
            "Anna, recovering from the shock, convinces Tom not to leave.",
            "convinces",
            {"Anna": "agent", "Tom": "patient"},
            id="convinced not to",
        ),
        pytest.param(
            "Anna and the others, including Tom, leave the city.",
            "leave",
            {"Anna": "agent", "Tom": "agent", "Laura": "agent"},
            id="including",
        ),
        pytest.param(
            "Anna is pursuing Tom for robbing a bank.", "robbing", {"Tom": "agent"}, id="pursued for"
        ),
    ],
)
def test_roles_follow_the_grammar(text: str, trigger: str, expected: dict[str, str]) -> None:
    assert participants(CAST + text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param("Anna goes to the bar and flirts with Tom.", "flirts", "agent", id="joined verbs"),
        pytest.param("Anna kisses Tom before leaving the city.", "leaving", "agent", id="before leaving"),
        pytest.param("Anna leaves the city, abandoning Tom.", "abandoning", "agent", id="participle"),
        pytest.param("Anna begins to cry.", "cry", "agent", id="begins to"),
        pytest.param("Tom forces Anna to leave the city.", "leave", "agent", id="forces somebody to"),
        pytest.param("Tom meets Anna, who steals his watch.", "steals", "agent", id="relative clause"),
        pytest.param("Tom sees Anna crossing the bridge.", "crossing", "agent", id="seen doing"),
        pytest.param("Tom leaves Anna sleeping.", "sleeping", "agent", id="left doing"),
        pytest.param("Tom sees Anna perform at the club.", "perform", "agent", id="seen to do"),
        pytest.param("Tom tricks Anna into leaving the city.", "leaving", "agent", id="tricked into"),
        pytest.param("Tom forgives Anna for stealing his car.", "stealing", "agent", id="forgiven for"),
        pytest.param("Tom meets and befriends Anna.", "meets", "patient", id="object of two verbs"),
        pytest.param(
            "Anna is caught by Tom and injected with a drug.",
            "injected",
            "patient",
            id="passive carried over",
        ),
    ],
)
def test_unsaid_subjects_are_found(text: str, trigger: str, expected: str) -> None:
    assert participants(CAST + text)[trigger]["Anna"] == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("Tom asks Laura to leave Anna.", "asks", id="asked for"),
        pytest.param("Tom decides to look for Anna.", "decides", id="decided on"),
        pytest.param("Tom decides not to report it to Anna.", "decides", id="decided against"),
        pytest.param("Tom moves into the house of Anna's mother.", "moves", id="owner"),
        pytest.param("Tom tells Laura a story about Anna.", "tells", id="topic"),
        pytest.param("Tom arrives, determined to marry Anna.", "arrives", id="not yet done"),
        pytest.param("Tom leaves, but Laura believes that Anna is happy.", "leaves", id="only believed"),
        pytest.param(
            "In an attempt to destroy his friendship with Anna, Tom leaves.", "leaves", id="in a purpose"
        ),
        pytest.param("Tom is sent to Berlin to find Anna.", "sent", id="still to be found"),
        pytest.param("Tom goes home so that he will not be seen by Anna.", "goes", id="kept from it"),
        pytest.param("Tom offers Laura a car in case Anna fails.", "offers", id="condition"),
        pytest.param("Laura steals the car, in hopes of winning Anna back.", "steals", id="hoped for"),
        pytest.param("Laura announces her intent to marry Anna.", "announces", id="meant to be"),
        pytest.param("Tom, afraid of losing Anna, leaves the city.", "leaves", id="feared"),
        pytest.param("Tom leaves for Paris, where he will work with Anna.", "leaves", id="to come"),
        pytest.param("Tom escapes into the house of Anna.", "escapes", id="owner behind the house"),
        pytest.param("Tom arrives at Anna and Laura's house.", "arrives", id="one of two owners"),
        pytest.param("Tom befriends Bruno, a clerk of Anna's company.", "befriends", id="owner of a firm"),
        pytest.param("Tom meets Kim, the only child of Laura and Anna.", "meets", id="parent in passing"),
        pytest.param("Tom meets a woman who resembles Anna.", "meets", id="likeness"),
        pytest.param("Tom, disguised as Anna, enters the house.", "enters", id="disguise"),
        pytest.param("Tom invents the character of Anna.", "invents", id="role"),
        pytest.param("Tom finds a camera that belonged to Anna.", "finds", id="former owner"),
        pytest.param("Tom reads a novella, Anna, on the train.", "reads", id="title"),
        pytest.param("Tom spots Anna's photo.", "spots", id="owner of what is spotted"),
        pytest.param("Tom drives Anna's car to the lake.", "drives", id="owner of what is used"),
        pytest.param("Tom informs Laura that Bruno and Anna are to marry.", "informs", id="arranged"),
        pytest.param("Tom pleads with Laura to spare Anna.", "pleads", id="pleaded for"),
        pytest.param("Tom bets Laura that he will kiss Anna.", "bets", id="bet upon"),
        pytest.param("Tom complains about living with Anna.", "complains", id="complaint"),
        pytest.param("Before he is to announce it to Anna, Tom leaves.", "leaves", id="not yet announced"),
        pytest.param("Unbeknownst to Anna, Tom leaves the city.", "leaves", id="unaware"),
        pytest.param("Anna's sister threatens to call the police.", "threatens", id="kin of who threatens"),
        pytest.param("Anna's brother-in-law attacks Tom.", "attacks", id="kin of who does harm"),
    ],
)
def test_who_is_only_planned_owned_or_talked_about_takes_no_part(text: str, trigger: str) -> None:
    assert "Anna" not in participants(CAST + text)[trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param("Anna's legs are amputated.", "amputated", "patient", id="legs"),
        pytest.param("Tom steals Anna's car.", "steals", "patient", id="car"),
        pytest.param("The death of Anna shocks Tom.", "death", "patient", id="event noun with of"),
        pytest.param("Anna has an accident.", "accident", "agent", id="event noun behind a light verb"),
        pytest.param("Tom presses the knife against Anna's belly.", "presses", "present", id="on whose body"),
        pytest.param("A plot is laid against Anna's life.", "laid", "present", id="whose life is at stake"),
        pytest.param("Tom tries to win the love of Anna.", "tries", "present", id="love"),
        pytest.param("Tom leaves, even if Anna weeps.", "leaves", "present", id="even if"),
        pytest.param("Tom meets the ghost of Anna.", "meets", "patient", id="ghost"),
        pytest.param("Bruno, Anna's father, is murdered by Tom.", "murdered", "patient", id="father by name"),
        pytest.param("Anna's unwillingness drives Tom away.", "drives", "patient", id="her unwillingness"),
        pytest.param("Tom joins Anna's gang.", "joins", "patient", id="gang"),
        pytest.param("Tom reveals Anna's identity.", "reveals", "present", id="identity"),
        pytest.param("Anna's mother dies.", "dies", "patient", id="mother"),
        pytest.param("Anna's brother is eaten by sharks.", "eaten", "patient", id="brother"),
        pytest.param("Tom decides to divorce Anna.", "decides", "patient", id="decided upon"),
        pytest.param("Anna's father is murdered by Tom.", "murdered", "patient", id="father"),
        pytest.param("Tom agrees to leave, to the dismay of Anna.", "agrees", "present", id="dismay"),
        pytest.param("Tom reacts angrily to Anna's advances.", "reacts", "present", id="advances"),
        pytest.param("Tom puts a strain on Laura and Anna's marriage.", "puts", "present", id="bond of two"),
        pytest.param("Tom turns the men against Anna.", "turns", "patient", id="at whom it is aimed"),
        pytest.param("Tom arranges to have dinner with Anna.", "arranges", "present", id="in company"),
        pytest.param("Tom writes so that he can support his wife Anna.", "writes", "present", id="for her"),
    ],
)
def test_who_is_affected_takes_part(text: str, trigger: str, expected: str) -> None:
    assert participants(CAST + text)[trigger]["Anna"] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Tom is run over by a car, killing him.", "killing", {"Tom": "patient"}, id="an outcome"
        ),
        pytest.param(
            "Anna reads the letter that Tom left her, telling her the truth.",
            "telling",
            {"Anna": "recipient"},
            id="a letter tells",
        ),
        pytest.param(
            "Anna shoots Tom, killing him.",
            "killing",
            {"Anna": "agent", "Tom": "patient"},
            id="another kills",
        ),
    ],
)
def test_nobody_does_to_oneself_what_a_plain_pronoun_tells(
    text: str, trigger: str, expected: dict[str, str]
) -> None:
    assert participants(CAST + text)[trigger] == expected


def test_who_is_in_the_scene_is_present() -> None:
    found = participants(CAST + "While Anna is alone in the house, Tom breaks the window.")
    assert found["breaks"] == {"Tom": "agent", "Anna": "present"}


def test_a_pronoun_takes_part_as_whom_it_means() -> None:
    assert participants("Anna meets Tom. She kisses him.")["kisses"] == {"Anna": "agent", "Tom": "patient"}


def test_nobody_in_particular_takes_no_part() -> None:
    assert participants(CAST + "Tom is sent to Berlin to marry a widow.")["sent"] == {"Tom": "patient"}
