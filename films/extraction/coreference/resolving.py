"""Reading the tellings from start to end, saying of every mention who is meant."""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set

from films.extraction.coreference.ahead import two_ahead
from films.extraction.coreference.binding import fellows, groups_beside, subjects_over
from films.extraction.coreference.describing import read_description
from films.extraction.coreference.ensembles import read_all, read_others
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.fates import note_fate
from films.extraction.coreference.gender import PRONOUNS
from films.extraction.coreference.groups import (
    company,
    is_joining,
    learn_who_make_it_up,
    learn_who_they_are,
    note_company,
    note_joining,
    note_list,
)
from films.extraction.coreference.lovers import note_lovers, whose_love
from films.extraction.coreference.plural_things import means_things
from films.extraction.coreference.plurals import SIZES, as_many_here, those_meant
from films.extraction.coreference.pronouns import read_pronoun
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.speakers import FIRST_PERSON, speaker
from films.extraction.coreference.surnames import meet_titled, with_their_kin
from films.extraction.coreference.weddings import is_of_wedding, note_wedding
from films.extraction.names.proper_names import ProperName
from films.extraction.words import Words
from films.vocabulary import MentionKind

LINKS = frozenset({",", "and", "&", "the"})
RELATIVE = frozenset({"who", "whom", "whose", "that"})
RELATIVE_TAGS = frozenset({"WP", "WP$", "WDT"})
DONE_TO = frozenset({"dobj", "dative", "pobj"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
TOGETHER = frozenset({"both", "two", "three", "four", "five"})
SINGULAR = frozenset({"NN", "NNP"})
OF_TWO = {"latter": 0, "former": 1}  # how far back the one meant is
EACH_OTHER = frozenset({"other", "another"})


def find_marks(words: Words, heads: Set[int]) -> list[int]:
    """Return the tokens that may mean somebody, in text order: heads of names and descriptions, pronouns."""
    return [i for i, word in enumerate(words.lower) if word in TURNS or i in heads]


def read_through(reading: Reading, marks: Sequence[int]) -> None:
    """Resolve every mention of the document, telling by telling."""
    passages = zip(reading.parsed.passages, reading.parsed.tellings, strict=True)
    for (start, end), is_telling in passages:
        if is_telling:
            reading.start_telling()
            for i in marks[bisect_left(marks, start) : bisect_left(marks, end)]:
                reading.sentence = reading.parsed.sentence_of(i)
                _read_token(reading, i)


def _read_token(reading: Reading, i: int) -> None:
    if i in reading.named:
        _read_name(reading, i)
    elif i in reading.nominals:
        read_description(reading, reading.nominals[i])
    else:
        turn = TURNS.get(reading.words.lower[i])
        if turn is None or _is_half_a_name(reading, i):
            return
        turn(reading, i)
    _join(reading, i)
    note_fate(reading, i)
    if reading.is_learning:
        note_lovers(reading, i)
    if is_joining(reading.words, i):
        note_joining(reading, i)
    note_company(reading, i)
    if is_of_wedding(reading.words, i):
        note_wedding(reading, i)


def _is_half_a_name(reading: Reading, i: int) -> bool:
    """ "He-Man", "a she-wolf": no pronoun, but what the whole means where it is a name."""
    words = reading.words
    if words.text[i + 1 : i + 2] != ["-"] or words.space_after[i] or words.space_after[i + 1]:
        return False
    if i + 2 in reading.named and reading.named[i + 2][0].start <= i:
        reading.heads[i] = (reading.named[i + 2][1],)
    return True


def _read_name(reading: Reading, i: int) -> None:
    name, entity = reading.named[i]
    if entity.members:
        reading.mention_together(with_their_kin(reading, entity.members), i)
        return
    if name.parts.titles and not entity.told:
        meet_titled(reading, entity)
    reading.mention(entity, name.start, name.end, i, MentionKind.PROPER)
    if entity.is_plural:
        reading.discourse.note_together((entity,), i, reading.sentence)
    else:
        _enumerate(reading, name, entity)


def _enumerate(reading: Reading, name: ProperName, entity: Entity) -> None:
    """ "leaving Mara, Tom and Max behind": names in a row are spoken of together, however they parse."""
    between = reading.words.lower[reading.listed_to : name.start] if reading.listed else ["."]
    if not 0 < len(between) <= 3 or between[0] == "the" or not LINKS.issuperset(between):
        reading.listed, reading.listed_from = (), name.head
    reading.listed = tuple(dict.fromkeys([*reading.listed, entity.final()]))
    reading.listed_to = name.end
    if len(reading.listed) > 1 and not {"and", "&"}.isdisjoint(between):
        learn_who_they_are(reading)
        note_list(reading, reading.listed, reading.listed_from)


def _read_first_person(reading: Reading, i: int) -> None:
    entity = speaker(reading, i)
    if entity is not None:
        reading.mention(entity, i, i + 1, i, MentionKind.PRONOUN)


def _read_plural(reading: Reading, i: int, size: int | None = None) -> None:
    words = reading.words
    if words.lower[i] == "themselves":
        members = reading.all_of(words.subject(words.clause(i)))
    else:
        if size is None and means_things(reading, i):
            return
        members = two_ahead(reading, i) or whose_love(reading, i, _many_meant(reading, i, size))
    _together(reading, i, members)


def _is_where(words: Words, i: int) -> bool:
    """ "Tom follows Max to a house where the two fight": Tom is one of them."""
    clause = words.clause(i)
    return words.dep[clause] == "relcl" and any(words.lower[c] == "where" for c in words.children[clause])


def _many_meant(reading: Reading, i: int, size: int | None) -> tuple[Entity, ...]:
    barred, back = (*fellows(reading, i), *groups_beside(reading, i)), 4 if size else 2
    lower = reading.words.lower
    is_there = _is_where(reading.words, i)
    if size and lower[i - 1] == "the" and lower[i + 1 : i + 3] != ["of", "them"] and not is_there:
        barred += subjects_over(reading, i)
    meant = those_meant(reading.discourse, i, reading.sentence, size=size, barred=barred, back=back)
    are_both = lower[i + 1 : i + 2] == ["both"]
    if not are_both or len(meant) == 2:
        return meant
    if len(meant) == 1 and meant[0].size is None:  # "kills them both" of guards of whom no number is told
        two = as_many_here(reading.discourse, reading.sentence, 2, barred=barred)
        return two if two and all(entity.is_named for entity in two) else meant
    return those_meant(reading.discourse, i, reading.sentence, size=2, barred=barred, back=back) or meant


def _together(reading: Reading, i: int, members: tuple[Entity, ...]) -> None:
    if len(members) == 1 and members[0].is_plural and not company(reading, members[0]):
        reading.mention(members[0], i, i + 1, i, MentionKind.PRONOUN)
        reading.discourse.note_together(members, i, reading.sentence)
    elif members:
        reading.mention_together(members, i)


def _read_relative(reading: Reading, i: int) -> None:
    """ "the man who", "Tom, whose": the noun that the clause hangs on."""
    words, at = reading.words, i
    if words.tag[i] not in RELATIVE_TAGS:
        return
    while words.dep[at] != "relcl" and words.head[at] != at:
        at = words.head[at]
    head = _agreeing(words, words.head[at], at, i) if words.dep[at] == "relcl" else None
    who = _last_joined(reading, head, at, i) if head is not None else ()
    if not who and head is not None and words.lower[i] != "that":
        who = _described_by(reading, head)
    if not who and i > 0 and words.lower[i] != "that":
        who = reading.who(i - 1) or (reading.who(i - 2) if words.text[i - 1] == "," else ())
        who = who or (_person_above(reading, head, at, i) if head is not None else ())
    if len(who) == 1:
        reading.mention(who[0], i, i + 1, i, MentionKind.PRONOUN)
    elif who:
        reading.mention_together(who, i)


def _person_above(reading: Reading, noun: int, verb: int, i: int) -> tuple[Entity, ...]:
    """ "a clerk at the Orr Bank, who", "gives it to Tom out of fear, who": no bank and no fear."""
    words, at = reading.words, noun
    if words.tag[noun][0] == "V":
        return _last_done_to(reading, noun, verb, i)
    while words.head[at] != at and words.tag[at][0] != "V":
        if words.dep[at] == "conj":  # "his aunt and a stranger at the bank, who"
            return ()
        at = words.head[at]
        who = reading.who(at) if at < i and not words.tag[at].startswith("PRP") else ()
        if who:
            return who if _may_be_subject(words, who, verb, i) else ()
    return _last_done_to(reading, at, verb, i)


def _last_done_to(reading: Reading, above: int, verb: int, i: int) -> tuple[Entity, ...]:
    """Return the last object of a verb, or of its prepositions, that means somebody."""
    words = reading.words
    behind = [c for c in words.children[above] if above < c < i]
    nouns = sorted(c for b in behind for c in (b, *words.children[b]) if words.dep[c] in DONE_TO and c < i)
    found = next((who for at in reversed(nouns) if (who := reading.who(at))), ())
    return found if _may_be_subject(words, found, verb, i) else ()


def _may_be_subject(words: Words, who: tuple[Entity, ...], verb: int, i: int) -> bool:
    """Do verb and subject agree: "who sings" is of one, "who sing" of many?"""
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    if words.subject(verb) != i or words.tag[finite] not in {"VBZ", "VBP"}:
        return True
    are_many = len(who) > 1 or any(entity.is_plural for entity in who)
    return are_many == (words.tag[finite] == "VBP")


def _agreeing(words: Words, noun: int, verb: int, i: int) -> int:
    """ "a mother with six children, who finds work": the mother, since "finds" is of one."""
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    is_one = words.tag[finite] == "VBZ" or words.lower[finite] == "was"
    if not is_one or words.subject(verb) != i or words.tag[noun] != "NNS" or words.text[i - 1] != ",":
        return noun
    at = noun
    while words.dep[at] in {"pobj", "prep", "acl", "appos"} and words.head[at] < at:
        at = words.head[at]
        if words.tag[at] in SINGULAR:
            return at
    return noun


def _described_by(reading: Reading, noun: int) -> tuple[Entity, ...]:
    """ "Tom is a publicist who", "Tom, a concierge who": Tom, whatever calling the noun names.

    So in "Tom flees, becoming a madman who".
    """
    words, above = reading.words, reading.words.head[noun]
    if words.dep[noun] == "appos":
        return () if above < words.head[above] < noun else reading.who(above)
    if (
        words.dep[noun] != "attr"
        or words.lemma[above] not in {"be", "become"}
        or words.child(above, "neg") is not None
    ):
        return ()
    return reading.who(words.subject(above))


def _last_joined(reading: Reading, head: int, verb: int, i: int) -> tuple[Entity, ...]:
    """ "Tom, Max and Mara, who sings": the last of those joined; all of them where the verb says so."""
    words = reading.words
    joined = [c for c in reading.conjuncts(head) if c < i]
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    is_of_all = words.tag[finite] == "VBP" or words.lower[finite] == "were"
    if is_of_all and words.subject(verb) == i:
        return reading.all_of(head)
    return reading.who(joined[-1] if joined else head)


def _read_number(reading: Reading, i: int) -> None:
    """ "the two", "both", "the three of them": where no noun follows."""
    words = reading.words
    if words.dep[i] in {"nummod", "preconj", "det", "predet", "quantmod", "compound", "advmod", "cc"}:
        return
    if words.tag[i + 1 : i + 2] == ["NNS"]:  # "the four parachutes", however it parses
        return
    article = i > 0 and words.lower[i - 1] in {"the", "these", "those", "all"}
    if article or words.lower[i] == "both" or words.lower[i + 1 : i + 3] == ["of", "them"]:
        _read_plural(reading, i, SIZES[words.lower[i]])


def _read_each_other(reading: Reading, i: int) -> None:
    words = reading.words
    if i > 0 and words.lower[i - 1] in {"each", "one"}:
        who = reading.all_of(words.subject(words.clause(i)))
        _together(reading, i, who if len(who) > 1 else _last_together(reading))


def _read_one_of_two(reading: Reading, i: int) -> None:
    """ "Tom meets Max. The latter smiles": of two who were just named, the first or the second."""
    words = reading.words
    if i == 0 or words.lower[i - 1] != "the" or words.tag[i + 1 : i + 2] in (["NN"], ["NNS"], ["NNP"]):
        return
    near = (s for s in reading.discourse.seen if s.sentence >= reading.sentence - 1)
    recent = [s.entity.final() for s in near if not words.tag[s.token].startswith(("PRP", "W"))]
    two = tuple(dict.fromkeys(entity for entity in reversed(recent) if not entity.is_plural))[:2]
    if len(two) == 2:
        reading.mention(two[OF_TWO[words.lower[i]]], i, i + 1, i, MentionKind.PRONOUN)


def _last_together(reading: Reading) -> tuple[Entity, ...]:
    last = reading.discourse.together[-1:]
    return last[0].members if last and last[0].sentence >= reading.sentence - 1 else ()


def _join(reading: Reading, i: int) -> None:
    """ "Mara, Tom and a friend": whoever is joined is spoken of together."""
    words = reading.words
    root = i
    while _is_joined(words, root):
        root = words.head[root]
    if root == i:
        return
    members = [entity for at in reading.conjuncts(root) if at <= i for entity in reading.who(at)]
    unique = tuple(dict.fromkeys(members))
    if reading.listed_to > i and set(unique) < set(reading.listed):
        return  # "Mara, Tom, Max and Ivo": the tree leaves out the first, the row of names does not
    if len(unique) > 1:
        learn_who_make_it_up(reading, unique, root)
        note_list(reading, unique, root)


def _is_joined(words: Words, i: int) -> bool:
    """Is this "Tom" of "Mara and Tom", or of "she and the pilots Ivo and Tom"?"""
    if words.head[i] == i:
        return False
    return words.dep[i] == "conj" or (words.dep[i] == "appos" and words.dep[words.head[i]] == "conj")


TURNS: dict[str, Callable[[Reading, int], None]] = {
    **dict.fromkeys(PRONOUNS, read_pronoun),
    **dict.fromkeys(PLURAL, _read_plural),
    **dict.fromkeys(RELATIVE, _read_relative),
    **dict.fromkeys(TOGETHER, _read_number),
    **dict.fromkeys(FIRST_PERSON, _read_first_person),
    **dict.fromkeys(EACH_OTHER, _read_each_other),
    **dict.fromkeys(OF_TWO, _read_one_of_two),
    "others": read_others,
    "all": read_all,
}
