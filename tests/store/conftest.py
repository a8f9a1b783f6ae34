"""Made-up documents, and a reader that understands them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from films import curation
from films.export import export_films
from films.importing import ImportReport, import_documents
from films.models import Character, Film, Person, Place
from films.models.sort_keys import sort_key, sort_keys_of
from films.reading.document import Document
from tests.store import toy

WRITES = ("INSERT", "UPDATE", "DELETE")

EMBER = """Title: The Ember Tide
Year: 1994
Director: Ida Holm
Cast: Una Reyes as Mara, Jon Pell as Tom

Mara leaves Port Ember. Mara meets Tom in Lower Vale. Tom is the brother of Mara. Tom sells the boat.
Mara finds Quill. The ferryman follows. Quill burns the boat.
"""
EMBER_AGAIN = """Title: The Ember Tide
Year: 1994
Director: Ida Holm
Cast: Una Reyes as Mara, Jon Pell as Tom

Mara Venn meets Tom in Lower Vale. Tom sells the boat. Dunya saves Mara. Quill is the friend of Dunya.
"""
WOOD = """Title: A Wood in Winter
Year: 2003
Director: Bo Lindt
Cast: Una Reyes as Ilse

Ilse loses Oskar. Oskar finds Ilse in Lower Vale.
"""


@pytest.fixture(autouse=True)
def toy_reader(monkeypatch) -> None:
    """Read the toy language instead of English."""
    monkeypatch.setattr("films.extraction.extract.extract_all", toy.read_toys)


@pytest.fixture
def ember() -> Document:
    return toy.document("ember.txt", EMBER)


@pytest.fixture
def ember_again() -> Document:
    return toy.document("ember-again.txt", EMBER_AGAIN)


@pytest.fixture
def wood() -> Document:
    return toy.document("wood.txt", WOOD)


@pytest.fixture
def film(db, ember) -> Film:
    """The film of one document, imported."""
    import_documents([ember])
    return Film.objects.get()


@pytest.fixture
def read_again(monkeypatch) -> Callable[..., ImportReport]:
    """Import documents as if the reader had been improved since, so that all are read again."""

    def read(*documents: Document) -> ImportReport:
        numbers = iter(range(1_000, 2_000))
        number = getattr(read, "number", next(numbers))
        read.number = number + 1
        monkeypatch.setattr("films.importing.documents.EXTRACTION_VERSION", number)
        return import_documents(documents)

    return read


@pytest.fixture
def counts_hold(db) -> Iterator[None]:
    """See in the end that all have as many films and events as is noted of them, and stand by their names."""
    yield
    for row in Person.objects.annotate(films=Count("credits__film", distinct=True)):
        assert row.film_count == row.films, row
    for row in Place.objects.annotate(
        films=Count("settings__film", distinct=True), told=Count("events", distinct=True)
    ):
        assert (row.film_count, row.event_count) == (row.films, row.told), row
    for model in (Film, Person, Character, Place):
        for key in sort_keys_of(model):
            for row in model.objects.all():
                assert getattr(row, key.name) == sort_key(getattr(row, key.of), key.of), row


def writes(queries: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in queries if query["sql"].lstrip().startswith(WRITES)]


def edit(row: Any, **values: Any) -> Any:
    """Change a row as the admin does."""
    for name, value in values.items():
        setattr(row, name, value)
    curation.record_edit(row, list(values))
    row.save()
    curation.refresh_after(row)
    return row


def object_of(film: Film) -> dict[str, Any]:
    """Return what is exported of the film now."""
    return next(export_films(Film.objects.filter(pk=film.pk)))


def exported() -> list[dict[str, Any]]:
    return list(export_films(Film.objects.all()))
