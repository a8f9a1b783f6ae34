"""Which of a film's fields a stated fact gives, and which values those fields take."""

from typing import Any

from films.vocabulary import Fact

FIRST_YEAR, LAST_YEAR = 1870, 2100
LONGEST_RUNTIME = 6000
SCALARS = {
    Fact.TITLE: "title",
    Fact.ORIGINAL_TITLE: "original_title",
    Fact.YEAR: "year",
    Fact.RUNTIME_MINUTES: "runtime_minutes",
    Fact.BASED_ON: "based_on",
}
LABELS = {Fact.GENRE: "genres", Fact.COUNTRY: "countries"}
BOUNDS = {"year": (FIRST_YEAR, LAST_YEAR), "runtime_minutes": (1, LONGEST_RUNTIME)}
BOUNDS_IN_WORDS = {
    "year": f"A year is a number from {FIRST_YEAR} to {LAST_YEAR}.",
    "runtime_minutes": f"A running time is a number of minutes from 1 to {LONGEST_RUNTIME}.",
}


def within_bounds(name: str, number: int | None) -> int | None:
    """Return the number, or nothing where the film's field does not take it."""
    first, last = BOUNDS[name]
    return number if number is not None and first <= number <= last else None


def as_value(name: str, text: str) -> Any:
    """Return the value that a text gives the film's field; `None` where a number cannot be read from it.

    >>> as_value("year", "2012"), as_value("year", "soon"), as_value("title", "2012")
    (2012, None, '2012')
    """
    if name not in BOUNDS:
        return text
    return within_bounds(name, int(text) if text.isdecimal() else None)


def is_readable(fact: str, text: str) -> bool:
    """Tell whether a film can be given what is stated of the fact."""
    name = SCALARS.get(Fact(fact), "")
    return as_value(name, text) is not None
