"""Harm that is done through others or that reaches others: "Tom's men kill Mara", "Tom kills Mara's father".

Who sends the killers is the enemy, and so is who takes a child, a husband or a friend from somebody.
"""

from collections.abc import Iterator

from films.extraction.people import HUMAN_OR_GROUP_NOUNS
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie, verb_ties
from films.extraction.relations.verb_parts import agent_of, subject_of_intent
from films.extraction.relations.verb_relations import BY_ACCIDENT
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

HARM = Tie(Kind.ENEMY)
SENDING = frozenset({"send", "hire", "order", "dispatch", "command", "instruct", "pay", "tell"})
NEAR_ONES = frozenset({Kind.PARENT, Kind.SIBLING, Kind.SPOUSE, Kind.PARTNER, Kind.FRIEND})
DEATHS = frozenset({"death", "murder", "killing", "kidnapping", "abduction", "assassination"})
CAUSATIVE = frozenset({"have", "get"})
RESCUING = frozenset({"rescue", "save", "free", "protect", "defend"})
LOSS = Tie(Kind.ENEMY, weight=0.7)
DESPOILING = frozenset(
    {"steal", "burn", "destroy", "rob", "poison", "vandalize", "wreck", "raid", "trash", "loot"}
    | {"seize", "confiscate", "usurp", "plunder", "torch", "sabotage", "embezzle", "invade", "expropriate"}
)
UNHARMED = frozenset({"heart", "show", "attention", "thunder", "kiss", "identity"})
FOILING = frozenset(
    {"thwart", "foil", "stop", "ruin", "spoil", "frustrate", "defeat", "sabotage"}
    | {"oppose", "hinder", "hamper", "block", "obstruct", "undermine"}
)
PLANS = frozenset({"plan", "plot", "scheme", "effort", "attempt", "attack", "ambition", "conspiracy"})
CROSSING = frozenset({"cross", "crosses", "crossed", "crossing"})
CAUSING = frozenset({"responsible", "guilty"})


def find_harm_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what harm by somebody's men or to somebody's kin says, in text order."""
    words = reader.words
    for i in range(len(words)):
        if words.tag[i].startswith("V"):
            yield from _of_verb(reader, i)
        if words.lower[i] in CROSSING and "double" in words.lower[i - 2 : i]:
            yield from _of_double_cross(reader, i)
        elif words.lemma[i] in DEATHS and words.dep[i] == "pobj":
            yield from _of_guilt(reader, i)


def _of_double_cross(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Tom double crosses Mara", "double-crosses": in two words that no parse takes for a verb."""
    double = i - 1 if reader.words.lower[i - 1] == "double" else i - 2
    by = agent_of(reader, i)
    if by is not None:  # "is double-crossed by Tom"
        crossers, crossed = reader.people(reader.words.child(by, "pobj")), _crossed(reader, i)
        yield from reader.claims(_less(crossers, crossed), HARM, crossed, i)
        return
    doers = reader.named_until(double) or reader.people(reader.words.subject(i))
    if i + 1 < len(reader.words):
        crossed = reader.named_at(i + 1)[0] or reader.cast.at(i + 1)
        yield from reader.claims(_less(doers, crossed), HARM, crossed, i)


def _crossed(reader: RelationReader, i: int) -> tuple[str, ...]:
    words = reader.words
    if words.dep[i] == "acl":
        return reader.people(words.head[i])
    return reader.people(words.subject(words.head[i] if words.dep[i] == "acomp" else i))


def _of_verb(reader: RelationReader, i: int) -> Iterator[Claim]:
    lemma, is_told = reader.words.lemma[i], reader.modality.is_told(i)
    if any(reader.words.lower[c] in BY_ACCIDENT for c in reader.words.children[i]):
        return
    if lemma in RESCUING and is_told:
        yield from _of_rescue(reader, i)
    if lemma in FOILING and is_told:
        yield from _of_foiling(reader, i)
    if lemma in DESPOILING and _is_meant(reader, i):
        yield from _of_loss(reader, i)
    if _is_grave(lemma):
        if reader.words.tag[i] == "VBN" and reader.words.lemma[i - 1 : i] != ["be"]:
            yield from _of_causing(reader, i)
        if _is_meant(reader, i):
            yield from _of_harm(reader, i)


def _of_foiling(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Mara foils Tom's plan", "thwarts the plans of Tom"."""
    words = reader.words
    doer, plan = _doer(reader, verb), _victim(reader, verb)
    if doer is None or plan is None or words.lemma[plan] not in PLANS:
        return
    of = next((c for c in words.children[plan] if words.lower[c] == "of"), None)
    planners = owners_before(reader, plan, is_shared=True) or (
        reader.people(words.child(of, "pobj")) if of is not None else ()
    )
    doers = reader.people(doer)
    if not set(doers) & set(planners):
        yield from reader.claims(doers, HARM, planners, verb)


def _of_loss(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom steals Mara's money", "burns down Mara's house"."""
    doer, thing = _doer(reader, verb), _victim(reader, verb)
    if doer is None or thing is None or reader.words.lemma[thing] in UNHARMED:
        return
    owners, doers = owners_before(reader, thing, is_shared=True), reader.people(doer)
    if not set(doers) & set(owners):
        yield from reader.claims(doers, LOSS, owners, verb)


def _of_rescue(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Mara rescues Tom from Al" says who is Tom's enemy."""
    words = reader.words
    saved = words.subject(verb) if words.child(verb, "nsubjpass") is not None else words.child(verb, "dobj")
    source = next((c for c in words.children[verb] if words.lower[c] == "from"), None)
    if source is not None:
        people, captors = reader.people(saved), reader.people(words.child(source, "pobj"))
        yield from reader.claims(_less(captors, people), HARM, people, verb)


def _is_grave(lemma: str) -> bool:
    tie = verb_ties().get(lemma)
    return tie is not None and tie.kind is Kind.ENEMY and tie.weight >= 1


def _of_causing(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom has Mara killed", "gets Mara arrested": by its words, for no parse can."""
    words = reader.words
    hurt = reader.named_until(verb) or (reader.cast.at(verb - 1) if words.tag[verb - 1] == "PRP" else ())
    causer = next((at for at in range(verb - 2, max(0, verb - 5), -1) if words.lemma[at] in CAUSATIVE), None)
    if hurt and causer is not None and words.dep[causer] != "relcl":
        doers = reader.named_until(causer) or reader.people(words.subject(causer))
        if words.child(verb, "agent") is None:
            yield from reader.claims(_less(doers, hurt), HARM, hurt, verb)


def _is_meant(reader: RelationReader, verb: int) -> bool:
    """Harm that is done, or that is the aim: "sends men to kill Mara"."""
    modality = reader.modality
    return modality.is_told(verb) or (
        not modality.is_denied(verb) and reader.words.dep[verb] in {"xcomp", "advcl", "acl"}
    )


def _of_harm(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """Yield that the doers, or who is behind them, and the victims, or whose they are, are enemies."""
    doer, victim = _doer(reader, verb), _victim(reader, verb)
    if doer is None or victim is None:
        return
    own, behind = reader.people(doer), _behind(reader, verb, doer)
    hurt, struck = reader.people(victim), _owners_of_victim(reader, victim)
    yield from reader.claims(_less(behind, hurt), HARM, _less(hurt, behind), verb)
    named = tuple(key for key in own if reader.is_named(key)) or behind
    if not set(named) & set(struck):
        yield from reader.claims(named, HARM, struck, verb)


def _less(people: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in people if key not in others)


def _doer(reader: RelationReader, verb: int) -> int | None:
    words = reader.words
    agent = agent_of(reader, verb)
    if agent is not None:
        return words.child(agent, "pobj")
    if words.child(verb, "auxpass", "nsubjpass") is not None:
        return None
    if words.dep[verb] == "xcomp" and words.child(verb, "nsubj") is None:
        told = words.child(words.head[verb], "dobj")
        if told is not None and (reader.cast.at(told) or words.child(told, "poss") is None):
            return told  # and no sword that somebody raises
    if words.dep[verb] in {"relcl", "acl"} and words.child(verb, "nsubj") is None:
        return words.head[verb]
    subject = words.subject(verb)
    if subject is None and words.dep[verb] == "xcomp":
        return subject_of_intent(reader, verb)
    is_relative = (
        subject is not None and words.lower[subject] in {"who", "that"} and words.dep[verb] == "relcl"
    )
    return words.head[verb] if is_relative else subject


def _victim(reader: RelationReader, verb: int) -> int | None:
    words = reader.words
    return words.child(verb, "dobj") if agent_of(reader, verb) is None else words.subject(verb)


def _behind(reader: RelationReader, verb: int, doer: int) -> tuple[str, ...]:
    """Return whose men do it ("Tom's men"), or who sends them ("Tom sends men to")."""
    words = reader.words
    if _is_weapon(reader, verb, doer):
        return owners_before(reader, doer, is_shared=False)
    if words.lemma[doer] not in read_list("underlings"):
        return ()
    if owners := owners_before(reader, doer, is_shared=True):
        return owners
    sender = words.head[doer]  # also of a farther clause: "hires gunmen to raid the farm, who kill Mara"
    is_sent = words.lemma[sender] in SENDING and words.dep[doer] == "dobj"
    return reader.people(words.subject(sender)) if is_sent and reader.modality.is_told(sender) else ()


def _is_weapon(reader: RelationReader, verb: int, doer: int) -> bool:
    """Is somebody wounded "by Tom's bullet" or "by his blast", which is nobody?"""
    words = reader.words
    is_agent = words.lower[words.head[doer]] == "by" and words.tag[doer] == "NN"
    is_thing = not reader.cast.at(doer) and words.lemma[doer] not in HUMAN_OR_GROUP_NOUNS
    return is_agent and is_thing and words.child(verb, "nsubjpass") is not None


def _owners_of_victim(reader: RelationReader, victim: int) -> tuple[str, ...]:
    """Return whose father, wife, friend or man it is that is hurt."""
    tie = reader.tie_at(victim)
    is_near = (tie is not None and tie.kind in NEAR_ONES) or reader.words.lemma[victim] in read_list(
        "underlings"
    )
    return owners_before(reader, victim, is_shared=True) if is_near else ()


def _of_guilt(reader: RelationReader, noun: int) -> Iterator[Claim]:
    """ "Tom is responsible for Mara's death", "is guilty of the murder of Mara"."""
    words = reader.words
    guilty = words.head[words.head[noun]]
    copula = words.head[guilty]
    if (
        words.lower[guilty] not in CAUSING
        or words.lemma[copula] != "be"
        or not reader.modality.is_told(copula)
    ):
        return
    victims = owners_before(reader, noun, is_shared=True)
    of = next((c for c in words.children[noun] if words.lower[c] == "of"), None)
    if not victims and of is not None:
        victims = reader.people(words.child(of, "pobj"))
    doers = reader.people(words.subject(copula))
    yield from reader.claims(_less(doers, victims), HARM, victims, noun)
