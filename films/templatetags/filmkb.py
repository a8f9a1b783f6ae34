"""Tags and filters of the pages. None of them asks the database: all they show was fetched by a view."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from films.models import EventMention
from films.search import Piece
from films.vocabulary import CharacterKind, Gender, NameKind, PassageKind
from films.wording import GENDER_WORDS, NAME_LINES, PASSAGE_LINES, heading_of

register = template.Library()

MARKS_SHOWN = 4
EDITOR_MARK = mark_safe('<span class="by-editor">by an editor</span>')
# What could end a script element or start a comment in it, as JSON may write it instead.
SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


class Evidence(Protocol):
    """What leads to a place in a document."""

    def get_absolute_url(self) -> str: ...


@register.simple_tag
def source_marks(
    evidence: Iterable[Evidence], sources: Mapping[int, Any], *, is_edited: bool = False
) -> SafeString:
    """Return a small number for each document of the evidence, which leads to its first place there.

    `sources` are the page's numbered sources by document id. A row that an editor entered has no
    evidence, and says so. They stand beside every fact: a template of their own would take a quarter
    of a page's time.
    """
    first: dict[int, Evidence] = {}
    for row in evidence:
        first.setdefault(_document_id(row), row)
    known = sorted((sources[pk].number, pk) for pk in first if pk in sources)
    if not known:
        return EDITOR_MARK if is_edited else SafeString()
    marks = [_mark(sources[pk], first[pk].get_absolute_url()) for _, pk in known[:MARKS_SHOWN]]
    further = len(known) - MARKS_SHOWN
    more = format_html(' <span class="soft">and {} more</span>', further) if further > 0 else ""
    return mark_safe(f'<span class="marks">{"".join(marks)}{more}</span>')  # noqa: S308 -- its parts are escaped


def _mark(source: Any, url: str) -> str:
    name = escape(source.heading)
    return (
        f'<a href="{escape(url)}" title="{name}" aria-label="Source {source.number}: {name}">'
        f"{source.number}</a>"
    )


@register.filter
def with_matches(pieces: Iterable[Piece]) -> SafeString:
    """Return the pieces of a text, with those marked that a query matched."""
    shown = (f"<mark>{escape(one.text)}</mark>" if one.is_match else escape(one.text) for one in pieces)
    return mark_safe("".join(shown))  # noqa: S308 -- its parts are escaped


def _document_id(row: Any) -> int:
    return row.telling.document_id if isinstance(row, EventMention) else row.document_id


@register.filter
def gender_word(gender: str) -> str:
    return GENDER_WORDS[Gender(gender)] if gender else ""


@register.filter
def name_line(kind: str) -> str:
    return NAME_LINES[NameKind(kind)]


@register.filter
def passage_line(kind: str) -> str:
    return PASSAGE_LINES[PassageKind(kind)]


@register.filter
def heading(document: Any) -> str:
    return heading_of(document)


@register.filter
def heading_beside(document: Any, title: str) -> str:
    """Return the heading where the film's title has just been said."""
    return heading_of(document, beside=title)


@register.filter
def is_person_kind(kind: str) -> bool:
    return kind == CharacterKind.PERSON


@register.simple_tag
def json_ld(data: Mapping[str, Any]) -> SafeString:
    """Return schema.org data as a script element that no browser executes."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(
        SCRIPT_ESCAPES
    )
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 -- escaped above
