"""Whom a noun for a tie means: by apposition, by a name beside it, by "is", by "works as", or by itself."""

from films.extraction.relations.lists_of_names import counted_list, listed_at, listed_until
from films.extraction.relations.noun_truth import holds
from films.extraction.relations.relation_claims import RelationReader
from films.extraction.resources import read_list

BEING = frozenset({"be", "become", "remain", "stay"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss"})
PAUSES = frozenset({",", "–", "—", "-", "(", ":"})
CLOSERS = frozenset({",", "(", ")", ".", ";", "–", "—", ":", "who", "whose"})
HIRING = frozenset({"hire", "employ", "engage", "appoint", "recruit"})
SERVING = frozenset({"work", "serve"})
ABIDING = frozenset({"live", "return", "remain", "stay", "settle", "resurface", "reappear", "reside"})
JOBS = frozenset({"job", "position", "work", "employment", "post"})
TOGETHER = frozenset({"grow", "live", "remain", "stay", "part", "work", "end", "start", "reunite", "leave"})
NAMING = frozenset({"name", "call"})
MAKING = frozenset({"make", "take", "accept", "appoint"})
LONGEST_NAME = 5  # tokens
FINITE = frozenset({"VBZ", "VBD", "MD"})
TIMES = frozenset({"year", "month", "week", "decade", "day"})
LONGEST_ADDITION = 7  # tokens


def meant_by(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return whom the noun means: by apposition, by name, by "is", or by itself."""
    words = reader.words
    if _is_of_unknown(reader, i):
        return ()
    named = _apposed(reader, i)
    if named:
        return named if reader.is_plural(i) else named[:1]
    copula = words.head[i]
    if words.lemma[copula] in BEING and words.dep[i] in {"attr", "oprd", "nsubj"}:
        if reader.is_plural(i) and len(listed := _who_are(reader, copula)) > 1:
            return listed
        other = _subject_of_being(reader, copula) if words.dep[i] != "nsubj" else words.child(copula, "attr")
        if other is not None and (people := reader.people(other)):
            return people
    if words.lemma[copula] == "include" and words.dep[i] == "nsubj":  # "her friends include Tom and Al"
        return reader.people(words.child(copula, "dobj"))
    if (
        people := _together_as(reader, i)
        or _serving_as(reader, i)
        or _same_as_joined(reader, i)
        or _made(reader, i)
    ):
        return people
    people = reader.meant_at(i)
    return people if any(reader.is_named(key) for key in people) else _named_with_joined(reader, i) or people


def _named_with_joined(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the Tom of "his friend and cousin Tom"."""
    if behind := _behind_trade(reader, i):
        return behind
    joined = reader.words.child(i, "conj")
    is_same = joined is not None and reader.tie_at(joined) is not None and _is_same_person(reader, joined)
    return _apposed(reader, joined) if joined is not None and is_same else ()


def _behind_trade(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the Tom of "his friend and fellow computer programmer, Tom,": one man, two nouns."""
    words, at = reader.words, reader.end_of(i)
    if words.lower[at : at + 1] != ["and"] or reader.is_plural(i):
        return ()
    at += 1
    while at < min(len(words), i + LONGEST_ADDITION) and words.tag[at] in {"JJ", "NN", "HYPH"}:
        at += 1
    is_trade = words.lemma[at - 1] in read_list("human_nouns") and reader.tie_at(at - 1) is None
    if not is_trade or words.lower[at : at + 1] != [","]:
        return ()
    people, end = reader.named_at(at + 1)
    return people if len(people) == 1 and words.lower[end : end + 1] in ([","], ["."]) else ()


def _made(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who is made it: "makes Mara his wife", "takes Mara as his wife", "his wife is named Mara"."""
    words = reader.words
    verb = words.head[i]
    if words.dep[i] == "nsubjpass" and words.lemma[verb] in NAMING:
        return reader.named_at(verb + 1)[0] if verb + 1 < len(words) else ()
    at = reader.owner_index(i)
    if at is None or words.tag[at] != "PRP$":
        return ()
    at -= words.lower[at - 1] == "as"
    people = reader.named_until(at) or (reader.cast.at(at - 1) if words.tag[at - 1] == "PRP" else ())
    before = [j for j in range(max(0, at - LONGEST_NAME), at) if words.lemma[j] in MAKING | {"with"}]
    if before and words.lower[before[-1]] == "with":  # "rules with Al as his lieutenant"
        return people if words.lower[at] == "as" else ()
    return people if before and holds(reader, before[-1]) else ()


def _same_as_joined(reader: RelationReader, i: int) -> tuple[str, ...]:
    """In "Mara, Tom's friend and the mother of Al," the mother is Mara, too."""
    words = reader.words
    head, owner = words.head[i], words.child(i, "poss")
    is_joined = (
        words.dep[i] == "conj"
        and words.dep[head] in {"appos", "attr"}
        and (reader.tie_at(head) is not None or words.lemma[head] == "one")
    )
    is_other = owner is not None and words.tag[owner] == "PRP$"  # "Mara, Tom's wife and his mother"
    is_other &= words.lemma[head] != "one"  # "Mara, one of his men and his friend"
    if not is_joined or is_other or reader.is_plural(i) or reader.is_plural(head):
        return ()
    people = meant_by(reader, head)
    return people if len(people) == 1 and reader.is_named(people[0]) else ()


def is_spelled_out(reader: RelationReader, i: int) -> bool:
    """Do the words beside the noun say who is meant? "His wife" alone says it by what was told before."""
    words = reader.words
    is_name_near = bool(
        _apposed(reader, i)
        or _named_with_joined(reader, i)
        or _together_as(reader, i)
        or _serving_as(reader, i)
        or _same_as_joined(reader, i)
        or _made(reader, i)
    ) or words.lemma[words.head[i]] in BEING | {"include"}
    at = i
    while words.dep[at] == "conj" and words.tag[words.head[at]].startswith("NN"):  # "his wife and daughter"
        at = words.head[at]
    return is_name_near or words.dep[at] not in ARGUMENTS


def named_next(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who is named right after the noun: "sister Anna", "a son, Tom, who", "boss, the cook Tom"."""
    words = reader.words
    following = _after_addition(reader, i)
    is_several = reader.is_plural(i)
    pauses = PAUSES | {";"} if is_several else PAUSES
    is_apart = following < len(words) and words.lower[following] in pauses
    named, end = reader.described_at(following + is_apart, with_article=is_apart)
    if is_several and is_apart:
        named, end = max((named, end), listed_at(reader, following + 1), key=lambda found: len(found[0]))
    if is_apart and len(named) > 1 and not reader.is_plural(i):  # "her cousin, Tom, Mara leaves"
        end = reader.first_end(following)
        named = named[:1] if words.lower[end : end + 1] != ["and"] else ()
    if not named or (is_apart and (len(named) > 1) != reader.is_plural(i)):
        return ()
    is_closed = end >= len(words) or words.lower[end] in CLOSERS or reader.is_space(end)
    is_same = is_closed or words.child(i, "appos") is not None or _opens_clause(reader, i, end)
    return named if not is_apart or is_same else ()


def _opens_clause(reader: RelationReader, i: int, end: int) -> bool:
    """ "Tom's uncle, Al leaves": nothing but the uncle can be the subject, for he is no object of a verb."""
    words = reader.words
    owner = reader.owner_index(i)
    is_object = words.dep[i] in {"dobj", "pobj", "dative", "attr", "conj", "appos", "oprd"}
    return owner is not None and words.tag[end] in FINITE and not is_object


def _after_addition(reader: RelationReader, i: int) -> int:
    """Return where the noun ends, with the "of two years" or the "of Tom's" that stands before its name."""
    words, end = reader.words, reader.end_of(i)
    if words.lower[end : end + 1] != ["of"]:
        return end
    for at in range(end + 1, min(len(words), end + LONGEST_ADDITION)):
        if words.lemma[at] in TIMES:
            return at + 1
        if words.tag[at] == "POS":
            return at + 1 if words.lower[at + 1 : at + 2] == [","] else end
        if words.tag[at][0] not in "CDJNPR":
            break
    return end


def _subject_of_being(reader: RelationReader, copula: int) -> int | None:
    """Return who "is": in "Mara, who is Tom's sister" Mara, whatever "who" was taken for."""
    words = reader.words
    if words.dep[copula] in {"aux", "auxpass"}:  # the parser lost the clause
        near = range(copula - 1, max(0, copula - LONGEST_NAME), -1)
        subject = next((at for at in near if words.lower[at] == "who"), None)
    else:
        subject = words.subject(copula)
        subject = _before(reader, copula) if subject is None else subject
    is_relative = subject is not None and words.lower[subject] == "who" and subject > 1
    before = subject - 1 - (words.lower[subject - 1] == ",") if is_relative and subject is not None else None
    return before if before is not None and reader.cast.at(before) else subject


def _who_are(reader: RelationReader, copula: int) -> tuple[str, ...]:
    """Return the list before "Tom, Al and Bo, who are friends" and "Tom, Al and Bo have been friends"."""
    words = reader.words
    who = words.child(copula, "nsubj")
    if who is None or words.lower[who] != "who" or who < 2:
        first = min((copula, *(c for c in words.children[copula] if words.dep[c] == "aux")))
        return listed_until(reader, first)
    return listed_until(reader, who - (words.lower[who - 1] == ","))


def _before(reader: RelationReader, verb: int) -> int | None:
    """Return the first of the names right before a verb without a subject: "at last Mara and Tom are"."""
    at = verb - 1
    if at < 0 or not reader.named_until(verb):
        return None
    return reader.words.head[at] if reader.words.dep[at] == "conj" else at


def _serving_as(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who "works as Tom's secretary", "takes a job as his driver" or is "hired as her maid"."""
    words = reader.words
    head = words.head[i]
    if words.dep[i] != "pobj" or words.lower[head] != "as":
        return ()
    verb = words.clause(head)
    if words.lemma[verb] in HIRING and (hired := words.child(verb, "dobj")) is not None:
        return reader.people(hired)
    if _opens_sentence(reader, i) and holds(reader, verb):
        return reader.people(words.subject(verb))
    is_work = words.lemma[verb] in SERVING | ABIDING or words.lemma[words.head[head]] in JOBS
    job = words.child(verb, "dobj")
    is_job = job is not None and words.lemma[job] in JOBS
    is_hired = words.lemma[verb] in HIRING and words.child(verb, "auxpass") is not None
    return (
        reader.people(words.subject(verb)) if (is_work or is_job or is_hired) and holds(reader, verb) else ()
    )


def _together_as(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who "grow up as friends" or "work as partners"."""
    words = reader.words
    if words.dep[i] != "pobj" or words.lower[words.head[i]] != "as" or not reader.is_plural(i):
        return ()
    verb = words.clause(words.head[i])
    is_together = words.lemma[verb] in TOGETHER and words.child(verb, "dobj") is None
    return reader.people(words.subject(verb)) if is_together and holds(reader, verb) else ()


def _opens_sentence(reader: RelationReader, i: int) -> bool:
    """ "As his wife she learns to love him": the subject follows at once."""
    words = reader.words
    as_ = words.head[i]
    subject = words.subject(words.clause(as_))
    following = i + 1 + (words.lower[i + 1 : i + 2] == [","])
    return as_ in words.children[words.clause(as_)] and as_ < i < following == subject


def _is_same_person(reader: RelationReader, i: int) -> bool:
    """Does "friend and cousin Tom" speak of one: no article or owner of the second noun's own?"""
    return reader.words.child(i, "det", "poss") is None


def _apposed(reader: RelationReader, i: int) -> tuple[str, ...]:
    words = reader.words
    if named := named_next(reader, i) or counted_list(reader, i):
        return named
    if words.dep[i] in {"compound", "nmod", "appos"} and words.tag[words.head[i]].startswith("NNP"):
        head = words.head[i]
        if words.dep[i] != "appos":
            return reader.people(head)
        if any(tag.startswith("V") for tag in words.tag[head:i]) and reader.is_plural(i):
            return ()  # "They are attacked by Al and Bo, the twins"
        if (nearest := _named_before(reader, i)) and not reader.is_plural(i):
            return nearest
        is_list = words.child(i, "conj") is not None  # "Tom, his mother and Al"
        is_group = reader.is_plural(i) and len(reader.cast.at(head)) < 2
        return () if is_list or is_group else reader.cast.at(head)
    if set_off := _set_off(reader, i):
        return set_off
    apposition = words.child(i, "appos")
    if apposition is None or any(tag.startswith("V") for tag in words.tag[i:apposition]):
        return ()
    return () if _is_of_joined(reader, i, apposition) else reader.people(apposition)


def _set_off(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the Al of "with Al, his strict but fair chief, they", whatever the parser makes of the noun."""
    words, end = reader.words, reader.end_of(i)
    is_closed = words.lower[end : end + 1] in ([","], ["."], ["who"])
    is_closed = is_closed and words.lower[end + 1 : end + 2] != ["and"]
    if not is_closed or words.dep[i] in {"conj", "nsubj", "nsubjpass"} or reader.is_plural(i):
        return ()
    return _named_before(reader, i)


def _is_of_joined(reader: RelationReader, i: int, apposition: int) -> bool:
    """In "his wife and children, Ruth and Billy," the names are the children's.

    In "her mother and her friend, Ruth," Ruth is the friend.
    """
    joined = reader.words.child(i, "conj")
    if joined is None or not i < joined < apposition or reader.is_plural(i):
        return False
    return reader.is_plural(joined) or reader.words.child(joined, "poss") is not None


def _is_of_unknown(reader: RelationReader, i: int) -> bool:
    """Stands the noun behind a name of nobody known: "Tom meets June, the young daughter of Al"?"""
    words = reader.words
    at = words.child(i, "det")
    if words.dep[i] != "appos" or at is None or at < 2 or words.lower[at - 1] != ",":
        return False
    is_other = words.head[i] not in {at - 2, words.head[at - 2]} and words.tag[at - 2] == "NNP"
    return is_other and not reader.named_until(at - 1)


def _named_before(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who stands right before the comma: Al in "Ana and Al, Tom's brother, leave"."""
    owner = reader.owner_index(i)
    if owner is None:
        return ()
    at = owner
    while at > 0 and reader.words.tag[at] in {"POS", "PRP$", "NNP"} and at > owner - LONGEST_NAME:
        at -= 1
    return reader.named_until(at) if reader.words.lower[at] == "," else ()
