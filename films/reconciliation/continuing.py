"""What one telling tells in several sentences, or twice.

"Mara shows him how it is done. She stops the first car." A sentence that begins with a pronoun goes on about
those of whom the one before told (centering; Grosz, Joshi and Weinstein, "Centering: a framework
for modeling the local coherence of discourse", 1995), unless it names a new time or says that something
follows, as "then" and "finally" do (Hinrichs, "Temporal anaphora in discourses of English", 1986).
"Mara confronts Dov. He accuses her." What is said in a conversation is part of it, unlike what one offers and
another turns down later. "Mara tries to hit Dov. But she is held back": an attempt and what foils it are one.
And captions of pictures repeat what the text around them says.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from films.reading.resources import entries
from films.reconciliation.tellings import Deed, Scene
from films.reconciliation.words import word_counts

RESOURCES = Path(__file__).with_name("resources")
OPENING = re.compile(r"[\"“”'‘’(\s]*(?:He|She|They|It|But|Because)\b")
NEXT_STEP = re.compile(
    r"\b(?:also|then|soon|later|finally|eventually|afterwards?|meanwhile|now|however|thereby|thus)\b",
    re.IGNORECASE,
)
OPENED = 60  # letters
TURN = re.compile(r"(?:But|However|Yet)\b")
SPACE = 2  # letters between two sentences
CONVERSATION, TALK = "verbs_of_conversation.txt", "verbs_of_talk.txt"
SHOUT, ATTEMPT, FOIL = "verbs_of_shouting.txt", "verbs_of_attempt.txt", "verbs_of_foiling.txt"
SPEAKERS = 2
FEWEST_REPEATED = 4  # words, of sentences that follow each other
FEWEST_APART = 8  # words; no one writes so long a sentence twice by chance
REPEATED = 0.95  # of the words of both
NEAR = 8  # scenes; captions stand by what they show


def carries_on(before: Scene, scene: Scene) -> bool:
    """Whether `scene`, the next of the same telling, goes on about the people of the one before."""
    return (
        bool(OPENING.match(scene.text))
        and not _takes_a_step(before, scene)
        and not before.people.keys().isdisjoint(scene.people)
    )


def _takes_a_step(before: Scene, scene: Scene) -> bool:
    """Whether the scene stands elsewhere, at another time, or is said to follow."""
    if before.telling != scene.telling or before.source.document != scene.source.document:
        return True
    return any(event.time for event in scene.events) or bool(NEXT_STEP.search(scene.text[:OPENED]))


def exchanges(scenes: Sequence[Scene]) -> Iterator[tuple[Deed, Deed]]:
    """Yield what one does, each with what another does to it in the telling's next sentence."""
    for before, scene in pairwise(scenes):
        yield from itertools.islice(_exchanged(before, scene), 1)


def _exchanged(before: Scene, scene: Scene) -> Iterator[tuple[Deed, Deed]]:
    last, first = before.deeds[-1], scene.deeds[0]
    opening = next((deed for deed in reversed(before.deeds) if _is_one_of(CONVERSATION, deed)), None)
    if opening and _is_one_of(TALK, first) and not _takes_a_step(before, scene):
        both = len(_people(opening) & _people(first))
        if both >= SPEAKERS or (both and carries_on(before, scene)):
            yield opening, first
    if _is_one_of(SHOUT, last) and _is_cut(before, scene):
        yield last, first
    if TURN.match(scene.text) and _is_one_of(ATTEMPT, last):
        for deed in scene.deeds:
            if _is_one_of(FOIL, deed) and deed.patients & last.agents:
                yield last, deed


def _is_cut(before: Scene, scene: Scene) -> bool:
    """Whether the two are one sentence, taken for two because of what is shouted in it."""
    is_next = scene.sentence.start - before.sentence.end <= SPACE
    is_open = before.text.count("(") > before.text.count(")")
    return is_next and (is_open or scene.text[:1].islower())


def _people(deed: Deed) -> frozenset[str]:
    return deed.agents | deed.patients | deed.people


def _is_one_of(resource: str, deed: Deed) -> bool:
    return deed.event.lemma in entries(resource, RESOURCES)


def repeats(scenes: Sequence[Scene]) -> Iterator[tuple[Deed, Deed]]:
    """Yield the deeds of sentences that stand there twice or nearly so, in their order."""
    words = [frozenset(word_counts(scene.text)) for scene in scenes]
    for j, scene in enumerate(scenes):
        for i in range(max(0, j - NEAR), j):
            if _is_repeated(words[i], words[j], FEWEST_REPEATED if i + 1 == j else FEWEST_APART):
                yield from _same_deeds(scenes[i], scene)
                break


def _is_repeated(words: frozenset[str], others: frozenset[str], fewest: int) -> bool:
    both = len(words & others)
    return both >= fewest and both >= REPEATED * len(words | others)


def _same_deeds(first: Scene, again: Scene) -> Iterator[tuple[Deed, Deed]]:
    """Yield each deed that is told again with the one it repeats."""
    left = list(first.deeds)
    for deed in again.deeds:
        same = next((other for other in left if other.event.lemma == deed.event.lemma), None)
        if same:
            left.remove(same)
            yield same, deed
