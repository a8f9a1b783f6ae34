"""What happens is told further on: behind a preposition, in a relative clause, by how it came out."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara tries to prevent Tom from finding the book by sending him away.",
            ["tries", "sending"],
            id="tries to prevent, by",
        ),
        pytest.param(
            "Mara prevents them from leaving by taking their keys.", ["prevents", "taking"], id="prevents, by"
        ),
        pytest.param(
            "Mara tries enlisting Ivo by sending him to Tom.", ["tries", "sending"], id="tries -ing, by"
        ),
        pytest.param("Mara plans to win by cheating.", [], id="plans to, by"),
        pytest.param("Mara is angry about being cheated by Ivo.", ["cheated"], id="angry about being"),
        pytest.param("Mara is happy about leaving.", [], id="happy about leaving"),
        pytest.param("Ivo has memories of being healed by a man.", ["healed"], id="memories of being"),
        pytest.param("Ivo has hopes of being healed by a man.", [], id="hopes of being"),
        pytest.param("Mara warns him of Tom being murdered.", ["warns", "murdered"], id="warns him of being"),
        pytest.param(
            "Ivo is sentenced to die for helping Mara.", ["sentenced", "helping"], id="sentenced to die for"
        ),
        pytest.param(
            "Mara becomes angry to the point of burning the house.",
            ["becomes", "burning"],
            id="to the point of",
        ),
        pytest.param("Mara is on the point of leaving.", [], id="on the point of"),
    ],
)
def test_a_gerund_behind_a_preposition_tells_what_is_a_fact(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara begs Ivo to leave, to which he agrees.", ["begs", "agrees"], id="to which"),
        pytest.param(
            "Ivo pretends that he never loved Mara, at which point she shoots him.",
            ["pretends", "shoots"],
            id="at which point",
        ),
        pytest.param("Ivo says yes, whereupon Mara shows him a letter.", ["says", "shows"], id="whereupon"),
        pytest.param("Mara will go to Oslo, where Ivo lives.", [], id="where he lives"),
        pytest.param("Mara starts singing as soon as she meets Ivo.", ["singing", "meets"], id="as soon as"),
        pytest.param("Mara will leave as soon as Ivo comes.", [], id="will leave as soon as"),
        pytest.param(
            "Mara follows a light that leads to the house where Ivo is speaking with Ana.",
            ["follows", "leads", "speaking"],
            id="that leads to where",
        ),
        pytest.param(
            "Mara is so impressed by him that she closes down her shop.",
            ["impressed", "closes"],
            id="so impressed that",
        ),
    ],
)
def test_a_clause_behind_another_tells_how_it_goes_on(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ivo rushes in to free him, only for his brother to kill him.", ["rushes", "kill"], id="only for"
        ),
        pytest.param(
            "Mara and Ivo arrive just in time to see Tom fall.", ["arrive", "see", "fall"], id="in time to"
        ),
        pytest.param(
            "Mara races back, just in time for the lovers to embrace and kiss.",
            ["races", "embrace", "kiss"],
            id="in time for them to",
        ),
        pytest.param("Mara hopes to arrive in time to save Ivo.", [], id="hopes to come in time to"),
        pytest.param(
            "Ivo decides that the feast should be held rather than cancelled and announces it.",
            ["decides", "announces"],
            id="rather than, and",
        ),
        pytest.param("Ivo goes home without eating and leaves.", ["goes", "leaves"], id="without, and"),
        pytest.param(
            "Mara leaves instead of going to Oslo and staying there.", ["leaves"], id="instead of and"
        ),
        pytest.param(
            "Unable to think, and ignoring the advice of his friends, Ivo leaves the car.",
            ["ignoring", "leaves"],
            id="unable and ignoring",
        ),
        pytest.param(
            "Mara admits she is a spy and forwarded the letter.", ["admits", "forwarded"], id="is and did"
        ),
        pytest.param("Mara says she is ill and will leave.", ["says"], id="is and will"),
        pytest.param(
            "Mara tries to blow down the house (losing her hat), but fails.",
            ["tries", "losing", "fails"],
            id="in brackets",
        ),
        pytest.param(
            "Mara and Ivo hurry to leave before Tom comes, hastily leaving Ana behind.",
            ["hurry", "leaving"],
            id="hastily leaving",
        ),
        pytest.param(
            "Mara reveals that she has taken a letter, and will be gone by noon.",
            ["reveals", "taken"],
            id="has taken and will be",
        ),
        pytest.param(
            "Mara tells Tom that Ana is having an affair, so Tom hires a detective.",
            ["tells", "hires"],
            id="so he hires",
        ),
        pytest.param(
            "Mara manages to complete the plan and make it look like an accident.",
            ["complete", "make"],
            id="makes it look",
        ),
        pytest.param("Mara makes Ivo leave.", ["leave"], id="makes him leave"),
        pytest.param("Ivo succeeds to get his family out.", ["get"], id="succeeds to"),
        pytest.param("Mara demands that the door be opened.", ["demands"], id="demands that it be"),
    ],
)
def test_what_comes_of_it_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
