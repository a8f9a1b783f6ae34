"""A measured figure beside its target, in the terminal and in the documentation."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

HEADINGS = ("what", "measured", "target", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a benchmark; `is_met` is None where nothing was promised."""

    what: str
    measured: str
    target: str = ""
    is_met: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        verdict = {True: "met", False: "missed", None: ""}[self.is_met]
        return self.what, self.measured, self.target, verdict


def least_to_most(values: Iterable[float], form: str = ".2f") -> str:
    """Return the least and the greatest of what was measured: a median says little without them.

    >>> least_to_most([0.67, 0.714, 0.64])
    '0.64 to 0.71'
    """
    seen = sorted(values)
    return f"{seen[0]:{form}} to {seen[-1]:{form}}"


def table_of(title: str, figures: Sequence[Figure]) -> Table:
    """Return the figures as a table for the terminal."""
    table = Table(title=title, title_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, justify="right" if heading == "measured" else "left")
    for figure in figures:
        table.add_row(*figure.cells)
    return table


def markdown_of(figures: Sequence[Figure]) -> str:
    """Return the figures as a table of a Markdown page."""
    rows = [HEADINGS, ("---", "---:", "---", "---"), *(figure.cells for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def write_section(page: Path, section: str, text: str) -> None:
    """Put `text` between the page's marks `<!-- bench:SECTION -->` and `<!-- /bench:SECTION -->`."""
    opening, closing = f"<!-- bench:{section} -->", f"<!-- /bench:{section} -->"
    between = re.compile(f"{re.escape(opening)}.*?{re.escape(closing)}", re.DOTALL)
    old = page.read_text(encoding="utf-8")
    if len(between.findall(old)) != 1:
        raise ValueError(f"{page} should hold {opening} … {closing} once, for the table to stand between.")
    new = between.sub(lambda _: f"{opening}\n{text}\n{closing}", old)
    page.write_text(new, encoding="utf-8")
