"""The letters over a list, which narrow it to the names that begin so."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages.reading import count_anew, fetch, film_list, hrefs, names, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_rows_a_page(monkeypatch):
    monkeypatch.setattr("films.views._listing.ROWS_PER_PAGE", 2)


@pytest.fixture
def five_films(db):
    for title, year in (
        ("The Reed", 1951),
        ("Rush", 1951),
        ("Éloïse", 1962),
        ("8 Days", 1951),
        ("Āmara", 1962),
    ):
        factories.FilmFactory(title=title, year=year)


@pytest.fixture(params=["a list counted now", "a long list"])
def any_length(request, five_films, monkeypatch):
    if request.param == "a long list":
        monkeypatch.setattr("films.overview.LARGE", 2)
        monkeypatch.setattr("films.facets.COUNTED", 2)
        count_anew()
    return request.param


def linked(page):
    """Return the letters that lead somewhere, as they are read."""
    return [words(link) for link in page.select(".alphabet a")]


def titles(page):
    return [words(cite) for cite in page.select("table.index cite")]


def test_letters_that_films_begin_with_lead_to_them(client, any_length):
    page = film_list(client)
    assert linked(page) == ["# figures and other signs", "A", "E", "R"]
    assert len(page.select(".alphabet li")) == 27
    found = {href: titles(film_list(client, href)) for href in hrefs(page.select_one(".alphabet"))}
    assert found == {
        "?letter=0": ["8 Days"],
        "?letter=a": ["Āmara"],
        "?letter=e": ["Éloïse"],
        "?letter=r": ["The Reed", "Rush"],
    }


def test_chosen_letter_is_told_and_can_be_taken_away(client, any_length):
    page = film_list(client, "?letter=r&sort=newest")
    assert [words(item) for item in page.select(".chosen li")] == ["Begins with: R × (take away)"]
    assert hrefs(page.select_one(".chosen")) == ["?sort=newest"]
    current = page.select_one(".alphabet [aria-current=true]")
    assert words(current) == "R (chosen, take away)"
    assert current["href"] == "?sort=newest"


def test_letter_and_other_choices_hold_together(client, any_length):
    factories.FilmFactory(title="Rue", year=1962)
    count_anew()
    assert titles(film_list(client, "?letter=r&decade=1960")) == ["Rue"]
    assert titles(film_list(client, "?letter=r&decade=1950&sort=oldest")) == ["The Reed", "Rush"]


def test_letters_of_a_narrowed_list_are_those_that_are_left(client, five_films):
    assert linked(film_list(client, "?decade=1950")) == ["# figures and other signs", "R"]


def test_list_of_one_page_needs_no_letters(client):
    factories.FilmFactory.create_batch(2)
    assert film_list(client).select(".alphabet") == []


def test_letter_that_is_none_is_left_out_and_said(client, five_films):
    page = film_list(client, "?letter=ab")
    assert words(page.select_one(".note")) == "There is no choice “ab” under “Begins with”; it is left out."
    assert len(titles(page)) == 2


def test_letter_that_nothing_begins_with_is_told_as_chosen(client, five_films):
    page = film_list(client, "?letter=x")
    assert titles(page) == []
    assert [words(item) for item in page.select(".chosen li")] == ["Begins with: X × (take away)"]


def test_letters_over_characters_are_those_of_names(client):
    film = factories.FilmFactory()
    for name, is_named in (("Mara", True), ("Moss", True), ("the miller", False), ("Ada", True)):
        factories.CharacterFactory(film=film, name=name, is_named=is_named)
    page = fetch(client, reverse("character-list"))
    assert linked(page) == ["A", "M"]
    assert names(fetch(client, reverse("character-list") + "?letter=m")) == ["Mara", "Moss"]


@pytest.mark.parametrize("one", ["person", "place"])
def test_people_and_places_have_letters_too(client, one):
    make = {"person": factories.PersonFactory, "place": factories.PlaceFactory}[one]
    for name in ("Ida Holm", "Éva Lindt", "Ivo Moor"):
        factories.SettingFactory(place=make(name=name)) if one == "place" else make(name=name)
    assert linked(fetch(client, reverse(f"{one}-list"))) == ["E", "I"]
    found = fetch(client, reverse(f"{one}-list") + "?letter=i")
    assert "Ida Holm" in words(found.main)
    assert "Éva Lindt" not in words(found.main)


@pytest.mark.parametrize("size", [3, 30])
def test_letters_are_counted_in_one_query(client, django_assert_num_queries, size):
    for number in range(size):
        factories.FilmFactory(title=f"{chr(ord('a') + number % 26)}va {number}")
    factories.PersonFactory.create_batch(size)
    for address, most in ((reverse("film-list"), 11), (reverse("person-list"), 7)):
        client.get(address)
        with django_assert_num_queries(most):
            client.get(address)


def test_list_as_json_is_narrowed_by_letters(client, five_films):
    found = client.get(reverse("film-list-json") + "?letter=r").json()
    assert [item["title"] for item in found["results"]] == ["The Reed", "Rush"]


@pytest.mark.parametrize("sort", ["", "sort=newest&", "sort=events&", "sort=added&"])
def test_pages_of_a_letter_go_on_where_the_one_before_ended(client, any_length, sort):
    for number in range(5):
        factories.FilmFactory(title=f"Rill {number}", year=1950 + number)
    count_anew()
    pages = [film_list(client, f"?{sort}letter=r&page={page}") for page in (1, 2, 3, 4)]
    found = [title for page in pages for title in titles(page)]
    assert sorted(found) == sorted(["The Reed", "Rush", *(f"Rill {number}" for number in range(5))])
