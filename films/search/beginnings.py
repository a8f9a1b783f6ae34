"""Known words and names that begin as an unfinished one does.

A database that looks for a beginning reads every place of every word that begins so, which grows with
the base. The vocabulary tells the words, and only the most frequent of them are looked for.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from films.models.facts import FIRST_YEAR, LAST_YEAR
from films.search.database import database
from films.search.terms import WHOLE_NAME

MOST_LOOKED_AT, MOST_NAMES_LOOKED_AT = 2_500, 1_000
MOST_MEANT = 50
MEANT = """
    SELECT * FROM (
        SELECT %s AS beginning, word FROM ({known}) AS known ORDER BY count DESC, {order} LIMIT %s
    ) AS meant
"""


def beginnings(unfinished: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each unfinished word the known ones it may be, the most frequent first, in one query.

    A whole name is one, too, with its mark. Numbers are not in the vocabulary; they may be years.
    """
    asked = list(dict.fromkeys(unfinished))
    found: dict[str, list[str]] = defaultdict(list)
    if words := [word for word in asked if not word.isnumeric()]:
        meant = MEANT.format(known=database().BEGINNING, order=database().ORDER)
        params = [
            param for word in words for param in (word, database().begun(word), _most(word), MOST_MEANT)
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([meant] * len(words)), params)
            for beginning, word in cursor:
                found[beginning].append(word)
    return {word: tuple(_years(word) if word.isnumeric() else found[word]) for word in asked}


def _most(beginning: str) -> int:
    return MOST_NAMES_LOOKED_AT if beginning.startswith(WHOLE_NAME) else MOST_LOOKED_AT


def _years(number: str) -> list[str]:
    return [str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1) if str(year).startswith(number)]
