"""Summaries as a book would set them: who is named in a sentence is linked where the name stands."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from films.models import Character, Film, PlotEvent
from films.models.base import give_row, given
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

    forms: tuple[str, str]  # as they are, and as they begin a sentence
    bearers: tuple[Character, ...]
    is_description: bool

    def is_at(self, text: str, at: int) -> bool:
        if not text.startswith(self.forms, at):
            return False
        end = at + len(self.forms[0])
        after = text[end : end + 1]
        return not (after.isalnum() or after == "_")

    def one_of(self, people: Container[int]) -> Character | None:
        """Return whom the words mean: one of these people, by id, or else the only one called so."""
        for bearer in self.bearers:
            if bearer.pk in people:
                return bearer
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
        bearers: dict[tuple[str, bool], dict[int, Character]] = defaultdict(dict)
        told = [row for row in rows if limits.allows(film.pk, row.known_from)]
        for row in told:
            if row.pk not in characters:
                give_row(row, "film", film)  # for its address
                characters[row.pk] = row
                bearers[row.name, not row.is_named][row.pk] = row
        for row in told:
            if row.called is not None and limits.allows(film.pk, row.called_from):
                names[row.pk].append(Name(row.called, row.called_kind))
                is_description = row.called_kind == NameKind.DESCRIPTION or not row.is_named
                bearers[row.called, is_description].setdefault(row.pk, characters[row.pk])
        by_word: dict[str, list[_Call]] = defaultdict(list)
        for (words, is_description), called in sorted(
            bearers.items(), key=lambda row: (-len(row[0][0]), row[0])
        ):
            if first := WORD.search(words):
                call = _Call((words, words[:1].upper() + words[1:]), tuple(called.values()), is_description)
                by_word[first.group().casefold()].append(call)
        return cls(characters, by_word, names)

    def sentence(self, event: PlotEvent, *, but: Character | None = None) -> Sentence:
        """Return the event's summary with each who is named linked once; `but` is never linked."""
        people = {
            part.character_id: self.characters[part.character_id] for part in given(event, "participations")
        }
        left_out = but.pk if but else None
        pieces: list[Piece] = []
        named: set[int] = set()
        end = 0
        for start, stop, character in self._found(event.summary, people):
            if character.pk != left_out and character.pk not in named:
                pieces += [Piece(event.summary[end:start]), Piece(event.summary[start:stop], character)]
                end = stop
            named.add(character.pk)
        pieces.append(Piece(event.summary[end:]))
        shown = tuple(piece for piece in pieces if piece.text)
        unnamed = (one for pk, one in people.items() if pk not in named and pk != left_out)
        return Sentence(shown, tuple(unnamed))

    def _found(self, text: str, people: Container[int]) -> Iterator[tuple[int, int, Character]]:
        end = 0
        for word in WORD.finditer(text):
            if word.start() < end:
                continue
            for call in self.by_word.get(word.group().casefold(), ()):
                character = call.one_of(people) if call.is_at(text, word.start()) else None
                if character is not None:
                    end = word.start() + len(call.forms[0])
                    yield word.start(), end, character
                    break
