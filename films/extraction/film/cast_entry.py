"""One line of a cast, wherever the document tells it: who plays whom."""

import re
from dataclasses import dataclass

from films.extraction.film.name_shapes import UPPER, clean_name
from films.extraction.resources import read_list
from films.reading.document import Span

AGE = re.compile(r"(?:the\s+)?(?:(?:a\s+)?\d{1,3}[- ]years?[- ]old|aged? \d{1,3},?)\s+", re.IGNORECASE)
TRAILING_NOTE = re.compile(r"\s*[\[(][^()\[\]]*[\])]?\s*$")
OTHER_NAME = re.compile(
    r"\s*(?:/|\ba\.?k\.?a\.?\b|\balias\b|\balso known as\b|\bor\b)\s*,?\s*", re.IGNORECASE
)
QUOTED = re.compile(r"[\"“'‘]([^\"“”\n]{1,30}?)[\"”'’](?=\s|,|$)")
IN_PARENTHESES = re.compile(rf"\(([{UPPER}][\w'’. -]*)\)")
CAPITALISED = re.compile(rf"[^\w]*[{UPPER}\d]")
SELF = re.compile(r"(?:him|her|it|them)sel(?:f|ves)|self", re.IGNORECASE)
GENITIVE = re.compile(r"(?<=\w{2})['’]s\s*$")
POSSESSED = re.compile(r"[’']s?\s+[a-z]")


@dataclass(frozen=True, slots=True)
class CastEntry:
    """The document says that `actor` plays `role`, or only that `actor` is in the cast.

    `names` are the character's names as the role tells them, empty for a role without a name
    ("the doctor") or no role at all. `span` is the evidence. `billing` counts from 1 within a
    cast list and is None in prose.
    """

    actor: str
    role: str
    names: tuple[str, ...]
    description: str
    span: Span
    billing: int | None


def role_names(role: str, actor: str = "") -> tuple[str, ...]:
    """Return every name that the text of a role gives the character.

    >>> role_names('5-year-old Mara')
    ('Mara',)
    >>> role_names('Sam "Lucky" Orr / The Crow')
    ('Sam "Lucky" Orr', 'Sam Orr', 'Lucky', 'The Crow')
    >>> role_names('Herself', 'Jo Smith')
    ('Jo Smith',)
    >>> role_names('a nurse')
    ()
    """
    if SELF.fullmatch(role.strip()):
        return (actor,) if actor else ()
    found: dict[str, None] = {}
    for part in OTHER_NAME.split(role):
        for name in _names_of_part(without_age(part).strip()):
            found.setdefault(name)
    return tuple(found)


def without_age(role: str) -> str:
    """Return the role without the age at which the actor plays it: "young Mara" is "Mara"."""
    shorter = AGE.sub("", role, count=1).strip()
    first, _, rest = shorter.partition(" ")
    if rest and first.casefold() in read_list("age_words") and CAPITALISED.match(rest):
        return without_age(rest)
    return shorter


def _names_of_part(text: str) -> list[str]:
    aliases = IN_PARENTHESES.findall(text)
    text = GENITIVE.sub("", text)
    name = clean_name(IN_PARENTHESES.sub("", text)) if aliases else clean_name(TRAILING_NOTE.sub("", text))
    if text.count('"') and name.count('"') == 1:
        name = text.strip()
    if not _is_name(name):
        return []
    quoted = QUOTED.findall(name)
    plain = re.sub(r"\s+", " ", QUOTED.sub("", name)).strip(" ,")
    names = [
        name,
        *([plain] if quoted and plain else []),
        *quoted,
        *(alias for alias in aliases if _is_name(alias)),
    ]
    return [n for n in dict.fromkeys(names) if n]


def _is_name(text: str) -> bool:
    """Is this a proper name: every word capitalised but particles, and no "Mara's mother"?"""
    if not text or POSSESSED.search(text):
        return False
    words = text.split()
    if words[0] in {"a", "an", "some", "two", "the"} and len(words) > 1:
        return words[0] == "the" and all(CAPITALISED.match(word) for word in words[1:])
    return bool(CAPITALISED.match(words[0])) and bool(CAPITALISED.match(words[-1]))
