"""A film's storyline."""

import pytest
from django.urls import reverse

from films.models import EventMention
from films.models.events import EVENTS_PER_PAGE
from tests import factories
from tests.pages.reading import fetch, hrefs, words

pytestmark = pytest.mark.django_db


def storyline(client, film, query=""):
    return fetch(client, reverse("film-storyline", args=[film.slug]) + query)


def numbers(page):
    return [item["value"] for item in page.select("ol.storyline > li")]


def test_storyline_tells_all_events_in_story_order(client):
    film = factories.FilmFactory(event_count=3)
    for order in (3, 1, 2):
        factories.PlotEventFactory(film=film, order=order)
    assert numbers(storyline(client, film)) == ["1", "2", "3"]


def test_event_says_who_where_and_when(client):
    story = factories.make_story(characters=2, events=1)
    item = storyline(client, story.film).find(id=story.events[0].key)
    assert story.events[0].summary in words(item)
    assert "Day 1" in words(item)
    assert hrefs(item.select_one(".meta")) == [
        story.characters[0].get_absolute_url(),
        story.characters[1].get_absolute_url(),
        story.place.get_absolute_url(),
    ]


def test_event_opens_each_tellings_own_sentence_with_its_source(client):
    story = factories.make_story(events=2, documents=2)
    details = storyline(client, story.film).find(id="e2").details
    assert words(details.summary) == "Told in 2 of 2 sources"
    assert [words(quote) for quote in details.select("blockquote")] == [story.events[1].summary] * 2
    mentions = EventMention.objects.filter(event=story.events[1]).order_by("telling__document__name")
    assert hrefs(details) == [mention.get_absolute_url() for mention in mentions]


def test_sentence_that_tells_an_event_twice_is_quoted_once(client):
    story = factories.make_story(events=1, documents=1)
    factories.EventMentionFactory(
        event=story.events[0], telling=story.tellings[0], quote=story.events[0].summary, trigger="day"
    )
    assert len(storyline(client, story.film).select("blockquote")) == 1


def test_event_told_by_some_sources_says_by_how_many(client):
    story = factories.make_story(events=1, documents=1)
    factories.SourceDocumentFactory(film=story.film)
    assert words(storyline(client, story.film).details.summary) == "Told in 1 of 2 sources"


def test_event_that_an_editor_added_says_so(client):
    event = factories.PlotEventFactory()
    assert "by an editor" in words(storyline(client, event.film).find(id=event.key))


def test_flashback_is_told_as_such(client):
    event = factories.PlotEventFactory(is_flashback=True)
    assert "flashback" in words(storyline(client, event.film).find(id=event.key))


def test_storyline_of_one_character_shows_that_characters_events(client):
    story = factories.make_story(characters=3, events=3)
    page = storyline(client, story.film, f"?character={story.characters[0].slug}")
    assert numbers(page) == ["1", "3"]
    assert words(page.select_one("option[selected]")) == f"{story.characters[0].name} (2)"


def test_storyline_of_one_place_shows_what_happens_there(client):
    story = factories.make_story(events=2)
    elsewhere = factories.PlotEventFactory(film=story.film, order=9, place=factories.PlaceFactory())
    assert numbers(storyline(client, story.film, f"?place={elsewhere.place.slug}")) == ["9"]


def test_told_order_is_that_of_one_telling(client):
    story = factories.make_story(events=3, documents=1)
    telling = factories.TellingFactory(document__film=story.film)
    for position, event in enumerate((story.events[2], story.events[0])):
        factories.EventMentionFactory(event=event, telling=telling, trigger_start=position)
    assert numbers(storyline(client, story.film, f"?telling={telling.pk}")) == ["3", "1"]


@pytest.mark.parametrize(
    "query", ["?telling=99999999999999999999", "?character=%00", "?telling=x&place=no one"]
)
def test_choices_that_make_no_sense_are_left_out(client, query):
    story = factories.make_story(events=2)
    assert numbers(storyline(client, story.film, query)) == ["1", "2"]


def test_choice_that_leaves_nothing_leads_back_to_all_events(client):
    story = factories.make_story(events=2)
    idle = factories.CharacterFactory(film=story.film)
    page = storyline(client, story.film, f"?character={idle.slug}")
    assert reverse("film-storyline", args=[story.film.slug]) in hrefs(page.select_one(".empty"))


def test_film_without_a_story_says_what_to_do(client):
    assert "import_documents" in words(storyline(client, factories.FilmFactory()).select_one(".empty"))


def test_long_storyline_has_pages_and_events_know_theirs(client):
    film = factories.FilmFactory()
    factories.PlotEventFactory.create_batch(EVENTS_PER_PAGE, film=film, order=1)
    last = factories.PlotEventFactory(film=film, order=EVENTS_PER_PAGE + 1)
    address, _, anchor = last.get_absolute_url().partition("#")
    page = fetch(client, address)
    assert [item["id"] for item in page.select("ol.storyline > li")] == [anchor]
    assert page.select_one("nav.pages [aria-current=page]")


def test_storyline_twin_gives_the_events(client):
    story = factories.make_story(events=2)
    twin = client.get(reverse("film-storyline-json", args=[story.film.slug])).json()
    assert [event["summary"] for event in twin["events"]] == [event.summary for event in story.events]


@pytest.mark.parametrize("size", [3, 30])
def test_storyline_asks_no_more_of_a_long_story(client, django_assert_max_num_queries, size):
    story = factories.make_story(characters=size, events=size, documents=3)
    with django_assert_max_num_queries(12):
        storyline(client, story.film)
