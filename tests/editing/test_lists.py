"""The admin's lists: what stands beside the rows does not grow with the base."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.models import Character, Removal, Suggestion
from tests.factories import WHEN, CountryFactory, ForwardFactory, GenreFactory, make_story
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db

LISTED = [model for model in apps.get_app_config("films").get_models() if admin.site.is_registered(model)]
BY_FILM = ["character", "plotevent", "sourcedocument", "removal", "suggestion"]


def list_of(model, **query):
    return reverse(f"admin:films_{model._meta.model_name}_changelist", query=query)


def make_films(count):
    """Make films, each with a row of every kind; genres and countries are the same for all."""
    genre, country = GenreFactory(name="Drama"), CountryFactory(name="Norland")
    for number in range(count):
        film = make_story(2, 1, 1, genres=[genre.name], countries=[country.name]).film
        Removal.objects.create(film=film, kind="event", label=f"Gone {number}", signature={}, removed_at=WHEN)
        Suggestion.objects.create(
            film=film, kind="film", row_id=film.pk, label=str(film), field="year", proposed=1996,
            reason="The documents say “1996”; an editor decided “1994”.", made_at=WHEN,
        )  # fmt: skip
        ForwardFactory()


def beside_the_rows(client, url):
    """Return what a list's page holds without its rows, and how often the database was asked for it."""
    with CaptureQueriesContext(connection) as asked:
        content = client.get(url).content
    page = BeautifulSoup(content, "html.parser")
    for growing in page.select("#result_list tbody, .paginator, .actions"):
        growing.decompose()
    return len(page.select("a, option")), len(asked)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.model_name)
def test_no_list_grows_with_the_number_of_films(editing, model):
    make_films(3)
    few = beside_the_rows(editing, list_of(model))
    make_films(27)
    assert beside_the_rows(editing, list_of(model)) == few


@pytest.mark.parametrize("name", BY_FILM)
def test_a_list_that_a_link_narrows_says_to_which_film(editing, name):
    make_films(2)
    model = apps.get_model("films", name)
    film = model._default_manager.first().film
    page = fetch(editing, list_of(model, film__id__exact=film.pk))
    assert len(page.select("#result_list tbody tr")) == model._default_manager.filter(film=film).count()
    narrowed = page.select_one("#changelist-filter [data-filter-title=film]")
    assert words(narrowed.select_one(".selected")) == str(film)
    assert "film__id__exact" not in narrowed.select_one("a")["href"], "the way back to all"


def test_the_numbers_on_a_films_form_lead_to_its_rows(editing):
    film = make_story(characters=4).film
    make_story()
    form = fetch(editing, reverse("admin:films_film_change", args=[film.pk]))
    link = form.select_one(".field-character_list a")
    page = fetch(editing, link["href"])
    assert words(link) == f"{len(page.select('#result_list tbody tr'))} named characters"


@pytest.mark.parametrize("film", ["999999", "soon"])
def test_a_list_of_a_film_that_is_not_there_is_empty(editing, film):
    make_story()
    page = fetch(editing, list_of(Character, film__id__exact=film))
    assert not page.select("#result_list tbody tr")
