"""What reads in the processes of a test: the toy language, with a word that ends the process."""

import os
import signal
from collections.abc import Sequence

from films.extraction.batches import Fault
from films.extraction.language_model import load_model
from films.extraction.statements import Extraction
from films.reading.document import Document
from tests.store import toy

DEADLY = "a word that nobody survives"
DEADLY_ONCE = "a word that the first does not survive, but"


def read(documents: Sequence[Document], _model: str) -> list[Extraction | Fault]:
    for document in documents:
        if DEADLY in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if DEADLY_ONCE in document.text:
            _die_once(document.text.partition(DEADLY_ONCE)[2].split()[0])
    return list(toy.read_toys(documents))


def loaded_models() -> int:
    return load_model.cache_info().currsize


def _die_once(mark: str) -> None:
    """Leave a file behind, by which the next process knows that somebody died of this."""
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
