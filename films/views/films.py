"""Films: the list, one at a glance, its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import FilmFilter
from films.models import (
    Character,
    Film,
    PlotEvent,
    Relationship,
    Telling,
)
from films.models.base import give_row, given
from films.models.documents import give_citations
from films.models.kept_queries import KeptQuery
from films.models.limits import SpoilerLimits
from films.views import _linked_data
from films.views._facts import fact_lines, title_of
from films.views._film_credits import give_credits
from films.views._film_lines import give_directors, give_kinds
from films.views._film_rows import documents_of, film_at, film_sources_by_id
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
    site_of,
)
from films.views._shown_film import shown_film
from films.vocabulary import Job
from films.wording import relationship_word

RELATIONSHIPS_SHOWN = 40
CHARACTERS_SHOWN = 30
UNNAMED_SHOWN = 8
RELATIONSHIPS = KeptQuery(lambda film: Relationship.objects.within(film)[:RELATIONSHIPS_SHOWN])


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
    film = film_at(slug, limits)
    story = story_of(film, limits)
    played = give_credits(film, story.callings.characters, limits)
    sources = film_sources_by_id(film, limits)
    lead = _lead(film, sources, limits)
    relationships = _relationships(film, story.callings.characters, limits)
    give_citations(
        statement=given(film, "statements"),
        credit=given(film, "credits"),
        portrayal=[row for credit in given(film, "credits") for row in given(credit, "portrayals")],
        setting=given(film, "settings"),
        relationship=relationships,
    )
    unplayed = [one for one in story.callings.characters.values() if one.pk not in played]
    context = {
        "film": film,
        "sources": sources,
        "lead": lead,
        "lead_source": sources[lead.document_id] if lead else None,
        "title": title_of(film),
        "facts": fact_lines(film),
        "cast": cast_lines(film),
        "has_characters": bool(story.callings.characters),
        "relationships": _relationship_lines(relationships),
        "unplayed": fellows_apart([one for one in unplayed if one.is_named][:CHARACTERS_SHOWN]),
        "unnamed": fellows_apart([one for one in unplayed if not one.is_named][:UNNAMED_SHOWN]),
        "events": _in_short(story),
        "until": story.further,
        "limit": limits.of(film.pk),
        "linked_data": _linked_data.movie(film, site_of(request)),
    }
    return render(request, "films/film_detail.html", context)


def _in_short(story: Story) -> list[tuple[PlotEvent, Sentence]]:
    """Return the few of the story's key events that matter most; its own page shows the others, too."""
    return [(event, story.callings.sentence(event)) for event in story.worded(story.in_short())]


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
        for document, source in number_sources(documents_of(film.pk).with_size()).items()
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


def cast_lines(film: Film) -> list[CreditLine]:
    return [CreditLine.of(credit) for credit in given(film, "credits") if credit.job == Job.CAST]


def _listed(request: HttpRequest) -> tuple[FilmFilter, Page]:
    queryset = Film.objects.with_facet_values()
    chosen = FilmFilter(request.GET, queryset=queryset, limits=limits_of(request))
    page = listed_page(chosen, request)
    films = list(page.object_list)
    give_directors(films)
    give_kinds(films)
    return chosen, page


def _film_item(request: HttpRequest, film: Any) -> dict[str, Any]:
    return {
        "slug": film.slug,
        "title": film.title,
        "title_is_provisional": film.is_title_provisional,
        "year": film.year,
        "directors": [director.credited_as for director in film.directors],
        "genres": film.listed_genres,
        "countries": film.listed_countries,
        "documents": film.document_count,
        "events": film.event_count,
        "url": request.build_absolute_uri(film.get_absolute_url()),
    }


def _relationships(
    film: Film, characters: Mapping[int, Character], limits: SpoilerLimits
) -> list[Relationship]:
    """Return the relationships between named characters; where there are none, those of the others."""
    if limits.is_any:
        shown = list(Relationship.objects.within(film.pk).known(limits)[:RELATIONSHIPS_SHOWN])
    else:
        shown = RELATIONSHIPS(film.pk)
    for row in shown:
        give_row(row, "subject", characters[row.subject_id])
        give_row(row, "object", characters[row.object_id])
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
