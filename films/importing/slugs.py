"""Addresses: readable, unique, and never given away twice."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from types import MappingProxyType

from django.db.models import Model
from django.utils.text import slugify

from films.folding import LETTERS
from films.models import Forward
from films.search.batches import batches

LENGTH = 120
FIRST_TRIES = 3
FACTOR = 8
AT_ONCE = 5000
STAND_IN = "x-x"
NOBODY: Mapping[str, int] = MappingProxyType({})


def slug_of(text: str, fallback: str) -> str:
    """Return `text` as it stands in an address, or the fallback for a text without Latin letters.

    >>> slug_of("Zoë & Łukasz", "character")
    'zoe-lukasz'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    ascii_text = decomposed.encode("ascii", "ignore").decode()
    return slugify(ascii_text)[: LENGTH - 8].strip("-") or fallback


def numbered(base: str) -> Iterator[str]:
    """Yield `mara`, `mara-2`, `mara-3` and so on."""
    yield base
    for number in count(2):
        yield f"{base}-{number}"


def free_slug(base: str, taken: set[str]) -> str:
    """Return the first slug made of `base` that is not taken, and take it."""
    slug = next(slug for slug in numbered(base) if slug not in taken)
    taken.add(slug)
    return slug


@dataclass(slots=True)
class Slugs:
    """Gives away slugs that no row of `model` has, none of them twice."""

    model: type[Model]
    _taken: set[str] = field(default_factory=set)
    _tried: dict[str, int] = field(default_factory=dict)  # how many of each base were looked up

    def look_up(self, bases: Iterable[str], bearers: Mapping[str, int] = NOBODY) -> None:
        """Find out at once which slugs of these bases are taken; `bearers` says how many probably are."""
        self._look_up({b: FIRST_TRIES + bearers.get(b, 0) for b in bases if b not in self._tried})

    def _look_up(self, tries: dict[str, int]) -> None:
        wanted = (slug for base, number in tries.items() for slug in islice(numbered(base), number))
        for batch in batches(wanted, AT_ONCE):
            rows = self.model._default_manager.filter(slug__in=batch)
            self._taken.update(rows.values_list("slug", flat=True))
            self._taken.update(self._forwarded([slug for slug in batch if slug not in self._taken]))
        self._tried |= tries

    def _forwarded(self, slugs: Sequence[str]) -> Iterator[str]:
        """Yield the slugs of pages that have moved: their addresses lead elsewhere."""
        if not hasattr(self.model, "get_absolute_url"):
            return
        before, _, after = str(self.model(slug=STAND_IN).get_absolute_url()).rpartition(STAND_IN)  # type: ignore[attr-defined]
        paths = {f"{before}{slug}{after}": slug for slug in slugs}
        for path in Forward.objects.filter(old_path__in=paths).values_list("old_path", flat=True):
            yield paths[path]

    def free(self, base: str) -> str:
        """Return the first slug made of `base` that is not taken, and take it."""
        self.look_up([base])
        while True:
            slug = next(slug for slug in numbered(base) if slug not in self._taken)
            if slug in islice(numbered(base), self._tried[base]):
                self._taken.add(slug)
                return slug
            self._look_up({base: self._tried[base] * FACTOR})
