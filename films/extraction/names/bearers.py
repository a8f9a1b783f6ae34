"""Who bears the names of a document: the people of its story, with all their names joined."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from films.extraction.film.cast_entry import CastEntry
from films.extraction.film.crew import find_crew
from films.extraction.film.recommendation import find_recommendation
from films.extraction.names.called_by_actor import called_by_actor
from films.extraction.names.capitals import begins_anew
from films.extraction.names.name_evidence import weigh
from films.extraction.names.name_form import NOTHING, Weight, is_given_name, names_no_person, weigh_form
from films.extraction.names.name_groups import NameGroup
from films.extraction.names.name_joining import join_names
from films.extraction.names.name_parts import TITLES, NameParts, take_apart_text
from films.extraction.names.name_variants import join_by_trade
from films.extraction.names.proper_names import ProperName
from films.extraction.parsed import Parsed
from films.extraction.people import is_human
from films.extraction.resources import read_list
from films.extraction.words import Words
from films.folding import fold

NAMED = re.compile(r"\b(?:named|called) ([^\W\d_a-z][^\W\d_]+)")
SMALL_WORDS = read_list("words_of_english")
FEWEST_WORDS = 25  # of a text that says enough of its language
SHARED_WORDS = read_list("words_of_english_short")
MORE_SHARE = 0.2  # with the short ones
LEAST_SHARE = 0.1  # of small words in English; stories have 0.25 and more
SELDOM = 2  # mentions
ENOUGH = 1.0  # evidence for a person
IN_ROW = frozenset({"conj", "appos"})


def find_bearers(
    parsed: Parsed,
    words: Words,
    names: Sequence[ProperName],
    cast_entries: Sequence[CastEntry],
    aliases: Collection[ProperName] = (),
) -> list[NameGroup]:
    """Return the people whom the names of the story name, in order of appearance.

    Names in a cast list are known to be characters', those of the actors are known not to be. What
    stands outside the story only adds mentions of those whom the story names. `aliases` are told to be
    another name of somebody.
    """
    acting = called_by_actor(parsed, words, names, cast_entries)
    listed = [_listed_names(entry, acting) for entry in cast_entries if entry.names]
    listed += [[take_apart_text(name)] for name in _described(cast_entries)]
    names = _without_actors(words, names, cast_entries, acting) if is_english(words) else []
    names = _without_makers(parsed, names, acting)
    names = [*names, *_listed_at_starts(words, names, listed)]
    told = [name for name in names if parsed.is_told(name.head) and not names_no_person(name.parts)]
    billed = cast_entries if not any(parsed.tellings) else [e for e in cast_entries if e.billing is not None]
    joined = join_by_trade(join_names(told, listed), cast_entries)
    joined = [group for group in joined if group.mentions or _is_cast(group, billed)]
    for group in joined:
        group.of_actor = frozenset(fold(name.text) for name in group.listed) & acting.keys()
    told_to_be = {id(name) for name in aliases}
    weighed = [(group, NOTHING if group.listed else _own_weight(words, group)) for group in joined]
    sure = [group for group, own in weighed if group.listed or _is_person(words, group, own)]
    people = {mention.head: group for group in sure for mention in group.mentions}
    surnames = {last for group in sure for last in group.lasts}
    groups = [
        group
        for group, own in weighed
        if group.listed
        or is_family(group, surnames)
        or _is_person(words, group, own + _by_others(words, group, people, told_to_be))
    ]
    _add_mentions(groups, (name for name in names if not parsed.is_told(name.head)))
    return groups


def is_family(group: NameGroup, surnames: Collection[str]) -> bool:
    """Is it "the Vells" or "two Vells", a name of many, where Vell is a surname?"""
    cores = {mention.parts.core for mention in group.mentions}
    core = cores.pop() if len(cores) == 1 else ()
    return len(core) == 1 and family_surname(core[0], surnames) != ""


def family_surname(word: str, surnames: Collection[str]) -> str:
    """Return the surname whose bearers a plural names, "vell" of "vells" and "willis" of "willises"."""
    stems = [word.removesuffix("s"), word.removesuffix("es")]
    return next((stem for stem in stems if stem != word and stem in surnames), "")


def _listed_at_starts(
    words: Words, names: Sequence[ProperName], listed: Iterable[Sequence[NameParts]]
) -> Iterator[ProperName]:
    """Yield the names of a cast list that begin a sentence and were taken for other words: "Mara sleeps."."""
    known = {part.first for parts in listed for part in parts if part.first} - {"the"}
    taken = {i for name in names for i in range(name.start, name.end)}
    for i, word in enumerate(words.lower if known else ()):
        if words.starts_sentence[i] and word in known and i not in taken and words.text[i][0].isupper():
            yield ProperName(i, i + 1, i, take_apart_text(words.text[i]))


def is_english(words: Words) -> bool:
    """Is the text English, going by the share of small words? In other languages, and in lists, nobody acts.

    The oldest and simplest way to tell languages apart (Ingle, "A Language Identification Table", 1976).
    """
    alphabetic = [word for word in words.lower if word.isalpha()]
    small = sum(word in SMALL_WORDS for word in alphabetic)
    shared = sum(word in SHARED_WORDS for word in alphabetic)
    is_enough = small >= LEAST_SHARE * len(alphabetic) or small + shared >= MORE_SHARE * len(alphabetic)
    return len(alphabetic) < FEWEST_WORDS or is_enough


def _described(cast_entries: Iterable[CastEntry]) -> list[str]:
    """Return the names that a cast list's descriptions give: "a farmer with a dog named Bix"."""
    billed = (entry.description for entry in cast_entries if entry.billing is not None)
    return [name for description in billed for name in NAMED.findall(description)]


def _is_cast(group: NameGroup, cast_entries: Sequence[CastEntry]) -> bool:
    """Does a cast list name the part that the story does not? A sentence suffices where no story is told."""
    billed = {fold(name) for entry in cast_entries for name in entry.names}
    billed |= {fold(name) for name in _described(cast_entries)}
    return any(
        fold(name.text) in billed and not names_no_person(name) and not _is_calling(name)
        for name in group.listed
    )


def _is_calling(name: NameParts) -> bool:
    """Is it a description with capitals, as lists have it: "Chief Priest"?"""
    words = [word for word in (*name.titles, *name.core) if word != "the"]
    return len(words) > 1 and all(is_human(word) or word in TITLES for word in words)


def _listed_names(entry: CastEntry, acting: Mapping[str, CastEntry]) -> list[NameParts]:
    """Return what a line of the cast calls the character, and the actor's name where the story uses that."""
    by_actor = [
        take_apart_text(actor) for actor in entry.actor.split()[-1:] if acting.get(fold(actor)) is entry
    ]
    return [*(_listed_name(name) for name in entry.names), *by_actor]


def _listed_name(name: str) -> NameParts:
    """Take apart the name of a part; "Heiress Mara Vell" has a description before it."""
    parts = take_apart_text(name)
    if len(parts.core) > 2 and is_human(parts.core[0]):
        return take_apart_text(name.partition(" ")[2])
    return parts


def _without_actors(
    words: Words, names: Sequence[ProperName], cast_entries: Iterable[CastEntry], acting: Collection[str]
) -> list[ProperName]:
    actors = {fold(entry.actor) for entry in cast_entries}
    actors |= {surname for actor in actors if " " in actor for surname in take_apart_text(actor).surnames}
    actors -= {fold(entry.actor) for entry in cast_entries if take_apart_text(entry.actor).titles}
    parts = [take_apart_text(name) for entry in cast_entries for name in entry.names]
    actors -= {fold(part.text) for part in parts} | {word for part in parts for word in part.words}
    actors -= {*acting}
    owners = {name.end for name in names if fold(name.parts.text) + "s" in actors}  # "Fairbank's settlement"
    owners = {end for end in owners if words.lower[end : end + 1] == ["'s"]}
    return [name for name in names if fold(name.parts.text) not in actors and name.end not in owners]


def _without_makers(parsed: Parsed, names: Sequence[ProperName], acting: Collection[str]) -> list[ProperName]:
    """Return the names without those of whom the text says to have directed, written or produced it.

    A review that names its director calls her by her surname, too.
    """
    makers = {fold(mention.person) for mention in find_crew(parsed) if " " in mention.person}
    in_full = {fold(name.parts.text) for name in names} & makers
    surnames = {_surname(mention.person) for mention in find_crew(parsed) if fold(mention.person) in in_full}
    alone = Counter(fold(name.parts.text) for name in names)
    makers |= {fold(post.title.value)} if (post := find_recommendation(parsed)) is not None else set()
    makers |= {surname for surname in surnames if alone[surname] <= SELDOM}
    return [name for name in names if fold(name.parts.text) not in makers or fold(name.parts.text) in acting]


def _surname(person: str) -> str:
    """Return the surname of a full name; it comes first in "Lee Chang-dong"."""
    words = person.split()
    return fold(words[0] if "-" in words[-1] and len(words) == 2 else words[-1])


def _by_others(
    words: Words, group: NameGroup, people: Mapping[int, NameGroup], aliases: Collection[int]
) -> Weight:
    """Return what others say for the name: those it stands beside, those whose name it is told to be."""
    told = any(id(mention) in aliases for mention in group.mentions)
    return _in_company(words, group, people) + Weight(person=1.5 if told else 0.0)


def _in_company(words: Words, group: NameGroup, people: Mapping[int, NameGroup]) -> Weight:
    """ "Mara and Ines", "Tom, the Owl and the Fox": who stands in a row with people is likely one of them."""
    joined = sum(min(2, sum(at in people for at in _row(words, m.head))) for m in group.mentions)
    return Weight(person=min(joined, 2) * 0.7)


def _row(words: Words, head: int) -> set[int]:
    """Return the other nouns of a row: the parser hangs the second of three on the first as if it were it."""
    top = head
    while words.dep[top] in IN_ROW and words.head[top] != top:
        top = words.head[top]
    row, waiting = {top}, [top]
    while waiting:
        beside = [c for c in words.children[waiting.pop()] if words.dep[c] in IN_ROW and c not in row]
        row.update(beside)
        waiting += beside
    return row - {head} if any(words.dep[at] == "conj" for at in row) else set()


def _own_weight(words: Words, group: NameGroup) -> Weight:
    """Return what all mentions of a name and its forms say."""
    total = NOTHING
    for mention in group.mentions:
        total = total + weigh(words, mention)
    for parts in _forms(group.names):
        total = total + weigh_form(parts)
    return total


def _is_person(words: Words, group: NameGroup, total: Weight) -> bool:
    enough = ENOUGH if any(_is_sure_name(words, mention) for mention in group.mentions) else 2.0
    return total.person >= enough and total.lead > 0


def _is_sure_name(words: Words, mention: ProperName) -> bool:
    """Does this mention show that the word is a name at all: more than the first word of a sentence?"""
    return mention.parts.is_full or is_given_name(mention.parts) or not begins_anew(words, mention.start)


def _forms(names: Iterable[NameParts]) -> list[NameParts]:
    """Return the differing forms of a name, the longest spelling of each."""
    ordered = sorted(names, key=lambda name: len(name.text))
    return list({(name.titles, name.core, name.nickname): name for name in ordered}.values())


def _add_mentions(groups: Iterable[NameGroup], names: Iterable[ProperName]) -> None:
    bearers = {name.core: group for group in groups for name in group.names if name.core}
    for name in names:
        if name.parts.core in bearers:
            bearers[name.parts.core].add([name])
