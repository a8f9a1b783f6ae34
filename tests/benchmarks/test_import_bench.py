"""The bench of importing runs each measurement by itself and says what it was to be."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import importing
from benchmarks.importing import Run, growth_of, measure, name_of, records_of, run, write_lines

TEXTS = ["Mara Vell hides a sailor in the harbour. Bruno looks for the man. She lies to him. " * 3] * 4


def test_records_are_the_same_each_time_and_share_people():
    first, again = list(records_of(500, seed="a")), list(records_of(500, seed="a"))
    assert first == again
    assert len({record["title"] for record in first}) == 500
    assert len({name for record in first for name in record["cast"]}) < sum(len(r["cast"]) for r in first)


def test_numbers_have_names_of_their_own():
    assert len({name_of(number) for number in range(5_000)}) == 5_000


def test_memory_that_does_not_grow_is_told():
    assert growth_of([5 << 20, 9 << 20, 9 << 20, 9 << 20], [0, 1_000, 2_000, 3_000]) == pytest.approx(0)


def test_a_measurement_takes_in_all_records_with_a_database_of_its_own(tmp_path: Path):
    write_lines(tmp_path / "records.jsonl", records_of(3, seed="few"))
    taken = run("import", tmp_path / "records.jsonl", jobs=1, database=tmp_path / "films.sqlite3")
    assert taken.seconds > 0
    assert taken.processor > 0
    copy = shutil.copy(tmp_path / "films.sqlite3", tmp_path / "copy.sqlite3")  # the base is in one file
    with closing(sqlite3.connect(copy)) as base:
        assert base.execute("SELECT COUNT(*) FROM films_film").fetchone() == (3,)


def test_figures_are_ratios_of_runs_in_turns(monkeypatch):
    asked = []

    def pretend(what: str, path: Path, *, jobs: int, database: Path | None = None) -> Run:
        asked.append((what, jobs))
        if database:
            database.touch()
        seconds = {("model", 2): 7.0, ("import", 2): 10.0, ("import", 1): 15.0}[what, jobs]
        return Run(seconds, 2 * seconds, growth=0.5)

    monkeypatch.setattr(importing, "run", pretend)
    figures = list(measure(TEXTS, plots=4, records=1_000, base=2_000, pairs=2))
    assert asked[:6] == [("model", 2), ("import", 2), ("import", 1)] * 2
    assert [(figure.measured, figure.is_met) for figure in figures] == [
        ("34 a minute", None),
        ("24 a minute", None),
        ("0.70 (0.70 to 0.70; by processor time 0.70)", True),
        ("1.50 times (1.50 to 1.50)", True),
        ("6,000 a minute", True),
        ("+0.5 MB in 1,000", True),
        ("1.00 times (1.00 to 1.00)", True),
    ]


def test_time_of_processes_that_a_living_child_waited_for_is_counted():
    if not Path("/proc/self/task").exists():
        pytest.skip("this system does not tell the time of other processes in /proc")
    work = "sum(range(10_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{work}']); print(); input()"
    before = importing.processor_time()
    with subprocess.Popen(
        [sys.executable, "-uc", child], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert importing.processor_time() - before > 0.1
        process.communicate(b"\n")
