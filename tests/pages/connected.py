"""A made-up film whose characters, and whose people, are connected."""

from django.urls import reverse

from films.revealing import refresh_known_from
from films.search import rebuild
from films.vocabulary import Gender, Job, NameKind, PassageKind, RelationshipKind
from tests import factories as make

MEETING = "Mirel and Tavik cross the frozen bay."
FATHER = "Brannoc Quillon, who is the father of Mirel, waits ashore."
LATER = "Tavik robs Brannoc Quillon."
TEXT = f"Directed by Odalys Tarrow\nCast: Ilse Molnary as Mirel\n\n{MEETING} {FATHER} {LATER}\n"


def cite(document, quote, mention_kind="", **row):
    make.CitationFactory(document=document, quote=quote, mention_kind=mention_kind, **row)


def make_film_of_the_bay():
    """A film whose Brannoc, told of from the second event on, connects Ilse's Mirel with Wenna."""
    film = make.FilmFactory(title="The Frozen Bay", year=1951, event_count=3, document_count=1)
    bounds = [[TEXT.index(one), TEXT.index(one) + len(one)] for one in (MEETING, FATHER, LATER)]
    document = make.SourceDocumentFactory(film=film, name="bay.txt", text=TEXT, sentence_bounds=bounds)
    telling = make.TellingFactory(document=document, kind=PassageKind.SYNOPSIS, start=TEXT.index(MEETING))
    mirel = make.CharacterFactory(film=film, name="Mirel", gender=Gender.FEMALE)
    tavik = make.CharacterFactory(film=film, name="Tavik", gender=Gender.MALE)
    brannoc = make.CharacterFactory(film=film, name="Brannoc Quillon", gender=Gender.MALE)
    for character in (mirel, tavik, brannoc):
        make.CharacterNameFactory(character=character, text=character.name, kind=NameKind.FIRST)
        cite(document, character.name, character=character)
    father = make.RelationshipFactory(subject=brannoc, kind=RelationshipKind.PARENT, object=mirel)
    cite(document, FATHER, relationship=father)
    director = make.CreditFactory(
        film=film, job=Job.DIRECTOR, credited_as="Odalys Tarrow", person__name="Odalys Tarrow",
        person__slug="odalys-tarrow",
    )  # fmt: skip
    cite(document, "Odalys Tarrow", credit=director)
    actor = make.CreditFactory(
        film=film, credited_as="Ilse Molnary", person__name="Ilse Molnary", person__slug="ilse-molnary"
    )
    cite(document, "Ilse Molnary as Mirel", portrayal=make.PortrayalFactory(credit=actor, character=mirel))
    told = ((1, MEETING, (mirel, tavik)), (2, FATHER, (brannoc,)), (3, LATER, (tavik, brannoc)))
    for order, quote, characters in told:
        event = make.PlotEventFactory(film=film, order=order, key=f"e{order}", summary=quote)
        mention = make.EventMentionFactory(
            event=event, telling=telling, quote=quote, trigger=quote.split()[1]
        )
        for character in characters:
            make.ParticipationFactory(event=event, character=character)
            make.MentionParticipantFactory(mention=mention, character=character)
    refresh_known_from([film.pk])
    rebuild()
    return film


def between(first, last, film=None, twin=False):
    asked = (
        {"film": film.slug, "from": first, "to": last} if film else {"from_person": first, "to_person": last}
    )
    return reverse("connections-json" if twin else "connections", query=asked)
