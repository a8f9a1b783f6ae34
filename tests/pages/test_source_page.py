"""A document's own page: its text whole, what was read from it marked."""

import pytest
from django.urls import reverse

from films.revealing import refresh_known_from
from tests import factories as make
from tests.factories import make_story
from tests.pages.reading import fetch, keep, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


def test_source_page_shows_the_text_as_it_was_received(client, story):
    document = story.documents[0]
    shown = fetch(client, document.get_absolute_url()).select_one(".source-text")
    assert shown.get_text() == document.text


def test_source_page_escapes_what_a_document_holds(client, story):
    document = story.documents[0]
    document.text = "<script>alert(1)</script>" + document.text
    document.save()
    page = fetch(client, document.get_absolute_url())
    assert page.select(".source-text script") == []
    assert "<script>alert(1)</script>" in page.select_one(".source-text").get_text()


def test_a_name_in_the_text_leads_to_its_character(client, story):
    page = fetch(client, story.documents[0].get_absolute_url())
    character = story.characters[0]
    links = page.select(f'.source-text a[href="{character.get_absolute_url()}"]')
    assert character.name in [link.get_text() for link in links]


def test_a_trigger_in_the_text_leads_to_its_event(client, story):
    page = fetch(client, story.documents[0].get_absolute_url())
    event = story.events[0]
    assert page.select(f'.source-text a[href="{event.get_absolute_url()}"]')


def test_every_citation_has_its_place_in_the_page(client, story):
    document = story.documents[0]
    page = fetch(client, document.get_absolute_url())
    anchors = {element["id"] for element in page.select(".source-text [id]")}
    cited = {f"c{citation.start}-{citation.end}" for citation in document.citations.all()}
    assert cited
    assert cited <= anchors


def test_what_the_document_states_is_listed_with_its_passage(client, story):
    page = fetch(client, story.documents[0].get_absolute_url())
    stated = page.select_one("#stated").get_text(" ", strip=True)
    assert story.director.credited_as in stated
    assert [a["href"] for a in page.select("#stated a[href^='#c']")]


def test_source_json_quotes_what_its_marks_cover(client, story):
    document = story.documents[0]
    data = client.get(reverse("source-detail-json", args=[document.pk])).json()
    assert data["text"] == document.text
    named = [m for m in data["marks"] if m["kind"] == "character"]
    assert named
    assert all(data["text"][m["start"] : m["end"]] in {c.name for c in story.characters} for m in named)


def test_unknown_source_is_not_found(client):
    assert client.get(reverse("source-detail", args=[987654])).status_code == 404


@pytest.mark.parametrize("size", [3, 30])
def test_source_page_needs_a_fixed_number_of_queries(client, django_assert_max_num_queries, size):
    story = make_story(characters=size, events=size, documents=2)
    with django_assert_max_num_queries(6):
        client.get(story.documents[0].get_absolute_url())


def test_a_characters_name_stands_out_where_it_is_first_said(client):
    film = make.FilmFactory()
    text = "The pilot meets Mirel. Mirel leaves."
    document = make.SourceDocumentFactory(film=film, text=text, sentence_bounds=[[0, 22], [23, 36]])
    mirel = make.CharacterFactory(film=film, name="Mirel")
    make.CitationFactory(document=document, character=mirel, quote="The pilot", mention_kind="nominal")
    for start in (16, 23):
        make.CitationFactory(document=document, character=mirel, start=start, end=start + 5)
    marks = fetch(client, document.get_absolute_url()).select(".source-text a")
    assert [(mark.get_text(), "first" in mark["class"]) for mark in marks] == [
        ("The pilot", False),
        ("Mirel", True),
        ("Mirel", False),
    ]


def test_what_is_stated_of_one_kind_stands_together(client, story):
    stated = fetch(client, story.documents[0].get_absolute_url()).select_one("#stated")
    players = [words(player) for player in stated.find("dt", string="With").find_next_siblings("dd")]
    assert players == [f"{credit.credited_as} as {name} ¶" for credit, name in played(story)]
    parent, child = story.relationships[0].subject.name, story.relationships[0].object.name
    assert f"{parent}, father of {child} ¶" in words(stated)


def played(story):
    return [(credit, character.name) for credit, character in zip(story.cast, story.characters, strict=True)]


def test_events_are_counted_once_however_often_they_are_told(client, story):
    make.EventMentionFactory(event=story.events[0], telling=story.tellings[0], trigger="day")
    page = fetch(client, story.documents[0].get_absolute_url())
    assert "3 events in a synopsis" in words(page.select_one("aside"))


def test_a_source_leads_to_its_telling_beside_another(client, story):
    link = fetch(client, story.documents[1].get_absolute_url()).find("a", string="Beside another telling")
    page = fetch(client, link["href"])
    assert "Source 2" in words(page.select_one("#left option[selected]"))


def test_what_is_left_out_is_said_once_with_its_length(client, story):
    refresh_known_from([story.film.pk])
    keep(client, film=story.film.slug, show="until", until=1)
    text = fetch(client, story.documents[0].get_absolute_url()).select_one(".source-text")
    assert [words(gap) for gap in text.select(".left-out")] == ["[2 sentences not shown]"]
    assert story.events[0].summary in text.get_text()
    assert story.events[1].summary not in text.get_text()


def test_long_list_of_what_is_stated_is_folded(client, story):
    document = story.documents[0]
    for _ in range(12):
        tie = make.RelationshipFactory(subject__film=story.film)
        make.CitationFactory(document=document, relationship=tie, quote=story.events[0].summary)
    stated = fetch(client, document.get_absolute_url()).select_one("#stated")
    label = stated.find("dt", string="Who is who to whom")
    *shown, folded = label.find_next_siblings("dd")
    assert len(shown) == 10
    assert words(folded.summary) == "4 more"
    assert len(folded.select("a.passage")) == 4
