"""The list of places, and one place with what happens there."""

import pytest
from django.urls import reverse

from tests.factories import PlaceFactory, SettingFactory, make_story
from tests.pages.reading import fetch, hrefs, words

pytestmark = pytest.mark.django_db


def test_place_list_says_how_much_happens_where(client):
    story = make_story(events=4)
    row = (
        fetch(client, reverse("place-list")).find("a", href=story.place.get_absolute_url()).find_parent("tr")
    )
    assert [cell.get_text(strip=True) for cell in row.select("td")] == ["1", "4"]


def test_place_list_without_places_leads_to_the_home_page(client):
    assert hrefs(fetch(client, reverse("place-list")).select_one(".empty")) == [reverse("home")]


def test_place_page_lists_what_happens_there_film_by_film(client):
    story = make_story()
    page = fetch(client, story.place.get_absolute_url())
    shown = page.select_one("main").get_text(" ", strip=True)
    assert story.film.title in shown
    assert all(event.summary.rstrip(".") in shown for event in story.events)


def test_place_page_shows_where_the_place_is_named(client):
    story = make_story()
    page = fetch(client, story.place.get_absolute_url())
    assert page.select("main a[href*='#c']")


def test_place_json_says_the_same(client):
    story = make_story()
    data = client.get(reverse("place-detail-json", args=[story.place.slug])).json()
    assert data["name"] == story.place.name
    assert [film["slug"] for film in data["films"]] == [story.film.slug]
    assert [event["key"] for event in data["events"]] == [event.key for event in story.events]


@pytest.mark.parametrize("size", [3, 30])
def test_place_pages_need_a_fixed_number_of_queries(client, django_assert_max_num_queries, size):
    story = make_story(characters=size, events=size)
    with django_assert_max_num_queries(8):
        client.get(story.place.get_absolute_url())
    with django_assert_max_num_queries(8):
        client.get(reverse("place-list"))


def test_film_is_not_named_again_by_its_source(client):
    story = make_story(documents=1)
    source = story.documents[0]
    named = fetch(client, story.place.get_absolute_url()).select_one("aside .under a")
    assert words(named) == "Synopsis"
    assert named["href"].startswith(source.get_absolute_url())


@pytest.mark.parametrize(("films", "said"), [(50, None), (51, "1 further film"), (52, "2 further films")])
def test_films_that_are_too_many_to_name_are_counted(client, films, said):
    place = PlaceFactory()
    for _ in range(films):
        SettingFactory(place=place)
    aside = fetch(client, place.get_absolute_url()).select_one("aside")
    assert len(aside.find("ul", recursive=False).find_all("li")) == 12
    assert words(aside.details.summary) == "38 more"
    further = aside.find("p")
    assert (words(further) if further else None) == (said and f"and in {said}: all of them")
