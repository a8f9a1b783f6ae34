"""Summaries as a book would set them: who is named in a sentence is linked where the name stands."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.text import capfirst

from films.models import Character, Film, PlotEvent
from films.models.limits import SpoilerLimits
from films.vocabulary import NameKind

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence, and whom they name."""

    text: str
    character: Character | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    pieces: tuple[Piece, ...]
    unnamed: tuple[Character, ...]  # who takes part and is not named in it


class Name(NamedTuple):
    """One way in which a character is called."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Call:
    """Words by which characters are called; a mere description tells nobody apart."""

    words: str
    bearers: tuple[Character, ...]
    is_description: bool

    def is_at(self, text: str, at: int) -> bool:
        after = text[at + len(self.words) : at + len(self.words) + 1]
        is_here = text.startswith(self.words, at) or text.startswith(capfirst(self.words), at)
        return is_here and not (after.isalnum() or after == "_")

    def one_of(self, people: Collection[Character]) -> Character | None:
        """Return whom the words mean: one of these people, or else the only one called so."""
        present = [bearer for bearer in self.bearers if bearer in people]
        if present:
            return present[0]
        return self.bearers[0] if len(self.bearers) == 1 and not self.is_description else None


@dataclass(frozen=True, slots=True)
class Callings:
    """The known characters of a film by id, and how they are called, by the first word, the longest first."""

    characters: dict[int, Character]
    by_word: dict[str, list[_Call]]
    names: dict[int, list[Name]]  # that may be told, by character

    @classmethod
    def among(cls, rows: Iterable[Any], film: Film, limits: SpoilerLimits) -> "Callings":
        """Return how the film's characters are called, who are these, each `once_a_name`."""
        characters: dict[int, Any] = {}
        names: dict[int, list[Name]] = defaultdict(list)
        bearers: dict[tuple[str, bool], dict[Character, None]] = defaultdict(dict)
        told = [row for row in rows if limits.allows(film.pk, row.known_from)]
        for row in told:
            row.film = film  # for its address
            characters.setdefault(row.pk, row)
            bearers[row.name, not row.is_named][row] = None
        for row in told:
            if row.called is not None and limits.allows(film.pk, row.called_from):
                names[row.pk].append(Name(row.called, row.called_kind))
                is_description = row.called_kind == NameKind.DESCRIPTION or not row.is_named
                bearers[row.called, is_description].setdefault(characters[row.pk])
        by_word: dict[str, list[_Call]] = defaultdict(list)
        for (words, is_description), called in sorted(
            bearers.items(), key=lambda row: (-len(row[0][0]), row[0])
        ):
            if first := WORD.search(words):
                by_word[first.group().casefold()].append(_Call(words, tuple(called), is_description))
        return cls(characters, by_word, names)

    def sentence(self, event: PlotEvent, *, but: Character | None = None) -> Sentence:
        """Return the event's summary with each who is named linked once; `but` is never linked."""
        people = [part.character for part in event.participations.all()]
        pieces: list[Piece] = []
        named: list[Character] = []
        end = 0
        for start, stop, character in self._found(event.summary, people):
            named.append(character)
            if character == but or character in named[:-1]:
                continue
            pieces += [Piece(event.summary[end:start]), Piece(event.summary[start:stop], character)]
            end = stop
        pieces.append(Piece(event.summary[end:]))
        shown = tuple(piece for piece in pieces if piece.text)
        return Sentence(shown, tuple(one for one in people if one not in named and one != but))

    def _found(self, text: str, people: Collection[Character]) -> Iterator[tuple[int, int, Character]]:
        end = 0
        for word in WORD.finditer(text):
            if word.start() < end:
                continue
            for call in self.by_word.get(word.group().casefold(), ()):
                character = call.one_of(people) if call.is_at(text, word.start()) else None
                if character is not None:
                    end = word.start() + len(call.words)
                    yield word.start(), end, character
                    break
