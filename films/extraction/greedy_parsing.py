"""Transitions of the parser and of the entity recognizer, taken for many documents in step.

Both read a document by transitions, each the best of those that its state allows. spaCy takes them in a
compiled loop without Python's lock; but whatever asks a state for a token that is not there takes the lock
each time, to see whether something was raised: with the seventy moves of an entity recognizer that is more
than half of its time. With the lock held, the question costs little. So the transitions are taken from
here, by the functions that spaCy itself has for beams: one of each document, then the next of each.
They are the same ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc

FACTORY = "greedy_parser"
PARSERS = ("parser", "ner")  # what a pipeline calls them
TOGETHER = 16  # documents
MOST_TOKENS = 20_000  # of documents read together: each takes 4 kB as long as they are


class GreedyParser:
    """Annotates documents as the parser of spaCy's does that it is given."""

    parser: Any
    model: Any  # spaCy looks there for what listens to a model of words that several share

    def __init__(self, name: str) -> None:
        self.name = name

    def give(self, parser: Any) -> None:
        self.parser, self.model = parser, parser.model
        last = self.model.get_ref("upper")
        self._weights = np.ascontiguousarray(last.get_param("W").T)
        self._bias = last.get_param("b")

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Annotate a stream of documents, which come out in order."""
        for batch in _batches(docs, min(batch_size, TOGETHER)):
            self.parser.set_annotations(batch, self.predict(batch))
            yield from batch

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """Return the last state of each document, from which its annotations are set."""
        states = self.parser.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if not unfinished:
            return list(states)
        model = self.model.predict(docs)
        # As many rows at each step: a document's scores shall not depend on how many others are unfinished.
        vectors = np.zeros((max(len(docs), TOGETHER), len(self._weights)), dtype=self._weights.dtype)
        while unfinished:
            count = len(unfinished)
            vectors[:count] = model.state2vec.predict(model.get_token_ids(unfinished))
            scores = vectors @ self._weights
            scores += self._bias
            unfinished = self.parser.transition_states(unfinished, scores[:count])
        model.clear_memory()
        return list(states)


def _batches(docs: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    """Yield documents to be read together: not too many, and not too long ones."""
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        if batch and (len(batch) == most or tokens + len(doc) > MOST_TOKENS):
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


@Language.factory(FACTORY)
def make_parser(nlp: Language, name: str) -> GreedyParser:  # noqa: ARG001 -- spaCy names them
    return GreedyParser(name)


def parse_in_step(model: Language) -> None:
    """Let the model's parser and its entity recognizer take their transitions from here, if it has such."""
    for name in PARSERS:
        if model.has_pipe(name) and _is_greedy(parser := model.get_pipe(name)):
            instead = f"{name}_in_step"
            greedy: Any = model.add_pipe(FACTORY, name=instead, after=name)  # the stub says a function
            greedy.give(parser)
            model.remove_pipe(name)
            model.rename_pipe(instead, name)  # and spaCy sees anew what listens to what


def _is_greedy(parser: Any) -> bool:
    """Does it take the best transition alone, and score by one more layer all that it knows?"""
    return (
        isinstance(parser, (DependencyParser, EntityRecognizer))
        and parser.cfg["beam_width"] == 1
        and parser.model.attrs["has_upper"]
        and not parser.model.attrs["unseen_classes"]
    )
