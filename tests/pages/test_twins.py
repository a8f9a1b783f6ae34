"""The `.json` twins of pages."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def addresses(story):
    film, character = story.film.slug, story.characters[0].slug
    return {
        "film-list-json": reverse("film-list-json"),
        "film-detail-json": reverse("film-detail-json", args=[film]),
        "film-storyline-json": reverse("film-storyline-json", args=[film]),
        "film-sources-json": reverse("film-sources-json", args=[film]),
        "film-compare-json": reverse("film-compare-json", args=[film]),
        "character-list-json": reverse("character-list-json"),
        "character-detail-json": reverse("character-detail-json", args=[film, character]),
        "person-list-json": reverse("person-list-json"),
        "person-detail-json": reverse("person-detail-json", args=[story.director.person.slug]),
    }


def test_twins_stand_at_the_pages_address_with_json_for_the_last_stroke(client):
    story = factories.make_story()
    twins = addresses(story)
    pages = [reverse(name.removesuffix("-json"), args=_args(story, name)) for name in twins]
    assert [page.removesuffix("/") + ".json" for page in pages] == list(twins.values())
    assert {client.get(twin)["Content-Type"] for twin in twins.values()} == {"application/json"}


def _args(story, name):
    if "list" in name:
        return []
    if name.startswith("person"):
        return [story.director.person.slug]
    return [story.film.slug, story.characters[0].slug] if name.startswith("character") else [story.film.slug]


def test_twins_keep_letters_readable(client):
    factories.FilmFactory(title="Été à Łódź")
    assert "Été à Łódź" in client.get(reverse("film-list-json")).content.decode()


@pytest.mark.parametrize("size", [3, 30])
def test_twins_ask_no_more_of_large_films(client, django_assert_max_num_queries, size):
    story = factories.make_story(characters=size, events=size, documents=3)
    for address in addresses(story).values():
        with django_assert_max_num_queries(12):
            client.get(address)
