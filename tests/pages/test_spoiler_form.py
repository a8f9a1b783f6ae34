"""The form on which a reader says how much to be told: what its fields mean together."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import make_story
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_story(events=6).film


def form_of(client, film):
    """Return what a browser would send of the form as the reader finds it."""
    page = fetch(client, reverse("spoilers", query={"film": film.slug}))
    fields = page.select("form.spoilers input:not([type=radio])")
    chosen = page.select_one("form.spoilers input[type=radio][checked]")["value"]
    return {field["name"]: field.get("value", "") for field in fields} | {"show": chosen}


def told(client, film):
    """Return how many events the reader is told."""
    page = fetch(client, reverse("film-storyline", args=[film.slug]) + "?show=all")
    return len(page.select("ol.storyline > li"))


def send(client, film, **changed):
    return client.post(reverse("spoilers"), form_of(client, film) | changed)


def test_form_that_is_sent_back_unchanged_changes_nothing(client, film):
    send(client, film)
    assert told(client, film) == 6
    send(client, film, show="until", until="3")
    send(client, film)
    assert told(client, film) == 3


@pytest.mark.parametrize("before", [{}, {"show": "nothing"}, {"show": "until", "until": "2"}])
def test_number_typed_with_the_choice_left_alone_is_a_choice(client, film, before):
    send(client, film, **before)
    send(client, film, until="4")
    assert told(client, film) == 4


@pytest.mark.parametrize(("choice", "events"), [("everything", 6), ("nothing", 0)])
@pytest.mark.parametrize("left", ["", "2", "5", "0", "99", "x"])
def test_other_choice_counts_whatever_number_is_left_in_the_field(client, film, choice, events, left):
    send(client, film, show="until", until="2")
    assert send(client, film, show=choice, until=left).status_code == 302
    assert told(client, film) == events


def test_number_that_is_none_of_the_film_is_said_beside_its_choice(client, film):
    response = send(client, film, until="7")
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("input[type=radio][checked]")["value"] == "until"
    assert words(page.select_one("#until-error")) == (
        "This film’s last event is number 6; give a number up to that."
    )
    assert told(client, film) == 6
