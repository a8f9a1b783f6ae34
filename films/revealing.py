"""From which plot event on a reader knows each thing, so that spoilers can be kept from those who ask.

What a sentence tells is known from its latest event on. A sentence without an event is known when
those around it are. A row is known from the first place that says so; what stands outside the
stories, as cast lists do, is known without any plot.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, Max, Min, QuerySet, Value
from django.db.models.functions import Substr

from films.folding import fold
from films.models import (
    Character,
    CharacterName,
    Citation,
    EventMention,
    MentionParticipant,
    Participation,
    PlotEvent,
    Portrayal,
    Relationship,
    Setting,
    SourceDocument,
    Telling,
)
from films.models.limits import NO_PLOT
from films.vocabulary import MentionKind

WRITE = "UPDATE {table} SET known_from = %s WHERE id = %s"
Span = tuple[int, int]


def place_sentences(
    bounds: Sequence[Span], tellings: Iterable[Span], orders: Mapping[int, int], last: int
) -> list[int]:
    """Return from which event on each sentence may be read.

    `bounds` are the document's sentences in order, `orders` the latest event that is told in the
    sentence starting there, `last` the number of the story's last event. Sentences outside the
    `tellings` are prose about the film: they wait for the end, since nothing says how far they tell.

    >>> place_sentences([(0, 9), (10, 19), (20, 29)], [(0, 30)], {0: 1, 20: 4}, last=5)
    [1, 4, 4]
    """
    known = [last] * len(bounds)
    starts = [start for start, _ in bounds]
    for start, end in tellings:
        inside = [i for i in range(bisect_right(starts, start - 1), len(bounds)) if starts[i] < end]
        for i, position in zip(inside, _between([orders.get(starts[i]) for i in inside], last), strict=True):
            known[i] = position
    return known


def _between(told: Sequence[int | None], last: int) -> list[int]:
    """Give a sentence that tells no event the later position of its neighbours that do."""
    following: list[int] = []
    position = last
    for order in reversed(told):
        position = position if order is None else order
        following.append(position)
    known, before = [], NO_PLOT
    for order, after in zip(told, reversed(following), strict=True):
        before = before if order is None else order
        known.append(max(before, after) if order is None else order)
    return known


@dataclass(frozen=True, slots=True)
class DocumentPositions:
    """Where a document tells what: its sentences, and from which event on each may be read."""

    bounds: Sequence[Span]
    known_from: Sequence[int]
    stated: frozenset[int]  # starts of sentences outside the stories that state a fact of the film

    def at(self, offset: int) -> int:
        """Return from which event on the place may be read; what is no sentence, always."""
        i = self._index(offset)
        return NO_PLOT if i is None or self.bounds[i][0] in self.stated else self.known_from[i]

    def sentence_at(self, offset: int) -> int:
        """Return where the sentence starts that holds the place, -1 where none does."""
        i = self._index(offset)
        return -1 if i is None else self.bounds[i][0]

    def _index(self, offset: int) -> int | None:
        """Return which sentence holds the place, None where none does."""
        i = bisect_right(self.bounds, (offset, float("inf"))) - 1
        return i if i >= 0 and offset < self.bounds[i][1] else None

    def over(self, start: int, end: int) -> int:
        """Return from which event on all sentences of a passage may be read."""
        spans = zip(self.bounds, self.known_from, strict=True)
        return max((known for (first, stop), known in spans if first < end and start < stop), default=NO_PLOT)


def document_positions(documents: QuerySet[SourceDocument]) -> dict[int, DocumentPositions]:
    """Return the positions of these documents by id, in two queries."""
    return positions_of(documents.order_by().values_list("pk", "film_id", "sentence_bounds"))


def positions_of(documents: Iterable[tuple[int, int, Sequence[Any]]]) -> dict[int, DocumentPositions]:
    """Return the same in one query, where the sentences are there: the documents' ids, films and bounds."""
    rows = list(documents)
    told = _Told.of([pk for pk, _, _ in rows], {film_id for _, film_id, _ in rows}) if rows else _Told()
    positions = {}
    for pk, film_id, given in rows:
        bounds = [(start, end) for start, end in given]
        tellings = sorted(told.tellings[pk])
        known = place_sentences(bounds, tellings, told.orders[pk], told.last.get(film_id, NO_PLOT))
        positions[pk] = DocumentPositions(bounds, known, _stated(bounds, tellings, told.stated[pk]))
    return positions


@dataclass(frozen=True, slots=True)
class _Told:
    """What documents tell where, by their ids."""

    tellings: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    # By start of the sentence, the latest event told there.
    orders: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    # Where they state a fact of the film, a credit, or who plays whom.
    stated: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    last: dict[int, int] = field(default_factory=dict)  # number of the last event, by film

    @classmethod
    def of(cls, document_ids: Sequence[int], film_ids: Iterable[int]) -> "_Told":
        """Fetch it in one query, whose rows are of four kinds."""
        mentions = EventMention.objects.filter(telling__document__in=document_ids).order_by()
        tellings = Telling.objects.filter(document__in=document_ids).order_by()
        stating = _stating(document_ids).order_by()
        rows = tellings.values_list(Value("telling"), "document", "start", "end").union(
            mentions.values_list(Value("order"), "telling__document", "sentence_start").annotate(
                latest=Max("event__order")
            ),
            stating.values_list(Value("stated"), "document", "start", "end"),
            _last_orders(film_ids).values_list(Value("last"), "film", Value(0), "last"),
            all=True,
        )
        told = cls()
        for kind, pk, start, number in rows:
            told._take(kind, pk, start, number)
        return told

    def _take(self, kind: str, pk: int, start: int, number: int) -> None:
        if kind == "telling":
            self.tellings[pk].append((start, number))
        elif kind == "order":
            self.orders[pk][start] = number
        elif kind == "stated":
            self.stated[pk].append(start)
        else:
            self.last[pk] = number


def _last_orders(film_ids: Iterable[int]) -> QuerySet[Any]:
    """Return each film's `last`, the number of its last event."""
    events = PlotEvent.objects.filter(film__in=film_ids).order_by()
    return events.values("film").annotate(last=Max("order"))


def _stating(document_ids: Sequence[int]) -> QuerySet[Citation]:
    """Return where the documents state a fact of the film, a credit, or who plays whom."""
    return Citation.objects.filter(document__in=document_ids, character=None, relationship=None, setting=None)


def _stated(bounds: Sequence[Span], tellings: Sequence[Span], starts: Iterable[int]) -> frozenset[int]:
    outside = [
        sentence for sentence in bounds if not any(start <= sentence[0] < end for start, end in tellings)
    ]
    return frozenset(first for at in starts for first, end in outside if first <= at < end)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """From which event on each row is told of, by what kind of row it is and its id."""

    rows: dict[tuple[str, int], int] = field(default_factory=dict)
    # By character, its folded names.
    names: dict[int, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    last: dict[int, int] = field(default_factory=dict)  # number of the last event, by film

    @classmethod
    def of(cls, film_ids: Sequence[int]) -> "_Evidence":
        evidence = cls(last=dict(_last_orders(film_ids).values_list("film", "last")))
        positions = document_positions(SourceDocument.objects.filter(film__in=film_ids))
        parts = _parts(film_ids)
        cited = Citation.objects.filter(document__film__in=film_ids, statement=None, credit=None).order_by()
        words = Substr("document__text", F("start") + 1, F("end") - F("start"))
        for citation in cited.annotate(words=words):
            evidence._take(citation, positions[citation.document_id], parts)
        taking_part = Participation.objects.filter(event__film__in=film_ids).order_by()
        for character_id, order in taking_part.values_list("character").annotate(Min("event__order")):
            evidence._note("character", character_id, order)
        return evidence

    def _take(self, citation: Any, document: DocumentPositions, parts: "Parts") -> None:
        known_from = document.at(citation.start)
        for row in ("relationship", "setting", "portrayal"):
            if (row_id := getattr(citation, f"{row}_id")) is not None:
                self._note(row, row_id, known_from)
        if (character_id := citation.character_id) is None:
            return
        sentence = document.sentence_at(citation.start)
        known_from = min(known_from, parts.get((citation.document_id, sentence, character_id), known_from))
        self._note("character", character_id, known_from)
        if citation.mention_kind != MentionKind.PRONOUN:
            names = self.names[character_id]
            name = fold(citation.words)
            names[name] = min(known_from, names.get(name, known_from))

    def _note(self, row: str, row_id: int, known_from: int) -> None:
        self.rows[row, row_id] = min(known_from, self.rows.get((row, row_id), known_from))

    def of_row(self, kind: str, row_id: int, film_id: int) -> int:
        """Return from when the row is told of; what no document tells waits for the end of the story."""
        return self.rows.get((kind, row_id), self.last.get(film_id, NO_PLOT))

    def of_name(self, character: Character, name: str) -> int | None:
        """Return from when the character is called so, perhaps as a part of a longer name."""
        wanted = set(fold(name).split())
        return min(
            (known for words, known in self.names[character.pk].items() if wanted <= set(words.split())),
            default=None,
        )

    def of_character(self, character: Character) -> int:
        """Return from when the character's main name is known, or where no text says it, the character."""
        named = self.of_name(character, character.name)
        return self.of_row("character", character.pk, character.film_id) if named is None else named


Parts = Mapping[tuple[int, int, int], int]  # earliest event, by document, sentence and character


def _parts(film_ids: Sequence[int]) -> Parts:
    parts = MentionParticipant.objects.filter(character__film__in=film_ids).order_by()
    told = parts.values_list("mention__telling__document", "mention__sentence_start", "character")
    return {
        (doc, start, who): order for doc, start, who, order in told.annotate(Min("mention__event__order"))
    }


def refresh_known_from(film_ids: Iterable[int]) -> None:
    """Bring `known_from` of the films' characters, their names and all that is said of them in line.

    A fixed number of queries, however many films; only rows that differ are written.
    """
    ids = list(film_ids)
    characters = {row.pk: row for row in Character.objects.filter(film__in=ids)}
    settings = list(Setting.objects.filter(film__in=ids))
    if not characters and not settings:
        return
    evidence = _Evidence.of(ids)
    known = {pk: evidence.of_character(row) for pk, row in characters.items()}
    names = CharacterName.objects.filter(character__in=known)
    _write({row: _of_name(evidence, row, characters[row.character_id]) for row in names})
    _write({row: known[pk] for pk, row in characters.items()})
    relationships = Relationship.objects.filter(subject__in=known)
    _write({row: _of_relationship(evidence, row, characters[row.subject_id], known) for row in relationships})
    portrayals = Portrayal.objects.filter(character__in=known)
    _write({row: _of_portrayal(evidence, row, characters[row.character_id], known) for row in portrayals})
    _write({row: evidence.of_row("setting", row.pk, row.film_id) for row in settings})


def _of_name(evidence: _Evidence, row: CharacterName, character: Character) -> int:
    known_from = evidence.of_name(character, row.text)
    if known_from is not None:
        return known_from
    if row.text == character.name:
        return evidence.of_character(character)
    return evidence.last.get(character.film_id, NO_PLOT)


def _of_relationship(
    evidence: _Evidence, row: Relationship, subject: Character, known: Mapping[int, int]
) -> int:
    said = evidence.of_row("relationship", row.pk, subject.film_id)
    return max(said, known[row.subject_id], known[row.object_id])


def _of_portrayal(evidence: _Evidence, row: Portrayal, character: Character, known: Mapping[int, int]) -> int:
    return max(evidence.of_row("portrayal", row.pk, character.film_id), known[row.character_id])


def _write(known_from: Mapping[Any, int]) -> None:
    changed = {row: value for row, value in known_from.items() if row.known_from != value}
    for row, value in changed.items():
        row.known_from = value
    if changed:
        table = type(next(iter(changed)))._meta.db_table
        # bulk_update would make a long CASE of them, at ten times the cost
        with connection.cursor() as cursor:
            cursor.executemany(WRITE.format(table=table), [(value, row.pk) for row, value in changed.items()])
