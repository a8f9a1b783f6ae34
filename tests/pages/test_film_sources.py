"""The documents about a film."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages.reading import fetch, hrefs, rows, words

pytestmark = pytest.mark.django_db


def test_sources_are_numbered_as_their_marks_are(client):
    story = factories.make_story(events=2, documents=2)
    page = fetch(client, reverse("film-sources", args=[story.film.slug]))
    shown = rows(page.table)
    assert [row[:3] for row in shown] == [
        ["1", story.documents[0].name, "a synopsis, 2 events"],
        ["2", story.documents[1].name, "a synopsis, 2 events"],
    ]
    assert story.documents[0].get_absolute_url() in hrefs(page.table)


def test_document_that_tells_no_story_says_so(client):
    document = factories.SourceDocumentFactory(source="archive")
    page = fetch(client, reverse("film-sources", args=[document.film.slug]))
    assert rows(page.table)[0][1:3] == [f"{document.name} from archive", "it does not"]


def test_sources_twin_gives_documents_with_their_tellings(client):
    story = factories.make_story(events=2, documents=1)
    twin = client.get(reverse("film-sources-json", args=[story.film.slug])).json()
    source = twin["sources"][0]
    assert (source["number"], source["name"]) == (1, story.documents[0].name)
    assert source["tellings"][0]["events"] == 2


def test_film_without_documents_says_what_to_do(client):
    page = fetch(client, reverse("film-sources", args=[factories.FilmFactory().slug]))
    assert "import_documents" in words(page.select_one(".empty"))


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
