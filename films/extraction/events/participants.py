"""Who takes part in an event, and how: found along the grammar of its clause."""

from collections.abc import Iterable, Iterator

from films.extraction.chains import Cast
from films.extraction.events.named_only import is_title
from films.extraction.events.scene import is_ruled_out
from films.extraction.events.spoken_of import is_thought_of
from films.extraction.events.subjects import RELATIVES, Found, is_passive, stands_for_clause, subjects
from films.extraction.events.triggers import Trigger
from films.extraction.people import GROUP_NOUNS, noun_kind
from films.extraction.resources import read_list
from films.extraction.statements import Participant
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words
from films.vocabulary import CharacterKind, Role

NEAR = 3  # tokens: "meets and later befriends"
OWNED = frozenset({"nsubjpass", "dobj", "nsubj"})
TO_WHOM = frozenset({"to", "for"})
AGAINST = read_list("prepositions_of_patients")
TOGETHER = read_list("prepositions_of_company")
TRANSITIVES = read_list("person_object_verbs") | {
    "find",
    "capture",
    "torture",
    "locate",
    "belittle",
    "build",
    "destroy",
    "steal",
}
QUANTITIES = frozenset(
    ["one", "two", "three", "some", "several", "many", "most", "all", "none", "both", "rest", "each", "half"]
)
PERCEIVING = frozenset({"overhear", "hear", "see", "witness", "watch", "observe", "interrupt", "learn"})
HARMING = read_list("verbs_of_harm") | {"eat", "devour", "crush", "hang"}
PERCEIVED = read_list("verbs_of_perceiving")
USED = read_list("verbs_of_use")
JOINING = frozenset({"join", "rejoin"})
DYING = frozenset({"die", "disappear", "drown", "be"})  # whom this happens to is the subject
DECIDING = frozenset({"decide", "choose", "opt", "resolve"})
SEEKING = read_list("verbs_of_seeking") | {"look", "search", "hunt"}
PLANNED_WITH_OBJECT = read_list("verbs_touching_their_infinitive")


def find_participants(
    words: Words, cast: Cast, trigger: Trigger, bystanders: Iterable[str] = ()
) -> tuple[Participant, ...]:
    """Return who takes part in the event that the trigger tells, each character once."""
    roles: dict[str, Role] = {}
    for head, role in _found(words, trigger, cast):
        for member in _with_joined(words, _counted(words, cast, head)):
            for key in cast.at(member) if not is_ruled_out(words, member) else ():
                roles.setdefault(key, role)
    for key in bystanders:
        roles.setdefault(key, Role.PRESENT)
    return tuple(Participant(key, role) for key, role in roles.items())


def _counted(words: Words, cast: Cast, head: int) -> int:
    """Return the men of "one of his men", "the rest of the men"; the head itself where that one is named."""
    if words.lower[head] not in QUANTITIES or any(cast.at(i) for i in _with_joined(words, head)):
        return head
    of = next((c for c in words.children[head] if words.lower[c] == "of"), None)
    people = words.child(of, "pobj") if of is not None else None
    return people if people is not None and cast.at(people) else head


def _found(words: Words, trigger: Trigger, cast: Cast) -> Iterator[Found]:
    if trigger.is_noun:
        yield from (own := list(_of_noun(words, trigger)))
        if own and not trigger.is_light and _is_perceived(words, trigger):
            return
    if (whom := _found_so(words, trigger)) is not None:
        yield whom, Role.PATIENT
    elif trigger.verb is not None:
        yield from of_verb(words, trigger.verb, cast)


def _is_perceived(words: Words, trigger: Trigger) -> bool:
    """Is this "overhears their talk": who hears it does not talk?"""
    return trigger.verb is not None and words.lemma[trigger.verb] in PERCEIVING


def _found_so(words: Words, trigger: Trigger) -> int | None:
    """Return who is dead in "finds Tom dead"."""
    if trigger.verb is None or words.tag[trigger.token] != "JJ" or is_passive(words, trigger.verb):
        return None
    return words.child(trigger.token, *SUBJECTS) or words.child(trigger.verb, "dobj")


def of_verb(words: Words, verb: int, cast: Cast | None = None) -> Iterator[Found]:
    """Yield the heads of the phrases that take part in what a verb tells."""
    yield from subjects(words, verb, cast)
    yield from _gap(words, verb, cast)
    yield from _complements(words, verb)
    if (shared := shared_object(words, verb)) is not None:
        yield shared, Role.PATIENT
    yield from _affected_owners(words, verb, cast)


def _gap(words: Words, verb: int, cast: Cast | None) -> Iterator[Found]:
    """Yield what a relative clause leaves out: "a man she recognizes" (the man is recognized)."""
    if words.dep[verb] != "relcl":
        return
    subject = words.child(verb, *SUBJECTS)
    if subject is not None and words.lower[subject] in RELATIVES:
        return
    relative = next((c for c in words.children[verb] if words.lower[c] in RELATIVES), None)
    if relative is not None and stands_for_clause(words, relative, words.head[verb], cast):
        return
    if words.child(verb, "dobj") is None or relative is not None:
        yield words.head[verb], Role.PATIENT


def _complements(words: Words, verb: int) -> Iterator[Found]:
    has_dative = words.child(verb, "dative") is not None
    for child in words.children[verb]:
        dep = words.dep[child]
        if dep == "dobj":
            told = words.lemma[verb] in read_list("verbs_of_saying") and not has_dative
            yield child, Role.RECIPIENT if told else Role.PATIENT
        elif dep == "dative":
            yield from ((c, Role.RECIPIENT) for c in _objects_of(words, child))
        elif dep in {"oprd", "iobj", "appos"}:
            yield child, Role.PATIENT
        elif dep in {"prep", "agent"}:
            yield from _of_preposition(words, child, verb)
        elif dep in {"xcomp", "ccomp"} and child > verb:
            yield from _subject_as_object(words, verb, child)
            yield from _of_complement(words, verb, child)


def _subject_as_object(words: Words, verb: int, clause: int) -> Iterator[Found]:
    """Yield whom one finds, sees or persuades: "finds Tom dead", "persuades Tom not to leave"."""
    whom = words.child(clause, *SUBJECTS)
    if whom is None or not verb < whom < clause or words.child(clause, "mark") is not None:
        return
    is_told = any(words.lower[c] == "to" and words.dep[c] == "aux" for c in words.children[clause])
    is_met = words.lemma[verb] in read_list("verbs_before_complements")
    is_participle = words.tag[clause] in {"VBG", "VBN", "JJ"}
    if is_told or (
        is_met and is_participle and not any(words.dep[c] == "aux" for c in words.children[clause])
    ):
        yield whom, Role.RECIPIENT if words.lemma[verb] in read_list("verbs_of_saying") else Role.PATIENT


def shared_object(words: Words, verb: int) -> int | None:
    """Return the object that a verb shares with the one joined to it: "meets and befriends Anna"."""
    if words.lemma[verb] not in TRANSITIVES or is_passive(words, verb):
        return None
    if any(c > verb and words.dep[c] not in {"conj", "cc", "advmod", "punct"} for c in words.children[verb]):
        return None
    joined = next((c for c in words.children[verb] if c > verb and words.dep[c] == "conj"), None)
    if joined is None or joined - verb > NEAR or words.tag[joined] != words.tag[verb]:
        return None
    return None if words.child(joined, *SUBJECTS) is not None else words.child(joined, "dobj")


def _objects_of(words: Words, child: int) -> list[int]:
    if words.tag[child] in {"IN", "TO"}:
        return [g for g in words.children[child] if words.dep[g] == "pobj"]
    return [child]


def _of_preposition(words: Words, preposition: int, verb: int) -> Iterator[Found]:
    lower = words.lower[preposition]
    for target in words.children[preposition]:
        if words.dep[target] == "pobj":
            if lower == "by":
                yield (
                    target,
                    Role.AGENT
                    if words.dep[preposition] == "agent" or is_passive(words, verb)
                    else Role.PRESENT,
                )
            elif lower in TOGETHER:
                yield target, Role.PRESENT
            elif lower in TO_WHOM:
                yield target, Role.RECIPIENT
            elif lower in AGAINST and not is_thought_of(words, lower, verb):
                yield target, Role.PATIENT
        elif words.dep[target] == "prep":
            yield from _of_preposition(words, target, verb)


def _of_complement(words: Words, verb: int, child: int) -> Iterator[Found]:
    """Yield the objects of what is tried, offered, decided on or refused: "tries to break them up"."""
    lemma = words.lemma[child]
    if words.tag[child][0] != "V":
        return
    is_decided = words.lemma[verb] in DECIDING and lemma not in SEEKING and words.child(child, "neg") is None
    if is_decided or words.lemma[verb] in PLANNED_WITH_OBJECT:
        yield from _complements(words, child)


def _affected_owners(words: Words, verb: int, cast: Cast | None) -> Iterator[Found]:
    """Yield whose father dies, whose legs are amputated, whose rifle is stolen."""
    lemma = words.lemma[verb]
    harms = lemma in HARMING or _is_dead(words, verb)
    shared = [head for head, _ in subjects(words, verb, cast)]
    for child in dict.fromkeys([*shared, *(c for c in words.children[verb] if words.dep[c] in OWNED)]):
        is_person = noun_kind(words.lemma[child]) is CharacterKind.PERSON or (
            cast is not None and bool(cast.at(child))
        )
        is_harmed = harms and (words.dep[child] != "nsubj" or is_passive(words, verb) or lemma in DYING)
        is_joined = lemma in JOINING and words.lemma[child] in GROUP_NOUNS
        is_apart = lemma in PERCEIVED or (lemma in USED and words.dep[child] != "nsubj")
        if is_harmed or is_joined or not (is_person or is_apart):
            yield from ((c, Role.PATIENT) for c in _owners(words, child, of_kin=is_harmed))


def _owners(words: Words, owned: int, *, of_kin: bool) -> Iterator[int]:
    """Yield whose "her father" is; where harm hits him, also "Tom, her father", "her love interest Tom"."""
    named_by = [c for c in words.children[owned] if of_kin and words.dep[c] in {"appos", "compound"}]
    for noun in (owned, *named_by):
        yield from (c for c in words.children[noun] if words.dep[c] == "poss")


def _is_dead(words: Words, verb: int) -> bool:
    state = words.child(verb, "acomp")
    return state is not None and words.lower[state] == "dead"


def _of_noun(words: Words, trigger: Trigger) -> Iterator[Found]:
    """Yield the arguments of an event noun: "the death of the grandfather", "Anna's wedding to Tom"."""
    for child in words.children[trigger.token]:
        if words.dep[child] == "poss":
            yield child, Role.AGENT
        elif words.dep[child] in {"prep", "agent"}:
            for target in words.children[child]:
                if words.dep[target] == "pobj":
                    yield target, Role.PRESENT if words.lower[child] in TOGETHER else Role.PATIENT


def _with_joined(words: Words, head: int) -> Iterator[int]:
    """Yield the head of a phrase and those joined to it: "Anna, Tom and the others, including a doctor"."""
    waiting = [head]
    while waiting:
        at = waiting.pop()
        yield at
        for child in words.children[at]:
            if words.lower[child] == "including":
                waiting += [c for c in words.children[child] if words.dep[c] == "pobj"]
        waiting.extend(
            c
            for c in words.children[at]
            if words.dep[c] in {"conj", "appos"} and words.tag[c][0] != "V" and not is_title(words, c)
        )
