"""How much extraction adds to what the language model takes, and how it grows."""

import ctypes
import gc
import math
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.figures import Figure, least_to_most
from benchmarks.texts import joined, spread
from films.extraction.extract import extract_all
from films.extraction.language_model import BATCH_SIZE, DEFAULT_MODEL, load_model
from films.reading import read_text
from films.reading.document import Document

MOST_ADDED = 0.35
MOST_GROWTH = 1.0  # megabytes over a thousand documents
MOST_EXPONENT = 1.1  # of time against length; 1 is linear
LENGTHS = (1_250, 2_500, 5_000, 10_000, 20_000)
MEGABYTE = 1 << 20
SAMPLE_EVERY = 100


def measure(texts: Sequence[str], *, documents: int, pairs: int, stream: int) -> Iterator[Figure]:
    """Yield the figures: what is added to the model's time, memory over many documents, long ones."""
    chosen = [_document(text) for text in spread(texts, documents)]
    yield from added_time(spacy.load(DEFAULT_MODEL), load_model(), chosen, pairs=pairs)
    yield from time_by_length(load_model(), texts)
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:  # here, freed memory would hide what is kept
        yield alone.submit(memory_growth, texts, stream, every=min(SAMPLE_EVERY, stream // 4)).result()


def added_time(
    shipped: Language, loaded: Language, documents: Sequence[Document], *, pairs: int
) -> Iterator[Figure]:
    """Yield the time of the model as its makers ship it, as it is loaded here, and of extraction with it.

    They are measured in turns; what extraction adds is the ratio of the medians.
    """
    words = sum(len(document.prose.text.split()) for document in documents)
    times: dict[str, list[float]] = {"shipped": [], "loaded": [], "whole": []}
    _extract(documents[:BATCH_SIZE])  # word lists and models are loaded before the clock runs
    for _ in range(pairs):
        times["shipped"].append(_seconds(lambda: _parse(shipped, documents)))
        times["loaded"].append(_seconds(lambda: _parse(loaded, documents)))
        times["whole"].append(_seconds(lambda: _extract(documents)))
    alone, quick, whole = (statistics.median(taken) for taken in times.values())
    yield Figure(f"the model as it is shipped, {len(documents)} documents", _speed(words, alone))
    yield Figure("the model as it is loaded here", _speed(words, quick))
    yield Figure("extraction with the model", _speed(words, whole))
    added = whole / alone - 1
    more = [every / model - 1 for every, model in zip(times["whole"], times["shipped"], strict=True)]
    yield Figure(
        f"added to the model as it is shipped, medians of {pairs} pairs",
        f"{added:.0%} ({least_to_most(more, '.0%')})",
        f"≤ {MOST_ADDED:.0%}",
        added <= MOST_ADDED,
    )
    yield Figure("added to the model as it is loaded here", f"{whole / quick - 1:.0%}")


def time_by_length(model: Language, texts: Sequence[str]) -> Iterator[Figure]:
    """Yield the time of ever longer documents, and the power of the length with which it grows."""
    times = []
    for length in LENGTHS:
        document = [_document(joined(texts, length))]
        alone = _best(lambda document=document: _parse(model, document))  # type: ignore[misc]
        whole = _best(lambda document=document: _extract(document))  # type: ignore[misc]
        times.append(whole)
        yield Figure(
            f"one document of {length:,} words", f"{whole:.2f} s, {alone:.2f} s of it for the model alone"
        )
    power = exponent(LENGTHS, times)
    yield Figure(
        "time grows with length to the power of", f"{power:.2f}", f"≤ {MOST_EXPONENT}", power <= MOST_EXPONENT
    )


def memory_growth(texts: Sequence[str], count: int, *, every: int) -> Figure:
    """Return how the process grows over a stream of documents, once it has its working size.

    After `every` so many its size is taken. The first half is left out: Python's own pools fill in it.
    """
    documents = (_document(text[:1_000]) for text in spread(texts, count))
    sizes = []
    for i, _ in enumerate(extract_all(documents)):
        if i % every == 0:
            sizes.append(kept_bytes() / MEGABYTE)
    late = sizes[len(sizes) // 2 :]
    growth = statistics.linear_regression(range(len(late)), late).slope * 1_000 / every
    return Figure(
        f"growth of memory over a stream of {count:,} documents",
        f"{growth:+.1f} MB in 1,000",
        f"≤ {MOST_GROWTH:.0f} MB",
        growth <= MOST_GROWTH,
    )


def exponent(lengths: Sequence[float], times: Sequence[float]) -> float:
    """Return the power with which time grows: the slope of the logarithms.

    >>> exponent([1, 2, 4], [3, 6, 12])
    1.0
    """
    return statistics.linear_regression(list(map(math.log, lengths)), list(map(math.log, times))).slope


def kept_bytes() -> int:
    """Return how much memory the process has when it has given back what it can spare."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # else what is free may be given back or not, some 40 MB of it
    return resident_bytes()


def resident_bytes() -> int:
    """Return how much memory the process has at present."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _document(text: str) -> Document:
    return read_text("measured.txt", text)


def _parse(model: Language, documents: Iterable[Document]) -> None:
    for _ in model.pipe((document.prose.text for document in documents), batch_size=BATCH_SIZE):
        pass


def _extract(documents: Iterable[Document]) -> None:
    for _ in extract_all(documents):
        pass


def _seconds(work: Callable[[], None]) -> float:
    """Return the processor's time for the work: other programs on the machine do not count."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _best(work: Callable[[], None]) -> float:
    return min(_seconds(work) for _ in range(2))


def _speed(words: int, seconds: float) -> str:
    return f"{words / seconds:,.0f} words a second"
