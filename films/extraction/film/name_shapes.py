"""How a person's name looks in English print: the patterns with which credits are read.

These are shapes only: capitals, initials, particles, nicknames in quotes. Whether a name is an
actor's or a character's is for others to decide.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from films.extraction.given_names import GIVEN
from films.extraction.resources import read_list
from films.folding import fold
from films.reading.document import HeaderField

UPPER = "".join(chr(c) for c in range(0x530) if unicodedata.category(chr(c)) in {"Lu", "Lt"})
JOINED_PARTICLE = rf"(?:(?:de|di|du|la|le|van|von|mac)(?=[{UPPER}]))?"  # "deMille"
WORD = rf"(?!(?:Jr|Sr|Esq)\b){JOINED_PARTICLE}[{UPPER}](?:(?:(?!['’]s\b)[\w'’‘-])*\w)?"
INITIALS = rf"(?:[{UPPER}]\.-?){{1,4}}+"
TITLE = r"(?:Dr|Mr|Mrs|Ms|St|Lt|Col|Gen|Capt|Sgt|Prof|Rev)\."
PARTICLE = (
    r"(?:de la|de las|de los|de|la|le|du|des|del|della|di|da|dos|das|do|van der|van den|van de|van|von der|"
    r"von|vom|zu|der|den|ten|ter|af|av|el|al|bin|ibn|ben|y|e|st\.|d'|o'|ap|of)"
)
SUFFIX = r"(?:,?\s(?:Jr|Sr|Esq)\b\.?|\s(?:II|III|IV)\b)"
NICKNAME = r"(?:[\"“][^\"“”\n]{1,24}[\"”]|['‘][^\"”\n]{1,24}?['’]|\([A-Z]\w{1,14}\))"
PART = rf"(?:{TITLE}|{INITIALS}|(?!The\b(?!\s[{UPPER}])){WORD})"  # "with Orr P. The film": a sentence begins
GAP = r"[ \t\u00a0]"
NAME = (
    rf"(?<![\w'’-])(?>(?:{NICKNAME}{GAP})?{PART}"
    rf"(?:(?:{GAP}{PARTICLE})?{GAP}?(?:{NICKNAME}{GAP})?(?:(?<=\s)|(?<=\.)){PART}){{0,4}}{SUFFIX}?)"
)  # atomic: a name is never read again shorter, which keeps the time linear
NAME_ONLY = re.compile(NAME)
# "the Belgian novelist ", "Vell Pictures founder ", "Mara Vell's then-husband, ": what may stand before
# a name that is credited.
_OWNED = rf"(?:[{UPPER}][\w-]+\s){{2,3}}"
_OWNER = rf"(?:[{UPPER}][\w-]+\s)?[{UPPER}][\w-]+['’]s?\s"
_WORD_BEFORE = rf"(?:(?!(?:and|with|by|who|as|in|for)\b)[a-z][\w-]*\s|[{UPPER}][\w-]+\s(?=[a-z]))"
_DESCRIBED = rf"(?:{_OWNER})?{_WORD_BEFORE}{{0,4}}?"
CALLED = (
    rf"(?:(?:{_OWNED}|{_DESCRIBED})(?:then-|ex-|real-life\s)?"
    rf"(?:{'|'.join(sorted(read_list('profession_words')))})(?:\s|,\s(?<=(?:wife|band|ther|ster|hter), )))?"
)
# "A, B and C": what follows "directed by"; what follows "starring" has "with" and "alongside" too.
NAME_LIST = rf"{NAME}(?:\s*(?:,\s*(?:and|&)\s|,|;|\s(?:and|&)\s)\s*{NAME})*"
LIST_JOINT = re.compile(r"\s*(?:,\s*(?:and|&|with)\s|,|;|\s(?:and|&|with|alongside)\s)\s*")
SUFFIX_AHEAD = re.compile(r"(?:Jr|Sr|Esq|II|III|IV)\b\.?(?!\s*\w)", re.IGNORECASE)
ACT = re.compile(r"\s*[\w'’.-]+\s(?:and|&)\s[\w'’.-]+\s*")
FOOTNOTE = re.compile(r"\[(?:\w{1,3}|citation needed)\]|\[\[|\]\]|\[note \d+\]")
STRAY_EDGE = " \t\r\n,;:*•·–—-|/[]{}<>=_"
QUOTES = '"“”'
GROWN_TOGETHER = re.compile(rf"\b([{UPPER}]\w{{3,}})\1(?=\s)")  # a sort key and the name: "Orr, AlmaAlma Orr"
FEWEST_DOUBLED = 3  # words of a name set twice; "Jo Jo" is one
LOOSE_ENDS = frozenset({"a", "an", "and", "between", "by", "for", "from", "in", "of", "the", "with"})


def clean_name(text: str) -> str:
    """Return a credited name without footnote marks, brackets, notes and stray punctuation.

    >>> clean_name(" Jo  Smith[3] (uncredited)"), clean_name("• Jo Smith,")
    ('Jo Smith', 'Jo Smith')
    """
    name = FOOTNOTE.sub("", text)
    name = GROWN_TOGETHER.sub(r"\1", re.sub(r"\s*\([^()]*\)\s*$", "", name))
    name = _without_stray_quotes(re.sub(r"\s+", " ", name).strip(STRAY_EDGE))
    name = re.sub(r"^['‘’](.*[^'‘’])$", r"\1", name) if name.count("'") == 1 else name
    words = name.split()
    if len(words) > FEWEST_DOUBLED and words[: len(words) // 2] * 2 == words:  # "Jo Smith Jo Smith"
        name = " ".join(words[: len(words) // 2])
    if name.endswith(".") and not re.search(rf"(?:\b[{UPPER}]|\b(?:Jr|Sr|Esq))\.$", name):
        name = name[:-1]
    return name.strip()


def _without_stray_quotes(name: str) -> str:
    """Return `"Bo" Orr` as it is, `"Bo Orr"` without its quotation marks, and `Bo Orr"` without its one."""
    inside = name.strip(QUOTES + STRAY_EDGE)
    marks = sum(name.count(mark) for mark in QUOTES)
    is_paired = marks % 2 == 0 and any(mark in inside for mark in QUOTES)
    return name if is_paired else inside


def is_person_like(name: str) -> bool:
    """Could this be a person's name, whoever they are?

    >>> is_person_like("Jo Smith"), is_person_like("Unknown"), is_person_like(")")
    (True, False, False)
    """
    words = fold(name).split()
    if not words or not any(c.isalpha() for c in name) or " ".join(words) in _no_person():
        return False
    if words[-1] in LOOSE_ENDS or sum(name.count(mark) for mark in QUOTES) % 2:
        return False  # the beginning of something longer: "Voices of"
    return len(words) <= 7 and read_list("company_words").isdisjoint(words[1:] or words)


def is_in_small_letters(name: str, fields: Iterable[HeaderField]) -> bool:
    """Has a name no capital, though the header's fields have some? "k.d. lang" writes herself so."""
    if not name.islower() or "." in name:
        return False
    return not " ".join(field.value for field in fields).islower()


@cache
def _no_person() -> frozenset[str]:
    return frozenset(fold(value) for value in read_list("no_person"))


def is_full_name(text: str) -> bool:
    """Is the whole text one name of two words or more, such as "Jo Smith" or "J. de Vries"?"""
    words = text.split()
    return len(words) >= 2 and NAME_ONLY.fullmatch(text) is not None and is_person_like(text)


def without_start_word(name: str) -> str:
    """Drop a capitalised word that begins the sentence and not the name.

    >>> without_start_word("Meanwhile Mara Vell")
    'Mara Vell'
    """
    first, _, rest = name.partition(" ")
    return without_start_word(rest) if rest and first.casefold() in read_list("not_name_start") else name


def with_shared_surname(name: str, joint: str, following: str) -> str:
    """Return the full name of the first of two who share a surname; any other name as it is.

    >>> with_shared_surname("Tom", " and ", "Mara Orr"), with_shared_surname("Tom", ", ", "Mara Orr")
    ('Tom Orr', 'Tom')
    """
    if fold(name) not in GIVEN or joint.strip() not in {"and", "&"} or not is_full_name(following):
        return name
    return f"{name} {following.rsplit(maxsplit=1)[-1]}"


def split_list(text: str, *, keeps_acts: bool = True) -> Iterator[tuple[int, int]]:
    """Yield where the names of a list stand: commas, semicolons, "and" and "&" part them.

    "Jr." after a comma stays with its name, and a list of two single words joined by "and" stays
    whole, for it is an act ("Vell and Orr"), unless told otherwise.

    >>> [("A. Lee, Jr., Jo Orr and Al Ro")[a:b] for a, b in split_list("A. Lee, Jr., Jo Orr and Al Ro")]
    ['A. Lee, Jr.', 'Jo Orr', 'Al Ro']
    """
    start = 0
    for joint in LIST_JOINT.finditer(text):
        if SUFFIX_AHEAD.match(text, joint.end()) or (keeps_acts and ACT.fullmatch(text)):
            continue
        if text[start : joint.start()].strip():
            yield _trimmed(text, start, joint.start())
        start = joint.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
