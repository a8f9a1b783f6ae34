"""A film's public object, less what its reader has asked not to be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from films.export import film_events, film_object, give_facts, give_story
from films.models import Film
from films.models.base import given
from films.models.limits import SpoilerLimits
from films.revealing import DocumentPositions, positions_of
from films.views._limits import Wording
from films.views._sentences import Callings


def shown_film(film: Film, limits: SpoilerLimits) -> dict[str, Any]:
    """Return the film as the export gives it, as far as the reader's limits let it be told."""
    limit = limits.of(film.pk)
    give_story([film], with_sentences=limit is not None)
    give_facts([film])
    told = film_object(film)
    return told if limit is None else _Told.of(film, limits, limit).part_of(told)


def shown_events(film: Film, limits: SpoilerLimits) -> list[dict[str, Any]]:
    """Return the events of the same object."""
    limit = limits.of(film.pk)
    give_story([film], with_sentences=limit is not None)
    told = film_events(film)
    return told if limit is None else _Told.of(film, limits, limit).events(told)


@dataclass(frozen=True, slots=True)
class _Told:
    """What may be told of one film, by public keys; the film has the rows of which its object was made."""

    film: Film
    limit: int
    wording: Wording
    positions: dict[str, list[DocumentPositions]]  # by name of the document; names may be shared
    characters: frozenset[str]
    names: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, film: Any, limits: SpoilerLimits, limit: int) -> "_Told":
        documents = given(film, "documents")
        by_id = positions_of((row.pk, row.film_id, row.sentence_bounds) for row in documents)
        positions: dict[str, list[DocumentPositions]] = {}
        for row in documents:
            positions.setdefault(row.name, []).append(by_id[row.pk])
        callings = Callings.among(film.called, film, limits)
        return cls(
            film,
            limit,
            Wording.among(film.called, limits),
            positions,
            frozenset(one.slug for one in callings.characters.values()),
            frozenset(
                (callings.characters[pk].slug, name.text)
                for pk, own in callings.names.items()
                for name in own
            ),
        )

    def part_of(self, told: dict[str, Any]) -> dict[str, Any]:
        relationships, places = self._relationships(), self._places()
        return told | {
            "cast": [self._cast(row) for row in told["cast"]],
            "characters": [
                self._character(row) for row in told["characters"] if row["key"] in self.characters
            ],
            "relationships": [
                self._cited(row)
                for row in told["relationships"]
                if (row["subject"], row["kind"], row["object"]) in relationships
            ],
            "places": [self._cited(row) for row in told["places"] if row["name"] in places],
            "events": self.events(told["events"]),
        }

    def events(self, told: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [self._event(row) for row in told if row["order"] <= self.limit]

    def _relationships(self) -> set[tuple[str, str, str]]:
        characters = given(self.film, "characters")
        keys = {row.pk: row.slug for row in characters}
        return {
            (character.slug, row.kind, keys[row.object_id])
            for character in characters
            for row in given(character, "relationships")
            if row.known_from <= self.limit
        }

    def _places(self) -> set[str]:
        return {row.place.name for row in given(self.film, "settings") if row.known_from <= self.limit}

    def _cast(self, row: dict[str, Any]) -> dict[str, Any]:
        if row["character"] is None or row["character"] in self.characters:
            return self._cited(row)
        return self._cited(row) | {"character": None, "role": None}

    def _character(self, row: dict[str, Any]) -> dict[str, Any]:
        aliases = [text for text in row["aliases"] if (row["key"], text) in self.names]
        return self._cited(row) | {"aliases": aliases}

    def _event(self, row: dict[str, Any]) -> dict[str, Any]:
        return row | {
            "summary": self.wording.of_text(self.film.pk, row["summary"]),
            "participants": self._known(row["participants"]),
            "mentions": [
                mention | {"participants": self._known(mention["participants"])}
                for mention in self._readable(row["mentions"])
            ],
        }

    def _known(self, participants: Iterable[dict[str, str]]) -> list[dict[str, str]]:
        return [row for row in participants if row["character"] in self.characters]

    def _cited(self, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"citations": self._readable(row["citations"])}

    def _readable(self, places: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the citations or mentions whose sentence may be read."""
        return [
            row
            for row in places
            if all(document.at(row["start"]) <= self.limit for document in self.positions[row["document"]])
        ]
