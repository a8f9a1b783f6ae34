"""Whether two event mentions of scenes that tell one moment can be the same happening.

A moment holds several happenings, so that what is left over on both sides must not be paired. What speaks for
one happening is summed up: what is done, by whom, where and when (as in the coreference of events; Bejan and
Harabagiu, "Unsupervised event coreference resolution", 2014), and how surely the scenes are one.
"""

from films.reconciliation.likeness import people_alike, words_alike
from films.reconciliation.synonyms import SYNONYM, trigger_likeness
from films.reconciliation.tellings import Deed
from films.reconciliation.words import weight

SAME_ACT = 0.5
LIKE_ACT = 0.3
TELLING_ACT = 4.0  # bits; that both "arrive" tells less than that both "confess"
OTHER_PEOPLE = 0.3
OTHER_AGENT = 0.3  # in the same act
OTHER_ALTOGETHER = 0.6
SCENES = 0.15  # for each of the odds that the scenes are one
LEAST_ODDS, MOST_ODDS = -1.0, 1.2
NEARLY_THE_SAME = 0.8  # of the words
RARE_ACT = 3.0  # bits
IMPOSSIBLE = float("-inf")


def evidence(a: Deed, b: Deed, odds: float) -> float:
    """Return how much speaks for one happening, given the odds that the scenes tell one moment."""
    act = trigger_likeness(a.event.lemma, b.event.lemma)
    words = 1.0 if a.event.summary == b.event.summary else words_alike(a, b)
    if (act < 1.0 or words < NEARLY_THE_SAME) and contradict(a, b):
        return IMPOSSIBLE
    others = OTHER_AGENT if act == 1.0 else OTHER_ALTOGETHER
    if words >= NEARLY_THE_SAME or not _others_act(a, b):
        others = 0.0
    telling = min(1.0, weight(a.event.lemma) / TELLING_ACT, weight(b.event.lemma) / TELLING_ACT)
    return (
        telling * (SAME_ACT if act == 1.0 else LIKE_ACT * act)
        + words
        - OTHER_PEOPLE * (1 - people_alike(a, b))
        - others
        + SCENES * max(LEAST_ODDS, min(MOST_ODDS, odds))
    )


def is_rare_deed_of_both(a: Deed, b: Deed) -> bool:
    """Whether the same people, two or more, do the same, and it is seldom done."""
    return (
        len(a.people) > 1
        and a.people == b.people
        and min(weight(a.event.lemma), weight(b.event.lemma)) >= RARE_ACT
        and trigger_likeness(a.event.lemma, b.event.lemma) >= SYNONYM
    )


def contradict(a: Deed, b: Deed) -> bool:
    """Whether in each someone acts who is known to both tellings but not in the other, or they change parts.

    "Mara saves Dov" is not "Zoe hides Dov", nor is it "Dov saves Mara". Of the same word it is enough that
    one of those who act is known to both: "a pilot saves Dov" is not it, where Mara is another.
    """
    lacking = _lacks(a.agents & a.people, b), _lacks(b.agents & b.people, a)
    if all(lacking) or _is_swapped(a, b):
        return True
    is_same_word = a.event.lemma == b.event.lemma
    return is_same_word and any(lacking) and _lacks(a.agents, b) and _lacks(b.agents, a)


def _is_swapped(a: Deed, b: Deed) -> bool:
    return bool(a.agents & b.patients and a.patients & b.agents) and not a.agents & b.agents


def _lacks(agents: frozenset[str], other: Deed) -> bool:
    return bool(agents) and not agents & (other.people | other.agents)


def _others_act(a: Deed, b: Deed) -> bool:
    return bool(a.agents and b.agents) and not a.agents & b.agents
