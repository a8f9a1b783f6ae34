"""How much of a story a reader wants to be told, and what that leaves of the store's rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q

NO_PLOT = 0
# What has not been placed in its story yet: only a reader who sees everything is told.
WHOLE_STORY = 2**31 - 1


@dataclass(frozen=True, slots=True)
class SpoilerLimits:
    """Up to which plot event a reader may be told of each film; None is all of it, 0 no plot at all.

    `everywhere` holds for the films, by id, that `films` does not name.
    """

    everywhere: int | None = None
    films: Mapping[int, int | None] = field(default_factory=dict)

    @property
    def is_any(self) -> bool:
        """Is there a film of which this reader is not told everything?"""
        return self.everywhere is not None or any(limit is not None for limit in self.films.values())

    def of(self, film_id: int) -> int | None:
        return self.films.get(film_id, self.everywhere)

    def allows(self, film_id: int, known_from: int) -> bool:
        """May the reader be told what is known from this event of the film on?"""
        limit = self.of(film_id)
        return limit is None or known_from <= limit

    def allowed(self, film: str = "film", known_from: str = "known_from") -> Q:
        """Return the condition that the reader may be told a row; the lookups lead to its film and event.

        >>> SpoilerLimits(films={7: 3}).allowed()
        <Q: (OR: (NOT (AND: ('film__in', [7]))), (AND: ('film', 7), ('known_from__lte', 3)))>
        """
        if not self.is_any:
            return Q()
        others = Q() if not self.films else ~Q(**{f"{film}__in": sorted(self.films)})
        if self.everywhere is not None:
            others &= Q(**{f"{known_from}__lte": self.everywhere})
        condition = others
        for film_id, limit in sorted(self.films.items()):
            own = Q(**{film: film_id})
            condition |= own if limit is None else own & Q(**{f"{known_from}__lte": limit})
        return condition


EVERYTHING = SpoilerLimits()
