"""A reader of a toy language, so that tests of the store do not depend on what a language model thinks.

Header lines are read as usual. In the prose every sentence with one of the VERBS tells an event; the
known NAMES in it take part; "Tom is the brother of Mara" states a relationship; "in Port Ember" a place.
"""

import re
from collections.abc import Iterable, Iterator

from films.extraction.statements import (
    Character,
    Credit,
    EventMention,
    Extraction,
    FactStatement,
    Mention,
    Name,
    Participant,
    Place,
    Relationship,
)
from films.reading import read_text
from films.reading.document import Document, HeaderField, Span
from films.vocabulary import (
    CharacterKind,
    Fact,
    HeaderKey,
    Job,
    MentionKind,
    NameKind,
    RelationshipKind,
    Role,
)

NAMES = ("Mara Venn", "Mara", "Tom", "Ilse", "Quill", "Oskar", "the ferryman", "Dunya")
VERBS = ("leaves", "meets", "sells", "finds", "marries", "loses", "follows", "saves", "burns")
PLACES = ("Port Ember", "Lower Vale")
SENTENCE = re.compile(r"[^\s.][^.]*\.")
UNREADABLE = "a word nobody can read"
FACTS = {HeaderKey.TITLE: Fact.TITLE, HeaderKey.YEAR: Fact.YEAR, HeaderKey.RUNTIME: Fact.RUNTIME_MINUTES,
         HeaderKey.GENRE: Fact.GENRE, HeaderKey.COUNTRY: Fact.COUNTRY}  # fmt: skip


def document(name: str, text: str, *, source: str = "") -> Document:
    return read_text(name, text, source=source)


def read_toys(documents: Iterable[Document], *, model: object = None) -> Iterator[Extraction]:
    """Stand in for `films.extraction.extract_all`."""
    return (read_toy(one) for one in documents)


def read_toy(document: Document) -> Extraction:
    if UNREADABLE in document.text:
        raise RuntimeError("no such word")
    story = _story_start(document)
    sentences = [Span(m.start(), m.end()) for m in SENTENCE.finditer(document.text, story)]
    credited = _credits(document)
    characters = _characters(document, sentences, credited)
    return Extraction(
        document=document,
        sentences=tuple(sentences),
        facts=tuple(_facts(document)),
        credits=credited,
        characters=characters,
        relationships=tuple(_relationships(document, sentences)),
        places=tuple(_places(document, sentences)),
        events=tuple(_events(document, sentences)),
    )


def _story_start(document: Document) -> int:
    return document.prose.origins[0] if document.prose.text else len(document.text)


def _facts(document: Document) -> Iterator[FactStatement]:
    for field in document.fields:
        if field.key in FACTS:
            yield FactStatement(FACTS[field.key], field.value, (field.span,))


def _credits(document: Document) -> tuple[Credit, ...]:
    directors = (
        Credit(field.value, Job.DIRECTOR, (field.span,)) for field in document.fields_of(HeaderKey.DIRECTOR)
    )
    cast = (
        _cast_credit(field, number, entry.strip())
        for field in document.fields_of(HeaderKey.CAST)
        for number, entry in enumerate(field.value.split(","), 1)
    )
    return (*directors, *cast)


def _cast_credit(field: HeaderField, number: int, entry: str) -> Credit:
    person, _, role = entry.partition(" as ")
    start = field.span.start + field.value.index(entry)
    spans = (Span(start, start + len(entry)),)
    return Credit(
        person, Job.CAST, spans, billing=number, character=key_of(role) if role else None, role=role
    )


def key_of(name: str) -> str:
    return name.split(maxsplit=1)[0].lower() if not name.startswith("the ") else name.replace(" ", "-")


def _mentions(document: Document, sentences: list[Span]) -> Iterator[tuple[str, Span]]:
    pattern = re.compile(rf"\b({'|'.join(NAMES)})\b")
    for sentence in sentences:
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            yield match.group(), Span(match.start(), match.end())


def _characters(
    document: Document, sentences: list[Span], credited: tuple[Credit, ...]
) -> tuple[Character, ...]:
    found: dict[str, list[tuple[str, Span]]] = {}
    for name, span in _mentions(document, sentences):
        found.setdefault(key_of(name), []).append((name, span))
    listed = {credit.character: credit for credit in credited if credit.character}
    keys = sorted({*found, *listed})
    return tuple(_character(key, found.get(key, []), listed.get(key)) for key in keys)


def _character(key: str, mentions: list[tuple[str, Span]], credit: Credit | None) -> Character:
    is_named = not key.startswith("the-")
    texts = [name for name, _ in mentions] or [credit.role if credit else key]
    kind = MentionKind.PROPER if is_named else MentionKind.NOMINAL
    name_kind = NameKind.FIRST if is_named else NameKind.DESCRIPTION
    return Character(
        key=key,
        name=texts[0],
        names=tuple(Name(text, name_kind) for text in dict.fromkeys(texts)),
        is_named=is_named,
        kind=CharacterKind.PERSON,
        gender=None,
        mentions=tuple(Mention(span, kind) for _, span in mentions),
        evidence=credit.evidence if credit else (),
    )


def _relationships(document: Document, sentences: list[Span]) -> Iterator[Relationship]:
    kinds = {"brother": RelationshipKind.SIBLING, "father": RelationshipKind.PARENT,
             "friend": RelationshipKind.FRIEND}  # fmt: skip
    for sentence in sentences:
        match = re.match(r"(\w+) is the (brother|father|friend) of (\w+)", sentence.of(document.text))
        if match:
            subject, word, other = match.groups()
            yield Relationship(key_of(subject), kinds[word], key_of(other), (sentence,))


def _places(document: Document, sentences: list[Span]) -> Iterator[Place]:
    for place in PLACES:
        spans = [
            Span(m.start(), m.end())
            for sentence in sentences
            for m in re.compile(place).finditer(document.text, sentence.start, sentence.end)
        ]
        if spans:
            yield Place(place, tuple(spans))


def _events(document: Document, sentences: list[Span]) -> Iterator[EventMention]:
    for sentence in sentences:
        words = sentence.of(document.text)
        match = re.search(rf"\b({'|'.join(VERBS)})\b", words)
        if match is None:
            continue
        who = list(dict.fromkeys(key_of(name) for name, _ in _mentions(document, [sentence])))
        roles = [Role.AGENT, *[Role.PATIENT] * (len(who) - 1)]
        start = sentence.start + match.start()
        yield EventMention(
            telling=_telling(document, sentence),
            sentence=sentence,
            trigger=Span(start, start + len(match.group())),
            trigger_text=match.group(),
            lemma=match.group().removesuffix("s"),
            participants=tuple(Participant(key, role) for key, role in zip(who, roles, strict=False)),
            summary=words,
            place=next((place for place in PLACES if place in words), ""),
        )


def _telling(document: Document, sentence: Span) -> int:
    for number, passage in enumerate(document.passages):
        span = document.prose.origin(passage.start, passage.end)
        if span.start <= sentence.start < span.end:
            return number
    return 0
