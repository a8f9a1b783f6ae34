"""A small made-up store, indexed once for all tests that only look things up."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.models import Film, Person, Place
from films.search import index_film
from films.vocabulary import Fact, Job, NameKind, PassageKind
from tests import factories as make

LOGLINE = "A ferrywoman who never sleeps must choose between two brothers."


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    """Two films that stand while a module only looks things up, and are gone after it."""
    with django_db_blocker.unblock():
        films = [make_river(), make_star()]
        index_film(film.pk for film in films)
        yield films
        for model in (Film, Person, Place):
            model.objects.all().delete()
        for model in apps.get_app_config("films").get_models():
            if model.__name__.startswith("Historical"):
                model.objects.all().delete()


def make_river() -> Film:
    film = make.FilmFactory(title="Salt and Ember", year=1987, slug="salt-and-ember-1987", document_count=3)
    make.StatementFactory(film=film, fact=Fact.ORIGINAL_TITLE, value="Sel et braise")
    place = make.PlaceFactory(name="Port-Maurel")
    make.SettingFactory(film=film, place=place)
    director = make.PersonFactory(name="Zdzisława Øyelund")
    make.CreditFactory(film=film, person=director, job=Job.DIRECTOR)
    actor = make.PersonFactory(name="Mathijs Vandrenaert")
    make.PersonNameFactory(person=actor, text="Matthijs Vandrenaert")
    credit = make.CreditFactory(film=film, person=actor, billing=1, role="Orrin")
    orrin = make.CharacterFactory(film=film, name="Orrin", prominence=40)
    for name, kind in (("Aldous van Rheen", NameKind.FULL), ("Aldous", NameKind.FIRST)):
        make.CharacterNameFactory(character=orrin, text=name, kind=kind)
    make.PortrayalFactory(character=orrin, credit=credit)
    make.CharacterFactory(film=film, name="Éloïse", prominence=30)
    make.CharacterFactory(film=film, name="Brigid O’Hanlow", prominence=12)
    text = (
        f"{LOGLINE}\nThe boy falls through the ice of a frozen lake. "
        "Éloïse loses both legs in Port-Maurel. Orrin was punching the ice."
    )
    bounds = [list(sentence.span()) for sentence in re.finditer(r"[^\n ][^.]*[.]", text)]
    document = make.SourceDocumentFactory(film=film, text=text, sentence_bounds=bounds)
    make.TellingFactory(document=document, kind=PassageKind.LOGLINE, end=len(LOGLINE))
    telling = make.TellingFactory(document=document, start=len(LOGLINE) + 1)
    sentences = {
        "Sami nearly drowns.": "The boy falls through the ice of a frozen lake.",
        "Éloïse is hurt.": "Éloïse loses both legs in Port-Maurel.",
        "Orrin saves the boy.": "Orrin was punching the ice.",
    }
    for summary, quote in sentences.items():
        happening = make.PlotEventFactory(
            film=film, summary=summary, place=place if "Port" in quote else None
        )
        make.EventMentionFactory(event=happening, telling=telling, quote=quote, trigger=quote.split()[1])
    make.ParticipationFactory(event=happening, character=orrin)
    return film


def make_star() -> Film:
    film = make.FilmFactory(title="Moon Harrow: The Spider-Warden", year=2003, slug="moon-harrow-2003")
    make.CreditFactory(film=film, person=make.PersonFactory(name="Mathijs Sonder"), billing=1)
    make.CharacterFactory(film=film, name="Eloise Quarn", prominence=3)
    make.CharacterFactory(film=film, name="the lamplighter", is_named=False, prominence=2)
    make.CreditFactory(film=film, person=None, credited_as="Teodora Brusk", job=Job.WRITER)
    return film


@pytest.fixture
def connection_queries():
    """Give a context in which queries are collected: `with connection_queries() as queries`."""
    return lambda: CaptureQueriesContext(connection)
