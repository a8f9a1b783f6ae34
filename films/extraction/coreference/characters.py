"""Who is in the story, and who is meant by which words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from films.extraction.chains import Cast, Chain
from films.extraction.coreference.discourse import Discourse
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.fates import GHOSTS
from films.extraction.coreference.gender import learn_gender, votes_of_names
from films.extraction.coreference.group_names import find_members, split_groups
from films.extraction.coreference.identity import join_told_names
from films.extraction.coreference.kinship import CLASSES
from films.extraction.coreference.lovers import couples
from films.extraction.coreference.nominals import Nominal, find_nominals
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.resolving import find_marks, read_through
from films.extraction.film.cast_entry import CastEntry
from films.extraction.names.alias_phrases import find_aliases, speaks_of_person
from films.extraction.names.bearers import find_bearers
from films.extraction.names.name_groups import NOWHERE, NameGroup
from films.extraction.names.name_joining import is_wife
from films.extraction.names.name_parts import NameParts
from films.extraction.names.proper_names import ProperName, find_proper_names
from films.extraction.parsed import Parsed
from films.extraction.people import is_human
from films.extraction.quotations import quoted
from films.extraction.resources import read_list, read_pairs
from films.extraction.statements import Name
from films.extraction.words import Words, read_words
from films.folding import fold
from films.vocabulary import NameKind

ABBREVIATED = {"dr": "doctor", "prof": "professor", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant"}

PLACES = read_list("place_words") | frozenset(map(fold, read_pairs("demonyms").values()))
TRADES = read_list("profession_words")
OFTEN = 4  # mentions


def find_cast(parsed: Parsed, cast_entries: Sequence[CastEntry] = ()) -> Cast:
    """Return every character of the document, and who each of its words means.

    "Mara meets a boy. She greets him." has two characters, each with two mentions.
    """
    words = read_words(parsed.doc)
    names = find_proper_names(words)
    aliases = find_aliases(words, names)
    told_to_be = [name for token, name in aliases if speaks_of_person(words, token)]
    groups = find_bearers(parsed, words, names, cast_entries, told_to_be)
    borne = {id(mention) for group in groups for mention in group.mentions}
    taken = {
        i
        for name in names
        for i in range(name.start, name.end)
        if id(name) in borne or name.end - name.start > 1
    }
    playing = _trades_of_actors(words, names, cast_entries)
    nominals = {n.head: n for n in find_nominals(words, taken) if n.head not in playing}
    singles, many = split_groups(words, groups)
    people = [
        Entity(order=group.start, group=group, votes=votes_of_names(group, _actors(group, cast_entries)))
        for group in singles
    ]
    find_members(words, many, people)
    entities = people + many
    heads = nominals.keys() | {mention.head for group in groups for mention in group.mentions}
    material = _Material(parsed, words, nominals, quoted(words), find_marks(words, heads))
    first = _read(material, entities, is_learning=True)
    learn_gender(first.instances, entities, couples(first))
    entities = join_told_names(first, entities, aliases)
    return _cast(_read(material, entities))


def _actors(group: NameGroup, cast_entries: Sequence[CastEntry]) -> list[str]:
    names = {parts.text for parts in group.listed}
    return [entry.actor for entry in cast_entries if not names.isdisjoint(entry.names)]


def _trades_of_actors(
    words: Words, names: Sequence[ProperName], cast_entries: Sequence[CastEntry]
) -> frozenset[int]:
    """Return "actress" of "a woman played by actress Jo Smith": she is nobody of the story."""
    actors = {fold(entry.actor) for entry in cast_entries}
    before = (name.start - 1 for name in names if name.start and fold(name.parts.text) in actors)
    return frozenset(i for i in before if words.lower[i] in TRADES)


@dataclass(frozen=True, slots=True)
class _Material:
    """What both passes over a document read."""

    parsed: Parsed
    words: Words
    nominals: dict[int, Nominal]
    quoted: frozenset[int]
    marks: list[int]


def _read(material: _Material, entities: list[Entity], *, is_learning: bool = False) -> Reading:
    named: dict[int, tuple[ProperName, Entity]] = {}
    for entity in entities:
        entity.mentions.clear()
        entity.nouns = {noun: told for noun, told in entity.nouns.items() if entity.is_plural}
        entity.nouns.update(_callings(entity))
        if entity.group is not None:
            named.update({mention.head: (mention, entity) for mention in entity.group.mentions})
    reading = Reading(
        material.parsed,
        material.words,
        named,
        material.nominals,
        list(entities),
        Discourse(material.words),
        quoted=material.quoted,
        has_ghosts=not GHOSTS.isdisjoint(material.words.lemma),
        is_learning=is_learning,
    )
    read_through(reading, material.marks)
    return reading


def _callings(entity: Entity) -> dict[str, frozenset[str]]:
    """Return what the titles of a name tell: "Professor Vell" is the professor."""
    if entity.group is None or entity.is_plural:
        return {}
    titles = {title for mention in entity.group.mentions for title in mention.parts.titles}
    titles = {ABBREVIATED.get(title, title) for title in titles}
    return {title: frozenset() for title in sorted(titles) if is_human(title) and title not in CLASSES}


def _cast(reading: Reading) -> Cast:
    for entity in reading.entities:
        if entity.final() is not entity:
            entity.final().mentions.extend(entity.mentions)
            entity.final().descriptions.update(entity.descriptions)
    for entity in reading.entities:
        if entity.is_plural and entity.members:  # each mention of the group is one of its members
            entity.mentions.clear()
    entities = [e for e in reading.entities if (e.mentions or e.is_named) and e.final() is e]
    entities.sort(key=lambda e: min((m.start for m in e.mentions), default=NOWHERE))
    keys: dict[Entity, str] = {}
    for entity in entities:
        keys[entity] = _unique(_key(_main_name(entity)), set(keys.values()))
    chains = tuple(_chain(entity, keys) for entity in entities)
    heads = {
        i: tuple(dict.fromkeys(keys[e.final()] for e in reading.unfolded(who)))
        for i, who in reading.heads.items()
    }
    return Cast(chains, heads)


def _spellings(entity: Entity) -> Counter[str]:
    """Count the ways in which the text names or describes the character."""
    if entity.group is None:
        return _without_relatives(entity.descriptions)
    if entity.is_plural:
        counts = Counter("the " + mention.parts.text for mention in entity.group.mentions)
        if _acts_as_one(entity):
            counts.update(mention.parts.text for mention in entity.group.mentions)
        return counts
    counts = Counter(mention.parts.text for mention in entity.group.mentions)
    for parts in entity.group.listed:
        if not any(parts.words < other.words for other in entity.group.listed):
            counts[parts.text] += 0
    for parts in entity.group.names:
        if parts.is_of_husband:
            continue
        if parts.titles and (len(parts.core) > 1 or _may_stand_untitled(entity.group, parts)):
            counts[parts.untitled] += 0
    return counts


def _without_relatives(descriptions: Counter[str]) -> Counter[str]:
    """ "Whose residents" are called "residents", unless another description tells more."""
    own = {text: count for text, count in descriptions.items() if not text.startswith("whose ")}
    return Counter(own or {text.removeprefix("whose "): count for text, count in descriptions.items()})


def _may_stand_untitled(group: NameGroup, parts: NameParts) -> bool:
    """ "Kirk" of "Dr. Kirk"; but "Mrs. Vell" called Mara has her husband's, and no captain is "America"."""
    is_husbands = is_wife(parts) and any(not is_wife(name) for name in group.names)
    return bool(parts.core) and parts.core[0] not in PLACES and not is_husbands


def _acts_as_one(entity: Entity) -> bool:
    """Is a group with a name, whose members nobody tells, spoken of so often that it is a character?"""
    return entity.group is not None and entity.is_plural and len(entity.mentions) >= OFTEN


def _main_name(entity: Entity) -> str:
    if entity.group is None:
        return next(iter(_spellings(entity)))
    spellings = _spellings(entity)
    of_story = {text: times for text, times in spellings.items() if fold(text) not in entity.group.of_actor}
    return max((of_story or spellings).items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))[0]


def _key(name: str) -> str:
    return fold(name).replace(" ", "-") or "character"


def _unique(key: str, taken: set[str]) -> str:
    number = 2
    unique = key
    while unique in taken:
        unique = f"{key}-{number}"
        number += 1
    return unique


def _chain(entity: Entity, keys: dict[Entity, str]) -> Chain:
    names = tuple(Name(text, _kind(entity, text)) for text in _spellings(entity))
    return Chain(
        key=keys[entity],
        name=_main_name(entity),
        names=names,
        is_named=entity.is_named or _acts_as_one(entity),
        kind=entity.kind,
        gender=entity.gender,
        mentions=tuple(sorted(entity.mentions)),
        members=tuple(keys[m] for m in entity.members if m in keys),
    )


def _kind(entity: Entity, text: str) -> NameKind:
    if not entity.is_named or entity.group is None:
        return NameKind.DESCRIPTION
    words = fold(text).split()
    if len(words) > 1:
        return NameKind.FULL
    return NameKind.LAST if words and words[0] in entity.group.lasts else NameKind.FIRST
