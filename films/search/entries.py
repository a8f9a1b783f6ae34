"""An entry as it should stand in the index, before it is compared with what stands there."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from films.models.insertion import new_row
from films.models.search import EntryKind, SearchEntry
from films.search.expression import ALL_OWN
from films.search.terms import squashed_names, terms_of

LONGEST_SHOWN = 500
FIELDS = ("film_id", "title", "context", "url", "names", "passages", "squashed", "terms", "weight", "linked")


@dataclass(frozen=True)
class EntryDraft:
    """What search shows and finds of one thing. The words of `around` help to find it but are not
    enough: an event is found by its film's title together with a word of its own, not by the title
    alone. The words of `story` find it, but are too many to be shown or kept twice.
    """

    kind: EntryKind
    object_id: int
    title: str
    url: str
    context: str = ""
    names: Sequence[str] = ()
    passages: Sequence[str] = ()
    around: Sequence[str] = ()
    story: Sequence[str] = ()
    weight: int = 0
    film_id: int | None = None
    linked: dict[str, list[int]] = field(default_factory=dict)

    def fields(self) -> dict[str, Any]:
        """Return the values of the entry's row, but for its kind and object."""
        names, passages = tuple(_lines(self.names)), tuple(_lines(self.passages))
        around, story = (self.context, *self.around), self.story
        if self.kind in ALL_OWN:
            around, story = (), (*story, *around)
        return {
            "film_id": self.film_id,
            "title": _shown(self.title)[:LONGEST_SHOWN],
            "context": _shown(self.context)[:LONGEST_SHOWN],
            "url": self.url,
            "names": "\n".join(names),
            "passages": "\n".join(passages),
            "squashed": squashed_names(names),
            "terms": terms_of(self.kind, names, passages, around, story),
            "weight": self.weight,
            "linked": self.linked,
        }

    def as_row(self) -> SearchEntry:
        return new_row(SearchEntry, kind=self.kind, object_id=self.object_id, **self.fields())


def _shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\0", " ").split())


def _lines(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(shown for shown in map(_shown, texts) if shown)


def some_of(names: Sequence[str], total: int, most: int = 3) -> str:
    """Return the first names, and how many there are besides.

    >>> some_of(["Ash (2001)", "Elm"], 7, most=2)
    'Ash (2001), Elm and 5 more'
    """
    listed = ", ".join(names[:most])
    return f"{listed} and {total - most} more" if total > most else listed


def joined(names: Sequence[str]) -> str:
    """Return the names as a list in a sentence.

    >>> joined(["Ann", "Bo", "Cy"])
    'Ann, Bo and Cy'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
