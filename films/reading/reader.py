"""A document out of bytes or text."""

import hashlib
from array import array

from films.reading.cleaning import clean
from films.reading.decoding import UnreadableDocument, decode
from films.reading.document import CleanText, Document, HeaderField
from films.reading.layout import Section, find_layout
from films.reading.passages import Block, Paragraph, find_passages
from films.vocabulary import DocumentFormat, HeaderKey

MAX_BYTES = 2_000_000
SETTING = "FILMKB_MAX_DOCUMENT_BYTES"
BREAK = "\n\n"


def read_text(name: str, data: bytes | str, *, source: str = "", max_bytes: int = MAX_BYTES) -> Document:
    """Return the document that `data` holds, or raise `UnreadableDocument`.

    >>> document = read_text("mara.txt", "Director: Ida Holm\\n\\nMara sails home.")
    >>> document.fields[0].value, document.prose.text
    ('Ida Holm', 'Mara sails home.')
    """
    received = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    _refuse_by_size(name, len(received), max_bytes)
    text, encoding = (data, "utf-8") if isinstance(data, str) else decode(name, received)
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise UnreadableDocument(name, "is empty; there is nothing to read")
    layout = find_layout(text)
    prose, blocks = _prose(text, layout.sections)
    is_plain = not layout.fields and all(not section.heading for section in layout.sections)
    return Document(
        name=name,
        text=text,
        sha256=hashlib.sha256(received).hexdigest(),
        format=DocumentFormat.PLAIN if is_plain else DocumentFormat.HEADER,
        encoding=encoding,
        fields=layout.fields,
        prose=prose,
        passages=find_passages(blocks),
        source=source,
        url=_url(layout.fields),
    )


def _refuse_by_size(name: str, size: int, max_bytes: int) -> None:
    if size == 0:
        raise UnreadableDocument(name, "is empty; there is nothing to read")
    if size > max_bytes:
        raise UnreadableDocument(name, f"is {size:,} bytes, over the limit of {max_bytes:,} ({SETTING})")


def _prose(text: str, sections: tuple[Section, ...]) -> tuple[CleanText, tuple[Block, ...]]:
    """Clean the sections and set them under each other, an empty line between."""
    parts: list[str] = []
    origins, ends = array("l"), array("l")
    blocks: list[Block] = []
    for section in sections:
        cleaned = clean(text, tuple(section.spans))
        if not cleaned.text:
            continue
        if parts:
            parts.append(BREAK)
            origins.extend([cleaned.origins[0]] * len(BREAK))
            ends.extend([cleaned.origins[0] + 1] * len(BREAK))
        start = len(origins)
        parts.append(cleaned.text)
        origins.extend(cleaned.origins)
        ends.extend(cleaned.ends)
        blocks.append(Block(section.heading, section.kind, tuple(_paragraphs(cleaned.text, start))))
    return CleanText("".join(parts), origins, ends), tuple(blocks)


def _paragraphs(text: str, start: int) -> list[Paragraph]:
    paragraphs = []
    for piece in text.split(BREAK):
        if any(character.isalnum() for character in piece):
            paragraphs.append(Paragraph(piece, start))
        start += len(piece) + len(BREAK)
    return paragraphs


def _url(fields: tuple[HeaderField, ...]) -> str:
    links = (field.value for field in fields if field.key is HeaderKey.URL)
    return next((link for link in links if link.startswith(("http://", "https://"))), "")
