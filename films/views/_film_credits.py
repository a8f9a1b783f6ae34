"""Who made a film and who plays whom, as far as a reader may be told."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import F

from films.models import Character, Credit, Film, Portrayal
from films.models.base import give_related
from films.models.limits import SpoilerLimits


def give_credits(film: Film, characters: Mapping[int, Character], limits: SpoilerLimits) -> set[int]:
    """Fetch the credits with the portrayals that may be told, and return the ids of all who are played.

    `characters` are those of the film who may be told, by id. Where it is told later who plays whom, a
    part as written is left out, too. It is one query, in which a credit stands as often as it has parts.
    """
    rows = film.credits.select_related("person").annotate(
        part=F("portrayals"), who=F("portrayals__character"), part_from=F("portrayals__known_from")
    )
    found: dict[int, Credit] = {}
    parts: dict[int, list[Portrayal]] = defaultdict(list)
    played: set[int] = set()
    row: Any
    for row in rows.order_by(*Credit.WITHIN_FILM, "part"):
        credit = found.setdefault(row.pk, row)
        if row.part is None:
            continue
        played.add(row.who)
        if row.who in characters and limits.allows(film.pk, row.part_from):
            parts[row.pk].append(Portrayal(pk=row.part, credit=credit, character=characters[row.who]))
        else:
            credit.role = ""
    for credit in found.values():
        give_related(credit, "portrayals", parts[credit.pk])
    give_related(film, "credits", found.values())
    return played
