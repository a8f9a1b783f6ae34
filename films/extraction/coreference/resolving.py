"""Reading the tellings from start to end, saying of every mention who is meant."""

from films.extraction.coreference.describing import read_description
from films.extraction.coreference.discourse import ARGUMENTS, antecedents, governor
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import BY_PRONOUN, PRONOUNS
from films.extraction.coreference.kinship import CLASSES
from films.extraction.coreference.plurals import SIZES, those_meant
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.speakers import FIRST_PERSON, speaker
from films.extraction.names.proper_names import ProperName
from films.extraction.words import Words
from films.vocabulary import Gender, MentionKind

FRONTED = frozenset({"advcl", "prep", "npadvmod", "acl"})
AWAITED = 2.2  # how likely the subject after a fronted clause is
KIN_TOLD = 1.2
LINKS = frozenset({",", "and", "&"})
REFLEXIVE = frozenset({"himself", "herself"})
RELATIVE = frozenset({"who", "whom", "whose", "that"})
RELATIVE_TAGS = frozenset({"WP", "WP$", "WDT"})
PLURAL = frozenset({"they", "them", "their", "theirs"})
TOGETHER = frozenset({"both", "two", "three", "four", "five"})
EACH_OTHER = frozenset({"other", "another"})


def read_through(reading: Reading) -> None:
    """Resolve every mention of the document, telling by telling."""
    passages = zip(reading.parsed.passages, reading.parsed.tellings, strict=True)
    for (start, end), is_telling in passages:
        if is_telling:
            reading.start_telling()
            _read_passage(reading, start, end)


def _read_passage(reading: Reading, start: int, end: int) -> None:
    reading.sentence = reading.parsed.sentence_of(start)
    for i in range(start, end):
        if reading.words.starts_sentence[i] and i > start:
            reading.sentence += 1
        _read_token(reading, i)


def _read_token(reading: Reading, i: int) -> None:
    lower = reading.words.lower[i]
    if i in reading.named:
        _read_name(reading, i)
    elif i in reading.nominals:
        read_description(reading, reading.nominals[i])
    elif lower in PRONOUNS:
        _read_pronoun(reading, i)
    elif lower in PLURAL or lower == "themselves":
        _read_plural(reading, i, None)
    elif lower in RELATIVE and reading.words.tag[i] in RELATIVE_TAGS:
        _read_relative(reading, i)
    elif lower in TOGETHER:
        _read_number(reading, i)
    elif lower in FIRST_PERSON:
        _read_first_person(reading, i)
    elif lower in EACH_OTHER:
        _read_each_other(reading, i)
    else:
        return
    _join(reading, i)


def _read_name(reading: Reading, i: int) -> None:
    name, entity = reading.named[i]
    if entity.members:
        spouses = [other for member in entity.members for other in reading.kinship.spouses_of(member)]
        reading.mention_together(tuple(dict.fromkeys([*entity.members, *spouses])), i)
        return
    reading.mention(entity, name.start, name.end, i, MentionKind.PROPER)
    if entity.is_plural:
        reading.discourse.note_together((entity,), i, reading.sentence)
    else:
        _enumerate(reading, name, entity)


def _enumerate(reading: Reading, name: ProperName, entity: Entity) -> None:
    """ "leaving Mara, Tom and Max behind": names in a row are spoken of together, however they parse."""
    between = reading.words.lower[reading.listed_to : name.start] if reading.listed else ["."]
    if not 0 < len(between) <= 2 or not LINKS.issuperset(between):
        reading.listed, reading.listed_from = (), name.head
    reading.listed = tuple(dict.fromkeys([*reading.listed, entity.final()]))
    reading.listed_to = name.end
    if len(reading.listed) > 1 and between[-1] in {"and", "&"}:
        reading.discourse.note_together(reading.listed, reading.listed_from, reading.sentence)


def _read_pronoun(reading: Reading, i: int) -> None:
    words = reading.words
    gender = PRONOUNS[words.lower[i]]
    entity = None
    if words.lower[i] in REFLEXIVE:
        entity = reading.one(words.subject(words.clause(i)))
    if entity is None:
        candidates = _candidates(reading, i, gender)
        reading.instances.append((gender, candidates))
        entity = candidates[0][1] if candidates else None
    if entity is not None:
        if not entity.is_named:
            entity.votes[gender] += BY_PRONOUN
        reading.mention(entity, i, i + 1, i, MentionKind.PRONOUN)


def _candidates(reading: Reading, i: int, gender: Gender) -> list[tuple[float, Entity]]:
    """Return whom the pronoun may mean: those spoken of, and the subject that a fronted clause awaits."""
    barred = _named_arguments(reading, i)
    found = [
        pair for pair in antecedents(reading.discourse, i, gender, reading.sentence) if pair[1] not in barred
    ]
    found = _by_kin(reading, i, found)
    ahead, is_bound = subject_ahead(reading.words, i)
    entity = reading.named[ahead][1].final() if ahead is not None and ahead in reading.named else None
    if entity is not None and entity.accepts(gender) and entity not in barred:
        known = next((score for score, other in found if other is entity), -1.0)
        score = (found[0][0] if found else 0.0) + 2.0 if is_bound else max(known + 0.5, AWAITED)
        found = [(score, entity), *(pair for pair in found if pair[1] is not entity)]
        found.sort(key=lambda pair: -pair[0])
    return found[:5]


def _by_kin(reading: Reading, i: int, found: list[tuple[float, Entity]]) -> list[tuple[float, Entity]]:
    """In "his parents" he is likelier one of whose parents the text has told."""
    noun = reading.words.lemma[reading.words.head[i]]
    if reading.words.dep[i] != "poss" or noun not in CLASSES:
        return found
    weighed = [(score + (KIN_TOLD if reading.kinship.find(e, noun) else 0.0), e) for score, e in found]
    return sorted(weighed, key=lambda pair: -pair[0])


def _named_arguments(reading: Reading, i: int) -> list[Entity]:
    """In "he finds Tom" he is not Tom: names that stand beside the pronoun in its clause."""
    words = reading.words
    if words.dep[i] not in ARGUMENTS or words.lower[i] in REFLEXIVE:
        return []
    verb = governor(words, i)
    beside = [c for c in words.children[verb] if words.dep[c] in ARGUMENTS]
    beside += [
        n
        for c in words.children[verb]
        if words.dep[c] == "prep"
        for n in words.children[c]
        if words.dep[n] == "pobj"
    ]
    return [reading.named[c][1].final() for at in beside for c in reading.conjuncts(at) if c in reading.named]


def subject_ahead(words: Words, i: int) -> tuple[int | None, bool]:
    """Return the subject that follows a fronted phrase or clause with the pronoun in it.

    In "Tired of his work, Tom leaves" it is "Tom", and bound; in "When he wakes, Tom leaves" the
    clause has a subject of its own, so that the pronoun may also mean somebody else.
    """
    at, is_bound = i, True
    while words.head[at] != at and words.dep[at] not in {"relcl", "ccomp"}:
        if words.dep[at] in FRONTED:
            subject = words.child(words.head[at], "nsubj", "nsubjpass")
            if subject is not None and subject > i and at < subject:
                return (
                    (subject, is_bound)
                    if words.dep[i] == "poss" or words.dep[at] != "prep"
                    else (None, False)
                )
            if words.child(at, "nsubj", "nsubjpass") is not None:
                is_bound = False
        at = words.head[at]
    return None, False


def _read_first_person(reading: Reading, i: int) -> None:
    entity = speaker(reading, i)
    if entity is not None:
        reading.mention(entity, i, i + 1, i, MentionKind.PRONOUN)


def _read_plural(reading: Reading, i: int, size: int | None) -> None:
    words = reading.words
    if words.lower[i] == "themselves":
        members = reading.all_of(words.subject(words.clause(i)))
    else:
        members = those_meant(reading.discourse, i, reading.sentence, size=size, back=4 if size else 2)
    _together(reading, i, members)


def _together(reading: Reading, i: int, members: tuple[Entity, ...]) -> None:
    if len(members) == 1 and members[0].is_plural:
        reading.mention(members[0], i, i + 1, i, MentionKind.PRONOUN)
        reading.discourse.note_together(members, i, reading.sentence)
    elif members:
        reading.mention_together(members, i)


def _read_relative(reading: Reading, i: int) -> None:
    """ "the man who", "Tom, whose": the noun that the clause hangs on."""
    words, at = reading.words, i
    while words.dep[at] != "relcl" and words.head[at] != at:
        at = words.head[at]
    who = reading.who(words.head[at]) if words.dep[at] == "relcl" else ()
    if not who and i > 0 and words.lower[i] != "that":
        who = reading.who(i - 1) or (reading.who(i - 2) if words.text[i - 1] == "," else ())
    if len(who) == 1:
        reading.mention(who[0], i, i + 1, i, MentionKind.PRONOUN)
    elif who:
        reading.mention_together(who, i)


def _read_number(reading: Reading, i: int) -> None:
    """ "the two", "both", "the three of them": where no noun follows."""
    words = reading.words
    if words.dep[i] in {"nummod", "preconj", "det", "predet", "quantmod", "compound", "advmod", "cc"}:
        return
    article = i > 0 and words.lower[i - 1] in {"the", "these", "those"}
    if article or words.lower[i] == "both" or words.lower[i + 1 : i + 3] == ["of", "them"]:
        _read_plural(reading, i, SIZES[words.lower[i]])


def _read_each_other(reading: Reading, i: int) -> None:
    words = reading.words
    if i > 0 and words.lower[i - 1] in {"each", "one"}:
        who = reading.all_of(words.subject(words.clause(i)))
        _together(reading, i, who if len(who) > 1 else _last_together(reading))


def _last_together(reading: Reading) -> tuple[Entity, ...]:
    last = reading.discourse.together[-1:]
    return last[0].members if last and last[0].sentence >= reading.sentence - 1 else ()


def _join(reading: Reading, i: int) -> None:
    """ "Mara, Tom and a friend": whoever is joined is spoken of together."""
    words = reading.words
    root = i
    while words.dep[root] == "conj" and words.head[root] != root:
        root = words.head[root]
    if root == i:
        return
    members = [entity for at in reading.conjuncts(root) if at <= i for entity in reading.who(at)]
    unique = tuple(dict.fromkeys(members))
    if len(unique) > 1:
        reading.discourse.note_together(unique, root, reading.sentence)
