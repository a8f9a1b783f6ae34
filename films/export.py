"""Everything known of a film as one plain object: the public export and the `.json` twin of its page.

Lists stand in an order that does not depend on row ids, so that exporting twice gives the same bytes.
"""

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import F, Model, QuerySet

from films.models import (
    Character,
    Citation,
    Credit,
    EventMention,
    Film,
    PlotEvent,
    Portrayal,
    Relationship,
    Setting,
    SourceDocument,
    Statement,
)
from films.models.base import fetched, give_related, given
from films.models.documents import SourceDocumentQuerySet, give_citations
from films.models.films import STATEMENTS, give_genres_and_countries
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.vocabulary import Fact, Job, NameKind, Rank, Role

SCHEMA = "filmkb.film/1"
CHUNK = 100  # films held in memory at a time
JOB_ORDER = {job: number for number, job in enumerate(Job)}
FACT_ORDER = {fact: number for number, fact in enumerate(Fact)}
RANK_ORDER = {rank: number for number, rank in enumerate(Rank)}
ROLE_ORDER = {role: number for number, role in enumerate(Role)}


def _documents(films: Iterable[int], *, with_sentences: bool = False) -> SourceDocumentQuerySet:
    documents = SourceDocument.objects.filter(film__in=Ids(films)).with_size()
    return documents.without_text(with_sentences=with_sentences).order_by()


# Of films by their ids; who takes part comes as `people`, with the role of each.
DOCUMENTS = KeptQuery(_documents)
CALLED = KeptQuery(
    lambda films: Character.objects.filter(film__in=Ids(films)).once_a_name().defer("origin", "edited_fields")
)
EVENTS = KeptQuery(
    lambda films: (
        PlotEvent.objects.filter(film__in=Ids(films))
        .select_related("place")
        .only("film", "key", "order", "summary", "place__name", "place_as_told", "time_as_told")
        .annotate(who=F("participations__character"), role=F("participations__role"))
        .order_by()
    ),
    parts="people",
)
SENTENCE_AND_TRIGGER = ("sentence_start", "sentence_end", "trigger", "trigger_start", "trigger_end")
MENTIONS = KeptQuery(
    lambda films: (
        EventMention.objects.filter(event__film__in=Ids(films))
        .select_related("telling")
        .only("event", *SENTENCE_AND_TRIGGER, "telling__document", "telling__start")
        .annotate(who=F("participants__character"), role=F("participants__role"))
        .order_by()
    ),
    parts="people",
)
CREDITS_AND_PARTS = KeptQuery(
    lambda films: (
        Credit.objects.filter(film__in=Ids(films))
        .select_related("person")
        .only("film", "job", "credited_as", "billing", "role", "person__name")
        .annotate(part=F("portrayals"), who=F("portrayals__character"))
        .order_by()
    ),
    parts="parts",
)
RELATIONSHIPS = KeptQuery(lambda films: Relationship.objects.filter(subject__film__in=Ids(films)).order_by())
SETTINGS = KeptQuery(
    lambda films: (
        Setting.objects.filter(film__in=Ids(films))
        .select_related("place")
        .only("film", "known_from", "place__name")
        .order_by()
    )
)


def export_films(films: QuerySet[Film]) -> Generator[dict[str, Any]]:
    """Yield the object of each film, by slug, with a bounded number of queries for every hundred films."""
    rows = films.order_by("slug").iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        give_story(chunk)
        give_facts(chunk)
        for film in chunk:
            yield film_object(film)


def film_object(film: Film) -> dict[str, Any]:
    """Return the object of a film that was given its story and the facts."""
    return _FilmRows.of(film).as_object()


def film_events(film: Film) -> list[dict[str, Any]]:
    """Return the events of the same object; the story is enough for them."""
    return _FilmRows.of(film).events()


def give_story(films: Collection[Any], *, with_sentences: bool = False) -> None:
    """Give films their documents, characters and events; `called` are the characters `once_a_name`."""
    ids = [film.pk for film in films]
    _give(films, "documents", _documents(ids, with_sentences=True) if with_sentences else DOCUMENTS(ids))
    called = CALLED(ids)
    _give(films, "characters", {row.pk: row for row in called}.values())
    by_film = _grouped(called, "film_id")
    for film in films:
        film.called = by_film[film.pk]
    events = EVENTS(ids)
    _give(films, "events", events)
    _give(events, "mentions", MENTIONS(ids), of="event_id")


def give_facts(films: Collection[Film]) -> None:
    """Give films that have their story all the rest, and the citations."""
    ids = [film.pk for film in films]
    characters = [row for film in films for row in given(film, "characters")]
    statements, settings, relationships = STATEMENTS(ids), SETTINGS(ids), RELATIONSHIPS(ids)
    credits_ = CREDITS_AND_PARTS(ids)
    for credit in credits_:
        give_related(credit, "portrayals", (_portrayal(credit, *part) for part in credit.parts))
    give_genres_and_countries(films)
    _give(films, "statements", statements)
    _give(films, "settings", settings)
    _give(films, "credits", credits_)
    _give(characters, "relationships", relationships, of="subject_id")
    give_citations(
        statement=statements,
        credit=credits_,
        portrayal=[row for credit in credits_ for row in given(credit, "portrayals")],
        character=characters,
        relationship=relationships,
        setting=settings,
    )


def _give(rows: Iterable[Model], name: str, related: Iterable[Any], *, of: str = "film_id") -> None:
    """Give each row those of the related ones that have its id."""
    found = _grouped(related, of)
    for row in rows:
        give_related(row, name, found[row.pk])


def _grouped(rows: Iterable[Any], key: str) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


@dataclass(frozen=True, slots=True)
class _FilmRows:
    """A film whose rows are all in memory, with what leads from their ids to public keys."""

    film: Film
    documents: dict[int, SourceDocument]
    characters: dict[int, Character]  # the main ones first
    called: Mapping[int, list[Any]]  # the same characters, each `once_a_name`

    @classmethod
    def of(cls, film: Any) -> "_FilmRows":
        documents = _by(given(film, "documents"), lambda row: (row.name, row.source))
        characters = _by(given(film, "characters"), lambda row: (-row.prominence, row.name, row.slug))
        return cls(
            film,
            {row.pk: row for row in documents},
            {row.pk: row for row in characters},
            _grouped(film.called, "pk"),
        )

    def as_object(self) -> dict[str, Any]:
        film = self.film
        return {
            "schema": SCHEMA,
            "slug": film.slug,
            "title": film.title,
            "title_is_provisional": film.is_title_provisional,
            "original_title": film.original_title or None,
            "year": film.year,
            "runtime_minutes": film.runtime_minutes,
            "genres": sorted(genre.name for genre in given(film, "genres")),
            "countries": sorted(country.name for country in given(film, "countries")),
            "documents": [_document(row) for row in self.documents.values()],
            "credits": [self._credit(row) for row in self._credits() if row.job != Job.CAST],
            "cast": [entry for row in self._credits() if row.job == Job.CAST for entry in self._cast(row)],
            "characters": [self._character(row) for row in self.characters.values()],
            "relationships": [self._relationship(row) for row in self._relationships()],
            "places": [self._place(row) for row in _by(given(film, "settings"), _place_order)],
            "events": self.events(),
            "based_on": film.based_on or None,
            "statements": [self._statement(row) for row in _by(given(film, "statements"), _statement_order)],
        }

    def events(self) -> list[dict[str, Any]]:
        return [self._event(row) for row in _by(given(self.film, "events"), _event_order)]

    def _credits(self) -> list[Credit]:
        return _by(given(self.film, "credits"), _credit_order)

    def _credit(self, credit: Credit) -> dict[str, Any]:
        return {
            "person": _person(credit),
            "job": credit.job,
            "credited_as": credit.credited_as,
            "citations": self._citations(given(credit, "citations")),
        }

    def _cast(self, credit: Credit) -> list[dict[str, Any]]:
        """Return a row for each character the credit plays, or one without a character."""
        portrayals = _by(given(credit, "portrayals"), self._portrayal_order)
        rows: list[tuple[str | None, Sequence[Citation]]] = [
            (self._key(row.character_id), given(row, "citations")) for row in portrayals
        ]
        return [
            {
                "person": _person(credit),
                "character": character,
                "billing": credit.billing,
                "credited_as": credit.credited_as,
                "role": credit.role or None,
                "citations": self._citations([*citations, *given(credit, "citations")]),
            }
            for character, citations in rows or [(None, ())]
        ]

    def _character(self, character: Character) -> dict[str, Any]:
        return {
            "key": character.slug,
            "name": character.name,
            "aliases": _aliases(self.called[character.pk]),
            "named": character.is_named,
            "kind": character.kind,
            "gender": character.gender or None,
            "citations": self._citations(given(character, "citations")),
        }

    def _relationships(self) -> list[Relationship]:
        rows = [row for character in self.characters.values() for row in given(character, "relationships")]
        return _by(rows, lambda row: (self._key(row.subject_id), row.kind, self._key(row.object_id)))

    def _relationship(self, relationship: Relationship) -> dict[str, Any]:
        return {
            "subject": self._key(relationship.subject_id),
            "kind": relationship.kind,
            "object": self._key(relationship.object_id),
            "citations": self._citations(given(relationship, "citations")),
        }

    def _place(self, setting: Setting) -> dict[str, Any]:
        return {"name": setting.place.name, "citations": self._citations(given(setting, "citations"))}

    def _statement(self, statement: Statement) -> dict[str, Any]:
        return {
            "fact": statement.fact,
            "value": statement.value,
            "rank": statement.rank,
            "citations": self._citations(given(statement, "citations")),
        }

    def _event(self, event: Any) -> dict[str, Any]:
        return {
            "key": event.key,
            "order": event.order,
            "summary": event.summary,
            "place": (event.place.name if event.place else event.place_as_told) or None,
            "time": event.time_as_told or None,
            "participants": self._participants(event.people),
            "mentions": [self._mention(row) for row in _by(given(event, "mentions"), self._mention_order)],
        }

    def _mention(self, mention: Any) -> dict[str, Any]:
        return {
            "document": self.documents[mention.document_id].name,
            "start": mention.sentence_start,
            "end": mention.sentence_end,
            "trigger": {"text": mention.trigger, "start": mention.trigger_start, "end": mention.trigger_end},
            "participants": self._participants(mention.people),
        }

    def _participants(self, people: Iterable[tuple[int, str]]) -> list[dict[str, str]]:
        places = {pk: number for number, pk in enumerate(self.characters)}
        ordered = _by(people, lambda part: (ROLE_ORDER[part[1]], places[part[0]]))
        return [{"character": self._key(who), "role": role} for who, role in ordered]

    def _citations(self, citations: Iterable[Citation]) -> list[dict[str, Any]]:
        places = {(self.documents[row.document_id], row.start, row.end) for row in citations}
        ordered = _by(places, lambda place: (place[0].name, place[0].source, place[1], place[2]))
        return [{"document": row.name, "start": start, "end": end} for row, start, end in ordered]

    def _key(self, character_id: int) -> str:
        return self.characters[character_id].slug

    def _mention_order(self, mention: EventMention) -> tuple[str, str, int, int]:
        document = self.documents[mention.document_id]
        return document.name, document.source, mention.trigger_start, mention.telling.start

    def _portrayal_order(self, portrayal: Portrayal) -> tuple[int, str]:
        character = self.characters[portrayal.character_id]
        return -character.prominence, character.slug


def _by(rows: Iterable[Any], order: Any) -> list[Any]:
    return sorted(rows, key=order)


def _document(document: Any) -> dict[str, Any]:
    return {
        "name": document.name,
        "source": document.source or None,
        "sha256": document.sha256,
        "characters": document.characters,
    }


def _person(credit: Credit) -> str:
    return credit.person.name if credit.person else credit.credited_as


def _portrayal(credit: Credit, pk: int, who: int) -> Portrayal:
    return fetched(Portrayal, (("id", pk), ("credit_id", credit.pk), ("character_id", who)))


def _aliases(called: Iterable[Any]) -> list[str]:
    """Return the other names; what a text merely calls someone who has a name is none."""
    return sorted(
        {
            row.called
            for row in called
            if row.called not in (None, row.name)
            and not (row.is_named and row.called_kind == NameKind.DESCRIPTION)
        }
    )


def _credit_order(credit: Credit) -> tuple[Any, ...]:
    billing = credit.billing if credit.billing is not None else 1_000_000
    return JOB_ORDER[Job(credit.job)], billing, credit.credited_as


def _statement_order(statement: Statement) -> tuple[Any, ...]:
    return FACT_ORDER[Fact(statement.fact)], RANK_ORDER[Rank(statement.rank)], statement.value


def _place_order(setting: Setting) -> str:
    return setting.place.name


def _event_order(event: PlotEvent) -> tuple[int, str]:
    return event.order, event.key
