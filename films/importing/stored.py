"""A film's rows as they stand in the store, loaded once, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from films.models import (
    CITED,
    Character,
    CharacterName,
    Citation,
    Country,
    Credit,
    EventMention,
    Film,
    Genre,
    MentionParticipant,
    Participation,
    PlotEvent,
    Portrayal,
    Relationship,
    Removal,
    Setting,
    SourceDocument,
    Statement,
    Telling,
)

Place = tuple[str, int, int]  # a document's sha256, start, end: what evidence is compared by


@dataclass(frozen=True, slots=True)
class StoredFilm:
    """All rows of one film; those of a film that is new are empty. Rows refer to each other in memory."""

    film: Film
    documents: Sequence[SourceDocument] = ()
    tellings: Sequence[Telling] = ()
    genres: Sequence[Any] = ()  # rows of the many-to-many tables
    countries: Sequence[Any] = ()
    statements: Sequence[Statement] = ()
    credits: Sequence[Credit] = ()
    characters: Sequence[Character] = ()
    names: Sequence[CharacterName] = ()
    members: Sequence[Any] = ()
    portrayals: Sequence[Portrayal] = ()
    relationships: Sequence[Relationship] = ()
    settings: Sequence[Setting] = ()
    events: Sequence[PlotEvent] = ()
    mentions: Sequence[EventMention] = ()
    mention_participants: Sequence[MentionParticipant] = ()
    participations: Sequence[Participation] = ()
    citations: Sequence[Citation] = ()
    removals: Sequence[Removal] = ()
    cited: dict[tuple[str, int], list[Citation]] = field(default_factory=dict)

    def citations_of(self, row_field: str, row: Model) -> list[Citation]:
        """Return the citations of a row: of a credit those whose `credit` it is."""
        return self.cited.get((row_field, row.pk), []) if row.pk else []

    def evidence_of(self, row_field: str, row: Model) -> set[Place]:
        """Return the places that a row's citations cite."""
        return {place_of(citation) for citation in self.citations_of(row_field, row)}

    def rows(self) -> Iterator[Model]:
        """Yield the film, if it was there before, and every row that documents gave."""
        if self.film.pk:
            yield self.film
        for name in ("documents", "tellings", "genres", "countries", *ROW_FIELDS):
            yield from getattr(self, name)


ROW_FIELDS = (
    "statements", "credits", "characters", "names", "members", "portrayals", "relationships", "settings",
    "events", "mentions", "mention_participants", "participations", "citations",
)  # fmt: skip


def place_of(citation: Citation) -> Place:
    return citation.document.sha256, citation.start, citation.end


def load_film(film: Film) -> StoredFilm:
    """Return the film's rows, each with the rows it refers to."""
    documents = list(film.documents.all())
    tellings = list(Telling.objects.filter(document__film=film))
    credits_ = list(film.credits.select_related("person"))
    characters = list(film.characters.order_by("pk"))
    events = list(film.events.select_related("place"))
    mentions = list(EventMention.objects.filter(event__film=film))
    stored = StoredFilm(
        film=film,
        documents=documents,
        tellings=_linked(tellings, document=documents),
        genres=list(Film.genres.through.objects.filter(film=film).select_related("genre")),
        countries=list(Film.countries.through.objects.filter(film=film).select_related("country")),
        statements=list(film.statements.all()),
        credits=credits_,
        characters=characters,
        names=_linked(CharacterName.objects.filter(character__film=film), character=characters),
        members=list(Character.members.through.objects.filter(from_character__film=film)),
        portrayals=_linked(
            Portrayal.objects.filter(credit__film=film), credit=credits_, character=characters
        ),
        relationships=_linked(
            Relationship.objects.filter(subject__film=film), subject=characters, object=characters
        ),
        settings=list(film.settings.select_related("place")),
        events=events,
        mentions=_linked(mentions, event=events, telling=tellings),
        mention_participants=_linked(
            MentionParticipant.objects.filter(mention__event__film=film),
            mention=mentions,
            character=characters,
        ),
        participations=_linked(
            Participation.objects.filter(event__film=film), event=events, character=characters
        ),
        citations=_linked(Citation.objects.filter(document__film=film), document=documents),
        removals=list(film.removals.all()),
    )
    stored.cited.update(_by_cited_row(stored.citations))
    return stored


def _linked(rows: Iterable[Any], **targets: Sequence[Model]) -> list[Any]:
    """Let the rows refer to the very objects in `targets`, so that nothing is loaded twice."""
    linked = list(rows)
    for name, objects in targets.items():
        by_id = {target.pk: target for target in objects}
        for row in linked:
            target = by_id.get(getattr(row, f"{name}_id"))
            if target is not None:
                setattr(row, name, target)
    return linked


def _by_cited_row(citations: Iterable[Citation]) -> dict[tuple[str, int], list[Citation]]:
    by_row: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    for citation in citations:
        for name in CITED:
            row_id = getattr(citation, f"{name}_id")
            if row_id:
                by_row[name, row_id].append(citation)
    return by_row


def names_taken(model: type[Genre] | type[Country], names: Sequence[str]) -> dict[str, Any]:
    """Return the rows of `model` with these names, by name."""
    return {row.name: row for row in model.objects.filter(name__in=names)}
