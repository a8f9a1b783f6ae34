"""The pieces of HTML that templates call for. None asks the database: all they show was fetched by a view."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from django.http import HttpRequest
from markupsafe import Markup, escape

from films.search import Piece
from films.vocabulary import CharacterKind, Gender, NameKind, PassageKind
from films.wording import GENDER_WORDS, NAME_LINES, PASSAGE_LINES

MARKS_SHOWN = 4
SPACE_BEFORE_MARK = re.compile(r" (?=[.,;:!?](?!\S))")
QUOTED = re.compile(r'\s*(?:"([^"]+)"|“([^“”]+)”)\s*')
EDITOR_MARK = Markup('<span class="by-editor">by an editor</span>')
# What could end a script element or start a comment in it, as JSON may write it instead.
SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


class Evidence(Protocol):
    """What leads to a place in a document."""

    document_id: int

    def get_absolute_url(self) -> str: ...


def source_marks(
    evidence: Iterable[Evidence], sources: Mapping[int, Any], *, of: str = "", is_edited: bool = False
) -> Markup:
    """Return a small number for each document of the evidence, which leads to its first place there.

    `sources` are the page's numbered sources by document id, and `of` what they are evidence of, for
    those to whom a mark is read without what stands before it; in a table its row says so. A row that
    an editor entered has no evidence, and says so. They stand beside every fact: a template of their
    own would take a quarter of a page's time.
    """
    first: dict[int, Evidence] = {}
    for row in evidence:
        first.setdefault(row.document_id, row)
    known = sorted((sources[pk].number, pk) for pk in first if pk in sources)
    if not known:
        return EDITOR_MARK if is_edited else Markup()
    fact = f"{escape(of)}, source" if of else "Source"
    marks = [_mark(sources[pk], first[pk].get_absolute_url(), fact) for _, pk in known[:MARKS_SHOWN]]
    further = len(known) - MARKS_SHOWN
    more = Markup(' <span class="soft">and {} more</span>').format(further) if further > 0 else ""
    return Markup(f'<span class="marks">{"".join(marks)}{more}</span>')  # noqa: S704 -- its parts are escaped


def _mark(source: Any, url: str, fact: str) -> str:
    title, named = _named(source.number, source.heading)
    return f'<a href="{escape(url)}"{title} aria-label="{fact}{named}'


@lru_cache
def _named(number: int, heading: str) -> tuple[str, str]:
    """Return what is the same in all marks of a source, before and after what each is evidence of."""
    name = escape(heading)
    return f' title="{name}"', f' {number}: {name}">{number}</a>'


def event_number(event: Any) -> str:
    return f"Event {event.order}"


def canonical(request: HttpRequest, page: Any = None) -> Markup:
    """Return the link that says where a page stands, whatever else its address asked for."""
    is_later = page is not None and page.number > 1 and request.GET.keys() == {"page"}
    query = f"?page={page.number}" if is_later else ""
    return Markup('<link rel="canonical" href="{}">').format(request.build_absolute_uri(request.path) + query)


def querystring(request: HttpRequest, **changes: object) -> str:
    """Return the query of the page's address with these values in it; those that are `None` are taken out."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else ""


def unquoted(words: str) -> str:
    """Return words without quotes around all of them, for sentences that set them in quotes themselves."""
    found = QUOTED.fullmatch(words)
    return found[1] or found[2] if found else words


def held(words: str) -> str:
    """Return a source's words with a lone mark held to the word before it: no line begins with one."""
    return SPACE_BEFORE_MARK.sub("\N{NO-BREAK SPACE}", words)


def linked(pieces: Iterable[Any]) -> Markup:
    """Return the pieces of a sentence, those as links that name a character."""
    shown = (
        _link(piece.character.get_absolute_url(), piece.text) if piece.character else escape(piece.text)
        for piece in pieces
    )
    return Markup("".join(shown))  # noqa: S704 -- its parts are escaped


def credited(credit: Any) -> str:
    """Return the person credited as a link, or the name as it stands where it is not known who is meant."""
    if credit.person is None:
        return credit.credited_as
    return Markup(_link(credit.person.get_absolute_url(), credit.person.name))  # noqa: S704


def named(rows: Iterable[Any]) -> Markup:
    """Return the rows' names, separated by commas, each as a link to its page."""
    shown = (_link(row.get_absolute_url(), row.name) for row in rows)
    return Markup(", ".join(shown))  # noqa: S704 -- its parts are escaped


def named_apart(rows: Iterable[Any]) -> Markup:
    """Return the same, each name with what tells the row from others of its name."""
    shown = (f"{_link(row.get_absolute_url(), row.name)}{apart(row)}" for row in rows)
    return Markup(", ".join(shown))  # noqa: S704 -- its parts are escaped


def apart(row: Any) -> Markup:
    """Return what tells the row apart from others of its name, if anything is to."""
    words = getattr(row, "apart", "")
    return Markup(' <span class="soft">{}</span>').format(words) if words else Markup()


def _link(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{escape(words)}</a>'


def links(rows: Iterable[Any]) -> Markup:
    """Return the rows by their `name`, separated by commas, each as a link where it has a `url`.

    They stand in every line of a list, where a loop would take a fifth of a page's time.
    """
    shown = (_link(row.url, row.name) if row.url else escape(row.name) for row in rows)
    return Markup(", ".join(shown))  # noqa: S704 -- its parts are escaped


def with_matches(pieces: Iterable[Piece]) -> Markup:
    """Return the pieces of a text, with those marked that a query matched."""
    words = ((escape(held(one.text)), one.is_match) for one in pieces)
    shown = (f"<mark>{text}</mark>" if is_match else text for text, is_match in words)
    return Markup("".join(shown))  # noqa: S704 -- its parts are escaped


def gender_word(gender: str) -> str:
    return GENDER_WORDS[Gender(gender)] if gender else ""


def name_line(kind: str) -> str:
    return NAME_LINES[NameKind(kind)]


def passage_line(kind: str) -> str:
    return PASSAGE_LINES[PassageKind(kind)]


def is_person_kind(kind: str) -> bool:
    return kind == CharacterKind.PERSON


def json_ld(data: Mapping[str, Any]) -> Markup:
    """Return schema.org data as a script element that no browser executes."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(
        SCRIPT_ESCAPES
    )
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 -- escaped above
