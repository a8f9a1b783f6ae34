"""Plot events, the tellings' mentions of them, and who takes part.

A mention is known by its document and where its trigger stands; an event by its mentions. A mention
that an editor moved to another event stays there, so a storyline that was split, joined or put in
another order stays so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from films.folding import fold, squash
from films.importing.matching import pair_up, scored_pairs
from films.importing.plan import CastRows, Plan
from films.importing.removals import Identity, Told
from films.models import (
    Character,
    EventMention,
    MentionParticipant,
    Participation,
    Place,
    PlotEvent,
    Telling,
)
from films.models.insertion import new_row
from films.reconciliation.values import FilmEvent, FilmEventMention
from films.vocabulary import Role

Trigger = tuple[str, int]  # sha256 of the document, where the trigger starts
Tellings = Mapping[tuple[str, int], Telling]  # by sha256 and the passage's number in the document
OWN_WEIGHT, MOVED_WEIGHT = 2, 1


@dataclass(frozen=True, slots=True)
class Scene:
    """What the events of a film refer to."""

    plan: Plan
    cast: CastRows
    places: Mapping[str, Place]  # by folded name
    tellings: Tellings
    mentions: Mapping[Trigger, EventMention]  # the stored ones
    mention_participants: Mapping[int, list[MentionParticipant]]  # by the mention's identity in memory
    participations: Mapping[int, list[Participation]]  # by the event's identity in memory

    @classmethod
    def of(cls, plan: Plan, cast: CastRows, places: Mapping[str, Place], tellings: Tellings) -> "Scene":
        participants: dict[int, list[MentionParticipant]] = defaultdict(list)
        for participant in plan.stored.mention_participants:
            participants[id(participant.mention)].append(participant)
        participations: dict[int, list[Participation]] = defaultdict(list)
        for participation in plan.stored.participations:
            participations[id(participation.event)].append(participation)
        return cls(plan, cast, places, tellings, stored_mentions(plan), participants, participations)

    @property
    def has_removals(self) -> bool:
        return bool(self.plan.removed.by_kind)

    def told(self, mention: FilmEventMention) -> Told:
        text = self.plan.documents[mention.document].text
        sentence, trigger = squash(mention.sentence.of(text)), fold(mention.trigger_text)
        return Told(mention.document, mention.trigger.start, sentence, trigger)

    def is_moved(self, mention: FilmEventMention) -> bool:
        """Did an editor decide to which event this mention belongs?"""
        row = self.mentions.get(mention.told_at)
        return row is not None and ("event" in row.edited_fields or row.is_edited)


@dataclass(frozen=True, slots=True)
class EventRow:
    """A proposal with its row and the mentions that are the row's own."""

    proposal: FilmEvent
    row: PlotEvent
    mentions: tuple[FilmEventMention, ...]


def stored_mentions(plan: Plan) -> dict[Trigger, EventMention]:
    """Return the film's stored mentions by where their trigger stands."""
    sha256 = {telling.pk: telling.document.sha256 for telling in plan.stored.tellings}
    return {(sha256[row.telling_id], row.trigger_start): row for row in plan.stored.mentions}


def plan_events(scene: Scene, proposals: Sequence[FilmEvent]) -> None:
    """Bring the storyline in line with the proposals."""
    plan = scene.plan
    standing = [(proposal, _standing_mentions(scene, proposal)) for proposal in proposals]
    rows = _matched(scene, [proposal for proposal, _ in standing])
    keys = {row.key for row in plan.stored.events}
    kept: set[int] = set()
    for number, (proposal, mentions) in enumerate(standing):
        row = rows.get(number)
        own = tuple(mention for mention in mentions if not scene.is_moved(mention))
        if row is None:
            if not own or _is_removed(scene, proposal):
                continue
            row = _added(plan, proposal, keys)
        kept.add(id(row))
        _plan_event(scene, EventRow(proposal, row, own))
    _plan_moved(scene, [mention for _, mentions in standing for mention in mentions])
    _drop_rest(scene, kept, {m.told_at for _, mentions in standing for m in mentions})


def _standing_mentions(scene: Scene, proposal: FilmEvent) -> tuple[FilmEventMention, ...]:
    """Return the mentions that no editor removed and that stand in a telling."""
    return tuple(
        mention
        for mention in proposal.mentions
        if mention.trigger.start < mention.trigger.end
        and mention.sentence.start < mention.sentence.end
        and (mention.document, mention.telling) in scene.tellings
        and not (scene.has_removals and scene.plan.removed.event_mention(scene.told(mention)))
    )


def _is_removed(scene: Scene, proposal: FilmEvent) -> bool:
    if not scene.has_removals:
        return False
    return any(scene.plan.removed.event(scene.told(mention)) for mention in proposal.mentions)


def _matched(scene: Scene, proposals: Sequence[FilmEvent]) -> dict[int, PlotEvent]:
    """Return the row of each proposal that has one: that with which it shares most mentions."""
    rows = scene.plan.stored.events
    signs: dict[int, set[object]] = {id(row): set() for row in rows}
    for trigger, mention in scene.mentions.items():
        signs[id(mention.event)].add(trigger)
    weights: list[dict[object, int]] = [
        {
            mention.told_at: MOVED_WEIGHT if scene.is_moved(mention) else OWN_WEIGHT
            for mention in proposal.mentions
        }
        for proposal in proposals
    ]
    pairs = scored_pairs(weights, [signs[id(row)] for row in rows])
    return {number: rows[i] for number, i in pair_up(pairs).items()}


def _added(plan: Plan, proposal: FilmEvent, keys: set[str]) -> PlotEvent:
    key = next(key for key in map("e{}".format, count(proposal.order)) if key not in keys)
    keys.add(key)
    return plan.ledger.add(new_row(PlotEvent, film=plan.film, key=key))


def _plan_event(scene: Scene, event: EventRow) -> None:
    proposal, row = event.proposal, event.row
    scene.plan.ledger.change(
        row,
        order=proposal.order,
        summary=proposal.summary or "…",
        place=scene.places.get(fold(proposal.place)) if proposal.place else None,
        place_as_told=proposal.place_as_told,
        time_as_told=proposal.time_as_told,
        is_flashback=proposal.is_flashback,
    )
    for mention in event.mentions:
        _plan_mention(scene, mention, row)
    _plan_participations(scene, event)


def _plan_moved(scene: Scene, mentions: Iterable[FilmEventMention]) -> None:
    """Bring mentions that an editor moved up to date where they are."""
    for mention in mentions:
        if scene.is_moved(mention):
            _plan_mention(scene, mention, scene.mentions[mention.told_at].event)


def _plan_mention(scene: Scene, mention: FilmEventMention, event: PlotEvent) -> None:
    row = scene.mentions.get(mention.told_at)
    if row is None:
        row = scene.plan.ledger.add(new_row(EventMention, event=event, trigger_start=mention.trigger.start))
    scene.plan.ledger.change(
        row,
        event=event,
        telling=scene.tellings[mention.document, mention.telling],
        sentence_start=mention.sentence.start,
        sentence_end=mention.sentence.end,
        trigger_end=mention.trigger.end,
        trigger=mention.trigger_text or "…",
        summary=mention.summary,
    )
    _plan_mention_participants(scene, mention, row)


def _roles(scene: Scene, mentions: Iterable[FilmEventMention]) -> dict[int, tuple[Character, Role]]:
    """Return the rows that take part in the mentions, with the role in which each is named first."""
    roles: dict[int, tuple[Character, Role]] = {}
    for mention in mentions:
        for participant in mention.participants:
            row = scene.cast.by_key.get(participant.character)
            if row is not None:
                roles.setdefault(id(row), (row, participant.role))
    return roles


def _plan_mention_participants(scene: Scene, mention: FilmEventMention, row: EventMention) -> None:
    plan = scene.plan
    has = {id(p.character): p for p in scene.mention_participants.get(id(row), ())}
    wanted = _roles(scene, [mention])
    for identity, (character, role) in wanted.items():
        if identity in has:
            plan.ledger.change(has[identity], role=role.value)
        else:
            plan.ledger.add(new_row(MentionParticipant, mention=row, character=character, role=role.value))
    plan.drop_all(p for identity, p in has.items() if identity not in wanted)


def _plan_participations(scene: Scene, event: EventRow) -> None:
    plan = scene.plan
    has = {id(p.character): p for p in scene.participations.get(id(event.row), ())}
    wanted = _event_roles(scene, event)
    for identity, (character, role) in wanted.items():
        if identity in has:
            plan.ledger.change(has[identity], role=role.value)
        elif not _is_taken_out(scene, event, character):
            plan.ledger.add(new_row(Participation, event=event.row, character=character, role=role.value))
    plan.drop_all(p for identity, p in has.items() if identity not in wanted)


def _event_roles(scene: Scene, event: EventRow) -> dict[int, tuple[Character, Role]]:
    """Return who takes part in the event's own mentions, in the roles decided for the event."""
    wanted = _roles(scene, event.mentions)
    for participant in event.proposal.participants:
        row = scene.cast.by_key.get(participant.character)
        is_whole = len(event.mentions) == len(event.proposal.mentions)
        if row is not None and (is_whole or id(row) in wanted):
            wanted[id(row)] = (row, participant.role)
    return wanted


def _is_taken_out(scene: Scene, event: EventRow, character: Character) -> bool:
    if not scene.has_removals:
        return False
    who = Identity(character.pk, scene.cast.names.get(id(character), frozenset()))
    told = [scene.told(mention) for mention in event.mentions]
    return scene.plan.removed.participation(event.row.pk, told, who)


def _drop_rest(scene: Scene, kept: set[int], told: set[Trigger]) -> None:
    """Drop mentions that are not told any more, and events without any, unless an editor touched them."""
    plan = scene.plan
    staying = {id(row.event) for row in plan.stored.participations if row.is_edited}
    for trigger, mention in scene.mentions.items():
        if trigger not in told and not plan.ledger.drop(mention):
            staying.add(id(mention.event))
    moved = {id(m.event) for t, m in scene.mentions.items() if t in told and m.is_edited}
    plan.drop_all(row for row in plan.stored.events if id(row) not in kept | staying | moved)
