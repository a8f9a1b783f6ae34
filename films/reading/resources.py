"""Word lists: one entry a line, `#` starts a line of comment; read once."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "resources"


@cache
def entries(name: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the entries of a word list of this room, or of the one whose lists are in the folder."""
    lines = (line.strip() for line in (folder / name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def table(name: str) -> dict[str, str]:
    """Return a list of `left = right` entries as a mapping."""
    pairs = (entry.split("=", 1) for entry in entries(name))
    return {left.strip(): right.strip() for left, right in pairs}
