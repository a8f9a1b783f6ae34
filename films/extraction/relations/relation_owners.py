"""Whose somebody is: the owner of "his sister", "Mara and Tom's son", "a friend of Tom", "has a son".

A possessive pronoun is bound within its sentence where the words beside it leave no choice.
"""

from films.extraction.relations.bound_possessives import OWNER_GENDER, bound_owner
from films.extraction.relations.relation_claims import RelationReader
from films.extraction.relations.relation_words import KIN, LOVERS, noun_ties
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

OWNER_PREPOSITIONS = frozenset({"of", "to"})
BLOOD = KIN - LOVERS
MARRIED = frozenset({Kind.SPOUSE})
BARE_KINDS = KIN | {Kind.FRIEND, Kind.COLLEAGUE}
BARE_BEFORE = frozenset({"with", "and", "&"})
LEFT_ALONE = frozenset({"widow", "widower", "parent", "mother", "father"})  # may be anybody's
BARE_BEFORE_KIN = frozenset({"from", "to", "by"})
MET_BESIDE = frozenset({Kind.FRIEND, Kind.COLLEAGUE})
LATER = frozenset({"new", "second", "third", "fourth", "current", "latest", "future", "next", "ex", "former"})
WEDDING = frozenset({"marry", "wed", "court", "woo", "date"})
HAVING = frozenset({"have", "bear", "raise", "rear", "support"})
HAVE_GOT = frozenset({"have", "has", "'ve", "’ve", "'s", "’s"})
AT_PLACE = frozenset({"of", "at", "in", "on"})
HELPERS = frozenset({"accomplice", "confederate"})
SINGLING_OUT = frozenset({"particularly", "especially", "notably", "including", "namely"})
REACH = 14  # words back to the noun whose owner is carried on


def owners_of(reader: RelationReader, i: int, depth: int = 0) -> tuple[str, ...]:
    """Return whose the noun is: "his", "Mara and Tom's", "of Mara"; "has a son"; "his wife and son"."""
    words = reader.words
    if before := owners_before(reader, i, is_shared=_may_be_shared(reader, i)):
        return _with_spouse(reader, i, before)
    tie = reader.tie_at(i)
    is_servant = tie is not None and tie.kind is Kind.EMPLOYER and tie.is_inverse  # "a driver for Tom"
    prepositions = OWNER_PREPOSITIONS | {"for"} if is_servant else OWNER_PREPOSITIONS
    for child in words.children[i]:
        if words.dep[child] == "prep" and words.lower[child] in prepositions:
            owners = reader.people(words.child(child, "pobj")) or place_owners(reader, i)
            return owners or reader.described_at(child + 1, with_article=True)[0][:1]
    if owners := _by_verb(reader, i):
        return owners
    if depth < 3 and words.dep[i] in {"conj", "compound"} and words.child(i, "det") is None:
        head = words.head[i]
        if _is_of_named(reader, i, head):
            return ()
        return (
            _with_spouse(reader, i, owners_of(reader, head, depth + 1))
            if words.tag[head].startswith("NN")
            else ()
        )
    return ()


def _is_of_named(reader: RelationReader, i: int, head: int) -> bool:
    """In "her friend Tom and son Al" the son is Tom's."""
    tie, words = reader.tie_at(i), reader.words
    near = (
        head,
        words.head[head],
        *words.children[head],
    )  # the parser joins the son to the friend or to the name
    friend = next((at for at in near if at < i and reader.tie_at(at) is not None), None)
    first = reader.tie_at(friend) if friend is not None else None
    if tie is None or friend is None or first is None or tie.kind not in BLOOD or first.kind in KIN:
        return False
    return bool(reader.described_at(reader.end_of(friend), with_article=False)[0])


def owners_before(reader: RelationReader, i: int, *, is_shared: bool) -> tuple[str, ...]:
    """Return whose the words in front of the noun say it is; the last owner's where it is not shared."""
    words = reader.words
    possessor = words.child(i, "poss")
    if possessor is not None:
        return _possessors(reader, possessor, is_shared=is_shared)
    at = reader.owner_index(i)
    if at is None:
        return ()
    if words.tag[at] != "POS":
        return _possessors(reader, at, is_shared=is_shared)
    owners = reader.owners_by_ending(at)
    return owners if is_shared and not _ends_a_list(reader, at) else owners[-1:]


def _ends_a_list(reader: RelationReader, ending: int) -> bool:
    """Is Tom described himself in "her brother Tom and Al's sister"? Then she is Al's alone."""
    words = reader.words
    before = ending - 4
    if before < 1 or words.lower[ending - 2] not in {"and", "&"} or reader.tie_at(before) is None:
        return False
    owner = reader.owner_index(before)
    return owner is not None and words.tag[owner] == "PRP$"


def place_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return whose the place is of "the foreman of Tom's ranch" and "a singer in Tom's nightclub"."""
    words = reader.words
    for child in words.children[i]:
        if words.lower[child] == "under":  # "a soldier under Captain Tom"
            return reader.people(words.child(child, "pobj"))
        place = words.child(child, "pobj") if words.lower[child] in AT_PLACE else None
        if place is not None and words.lemma[place] in read_list("workplaces"):
            return owners_before(reader, place, is_shared=True)
    return ()


def carried_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """In "his father Al and French mother Ana" the mother is his too."""
    words = reader.words
    at = i - 1
    while at > 0 and i - at < 4 and words.tag[at] in {"JJ", "JJR", "JJS", "NN"}:
        at -= 1
    if words.lower[at] in SINGLING_OUT:  # "her children, especially eldest son Al"
        at -= 1
    if at <= 0 or words.lower[at] not in {"and", ",", "&"} or words.child(i, "det") is not None:
        return ()
    if words.lower[at] == "and" and reader.tie_at(at - 1) is not None and reader.owner_index(at - 1):
        return owners_before(reader, at - 1, is_shared=False)  # "his co-star and ex-wife"
    tie = reader.tie_at(i)
    is_friend = tie is not None and tie.kind in MET_BESIDE  # "her assistant Ana, and friend Al"
    start = reader.parsed.sentences[reader.parsed.sentence_of(i)][0]
    for earlier in range(at - 1, max(start, at - REACH) - 1, -1):
        first = reader.tie_at(earlier)
        is_such = first is not None and (first.kind in KIN or is_friend)
        if is_such and reader.owner_index(earlier) is not None:
            return owners_before(reader, earlier, is_shared=False)
    return ()


def met_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Whose the friend is whom somebody meets: in "Mara visits an old friend, Tom" Mara's.

    In "an old friend, Tom, visits Mara" hers, too; a noun that says which friend it is has its owner there.
    """
    words = reader.words
    named = i
    if words.dep[i] == "appos" and words.tag[words.head[i]].startswith("NNP"):
        named = words.head[i]
    elif not _named_behind(reader, i):
        return ()
    article = words.child(i, "det")
    if article is not None and words.lower[article] not in {"a", "an", "another"}:
        return ()
    if reader.is_plural(i) and words.lemma[i] not in HELPERS:
        return ()  # two friends may be each other's
    if words.dep[named] in {"nsubj", "nsubjpass"} and words.tag[words.head[named]].startswith("V"):
        met = words.child(words.head[named], "dobj")
        return reader.people(met) if met is not None and named < met else ()
    if words.dep[named] not in {"dobj", "pobj"} or words.lower[words.head[named]] in {"as", "like", "of"}:
        return ()
    subject = words.subject(words.clause(named))
    return reader.people(subject) if subject is not None and subject < named else ()


def _named_behind(reader: RelationReader, i: int) -> bool:
    """Stands a name behind the noun: "an old friend, Tom", "childhood friend and banker Tom"?"""
    words, at = reader.words, reader.end_of(i)
    if words.lower[at : at + 1] in ([","], ["and"]):
        at += 1
    return at < len(words) and bool(reader.described_at(at, with_article=True)[0])


def bare_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """In "Tom and wife Mara" she is Tom's, in "Mara quarrels with ex-husband Tom" he is the subject's."""
    words = reader.words
    tie = reader.tie_at(i)
    at = reader.start_of(i) - 1
    while at > 0 and words.tag[at] in {"JJ", "NN", "HYPH", "VBG", "VBN", "RB"} and i - at < REACH:
        at -= 1
    if tie is None or tie.kind not in BARE_KINDS or reader.is_plural(i) or not words.text[i].islower():
        return ()
    if words.lower[at] in {"a", "an"}:
        return _introduced_owners(reader, i, at - 1) if tie.kind in MET_BESIDE else ()
    is_nobodys = tie.kind in MET_BESIDE or words.lemma[i] in LEFT_ALONE
    is_before = words.lower[at] in (BARE_BEFORE if is_nobodys else BARE_BEFORE | BARE_BEFORE_KIN)
    if not is_before or not reader.described_at(reader.end_of(i), with_article=False)[0]:
        return ()
    before = at - 2 if words.lower[at - 1] in {"along", "together", ","} else at - 1
    return reader.named_until(before + 1) or reader.people(words.subject(words.clause(i)))


def fellow_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Whose fellow is met or sent: in "Tom sends fellow marshal Al" the subject's."""
    words = reader.words
    named = i
    while words.dep[named] in {"compound", "nmod", "conj"} and words.tag[words.head[named]][:2] == "NN":
        named = words.head[named]
    subject = words.subject(words.clause(named))
    is_object = words.dep[named] in {"dobj", "pobj", "dative"} and subject is not None and subject < named
    return reader.people(subject) if is_object else ()


def _introduced_owners(reader: RelationReader, i: int, joint: int) -> tuple[str, ...]:
    """In "Mara and a friend, Ana, leave" Ana is Mara's friend."""
    if reader.words.lower[joint] not in {"and", "&"}:
        return ()
    following = reader.end_of(i) + (reader.words.lower[i + 1 : i + 2] == [","])
    return reader.named_until(joint) if reader.described_at(following, with_article=False)[0] else ()


def _may_be_shared(reader: RelationReader, i: int) -> bool:
    """A son may be Mara and Tom's; in "Mara and Tom's wife" the wife is Tom's alone.

    In "Mara and Tom's father leave" the verb is in the plural because of Mara.
    """
    words = reader.words
    tie = reader.tie_at(i)
    verb = words.head[i]
    is_one_of_many = (
        words.dep[i] in {"nsubj", "conj"} and words.tag[verb] in {"VBP", "VB"} and not reader.is_plural(i)
    )
    kinds = {Kind.SPOUSE, Kind.PARTNER, Kind.EMPLOYER, Kind.ENEMY}
    return not is_one_of_many and (tie is None or tie.kind not in kinds)


def _possessors(reader: RelationReader, possessor: int, *, is_shared: bool) -> tuple[str, ...]:
    """Return all of "Mara and Tom's": the parser hangs the first name on either word."""
    words = reader.words
    if _is_married(reader, possessor):
        return _who_lets_marry(reader, possessor)
    if bound := bound_owner(reader, possessor):
        return bound
    if not is_shared and words.tag[possessor].startswith("NNP"):
        ending = reader.owner_index(words.head[possessor])
        return reader.owners_by_ending(ending)[-1:] if ending is not None else reader.cast.at(possessor)
    if words.lower[possessor] == "their" and (same := _same_their(reader, possessor)):
        return same
    found = dict.fromkeys(reader.people(possessor))
    if words.dep[possessor] == "conj" and words.tag[possessor] != "PRP$":
        found |= dict.fromkeys(reader.cast.at(words.head[possessor]))
    return tuple(found)


def _is_married(reader: RelationReader, possessor: int) -> bool:
    """Is this the "his" of "to marry his daughter"? Nobody marries his own."""
    words = reader.words
    noun = words.head[possessor]
    tie = reader.tie_at(noun)
    is_blood = tie is not None and tie.kind in BLOOD
    is_pronoun = words.lower[possessor] in OWNER_GENDER
    return is_blood and is_pronoun and words.dep[noun] == "dobj" and words.lemma[words.head[noun]] in WEDDING


def _who_lets_marry(reader: RelationReader, possessor: int) -> tuple[str, ...]:
    """Return whose daughter is married: in "Mara allows Tom to marry her daughter" Mara's."""
    words = reader.words
    verb = words.head[words.head[possessor]]
    suitors = reader.people(_suitor(reader, verb))
    people = reader.cast.at(possessor)
    if not set(people) & set(suitors):
        return people
    above = reader.people(words.subject(words.head[verb])) if words.dep[verb] in {"ccomp", "xcomp"} else ()
    return above if len(above) == 1 and not set(above) & set(suitors) else ()


def _suitor(reader: RelationReader, verb: int) -> int | None:
    """Return who is to marry: in "Mara brings Ana to marry her nephew" Ana."""
    words = reader.words
    is_sent = words.dep[verb] in {"xcomp", "advcl"} and reader.modality.has_to(verb)
    sent = words.child(words.head[verb], "dobj") if is_sent else None
    return sent if sent is not None else words.subject(verb)


def _same_their(reader: RelationReader, possessor: int) -> tuple[str, ...]:
    """Return whom "their" means by its own sentence.

    In a list it means the same people as an earlier "their"; in "his wife Mara and their son" the couple.
    """
    start = reader.parsed.sentences[reader.parsed.sentence_of(possessor)][0]
    tie = reader.tie_at(reader.words.head[possessor])
    is_elder = tie is not None and tie.kind is Kind.PARENT and not tie.is_inverse
    kinds = frozenset({Kind.SIBLING}) if is_elder else LOVERS  # "his brother Al and their mother"
    if tie is not None and tie.kind in {Kind.EMPLOYER, Kind.ENEMY}:
        kinds = KIN  # "her father Tom, and their employer"
    for earlier in range(possessor - 1, start - 1, -1):
        people = reader.cast.at(earlier) if reader.words.lower[earlier] == "their" else ()
        if len(people) > 1 and all(reader.is_named(key) for key in people):
            return people
        if possessor - earlier <= REACH and (couple := _couple(reader, earlier, kinds)):
            return couple
    return ()


def _with_spouse(reader: RelationReader, i: int, owners: tuple[str, ...]) -> tuple[str, ...]:
    """In "his wife Mara and his children" the children are hers, too, unless she is the new wife."""
    tie = reader.tie_at(i)
    if len(owners) != 1 or tie is None or tie.kind is not Kind.PARENT or not tie.is_inverse:
        return owners
    start = reader.parsed.sentences[reader.parsed.sentence_of(i)][0]
    for earlier in range(i - 1, max(start, i - REACH), -1):
        if reader.words.tag[earlier].startswith("V"):
            return owners
        couple = _couple(reader, earlier, MARRIED)
        if couple[:1] == owners:  # "his wife Mara and her son" speaks of hers alone
            is_new = any(reader.words.lower[c] in LATER for c in reader.words.children[earlier])
            return owners if is_new else couple
    return owners


def _couple(reader: RelationReader, i: int, kinds: frozenset[Kind] = LOVERS) -> tuple[str, ...]:
    """Return the husband and the wife of "Tom and his wife Mara", or whom another tie joins."""
    tie = reader.tie_at(i)
    if tie is None or tie.kind not in kinds:
        return ()
    owners = owners_before(reader, i, is_shared=False)
    following = i + 1 + (reader.words.lower[i + 1 : i + 2] == [","])
    spouse = reader.named_at(following)[0][:1] if following < len(reader.words) else ()
    spouse = spouse or reader.cast.at(i)[:1]
    both = tuple(dict.fromkeys((*owners, *spouse)))
    return both if len(owners) == 1 and len(both) == 2 else ()


def _by_verb(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the owner that a verb gives: "she has a son", "becomes friends with Mara"."""
    words = reader.words
    verb = words.head[i]
    if noun_ties().get(words.lemma[i]) == noun_ties()["son"] and words.lower[verb] == "with":
        return reader.cast.at(verb - 1)  # "a widow with two children"
    if (verb_of := having(reader, i)) is not None:
        return reader.people(words.subject(verb_of))
    tie = reader.tie_at(i)
    is_mutual = tie is not None and tie.kind not in BLOOD | {Kind.SPOUSE}  # "a widower with a son"
    for near in (i, verb) if is_mutual else ():
        for child in words.children[near] if words.dep[i] in {"attr", "dobj"} else ():
            if words.dep[child] == "prep" and words.lower[child] == "with":
                return reader.people(words.child(child, "pobj"))
    return ()


def having(reader: RelationReader, i: int) -> int | None:
    """Return the "has" of "has a son", "has a wife, Mara, and a son" or "bears him a son"."""
    words = reader.words
    at = i
    while at != i - REACH and words.dep[at] in {"conj", "appos"} and words.head[at] < at:
        at = words.head[at]
    verb = words.head[at]
    has_got = words.lower[verb] == "got" and words.lower[verb - 1] in HAVE_GOT
    is_object = words.dep[at] == "dobj" and (words.lemma[verb] in HAVING or has_got)
    return verb if is_object and (reader.modality.is_told(verb) or _is_one_of_several(reader, verb)) else None


def _is_one_of_several(reader: RelationReader, verb: int) -> bool:
    """Is it the "have" of "they meet, marry and have a son", which the tagger takes for an infinitive?"""
    words = reader.words
    is_bare = words.tag[verb] == "VB" and words.child(verb, "aux", "neg", "mark") is None
    return is_bare and words.dep[verb] == "conj" and not reader.modality.has_to(verb)
