"""Many documents read at a time, in whatever process: a function that can be sent anywhere.

What it takes and gives can be pickled, and it needs neither a database nor settings. The language model, the
rules and their word lists are loaded by whoever reads: others need not wait two seconds for them.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from films.extraction.statements import Extraction
from films.reading.document import Document

PIECE = 16  # documents that are worth sending together: as many as the language model takes at a time

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong that is nobody's doing but ours; `reason` says what."""

    reason: str


def fault_of(error: Exception) -> Fault:
    """Return an error as the reason why a document was refused."""
    return Fault(f"could not be read: {error or type(error).__name__}; please report this")


def extract_batch(documents: Sequence[Document], model: str) -> list[Extraction | Fault]:
    """Return what each document says, or why it could not be read; one fault does not lose the others.

    >>> from films.extraction.language_model import DEFAULT_MODEL
    >>> from films.reading import read_text
    >>> [extraction] = extract_batch([read_text("a.txt", b"Mara says that she waits.")], DEFAULT_MODEL)
    >>> [character.name for character in extraction.characters]
    ['Mara']
    """
    from films.extraction.extract import extract_all  # noqa: PLC0415 (see above)
    from films.extraction.language_model import load_model  # noqa: PLC0415

    try:
        return list(extract_all(documents, model=load_model(model)))
    except Exception as error:
        logger.exception("A document could not be read.")
        if len(documents) == 1:
            return [fault_of(error)]
    return [result for document in documents for result in extract_batch([document], model)]
