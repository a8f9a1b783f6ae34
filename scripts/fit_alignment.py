"""Fit the weights by which scenes are matched, and try each film with the weights of the others.

    python scripts/fit_alignment.py FOLDER...

A FOLDER holds documents `NAME.txt`, their annotations `NAME.gold.json` with `sentences` (start, end), and
`FILM.storyline.json` with `moments`: lists of [document, sentence number] that tell one moment. Prints the
weights that `films/reconciliation/alignment.py` names, and for every film how well it is matched by weights
that have not seen it: F1 at several least odds.
"""

import argparse
import itertools
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from films.extraction.extract import extract_all
from films.reading import read_document
from films.reconciliation.alignment import (
    FirstWeights,
    SecondWeights,
    first_odds,
    first_signs,
    moment_likenesses,
    second_odds,
    second_signs,
)
from films.reconciliation.characters import reconcile_characters
from films.reconciliation.events import tellings_of_film
from films.reconciliation.scene_likeness import Cell, Likeness
from films.reconciliation.sources import in_order
from films.reconciliation.tellings import Scene

LEAST_ODDS = (0.0, -0.4, -0.8, -1.2)
RIDGE = 1.0
ROUNDS = 60
Sentence = tuple[str, int]  # document, number


@dataclass(frozen=True)
class Comparison:
    """Two tellings of a film, scene by scene, with the cells that are one moment; `told` counts them all."""

    likenesses: Mapping[Cell, Sequence[Likeness]]
    moments: int
    scenes: int
    same: frozenset[Cell]
    told: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    storylines = [p for f in parser.parse_args().folders for p in sorted(f.glob("*.storyline.json"))]
    films = {path.name.split(".")[0]: list(_comparisons(path)) for path in storylines}
    first, second = _fit(itertools.chain.from_iterable(films.values()))
    lines = [f"{name} {value:.2f}" for w in (first, second) for name, value in w._asdict().items()]
    for film, own in films.items():
        others = [c for name, rows in films.items() if name != film for c in rows]
        figures = " ".join(f"{f1:.2f}" for f1 in _figures(own, *_fit(others)))
        lines.append(f"{film}: F1 {figures} at {LEAST_ODDS}, by the weights of the other films")
    sys.stdout.write("\n".join(lines) + "\n")


def _comparisons(storyline: Path) -> Iterator[Comparison]:
    moments = json.loads(storyline.read_text(encoding="utf-8"))["moments"]
    names = sorted({document for moment in moments for document, _ in moment})
    sources = in_order(extract_all(read_document(storyline.with_name(name)) for name in names))
    spans = {name: _sentences(storyline.with_name(name).with_suffix(".gold.json")) for name in names}
    same = {frozenset(pair) for m in moments for pair in itertools.combinations(map(tuple, m), 2)}
    tellings = tellings_of_film(sources, reconcile_characters(sources))
    for a, b in itertools.combinations(tellings, 2):
        cells = {
            (i, j)
            for (i, s), (j, t) in itertools.product(enumerate(a.scenes), enumerate(b.scenes))
            if any(frozenset(p) in same for p in itertools.product(_told(s, spans), _told(t, spans)))
        }
        likenesses = moment_likenesses([[scene] for scene in a.scenes], b.scenes)
        yield Comparison(likenesses, len(a.scenes), len(b.scenes), frozenset(cells), len(cells))


def _sentences(annotation: Path) -> list[tuple[int, int]]:
    rows = json.loads(annotation.read_text(encoding="utf-8"))["sentences"]
    return [(row["start"], row["end"]) for row in rows]


def _told(scene: Scene, spans: Mapping[str, Sequence[tuple[int, int]]]) -> set[Sentence]:
    """Return the annotated sentences in which the scene's events stand."""
    name = scene.source.extraction.document.name
    starts = [event.trigger.start for event in scene.events]
    numbered = enumerate(spans[name], 1)
    return {(name, n) for n, (start, end) in numbered if any(start <= s < end for s in starts)}


def _fit(comparisons: Iterable[Comparison]) -> tuple[FirstWeights, SecondWeights]:
    rows = list(comparisons)
    signs = [next(first_signs(own)) for c in rows for own in c.likenesses.values()]
    same = np.array([cell in c.same for c in rows for cell in c.likenesses])
    first = FirstWeights(*_logistic(np.array(signs), same))
    tables = [second_signs(first_odds(c.likenesses, first), c.moments, c.scenes) for c in rows]
    second = [own for table in tables for own in table.values()]
    return first, SecondWeights(*_logistic(np.array(second), same))


def _logistic(signs: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Return the weights of a ridge logistic regression, by Newton's method; the last sign is the base."""
    weights = np.zeros(signs.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 1e-6
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-(signs @ weights)))
        slope = signs.T @ (sure - same) + ridge @ weights
        weights -= np.linalg.solve((signs * (sure * (1 - sure))[:, None]).T @ signs + ridge, slope)
    return weights


def _figures(
    comparisons: Sequence[Comparison], first: FirstWeights, second: SecondWeights
) -> Iterator[float]:
    odds = [second_odds(first_odds(c.likenesses, first), c.moments, c.scenes, second) for c in comparisons]
    for least in LEAST_ODDS:
        chosen = [{cell for cell, value in table.items() if value >= least} for table in odds]
        right = sum(len(cells & c.same) for cells, c in zip(chosen, comparisons, strict=True))
        yield 2 * right / (sum(map(len, chosen)) + sum(c.told for c in comparisons) or 1)


if __name__ == "__main__":
    main()
