"""Sentences that carry on the one before: what one telling says in a breath another says in two.

"Mara shows him how it is done. She stops the first car." A sentence that begins with a pronoun goes on about
those of whom the one before told (centering; Grosz, Joshi and Weinstein, "Centering: a framework
for modeling the local coherence of discourse", 1995), unless it names a new time or says that something
follows, as "then" and "finally" do (Hinrichs, "Temporal anaphora in discourses of English", 1986).
"""

import re

from films.reconciliation.tellings import Scene

OPENING = re.compile(r"[\"“”'‘’(\s]*(?:He|She|They|It|But|Because)\b")
NEXT_STEP = re.compile(
    r"\b(?:also|then|soon|later|finally|eventually|afterwards?|meanwhile|now|however|thereby|thus)\b",
    re.IGNORECASE,
)
OPENED = 60  # letters


def carries_on(before: Scene, scene: Scene) -> bool:
    """Whether `scene`, the next of the same telling, goes on about the people of the one before."""
    if before.telling != scene.telling or before.source.document != scene.source.document:
        return False
    if any(event.time for event in scene.events) or NEXT_STEP.search(scene.text[:OPENED]):
        return False
    return bool(OPENING.match(scene.text)) and not before.people.keys().isdisjoint(scene.people)
