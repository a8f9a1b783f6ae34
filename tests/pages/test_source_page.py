"""A document's own page: its text whole, what was read from it marked."""

import pytest
from django.urls import reverse

from tests.factories import make_story
from tests.pages.reading import fetch

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
