"""One name in two spellings, or long and short: "Gregorio" and "Greggorio", "Gabriella" and "Gabi"."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz.distance import OSA

from films.extraction.film.cast_entry import CastEntry
from films.extraction.given_names import GIVEN, GIVEN_FEMALE
from films.extraction.names.name_groups import NameGroup
from films.extraction.people import SHORT_FORMS, is_human
from films.vocabulary import Gender

# First letters of one sound in some language: Bikash and Vikash, Yasmin and Jasmin, Catya and Katya.
ALIKE = {"v": "b", "w": "b", "k": "c", "q": "c", "y": "j", "i": "j", "z": "s"}
VOWELS = frozenset("aeiouy")
ENDING_OF_PETS = re.compile(r"(?<=[^aeiouy])(?:y|i|ie|ey|ee)$")
SHORTEST_FOR_TYPO = 5
SHORTEST_TO_DOUBLE = 4
SHORTEST_BEGINNING = 3
RARE = 2  # mentions
APART = 8  # tokens between two names that may be one person's


def join_variants(groups: list[NameGroup]) -> list[NameGroup]:
    """Return the groups with those joined whose names are one name in two spellings."""
    return _join_rare_forms(_join_shortened(_join_misspellings(_join_spellings(groups))))


def _join_rare_forms(groups: list[NameGroup]) -> list[NameGroup]:
    """Join a form of a first name that stands once or twice with the one who often has another: "Pete"."""
    kept = list(groups)
    by_form: dict[str, list[NameGroup]] = defaultdict(list)
    for group in groups:
        for form in sorted({form for first in group.firsts for form in SHORT_FORMS.get(first, ())}):
            by_form[form].append(group)
    for rare in groups:
        if rare.fulls or rare.listed or not 0 < len(rare.mentions) <= RARE:
            continue
        often = [g for g in by_form[rare.mentions[0].parts.first] if g is not rare and g in kept]
        is_form = len(often) == 1 and len(often[0].mentions) > RARE and not any(n.titles for n in rare.names)
        if is_form and _may_be_one(rare, often[0]):
            often[0].take(rare)
            kept.remove(rare)
    return kept


def _join_spellings(groups: list[NameGroup]) -> list[NameGroup]:
    """Join two first names that spelling alone parts: "Lily" of the cast list is "Lilly", however often."""
    kept = list(groups)
    by_letters: dict[str, list[NameGroup]] = defaultdict(list)
    for group in groups:
        for first in sorted(group.firsts):
            by_letters["".join(sorted(set(first)))].append(group)
    for one in groups:
        if one.fulls or not one.mentions or one not in kept:
            continue
        word = one.mentions[0].parts.first
        near = (g for g in by_letters["".join(sorted(set(word)))] if g is not one and g in kept)
        other = next((g for g in near if _is_spelt_apart(word, one, g)), None)
        if other is not None:
            other.take(one)
            kept.remove(one)
    return kept


def _is_spelt_apart(word: str, one: NameGroup, other: NameGroup) -> bool:
    """Do both go by one name that is spelt in two ways, and is the cast list's own only one of them?"""
    are_one = any(
        _is_doubled(word, first) or _is_doubled(first, word) or _is_muddled(word, first)
        for first in other.firsts
    )
    are_two = (one.listed and other.listed) or any(name.titles for name in (*one.names, *other.names))
    return are_one and not are_two and _may_be_one(one, other)


def _is_muddled(one: str, other: str) -> bool:
    """Are they the same letters of a long name in another order: "Genieveve" and "Genevieve"?"""
    is_long = len(one) > SHORTEST_FOR_TYPO and one != other
    return is_long and sorted(one) == sorted(other) and one[:2] == other[:2] and one[-1] == other[-1]


def _join_misspellings(groups: list[NameGroup]) -> list[NameGroup]:
    """Join a rare name with the frequent one that differs by one typing error."""
    kept = list(groups)
    by_initial: dict[str, list[NameGroup]] = defaultdict(list)
    for group in groups:
        for word in sorted(group.firsts | group.lasts):
            by_initial[_initial(word)].append(group)
    for rare in sorted(groups, key=lambda group: len(group.mentions)):
        if rare.fulls or rare.listed or not rare.mentions:
            continue
        word = rare.mentions[0].parts.first
        common = next(
            (
                g
                for g in by_initial[_initial(word)]
                if g in kept and g is not rare and _is_misspelling(word, rare, g)
            ),
            None,
        )
        if common is not None:
            common.add(rare.mentions)
            kept.remove(rare)
    return kept


def join_by_trade(groups: list[NameGroup], cast_entries: Iterable[CastEntry]) -> list[NameGroup]:
    """Join a role that the story never names with who has its first name and its trade there.

    The cast has "Mara Orr, the jailer", the story "the jailer, Mara Vell".
    """
    kept = list(groups)
    for entry in cast_entries:
        trades = {word for word in entry.description.casefold().split() if is_human(word)}
        role = next(
            (g for g in kept if not g.mentions and any(n.text in entry.names for n in g.listed)), None
        )
        if role is None or not trades:
            continue
        same = [g for g in kept if g.mentions and not g.listed and g.firsts & role.firsts]
        if len(same) == 1 and trades & {mention.noun_before for mention in same[0].mentions}:
            same[0].take(role)
            kept.remove(role)
    return kept


def _initial(word: str) -> str:
    """Return the first letter of a name; those that are taken for each other are one: Bikash, Vikash."""
    return ALIKE.get(word[0], word[0])


def _join_shortened(groups: list[NameGroup]) -> list[NameGroup]:
    """Join a short name with the one long name that it begins or ends, as "Gabi" does "Gabriella"."""
    by_piece: dict[str, list[NameGroup]] = defaultdict(list)
    for group in groups:
        pieces = {first[:SHORTEST_BEGINNING] for first in group.firsts}
        pieces |= {first[-SHORTEST_BEGINNING:] for first in group.firsts}
        for piece in pieces:
            by_piece[piece].append(group)
    joined: set[int] = set()
    for short in groups:
        if short.fulls or short.listed or len(short.firsts) != 1 or not short.mentions:
            continue
        word = next(iter(short.firsts))
        pieces = {word[:SHORTEST_BEGINNING], word[-SHORTEST_BEGINNING:]}
        near = {id(g): g for piece in sorted(pieces) for g in by_piece[piece] if id(g) not in joined}
        long = [
            g
            for g in near.values()
            if g is not short and any(_shortens(word, short, first, g) for first in g.firsts)
        ]
        if len(long) == 1 and _may_be_one(short, long[0]):
            long[0].add(short.mentions)
            long[0].firsts |= short.firsts
            joined.add(id(short))
    return [group for group in groups if id(group) not in joined]


def _shortens(word: str, short: NameGroup, name: str, long: NameGroup) -> bool:
    if _begins(word, name):
        return True
    is_rare = len(short.mentions) <= RARE < len(long.mentions)  # "Dale" beside the town "Oakdale" is not
    return (is_rare and _ends(word, name)) or (bool(long.listed) and _lacks_last_vowel(word, name))


def _ends(short: str, long: str) -> bool:
    """ "Ropo" is of "Aderopo"; a name that many bear, such as "Ana" beside "Diana", is somebody else's."""
    is_long_enough = len(short) > SHORTEST_BEGINNING and len(long) >= len(short) + 2
    return is_long_enough and long.endswith(short) and short not in GIVEN


def _lacks_last_vowel(short: str, long: str) -> bool:
    """ "Paul" is the "Paulo" of the cast list, "Paul" and "Paula" are two."""
    if len(short) < SHORTEST_BEGINNING + 1 or long[:-1] != short or long[-1] not in "aeiou":
        return False
    return (short in GIVEN_FEMALE) is (long in GIVEN_FEMALE) or long not in GIVEN


def _begins(short: str, long: str) -> bool:
    stem = short[:-1] if short[-1] in "iey" and len(short) > SHORTEST_BEGINNING else short
    return len(stem) >= SHORTEST_BEGINNING and len(long) >= len(short) + 2 and long.startswith(stem)


def _may_be_one(short: NameGroup, long: NameGroup) -> bool:
    """Do the genders agree, and are the two never named near each other, as two people would be?"""
    if {short.given_gender, long.given_gender} == {Gender.MALE, Gender.FEMALE}:
        return False
    starts = sorted([(m.start, m in short.mentions) for m in [*short.mentions, *long.mentions]])
    return all(
        is_short is other_is_short or later - earlier > APART
        for (earlier, is_short), (later, other_is_short) in pairwise(starts)
    )


def _is_misspelling(word: str, rare: NameGroup, common: NameGroup) -> bool:
    if len(rare.mentions) > 2:
        return False
    names = common.firsts | common.lasts
    if len(common.mentions) < 2 * len(rare.mentions) and not common.listed:
        return (
            len(rare.mentions) == 1
            and _may_be_one(rare, common)
            and any(_is_one_vowel_off(word, n) for n in names)
        )
    if any(_ends_alike(word, name) for name in names) and _may_be_one(rare, common):
        return True
    is_first = len(rare.mentions) == 1 and len(common.mentions) > 1
    return any(
        is_typo(word, name)
        or _is_doubled(word, name)
        or _is_doubled(name, word)
        or (is_first and _begins_alike(word, name))
        for name in names
    )


def _is_one_vowel_off(one: str, other: str) -> bool:
    """Is it one vowel inside two rare long names, each of which stands once: "Murumu", "Marumu"?"""
    if len(one) != len(other) or len(one) <= SHORTEST_FOR_TYPO or {one, other} & GIVEN:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and set(differing[0]) <= VOWELS and one[0] == other[0] and one[-1] == other[-1]


def _ends_alike(one: str, other: str) -> bool:
    """Are they one pet name in two spellings: "Gaby", "Gabi", "Gabie"?"""
    stems = {ENDING_OF_PETS.sub("", name) for name in (one, other)}
    return one != other and len(stems) == 1 and len(next(iter(stems))) >= SHORTEST_BEGINNING


def _begins_alike(one: str, other: str) -> bool:
    """Do two names differ in a first letter alone that is taken for the other's: "Bikash", "Vikash"?"""
    is_long_enough = min(len(one), len(other)) >= SHORTEST_FOR_TYPO
    return is_long_enough and one[0] != other[0] and one[1:] == other[1:] and _initial(one) == _initial(other)


def _is_doubled(short: str, long: str) -> bool:
    """Does the longer name have one letter twice, or a mute "e" behind two: "Lilly", "Glenn", "Isabelle"?"""
    if len(short) < SHORTEST_TO_DOUBLE or len(long) != len(short) + 1 or short[0] != long[0]:
        return False
    if long == short + "e":
        return short[-1] == short[-2]
    return any(long == short[:i] + short[i - 1] + short[i:] for i in range(2, len(short) + 1))


def is_typo(one: str, other: str) -> bool:
    """Is one word the other with one typing error inside? "Maria" and "Mario" are two people.

    >>> is_typo("gregorio", "greggorio"), is_typo("maria", "mario")
    (True, False)
    """
    if min(len(one), len(other)) < SHORTEST_FOR_TYPO or one[0] != other[0] or one == other:
        return False
    if one + "s" == other:
        return True  # a genitive that lost its name's own s
    if one[:-1] in {other, other[:-1]} or one == other[:-1]:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
