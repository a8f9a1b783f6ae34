"""Years and running times, in the ways in which people write them."""

import re

YEAR = re.compile(r"(?<!\d)(18[89]\d|19\d\d|20\d\d)(?!\d)")
CLOCK = re.compile(r"(?<!\d)(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?!\d)")
HOURS = re.compile(
    r"(\d{1,2})\s*-?\s*(?:hours?|hrs?|h)\b\.?(?:\s*(?:and|,)?\s*(\d{1,2})\s*-?\s*(?:minutes?|mins?|m)?\b)?"
)
MINUTES = re.compile(r"(\d{1,3})\s*-?\s*(?:minutes?|mins?|m|['’′])(?!\w)")
BARE = re.compile(r"(?<!\d)(\d{1,3})(?!\d)")
UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
TENS |= {"seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100}
SPELLED = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)}))?|{'|'.join(UNITS)}"
NUMBER = rf"(?:\d{{1,3}}|\b(?:{SPELLED}|an))"  # in digits or in words
IN_WORDS = re.compile(rf"\b(?:{SPELLED}|an(?= hour))\b")
AND_A_HALF = re.compile(r"(\d) and a half hours?|(\d) hours? and a half")
LONGEST = 900  # minutes; what is longer is no film's running time


def read_year(text: str) -> str | None:
    """Return the first year a film can be of: "12 May 2012" gives "2012"."""
    match = YEAR.search(text)
    return match[1] if match else None


def read_minutes(text: str) -> str | None:
    """Return a running time in minutes.

    >>> [read_minutes(text) for text in ("122", "122 min.", "1h 45m", "2 hours 2 minutes", "1:35:10", "n/a")]
    ['122', '122', '105', '122', '95', None]
    """
    folded = IN_WORDS.sub(_in_digits, text.casefold())
    folded = AND_A_HALF.sub(lambda match: f"{match[1] or match[2]} hours 30 minutes", folded)
    if hours := HOURS.search(folded) or CLOCK.search(folded):
        minutes = int(hours[1]) * 60 + int(hours[2] or 0)
    elif plain := MINUTES.search(folded) or BARE.search(folded):
        minutes = int(plain[1])
    else:
        return None
    return str(minutes) if 0 < minutes < LONGEST else None


def _in_digits(match: re.Match[str]) -> str:
    """Return the digits of "forty-five", and of the "an" of "an hour"."""
    if match.group() == "an":
        return "1"
    ten = next((word for word in TENS if match.group().startswith(word)), "")
    return str(TENS.get(ten, 0) + UNITS.get(match.group().removeprefix(ten).strip(" -"), 0))
