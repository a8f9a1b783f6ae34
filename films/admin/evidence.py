"""The evidence beside a row: what its documents say, each sentence leading to its place."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from films.models import Citation, EventMention, SourceDocument
from films.models.documents import passage_address

MOST_SHOWN = 3
LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document around the stretch that is the evidence."""

    before: str
    said: str
    after: str
    document: str
    url: str


def sentence_around(bounds: Sequence[Sequence[int]], start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence that holds `start`, widened to cover the stretch."""
    found = bisect_right(bounds, start, key=lambda bound: bound[0]) - 1
    if found >= 0 and bounds[found][1] > start:
        return bounds[found][0], max(end, bounds[found][1])
    return start, end


def quote(document: SourceDocument, start: int, end: int) -> Quote:
    """Return the sentence of `document` in which `text[start:end]` stands."""
    first, last = sentence_around(document.sentence_bounds, start, end)
    return Quote(
        before=document.text[first:start][-LONGEST_QUOTE:],
        said=document.text[start:end][:LONGEST_QUOTE],
        after=document.text[end:last][:LONGEST_QUOTE],
        document=document.name,
        url=passage_address(document.pk, start, end),
    )


def quotes_of(citations: Iterable[Citation]) -> list[Quote]:
    """Return what the first few citations quote, one a document before a second of the same."""
    firsts: list[Citation] = []
    others: list[Citation] = []
    seen: set[int] = set()
    for citation in citations:
        (others if citation.document_id in seen else firsts).append(citation)
        seen.add(citation.document_id)
    shown = [*firsts, *others][:MOST_SHOWN]
    return [quote(citation.document, citation.start, citation.end) for citation in shown]


def quotes_of_mentions(mentions: Iterable[EventMention]) -> list[Quote]:
    """Return the sentences that tell an event, the trigger marked."""
    return [
        quote(mention.telling.document, mention.trigger_start, mention.trigger_end)
        for mention in list(mentions)[:MOST_SHOWN]
    ]


def marked(shown: Quote) -> str:
    """Return what is said, marked within its sentence; a whole sentence needs no mark."""
    is_whole = not (shown.before.strip() or shown.after.strip())
    return shown.said if is_whole else format_html("<mark>{}</mark>", shown.said)


def as_html(quotes: Sequence[Quote]) -> SafeString | str:
    """Return the quotes as a list, or say that there are none."""
    if not quotes:
        return "added by an editor, no source"
    items = format_html_join(
        "",
        '<li>{}{}{} <a href="{}">{}</a></li>',
        ((q.before, marked(q), q.after, q.url, f"in {q.document}") for q in quotes),
    )
    return format_html('<ul class="evidence">{}</ul>', items)
