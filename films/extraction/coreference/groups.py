"""Groups of the story and who belongs to them.

"Four friends, Mara, Tom, Max and Ana", "his gang includes Tom and Max", "Mara and Tom are joined by Max":
whoever is told to be of a group is meant where the group is. A group may also be told first and its members
one by one, each in a sentence of their own.
"""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import PEOPLES, Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS
from films.extraction.words import LINKING, POSSESSIVES, QUOTES, Words

LISTING = frozenset({"include", "comprise", "consist"})
MAKING_UP = frozenset({"consist", "compose", "make", "form"})
FOUNDING = frozenset({"form", "found", "start", "create", "establish", "organize", "organise"})
ANNOUNCING = frozenset({":", "(", "-", "–", "—", "including", "namely"})
LINKS = frozenset({",", "and", "&", "the", "(", ")", ";"}) | QUOTES
BEFORE_NAMES = QUOTES | {"the"}
COMPANY = frozenset({"with", "alongside"})
TAKING_ALONG = frozenset({"take", "bring", "lead", "accompany", "drive", "join", "invite", "gather"})
UNITING = frozenset({"reunite", "unite", "reconcile", "partner", "pair", "team"})
FARTHEST_LIST = 12  # tokens between the noun and the names
BETWEEN_NAMES = 3
DESCRIBING = frozenset({"DT", "JJ", "NN", "HYPH", "RB", "VBG", "VBN"})
LONGEST_DESCRIPTION = 5
LARGEST = 8


def learn_members(reading: Reading, nominal: Nominal, group: Entity) -> None:
    """Remember the members of a group where its description goes on to list them."""
    if group.members or not group.is_plural or group.group is not None:
        return
    listed = announced(reading, nominal, group.size) or _included(reading, nominal)
    listed = listed or _made_up_of(reading, nominal) or _founders(reading, nominal)
    if len(listed) > 1 and (group.size is None or len(listed) == group.size):
        group.members = listed


def company(reading: Reading, group: Entity) -> tuple[Entity, ...]:
    """Return whom the text has told to be of a group so far."""
    if not group.members and group.group is None and group.size is not None:
        group.members = _introduced_since(reading, group)
    return group.members


def names_in_a_row(reading: Reading, start: int, *, described: bool = False) -> tuple[Entity, ...]:
    """Return the people of an enumeration that starts at a token: "Mara, Tom and Max"; or nobody.

    Where they may be described it is also "the shy Mara, her friend Tom and old Max".
    """
    words, found = reading.words, list[Entity]()
    at, last, is_closed = start, start, False
    while at < len(words) and at - last <= BETWEEN_NAMES and not is_closed:
        at = _past_description(words, at) if described else at
        head = _name_from(reading, at)
        if head is not None:
            name, entity = reading.named[head]
            found.append(entity.final())
            is_closed = len(found) > 1 and not LINKING.isdisjoint(words.lower[last : name.start])
            at = last = name.end
        elif words.lower[at] in (LINKS if found else BEFORE_NAMES) or _describes(words, at):
            at += 1
        elif found and words.text[at].isspace():  # an actor blanked
            at += 1
            last += 1
        else:
            break
    return tuple(dict.fromkeys(found)) if is_closed and not any(e.is_plural for e in found) else ()


def _past_description(words: Words, start: int) -> int:
    """In "the restless Tom Vell", "her friend Tom" return "Tom"; the token where no name follows these."""
    at = start
    while at < len(words) and at - start < LONGEST_DESCRIPTION and _describes(words, at, start):
        at += 1
    return at if words.tag[at : at + 1] == ["NNP"] else start


def _describes(words: Words, i: int, start: int | None = None) -> bool:
    is_owners = i == start and words.lower[i] in POSSESSIVES
    return is_owners or words.tag[i] in DESCRIBING or words.lower[i] in PEOPLES


def _name_from(reading: Reading, start: int) -> int | None:
    """Return the head of the name that starts at this token."""
    for head in range(start, min(start + BETWEEN_NAMES, len(reading.words))):
        if head in reading.named:
            return head if reading.named[head][0].start == start else None
    return None


def announced(reading: Reading, nominal: Nominal, size: int | None) -> tuple[Entity, ...]:
    """ "four friends in Rome: Mara, Tom, Max and Ana", "a gang, including Mara and Tom"."""
    words, is_far, is_relative = reading.words, False, False
    for at in range(nominal.end, min(nominal.end + FARTHEST_LIST, len(words))):
        is_verb = words.tag[at][0] == "V" and words.lower[at] not in ANNOUNCING
        if words.starts_sentence[at] or (is_verb and size is None):
            break
        is_far = is_far or is_verb  # "Three friends live in Rome: Mara, Tom and Max"
        is_relative = is_relative or words.tag[at] == "WP"  # "two sailors who visit the port, Tom and Max"
        is_beside = at == nominal.end or (size is not None and (is_relative or not is_far))
        is_announcing = words.text[at] == ":" if is_far else words.lower[at] in ANNOUNCING
        if is_announcing or (words.text[at] == "," and is_beside):
            is_sure = words.text[at] == ":" or size is not None
            found = names_in_a_row(reading, at + 1, described=is_sure)
            if found:
                return found if size in {None, len(found)} else ()
    return ()


def _included(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "His gang includes Tom, Max and Ana, as well as Ines": the names that such a verb has after it."""
    words, verb = reading.words, reading.words.head[nominal.head]
    if words.lemma[verb] not in LISTING or words.dep[nominal.head] not in SUBJECTS or verb < nominal.head:
        return ()
    found = []
    for at in range(verb + 1, reading.parsed.sentences[reading.sentence][1]):
        if words.tag[at] in {"WP", "VBZ", "VBP", "VBD"}:
            break
        if at in reading.named and words.dep[at] != "poss":
            found.append(reading.named[at][1].final())
    return tuple(dict.fromkeys(found))


def _made_up_of(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "a crew consisting of the pilot Tom and Max", "the team of Tom and Ana": all who are named."""
    words = reading.words
    if nominal.noun in read_list("bands") and words.lower[nominal.end : nominal.end + 1] == ["of"]:
        return names_in_a_row(reading, nominal.end + 1)
    verbs = [c for c in words.children[nominal.head] if words.dep[c] == "acl" and words.lemma[c] in MAKING_UP]
    of = [c for verb in verbs for c in words.children[verb] if words.lower[c] == "of"]
    first = words.child(of[0], "pobj") if of else None
    heads = reading.conjuncts(first) if first is not None else []
    are_named = all(head in reading.named for head in heads)
    return tuple(dict.fromkeys(reading.named[head][1].final() for head in heads)) if are_named else ()


def _founders(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "Mara and Tom form a gang", "Mara forms a band with Tom": all of them, where they are several."""
    words, verb = reading.words, reading.words.head[nominal.head]
    is_founded = words.dep[nominal.head] == "dobj" and words.lemma[verb] in FOUNDING
    if not is_founded or nominal.noun not in read_list("bands") or words.child(verb, "neg") is not None:
        return ()
    beside = (c for at in (nominal.head, verb) for c in words.children[at] if words.lower[c] == "with")
    heads = [words.subject(verb), *(words.child(c, "pobj") for c in beside)]
    found = [_all_named(reading, head) for head in heads if head is not None]
    return tuple(dict.fromkeys(e for those in found for e in those)) if all(found) else ()


def _all_named(reading: Reading, head: int) -> tuple[Entity, ...]:
    """Return whom a row of names or a pronoun means; nobody where one of them has no name."""
    who = {at: reading.who(at) for at in reading.conjuncts(head)}
    meant = [entity.final() for those in who.values() for entity in those]
    return tuple(meant) if all(who.values()) and all(e.is_named and not e.is_plural for e in meant) else ()


def _introduced_since(reading: Reading, group: Entity) -> tuple[Entity, ...]:
    """ "Two friends open a bar. Mara is a nurse. Tom is a cook": as many as were told one by one since."""
    size = group.size or 0
    start = next((s.sentence for s in reading.discourse.seen if s.entity is group), None)
    if start is None or not 2 < size <= LARGEST:
        return ()
    told = [s for s in reading.discourse.seen if 0 < s.sentence - start <= size + 1 and s.role in SUBJECTS]
    found = tuple(dict.fromkeys(s.entity.final() for s in told if s.entity.is_named))
    are_new = all(entity.order > group.order for entity in found)
    return found if are_new and len(found) == size else ()


def learn_who_make_it_up(reading: Reading, who: tuple[Entity, ...], at: int) -> None:
    """ "Mara's handlers, a nanny and a cook, leave": the handlers are those two."""
    words, noun = reading.words, reading.words.head[at]
    if words.dep[at] != "appos" or words.text[at + 1 : at + 2] == ["'s"] or noun not in reading.nominals:
        return
    group = reading.one(noun)
    if group is None or not group.is_plural or group.group is not None or group.members:
        return
    are_new = all(not entity.is_named and not entity.is_plural and entity.order > noun for entity in who)
    if are_new and group.size in {None, len(who)}:
        group.members = who


def learn_who_they_are(reading: Reading) -> None:
    """ "They turn out to be Tom and Max": whoever was described so far are those two from then on."""
    words, root = reading.words, reading.listed_from
    verb = words.head[root]
    if words.dep[root] != "attr" or words.lemma[verb] != "be" or words.child(verb, "neg") is not None:
        return
    subject = words.subject(verb)
    described = reading.one(subject) if subject is not None and subject < root else None
    if described is None or not described.is_plural or described.group is not None or described.members:
        return
    if described.size in {None, len(reading.listed)}:
        described.members = reading.listed


def note_list(reading: Reading, listed: tuple[Entity, ...], at: int) -> None:
    """Remember those of a list, which begins at a token, as spoken of together, with whoever leads them.

    In "Mara sets out with her friends, Tom and Max" these are all three.
    """
    heading = _heading(reading, at)
    listed = tuple(dict.fromkeys([*([heading] if heading is not None else []), *listed]))
    leading = [entity for entity in _leading(reading, at) if entity not in listed]
    are_subject = leading or (listed == reading.listed and _goes_on(reading, at))
    role = "nsubj" if are_subject else None  # they are what the clause is about
    reading.discourse.note_together((*leading, *listed), at, reading.sentence, role)


def _goes_on(reading: Reading, first: int) -> bool:
    """ "One night, Mara, Tom and Max leave": a row of names with its verb, whatever the tree makes of it."""
    words, end = reading.words, reading.listed_to
    is_object = words.dep[first] in {"dobj", "pobj", "dative", "poss", "attr"}
    return not is_object and words.tag[end : end + 1] in (["VBP"], ["VBD"], ["VB"], ["MD"])


def _leading(reading: Reading, at: int) -> tuple[Entity, ...]:
    words = reading.words
    while words.dep[at] in {"conj", "appos"} and words.head[at] != at:
        at = words.head[at]
    if words.dep[at] != "pobj" or words.lower[words.head[at]] not in COMPANY:
        return ()
    return reading.who(words.subject(words.clause(at)))  # also "Mara makes friends with Tom and Max"


def _heading(reading: Reading, at: int) -> Entity | None:
    """ "Tom, his wife Mara, and their son leave": Tom, whose wife begins what parses as a list of its own."""
    words = reading.words
    owner = words.child(at, "poss")
    if owner is None and words.dep[at] == "appos":  # "Tom, his wife, Mara, and"
        owner = words.child(words.head[at], "poss")
    if owner is None or owner < 2 or words.text[owner - 1] != "," or words.lower[owner] not in POSSESSIVES:
        return None
    before = next((h for h in range(owner - 2, max(owner - 5, -1), -1) if h in reading.named), None)
    if before is None or reading.named[before][0].end != owner - 1:
        return None
    heading = reading.one(before)
    return heading if heading is not None and reading.one(owner) is heading else None


def note_joining(reading: Reading, i: int) -> None:
    """ "They are joined by Max", "Max joins them": from then on he is one of them."""
    words = reading.words
    verb = words.head[i]
    if words.dep[i] == "pobj" and words.lower[verb] == "by":
        verb = words.head[verb]
    if words.lemma[verb] != "join":
        return
    first, second = words.subject(verb), i
    if first is None or first == i:
        return
    those, newcomers = reading.who(first), reading.who(second)
    for group in reading.entities:
        if len(those) > 1 and set(group.members) == set(those):
            group.joined = newcomers
    if len(those) + len(newcomers) > 2:
        reading.discourse.note_together(tuple(dict.fromkeys([*those, *newcomers])), first, reading.sentence)


def note_company(reading: Reading, i: int) -> None:
    """ "Tom takes his family to Rome", "Mara is reunited with Tom": from then on they are spoken of as one.

    Whom one takes along is one's own: "takes the prisoners to Rome" tells of two parties.
    """
    words = reading.words
    verb, is_with = words.head[i], words.dep[i] == "pobj" and words.lower[words.head[i]] == "with"
    verb = words.head[verb] if is_with else verb
    if not (is_with and words.lemma[verb] in UNITING) and not (
        words.dep[i] == "dobj" and words.lemma[verb] in TAKING_ALONG and _is_own(reading, i, verb)
    ):
        return
    subject = words.subject(verb)
    if subject is None or subject > i or words.child(verb, "neg") is not None:
        return
    together = tuple(dict.fromkeys([*reading.all_of(subject), *reading.all_of(i)]))
    if len(together) > 1:
        reading.discourse.note_together(reading.unfolded(together), subject, reading.sentence)


def _is_own(reading: Reading, i: int, verb: int) -> bool:
    owner = reading.words.child(i, "poss")
    theirs = reading.who(owner) if owner is not None else ()
    return bool(theirs) and set(theirs) <= set(reading.all_of(reading.words.subject(verb)))


def is_joining(words: Words, i: int) -> bool:
    """Does the token stand by a verb of joining?"""
    verb = words.head[i]
    is_by = words.dep[i] == "pobj" and words.lower[verb] == "by"
    return words.lemma[words.head[verb] if is_by else verb] == "join"
