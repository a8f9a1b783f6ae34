"""The parts of a proper name: titles, given names, particles, nickname, surname, suffix."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from films.extraction.given_names import GIVEN_FEMALE, GIVEN_MALE
from films.extraction.resources import read_list
from films.extraction.words import QUOTES
from films.folding import fold
from films.vocabulary import Gender

PARTICLES = read_list("name_particles")
OF_SURNAMES = PARTICLES - {"y", "e", "do", "mac", "al", "ten", "abu", "bin", "ibn", "bint"}
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior"})
NUMERALS = frozenset(
    {"ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi"}
)
MARRIED = frozenset({"mrs", "mme", "madame", "señora", "senora", "frau", "signora", "mistress"})
ENDINGS = SUFFIXES | NUMERALS
MALE_TITLES = read_list("title_words_male")
FEMALE_TITLES = read_list("title_words_female")
TITLES = MALE_TITLES | FEMALE_TITLES | read_list("title_words")
UNIT = re.compile(r'["“”„«»,]|[^\s"“”„«»,]+')
SINGLE_QUOTED = re.compile(r"(?<!\w)['‘]([^'‘’]+)['’](?!\w)")
# "Kenta-san", "Ravi-ji": said out of respect, and no part of the name.
HONORIFIC = re.compile(
    r"(?<=\w\w)[-–](?:san|kun|chan|sama|sensei|senpai|dono|ji|nim|ssi|hyung|noona|oppa|bhai|saheb|sahib)$"
)
SAME_SUFFIX = {"junior": "jr", "jr.": "jr", "senior": "sr", "sr.": "sr"}


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; everything but `text` is folded.

    "Dr. Mara 'Moth' Vell Jr." has the titles ("dr",), the core ("mara", "vell"), the nickname
    "moth" and the suffix "jr".
    """

    text: str
    titles: tuple[str, ...]
    core: tuple[str, ...]
    nickname: str = ""
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """More than one word, or a nickname beside one."""
        return len(self.core) > 1 or bool(self.core and self.nickname)

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.core) | frozenset([*self.nickname.split(), self.suffix]) - {""}

    @property
    def untitled(self) -> str:
        """The name as written, without the titles before it."""
        return " ".join(self.text.split()[len(self.titles) :])

    @property
    def first(self) -> str:
        return self.core[0] if self.core else self.nickname

    @property
    def last(self) -> str:
        return self.core[-1] if self.core else self.nickname

    @property
    def surname(self) -> str:
        """The last word where there is more than one, or where a nickname or a title stands before it."""
        return self.core[-1] if len(self.core) > 1 or (self.core and self.nickname) else ""

    @property
    def surnames(self) -> frozenset[str]:
        """The surname, and the surname with its particles: "vell" and "van vell"."""
        start = len(self.core) - 1
        while start > 1 and self.core[start - 1] in OF_SURNAMES:
            start -= 1
        return frozenset({self.surname, " ".join(self.core[start:]) if self.surname else ""}) - {""}

    @property
    def is_wife(self) -> bool:
        """Is it "Mrs. Vell" or "Madame Vell"?"""
        return bool(self.titles) and MARRIED.issuperset(self.titles)

    @property
    def is_of_husband(self) -> bool:
        """Is it "Mrs. Tom Vell", which says what her husband is called?"""
        is_mans = self.first in GIVEN_MALE and self.first not in GIVEN_FEMALE
        return self.is_wife and len(self.core) > 1 and is_mans

    @property
    def title_gender(self) -> Gender | None:
        for title in self.titles:
            if title in MALE_TITLES:
                return Gender.MALE
            if title in FEMALE_TITLES:
                return Gender.FEMALE
        return None


def gender_of_name(parts: NameParts) -> Gender | None:
    """Return the gender that a title or a well-known given name hints at.

    >>> gender_of_name(take_apart_text("Mrs. Vell"))
    <Gender.FEMALE: 'f'>
    """
    if parts.title_gender is not None:
        return parts.title_gender
    if (parts.first in GIVEN_FEMALE) == (parts.first in GIVEN_MALE):
        return None
    return Gender.FEMALE if parts.first in GIVEN_FEMALE else Gender.MALE


def take_apart(words: Sequence[str], spaces: Sequence[bool]) -> NameParts:
    """Take apart the words of a name.

    >>> take_apart(["Dr.", "Mara", '"', "Moth", '"', "Vell"], [True, True, False, False, True, False]).core
    ('mara', 'vell')
    """
    text = _unquoted("".join(w + (" " if s else "") for w, s in zip(words, spaces, strict=True)).strip())
    units = join_hyphens(words, spaces)
    units = _without_domain(units)
    titles, units = _split_titles(units)
    nickname, units = _split_nickname(units)
    suffix = ""
    if len(units) > 1 and units[-1].lower() in ENDINGS:
        suffix = units[-1].lower()
        units = units[:-1]
    units = [HONORIFIC.sub("", unit) for unit in units]
    core = tuple(word for unit in units for word in fold(unit).split())
    if len(core) > 1 and all(word in OF_SURNAMES for word in core[:-1]):
        core = (" ".join(core),)  # "Mr. Van Vell": a surname, and no first name "Van"
    return NameParts(text, titles, core, nickname, SAME_SUFFIX.get(suffix, suffix))


def _unquoted(text: str) -> str:
    """Drop quotation marks round the whole of a name, and the full stop that ends its sentence."""
    whole = len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES
    text = text[1:-1].strip() if whole else text
    last = text.split()[-1] if text else ""
    ends_sentence = (
        len(last) > 3 and last.endswith(".") and last.lower() not in SUFFIXES and last.count(".") == 1
    )
    return text[:-1] if ends_sentence else text


def take_apart_text(text: str) -> NameParts:
    """Take apart a name that stands alone, as in a cast list.

    >>> take_apart_text('Tom "Stumpy" Vell, Jr.').core
    ('tom', 'vell')
    """
    words = UNIT.findall(SINGLE_QUOTED.sub(r'"\1"', text))
    return replace(take_apart(words, [True] * len(words)), text=_unquoted(text.strip()))


def join_hyphens(words: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    """Put together what the tokeniser split at hyphens and full stops: "Jean", "-", "Luc"."""
    units: list[str] = []
    joined = False
    for word, space in zip(words, spaces, strict=True):
        if joined or (units and word in {"-", "."}):
            units[-1] += word
        else:
            units.append(word)
        joined = not space and word == "-"
    return units


def _without_domain(units: list[str]) -> list[str]:
    """ "Queen Mara of the Isles" is told by what stands before "of"."""
    return units[: units.index("of")] if "of" in units[1:] else units


def _split_titles(units: list[str]) -> tuple[tuple[str, ...], list[str]]:
    count = 0
    while count < len(units) - 1 and fold(units[count]) in TITLES:
        count += 1
    return tuple(fold(unit) for unit in units[:count]), units[count:]


def _split_nickname(units: list[str]) -> tuple[str, list[str]]:
    quotes = [i for i, unit in enumerate(units) if unit in QUOTES]
    if len(quotes) < 2 or quotes[1] - quotes[0] < 2:
        return "", units
    inner = fold(" ".join(units[quotes[0] + 1 : quotes[1]]))
    return inner, units[: quotes[0]] + units[quotes[1] + 1 :]
