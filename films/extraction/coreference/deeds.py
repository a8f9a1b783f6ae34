"""Whom a noun means by what they have done or suffered: "the prisoner" who was just caught."""

from films.extraction.coreference.binding import fellows
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading

FAR = 6  # sentences
CAPTURING = frozenset(
    {"catch", "capture", "arrest", "imprison", "jail", "detain", "lock", "seize", "apprehend"}
)
ABDUCTING = CAPTURING | {"kidnap", "abduct", "take", "hold"}
KILLING = frozenset({"kill", "murder", "stab", "strangle", "shoot", "slay", "poison"})
ATTACKING = frozenset({"attack", "assault", "beat", "stab", "rape", "mug", "ambush"})
STEALING = frozenset({"steal", "rob", "burgle"})
SAVING = frozenset({"rescue", "save", "free"})
SUFFERERS = {
    "prisoner": CAPTURING,
    "inmate": CAPTURING,
    "detainee": CAPTURING,
    "suspect": CAPTURING | {"suspect", "accuse"},
    "captive": ABDUCTING,
    "hostage": ABDUCTING,
    "victim": KILLING | ATTACKING | ABDUCTING | STEALING,
}
DOERS = {
    **dict.fromkeys(("killer", "murderer", "murderess", "assassin"), KILLING),
    **dict.fromkeys(("attacker", "assailant"), ATTACKING),
    **dict.fromkeys(("kidnapper", "abductor", "captor"), ABDUCTING - {"take"}),
    **dict.fromkeys(("thief", "robber", "burglar"), STEALING),
    **dict.fromkeys(("rescuer", "savior", "saviour"), SAVING),
}
SUFFERING_ROLES = frozenset({"dobj", "nsubjpass"})
DOING_ROLES = frozenset({"nsubj", "subsubj", "agent"})


def known_by_deed(reading: Reading, nominal: Nominal) -> Entity | None:
    """Return who last did or suffered what the noun tells of, or nobody.

    In "They catch Tom. The prisoner escapes." it is Tom.
    """
    words = reading.words
    suffered, done = SUFFERERS.get(nominal.noun), DOERS.get(nominal.noun)
    verbs = suffered or done
    if verbs is None or nominal.modifiers:
        return None
    barred = fellows(reading, nominal.head)
    for seen in reversed(reading.discourse.seen):
        if reading.sentence - seen.sentence > FAR:
            break
        is_role = seen.role in (SUFFERING_ROLES if suffered else DOING_ROLES)
        entity = seen.entity.final()
        if not is_role or entity.is_plural or entity in barred:
            continue
        verb = words.head[words.head[seen.token]] if seen.role == "agent" else words.head[seen.token]
        is_done = words.dep[verb] != "xcomp" and words.child(verb, "neg") is None
        if words.lemma[verb] in verbs and is_done:
            return entity
    return None
