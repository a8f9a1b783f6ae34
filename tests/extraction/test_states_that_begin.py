"""States that the words around the verb let begin: "ends up running the shop", "are secretly married"."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara ends up running the bank.", ["running"], id="ends up running"),
        pytest.param("Mara and Tom end up working as cooks.", ["working"], id="end up working"),
        pytest.param("Mara takes over running the bank.", ["takes", "running"], id="takes over running"),
        pytest.param("Mara manages to keep the house.", ["keep"], id="manages to keep"),
        pytest.param(
            "Ivo is captured and forced to work in a mine.", ["captured", "work"], id="forced to work"
        ),
        pytest.param("Mara keeps the house.", [], id="keeps"),
        pytest.param("Mara wants to keep the house.", [], id="wants to keep"),
        pytest.param("Mara cannot manage to keep the house.", [], id="cannot keep"),
        pytest.param("Mara ends up with a broken arm.", ["ends"], id="ends up with"),
    ],
)
def test_a_state_that_somebody_comes_to_is_an_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara and Tom fall in love, and are secretly married.", ["fall", "married"], id="and"),
        pytest.param("Mara and Tom meet and are married.", ["meet", "married"], id="meet and"),
        pytest.param(
            "When Mara arrives in Oslo, she and Tom are married.", ["arrives", "married"], id="when she comes"
        ),
        pytest.param("Mara finds Tom in the town where they were married.", ["finds", "married"], id="where"),
        pytest.param("Mara and Tom are married.", [], id="are married"),
        pytest.param("Mara, who is married to Tom, meets Ivo.", ["meets"], id="who is married"),
        pytest.param("Mara lives in Oslo and is married to a banker.", [], id="lives and is married"),
        pytest.param("Mara and Tom hold hands and are engaged again.", ["hold", "engaged"], id="again"),
        pytest.param("Mara is engaged to Tom.", [], id="is engaged"),
        pytest.param("Mara runs, but is still punished by Tom.", ["runs", "punished"], id="still, by"),
        pytest.param("The firm is still owned by Tom.", [], id="still owned by"),
        pytest.param("Mara is trapped in the cellar by Tom.", ["trapped"], id="trapped by him"),
        pytest.param("Mara is trapped in the cellar.", [], id="trapped"),
        pytest.param("Captain Bell is relieved of his duties.", ["relieved"], id="relieved of"),
        pytest.param("Mara is relieved.", [], id="is relieved"),
        pytest.param("A crew is called to help, and Ivo is saved.", ["called", "saved"], id="called to help"),
        pytest.param("The ship is called to the port.", ["called"], id="called to"),
        pytest.param("The place is called the Hole.", [], id="is called"),
    ],
)
def test_a_participle_of_state_tells_a_change(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara wishes Tom well and leaves.", ["wishes", "leaves"], id="wishes him well"),
        pytest.param("Mara wishes him good luck.", ["wishes"], id="wishes him luck"),
        pytest.param("Mara wishes him dead.", [], id="wishes him dead"),
        pytest.param("Mara wishes to leave.", [], id="wishes to"),
        pytest.param("Tom misses, and costs them the game.", ["misses", "costs"], id="costs them the game"),
        pytest.param("Tom lies, costing Mara her job.", ["lies", "costing"], id="costing her"),
        pytest.param("The house costs a fortune.", [], id="costs"),
        pytest.param("Mara nervously awaits the return of Tom.", ["awaits"], id="awaits"),
        pytest.param("Mara is in jail awaiting trial.", [], id="awaiting trial"),
        pytest.param("Mara secretly works on the painting.", ["works"], id="works on it"),
        pytest.param("Mara works on a farm.", [], id="works on a farm"),
        pytest.param("Mara runs a penny arcade.", [], id="runs an arcade"),
        pytest.param("Mara runs a red light.", ["runs"], id="runs a light"),
        pytest.param('He calls her "Vell" and embraces her.', ["calls", "embraces"], id="calls her so"),
        pytest.param('Everyone calls her "Vell".', [], id="everyone calls her so"),
    ],
)
def test_a_verb_of_state_tells_an_act(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They soon have a daughter.", ["have"], id="soon have"),
        pytest.param("Mara and Tom marry and have a child.", ["marry", "have"], id="marry and have"),
        pytest.param("Mara has recently had a child with Tom.", ["had"], id="has had"),
        pytest.param("Mara lives in Oslo and has a child.", [], id="lives and has"),
        pytest.param("Mara and Tom have a son.", [], id="have"),
        pytest.param("They soon have two houses.", [], id="houses"),
        pytest.param("Tom finds a book made of skin.", ["finds"], id="made of"),
        pytest.param("Tom finds a book made by Ana.", ["finds", "made"], id="made by"),
        pytest.param("Fed up, Tom leaves.", ["leaves"], id="fed up"),
        pytest.param("As the night of the show arrives, Tom leaves.", ["leaves"], id="the night arrives"),
    ],
)
def test_a_child_is_born_and_time_passes(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
