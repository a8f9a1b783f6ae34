"""The words in which pages speak of the vocabulary's values."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from films.vocabulary import Fact, Gender, Job, NameKind, PassageKind, RelationshipKind

# By what someone is to another: the word for her, for him, and for whose gender is not told.
RELATIONSHIP_WORDS: dict[RelationshipKind, tuple[str, str, str]] = {
    RelationshipKind.PARENT: ("mother", "father", "parent"),
    RelationshipKind.SIBLING: ("sister", "brother", "sibling"),
    RelationshipKind.SPOUSE: ("wife", "husband", "spouse"),
    RelationshipKind.PARTNER: ("partner", "partner", "partner"),
    RelationshipKind.RELATIVE: ("relative", "relative", "relative"),
    RelationshipKind.FRIEND: ("friend", "friend", "friend"),
    RelationshipKind.COLLEAGUE: ("colleague", "colleague", "colleague"),
    RelationshipKind.EMPLOYER: ("employer", "employer", "employer"),
    RelationshipKind.ENEMY: ("enemy", "enemy", "enemy"),
}
INVERSE_WORDS: dict[RelationshipKind, tuple[str, str, str]] = {
    RelationshipKind.PARENT: ("daughter", "son", "child"),
    RelationshipKind.EMPLOYER: ("employee", "employee", "employee"),
}
# Of these one may have many: "a friend of", but "the mother of".
ONE_OF_MANY = frozenset(
    {RelationshipKind.RELATIVE, RelationshipKind.FRIEND, RelationshipKind.COLLEAGUE, RelationshipKind.ENEMY}
)
GENDER_WORDS = {Gender.FEMALE: "female", Gender.MALE: "male", Gender.NEUTER: "neither"}
JOB_LINES = {
    Job.DIRECTOR: "Directed by",
    Job.WRITER: "Written by",
    Job.AUTHOR: "Author of the original",
    Job.PRODUCER: "Produced by",
    Job.CINEMATOGRAPHER: "Photographed by",
    Job.EDITOR: "Edited by",
    Job.COMPOSER: "Music by",
    Job.CAST: "With",
}
JOB_DEEDS = {
    Job.DIRECTOR: "directed",
    Job.WRITER: "wrote",
    Job.AUTHOR: "wrote the work behind",
    Job.PRODUCER: "produced",
    Job.CINEMATOGRAPHER: "photographed",
    Job.EDITOR: "edited",
    Job.COMPOSER: "composed the music for",
    Job.CAST: "appeared in",
}
FACT_LINES = {
    Fact.TITLE: "Title",
    Fact.ORIGINAL_TITLE: "Original title",
    Fact.YEAR: "Year",
    Fact.RUNTIME_MINUTES: "Running time",
    Fact.GENRE: "Genre",
    Fact.COUNTRY: "Country",
    Fact.LANGUAGE: "Language",
    Fact.BASED_ON: "Based on",
}
NAME_LINES = {
    NameKind.FULL: "full name",
    NameKind.FIRST: "first name",
    NameKind.LAST: "last name",
    NameKind.NICKNAME: "nickname",
    NameKind.ALIAS: "alias",
    NameKind.VARIANT: "spelling",
    NameKind.DESCRIPTION: "description",
}
PASSAGE_LINES = {
    PassageKind.LOGLINE: "a logline",
    PassageKind.TEASER: "a teaser",
    PassageKind.SYNOPSIS: "a synopsis",
    PassageKind.ABOUT: "about the film",
}
# What a document is called after the passage that is most of it, where nothing else names it.
DOCUMENT_KINDS = {
    PassageKind.LOGLINE: "Logline",
    PassageKind.TEASER: "Teaser",
    PassageKind.SYNOPSIS: "Synopsis",
    PassageKind.ABOUT: "Text about the film",
}
# Sites that readers know by another name than their address.
SITES = {
    "wikipedia.org": "Wikipedia",
    "imdb.com": "IMDb",
    "themoviedb.org": "TMDB",
    "letterboxd.com": "Letterboxd",
    "rottentomatoes.com": "Rotten Tomatoes",
    "allmovie.com": "AllMovie",
}


@lru_cache(maxsize=1 << 10)
def site_name(url: str) -> str:
    """Return the site that an address belongs to, as readers call it.

    >>> site_name("https://en.wikipedia.org/wiki/Ferry"), site_name("https://www.reels.example/7")
    ('Wikipedia', 'reels.example')
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    known = (name for site, name in SITES.items() if host == site or host.endswith(f".{site}"))
    return next(known, host)


def document_kind(document: Any) -> str:
    """Return where a document fetched `with_heading` is from, or else what it is, if that is known."""
    kind = DOCUMENT_KINDS[PassageKind(document.main_kind)] if document.main_kind else ""
    return document.source or site_name(document.url) or kind


def document_heading(kind: str, title: str, *, number: int = 0) -> str:
    """Return what a document is with its number, if others are the same, and the title that it gives itself.

    >>> document_heading("Wikipedia", "The Paper Ferry"), document_heading("Teaser", "")
    ('Wikipedia, The Paper Ferry', 'Teaser')
    >>> document_heading("Synopsis", "", number=2), document_heading("", "The Paper Ferry", number=3)
    ('Synopsis 2', 'The Paper Ferry, source 3')
    """
    if number and kind:
        kind = f"{kind} {number}"
    elif number and title:
        title = f"{title}, source {number}"
    return ", ".join(filter(None, (kind, title)))


def heading_of(document: Any, *, beside: str = "", number: int = 0) -> str:
    """Return what to call a document fetched `with_heading`: its file's name only where nothing tells.

    A title that stands `beside` it already is not said again.
    """
    kind, title = document_kind(document), document.own_title
    is_said = title == beside and kind
    return document_heading(kind, "" if is_said else title, number=number) or document.name


def relationship_word(kind: str, gender: str = "", *, is_inverse: bool = False) -> str:
    """Return what someone of this gender is to the other: the subject, or with `is_inverse` the object.

    >>> relationship_word("parent", "m"), relationship_word("parent", "f", is_inverse=True)
    ('father', 'daughter')
    """
    kind = RelationshipKind(kind)
    her, his, its = (INVERSE_WORDS if is_inverse else RELATIONSHIP_WORDS).get(kind, RELATIONSHIP_WORDS[kind])
    return {Gender.FEMALE.value: her, Gender.MALE.value: his}.get(gender, its)


def relationship_phrase(kind: str, gender: str = "", *, is_inverse: bool = False) -> str:
    """Return the same with its article, for a sentence.

    >>> relationship_phrase("parent", "f"), relationship_phrase("enemy"), relationship_phrase("friend")
    ('the mother', 'an enemy', 'a friend')
    """
    word = relationship_word(kind, gender, is_inverse=is_inverse)
    if word != "employee" and kind not in ONE_OF_MANY:
        return f"the {word}"
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
