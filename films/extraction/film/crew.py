"""Who made the film: directors, writers and the others behind the camera, from header and prose.

"Co-produced and directed by A and B" gives two jobs to two people; companies are no people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from films.extraction.film.about_film import is_about_film, is_of_another_work, token_at
from films.extraction.film.name_shapes import (
    CALLED,
    NAME,
    NAME_LIST,
    UPPER,
    clean_name,
    is_full_name,
    is_in_small_letters,
    is_person_like,
    split_list,
    with_shared_surname,
    without_start_word,
)
from films.extraction.film.recommendation import find_recommendation
from films.extraction.film.reviews import makers_told
from films.extraction.parsed import Parsed
from films.extraction.resources import read_list, read_pairs
from films.folding import fold
from films.reading.document import HeaderField, Span
from films.vocabulary import HeaderKey, Job

HEADER_JOBS = {
    HeaderKey.DIRECTOR: Job.DIRECTOR,
    HeaderKey.WRITER: Job.WRITER,
    HeaderKey.PRODUCER: Job.PRODUCER,
    HeaderKey.COMPOSER: Job.COMPOSER,
    HeaderKey.CINEMATOGRAPHER: Job.CINEMATOGRAPHER,
    HeaderKey.EDITOR: Job.EDITOR,
}
WORDS = "|".join(sorted(map(re.escape, read_pairs("crew_words")), key=len, reverse=True))
WORD = (
    rf"(?i:{WORDS}|released|distributed|created|narrated|presented|financed|storyboarded|designed|starring)"
)
JOBS_BY = re.compile(
    rf"\b(?P<words>{WORD}(?:(?:\s+by)?(?:\s*,\s*(?:and|&)|\s*,|\s+(?:and|&))\s+(?:also\s+|was\s+)?{WORD}){{0,5}})"
    rf"(?:\s+for\s+the\s+screen|\s+primarily|\s+jointly)?(?:\s+(?:is|was|were|are))?(?:\s+(?i:{WORDS}|provided))?"
    rf"(?:\s+by(?:,?\s+and\s+(?:co-)?starring)?|(?<=starring))\s+(?:both\s+)?{CALLED}(?P<names>{NAME_LIST})"
)
DID_TOO = re.compile(
    rf"\bwho\s+(?:also\s+)?(?P<words>(?:co-)?(?:wrote|produced|directed|edited|scripted)"
    rf"(?:\s*(?:,|and|&)\s*(?:co-)?(?:wrote|produced|directed|edited)){{0,4}})(?:\s+(?:it|the\s+\w+))?\s+with\s+(?P<names>{NAME_LIST})"
)
OF_NOUN = re.compile(r"(?:co-)?(?:directed|written|produced)\b", re.IGNORECASE)
PAST_TENSE = {"wrote": Job.WRITER, "co-wrote": Job.WRITER}
# An art director directs no film.
OTHER_TRADES = (
    "art",
    "assistant",
    "casting",
    "funeral",
    "managing",
    "music",
    "musical",
    "stage",
    "technical",
    "unit",
)
OF_FILMS = "".join(rf"(?<!\b{trade}\s)" for trade in OTHER_TRADES)
FILM_BY = re.compile(
    rf"\b(?:(?P<sure>a\s+film\s+by|(?:directorial|directing)\s+debut\s+(?:of|by)|{OF_FILMS}director)"
    rf"|(?:film|movie|picture|documentary|short)\s+(?:made\s+)?by)\s+{CALLED}(?P<names>{NAME_LIST})"
)
# "in a film by", "a remake of the picture by": what stands before it tells of another film.
IN_A_FILM = re.compile(
    r"\b(?:(?:play|portray|perform|appear|act|star|work)\w*\s(?:[^.;]*\s)?(?:in|on)|of|from|upon|on|by|to|after)\s"
    r"(?:(?:an?|the|another|his|her|their)\s)?(?:[\w'’-]+\s){0,4}$"
)
MAKER_OF = re.compile(
    rf"(?P<names>{NAME})['’]s?\s+(?:18|19|20)\d\d\s+(?:[\w-]+\s+){{0,5}}?(?:film|movie|picture)\b"
)
# "based on the life of Mara Vell, directed by": the work has been told, and who comes now did not write it.
OTHER_DEED = (
    r"\b(?:(?:co-)?(?:directed|produced|led|headed|owned|played|portrayed|scripted|released|distributed|stars?)"
    r"(?:\sand\s\w+)?\sby|(?:and|(?<!which\s)is|(?<!which\s)was)\s(?:co-)?written\sby|(?:is|was)\s(?:co-)?directed|cameo\sappearances)\b"
)
AUTHORS = re.compile(
    rf"\b(?:[Bb]ased\s+(?:up)?on|[Aa]dapted\s+from|[Aa]daptation\s+of|[Ii]nspired\s+by)\b(?P<work>(?:(?!{OTHER_DEED})[^.\n]){{0,160}}?)"
    rf"(?:(?P<owner>{NAME})['’]s?\s+(?:[\w'’-]+\s+){{0,6}}?(?:novel|novella|book|play|story|stories|memoir|tale|comic|poem|"
    rf"autobiography|article|musical|collection)\b|\b(?:by|written\s+by|author)\s+{CALLED}(?P<author>{NAME_LIST}))"
)
LONGEST_BEFORE = 120


@dataclass(frozen=True, slots=True)
class CrewMention:
    """One place that says who did a job; the span is original."""

    person: str
    job: Job
    span: Span


@lru_cache(maxsize=2)  # credits ask for it, and names, which those of the crew are not
def find_crew(parsed: Parsed) -> tuple[CrewMention, ...]:
    """Return who did what behind the camera, header first, then prose in text order.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> text = b"Salt is a 1999 film written and directed by Jo Smith."
    >>> [(m.person, m.job.value) for m in find_crew(parse_document(read_text("a.txt", text)))]
    [('Jo Smith', 'writer'), ('Jo Smith', 'director')]
    """
    return (*_of_header(parsed), *_of_prose(parsed), *_of_review(parsed))


def people_in(field: HeaderField) -> Iterator[tuple[str, Span]]:
    """Yield the people whom a header field names, each with its span."""
    lines = field.lines or ((field.value, field.span),)
    for text, span in lines:
        for name, start, end in _names_in(text, list(split_list(text))):
            if is_person_like(name) and not is_company(name):
                yield name, Span(span.start + start, span.start + end)


def _names_in(
    text: str, pieces: Sequence[tuple[int, int]], document: str = ""
) -> Iterator[tuple[str, int, int]]:
    """Yield the names of a list with their places, "Tom and Mara Orr" as two who are called Orr.

    "Allen and Mara Orr" are not, where the document has a "Jo Allen".
    """
    for (start, end), (begin, last) in zip_longest(pieces, pieces[1:], fillvalue=(len(text), len(text))):
        name = clean_name(text[start:end])
        whole = with_shared_surname(name, text[end:begin], clean_name(text[begin:last]))
        yield (name if whole != name and _is_surname_in(document, name) else whole), start, end


def _is_surname_in(document: str, name: str) -> bool:
    return re.search(rf"\b[{UPPER}][\w.'’-]*\s{re.escape(name)}\b", document) is not None


def is_company(name: str) -> bool:
    """Is this the name of a company, however much it looks like a person's?"""
    return fold(name) in _company_names() or not is_person_like(name)


@cache
def _company_names() -> frozenset[str]:
    return frozenset(fold(name) for name in read_list("company_names"))


@cache
def _jobs() -> dict[str, Job]:
    return {word: Job(job) for word, job in read_pairs("crew_words").items()} | PAST_TENSE


def _of_header(parsed: Parsed) -> Iterator[CrewMention]:
    fields = parsed.document.fields
    for field in fields:
        if job := HEADER_JOBS.get(field.key):
            for person, span in people_in(field):
                if not is_in_small_letters(person, fields):
                    yield CrewMention(person, job, span)


def _of_prose(parsed: Parsed) -> Iterator[CrewMention]:
    text = parsed.prose.text
    works = [match for match in AUTHORS.finditer(text) if is_about_film(parsed, match.start())]
    for pattern in (JOBS_BY, DID_TOO):
        for match in pattern.finditer(text):
            if _is_of_older_work(parsed, match) or any(_within(match, work) for work in works):
                continue
            if is_about_film(parsed, match.start()):
                yield from _mentions(parsed, match, _jobs_in(match["words"]), match["names"])
    for match in FILM_BY.finditer(text):
        if is_about_film(parsed, match.start()) and not _is_other_film(parsed, match):
            made = _mentions(parsed, match, [Job.DIRECTOR], match["names"])
            yield from (maker for maker in made if match["sure"] or is_full_name(maker.person))
    if (post := find_recommendation(parsed)) is not None and post.director is not None:
        span = parsed.prose.origin(post.director.span.start, post.director.span.end)
        yield CrewMention(clean_name(post.director.value), Job.DIRECTOR, span)
    if (maker := MAKER_OF.search(text)) and parsed.sentence_of(token_at(parsed, maker.start())) == 0:
        yield from _mentions(parsed, maker, [Job.DIRECTOR], maker["names"])
    for work in works:
        yield from _mentions(parsed, work, [Job.AUTHOR], work["owner"] or work["author"])


def _of_review(parsed: Parsed) -> Iterator[CrewMention]:
    for person, start, end in makers_told(parsed):
        if not is_company(person):
            yield CrewMention(person, Job.DIRECTOR, parsed.prose.origin(start, end))


def _is_of_older_work(parsed: Parsed, match: re.Match[str]) -> bool:
    """Does "directed by" tell of the noun before it? "With a screenplay by" tells of the film itself."""
    is_joined = match.string[max(0, match.start() - 5) : match.start()].endswith(
        (" and ", " & ")
    )  # "was based on … and directed by"
    return bool(OF_NOUN.match(match["words"])) and not is_joined and is_of_another_work(parsed, match.start())


def _is_other_film(parsed: Parsed, match: re.Match[str]) -> bool:
    """Is the "film by Jo Smith" one that an actor once played in, or that this one is made after?"""
    if not re.match(r"(?:a\s+film|film|movie|picture|documentary|short)\b", match.group()):
        return False
    before = match.string[max(0, match.start() - LONGEST_BEFORE) : match.start()]
    return bool(IN_A_FILM.search(before)) or is_of_another_work(parsed, match.start())


def _within(match: re.Match[str], work: re.Match[str]) -> bool:
    """Is "written by" said of the book that the film is based on?"""
    return work.start() <= match.start() and match.end() <= work.end()


def _jobs_in(words: str) -> list[Job]:
    """Return the jobs of "co-produced and directed", each once."""
    parts = re.split(r"\s*(?:,|\band\b|&)\s*|\s+(?:also|was)\s+", words.casefold())
    jobs = (_jobs().get(part) or _jobs().get(part.removeprefix("co-")) for part in map(_without_by, parts))
    return list(dict.fromkeys(job for job in jobs if job))


def _without_by(words: str) -> str:
    return words.strip().removesuffix(" by")


def _mentions(parsed: Parsed, match: re.Match[str], jobs: list[Job], names: str) -> Iterator[CrewMention]:
    span = parsed.prose.origin(match.start(), match.end())
    is_owner = re.match(r"['’]s?\s", match.string[match.end() :]) is not None  # "by Jo Orr's company"
    pieces = list(split_list(names, keeps_acts=False))
    if not re.search(r"\s(?:and|&)\s", names):
        pieces = pieces[:1]  # "directed by Jo Orr, Mara Vell (…) is": the comma ends the phrase
    for name, _, _ in _names_in(names, pieces[:-1] if is_owner else pieces, match.string):
        person = _without_people(without_start_word(name))
        if is_company(person):
            continue
        yield from (CrewMention(person, job, span) for job in jobs if _may_do(person, job))


def _without_people(name: str) -> str:
    """Drop the nationality of "directed by American Jo Smith"; "the French" are nobody."""
    first, _, rest = name.partition(" ")
    return rest if (" " in rest or not rest) and first.casefold() in read_list("nationalities") else name


def _may_do(person: str, job: Job) -> bool:
    """A lone word is trusted as a director's or writer's name only: producers of one word are firms."""
    return is_full_name(person) or job in {Job.DIRECTOR, Job.WRITER, Job.AUTHOR}
