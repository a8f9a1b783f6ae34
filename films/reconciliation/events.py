"""The film's plot events in story order, with every telling of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from films.extraction.statements import Participant
from films.folding import fold
from films.reconciliation.characters import FilmCast
from films.reconciliation.sources import CharacterSource, Source
from films.reconciliation.storyline import Draft, Told, join_tellings
from films.reconciliation.tellings import Telling, tellings_of
from films.reconciliation.values import FilmEvent, FilmEventMention, FilmPlace
from films.reconciliation.words import word_counts
from films.vocabulary import Role

ROLES = tuple(Role)
SHA_LETTERS = 8


def reconcile_events(
    sources: Sequence[Source], cast: FilmCast, places: Sequence[FilmPlace]
) -> tuple[FilmEvent, ...]:
    """Join the event mentions of all tellings into plot events in story order."""
    drafts = join_tellings(tellings_of_film(sources, cast))
    return tuple(_event(order, draft, cast.keys, places) for order, draft in enumerate(drafts, 1))


def tellings_of_film(sources: Sequence[Source], cast: FilmCast) -> list[Telling]:
    """Return the tellings of all documents, fullest first, with the film's characters in them."""
    names = {name.text for c in cast.characters if c.is_named for name in c.names}
    return tellings_of(sources, cast.keys, frozenset(word for name in names for word in word_counts(name)))


def _event(
    order: int, draft: Draft, characters: Mapping[CharacterSource, str], places: Sequence[FilmPlace]
) -> FilmEvent:
    fullest = draft.mentions[0].event
    mentions = sorted((_mention(told, characters) for told in draft.mentions), key=lambda m: m.told_at)
    place = next((told.event.place for told in draft.mentions if told.event.place), "")
    return FilmEvent(
        key=_key(mentions),
        order=order,
        summary=fullest.summary,
        place=_named_place(place, places),
        place_as_told=place,
        time_as_told=next((told.event.time for told in draft.mentions if told.event.time), ""),
        is_flashback=fullest.is_flashback,
        participants=_union(participant for mention in mentions for participant in mention.participants),
        mentions=tuple(mentions),
    )


def _key(mentions: Sequence[FilmEventMention]) -> str:
    document, start = min(mention.told_at for mention in mentions)
    return f"e-{document[:SHA_LETTERS]}-{start}"


def _mention(told: Told, characters: Mapping[CharacterSource, str]) -> FilmEventMention:
    document, event = told.scene.source.document, told.event
    participants = (Participant(characters[document, p.character], p.role) for p in event.participants)
    return FilmEventMention(
        document=document,
        telling=event.telling,
        sentence=event.sentence,
        trigger=event.trigger,
        trigger_text=event.trigger_text,
        summary=event.summary,
        participants=_union(participants),
    )


def _union(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return each character once, in the role that most mentions give."""
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    for participant in participants:
        roles[participant.character][participant.role] += 1
    rows = (
        Participant(key, min(counts, key=lambda r: (-counts[r], ROLES.index(r))))
        for key, counts in roles.items()
    )
    return tuple(sorted(rows, key=lambda row: (ROLES.index(row.role), row.character)))


def _named_place(told: str, places: Sequence[FilmPlace]) -> str:
    """Return the place of the story whose name the words hold: "near the port of Oran" is in Oran."""
    words = f" {fold(told)} "
    named = [place.name for place in places if f" {fold(place.name)} " in words]
    return max(named, key=lambda name: (len(name), name), default="")
