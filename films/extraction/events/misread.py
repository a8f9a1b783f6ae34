"""Nouns and adjectives that the tagger took for verbs: "stop motion", "hit man Tom Bell", "eating habits"."""

from films.extraction.people import HUMAN_NOUNS, HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import NOUN_TAGS, PRESENT_TAGS
from films.extraction.words import Words

PLAIN = frozenset({"VB", "VBP"})
HELPING = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
PREFIXES = frozenset({"re", "de", "pre", "co", "un", "mis", "over", "out"})
ADJECTIVES_IN_ING = read_list("adjectives_in_ing")


def is_misread(words: Words, verb: int) -> bool:
    """Is this word no verb, by its form and by the words beside it?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["The guards transmit incriminating evidence to Mara."])))
    >>> [is_misread(words, i) for i in (2, 3)]
    [False, True]
    """
    if words.lower[verb] in PREFIXES:
        return words.text[verb + 1 : verb + 2] == ["-"]
    if words.lower[verb : verb + 3] == ["hand", "in", "hand"]:
        return True
    if _is_title(words, verb) or _is_counted(words, verb):
        return True
    if words.tag[verb] == "VBG":
        return _describes_what_follows(words, verb)
    if words.tag[verb] not in PLAIN:
        return False
    if words.dep[verb] == "dobj" and _is_whole_object(words, verb):
        return True
    return words.dep[verb] == "nsubj" or _is_odd_second(words, verb) or _disagrees(words, verb)


def _is_title(words: Words, verb: int) -> bool:
    """Is this what someone is, before the name: "screenwriter Tom Bell", "peer Lord Vell"?"""
    noun = words.lower[verb] if words.tag[verb] == "VBG" else words.lemma[verb]
    if noun not in HUMAN_NOUNS or words.tag[verb + 1 : verb + 2] != ["NNP"]:
        return False
    if words.tag[verb] not in {"VB", "VBP", "VBZ", "VBG"} or words.tag[verb - 1] in {"WP", "WDT", "RB"}:
        return False
    if words.tag[verb - 1] == "CC" and not _is_odd_form(words, verb):
        return False
    return not any(words.dep[c] in HELPING | SUBJECTS for c in words.children[verb])


def _is_odd_form(words: Words, verb: int) -> bool:
    """Would a plain form go on with one in the singular: "marries a banker and peer Lord Vell"?"""
    is_plain = words.tag[verb] in PLAIN and words.dep[verb] == "conj"
    return is_plain and words.tag[words.head[verb]] == "VBZ"


def _is_counted(words: Words, verb: int) -> bool:
    """Does an article or a number stand before it: "sees three crosses", "Three sets of", "the maid"?"""
    if verb == 0 or words.starts_sentence[verb] or any(words.dep[c] in HELPING for c in words.children[verb]):
        return False
    before = verb - 1
    if words.tag[verb] == "VBZ":
        is_number = (
            words.tag[before] == "CD" and words.lower[before].isalpha() and words.lower[before] != "one"
        )
        return is_number and words.lower[before - 1] != "the"  # "the two kiss"
    is_article = words.lower[before] in {"the", "a", "an"} and words.head[before] == verb
    return is_article and words.tag[verb] == "VBN" and words.dep[verb] in {"dobj", "pobj", "nsubj"}


def _is_whole_object(words: Words, verb: int) -> bool:
    """Does a plain form right behind a verb say what is done: "stages elaborate pranks"?"""
    is_next = words.head[verb] == verb - 1 and words.tag[verb - 1] in PRESENT_TAGS
    return is_next and not any(words.dep[c] in HELPING | SUBJECTS for c in words.children[verb])


def _is_odd_second(words: Words, verb: int) -> bool:
    """Would a plain form go on with a verb in the singular: "utilizes puppetry, stop motion"?"""
    first = words.head[verb]
    if words.dep[verb] != "conj" or words.tag[first] != "VBZ" or words.tag[verb - 1] not in {"NN", ","}:
        return False
    if words.lemma[first] in read_list("verbs_before_complements"):
        return False
    return not any(words.dep[c] in HELPING | SUBJECTS | {"advmod"} for c in words.children[verb])


def _disagrees(words: Words, verb: int) -> bool:
    """Would a plain form follow its subject in the singular: "finds her husband's cheque register"?"""
    subject = words.child(verb, "nsubj")
    if words.lemma[words.head[verb]] in read_list("verbs_before_complements"):  # "hears a voice call"
        return False
    if subject != verb - 1 or words.tag[verb] != "VBP" or words.lower[verb] != words.lemma[verb]:
        return False
    if words.tag[subject] != "NN" or not words.text[subject].islower() or words.child(subject, "conj", "det"):
        return False
    return words.lemma[subject] not in HUMAN_OR_GROUP_NOUNS and words.dep[verb] in {"conj", "ccomp", "relcl"}


def _describes_what_follows(words: Words, verb: int) -> bool:
    """Does the participle belong to the noun behind it: "incriminating evidence", "eating habits"?"""
    if words.tag[verb + 1 : verb + 2] == [] or words.tag[verb + 1] not in NOUN_TAGS | {"JJ"}:
        return False
    if any(words.dep[c] in HELPING for c in words.children[verb]):
        return False
    governor = words.head[verb]
    if words.dep[verb] == "conj" and words.lower[governor].endswith("ing") and words.tag[governor] == "NN":
        return words.child(verb, "dobj") == verb + 1
    return words.lower[verb] in ADJECTIVES_IN_ING
