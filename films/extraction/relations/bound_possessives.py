"""Whom "his" or "her" is bound to in its own sentence, where its words leave less choice than the story."""

from films.extraction.people import noun_gender
from films.extraction.relations.relation_claims import RelationReader
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS
from films.vocabulary import Gender
from films.vocabulary import RelationshipKind as Kind

OWNER_GENDER = {"his": Gender.MALE, "her": Gender.FEMALE}
SUBJECT_OF = {Gender.MALE: "he", Gender.FEMALE: "she"}
ELDERS = frozenset({Kind.PARENT, Kind.SIBLING, Kind.RELATIVE})
LONGEST_NAMING = 5  # tokens
LONGEST_APPOSITION = 14  # tokens


def bound_owner(reader: RelationReader, possessor: int) -> tuple[str, ...]:
    """Return whom "his" or "her" is bound to in its own sentence, where coreference looked outside it.

    "Tom meets Al and his wife" speaks of Al's, "Tom tells his wife" of Tom's.
    """
    words = reader.words
    gender = OWNER_GENDER.get(words.lower[possessor])
    if gender is None:
        return ()
    if (first := _listed_apart(reader, possessor)) is not None:
        return reader.cast.at(first)
    if near := _beside(reader, possessor, gender) or _in_relative(reader, possessor, gender):
        return near
    if told_of := _whom_it_tells_of(reader, possessor, gender):
        return told_of
    noun = words.head[possessor]
    if own := _own_subject(reader, possessor, gender):
        return own
    is_predicate = words.dep[noun] == "attr"  # in "Tom was his friend" he is another
    if is_predicate or any(reader.acts_in_sentence(key, possessor) for key in reader.cast.at(possessor)):
        return ()
    at = words.head[noun] if words.dep[noun] == "conj" else words.subject(words.clause(noun))
    if words.dep[noun] == "appos" and at == words.head[noun]:
        return ()  # "Al, his uncle, leaves": nobody is his own uncle
    if at == noun and (before := _subject_before(reader, possessor, gender)):
        return before
    if at is None or at >= possessor or at == noun:
        return _only_before(reader, possessor, gender)
    people = reader.cast.at(at) or reader.people(words.child(at, "appos"))
    return people if len(people) == 1 and reader.has_gender(people[0], gender) else ()


def _subject_before(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Tom's brother Al refuses; his wife Ana laughs" and "Al waits while his wife" she is Al's."""
    words = reader.words
    start = reader.parsed.sentences[reader.parsed.sentence_of(possessor)][0]
    for at in range(possessor - 1, start - 1, -1):
        people = reader.people(at) if words.dep[at] in SUBJECTS else ()
        if len(people) == 1 and reader.has_gender(people[0], gender):
            return people
    return ()


def _own_subject(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Tom knows that he hates his boss" it is the boss of who hates him."""
    words = reader.words
    noun = words.head[possessor]
    verb = words.head[noun]
    subject = words.subject(verb) if words.dep[noun] == "dobj" else None
    if subject is None or words.lower[subject] != SUBJECT_OF[gender] or subject > possessor:
        return ()
    people = reader.people(subject)
    return _of_whom_it_is_asked(reader, verb, people) if people else ()


def _of_whom_it_is_asked(reader: RelationReader, verb: int, people: tuple[str, ...]) -> tuple[str, ...]:
    """In "Al's father Tom demands he marry his sweetheart" it is Al who is to marry: nobody asks himself."""
    words = reader.words
    while words.dep[verb] == "conj" and words.head[verb] < verb:
        verb = words.head[verb]
    asking = words.head[verb]
    if words.dep[verb] != "ccomp" or words.lemma[asking] not in read_list("verbs_of_proposing"):
        return people
    if people != reader.people(words.subject(asking)):
        return people
    start = reader.parsed.sentences[reader.parsed.sentence_of(verb)][0]
    named = dict.fromkeys(key for _, key, _ in reader.names_between(start, verb) if key not in people)
    others = tuple(key for key in named if reader.are_of_one_gender((key, *people)))
    return others if len(others) == 1 else ()


def _only_before(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Living with Tom is his niece" only Tom can be meant: the sentence has named no other man."""
    start = reader.parsed.sentences[reader.parsed.sentence_of(possessor)][0]
    found = {people[0] for i in range(start, possessor) if len(people := reader.cast.at(i)) == 1}
    fitting = tuple(key for key in found if reader.has_gender(key, gender))
    is_sure = all(key in fitting or not reader.accepts_gender(key, gender) for key in found)
    return fitting if is_sure and len(fitting) == 1 and reader.is_named(fitting[0]) else ()


def _in_relative(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Al meets Tom, who is ready to pay for his wife," the wife is Tom's."""
    words = reader.words
    verb = words.clause(possessor)
    for _ in range(3):
        subject = words.child(verb, "nsubj", "nsubjpass")
        if words.dep[verb] == "relcl" and subject is not None and words.lower[subject] == "who":
            people = reader.people(words.head[verb])
            fits = len(people) == 1 and reader.accepts_gender(people[0], gender)
            return people if fits and possessor > subject else ()
        if words.dep[verb] not in {"xcomp", "advcl", "conj", "pcomp"} or subject is not None:
            return ()
        verb = words.clause(words.head[verb])
    return ()


def _whom_it_tells_of(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Tom marries Ana, whom he met through her friend" the friend is Ana's."""
    words = reader.words
    verb = words.clause(possessor)
    whom = words.child(verb, "dobj")
    if words.dep[verb] != "relcl" or whom is None or words.lower[whom] not in {"who", "whom"}:
        return ()
    people, subjects = _named_by(reader, words.head[verb]), reader.people(words.subject(verb))
    is_sure = len(people) == 1 and reader.accepts_gender(people[0], gender)
    return people if is_sure and not any(reader.accepts_gender(key, gender) for key in subjects) else ()


def _named_by(reader: RelationReader, noun: int) -> tuple[str, ...]:
    """Return who the noun is: "marries Ana, a beauty" says it before the comma, whatever it hangs on."""
    article = reader.words.child(noun, "det")
    is_apart = article is not None and article > 0 and reader.words.lower[article - 1] == ","
    named = reader.named_until(article - 1) if article is not None and is_apart else ()
    return named or reader.people(noun)


def _same_owner(reader: RelationReader, possessor: int, name: int) -> int | None:
    """Return the first "her" of "her mother, Ana, and her two brothers": a family is listed as one's own."""
    words = reader.words
    tie = reader.tie_at(words.head[possessor])
    is_listed = words.lower[possessor - 1] == ","  # "his boss Tom, his wife Ana and"
    if tie is None or ((tie.kind not in ELDERS or tie.is_inverse) and not is_listed):
        return None
    for at in range(name - 1, max(0, name - LONGEST_NAMING), -1):
        first = reader.tie_at(at)
        if first is not None:
            owner = reader.owner_index(at) if first.kind in ELDERS or is_listed else None
            is_same = owner is not None and words.lower[owner] == words.lower[possessor]
            return owner if is_same else None
    return None


def _is_other(reader: RelationReader, name: int, possessor: int) -> bool:
    """Is the noun no description of the one before the comma: "Mara, her brother Tom and Al"?"""
    people, noun = reader.cast.at(name), reader.words.head[possessor]
    if reader.words.dep[noun] == "poss":  # "Mara, his wife's sister"
        return False
    described = noun_gender(reader.words.lemma[noun])
    return described is not None and len(people) == 1 and not reader.accepts_gender(people[0], described)


def _listed_apart(reader: RelationReader, possessor: int) -> int | None:
    """Return the first "his" of "his father Tom, an old man, and his brother Al", whose both are."""
    words = reader.words
    tie = reader.tie_at(words.head[possessor])
    is_listed = words.lower[possessor - 2 : possessor] == [",", "and"]
    if not is_listed or tie is None or tie.kind not in ELDERS or tie.is_inverse:
        return None
    for at in range(possessor - 3, max(0, possessor - LONGEST_APPOSITION), -1):
        if words.tag[at].startswith("V") or words.tag[at] == "WP":
            return None
        if words.lower[at] == words.lower[possessor]:
            first = reader.tie_at(words.head[at])
            return at if first is not None and first.kind in ELDERS and not first.is_inverse else None
    return None


def _beside(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Tom and his wife" and "Tom, with his wife" the wife is Tom's, whoever else is about."""
    words = reader.words
    at = possessor - 1
    while at > 0 and possessor - at < 4 and words.lower[at] in {"and", "with", ",", "&"}:
        at -= 1
    if at == possessor - 1:
        return ()
    if words.lower[at + 1 : possessor] == [","] and not _is_other(reader, at, possessor):
        return ()
    if (same := _same_owner(reader, possessor, at)) is not None:
        return reader.cast.at(same)
    people = reader.cast.at(at) if words.tag[at].startswith("NNP") else ()
    return people if len(people) == 1 and reader.has_gender(people[0], gender) else ()
