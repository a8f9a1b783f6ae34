"""Tags, dependencies and entity labels that several rules ask for, and the tokens that bear them.

The tags are those of the Penn Treebank (Santorini, "Part-of-speech tagging guidelines", 1990).
"""

from collections.abc import Iterable
from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

NAME_TAGS = frozenset({"NNP", "NNPS"})
NOUN_TAGS = NAME_TAGS | {"NN", "NNS"}
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
FINITE_TAGS = PRESENT_TAGS | {"VBD"}
VERB_TAGS = FINITE_TAGS | {"VB", "VBG", "VBN"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ALL_SUBJECTS = SUBJECTS | {"csubj", "expl"}  # a clause, or the "there" of "there is"
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def tokens_where(doc: Doc, attribute: str, values: Iterable[str]) -> list[int]:
    """Return the tokens whose attribute has one of the values, without making an object of each token.

    >>> from films.extraction.language_model import parse
    >>> tokens_where(next(parse(["Mara waits."])), "TAG", NAME_TAGS)
    [0]
    """
    return np.flatnonzero(np.isin(doc.to_array(attribute), _ids_of(frozenset(values)))).tolist()


@cache
def _ids_of(values: frozenset[str]) -> np.ndarray:
    return np.array([get_string_id(value) for value in values], dtype=np.uint64)


def subject_label(verb: Token) -> str:
    """Return how the verb's subject hangs on it: as one to whom it is done, or as one who does it."""
    return "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"


def subjects_of(verb: Token) -> list[Token]:
    """Return what the tree has as the verb's subjects: more than one, where it is wrong.

    >>> from films.extraction.language_model import parse
    >>> [token.text for token in subjects_of(next(parse(["Mara waits."]))[1])]
    ['Mara']
    """
    return [child for child in verb.children if child.dep_ in ALL_SUBJECTS]
