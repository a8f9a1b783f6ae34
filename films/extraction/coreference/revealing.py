"""Who somebody turns out to be: "the killer is Tom", "a soldier who turns out to be Tom"."""

from collections.abc import Iterator

from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words

REVEALING = frozenset({"turn", "reveal", "prove", "show", "discover", "find", "know"})
FINDING_OUT = read_list("verbs_of_knowing") | REVEALING
RELATIVE = frozenset({"who", "whom", "that"})
NONE_OTHER_THAN = 4  # tokens
LONGEST_NAME = 7  # tokens in which the head of a name is looked for


def name_at(reading: Reading, starts: set[int]) -> int | None:
    """Return the head of the name that starts at one of these tokens, and owns nothing: no "Tom's wife"."""
    first = max(starts)
    for head in range(first, min(first + LONGEST_NAME, len(reading.words))):
        if head in reading.named:
            is_it = reading.named[head][0].start in starts and not owns(reading, head)
            return head if is_it else None
    return None


def owns(reading: Reading, head: int) -> bool:
    """Does a possessive follow the name, as in "his mother, Tom's wife"? Then something else is spoken of."""
    end = reading.named[head][0].end
    return reading.words.tag[end : end + 1] == ["POS"]


def name_revealed(reading: Reading, i: int) -> int | None:
    """Return the head of the name of whom a noun turns out to mean.

    "The killer is Tom", "the bride is none other than Mara", "the nurse is revealed to be Ana".
    """
    words, verb = reading.words, reading.words.head[i]
    is_called = words.dep[i] == "nsubjpass" and words.lower[verb] in {"named", "called"}
    if is_called and not reading.nominals[i].is_plural:
        said = words.child(verb, "oprd")  # "his wife is named Mara"
        return said if said in reading.named and words.child(verb, "neg") is None else None
    for being in _told_to_be(reading, i):
        said = words.child(being, "attr")
        name = _name_said(reading, i, said) if said is not None else None
        if name is not None and words.child(being, "neg") is None:
            return name
    return None if reading.nominals[i].is_plural else _name_learnt(reading, i)


def _told_to_be(reading: Reading, i: int) -> Iterator[int]:
    """Yield each "be" that says who the one described is, of its own clause and of those that hang on it."""
    words, verb = reading.words, reading.words.head[i]
    if words.dep[i] in SUBJECTS and verb != i:
        is_held = words.dep[verb] == "ccomp" and words.lemma[words.head[verb]] not in FINDING_OUT
        if words.lemma[verb] != "be":
            yield from _revealed_to_be(words, verb)
        elif reading.nominals[i].is_definite and not is_held:  # and not "they assume that the killer is Tom"
            yield verb
    if reading.nominals[i].is_plural:
        return
    for clause in words.children[i]:
        subject = words.child(clause, *SUBJECTS) if words.dep[clause] == "relcl" else None
        if subject is None or words.lower[subject] not in RELATIVE:
            continue
        if words.lemma[clause] == "be":
            yield clause
        else:
            yield from _revealed_to_be(words, clause)


def _revealed_to_be(words: Words, verb: int) -> Iterator[int]:
    """ "turns out to be", "is revealed to be"."""
    being = words.child(verb, "xcomp")
    is_it = words.lemma[verb] in REVEALING and words.child(verb, "neg") is None
    if is_it and being is not None and words.lemma[being] == "be":
        yield being


def _name_said(reading: Reading, i: int, said: int) -> int | None:
    words = reading.words
    if said in reading.named:
        are_many = words.child(said, "conj") is not None  # "the killers are Tom and Max"
        is_other = owns(reading, said) or are_many is not reading.nominals[i].is_plural
        has_article = words.child(said, "det") is not None and not reading.named[said][0].has_article
        return None if is_other or has_article else said
    if words.lower[said] not in {"none", "one", "nobody"}:
        return None
    behind = range(said + 1, min(said + NONE_OTHER_THAN, len(words)))
    other = next((at for at in behind if words.lower[at] in {"than", "but"}), None)
    return name_at(reading, {other + 1}) if other is not None else None


def _name_learnt(reading: Reading, i: int) -> int | None:
    """ "a girl whom he learns is Mara": however it parses."""
    words = reading.words
    for verb in words.children[i]:
        is_learnt = words.dep[verb] == "relcl" and words.lemma[verb] in FINDING_OUT
        if is_learnt and words.lower[verb + 1 : verb + 2] in (["is"], ["was"]):
            return name_at(reading, {verb + 2})
    return None
