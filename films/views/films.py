"""Films: the list, one at a glance, its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import FilmFilter
from films.models import (
    Character,
    Citation,
    Film,
    PlotEvent,
    Relationship,
    Setting,
    Telling,
)
from films.models.documents import SourceDocumentQuerySet
from films.models.limits import EVERYTHING, SpoilerLimits
from films.views import _linked_data
from films.views._facts import fact_lines
from films.views._film_credits import give_credits
from films.views._limits import Readable, limits_of
from films.views._listing import listed_page
from films.views._moments import Story, story_of
from films.views._namesakes import fellows_apart
from films.views._sentences import Sentence
from films.views._shared import (
    CreditLine,
    NumberedSource,
    json_list,
    json_twin,
    listing,
    number_sources,
)
from films.views._shown_film import shown_film
from films.vocabulary import Job, PassageKind
from films.wording import relationship_word

RELATIONSHIPS_SHOWN = 40
CHARACTERS_SHOWN = 30
UNNAMED_SHOWN = 8
# The telling that says in a line what a film is about.
LEAD = (
    Telling.objects.filter(document__film=OuterRef("pk"), kind=PassageKind.LOGLINE)
    .with_words()
    .order_by("document__name", "start")
    .values(
        lead=JSONObject(pk="pk", document_id="document_id", start="start", end="end", words="words"),
    )[:1]
)


@dataclass(frozen=True, slots=True)
class RelationshipLine:
    """What someone is to others: "father" of these, each with its evidence."""

    subject: Character
    word: str
    rows: tuple[Relationship, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document with the tellings it holds."""

    source: NumberedSource
    tellings: tuple[Telling, ...]


def film_list(request: HttpRequest) -> HttpResponse:
    return render(request, "films/film_list.html", listing(*_listed(request)))


def film_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda film: _film_item(request, film))


def film_detail(request: HttpRequest, slug: str) -> HttpResponse:
    limits = limits_of(request)
    films = Film.objects.with_telling_count().annotate(lead=Subquery(LEAD))
    film = get_object_or_404(films.for_detail_page(Setting.objects.known(limits)), slug=slug)
    film.give_kinds()
    story = story_of(film, limits)
    played = give_credits(film, story.callings.characters, limits)
    sources = film_sources_by_id(film, limits)
    lead = _lead(film, sources, limits)
    relationships = _relationships(film, story.callings.characters, limits)
    Citation.objects.give_to(
        statement=film.statements.all(),
        credit=film.credits.all(),
        portrayal=[row for credit in film.credits.all() for row in credit.portrayals.all()],
        setting=film.settings.all(),
        relationship=relationships,
    )
    unplayed = [one for one in story.callings.characters.values() if one.pk not in played]
    context = {
        "film": film,
        "sources": sources,
        "lead": lead,
        "lead_source": sources[lead.document_id] if lead else None,
        "facts": fact_lines(film),
        "cast": cast_lines(film),
        "relationships": _relationship_lines(relationships),
        "unplayed": fellows_apart([one for one in unplayed if one.is_named][:CHARACTERS_SHOWN]),
        "unnamed": fellows_apart([one for one in unplayed if not one.is_named][:UNNAMED_SHOWN]),
        "events": _in_short(story),
        "until": story.further,
        "limit": limits.of(film.pk),
        "linked_data": _linked_data.movie(film, request),
    }
    return render(request, "films/film_detail.html", context)


def _in_short(story: Story) -> list[tuple[PlotEvent, Sentence]]:
    """Return the story's key events, the same that its own page shows."""
    return [(event, story.callings.sentence(event)) for event in story.worded(story.keys())]


def film_detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    return json_twin(shown_film(get_object_or_404(Film, slug=slug), limits_of(request)))


def film_sources(request: HttpRequest, slug: str) -> HttpResponse:
    film = get_object_or_404(Film.objects.with_telling_count(), slug=slug)
    return render(
        request,
        "films/film_sources.html",
        {
            "film": film,
            "lines": _source_lines(film),
            "limit": limits_of(request).of(film.pk),
        },
    )


def film_sources_json(request: HttpRequest, slug: str) -> JsonResponse:
    film = get_object_or_404(Film, slug=slug)
    sources = [_source_item(request, line) for line in _source_lines(film)]
    return json_twin({"film": film.slug, "title": film.title, "sources": sources})


def _source_lines(film: Film) -> list[SourceLine]:
    tellings = list(Telling.objects.of(film).with_event_count())
    return [
        SourceLine(source, tuple(telling for telling in tellings if telling.document_id == document))
        for document, source in number_sources(_documents(film).with_size()).items()
    ]


def _source_item(request: HttpRequest, line: SourceLine) -> dict[str, Any]:
    document: Any = line.source.document  # with its size
    tellings: tuple[Any, ...] = line.tellings  # with their number of events
    return {
        "number": line.source.number,
        "name": document.name,
        "title": line.source.heading,
        "source": document.source or None,
        "characters": document.characters,
        "imported_at": document.imported_at.isoformat(),
        "tellings": [
            {"kind": row.kind, "start": row.start, "end": row.end, "events": row.event_count}
            for row in tellings
        ],
        "url": request.build_absolute_uri(document.get_absolute_url()),
    }


def _documents(film: Film, limits: SpoilerLimits = EVERYTHING) -> SourceDocumentQuerySet:
    """Return the film's documents in the order of their names; with sentences where some may be hidden."""
    documents = film.documents.without_text(with_sentences=limits.of(film.pk) is not None)
    return documents.with_heading().order_by("name", "pk")


def film_sources_by_id(film: Film, limits: SpoilerLimits) -> dict[int, NumberedSource]:
    """Return the film's documents as every page of the film numbers them."""
    return number_sources(_documents(film, limits))


def cast_lines(film: Film) -> list[CreditLine]:
    return [CreditLine.of(credit) for credit in film.credits.all() if credit.job == Job.CAST]


def _listed(request: HttpRequest) -> tuple[FilmFilter, Page]:
    films = Film.objects.with_facet_values().for_list_page()
    chosen = FilmFilter(request.GET, queryset=films, limits=limits_of(request))
    return chosen, listed_page(chosen, request)


def _film_item(request: HttpRequest, film: Any) -> dict[str, Any]:
    return {
        "slug": film.slug,
        "title": film.title,
        "title_is_provisional": film.is_title_provisional,
        "year": film.year,
        "directors": [credit.credited_as for credit in film.directors],
        "genres": [genre.name for genre in film.listed_genres],
        "countries": [country.name for country in film.listed_countries],
        "documents": film.document_count,
        "events": film.event_count,
        "url": request.build_absolute_uri(film.get_absolute_url()),
    }


def _relationships(
    film: Film, characters: Mapping[int, Character], limits: SpoilerLimits
) -> list[Relationship]:
    """Return the relationships between named characters; where there are none, those of the others."""
    shown = list(Relationship.objects.within(film).known(limits)[:RELATIONSHIPS_SHOWN])
    for row in shown:
        row.subject, row.object = characters[row.subject_id], characters[row.object_id]
    between_named = [row for row in shown if row.subject.is_named and row.object.is_named]
    return between_named or shown


def _relationship_lines(relationships: Iterable[Relationship]) -> list[RelationshipLine]:
    """Return a line for each that someone is to others, so that nobody is named again and again."""
    lines: dict[tuple[int, str], list[Relationship]] = {}
    for row in relationships:
        word = relationship_word(row.kind, row.subject.gender)
        lines.setdefault((row.subject_id, word), []).append(row)
    return [RelationshipLine(rows[0].subject, word, tuple(rows)) for (_, word), rows in lines.items()]


def _stated_lead(film: Any) -> Telling | None:
    if film.lead is None:
        return None
    lead: Any = Telling(**{name: value for name, value in film.lead.items() if name != "words"})
    lead.words = film.lead["words"]
    return lead


def _lead(film: Film, sources: Mapping[int, NumberedSource], limits: SpoilerLimits) -> Telling | None:
    """Return what says in a line what the film is about, unless it tells too much."""
    lead = _stated_lead(film)
    if lead is None:
        return None
    readable = Readable.of([sources[lead.document_id].document], limits)
    return lead if readable.is_whole(lead.document_id, lead.start, lead.end) else None
