"""The admin's lists of very many rows: in the order of an index, and no longer than anyone would leaf."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.admin.base import OriginFilter
from films.admin.long_lists import orders_by_index
from films.curation import record_addition, record_edit
from films.models import Character, Film, Person, PlotEvent
from tests.factories import FilmFactory, PersonFactory, make_story
from tests.pages.plans import is_led_by
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db

WITH_ORIGIN = [
    model._meta.model_name
    for model, model_admin in admin.site._registry.items()
    if OriginFilter in model_admin.list_filter
]


@pytest.fixture(autouse=True)
def long_lists(monkeypatch):
    monkeypatch.setattr("films.overview.LARGE", 1)


def page_of(client, name, **query):
    return fetch(client, reverse(f"admin:films_{name}_changelist", query=query))


def listed(page):
    """Return the ids of the rows, in their order."""
    links = page.select("#result_list tbody th a")
    return [int(re.search(r"/(\d+)/change/", link["href"])[1]) for link in links]


def ids(rows):
    return list(rows.values_list("pk", flat=True))


def column(model, name):
    """Return the number by which a list's address names the column."""
    return list(admin.site._registry[model].list_display).index(name) + 1


@pytest.mark.parametrize(
    "name", ["character", "plotevent", "credit", "statement", "relationship", "portrayal"]
)
def test_where_no_index_leads_to_the_usual_order_the_newest_rows_come_first(editing, name):
    make_story()
    make_story()
    rows = apps.get_model("films", name)._default_manager
    assert listed(page_of(editing, name)) == ids(rows.order_by("-pk"))


def test_a_long_list_of_films_is_sorted_by_title_as_the_sites_is(editing):
    for title in ("The Paper Ferry", "Élan", "Old Salt"):
        FilmFactory(title=title)
    titles = [words(cell) for cell in page_of(editing, "film").select("#result_list .field-title")]
    assert titles == ["Élan", "Old Salt", "The Paper Ferry"]


@pytest.mark.parametrize("large", [1, 100], ids=["long", "short"])
def test_names_are_sorted_without_articles_whichever_way(editing, monkeypatch, large):
    monkeypatch.setattr("films.overview.LARGE", large)
    for title in ("The Paper Ferry", "Élan", "Zinc"):
        FilmFactory(title=title)
    number = column(Film, "title")
    pages = [page_of(editing, "film", o=order) for order in (number, f"-{number}")]
    titles = [[words(cell) for cell in page.select("#result_list .field-title")] for page in pages]
    assert titles == [["Élan", "The Paper Ferry", "Zinc"], ["Zinc", "The Paper Ferry", "Élan"]]


def test_a_long_list_is_sorted_by_a_column_that_an_index_leads_through(editing):
    films = [FilmFactory(title=title, year=year) for title, year in (("B", 1990), ("A", 1990), ("C", 1980))]
    first, second, third = (film.pk for film in films)
    number = column(Film, "year")
    assert listed(page_of(editing, "film", o=number)) == [third, second, first]
    assert listed(page_of(editing, "film", o=f"-{number}")) == [first, second, third]


def test_a_long_list_offers_to_be_sorted_by_no_other_column(editing, monkeypatch):
    FilmFactory.create_batch(2)
    headers = page_of(editing, "film").select("#result_list th.sortable .text")
    assert [words(header).lower() for header in headers] == ["title", "year", "document count", "event count"]
    monkeypatch.setattr("films.overview.LARGE", 1_000)
    assert len(page_of(editing, "film").select("#result_list th.sortable")) > len(headers)


def test_a_column_that_no_index_leads_through_leaves_the_list_in_its_order(editing):
    make_story()
    newest = ids(PlotEvent.objects.order_by("-pk"))
    assert listed(page_of(editing, "plotevent", o=column(PlotEvent, "summary"))) == newest


def test_every_order_of_a_long_list_is_one_that_an_index_has():
    assert orders_by_index(Person)["-sort_name"] == ["-sort_name", "-id"]
    assert orders_by_index(Film)["year"] == ["year", "sort_title", "id"]
    assert not {"film", "kind"} & orders_by_index(Character).keys(), "the rows of one film, or of few kinds"


def test_the_events_of_one_film_stand_in_its_order_in_a_long_table_too(editing):
    film = make_story().film
    make_story()
    PlotEvent.objects.filter(film=film, order=1).update(order=9)
    events = ids(PlotEvent.objects.filter(film=film).order_by("order"))
    assert listed(page_of(editing, "plotevent", film__id__exact=film.pk)) == events


@pytest.fixture
def bounded(monkeypatch):
    """Take four rows for as many as anyone would leaf through, on two pages."""
    monkeypatch.setattr("films.admin.long_lists.MOST_LISTED", 4)
    monkeypatch.setattr("films.admin.base.CuratedAdmin.list_per_page", 2)


def test_a_long_list_says_how_much_of_it_is_listed(editing, bounded):
    make_story(characters=3, events=5)
    page = page_of(editing, "plotevent")
    assert words(page.select_one("#content h1")).endswith(": the newest 4 are listed")
    assert "4 plot events" in words(page.select_one(".paginator"))
    assert listed(page_of(editing, "plotevent", p=2)) == ids(PlotEvent.objects.order_by("-pk")[2:4])
    beyond = editing.get(reverse("admin:films_plotevent_changelist", query={"p": 3}))
    assert beyond.status_code == 302, "there is no third page"


def test_a_long_list_in_another_order_says_that_its_first_rows_are_listed(editing, bounded):
    FilmFactory.create_batch(5)
    assert words(page_of(editing, "film").select_one("#content h1")).endswith(": the first 4 are listed")


def test_a_list_whose_end_is_listed_says_nothing_of_that(editing, bounded):
    FilmFactory.create_batch(4)
    assert words(page_of(editing, "film").select_one("#content h1")) == "Select film to change"


def remove_all(client, name, rows):
    """Tick the rows, choose all on every page, and ask for their removal."""
    return client.post(
        reverse(f"admin:films_{name}_changelist"),
        {"action": "delete_selected", "select_across": "1", "index": "0", "_selected_action": rows},
        follow=True,
    )


def test_no_action_is_for_more_rows_than_are_listed(editing, bounded):
    people = PersonFactory.create_batch(5)
    response = remove_all(editing, "person", [people[0].pk])
    assert "More than 4 rows are meant." in response.content.decode()
    assert "Are you sure" not in response.content.decode()


def test_an_action_may_be_for_all_rows_of_a_list_that_ends(editing, bounded):
    people = PersonFactory.create_batch(4)
    response = remove_all(editing, "person", [people[0].pk])
    assert all(person.name in response.content.decode() for person in people)
    assert "Are you sure" in response.content.decode()


def test_no_numbers_are_offered_beside_the_choices_of_a_long_list(editing, monkeypatch):
    FilmFactory.create_batch(3)
    assert page_of(editing, "film", _facets="True").select_one("#changelist-filter-extra-actions") is None
    monkeypatch.setattr("films.overview.LARGE", 1_000)
    assert page_of(editing, "film").select_one("#changelist-filter-extra-actions") is not None


@pytest.mark.parametrize("name", WITH_ORIGIN)
def test_what_an_editor_had_a_hand_in_is_found_among_what_machines_made(editing, name):
    for _ in range(3):
        make_story()
    model = apps.get_model("films", name)
    model._default_manager.update(origin="extracted", edited_fields=[])
    added, changed, *_, read = model._default_manager.order_by("pk")
    record_addition(added)
    added.save()
    record_edit(changed, [model._meta.get_field("origin").name])
    changed.save()
    theirs = listed(page_of(editing, name, origin="edited"))
    assert sorted(theirs) == [added.pk, changed.pk]
    others = listed(page_of(editing, name, origin="read"))
    assert read.pk in others
    assert sorted(theirs + others) == ids(model._default_manager.order_by("pk"))


@pytest.mark.parametrize("name", WITH_ORIGIN)
def test_an_index_leads_to_what_editors_had_a_hand_in(editing, name):
    make_story()
    make_story()
    with CaptureQueriesContext(connection) as asked:
        page_of(editing, name, origin="edited")
    [theirs] = {
        re.search(r"IN \((SELECT (?:(?! IN ).)*? <> '\[\]'\))\)", query["sql"])[1]
        for query in asked
        if "<> '[]'" in query["sql"]
    }
    assert is_led_by(f"{name}_by_editor", theirs)


def test_an_index_leads_to_films_whose_title_no_document_states(editing):
    FilmFactory.create_batch(2, is_title_provisional=True)
    with CaptureQueriesContext(connection) as asked:
        page = page_of(editing, "film", is_title_provisional__exact=1)
    assert len(listed(page)) == 2
    [rows] = [
        query["sql"]
        for query in asked
        if "is_title_provisional" in query["sql"] and "ORDER BY" in query["sql"]
    ]
    assert is_led_by("films_to_be_titled", rows)


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize("query", [{}, {"origin": "edited"}, {"q": "nothing of this kind"}], ids=str)
def test_a_long_list_asks_at_most_twelve_times(editing, django_assert_max_num_queries, count, query):
    for _ in range(count):
        make_story(2, 1, 1)
    with django_assert_max_num_queries(12):
        page_of(editing, "plotevent", **query)
