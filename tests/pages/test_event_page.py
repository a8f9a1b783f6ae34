"""What happens, over all films."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from films import event_filter
from films.search import index_film
from tests import factories as make
from tests.factories import make_story
from tests.pages.reading import fetch, section, words

pytestmark = pytest.mark.django_db


def summaries(client, **query):
    response = client.get(reverse("event-list"), query)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    return [row.get_text(strip=True) for row in page.select(".event-summary")]


def test_event_list_shows_all_events_in_story_order(client):
    story = make_story(events=4)
    assert summaries(client) == [event.summary for event in story.events]


def test_event_list_narrows_to_a_character_and_to_who_meets_whom(client):
    story = make_story(characters=4, events=4)
    first, second, third = story.characters[:3]
    assert len(summaries(client, character=first.pk)) == 2
    assert summaries(client, character=first.pk, meets=second.pk) == [story.events[0].summary]
    assert summaries(client, character=first.pk, meets=third.pk) == []


def test_event_list_finds_by_words(client):
    story = make_story(events=3)
    index_film([story.film.pk])
    wanted = story.events[1]
    assert wanted.summary in summaries(client, words=wanted.summary)
    assert summaries(client, words="zyzzyva") == []


def test_event_list_guesses_at_words_only_while_no_event_has_them(client):
    film = make.FilmFactory()
    make.CharacterFactory(film=film, name="Morwen")
    make.PlotEventFactory(film=film, order=1, summary="Morwen sails.")
    index_film([film.pk])
    assert summaries(client, words="norwen") == ["Morwen sails."]

    make.PlotEventFactory(film=film, order=2, summary="Norwen rows.")
    index_film([film.pk])
    assert summaries(client, words="norwen") == ["Norwen rows."]


def test_event_list_says_when_only_the_best_events_are_listed(client, monkeypatch):
    story = make_story(events=3)
    index_film([story.film.pk])
    said = "More events have these words: those that match best are listed."
    words = "day"
    assert len(summaries(client, words=words)) == 3
    assert said not in fetch(client, reverse("event-list", query={"words": words})).text

    monkeypatch.setattr(event_filter, "EVENTS_SEARCHED", 2)
    assert len(summaries(client, words=words)) == 2
    assert said in fetch(client, reverse("event-list", query={"words": words})).text


def test_event_list_narrows_to_a_place_and_a_film(client):
    first, second = make_story(), make_story()
    assert summaries(client, film=first.film.slug) == [event.summary for event in first.events]
    assert summaries(client, place=second.place.slug) == [event.summary for event in second.events]


def test_event_list_ignores_what_makes_no_sense(client):
    story = make_story()
    assert len(summaries(client, character="nobody", page="x")) == len(story.events)


def test_event_json_says_who_takes_part(client):
    story = make_story()
    data = client.get(reverse("event-list-json"), {"film": story.film.slug}).json()
    assert data["count"] == len(story.events)
    assert {part["character"] for part in data["results"][0]["participants"]} == {
        story.characters[0].slug,
        story.characters[1].slug,
    }


@pytest.mark.parametrize("size", [3, 30])
def test_event_list_needs_a_fixed_number_of_queries(client, django_assert_max_num_queries, size):
    make_story(characters=size, events=size)
    with django_assert_max_num_queries(10):
        client.get(reverse("event-list"))


def test_facets_tell_films_of_one_title_and_characters_of_one_name_apart(client):
    for year in (1930, 1950):
        story = make_story(title="The Paper Ferry", year=year, characters=2)
        story.characters[1].name = "Wenna"
        story.characters[1].save()
    make_story(title="The Silent Orchard", year=1960, characters=1)
    page = fetch(client, reverse("event-list"))
    films = [words(choice) for choice in section(page, "Film").select("li a")]
    who = [words(choice) for choice in section(page, "Who").select("li a")]
    assert {"The Paper Ferry (1930)", "The Paper Ferry (1950)"} <= set(films)
    assert {"Wenna, The Paper Ferry (1930)", "Wenna, The Paper Ferry (1950)"} <= set(who)


def test_film_facet_marks_a_provisional_title(client):
    make_story(title="The Paper Ferry")
    make_story(title="Mara and Dov", is_title_provisional=True)
    page = BeautifulSoup(client.get(reverse("event-list")).content, "html.parser")
    labels = [link.get_text(strip=True) for link in page.select("#facets a[id^=film-]")]
    assert sorted(labels) == ["Mara and Dov (provisional title)", "The Paper Ferry (1994)"]


def test_whom_somebody_meets_is_asked_once_somebody_is_chosen(client):
    story = make_story(characters=4, events=4)
    chosen = story.characters[0]
    assert "Meets" not in [words(title) for title in fetch(client, reverse("event-list")).find_all("h3")]
    page = fetch(client, reverse("event-list", query={"character": chosen.pk}))
    met = [words(choice) for choice in section(page, "Meets").select("li a")]
    assert met
    assert chosen.name not in met
    other = story.characters[1]
    page = fetch(client, reverse("event-list", query={"meets": other.pk}))
    assert [words(one) for one in section(page, "Meets").select("a[aria-current]")] == [
        f"{other.name} (chosen, take away)"
    ]
