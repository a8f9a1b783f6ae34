"""Addresses: readable, unique, and never given away twice."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from django.db.models import Model
from django.utils.text import slugify

from films.folding import LETTERS

LENGTH = 120
FIRST_TRIES = 8


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


def free_slugs(model: type[Model], bases: Sequence[str]) -> list[str]:
    """Return a slug for each base that no row of `model` has, none of them twice."""
    tries = FIRST_TRIES
    while True:
        tried = {
            base: [slug for slug, _ in zip(numbered(base), range(tries), strict=False)] for base in bases
        }
        taken = _taken(model, [slug for slugs in tried.values() for slug in slugs])
        slugs = [free_slug(base, taken) for base in bases]
        if all(slug in tried[base] for slug, base in zip(slugs, bases, strict=True)):
            return slugs
        tries *= FIRST_TRIES


def _taken(model: type[Model], slugs: Iterable[str]) -> set[str]:
    rows = model._default_manager.filter(slug__in=list(slugs))
    return set(rows.values_list("slug", flat=True))
