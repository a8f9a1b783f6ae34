"""Who is who to whom, and where: what several documents say, said once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from films.folding import fold
from films.reconciliation.sources import CharacterSource, Source, fuller, unique_evidence
from films.reconciliation.values import Evidence, FilmPlace, FilmRelationship
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, RelationshipKind

Relation = tuple[str, RelationshipKind, str]


def reconcile_relationships(
    sources: Sequence[Source], characters: Mapping[CharacterSource, str]
) -> tuple[FilmRelationship, ...]:
    """Return every relationship once; where documents contradict each other's direction, most of them win."""
    found: dict[Relation, set[Evidence]] = defaultdict(set)
    for source in sources:
        for row in source.extraction.relationships:
            subject = characters[source.document, row.subject]
            object_ = characters[source.document, row.object]
            if row.kind in SYMMETRIC_RELATIONSHIPS:
                subject, object_ = sorted((subject, object_))
            found[subject, row.kind, object_].update(source.evidence(row.evidence))
    kept = (relation for relation in found if _prevails(relation, found))
    rows = (FilmRelationship(*relation, unique_evidence(found[relation])) for relation in kept)
    return tuple(sorted(rows, key=lambda row: (row.subject, row.object, row.kind)))


def _prevails(relation: Relation, found: Mapping[Relation, set[Evidence]]) -> bool:
    subject, kind, object_ = relation
    inverse = (object_, kind, subject)
    if subject == object_ or inverse == relation:
        return False
    return inverse not in found or _support(relation, found) > _support(inverse, found)


def _support(relation: Relation, found: Mapping[Relation, set[Evidence]]) -> tuple[int, int, Relation]:
    return (len({e.document for e in found[relation]}), len(found[relation]), relation)


def reconcile_places(sources: Sequence[Source]) -> tuple[FilmPlace, ...]:
    """Return every place once, however its name is spelled."""
    names: dict[str, list[str]] = defaultdict(list)
    mentions: dict[str, list[Evidence]] = defaultdict(list)
    for source in sources:
        for place in source.extraction.places:
            key = fold(place.name)
            names[key].append(place.name)
            mentions[key] += source.evidence(place.mentions)
    return tuple(FilmPlace(fuller(names[key]), unique_evidence(mentions[key])) for key in sorted(names))
