"""How much search forgives: names with typing errors, other spellings, plots in three words; and the time."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import median
from time import perf_counter

from rich.console import Console

import benchmarks.site  # noqa: F401 -- before the models
from benchmarks.asking import Asked, Names, Told, told_words
from benchmarks.figures import Figure, table_of
from benchmarks.tantivy_peer import Peer
from films.models import Film
from films.search import EntryKind, SearchHit, search

SEED = 5
FIRST_OF_NAMES, FIRST_OF_FILMS = 5, 10
PER_KIND = 8  # as on the page
FORGIVEN, FOUND_BY_PLOT = 0.97, 0.85
MOST_ADDED = 10.0  # milliseconds
Found = Sequence[tuple[EntryKind, int]]


def measure(
    database: str, *, names: int, spelt: int, sentences: int, peer: Peer | None = None
) -> Iterator[Figure]:
    """Yield the figures of the connected base; `database` is what it is called in them."""
    known = Names()
    misspelt = known.misspelt(names, SEED)
    plots = told_words(sentences, SEED)
    yield Figure(f"films in the base, {database}", f"{Film.objects.count():,}")
    yield from _forgiving(database, known, misspelt)
    yield from _otherwise(database, known, known.spelt_otherwise(spelt, SEED))
    yield _by_plot(database, plots, _films_of_search, FOUND_BY_PLOT)
    yield from _added(database, misspelt)
    if peer is not None:
        right = _share(asked_for(known, asked, peer.names(asked.typed, FIRST_OF_NAMES)) for asked in misspelt)
        yield Figure(
            f"names with a typing error, {len(misspelt)}, among the first 5, tantivy", f"{right:.1%}"
        )
        yield _by_plot("tantivy", plots, lambda words: peer.films(words, FIRST_OF_FILMS))


def asked_for(known: Names, asked: Asked, found: Found) -> bool:
    """Tell whether what was asked for is among what was found: it is of the kind, and has the name."""
    return any(
        kind == asked.kind and known.are_borne(kind, asked.name, object_id) for kind, object_id in found
    )


def _forgiving(database: str, known: Names, misspelt: Sequence[Asked]) -> Iterator[Figure]:
    found = {asked: _objects(search(asked.typed, per_kind=PER_KIND).hits) for asked in misspelt}
    first = {asked: asked_for(known, asked, hits[:FIRST_OF_NAMES]) for asked, hits in found.items()}
    share = _share(first.values())
    yield Figure(
        f"names with a typing error, {len(misspelt)}, among the first 5, {database}",
        f"{share:.1%}",
        f"≥ {FORGIVEN:.0%}",
        share >= FORGIVEN,
    )
    for kind in known.drawn:
        own = [is_first for asked, is_first in first.items() if asked.kind == kind]
        yield Figure(f"of them {kind}s, {len(own)}, {database}", f"{_share(own):.1%}")
    named = _share(_is_named(known, asked, hits[:FIRST_OF_NAMES]) for asked, hits in found.items())
    yield Figure(f"something of that name among the first 5, {database}", f"{named:.1%}")
    among_kind = _share(asked_for(known, asked, _first(asked.kind, hits)) for asked, hits in found.items())
    yield Figure(f"among the first 5 of their kind, {database}", f"{among_kind:.1%}")
    others = sum(known.is_known(asked.typed) and not is_first for asked, is_first in first.items())
    yield Figure(f"missed, as what was typed is another's name, {database}", str(others))


def _is_named(known: Names, asked: Asked, found: Found) -> bool:
    """Tell whether something of that name is among what was found, of whatever kind."""
    return any(known.are_borne(kind, asked.name, object_id) for kind, object_id in found)


def _otherwise(database: str, known: Names, spelt: Mapping[str, Sequence[Asked]]) -> Iterator[Figure]:
    for what, names in spelt.items():
        share = _share(asked_for(known, asked, _first(asked.kind, _searched(asked.typed))) for asked in names)
        yield Figure(
            f"{what} left out or otherwise, {len(names)} names, {database}",
            f"{share:.1%}",
            "100%",
            share == 1,
        )


def _by_plot(
    database: str, plots: Sequence[Told], films: Callable[[str], Iterable[int]], least: float | None = None
) -> Figure:
    share = _share(told.film_id in films(told.words) for told in plots)
    what = f"three words of a plot sentence, {len(plots)}, its film among the first 10, {database}"
    if least is None:
        return Figure(what, f"{share:.1%}")
    return Figure(what, f"{share:.1%}", f"≥ {least:.0%}", share >= least)


def _added(database: str, misspelt: Sequence[Asked]) -> Iterator[Figure]:
    """Yield what a right name and a misspelt one take, searched in turns."""
    right, wrong = [], []
    for asked in misspelt:
        search(asked.typed, per_kind=PER_KIND)  # its pages are in memory before the clock runs
        right.append(min(_milliseconds(asked.name) for _ in range(2)))
        wrong.append(min(_milliseconds(asked.typed) for _ in range(2)))
    added = median(wrong) - median(right)
    yield Figure(f"a right name, {database}", _times(right))
    yield Figure(f"a misspelt name, {database}", _times(wrong))
    yield Figure(
        f"added by an error, difference of medians, {database}",
        f"{added:+.1f} ms",
        f"≤ {MOST_ADDED:.0f} ms",
        added <= MOST_ADDED,
    )


def _searched(typed: str) -> Found:
    return _objects(search(typed, per_kind=PER_KIND).hits)


def _films_of_search(words: str) -> list[int]:
    found = search(words, kinds=[EntryKind.FILM, EntryKind.EVENT], per_kind=FIRST_OF_FILMS)
    return [hit.object_id for hit in found.hits if hit.kind == EntryKind.FILM]


def _objects(hits: Iterable[SearchHit]) -> Found:
    return [(hit.kind, hit.object_id) for hit in hits]


def _first(kind: EntryKind, found: Found) -> Found:
    return [hit for hit in found if hit[0] == kind][:FIRST_OF_NAMES]


def _share(outcomes: Iterable[bool]) -> float:
    counted = list(outcomes)
    return sum(counted) / max(len(counted), 1)


def _milliseconds(typed: str) -> float:
    start = perf_counter()
    search(typed, per_kind=PER_KIND)
    return (perf_counter() - start) * 1000


def _times(values: Sequence[float]) -> str:
    late = sorted(values)[len(values) * 95 // 100]
    return f"{median(values):.1f} ms, 95th percentile {late:.1f} ms"


def main() -> int:
    """Measure the site's own base: `DATABASE_URL=… python -m benchmarks.search`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--database", default="this base", help="what the base is called in the figures")
    parser.add_argument("--names", type=int, default=500)
    parser.add_argument("--spelt", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--peer", action="store_true", help="ask tantivy the same")
    options = parser.parse_args()
    figures = measure(
        options.database,
        names=options.names,
        spelt=options.spelt,
        sentences=options.sentences,
        peer=Peer() if options.peer else None,
    )
    Console(highlight=False, width=150).print(table_of("Search", list(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
