"""The list of films, its facets, sorting and pages."""

import pytest
from django.urls import reverse

from films.vocabulary import Job
from tests import factories
from tests.pages.reading import choices, film_list, hrefs, rows, section, words

pytestmark = pytest.mark.django_db


def titles(page):
    return [words(cite) for cite in page.select("table.index cite")]


def test_films_stand_by_title_with_their_figures(client):
    factories.FilmFactory(title="Zinnia", year=None, event_count=7, document_count=2)
    factories.FilmFactory(title="Amaryllis", year=1962)
    page = film_list(client)
    assert titles(page) == ["Amaryllis", "Zinnia"]
    assert rows(page.table)[1] == ["Zinnia", "–", "7", "2"]


def test_provisional_titles_are_marked_in_the_list(client):
    factories.FilmFactory(is_title_provisional=True)
    assert "provisional title" in rows(film_list(client).table)[0][0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?decade=1990", ["Orchid"]),
        ("?genre=drama", ["Nettle", "Orchid"]),
        ("?genre=drama&country=norland", ["Nettle"]),
        ("?storyline=yes", ["Orchid"]),
        ("?storyline=no", ["Nettle"]),
        ("?sources=2", ["Nettle"]),
        ("?director=ruvim", ["Orchid"]),
        ("?cast=ruvim", ["Nettle"]),
        ("?place=quay", ["Nettle"]),
        ("?sort=newest", ["Nettle", "Orchid"]),
        ("?sort=oldest", ["Orchid", "Nettle"]),
        ("?decade=soon&sources=%00", ["Nettle", "Orchid"]),
    ],
)
def test_films_are_narrowed_and_sorted_by_address(client, query, expected):
    ruvim = factories.PersonFactory(slug="ruvim")
    nettle = factories.FilmFactory(
        title="Nettle", year=2004, genres=["Drama"], countries=["Norland"], document_count=2
    )
    orchid = factories.FilmFactory(title="Orchid", year=1999, genres=["Drama"], event_count=3)
    factories.CreditFactory(film=nettle, person=ruvim, job=Job.CAST)
    factories.CreditFactory(film=orchid, person=ruvim, job=Job.DIRECTOR)
    factories.SettingFactory(film=nettle, place__slug="quay")
    assert titles(film_list(client, query)) == expected


def test_facets_count_the_films_that_each_choice_would_leave(client):
    for year, genre in ((1991, "Drama"), (1995, "Drama"), (2001, "Western")):
        factories.FilmFactory(year=year, genres=[genre])
    page = film_list(client)
    assert choices(page, "Decade") == ["1990s 2", "2000s 1"]
    assert choices(page, "Genre") == ["Drama 2", "Western 1"]
    narrowed = film_list(client, "?genre=western")
    assert [words(item) for item in narrowed.select(".chosen li")] == ["Genre: Western × (take away)"]
    assert choices(narrowed, "Genre") == ["Drama 2", "Western (chosen, take away) 1"]


def test_director_facet_counts_directors_alone(client):
    films = factories.FilmFactory.create_batch(2)
    for film in films:
        factories.CreditFactory(film=film, job=Job.CAST)
    directors = [factories.CreditFactory(film=film, job=Job.DIRECTOR).person.name for film in films]
    assert choices(film_list(client), "Director") == [f"{name} 1" for name in sorted(directors)]


def test_every_decade_can_be_chosen(client):
    for decade in range(13):
        factories.FilmFactory(year=1900 + 10 * decade)
    assert choices(film_list(client), "Decade") == [f"{1900 + 10 * decade}s 1" for decade in range(13)]


def test_chosen_value_stays_in_its_facet_when_it_is_not_among_the_commonest(client):
    for number in range(12):
        factories.FilmFactory.create_batch(2, genres=[f"Common {number}"])
    factories.FilmFactory(genres=["Rare"])
    assert "Rare (chosen, take away) 1" in choices(film_list(client, "?genre=rare"), "Genre")


def test_choices_keep_each_other_and_start_at_the_first_page(client):
    factories.FilmFactory(year=1991, genres=["Drama"])
    factories.FilmFactory(year=2001, genres=["Drama", "Western"])
    page = film_list(client, "?genre=drama&page=2&sort=newest")
    assert "?genre=drama&sort=newest&decade=1990" in hrefs(section(page, "Decade"))
    assert "?sort=newest" in hrefs(section(page, "Genre"))


def test_facet_without_a_choice_is_left_out(client):
    factories.FilmFactory(genres=["Drama"])
    headings = [words(tag) for tag in film_list(client).find_all("h3")]
    assert "Genre" not in headings


def test_long_list_has_pages_that_keep_the_choices(client):
    factories.FilmFactory.create_batch(51, genres=["Drama"])
    first = film_list(client, "?genre=drama")
    assert len(titles(first)) == 50
    following = first.find("a", rel="next")["href"]
    assert following == "?genre=drama&page=2"
    second = film_list(client, following)
    assert len(titles(second)) == 1
    assert not set(titles(first)) & set(titles(second))


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999999"])
def test_pages_that_are_not_there_lead_to_one_that_is(client, page):
    factories.FilmFactory()
    shown = film_list(client, f"?page={page}")
    assert len(titles(shown)) == 1
    assert words(shown.select_one(".note")).endswith("; this is page 1.")


def test_page_past_the_end_says_that_it_is_the_last_one(client):
    factories.FilmFactory.create_batch(51)
    said = words(film_list(client, "?page=999").select_one(".note"))
    assert said == "There is no page “999”; this is page 2, the last."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?decade=bogus", "“bogus” under “Decade”"),
        ("?storyline=perhaps", "“perhaps” under “Has a storyline”"),
        ("?sort=height", "“height” under “Sorted by”"),
    ],
)
def test_choice_that_there_is_not_is_said_to_be_left_out(client, query, said):
    factories.FilmFactory.create_batch(2)
    page = film_list(client, query)
    assert words(page.select_one(".note")) == f"There is no choice {said}; it is left out."
    assert len(titles(page)) == 2
    assert not any(query[1:] in address for address in hrefs(page.main))


def test_choices_beside_a_wrong_one_hold(client):
    drama, _ = factories.FilmFactory(genres=["Drama"]), factories.FilmFactory(genres=["Western"])
    page = film_list(client, "?genre=drama&decade=bogus")
    assert titles(page) == [drama.title]
    assert words(page.select_one(".chosen li")).startswith("Genre: Drama")


def test_list_as_asked_for_has_no_note(client):
    factories.FilmFactory.create_batch(51, genres=["Drama"])
    assert not film_list(client, "?genre=drama&sort=newest&page=2").select(".note")


def test_empty_list_leads_to_the_home_page(client):
    assert hrefs(film_list(client).select_one(".empty")) == [reverse("home")]


def test_choices_that_leave_nothing_lead_back(client):
    factories.FilmFactory(genres=["Drama"])
    empty = film_list(client, "?genre=drama&decade=1900").select_one(".empty")
    assert hrefs(empty) == ["?"]


def test_choice_that_leaves_nothing_can_be_taken_away(client):
    factories.FilmFactory(genres=["Drama"], year=1991)
    factories.FilmFactory(genres=["Western"], year=2001)
    page = film_list(client, "?genre=drama&decade=2000&country=nowhere")
    chips = [words(item).removesuffix(" × (take away)") for item in page.select(".chosen li")]
    assert chips == ["Decade: 2000s", "Genre: Drama", "Country: nowhere"]
    assert hrefs(page.select_one(".chosen")) == [
        "?genre=drama&country=nowhere", "?decade=2000&country=nowhere", "?genre=drama&decade=2000",
    ]  # fmt: skip


def test_list_twin_gives_the_same_films_and_the_next_page(client):
    factories.FilmFactory.create_batch(51, genres=["Drama"])
    factories.FilmFactory(genres=["Western"])
    twin = client.get(reverse("film-list-json") + "?genre=drama").json()
    assert (twin["count"], twin["pages"], len(twin["results"])) == (51, 2, 50)
    assert len(client.get(twin["next"]).json()["results"]) == 1


@pytest.mark.parametrize("size", [3, 30])
def test_film_list_asks_no_more_of_many_films(client, django_assert_max_num_queries, size):
    for number in range(size):
        film = factories.FilmFactory(genres=["Drama", f"Genre {number}"], countries=[f"Land {number}"])
        factories.CreditFactory(film=film, job=Job.DIRECTOR)
        factories.SettingFactory(film=film)
    with django_assert_max_num_queries(12):
        film_list(client, "?genre=drama")
