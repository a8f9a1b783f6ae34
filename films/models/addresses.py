"""Where things stand on the site. A page has hundreds of links, and `reverse` seeks each one's form anew."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from typing import Any

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


def keep_prefix(get_response: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Look once for each request below which address the site stands."""

    def middleware(request: Any) -> Any:
        before = _prefix.set(get_script_prefix())
        try:
            return get_response(request)
        finally:
            _prefix.reset(before)

    return middleware


@cache
def _form(name: str, parts: int, _prefix: str) -> str:
    form = reverse(name, args=STAND_INS[:parts])
    for stand_in in STAND_INS[:parts]:
        form = form.replace(stand_in, "{}")
    return form
