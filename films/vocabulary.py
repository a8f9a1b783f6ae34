"""The words every room shares. Nothing here imports anything of ours.

Each enum's values are what the database stores and the export prints, so they are part of the
public format: new ones may be added, none may be renamed.
"""

from enum import StrEnum


class Job(StrEnum):
    """What a person did on a film."""

    DIRECTOR = "director"
    WRITER = "writer"
    PRODUCER = "producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"
    AUTHOR = "author"  # wrote the work the film is based on
    CAST = "cast"


class Fact(StrEnum):
    """A scalar fact that a document may state of its film."""

    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    YEAR = "year"
    RUNTIME_MINUTES = "runtime_minutes"
    GENRE = "genre"
    COUNTRY = "country"
    LANGUAGE = "language"
    BASED_ON = "based_on"


# Facts of which a film may have several values at once; of the others one value is preferred.
MULTIPLE_FACTS = frozenset({Fact.GENRE, Fact.COUNTRY, Fact.LANGUAGE})


class HeaderKey(StrEnum):
    """What a header line such as `Running time: 122` is about."""

    TITLE = "title"
    ORIGINAL_TITLE = "original_title"
    YEAR = "year"
    RUNTIME = "runtime"
    GENRE = "genre"
    COUNTRY = "country"
    LANGUAGE = "language"
    BASED_ON = "based_on"
    DIRECTOR = "director"
    WRITER = "writer"
    PRODUCER = "producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"
    CAST = "cast"
    URL = "url"
    OTHER = "other"  # kept, so that nothing of a document is lost, but not understood


class DocumentFormat(StrEnum):
    """How a document is laid out."""

    PLAIN = "plain"  # a bare synopsis
    HEADER = "header"  # `Key: value` lines, then prose


class PassageKind(StrEnum):
    """What a stretch of prose does. All but ABOUT tell the story: they are tellings."""

    LOGLINE = "logline"  # the story in a sentence or two
    TEASER = "teaser"  # the story's beginning, told to make one curious
    SYNOPSIS = "synopsis"  # the story
    ABOUT = "about"  # the film as a work: who made it, how it was received


class MentionKind(StrEnum):
    """How a text refers to someone."""

    PROPER = "proper"  # "Mara"
    NOMINAL = "nominal"  # "the young doctor"
    PRONOUN = "pronoun"  # "she"


class NameKind(StrEnum):
    """What sort of name a character goes by."""

    FULL = "full"
    FIRST = "first"
    LAST = "last"
    NICKNAME = "nickname"
    ALIAS = "alias"  # a second identity, a born name, "known as"
    VARIANT = "variant"  # another spelling
    DESCRIPTION = "description"  # "the manager"


class CharacterKind(StrEnum):
    """What sort of being a character is."""

    PERSON = "person"
    ANIMAL = "animal"
    MACHINE = "machine"
    GROUP = "group"
    OTHER = "other"


class Gender(StrEnum):
    """The gender a text gives a character; absent where it gives none."""

    FEMALE = "f"
    MALE = "m"
    NEUTER = "n"


class Role(StrEnum):
    """A participant's part in an event."""

    AGENT = "agent"  # does it, or lives through it as the subject
    PATIENT = "patient"  # has it done to them
    RECIPIENT = "recipient"  # is given, told or shown something
    PRESENT = "present"  # is with the others in the scene


class RelationshipKind(StrEnum):
    """Subject is the <kind> of object."""

    PARENT = "parent"
    SIBLING = "sibling"
    SPOUSE = "spouse"
    PARTNER = "partner"
    RELATIVE = "relative"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"
    ENEMY = "enemy"


# Kinds that hold both ways, so that (a, kind, b) and (b, kind, a) say the same.
SYMMETRIC_RELATIONSHIPS = frozenset(RelationshipKind) - {
    RelationshipKind.PARENT,
    RelationshipKind.EMPLOYER,
}


class Rank(StrEnum):
    """How a stated value stands among its rivals."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    REJECTED = "rejected"


class Origin(StrEnum):
    """Who made a row."""

    EXTRACTED = "extracted"
    EDITED = "edited"  # an editor added it, or changed what a document gave
