"""Which character of the story a role of the cast is."""

from bisect import bisect_left

from spacy.tokens import Token

from films.extraction.chains import Cast
from films.extraction.film.about_film import token_at
from films.extraction.film.cast_entry import CastEntry
from films.extraction.parsed import Parsed
from films.extraction.resources import read_list
from films.folding import fold
from films.reading.document import Span

PLAYING = frozenset({"played", "portrayed", "voiced", "enacted", "essayed", "performed"})


class RoleLinker:
    """Finds the character of a cast entry: by its names, or by where the prose names the role."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self._parsed = parsed
        self._cast = cast
        self._by_name: dict[str, set[str]] = {}
        self._by_part: dict[str, set[str]] = {}
        for chain in cast.chains:
            for name in (chain.name, *(name.text for name in chain.names)):
                self._add(name, chain.key, is_named=chain.is_named)

    def _add(self, name: str, key: str, *, is_named: bool) -> None:
        self._by_name.setdefault(_plain(name), set()).add(key)
        for part in _plain(name).split() if is_named else ():
            self._by_part.setdefault(part, set()).add(key)

    def character_of(self, entry: CastEntry) -> str | None:
        """Return the key of whom the entry's actor plays, or None when no one is known by its role."""
        if not entry.role:
            return None
        if entry.billing is None and (key := self._at(entry.span, len(entry.role))):
            return key
        return self._by_names(entry)

    def _at(self, span: Span, length: int) -> str | None:
        """Return whom the last mention before the actor's name means: "Mara Vell (Jo Smith)".

        Of "Mara and Tom (Jo Smith and Al Brown)" each has the one whose name, of that length, begins there.
        """
        found: str | None = None
        origins, doc = self._parsed.prose.origins, self._parsed.doc
        for token in doc[token_at(self._parsed, bisect_left(origins, span.start)) :] if len(doc) else ():
            if origins[token.idx] >= span.end or token.text == "(" or _leads_to_actor(token):
                break
            if found and origins[token.idx] >= span.start + length:
                break
            if len(keys := self._cast.at(token.i)) == 1:
                found = keys[0]
        return found

    def _by_names(self, entry: CastEntry) -> str | None:
        found = (self._called(name) for name in (*entry.names, entry.role))
        return next((key for key in found if key), None) or next(
            (key for name in entry.names if (key := self._sharing_part(name))), None
        )

    def named(self, name: str) -> str | None:
        """Return the key of the one character whom `name` can mean."""
        return self._called(name) or self._sharing_part(name)

    def _called(self, name: str) -> str | None:
        keys = self._by_name.get(_plain(name), set())
        return next(iter(keys)) if len(keys) == 1 else None

    def _sharing_part(self, name: str) -> str | None:
        words = _plain(name).split()
        for word in (words[0], words[-1]) if words else ():
            if len(keys := self._by_part.get(word, set())) == 1:
                return next(iter(keys))
        return None


def _leads_to_actor(token: Token) -> bool:
    """ "a woman played by actress Jo Smith": behind "by" stands nobody of the story."""
    return token.lower_ == "by" and token.i > 0 and token.nbor(-1).lower_ in PLAYING


def _plain(name: str) -> str:
    """Fold a name and drop article and title: "The Manager", "Dr. Vell"."""
    words = fold(name).split()
    while len(words) > 1 and (words[0] in {"the", "a", "an"} or words[0] in read_list("title_words")):
        words = words[1:]
    return " ".join(words)
