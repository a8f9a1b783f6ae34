"""Extractions made of a few words, so that a test shows what a document says and nothing else."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

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
from films.reading.document import CleanText, Document, HeaderField, Passage, Span
from films.vocabulary import (
    CharacterKind,
    DocumentFormat,
    Fact,
    Gender,
    HeaderKey,
    Job,
    MentionKind,
    NameKind,
    PassageKind,
    RelationshipKind,
    Role,
)

SENTENCE = re.compile(r"[^.\n]+\.?")
WORD = re.compile(r"\w+")


def make_document(text: str, *, name: str = "", passages: Sequence[str] = (), header: str = "") -> Document:
    """Return a document of prose; `passages` are the tellings it is made of, `header` its first lines."""
    starts = [text.index(passage) for passage in passages] or [len(header)]
    ends = [start + len(passage) for start, passage in zip(starts, passages, strict=False)] or [len(text)]
    field = HeaderField(HeaderKey.OTHER, "", header, Span(0, len(header)))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        name=name or f"{sha256[:6]}.txt",
        text=text,
        sha256=sha256,
        format=DocumentFormat.HEADER if header else DocumentFormat.PLAIN,
        encoding="utf-8",
        fields=(field,) if header else (),
        prose=CleanText(text, range(len(text))),
        passages=tuple(
            Passage(PassageKind.SYNOPSIS, start, end) for start, end in zip(starts, ends, strict=True)
        ),
    )


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_character(
    text: str,
    *names: str,
    key: str = "",
    gender: Gender | None = None,
    kind: CharacterKind = CharacterKind.PERSON,
    kinds: Mapping[str, NameKind] | None = None,
) -> Character:
    """Return a character mentioned wherever one of its names stands; a small letter makes it unnamed."""
    found = {m.span() for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)}
    outer = sorted(s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found))
    is_named = names[0][0].isupper()
    guessed = {name: _kind(name, is_named) for name in names} | dict(kinds or {})
    return Character(
        key=key or re.sub(r"\W+", "-", names[0].lower()),
        name=names[0],
        names=tuple(Name(name, guessed[name]) for name in names),
        is_named=is_named,
        kind=kind,
        gender=gender,
        mentions=tuple(
            Mention(Span(*span), MentionKind.PROPER if is_named else MentionKind.NOMINAL) for span in outer
        ),
    )


def _kind(name: str, is_named: bool) -> NameKind:
    if not is_named:
        return NameKind.DESCRIPTION
    return NameKind.FULL if " " in name else NameKind.FIRST


def make_events(
    document: Document, characters: Iterable[Character], triggers: Sequence[str]
) -> tuple[EventMention, ...]:
    """Return an event for every word of the text that is one of `triggers`; who is mentioned takes part."""
    events = []
    for sentence in sentences_of(document.text):
        present = tuple(
            Participant(c.key, Role.AGENT)
            for c in characters
            if any(sentence.start <= m.span.start < sentence.end for m in c.mentions)
        )
        words = WORD.finditer(document.text, sentence.start, sentence.end)
        found = (Span(*word.span()) for word in words if word[0] in triggers)
        events += [_event(document, sentence, span, present) for span in found]
    return tuple(events)


def _event(
    document: Document, sentence: Span, trigger: Span, participants: tuple[Participant, ...]
) -> EventMention:
    telling = max((i for i, p in enumerate(document.passages) if p.start <= trigger.start), default=0)
    word = trigger.of(document.text)
    summary = sentence.of(document.text)
    return EventMention(telling, sentence, trigger, word, word.removesuffix("s"), participants, summary)


def sentences_of(text: str) -> tuple[Span, ...]:
    spans = (Span(*match.span()) for match in SENTENCE.finditer(text) if match[0].strip())
    return tuple(Span(s.end - len(s.of(text).lstrip()), s.end) for s in spans)


def make_extraction(
    text: str,
    characters: Sequence[Sequence[str]] = (),
    *,
    name: str = "",
    header: str = "",
    passages: Sequence[str] = (),
    genders: Mapping[str, Gender] | None = None,
    kinds: Mapping[str, NameKind] | None = None,
    triggers: Sequence[str] = (),
    facts: Mapping[Fact, str] | None = None,
    directors: Sequence[str] = (),
    cast: Mapping[str, str | None] | None = None,
    relations: Sequence[tuple[str, RelationshipKind, str]] = (),
    places: Sequence[str] = (),
) -> Extraction:
    """Return what a document with this text says; characters are given by their names."""
    document = make_document(header + text, name=name, passages=passages, header=header)
    people = tuple(
        make_character(document.text, *names, gender=(genders or {}).get(names[0]), kinds=kinds)
        for names in characters
    )
    first = Span(0, min(1, len(document.text)))
    keys = {character.name: character.key for character in people}
    played = enumerate((cast or {}).items(), 1)
    return Extraction(
        document=document,
        sentences=sentences_of(document.text),
        facts=tuple(FactStatement(fact, value, (first,)) for fact, value in (facts or {}).items()),
        credits=(
            *(Credit(director, Job.DIRECTOR, (first,)) for director in directors),
            *(Credit(actor, Job.CAST, (first,), i, keys.get(role or "")) for i, (actor, role) in played),
        ),
        characters=people,
        relationships=tuple(Relationship(keys[s], kind, keys[o], (first,)) for s, kind, o in relations),
        places=tuple(Place(place, (span_of(place, document.text),)) for place in places),
        events=make_events(document, people, triggers),
    )
