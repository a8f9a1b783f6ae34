"""What people are to each other by verbs: "marries", "hires", "falls in love with", "tries to kill".

A story says who are enemies or who works for whom by what they do, over several sentences; a verb
that is only a hint counts half. Harm need not succeed: "tries to kill" and "plans to rob" make enemies.
"""

from collections.abc import Iterator
from dataclasses import replace

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import Tie, verb_ties
from films.vocabulary import RelationshipKind as Kind

BY_ACCIDENT = frozenset(
    ["accidentally", "unintentionally", "inadvertently", "mistakenly", "unknowingly", "unwittingly"]
)
PARTNER_PREPOSITIONS = frozenset({"with", "to", "against", "from", "on", "for", "at", "by"})
COMPLEMENTS = ("dobj", "oprd", "attr", "acomp", "xcomp", "advmod", "prep")
REFUSING = frozenset(
    [
        "refuse",
        "decline",
        "fail",
        "stop",
        "prevent",
        "avoid",
        "pretend",
        "save",
        "hesitate",
        "dissuade",
        "forbid",
    ]
)
AGREEING = frozenset(
    [
        "agree",
        "plan",
        "promise",
        "intend",
        "engage",
        "decide",
        "be",
        "prepare",
        "consent",
        "due",
        "about",
        "set",
    ]
)
SERVING = frozenset({"work", "spy", "serve"})
ONLY_PASSIVE = frozenset({"engage", "betroth"})
UNWILLING = frozenset({"himself", "herself", "themselves", "itself", "each", "other"})


def find_verb_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's verbs say, in text order."""
    words = reader.words
    for verb in range(len(words)):
        if words.tag[verb].startswith("V") and not _is_accident(reader, verb):
            yield from _of_verb(reader, verb)


def _of_verb(reader: RelationReader, verb: int) -> Iterator[Claim]:
    words = reader.words
    if words.lemma[verb] in SERVING:
        yield from _of_service(reader, verb)
    for tie, anchor in _ties(reader, verb):
        if (counted := _counted(reader, verb, tie)) is None:
            continue
        doers, others = _doers(reader, verb), _others(reader, verb, anchor)
        if others:
            yield from reader.claims(doers, counted, others, verb)
        elif len(doers) == 2 and not _has_object(reader, verb) and _is_mutual(reader, verb, tie):
            mutual = replace(counted, weight=1.0) if counted.kind is Kind.PARTNER else counted
            yield from reader.claims_among(doers, mutual, verb)


def _is_mutual(reader: RelationReader, verb: int, tie: Tie) -> bool:
    """ "They fight" is between them; "they are attacked" is not."""
    return tie.kind in {Kind.SPOUSE, Kind.PARTNER} or not _is_passive(reader, verb)


def _ties(reader: RelationReader, verb: int) -> Iterator[tuple[Tie, int]]:
    """Yield what the verb says alone, and what it says together with each of its complements."""
    words = reader.words
    tie = verb_ties().get(words.lemma[verb])
    if tie and (words.lemma[verb] not in ONLY_PASSIVE or _is_engaged(reader, verb)):
        yield tie, verb
    for child in words.children[verb]:
        if words.dep[child] not in COMPLEMENTS:
            continue
        if _is_plain_proposal(reader, verb):
            continue
        if tie := verb_ties().get(f"{words.lemma[verb]}+{_form(reader, child)}"):
            yield tie, child
        noun = words.child(child, "pobj") if words.dep[child] == "prep" else None
        if noun is not None and (tie := verb_ties().get(f"{words.lemma[verb]}+{words.lemma[noun]}")):
            yield tie, noun


def _is_plain_proposal(reader: RelationReader, verb: int) -> bool:
    """ "proposes a plan to Tom" asks for no hand."""
    words = reader.words
    what = words.child(verb, "dobj", "ccomp", "xcomp")
    return words.lemma[verb] == "propose" and what is not None and words.lemma[what] != "marriage"


def _is_engaged(reader: RelationReader, verb: int) -> bool:
    """ "is engaged to Mara" speaks of love; "engages Mara" and "engaged in" do not."""
    words = reader.words
    return words.tag[verb] == "VBN" and words.lower[verb + 1 : verb + 2] == ["to"]


def _form(reader: RelationReader, i: int) -> str:
    return reader.words.lower[i] if reader.words.tag[i] in {"VBN", "JJ"} else reader.words.lemma[i]


def _of_service(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom works for Mara": she employs him."""
    words = reader.words
    for child in words.children[verb]:
        if (
            words.dep[child] == "prep"
            and words.lower[child] in {"for", "under"}
            and reader.modality.is_told(verb)
        ):
            masters = reader.people(words.child(child, "pobj"))
            yield from reader.claims(_doers(reader, verb), Tie(Kind.EMPLOYER, is_inverse=True), masters, verb)


def _doers(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who does it: the subject, or "by Mara" in the passive."""
    words = reader.words
    if _is_passive(reader, verb):
        agent = words.child(verb, "agent")
        return reader.people(words.child(agent, "pobj")) if agent is not None else _patients(reader, verb)
    subject = _controller(reader, verb)
    return reader.people(subject)


def _controller(reader: RelationReader, verb: int) -> int | None:
    """Return the subject; "orders Tom to kill" has Tom for the subject of "kill"."""
    words = reader.words
    if words.dep[verb] == "xcomp" and words.child(verb, "nsubj") is None:
        governor = words.head[verb]
        told = words.child(governor, "dobj", "dative")
        if told is not None and words.tag[governor].startswith("V"):
            return told
    if words.dep[verb] in {"acl", "relcl"} and words.child(verb, "nsubj", "nsubjpass") is None:
        return _planner(reader, verb) if reader.modality.has_to(verb) else words.head[verb]
    return words.subject(verb)


def _planner(reader: RelationReader, verb: int) -> int | None:
    """ "Mara's plan to rob Tom" is Mara's, and in "hatches a plan to" the subject's."""
    words = reader.words
    noun = words.head[verb]
    owner = words.child(noun, "poss")
    return owner if owner is not None else words.subject(words.clause(noun))


def _is_passive(reader: RelationReader, verb: int) -> bool:
    words = reader.words
    if words.child(verb, "nsubjpass", "auxpass", "agent") is not None:
        return True
    return (
        words.dep[verb] == "conj"
        and words.tag[verb] == "VBN"
        and words.child(words.head[verb], "auxpass") is not None
    )


def _patients(reader: RelationReader, verb: int) -> tuple[str, ...]:
    words = reader.words
    if words.dep[verb] == "acl":
        return reader.people(words.head[verb])
    subject, auxiliary = words.subject(verb), words.child(verb, "auxpass")
    if subject is None and auxiliary is not None:
        subject = words.child(auxiliary, "nsubj", "nsubjpass")  # the parser may hang it there
    return reader.people(subject)


def _others(reader: RelationReader, verb: int, anchor: int) -> tuple[str, ...]:
    """Return to whom it is done: the object, or who stands after "with", "to", "against"."""
    words = reader.words
    if _is_passive(reader, verb) and words.child(verb, "agent") is not None:
        return _patients(reader, verb)
    if words.dep[verb] == "relcl" and words.child(verb, "dobj") is None and _object_pronoun(reader, verb):
        return reader.people(words.head[verb])
    target = words.child(verb, "dobj", "dative")
    if target is not None and target != anchor and (people := reader.people(target)):
        return people
    if target is None and not _is_passive(reader, verb) and (named := reader.named_at(verb + 1)[0]):
        return named  # whatever the parser makes of "marries Tom"
    return _after_preposition(reader, verb, anchor) or _after_to(reader, verb)


def _after_preposition(reader: RelationReader, verb: int, anchor: int) -> tuple[str, ...]:
    words = reader.words
    for near in dict.fromkeys((anchor, verb)):
        allowed = PARTNER_PREPOSITIONS if near == verb else PARTNER_PREPOSITIONS | {"of"}
        for child in words.children[near]:
            is_after = words.dep[child] in {"prep", "dative"} and words.lower[child] in allowed
            if is_after and (people := reader.people(words.child(child, "pobj"))):
                return people
    return ()


def _after_to(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Read "engaged to the rich Mara" by its words, where the parser takes "to" for an infinitive's."""
    words = reader.words
    if words.lower[verb] not in {"engaged", "married", "betrothed"} or words.lower[verb + 1 : verb + 2] != [
        "to"
    ]:
        return ()
    at = verb + 2
    while at < min(len(words), verb + 8) and words.tag[at] in {"JJ", "NN", "DT", "PRP$", "VBN", "VB", "VBG"}:
        if people := reader.named_at(at)[0]:
            return people[:1]
        at += 1
    return reader.named_at(at)[0][:1]


def _object_pronoun(reader: RelationReader, verb: int) -> bool:
    """ "whom she kills": the relative pronoun stands for the object, and the subject is another."""
    words = reader.words
    subject = words.child(verb, "nsubj")
    return subject is not None and words.lower[subject] not in {"who", "that", "which"}


def _has_object(reader: RelationReader, verb: int) -> bool:
    target = reader.words.child(verb, "dobj")
    return target is not None and reader.words.lower[target] not in UNWILLING and bool(reader.cast.at(target))


def _counted(reader: RelationReader, verb: int, tie: Tie) -> Tie | None:
    """Return what the verb says if it is told as happening, or what it still says if it is only intended.

    Harm that is tried or planned makes enemies, and who means to marry is a partner; what is refused
    or denied says nothing.
    """
    words = reader.words
    if reader.modality.is_told(verb):
        return tie
    governor = words.head[verb]
    if (
        reader.modality.is_denied(verb)
        or words.lemma[governor] in REFUSING
        or reader.modality.is_denied(governor)
    ):
        return None
    if tie.kind is Kind.ENEMY:
        is_aim = words.dep[verb] in {"xcomp", "acl"} or (
            words.dep[verb] == "advcl" and reader.modality.has_to(verb)
        )
        return tie if is_aim else None
    if words.lemma[verb] in {"marry", "wed"} and words.dep[verb] in {"xcomp", "acl", "ccomp"}:
        return Tie(Kind.PARTNER, weight=1.0 if words.lemma[governor] in AGREEING else 0.5)
    return None


def _is_accident(reader: RelationReader, verb: int) -> bool:
    return any(reader.words.lower[child] in BY_ACCIDENT for child in reader.words.children[verb])
