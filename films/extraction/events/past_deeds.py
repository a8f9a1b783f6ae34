"""Deeds that are spoken of as facts: "avenges the death of his father", "guilt over the deception"."""

from films.extraction.resources import read_list, read_pairs
from films.extraction.words import Words

DEEDS = read_list("nouns_of_deeds")
FEELINGS = read_list("participles_of_feeling") | read_list("participles_of_surprise")
SURE_TO_COME = frozenset({"death", "demise", "suicide", "disappearance", "arrest"})
OF_WHOM = frozenset({"victim", "subject", "survivor", "target"})
INQUIRING = frozenset({"investigate", "solve"})  # "investigates a robbery"
INCLUDING = frozenset({"of", "by", "between"})


def is_taken_for_fact(words: Words, noun: int) -> bool:
    """Is this a deed of which is spoken as of a fact, whatever is wished or denied around it?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Dana wants to avenge the death of her father."])))
    >>> is_taken_for_fact(words, words.lower.index("death"))
    True
    """
    if words.lemma[noun] not in DEEDS:
        return False
    dep, head = words.dep[noun], words.head[noun]
    if dep == "pobj" and _is_suffered(words, words.head[head], head):
        return True
    if dep == "dobj" and words.lemma[head] in INQUIRING and words.child(noun, "det") is not None:
        return True
    if not says_whose(words, noun):
        return False
    if dep == "pobj":
        return _speaks_of_fact(words, words.head[head], head, noun)
    if dep != "dobj":
        return False
    covers_up = words.lemma[head] == "cover" and words.child(head, "prt") is not None
    return covers_up or words.lemma[head] in read_list("verbs_before_deeds")


def _is_suffered(words: Words, governor: int, preposition: int) -> bool:
    """Is this "the subject of daily rapes"?"""
    return words.lower[preposition] == "of" and words.lemma[governor] in OF_WHOM


def says_whose(words: Words, noun: int) -> bool:
    """Is it said who did it or to whom: "her death", "the murder of Ana", "the deception they staged"?"""
    return any(
        words.dep[c] in {"poss", "relcl"}
        or (words.lower[c] in INCLUDING and words.dep[c] in {"prep", "agent"})
        for c in words.children[noun]
    )


def _speaks_of_fact(words: Words, governor: int, preposition: int, noun: int) -> bool:
    lower = words.lower[preposition]
    if lower == "before":
        return words.lemma[noun] in SURE_TO_COME
    if lower == "by":
        return words.lower[governor] in FEELINGS or words.tag[governor] == "VBN"
    known = read_pairs("words_before_deeds", " ").get(lower, "").split()
    if {words.lower[governor], words.lemma[governor]}.intersection(known):
        return True
    return lower in {"at", "over"} and words.lower[governor] in FEELINGS
