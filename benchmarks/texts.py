"""Texts to measure with: a folder's documents, or the plots of a collection."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

TITLE_LINE = re.compile(r"^####.+####$", re.MULTILINE)  # the collection's line above each plot
MINIMUM = 200  # characters; stubs say nothing about speed


def read_texts(folder: Path) -> list[str]:
    """Return the texts of the folder's `*.txt`, which may hold one each or many under `####Title####`.

    Raises `ValueError` when the folder has none.
    """
    texts = [text for path in sorted(folder.glob("*.txt")) for text in _texts_of(path)]
    if not texts:
        raise ValueError(f"{folder} holds no *.txt files with texts to measure with.")
    return texts


def _texts_of(path: Path) -> Iterator[str]:
    for text in TITLE_LINE.split(path.read_text(encoding="utf-8", errors="replace")):
        if len(text.strip()) >= MINIMUM:
            yield text.strip()


def spread(texts: Sequence[str], count: int) -> list[str]:
    """Return `count` texts from all over the list, or the list over and over when it is shorter.

    >>> spread(["a", "b", "c", "d"], 2), spread(["a", "b"], 5)
    (['a', 'c'], ['a', 'b', 'a', 'b', 'a'])
    """
    if len(texts) < count:
        return [texts[i % len(texts)] for i in range(count)]
    return [texts[i * len(texts) // count] for i in range(count)]


def joined(texts: Sequence[str], words: int) -> str:
    """Return one text of about so many words, made of whole sentences of the texts in turn.

    >>> joined(["Mara waits. Tom comes.", "They leave."], 5)
    'Mara waits. Tom comes.\\n\\nThey leave.'
    """
    parts: list[str] = []
    count = 0
    while count < words:
        for text in texts:
            part = _beginning(text, words - count)
            parts.append(part)
            count += len(part.split())
            if count >= words:
                break
    return "\n\n".join(parts)


def _beginning(text: str, words: int) -> str:
    """Return the text's first words up to the end of the sentence that the limit falls into."""
    ends = (match.end() for match in re.finditer(r"[.!?](?=\s)", text))
    return next((text[:end] for end in ends if len(text[:end].split()) >= words), text)
