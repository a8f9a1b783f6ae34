"""What reconciliation gives: one film out of many documents, every row with its evidence.

Documents are referred to by their sha256, characters by a `key` unique within the film. All values
are plain, frozen and in a fixed order, so that reconciling twice gives equal results.
"""

from dataclasses import dataclass
from enum import StrEnum

from films.extraction.statements import Name, Participant
from films.reading.document import Span
from films.vocabulary import CharacterKind, Fact, Gender, Job, MentionKind, Rank, RelationshipKind


class Verdict(StrEnum):
    """What to do with a thing that may be one we know."""

    LINK = "link"  # it is the same
    CREATE = "create"  # it is another
    AMBIGUOUS = "ambiguous"  # doubtful: keep apart, and suggest the join to an editor


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the reason a person can check: "title and year agree, director in common"."""

    verdict: Verdict
    reason: str
    score: float = 0.0  # 0 to 1, for the order of suggestions


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """`span` of the document with this sha256, in original offsets."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class MentionEvidence:
    document: str
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class FilmStatement:
    """A value of a fact with all who state it; `rank` is PREFERRED for the one decided on."""

    fact: Fact
    value: str
    rank: Rank
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FilmCharacter:
    """One character of the film; `sources` are the (sha256, key) of the document characters joined."""

    key: str
    name: str
    names: tuple[Name, ...]
    is_named: bool
    kind: CharacterKind
    gender: Gender | None
    mentions: tuple[MentionEvidence, ...]
    evidence: tuple[Evidence, ...]  # further places that name it, such as cast lists
    members: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FilmPortrayal:
    """The credit plays this character, say these documents."""

    character: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FilmCredit:
    """A person's job on the film; `names` are all spellings, `person` the one to show."""

    person: str
    names: tuple[str, ...]
    job: Job
    billing: int | None
    role: str
    portrayals: tuple[FilmPortrayal, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FilmRelationship:
    """`subject` is the `kind` of `object`; symmetric kinds stand once, subject before object by order."""

    subject: str
    kind: RelationshipKind
    object: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FilmPlace:
    name: str
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FilmEventMention:
    """Where a telling (index into the document's passages) tells an event."""

    document: str
    telling: int
    sentence: Span
    trigger: Span
    trigger_text: str
    summary: str
    participants: tuple[Participant, ...]  # with film keys

    @property
    def told_at(self) -> tuple[str, int]:
        """The document and where its trigger starts; no two mentions of a film share both."""
        return self.document, self.trigger.start


@dataclass(frozen=True, slots=True)
class FilmEvent:
    """A plot event in story order, told by one or more mentions."""

    key: str
    order: int  # from 1
    summary: str
    place: str  # a FilmPlace's name when the words name one, else empty
    place_as_told: str
    time_as_told: str
    is_flashback: bool
    participants: tuple[Participant, ...]
    mentions: tuple[FilmEventMention, ...]


@dataclass(frozen=True, slots=True)
class ReconciledFilm:
    """Everything that the documents about one film say, joined.

    `reasons` says in plain words why things were joined or preferred, for editors to check.
    """

    title: str
    is_title_provisional: bool
    original_title: str
    year: int | None
    runtime_minutes: int | None
    based_on: str
    genres: tuple[str, ...]
    countries: tuple[str, ...]
    documents: tuple[str, ...]
    statements: tuple[FilmStatement, ...]
    credits: tuple[FilmCredit, ...]
    characters: tuple[FilmCharacter, ...]
    relationships: tuple[FilmRelationship, ...]
    places: tuple[FilmPlace, ...]
    events: tuple[FilmEvent, ...]
    reasons: tuple[str, ...]
