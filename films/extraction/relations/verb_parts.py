"""Who does what a verb says and to whom: subjects, agents, controllers, objects, and who is "with" them."""

from films.extraction.relations.lists_of_names import named_behind
from films.extraction.relations.relation_claims import RelationReader
from films.extraction.resources import read_list

PARTNER_PREPOSITIONS = frozenset({"with", "to", "against", "from", "on", "for", "at", "by"})
WEDDING = frozenset({"marry", "wed", "remarry"})
DESCRIBED = frozenset({"acomp", "oprd", "conj", "advcl", "amod"})
PERSUADING = frozenset({"convince", "persuade", "ask", "urge", "beg", "order", "tell", "get", "force"})
FINDING = frozenset({"discover", "find", "catch"})
INTENT = frozenset(
    [
        "determined",
        "eager",
        "desperate",
        "anxious",
        "ready",
        "about",
        "bent",
        "intent",
        "resolved",
        "set",
        "prepared",
    ]
)
INTENTIONS = frozenset({"intention", "intent", "aim", "purpose", "goal", "hope"})
JOINABLE = frozenset({"married", "engaged", "betrothed"})


def doers_of(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who does it: the subject, or "by Mara" in the passive."""
    words = reader.words
    if is_passive(reader, verb):
        agent = agent_of(reader, verb)
        return reader.people(words.child(agent, "pobj")) if agent is not None else _patients(reader, verb)
    subject = _controller(reader, verb)
    return _last_of(reader, subject) if _is_of_one(reader, verb, subject) else reader.people(subject)


def _is_of_one(reader: RelationReader, verb: int, subject: int | None) -> bool:
    """Has a verb in the singular two people before it: "Tom has married Mara and Ana has married Al"?"""
    words = reader.words
    if subject is None or words.child(subject, "conj") is None or not subject < verb:
        return False
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    is_singular = words.tag[finite] == "VBZ" and words.lower[finite] != words.lemma[finite]  # not "kiss"
    return is_singular and words.head[subject] == verb


def _last_of(reader: RelationReader, subject: int | None) -> tuple[str, ...]:
    """Return the Ana of "Mara and Ana has"."""
    while subject is not None and (joined := reader.words.child(subject, "conj")) is not None:
        subject = joined
    return reader.people(subject)


def _controller(reader: RelationReader, verb: int) -> int | None:
    """Return the subject; "orders Tom to kill" has Tom for the subject of "kill"."""
    words = reader.words
    if words.dep[verb] == "xcomp" and words.child(verb, "nsubj") is None:
        governor = words.head[verb]
        told = words.child(governor, "dobj", "dative")
        if told is not None and words.tag[governor].startswith("V"):
            is_thing = words.child(told, "poss") is not None and not reader.cast.at(told)
            return words.subject(governor) if is_thing else told  # "raises his sword to kill"
    if (
        words.dep[verb] == "advcl"
        and words.lemma[words.head[verb]] in PERSUADING
        and reader.modality.has_to(verb)
    ):
        told = words.child(words.head[verb], "dobj")
        return told if told is not None and told < verb else words.subject(verb)
    if (other := _driven_into(reader, verb)) is not None or (other := _perceived(reader, verb)) is not None:
        return other
    if words.dep[verb] in {"acl", "relcl"} and words.child(verb, "nsubj", "nsubjpass") is None:
        return _planner(reader, verb) if reader.modality.has_to(verb) else words.head[verb]
    subject = words.subject(verb)
    return subject_of_intent(reader, verb) if subject is None and words.dep[verb] == "xcomp" else subject


def _driven_into(reader: RelationReader, verb: int) -> int | None:
    """In "teases them into kissing" and "keeps him from hitting her" the object does it."""
    words = reader.words
    preposition = words.head[verb]
    if words.dep[verb] != "pcomp":
        return None
    if is_intention(reader, verb):  # "corners Al with the intention of killing him"
        return words.subject(words.clause(preposition))
    if words.lower[preposition] not in {"into", "from"}:
        return None
    return words.child(words.head[preposition], "dobj")


def _perceived(reader: RelationReader, verb: int) -> int | None:
    """Return the Tom of "is shocked to discover Tom seducing Ana", wherever the parser hangs the gerund."""
    words, before = reader.words, verb - 1
    if words.tag[verb] != "VBG" or words.dep[verb] != "advcl" or words.dep[before] != "dobj":
        return None
    return before if words.lemma[words.head[before]] in read_list("verbs_of_perceiving") | FINDING else None


def is_intention(reader: RelationReader, verb: int) -> bool:
    """Is it the "killing" of "with the intention of killing him"?"""
    words = reader.words
    noun = words.head[words.head[verb]]
    is_of = words.dep[verb] == "pcomp" and words.lower[words.head[verb]] == "of"
    return is_of and words.lemma[noun] in INTENTIONS and words.lower[words.head[noun]] == "with"


def subject_of_intent(reader: RelationReader, verb: int) -> int | None:
    """Return who is "jealous and determined to kill"."""
    words = reader.words
    at = words.head[verb]
    if words.lower[at] not in INTENT:
        return None
    while words.dep[at] in DESCRIBED and words.head[at] != at:
        at = words.head[at]
        if (subject := words.child(at, "nsubj", "nsubjpass")) is not None:
            return subject
    return None


def _planner(reader: RelationReader, verb: int) -> int | None:
    """ "Mara's plan to rob Tom" is Mara's, and in "hatches a plan to" the subject's."""
    words = reader.words
    noun = words.head[verb]
    owner = words.child(noun, "poss")
    return owner if owner is not None else words.subject(words.clause(noun))


def is_passive(reader: RelationReader, verb: int) -> bool:
    words = reader.words
    if words.child(verb, "nsubjpass", "auxpass", "agent") is not None:
        return True
    return (
        words.dep[verb] == "conj"
        and words.tag[verb] == "VBN"
        and words.child(words.head[verb], "auxpass") is not None
    )


def pair_before(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return the two of "Mara and Tom become attracted" whom the parser hung on another verb."""
    words = reader.words
    if words.child(verb, "nsubj", "nsubjpass") is not None:
        return ()
    at = min((verb, *(c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"})))
    last = reader.named_until(at)
    if last and words.tag[verb] in {"VBZ", "VBD", "VBP"} and words.dep[verb] == "advcl":
        return last  # "is shocked to discover Mara is involved with Tom"
    at -= 1
    while at > 0 and words.tag[at].startswith("NNP"):
        at -= 1
    first = reader.named_until(at) if words.lower[at] == "and" else ()
    return (*first, *last) if first and last else ()


def agent_of(reader: RelationReader, verb: int) -> int | None:
    """Return the "by" of "is hired by Mara" and of "is hired as a driver by Mara"."""
    words = reader.words
    if (agent := words.child(verb, "agent")) is not None:
        return agent
    if words.dep[verb] == "conj" and words.tag[verb] == "VBN" and not words.children[verb]:
        return words.child(words.head[verb], "agent")  # "is seized by Tom and imprisoned"
    roles = (words.child(c, "pobj") for c in words.children[verb] if words.lower[c] == "as")
    near = (c for role in roles if role is not None for c in words.children[role])
    return next((c for c in near if words.lower[c] == "by"), None)


def _patients(reader: RelationReader, verb: int) -> tuple[str, ...]:
    words = reader.words
    if words.dep[verb] == "acl":
        return reader.people(words.head[verb])
    subject, auxiliary = words.subject(verb), words.child(verb, "auxpass")
    if subject is None and auxiliary is not None:
        subject = words.child(auxiliary, "nsubj", "nsubjpass")  # the parser may hang it there
    return reader.people(subject)


def others_of(reader: RelationReader, verb: int, anchor: int) -> tuple[str, ...]:
    """Return to whom it is done: the object, or who stands after "with", "to", "against"."""
    words = reader.words
    if is_passive(reader, verb) and agent_of(reader, verb) is not None:
        return _patients(reader, verb)
    if words.dep[verb] == "relcl" and words.child(verb, "dobj") is None and _object_pronoun(reader, verb):
        return reader.people(words.head[verb])
    if words.lemma[verb] in WEDDING and (named := reader.described_at(verb + 1, with_article=True)[0]):
        return named[:1]  # "marries the rich banker Tom"; in "marries Tom and Ana leaves" him alone
    target = words.child(verb, "dobj", "dative")
    if target is not None and target != anchor:
        people = reader.people(target)
        if not any(reader.is_named(key) for key in people):
            people = named_behind(reader, target) or people
        if people:
            return people
    if target is None and not is_passive(reader, verb) and (named := reader.named_at(verb + 1)[0]):
        return named  # whatever the parser makes of "marries Tom"
    if people := (
        _after_preposition(reader, verb, anchor) or after_to(reader, verb) or after_to(reader, anchor)
    ):
        return people
    owner = words.child(anchor, "poss") if words.tag[anchor].startswith("NN") else None
    return reader.people(owner) if owner is not None else _proposed_to(reader, verb)  # "orders Tom's death"


def _proposed_to(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """In "Mara meets Tom, who proposes" he proposes to her."""
    words = reader.words
    if words.lemma[verb] != "propose" or words.dep[verb] != "relcl":
        return ()
    return reader.people(words.subject(words.clause(words.head[verb])))


def _after_preposition(reader: RelationReader, verb: int, anchor: int) -> tuple[str, ...]:
    words = reader.words
    if words.dep[anchor] == "prep" and (people := reader.people(words.child(anchor, "pobj"))):
        return people
    for near in dict.fromkeys((anchor, verb)):
        allowed = PARTNER_PREPOSITIONS if near == verb else PARTNER_PREPOSITIONS | {"of"}
        for child in words.children[near]:
            is_after = words.dep[child] in {"prep", "dative"} and words.lower[child] in allowed
            if is_after and (people := reader.people(words.child(child, "pobj"))):
                return people
    return ()


def after_to(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Read "engaged to the rich Mara" by its words, where the parser takes "to" for an infinitive's."""
    words = reader.words
    if words.lower[verb] not in JOINABLE or words.lower[verb + 1 : verb + 2] != ["to"]:
        return ()
    at = verb + 2
    if words.lower[at : at + 3] == ["be", "married", "to"]:  # "engaged to be married to Mara"
        at += 3
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
