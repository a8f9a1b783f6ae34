"""A document together with its parse: the value that every step of extraction reads."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee

from spacy.language import Language
from spacy.tokens import Doc, Token

from films.extraction.language_model import parse
from films.extraction.shouting import in_ordinary_letters
from films.reading.document import CleanText, Document, Passage, Span

# "(Jo Smith)", "(the poet Jo Smith)", "(Jo Smith, simply magnificent)".
ASIDE = re.compile(
    r"\((?:(?:the|an?|veteran|newcomer|actor|actress) (?:(?!of |for |to |from |in |by )[a-z][\w'’-]* ){0,4})?"
    r"(?:[^\W\d_a-z][\w.'’-]*)(?: (?:[^\W\d_a-z][\w.'’-]*|de|di|da|van|von|der|la|le|el|al))+"
    r"(?:(?:,| [–—-]) (?!(?:his|her|their|its|who|whose|an?|the|aged?) )[a-z][^()]{2,60})?\)"
)
TokenRange = tuple[int, int]  # `end` exclusive


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A document, the model's parse of its prose, and where passages and sentences lie in it.

    `passages` and `sentences` are token ranges; `passages` runs parallel to `Document.passages`,
    and `tellings` says of each whether it tells the story.
    """

    document: Document
    doc: Doc
    passages: tuple[TokenRange, ...]
    sentences: tuple[TokenRange, ...]

    @property
    def prose(self) -> CleanText:
        return self.document.prose

    @property
    def tellings(self) -> tuple[bool, ...]:
        return tuple(passage.is_telling for passage in self.document.passages)

    def span_of(self, start: int, end: int) -> Span:
        """Return the original span of the tokens from `start` to `end` (exclusive), without space around it.

        Space at an end may stand for what comes next: a break between sections is no part of the first.
        """
        if start >= end:
            return Span(0, 0)
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        text = self.prose.text[first:last]
        return self.prose.origin(last - len(text.lstrip()), first + len(text.rstrip()))

    def passage_of(self, token_index: int) -> int | None:
        """Return the index of the passage that holds this token, or None between passages."""
        at = bisect_right(self.passages, token_index, key=lambda passage: passage[0]) - 1
        return at if at >= 0 and token_index < self.passages[at][1] else None

    def sentence_of(self, token_index: int) -> int:
        """Return the index of the sentence that holds this token."""
        return bisect_right(self.sentences, token_index, key=lambda sentence: sentence[0]) - 1

    def is_told(self, token_index: int) -> bool:
        """Does this token stand in a passage that tells the story?"""
        at = self.passage_of(token_index)
        return at is not None and self.document.passages[at].is_telling

    def tokens(self, token_range: TokenRange) -> Iterator[Token]:
        """Yield the tokens of a passage or a sentence."""
        return iter(self.doc[token_range[0] : token_range[1]])


def parse_document(document: Document, *, model: Language | None = None) -> Parsed:
    """Return the document with its prose parsed.

    >>> from films.reading import read_text
    >>> parsed = parse_document(read_text("a.txt", b"Mara waits. Tom comes."))
    >>> len(parsed.sentences)
    2
    """
    return next(parse_documents([document], model=model))


def parse_documents(documents: Iterable[Document], *, model: Language | None = None) -> Iterator[Parsed]:
    """Parse many documents in order, in the model's batches."""
    kept, read = tee(documents)
    docs = parse((without_asides(in_ordinary_letters(document.prose.text)) for document in read), model=model)
    for document, doc in zip(kept, docs, strict=True):
        yield of_doc(document, doc)


def without_asides(text: str) -> str:
    """Return the text with the actors in brackets blanked, in the same length: they only confuse a parse.

    >>> without_asides("Mara (Jo Smith) waits.")
    'Mara            waits.'
    """
    return ASIDE.sub(lambda match: " " * len(match.group()), text)


def of_doc(document: Document, doc: Doc) -> Parsed:
    """Join a document and the parse of its prose."""
    starts = doc.to_array("IDX").tolist()
    return Parsed(
        document=document,
        doc=doc,
        passages=tuple(_token_range(passage, starts) for passage in document.passages),
        sentences=tuple((sentence.start, sentence.end) for sentence in doc.sents) if len(doc) else (),
    )


def _token_range(passage: Passage, starts: list[int]) -> TokenRange:
    """Return the tokens that begin within the passage."""
    first = bisect_right(starts, passage.start - 1)
    return first, max(first, bisect_right(starts, passage.end - 1))
