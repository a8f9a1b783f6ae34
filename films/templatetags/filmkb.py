"""Tags and filters of the pages. None of them asks the database: all they show was fetched by a view."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from films.models import Citation, EventMention
from films.vocabulary import CharacterKind, Gender, NameKind, PassageKind
from films.wording import GENDER_WORDS, NAME_LINES, PASSAGE_LINES, heading_of

register = template.Library()

MARKS_SHOWN = 4
# What could end a script element or start a comment in it, as JSON may write it instead.
SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The small number beside a fact that leads to its sentence."""

    number: int
    name: str
    url: str


@register.inclusion_tag("films/_source_marks.html")
def source_marks(
    evidence: Iterable[Citation | EventMention], sources: Mapping[int, Any], *, is_edited: bool = False
) -> dict[str, Any]:
    """Return a mark for each document of the evidence, at its first place there.

    `sources` are the page's numbered sources by document id. A row that an editor entered has no
    evidence, and says so.
    """
    first: dict[int, Citation | EventMention] = {}
    for row in evidence:
        first.setdefault(_document_id(row), row)
    marks = sorted(
        (
            SourceMark(sources[document].number, sources[document].heading, row.get_absolute_url())
            for document, row in first.items()
            if document in sources
        ),
        key=lambda mark: mark.number,
    )
    return {
        "marks": marks[:MARKS_SHOWN],
        "further": max(len(marks) - MARKS_SHOWN, 0),
        "is_by_editor": is_edited and not marks,
    }


def _document_id(row: Citation | EventMention) -> int:
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
