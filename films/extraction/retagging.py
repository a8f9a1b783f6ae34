"""Verbs that the tagger took for nouns, found again.

A synopsis is written in the present tense, whose forms look like plural nouns: in "Dana flirts with a
boy" a small model often takes "flirts" for a noun, and the sentence falls apart. The remedy is to ask
the model again with a verb in that place that cannot be mistaken ("Dana goes with a boy"): where
everything else in the sentence still has its place, the word was a verb, and the second parse is the
right one. Only sentences with such a word are parsed twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from films.extraction.doubtful_verbs import is_doubtful, plain_form, word_before
from films.extraction.lemmas import mend_lemmas
from films.extraction.reattaching import mend_trees
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, NOUN_TAGS, subjects_of, tokens_where

PARSING = ("tok2vec", "transformer", "tagger", "parser")
STAND_INS, STAND_INS_WITH_OBJECT, STAND_IN_PARTICIPLE = ("goes", "went"), ("sees", "saw"), "Taking"
BEFORE_OBJECT = NAME_TAGS | {"PRP", "PRP$", "DT"}
PARSE_ATTRIBUTES: list[int | str] = ["TAG", "DEP", "HEAD"]
WORD_ATTRIBUTES: list[int | str] = ["POS", "LEMMA"]
TOGETHER = 16  # documents whose second parses are asked for at once
FORCES = frozenset(
    ["dawn", "night", "darkness", "lightning", "thunder", "rain", "fire", "tension", "chaos", "panic", "war"]
)
UNSPLITTABLE = frozenset({"dobj", "pobj", "conj", "dative", "appos"})


def _mend_together(docs: Sequence[Doc], model: Language) -> list[Doc]:
    """Return the documents mended; the second parses of all of them are asked for at once."""
    if not model.has_pipe("parser"):
        return list(docs)
    found = [_suspects(doc) for doc in docs]
    asked = [(doc, suspects) for doc, suspects in zip(docs, found, strict=True) if suspects]
    parses = iter(_ask_again(asked, model))
    return [
        _mended(doc, suspects, next(parses), model) if suspects else doc
        for doc, suspects in zip(docs, found, strict=True)
    ]


def _suspects(doc: Doc) -> list[int]:
    return [i for i in tokens_where(doc, "TAG", NOUN_TAGS | {"JJ", "VBZ"}) if is_doubtful(doc[i])]


def _mended(doc: Doc, suspects: Sequence[int], first: "_SecondParse", model: Language) -> Doc:
    """Return the document with the second parse of the sentences that it makes whole."""
    kept = [i for i in suspects if first.is_verb(i)]
    spoiled = {doc[i].sent.start for i in set(suspects) - set(kept)}  # a noun in it was made a verb
    again = [i for i in kept if doc[i].sent.start in spoiled]
    parses = [(first, [i for i in kept if doc[i].sent.start not in spoiled])]
    if again:
        [second] = _ask_again([(doc, again)], model)
        parses.append((second, _of_sentences_kept_whole(doc, again, second)))
    verbs = [(parse, i) for parse, found in parses for i in found]
    return _with_parse(doc, verbs) if verbs else doc


class _SecondParse:
    """The sentences with suspects, parsed with verbs in their places."""

    def __init__(self, doc: Doc, places: Sequence[int], parsed: Doc):
        self.doc, self.parsed, self.places = doc, parsed, places
        self.at = {place: i for i, place in enumerate(places)}

    def token(self, index: int) -> Token:
        return self.parsed[self.at[index]]

    def values(self, sentence: TokenSpan) -> np.ndarray:
        """Return the second parse of one of the document's sentences, as rows of `PARSE_ATTRIBUTES`."""
        first = self.at[sentence.start]
        return self._rows[first : first + len(sentence)]

    @cached_property
    def _rows(self) -> np.ndarray:
        return self.parsed.to_array(PARSE_ATTRIBUTES)

    def is_verb(self, index: int) -> bool:
        """Was the word a verb after all: one with a subject, for which no other verb loses its own?"""
        now, was = self.token(index), self.doc[index]
        if was.lower_.endswith("ing"):
            if now.tag_ != "VBG" or now.dep_ not in {"advcl", "csubj", "ccomp"}:
                return False
        elif now.tag_ not in FINITE_TAGS or not _has_place(now, was) or _splits_a_name(now, was):
            return False
        others = (other for other in was.sent if other.i != index and _has_subject(other))
        return all(self._keeps_place(other, was) for other in others)

    def _keeps_place(self, other: Token, was: Token) -> bool:
        """Has another verb of the sentence still a subject, unless the word itself was taken for it?"""
        now = self.token(other.i)
        if subjects_of(now) or now.dep_ == "conj":
            return True
        verb = self.token(was.i)
        is_joined = verb.dep_ in {"advcl", "ccomp"} and verb.head == now
        return is_joined and was in subjects_of(other) and now.tag_ in FINITE_TAGS and other.i > was.i + 1


def _ask_again(asked: Sequence[tuple[Doc, Sequence[int]]], model: Language) -> list[_SecondParse]:
    """Parse the suspects' sentences once more, with plain verbs instead of them."""
    tokens, docs = [], []
    for doc, suspects in asked:
        chosen = frozenset(suspects)
        sentences = [s for s in doc.sents if not chosen.isdisjoint(range(s.start, s.end))]
        of_doc = [token for sentence in sentences for token in sentence]
        tokens.append(of_doc)
        docs.append(
            Doc(
                doc.vocab,
                words=[_stand_in(token) if token.i in chosen else token.text for token in of_doc],
                spaces=[bool(token.whitespace_) for token in of_doc],
                sent_starts=[start for s in sentences for start in (True, *[False] * (len(s) - 1))],
            )
        )
    for name in PARSING:
        if model.has_pipe(name):
            pipe: Any = model.get_pipe(name)  # the stub says a function
            docs = list(pipe.pipe(docs))
    return [
        _SecondParse(doc, [token.i for token in of_doc], parsed)
        for (doc, _), of_doc, parsed in zip(asked, tokens, docs, strict=True)
    ]


def _stand_in(token: Token) -> str:
    if token.lower_.endswith("ing"):
        return STAND_IN_PARTICIPLE
    has_object = token.i + 1 < len(token.doc) and (
        token.nbor().tag_ in BEFORE_OBJECT or token.nbor().text.istitle()
    )
    singular, plural = STAND_INS_WITH_OBJECT if has_object else STAND_INS
    return singular if _ends_in_s(token) else plural


def _ends_in_s(token: Token) -> bool:
    return token.lower_.endswith("s")


def _of_sentences_kept_whole(doc: Doc, asked: Sequence[int], parse: _SecondParse) -> list[int]:
    """Return the words of the sentences in which every word asked about is a verb."""
    spoiled = {doc[i].sent.start for i in asked if not parse.is_verb(i)}
    return [i for i in asked if doc[i].sent.start not in spoiled]


def _has_subject(token: Token) -> bool:
    """Is this a verb with a subject? A name that was taken for a verb is none."""
    return token.tag_ in FINITE_TAGS and token.text.islower() and bool(subjects_of(token))


def _has_place(now: Token, was: Token) -> bool:
    """Has this verb a subject of its own, or one that it shares ("goes and flirts")?"""
    if subjects_of(now) or now.dep_ == "relcl":
        return True
    before = word_before(was)
    return (
        now.dep_ == "conj"
        and now.head.tag_[:1] == "V"
        and before is not None
        and before.tag_ not in NOUN_TAGS
    )


def _splits_a_name(now: Token, was: Token) -> bool:
    """Would "breakneck speeds" in "at breakneck speeds" become a subject and a verb?"""
    if was.lower_.endswith("s") and plain_form(was.lower_) in read_list("verbs_never_nouns"):
        return False  # "an explosive, even violent, argument ensues"
    if was.dep_ not in UNSPLITTABLE or (was.dep_ == "dobj" and was.head.tag_ in NOUN_TAGS):
        return False
    if was.dep_ == "pobj" and was.head.lower_ in {"as", "while"} and _begins_clause(was):
        return False  # "stumbles as the road shifts", "As dawn breaks, they leave"
    if was.dep_ in {"dobj", "pobj"} and was.i + 1 < len(was.doc) and was.nbor().text in {".", ",", ";"}:
        return any(subject.tag_ == "NN" for subject in subjects_of(now))
    return any(subject.tag_ == "NN" and not _is_one(subject) for subject in subjects_of(now))


def _begins_clause(was: Token) -> bool:
    """Has the noun an article, or is it what a force does: "As dawn breaks,"?"""
    return any(c.dep_ == "det" for c in was.lefts) or was.nbor(-1).lower_ in FORCES


def _is_one(noun: Token) -> bool:
    """Is this "the student", "one student", not "student" nor "eight student" nurses?"""
    return any(c.dep_ in {"det", "poss"} or (c.dep_ == "nummod" and c.lower_ == "one") for c in noun.lefts)


def _with_parse(doc: Doc, verbs: Sequence[tuple[_SecondParse, int]]) -> Doc:
    """Return a copy of the document in which the sentences of these verbs have their second parse."""
    attributes = [*PARSE_ATTRIBUTES, *WORD_ATTRIBUTES]
    values, parsed = doc.to_array(attributes), len(PARSE_ATTRIBUTES)
    tag, pos, lemma = (attributes.index(attribute) for attribute in ("TAG", "POS", "LEMMA"))
    for parse, index in verbs:
        sentence = doc[index].sent
        values[sentence.start : sentence.end, :parsed] = parse.values(sentence)
    for _, index in verbs:
        values[index][pos] = doc.vocab.strings.add("VERB")
        values[index][tag] = doc.vocab.strings.add(_tag(doc[index].lower_))
        values[index][lemma] = doc.vocab.strings.add(plain_form(doc[index].lower_))
    mended = Doc(doc.vocab, words=[t.text for t in doc], spaces=doc.to_array("SPACY").astype(bool).tolist())
    mended.from_array(attributes, values)  # type: ignore[arg-type]  # the stub says floats
    mended.set_ents(list(doc.ents))
    return mended


def _tag(verb: str) -> str:
    if verb.endswith("ing"):
        return "VBG"
    return "VBZ" if verb.endswith("s") else "VBP"


def mend_all(docs: Iterable[Doc], model: Language) -> Iterator[Doc]:
    """Yield the documents in order with the parse they should have; some are mended at a time.

    >>> from films.extraction.language_model import load_model
    >>> model = load_model()
    >>> [doc] = mend_all([model("Dana goes to the floor and flirts with a boy.")], model)
    >>> doc[6].tag_, doc[6].head.text
    ('VBZ', 'goes')
    """
    waiting = iter(docs)
    while batch := list(islice(waiting, TOGETHER)):
        yield from (mend_lemmas(mend_trees(doc)) for doc in _mend_together(batch, model))
