"""A stated value that makes no sense is refused where it is typed, and takes nothing from the film."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from films import curation
from films.models import Film, Statement
from films.vocabulary import Fact, Rank
from tests.editing.forms import errors_of, prefix_of, read_form, save
from tests.factories import StatementFactory, make_story

pytestmark = pytest.mark.django_db

YEARS = "A year is a number from 1870 to 2100."
MINUTES = "A running time is a number of minutes from 1 to 6000."


@pytest.fixture
def film():
    return make_story(title="The Paper Ferry", year=1994).film


def url_of(row):
    return reverse(f"admin:films_{row._meta.model_name}_change", args=[row.pk])


def state(film, fact, value):
    film.statements.filter(fact=fact).delete()
    return StatementFactory(film=film, fact=fact, value=value, rank=Rank.PREFERRED)


def type_value(client, film, statement, value):
    """Type a statement's value on the form of its film, and send the form."""
    data = read_form(client, url_of(film))
    return client.post(url_of(film), data | {f"{prefix_of(data, 'statements', statement)}-value": value})


@pytest.mark.parametrize(
    ("fact", "stored", "typed", "refusal"),
    [
        (Fact.YEAR, "1994", "soon", YEARS),
        (Fact.YEAR, "1994", "99999", YEARS),
        (Fact.YEAR, "1994", "-3", YEARS),
        (Fact.RUNTIME_MINUTES, "101", "two hours", MINUTES),
        (Fact.RUNTIME_MINUTES, "101", "0", MINUTES),
    ],
)
def test_a_value_that_no_film_can_have_is_refused(editing, film, fact, stored, typed, refusal):
    statement = state(film, fact, stored)
    response = type_value(editing, film, statement, typed)
    assert response.status_code == 200
    assert refusal in errors_of(response)
    statement.refresh_from_db()
    assert statement.value == stored


def test_a_year_that_is_no_number_leaves_the_year_an_editor_gave(editing, film):
    statement = state(film, Fact.YEAR, "1994")
    save(editing, url_of(film), year="2013")
    type_value(editing, film, statement, "soon")
    film.refresh_from_db()
    assert (film.year, film.edited_fields) == (2013, ["year"])


def test_a_year_that_is_no_number_is_refused_on_the_statements_own_form(editing, film):
    statement = state(film, Fact.YEAR, "1994")
    response = editing.post(url_of(statement), read_form(editing, url_of(statement)) | {"value": "soon"})
    assert YEARS in errors_of(response)


def test_a_fact_that_is_told_in_words_takes_any(editing, film):
    statement = state(film, Fact.BASED_ON, "a play")
    assert type_value(editing, film, statement, "soon").status_code == 302


def test_a_form_can_be_saved_beside_what_a_machine_misread(editing, film):
    state(film, Fact.YEAR, "1994")
    StatementFactory(film=film, fact=Fact.YEAR, value="soon", rank=Rank.NORMAL)
    save(editing, url_of(film), based_on="a play")
    film.refresh_from_db()
    assert (film.based_on, film.year) == ("a play", 1994)


@pytest.mark.parametrize("rank", [Rank.PREFERRED, Rank.NORMAL])
def test_a_value_that_cannot_be_read_gives_a_film_nothing_and_takes_nothing(film, rank):
    statement = state(film, Fact.YEAR, "soon")
    statement.rank = rank
    Film.objects.filter(pk=film.pk).update(edited_fields=["year"])
    curation.record_edit(statement, ["rank"])
    statement.save()
    curation.refresh_after(statement)
    film.refresh_from_db()
    assert (film.year, film.edited_fields) == (1994, ["year"])


def test_where_an_editor_rejects_the_year_the_next_that_can_be_read_is_taken(film):
    wrong = state(film, Fact.YEAR, "1994")
    for value in ("soon", "1996"):
        StatementFactory(film=film, fact=Fact.YEAR, value=value, rank=Rank.NORMAL)
    wrong.rank = Rank.REJECTED
    curation.record_edit(wrong, ["rank"])
    wrong.save()
    curation.refresh_after(wrong)
    assert Film.objects.get(pk=film.pk).year == 1996


def test_a_running_time_out_of_bounds_is_refused_in_words(editing, film):
    response = editing.post(url_of(film), read_form(editing, url_of(film)) | {"runtime_minutes": "7000"})
    assert MINUTES in errors_of(response)
    assert Statement.objects.filter(film=film).exists()


def test_what_is_wrong_with_a_year_stands_in_the_row_of_the_year_alone(editing, film):
    response = editing.post(url_of(film), read_form(editing, url_of(film)) | {"year": "99999"})
    row = BeautifulSoup(response.content, "html.parser").select_one(".form-row.field-year")
    assert row.select_one(".errorlist")
    assert [label.get_text() for label in row.select("label")] == ["Year:"]
