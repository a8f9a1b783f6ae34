"""Everything known of a film as one plain object: the public export and the `.json` twin of its page.

Lists stand in an order that does not depend on row ids, so that exporting twice gives the same bytes.
"""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Length

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
from films.models.base import given
from films.models.documents import give_citations
from films.vocabulary import Fact, Job, NameKind, Rank, Role

SCHEMA = "filmkb.film/1"
CHUNK = 100  # films held in memory at a time
JOB_ORDER = {job: number for number, job in enumerate(Job)}
FACT_ORDER = {fact: number for number, fact in enumerate(Fact)}
RANK_ORDER = {rank: number for number, rank in enumerate(Rank)}
ROLE_ORDER = {role: number for number, role in enumerate(Role)}


def export_films(films: QuerySet[Film]) -> Generator[dict[str, Any]]:
    """Yield the object of each film, by slug, with a bounded number of queries for every hundred films."""
    rows = films.order_by("slug").prefetch_related(*_everything()).iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        _give_all_citations(chunk)
        for film in chunk:
            yield _FilmRows.of(film).as_object()


def film_object(film: Film) -> dict[str, Any]:
    """Return the object of one film."""
    return next(export_films(Film.objects.filter(pk=film.pk)))


def _everything() -> tuple[str | Prefetch, ...]:
    """Return the prefetches that `_FilmRows` reads."""
    documents = SourceDocument.objects.defer("text", "profile", "sentence_bounds")
    return (
        "genres",
        "countries",
        Prefetch("documents", documents.annotate(text_length=Length("text"))),
        "statements",
        Prefetch("credits", Credit.objects.select_related("person")),
        "credits__portrayals",
        "characters__names",
        "characters__relationships",
        Prefetch("settings", Setting.objects.select_related("place")),
        Prefetch("events", PlotEvent.objects.select_related("place")),
        "events__participations",
        Prefetch("events__mentions", EventMention.objects.select_related("telling")),
        "events__mentions__participants",
    )


def _give_all_citations(films: Sequence[Film]) -> None:
    credited = [row for film in films for row in given(film, "credits")]
    characters = [row for film in films for row in given(film, "characters")]
    give_citations(
        statement=[row for film in films for row in given(film, "statements")],
        credit=credited,
        portrayal=[row for credit in credited for row in given(credit, "portrayals")],
        character=characters,
        relationship=[row for character in characters for row in given(character, "relationships")],
        setting=[row for film in films for row in given(film, "settings")],
    )


@dataclass(frozen=True, slots=True)
class _FilmRows:
    """A film whose rows are all in memory, with what leads from their ids to public keys."""

    film: Film
    documents: dict[int, SourceDocument]
    characters: dict[int, Character]  # the main ones first

    @classmethod
    def of(cls, film: Film) -> "_FilmRows":
        documents = sorted(film.documents.all(), key=lambda row: (row.name, row.source))
        characters = sorted(film.characters.all(), key=lambda row: (-row.prominence, row.name, row.slug))
        return cls(film, {row.pk: row for row in documents}, {row.pk: row for row in characters})

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
            "genres": sorted(genre.name for genre in film.genres.all()),
            "countries": sorted(country.name for country in film.countries.all()),
            "documents": [_document(row) for row in self.documents.values()],
            "credits": [self._credit(row) for row in self._credits() if row.job != Job.CAST],
            "cast": [entry for row in self._credits() if row.job == Job.CAST for entry in self._cast(row)],
            "characters": [self._character(row) for row in self.characters.values()],
            "relationships": [self._relationship(row) for row in self._relationships()],
            "places": [self._place(row) for row in _by(self.film.settings.all(), _place_order)],
            "events": [self._event(row) for row in _by(self.film.events.all(), _event_order)],
            "based_on": film.based_on or None,
            "statements": [self._statement(row) for row in _by(film.statements.all(), _statement_order)],
        }

    def _credits(self) -> list[Credit]:
        return _by(self.film.credits.all(), _credit_order)

    def _credit(self, credit: Credit) -> dict[str, Any]:
        return {
            "person": _person(credit),
            "job": credit.job,
            "credited_as": credit.credited_as,
            "citations": self._citations(credit.citations.all()),
        }

    def _cast(self, credit: Credit) -> list[dict[str, Any]]:
        """Return a row for each character the credit plays, or one without a character."""
        portrayals = _by(credit.portrayals.all(), self._portrayal_order)
        rows: list[tuple[str | None, list[Citation]]] = [
            (self._key(row.character_id), [*row.citations.all()]) for row in portrayals
        ]
        return [
            {
                "person": _person(credit),
                "character": character,
                "billing": credit.billing,
                "credited_as": credit.credited_as,
                "role": credit.role or None,
                "citations": self._citations([*citations, *credit.citations.all()]),
            }
            for character, citations in rows or [(None, [])]
        ]

    def _character(self, character: Character) -> dict[str, Any]:
        return {
            "key": character.slug,
            "name": character.name,
            "aliases": _aliases(character),
            "named": character.is_named,
            "kind": character.kind,
            "gender": character.gender or None,
            "citations": self._citations(character.citations.all()),
        }

    def _relationships(self) -> list[Relationship]:
        rows = [row for character in self.characters.values() for row in character.relationships.all()]
        return _by(rows, lambda row: (self._key(row.subject_id), row.kind, self._key(row.object_id)))

    def _relationship(self, relationship: Relationship) -> dict[str, Any]:
        return {
            "subject": self._key(relationship.subject_id),
            "kind": relationship.kind,
            "object": self._key(relationship.object_id),
            "citations": self._citations(relationship.citations.all()),
        }

    def _place(self, setting: Setting) -> dict[str, Any]:
        return {"name": setting.place.name, "citations": self._citations(setting.citations.all())}

    def _statement(self, statement: Statement) -> dict[str, Any]:
        return {
            "fact": statement.fact,
            "value": statement.value,
            "rank": statement.rank,
            "citations": self._citations(statement.citations.all()),
        }

    def _event(self, event: PlotEvent) -> dict[str, Any]:
        return {
            "key": event.key,
            "order": event.order,
            "summary": event.summary,
            "place": (event.place.name if event.place else event.place_as_told) or None,
            "time": event.time_as_told or None,
            "participants": self._participants(event.participations.all()),
            "mentions": [self._mention(row) for row in _by(event.mentions.all(), self._mention_order)],
        }

    def _mention(self, mention: EventMention) -> dict[str, Any]:
        return {
            "document": self.documents[mention.document_id].name,
            "start": mention.sentence_start,
            "end": mention.sentence_end,
            "trigger": {"text": mention.trigger, "start": mention.trigger_start, "end": mention.trigger_end},
            "participants": self._participants(mention.participants.all()),
        }

    def _participants(self, rows: Iterable[Any]) -> list[dict[str, str]]:
        places = {pk: number for number, pk in enumerate(self.characters)}
        ordered = _by(rows, lambda row: (ROLE_ORDER[row.role], places[row.character_id]))
        return [{"character": self._key(row.character_id), "role": row.role} for row in ordered]

    def _citations(self, citations: Iterable[Citation]) -> list[dict[str, Any]]:
        places = {(self.documents[row.document_id], row.start, row.end) for row in citations}
        ordered = _by(places, lambda place: (place[0].name, place[0].source, place[1], place[2]))
        return [{"document": row.name, "start": start, "end": end} for row, start, end in ordered]

    def _key(self, character_id: int) -> str:
        return self.characters[character_id].slug

    def _mention_order(self, mention: EventMention) -> tuple[str, str, int]:
        document = self.documents[mention.document_id]
        return document.name, document.source, mention.trigger_start

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
        "characters": document.text_length,
    }


def _person(credit: Credit) -> str:
    return credit.person.name if credit.person else credit.credited_as


def _aliases(character: Character) -> list[str]:
    """Return the other names; what a text merely calls someone who has a name is none."""
    names = {
        name.text
        for name in character.names.all()
        if not (character.is_named and name.kind == NameKind.DESCRIPTION)
    }
    return sorted(names - {character.name})


def _credit_order(credit: Credit) -> tuple[Any, ...]:
    billing = credit.billing if credit.billing is not None else 1_000_000
    return JOB_ORDER[Job(credit.job)], billing, credit.credited_as


def _statement_order(statement: Statement) -> tuple[Any, ...]:
    return FACT_ORDER[Fact(statement.fact)], RANK_ORDER[Rank(statement.rank)], statement.value


def _place_order(setting: Setting) -> str:
    return setting.place.name


def _event_order(event: PlotEvent) -> tuple[int, str]:
    return event.order, event.key
