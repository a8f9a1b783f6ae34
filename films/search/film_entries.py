"""The entries of films, and of the characters and events in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    for film in _films(film_ids):
        texts = {document.pk: document.text for document in film.documents.all()}
        yield _film(film, texts)
        for character in film.characters.all():
            yield _character(character, film)
        told = _Told.of(film, texts)
        for event in film.events.all():
            yield _event(event, film, told)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the rows of a film's events point to, so that no row brings it along again."""

    names: Mapping[int, str]  # by character
    texts: Mapping[int, str]  # by telling

    @classmethod
    def of(cls, film: Film, texts: Mapping[int, str]) -> "_Told":
        tellings = (telling for document in film.documents.all() for telling in document.tellings.all())
        return cls(
            {character.pk: character.name for character in film.characters.all()},
            {telling.pk: texts[telling.document_id] for telling in tellings},
        )


def _films(film_ids: Iterable[int]) -> Iterable[Film]:
    titles = Statement.objects.filter(fact__in=(Fact.TITLE, Fact.ORIGINAL_TITLE)).exclude(rank=Rank.REJECTED)
    billed = Credit.objects.order_by(F("billing").asc(nulls_last=True), "pk")
    tellings = Telling.objects.order_by("pk")
    documents = SourceDocument.objects.only("film_id", "text").order_by("pk")
    portrayals = Portrayal.objects.select_related("credit").order_by("credit__billing", "pk")
    characters = Character.objects.order_by("pk").prefetch_related(
        Prefetch("names", CharacterName.objects.order_by("pk")), Prefetch("portrayals", portrayals)
    )
    events = PlotEvent.objects.select_related("place").order_by("order", "pk")
    events = events.prefetch_related(
        Prefetch("mentions", EventMention.objects.order_by("pk")),
        Prefetch("participations", Participation.objects.order_by("pk")),
    )
    return Film.objects.filter(pk__in=list(film_ids)).prefetch_related(
        "genres",
        "countries",
        Prefetch("statements", titles.order_by("pk")),
        Prefetch("credits", billed),
        Prefetch("settings", Setting.objects.select_related("place").order_by("pk")),
        Prefetch("documents", documents.prefetch_related(Prefetch("tellings", tellings))),
        Prefetch("characters", characters),
        Prefetch("events", events),
    )


def _film(film: Film, texts: Mapping[int, str]) -> EntryDraft:
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
            *_tellings(film, texts, SHORT_TELLINGS),
            *(_credit_line(credit) for credit in work[:MOST_CREDITS]),
            *(f"Set in {setting.place.name}" for setting in settings),
            film.based_on and f"Based on {film.based_on}",
            ", ".join(map(str, (*film.genres.all(), *film.countries.all()))),
        ),
        story=_tellings(film, texts),
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


def _tellings(
    film: Film, texts: Mapping[int, str], kinds: Collection[PassageKind] = tuple(PassageKind)
) -> list[str]:
    tellings = (telling for document in film.documents.all() for telling in document.tellings.all())
    return [texts[told.document_id][told.start : told.end] for told in tellings if told.kind in kinds]


def story_sentences(film_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the sentences of the films' documents, in one query."""
    sentences: dict[int, list[str]] = defaultdict(list)
    documents = SourceDocument.objects.filter(film__in=film_ids).order_by("pk")
    for film_id, text, bounds in documents.values_list("film", "text", "sentence_bounds"):
        sentences[film_id] += [text[start:end] for start, end in bounds]
    return sentences


def _credit_line(credit: Credit) -> str:
    if credit.job in MADE_BY:
        return f"{MADE_BY[Job(credit.job)]} {credit.credited_as}"
    return f"{credit.credited_as} as {credit.role}" if credit.role else f"With {credit.credited_as}"


def _character(character: Character, film: Film) -> EntryDraft:
    actors = [portrayal.credit.credited_as for portrayal in character.portrayals.all()]
    played_by = joined(list(dict.fromkeys(actors)))
    return EntryDraft(
        EntryKind.CHARACTER,
        character.pk,
        character.name,
        character.get_absolute_url(),
        context=", ".join(filter(None, (str(film), played_by and f"played by {played_by}"))),
        names=(character.name, *(name.text for name in character.names.all())),
        passages=[f"Played by {played_by}"] if played_by else [],
        weight=character.prominence,
        film_id=film.pk,
    )


def _event(event: PlotEvent, film: Film, told: _Told) -> EntryDraft:
    mentions = list(event.mentions.all())
    return EntryDraft(
        EntryKind.EVENT,
        event.pk,
        event.summary,
        event.get_absolute_url(),
        context=str(film),
        passages=(
            event.summary,
            *(_sentence(mention, told) for mention in mentions),
            *_circumstances(event, told),
        ),
        weight=len(mentions),
        film_id=film.pk,
    )


def _sentence(mention: EventMention, told: _Told) -> str:
    return told.texts.get(mention.telling_id, "")[mention.sentence_start : mention.sentence_end]


def _circumstances(event: PlotEvent, told: _Told) -> Sequence[str]:
    who = joined([told.names[participation.character_id] for participation in event.participations.all()])
    return (
        who and f"Who: {who}",
        f"Where: {event.place.name}" if event.place else "",
        event.place_as_told and f"Where: {event.place_as_told}",
        event.time_as_told and f"When: {event.time_as_told}",
    )
