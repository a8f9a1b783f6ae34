"""Which films the documents of a batch belong to, those in the store among them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from films.importing.sources import KEY_LENGTH, Arrival, profile_of_row
from films.models import BlockingKey, SourceDocument
from films.reconciliation import group
from films.reconciliation.grouping import AmbiguousPair

KEYS_AT_ONCE = 5000
OF_THE_STORY = ("name ", "names ", "word ")  # what such keys begin with


@dataclass(frozen=True, slots=True)
class FilmTask:
    """A film that has something new; `film_id` is None for a film that is new itself."""

    film_id: int | None
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class Films:
    """The films of a batch, and pairs of documents that may be of one film."""

    tasks: tuple[FilmTask, ...]
    doubtful: tuple[AmbiguousPair, ...]


def find_films(arrivals: Sequence[Arrival]) -> Films:
    """Part the documents that arrived into films; a new version of a document stays with its film."""
    own = {arrival.row.pk for arrival in arrivals if arrival.row}
    candidates = [row for row in _candidates(arrivals) if row.pk not in own]
    known = {row.sha256: row.film_id for row in candidates}
    known |= {arrival.document.sha256: arrival.row.film_id for arrival in arrivals if arrival.row}
    profiles = [arrival.profile for arrival in arrivals] + [profile_of_row(row.profile) for row in candidates]
    by_sha256 = {arrival.document.sha256: arrival for arrival in arrivals}
    grouping = group(profiles, known, fresh=by_sha256.keys())
    return Films(
        tuple(_tasks(by_sha256, ((found.film, found.documents) for found in grouping.groups))),
        tuple(pair for pair in grouping.ambiguous if pair.first in by_sha256 or pair.second in by_sha256),
    )


def _candidates(arrivals: Iterable[Arrival]) -> list[SourceDocument]:
    """Return the stored documents that share a key with one that arrived.

    Where both state a title, the words of the stories decide nothing: what arrived with a title is
    compared by these only with films whose title nothing tells. So the work does not grow with the base.
    """
    telling: set[str] = set()
    worded: set[str] = set()
    for arrival in arrivals:
        for key in arrival.keys:
            is_worded = bool(arrival.profile.titles) and key.startswith(OF_THE_STORY)
            (worded if is_worded else telling).add(key[:KEY_LENGTH])
    untitled = BlockingKey.objects.filter(document__film__is_title_provisional=True)
    found = _sharing(BlockingKey.objects.all(), telling) | _sharing(untitled, worded - telling)
    return list(SourceDocument.objects.filter(pk__in=found).only("sha256", "film_id", "profile"))


def _sharing(rows: QuerySet[BlockingKey], keys: Collection[str]) -> set[int]:
    found: set[int] = set()
    wanted = sorted(keys)
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        some = rows.filter(key__in=wanted[start : start + KEYS_AT_ONCE])
        found.update(some.values_list("document_id", flat=True).distinct())
    return found


def _tasks(by_sha256: Mapping[str, Arrival], groups: Iterable[tuple]) -> Iterable[FilmTask]:
    """Yield the films that have something new, in the order of their documents' names."""
    tasks = []
    for film_id, documents in groups:
        arrived = [by_sha256[sha256] for sha256 in documents if sha256 in by_sha256]
        if arrived:
            arrived.sort(key=lambda arrival: (arrival.document.name, arrival.document.sha256))
            tasks.append(FilmTask(film_id, tuple(arrived)))
    return sorted(tasks, key=lambda task: (task.arrivals[0].document.name, task.arrivals[0].document.sha256))
