"""The admin's lists: what stands beside the rows does not grow with the base."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.models import Character, Person, Place, PlotEvent, Removal, SourceDocument, Suggestion
from films.search import rebuild
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


def test_no_list_grows_with_the_number_of_films(editing):
    def beside_each():
        return {model.__name__: beside_the_rows(editing, list_of(model)) for model in LISTED}

    make_films(3)
    few = beside_each()
    make_films(27)
    assert beside_each() == few


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.model_name)
def test_no_list_reads_the_texts_of_documents(editing, model):
    make_films(1)
    with CaptureQueriesContext(connection) as asked:
        assert fetch(editing, list_of(model)).select("#result_list tbody tr")
    text = f'"{SourceDocument._meta.db_table}"."text"'
    assert not [query["sql"] for query in asked if text in query["sql"]]


def test_the_box_before_a_row_is_djangos_and_says_which_row_it_is_for(editing):
    person = make_story().cast[0].person
    Person.objects.filter(pk=person.pk).update(name='Ida "Snow" <Holm>')
    page = fetch(editing, list_of(Person))
    boxes = {box["value"]: box for box in page.select("#result_list tbody .action-checkbox input")}
    person.refresh_from_db()
    own = ModelAdmin.action_checkbox(admin.site.get_model_admin(Person), person)
    own = BeautifulSoup(own, "html.parser").input
    assert boxes[str(person.pk)].attrs == own.attrs
    assert own["aria-label"].endswith('Ida "Snow" <Holm>')


OF_A_FILM = {
    "film": "pk", "statement": "film", "credit": "film", "character": "film", "plotevent": "film",
    "sourcedocument": "film", "relationship": "subject__film",
}  # fmt: skip
NAMED = {"person": "Ida Holm", "place": "Quay of Anthrop", "portrayal": "Ida Holm", "credit": "Ida Holm"}


def searched(client, model, typed):
    """Return the ids of the rows that a list shows for what is typed."""
    links = fetch(client, list_of(model, q=typed)).select("#result_list tbody th a")
    return {int(link["href"].split("/change/")[0].rsplit("/", 1)[1]) for link in links}


@pytest.fixture
def long_lists(monkeypatch):
    """Make two films whose people and places have names of their own; take two rows for many."""
    story, _ = make_story(title="The Paper Ferry"), make_story(title="A Wood in Winter")
    Person.objects.filter(pk=story.cast[0].person_id).update(name="Ida Holm")
    Place.objects.filter(pk=story.place.pk).update(name="Quay of Anthrop")
    rebuild()
    monkeypatch.setattr("films.overview.LARGE", 1)
    return story


@pytest.mark.parametrize("name", OF_A_FILM)
def test_a_long_list_is_searched_for_a_film_by_the_words_of_its_title(editing, long_lists, name):
    model = apps.get_model("films", name)
    own = set(
        model._default_manager.filter(**{OF_A_FILM[name]: long_lists.film.pk}).values_list("pk", flat=True)
    )
    assert searched(editing, model, "ferry paper") == own


@pytest.mark.parametrize("name", NAMED)
def test_a_long_list_is_searched_for_names_as_the_site_is(editing, long_lists, name):
    model = apps.get_model("films", name)
    credit = long_lists.cast[0]
    own = {
        "person": credit.person,
        "place": long_lists.place,
        "portrayal": credit.portrayals.get(),
        "credit": credit,
    }
    assert searched(editing, model, NAMED[name].lower()) == {own[name].pk}


def test_a_document_of_a_long_list_is_found_by_its_whole_name(editing, long_lists):
    document = long_lists.documents[1]
    assert searched(editing, SourceDocument, document.name) == {document.pk}


def test_a_long_list_of_names_is_completed_by_words(editing, long_lists):
    query = {"app_label": "films", "model_name": "credit", "field_name": "person", "term": "ida ho"}
    offered = editing.get(reverse("admin:autocomplete", query=query)).json()["results"]
    assert [row["text"] for row in offered] == ["Ida Holm"]


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


def test_the_list_of_events_says_which_are_flashbacks(editing):
    story = make_story(events=2)
    earlier, later = story.events
    PlotEvent.objects.filter(pk=later.pk).update(is_flashback=True)
    page = fetch(editing, list_of(PlotEvent))
    said = {
        int(row.select_one("[name=_selected_action]")["value"]): words(row.select_one(".field-told_as"))
        for row in page.select("#result_list tbody tr")
    }
    assert said == {earlier.pk: "-", later.pk: "flashback"}
