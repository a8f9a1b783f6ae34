"""The documents about a film."""

import pytest
from django.urls import reverse

from films.vocabulary import Fact, Rank
from tests import factories
from tests.pages.reading import fetch, hrefs, line, rows, words

pytestmark = pytest.mark.django_db


def test_sources_are_numbered_as_their_marks_are(client):
    story = factories.make_story(events=2, documents=2)
    page = fetch(client, reverse("film-sources", args=[story.film.slug]))
    shown = rows(page.table)
    assert [row[:3] for row in shown] == [
        ["1", f"Synopsis 1, {story.film.title} {story.documents[0].name}", "a synopsis, 2 events"],
        ["2", f"Synopsis 2 {story.documents[1].name}", "a synopsis, 2 events"],
    ]
    assert story.documents[0].get_absolute_url() in hrefs(page.table)


def test_document_that_tells_no_story_says_so(client):
    document = factories.SourceDocumentFactory(source="archive")
    page = fetch(client, reverse("film-sources", args=[document.film.slug]))
    assert rows(page.table)[0][1:3] == [f"archive {document.name}", "it does not"]


@pytest.mark.parametrize(
    ("source", "url", "title", "expected"),
    [
        pytest.param("", "", "", "Synopsis", id="nothing-known"),
        pytest.param("", "", "The Paper Ferry", "Synopsis, The Paper Ferry", id="title"),
        pytest.param("", "https://en.wikipedia.org/wiki/X", "The Paper Ferry",
                     "Wikipedia, The Paper Ferry", id="known-site"),
        pytest.param("", "https://www.reels.example/7", "", "reels.example", id="another-site"),
        pytest.param("the archive", "https://reels.example/7", "", "the archive", id="named-source"),
    ],
)  # fmt: skip
def test_source_is_called_by_where_it_is_from_and_its_own_title(client, source, url, title, expected):
    document = factories.SourceDocumentFactory(name="007.txt", source=source, url=url)
    factories.TellingFactory(document=document)
    if title:
        statement = factories.StatementFactory(film=document.film, fact=Fact.TITLE, value=title)
        factories.CitationFactory(document=document, statement=statement, quote="Mirel")
    page = fetch(client, reverse("film-sources", args=[document.film.slug]))
    assert words(page.table.select_one("tbody a")) == expected
    assert words(page.table.select_one(".file")) == "007.txt"
    own = fetch(client, document.get_absolute_url())
    assert (words(own.h1), line(own, "File")) == (expected, ["007.txt"])
    assert client.get(reverse("source-detail-json", args=[document.pk])).json()["title"] == expected


def test_sources_called_alike_have_their_number_on_every_page(client):
    story = factories.make_story(characters=2, events=2, documents=2)
    factories.SourceDocumentFactory(film=story.film, name="000.txt", source="the archive")
    film, character, second = story.film, story.characters[0], story.documents[1]
    pages = [reverse(f"film-{name}", args=[film.slug]) for name in ("detail", "storyline", "compare")]
    people = [character.get_absolute_url(), story.cast[0].person.get_absolute_url()]
    for address in [*pages, *people, story.place.get_absolute_url(), second.get_absolute_url()]:
        assert "Synopsis 3" in words(fetch(client, address).main), address
    assert "the archive 1" not in words(fetch(client, pages[0]).main)
    assert client.get(reverse("source-detail-json", args=[second.pk])).json()["title"] == "Synopsis 3"


def test_sources_of_two_films_are_not_called_alike(client):
    person = factories.PersonFactory()
    for number in (1, 2):
        credit = factories.CreditFactory(person=person)
        document = factories.SourceDocumentFactory(film=credit.film, name=f"{number}.txt")
        factories.TellingFactory(document=document)
        factories.CitationFactory(document=document, credit=credit, quote="Mirel")
    page = fetch(client, person.get_absolute_url())
    assert [words(link) for link in page.select("ol.sources a")] == ["Synopsis", "Synopsis"]


def test_title_that_editors_reject_does_not_name_its_document(client):
    document = factories.SourceDocumentFactory()
    statement = factories.StatementFactory(
        film=document.film, fact=Fact.TITLE, value="Mirel", rank=Rank.REJECTED
    )
    factories.CitationFactory(document=document, statement=statement, quote="Mirel")
    assert words(fetch(client, document.get_absolute_url()).h1) == document.name


def test_sources_twin_gives_documents_with_their_tellings(client):
    story = factories.make_story(events=2, documents=1)
    twin = client.get(reverse("film-sources-json", args=[story.film.slug])).json()
    source = twin["sources"][0]
    assert (source["number"], source["name"]) == (1, story.documents[0].name)
    assert source["tellings"][0]["events"] == 2


def test_film_without_documents_leads_to_what_editors_entered(client):
    film = factories.FilmFactory()
    empty = fetch(client, reverse("film-sources", args=[film.slug])).select_one(".empty")
    assert "entered by editors" in words(empty)
    assert hrefs(empty) == [film.get_absolute_url()]


@pytest.mark.parametrize("size", [3, 30])
def test_sources_page_asks_no_more_of_many_documents(client, django_assert_max_num_queries, size):
    film = factories.FilmFactory()
    for document in factories.SourceDocumentFactory.create_batch(size, film=film):
        factories.TellingFactory(document=document)
    with django_assert_max_num_queries(4):
        fetch(client, reverse("film-sources", args=[film.slug]))


def test_sources_offer_two_tellings_side_by_side(client):
    story = factories.make_story(events=2, documents=2)
    page = fetch(client, reverse("film-sources", args=[story.film.slug]))
    assert hrefs(page.main).count(reverse("film-compare", args=[story.film.slug])) == 2
