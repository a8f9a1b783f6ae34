"""What is told beside a plan, a denial or a half clause: "Before he can, Mara leaves"."""

import pytest

from tests.extraction.test_events import triggers
from tests.extraction.test_participants import CAST, participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Before he can, however, Mara arrives.", ["arrives"], id="before he can, however"),
        pytest.param("Before he can, Mara leaves and Tom weeps.", ["leaves", "weeps"], id="before he can"),
        pytest.param("As fast as she can, Mara runs to Tom.", ["runs"], id="as fast as she can"),
        pytest.param("Before he can leave, Mara arrives.", ["arrives"], id="before he can leave"),
        pytest.param("Mara can, however, leave.", [], id="can leave"),
        pytest.param("The first few boats sink.", ["sink"], id="the first few"),
        pytest.param("Few boats sink.", [], id="few"),
    ],
)
def test_half_a_clause_denies_nothing(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom helps Mara, including giving her boy some books.", ["helps", "giving"], id="by verb"
        ),
        pytest.param(
            "Tom commits crimes, including robbing a bank.", ["commits", "robbing"], id="commits crimes"
        ),
        pytest.param(
            "Tom faces many problems, including being beaten by his boss.", ["faces", "beaten"], id="passive"
        ),
        pytest.param("Tom gives Mara jobs, including feeding the cows.", ["gives"], id="jobs"),
        pytest.param("Tom has many duties, including feeding the cows.", [], id="duties"),
        pytest.param("Tom loves sports, including racing cars.", [], id="loves"),
        pytest.param("Tom plans many crimes, including robbing a bank.", [], id="plans"),
    ],
)
def test_what_something_includes_is_told_with_it(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara hires Ivo to take revenge on Tom for killing her brother.",
            ["hires", "killing"],
            id="to take revenge for",
        ),
        pytest.param("Mara wants to punish Tom for leaving her.", ["leaving"], id="wants to punish for"),
        pytest.param("Mara says that Tom will be punished for leaving her.", ["says"], id="will be punished"),
        pytest.param("Mara agrees to pay Tom for spending the night.", ["agrees"], id="agrees to pay for"),
        pytest.param("Mara wants to use the boat for fishing.", [], id="uses for"),
        pytest.param(
            "A mark on her arm fades, indicating that Ana survived a camp.",
            ["fades", "indicating", "survived"],
            id="indicating that",
        ),
        pytest.param("A note indicates that Tom will leave.", ["indicates"], id="will leave"),
    ],
)
def test_what_one_is_to_pay_for_has_happened(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


def test_who_is_to_pay_has_done_it() -> None:
    found = participants(CAST + "Anna wants to take revenge on Tom for killing her brother.")
    assert found["killing"]["Tom"] == "agent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Driving Mara to meet Ivo, Tom weeps.", ["Driving", "weeps"], id="drives her to meet"),
        pytest.param("The scandal drives Mara to drink.", ["drink"], id="drives her to drink"),
        pytest.param(
            "Mara shows Tom that there are no hard feelings by bringing him a cake.",
            ["shows", "bringing"],
            id="by bringing",
        ),
        pytest.param("Tom is the one handing it over to Mara.", ["handing"], id="the one who does"),
        pytest.param("Tom is a thief hiding from the police.", [], id="a thief"),
    ],
)
def test_what_one_does_thereby_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
