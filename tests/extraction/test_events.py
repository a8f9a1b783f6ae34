"""Which words tell what happens, and where and when it does."""

import pytest

from films.extraction.events.triggers import find_triggers
from films.extraction.extract import extract
from films.extraction.language_model import parse
from films.extraction.statements import EventMention
from films.extraction.words import read_words
from films.reading import read_text


def triggers(text: str) -> list[str]:
    words = read_words(next(parse([text])))
    return [words.text[trigger.token] for trigger in find_triggers(words, range(len(words)))]


def events(text: str) -> tuple[EventMention, ...]:
    return extract(read_text("story.txt", text.encode())).events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora kills the guard and flees.", ["kills", "flees"], id="joined verbs"),
        pytest.param("Nora begins to cry.", ["cry"], id="aspect"),
        pytest.param("Nora starts dating Peter.", ["dating"], id="aspect with participle"),
        pytest.param("Nora manages to escape.", ["escape"], id="manages to"),
        pytest.param("Nora is forced to leave the city.", ["leave"], id="is forced to"),
        pytest.param("The storm forces Nora to leave the city.", ["leave"], id="forces somebody to"),
        pytest.param("Nora ends up marrying Peter.", ["marrying"], id="ends up"),
        pytest.param("Nora succeeds in stealing the ring.", ["stealing"], id="succeeds in"),
        pytest.param("Nora tries to open the door.", ["tries"], id="attempt"),
        pytest.param("Nora sets out to discover the truth.", ["sets"], id="beginning of an attempt"),
        pytest.param("Nora refuses to open the door.", ["refuses"], id="refusal"),
        pytest.param("Nora convinces Peter to help her.", ["convinces", "help"], id="convinces to"),
        pytest.param("Nora travels to Oslo to look for work.", ["travels"], id="purpose"),
        pytest.param("Nora wakes up to find the house empty.", ["wakes", "find"], id="result"),
        pytest.param("Nora asks Peter to leave.", ["asks"], id="request"),
        pytest.param("Nora wants to leave the city.", [], id="wish"),
        pytest.param("The two plan to marry.", [], id="plan"),
        pytest.param("Nora decides to leave Peter.", ["decides"], id="decision"),
        pytest.param("Nora comes to know the truth.", ["know"], id="a state begins"),
        pytest.param("Nora lives in Oslo and works as a nurse.", [], id="states"),
        pytest.param("Nora is terribly depressed.", [], id="state of mind"),
        pytest.param("Nora becomes pregnant.", ["becomes"], id="change of state"),
        pytest.param("The house is owned by Peter.", [], id="stative passive"),
        pytest.param("A trap is set for Peter.", ["set"], id="passive"),
        pytest.param("Nora sits by the fire.", [], id="posture"),
        pytest.param("Nora sits down by the fire.", ["sits"], id="movement"),
        pytest.param("Nora is startled to read the letter.", ["startled", "read"], id="startled to"),
        pytest.param("Nora gets married to Peter.", ["married"], id="gets married"),
        pytest.param("Peter is found dead.", ["found", "dead"], id="found dead"),
        pytest.param("Nora has to leave the club.", ["leave"], id="has to"),
        pytest.param("Devastated, Nora leaves.", ["leaves"], id="mood"),
        pytest.param("Nora learns what has happened.", ["learns"], id="what happened"),
        pytest.param("Nora does this to save Peter.", [], id="does this"),
        pytest.param("Nora goes to hide in the cellar.", ["goes", "hide"], id="goes to"),
        pytest.param("As time passes, Nora recovers.", ["recovers"], id="time passes"),
        pytest.param("Peter serves as a cook.", [], id="serves as"),
        pytest.param("It becomes clear that Peter is ill.", [], id="what becomes clear"),
        pytest.param("Peter has got friends.", [], id="has got"),
        pytest.param("Nora gives Peter a photograph.", ["gives"], id="a photograph given away"),
        pytest.param("Nora takes a photograph of Peter.", ["photograph"], id="a photograph taken"),
    ],
)
def test_verbs_tell_what_comes_about_not_what_is_wanted_or_stands(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora does not open the door.", [], id="negation"),
        pytest.param("Nora will open the door.", [], id="future"),
        pytest.param("Nora can hear the bell.", [], id="ability"),
        pytest.param("If Nora opens the door, Peter will die.", [], id="condition"),
        pytest.param("Nobody opens the door.", [], id="nobody"),
        pytest.param("Nora often visits her mother.", [], id="habit"),
        pytest.param("Nora leaves without opening the door.", ["leaves"], id="without"),
        pytest.param("Nora must open the door.", [], id="obligation"),
        pytest.param("Peter is almost killed.", [], id="almost"),
        pytest.param("Nora used to dance.", [], id="used to"),
        pytest.param("Nora does not rest until she finds Peter.", ["finds"], id="not until"),
        pytest.param("They set a trap for the intended wedding.", ["set"], id="intended"),
    ],
)
def test_what_is_denied_possible_or_usual_does_not_happen(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nora realizes that Peter has stolen the ring.", ["realizes", "stolen"], id="known to be true"
        ),
        pytest.param("Nora tells Peter that she killed the guard.", ["tells", "killed"], id="told as past"),
        pytest.param("Nora thinks that Peter killed the guard.", [], id="belief"),
        pytest.param("It is unlikely that Peter killed the guard.", [], id="doubt"),
        pytest.param("Nora announces that she is leaving.", ["announces"], id="announced"),
        pytest.param("Nora meets the man who had killed her father.", ["meets", "killed"], id="backstory"),
        pytest.param(
            'Nora replies, "I killed him and I buried him myself."', ["replies"], id="direct speech"
        ),
        pytest.param("Nora asks whether Peter killed the guard.", ["asks"], id="question"),
        pytest.param("Nora sees Peter kissing a woman.", ["sees", "kissing"], id="seen"),
    ],
)
def test_what_is_said_counts_only_when_told_as_fact(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora has a terrible accident.", ["accident"], id="has"),
        pytest.param("Nora gives Peter a call.", ["call"], id="gives"),
        pytest.param("Peter commits suicide.", ["suicide"], id="commits"),
        pytest.param("Peter is injured in a brawl.", ["injured", "brawl"], id="in a brawl"),
        pytest.param("A fight breaks out.", ["fight"], id="breaks out"),
        pytest.param("After the death of his mother, Peter leaves.", ["death", "leaves"], id="after"),
        pytest.param("This results in a standoff.", ["standoff"], id="results in"),
        pytest.param("Nora sleeps during the wedding.", ["sleeps"], id="a setting is no event"),
        pytest.param("Nora plans the murder of her boss.", [], id="planned"),
    ],
)
def test_nouns_tell_what_happens_behind_verbs_that_say_little(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora goes to the floor and flirts with a boy.", ["goes", "flirts"], id="flirts"),
        pytest.param("The ice on the lake cracks and Peter falls.", ["cracks", "falls"], id="cracks"),
        pytest.param("Nora becomes pregnant and the two marry.", ["becomes", "marry"], id="marry"),
        pytest.param("Nora orders Peter to open the door.", ["orders"], id="orders"),
        pytest.param("Finding Lily, the trio boards a train.", ["Finding", "boards"], id="first word"),
        pytest.param("Enemy forces attack the village.", ["attack"], id="a noun stays a noun"),
        pytest.param("Nora buys drinks and sandwiches.", ["buys"], id="nouns in a row"),
    ],
)
def test_verbs_that_look_like_nouns_are_found(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The film opens with a flood.", [], id="film"),
        pytest.param("The play and the movie then cut to a later scene.", [], id="play and movie"),
        pytest.param("The play and the film open with a flood.", [], id="play and film"),
        pytest.param("The tensions are noted when Nora hits Peter.", ["hits"], id="are noted"),
        pytest.param("This becomes no ordinary quarrel, and Nora hits Peter.", ["hits"], id="becomes no"),
        pytest.param("We see Nora crossing the bridge.", ["crossing"], id="we see"),
        pytest.param("Nora is shown crossing the bridge.", ["crossing"], id="is shown"),
        pytest.param("Set in Oslo, the story follows a thief who robs a bank.", ["robs"], id="set in"),
        pytest.param("The story follows a thief who robs a bank.", ["robs"], id="story"),
    ],
)
def test_what_the_film_does_is_no_event_but_what_it_shows_is(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One night Nora meets Peter.", "One night", id="one night"),
        pytest.param("The next day, Nora leaves.", "The next day", id="the next day"),
        pytest.param("Two months later, Nora and Peter marry.", "Two months later", id="later"),
        pytest.param("In 1931, Nora leaves Oslo.", "In 1931", id="year"),
        pytest.param("Nora leaves Oslo.", "", id="none"),
        pytest.param("Nora sings 'The Day You Came Along' to Peter.", "", id="in a title"),
    ],
)
def test_time_is_given_as_told(text: str, expected: str) -> None:
    assert events(text)[0].time == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora wakes up in the hospital.", "the hospital", id="phrase"),
        pytest.param("Nora arrives in Oslo. Nora likes Oslo.", "Oslo", id="named"),
        pytest.param("Nora falls in love.", "", id="no place"),
    ],
)
def test_place_is_given_as_told(text: str, expected: str) -> None:
    assert events(text)[0].place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora meets a man who had betrayed her.", [False, True], id="pluperfect"),
        pytest.param("Two years earlier, Nora left her husband.", [True], id="years earlier"),
        pytest.param("Nora has left her husband.", [False], id="perfect"),
    ],
)
def test_backstory_is_marked_as_flashback(text: str, expected: list[bool]) -> None:
    assert [event.is_flashback for event in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora holds Peter hostage.", ["holds"], id="held hostage"),
        pytest.param("Nora holds a high office.", [], id="held office"),
        pytest.param("Nora works furiously with Peter.", ["works"], id="works furiously"),
        pytest.param("Nora feels betrayed.", [], id="feels betrayed"),
        pytest.param("Nora gets into a fight with Peter.", ["fight"], id="gets into a fight"),
        pytest.param("Peter asks Nora out on a date.", ["asks"], id="asked for a date"),
        pytest.param("Frustrated by the delay, Nora leaves.", ["leaves"], id="frustrated"),
        pytest.param("Nora flees following the attack on the town.", ["flees", "attack"], id="following"),
        pytest.param("Nora persuades Peter to stay.", ["persuades", "stay"], id="persuaded"),
        pytest.param("In an ensuing battle, Peter dies.", ["battle", "dies"], id="in a battle"),
        pytest.param("Peter is gone.", [], id="gone"),
    ],
)
def test_what_is_done_is_told_apart_from_what_lasts(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
