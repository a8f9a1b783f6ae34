"""The list of people, and one person."""

import json

import pytest
from django.urls import reverse

from films.vocabulary import Job
from tests import factories
from tests.pages.reading import fetch, headings, hrefs, names, rows, section, words

pytestmark = pytest.mark.django_db


def person_page(client, person):
    return fetch(client, person.get_absolute_url())


def person_list(client, query=""):
    return fetch(client, reverse("person-list") + query)


def test_person_page_lists_films_by_job_newest_first(client):
    person = factories.PersonFactory()
    for year in (1990, 2010):
        factories.CreditFactory(person=person, film__title=f"Film {year}", film__year=year)
    factories.CreditFactory(person=person, job=Job.DIRECTOR, film__title="The Quay", film__year=None)
    page = person_page(client, person)
    assert headings(page)[:2] == ["As director", "In the cast"]
    cast = rows(section(page, "In the cast").table)
    assert [row[0] for row in cast] == ["Film 2010 (2010)", "Film 1990 (1990)"]


def test_person_page_lists_the_characters_played_with_evidence(client):
    story = factories.make_story(characters=1, documents=2)
    row = section(person_page(client, story.cast[0].person), "In the cast").select_one("tbody tr")
    assert words(row).endswith(f"{story.characters[0].name} 1 2")
    assert story.characters[0].get_absolute_url() in hrefs(row)


def test_person_page_says_with_whom_the_person_works(client):
    person, often, once = factories.PersonFactory.create_batch(3)
    for colleagues in ((often, once), (often,)):
        film = factories.FilmFactory()
        for member in (person, *colleagues):
            factories.CreditFactory(film=film, person=member)
            factories.CreditFactory(film=film, person=member, job=Job.WRITER)
    shown = section(person_page(client, person), "Works with").find_all("li")
    assert [words(item) for item in shown] == [f"{often.name} 2 films", f"{once.name} 1 film"]


def test_people_of_one_name_are_told_apart_by_their_films(client):
    ferry, orchard = (
        factories.CreditFactory(person__name="Yrsa Quillon", film__title=title, film__year=1950)
        for title in ("The Paper Ferry", "The Silent Orchard")
    )
    other = factories.CreditFactory(film=ferry.film, person__name="Ilse Molnary")
    factories.CreditFactory(film=ferry.film, person=orchard.person, credited_as="Y. Quillon")
    for page, rest in (
        (fetch(client, reverse("person-list")), "tbody th"),
        (section(person_page(client, other.person), "Works with"), "li > span:first-child"),
        (section(fetch(client, reverse("home")), "Ways in"), "dd"),
    ):
        shown = " / ".join(words(row) for row in page.select(rest))
        assert "Yrsa Quillon in The Paper Ferry (1950)" in shown
        assert "Yrsa Quillon in The Paper Ferry (1950), The Silent Orchard (1950)" in shown
        assert "Ilse Molnary in" not in shown


def test_person_page_says_how_many_credits_it_does_not_show(client, monkeypatch):
    person = factories.PersonFactory()
    for year in (1990, 2000, 2010):
        factories.CreditFactory(person=person, film__title=f"Film {year}", film__year=year)
    assert "not shown" not in words(person_page(client, person).main)
    monkeypatch.setattr("films.views.people.CREDITS_SHOWN", 2)
    shown = words(person_page(client, person).main)
    assert "Film 2000" in shown
    assert "Film 1990" not in shown
    assert "1 more credit, on older films, is not shown." in shown


def test_person_page_shows_other_spellings(client):
    credit = factories.CreditFactory(person__name="Yrsa Quillon", credited_as="Y. Quillon")
    factories.PersonNameFactory(person=credit.person, text="Yrsa Quilón")
    subtitle = person_page(client, credit.person).select_one(".subtitle")
    assert words(subtitle) == "also credited as Y. Quillon, Yrsa Quilón"


def test_person_page_marks_provisional_titles(client):
    credit = factories.CreditFactory(film__is_title_provisional=True)
    assert "provisional title" in words(section(person_page(client, credit.person), "In the cast"))


def test_person_without_credits_says_what_to_do(client):
    assert "in the admin" in words(person_page(client, factories.PersonFactory()).select_one(".empty"))


def test_person_page_describes_a_person(client):
    person = factories.PersonFactory(name="Yrsa Quillon")
    factories.PersonNameFactory(person=person, text="Yrsa Quilón")
    data = json.loads(person_page(client, person).find("script", type="application/ld+json").string)
    assert (data["@type"], data["name"], data["alternateName"]) == (
        "Person", "Yrsa Quillon", ["Yrsa Quilón"],
    )  # fmt: skip


def test_person_twin_gives_credits_with_characters(client):
    story = factories.make_story(characters=1)
    page = person_page(client, story.cast[0].person)
    twin = client.get(page.find("link", rel="alternate")["href"]).json()
    assert twin["credits"][0]["characters"] == [story.characters[0].slug]
    assert twin["credits"][0]["film"] == story.film.slug


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Anselm", "Yrsa"]),
        ("?job=director", ["Yrsa"]),
        ("?genre=drama", ["Anselm"]),
        ("?sort=films", ["Yrsa", "Anselm"]),
        ("?job=juggler", ["Anselm", "Yrsa"]),
    ],
)
def test_people_are_narrowed_and_sorted_by_address(client, query, expected):
    anselm = factories.PersonFactory(name="Anselm")
    yrsa = factories.PersonFactory(name="Yrsa")
    factories.CreditFactory(person=anselm, film__genres=["Drama"])
    factories.CreditFactory.create_batch(2, person=yrsa, job=Job.DIRECTOR)
    assert names(person_list(client, query)) == expected


def test_people_stand_with_their_jobs_and_films(client):
    person = factories.PersonFactory(name="Yrsa")
    film = factories.FilmFactory()
    for job in (Job.WRITER, Job.DIRECTOR):
        factories.CreditFactory(person=person, film=film, job=job)
    page = person_list(client)
    assert rows(page.table) == [["Yrsa", "director, writer", "1"]]
    assert [words(item) for item in section(page, "Job").find_all("li")] == ["director 1", "writer 1"]


def test_long_list_of_sources_is_folded_and_their_marks_stay(client):
    person = factories.PersonFactory()
    for _ in range(13):
        credit = factories.CreditFactory(person=person)
        factories.CitationFactory(credit=credit, document__film=credit.film)
    page = fetch(client, person.get_absolute_url())
    shown, folded = section(page, "Sources").select("ol.sources")
    assert (len(shown.select("li")), len(folded.select("li"))) == (10, 3)
    assert words(folded.find_parent("details").summary) == "3 more"
    assert [item["value"] for item in folded.select("li")] == ["11", "12", "13"]
    assert len(page.select("table .marks a")) == 13


def test_empty_list_of_people_leads_to_the_home_page(client):
    assert hrefs(person_list(client).select_one(".empty")) == [reverse("home")]


@pytest.mark.parametrize("size", [3, 30])
def test_person_pages_ask_no_more_of_long_careers(client, django_assert_max_num_queries, size):
    person = factories.PersonFactory()
    for credit in factories.CreditFactory.create_batch(size, person=person):
        portrayal = factories.PortrayalFactory(credit=credit, character__film=credit.film)
        factories.CitationFactory(portrayal=portrayal)
        factories.CreditFactory(film=credit.film)
    with django_assert_max_num_queries(10):
        person_page(client, person)
    with django_assert_max_num_queries(6):
        person_list(client)
