"""Characters: the list, and one with names, actors, relationships and own timeline."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.filters import CharacterFilter
from films.models import Character, CharacterName, Citation, PlotEvent, Relationship
from films.models.base import give_related
from films.models.characters import CharacterQuerySet
from films.models.documents import give_citations
from films.models.events import EVENTS_PER_PAGE
from films.models.kept_queries import KeptQuery
from films.models.limits import EVERYTHING, SpoilerLimits
from films.views import _linked_data
from films.views._character_story import ending, met_by, own_story, places_of
from films.views._film_rows import film_sources_by_id
from films.views._limits import HiddenBySpoilerLimit, Readable, limits_of
from films.views._listing import listed_page
from films.views._moments import Story, story_of
from films.views._namesakes import fellows_apart
from films.views._passages import Evidence, Passages, Said
from films.views._shared import (
    NumberedSource,
    first_or_404,
    json_list,
    json_twin,
    listing,
    page_links,
    page_of,
    site_of,
)
from films.wording import relationship_word

MET_SHOWN = 12
NAMES_SHOWN = 12
OTHERS_OFFERED = 200


@dataclass(frozen=True, slots=True)
class NameUse:
    """How often a document says a name, and where first."""

    text: str
    count: int
    first: Citation


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The names a document uses, the commonest first."""

    source: NumberedSource
    names: tuple[NameUse, ...]
    further: int  # names not shown


@dataclass(frozen=True, slots=True)
class Tie:
    """What the character is to another: `words` of `other`."""

    words: str
    other: Character
    evidence: tuple[Citation, ...]
    is_by_editor: bool


@dataclass(frozen=True, slots=True)
class QuotedTies:
    """What one sentence says, or an editor, that the character is to others."""

    of_whom: dict[str, tuple[Character, ...]]  # by what the character is to them
    said: Said | None
    evidence: tuple[Citation, ...]
    is_by_editor: bool

    @classmethod
    def of(cls, ties: Sequence[Tie], said: Said | None) -> "QuotedTies":
        of_whom: dict[str, tuple[Character, ...]] = {}
        for tie in ties:
            of_whom[tie.words] = (*of_whom.get(tie.words, ()), tie.other)
        evidence = tuple(citation for tie in ties for citation in tie.evidence)
        return cls(of_whom, said, evidence, any(tie.is_by_editor for tie in ties))


def character_list(request: HttpRequest) -> HttpResponse:
    return render(request, "films/character_list.html", listing(*_listed(request)))


def character_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda character: _item(request, character))


def character_detail(request: HttpRequest, film: str, slug: str) -> HttpResponse:
    limits = limits_of(request)
    character = _character(film, slug, limits)
    story = _story(character, limits)
    sources = film_sources_by_id(character.film, limits)
    readable = Readable.of([source.document for source in sources.values()], limits)
    page = page_of(story.of(character), request, EVENTS_PER_PAGE)
    context = {
        "character": character,
        "film": character.film,
        "sources": sources,
        "ties": _quoted(_ties(character), sources, readable),
        "other_names": [name for name in character.names.all() if name.text != character.name],
        "groups": list(character.groups.all()),
        "members": list(character.members.all()),
        "names_by_source": _names_by_source(character, sources, readable),
        "page": page,
        "page_links": page_links(page),
        "story": own_story(character, story, page),
        "until": story.further,
        "places": places_of(character, story),
        "others": fellows_apart(_others(character, story)),
        "met": fellows_apart(met_by(character, story)[:MET_SHOWN]),
        "limit": limits.of(character.film_id),
        "linked_data": _linked_data.character(character, site_of(request)),
    }
    return render(request, "films/character_detail.html", context)


def character_detail_json(request: HttpRequest, film: str, slug: str) -> JsonResponse:
    limits = limits_of(request)
    character = _character(film, slug, limits)
    story = _story(character, limits)
    events = story.worded(story.of(character))
    fate = ending(character, story)
    documents = character.film.documents.without_text(with_sentences=limits.is_any).in_bulk()
    readable = Readable.of(documents.values(), limits)
    return json_twin(
        _item(request, character)
        | {
            "names": [{"text": name.text, "kind": name.kind} for name in character.names.all()],
            "relationships": [{"is": tie.words, "of": tie.other.slug} for tie in _ties(character)],
            "events": [_event(event) for event in events],
            "fate": [event.key for event in events if event.pk in fate],
            "citations": [
                {
                    "document": documents[row.document_id].name,
                    "start": row.start,
                    "end": row.end,
                    "text": row.words,
                }
                for row in _naming(character, readable)
            ],
        }
    )


def _characters(film: str, slug: str, limits: SpoilerLimits = EVERYTHING) -> CharacterQuerySet:
    return Character.objects.with_actors(limits).filter(film__slug=film, slug=slug)


CHARACTER = KeptQuery(_characters)
NAMING = KeptQuery(Citation.objects.naming)


def _character(film_slug: str, slug: str, limits: SpoilerLimits) -> Character:
    found = list(_characters(film_slug, slug, limits)) if limits.is_any else CHARACTER(film_slug, slug)
    character: Character = first_or_404(found)
    if not limits.allows(character.film_id, character.known_from):
        raise HiddenBySpoilerLimit(character.film)
    character.give_ties(limits)
    ties = [*character.relationships.all(), *character.inverse_relationships.all()]
    give_citations(portrayal=character.portrayals.all(), relationship=ties)
    return character


def _others(character: Character, story: Story) -> list[Character]:
    """Return those of the film to whom the character may be connected."""
    named = (one for one in story.callings.characters.values() if one.is_named and one != character)
    return sorted(named, key=lambda one: (one.name, one.pk))[:OTHERS_OFFERED]


def _story(character: Character, limits: SpoilerLimits) -> Story:
    """Return the film's story, and give the character the names that it knows."""
    story = story_of(character.film, limits)
    names = (CharacterName(text=text, kind=kind) for text, kind in story.callings.names[character.pk])
    give_related(character, "names", names)
    return story


def _naming(character: Character, readable: Readable) -> list[Any]:
    """Return where the character is named, as far as the reader wants to be told."""
    return [row for row in NAMING(character.pk) if readable.at(row.document_id, row.start)]


def _listed(request: HttpRequest) -> tuple[CharacterFilter, Page]:
    limits = limits_of(request)
    characters = Character.objects.known(limits).with_facet_values().with_actors(limits)
    chosen = CharacterFilter(request.GET, queryset=characters, limits=limits)
    return chosen, listed_page(chosen, request)


def _names_by_source(
    character: Character, sources: dict[int, NumberedSource], readable: Readable
) -> list[SourceNames]:
    by_document: dict[int, list[Citation]] = {}
    for citation in _naming(character, readable):
        by_document.setdefault(citation.document_id, []).append(citation)
    return [
        _source_names(source, _name_uses(by_document[document]))
        for document, source in sources.items()
        if document in by_document
    ]


def _source_names(source: NumberedSource, names: tuple[NameUse, ...]) -> SourceNames:
    return SourceNames(source, names[:NAMES_SHOWN], max(len(names) - NAMES_SHOWN, 0))


def _name_uses(citations: Iterable[Any]) -> tuple[NameUse, ...]:
    first: dict[str, Citation] = {}
    counts: Counter[str] = Counter()
    for citation in citations:
        words = " ".join(citation.words.split())
        first.setdefault(words, citation)
        counts[words] += 1
    return tuple(NameUse(words, count, first[words]) for words, count in counts.most_common())


def _item(request: HttpRequest, character: Character) -> dict[str, Any]:
    cast = [portrayal.credit for portrayal in character.portrayals.all()]
    return {
        "film": character.film.slug,
        "key": character.slug,
        "name": character.name,
        "named": character.is_named,
        "kind": character.kind,
        "gender": character.gender or None,
        "played_by": [credit.person.name if credit.person else credit.credited_as for credit in cast],
        "url": request.build_absolute_uri(character.get_absolute_url()),
    }


def _ties(character: Character) -> list[Tie]:
    """Return what the character is to others, whichever way round the store keeps it."""
    own = (_tie(row, character, row.object) for row in character.relationships.all())
    inverse = (_tie(row, character, row.subject) for row in character.inverse_relationships.all())
    return sorted((*own, *inverse), key=lambda tie: (-tie.other.prominence, tie.other.name))


def _quoted(ties: Iterable[Tie], sources: dict[int, NumberedSource], readable: Readable) -> list[QuotedTies]:
    """Return the ties with the sentences that say so; a sentence that says several stands once."""
    evidence = [(tie, [Evidence.of(citation) for citation in tie.evidence]) for tie in ties]
    passages = Passages.of([rows for _, rows in evidence], sources, readable)
    by_sentence: dict[str | int, list[Tie]] = {}
    said: dict[str | int, Said | None] = {}
    for number, (tie, rows) in enumerate(evidence):
        words = passages.said(rows)
        key = words.url if words else number
        said.setdefault(key, words)
        by_sentence.setdefault(key, []).append(tie)
    return [QuotedTies.of(those, said[key]) for key, those in by_sentence.items()]


def _tie(row: Relationship, character: Character, other: Character) -> Tie:
    word = relationship_word(row.kind, character.gender, is_inverse=row.object_id == character.pk)
    return Tie(word, other, tuple(row.citations.all()), row.is_edited)


def _event(event: PlotEvent) -> dict[str, Any]:
    return {
        "key": event.key,
        "order": event.order,
        "summary": event.summary,
        "place": (event.place.name if event.place else event.place_as_told) or None,
        "time": event.time_as_told or None,
    }
