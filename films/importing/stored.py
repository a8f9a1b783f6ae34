"""Films' rows as they stand in the store, loaded once, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from films.models import (
    CITED,
    BlockingKey,
    Character,
    CharacterName,
    Citation,
    Credit,
    EventMention,
    Film,
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
    keys: Sequence[BlockingKey] = ()
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


def load_films(film_ids: Collection[int]) -> dict[int, StoredFilm]:
    """Return the films' rows by the films' ids, each row with those it refers to; the films are locked."""
    if not film_ids:
        return {}
    films = {film.pk: film for film in Film.objects.filter(pk__in=film_ids).select_for_update()}
    rows = {name: list(query) for name, query in _queries(films).items()}
    for name, targets in LINKS.items():
        for field_name, target in targets.items():
            _link(rows[name], field_name, rows[target])
    own: dict[int, dict[str, Any]] = {pk: {name: [] for name in rows} for pk in films}
    for name, found in rows.items():
        for row in found:
            own[_film_id(name, row)][name].append(row)
    stored = {pk: StoredFilm(film=film, **own[pk]) for pk, film in films.items()}
    for film in stored.values():
        film.cited.update(_by_cited_row(film.citations))
    return stored


def _queries(film_ids: Iterable[int]) -> dict[str, QuerySet]:
    ids = list(film_ids)
    members = Character.members.through.objects.filter(from_character__film__in=ids)
    parts = MentionParticipant.objects.filter(mention__event__film__in=ids)
    return {
        "documents": SourceDocument.objects.filter(film__in=ids),
        "keys": BlockingKey.objects.filter(document__film__in=ids),
        "tellings": Telling.objects.filter(document__film__in=ids),
        "genres": Film.genres.through.objects.filter(film__in=ids).select_related("genre"),
        "countries": Film.countries.through.objects.filter(film__in=ids).select_related("country"),
        "statements": Statement.objects.filter(film__in=ids),
        "credits": Credit.objects.filter(film__in=ids),
        "characters": Character.objects.filter(film__in=ids).order_by("pk"),
        "names": CharacterName.objects.filter(character__film__in=ids),
        "members": members,
        "portrayals": Portrayal.objects.filter(credit__film__in=ids),
        "relationships": Relationship.objects.filter(subject__film__in=ids),
        "settings": Setting.objects.filter(film__in=ids).select_related("place"),
        "events": PlotEvent.objects.filter(film__in=ids).select_related("place"),
        "mentions": EventMention.objects.filter(event__film__in=ids),
        "mention_participants": parts,
        "participations": Participation.objects.filter(event__film__in=ids),
        "citations": Citation.objects.filter(document__film__in=ids),
        "removals": Removal.objects.filter(film__in=ids),
    }


# What the rows refer to, and how a row leads to its film by way of those.
LINKS: dict[str, dict[str, str]] = {
    "keys": {"document": "documents"},
    "tellings": {"document": "documents"},
    "names": {"character": "characters"},
    "members": {"from_character": "characters"},
    "portrayals": {"credit": "credits", "character": "characters"},
    "relationships": {"subject": "characters", "object": "characters"},
    "mentions": {"event": "events", "telling": "tellings"},
    "mention_participants": {"mention": "mentions", "character": "characters"},
    "participations": {"event": "events", "character": "characters"},
    "citations": {"document": "documents"},
}


def _film_id(name: str, row: Any) -> int:
    """Return the film of a row: its own, or that of the first row that it refers to."""
    while name in LINKS:
        field_name, name = next(iter(LINKS[name].items()))
        row = getattr(row, field_name)
    return int(row.film_id)


def _link(rows: Iterable[Any], name: str, targets: Iterable[Model]) -> None:
    """Let the rows refer to the very objects in `targets`, so that nothing is loaded twice."""
    by_id = {target.pk: target for target in targets}
    for row in rows:
        target = by_id.get(getattr(row, f"{name}_id"))
        if target is not None:
            setattr(row, name, target)


def _by_cited_row(citations: Iterable[Citation]) -> dict[tuple[str, int], list[Citation]]:
    by_row: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    for citation in citations:
        for name in CITED:
            row_id = getattr(citation, f"{name}_id")
            if row_id:
                by_row[name, row_id].append(citation)
    return by_row
