"""What the film is: title, year, running time, genres, countries, language and what it is based on.

Header fields are read first, then the sentence with which an article begins, then further
sentences about the film. Values are canonical ("2012", "122", "Belgium"); evidence is original offsets.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from films.extraction.film.about_film import is_about_film
from films.extraction.film.durations import NUMBER, YEAR, read_minutes, read_year
from films.extraction.film.film_lead import NO_TITLE, SMALL_WORD, TITLE_WORD, Lead, clean_title, find_lead
from films.extraction.film.recommendation import find_recommendation
from films.extraction.film.reviews import minutes_behind, titles_told, year_behind
from films.extraction.parsed import Parsed
from films.extraction.resources import read_list, read_pairs
from films.extraction.statements import FactStatement
from films.folding import fold
from films.reading.document import HeaderField, Span
from films.vocabulary import Fact, HeaderKey

Found = tuple[Fact, str, Span]

PARAGRAPH = re.compile(r"[^\n]+")
LIST_BREAK = re.compile(r"\s*[,;/|•·\n]\s*|\s+(?:and|&)\s+")
LANGUAGE_TITLE = re.compile(
    r"(?:(?:also|originally)\s+)?(?P<language>[A-Z]\w+(?:\s[A-Z]\w+)?)\s*:\s*(?P<title>[^;,()]+(?:,\s[a-zà-ÿ'’][^;,()]*)?)"
)
ORIGINAL = re.compile(
    r"\b(?:original|native)(?:ly)?(?:\s+\w+)?\s+(?:title|titled|entitled)\s*:?\s+(?!(?:is|was)\b)[\"“']?([^,.;()\n\"”]+)",
    re.IGNORECASE,
)
LENGTH = (
    rf"(?:{NUMBER}\s*(?:minutes|min\b)"
    rf"|{NUMBER}(?:\sand\sa\shalf)?\s+hours?(?:\s+and\sa\shalf|\s+(?:and\s+)?{NUMBER}\s+minutes)?)"
)
RUNS = re.compile(
    r"(?:\b(?:runs|running|lasts|clocks\sin)(?:\s+(?:time|length|for|is|of|at|about|approximately|just|under|over))*\s+)"
    rf"({LENGTH})|(?:\b(?:is|was|at)|\b[Ii]t['’]s)\s(?:about\s|just\s(?:under|over)\s)?(?P<long>{LENGTH})(?=\slong\b)"
    r"|\b(\d{2,3}[- ]minutes?)(?:[- ]long)?\s+(?:[\w-]+\s+){0,5}(?:film|movie|feature|documentary)"
)
RELEASED = re.compile(
    r"\b(?:[Rr]eleased|premiered|opened|debuted|[Mm]ade(?=\sin\s))\b(?:[^.\n]|(?<=\b[A-Z])\.){0,80}?\b(?:in|on|of)\s+(?:[\w,]+\s+){0,3}?((?:18[89]|19\d|20\d)\d)\b"
)
CO_PRODUCTION = re.compile(
    r"\bco-production\s+(?:between|of|by|involving)\s+(?:companies\s+(?:in|from)\s+)?([^.;\n]{3,120})"
)
BASED_ON = re.compile(
    r"\b(?:(?:loosely|partially|partly|closely|very\s\w+)\s+)?(?:[Bb]ased\s+(?:up)?on|[Aa]dapted\s+from|[Aa]daptation\s+of|[Ii]nspired\s+by)\s+"
    r"(?P<work>(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\b[JSDM]r)\.|(?<=\bSt)\.){3,200}?)"
    r"(?=\s*(?:[;\n]|(?<!\b[A-Z])(?<!\b[JSDM]r)(?<!\bSt)[.](?:\s|$)|,\s(?:was|is|and|which|who|with|starring|directed|the\s(?:film|movie)|it|but|"
    r"produced|written|released|originally|described|stars|(?:the\s(?:\w+['’]s\s)?)?(?:plot|story)|"
    r"[A-Z][^,;.\n]{1,40}\s(?:is|was|tells|follows|stars))\b|\s(?:and|which|that)\s(?:starring|stars|directed|was|were|is|tells|"
    r"follows|describes|concerns|produced|released|features)|\sand\s(?:starring|directed)|$))"
)
PROSE_TITLE = re.compile(
    rf"(?:^|(?<=, ))[\"“'‘]?(?P<title>{TITLE_WORD}(?:[ ](?:{TITLE_WORD}|{SMALL_WORD})){{0,9}})[\"”'’]?\s*"
    r"(?:\((?P<year>(?:18|19|20)\d\d)\))?(?:[ ]|,[ ](?=directed|written|produced|starring))"
    r"(?:(?:is|was)\s(?:(?:co-)?(?:written|produced)\s(?:and|,)\s)?(?:directed|released|produced|filmed)\b"
    r"|stars[ ](?=[A-Z])|(?<=,[ ])(?:directed|written|produced|starring)\b)"
)
SAME_NAME = re.compile(r"\s+(?:with|of|by|bearing)\s+the\s+same\s+(?:name|title)\b")
HEADER_FACTS = {
    HeaderKey.TITLE: Fact.TITLE,
    HeaderKey.ORIGINAL_TITLE: Fact.ORIGINAL_TITLE,
    HeaderKey.YEAR: Fact.YEAR,
    HeaderKey.RUNTIME: Fact.RUNTIME_MINUTES,
    HeaderKey.GENRE: Fact.GENRE,
    HeaderKey.COUNTRY: Fact.COUNTRY,
    HeaderKey.LANGUAGE: Fact.LANGUAGE,
    HeaderKey.BASED_ON: Fact.BASED_ON,
}
HYPHENATED = re.compile(r"\w+(?:-\w+)+")
NOTHING = re.compile(
    r"(?:unknown|n/?a|none|tba|tbd|not (?:known|available)|-+|\?+|various)?\.?", re.IGNORECASE
)


def find_facts(parsed: Parsed) -> tuple[FactStatement, ...]:
    """Return what the document states of its film's scalar facts, one statement a value.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> text = b"Salt is a 1999 French-Belgian drama film directed by Jo Smith."
    >>> [(s.fact.value, s.value) for s in find_facts(parse_document(read_text("a.txt", text)))][:3]
    [('title', 'Salt'), ('year', '1999'), ('genre', 'drama')]
    """
    leads = list(find_leads(parsed))
    found = [
        *_of_header(parsed),
        *(fact for lead in leads for fact in _of_lead(lead)),
        *_of_prose(parsed, leads),
    ]
    return _joined(_in_original(parsed, found))


def find_leads(parsed: Parsed) -> Iterator[Lead]:
    """Yield the lead sentences that speak of this film: the first, and others of the same title."""
    text, titles = (
        parsed.prose.text,
        {fold(clean_title(f.value)) for f in parsed.document.fields_of(HeaderKey.TITLE)},
    )
    for number, paragraph in enumerate(PARAGRAPH.finditer(text)):
        lead = find_lead(text, paragraph.start(), paragraph.end(), is_first=number == 0)
        if lead and (not titles or fold(lead.title) in titles or _is_longer(fold(lead.title), titles)):
            titles.add(fold(lead.title))
            yield lead


def _is_longer(title: str, titles: set[str]) -> bool:
    """Is a header's title a shortened form of this one, or the other way round?"""
    return any(known and (known in title or title in known) for known in titles)


def _in_original(parsed: Parsed, found: list[tuple[Found, bool]]) -> Iterator[Found]:
    for (fact, value, span), is_original in found:
        yield fact, value, span if is_original else parsed.prose.origin(span.start, span.end)


def _joined(found: Iterable[Found]) -> tuple[FactStatement, ...]:
    """Join the evidence of equal values; a value spelled in two ways keeps the prose's spelling."""
    spans: dict[tuple[Fact, str], list[Span]] = {}
    spelling: dict[tuple[Fact, str], str] = {}
    for fact, value, span in found:
        key = (fact, fold(value) or value)
        spans.setdefault(key, [])
        if span not in spans[key]:
            spans[key].append(span)
        if key not in spelling or _capitals(value) > _capitals(spelling[key]):
            spelling[key] = value
    return tuple(FactStatement(fact, spelling[fact, key], tuple(spans[fact, key])) for fact, key in spans)


def _capitals(value: str) -> int:
    return 0 if value.isupper() else sum(word[:1].isupper() for word in value.split())


def _of_header(parsed: Parsed) -> Iterator[tuple[Found, bool]]:
    for field in parsed.document.fields:
        fact = HEADER_FACTS.get(field.key)
        if fact is None and field.key is HeaderKey.OTHER and not field.label:
            fact = _told_by_itself(field.value)
        if fact is not None:
            yield from (((fact, value, span), True) for value, span in _values(field, fact))


def _told_by_itself(value: str) -> Fact | None:
    """Return what a piece of "1974 / Italy / Drama" tells without a key, if it is a word of a list."""
    if value in read_pairs("demonyms").values() or (value.isupper() and _country(value)):
        return Fact.COUNTRY
    if value.casefold() in read_list("languages") or value.casefold() in read_list("nationalities"):
        return Fact.LANGUAGE
    return Fact.GENRE if value.casefold() in read_list("genres") else None


def _values(field: HeaderField, fact: Fact) -> Iterator[tuple[str, Span]]:
    if NOTHING.fullmatch(field.value.strip()):
        return
    if fact is Fact.YEAR and (year := read_year(field.value)):
        yield year, field.span
    elif fact is Fact.RUNTIME_MINUTES and (minutes := read_minutes(field.value)):
        yield minutes, field.span
    elif fact in {Fact.TITLE, Fact.ORIGINAL_TITLE, Fact.BASED_ON}:
        yield clean_title(field.value.split("\n")[0]), field.span
    elif fact in {Fact.GENRE, Fact.COUNTRY, Fact.LANGUAGE}:
        for item in LIST_BREAK.split(field.value):
            if (value := _canonical(fact, item.strip(" .[]()'\""))) and not NOTHING.fullmatch(value):
                yield value, field.span


def _canonical(fact: Fact, item: str) -> str:
    if fact is Fact.GENRE:
        return _genre(re.sub(r"\s+(?:film|movie)s?$", "", item.casefold()))
    if fact is Fact.COUNTRY:
        plain = item.casefold().replace(".", "")  # "U.S.A."
        return read_pairs("demonyms").get(item.casefold()) or read_pairs("demonyms").get(plain, item)
    return item[:1].upper() + item[1:]


def _genre(words: str) -> str:
    """Return the words that films of the genre are listed under: of a biopic "biography"."""
    return read_pairs("genre_spellings").get(words, words)


def _of_lead(lead: Lead) -> Iterator[tuple[Found, bool]]:
    found: list[Found] = [(Fact.TITLE, lead.title, lead.title_span)]
    if title := _original_title(lead.parens):
        found.append((Fact.ORIGINAL_TITLE, title, lead.parens_span))
    if year := lead.year or (read_year(lead.parens) if lead.parens.strip(" ()").isdigit() else None):
        found.append((Fact.YEAR, year, lead.kind_span if lead.year else lead.parens_span))
    if minutes := re.search(r"\b\d{2,3}[- ]minute", lead.kind):
        found.append((Fact.RUNTIME_MINUTES, read_minutes(minutes.group()) or "", lead.kind_span))
    found += [(fact, value, lead.kind_span) for fact, value in read_kind(lead.kind)]
    yield from ((fact, False) for fact in found)


def _original_title(parens: str) -> str | None:
    """Return the title in another language: "(French: Sel et terre)" gives "Sel et terre"."""
    for match in LANGUAGE_TITLE.finditer(parens):
        language = match["language"].casefold().split()[-1]
        if language in read_pairs("demonyms") or language in read_list("languages"):
            return clean_title(re.split(r"\s*(?:\[|lit\.|literally|translit)", match["title"].strip())[0])
    return None


def read_kind(kind: str) -> Iterator[tuple[Fact, str]]:
    """Yield genres, countries and languages of "French-Belgian Tamil-language romantic comedy".

    >>> [value for _, value in read_kind("French-Belgian crime")]
    ['crime', 'France', 'Belgium']
    """
    text = YEAR.sub("", kind).casefold()
    for language in re.findall(r"(\w+)[- ]language\b", text):
        yield Fact.LANGUAGE, language.capitalize()
    text = re.sub(r"\w+[- ]language\b", " ", text)
    genres = frozenset(read_list("genres"))
    for genre in _phrases(HYPHENATED.sub(lambda m: _known_or_parted(m.group(), genres), text), genres):
        yield Fact.GENRE, _genre(genre)
    for word in _phrases(text.replace("-", " ").replace("–", " "), frozenset(read_pairs("demonyms"))):
        yield Fact.COUNTRY, read_pairs("demonyms")[word]
    for word in _phrases(text.replace("-", " "), frozenset(read_list("languages"))):
        yield Fact.LANGUAGE, word.capitalize()


def _known_or_parted(word: str, known: frozenset[str]) -> str:
    """Return "action-thriller" as two words, and "coming-of-age" as it is."""
    return word if word in known else word.replace("-", " ")


def _phrases(text: str, known: frozenset[str]) -> Iterator[str]:
    """Yield the longest known phrases of up to three words, left to right."""
    words = re.findall(r"[\w.'’-]+", text)
    at = 0
    while at < len(words):
        sizes = (
            size for size in (3, 2, 1) if " ".join(words[at : at + size]) in known and at + size <= len(words)
        )
        size = next(sizes, 0)
        if size:
            yield " ".join(words[at : at + size])
        at += size or 1


def _of_prose(parsed: Parsed, leads: list[Lead]) -> Iterator[tuple[Found, bool]]:
    text = parsed.prose.text
    has_year = any(lead.year for lead in leads) or any(
        read_year(f.value) for f in parsed.document.fields_of(HeaderKey.YEAR)
    )
    for match in RUNS.finditer(text):
        minutes = read_minutes(next(filter(None, match.groups())))
        if minutes and is_about_film(parsed, match.start()):
            yield (Fact.RUNTIME_MINUTES, minutes, Span(*match.span())), False
    released = None if has_year else RELEASED.search(text)
    if released and is_about_film(parsed, released.start()):
        yield (Fact.YEAR, released[1], Span(*released.span())), False
    if not leads and not parsed.document.fields_of(HeaderKey.TITLE):
        told = list(_of_recommendation(parsed)) or list(_of_naming(parsed)) or _of_review(parsed)
        yield from ((found, False) for found in told)
    yield from ((found, False) for found in _of_making(parsed, text))


def _of_recommendation(parsed: Parsed) -> Iterator[Found]:
    if (told := find_recommendation(parsed)) is not None:
        yield Fact.TITLE, told.title.value, told.title.span
        if told.year is not None:
            yield Fact.YEAR, told.year.value, told.year.span
        if told.minutes is not None:
            yield Fact.RUNTIME_MINUTES, told.minutes.value, told.minutes.span


def _of_naming(parsed: Parsed) -> Iterator[Found]:
    """ "The Salt Inn was directed by Jo Smith": a sentence about the film that calls it by its title."""
    for passage in parsed.document.passages:
        text = parsed.prose.text[passage.start : passage.end] if not passage.is_telling else ""
        for sentence in re.finditer(r"[^\n]+?(?:(?<=[a-z\d)][.!?])(?=\s+[A-Z])|$)", text, re.MULTILINE):
            start = passage.start + sentence.end() - len(sentence.group().lstrip())
            match = PROSE_TITLE.search(sentence.group().lstrip())
            if match and not NO_TITLE.fullmatch(match["title"][:1].lower() + match["title"][1:]):
                yield (
                    Fact.TITLE,
                    match["title"],
                    Span(start + match.start("title"), start + match.end("title")),
                )
                if match["year"]:
                    yield Fact.YEAR, match["year"], Span(start, start + match.end())
                return


def _of_review(parsed: Parsed) -> Iterator[Found]:
    for title, span in islice(titles_told(parsed), 1):
        yield Fact.TITLE, title, span
        if year := year_behind(parsed, span):
            yield Fact.YEAR, *year
        if minutes := minutes_behind(parsed, span):
            yield Fact.RUNTIME_MINUTES, *minutes


def _of_making(parsed: Parsed, text: str) -> Iterator[Found]:
    for match in BASED_ON.finditer(text):
        if is_about_film(parsed, match.start()) and not read_list("not_based_on") & set(
            fold(match["work"]).split()
        ):
            yield Fact.BASED_ON, SAME_NAME.sub("", match["work"]).strip(" ,"), Span(*match.span())
    for match in CO_PRODUCTION.finditer(text):
        if is_about_film(parsed, match.start()):
            for name in LIST_BREAK.split(match[1]):
                if (country := _country(name)) is not None:
                    yield Fact.COUNTRY, country, Span(*match.span())
    for match in ORIGINAL.finditer(text):
        if is_about_film(parsed, match.start()):
            yield Fact.ORIGINAL_TITLE, clean_title(match[1]), Span(*match.span())


def _country(name: str) -> str | None:
    plain = re.sub(r"^the\s+", "", name.strip())
    return (
        plain
        if plain in set(read_pairs("demonyms").values())
        else read_pairs("demonyms").get(plain.casefold())
    )
