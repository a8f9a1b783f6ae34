"""The numbers that two tellings give for one thing, compared as values: "five thousand" is "5,000".

Pure. A number is read with its unit, an age or money, or with the words after it, so that "two men"
is set against "three men" and not against "three days". "The mid 20s" are the ages from 24 to 26.
Ordinals, clock times and the word "one" by itself, which is hardly ever a count, are not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

ONES = {
    "a": 1, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety":
    90,
}  # fmt: skip
DECADES = {f"{word[:-1]}ies": value for word, value in TENS.items()}
SCALES = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9}
PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
WHOLE_DECADE = (0, 9)
MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
AGE, YEAR = "age", "year of the calendar"
LONGEST_AGE = 120
MOST_YEARS_APART = 10
WORDS_COMPARED = 3
# They end the words that say what is counted.
NOT_COUNTED = frozenset({
    "a", "ago", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "him", "his", "in", "into", "is", "it", "its", "later", "of", "off", "old", "on",
    "or", "out", "over", "she", "so", "that", "the", "their", "them", "then", "they", "to", "up", "was",
    "were", "when", "where", "which", "while", "who", "with",
})  # fmt: skip
PLURALS = {"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALED = rf"(?:[\s-]+(?:{'|'.join(SCALES)})\b)"
_SMALL = rf"(?:(?:{'|'.join(TENS)})\b(?:[\s-](?:{'|'.join(ONES)})\b)?|(?:{'|'.join(ONES)})\b)"
NUMBER = re.compile(
    rf"""(?<![\w.:,'’-])
    (?P<before>(?:early|mid|late)[\s-]+|aged?\s+|the\s+)?
    (?P<money>[$€£¥]\s?)?
    (?:
        (?P<decade>(?:{"|".join(DECADES)})\b|['’]?\d{{2,4}}['’]?s\b)
      | (?P<number>(?:{_DIGITS}|{_SMALL})(?:{_SCALED}+(?:(?:\s+and)?[\s-]+{_SMALL}{_SCALED}*)*)?)
    )(?![\w:]|[.,]\d)
    (?P<age>[\s-]+years?[\s-]+(?:old|of\s+age)\b)?""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class TellingNumber:
    """`text[start:end]` says a number from `low` to `high`; `words` say what is counted."""

    text: str
    start: int
    end: int
    low: float
    high: float
    unit: str = ""
    words: frozenset[str] = frozenset()

    def says_the_same_as(self, other: "TellingNumber") -> bool:
        return (self.low, self.high) == (other.low, other.high)

    def agrees_with(self, other: "TellingNumber") -> bool:
        """May both be true? So they may where their ranges overlap."""
        return self.low <= other.high and other.low <= self.high

    def _distance(self, other: "TellingNumber") -> float:
        return max(self.low - other.high, other.low - self.high, 0)

    def counts_the_same_as(self, other: "TellingNumber") -> bool:
        """Do both numbers speak of the same thing: of an age, of money, of men?

        Ages that lie far apart are those of two people: a father's and his son's.
        """
        if self.unit == AGE and self._distance(other) > MOST_YEARS_APART:
            return False
        if self.unit or other.unit:
            return self.unit == other.unit
        return bool(self.words & other.words)


@dataclass(frozen=True, slots=True)
class NumberPair:
    """Two tellings give different numbers for one thing, or one number with different precision."""

    left: TellingNumber
    right: TellingNumber

    @property
    def is_rival(self) -> bool:
        """Can only one of the two be true?"""
        return not self.left.agrees_with(self.right)


def read_numbers(text: str, *, offset: int = 0) -> list[TellingNumber]:
    """Return the numbers of a text, in its order; `offset` is added to where they stand.

    >>> [(number.text, number.low, number.high) for number in read_numbers("in his mid 20s, with $5,000")]
    [('mid 20s', 24, 26), ('$5,000', 5000.0, 5000.0)]
    """
    return [replace(row, start=row.start + offset, end=row.end + offset) for row in _numbers(text)]


def compare_numbers(left: Iterable[TellingNumber], right: Iterable[TellingNumber]) -> list[NumberPair]:
    """Return the numbers that differ, each beside the other telling's number for the same thing.

    >>> pairs = compare_numbers(read_numbers("two men and 5,000 euros"), read_numbers("three armed men"))
    >>> [(pair.left.text, pair.right.text, pair.is_rival) for pair in pairs]
    [('two', 'three', True)]
    """
    rest, others = list(left), list(right)
    for number in list(rest):
        same = next((other for other in others if number.says_the_same_as(other)), None)
        if same:
            rest.remove(number)
            others.remove(same)
    pairs = []
    for number in rest:
        rival = next((other for other in others if number.counts_the_same_as(other)), None)
        if rival:
            others.remove(rival)
            pairs.append(NumberPair(number, rival))
    return pairs


def _numbers(text: str) -> Iterator[TellingNumber]:
    for found in NUMBER.finditer(text):
        if (found["number"] or "").lower() in ("a", "one") and not found["age"]:
            continue
        low, high, unit = _decade(found) if found["decade"] else _count(found)
        start, end = found.start(), found.end()
        if _before(found) == "the":
            start = found.end("before")
        words = frozenset(_words_after(text[end:]))
        unit = unit or next((name for name in MONEY.values() if name in words), "")
        yield TellingNumber(text[start:end], start, end, low, high, unit, words)


def _decade(found: re.Match[str]) -> tuple[float, float, str]:
    """Return the ages of "mid 20s" and "early thirties", the years of "the 60s" and "late 1960s"."""
    word, before = found["decade"].lower(), _before(found)
    first = DECADES.get(word) or int(re.sub(r"\D", "", word))
    is_year = before == "the" or word[0] in "'’" or first > LONGEST_AGE
    if is_year and first <= LONGEST_AGE:
        first += 1900
    opens, closes = PARTS_OF_DECADE.get(before, WHOLE_DECADE)
    return first + opens, first + closes, YEAR if is_year else AGE


def _count(found: re.Match[str]) -> tuple[float, float, str]:
    value = _value(found["number"])
    if found["money"]:
        return value, value, MONEY[found["money"].strip()]
    if found["age"] or _before(found) in ("age", "aged"):
        return value, value, AGE
    is_year = re.fullmatch(r"1[5-9]\d\d|20\d\d", found["number"])
    return value, value, YEAR if is_year else ""


def _before(found: re.Match[str]) -> str:
    return (found["before"] or "").strip(" -").lower()


def _value(words: str) -> float:
    """Return the value of "2.5 million", "a hundred and five", "twenty-five", "two dozen"."""
    whole: float = 0
    part: float = 0
    for word in re.split(r"[\s-]+", words.lower().replace(",", "")):
        if word in SCALES:
            part = (part or 1) * SCALES[word]
            if SCALES[word] >= SCALES["thousand"]:
                whole, part = whole + part, 0
        elif word != "and":
            part += float(word) if word[0].isdigit() else {**ONES, **TENS}[word]
    return whole + part


def _words_after(text: str) -> Iterator[str]:
    """Yield what is counted, in the singular: of "3 armed men in black" armed and man."""
    within = re.match(r"[^.,;:!?()\n]*", text)
    for word in re.findall(r"[^\W\d_]+", within[0].lower() if within else "")[:WORDS_COMPARED]:
        if word in NOT_COUNTED:
            return
        yield PLURALS.get(word) or word.removesuffix("s")
