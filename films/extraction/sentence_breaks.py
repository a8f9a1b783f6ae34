"""Where a sentence has to begin and where none may: told to the parser, which decides on all other places."""

from itertools import pairwise

import numpy as np
from spacy.tokens import Doc, Token

from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, NOUN_TAGS

LONGEST_SUBJECT = 6  # words
# No sentence ends with these, though the stop may have been forgotten behind what is none of them.
NEVER_LAST = FINITE_TAGS | {"CC", "DT", "PRP$", "TO", "WDT", "WP", "MD"}
START, NO_START, PARSER_DECIDES = 1, -1, 0  # as spaCy keeps it
APOSTROPHES = ("'", "’")
ALSO_KNOWN_AS = frozenset({"a.k.a", "a.k.a."})
BEHIND_NAMES = frozenset({"jr", "sr"})


def break_sentences(doc: Doc) -> Doc:
    """Begin sentences behind paragraph breaks and behind full stops that a subject follows; cut no word.

    The parser takes the stops behind some names for those of abbreviations: "Anna loves Ben. Ben leaves."
    It ends sentences where nothing ends them, too: "As Ilse, Tom, and | Vu storm the mill".
    """
    starts = np.full(len(doc), PARSER_DECIDES)
    words = [token.text for token in doc]
    for i, (word, following) in enumerate(pairwise(words)):
        if _may_go_on(word) and (not following[0].isupper() or word == "," or doc[i].tag_ in NEVER_LAST):
            starts[i + 1] = NO_START
    for i in np.flatnonzero(doc.to_array("SPACY")[:-1] == 0).tolist():
        if _is_one_word(doc[i], doc[i + 1]):
            starts[i + 1] = NO_START
    for i in np.flatnonzero(doc.to_array("IS_SPACE")[:-1]).tolist():
        if "\n" in words[i]:
            starts[i + 1] = START
    for i in range(1, len(doc) - 1):
        if words[i][-1] == "." and doc[i].whitespace_:
            _look_behind(doc[i], starts)
    starts[:1] = START
    # All at once: each token that is told by itself looks through the whole document first.
    values = starts.astype(np.uint64).reshape(-1, 1)
    return doc.from_array(["SENT_START"], values)  # type: ignore[arg-type]  # the stub says floats


def _may_go_on(word: str) -> bool:
    """Whether no stop ends a sentence with the word; one may have been forgotten."""
    return word[-1].isalnum() or word == ","


def _look_behind(stop: Token, starts: np.ndarray) -> None:
    """Settle whether a sentence begins behind a full stop, where what stands round it tells."""
    before, following = stop.nbor(-1), stop.nbor()
    is_abbreviation = _is_abbreviation(before) and following.tag_ in NOUN_TAGS
    if (is_abbreviation and following.text[0].isupper()) or _is_also_known_as(before, stop):
        starts[following.i] = NO_START
    elif _may_end_sentence(stop) and _has_subject_and_verb(following):
        starts[stop.i], starts[following.i] = NO_START, START
        if len(stop) == 1:
            stop.tag_ = "."  # and no part of the name before it


def _is_also_known_as(before: Token, stop: Token) -> bool:
    """Whether the full stop is the last of "a.k.a."."""
    return before.lower_ in ALSO_KNOWN_AS or stop.lower_ in ALSO_KNOWN_AS


def _is_one_word(token: Token, following: Token) -> bool:
    """Whether two tokens are parts of a word, such as "did" and "n't", or "10" and "km"."""
    is_word = token.text[-1].isalnum()
    return is_word and (following.text[0].isalnum() or following.text[0] in APOSTROPHES)


def _is_abbreviation(token: Token) -> bool:
    """Whether a word is written with a full stop and stands before a name: "Capt. Hart", "Wm. Reed"."""
    known = (read_list("title_abbreviations") - BEHIND_NAMES) | read_list("abbreviations")
    return token.text[0].isupper() and not token.whitespace_ and token.lower_ in known


def _may_end_sentence(stop: Token) -> bool:
    """Whether a full stop stands behind a name, or behind a letter that numbers something."""
    before = stop.nbor(-1)
    if len(stop) == 2:
        return stop.text[0].isupper() and before.lower_ in read_list("numbered_nouns")
    return len(stop) == 1 and not before.whitespace_ and _is_name(before)


def _is_name(token: Token) -> bool:
    is_capitalised = len(token) > 1 and token.text[0].isupper() and token.is_alpha
    return is_capitalised and not _is_abbreviation(token)


def _has_subject_and_verb(first: Token) -> bool:
    """Whether a name, a pronoun, or several names begin here, and a finite verb follows them.

    "Mara leaves", "She has left" and "Mara and Tom leave", but not "Mara, who" or "Mara of the Hills is".
    """
    if not first.text[:1].isupper() or first.tag_ not in NAME_TAGS | {"PRP"}:
        return False
    for token in first.doc[first.i + 1 : first.i + LONGEST_SUBJECT]:
        if token.tag_ in FINITE_TAGS:
            return True
        if token.tag_ not in NAME_TAGS | {"CC", "RB"}:
            return False
    return False
