"""Prose under one heading, and the quotation marks that stand round the whole of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

SENTENCE = re.compile(r"[.!?][\"”’']?(?:\s|$)")
# A paragraph in which nobody speaks of himself or to anybody is no speech, whatever marks stand round it.
SPOKEN = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|you|your|we|our|us)\b")
FEWEST_SENTENCES = 2


@dataclass(slots=True)
class Section:
    """Prose under one heading: `kind` is a passage kind, `mixed`, or empty where nothing was said."""

    heading: str = ""
    kind: str = ""
    level: int = 9
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def has_prose(self) -> bool:
        return any(end > start for start, end in self.spans)

    def unquote(self, text: str) -> None:
        """Take away the quotation marks of data files round the whole, and of pages that quote the story."""
        self._unquote_whole(text)
        self.spans = [inner for start, end in self.spans for inner in _unquoted(text, start, end)]

    def _unquote_whole(self, text: str) -> None:
        filled = [i for i, (start, end) in enumerate(self.spans) if text[start:end].strip()]
        start, end = self.spans[filled[0]][0], self.spans[filled[-1]][1]
        whole = text[start:end].rstrip(" ,")
        inner = whole[1:-1]
        if self.kind and whole[:1] == '"' == whole[-1:] and len(inner) > 2 and inner.count('"') % 2 == 0:
            if '"' in inner.replace('\\"', ""):
                return  # a story that begins and ends in direct speech
            self.spans[filled[0]] = (start + 1, self.spans[filled[0]][1])
            first, last = self.spans[filled[-1]]
            self.spans[filled[-1]] = (first, max(first, last - (end - start - len(whole)) - 1))


def _unquoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a paragraph without the marks with which a page quotes it from a maker or a seller."""
    paragraph = text[start:end].strip()
    inner = paragraph[1:-1]
    is_quoted = paragraph[:1] == "“" and paragraph[-1:] == "”" and not {"“", "”"} & set(inner)
    if not is_quoted or len(SENTENCE.findall(inner)) < FEWEST_SENTENCES or SPOKEN.search(inner):
        yield start, end
        return
    first = text.index("“", start)
    yield first + 1, first + len(paragraph) - 1
