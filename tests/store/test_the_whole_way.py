"""Made-up documents in plain English, through every room from file to export."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films import curation
from films.importing import import_documents
from films.models import Film, Person, Place, Relationship
from films.reading import read_text
from films.vocabulary import RelationshipKind
from tests.store.conftest import exported, writes

pytestmark = pytest.mark.django_db

HARBOUR = """Title: Harbour of Glass
Year: 1987
Director: Ottilie Brandt
Cast: Rosa Calder as Helena, Peter Wynn as Martin

Helena arrives in Lisbon to bury her father. At the funeral she meets her brother Martin, who owns a
small boat. Martin sells the boat and lies to Helena. Helena leaves the city. One night Martin calls
her and confesses. She forgives him.
"""
HARBOUR_TOLD_AGAIN = """Title: Harbour of Glass
Year: 1987
Director: Ottilie Brandt
Cast: Rosa Calder as Helena, Peter Wynn as Martin

Helena arrives in Lisbon to bury her father and meets her brother Martin. Martin sells the boat.
Helena finds the money and burns it.
"""
ORCHARD = """The Orchard Thief is a 2004 film directed by Emil Strand, starring Nadia Petrov.

Nadia steals apples from a farmer. The farmer catches her and hires her. They become friends.
"""


@pytest.fixture(autouse=True)
def toy_reader() -> None:
    """Read English here, not the toy language."""


@pytest.fixture
def documents():
    texts = {"harbour.txt": HARBOUR, "again.txt": HARBOUR_TOLD_AGAIN, "orchard.txt": ORCHARD}
    return [read_text(name, text) for name, text in texts.items()]


def test_documents_become_films_with_people_characters_and_events(documents):
    import_documents(documents)
    film = Film.objects.get(slug="harbour-of-glass-1987")
    assert film.documents.count() == 2
    helena = film.characters.get(name="Helena")
    assert [row.credit.person.name for row in helena.portrayals.all()] == ["Rosa Calder"]
    arrival = film.events.in_story_order().first()
    assert "arrives" in arrival.summary
    assert arrival.mentions.count() == 2


def test_importing_twice_writes_nothing(documents):
    import_documents(documents)
    before = exported()
    with CaptureQueriesContext(connection) as queries:
        import_documents(documents)
    assert len(queries) > 0
    assert writes(queries) == []
    assert exported() == before


def test_the_order_of_documents_does_not_matter(documents):
    import_documents(documents)
    forwards = exported()
    for model in (Film, Person, Place):
        model.objects.all().delete()
    import_documents(reversed(documents))
    assert exported() == forwards


def test_four_decisions_of_an_editor_stand_when_all_is_read_again(documents, monkeypatch):
    import_documents(documents)
    film = Film.objects.get(slug="harbour-of-glass-1987")
    helena, martin = (film.characters.get(name=name) for name in ("Helena", "Martin"))
    film.title, helena.name = "The Glass Harbour", "Helena of Lisbon"
    for row, field in ((film, "title"), (helena, "name")):
        curation.record_edit(row, [field])
        row.save()
    curation.record_removal(film.events.get(summary__contains="forgives"))
    added = Relationship(subject=helena, kind=RelationshipKind.ENEMY, object=martin)
    curation.record_addition(added)
    added.save()
    curation.refresh_after(film)
    decided = exported()
    monkeypatch.setattr("films.importing.documents.EXTRACTION_VERSION", 1_000_000)
    import_documents(documents)
    assert exported() == decided
