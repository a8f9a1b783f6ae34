"""Which names name one character? Precision first: a wrong join does more harm than a missing one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from films.extraction.names.name_groups import NameGroup
from films.extraction.names.name_parts import NameParts
from films.extraction.names.name_variants import join_variants
from films.extraction.names.proper_names import ProperName
from films.extraction.people import KIN_NOUNS, SHORT_FORMS, noun_gender
from films.vocabulary import Gender

ONE_BREATH = 4  # tokens between two names
BREATH_OF_KIN = 12  # and between a name and that of somebody's uncle
OF_COMMAND = frozenset({"colonel", "col", "general", "major", "admiral", "commodore", "reverend"})
OF_THE_YOUNG = frozenset({"daughter", "niece", "granddaughter", "girl", "sister", "fiancée", "fiancee"})
OFFSPRING = frozenset({"child", "son", "stepson", "daughter", "stepdaughter", "kid", "heir"})
OLDER_KIN = frozenset({"father", "uncle", "grandfather", "mother", "aunt", "grandmother"})


Key = tuple[tuple[str, ...], str, str, Gender | None]  # core, nickname alone, suffix, gender of the title


def join_names(
    mentions: Sequence[ProperName],
    listed: Iterable[Sequence[NameParts]] = (),
    aliases: Iterable[tuple[ProperName, ProperName]] = (),
) -> list[NameGroup]:
    """Group the mentions by bearer: "Mara Vell" with "Mara", but "Tom Vell" apart from "Max Vell".

    `listed` are the names of each cast list entry, `aliases` pairs that the text says are one.
    """
    by_key: dict[Key, list[ProperName]] = defaultdict(list)
    for mention in mentions:
        by_key[_key(mention.parts)].append(mention)
    groups: list[NameGroup] = []
    sharing = _Sharing()
    for names in sorted(listed, key=lambda names: -max(len(name.core) for name in names)):
        _place_listed(groups, sharing, names)
    for key in sorted(by_key, key=lambda k: (-len(k[0]), by_key[k][0].start)):
        if by_key[key][0].parts.is_full:
            _place_full_name(groups, sharing, by_key[key])
    index = _Index(groups, alone=frozenset(key[0][0] for key in by_key if len(key[0]) == 1))
    # "Mrs. Vell" comes last: whether she may be Mara Vell shows where "Mara" stands alone, too.
    for found in sorted(by_key.values(), key=lambda found: (is_wife(found[0].parts), found[0].start)):
        if not found[0].parts.is_full:
            _place_single_name(groups, index, found)
    _join_aliases(groups, aliases)
    return sorted(join_variants(groups), key=lambda group: group.start)


def _key(parts: NameParts) -> Key:
    gender = parts.title_gender if parts.is_of_husband or not parts.is_full else None
    return parts.core, "" if parts.core else parts.nickname, parts.suffix, gender


class _Sharing:
    """Groups by the words of their names: only those that share one are compared, however many there are."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[int, NameGroup]] = defaultdict(dict)
        self._places: dict[int, int] = {}

    def add(self, group: NameGroup, parts: NameParts) -> None:
        place = self._places.setdefault(id(group), len(self._places))
        for word in (*parts.core, parts.nickname, *group.firsts, *group.lasts):
            self._by_word[word][place] = group

    def with_any(self, *names: NameParts) -> list[NameGroup]:
        """Return the groups that share a word with the names, in their order."""
        found: dict[int, NameGroup] = {}
        for parts in names:
            for word in (*parts.core, parts.nickname, " ".join(parts.core)):
                found |= self._by_word.get(word, {}) if word else {}
        return [found[place] for place in sorted(found)]


def _place_listed(groups: list[NameGroup], sharing: _Sharing, names: Sequence[NameParts]) -> None:
    near = sharing.with_any(*names)
    group = next((g for g in near if any(_is_one_listed(g, name) for name in names)), None)
    if group is None:
        group = NameGroup()
        groups.append(group)
    for name in names:
        group.learn(name)
        group.listed.append(name)
        sharing.add(group, name)


def _is_one_listed(group: NameGroup, name: NameParts) -> bool:
    if name.is_full:
        return any(same_full_name(full, name) for full in group.fulls)
    return name.first in group.firsts and (not name.suffix or name.suffix == group.suffix)


def _place_full_name(groups: list[NameGroup], sharing: _Sharing, mentions: list[ProperName]) -> None:
    parts = mentions[0].parts
    fitting = [group for group in sharing.with_any(parts) if _may_be_fully_called(group, parts)]
    if fitting:
        group = next((g for g in fitting if g.suffix == parts.suffix or g.suffix != "sr"), fitting[0])
    else:
        group = NameGroup()
        groups.append(group)
    group.learn(parts)
    group.add(mentions)
    sharing.add(group, parts)


def _may_be_fully_called(group: NameGroup, parts: NameParts) -> bool:
    if _suffixes_differ(group.suffix, parts.suffix) or _is_of_spouse(group, parts):
        return False
    if "sr" in {group.suffix, parts.suffix} and group.suffix != parts.suffix:
        return False  # "Tom Vell Sr." has a son, whom the text need not call "Jr."
    if " ".join(parts.core) in group.firsts | group.lasts:
        return True
    if parts.nickname and any(" ".join(full.core) == parts.nickname for full in group.fulls):
        return True
    if group.listed and not group.fulls:
        return parts.first in group.firsts or parts.last in group.firsts
    return any(same_full_name(full, parts) for full in group.fulls)


def _is_of_spouse(group: NameGroup, parts: NameParts) -> bool:
    """ "Mrs. Tom Vell" is another than "Tom Vell"."""
    return any(full.is_of_husband != parts.is_of_husband for full in group.fulls)


def same_full_name(one: NameParts, other: NameParts) -> bool:
    """Do two full names agree? Middle names and initials may be left out, a first name shortened.

    "Robert J. Vell" and "Bob Vell" do, "Robert Vell" and "Roland Vell" do not.
    """
    if _suffixes_differ(one.suffix, other.suffix):
        return False
    if one.core == other.core or _is_part(one.core, other.core) or _is_part(other.core, one.core):
        return True
    if one.last != other.last:
        return False
    firsts, others = {one.first, one.nickname} - {""}, {other.first, other.nickname} - {""}
    if firsts & others or _is_initial_of(one, other):
        return True
    return any(b in SHORT_FORMS.get(a, ()) for a in firsts for b in others)


def _suffixes_differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is one name the beginning or the end of the other? "Big Tom" is of "Big Tom Vell"."""
    return 1 < len(short) < len(long) and short in {long[: len(short)], long[-len(short) :]}


def _is_initial_of(one: NameParts, other: NameParts) -> bool:
    short, long = sorted((one.first, other.first), key=len)
    return len(short) == 1 and long.startswith(short)


@dataclass(slots=True)
class _Index:
    """Groups by the words that may stand for them alone."""

    groups: list[NameGroup]
    alone: frozenset[str] = frozenset()  # words that stand alone as names
    first: dict[str, list[NameGroup]] = field(default_factory=lambda: defaultdict(list))
    last: dict[str, list[NameGroup]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, list[NameGroup]] = field(default_factory=lambda: defaultdict(list))
    middle: dict[str, list[NameGroup]] = field(default_factory=lambda: defaultdict(list))
    titled: dict[str, list[NameGroup]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for group in self.groups:
            self.add(group)

    def add(self, group: NameGroup) -> None:
        for word in group.firsts:
            self.first[word].append(group)
            if not self.alone & (group.firsts | group.lasts):
                for form in SHORT_FORMS.get(word, ()):
                    self.short[form].append(group)
        for word in group.lasts:
            self.last[word].append(group)
        for word in {word for full in group.fulls for word in full.core[1:-1] if len(word) > 2}:
            self.middle[word].append(group)
        for title in dict.fromkeys(title for name in group.names for title in name.titles):
            self.titled[title].append(group)


def _place_single_name(groups: list[NameGroup], index: _Index, mentions: list[ProperName]) -> None:
    parts = mentions[0].parts
    titled = any(mention.parts.titles for mention in mentions)
    tables = (index.last, index.first) if titled else (index.first, index.last, index.short, index.middle)
    if parts.core and parts.core[0] in index.titled:
        tables = (index.titled, *tables)
    for table in tables:
        strict = table is index.last
        is_husbands = table is index.first and not titled and bool(index.last.get(parts.first))
        candidates = [
            group
            for group in table.get(parts.first, [])
            if _may_be_called(group, parts, strict=strict)
            and not (titled and (_stand_together(group, mentions) or _is_kin(group, mentions)))
            and not (is_wife(parts) and _is_of_the_young(group, mentions))
            and not (titled and _is_child_told_later(group, groups, mentions))
            and not (is_husbands and all(is_wife(name) for name in group.names))  # "Vell" and "Mrs. Vell"
        ]
        if len(candidates) == 1 or (candidates and table in (index.first, index.last)):
            _choose(candidates, mentions).add(mentions)
            return
    group = NameGroup()
    group.learn(parts)
    group.add(mentions)
    groups.append(group)
    index.add(group)


def _may_be_called(group: NameGroup, parts: NameParts, *, strict: bool) -> bool:
    """May a single name be this group's? "Mrs. Vell" is not "Tom Vell", "Tom Sr." not "Tom Vell, Jr."."""
    if parts.suffix and parts.suffix != group.suffix:
        return False
    is_fathers = not OF_COMMAND.isdisjoint(parts.titles) and group.given_gender is Gender.FEMALE
    if is_fathers and strict and all(OF_COMMAND.isdisjoint(name.titles) for name in group.names):
        return False  # "Colonel Vell" is the father of Mara Vell
    gender = parts.title_gender
    if gender is None:
        return True
    if group.given_gender is None and strict and gender is Gender.FEMALE:
        return "miss" in parts.titles  # "Mrs. Vell" has the name of her husband
    return group.given_gender in {None, gender}


def _stand_together(group: NameGroup, mentions: Iterable[ProperName]) -> bool:
    """Are both named in one breath? "Dolly Kerr, daughter of Sheriff Kerr" are two people."""
    return _in_one_breath([mention for mention in group.mentions if mention.parts.is_full], mentions)


def _in_one_breath(
    some: Sequence[ProperName], others: Iterable[ProperName], *, longest: int = ONE_BREATH
) -> bool:
    return any(
        0 <= later.start - earlier.end <= longest
        for other in others
        for one in some
        for earlier, later in ((one, other), (other, one))
    )


def is_wife(parts: NameParts) -> bool:
    """Is it "Mrs. Vell" or "Madame Vell"?"""
    return parts.is_wife


def _is_of_the_young(group: NameGroup, mentions: Iterable[ProperName]) -> bool:
    """Is "Mrs. Vell" somebody else than "her daughter Mara", "Miss Vell", "Mara" in "Mara and Mrs. Vell"?"""
    if any("miss" in name.titles for name in group.names):
        return True
    is_young = any(mention.noun_before in OF_THE_YOUNG for mention in group.mentions)
    return is_young or _in_one_breath(group.mentions, mentions)


def _is_kin(group: NameGroup, mentions: Sequence[ProperName]) -> bool:
    """Is "her father Justice Vell" somebody else than "Mara Vell", by gender or by who is named before?"""
    owned = [m for m in mentions if m.parts.titles and m.noun_before in KIN_NOUNS]
    if _in_one_breath([m for m in group.mentions if m.parts.is_full], owned, longest=BREATH_OF_KIN):
        return True  # "Tom Vell lives with his uncle, Mr. Vell"
    kin = {m.noun_before for m in mentions if m.parts.titles and m.noun_before in KIN_NOUNS}
    genders = {noun_gender(noun) for noun in kin}
    others = {m.noun_before for m in group.mentions if m.noun_before in KIN_NOUNS} - kin
    return bool(kin) and (group.given_gender not in genders or bool(others))


def _is_child_told_later(
    group: NameGroup, groups: Sequence[NameGroup], mentions: Sequence[ProperName]
) -> bool:
    """Is it "their children, Tom Vell and Ana Vell," of "Mr. and Mrs. Vell", who were told of before them?"""
    full = _first_full(group)
    if full is None or full.start < min(mention.start for mention in mentions):
        return False
    if full.noun_before in OFFSPRING:
        return True
    namesakes = (_first_full(other) for other in groups if other is not group and other.lasts & group.lasts)
    children = [name for name in namesakes if name is not None and name.noun_before in OFFSPRING]
    return _in_one_breath(children, [full])


def _first_full(group: NameGroup) -> ProperName | None:
    return min((m for m in group.mentions if m.parts.is_full), key=lambda m: m.start, default=None)


def _choose(candidates: list[NameGroup], mentions: list[ProperName]) -> NameGroup:
    """Of several who bear the word, take the one named in full last before it stands alone.

    A son's and a father's name are kept apart by their suffix; without one, the son is meant.
    """
    candidates = [group for group in candidates if group.suffix != "sr"] or candidates
    young = [group for group in candidates if not _is_told_as_kin(group)]
    titles = {title for m in mentions for title in m.parts.titles}
    is_theirs = not titles or any(titles.intersection(name.titles) for g in young for name in g.names)
    if is_theirs and len({group.given_gender for group in candidates} - {None}) < 2:
        candidates = young or candidates
    gender = next((m.parts.title_gender for m in mentions if m.parts.title_gender), None)
    if gender is not None:
        titled = [g for g in candidates if any(n.title_gender is gender for n in g.names)]
        candidates = titled or candidates
    first = mentions[0].start
    before = [group for group in candidates if group.start <= first]
    if not before:
        return candidates[0]
    return max(before, key=lambda g: max(m.start for m in g.mentions if m.start <= first))


def _is_told_as_kin(group: NameGroup) -> bool:
    """Is it "his father Max Vell", told of beside Tom Vell, whom "Vell" means?"""
    return any(mention.noun_before in OLDER_KIN for mention in group.mentions if mention.parts.is_full)


def _join_aliases(groups: list[NameGroup], aliases: Iterable[tuple[ProperName, ProperName]]) -> None:
    of_mention = {id(mention): group for group in groups for mention in group.mentions}
    for one, other in aliases:
        first, second = of_mention.get(id(one)), of_mention.get(id(other))
        if first is None or second is None or first is second:
            continue
        first.take(second)
        groups.remove(second)
        of_mention.update({id(mention): first for mention in second.mentions})
