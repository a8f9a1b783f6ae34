"""Names of many: "the Vells" are the family, "the Comets" a gang whose members the text may tell."""

from collections.abc import Sequence

from films.extraction.coreference.entities import Entity
from films.extraction.names.bearers import family_surname, is_family
from films.extraction.names.name_form import is_given_name
from films.extraction.names.name_groups import NameGroup
from films.extraction.names.proper_names import ProperName
from films.extraction.words import Words
from films.vocabulary import CharacterKind

LISTING = frozenset({"include", "comprise", "consist", "contain", "compose"})


def split_groups(words: Words, bearers: Sequence[NameGroup]) -> tuple[list[NameGroup], list[Entity]]:
    """Return the single bearers, and an entity for each name of many.

    Beside "Tom Vell", "the Vells" are many; so are "the Comets", which always have their article.
    """
    surnames = {last for group in bearers for last in group.lasts}
    many = [group for group in bearers if is_family(group, surnames) or _is_of_many(words, group)]
    singles = [group for group in bearers if group not in many]
    families = {word: group for group in singles for word in sorted(group.lasts)}
    return singles, [_entity(group, families) for group in many]


def _entity(group: NameGroup, families: dict[str, NameGroup]) -> Entity:
    entity = Entity(order=group.start, group=group, kind=CharacterKind.GROUP, is_plural=True)
    surname = family_surname(group.mentions[0].parts.last, families)
    if surname:
        entity.nouns["family"] = frozenset({surname})
    return entity


def _is_of_many(words: Words, group: NameGroup) -> bool:
    plural = sum(_is_plural(words, mention) for mention in group.mentions)
    return not group.listed and 2 * plural > len(group.mentions)


def _is_plural(words: Words, name: ProperName) -> bool:
    last = name.end - 1
    ends = words.lower[last].endswith("s") and not words.lower[last].endswith("ss")
    many = name.has_article or (words.tag[last] == "NNPS" and not is_given_name(name.parts))
    return many and ends and not name.parts.titles and not name.parts.is_full


def find_members(words: Words, many: Sequence[Entity], people: Sequence[Entity]) -> None:
    """Set the members of named groups as far as the text tells them, or the family that has the name."""
    named = {m.head: entity for entity in people if entity.group is not None for m in entity.group.mentions}
    for entity in many:
        if entity.group is None:
            continue
        surnames = entity.nouns.get("family")
        if surnames:
            members = [p for p in people if p.group is not None and p.group.lasts & surnames]
        else:
            members = [p for m in entity.group.mentions for p in _listed_after(words, m, named)]
        entity.members = tuple(dict.fromkeys(members))


def _listed_after(words: Words, name: ProperName, named: dict[int, Entity]) -> list[Entity]:
    """ "the Comets, led by Mara, include Tom and Max": the names in a sentence that lists members."""
    end = name.end
    while end < len(words) and not words.starts_sentence[end]:
        end += 1
    verbs = [i for i in range(name.end, end) if words.lemma[i] in LISTING or _is_led(words, i)]
    return [named[i] for i in range(verbs[0], end) if i in named] if verbs else []


def _is_led(words: Words, i: int) -> bool:
    return words.lemma[i] in {"lead", "head"} and words.lower[i + 1 : i + 2] == ["by"]
