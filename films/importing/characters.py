"""Characters of the story and what they are to each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from films.folding import fold
from films.importing.matching import match_stated, pair_up, scored_pairs
from films.importing.plan import CastRows, Plan, places
from films.importing.removals import Identity
from films.importing.slugs import free_slug, slug_of
from films.importing.stored import Place
from films.models import Character, CharacterName, Relationship
from films.models.insertion import new_row
from films.reconciliation.values import FilmCharacter, FilmRelationship
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, MentionKind, NameKind, RelationshipKind

# A shared place says more than a shared name: two people of one name are mentioned in different places.
PLACE_WEIGHT, NAME_WEIGHT = 2, 1


def cited_places(character: FilmCharacter) -> dict[Place, MentionKind | None]:
    """Return where the character is mentioned by name or description, or listed; pronouns do not count."""
    wanted = places(character.evidence)
    for mention in character.mentions:
        if mention.kind is not MentionKind.PRONOUN and mention.span.start < mention.span.end:
            wanted[mention.document, mention.span.start, mention.span.end] = mention.kind
    return wanted


def names_of(character: FilmCharacter) -> frozenset[str]:
    return frozenset(
        filter(None, (fold(text) for text in (character.name, *(n.text for n in character.names))))
    )


def plan_characters(plan: Plan, proposals: Sequence[FilmCharacter]) -> CastRows:
    """Bring characters, their names and their citations in line with the proposals."""
    proposals = [proposal for proposal in proposals if cited_places(proposal)]
    rows = _matched(plan, proposals)
    slugs = {row.slug for row in plan.stored.characters}
    by_key: dict[str, Character] = {}
    grouped: dict[int, list[FilmCharacter]] = defaultdict(list)
    in_order: list[Character] = []
    for number, proposal in enumerate(proposals):
        row = rows.get(number) or _added(plan, proposal, slugs)
        if row is None:
            continue
        if id(row) not in grouped:
            in_order.append(row)
        grouped[id(row)].append(proposal)
        by_key[proposal.key] = row
    for row in in_order:
        _plan_character(plan, row, grouped[id(row)])
    cited = {p.key: frozenset(cited_places(p)) for p in proposals if p.key in by_key}
    cast = CastRows(by_key, _known_names(plan, by_key, proposals), cited)
    _plan_members(plan, cast, proposals)
    return cast


def _matched(plan: Plan, proposals: Sequence[FilmCharacter]) -> dict[int, Character]:
    """Return the row of each proposal that has one: merged by an editor, or sharing most places and names."""
    by_id = {row.pk: row for row in plan.stored.characters}
    merged = {
        number: plan.removed.merged_into(_identity(proposal)) for number, proposal in enumerate(proposals)
    }
    rows = list(plan.stored.characters)
    signs = _signs_of_rows(plan, rows)
    weights: list[dict[object, int]] = []
    for number, proposal in enumerate(proposals):
        own: dict[object, int] = {}
        if merged[number] is None:
            own = dict.fromkeys(cited_places(proposal), PLACE_WEIGHT)
            own |= {name: NAME_WEIGHT for name in names_of(proposal) if proposal.is_named}
        weights.append(own)
    found = {number: rows[i] for number, i in pair_up(scored_pairs(weights, signs)).items()}
    return found | {number: by_id[pk] for number, pk in merged.items() if pk is not None}


def _signs_of_rows(plan: Plan, rows: Sequence[Character]) -> list[set[object]]:
    """Return places and, for those who have one, names by which rows are recognised."""
    names: dict[int, set[object]] = defaultdict(set)
    for name in plan.stored.names:
        names[name.character_id].add(name.folded)
    return [
        {*plan.stored.evidence_of("character", row)}
        | ({fold(row.name), *names[row.pk]} if row.is_named else set())
        for row in rows
    ]


def _identity(proposal: FilmCharacter) -> Identity:
    return Identity(None, names_of(proposal), frozenset(cited_places(proposal)))


def _added(plan: Plan, proposal: FilmCharacter, slugs: set[str]) -> Character | None:
    if plan.removed.character(_identity(proposal)):
        return None
    slug = free_slug(slug_of(proposal.name, "character"), slugs)
    return plan.ledger.add(new_row(Character, film=plan.film, slug=slug))


def _plan_character(plan: Plan, row: Character, proposals: Sequence[FilmCharacter]) -> None:
    """Let the row be what the first proposal says, with the names and citations of all."""
    first = max(proposals, key=lambda proposal: len(proposal.mentions))
    values = {
        "name": first.name,
        "is_named": any(proposal.is_named for proposal in proposals),
        "kind": first.kind.value,
        "gender": first.gender.value if first.gender else "",
    }
    if "name" in row.edited_fields:
        del values["is_named"]
    plan.ledger.change(row, **values)
    prominence = sum(len(proposal.mentions) for proposal in proposals)
    plan.ledger.measure(row, prominence=prominence)
    wanted: dict[Place, MentionKind | None] = {}
    for proposal in proposals:
        wanted |= cited_places(proposal)
    plan.cite("character", row, wanted)
    _plan_names(plan, row, proposals)


def _plan_names(plan: Plan, row: Character, proposals: Sequence[FilmCharacter]) -> None:
    has = {name.text: name for name in plan.stored.names if name.character is row}
    wanted: dict[str, NameKind] = {}
    for proposal in proposals:
        for name in proposal.names:
            wanted.setdefault(name.text[:200].rstrip(), name.kind)
    who = Identity(row.pk, frozenset(map(fold, wanted)))
    for text, kind in wanted.items():
        if text in has:
            plan.ledger.change(has[text], kind=kind.value)
        elif text and not plan.removed.character_name(who, text):
            values = {"text": text, "folded": fold(text), "kind": kind.value}
            plan.ledger.add(new_row(CharacterName, character=row, **values))
    plan.drop_all(name for text, name in has.items() if text not in wanted)


def _known_names(
    plan: Plan, by_key: Mapping[str, Character], proposals: Iterable[FilmCharacter]
) -> dict[int, frozenset[str]]:
    """Return the names of each row, proposed and stored, by the row's identity in memory."""
    names: dict[int, set[str]] = defaultdict(set)
    for proposal in proposals:
        if proposal.key in by_key:
            names[id(by_key[proposal.key])] |= names_of(proposal)
    for name in plan.stored.names:
        names[id(name.character)].add(name.folded)
    return {identity: frozenset(texts) for identity, texts in names.items()}


def _plan_members(plan: Plan, cast: CastRows, proposals: Sequence[FilmCharacter]) -> None:
    """Link groups with those of their members that the text tells."""
    by_id = {row.pk: row for row in plan.stored.characters}
    has = {
        (id(by_id[link.from_character_id]), id(by_id.get(link.to_character_id))): link
        for link in plan.stored.members
    }
    wanted: dict[tuple[int, int], tuple[Character, Character]] = {}
    for proposal in proposals:
        group = cast.by_key.get(proposal.key)
        if group is None or (group.is_edited and "members" in group.edited_fields):
            continue
        for key in proposal.members:
            member = cast.by_key.get(key)
            if member is not None and member is not group:
                wanted[id(group), id(member)] = (group, member)
    through = Character.members.through
    for pair, (group, member) in wanted.items():
        if pair not in has:
            plan.ledger.add(through(from_character=group, to_character=member))
    decided = {id(row) for row in plan.stored.characters if "members" in row.edited_fields or row.is_edited}
    plan.drop_all(link for pair, link in has.items() if pair not in wanted and pair[0] not in decided)


def drop_unsupported(plan: Plan, cast: CastRows) -> None:
    """Drop characters that no document gives any more, unless an editor touched them or their rows."""
    kept = {id(row) for row in cast.by_key.values()}
    hanging = (
        *((row.character, row) for row in plan.stored.names),
        *((row.character, row) for row in plan.stored.portrayals),
        *((row.character, row) for row in plan.stored.participations),
        *((row.subject, row) for row in plan.stored.relationships),
        *((row.object, row) for row in plan.stored.relationships),
    )
    kept |= {id(character) for character, row in hanging if row.is_edited}
    now = {place: cast.by_key[key] for key, cited in cast.places.items() for place in cited}
    for row in plan.stored.characters:
        if id(row) not in kept and plan.ledger.drop(row):
            others = Counter(id(now[p]) for p in plan.stored.evidence_of("character", row) if p in now)
            if others:
                identity = others.most_common(1)[0][0]
                plan.joined.append((row, next(c for c in now.values() if id(c) == identity)))


@dataclass(frozen=True, slots=True)
class _Link:
    """A proposed relationship between two rows."""

    subject: Character
    kind: RelationshipKind
    object: Character
    evidence: Mapping[Place, MentionKind | None]


def plan_relationships(plan: Plan, cast: CastRows, proposals: Sequence[FilmRelationship]) -> None:
    links = _links(cast, proposals)
    rows = plan.stored.relationships
    matched = match_stated(
        links,
        rows,
        is_exact=lambda link, row: link.kind == row.kind and _joins_same(link, row),
        is_edited=lambda link, row: _is_restated(plan, link, row),
    )
    for number, link in enumerate(links):
        if number in matched:
            row = rows[matched[number]]
            if row.kind != link.kind:
                plan.ledger.change(row, kind=link.kind.value)
        elif _is_removed(plan, cast, link):
            continue
        else:
            values = {"subject": link.subject, "kind": link.kind.value, "object": link.object}
            row = plan.ledger.add(new_row(Relationship, **values))
        plan.cite("relationship", row, link.evidence)
    kept = set(matched.values())
    plan.drop_all(row for number, row in enumerate(rows) if number not in kept)


def _links(cast: CastRows, proposals: Iterable[FilmRelationship]) -> list[_Link]:
    """Return proposals between rows that stand, each once, whatever the direction of a symmetric one."""
    links: dict[tuple[int, str, int], _Link] = {}
    for proposal in proposals:
        subject, other = cast.by_key.get(proposal.subject), cast.by_key.get(proposal.object)
        evidence = places(proposal.evidence)
        if subject is None or other is None or subject is other or not evidence:
            continue
        ends = (id(subject), id(other))
        if proposal.kind in SYMMETRIC_RELATIONSHIPS and (ends[1], proposal.kind, ends[0]) in links:
            ends = (ends[1], ends[0])
        known = links.get((ends[0], proposal.kind, ends[1]))
        if known:
            links[ends[0], proposal.kind, ends[1]] = _Link(
                known.subject, known.kind, known.object, {**known.evidence, **evidence}
            )
        else:
            links[ends[0], proposal.kind, ends[1]] = _Link(subject, proposal.kind, other, evidence)
    return list(links.values())


def _joins_same(link: _Link, row: Relationship) -> bool:
    if link.subject is row.subject and link.object is row.object:
        return True
    is_mirrored = link.subject is row.object and link.object is row.subject
    return is_mirrored and link.kind in SYMMETRIC_RELATIONSHIPS


def _is_restated(plan: Plan, link: _Link, row: Relationship) -> bool:
    """Did an editor change what this row says, and is it the same evidence that says it?"""
    edited = {"subject", "kind", "object"} & set(row.edited_fields)
    agrees = all(getattr(link, name) == getattr(row, name) for name in {"subject", "kind", "object"} - edited)
    if not edited or not agrees:
        return False
    return bool(plan.stored.evidence_of("relationship", row) & link.evidence.keys())


def _is_removed(plan: Plan, cast: CastRows, link: _Link) -> bool:
    def identity(row: Character) -> Identity:
        return Identity(row.pk, cast.names.get(id(row), frozenset()))

    return plan.removed.relationship(identity(link.subject), link.kind, identity(link.object))
