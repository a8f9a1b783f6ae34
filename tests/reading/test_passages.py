"""What prose does: it tells the story, shortly or in full, or it speaks of the film."""

import pytest

from films.reading import read_text, tells_the_story
from films.reading.passages import speaks_of_the_work
from films.reading.retelling import is_retold
from films.vocabulary import PassageKind
from tests.reading.stories import LATER, LEAD, STORY

LOGLINE = (
    "Left alone with her small daughter, Mara moves from Bergen to Malmö to live with her uncle and "
    "his wife. Mara's bond with Ivo, a deaf sailor, deepens after Ivo loses his ship."
)
TEASER = (
    "Broke and tired, Mara moves from the west coast to her uncle's farm near Malmö with her six- "
    "year-old daughter Lea. When she finds work at the harbour, life looks brighter. Then one night "
    "she meets the stubborn Ivo and drives him home. But a storm takes his ship, and he reaches out "
    "to her. Slowly he finds the courage to live."
)
SYNOPSIS = (
    (
        "Mara (Lena Park), a penniless mother of a small daughter, Lea (Ann Berg), comes to Malmö in "
        "southern Sweden. She stays with her uncle Olof (Per Dahl), who has troubles of his own on his "
        "farm and with his wife."
    ),
    (
        "Mara finds work at the harbour and goes on painting at night. One evening she meets Ivo (Omar "
        "Said) in a bar and drives him home after a fight. He works on a cargo ship that a storm sinks, "
        "and wakes in a hospital. He calls Mara, who visits him every day. They become friends and later "
        "lovers. Olof loses his farm because of a photograph that Mara has taken, and throws her out. "
        "She leaves Lea behind and goes to Stockholm to paint."
    ),
    (
        "In winter Olof brings Lea to Stockholm for a day. Lea runs out on the ice and is hit by a "
        "sledge. Mara carries her to a doctor and does not leave her bed until she wakes. Ivo calls, and "
        "Mara tells him that she needs him. At the end her paintings hang in a bright gallery, and Lea "
        "and Ivo stand beside her while the guests clap."
    ),
)
LONG = "\n\n".join(SYNOPSIS)


def kinds(text: str) -> list[tuple[PassageKind, str]]:
    return [(passage.kind, passage.heading) for passage in read_text("a.txt", text).passages]


def test_bare_story_is_one_synopsis() -> None:
    assert kinds(f"{STORY}\n\n{LATER}\n\n{STORY.replace('Mara', 'Nora')}") == [(PassageKind.SYNOPSIS, "")]


def test_story_told_three_times_is_three_tellings() -> None:
    told = [PassageKind.LOGLINE, PassageKind.TEASER, PassageKind.SYNOPSIS]
    assert kinds(f"{LOGLINE}\n{TEASER}\n{LONG}") == [(kind, "") for kind in told]


def test_story_that_goes_on_is_not_told_again() -> None:
    assert not is_retold(SYNOPSIS[0], " ".join(SYNOPSIS[1:] * 2))


def test_headings_say_what_their_prose_does() -> None:
    text = (
        f"Logline: A doctor runs away.\n\nTeaser: {STORY}\n\nPlot: {LONG}\n\nReception: The critics liked it."
    )
    assert kinds(text) == [
        (PassageKind.LOGLINE, "Logline"),
        (PassageKind.TEASER, "Teaser"),
        (PassageKind.SYNOPSIS, "Plot"),
        (PassageKind.ABOUT, "Reception"),
    ]


def test_sections_that_leave_it_open_are_told_by_their_wording() -> None:
    opening = "A weary painter helps a sailor find his will to live after a storm that takes his ship."
    assert kinds(f"Title: Ice\nContent: {opening} {TEASER}\nWiki info:\n{LEAD}\n{LONG}") == [
        (PassageKind.LOGLINE, "Content"),
        (PassageKind.TEASER, "Content"),
        (PassageKind.ABOUT, "Wiki info"),
        (PassageKind.SYNOPSIS, "Wiki info"),
    ]


def test_only_telling_of_a_document_is_its_synopsis() -> None:
    assert kinds(f"Title: Ice\nOverview: {STORY}") == [(PassageKind.SYNOPSIS, "Overview")]


def test_lead_of_an_article_is_about_the_film() -> None:
    assert kinds(f"{LEAD}\n\n{LONG}") == [(PassageKind.ABOUT, ""), (PassageKind.SYNOPSIS, "")]


def test_subheading_does_not_part_a_telling() -> None:
    text = f"== Plot ==\n{STORY}\n\n=== The island ===\n{LATER}\n\n== Production ==\nIt was shot in May."
    assert kinds(text) == [(PassageKind.SYNOPSIS, "Plot"), (PassageKind.ABOUT, "Production")]


def test_passage_covers_its_paragraphs() -> None:
    document = read_text("a.txt", f"Title: Ice\n\n{LEAD}\n\n{LONG}")
    about, synopsis = document.passages
    assert document.prose.text[about.start : about.end] == LEAD
    assert document.prose.text[synopsis.start : synopsis.end] == LONG
    assert (about.is_telling, synopsis.is_telling) == (False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Salt Road is a 1987 Norwegian drama film directed by Ida Holm.",
        "The Salt Road (also known as Salt) is an American silent film from 1921.",
        "It stars Lena Park and Omar Said.",
        "The film was released on 3 May by Harbour Pictures.",
        "It was nominated for two Academy Awards.",
        "The film competed for the main prize in Oslo.",
        "It is based on the novel of the same name by Per Dahl.",
        "It premiered at the Oslo Film Festival.",
        "The film's budget of $2 million was soon recovered.",
        "Principal photography took place in Malmö.",
    ],
)
def test_sentence_about_the_work_is_told_apart(sentence: str) -> None:
    assert speaks_of_the_work(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The film opens with Mara on a boat.",
        "Mara is a short girl who works for a serial killer.",
        "Mara is shot in the leg.",
        "Ivo is a film director from Oslo.",
        "Years later Ivo is released from prison.",
        "She sees a film with her brother.",
        "Mara receives a letter written by her brother.",
        "Two years after the first film was lost, Ivo returns.",
    ],
)
def test_sentence_of_the_story_is_not_about_the_work(sentence: str) -> None:
    assert not speaks_of_the_work(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It tells the story of a doctor who runs away.", True),
        ("The film stars Lena Park as a doctor who runs away.", True),
        ("The film is based on the life of Mara Quill, who stole three boats.", True),
        ("She later stole a fourth boat.", True),
        ("The film was released in May by Harbour Pictures.", False),
        ("It is based on the novel of the same name by Per Dahl.", False),
    ],
)
def test_sentence_about_the_work_may_tell_of_the_story(sentence: str, expected: bool) -> None:
    assert tells_the_story(sentence) is expected
