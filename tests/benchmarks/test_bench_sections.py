"""The tables of the documentation: each part has its section, search one for each database."""

import re
from pathlib import Path

from django.db import connection

from benchmarks.__main__ import arguments, section_of

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def test_every_part_has_a_section_to_write_its_table_into(monkeypatch):
    sections = set(re.findall(r"<!-- bench:(\S+) -->", PAGE.read_text(encoding="utf-8")))
    monkeypatch.setattr("sys.argv", ["benchmarks", "texts"])
    parts = [*arguments().parts, "search"]
    assert {section_of(part) for part in parts} <= sections
    assert {"search-sqlite", "search-postgresql"} <= sections
    assert section_of("search") == f"search-{connection.vendor}"
