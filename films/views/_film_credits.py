"""Who made a film and who plays whom, as far as a reader may be told."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import F

from films.models import Character, Credit, Film, Portrayal
from films.models.base import give_related
from films.models.kept_queries import KeptQuery
from films.models.limits import SpoilerLimits

# A credit stands as often as it has parts.
CREDITS_AND_PARTS = KeptQuery(
    lambda film: (
        Credit.objects.filter(film=film)
        .select_related("person")
        .annotate(part=F("portrayals"), who=F("portrayals__character"), part_from=F("portrayals__known_from"))
        .order_by(*Credit.WITHIN_FILM, "part")
    )
)


def give_credits(film: Film, characters: Mapping[int, Character], limits: SpoilerLimits) -> set[int]:
    """Fetch the credits with the portrayals that may be told, and return the ids of all who are played.

    `characters` are those of the film who may be told, by id. Where it is told later who plays whom, a
    part as written is left out, too.
    """
    found: dict[int, Credit] = {}
    parts: dict[int, list[Portrayal]] = defaultdict(list)
    played: set[int] = set()
    for row in CREDITS_AND_PARTS(film.pk):
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
