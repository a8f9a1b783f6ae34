"""A chain of connections as sentences, each with the passages that say so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch, Q
from django.urls import reverse

from films.connections import Chain
from films.models import (
    Character,
    Credit,
    EventMention,
    Film,
    Participation,
    Person,
    PlotEvent,
    Portrayal,
    Relationship,
    SourceDocument,
)
from films.models.limits import SpoilerLimits
from films.views._film_rows import film_sources_by_id
from films.views._limits import Readable, worded
from films.views._passages import Evidence, Passages, Said
from films.views._shared import NumberedSource, number_sources
from films.vocabulary import Job, Role
from films.wording import JOB_DEEDS, relationship_phrase

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a sentence, and where it leads."""

    text: str
    url: str = ""
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain in words, with what is said of it."""

    sentence: tuple[Words, ...]
    said: tuple[Said, ...]
    is_by_editor: bool

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.sentence)


@dataclass(frozen=True, slots=True)
class Steps:
    """The links of a chain in order, between what stands in it, and the sources they name."""

    stations: tuple[Any, ...]  # characters, or people
    steps: tuple[Step, ...]
    sources: Mapping[int, NumberedSource]

    @property
    def shown(self) -> list[tuple[Step, Any]]:
        """Return each step with the station it leads to."""
        return list(zip(self.steps, self.stations[1:], strict=True))


@dataclass(frozen=True, slots=True)
class _Link:
    """A step whose passages have not been looked up yet: for each thing to be shown, its evidence."""

    sentence: tuple[Words, ...]
    evidence: tuple[tuple[Evidence, ...], ...]
    is_edited: bool


def character_steps(
    chain: Chain, film: Film, characters: Mapping[int, Character], limits: SpoilerLimits
) -> Steps:
    """Return the steps of a chain of characters, who are among these, by their ids."""
    ids = [node.pk for node in chain.nodes]
    stations = tuple(characters[pk] for pk in ids)
    told = _Told.of(ids, limits)
    links = [told.link(start, end) for start, end in pairwise(stations)]
    return _with_passages(stations, links, film_sources_by_id(film, limits), limits)


def person_steps(chain: Chain, limits: SpoilerLimits) -> Steps:
    """Return the steps of a chain of people with films between them."""
    people = Person.objects.in_bulk([node.pk for node in chain.nodes[::2]])
    stations = tuple(people[node.pk] for node in chain.nodes[::2])
    work = _work([row.pk for row in stations], [node.pk for node in chain.nodes[1::2]], limits)
    shared = zip(pairwise(stations), chain.nodes[1::2], strict=True)
    links = [_shared_film(start, end, work[start.pk, film.pk], work[end.pk, film.pk])
             for (start, end), film in shared]  # fmt: skip
    cited = [row.document_id for link in links for rows in link.evidence for row in rows]
    films = [node.pk for node in chain.nodes[1::2]]
    documents = SourceDocument.objects.filter(film__in=films).without_text(with_sentences=limits.is_any)
    sources = number_sources(documents.with_heading(), cited)
    return _with_passages(stations, links, sources, limits)


def _with_passages(
    stations: tuple[Any, ...],
    links: Sequence[_Link],
    sources: Mapping[int, NumberedSource],
    limits: SpoilerLimits,
) -> Steps:
    evidence = [rows for link in links for rows in link.evidence]
    readable = Readable.of([source.document for source in sources.values()], limits)
    passages = Passages.of(evidence, sources, readable)
    steps = (_step(link, passages) for link in links)
    return Steps(stations, tuple(steps), sources)


def _step(link: _Link, passages: Passages) -> Step:
    said: dict[tuple[int, str], Said] = {}  # one sentence may say both of two things
    for rows in link.evidence:
        if found := passages.said(rows):
            said.setdefault((found.source.number, found.text), found)
    return Step(link.sentence, tuple(said.values()), link.is_edited and not said)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of a chain's characters to each other."""

    relationships: Mapping[Pair, list[Relationship]]
    shared: Mapping[Pair, list[int]]  # ids of events in story order, by characters
    events: Mapping[Pair, PlotEvent]  # the one that shows best what they do together

    @classmethod
    def of(cls, ids: Sequence[int], limits: SpoilerLimits) -> "_Told":
        relationships: dict[Pair, list[Relationship]] = defaultdict(list)
        known = Relationship.objects.known(limits).filter(subject__in=ids, object__in=ids)
        for row in known.with_evidence().order_by("kind", "pk"):
            relationships[_pair(row.subject_id, row.object_id)].append(row)
        shared, telling = _shared_events(ids, limits)
        mentions = EventMention.objects.select_related("telling").order_by("telling", "trigger_start")
        events = PlotEvent.objects.filter(pk__in=telling.values()).select_related("film")
        rows = worded(events.prefetch_related(Prefetch("mentions", queryset=mentions)), limits)
        by_id = {event.pk: event for event in rows}
        return cls(relationships, shared, {pair: by_id[pk] for pair, pk in telling.items()})

    def link(self, start: Character, end: Character) -> _Link:
        pair = _pair(start.pk, end.pk)
        event_ids = self.shared.get(pair, [])
        if rows := self.relationships.get(pair):
            return _relationship(start, end, rows, len(event_ids))
        return _meeting(start, end, self.events[pair], event_ids)


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _shared_events(
    ids: Sequence[int], limits: SpoilerLimits
) -> tuple[dict[Pair, list[int]], dict[Pair, int]]:
    """Return the events of characters that stand side by side, in story order, and the most telling one.

    That is the first in which neither is merely present.
    """
    told = Participation.objects.filter(limits.allowed("event__film", "event__order"), character__in=ids)
    here: dict[int, dict[int, bool]] = defaultdict(dict)
    order: dict[int, tuple[int, int]] = {}
    for one, event, place, role in told.order_by().values_list("character", "event", "event__order", "role"):
        here[one][event] = role == Role.PRESENT
        order[event] = (place, event)
    both = {_pair(*pair): here[pair[0]].keys() & here[pair[1]].keys() for pair in pairwise(ids)}
    shared = {pair: sorted(own, key=order.__getitem__) for pair, own in both.items() if own}
    telling = {
        (one, other): min(own, key=lambda pk: here[one][pk] + here[other][pk])
        for (one, other), own in shared.items()
    }
    return shared, telling


def _relationship(start: Character, end: Character, rows: Sequence[Relationship], meetings: int) -> _Link:
    phrases = [
        relationship_phrase(row.kind, start.gender, is_inverse=row.object_id == start.pk) for row in rows
    ]
    together = () if not meetings else (
        Words(" They take part in "), _events_together(start, end, meetings), Words(" together.")
    )  # fmt: skip
    return _Link(
        (_named(start), Words(f" is {_listed(phrases)} of "), _named(end), Words("."), *together),
        (tuple(Evidence.of(citation) for row in rows for citation in row.citations.all()),),
        any(row.is_edited for row in rows),
    )


def _meeting(start: Character, end: Character, event: PlotEvent, shared: Sequence[int]) -> _Link:
    more = "" if len(shared) == 1 else ". The first" if event.pk == shared[0] else ". One of them"
    return _Link(
        (
            _named(start), Words(" and "), _named(end), Words(" take part in "),
            _events_together(start, end, len(shared)), Words(f" together{more}: "),
            Words(event.summary, event.get_absolute_url()),
        ),
        (tuple(Evidence.of(mention) for mention in event.mentions.all()),),
        event.is_edited,
    )  # fmt: skip


def _events_together(start: Character, end: Character, count: int) -> Words:
    query = urlencode({"film": start.film.slug, "character": start.pk, "meets": end.pk})
    return Words("one event" if count == 1 else f"{count} events", f"{reverse('event-list')}?{query}")


def _named(row: Character | Person) -> Words:
    return Words(row.name, row.get_absolute_url())


def _titled(film: Film) -> tuple[Words, ...]:
    title = Words(film.title, film.get_absolute_url(), is_title=True)
    known = [str(film.year)] if film.year else []
    marks = [*known, *(["provisional title"] if film.is_title_provisional else [])]
    return (title, Words(f" ({', '.join(marks)})")) if marks else (title,)


def _listed(phrases: Iterable[str]) -> str:
    """Return the phrases, each once, as a list in words: "a, b and c"."""
    *others, last = dict.fromkeys(phrases)
    return f"{', '.join(others)} and {last}" if others else last


def _work(
    people: Sequence[int], films: Sequence[int], limits: SpoilerLimits
) -> dict[tuple[int, int], list[Credit]]:
    """Return the credits by person and film, in the order of the vocabulary's jobs."""
    portrayals = Portrayal.objects.known(limits).select_related("character__film")
    credited = Credit.objects.filter(Q(person__in=people) & Q(film__in=films)).select_related(
        "film", "person"
    )
    rows = credited.prefetch_related(
        "citations", Prefetch("portrayals", queryset=portrayals.prefetch_related("citations"))
    )
    order = {job.value: number for number, job in enumerate(Job)}
    work: dict[tuple[int, int], list[Credit]] = defaultdict(list)
    for credit in sorted(rows, key=lambda row: (order[row.job], row.pk)):
        if credit.person_id is not None:
            work[credit.person_id, credit.film_id].append(credit)
    return work


def _shared_film(start: Person, end: Person, first: Sequence[Credit], last: Sequence[Credit]) -> _Link:
    film = first[0].film
    title = (Words(" "), *_titled(film))
    did, also_did = _deeds(first), _deeds(last)
    if did == also_did:
        sentence = (_named(start), Words(" and "), _named(end), *did, *title)
    elif {credit.job for credit in last} == {Job.CAST}:
        played = also_did[:-1] if len(also_did) > 1 else (Words(" appeared"),)
        sentence = (_named(start), *did, *title, Words(", in which "), _named(end), *played)
    else:
        sentence = (_named(start), *did, *title, Words(", which "), _named(end), *also_did)
    return _Link(
        (*sentence, Words(".")),
        (_evidence(first), _evidence(last)),
        any(credit.is_edited for credit in (*first, *last)),
    )


def _deeds(work: Sequence[Credit]) -> tuple[Words, ...]:
    """Return what the person did, up to the title of the film: "wrote and played Mirel in"."""
    done = [JOB_DEEDS[Job(credit.job)] for credit in work if credit.job != Job.CAST]
    parts = [part.character for credit in work for part in credit.portrayals.all()]
    if not parts:
        is_cast = any(credit.job == Job.CAST for credit in work)
        return (Words(f" {_listed([*done, *([JOB_DEEDS[Job.CAST]] if is_cast else [])])}"),)
    names = [words for part in parts for words in (Words(" and "), _named(part))][1:]
    before = f" {_listed(done)} and played " if done else " played "
    return (Words(before), *names, Words(" in"))


def _evidence(work: Sequence[Credit]) -> tuple[Evidence, ...]:
    """Return where it is said: first who is played, which says more than that someone is in the cast."""
    parts = (row for credit in work for part in credit.portrayals.all() for row in part.citations.all())
    rows = (*parts, *(row for credit in work for row in credit.citations.all()))
    return tuple(Evidence.of(row) for row in rows)
