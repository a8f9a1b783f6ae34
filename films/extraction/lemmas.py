"""Plain forms that the lemmatizer gets wrong, and the number of words unknown to the tagger, put right."""

import re

from spacy.tokens import Doc

from films.extraction.resources import read_list, read_pairs
from films.extraction.tags import tokens_where

ENDINGS_BEFORE_ES = ("s", "x", "z", "ch", "sh", "o")  # "misses", "watches", "goes"
DOUBLING = re.compile(r"[^aeiou]*(?:qu)?[aeiouy][bdfgklmnprtvz]")  # verbs like "star", of which is "starred"
PAST_OR_GERUND = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}


def mend_lemmas(doc: Doc) -> Doc:
    """Put right, in place, the plain forms that the lemmatizer gets wrong: "hoping" is of "hope"."""
    corrections = read_pairs("lemma_corrections", " ")
    for i in tokens_where(doc, "LOWER", corrections):
        doc[i].lemma_ = corrections[doc[i].lower_]
    for i in tokens_where(doc, "TAG", ("VBZ",)):
        form, lemma = doc[i].lower_, doc[i].lemma_
        if form == f"{lemma}es" and not lemma.endswith(ENDINGS_BEFORE_ES):
            doc[i].lemma_ = form[:-1]  # "hates" is of "hate": "hat" would have "hats"
    for i in tokens_where(doc, "TAG", PAST_OR_GERUND):
        form, lemma = doc[i].lower_, doc[i].lemma_
        if form == lemma + PAST_OR_GERUND[doc[i].tag_] and DOUBLING.fullmatch(lemma):
            doc[i].lemma_ = f"{lemma}e"  # "stared" is of "stare": "star" would have "starred"
    for i in tokens_where(doc, "TAG", ("NNS",)):
        if doc[i].lower_.endswith(("é", "ée")):  # "her fiancé" is one, though the tagger knows no such word
            doc[i].tag_, doc[i].lemma_ = "NN", doc[i].lower_
    _join_hyphenated(doc)
    return doc


def _join_hyphenated(doc: Doc) -> None:
    """Let the last word of "shoot-out", which is cut in three, stand for the whole."""
    nouns = {noun for noun in read_list("event_nouns") if "-" in noun}
    for i in tokens_where(doc, "LOWER", {noun.rpartition("-")[2] for noun in nouns}):
        if i < 2 or doc[i].tag_ != "NN" or doc[i - 1].text != "-" or doc[i - 1].whitespace_:
            continue
        whole = f"{doc[i - 2].lower_}-{doc[i].lower_}"
        doc[i].lemma_ = whole if whole in nouns else doc[i].lemma_
