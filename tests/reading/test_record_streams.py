"""Data sets are read record by record: never further ahead than what was asked for."""

import io
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from films.reading import UnreadableDocument, read_documents
from films.reading.json_records import objects_of
from films.reading.records import BadRow
from films.reading.tables import Table, rows_of
from tests.reading.test_records import CSV, RECORD, STORY, put


class Guarded(io.StringIO):
    """A text that fails when more of it is read than was asked for."""

    def __init__(self, text: str, most: int) -> None:
        super().__init__(text)
        self.left = most

    def read(self, size: int | None = -1) -> str:
        piece = super().read(size)
        self.left -= len(piece)
        assert self.left >= 0, "the file was read too far ahead"
        return piece


def test_json_array_is_not_read_ahead() -> None:
    text = json.dumps([RECORD | {"number": number} for number in range(20_000)])
    found = list(islice(objects_of(Guarded(text, 1 << 17)), 100))
    assert len(found) == 100


def test_broken_json_array_is_not_read_to_its_end() -> None:
    text = "[{" + json.dumps([RECORD | {"number": number} for number in range(20_000)], indent=1)[1:]
    found = list(islice(objects_of(Guarded(text, 1 << 18)), 10))
    assert [type(row) is BadRow for row in found[:2]] == [True, False]


def test_table_is_not_read_ahead() -> None:
    def lines() -> Iterator[str]:
        yield "title,plot\n"
        for number in range(20):
            yield f"Film {number},{STORY}\n"
        pytest.fail("the table was read too far ahead")

    table = Table(",", ("title", "plot"), has_header=True)
    assert len(list(islice(rows_of(lines(), table), 20))) == 20


def test_documents_come_as_they_are_asked_for(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", CSV)
    entries = read_documents([tmp_path / "a.csv", tmp_path / "missing.csv"])
    assert [entry.name for entry in islice(entries, 2)] == ["a.csv#1", "a.csv#2"]
    (refusal,) = entries
    assert isinstance(refusal, UnreadableDocument)
