"""Years and running times, in the ways in which people write them."""

import re

YEAR = re.compile(r"(?<!\d)(18[89]\d|19\d\d|20\d\d)(?!\d)")
CLOCK = re.compile(r"(?<!\d)(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?!\d)")
HOURS = re.compile(
    r"(\d{1,2})\s*-?\s*(?:hours?|hrs?|h)\b\.?(?:\s*(?:and|,)?\s*(\d{1,2})\s*-?\s*(?:minutes?|mins?|m)?\b)?"
)
MINUTES = re.compile(r"(\d{1,3})\s*-?\s*(?:minutes?|mins?|m|['’′])(?!\w)")
BARE = re.compile(r"(?<!\d)(\d{1,3})(?!\d)")
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
    folded = text.casefold()
    if hours := HOURS.search(folded) or CLOCK.search(folded):
        minutes = int(hours[1]) * 60 + int(hours[2] or 0)
    elif plain := MINUTES.search(folded) or BARE.search(folded):
        minutes = int(plain[1])
    else:
        return None
    return str(minutes) if 0 < minutes < LONGEST else None
