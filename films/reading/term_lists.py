"""Lists of terms that pages set beside their text: "• Love Triangle", "• Otto Vell Films"."""

import re
from collections.abc import Sequence

from films.reading.lines import Line
from films.reading.titles import is_title_cased

BULLET = re.compile(r"\s*[•·▪◦*–-]\s+(?P<term>\S.*?)\s*")
FEWEST = 4  # terms
MOST_WORDS = 5
END = frozenset(".!?:;,…")


def terms_of_list(lines: Sequence[Line], at: int) -> int:
    """Return the index behind a list of terms that begins at a line, or 0 where none does.

    >>> lines = [Line(f"• {term}", 0) for term in ("Love Triangle", "Inns", "Hidden Guests", "The Sea")]
    >>> terms_of_list(lines, 0), terms_of_list([Line("• Mara sails home to Ivo.", 0)] * 4, 0)
    (4, 0)
    """
    found, behind = 0, 0
    for i in range(at, len(lines)):  # not a slice: that would copy the rest of the text at every line
        if lines[i].is_blank:
            continue
        if not _is_term(lines[i]):
            break
        found, behind = found + 1, i + 1
    return behind if found >= FEWEST else 0


def _is_term(line: Line) -> bool:
    match = BULLET.fullmatch(line.text)
    if match is None or match["term"][-1] in END or len(match["term"].split()) > MOST_WORDS:
        return False
    return is_title_cased(match["term"]) and not re.search(r"\s(?:as|[–—-])\s|\(|\.{2}|:", match["term"])
