"""Choices that leave few of very many people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.filters import PersonFilter
from films.models import Person
from tests import factories
from tests.pages.plans import is_led_by
from tests.pages.reading import choices, count_anew, fetch, names, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_lists(monkeypatch):
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 2)


def test_an_index_leads_to_the_people_of_a_job_that_few_have():
    for job in ("writer", "director", "cast"):
        factories.CreditFactory(job=job)
    count_anew()
    with CaptureQueriesContext(connection) as captured:
        PersonFilter({"job": "writer"}, queryset=Person.objects.all()).rows(0, 2)
    [found] = [query["sql"] for query in captured if "DISTINCT" in query["sql"]]
    assert is_led_by("people_of_job", found)


def test_people_of_a_job_that_few_have_are_all_counted_with_those_who_came_later(client):
    for number in range(3):
        factories.CreditFactory(job="writer", person__name=f"Ida {number}")
    count_anew()
    factories.CreditFactory(job="writer", person__name="Ida 3")
    factories.CreditFactory(job="writer", person__name="Bo Lindt")
    page = fetch(client, f"{reverse('person-list')}?job=writer&letter=i")
    assert words(page.select_one(".tally")).startswith("4 people")
    assert names(page) == ["Ida 0", "Ida 1", "Ida 2", "Ida 3"]


@pytest.mark.parametrize("job", ["writer", "editor"])
def test_a_job_that_more_have_than_were_counted_leaves_all_of_them(client, monkeypatch, job):
    factories.CreditFactory.create_batch(3, job="writer")
    count_anew()
    monkeypatch.setattr("films.filters.FEW", 4)
    factories.CreditFactory.create_batch(6, job=job)
    page = fetch(client, f"{reverse('person-list')}?job={job}")
    assert len(names(page)) == len(Person.objects.filter(credits__job=job))


def test_what_people_of_very_many_films_have_is_counted_in_a_few_of_them(client, monkeypatch):
    monkeypatch.setattr("films.filters.FILMS_COUNTED", 3)
    for number in range(4):
        person = factories.PersonFactory(name=f"Ida {number}")
        for year in (1970, 1971):
            film = factories.FilmFactory(year=year, genres=["Drama", "Crime"])
            factories.CreditFactory(job="writer", person=person, film=film)
    Person.objects.count_anew()
    count_anew()
    page = fetch(client, f"{reverse('person-list')}?job=writer")
    assert words(page.select_one(".tally")).startswith("4 people")
    assert "Counted in 1 of these" in words(page.select_one("#facets"))
    assert choices(page, "Genre of a film") == ["Crime 1", "Drama 1"]


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize("few", [0, 10_000])
@pytest.mark.parametrize("query", ["?job=writer", "?genre=drama", "?job=writer&genre=drama"])
def test_choices_among_many_people_ask_no_more(
    client, monkeypatch, django_assert_max_num_queries, size, few, query
):
    monkeypatch.setattr("films.filters.FEW", few)
    for number in range(size):
        film = factories.FilmFactory(genres=["Drama", f"Genre {number}"])
        factories.CreditFactory(film=film, job="writer")
    count_anew()
    with django_assert_max_num_queries(12):
        fetch(client, reverse("person-list") + query)
