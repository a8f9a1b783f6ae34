"""Where things stand on the site. A page has hundreds of links, and `reverse` seeks each one's form anew."""

from functools import cache

from django.conf import settings
from django.urls import get_script_prefix, reverse

STAND_INS = ("8000000001", "8000000002")  # a slug and an id alike, and no part of any form


def address(name: str, *parts: object) -> str:
    """Return what `reverse(name, args=parts)` does, for slugs and ids.

    >>> address("character-detail", "the-paper-ferry", "mirel"), address("source-detail", 7)
    ('/characters/the-paper-ferry/mirel/', '/sources/7/')
    """
    return _form(name, len(parts), get_script_prefix(), settings.ROOT_URLCONF).format(*parts)


@cache
def _form(name: str, parts: int, _prefix: str, _urlconf: str) -> str:
    form = reverse(name, args=STAND_INS[:parts])
    for stand_in in STAND_INS[:parts]:
        form = form.replace(stand_in, "{}")
    return form
