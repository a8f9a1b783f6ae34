"""How fast documents become films: against the language model alone, by jobs, and as the base grows.

Each measurement runs in a process of its own, with a database of its own: `python -m benchmarks.importing`.
"""

import itertools
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.figures import Figure, least_to_most
from benchmarks.texts import spread

ROOT = Path(__file__).resolve().parent.parent
LEAST_OF_MODEL = 0.65  # of the model's own speed in two processes
LEAST_BY_JOBS = 1.45
LEAST_RECORDS = 3_000  # a minute
MOST_BY_BASE = 1.3
MOST_GROWTH = 1.0  # megabytes over a thousand records
JOBS = 2
PIECE = 16
SMALL_BASE = 1_000
PEOPLE = 15_000
SYLLABLES = ("ba", "do", "fe", "gi", "ka", "lo", "me", "ni", "po", "ra", "su", "ti", "va", "wo", "ye", "zu")
MEGABYTE = 1 << 20
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: seconds on the clock, seconds of all processors, megabytes in 1,000 documents."""

    seconds: float
    processor: float
    growth: float = 0.0


def measure(texts: Sequence[str], *, plots: int, records: int, base: int, pairs: int) -> Iterator[Figure]:
    """Yield the figures: plots against the model, jobs, plotless records, and a large base."""
    with TemporaryDirectory() as folder:
        told, listed = Path(folder, "plots.jsonl"), Path(folder, "records.jsonl")
        write_lines(told, plots_of(spread(texts, plots)))
        write_lines(listed, records_of(records, seed="listed"))
        yield from of_plots(told, plots, pairs)
        yield from of_records(listed, records)
        yield of_base(Path(folder), base, pairs)


def of_plots(told: Path, plots: int, pairs: int) -> Iterator[Figure]:
    """Yield how the import of plots compares, in turns: the model alone, an import by one job and by two."""
    runs: dict[str, list[Run]] = {"model": [], "one": [], "two": []}
    for _ in range(pairs):
        runs["model"].append(run("model", told, jobs=JOBS))
        runs["two"].append(run("import", told, jobs=JOBS))
        runs["one"].append(run("import", told, jobs=1))
    clock = {name: statistics.median(one.seconds for one in of) for name, of in runs.items()}
    processor = {name: statistics.median(one.processor for one in of) for name, of in runs.items()}

    def ratios(other: str) -> list[float]:
        return [one.seconds / two.seconds for one, two in zip(runs[other], runs["two"], strict=True)]

    yield Figure(f"the model alone, {JOBS} processes, {plots} plots", speed(plots, clock["model"]))
    yield Figure(f"whole import, {JOBS} jobs", speed(plots, clock["two"]))
    share, by_processor = clock["model"] / clock["two"], processor["model"] / processor["two"]
    yield Figure(
        f"import of the model's speed, medians of {pairs}",
        f"{share:.2f} ({least_to_most(ratios('model'))}; by processor time {by_processor:.2f})",
        f"≥ {LEAST_OF_MODEL}",
        share >= LEAST_OF_MODEL,
    )
    gain = clock["one"] / clock["two"]
    yield Figure(
        f"{JOBS} jobs over one, medians of {pairs}",
        f"{gain:.2f} times ({least_to_most(ratios('one'))})",
        f"≥ {LEAST_BY_JOBS}",
        gain >= LEAST_BY_JOBS,
    )


def of_records(listed: Path, records: int) -> Iterator[Figure]:
    taken = run("import", listed, jobs=JOBS)
    by_the_minute = 60 * records / taken.seconds
    yield Figure(
        f"records without a plot, {records:,} of them",
        f"{by_the_minute:,.0f} a minute",
        f"≥ {LEAST_RECORDS:,}",
        by_the_minute >= LEAST_RECORDS,
    )
    yield Figure(
        "growth of the writer's memory, second half",
        f"{taken.growth:+.1f} MB in 1,000",
        f"≤ {MOST_GROWTH:.0f} MB",
        taken.growth <= MOST_GROWTH,
    )


def of_base(folder: Path, base: int, pairs: int) -> Figure:
    """Return how much longer a record takes with a large base than with a small one, in turns."""
    last, copy = folder / "last.jsonl", folder / "copy.sqlite3"
    write_lines(last, records_of(SMALL_BASE, seed="last"))
    bases = {size: folder / f"base{size}.sqlite3" for size in (SMALL_BASE, base)}
    for size, database in bases.items():
        stored = folder / f"base{size}.jsonl"
        write_lines(stored, records_of(size, seed="base"))
        run("import", stored, jobs=1, database=database)
    taken: dict[int, list[float]] = {size: [] for size in bases}
    for _ in range(pairs):
        for size, database in bases.items():
            shutil.copy(database, copy)
            taken[size].append(run("import", last, jobs=1, database=copy).processor)
    ratio = statistics.median(taken[base]) / statistics.median(taken[SMALL_BASE])
    seen = least_to_most(large / small for small, large in zip(*taken.values(), strict=True))
    return Figure(
        f"time a record with {base:,} films over {SMALL_BASE:,}, medians of {pairs}",
        f"{ratio:.2f} times ({seen})",
        f"≤ {MOST_BY_BASE}",
        ratio <= MOST_BY_BASE,
    )


def speed(documents: int, seconds: float) -> str:
    return f"{60 * documents / seconds:,.0f} a minute"


def plots_of(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(texts):
        yield {"id": number, "title": f"Measured Film {number}", "year": 1920 + number % 90, "plot": text}


def records_of(count: int, *, seed: str) -> Iterator[dict[str, Any]]:
    """Yield made-up records; some people work much and most little, as in real lists."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    for number in range(count):
        cast = [name_of(int(PEOPLE * chance.random() ** 2)) for _ in range(chance.randint(1, 5))]
        title = f"{name_of(chance.randrange(10**DIGITS))} {seed} {number}"
        yield {
            "id": number,
            "title": title,
            "year": chance.randint(1900, 2020),
            "cast": cast,
            "genres": chance.sample(["Drama", "Comedy", "Western", "Silent", "Crime", "Romance"], 2),
        }


def name_of(number: int) -> str:
    """Return a name that is the number's alone.

    >>> name_of(0), name_of(17)
    ('Baba Baba', 'Dodo Baba')
    """
    digits = [number // len(SYLLABLES) ** i % len(SYLLABLES) for i in range(DIGITS)]
    given, family = (SYLLABLES[digits[0]], SYLLABLES[digits[1]]), (SYLLABLES[digits[2]], SYLLABLES[digits[3]])
    return f"{''.join(given).title()} {''.join(family).title()}"


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def run(what: str, path: Path, *, jobs: int, database: Path | None = None) -> Run:
    """Measure in a process of its own."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{database or Path(folder, 'measured.sqlite3')}"
        command = [sys.executable, "-m", "benchmarks.importing", what, str(path), str(jobs)]
        environment = {**os.environ, "DATABASE_URL": url}
        done = subprocess.run(  # noqa: S603 (our own command)
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        return Run(**json.loads(done.stdout.splitlines()[-1]))


def measured() -> Run:
    """Do one measurement, as the command line says."""
    what, path, jobs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    return model_alone(path, jobs) if what == "model" else whole_import(path, jobs)


def model_alone(path: Path, jobs: int) -> Run:
    import spacy  # noqa: PLC0415 (the measurement of an import does without)

    from films.extraction.language_model import DEFAULT_MODEL  # noqa: PLC0415

    texts = [json.loads(line)["plot"] for line in path.open(encoding="utf-8")]
    model = spacy.load(DEFAULT_MODEL)
    start, spent = time.monotonic(), processor_time()
    for _ in model.pipe(texts, n_process=jobs, batch_size=PIECE):
        pass
    seconds = time.monotonic() - start
    for child in active_children():
        child.join()
    return Run(seconds, processor_time() - spent)


def whole_import(path: Path, jobs: int) -> Run:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    import benchmarks.site  # noqa: F401, PLC0415 (before the models)
    from benchmarks.extraction import resident_bytes  # noqa: PLC0415
    from films.importing import import_documents  # noqa: PLC0415
    from films.importing.readers import reader_for  # noqa: PLC0415
    from films.reading import RecordRules, read_documents  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    sizes, done = [resident_bytes()], [0]

    def note(count: int) -> None:
        sizes.append(resident_bytes())
        done.append(done[-1] + count)

    start, spent = time.monotonic(), processor_time()
    with reader_for(jobs) as reader:
        import_documents(read_documents([path], RecordRules({})), reader=reader, progress=note)
    taken = Run(time.monotonic() - start, processor_time() - spent, growth_of(sizes, done))
    connections.close_all()  # else SQLite leaves a part of the base in another file, which no copy has
    return taken


def growth_of(sizes: Sequence[int], done: Sequence[int]) -> float:
    """Return how many megabytes a thousand documents add, once half of them are done.

    >>> growth_of([0, 0, 1 << 20, 2 << 20, 3 << 20], [0, 1000, 2000, 3000, 4000])
    1.0
    """
    late = [
        (count, size / MEGABYTE) for count, size in zip(done, sizes, strict=True) if 2 * count >= done[-1]
    ]
    if len(late) < 2:
        return 0.0
    return 1_000 * statistics.linear_regression(*zip(*late, strict=True)).slope


def processor_time() -> float:
    """Return the processor's time of this process, of those it has waited for, and of its living children.

    Processes that read are children of one of these, which waits for them and lives on.
    """
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own = sum(itertools.chain.from_iterable((usage.ru_utime, usage.ru_stime) for usage in used))
    return own + sum(map(ticks_of, living_children())) / os.sysconf("SC_CLK_TCK")


def living_children() -> list[int]:
    lists = Path("/proc/self/task").glob("*/children")
    return [int(pid) for children in lists for pid in children.read_text().split()]


def ticks_of(pid: int) -> int:
    """Return the processor's time of a process and of those it has waited for, as Linux tells it."""
    told = Path(f"/proc/{pid}/stat").read_text()
    return sum(map(int, told.rpartition(")")[2].split()[11:15]))


if __name__ == "__main__":
    outcome = measured()
    sys.stdout.write(
        json.dumps({"seconds": outcome.seconds, "processor": outcome.processor, "growth": outcome.growth})
        + "\n"
    )
