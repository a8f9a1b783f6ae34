"""What names are sorted by: their letters, without signs or an article at their beginning.

A list that is sorted by names as they are begins with dollar signs and quotation marks, and has accents and
articles where nobody looks. So the key stands in a column of its own, which indexes lead through.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Substr

from films.folding import fold

LONGEST = 100  # what is alike so far is sorted by whatever comes next
FIRST_LETTER, LAST_LETTER = "a", "z"
# The initial of all that begins with none of the letters: figures, signs, other alphabets. Their keys come
# before the letters in whatever order a database has for texts.
OTHER = "0"
INITIALS = (OTHER, *map(chr, range(ord(FIRST_LETTER), ord(LAST_LETTER) + 1)))
ARTICLES = {
    "title": re.compile(r"\W*(?:the|an?)\s+(?=.*\w)", re.IGNORECASE),
    "name": re.compile(r"\W*the\s+(?=.*\w)", re.IGNORECASE),  # An Li is nobody's article
}


def sort_key(name: str, kind: str = "name") -> str:
    """Return what a name is sorted by; of a title "A" and "An" are left out as well as "The".

    >>> [sort_key(name) for name in ("“Ace” Benton", "The Tall Man", "Éloïse", "An Li")]
    ['ace benton', 'tall man', 'eloise', 'an li']
    >>> [sort_key(title, "title") for title in ("An Empty Room", "A.I.", "$1,000", "Ход", "?!")]
    ['empty room', 'a i', '1 000', '0 ход', '0 ?!']
    """
    article = ARTICLES[kind].match(name)
    key = fold(name[article.end() :] if article else name) or name
    is_plain = FIRST_LETTER <= key[0] <= LAST_LETTER or (key[0].isascii() and key[0].isdigit())
    return (key if is_plain else f"{OTHER} {key}")[:LONGEST].rstrip()


class SortKeyField(models.CharField):
    """The sort key of the row's name, or of its title, as it stands whenever the row is saved.

    Who writes rows without saving each brings it in line by `with_sort_keys`.
    """

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        self.of = of
        own: dict[str, Any] = {"max_length": LONGEST, "default": "", "editable": False}
        super().__init__(*args, **own | kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, row: models.Model, add: bool) -> str:  # noqa: ARG002 -- Django gives it
        key = sort_key(getattr(row, self.of), self.of)
        setattr(row, self.attname, key)
        return key


def with_sort_keys(model: type[models.Model], rows: Iterable[models.Model], fields: set[str]) -> set[str]:
    """Return the fields to be written of changed rows, with the sort keys of changed names, made anew."""
    keys = [key for key in sort_keys_of(model) if key.of in fields]
    for row in rows if keys else ():
        for key in keys:
            key.pre_save(row, add=False)
    return fields | {key.name for key in keys}


def sort_keys_of(model: type[models.Model]) -> Iterator[SortKeyField]:
    return (field for field in model._meta.concrete_fields if isinstance(field, SortKeyField))


def initial(key: str) -> Case:
    """Return the letter that a key begins with, or OTHER."""
    return Case(When(**{f"{key}__lt": FIRST_LETTER}, then=Value(OTHER)), default=Substr(F(key), 1, 1))


def begins_with(key: str, letter: str) -> models.Q:
    """Return the condition that a key has this initial, as a stretch of the keys."""
    if letter == OTHER:
        return models.Q(**{f"{key}__lt": FIRST_LETTER})
    begins = models.Q(**{f"{key}__gte": letter})
    return begins if letter == LAST_LETTER else begins & models.Q(**{f"{key}__lt": chr(ord(letter) + 1)})
