"""What a reader has asked not to be told: kept in a signed cookie, obeyed by every page."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse

from films.folding import fold
from films.models import Character, Film, PlotEvent, SourceDocument
from films.models.limits import EVERYTHING, SpoilerLimits
from films.revealing import DocumentPositions, positions_of
from films.vocabulary import NameKind

COOKIE, SALT = "spoilers", "films.spoilers"
COOKIE_AGE = 365 * 24 * 3600
MOST_FILMS = 100  # films with a limit of their own; a cookie holds 4 KB
SOMEONE = "someone"


class HiddenBySpoilerLimit(Http404):
    """The page tells of what its reader has asked not to be told."""

    def __init__(self, film: Film | None = None) -> None:
        super().__init__("Hidden by the reader's spoiler setting")
        self.film = film


def limits_of(request: HttpRequest) -> SpoilerLimits:
    """Return what the reader's cookie asks for; without one, or with one that is not ours, everything."""
    value = request.get_signed_cookie(COOKIE, default=None, salt=SALT)
    if not value:
        return EVERYTHING
    kept = json.loads(value)
    return SpoilerLimits(kept["all"], {int(film_id): limit for film_id, limit in kept["films"].items()})


def keep_limits(response: HttpResponse, limits: SpoilerLimits) -> None:
    """Have the browser keep these limits; of too many films the ones limited first are forgotten."""
    films = dict(list(limits.films.items())[-MOST_FILMS:])
    if limits.everywhere is None and not films:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    value = json.dumps({"all": limits.everywhere, "films": films}, separators=(",", ":"))
    response.set_signed_cookie(
        COOKIE, value, salt=SALT, max_age=COOKIE_AGE, httponly=True, samesite="Lax", secure=settings.HTTPS
    )


def last_event(film: Film) -> int:
    """Return the number of the film's last event, 0 where there is none."""
    return film.events.aggregate(last=Max("order"))["last"] or 0


@dataclass(frozen=True, slots=True)
class Readable:
    """Which places of documents their reader may be told."""

    limits: SpoilerLimits
    films: Mapping[int, int]  # by document
    positions: Mapping[int, DocumentPositions]  # of the documents of films with a limit

    @classmethod
    def of(cls, documents: Iterable[SourceDocument], limits: SpoilerLimits) -> "Readable":
        """Fetch in one query what is to be known of these documents, in none where nothing is limited."""
        films = {document.pk: document.film_id for document in documents}
        limited = (row for row in documents if limits.of(row.film_id) is not None)
        return cls(limits, films, positions_of((row.pk, row.film_id, row.sentence_bounds) for row in limited))

    def at(self, document_id: int, offset: int) -> bool:
        """May the sentence that holds the place be read?"""
        limit = self.limits.of(self.films[document_id])
        return limit is None or self.positions[document_id].at(offset) <= limit

    def is_whole(self, document_id: int, start: int, end: int) -> bool:
        """May all sentences of the passage be read?"""
        limit = self.limits.of(self.films[document_id])
        return limit is None or self.positions[document_id].over(start, end) <= limit


@dataclass(frozen=True, slots=True)
class Wording:
    """What sentences of ours may say to a reader: names that are told later are replaced in them."""

    names: Mapping[int, tuple[re.Pattern[str], Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, limits: SpoilerLimits, film_ids: Iterable[int]) -> "Wording":
        """Return the wording for these films; films that are told whole cost no query."""
        limited = [film_id for film_id in dict.fromkeys(film_ids) if limits.of(film_id) is not None]
        return cls.among(Character.objects.filter(film__in=limited).once_a_name(), limits)

    @classmethod
    def among(cls, rows: Iterable[Any], limits: SpoilerLimits) -> "Wording":
        """Return the wording for films whose characters are these, each `once_a_name`."""
        told: dict[int, set[str]] = defaultdict(set)
        replaced: dict[int, dict[str, str]] = defaultdict(dict)
        for _, named in groupby(rows, key=attrgetter("pk")):
            film_id, names = _names_of(list(named))
            known = [name for name, since in names if limits.allows(film_id, since)]
            told[film_id].update(fold(name) for name in known)
            for name, since in names:
                if not limits.allows(film_id, since):
                    replaced[film_id][name] = known[0] if known else SOMEONE
        return cls(
            {
                film_id: _pattern({name: by for name, by in names.items() if fold(name) not in told[film_id]})
                for film_id, names in replaced.items()
            }
        )

    def of_text(self, film_id: int, text: str) -> str:
        """Return a summary as the reader may see it.

        A name at its beginning is replaced with a capital: "Someone opens the door."
        """
        if film_id not in self.names:
            return text
        pattern, names = self.names[film_id]
        worded = pattern.sub(lambda found: names[found.group()], text)
        return worded if worded == text else worded[:1].upper() + worded[1:]

    def word(self, events: Iterable[PlotEvent]) -> list[PlotEvent]:
        """Return the events, unsaved, with the summaries that the reader may see."""
        worded = list(events)
        for event in worded:
            event.summary = self.of_text(event.film_id, event.summary)
        return worded


def worded(events: Iterable[PlotEvent], limits: SpoilerLimits) -> list[PlotEvent]:
    """Return the events with summaries that call nobody by a name that is told later."""
    rows = list(events)
    return Wording.of(limits, (event.film_id for event in rows)).word(rows)


def _names_of(rows: Sequence[Any]) -> tuple[int, list[tuple[str, int]]]:
    """Return a character's film, and its proper names with when they are known from, the main one first.

    A description stands in a summary as the source has it, so it tells nothing in advance.
    """
    character = rows[0]
    if not character.is_named:
        return character.film_id, []
    aliases = [
        (row.called, row.called_from)
        for row in rows
        if row.called not in (None, character.name) and row.called_kind != NameKind.DESCRIPTION
    ]
    return character.film_id, [(character.name, character.known_from), *aliases]


def _pattern(names: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    found = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)"), names
