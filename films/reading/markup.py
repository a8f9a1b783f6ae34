"""Markup of wikis and web pages in prose: templates, links, references, tags, entities.

Everything here is linear in the text: delimiters are paired by scanning, never by a pattern that
may look for its end again and again.
"""

import html
import re
from collections.abc import Iterator

from films.reading.stretch import Edit, Stretch

BRACES = re.compile(r"\{\{|\}\}")
# Templates that only dress the words they hold: `{{lang|fr|De fer}}`, `{{nowrap|Mara Quill}}`.
DRESSING = re.compile(
    r"\{\{\s*(?:lang|nowrap|small|big|transl|smallcaps|em|strong)\b[^{}]{0,200}?\|([^{}|]{1,200})\}\}",
    re.IGNORECASE,
)
LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,200}\|)?([^\[\]|\n]{1,300})\]\]")
PICTURE = re.compile(r"\[\[(?:file|image):[^\[\]\n]{0,400}\]\]", re.IGNORECASE)
LINK_BRACKETS = re.compile(r"\[\[|\]\]")
WEB_LINK = re.compile(r"\[https?://[^\s\[\]]{1,300}(?: ([^\[\]\n]{1,200}))?\]")
MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\(https?://[^\s()]{1,300}\)")
REFERENCE = re.compile(
    r" ?\[ ?\[? ?(?:\d{1,3}|(?:nb|note|n|fn|ref)\.? ?\d{1,3}"
    r"|(?:citation|clarification|verification|page) needed"
    r"|according to whom\??|by whom\??|dubious[^\[\]]{0,30}"
    r"|who\?|when\?|where\?|why\?|which\?|sic|edit) ?\]? ?\]",
    re.IGNORECASE,
)
# What is left of `{{citation needed|date=July 2014}}` where a data set has dropped the braces.
LEFTOVER = re.compile(
    r"(?:citation needed|clarify|clarification needed|by whom|who|when|where|why|which|what|dubious|vague|cn"
    r"|ref needed|original research inline|(?:[Ll]ong )?[Pp]lot|[Ee]xpand section|[Uu]nreferenced section)"
    r"(?:\|section)?\|(?:reason ?= ?[^|]{1,100}\|)?date ?= ?[A-Z][a-z]{2,8} \d{4}"
)
# What is left of a note in braces, `{{efn|As depicted in "Salt" (1999).}}`: to its sentence's end.
WORKS = (
    r"As \w+ in (?:both )?(?:the \w+ )?[\"“][^\"“”\n]{1,80}[\"”](?: \(\d{4}\))?"
    r"(?:(?:,| and|, and| or)? ?[\"“][^\"“”\n]{1,80}[\"”](?: \(\d{4}\))?){0,8}\.?"
)
# A note of works with no stop behind it, "The events take place during "Salt" (1999) and "Brine" (2001), ".
NOTE_OF_WORKS = (
    r"[^|\n.!?\"“”]{3,120}(?:[\"“][^\"“”\n]{1,80}[\"”] \(\d{4}\)(?: and |, and |, )?){1,8}(?=[,;]? )"
)
NOTE_LEFT = re.compile(
    r" ?(?:[Ee]fn|(?<![A-Za-z])[Rr]efn|(?<=[a-df-z])refn|(?<![A-Za-z])ref)\|"
    r"(?:(?:name|group)=[\w ]{1,20}\|){0,2}"
    rf"(?:[^|\n.!?]{{1,200}}?(?=[Ee]fn\|)|{WORKS}|{NOTE_OF_WORKS}|[^|\n]{{1,300}}?[.!?][\"”]?(?=\s|$|\|)|[^|\n]{{1,300}}$)(?:\|(?:name|group)=\w{{1,20}})?",
    re.MULTILINE,
)
DASH_LEFT = re.compile(r"(?<=[a-zà-ÿ]{2})snd(?=[^\W\d_]{2})")  # of `{{snd}}`, in "daughtersndMara"
SHORT_NOTE = re.compile(
    r"[Ss]fnp?(?:\|[^\W\d][\w'’ -]{0,25}){1,4}\|\d{4}\w?(?:\|(?:pp?|pages?|loc)=[\w–,-]{1,20})?"
)
# What is left of templates round a name or a foreign word: `Ilse Brandt|it|lt=Ilse Brandt`, `lang|es|casa`.
HEAD_LEFT = re.compile(
    r"(?<![A-Za-z])(?:(?:[Ll]ang|[Tt]ransl(?:iteration)?)\|[a-z]{2,3}(?:-[A-Za-z]{2,4})?"
    r"|[Ii]nterlanguage link(?: multi)?|[Ii]ll|[Ll]inktext|[Nn]ot a typo)\|"
)
TAIL_LEFT = re.compile(
    r"(?<=[^\W\d_])\|[a-z]{2}(?:\|(?:lt|italic)=[^|\n(),;.]{1,60})?(?=[\s).,;:!?'’\"]|$)", re.MULTILINE
)
PARAMETER_LEFT = re.compile(
    r"(?<=[\w.!?\"”’)]) ?\| ?(?:group|name|language|date|publisher|work|sp|abbr|sigfig) ?= ?"
    r"(?:[\"“][^\"“”\n]{1,40}[\"”]|[A-Z][a-z]{2,8} \d{4}|[\w%-]{1,40})"
)
# The style sheet of a wiki's template, taken along with its words.
STYLE = re.compile(r"\.mw-parser-output[^{}\n]{0,300}\{[^{}]{0,800}\}")
NOTE_MARK = re.compile(r"(?<=[\w.,;:!?\"”’)])\[[a-z]\]")
EMPHASIS = re.compile(r"'{2,5}|\*{2,3}|__+")
TAG_REFERENCE = re.compile(r"<ref\b[^<>]{0,300}>", re.IGNORECASE)
COMMENT = re.compile(r"<!--")
LINE_TAG = re.compile(
    r"</?(?:br|p|div|li|ul|ol|tr|h[1-6]|table|blockquote|section|article)\b[^<>]{0,300}>", re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")
ENTITY = re.compile(r"&(?:amp;){0,9}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
OPENING_QUOTES = re.compile(r"`` ?")
CLOSING_QUOTES = re.compile(r" ?(?<!')''(?!')")


def without_markup(stretch: Stretch) -> Stretch:
    """Return the stretch with its markup dropped and the words it dresses kept.

    `[[Quill family|Mara]] leaves.[1]{{citation needed}}` becomes `Mara leaves.`
    """
    if any(mark in stretch.text for mark in ("<", "&")):
        stretch = _without_tags(stretch)
    if ".mw-" in stretch.text:
        stretch = stretch.replaced(STYLE, "")
    if "{{" in stretch.text or "}}" in stretch.text:
        stretch = stretch.edited(_groups(stretch.text, DRESSING))
        stretch = stretch.edited(_templates(stretch.text))
    if "[" in stretch.text or "]]" in stretch.text:
        stretch = _without_brackets(stretch)
    if "|" in stretch.text:
        for pattern in (LEFTOVER, NOTE_LEFT, SHORT_NOTE, HEAD_LEFT, TAIL_LEFT, PARAMETER_LEFT):
            stretch = stretch.replaced(pattern, "")
    if "snd" in stretch.text:
        stretch = stretch.replaced(DASH_LEFT, " – ")
    if "``" in stretch.text:  # the quotes of tokenised text, not the emphasis of a wiki
        stretch = stretch.replaced(OPENING_QUOTES, '"').replaced(CLOSING_QUOTES, '"')
    if any(mark in stretch.text for mark in ("''", "**", "__")):
        stretch = stretch.replaced(EMPHASIS, "")
    return stretch


def _without_tags(stretch: Stretch) -> Stretch:
    stretch = stretch.edited(_enclosed(stretch.text, COMMENT, "-->"))
    stretch = stretch.edited(_enclosed(stretch.text, TAG_REFERENCE, "</ref>"))
    stretch = stretch.replaced(LINE_TAG, "\n").replaced(TAG, "")
    return stretch.edited(_entities(stretch.text))


def _without_brackets(stretch: Stretch) -> Stretch:
    stretch = stretch.replaced(PICTURE, "").replaced(REFERENCE, "").replaced(NOTE_MARK, "")
    for pattern in (LINK, WEB_LINK, MARKDOWN_LINK):
        stretch = stretch.edited(_groups(stretch.text, pattern))
    return stretch.replaced(LINK_BRACKETS, "")


def _groups(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """Cut what surrounds the first group of each match."""
    for match in pattern.finditer(text):
        start, end = match.span(1) if match.group(1) else (match.end(), match.end())
        yield match.start(), start, ""
        yield end, match.end(), ""


def _templates(text: str) -> Iterator[Edit]:
    """Cut each outermost `{{…}}`; of braces without a partner only themselves."""
    opened: list[int] = []
    cuts: list[tuple[int, int]] = []
    for match in BRACES.finditer(text):
        if match.group() == "{{":
            opened.append(match.start())
            continue
        start = opened.pop() if opened else match.start()
        while cuts and cuts[-1][0] >= start:
            cuts.pop()
        cuts.append((start, match.end()))
    cuts += [(start, start + 2) for start in opened]
    yield from ((start, end, "") for start, end in sorted(cuts))


def _enclosed(text: str, opening: re.Pattern[str], closing: str) -> Iterator[Edit]:
    """Cut from each opening mark to its closing mark, or the opening mark alone where none follows."""
    done, lowered = 0, text.lower()
    last = lowered.rfind(closing)
    for match in opening.finditer(text):
        if match.start() < done:
            continue
        done = match.end()
        if match.end() <= last and not match.group().endswith("/>"):
            done = lowered.index(closing, match.end()) + len(closing)
        yield match.start(), done, ""


def _entities(text: str) -> Iterator[Edit]:
    for match in ENTITY.finditer(text):
        plain = html.unescape(
            "&" + match.group()[1:].replace("amp;", "") if "amp;" in match.group()[1:-1] else match.group()
        )
        if plain != match.group():
            yield match.start(), match.end(), plain
