"""What a sentence speaks of: the film as a work, or another work that the film is compared with.

"It is a remake of the 1933 film Brine, starring Jo Smith" tells nothing of this film's cast.
"""

import re
from bisect import bisect_right

from films.extraction.film.durations import read_year
from films.extraction.film.film_lead import find_lead
from films.extraction.parsed import Parsed
from films.vocabulary import HeaderKey, PassageKind

ABOUT_FILM = re.compile(
    r"\b(?:film|movie|picture|feature|short|serial|drama|comedy|thriller|western|musical|cast|documentary|series)\b",
    re.IGNORECASE,
)
ABOUT_MAKING = re.compile(r"\b(?:directed|stars|starred|starring|released|produced|written|based on)\b")
# An older film, a play, another version; a date of the calendar is the film's own.
OTHER_WORK = re.compile(
    r"(?<!\d, )\b(?:18|19|20)\d\d\b|\b(?:remakes?|re-makes?|remade|reworking|(?<!the film )versions?)\b"
    r"|(?<!to )\bplay\b"
)
OWN_YEAR = re.compile(r"\W*(?:In\s)?(?:[Tt]he|[Tt]his|An?)\s(?:18|19|20)\d\d\b")
# "…, the film was directed by": of this film again.
OWN_AGAIN = re.compile(
    r"\b(?:is|are|was|were|being)\s(?:also\s|\w+ly\s)?(?:co-)?(?:directed|written|produced|released|made|shot|adapted)\b(?!\sas\b)"
    r"|,\s(?:it|(?:the|this)\s(?:film|movie|picture|screenplay))\b(?!\sof\b)"
)
SEQUEL = re.compile(r"\b(?:sequel|prequel)\b")  # has the cast of the film before it, as a rule
FINITE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:also\s|\w+ly\s)?$")


def is_about_film(parsed: Parsed, start: int) -> bool:
    """Does the sentence at this clean offset speak of the film as a work?"""
    passage = next((p for p in parsed.document.passages if p.start <= start < p.end), None)
    if passage is not None and passage.kind is PassageKind.ABOUT:
        return True
    text = sentence_text(parsed, start)
    return bool(ABOUT_FILM.search(text) and ABOUT_MAKING.search(text))


def sentence_text(parsed: Parsed, start: int) -> str:
    """Return the text of the sentence that holds this clean offset."""
    if not parsed.sentences:
        return ""
    first, last = parsed.sentences[max(0, parsed.sentence_of(token_at(parsed, start)))]
    end = parsed.doc[last].idx if last < len(parsed.doc) else len(parsed.prose.text)
    return parsed.prose.text[parsed.doc[first].idx : end]


def token_at(parsed: Parsed, start: int) -> int:
    """Return the index of the token that holds this clean offset, or the one before it."""
    return max(0, bisect_right(parsed.doc, start, key=lambda token: token.idx) - 1)


def is_of_another_work(parsed: Parsed, start: int) -> bool:
    """Does a participle at this clean offset ("starring", "directed by") belong to another work?

    In the sentence that defines the film it never does: that one is of this film to its end.
    """
    if not parsed.sentences or (number := parsed.sentence_of(token_at(parsed, start))) <= 0:
        return False
    before = parsed.prose.text[parsed.doc[parsed.sentences[number][0]].idx : start].rpartition(";")[2]
    if FINITE.search(before) or SEQUEL.search(before) or _defines_film(parsed, start, number):
        return False
    own = OWN_YEAR.match(before)
    own_years = _own_years(parsed)
    told = OTHER_WORK.finditer(before, own.end() if own else 0)
    others = [other for other in told if other.group() not in own_years]
    return bool(others) and not OWN_AGAIN.search(before, others[-1].end())


def _own_years(parsed: Parsed) -> set[str | None]:
    return {read_year(field.value) for field in parsed.document.fields_of(HeaderKey.YEAR)}


def _defines_film(parsed: Parsed, start: int, number: int) -> bool:
    """Does this sentence define the film, be it the rest of one that was cut after a title with "!"?"""
    sentence, text = sentence_text(parsed, start), parsed.prose.text
    if find_lead(sentence, 0, len(sentence), is_first=False):
        return True
    first, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    lead = find_lead(text, first, len(text) if end < 0 else end, is_first=first == 0)
    return lead is not None and parsed.sentence_of(token_at(parsed, lead.kind_span.start)) == number
