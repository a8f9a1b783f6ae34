"""How likely two event mentions tell one happening: by what is done, by whom, and in what words."""

from films.extraction.statements import EventMention
from films.reconciliation.synonyms import trigger_likeness
from films.reconciliation.tellings import Scene

TRIGGER, PEOPLE, WORDS = 0.5, 0.25, 0.25


def likeness(a_scene: Scene, a: EventMention, b_scene: Scene, b: EventMention) -> float:
    """Return from 0 to 1 how alike two event mentions of different tellings are."""
    return (
        TRIGGER * trigger_likeness(a.lemma, b.lemma)
        + PEOPLE * _people(a_scene, b_scene)
        + WORDS * min(1.0, 2 * _words(a_scene, b_scene))
    )


def _people(a: Scene, b: Scene) -> float:
    both = a.characters | b.characters
    return len(a.characters & b.characters) / len(both) if both else 0.5


def _words(a: Scene, b: Scene) -> float:
    return sum(value * b.signs[sign] for sign, value in a.signs.items() if sign in b.signs)
