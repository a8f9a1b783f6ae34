"""A made-up film whose characters, and whose people, are connected."""

from django.urls import reverse

from films.revealing import refresh_known_from
from films.search import rebuild
from films.vocabulary import Gender, PassageKind, RelationshipKind
from tests import factories as make
from tests.pages.telling import cast, cite, credit_director, document_of, introduce, tell

MEETING = "Mirel and Tavik cross the frozen bay."
FATHER = "Brannoc Quillon, who is the father of Mirel, waits ashore."
LATER = "Tavik robs Brannoc Quillon."
TEXT = f"Directed by Odalys Tarrow\nCast: Ilse Molnary as Mirel\n\n{MEETING} {FATHER} {LATER}\n"


def make_film_of_the_bay():
    """A film whose Brannoc, told of from the second event on, connects Ilse's Mirel with Wenna."""
    film = make.FilmFactory(title="The Frozen Bay", year=1951, event_count=3, document_count=1)
    document = document_of(film, "bay.txt", TEXT, (MEETING, FATHER, LATER))
    mirel = introduce(document, "Mirel", gender=Gender.FEMALE)
    tavik = introduce(document, "Tavik", gender=Gender.MALE)
    brannoc = introduce(document, "Brannoc Quillon", gender=Gender.MALE)
    father = make.RelationshipFactory(subject=brannoc, kind=RelationshipKind.PARENT, object=mirel)
    cite(document, FATHER, relationship=father)
    credit_director(document, "Odalys Tarrow")
    cast(document, "Ilse Molnary", mirel, "Ilse Molnary as Mirel")
    telling = make.TellingFactory(document=document, kind=PassageKind.SYNOPSIS, start=TEXT.index(MEETING))
    told = ((1, MEETING, (mirel, tavik)), (2, FATHER, (brannoc,)), (3, LATER, (tavik, brannoc)))
    for order, quote, characters in told:
        tell(telling, order, quote, characters, trigger=quote.split()[1], summary=quote)
    refresh_known_from([film.pk])
    rebuild()
    return film


def between(first, last, film=None, twin=False):
    asked = (
        {"film": film.slug, "from": first, "to": last} if film else {"from_person": first, "to_person": last}
    )
    return reverse("connections-json" if twin else "connections", query=asked)
