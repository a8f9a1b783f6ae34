"""What extraction gives: statements that one document makes, each with its evidence.

Every `Span` here is in original offsets (see `films.reading.document`). Characters are referred to by
their `key`, which is unique within one document and says nothing outside it.
"""

from dataclasses import dataclass

from films.reading.document import Document, Span
from films.vocabulary import (
    CharacterKind,
    Fact,
    Gender,
    Job,
    MentionKind,
    NameKind,
    RelationshipKind,
    Role,
)


@dataclass(frozen=True, slots=True)
class FactStatement:
    """The document states `value` of the film's `fact`: a year as `"2012"`, a runtime as `"122"`."""

    fact: Fact
    value: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text refers to a character."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which the text names a character, as it is spelled there."""

    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Character:
    """A participant of the story with all its mentions in this document.

    `name` is the one to show (the name used most, or a description such as "the manager" when
    `is_named` is false); `names` holds it and every other one. `members` are keys of the
    characters a group is made of, as far as the text tells.
    """

    key: str
    name: str
    names: tuple[Name, ...]
    is_named: bool
    kind: CharacterKind
    gender: Gender | None
    mentions: tuple[Mention, ...]  # in text order; may be empty for one that only a cast list names
    members: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()  # further places, such as a line of the cast list


@dataclass(frozen=True, slots=True)
class Credit:
    """A person on the film, as the document credits them.

    `billing` counts the cast from 1 in the order the document lists them and is None for other
    jobs. `character` is the key of whom they play, or None when the document does not say;
    `role` is the part as written ("5-year-old Anna").
    """

    person: str
    job: Job
    evidence: tuple[Span, ...]
    billing: int | None = None
    character: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Relationship:
    """`subject` is the `kind` of `object`; evidence is the sentences or cast lines that say so."""

    subject: str
    kind: RelationshipKind
    object: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A named place of the story."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    character: str
    role: Role


@dataclass(frozen=True, slots=True)
class EventMention:
    """The text tells that something happens, with one trigger word.

    `telling` is the index into `Document.passages`. `summary` is one plain sentence with names
    instead of pronouns. `place` and `time` are as told ("Antibes", "The next day"), or empty.
    """

    telling: int
    sentence: Span
    trigger: Span
    trigger_text: str
    lemma: str
    participants: tuple[Participant, ...]
    summary: str
    place: str = ""
    time: str = ""
    is_flashback: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one document says, in text order."""

    document: Document
    sentences: tuple[Span, ...]  # of the prose, original offsets
    facts: tuple[FactStatement, ...]
    credits: tuple[Credit, ...]
    characters: tuple[Character, ...]
    relationships: tuple[Relationship, ...]
    places: tuple[Place, ...]
    events: tuple[EventMention, ...]
