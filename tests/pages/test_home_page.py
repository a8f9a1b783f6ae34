"""The home page."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages.reading import fetch, headings, hrefs, section, words

pytestmark = pytest.mark.django_db


def home(client):
    return fetch(client, reverse("home"))


def test_home_has_one_search_box(client):
    forms = home(client).select("form[role=search]")
    assert [form["action"] for form in forms] == [reverse("search")]
    assert forms[0].select_one("input[name=q]")


def test_home_counts_what_is_in_here(client):
    factories.make_story(characters=2, events=1, documents=1)
    tallies = words(home(client).select_one(".tallies"))
    assert tallies == "1 film · 2 characters · 1 plot event · 3 people · 1 place · 1 source document"


def test_home_shows_the_latest_and_the_richest_films_of_many(client):
    films = [factories.FilmFactory(event_count=count) for count in (9, 0, 1, 2, 3, 4, 5, 6)]
    page = home(client)
    assert hrefs(section(page, "Latest films"))[0] == films[-1].get_absolute_url()
    assert hrefs(section(page, "Richest stories"))[0] == films[0].get_absolute_url()


def test_home_shows_a_few_films_once(client):
    factories.make_story(is_title_provisional=True)
    page = home(client)
    assert headings(page) == ["Films", "Ways in"]
    assert "provisional title" in words(section(page, "Films"))


def test_home_offers_ways_in(client):
    story = factories.make_story(year=1987)
    ways = section(home(client), "Ways in")
    assert reverse("film-list") + "?decade=1980" in hrefs(ways)
    assert story.place.get_absolute_url() in hrefs(ways)
    assert story.director.person.get_absolute_url() in hrefs(ways)
    assert story.characters[0].get_absolute_url() in hrefs(ways)


def test_characters_of_one_name_are_told_apart_by_their_films(client):
    for title in ("The Paper Ferry", "The Silent Orchard"):
        factories.CharacterFactory(name="Wenna", film__title=title, film__year=1950)
    factories.CharacterFactory(name="Tavik", film__title="The Paper Ferry", film__year=1951)
    ways = words(section(home(client), "Ways in"))
    assert "Wenna in The Paper Ferry (1950), Wenna in The Silent Orchard (1950)" in ways
    assert "Tavik in" not in ways


def test_home_twin_says_the_same(client):
    story = factories.make_story(year=1987)
    twin = client.get(reverse("home-json")).json()
    assert twin["counts"]["films"] == 1
    assert [film["name"] for film in twin["latest"]] == [story.film.title]
    assert twin["decades"] == [{"decade": 1980, "films": 1}]
    assert story.place.name in {place["name"] for place in twin["places"]}
    assert twin["characters"][0]["url"].endswith(story.characters[0].get_absolute_url())
    assert reverse("home-json") in hrefs(home(client).footer)


def test_empty_home_says_what_to_do(client):
    assert "import_documents" in words(home(client).select_one(".empty"))


@pytest.mark.parametrize("size", [3, 30])
def test_home_asks_no_more_of_many_films(client, django_assert_max_num_queries, size):
    for _ in range(size):
        factories.make_story(characters=1, events=1, documents=1)
    with django_assert_max_num_queries(15):
        home(client)
