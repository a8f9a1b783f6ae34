"""Pages of which a reader asked to be told little say so; they do not say that nothing is known."""

import pytest
from django.urls import reverse

from films.revealing import refresh_known_from
from tests import factories
from tests.pages.reading import fetch, hrefs, keep, section, words

pytestmark = pytest.mark.django_db

ALL_FILMS = {"show": "nothing"}


@pytest.fixture
def story():
    made = factories.make_story(characters=3, events=4)
    refresh_known_from([made.film.pk])
    return made


def empty(page):
    return page.select_one("main .empty")


@pytest.mark.parametrize("name", ["character-list", "place-list", "event-list"])
def test_list_is_empty_because_the_reader_asked_for_no_plot(client, story, name):
    keep(client, **ALL_FILMS)
    said = empty(fetch(client, reverse(name)))
    assert "in what you asked to be told" in words(said)
    assert hrefs(said) == [reverse("spoilers")]


@pytest.mark.parametrize("address", ["search", "event-list"])
def test_search_without_hits_says_how_far_it_looked(client, story, address):
    query = {"search": "q", "event-list": "words"}[address]
    page = reverse(address, query={query: "zyzzyva"})
    assert "as far as you are told" not in words(empty(fetch(client, page)))
    keep(client, **ALL_FILMS)
    assert "“zyzzyva” as far as you are told." in words(empty(fetch(client, page)))


def test_storyline_of_which_nothing_is_told_offers_no_choices(client, story):
    address = reverse("film-storyline", args=[story.film.slug])
    assert fetch(client, address).select("form.choices")
    keep(client, film=story.film.slug, show="nothing")
    page = fetch(client, address)
    assert not page.select("form.choices")
    assert page.select_one(".held-back")


def test_film_page_promises_no_more_events_than_are_told(client, story):
    page = fetch(client, story.film.get_absolute_url())
    assert "All 4 plot events in order" in words(section(page, "Storyline in short"))
    keep(client, film=story.film.slug, show="until", until=2)
    short = section(fetch(client, story.film.get_absolute_url()), "Storyline in short")
    assert "The plot events that you are told" in words(short)
    assert "All 4" not in words(short)


def test_character_page_does_not_say_that_no_document_tells_what_is_hidden(client, story):
    mother, daughter = story.characters[:2]
    story.relationships[0].delete()
    hidden = factories.RelationshipFactory(subject=mother, object=daughter)
    last = story.events[-1].summary
    factories.CitationFactory(document=story.documents[0], relationship=hidden, quote=last)
    refresh_known_from([story.film.pk])
    keep(client, film=story.film.slug, show="until", until=2)
    ties = section(fetch(client, mother.get_absolute_url()), "To others")
    assert (
        words(ties.select_one(".empty")) == f"Nothing that you are told says what {mother.name} is to others."
    )


def test_connections_of_a_film_without_plot_lead_to_the_setting(client, story):
    keep(client, film=story.film.slug, show="nothing")
    said = empty(fetch(client, reverse("connections", query={"film": story.film.slug})))
    assert words(said).startswith("You are told of no character of this film.")
    assert hrefs(said) == [reverse("spoilers", query={"film": story.film.slug})]
