"""One storyline from many tellings: the fullest telling gives the order, the others join in or fill gaps.

Each telling is laid beside the storyline so far (progressive alignment; Feng and Doolittle, 1987).
Where a scene of it tells a moment of the storyline, its events join those they tell again; what only
it tells is put in where it tells it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from films.extraction.statements import EventMention
from films.reconciliation.alignment import align
from films.reconciliation.likeness import likeness
from films.reconciliation.tellings import Scene, Telling

SAME_EVENT = 0.5
ONE_MOMENT = 0.10  # the best pair of two scenes that tell one moment


@dataclass(frozen=True, slots=True)
class Told:
    """An event mention in its scene."""

    scene: Scene
    event: EventMention


@dataclass(slots=True)
class Draft:
    """A plot event under construction: the mentions that tell it, the fullest telling's first."""

    mentions: list[Told]


@dataclass(slots=True)
class Moment:
    """Scenes of different tellings that tell one stretch of the story, and its events in order."""

    scenes: list[Scene]
    drafts: list[Draft]


def join_tellings(tellings: Sequence[Telling]) -> list[Draft]:
    """Return the plot events of all tellings, given fullest first, in story order."""
    storyline: list[Moment] = []
    for telling in tellings:
        storyline = _with_telling(storyline, telling)
    return [draft for moment in storyline for draft in moment.drafts]


def _with_telling(storyline: Sequence[Moment], telling: Telling) -> list[Moment]:
    matches = _matches(storyline, telling)
    result = list(storyline)
    last: Moment | None = None
    for index, scene in enumerate(telling.scenes):
        moments = [storyline[i] for i in matches.get(index, ())]
        if moments:
            _join_scene(moments, scene)
            last = moments[-1]
        else:
            new = Moment([scene], [Draft([Told(scene, event)]) for event in scene.events])
            result.insert(_position(result, last), new)
            last = new
    return result


def _position(moments: Sequence[Moment], last: Moment | None) -> int:
    """Return where a new moment goes: after the one told before it."""
    return next((i + 1 for i, moment in enumerate(moments) if moment is last), 0)


def _matches(storyline: Sequence[Moment], telling: Telling) -> dict[int, list[int]]:
    """Return which moments each scene of the telling tells."""
    flat = [(i, scene) for i, moment in enumerate(storyline) for scene in moment.scenes]
    places = [(i + 0.5) / len(storyline) for i, _ in flat]
    pairs = align([scene for _, scene in flat], telling.scenes, places, is_whole=telling.is_whole)
    found: dict[int, set[int]] = {}
    for pair in pairs:
        found.setdefault(pair.right, set()).add(flat[pair.left][0])
    return {index: sorted(moments) for index, moments in found.items()}


def _join_scene(moments: Sequence[Moment], scene: Scene) -> None:
    """Let the scene's events join the drafts of the moments it tells, the likest first."""
    joined: dict[int, Draft] = {}
    used: set[int] = set()
    met: set[int] = set()
    for score, m, index, draft in _candidates(moments, scene):
        least = SAME_EVENT if m in met else ONE_MOMENT
        if index in joined or id(draft) in used or score < least:
            continue
        joined[index] = draft
        used.add(id(draft))
        met.add(m)
    for index, event in enumerate(scene.events):
        told = Told(scene, event)
        if index in joined:
            joined[index].mentions.append(told)
        else:
            joined[index] = _insert(moments, joined.get(index - 1), told)
    for moment in moments:
        moment.scenes.append(scene)


def _candidates(moments: Sequence[Moment], scene: Scene) -> list[tuple[float, int, int, Draft]]:
    rows = (
        (max(likeness(told.scene, told.event, scene, event) for told in draft.mentions), m, index, draft)
        for m, moment in enumerate(moments)
        for draft in moment.drafts
        for index, event in enumerate(scene.events)
    )
    return sorted(rows, key=lambda row: (-row[0], row[1], row[2], row[3].mentions[0].event.trigger))


def _insert(moments: Sequence[Moment], before: Draft | None, told: Told) -> Draft:
    draft = Draft([told])
    for moment in moments:
        for position, other in enumerate(moment.drafts):
            if other is before:
                moment.drafts.insert(position + 1, draft)
                return draft
    moments[0].drafts.insert(0, draft)
    return draft
