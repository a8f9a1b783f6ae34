"""What all pages have in common."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from films.models.events import EVENTS_PER_PAGE
from tests import factories
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db

FIRST_VIEW = 60_000  # bytes, compressed


@pytest.fixture
def story():
    return factories.make_story(characters=4, events=8, documents=3)


def addresses(story):
    return [
        reverse("home"),
        reverse("film-list"),
        story.film.get_absolute_url(),
        reverse("film-storyline", args=[story.film.slug]),
        reverse("film-sources", args=[story.film.slug]),
        reverse("character-list"),
        story.characters[0].get_absolute_url(),
        reverse("person-list"),
        story.director.person.get_absolute_url(),
    ]


def test_pages_have_one_heading_one_main_and_a_way_past_the_frame(client, story):
    pages = [fetch(client, address) for address in addresses(story)]
    assert [len(page.find_all("h1")) for page in pages] == [1] * len(pages)
    assert {page.find("a")["href"] for page in pages} == {f"#{page.main['id']}" for page in pages}


def test_pages_hold_no_scripts_or_styles_of_their_own(client, story):
    shown = [client.get(address) for address in addresses(story)]
    texts = [response.content.decode() for response in shown]
    scripts = re.findall(r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))", "".join(texts))
    assert not scripts
    assert not re.findall(r"<style|\sstyle=|\son\w+=", "".join(texts))
    assert all("script-src 'self'" in response["Content-Security-Policy"] for response in shown)


def canonical(client, address):
    link = fetch(client, address).find("link", rel="canonical")
    return link["href"] if link else None


def test_pages_say_where_they_stand(client, story):
    for address in addresses(story):
        assert canonical(client, address) == f"http://testserver{address}"


@pytest.mark.parametrize(
    ("query", "expected"), [("?character=nobody", ""), ("?page=2", "?page=2"), ("?page=1", "")]
)
def test_later_pages_of_a_story_stand_where_they_are(client, query, expected):
    film = factories.FilmFactory()
    factories.PlotEventFactory.create_batch(EVENTS_PER_PAGE + 1, film=film, order=1)
    address = reverse("film-storyline", args=[film.slug])
    assert canonical(client, address + query) == f"http://testserver{address}{expected}"


@pytest.mark.parametrize("query", ["?genre=drama", "?page=2", "?sort=newest"])
def test_lists_with_choices_and_pages_not_found_stand_nowhere(client, query):
    assert canonical(client, reverse("film-list") + query) is None
    assert not fetch(client, "/films/nothing/", status=404).select("link[rel=canonical]")


def test_only_the_home_of_an_empty_site_speaks_of_commands(client):
    film = factories.FilmFactory()
    pages = [reverse(name, args=[film.slug]) for name in ("film-detail", "film-storyline", "film-compare")]
    lists = [reverse(f"{name}-list") for name in ("character", "person", "place", "event")]
    shown = [client.get(address).content.decode() for address in [*pages, *lists, reverse("home")]]
    assert not any("manage.py" in page for page in shown)
    film.delete()
    assert "manage.py" in client.get(reverse("home")).content.decode()


def test_pages_use_each_id_once(client, story):
    pages = [fetch(client, address) for address in addresses(story)]
    ids = [[tag["id"] for tag in page.find_all(id=True)] for page in pages]
    assert [sorted(set(found)) for found in ids] == [sorted(found) for found in ids]


def test_tables_have_captions_and_column_headers(client, story):
    tables = [table for address in addresses(story) for table in fetch(client, address).find_all("table")]
    assert len(tables) >= 6
    assert all(table.caption and table.select("thead th[scope=col]") for table in tables)


def test_navigation_shows_the_section_one_is_in(client, story):
    page = fetch(client, story.characters[0].get_absolute_url())
    assert words(page.select_one("header nav [aria-current]")) == "Characters"


def test_breadcrumbs_end_in_the_page_itself(client, story):
    crumbs = fetch(client, story.characters[0].get_absolute_url()).select("nav.crumbs li")
    assert words(crumbs[0]) == "Home"
    assert words(crumbs[-1]) == story.characters[0].name
    assert crumbs[-1]["aria-current"] == "page"


def test_names_from_documents_are_shown_as_text(client):
    film = factories.FilmFactory(title="<b>Bold</b> & brave", slug="bold")
    assert "<b>Bold</b>" not in client.get(film.get_absolute_url()).content.decode()


def test_first_view_is_small(client):
    story = factories.make_story(characters=12, events=80, documents=4)
    page = client.get(reverse("film-storyline", args=[story.film.slug])).content
    files = [finders.find("filmkb.css"), finders.find("django_htmx/htmx-2.min.js")]
    parts = [page, *(Path(path).read_bytes() for path in files)]
    assert sum(len(gzip.compress(part)) for part in parts) < FIRST_VIEW
