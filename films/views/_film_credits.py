"""Who made a film and who plays whom, as far as a reader may be told."""

from collections.abc import Mapping

from django.db.models import F

from films.models import Character, Credit, Film, Portrayal
from films.models.base import fetched, give_related, give_row
from films.models.kept_queries import KeptQuery
from films.models.limits import SpoilerLimits

CREDITS_AND_PARTS = KeptQuery(
    lambda film: (
        Credit.objects.filter(film=film)
        .select_related("person")
        .defer("person__origin", "person__edited_fields")
        .annotate(part=F("portrayals"), who=F("portrayals__character"), part_from=F("portrayals__known_from"))
        .order_by(*Credit.WITHIN_FILM, "part")
    ),
    parts="parts",
)


def give_credits(film: Film, characters: Mapping[int, Character], limits: SpoilerLimits) -> set[int]:
    """Fetch the credits with the portrayals that may be told, and return the ids of all who are played.

    `characters` are those of the film who may be told, by id. Where it is told later who plays whom, a
    part as written is left out, too.
    """
    credits_ = CREDITS_AND_PARTS(film.pk)
    played: set[int] = set()
    for credit in credits_:
        told: list[Portrayal] = []
        for pk, who, known_from in credit.parts:
            played.add(who)
            if who in characters and limits.allows(film.pk, known_from):
                told.append(_portrayal(pk, credit, characters[who]))
            else:
                credit.role = ""
        give_related(credit, "portrayals", told)
    give_related(film, "credits", credits_)
    return played


def _portrayal(pk: int, credit: Credit, character: Character) -> Portrayal:
    made = fetched(Portrayal, (("id", pk), ("credit_id", credit.pk), ("character_id", character.pk)))
    give_row(made, "credit", credit)
    give_row(made, "character", character)
    return made
