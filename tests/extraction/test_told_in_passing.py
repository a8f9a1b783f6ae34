"""Which deeds are told in passing, by a noun, and which acts by an infinitive or a participle."""

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
        pytest.param("Nora is angered by the death of Peter.", ["angered", "death"], id="angered by"),
        pytest.param("Nora weeps over the loss of her son.", ["weeps", "loss"], id="weeps over"),
        pytest.param(
            "Nora feels guilt over the deception they staged.", ["deception", "staged"], id="guilt over"
        ),
        pytest.param("Nora has a file about the crash.", [], id="a topic without owner"),
        pytest.param("Nora finds a report about Peter's arrest.", ["finds", "arrest"], id="a report about"),
        pytest.param(
            "Nora vows to avenge the death of Peter.", ["vows", "death"], id="avenged, though wished"
        ),
        pytest.param("Nora tries to cover up the murder of Peter.", ["tries", "murder"], id="covered up"),
        pytest.param("Nora plans the murder of Peter.", [], id="planned"),
        pytest.param("Nora is responsible for the murder of Peter.", ["murder"], id="responsible for"),
        pytest.param("Nora was the victim of daily beatings.", ["beatings"], id="victim of"),
        pytest.param("Just before his death, Peter confesses.", ["death", "confesses"], id="before"),
        pytest.param("Peter pays for the murder he committed.", ["pays", "murder"], id="pays for"),
        pytest.param("Peter is blamed for the murder he committed.", ["blamed", "murder"], id="committed"),
    ],
)
def test_deeds_of_which_is_spoken_as_of_facts_are_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora finally exacts her revenge.", ["revenge"], id="exacts revenge"),
        pytest.param("Nora forces a confession from Peter.", ["forces", "confession"], id="forces"),
        pytest.param("Nora makes the acquaintance of Peter.", ["acquaintance"], id="makes the acquaintance"),
        pytest.param("Nora takes shelter in a barn.", ["shelter"], id="takes shelter"),
        pytest.param("Nora makes plans to leave.", ["plans"], id="makes plans"),
        pytest.param("Nora hatches a plan to leave.", ["hatches"], id="hatches a plan"),
        pytest.param("Nora gives Peter a drink.", ["gives"], id="a drink given away"),
        pytest.param("They engage in a threesome.", ["threesome"], id="engage in"),
        pytest.param("Despite Peter's objections, Nora leaves.", ["objections", "leaves"], id="despite"),
        pytest.param("Despite the damage, Nora leaves.", ["leaves"], id="despite what is no act"),
        pytest.param("Nora weeps at the burial.", ["weeps", "burial"], id="at the burial"),
    ],
)
def test_a_noun_tells_with_what_does_no_more_than_carry_it(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora finally gets to sing.", ["sing"], id="gets to"),
        pytest.param("Nora gets Peter to sign the letter.", ["sign"], id="gets someone to"),
        pytest.param("Nora gets a gun to kill Peter.", ["gets"], id="gets a thing for a purpose"),
        pytest.param("Nora comes to rue her past.", ["rue"], id="comes to rue"),
        pytest.param("Nora came to look for Peter.", ["came"], id="an errand"),
        pytest.param("Nora comes to see that Peter is right.", ["see"], id="comes to see that"),
        pytest.param("Nora comes to live with Peter.", ["comes"], id="comes to stay"),
    ],
)
def test_an_infinitive_tells_what_one_gets_or_comes_to_do(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora tries to win Peter by sending him flowers.", ["tries", "sending"], id="tried by"),
        pytest.param("Nora decides to win Peter by sending him flowers.", ["decides"], id="decided only"),
        pytest.param("Nora has no choice but to take Peter along.", ["take"], id="no choice but to"),
        pytest.param("Nora inspires Peter to sing.", ["inspires", "sing"], id="inspires to"),
        pytest.param("Nora lets Peter know the truth.", ["know"], id="lets know"),
        pytest.param("Nora feels bad when Peter begins to cry.", ["feels", "cry"], id="feels when"),
        pytest.param("Nora now understands that Peter lied.", ["understands", "lied"], id="now understands"),
        pytest.param("Peter is led into the yard.", ["led"], id="led somewhere"),
        pytest.param("The gang is led by Peter.", [], id="led by"),
        pytest.param("Nora and Peter are married in a chapel.", ["married"], id="married at a ceremony"),
        pytest.param("Nora is married to Peter.", [], id="married to"),
        pytest.param("A boy is born.", ["born"], id="born"),
        pytest.param("Nora is impressed by his courage.", ["impressed"], id="impressed by"),
        pytest.param("Nora and Peter become engaged.", ["become"], id="a change of state"),
        pytest.param("Peter throws a stone at Nora, missing her.", ["throws", "missing"], id="a missed shot"),
        pytest.param("Nora holds up an apple.", ["holds"], id="holds up"),
        pytest.param("Nora works out the trick.", ["works"], id="works out"),
        pytest.param("Nora comes home from Oslo.", ["comes"], id="comes home from"),
        pytest.param("Nora comes from Oslo.", [], id="comes from"),
        pytest.param("Peter is serving a life sentence.", [], id="serving a sentence"),
        pytest.param("For a year all goes well.", [], id="all goes well"),
        pytest.param("Nora says nothing.", [], id="nothing said"),
        pytest.param("Peter escapes, leaving no trace.", ["escapes"], id="no trace left"),
        pytest.param("Nora talks to nobody.", [], id="to nobody"),
        pytest.param("Nora finds nobody.", ["finds"], id="nobody found"),
        pytest.param("Everyone calls Peter a fool and calls him 'Red'.", ["calls"], id="a nickname"),
        pytest.param("Peter's plan proves useless.", [], id="what it proves to be"),
        pytest.param("Nora is consumed by guilt.", [], id="consumed by guilt"),
        pytest.param("Disgraced, Peter leaves.", ["leaves"], id="disgraced"),
        pytest.param("Nora waits on a sick woman.", [], id="waits on"),
        pytest.param("Nora is waiting at the station.", ["waiting"], id="waits"),
        pytest.param("Nora finds a sign reading New York.", ["finds"], id="what a sign reads"),
        pytest.param("A woman played by Mara Bell runs away.", ["runs"], id="played by an actress"),
        pytest.param("Nora plans on killing Peter.", [], id="plans on"),
        pytest.param("The salary arrives every month.", [], id="each month"),
        pytest.param("Nora writes every day for a year.", ["writes"], id="every day for a time"),
        pytest.param("Nora is a thief hiding from the police.", [], id="what someone is"),
        pytest.param(
            "Nora is a singer visiting Oslo in 1898 when she marries Peter.",
            ["marries"],
            id="when she marries",
        ),
        pytest.param("Nora is to enter the games, win the race, and collect a prize.", [], id="is to"),
        pytest.param("The execution is put off.", ["put"], id="put off"),
        pytest.param("They travel as though on holiday.", ["travel"], id="as though"),
        pytest.param("Peter comes to her rescue.", ["comes"], id="comes to the rescue"),
        pytest.param("Fighting breaks out.", ["Fighting"], id="fighting breaks out"),
        pytest.param("Their brief affair ended a year ago.", ["affair", "ended"], id="the end of what lasts"),
        pytest.param("Nora lets Peter go and takes Ana.", ["lets", "takes"], id="lets go and"),
        pytest.param("Nora tries to flee with the help of Peter.", ["tries", "help"], id="with help"),
    ],
)
def test_a_state_is_told_apart_from_what_comes_about(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
