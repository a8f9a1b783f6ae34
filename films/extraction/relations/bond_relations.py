"""What is between two people by its noun: "Mara's wedding to Tom", "their feud", "begin a relationship"."""

from collections.abc import Container, Iterator
from itertools import combinations

from films.extraction.relations.noun_truth import holds, is_believed
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import LOVERS, Tie, bond_ties
from films.extraction.resources import read_list
from films.vocabulary import Gender
from films.vocabulary import RelationshipKind as Kind

ARRANGING = frozenset(
    [
        "arrange",
        "plan",
        "propose",
        "oppose",
        "forbid",
        "prevent",
        "announce",
        "cancel",
        "call",
        "postpone",
        "agree",
        "approve",
    ]
)
PLANNED = frozenset(["planned", "upcoming", "impending", "intended", "forthcoming", "proposed", "arranged"])
ASSENT = frozenset({"consent", "blessing", "permission", "approval"})
RELATIONSHIPS = frozenset({"relationship", "liaison"})
LOVING = frozenset(
    {
        "romantic",
        "sexual",
        "gay",
        "lesbian",
        "life",
        "domestic",
        "love",
        "intimate",
        "passionate",
        "adulterous",
        "physical",
        "extramarital",
        "casual",
        "informal",
        "torrid",
        "on",  # "on-again", "on-off"
    }
)
UNLOVING = frozenset(
    {"working", "professional", "business", "friendly", "platonic", "close", "hate", "better"}
)
BEGINNING = frozenset({"begin", "start", "end", "pursue", "rekindle", "resume", "develop"})
HAVING = frozenset({"enter", "embark", "have", "share", "carry", "form", "continue"})
ENTERING = frozenset({"enter", "rekindle"})
CONTENTION = frozenset({"odds", "loggerheads", "war"})
TRIANGLE = 3
ENDING = frozenset(
    {"break", "call", "end", "terminate", "dissolve", "annul", "save"} | {"free", "escape", "leave", "flee"}
)  # what there is
NO_BOND = frozenset(
    {"dinner", "speaking", "singing", "previous", "prior", "lunch", "concert", "fake", "mock", "sham"}
)
BOND_PREPOSITIONS = frozenset({"with", "to", "against", "on", "between"})
HATREDS = frozenset({"hatred", "hate", "animosity", "hostility", "antipathy"})
TOWARDS = frozenset({"toward", "towards", "for", "against", "between", "of"})
WINNING = frozenset({"take", "win", "obtain", "gain", "accept", "receive"})
ASKING = frozenset({"ask", "seek", "request", "beg", "sue"})
OFFERING = frozenset({"give", "offer", "promise", "grant"})
SEPARATIONS = frozenset({"divorce", "separation"})
LOVE_LETTER = Tie(Kind.PARTNER, weight=0.7)


def bond_at(reader: RelationReader, i: int) -> Tie | None:
    """Return what "marriage", "feud" or "romantic relationship" says."""
    words = reader.words
    if words.lemma[i] in RELATIONSHIPS:
        described = {words.lower[c] for c in words.children[i]}
        head = words.head[i]
        is_begun = words.lemma[head] in BEGINNING | ENTERING and words.dep[i] == "dobj"
        is_begun |= words.lower[head] == "into" and words.lemma[words.head[head]] in ENTERING
        is_begun |= (
            words.lower[head] == "in" and words.lemma[words.head[head]] == "be"
        )  # "is in a relationship"
        is_love = described & LOVING or (is_begun and not described & UNLOVING)
        if not is_love and _is_with_another(reader, i) and not described & UNLOVING:
            return Tie(Kind.PARTNER, weight=0.7)
        return Tie(Kind.PARTNER) if is_love else None
    if words.lower[i] in CONTENTION and words.lower[i - 1] == "at":
        return Tie(Kind.ENEMY, weight=0.7)  # "at odds with Tom"
    if words.lower[i] == "date" and words.lower[max(0, i - 3) : i].count("on"):
        return Tie(Kind.PARTNER, weight=0.7) if words.lower[i + 1 : i + 2] == ["with"] else None
    if words.lemma[i] == "letter":
        return LOVE_LETTER if any(words.lower[c] == "love" for c in words.children[i]) else None
    if any(words.lower[c] in NO_BOND for c in words.children[i]):
        return None
    if words.lemma[i] == "struggle" and any(words.lower[c] == "power" for c in words.children[i]):
        return Tie(Kind.ENEMY)
    return bond_ties().get(words.lemma[i])


def _is_with_another(reader: RelationReader, i: int) -> bool:
    """Is it a woman's relationship with a man who is named, not with "his father" or "his boss Ana"?"""
    words = reader.words
    with_ = next((c for c in words.children[i] if words.lower[c] == "with"), None)
    whom = words.child(with_, "pobj") if with_ is not None else None
    if whom is None or reader.tie_at(whom) is not None or words.child(whom, "poss") is not None:
        return False
    people = (*owners_before(reader, i, is_shared=True), *reader.people(whom))
    if len(people) == 1:
        people = (*people, *reader.people(words.subject(words.clause(i))))
    return len(people) == 2 and reader.are_of_two_genders(people) and all(map(reader.is_named, people))


def find_bond_claims(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    """Read what a bond, or a letter that tells of one, says."""
    if reader.words.lemma[i] == "letter":
        senders = _after(reader, i, ("from",)) or _whose(reader, i, i)
        yield from reader.claims(senders, tie, _written_to(reader, i), i)
    else:
        yield from _of_bond(reader, i, tie)


def _of_bond(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    """Read "Mara's wedding to Tom", "Mara and Tom's romance", "takes revenge on Tom"."""
    words = reader.words
    verb = words.clause(i)
    is_sure = tie.kind is Kind.ENEMY or words.lemma[verb] in ENDING or _is_in_passing(reader, i)
    if words.tag[verb].startswith("V") and verb != i and not (is_sure or holds(reader, verb)):
        return
    if words.lemma[verb] in read_list("seeming_verbs") - ENDING or is_believed(reader, verb):
        return
    owners = _whose(reader, i, verb)
    if _is_half_known(reader, i, owners):
        return
    others = _with_whom(reader, i)
    is_planned = any(words.lower[c] in PLANNED for c in words.children[i])
    if tie.kind is Kind.SPOUSE and (is_planned or _is_arranged(reader, verb)):
        tie, owners = Tie(Kind.PARTNER), owners or _after(reader, i, ("for", "of"))
    if not owners and others and words.tag[verb].startswith("V"):
        is_described = words.dep[verb] == "acl"  # "an artist having an affair"
        owners = reader.people(words.head[verb] if is_described else words.subject(verb))
    if len(others) == 2 and (_is_between(reader, i) or _is_arranged(reader, verb)):
        yield from reader.claims_among(others, tie, i)
    elif len(owners) == 2:  # in "Mara and Tom's wedding with Al in attendance" it is theirs
        yield from reader.claims_among(owners, tie, i)
    elif owners and others and not (tie.kind in LOVERS and len(others) > 1):  # nobody's wedding to four
        yield from reader.claims(owners, tie, others, i)
    elif _is_of_subjects(reader, i, verb) and len(pair := reader.people(words.subject(verb))) == 2:
        yield from reader.claims_among(pair, tie, i)


def _written_to(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return to whom "a love letter from Tom to Mara" is, wherever the parser hangs the "to"."""
    words = reader.words
    if people := _after(reader, i, ("to",)):
        return people
    sender = next((c for c in words.children[i] if words.lower[c] == "from"), None)
    return _after(reader, sender, ("to",)) if sender is not None else ()


def _is_of_subjects(reader: RelationReader, i: int, verb: int) -> bool:
    """ "Mara and Tom begin an affair", "are in a relationship"."""
    words = reader.words
    is_state = words.lemma[verb] == "be" and words.lower[words.head[i]] == "in"
    return is_state or words.lemma[verb] in BEGINNING | HAVING


def find_hand_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read "asks for Mara's hand in marriage": who wins it marries her."""
    words = reader.words
    verb = words.clause(i)
    if words.lower[i + 1 : i + 3] != ["in", "marriage"] or reader.modality.is_denied(verb):
        return
    is_won = words.lemma[verb] in WINNING and reader.modality.is_told(verb)
    suitors = reader.people(words.subject(verb))
    if words.lemma[verb] in OFFERING:
        suitors = reader.people(words.child(verb, "dative")) or _after(reader, i, ("to",))
    is_wooed = words.lemma[verb] in ASKING | OFFERING
    tie = Tie(Kind.SPOUSE) if is_won else Tie(Kind.PARTNER, weight=1.0 if is_wooed else 0.5)
    yield from reader.claims(suitors, tie, owners_before(reader, i, is_shared=False), i)


def _is_half_known(reader: RelationReader, i: int, owners: tuple[str, ...]) -> bool:
    """Is it "the Prince and Mara's wedding, with Al in attendance", where nobody knows who the Prince is?"""
    words = reader.words
    owner = words.child(i, "poss")
    if owner is None or len(owners) != 1 or words.tag[owner][:3] != "NNP":
        return False
    return words.dep[owner] == "conj" or words.child(owner, "conj", "cc") is not None


def _is_in_passing(reader: RelationReader, i: int) -> bool:
    """ "The breakdown of his marriage to Mara", whatever is said of it, takes the marriage for granted."""
    words = reader.words
    preposition = words.head[i]
    is_nested = words.dep[i] == "pobj" and words.tag[words.head[preposition]].startswith("NN")
    return is_nested and words.child(i, "poss") is not None


def _is_arranged(reader: RelationReader, verb: int) -> bool:
    """Is a wedding planned, forbidden or agreed to, not held?"""
    words = reader.words
    return words.lemma[verb] in ARRANGING or any(words.lemma[c] in ASSENT for c in words.children[verb])


def _whose(reader: RelationReader, i: int, verb: int) -> tuple[str, ...]:
    """Return whose the bond is; in "Tom gives his blessing for his wedding" not Tom's."""
    owners = owners_before(reader, i, is_shared=True)
    if len(owners) == 1 and reader.words.dep[i] == "conj" and (ending := reader.owner_index(i)) is not None:
        owners = reader.owners_by_ending(ending)  # "that Mara and Tom's marriage be annulled"
    is_for = reader.words.dep[reader.words.head[i]] in {"prep", "dative"}
    return _only_other(reader, i, owners) if is_for and _is_assent_of(reader, verb, owners) else owners


def _is_assent_of(reader: RelationReader, verb: int, owners: tuple[str, ...]) -> bool:
    """Does the wedding seem to be of the one who gives the blessing for it?"""
    words = reader.words
    is_assent = any(words.lemma[c] in ASSENT for c in words.children[verb])
    return is_assent and len(owners) == 1 and owners == reader.people(words.subject(verb))


def _only_other(reader: RelationReader, i: int, owners: tuple[str, ...]) -> tuple[str, ...]:
    """Return who else is named before: "Al is there; Tom agrees to his wedding" tells of Al's."""
    start = reader.parsed.sentences[reader.parsed.sentence_of(i)][0]
    others = {key for _, key, _ in reader.names_between(start, i)} - set(owners)
    fitting = tuple(key for key in others if reader.are_of_one_gender((key, *owners)))
    return fitting if len(fitting) == 1 else ()


def find_triangle_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read "a love triangle between Tom, Al and Mara": she and either."""
    words = reader.words
    if not any(words.lower[c] == "love" for c in words.children[i]):
        return
    involving = next((c for c in words.children[i] if words.lower[c] == "involving"), None)
    people = _with_whom(reader, i) or (
        reader.people(words.child(involving, "dobj")) if involving is not None else ()
    )
    for one, other in combinations(people, 2) if len(people) == TRIANGLE else ():
        is_pair = {reader.has_gender(key, Gender.FEMALE) for key in (one, other)} == {True, False}
        if is_pair and not reader.are_of_one_gender((one, other)):
            yield from reader.claims((one,), Tie(Kind.PARTNER, weight=0.7), (other,), i)


def _is_between(reader: RelationReader, i: int) -> bool:
    """ "their feud" is between two in "a feud between Tom and Max" and "a feud grows between Tom and Max"."""
    words = reader.words
    near = (i, words.head[i]) if words.dep[i] == "nsubj" else (i,)
    return any(words.lower[child] == "between" for at in near for child in words.children[at])


def _with_whom(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who stands after "with", "to", "against" or "between" of a bond or of its verb."""
    lemma = reader.words.lemma[i]
    if lemma in SEPARATIONS:
        return _after(reader, i, BOND_PREPOSITIONS | {"from"})
    return _after(reader, i, TOWARDS if lemma in HATREDS else BOND_PREPOSITIONS)


def _after(reader: RelationReader, i: int, prepositions: Container[str]) -> tuple[str, ...]:
    words = reader.words
    near = (i, words.head[i]) if words.dep[i] in {"dobj", "nsubj"} else (i,)
    if words.lower[i + 1 : i + 2] in (["to"], ["with"]) and "to" in prepositions:
        near = (*near, words.head[i + 1])  # "at her wedding to Tom", wherever the parser hangs the "to"
    for child in (child for at in near for child in words.children[at]):
        is_after = words.dep[child] in {"prep", "dative"} and words.lower[child] in prepositions
        if is_after and (people := reader.people(words.child(child, "pobj"))):
            return people
    return ()
