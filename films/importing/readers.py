"""Where documents are read: in this process, or in others.

A reader takes batches of documents and gives back what they say, batch by batch in the same order, so
that what is written does not depend on who has read it. While one batch is written, others are read.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Protocol, Self, TypeVar

from django.conf import settings

from films.extraction.batches import PIECE, Fault, extract_batch
from films.extraction.statements import Extraction
from films.extraction.workers import ProcessPool
from films.reading import UnreadableDocument
from films.reading.document import Document

logger = logging.getLogger(__name__)
Batch = Sequence[Document]
Parcelled = TypeVar("Parcelled", bound=Document | UnreadableDocument)
Results = list[Extraction | Fault]
PIECE_LENGTH = 16_000  # characters that are worth sending: half a second's work, so that workers end together
AHEAD = 8  # pieces for each worker that are sent before they are asked for
ENDED = (
    "could not be read: it ended the process that read it, perhaps for want of memory; import a part of it"
)


class Reader(Protocol):
    """Something that reads documents; to be used in a `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def read(self, batches: Iterable[Batch]) -> Iterator[Results]:
        """Yield what the documents of each batch say, in order; an empty batch gives an empty list.

        Batches are taken from the iterable as they are needed, some of them ahead, in the caller's
        thread. It may be called again before an earlier call has given everything.
        """


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system ties processes to processors
        return os.cpu_count() or 1


def reader_for(jobs: int) -> Reader:
    """Return what reads in as many processes."""
    return Here() if jobs == 1 else Elsewhere(ProcessPool, jobs)


def is_small(batches: Sequence[Batch]) -> bool:
    """Whether all of these batches together make no more than a piece."""
    return sum(map(len, batches)) <= PIECE


def first_of(batches: Iterator[Batch]) -> list[Batch]:
    """Take no more batches than it takes to know whether there are few documents; two at the most."""
    first: list[Batch] = []
    for batch in islice(batches, 2):
        first.append(batch)
        if not is_small(first):
            break
    return first


def parcels(documents: Iterable[Parcelled], most: int, length: int) -> Iterator[list[Parcelled]]:
    """Yield the documents in lists of at most `most`; a list that has so many characters is full, too."""
    parcel: list[Parcelled] = []
    filled = 0
    for document in documents:
        parcel.append(document)
        filled += len(document.text) if isinstance(document, Document) else 0
        if len(parcel) == most or filled >= length:
            yield parcel
            parcel, filled = [], 0
    if parcel:
        yield parcel


def pieces_of(batch: Batch) -> list[Batch]:
    """Part a batch into pieces that are read together."""
    return list(parcels(batch, PIECE, PIECE_LENGTH))


@dataclass(frozen=True, slots=True)
class Here:
    """Reads in this process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing was opened."""

    def read(self, batches: Iterable[Batch]) -> Iterator[Results]:
        return map(read_here, batches)


def read_here(batch: Batch) -> Results:
    """Read the documents in this process."""
    model = settings.FILMKB_LANGUAGE_MODEL
    return [result for piece in pieces_of(batch) for result in extract_batch(piece, model)]


@dataclass(eq=False, slots=True)
class _Sent:
    """A piece that was sent to be read, and to whom."""

    piece: Batch
    executor: Executor
    future: "Future[Results]"

    @property
    def is_lost(self) -> bool:
        """Did the executor break down before it was read?"""
        return self.future.done() and isinstance(self.future.exception(), BrokenExecutor)


@dataclass(eq=False, slots=True)
class _Stream:
    """Batches that one call is to read, and those that were sent already."""

    batches: Iterator[Batch]
    sent: deque[list[_Sent]] = field(default_factory=deque)

    @property
    def waiting(self) -> int:
        """Return how many pieces are still to be read."""
        return sum(not sent.future.done() for pieces in self.sent for sent in pieces)

    @property
    def size(self) -> int:
        """Return how many pieces, or batches that have none, were sent and not asked for."""
        return sum(max(1, len(pieces)) for pieces in self.sent)


@dataclass(eq=False, slots=True)
class Elsewhere:
    """Reads by way of an executor, which `start` makes with a number of workers.

    It is started when there is more than one piece to read. When it breaks down, because a worker was
    killed, it is started anew, and what was under way is read again: the next piece by itself, since
    that may be what does it.
    """

    start: Callable[[int], Executor]
    jobs: int
    function: Callable[[Batch, str], Results] = extract_batch
    _executor: Executor | None = None
    _streams: list[_Stream] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=any(error))
            self._executor = None

    def read(self, batches: Iterable[Batch]) -> Iterator[Results]:
        remaining = iter(batches)
        if self._executor is None:
            first = first_of(remaining)
            if is_small(first):
                yield from map(read_here, first)
                first = []
            remaining = chain(first, remaining)
        stream = _Stream(remaining)
        self._streams.append(stream)
        try:
            yield from self._read(stream)
        finally:
            self._streams.remove(stream)

    def _read(self, stream: _Stream) -> Iterator[Results]:
        self._send_ahead(stream)
        while stream.sent:
            results: Results = []
            while stream.sent[0]:
                results += self._result(stream.sent[0].pop(0))
            stream.sent.popleft()
            # Whoever takes these is busy with them for a while: nobody should have to wait for work.
            for other in self._streams:
                self._send_ahead(other)
            yield results

    def _send_ahead(self, stream: _Stream) -> None:
        """Send batches until enough wait to be read; how many wait to be written is bounded, too."""
        most = AHEAD * self.jobs
        while stream.waiting < most and stream.size < 2 * most:
            batch = next(stream.batches, None)
            if batch is None:
                return
            stream.sent.append([self._send(piece) for piece in pieces_of(batch)])

    def _send(self, piece: Batch) -> _Sent:
        if self._executor is None:
            self._executor = self.start(self.jobs)
        try:
            future = self._executor.submit(self.function, piece, settings.FILMKB_LANGUAGE_MODEL)
        except BrokenExecutor:
            self._executor = None
            return self._send(piece)
        return _Sent(piece, self._executor, future)

    def _result(self, sent: _Sent) -> Results:
        try:
            return sent.future.result()
        except BrokenExecutor:
            logger.warning("A process that read documents was ended; they are read again.")
        if sent.executor is self._executor:
            self._executor = None
        results = self._alone(sent.piece)
        for stream in self._streams:
            for pieces in stream.sent:
                pieces[:] = [self._send(other.piece) if other.is_lost else other for other in pieces]
        return results

    def _alone(self, piece: Batch) -> Results:
        """Read a piece with a worker of its own; where that dies, each half, down to the one document."""
        with self.start(1) as executor:
            try:
                return executor.submit(self.function, piece, settings.FILMKB_LANGUAGE_MODEL).result()
            except BrokenExecutor:
                logger.warning("It was ended again.")
        if len(piece) == 1:
            return [Fault(ENDED)]
        middle = len(piece) // 2
        return self._alone(piece[:middle]) + self._alone(piece[middle:])
