"""What somebody is seen or made to do, which looks like a noun behind a noun."""

import pytest

from tests.extraction.test_events import triggers
from tests.extraction.test_participants import CAST, participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara hears a woman scream.", ["hears", "scream"], id="hears her scream"),
        pytest.param("Mara sees the killer escape.", ["sees", "escape"], id="sees him escape"),
        pytest.param("Tom watches his wife dance with Ivo.", ["watches", "dance"], id="watches her dance"),
        pytest.param(
            "Mara notices the spirit smile and disappear.", ["notices", "smile", "disappear"], id="smile and"
        ),
        pytest.param("Tom has his brother attack Ivo.", ["attack"], id="has him attack"),
        pytest.param("Tom has the maid call Ivo.", ["call"], id="has her call"),
        pytest.param("Mara has the guard escort Tom out.", ["escort"], id="has him escort"),
        pytest.param("Tom sees a prison guard.", ["sees"], id="a prison guard"),
        pytest.param("Tom sees a student nurse.", ["sees"], id="a student nurse"),
        pytest.param("Tom watches a school play.", ["watches"], id="a school play"),
        pytest.param("Tom hears a police report.", ["hears"], id="a police report"),
        pytest.param("Tom has a child support lawyer.", [], id="child support"),
        pytest.param("Tom witnesses a gang murder.", ["witnesses", "murder"], id="a gang murder"),
    ],
)
def test_what_one_is_seen_to_do_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


def test_who_is_seen_acts_on_whom_stands_behind() -> None:
    found = participants(CAST + "Laura sees the sailor attack Anna.")
    assert found["attack"] == {"Tom": "agent", "Anna": "patient"}
