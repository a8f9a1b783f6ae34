"""Suggestions in the admin: what an editor needs to judge them stands there."""

import pytest
from django.urls import reverse

from films.models import Suggestion
from films.vocabulary import Job
from tests.editing.forms import read_form
from tests.factories import WHEN, CreditFactory, FilmFactory, make_story
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db

LIST = reverse("admin:films_suggestion_changelist")


def suggest_join(film, other, **fields):
    return Suggestion.objects.create(
        film=film, kind="film", row_id=film.pk, label=str(film), field="merge",
        proposed={"id": other.pk, "title": str(other)}, made_at=WHEN,
        reason=f"May be one film with {other}: the title agrees, and nothing else does for sure.", **fields,
    )  # fmt: skip


def suggest_year(film, year=1996, **fields):
    return Suggestion.objects.create(
        film=film, kind="film", row_id=film.pk, label=str(film), field="year", proposed=year,
        reason="The documents say “1996”; an editor decided “1994”.", made_at=WHEN, **fields,
    )  # fmt: skip


@pytest.fixture
def pair():
    """Two films of one title that may be one."""
    film = make_story(title="Apache", year=1954, runtime_minutes=91).film
    CreditFactory(film=film, job=Job.DIRECTOR, credited_as="Ida Holm")
    other = make_story(title="Apache", year=None, runtime_minutes=None, characters=8).film
    return suggest_join(film, other), film, other


def page_of(client, suggestion):
    return fetch(client, reverse("admin:films_suggestion_change", args=[suggestion.pk]))


def rows_of(page):
    table = page.select_one(".side-by-side")
    return {
        words(row.select_one("th")): [words(cell) for cell in row.select("td")]
        for row in table.select("tbody tr")
    }


def test_two_films_that_may_be_one_stand_side_by_side(editing, pair):
    suggestion, film, other = pair
    rows = rows_of(page_of(editing, suggestion))
    assert rows["Year"] == ["1954", "not stated"]
    assert rows["Running time"] == ["91 minutes", "not stated"]
    assert "Ida Holm" in rows["Directed by"][0]
    for column, row in enumerate((film, other)):
        assert rows["Sources"][column] == ", ".join(row.documents.values_list("name", flat=True))
        assert rows["Begins"][column].startswith(row.events.in_story_order().first().summary)


def test_of_a_long_cast_the_first_names_are_enough(editing, pair):
    cast = rows_of(page_of(editing, pair[0]))["With"][1]
    assert cast.count(",") == 5
    assert cast.endswith("…")


def test_both_films_are_linked_in_the_list_and_on_the_page(editing, pair):
    suggestion, film, other = pair
    forms = {reverse("admin:films_film_change", args=[row.pk]) for row in (film, other)}
    row = fetch(editing, LIST).select_one("#result_list tbody tr")
    assert forms <= {link["href"] for link in row.select("a")}
    links = {link["href"] for link in page_of(editing, suggestion).select(".side-by-side thead a")}
    assert links == forms | {film.get_absolute_url(), other.get_absolute_url()}


def test_the_list_says_what_each_suggestion_is_about(editing, pair):
    _, film, other = pair
    suggest_year(film)
    row = other.characters.first()
    Suggestion.objects.create(
        film=other, kind="character", row_id=row.pk, label=row.name, field="gender", proposed="f",
        reason="The documents say “f”; an editor decided “m”.", made_at=WHEN,
    )  # fmt: skip
    about = [words(cell) for cell in fetch(editing, LIST).select("#result_list .field-subject")]
    assert about == [f"{row.name}: gender", "year", "one film?"]


def test_a_film_of_which_nothing_is_known_is_shown_as_such(editing, pair):
    bare = FilmFactory(title="Apache", year=None, runtime_minutes=None, slug="apache-bare")
    rows = rows_of(page_of(editing, suggest_join(bare, pair[1])))
    assert [cells[0] for cells in rows.values()] == ["not stated"] * 4 + ["none", "no story told"]


def test_a_suggested_value_has_no_films_side_by_side(editing, pair):
    assert not page_of(editing, suggest_year(pair[1])).select(".side-by-side")


def test_the_list_opens_with_the_open_ones(editing, pair):
    _, film, other = pair
    suggest_year(film, status=Suggestion.Status.DISMISSED)
    suggest_year(other, status=Suggestion.Status.ACCEPTED)
    page = fetch(editing, LIST)
    assert [words(cell) for cell in page.select("#result_list .field-status")] == ["Open"]
    filters = page.select_one("#changelist-filter [data-filter-title=status]")
    assert [words(choice) for choice in filters.select("li")] == ["Open", "Accepted", "Dismissed", "All"]
    assert [words(choice) for choice in filters.select("li.selected")] == ["Open"]


@pytest.mark.parametrize(("status", "count"), [("open", 1), ("dismissed", 1), ("accepted", 0), ("all", 2)])
def test_others_are_listed_when_asked_for(editing, pair, status, count):
    suggest_year(pair[1], status=Suggestion.Status.DISMISSED)
    assert len(fetch(editing, f"{LIST}?status={status}").select("#result_list tbody tr")) == count


def test_a_join_taken_is_told_with_the_title_of_the_other_film(editing, pair):
    suggestion = pair[0]
    url = reverse("admin:films_suggestion_change", args=[suggestion.pk])
    editing.post(url, read_form(editing, url) | {"_dismiss": "1"})
    assert (
        words(fetch(editing, LIST).select_one(".messagelist"))
        == "Dismissed: Apache (1954): one film with Apache"
    )


@pytest.mark.parametrize("size", [3, 30])
def test_two_films_side_by_side_need_a_fixed_number_of_queries(editing, django_assert_max_num_queries, size):
    first, second = (make_story(characters=size, events=size, documents=3).film for _ in range(2))
    suggestion = suggest_join(first, second)
    with django_assert_max_num_queries(18):
        page_of(editing, suggestion)
