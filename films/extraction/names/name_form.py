"""What the form of a name alone says for and against a person: titles, given names, "Street", "Corp."."""

import re
from dataclasses import dataclass

from films.extraction.given_names import GIVEN
from films.extraction.names.name_parts import TITLES, NameParts
from films.extraction.people import is_human
from films.extraction.resources import read_list
from films.folding import fold

PLACE_WORDS = frozenset(fold(w) for w in read_list("place_words"))
ORGANISATION_WORDS = frozenset(fold(w) for w in read_list("organisation_words"))
NEVER_SURNAMES = read_list("never_surnames")
WEB_OR_NUMBER = re.compile(r"\d|\.(?:com|org|net)\b|@|/")
CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")  # of a robot or a man of the future: "J-21"
MANY_BY_LETTERS = re.compile(r"[A-Z]{2,4}s")  # "MPs", "SUVs"
INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,3}(?=[A-Z][a-z])")
STATES_BY_LETTERS = frozenset(
    {"U.S.", "U.N.", "U.K.", "E.U.", "L.A.", "N.Y.", "D.C.", "U.S.S.", "H.M.", "H.M.S."}
)
OF_FAITH = read_list("names_of_faith")
MOST_BY_LABEL = 1.4
LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """Evidence for a person, and for anything else."""

    person: float = 0.0
    other: float = 0.0
    label: float = 0.0  # the model's label for anything else: it repeats its errors, so this is capped

    def __add__(self, more: "Weight") -> "Weight":
        return Weight(self.person + more.person, self.other + more.other, self.label + more.label)

    @property
    def lead(self) -> float:
        """How much more speaks for a person."""
        return self.person - self.other - min(self.label, MOST_BY_LABEL)


NOTHING = Weight()


FIRST_OF_OTHERS = read_list("first_of_place") | {
    "ss",
    "uss",
    "hms",
    "rms",
    "operation",
    "project",
    "club",
    "cafe",
    "hotel",
    "radio",
}


def begins_with_initials(parts: NameParts) -> bool:
    """Does the name begin as "J.B. Day" does, and not as "U.S. Army"?"""
    found = INITIALS.match(parts.text)
    return found is not None and found.group().replace(" ", "") not in STATES_BY_LETTERS


def is_given_name(parts: NameParts) -> bool:
    """Does the name begin with a well-known given name (and is it no town by the same name)?"""
    return parts.first in GIVEN and (len(parts.core) > 1 or parts.first not in PLACE_WORDS)


def names_no_person(parts: NameParts) -> bool:
    """Does the form alone settle that this is a street, a company, a ship, a site on the web?"""
    weight = weigh_form(parts)
    return weight.other >= 3.0 and weight.person == 0.0


def weigh_form(parts: NameParts) -> Weight:
    """Return what the name itself says: titles, given names, "Street", "Corp."."""
    if len(parts.core) + len(parts.titles) > 1 and parts.last in NEVER_SURNAMES:
        return Weight(other=4.0)  # "King David Hotel", "Tom Vell Studio", "Special Forces"
    if parts.titles:
        return Weight(person=1.0 if parts.titles == ("saint",) else 3.0)
    if parts.core[:1] and parts.core[0] in OF_FAITH and len(parts.core) == 1:
        return Weight(other=2.0)
    if " of " in parts.text and parts.first in TITLES:
        return Weight(person=3.0)
    is_called = is_given_name(parts) or begins_with_initials(parts)
    person = (1.5 if is_called else 0.0) + (2.0 if parts.nickname and parts.core else 0.0)
    return Weight(person, _against_form(parts) + _against_words(parts))


def _against_form(parts: NameParts) -> float:
    """An acronym, a site on the web, an office such as "Team Leader"."""
    against = 1.5 if 1 < len(parts.text) <= LONGEST_ACRONYM and parts.text.isupper() else 0.0
    if CODE.fullmatch(parts.text):
        return 1.0
    if MANY_BY_LETTERS.fullmatch(parts.text):
        against += 2.5
    if WEB_OR_NUMBER.search(parts.text):
        against += 3.0
    if len(parts.core) > 1 and is_human(parts.last) and not is_given_name(parts):
        against += 0.8
    return against


def _against_words(parts: NameParts) -> float:
    """ "Lake Harrow", "Harrow Street", "Harrow Corp."; of "Rose Hill" less is known."""
    given = is_given_name(parts) or begins_with_initials(parts)
    several = len(parts.core) > 1
    against = 3.0 if several and parts.first in FIRST_OF_OTHERS else 0.0
    last = parts.core[-2] if several and parts.last == "i" else parts.last  # "World War I"; II is a suffix
    if last not in PLACE_WORDS and last not in ORGANISATION_WORDS:
        return against
    if several:
        return against + (1.0 if given else 4.0)
    return against + (0.0 if given else 2.0)
