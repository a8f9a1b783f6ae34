"""One storyline from many tellings: the fullest telling gives the order, the others join in or fill gaps.

Each telling is laid beside the storyline so far (progressive alignment; Feng and Doolittle, 1987).
Where a scene of it tells a moment of the storyline, its events join those that can be the same happening;
what is left over stands beside them. What only it tells is put in where it tells it, or, where it sums up,
after what it sums up.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from films.extraction.statements import EventMention
from films.reconciliation.alignment import Pair, align, anchors_of
from films.reconciliation.continuing import exchanges, repeats
from films.reconciliation.likeness import likeness, people_alike
from films.reconciliation.sameness import contradict, evidence
from films.reconciliation.tellings import Deed, Scene, Telling

BEST = -0.2  # evidence for the best pair of two scenes that tell one moment
FURTHER = 0.5
LONG_RUN = 6  # scenes or moments
TOLD_ON = 0.5  # of the people of two sentences of which one carries on the other


@dataclass(frozen=True, slots=True)
class Told:
    """An event mention in its scene."""

    scene: Scene
    deed: Deed

    @property
    def event(self) -> EventMention:
        return self.deed.event

    @property
    def sentence(self) -> tuple[int, int, int]:
        return self.scene.source.rank, self.scene.telling, self.scene.sentence.start


@dataclass(slots=True, eq=False)
class Draft:
    """A plot event under construction: the mentions that tell it, the fullest telling's first."""

    mentions: list[Told]


@dataclass(slots=True)
class Moment:
    """Scenes of different tellings that tell one stretch of the story, and its events in order."""

    scenes: list[Scene]
    drafts: list[Draft]


@dataclass(slots=True)
class Storyline:
    """The moments in order; `united` are drafts of one telling that are one happening, told on."""

    moments: list[Moment] = field(default_factory=list)
    united: list[tuple[Draft, Draft]] = field(default_factory=list)


def join_tellings(tellings: Sequence[Telling]) -> list[Draft]:
    """Return the plot events of all tellings, given fullest first, in story order."""
    storyline = Storyline()
    for telling in tellings:
        _add(storyline, telling)
    drafts = [draft for moment in storyline.moments for draft in moment.drafts]
    draft_of = {id(told.deed): draft for draft in drafts for told in draft.mentions}
    owners: dict[Draft, Draft] = {}
    for is_sure, pairs in (
        (True, [pair for telling in tellings for pair in repeats(telling.scenes)]),
        (False, [pair for telling in tellings for pair in exchanges(telling.scenes)]),
    ):
        united = [(draft_of[id(a)], draft_of[id(b)]) for a, b in pairs]
        for draft, other in united if is_sure else [*storyline.united, *united]:
            first, second = _owner(owners, draft), _owner(owners, other)
            if first is not second and (is_sure or not _told_apart(first, second)):
                first.mentions.extend(second.mentions)
                owners[second] = first
    return [draft for draft in drafts if draft not in owners]


def _add(storyline: Storyline, telling: Telling) -> None:
    if not storyline.moments:
        storyline.moments = [_moment_of(scene) for scene in telling.scenes]
        return
    pairs = align([m.scenes for m in storyline.moments], telling.scenes, is_whole=telling.is_whole)
    told: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        told[pair.right].append(pair)
    joined: list[Pair] = []
    going_on, alone = [], []
    for index, scene in enumerate(telling.scenes):
        home = (index + 0.5) / len(telling.scenes) * len(storyline.moments) - 0.5
        nearest = sorted(told[index], key=lambda pair: (pair.goes_on, abs(pair.left - home), pair.left))
        if nearest and nearest[0].goes_on:
            going_on.append(nearest[0])
        elif nearest and _join_scene(storyline, nearest, scene, is_summary=not telling.is_whole):
            joined += nearest
        else:  # alike, perhaps, but nothing happens in both
            alone.append(index)
    met = {(pair.left, pair.right) for pair in joined}
    for pair in going_on:
        if not met.isdisjoint({(pair.left, pair.right - 1), (pair.left, pair.right + 1)}):
            _tell_on(storyline.moments[pair.left], telling.scenes[pair.right])
        else:
            alone.append(pair.right)
    places = _places(len(storyline.moments), telling, anchors_of(joined))
    rows = [(float(i), moment) for i, moment in enumerate(storyline.moments)]
    rows += [(places[index], _moment_of(telling.scenes[index])) for index in sorted(alone)]
    storyline.moments = [moment for _, moment in sorted(rows, key=lambda row: row[0])]


def _moment_of(scene: Scene) -> Moment:
    return Moment([scene], [Draft([Told(scene, deed)]) for deed in scene.deeds])


def _places(moments: int, telling: Telling, anchors: Mapping[int, tuple[int, int]]) -> list[float]:
    """Return where in the storyline each scene belongs: after what is told before it.

    Where both tellings tell the whole story, a short run that one tells alone stays whole and leads up to the
    next moment that both tell, or follows the last; two long ones tell much the same time, and take turns.
    """
    scenes = len(telling.scenes)
    last = {index: last for index, (_, last) in anchors.items()}
    first = {index: first for index, (first, _) in anchors.items()}
    before = _nearest_anchors(range(scenes), last, (-1, -1))
    after = _nearest_anchors(reversed(range(scenes)), first, (scenes, moments))
    places = []
    for index in range(scenes):
        (p, left), (q, right) = before[index], after[index]
        if telling.is_whole and min(q - p, right - left) > LONG_RUN:
            places.append(left + max((index - p) / (q - p) * (right - left), 0.5))
        else:
            places.append(right - 0.5 if telling.is_whole and q < scenes else left + 0.5)
    return places


def _nearest_anchors(
    scenes: Iterable[int], anchors: Mapping[int, int], nearest: tuple[int, int]
) -> Mapping[int, tuple[int, int]]:
    found = {}
    for index in scenes:
        if index in anchors:
            nearest = (index, anchors[index])
        found[index] = nearest
    return found


class Match(NamedTuple):
    """A draft that the event number `number` of a scene may tell, and what speaks for it."""

    evidence: float
    pair: Pair
    number: int
    draft: Draft


def _join_scene(storyline: Storyline, pairs: Sequence[Pair], scene: Scene, *, is_summary: bool) -> bool:
    """Let the scene's events join the drafts of the moments it tells, the others beside them, if one can."""
    moments = [storyline.moments[pair.left] for pair in pairs]
    joined: dict[int, Draft] = {}
    met: dict[int, int] = {}
    for match in _matches(storyline, pairs, scene):
        is_taken = match.number in joined or match.draft in joined.values()
        is_first = match.pair.left not in met and not _is_told_by(match.draft, scene)
        if not is_taken and match.evidence >= (BEST if is_first else FURTHER):
            joined[match.number] = match.draft
            met.setdefault(match.pair.left, match.number)
    if not joined:
        return False
    storyline.united += _told_on(storyline, [pair for pair in pairs if pair.goes_on], joined, met)
    for index, draft in joined.items():
        draft.mentions.append(Told(scene, scene.deeds[index]))
    for index, deed in enumerate(scene.deeds):
        if index not in joined:
            _insert(moments, Told(scene, deed), at_end=is_summary)
    for moment in moments:
        moment.scenes.append(scene)
    return True


def _is_told_by(draft: Draft, scene: Scene) -> bool:
    """Whether the scene's telling has told it before."""
    tellings = {(told.scene.source.rank, told.scene.telling) for told in draft.mentions}
    return (scene.source.rank, scene.telling) in tellings


def _told_on(
    storyline: Storyline, pairs: Sequence[Pair], joined: Mapping[int, Draft], met: Mapping[int, int]
) -> Iterator[tuple[Draft, Draft]]:
    """Yield the drafts that were joined, each with what goes on with it in the moment before or after."""
    for pair in pairs:
        beside = next((met[left] for left in (pair.left - 1, pair.left + 1) if left in met), None)
        if beside is None:
            continue
        moment, draft = storyline.moments[pair.left], joined[beside]
        rows = [(likeness(a.deed, b.deed), other) for other in moment.drafts for a, b in _links(other, draft)]
        if rows:
            yield draft, max(rows, key=lambda row: row[0])[1]


def _links(draft: Draft, other: Draft) -> Iterator[tuple[Told, Told]]:
    """Yield the mentions of two drafts in which the same people do what does not contradict."""
    for a, b in itertools.product(draft.mentions, other.mentions):
        if people_alike(a.deed, b.deed) >= TOLD_ON and not contradict(a.deed, b.deed):
            yield a, b


def _tell_on(moment: Moment, scene: Scene) -> None:
    """Let the likest event of a scene that goes on join what the scene before or after it joined."""
    deeds = [Draft([Told(scene, deed)]) for deed in scene.deeds]
    shared = [draft for draft in moment.drafts if len({told.sentence for told in draft.mentions}) > 1]
    rows = [
        (likeness(a.deed, b.deed), draft, own)
        for draft, own in itertools.product(shared, deeds)
        for a, b in _links(draft, own)
    ]
    _, joined, told_on = max(rows, key=lambda row: row[0], default=(0.0, None, None))
    for own in deeds:
        if joined and own is told_on:
            joined.mentions.extend(own.mentions)
        else:
            _insert([moment], own.mentions[0])
    moment.scenes.append(scene)


def _owner(owners: Mapping[Draft, Draft], draft: Draft) -> Draft:
    while draft in owners:
        draft = owners[draft]
    return draft


def _told_apart(draft: Draft, other: Draft) -> bool:
    """Whether more than one telling tells the two in sentences of their own."""
    here, there = ({told.sentence for told in d.mentions} for d in (draft, other))
    return len({s[:2] for s in here - there} & {s[:2] for s in there - here}) > 1


def _matches(storyline: Storyline, pairs: Sequence[Pair], scene: Scene) -> list[Match]:
    """Return what the scene may tell, the surest first, of equals that of the first pair."""
    matches = [
        Match(max(evidence(told.deed, deed, pair.odds) for told in draft.mentions), pair, index, draft)
        for pair in pairs
        if not pair.goes_on
        for draft in storyline.moments[pair.left].drafts
        for index, deed in enumerate(scene.deeds)
    ]
    return sorted(matches, key=lambda match: -match.evidence)


def _insert(moments: Sequence[Moment], told: Told, *, at_end: bool = False) -> None:
    """Put what one telling alone tells behind what it tells before, or else before what it tells next."""
    own = told.event.trigger.start
    nearest = max(
        (
            (start < own, -abs(start - own), moment, position)
            for moment in moments
            for position, draft in enumerate(moment.drafts)
            for start in _told_at(draft, told)
        ),
        key=itemgetter(0, 1),
        default=(True, 0, moments[0], len(moments[0].drafts)),
    )
    is_behind, _, moment, position = nearest
    moment.drafts.insert(len(moment.drafts) if at_end else position + is_behind, Draft([told]))


def _told_at(draft: Draft, told: Told) -> Iterator[int]:
    """Yield where the telling of `told` tells the draft."""
    for other in draft.mentions:
        if other.sentence[:2] == told.sentence[:2]:
            yield other.event.trigger.start
