"""Where things stand on the site. A page has hundreds of links, and `reverse` seeks each one's form anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.urls import get_script_prefix, reverse

# Django's own look at the prefix of the request takes as long as all else that is done for an address.
_prefix: ContextVar[str | None] = ContextVar("prefix", default=None)
STAND_INS = ("8000000001", "8000000002")  # a slug and an id alike, and no part of any form


def address(name: str, *parts: object) -> str:
    """Return what `reverse(name, args=parts)` does, for slugs and ids.

    >>> address("character-detail", "the-paper-ferry", "mirel"), address("source-detail", 7)
    ('/characters/the-paper-ferry/mirel/', '/sources/7/')
    """
    return _form(name, len(parts), _prefix.get() or get_script_prefix()).format(*parts)


@contextmanager
def below_one_prefix() -> Iterator[None]:
    """Look once below which address the site stands, and not for each of its addresses."""
    before = _prefix.set(get_script_prefix())
    try:
        yield
    finally:
        _prefix.reset(before)


@cache
def _form(name: str, parts: int, _prefix: str) -> str:
    form = reverse(name, args=STAND_INS[:parts])
    for stand_in in STAND_INS[:parts]:
        form = form.replace(stand_in, "{}")
    return form
