"""The rows of one film that several of its pages show, each table asked once."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from films.models import Film, Setting, SourceDocument, Telling
from films.models.base import give_related
from films.models.documents import SourceDocumentQuerySet
from films.models.films import give_genres_and_countries
from films.models.kept_queries import KeptQuery
from films.models.limits import SpoilerLimits
from films.views._shared import NumberedSource, first_or_404, number_sources
from films.vocabulary import PassageKind

# The telling that says in a line what a film is about.
LEAD = (
    Telling.objects.filter(document__film=OuterRef("pk"), kind=PassageKind.LOGLINE)
    .with_words()
    .order_by("document__name", "start")
    .values(
        lead=JSONObject(pk="pk", document_id="document_id", start="start", end="end", words="words"),
    )[:1]
)


def documents_of(film_id: int, *, with_sentences: bool = False) -> SourceDocumentQuerySet:
    """Return the film's documents in the order of their names."""
    documents = SourceDocument.objects.filter(film=film_id).without_text(with_sentences=with_sentences)
    return documents.with_heading().order_by("name", "pk")


def _settings_of(film_id: int) -> QuerySet[Setting]:
    return Setting.objects.filter(film=film_id).select_related("place").order_by("place__name", "pk")


FILM = KeptQuery(
    lambda slug: Film.objects.with_telling_count().annotate(lead=Subquery(LEAD)).filter(slug=slug)
)
DOCUMENTS = KeptQuery(documents_of)
SETTINGS = KeptQuery(_settings_of)


def film_at(slug: str, limits: SpoilerLimits) -> Any:
    """Return the film with its kinds, its statements, the places that may be told, and `lead`."""
    film: Film = first_or_404(FILM(slug))
    give_genres_and_countries([film])
    film.give_statements()
    settings = _settings_of(film.pk).filter(limits.allowed()) if limits.is_any else SETTINGS(film.pk)
    give_related(film, "settings", settings)
    return film


def film_sources_by_id(film: Film, limits: SpoilerLimits) -> dict[int, NumberedSource]:
    """Return the film's documents as its pages number them; with sentences where some may be hidden."""
    is_whole = limits.of(film.pk) is None
    return number_sources(DOCUMENTS(film.pk) if is_whole else documents_of(film.pk, with_sentences=True))
