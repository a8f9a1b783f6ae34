"""The entries of films, and of the characters and events in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, Prefetch

from films.models import (
    Character,
    CharacterName,
    Credit,
    EventMention,
    Film,
    Participation,
    PlotEvent,
    Portrayal,
    Setting,
    SourceDocument,
    Statement,
    Telling,
)
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.models.search import EntryKind
from films.search.entries import EntryDraft, joined
from films.vocabulary import Fact, Job, PassageKind, Rank

MADE_BY = {
    Job.DIRECTOR: "Directed by",
    Job.WRITER: "Written by",
    Job.PRODUCER: "Produced by",
    Job.COMPOSER: "Music by",
    Job.CINEMATOGRAPHER: "Photographed by",
    Job.EDITOR: "Edited by",
    Job.AUTHOR: "After the work of",
}
MOST_CREDITS = 300
SHORT_TELLINGS = (PassageKind.LOGLINE, PassageKind.TEASER)


def film_drafts(film_ids: Iterable[int]) -> Iterator[EntryDraft]:
    """Yield the entries of the films, their characters and their events, in a fixed number of queries."""
    films = list(_films(film_ids))
    told = _Told.of(films)
    for film in films:
        yield _film(film)
        for character in film.characters.all():
            yield _character(character, film, told)
        for event in film.events.all():
            yield _event(event, film, told)


Mention = tuple[int, int, int]  # telling, and where its sentence starts and ends


@dataclass(frozen=True, slots=True)
class _Told:
    """What characters and events have, as plain values: a film has hundreds, and objects cost much."""

    texts: Mapping[int, str]  # by telling
    names: Mapping[int, str]  # by character, as all the following
    other_names: Mapping[int, Sequence[str]]
    actors: Mapping[int, Sequence[str]]
    participants: Mapping[int, Sequence[int]]  # by event
    mentions: Mapping[int, Sequence[Mention]]  # by event

    @classmethod
    def of(cls, films: Sequence[Film]) -> "_Told":
        documents = [document for film in films for document in film.documents.all()]
        names = CharacterName.objects.filter(character__film__in=films).order_by("pk")
        portrayals = Portrayal.objects.filter(character__film__in=films).order_by("credit__billing", "pk")
        participations = Participation.objects.filter(event__film__in=films).order_by("pk")
        mentions = EventMention.objects.filter(event__film__in=films).order_by("pk")
        places = mentions.values_list("event", "telling", "sentence_start", "sentence_end")
        return cls(
            {telling.pk: document.text for document in documents for telling in document.tellings.all()},
            {character.pk: character.name for film in films for character in film.characters.all()},
            _by_first(names.values_list("character", "text")),
            _by_first(portrayals.values_list("character", "credit__credited_as")),
            _by_first(participations.values_list("event", "character")),
            _by_first((event, place) for event, *place in places),
        )


def _by_first(pairs: Iterable[tuple[int, Any]]) -> Mapping[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for first, second in pairs:
        grouped[first].append(second)
    return grouped


def _films(film_ids: Iterable[int]) -> Iterable[Film]:
    titles = Statement.objects.filter(fact__in=(Fact.TITLE, Fact.ORIGINAL_TITLE)).exclude(rank=Rank.REJECTED)
    billed = Credit.objects.order_by(F("billing").asc(nulls_last=True), "pk")
    tellings = Telling.objects.order_by("pk")
    documents = SourceDocument.objects.only("film_id", "text").order_by("pk")
    return Film.objects.filter(pk__in=list(film_ids)).prefetch_related(
        "genres",
        "countries",
        Prefetch("statements", titles.order_by("pk")),
        Prefetch("credits", billed),
        Prefetch("settings", Setting.objects.select_related("place").order_by("pk")),
        Prefetch("documents", documents.prefetch_related(Prefetch("tellings", tellings))),
        Prefetch("characters", Character.objects.order_by("pk")),
        Prefetch("events", PlotEvent.objects.select_related("place").order_by("order", "pk")),
    )


def _film(film: Film) -> EntryDraft:
    work, settings = list(film.credits.all()), list(film.settings.all())
    places = {setting.place_id for setting in settings} | {event.place_id for event in film.events.all()}
    return EntryDraft(
        EntryKind.FILM,
        film.pk,
        film.title,
        film.get_absolute_url(),
        context=_about(film, work),
        names=(film.title, film.original_title, *(statement.value for statement in film.statements.all())),
        passages=(
            *_tellings(film, SHORT_TELLINGS),
            *(_credit_line(credit) for credit in work[:MOST_CREDITS]),
            *(f"Set in {setting.place.name}" for setting in settings),
            film.based_on and f"Based on {film.based_on}",
            ", ".join(map(str, (*film.genres.all(), *film.countries.all()))),
        ),
        story=_tellings(film),
        weight=100 * film.document_count + film.event_count,
        film_id=film.pk,
        linked={
            "people": sorted({credit.person_id for credit in work if credit.person_id}),
            "places": sorted(place_id for place_id in places if place_id),
        },
    )


def _about(film: Film, work: Sequence[Credit]) -> str:
    directors = joined([credit.credited_as for credit in work if credit.job == Job.DIRECTOR])
    year = str(film.year) if film.year else ""
    return ", ".join(part for part in (year, directors and f"directed by {directors}") if part)


def _tellings(film: Film, kinds: Collection[PassageKind] = tuple(PassageKind)) -> list[str]:
    return [
        document.text[told.start : told.end]
        for document in film.documents.all()
        for told in document.tellings.all()
        if told.kind in kinds
    ]


class Story(NamedTuple):
    """The text of a document, and where its sentences start and end."""

    text: str
    bounds: Sequence[tuple[int, int]]


STORIES = KeptQuery(
    lambda films: (
        SourceDocument.objects.filter(film__in=Ids(films))
        .order_by("pk")
        .values_list("film", "text", "sentence_bounds")
    )
)


def stories_of(film_ids: Collection[int]) -> dict[int, list[Story]]:
    """Return the films' documents, in one query."""
    stories: dict[int, list[Story]] = defaultdict(list)
    for film_id, text, bounds in STORIES(list(film_ids)):
        stories[film_id].append(Story(text, bounds))
    return stories


def _credit_line(credit: Credit) -> str:
    if credit.job in MADE_BY:
        return f"{MADE_BY[Job(credit.job)]} {credit.credited_as}"
    return f"{credit.credited_as} as {credit.role}" if credit.role else f"With {credit.credited_as}"


def _character(character: Character, film: Film, told: _Told) -> EntryDraft:
    played_by = joined(list(dict.fromkeys(told.actors.get(character.pk, ()))))
    return EntryDraft(
        EntryKind.CHARACTER,
        character.pk,
        character.name,
        character.get_absolute_url(),
        context=", ".join(filter(None, (str(film), played_by and f"played by {played_by}"))),
        names=(character.name, *told.other_names.get(character.pk, ())),
        passages=[f"Played by {played_by}"] if played_by else [],
        weight=character.prominence,
        film_id=film.pk,
    )


def _event(event: PlotEvent, film: Film, told: _Told) -> EntryDraft:
    mentions = told.mentions.get(event.pk, ())
    sentences = (told.texts.get(telling, "")[start:end] for telling, start, end in mentions)
    return EntryDraft(
        EntryKind.EVENT,
        event.pk,
        event.summary,
        event.get_absolute_url(),
        context=str(film),
        passages=(event.summary, *sentences, *_circumstances(event, told)),
        weight=len(mentions),
        film_id=film.pk,
    )


def _circumstances(event: PlotEvent, told: _Told) -> Sequence[str]:
    who = joined([told.names[character] for character in told.participants.get(event.pk, ())])
    return (
        who and f"Who: {who}",
        f"Where: {event.place.name}" if event.place else "",
        event.place_as_told and f"Where: {event.place_as_told}",
        event.time_as_told and f"When: {event.time_as_told}",
    )
