"""Whom a sentence only speaks of takes no part: what is said of how things are, and what is felt."""

import pytest

from films.extraction.extract import extract
from films.reading import read_text


def taking_part(text: str) -> set[str]:
    events = extract(read_text("story.txt", text.encode())).events
    return {part.character for event in events for part in event.participants}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Mara tells Ivo that Tom is dead. Tom smiled.", "tom"),
        ("Mara tells Ivo that Tom works for the mob.", "tom"),
        ("Mara learns that Tom is good for him.", "tom"),
        ("Ivo, who hates Tom, leaves Mara.", "tom"),
        ("Mara brings a dog whom Tom fears.", "tom"),
        ("Mara, protective of Tom, corners Ivo.", "tom"),
        ("Mara expresses jealousy of Tom.", "tom"),
        ("Mara confesses her feelings for Tom to Ivo.", "tom"),
        ("Mara burns the diary which is directed toward Tom.", "tom"),
        ("Mara pledges to help Tom sell the house.", "tom"),
        ("Mara leaves, knowing that Tom will follow her.", "tom"),
        ("Mara points out that Tom would pay for it.", "tom"),
        ("Mara responds that she cannot leave Tom.", "tom"),
        ("Mara meets Ivo, realizing that Tom works for the mob.", "tom"),
        ("Mara hatches a plan to rob Tom.", "tom"),
        ("Mara visits Ivo with a plot to catch Tom.", "tom"),
        ("Mara finds photographs of Tom.", "tom"),
        ("Mara finds a note from Ivo, reminding her of Tom.", "tom"),
        ("Mara confesses her fascination with Tom.", "tom"),
        ("Mara agrees, as long as Ivo does not harm Tom.", "tom"),
        ("Mara and all the others except Tom leave.", "tom"),
    ],
)
def test_who_is_only_spoken_of_takes_no_part(text: str, nobody: str) -> None:
    told = text.replace(" Tom smiled.", "")
    assert nobody not in taking_part(told)
    assert "mara" in taking_part(told)


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Mara tells Ivo that Tom died.", "tom"),
        ("Mara realizes that the groom is Tom.", "tom"),
        ("Mara falls in love with Tom.", "tom"),
        ("While Tom is alone, Mara arrives.", "tom"),
        ("Mara becomes jealous of Tom.", "tom"),
        ("Mara confesses her feelings for Ivo to Tom.", "tom"),
        ("Mara knows that Tom has left.", "tom"),
        ("Mara realizes that Tom is following her.", "tom"),
        ("Mara takes a photograph of Tom.", "tom"),
        ("Mara hatches a plan with Tom.", "tom"),
        ("Mara is robbed of her ring by Tom.", "tom"),
    ],
)
def test_whom_something_befalls_takes_part(text: str, somebody: str) -> None:
    assert somebody in taking_part(text)


@pytest.mark.parametrize(
    "text",
    [
        "The film provides room for a song.",
        "Here the director plays on the fame of his star.",
        "A remake was released in 1943.",
        "The first version became impossible to show.",
    ],
)
def test_what_is_said_of_the_making_is_no_story(text: str) -> None:
    assert extract(read_text("story.txt", f"Mara Vell meets Tom Orr. {text}".encode())).events[1:] == ()


def test_a_director_of_the_story_acts() -> None:
    story = "Mara Vell meets a director. The director hires her. Later the director dies."
    events = extract(read_text("story.txt", story.encode())).events
    assert [event.trigger_text for event in events] == ["meets", "hires", "dies"]
