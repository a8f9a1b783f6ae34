"""A person's credits with the parts played and what says so, as far as a reader may be told.

A page has hundreds of them: they are fetched as plain values, and what a line shows stands in it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from films.models import Citation, Person, Portrayal
from films.models.addresses import address
from films.models.base import is_by_editor
from films.models.documents import passage_address
from films.models.limits import SpoilerLimits

# In the order of what is held of a credit.
COLUMNS = (
    "pk", "job", "credited_as", "billing", "role", "origin", "edited_fields",
    "film", "film__title", "film__slug", "film__year", "film__is_title_provisional",
)  # fmt: skip


class Credited(NamedTuple):
    """A credit with its film, as they stand in the store."""

    pk: int
    job: str
    credited_as: str
    billing: int | None
    role: str
    origin: str
    edited_fields: list[str]
    film: int
    title: str
    slug: str
    year: int | None
    is_title_provisional: bool


class Part(NamedTuple):
    """A character whom a credit plays."""

    portrayal: int
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Work:
    """A credit, and whom it plays as far as that may be told; `role` is the part as written."""

    credit: Credited
    parts: tuple[Part, ...]
    role: str


class Place(NamedTuple):
    """A place in a document that says so."""

    document_id: int
    start: int
    end: int

    def get_absolute_url(self) -> str:
        return passage_address(*self)


@dataclass(frozen=True, slots=True)
class FilmLine:
    """A line of a filmography."""

    title: str
    url: str
    year: str
    is_provisional: bool
    characters: tuple[tuple[str, str], ...]  # names and addresses
    role: str
    evidence: Sequence[Place]
    is_edited: bool

    @classmethod
    def of(cls, work: Work, evidence: Sequence[Place]) -> "FilmLine":
        credit = work.credit
        return cls(
            credit.title,
            address("film-detail", credit.slug),
            str(credit.year or ""),
            credit.is_title_provisional,
            tuple((part.name, address("character-detail", credit.slug, part.slug)) for part in work.parts),
            work.role,
            evidence,
            is_by_editor(credit.origin, credit.edited_fields),
        )


def work_of(person: Person, limits: SpoilerLimits, most: int) -> list[Work]:
    """Return so many of the person's credits, in two queries; of the newest film first.

    Where it is told later who plays whom, a part as written is left out, too.
    """
    credited = person.credits.for_person_page().values_list(*COLUMNS)[:most]
    portrayals = Portrayal.objects.filter(credit__person=person).order_by("pk")
    played: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    parts = portrayals.values_list("credit", "known_from", "pk", "character__name", "character__slug")
    for credit, known_from, pk, name, slug in parts:
        played[credit].append((known_from, Part(pk, name, slug)))
    return [_told(Credited(*row), played[row[0]], limits) for row in credited]


def _told(credit: Credited, played: Sequence[tuple[int, Part]], limits: SpoilerLimits) -> Work:
    known = tuple(part for known_from, part in played if limits.allows(credit.film, known_from))
    return Work(credit, known, credit.role if len(known) == len(played) else "")


def evidence_of(work: Sequence[Work]) -> Mapping[int, list[Place]]:
    """Return where documents say so, by id of the credit: that one is credited before whom one plays."""
    credits_ = [row.credit.pk for row in work]
    credit_of = {part.portrayal: row.credit.pk for row in work for part in row.parts}
    citing = Citation.objects.filter(Q(credit__in=credits_) | Q(portrayal__in=credit_of))
    places = citing.order_by("document_id", "start", "end", "pk").values_list(
        "credit", "portrayal", "document", "start", "end"
    )
    found: dict[int, list[Place]] = defaultdict(list)
    for credit, portrayal, *place in sorted(places, key=lambda row: row[0] is None):
        found[credit or credit_of[portrayal]].append(Place(*place))
    return found
