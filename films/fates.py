"""What becomes of a character: the events that end their part of the story, as the sources tell them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from films.moments import Step, sorts_of
from films.vocabulary import Role

# To whom a turn happens, by the sort in resources/turning_points.txt; who kills has not died.
DEATHS: Mapping[str, frozenset[str]] = {
    "dying": frozenset({Role.AGENT, Role.PATIENT}),
    "killing": frozenset({Role.PATIENT}),
}
ENDINGS: Mapping[str, frozenset[str]] = {
    "wedding": frozenset({Role.AGENT, Role.PATIENT}),
    "capture": frozenset({Role.PATIENT}),
    "escape": frozenset({Role.AGENT}),
    "rescue": frozenset({Role.PATIENT}),
    "parting": frozenset({Role.AGENT}),
}
# An ending stands in the last third of the character's own events; what is earlier was not the end.
END_PART = 3


@dataclass(frozen=True, slots=True)
class Part:
    """An event that the character takes part in, as what, and whether it is done to another one."""

    step: Step
    role: str
    has_other_patient: bool = False
    is_key: bool = False


def fate(parts: Sequence[Part]) -> tuple[int, ...]:
    """Return the ids of the events, in order, that say what becomes of the character.

    That is the death, if one is told; else the last ending and the last key event after it.
    """
    deaths = [part for part in parts if _happens(part, DEATHS)]
    if deaths:
        return (deaths[-1].step.pk,)
    late = parts[len(parts) * (END_PART - 1) // END_PART :]
    endings = [part for part in late if _happens(part, ENDINGS)][-1:]
    keys = [part for part in parts if part.is_key] or parts
    last = keys[-1:]
    if endings and last and parts.index(last[0]) < parts.index(endings[0]):
        last = []
    return tuple(dict.fromkeys(part.step.pk for part in (*endings, *last)))


def _happens(part: Part, turns: Mapping[str, Collection[str]]) -> bool:
    """Does a turn of this kind happen to the character in this event?"""
    if part.role == Role.AGENT and part.has_other_patient and turns is DEATHS:
        return False
    sorts = sorts_of(part.step.triggers or part.step.summary.split())
    return any(part.role in turns[sort] for sort in sorts if sort in turns)
