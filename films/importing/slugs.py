"""Addresses: readable, unique, and never given away twice."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from django.db import connection
from django.db.models import Model
from django.utils.text import slugify

from films.folding import LETTERS
from films.models import Forward
from films.models.batches import batches

LENGTH = 120
FACTOR = 8
AT_ONCE = 400  # SQLite takes no more than 500 rows of VALUES here
STAND_IN = "x-x"
# Goes from number to number while a row has the slug or an address with it leads elsewhere.
FIRST_FREE = """
    WITH RECURSIVE tried (base, number, slug) AS (
        VALUES {bases}
        UNION ALL SELECT base, number + 1, base || '-' || (number + 1) FROM tried
        WHERE COALESCE((SELECT 1 FROM {table} WHERE {table}.slug = tried.slug), {forwarded}) = 1
    )
    SELECT base, MAX(number) FROM tried GROUP BY base
"""
FORWARDED = "(SELECT 1 FROM films_forward WHERE old_path = %s || tried.slug || %s)"


def slug_of(text: str, fallback: str) -> str:
    """Return `text` as it stands in an address, or the fallback for a text without Latin letters.

    >>> slug_of("Zoë & Łukasz", "character")
    'zoe-lukasz'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    ascii_text = decomposed.encode("ascii", "ignore").decode()
    return slugify(ascii_text)[: LENGTH - 8].strip("-") or fallback


def with_number(base: str, number: int) -> str:
    """Return one of `mara`, `mara-2`, `mara-3` and so on.

    >>> with_number("mara", 1), with_number("mara", 2)
    ('mara', 'mara-2')
    """
    return base if number == 1 else f"{base}-{number}"


def free_slug(base: str, taken: set[str]) -> str:
    """Return the first slug made of `base` that is not taken, and take it."""
    slug = next(slug for slug in (with_number(base, number) for number in count(1)) if slug not in taken)
    taken.add(slug)
    return slug


@dataclass(slots=True)
class Slugs:
    """Gives away slugs that no row of `model` has, none of them twice."""

    model: type[Model]
    _next: dict[str, int] = field(default_factory=dict)  # by base, the number to try next
    _known: dict[str, int] = field(
        default_factory=dict
    )  # by base, up to which number it is known what is taken
    _given: Counter[str] = field(default_factory=Counter)  # how many of each base
    _taken: set[str] = field(default_factory=set)

    def look_up(self, bases: Iterable[str]) -> None:
        """Find out at once which number is the first that is free for each of these bases."""
        new = (base for base in dict.fromkeys(bases) if base not in self._next)
        for batch in batches(new, AT_ONCE):
            with connection.cursor() as cursor:
                cursor.execute(*self._first_free(batch))
                found = dict(cursor.fetchall())
            self._next |= found
            self._known |= found

    def _first_free(self, bases: Sequence[str]) -> tuple[str, list[str]]:
        """Return a query that counts the slugs off, hundreds of a name, without fetching them."""
        addresses = self._addresses()
        sql = FIRST_FREE.format(
            bases=", ".join(["(%s, 1, %s)"] * len(bases)),
            table=connection.ops.quote_name(self.model._meta.db_table),
            forwarded=FORWARDED if addresses else "NULL",
        )
        return sql, [*(text for base in bases for text in (base, base)), *addresses]

    def _addresses(self) -> tuple[str, ...]:
        """Return what stands before and after the slug in the address of a page; nothing without pages."""
        if not hasattr(self.model, "get_absolute_url"):
            return ()
        before, _, after = str(self.model(slug=STAND_IN).get_absolute_url()).rpartition(STAND_IN)  # type: ignore[attr-defined]
        return before, after

    def free(self, base: str) -> str:
        """Return the first slug made of `base` that is not taken, and take it."""
        self.look_up([base])
        while True:
            number = self._next[base]
            if number > self._known[base]:
                self._look_beyond(base)
            self._next[base] = number + 1
            slug = with_number(base, number)
            if slug not in self._taken:
                self._taken.add(slug)
                self._given[base] += 1
                return slug

    def _look_beyond(self, base: str) -> None:
        """Find out which of the numbers that follow are taken: of the more, the more were given away."""
        first = self._known[base] + 1
        self._known[base] += FACTOR * (1 + self._given[base])
        slugs = [with_number(base, number) for number in range(first, self._known[base] + 1)]
        rows = self.model._default_manager.filter(slug__in=slugs).order_by()
        self._taken.update(rows.values_list("slug", flat=True))
        self._taken.update(self._forwarded(slugs))

    def _forwarded(self, slugs: Sequence[str]) -> Iterator[str]:
        """Yield the slugs of pages that have moved: their addresses lead elsewhere."""
        if addresses := self._addresses():
            paths = {slug.join(addresses): slug for slug in slugs}
            for path in (
                Forward.objects.filter(old_path__in=paths).order_by().values_list("old_path", flat=True)
            ):
                yield paths[path]
