"""What a verb says of two people, alone and with its complements: "hires", "falls in love", "cheats on"."""

from collections.abc import Iterator

from films.extraction.relations.relation_claims import RelationReader
from films.extraction.relations.relation_words import Tie, verb_ties
from films.extraction.relations.verb_parts import agent_of
from films.vocabulary import RelationshipKind as Kind

STARTING = frozenset({"begin", "start"})  # "begins seeing Mara"
DRAWING = frozenset({"attract", "infatuate", "smite", "enamor"})  # "become attracted to each other"
OTHER_SENSE = {
    "cheat": {"on"},
    "fire": {"at", "on", "upon"},
    "fight": {"for", "alongside", "beside"},
    "battle": {"for", "alongside"},
}
PRIZES = frozenset(
    {"control", "possession", "gun", "knife", "weapon", "love", "affection", "attention", "hand", "heart"}
    | {"custody", "throne", "crown", "title", "championship", "supremacy"}
)
LONGEST_FALL = 14  # tokens
LOVINGLY = frozenset({"romantically", "sexually", "intimately"})
ONLY_PASSIVE = frozenset({"engage", "betroth"})
COMPLEMENTS = ("dobj", "oprd", "attr", "acomp", "xcomp", "advmod", "prep", "prt")


def ties_of(reader: RelationReader, verb: int) -> Iterator[tuple[Tie, int]]:
    """Yield what the verb says alone, and what it says together with each of its complements."""
    words, lemma = reader.words, reader.words.lemma[verb]
    yield from ((tie, verb) for tie in _in_a_form(reader, verb))
    tie = verb_ties().get(lemma)
    if tie and not _is_other_sense(reader, verb) and (lemma not in ONLY_PASSIVE or _is_engaged(reader, verb)):
        yield tie, verb
    if (after := _after_object(reader, verb)) and (tie := verb_ties().get(f"{lemma}+{words.lower[after]}")):
        yield tie, after
    if (tie := verb_ties().get(f"{lemma}+death")) and _is_to_death(reader, verb):
        yield tie, verb
    if not _is_plain_proposal(reader, verb):
        for child in words.children[verb]:
            if words.dep[child] in COMPLEMENTS:
                yield from _with_complement(reader, verb, child)


def _in_a_form(reader: RelationReader, verb: int) -> Iterator[Tie]:
    """Yield what verbs say in one form alone: "is seeing", "is attracted", "is recruited by"."""
    words, lemma = reader.words, reader.words.lemma[verb]
    if _is_loving(reader, verb):
        yield Tie(Kind.PARTNER)
    if _is_seeing(reader, verb):
        yield Tie(Kind.PARTNER, weight=0.7)
    if lemma in DRAWING and (drawn := words.child(verb, "auxpass")) is not None:
        yield Tie(Kind.PARTNER, weight=0.5 if words.lemma[drawn] == "be" else 0.7)
    if lemma == "recruit" and agent_of(reader, verb) is not None:
        yield Tie(Kind.EMPLOYER, weight=0.7)


def _is_seeing(reader: RelationReader, verb: int) -> bool:
    """ "Begins seeing Mara", "has been seeing Mara", and no visions."""
    words = reader.words
    if words.lower[verb] != "seeing" or not reader.people(words.child(verb, "dobj")):
        return False
    is_begun = words.dep[verb] == "xcomp" and words.lemma[words.head[verb]] in STARTING
    is_going_on = any(words.dep[c] == "aux" and words.lemma[c] == "be" for c in words.children[verb])
    return is_begun or is_going_on


def _is_other_sense(reader: RelationReader, verb: int) -> bool:
    """ "Cheats on Mara" is no swindle, and who "fires at Tom" does not dismiss him."""
    words = reader.words
    prepositions = OTHER_SENSE.get(words.lemma[verb], ())
    others = [c for c in words.children[verb] if c > verb and words.lower[c] in prepositions]
    others = [c for c in others if not _is_prize(reader, words.child(c, "pobj"))]
    if reader.people(words.child(verb, "dobj")):  # "fires him on the spot"
        return any(reader.people(words.child(c, "pobj")) for c in others)
    return bool(others)


def _is_prize(reader: RelationReader, noun: int | None) -> bool:
    """ "They fight for control", "for the gun": each other, and for no friend."""
    is_prize = noun is not None and reader.words.lemma[noun] in PRIZES
    return is_prize and not (noun is not None and reader.words.child(noun, "poss"))


def _with_complement(reader: RelationReader, verb: int, child: int) -> Iterator[tuple[Tie, int]]:
    """Yield what "have" says with "affair", "fall" with "in love", "be" with "romantically involved"."""
    words, lemma = reader.words, reader.words.lemma[verb]
    if lemma == "end" and words.lower[verb + 1 : verb + 2] != ["up"]:
        return  # "a fight, ending with Tom's death"
    if words.dep[child] == "acomp" and _is_loving(reader, child):
        yield Tie(Kind.PARTNER), child
    if words.lower[child] == "together" and lemma == "be" and _ends_clause(reader, child):
        yield Tie(Kind.PARTNER, weight=0.7), child  # "are finally together", not "together in a car"
    if tie := verb_ties().get(f"{lemma}+{_form(reader, child)}"):
        yield tie, child
    noun = words.child(child, "pobj") if words.dep[child] == "prep" else None
    if noun is not None and words.lower[child] == "with" and reader.tie_at(noun) is not None:
        return  # who leaves with his wife does not leave her
    if noun is not None and (tie := verb_ties().get(f"{lemma}+{words.lemma[noun]}")):
        yield tie, noun


def _ends_clause(reader: RelationReader, i: int) -> bool:
    return reader.words.lower[i + 1 : i + 2] in ([], ["."], [";"], [","], ["and"], ["again"], ["but"])


def _is_loving(reader: RelationReader, i: int) -> bool:
    """ "Romantically involved"."""
    words = reader.words
    return words.lower[i] == "involved" and any(words.lower[c] in LOVINGLY for c in words.children[i])


def _is_to_death(reader: RelationReader, verb: int) -> bool:
    """ "pushes him out of a window to his death", wherever the parser hangs the end."""
    following = reader.words.lower[verb + 1 : verb + LONGEST_FALL]
    return any(
        following[at : at + 1] == ["to"] and "death" in following[at + 1 : at + 3]
        for at in range(len(following))
    )


def _after_object(reader: RelationReader, verb: int) -> int | None:
    """Return the "captive" of "holds Mara captive", which the parser hangs anywhere."""
    words = reader.words
    if verb + 1 >= len(words):
        return None
    end = verb + 2 if words.tag[verb + 1] == "PRP" else reader.named_at(verb + 1)[1]
    return end if verb + 1 < end < len(words) else None


def _is_plain_proposal(reader: RelationReader, verb: int) -> bool:
    """ "proposes a plan to Tom" asks for no hand."""
    words = reader.words
    what = words.child(verb, "dobj", "ccomp", "xcomp")
    return words.lemma[verb] == "propose" and what is not None and words.lemma[what] != "marriage"


def _is_engaged(reader: RelationReader, verb: int) -> bool:
    """ "is engaged to Mara" and "they get engaged" speak of love; "engages Mara" and "engaged in" do not."""
    words = reader.words
    if words.tag[verb] != "VBN":
        return False
    is_mutual = (
        words.child(verb, "auxpass") is not None and words.child(verb, "prep", "agent", "dobj") is None
    )
    return is_mutual or words.lower[verb + 1 : verb + 2] == ["to"]


def _form(reader: RelationReader, i: int) -> str:
    return reader.words.lower[i] if reader.words.tag[i] in {"VBN", "JJ"} else reader.words.lemma[i]
