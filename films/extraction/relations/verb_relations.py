"""What people are to each other by verbs: "marries", "hires", "falls in love with", "tries to kill".

A story says who are enemies or who works for whom by what they do, over several sentences; a verb
that is only a hint counts half. Harm need not succeed: "tries to kill" and "plans to rob" make enemies.
"""

from collections.abc import Iterator
from dataclasses import replace

from films.extraction.relations.noun_truth import holds, is_believed
from films.extraction.relations.relation_claims import LARGEST_GROUP, Claim, RelationReader
from films.extraction.relations.relation_words import LOVERS, Tie
from films.extraction.relations.verb_parts import (
    WEDDING,
    after_to,
    agent_of,
    doers_of,
    is_intention,
    is_passive,
    others_of,
    pair_before,
)
from films.extraction.relations.verb_senses import ties_of
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

BY_ACCIDENT = frozenset(
    ["accidentally", "unintentionally", "inadvertently", "mistakenly", "unknowingly", "unwittingly"]
)
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
CONSENTING = frozenset({"agree", "consent", "accept"})
JOINED = {"married": Tie(Kind.SPOUSE), "engaged": Tie(Kind.PARTNER), "betrothed": Tie(Kind.PARTNER)}
BEFORE_JOINED = frozenset({"now", "newly", "recently", "secretly", "happily", "unhappily", "(", ","})
PAIR = 2
OWNING_UP = frozenset({"admit", "confess", "declare", "realize", "realise", "tell"})
ALLOWING = frozenset({"allow", "permit", "let"})
PLURALS = frozenset({"they", "two", "both", "couple", "pair", "lovers"})
PROPOSING = frozenset({"ask", "beg", "propose", "persuade", "convince", "urge", "implore"})
COMMISSIONING = frozenset(
    {"ask", "order", "hire", "send", "command", "instruct", "tell", "want", "pay", "beg", "urge", "assign"}
    | {"persuade", "convince", "use", "get", "incite", "bribe"}
)
HIRING = frozenset({"hire", "send", "pay", "order", "contract", "employ", "engage", "dispatch"})
TURNING_DOWN = frozenset({"refuse", "decline", "reject", "rebuff", "spurn"})
RELENTING = frozenset({"refuse", "decline", "relent", "hesitate", "spare"})
TRADING = frozenset({"trade", "exchange"})  # blows, insults
MUTUAL_HARM = TRADING | frozenset({"fight", "battle", "clash", "duel", "feud", "compete", "vie"})
SUPERIORS = frozenset(
    {"captain", "lieutenant", "colonel", "general", "major", "admiral", "commander", "commodore", "sergeant"}
    | {"chief", "inspector", "superintendent", "king", "queen", "emperor", "sheriff", "director", "marshal"}
)
SIGN = 0.7  # of a tie that one telling is enough for
BESIDE = frozenset({"with", "for", "alongside"})
UNWILLING = frozenset({"himself", "herself", "themselves", "itself", "each", "other"})


def find_verb_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's verbs say, in text order."""
    words = reader.words
    for verb in range(len(words)):
        if words.tag[verb].startswith("V") and not _is_accident(reader, verb):
            yield from _of_verb(reader, verb)
        elif words.lower[verb] in JOINED and words.tag[verb] == "JJ":
            yield from _of_joined(reader, verb)


def _of_joined(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read "Mara, now married to Tom," and "they get married" where "married" is taken for an adjective."""
    words, tie, others = reader.words, JOINED[reader.words.lower[i]], after_to(reader, i)
    subject = words.child(i, "nsubj", "nsubjpass")
    if (
        words.lower[i] == "married" and words.child(i, "dobj") is not None
    ):  # "Mara, mortified, married dull Tom"
        married = reader.described_at(i + 1, with_article=True)[0]
        yield from reader.claims(reader.people(words.subject(i)), tie, married[:1], i)
    elif words.dep[i] in {"acl", "amod", "appos", "relcl"}:
        people = reader.people(words.head[i])
        yield from reader.claims(people, tie, others, i)
        if not others and len(people) == PAIR and words.dep[i] == "amod":  # "a happily married Tom and Mara"
            yield from reader.claims_among(people, tie, i)
    elif subject is not None and holds(reader, i):
        people = reader.people(subject)
        yield from reader.claims(people, tie, others, i)
        if not others and len(people) == PAIR:
            yield from reader.claims_among(people, tie, i)
    elif others:
        at = i
        while at > 0 and words.lower[at - 1] in BEFORE_JOINED:
            at -= 1
        yield from reader.claims(reader.named_until(at), tie, others, i)


def _of_verb(reader: RelationReader, verb: int) -> Iterator[Claim]:
    words = reader.words
    for tie, anchor in ties_of(reader, verb):
        if (counted := _counted(reader, verb, tie)) is None:
            continue
        if counted.kind is Kind.PARENT and _is_described(reader, verb):
            counted = replace(counted, weight=0.5)
        doers, others = doers_of(reader, verb), _others(reader, verb, anchor, tie)
        if tie.kind is Kind.ENEMY and _is_commissioned(reader, verb):
            doers = _who_orders(reader, words.head[verb])
        if tie.kind in LOVERS or tie.kind is Kind.PARENT:
            doers = _two_in_sentence(reader, verb) or pair_before(reader, verb) or doers
        if others and not (counted.kind is Kind.ENEMY and set(doers) & set(others)):
            yield from reader.claims(doers, counted, others, verb)
        elif others:
            continue
        elif (
            len(doers) in _how_many(tie)
            and not _has_object(reader, verb, anchor)
            and _is_mutual(reader, verb, tie)
        ):
            is_doubtful = _is_far_plural(reader, verb) and reader.are_of_one_gender(doers)
            mutual = counted
            if counted.kind is Kind.PARTNER:
                mutual = replace(counted, weight=0.5 if is_doubtful else 1.0)
            yield from reader.claims_among(doers, mutual, verb)


def _is_superior(reader: RelationReader, verb: int) -> bool:
    """Has a rank who orders: "Captain Tom", "the general"?"""
    words = reader.words
    agent = agent_of(reader, verb) if is_passive(reader, verb) else None
    doer = words.subject(verb) if agent is None else words.child(agent, "pobj")
    near = () if doer is None else (doer, *words.children[doer])
    return any(words.lower[at] in SUPERIORS for at in near)


def _others(reader: RelationReader, verb: int, anchor: int, tie: Tie) -> tuple[str, ...]:
    """Return to whom it is done; in "Tom robs a bank with Al" and "is killed for Al" no harm to Al."""
    words = reader.words
    if words.lower[verb + 1 : verb + 3] in (["each", "other"], ["one", "another"]):
        return ()  # "love each other": told as what is between them
    others = others_of(reader, verb, anchor)
    if anchor != verb or tie.kind is not Kind.ENEMY or words.lemma[verb] in MUTUAL_HARM:
        return others
    beside = [words.child(c, "pobj") for c in words.children[verb] if words.lower[c] in BESIDE]
    companions = {key for noun in beside for key in reader.people(noun)}
    return tuple(key for key in others if key not in companions)


def _has_no_master(reader: RelationReader, verb: int) -> bool:
    """In "put in charge of Mara, Tom leaves" nobody says by whom."""
    words = reader.words
    is_bare = words.tag[verb] in {"VBN", "VB", "VBD"} and words.child(verb, "nsubj", "aux") is None
    return is_bare and words.dep[verb] == "advcl" and agent_of(reader, verb) is None


def _how_many(tie: Tie) -> range:
    """Return how many may be each other's: lovers and enemies are two, a team or friends may be more."""
    return range(2, LARGEST_GROUP + 1 if tie.kind in {Kind.FRIEND, Kind.COLLEAGUE} else 3)


def _is_far_plural(reader: RelationReader, verb: int) -> bool:
    """Is the subject "the two" or "they", whose two the sentence itself has not named?"""
    subject = reader.words.subject(verb)
    is_plural = subject is not None and reader.words.lower[subject] in PLURALS
    return is_plural and not _two_in_sentence(reader, verb)


def _is_described(reader: RelationReader, verb: int) -> bool:
    """Is it "the baby" whom he fathers or she adopts? Whose name that is was told elsewhere."""
    words = reader.words
    target = words.child(verb, "dobj", "nsubjpass")
    if target is not None and words.lemma[target] == "birth":
        to = next((c for at in (target, verb) for c in words.children[at] if words.lower[c] == "to"), None)
        target = words.child(to, "pobj") if to is not None else target
    is_noun = target is not None and words.tag[target] in {"NN", "NNS"}
    return target is not None and is_noun and not _is_called(reader, target)


def _is_called(reader: RelationReader, noun: int) -> bool:
    """ "A boy named Al", "her baby, Al"."""
    words = reader.words
    named = words.child(noun, "acl")
    is_named = named is not None and words.lemma[named] in {"name", "call"}
    return is_named or words.child(noun, "appos") is not None


def _two_in_sentence(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return the two of whom alone the sentence has spoken: "Mara meets Tom, and the two marry"."""
    words = reader.words
    subject = words.subject(verb)
    if subject is None or words.lower[subject] not in PLURALS:
        return ()
    start = reader.parsed.sentences[reader.parsed.sentence_of(subject)][0]
    single = [people[0] for i in range(start, subject) if len(people := reader.cast.at(i)) == 1]
    people = tuple(dict.fromkeys(single))
    return people if len(people) == 2 and all(reader.is_named(key) for key in people) else ()


def _is_commissioned(reader: RelationReader, verb: int) -> bool:
    """ "Mara asks Tom to kill Al" says whose enemy Mara is; whether Tom does it is told elsewhere."""
    words = reader.words
    governor = words.head[verb]
    is_order = words.lemma[governor] in COMMISSIONING and words.child(governor, "dobj", "dative") is not None
    is_order |= words.lemma[governor] in HIRING and agent_of(reader, governor) is not None
    return is_order and reader.modality.has_to(verb) and not reader.modality.is_told(verb)


def _who_orders(reader: RelationReader, governor: int) -> tuple[str, ...]:
    """Return the Tom of "Tom hires men" and of "men hired by Tom"."""
    agent = agent_of(reader, governor) if is_passive(reader, governor) else None
    words = reader.words
    return reader.people(words.subject(governor) if agent is None else words.child(agent, "pobj"))


def _is_taken_back(reader: RelationReader, verb: int) -> bool:
    """ "Plans to kill him but decides against it", "is hired to kill him, but helps him instead"."""
    words = reader.words
    top = words.head[verb]
    while words.dep[top] == "xcomp" or (words.dep[top] == "acomp" and words.lemma[words.head[top]] == "be"):
        top = words.head[top]
    joined = words.child(top, "conj")
    joint = words.child(top, "cc")
    if joined is None or joint is None or words.lower[joint] != "but" or joined < verb:
        return False
    end = reader.parsed.sentences[reader.parsed.sentence_of(verb)][1]
    after = words.lower[joined:end]
    is_other = words.lemma[joined] in RELENTING or (words.lemma[joined] == "decide" and "against" in after)
    is_other |= words.lemma[joined] == "change" and "mind" in after
    return is_other or "instead" in after


def is_reproach(reader: RelationReader, verb: int) -> bool:
    """ "Accuses him of being heartless" blames him for no deed."""
    words = reader.words
    of = next((c for c in words.children[verb] if words.lower[c] == "of"), None)
    return of is not None and words.lower[of + 1 : of + 2] == ["being"]


def _is_turned_down(reader: RelationReader, verb: int) -> bool:
    """ "Tom proposes to Mara, who refuses", "but she turns him down"."""
    words = reader.words
    after = range(verb + 1, reader.parsed.sentences[reader.parsed.sentence_of(verb)][1])
    return any(
        words.lemma[at] in TURNING_DOWN
        or (words.lemma[at] == "turn" and any(words.lower[c] == "down" for c in words.children[at]))
        for at in after
        if words.tag[at].startswith("V") and reader.modality.is_told(at)
    )


def _is_mutual(reader: RelationReader, verb: int, tie: Tie) -> bool:
    """ "They fight" is between them; "they are attacked" and "they fight against" are not."""
    words = reader.words
    if tie.kind is not Kind.ENEMY:
        return tie.kind in {Kind.SPOUSE, Kind.PARTNER} or not is_passive(reader, verb)
    target = words.child(verb, "dobj")
    is_between = target is None or words.lower[target] in UNWILLING or words.lemma[verb] in TRADING
    is_against = any(words.lower[child] in {"against", "off", "with"} for child in words.children[verb])
    return words.lemma[verb] in MUTUAL_HARM and is_between and not is_against


def _has_object(reader: RelationReader, verb: int, anchor: int) -> bool:
    target = reader.words.child(verb, "dobj")
    if target is None or target == anchor:  # "they form a band"
        return False
    return reader.words.lower[target] not in UNWILLING and bool(reader.cast.at(target))


def _counted(reader: RelationReader, verb: int, tie: Tie) -> Tie | None:
    """Return what the verb says if it is told as happening, or what it still says if it is only intended.

    What is refused or denied says nothing.
    """
    words = reader.words
    if (
        words.lemma[verb] in WEDDING
        and words.lemma[words.head[verb]] in ALLOWING
        and reader.modality.has_to(verb)
    ):
        return None if reader.modality.is_denied(words.head[verb]) else Tie(Kind.PARTNER)
    if (
        words.lemma[verb] == "love"
        and words.lemma[words.head[verb]] in OWNING_UP
        and not reader.modality.is_denied(verb)
    ):
        return replace(tie, weight=0.7)
    if words.lemma[verb] == "propose" and _is_turned_down(reader, verb):
        return None
    if is_believed(reader, verb) or (tie.kind is Kind.EMPLOYER and _has_no_master(reader, verb)):
        return None
    mark = words.child(verb, "mark")
    if words.lemma[verb] in WEDDING and mark is not None and words.lower[mark] in {"for", "until"}:
        return Tie(Kind.PARTNER)  # "arrangements are made for him to marry her", "until they are married"
    if words.lemma[verb] == "accuse" and is_reproach(reader, verb):
        return None
    if words.dep[verb] == "pcomp" and words.lower[words.head[verb]] in {"due", "owing"}:
        return tie  # "owes money due to being robbed by Tom"
    if reader.modality.is_told(verb) or words.lemma[verb] == "divorce" or _is_habit(reader, verb):
        is_order = tie.kind is Kind.EMPLOYER and tie.weight < SIGN and _is_superior(reader, verb)
        return replace(tie, weight=SIGN) if is_order else tie  # who wants a divorce is married
    governor = words.head[verb]
    if (
        reader.modality.is_denied(verb)
        or words.lemma[governor] in REFUSING
        or reader.modality.is_denied(governor)
    ):
        return None
    return _intended(reader, verb, tie)


def _intended(reader: RelationReader, verb: int, tie: Tie) -> Tie | None:
    """Harm that is tried or planned makes enemies, and who means to marry is a partner."""
    words = reader.words
    if tie.kind is Kind.ENEMY:
        is_aim = words.dep[verb] in {"xcomp", "acl"} or (
            words.dep[verb] == "advcl" and reader.modality.has_to(verb)
        )
        is_aim |= is_intention(reader, verb)
        is_meant = is_aim and (_is_commissioned(reader, verb) or not _is_taken_back(reader, verb))
        return tie if is_meant else None
    governor = words.lemma[words.head[verb]]
    if tie.kind is Kind.PARTNER and governor in CONSENTING and words.dep[verb] == "xcomp":
        return replace(tie, weight=min(tie.weight, 0.7))  # "agrees to go on a date with Tom"
    is_planned = (
        words.dep[verb] == "advcl" and governor in AGREEING | {"plan"} and reader.modality.has_to(verb)
    )
    if words.lemma[verb] in WEDDING and (words.dep[verb] in {"xcomp", "acl", "ccomp"} or is_planned):
        is_sure = words.lemma[words.head[verb]] in AGREEING or _asks_for_oneself(reader, verb)
        return Tie(Kind.PARTNER, weight=0.7 if is_planned else 1.0 if is_sure else 0.5)
    return None


def _is_habit(reader: RelationReader, verb: int) -> bool:
    """What people do to each other "often" or "constantly" says more than what they do once."""
    words = reader.words
    is_usual = any(words.lower[c] in read_list("habit_adverbs") for c in words.children[verb])
    is_untold = any(words.dep[c] == "neg" or words.tag[c] == "MD" for c in words.children[verb])
    return is_usual and not is_untold and reader.modality.is_finite(verb)


def _asks_for_oneself(reader: RelationReader, verb: int) -> bool:
    """ "Tom asks Mara to marry him" is a proposal; "asks Mara to marry Al" is none."""
    words = reader.words
    target = words.child(verb, "dobj")
    asking = reader.people(words.subject(words.head[verb]))
    return (
        target is not None and words.lemma[words.head[verb]] in PROPOSING and asking == reader.people(target)
    )


def _is_accident(reader: RelationReader, verb: int) -> bool:
    """Is the harm told as done by mistake?"""
    return any(reader.words.lower[child] in BY_ACCIDENT for child in reader.words.children[verb])
