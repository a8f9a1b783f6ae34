"""A whole made-up film with its documents, for tests that need everything to hang together."""

import re
from itertools import pairwise
from typing import Any

from films.models import Character, Credit, Film, Place, PlotEvent, Relationship, SourceDocument, Telling
from films.vocabulary import Fact, Gender, Job, RelationshipKind, Role
from tests import factories as make


def make_story(characters: int, events: int, documents: int, film_fields: dict[str, Any]) -> make.Story:
    counts = {"document_count": documents, "event_count": events, "character_count": characters}
    film = make.FilmFactory(**(counts | film_fields))
    place = make.PlaceFactory()
    cast_of_characters = [
        make.CharacterFactory(
            film=film, name=make.made_up_name(number), prominence=3 * characters - number,
            gender=Gender.FEMALE if number % 2 else Gender.MALE,
        )
        for number in range(characters)
    ]  # fmt: skip
    director = make.CreditFactory(film=film, job=Job.DIRECTOR)
    cast = [make.CreditFactory(film=film, billing=number + 1) for number in range(characters)]
    sentences = [_sentence(cast_of_characters, number, place) for number in range(events)]
    texts = [
        "\n".join([f"Directed by {director.credited_as} in {film.year}, telling {number + 1}.", *sentences])
        for number in range(documents)
    ]
    sources = [
        make.SourceDocumentFactory(film=film, text=text, sentence_bounds=_bounds(text)) for text in texts
    ]
    told = sources if events else []
    tellings = [make.TellingFactory(document=source, start=source.text.index("\n") + 1) for source in told]
    _state(film, director, sources)
    _cast(cast, cast_of_characters, sources)
    make_events = [
        _event(film, number, sentences[number], cast_of_characters, place, tellings)
        for number in range(events)
    ]
    relationships = [_relationship(parent, child, sources) for parent, child in pairwise(cast_of_characters)]
    _setting(film, place, told)
    return make.Story(
        film, tuple(sources), tuple(tellings), tuple(cast_of_characters), tuple(cast), director,
        tuple(make_events), place, tuple(relationships),
    )  # fmt: skip


def _bounds(text: str) -> list[list[int]]:
    """Return where the telling's sentences stand, one a line; the header line is none."""
    return [list(match.span()) for match in re.finditer(r"[^\n]+", text)][1:]


def _sentence(characters: list[Character], number: int, place: Place) -> str:
    if not characters:
        return f"It rains at {place.name} on day {number + 1}."
    first = characters[number % len(characters)].name
    second = characters[(number + 1) % len(characters)].name
    return f"{first} {make.VERBS[number % len(make.VERBS)]} {second} at {place.name} on day {number + 1}."


def _cite(sources: list[SourceDocument], quote: str, **row: Any) -> None:
    for source in sources:
        if quote in source.text:
            make.CitationFactory(document=source, quote=quote, **row)
        else:
            make.CitationFactory(document=source, **row)


def _state(film: Film, director: Credit, sources: list[SourceDocument]) -> None:
    _cite(sources, director.credited_as, credit=director)
    if film.year:
        year = make.StatementFactory(film=film, fact=Fact.YEAR, value=str(film.year))
        _cite(sources, str(film.year), statement=year)
    title = make.StatementFactory(film=film, fact=Fact.TITLE, value=film.title)
    _cite(sources[:1], "Directed by", statement=title)


def _cast(cast: list[Credit], characters: list[Character], sources: list[SourceDocument]) -> None:
    for credit, character in zip(cast, characters, strict=True):
        portrayal = make.PortrayalFactory(credit=credit, character=character)
        make.CharacterNameFactory(character=character)
        _cite(sources, character.name, character=character)
        _cite(sources, character.name, portrayal=portrayal)
        _cite(sources, character.name, credit=credit)


def _event(
    film: Film,
    number: int,
    sentence: str,
    characters: list[Character],
    place: Place,
    tellings: list[Telling],
) -> PlotEvent:
    event = make.PlotEventFactory(
        film=film, key=f"e{number + 1}", order=number + 1, summary=sentence, place=place,
        place_as_told=place.name, time_as_told=f"Day {number + 1}",
    )  # fmt: skip
    participants = [
        (characters[(number + offset) % len(characters)], role)
        for offset, role in ((0, Role.AGENT), (1, Role.PATIENT))
        if offset < len(characters)
    ]
    for character, role in participants:
        make.ParticipationFactory(event=event, character=character, role=role)
    trigger = make.VERBS[number % len(make.VERBS)] if characters else "rains"
    for telling in tellings:
        mention = make.EventMentionFactory(event=event, telling=telling, quote=sentence, trigger=trigger)
        for character, role in participants:
            make.MentionParticipantFactory(mention=mention, character=character, role=role)
    return event


def _relationship(parent: Character, child: Character, sources: list[SourceDocument]) -> Relationship:
    relationship = make.RelationshipFactory(subject=parent, kind=RelationshipKind.PARENT, object=child)
    _cite(sources, parent.name, relationship=relationship)
    return relationship


def _setting(film: Film, place: Place, sources: list[SourceDocument]) -> None:
    setting = make.SettingFactory(film=film, place=place)
    _cite(sources, place.name, setting=setting)
