"""What a reader has asked not to be told: kept in a signed cookie, obeyed by every page."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from films.folding import fold
from films.models import Character, Credit, Film, PlotEvent, Portrayal, SourceDocument
from films.models.limits import EVERYTHING, SpoilerLimits
from films.revealing import DocumentPositions, document_positions
from films.vocabulary import NameKind

COOKIE, SALT = "spoilers", "films.spoilers"
COOKIE_AGE = 365 * 24 * 3600
MOST_FILMS = 100  # films with a limit of their own; a cookie holds 4 KB
SOMEONE = "someone"
FURTHER = 5  # so many more events are offered to a reader who wants to be told no further


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


def further_event(film: Film, limits: SpoilerLimits) -> int | None:
    """Return up to which event the reader may go on, where there is more of the story than is told."""
    limit = limits.of(film.pk)
    last = last_event(film) if limit is not None else 0
    return min(limit + FURTHER, last) if limit is not None and limit < last else None


def last_event(film: Film) -> int:
    """Return the number of the film's last event, 0 where there is none."""
    return film.events.aggregate(last=Max("order"))["last"] or 0


@dataclass(frozen=True, slots=True)
class Readable:
    """Which places of a film's documents its reader may be told; without a limit this costs no query."""

    limit: int | None
    positions: Mapping[int, DocumentPositions]

    @classmethod
    def of(cls, documents: QuerySet[SourceDocument], limit: int | None) -> "Readable":
        return cls(limit, {} if limit is None else document_positions(documents))

    def at(self, document_id: int, offset: int) -> bool:
        """May the sentence that holds the place be read?"""
        return self.limit is None or self.positions[document_id].at(offset) <= self.limit


def without_hidden_roles(work: Iterable[Credit], limits: SpoilerLimits) -> list[Credit]:
    """Return the credits, unsaved, without parts as written where it is told later who plays them."""
    rows = list(work)
    if limits.is_any:
        parts = Portrayal.objects.filter(credit__in=[row.pk for row in rows])
        told = Portrayal.objects.known(limits).values("pk")
        hidden = set(parts.exclude(pk__in=told).values_list("credit", flat=True))
        for row in rows:
            row.role = "" if row.pk in hidden else row.role
    return rows


@dataclass(frozen=True, slots=True)
class Wording:
    """What sentences of ours may say to a reader: names that are told later are replaced in them."""

    names: Mapping[int, tuple[re.Pattern[str], Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, limits: SpoilerLimits, film_ids: Iterable[int]) -> "Wording":
        """Return the wording for these films; films that are told whole cost no query."""
        limited = [film_id for film_id in dict.fromkeys(film_ids) if limits.of(film_id) is not None]
        if not limited:
            return cls()
        characters = Character.objects.filter(film__in=limited).prefetch_related("names")
        replaced: dict[int, dict[str, str]] = {film_id: {} for film_id in limited}
        told: dict[int, set[str]] = {film_id: set() for film_id in limited}
        for character in characters:
            calling = _names_of(character)
            known = [name for name, since in calling if limits.allows(character.film_id, since)]
            told[character.film_id].update(fold(name) for name in known)
            for name, since in calling:
                if not limits.allows(character.film_id, since):
                    replaced[character.film_id][name] = known[0] if known else SOMEONE
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


def _names_of(character: Character) -> list[tuple[str, int]]:
    """Return the proper names of the character and from when on they are known, the main name first.

    A description stands in a summary as the source has it, so it tells nothing in advance.
    """
    if not character.is_named:
        return []
    others = [row for row in character.names.all() if row.kind != NameKind.DESCRIPTION]
    aliases = [(row.text, row.known_from) for row in others if row.text != character.name]
    return [(character.name, character.known_from), *aliases]


def _pattern(names: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    found = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)"), names
