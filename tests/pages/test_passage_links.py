"""Every link to a passage leads to a place in its document, on all pages of the films of the fixtures."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from films.models import Character, Film, Person, Place, PlotEvent, SourceDocument
from tests import factories as make
from tests.pages.reading import fetch, hrefs, keep

pytestmark = pytest.mark.django_db

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
OF_A_FILM = ("film-detail", "film-storyline", "film-sources", "film-compare")
PASSAGE = re.compile(r"/sources/\d+/#c\d+-\d+")


@pytest.fixture
def _two_films():
    call_command("import_documents", str(DOCUMENTS), verbosity=0)


def addresses():
    """Return the addresses of all pages that lead to passages."""
    films = [reverse(name, args=[film.slug]) for film in Film.objects.all() for name in OF_A_FILM]
    rows = [row for model in (Character, Person, Place) for row in model.objects.all()]
    return [*films, *(row.get_absolute_url() for row in rows), *connections()]


def connections():
    for film in Film.objects.all():
        first, last = film.characters.main_first()[:2]
        yield reverse("connections", query={"film": film.slug, "from": first.slug, "to": last.slug})


def passages(client):
    """Return the addresses of passages to which those of the pages lead that are not kept back."""
    pages = [client.get(address) for address in addresses()]
    shown = [page.content.decode() for page in pages if page.status_code == 200]
    return set(PASSAGE.findall(" ".join(shown)))


def highlighted(client):
    """Return the addresses of the places in the documents, each with the words that it highlights."""
    found = {}
    for document in SourceDocument.objects.all():
        address = document.get_absolute_url()
        for place in fetch(client, address).select(".source-text .at"):
            found[f"{address}#{place['id']}"] = place.find_parent("span").get_text().strip()
    return found


@pytest.mark.usefixtures("_two_films")
@pytest.mark.parametrize("told", ["everything", "until"])
def test_every_link_to_a_passage_finds_its_place_there(client, told):
    assert PlotEvent.objects.exists()
    if told == "until":
        keep(client, show="until", until=5)
    linked, places = passages(client), highlighted(client)
    assert len(linked) > 30
    assert sorted(linked - places.keys()) == []
    assert all(places[address] for address in linked)


def test_logline_leads_to_its_first_sentence(client):
    text = "A pilot takes in a boy. They sail away. Nobody returns."
    bounds = [[0, 23], [24, 39], [40, 55]]
    document = make.SourceDocumentFactory(text=text, sentence_bounds=bounds)
    make.TellingFactory(document=document, kind="logline", start=0, end=39)
    page = fetch(client, document.film.get_absolute_url())
    mark = hrefs(page.select_one("blockquote.lead"))[0]
    assert highlighted(client)[mark] == "A pilot takes in a boy."
