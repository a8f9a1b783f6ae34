"""Received text made readable for a language model, with an exact way back.

What is repaired is what data sets do to text: markup left in, words cut out, apostrophes lost in
tokenising, spaces set round punctuation or swallowed after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from films.reading.document import CleanText
from films.reading.markup import without_markup
from films.reading.paragraphs import with_paragraphs
from films.reading.stretch import Edit, Stretch, stretch_of

MOST_ROUNDS = 8  # what one repair uncovers another repairs; real text needs two rounds

# One for one, so that no offset moves: exotic spaces, and line ends of other systems.
SPACES = str.maketrans(
    dict.fromkeys(
        "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    )
)
LINE_ENDS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufffd]"
)


@dataclass(frozen=True, slots=True)
class Repair:
    """Every match of `pattern`, or of its group if it has one, becomes `new`.

    Most patterns begin with a character and look behind it afterwards: that finds them several times as fast.
    """

    pattern: re.Pattern[str]
    new: str


def _repair(pattern: str, new: str = "") -> Repair:
    return Repair(re.compile(pattern), new)


PUNCTUATION = (
    _repair(r"(?<![^\n])(?:[*•·▪◦:;>]+|#(?!\d)) ?(?=[\w\"“])"),  # bullets and indents of a list
    _repair(r"\( ?[,;:]? ?\)"),  # "Mara ( ) leaves": the actor was cut out
    _repair(r"(?<=\() +"),
    _repair(r" {2,}", " "),
    _repair(r" (?=[,;:!?)\]](?![\w(]))"),  # "Mara , a cook ,"
    _repair(r" (?=\.(?:[\s\"'”’)]|$))"),  # "she leaves ."
    _repair(r" (?=\.[A-Z][a-z])"),  # "she leaves .He stays"
    _repair(r" ,(?<=\w ,)(?=[^\W\d_])", ", "),  # "Mara ,a cook"
    _repair(r",(?<=[,;],)(?=[\s\w])"),
)
NEGATED = "do|does|did|is|are|was|were|has|have|had|would|could|should|must|need"


def _behind(words: str, ending: str) -> str:
    """Return what matches behind one of the words and the ending; a look behind has one length only."""
    return "(?:" + "|".join(rf"(?<=\b{word}{ending})" for word in words.split("|")) + ")"


APOSTROPHES = (
    _repair(r" (?=['’](?:s|re|ve|ll|d|m)\b(?!['’]))(?<=[^\W\d_] )"),  # "Mara 's house"
    _repair(r" (?=n['’]t\b)(?<=[^\W\d_] )"),  # "does n't"
    _repair(r" (?=s(?:[\s.,;:!?)]|$))(?<=[^\W\d_]{2} )", "'"),  # "Mara s house", "it s"
    _repair(rf"(?i) (?=nt\b){_behind(NEGATED, ' ')}"),  # "does nt"
    _repair(rf"(?i) (?=t\b){_behind(NEGATED + '|ca|wo|ai', 'n ')}", "'"),  # "didn t", "won t"
    _repair(rf"(?i)n()(?=t\b){_behind(NEGATED, 'n')}", "'"),  # "didnt"
    _repair(r" (?=(?:m|ve|ll|d)\b)(?<=\bI )", "'"),
    _repair(rf"(?i) (?=(?:re|ve|ll|d)\b){_behind('he|she|we|it|you|who|they', ' ')}", "'"),
    _repair(r" (?=clock\b)(?<=\bo )", "'"),
)
LOST_SPACES = (
    _repair(rf"\.()(?=[A-ZÀ-Þ][a-zà-ÿ]){_behind('Mr|Mrs|Ms|Dr|St|Prof|Lt|Sgt|Col|Gen|Capt', '[.]')}", " "),
    _repair(r"[)”]()(?=[A-ZÀ-Þ][a-zà-ÿ'’])(?<=[a-zà-ÿ)][!?.].)", " "),
    _repair(r"[.!?,;]()(?=[A-ZÀ-Þ][a-zà-ÿ'’])(?<=[a-zà-ÿ]\).)", " "),
    _repair(r"[.!?]()(?=[A-ZÀ-Þ][a-zà-ÿ])(?<=\d\d\d\d.)", " "),
    _repair(r"[,;]()(?=[A-Za-zÀ-ÿ]{2})(?<=[A-Za-zà-ÿ]{2}.)", " "),
    _repair(r"()\((?=[A-ZÀ-Þ][a-zà-ÿ])(?<=[a-zà-ÿ]{3}\()", " "),  # "Mara(Ilse Brandt)"
    _repair(r"\)()(?=[A-Za-zÀ-ÿ]{2})(?<=[a-zà-ÿ]{3}\))", " "),
)
# "they swim.Over time": two small letters before, a capitalised word after; not "U.S.A", "e.g.", "1.5".
SWALLOWED = re.compile(r"[.!?](?=(?:[A-ZÀ-Þ][a-zà-ÿ'’]|[AI] ))(?<=[a-zà-ÿ]{2}.)")
ADDRESS = re.compile(r"www\.|://|@|\.(?:com|org|net)\b", re.IGNORECASE)
LONGEST_ADDRESS = 80


def clean(text: str, spans: tuple[tuple[int, int], ...] | None = None) -> CleanText:
    """Return what stands in the lines `spans` of `text` (all of it, if none are given), made readable.

    Cleaning clean text changes nothing.

    >>> clean("Mara s boat ( ) sinks .[1]They swim.").text
    "Mara's boat sinks. They swim."
    """
    stretch = stretch_of(text, spans if spans is not None else ((0, len(text)),))
    stretch = Stretch(
        stretch.text.translate(SPACES).replace("\r\n", " \n").translate(LINE_ENDS),
        stretch.origins,
        stretch.ends,
    )
    for _ in range(MOST_ROUNDS):
        cleaner = _round(stretch)
        if cleaner.text == stretch.text:
            break
        stretch = cleaner
    return CleanText(stretch.text, stretch.origins, stretch.ends)


def _round(stretch: Stretch) -> Stretch:
    stretch = with_paragraphs(without_markup(stretch.replaced(INVISIBLE, "")))
    for repair in (*PUNCTUATION, *APOSTROPHES, *LOST_SPACES):
        stretch = stretch.replaced(repair.pattern, repair.new)
    return _with_tidy_quotes(stretch.edited(_swallowed_spaces(stretch.text)))


def _swallowed_spaces(text: str) -> Iterator[Edit]:
    """Yield a space for each that is missing after a sentence, but not within an address."""
    for match in SWALLOWED.finditer(text):
        at = match.end()
        before = text[max(0, at - LONGEST_ADDRESS) : at].rsplit(" ", maxsplit=1)[-1]
        after = text[at : at + LONGEST_ADDRESS].split(" ", maxsplit=1)[0]
        if not ADDRESS.search(before + after):
            yield at, at, " "


def _with_tidy_quotes(stretch: Stretch) -> Stretch:
    """Set quotes that tokenising has loosened to their words: `the " soup " man` is `the "soup" man`."""
    if ' " ' not in stretch.text:
        return stretch
    edits = []
    is_open = False
    for match in re.finditer(r'\n|"', stretch.text):
        if match.group() == "\n":
            is_open = False
            continue
        at, is_open = match.start(), not is_open
        side = at + 1 if is_open else at - 1
        if stretch.text[max(side, 0) : side + 1] == " " and _is_loose(stretch.text, at):
            edits.append((side, side + 1, ""))
    return stretch.edited(edits)


def _is_loose(text: str, at: int) -> bool:
    """Whether the quote at `at` has a space, or nothing, on both sides."""
    return text[at - 1 : at] in (" ", "", "\n") and text[at + 1 : at + 2] in (" ", "", "\n")
