"""The film's credits: crew and cast, each person once a job and character, with all the evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from films.extraction.chains import Cast
from films.extraction.film.cast_entry import CastEntry
from films.extraction.film.crew import CrewMention, find_crew
from films.extraction.film.whom_they_play import RoleLinker
from films.extraction.parsed import Parsed
from films.extraction.statements import Credit
from films.folding import fold
from films.reading.document import Span
from films.vocabulary import Job


@dataclass(slots=True)
class _Draft:
    """A credit while its evidence is being collected."""

    person: str
    job: Job
    character: str | None = None
    role: str = ""
    evidence: list[Span] = field(default_factory=list)

    def add(self, span: Span) -> None:
        if span not in self.evidence:
            self.evidence.append(span)


def find_credits(parsed: Parsed, entries: tuple[CastEntry, ...], cast: Cast) -> tuple[Credit, ...]:
    """Return the crew in text order, then the cast in billing order.

    An actor of several characters has one credit for each; one whose character nobody knows has a
    credit without.
    """
    mentions = find_crew(parsed)
    known = _full_names([*(entry.actor for entry in entries), *(mention.person for mention in mentions)])
    crew = _crew(mentions, known)
    return (*crew, *_cast(entries, RoleLinker(parsed, cast)))


def _full_names(people: Iterable[str]) -> dict[str, str]:
    """Map a surname to the one full name that ends with it."""
    bearers: dict[str, dict[str, str]] = {}
    for person in people:
        if " " in (folded := fold(person)):
            bearers.setdefault(folded.split()[-1], {})[folded] = person
    return {last: next(iter(full.values())) for last, full in bearers.items() if len(full) == 1}


def _crew(mentions: Iterable[CrewMention], known: dict[str, str]) -> Iterator[Credit]:
    drafts: dict[tuple[str, Job], _Draft] = {}
    for mention in mentions:
        person = known.get(fold(mention.person), mention.person)
        drafts.setdefault((fold(person), mention.job), _Draft(person, mention.job)).add(mention.span)
    for draft in drafts.values():
        yield Credit(draft.person, draft.job, tuple(draft.evidence))


def _cast(entries: tuple[CastEntry, ...], linker: RoleLinker) -> Iterator[Credit]:
    """Join the entries by actor and character; entries that tell no character add their evidence."""
    drafts: dict[tuple[str, str | None], _Draft] = {}
    for entry in entries:
        character = linker.character_of(entry)
        key = (fold(entry.actor), character)
        draft = drafts.setdefault(key, _Draft(entry.actor, Job.CAST, character))
        draft.role = draft.role or entry.role
        draft.add(entry.span)
    billing = {actor: place for place, actor in enumerate(dict.fromkeys(actor for actor, _ in drafts), 1)}
    playing = {actor for actor, character in drafts if character is not None}
    bare = {
        actor: draft for (actor, character), draft in drafts.items() if character is None and actor in playing
    }
    ordered = sorted(drafts.items(), key=lambda item: billing[item[0][0]])
    for (actor, character), draft in ordered:
        if character is None and actor in bare:
            continue
        for span in bare[actor].evidence if actor in bare else ():
            draft.add(span)
        yield Credit(draft.person, Job.CAST, tuple(draft.evidence), billing[actor], character, draft.role)
