"""Whose act a verb tells, where the tree gave it to the subject of a clause beside it."""

import pytest

from tests.extraction.test_participants import participants


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Mara tells Ivo that Tom was killed while waiting for Ana and berates him.",
            "berates",
            {"Mara": "agent", "Ivo": "patient"},
            id="two clauses further down",
        ),
        pytest.param(
            "Mara learns that Ivo is leaving town and marries Tom.",
            "marries",
            {"Mara": "agent", "Tom": "patient"},
            id="behind what is under way",
        ),
        pytest.param(
            "Tom decides to take a chance that Ivo is telling the truth and promises to help.",
            "promises",
            {"Tom": "agent"},
            id="behind a noun and what is under way",
        ),
        pytest.param(
            "Tom is a spy. Tom meets Mara, realizing that Ivo works for Ana, and leaves town.",
            "leaves",
            {"Tom": "agent"},
            id="behind what is thought between commas",
        ),
        pytest.param(
            "Henry tells Bruno that he believes Vera is having an affair, so Bruno calls the bumbling but "
            "amiable Mr. Orr, who uses his young, birthmarked nephew Pip to investigate.",
            "calls",
            {"Bruno": "agent", "Mr. Orr": "present"},
            id="what follows from it",
        ),
        pytest.param(
            "Mara meets Tom, who is waiting there and tells Ivo the news.",
            "tells",
            {"Tom": "agent", "Ivo": "recipient"},
            id="who waits and tells",
        ),
        pytest.param(
            "Mara tells Ivo that Tom sings and dances.",
            "tells",
            {"Mara": "agent", "Ivo": "recipient", "Tom": "present"},
            id="both are told",
        ),
    ],
)
def test_who_acts_behind_and(text: str, trigger: str, expected: dict[str, str]) -> None:
    assert participants(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara knows that Ivo is incapable of killing a person, so she shoots her mother and orders "
            "Norris to bury it.",
            {
                "shoots": {"Mara": "agent", "her mother": "patient"},
                "orders": {"Mara": "agent", "Norris": "patient"},
            },
            id="a name right behind the second verb",
        ),
        pytest.param(
            "Mara kisses her mother and Ivo.",
            {"kisses": {"Mara": "agent", "her mother": "patient", "Ivo": "patient"}},
            id="two are kissed",
        ),
        pytest.param(
            "Mara has shot Ivo and Tom has been arrested.",
            {"shot": {"Mara": "agent", "Ivo": "patient"}, "arrested": {"Tom": "patient"}},
            id="two clauses in the perfect",
        ),
        pytest.param(
            "Mara is a singer. She hides in the bathroom "
            "as a killer wanders through the house before leaving.",
            {"hides": {"Mara": "agent"}}
            | {"wanders": {"a killer": "agent"}, "leaving": {"a killer": "agent"}},
            id="as a killer wanders",
        ),
        pytest.param(
            "Mara, working as a nurse, meets Tom.",
            {"meets": {"Mara": "agent", "Tom": "patient"}},
            id="as a nurse",
        ),
    ],
)
def test_two_clauses_keep_their_people(text: str, expected: dict[str, dict[str, str]]) -> None:
    assert participants(text) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "After weeks of hammering from the guns, the French fall back on the town.",
            "fall",
            {"the french": "agent"},
            id="the French",
        ),
        pytest.param(
            "The British, French and Dutch are fighting over the colony.",
            "fighting",
            {"the british": "agent", "french": "agent", "dutch": "agent"},
            id="three peoples",
        ),
        pytest.param(
            "Tom fights against the British.", "fights", {"Tom": "agent", "the british": "patient"}, id="foes"
        ),
        pytest.param("Tom reads the Spanish newspaper.", "reads", {"Tom": "agent"}, id="no people"),
        pytest.param("Tom translates it from the French.", "translates", {"Tom": "agent"}, id="a language"),
    ],
)
def test_a_whole_people_acts(text: str, trigger: str, expected: dict[str, str]) -> None:
    assert participants(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Mara talks to Tom's image in the mirror.",
            "talks",
            {"Mara": "agent", "Tom": "present"},
            id="image",
        ),
        pytest.param(
            "Tom is dead. Mara sleeps as Tom's spirit smiles.", "smiles", {"Tom": "present"}, id="spirit"
        ),
        pytest.param(
            "Tom steals gold. Mara sleeps, and Tom's shadow passes by the door.",
            "passes",
            {"Tom": "present"},
            id="shadow",
        ),
        pytest.param(
            "Mara talks to Tom's lawyer.",
            "talks",
            {"Mara": "agent", "Tom's lawyer": "recipient"},
            id="lawyer",
        ),
        pytest.param(
            "Mara confronts Ivo for leading Tom to Ana.",
            "leading",
            {"Ivo": "agent", "Tom": "patient", "Ana": "recipient"},
            id="confronted for what he did",
        ),
        pytest.param(
            "Mara sleeps. Tom's rescuer wakes Mara.",
            "wakes",
            {"Tom's rescuer": "agent", "Mara": "patient"},
            id="rescuer",
        ),
    ],
)
def test_what_stands_for_somebody(text: str, trigger: str, expected: dict[str, str]) -> None:
    assert participants(text)[trigger] == expected
