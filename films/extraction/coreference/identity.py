"""Names that turn out to be one person's once the document has been read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.groups import names_in_a_row
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.revealing import FINDING_OUT, owns
from films.extraction.names.name_joining import is_wife
from films.extraction.names.name_parts import NameParts
from films.extraction.names.proper_names import ProperName
from films.vocabulary import Gender

DESCRIBING = frozenset({"DT", "JJ", "NN", "NNS", "HYPH", "``", ","})
BY_THE_NAME = ["by", "the", "name", "of"]
FARTHEST_NAME = 8  # tokens
LONGEST_NAME = 6  # tokens
OWNING_OR_JOINING = (["'s"], ["’s"], ["'"], ["and"], ["&"], ["-"])
DECISIVE = ("parent", "spouse")  # a child has one father, a wife one husband


def join_told_names(
    reading: Reading, entities: Sequence[Entity], aliases: Iterable[tuple[int, ProperName]]
) -> list[Entity]:
    """Return the named entities with those joined that the text says are one, by phrase or by kin."""
    kept = list(entities)
    for token, name in aliases:
        bearer, bearing = reading.one(token), reading.one(name.head)
        if bearer is not bearing and _is_of_noun(reading, name):
            continue
        if bearer is not None and bearing is not None and bearer.is_named and bearing.is_named:
            _join(kept, bearer, bearing)
    for one, other in (
        *_turned_into(reading),
        *_found_out(reading),
        *_same_kin(reading, kept),
        *_wives(reading, kept),
    ):
        _join(kept, one, other)
    return kept


def _is_of_noun(reading: Reading, name: ProperName) -> bool:
    """ "Mara finds a boy by the name of Tom": the name is the boy's, not hers."""
    words, start = reading.words, name.start - len(BY_THE_NAME)
    return start > 0 and words.lower[start : name.start] == BY_THE_NAME and start - 1 in reading.nominals


def _turned_into(reading: Reading) -> list[tuple[Entity, Entity]]:
    """ "Mara and Tom become the heroes Owl and Fox": as many new names for as many people, in order."""
    words, found = reading.words, list[tuple[Entity, Entity]]()
    for verb, lemma in enumerate(words.lemma):
        subject = words.subject(verb) if lemma == "become" else None
        start = _next_name(reading, verb) if subject is not None and subject < verb else None
        if start is None:
            continue
        before, after = reading.all_of(subject), names_in_a_row(reading, start) or _alone(reading, start)
        if len(before) == len(after) and all(one.order > verb and one.is_named for one in after):
            found += zip(before, after, strict=True)
    return found


def _found_out(reading: Reading) -> Iterator[tuple[Entity, Entity]]:
    """ "discovers that Mara is the Moth", "Mara turns out to be the Moth": two names of one."""
    words = reading.words
    for being, lemma in enumerate(words.lemma):
        said = words.child(being, "attr") if lemma == "be" else None
        if said is None or said not in reading.named or words.child(being, "neg", "aux") is not None:
            continue
        above = words.head[being]
        is_found = words.dep[being] == "ccomp" and words.lemma[above] in FINDING_OUT
        subject = words.child(being, "nsubj") if is_found else None
        one, other = reading.one(subject), reading.one(said)
        is_name = reading.named[said][0].has_article and not owns(reading, said)
        is_stated = is_name and words.child(above, "neg") is None and words.child(said, "conj") is None
        if (
            is_stated
            and one is not None
            and other is not None
            and one.is_named
            and subject not in (None, said)
        ):
            yield one, other


def _alone(reading: Reading, start: int) -> tuple[Entity, ...]:
    """ "Mara becomes Lady Vell": one who is named, and not what is hers."""
    words = reading.words
    for name, entity in (
        reading.named[at] for at in range(start, start + LONGEST_NAME) if at in reading.named
    ):
        follows = words.lower[name.end : name.end + 1]
        is_somebody = name.has_article or name.end - name.start > 1  # and not "CEO"
        return (entity,) if name.start == start and is_somebody and follows not in OWNING_OR_JOINING else ()
    return ()


def _next_name(reading: Reading, verb: int) -> int | None:
    """Return where the name starts that follows a verb, past words that describe it."""
    words = reading.words
    for at in range(verb + 1, min(verb + FARTHEST_NAME, len(words))):
        if words.tag[at] not in DESCRIBING and at not in reading.named:
            return at if words.tag[at] in {"NNP", "NNPS"} else None
        if at in reading.named:
            return reading.named[at][0].start
    return None


def _join(kept: list[Entity], one: Entity, other: Entity) -> None:
    if (
        one is other
        or one not in kept
        or other not in kept
        or one.group is None
        or other.group is None
        or one.is_plural
        or other.is_plural
    ):
        return
    one.group.take(other.group)
    for gender, votes in other.votes.items():
        one.votes[gender] += votes
    one.nouns.update(other.nouns)
    one.order = min(one.order, other.order)
    other.merged_into = one  # a family that was read of before still holds the other as its member
    kept.remove(other)


def _same_kin(reading: Reading, entities: Sequence[Entity]) -> list[tuple[Entity, Entity]]:
    """Two fathers of one child, told of in different tellings only, are one man with two names."""
    found = []
    for (owner, label), kin in reading.kinship.known.items():
        if label not in DECISIVE or owner not in entities:
            continue
        named = [entity for entity in kin if entity in entities]
        for one, other in pairwise(named):
            if one.gender is not None and one.gender is other.gender and _never_together(reading, one, other):
                found.append((one, other))
    return found


def _wives(reading: Reading, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """ "Mrs. Vell" is Mara, the one wife of Tom Vell, whom no surname calls anybody else."""
    named = [entity for entity in entities if entity.group is not None and not entity.is_plural]
    titled = [entity for entity in named if all(is_wife(name) for name in _names(entity))]
    for wife in titled:
        surnames = {name.first for name in _names(wife)}
        bearers = [e for e in named if e.group and surnames & e.group.lasts and e.gender is not Gender.FEMALE]
        spouses = {
            spouse.final()
            for bearer in bearers
            for spouse in reading.kinship.find(bearer, "wife")
            if spouse.final() in named and spouse.final() not in titled
        }
        if len(spouses) == 1 and not {last for s in spouses if s.group for last in s.group.lasts} - surnames:
            yield spouses.pop(), wife


def _names(entity: Entity) -> list[NameParts]:
    return entity.group.names if entity.group is not None else []


def _never_together(reading: Reading, one: Entity, other: Entity) -> bool:
    tellings = [
        {reading.parsed.passage_of(m.start) for m in e.group.mentions} for e in (one, other) if e.group
    ]
    return not tellings[0] & tellings[1]
