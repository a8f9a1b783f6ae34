"""Lists too long to be counted at each request: what was counted beforehand, and what a choice leaves."""

import pytest
from django.core.management import call_command

from films.models import Edition, Overview
from films.overview import refresh_overviews
from tests import factories
from tests.pages.reading import choices, film_list, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_list(monkeypatch):
    """Take three films for many, and count the values of at most two."""
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 2)
    for year in (1951, 1952, 1953, 1961):
        factories.FilmFactory(year=year)
    refresh_overviews()


def test_a_long_list_tells_what_was_counted_beforehand_and_when(client, long_list):
    factories.FilmFactory(year=1954)
    page = film_list(client)
    assert words(page.select_one(".tally")).startswith("4 films")
    assert choices(page, "Decade") == ["1950s 3", "1960s 1"]
    assert "As counted on" in words(page.select_one("#facets"))
    assert len(page.select("table.index cite")) == 5  # its rows are those of now


def test_counting_anew_takes_in_what_has_come(client, long_list):
    factories.FilmFactory(year=1954)
    refresh_overviews()
    assert choices(film_list(client), "Decade") == ["1950s 4", "1960s 1"]


def test_a_choice_in_a_long_list_says_that_there_are_more_than_were_looked_at(client, long_list):
    page = film_list(client, "?decade=1950")
    assert words(page.select_one(".tally")).startswith("More than 2 films")
    assert len(page.select("table.index cite")) == 3


def test_a_list_that_has_become_short_is_counted_at_each_request(client, long_list, monkeypatch):
    monkeypatch.setattr("films.overview.LARGE", 10)
    refresh_overviews()
    factories.FilmFactory(year=1954)
    assert not Overview.objects.exists()
    assert choices(film_list(client), "Decade") == ["1950s 4", "1960s 1"]


def test_an_import_counts_anew_and_a_dry_run_does_not(long_list, tmp_path):
    (tmp_path / "moor.txt").write_text("Title: The Moor\nYear: 1954\n")
    before = Edition.objects.current()
    call_command("import_documents", str(tmp_path), "--dry-run", verbosity=0)
    assert Overview.objects.get(name="FilmFilter").counted["total"] == 4
    call_command("import_documents", str(tmp_path), verbosity=0)
    assert Overview.objects.get(name="FilmFilter").counted["total"] == 5
    assert Edition.objects.current() > before


@pytest.mark.parametrize("sort", ["title", "newest", "oldest"])
@pytest.mark.parametrize("counted", [2, 100])
def test_choices_in_a_long_list_leave_the_films_that_all_of_them_fit(
    client, long_list, monkeypatch, counted, sort
):
    monkeypatch.setattr("films.facets.COUNTED", counted)
    kinds = {"genres": ["Drama"], "countries": ["Norland"]}
    fitting = [factories.FilmFactory(title=f"Reed {year}", year=year, **kinds) for year in (1970, 1971, 1972)]
    quay = factories.PlaceFactory(slug="quay")
    for film in fitting:
        factories.SettingFactory(film=film, place=quay)
    factories.FilmFactory(title="Sedge", year=1981, **kinds)
    factories.FilmFactory(title="Rush", year=1975, genres=["Drama"])
    refresh_overviews()
    page = film_list(client, f"?genre=drama&country=norland&decade=1970&place=quay&sort={sort}")
    titles = [words(cite) for cite in page.select("table.index cite")]
    expected = [film.title for film in fitting]
    assert titles == (expected[::-1] if sort == "newest" else expected)


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize(
    "query", ["?decade=1970", "?genre=drama", "?genre=drama&country=norland&decade=1970"]
)
def test_choices_in_a_long_list_ask_no_more_of_many_films(
    client, long_list, django_assert_max_num_queries, size, query
):
    for number in range(size):
        film = factories.FilmFactory(
            year=1970, genres=["Drama", f"Genre {number}"], countries=["Norland", f"Land {number}"]
        )
        factories.CreditFactory(film=film)
        factories.SettingFactory(film=film)
    refresh_overviews()
    with django_assert_max_num_queries(12):
        film_list(client, query)
