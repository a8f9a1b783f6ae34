"""Who is what to whom in the story, each with the sentences that say so.

Claims are gathered from nouns ("his sister Anna"), from verbs ("hires", "tries to kill") and from the
cast list's descriptions, added up over the document, and completed by plain consequences of kinship.
Two characters who merely appear together are nothing to each other.
"""

from collections.abc import Iterator, Sequence

from films.extraction.chains import Cast
from films.extraction.film.cast_entry import CastEntry
from films.extraction.film.whom_they_play import RoleLinker
from films.extraction.parsed import Parsed
from films.extraction.relations.band_relations import find_band_claims
from films.extraction.relations.couple_names import find_couple_claims
from films.extraction.relations.family_names import find_family_claims
from films.extraction.relations.harm_relations import find_harm_claims
from films.extraction.relations.kin_of_kin import find_claims_through
from films.extraction.relations.listed_relations import find_listed_claims
from films.extraction.relations.noun_relations import find_noun_claims
from films.extraction.relations.noun_truth import is_believed
from films.extraction.relations.one_force import find_force_claims
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_idioms import find_idiom_claims
from films.extraction.relations.relation_rules import conclude
from films.extraction.relations.relation_words import verb_ties
from films.extraction.relations.service_relations import find_service_claims
from films.extraction.relations.told_weddings import find_proposal_claims, find_wedding_claims
from films.extraction.relations.verb_constructions import find_construction_claims
from films.extraction.relations.verb_relations import BY_ACCIDENT, find_verb_claims, is_reproach
from films.extraction.statements import EventMention, Relationship
from films.vocabulary import RelationshipKind, Role


def find_relationships(
    parsed: Parsed, cast: Cast, entries: tuple[CastEntry, ...], events: Sequence[EventMention] = ()
) -> tuple[Relationship, ...]:
    """Return the relationships of named characters that the document states or makes plain.

    "Mara lives with her sister Ana" makes Ana the sibling of Mara; the evidence is that sentence.
    """
    reader = RelationReader(parsed, cast)
    claims: list[Claim] = [
        *find_listed_claims(entries, RoleLinker(parsed, cast)),
        *find_noun_claims(reader),
        *find_verb_claims(reader),
        *find_construction_claims(reader),
        *find_idiom_claims(reader),
        *find_service_claims(reader),
        *find_band_claims(reader),
        *find_couple_claims(reader),
        *find_family_claims(reader),
        *find_harm_claims(reader),
        *find_proposal_claims(reader),
        *find_force_claims(reader),
        *_event_claims(reader, events),
    ]
    claims += list(find_wedding_claims(reader, claims))
    claims += list(find_claims_through(reader, claims))
    # Of an unnamed character the description itself says it ("Mara's partner", "his baby").
    named = {chain.key for chain in cast.chains if chain.is_named}
    return tuple(
        Relationship(subject, kind, other, evidence)
        for (subject, kind, other), evidence in conclude(
            claims, {chain.key: chain.gender for chain in cast.chains}
        )
        if subject in named and other in named
    )


def _event_claims(reader: RelationReader, events: Sequence[EventMention]) -> Iterator[Claim]:
    """Yield the harm that events tell, whose participants are read with more care than a clause's."""
    untold = _accidents(reader) | _beliefs(reader) | _reproaches(reader)
    for event in events:
        tie = verb_ties().get(event.lemma)
        if tie is None or tie.kind is not RelationshipKind.ENEMY or event.trigger.start in untold:
            continue
        doers = [p.character for p in event.participants if p.role is Role.AGENT]
        others = [p.character for p in event.participants if p.role is Role.PATIENT]
        doers = _named_first(reader, doers)
        if len(doers) == 1 and len(others) == 1 and doers != others:
            yield Claim(doers[0], tie.kind, others[0], event.sentence, tie.weight)


def _named_first(reader: RelationReader, people: list[str]) -> list[str]:
    """Return the Tom of "Tom and his men", of whom alone a relationship can be told."""
    return [key for key in people if reader.is_named(key)] or people


def _accidents(reader: RelationReader) -> set[int]:
    """Return where the verbs begin that stand with "accidentally" or the like."""
    return {
        reader.parsed.span_of(reader.words.head[i], reader.words.head[i] + 1).start
        for i, word in enumerate(reader.words.lower)
        if word in BY_ACCIDENT
    }


def _reproaches(reader: RelationReader) -> set[int]:
    """Return where "accuses" begins that blames somebody for being something: no harm is done."""
    return {
        reader.parsed.span_of(i, i + 1).start
        for i, lemma in enumerate(reader.words.lemma)
        if lemma == "accuse" and is_reproach(reader, i)
    }


def _beliefs(reader: RelationReader) -> set[int]:
    """Return where the verbs begin that are only thought: "is sure that he killed her"."""
    words = reader.words
    return {
        reader.parsed.span_of(i, i + 1).start
        for i, tag in enumerate(words.tag)
        if tag.startswith("V") and is_believed(reader, i)
    }
