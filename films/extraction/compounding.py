"""Nouns with a prefix, and nouns that the tagger took for adjectives, put right for all other rules."""

from spacy.tokens import Doc, Token

from films.extraction.people import HUMAN_NOUNS
from films.extraction.tags import NOUN_TAGS, tokens_where

HYPHENS = frozenset({"-", "–", "‑"})
PREFIXES = ("ex", "co", "vice")
PLACES = ("nsubj", "nsubjpass", "dobj")


def mend_nouns(doc: Doc) -> None:
    """Put right, in place, heads and tags of nouns that name people.

    >>> from films.extraction.language_model import load_model
    >>> doc = load_model()("Mara hugs her ex-husband.")
    >>> mend_nouns(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[2].head.text
    ('dobj', 'hugs', 'husband')
    """
    for i in tokens_where(doc, "LOWER", PREFIXES):
        _put_noun_over_prefix(doc[i])
    for i in tokens_where(doc, "TAG", ("JJ",)):
        _make_noun(doc[i])


def _put_noun_over_prefix(prefix: Token) -> None:
    """ "calls his ex-wife": the wife is called, and what hung on "ex" hangs on her."""
    if prefix.i + 2 >= len(prefix.doc):
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if hyphen.text not in HYPHENS or hyphen.whitespace_ or noun.tag_ not in NOUN_TAGS:
        return
    if noun.is_ancestor(prefix) or noun.sent != prefix.sent:
        return
    above = hyphen if hyphen.is_ancestor(prefix) else prefix
    hanging = [child for token in (prefix, hyphen) for child in token.children]
    noun.dep_, noun.head = above.dep_, noun if above.head == above else above.head
    for child in hanging:
        if child != noun:
            child.head = noun
    for token, dep in ((prefix, "compound"), (hyphen, "punct")):
        token.dep_, token.head = dep, noun


def _make_noun(adjective: Token) -> None:
    """ "The general shoots him": who does something or is done to is no adjective."""
    if adjective.lower_ in HUMAN_NOUNS and adjective.dep_ in PLACES and adjective.left_edge.tag_ == "DT":
        adjective.tag_, adjective.lemma_ = "NN", adjective.lower_
