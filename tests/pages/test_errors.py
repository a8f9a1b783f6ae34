"""Pages that are not there, that moved, and that fail."""

import pytest
from django.template.loader import get_template
from django.urls import reverse

from tests import factories
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db


def test_missing_page_says_what_to_do(client):
    page = fetch(client, "/films/nothing/", status=404)
    assert words(page.h1) == "There is no page at this address"
    assert page.select("form[role=search]")


def test_missing_twin_says_so_in_json(client):
    response = client.get("/films/nothing.json")
    assert (response.status_code, response["Content-Type"]) == (404, "application/json")
    assert "nothing" in response.json()["error"]


def test_failure_page_needs_neither_request_nor_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = get_template("500.html").render()
    assert "Something went wrong" in shown


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("/films/old/", "/films/new/"),
        ("/films/old/storyline/", "/films/new/storyline/"),
        ("/films/old/storyline/?character=wenna", "/films/new/storyline/?character=wenna"),
        ("/films/old.json", "/films/new.json"),
        ("/films/old/storyline.json", "/films/new/storyline.json"),
    ],
)
def test_moved_page_forwards_for_good_with_all_below_it(client, asked, answered):
    factories.ForwardFactory(old_path="/films/old/", new_path="/films/new/")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, answered)


def test_longest_forward_counts(client):
    factories.ForwardFactory(old_path="/characters/old/", new_path="/characters/new/")
    factories.ForwardFactory(old_path="/characters/old/wenna/", new_path="/characters/new/wenna-tarrow/")
    assert client.get("/characters/old/wenna/")["Location"] == "/characters/new/wenna-tarrow/"
    assert client.get("/characters/old/castor/")["Location"] == "/characters/new/castor/"


def test_page_that_moved_twice_forwards_at_once(client):
    factories.ForwardFactory(old_path="/people/a/", new_path="/people/b/")
    factories.ForwardFactory(old_path="/people/b/", new_path="/people/c/")
    assert client.get("/people/a/")["Location"] == "/people/c/"


def test_forwards_in_a_circle_end(client):
    factories.ForwardFactory(old_path="/people/a/", new_path="/people/b/")
    factories.ForwardFactory(old_path="/people/b/", new_path="/people/a/")
    assert client.get("/people/a/")["Location"] == "/people/b/"


def test_forward_never_hides_a_page_that_is_there(client):
    film = factories.FilmFactory()
    factories.ForwardFactory(old_path=film.get_absolute_url(), new_path="/films/")
    assert client.get(film.get_absolute_url()).status_code == 200


def test_missing_page_keeps_its_name_among_longer_ones(client):
    factories.ForwardFactory(old_path="/films/old/", new_path="/films/new/")
    assert client.get("/films/old-and-new/").status_code == 404
    assert client.get(reverse("film-list")).status_code == 200
