"""Whom a pronoun cannot mean: in "Mara sees her" she is someone else, and nobody is their own sister.

The principles of binding (Chomsky, "Lectures on Government and Binding", 1981), as far as a dependency
tree shows them: a pronoun is free in its clause, and a noun phrase does not hold a pronoun for itself.
"""

from collections.abc import Iterable

from films.extraction.coreference.controlling import FARTHEST_UP, doer
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.of_others import acting_on, subject_of_predicate
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, SUBJECTS
from films.extraction.words import Words

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr", "oprd"})
OF_VERB = ARGUMENTS | {"prep", "agent"}
OF_NOUN = frozenset({"poss", "pobj", "prep"})
OF_CONTENT = OF_NOUN | SUBJECTS | {"ccomp", "xcomp", "advcl", "pcomp", "dobj", "acomp", "conj"}
UNSAID = frozenset({"VBG", "VBN", "VB"})
ONE_OR_NAME = NAME_TAGS | {"NN"}
BESIDE = frozenset({"conj", "parataxis", "dep", "advcl", "relcl", "acl"})
NOMINAL_PLACES = frozenset({"dobj", "dative", "prep", "agent", "pobj", "xcomp", "attr"})
AROUND = frozenset(
    ["with", "for", "behind", "around", "about", "near", "beside", "ahead", "before", "above"]
) | {"below", "under"}  # "takes Tom with her": she may be the one who takes
TAKING = frozenset(
    {"take", "bring", "carry", "drag", "keep", "have", "leave", "invite", "want", "like", "get"}
)
OBJECT_FORMS = frozenset({"him", "her", "them"})
TOWARDS = frozenset({"with", "for", "on", "against"})  # "has an affair with him"
REMARKS = frozenset({"luckily", "unluckily", "fortunately", "unfortunately", "sadly", "happily"})
DEPENDENT = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp"})
DEMANDING = read_list("verbs_of_proposing") | {"ask"}
URGING = frozenset(
    ["urging", "request", "insistence", "suggestion", "invitation", "behest", "advice", "order", "orders"]
) | {"prompting", "encouragement", "instigation", "command", "recommendation", "instruction"}
HELP = frozenset({"help", "aid", "assistance", "support", "guidance", "permission", "blessing", "backing"})
BEHESTS = {
    **dict.fromkeys(("at", "on", "upon", "under"), URGING),
    **dict.fromkeys(("with", "without", "through"), HELP),
}
OUTCOMES = read_list("verbs_of_outcome")
JOINING = frozenset({"and", "but", "or", ";"})
RESULTING = OUTCOMES | frozenset(
    ["lead", "result", "cause", "force", "prompt", "allow", "enable", "leave", "make", "help"]
)


def fellows(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return everybody whom the pronoun at token `i` cannot mean.

    In "Tom calls Max and warns him" this is Tom; in "Max, his brother, calls" it is Max.
    """
    words = reading.words
    is_pronoun = words.tag[i].startswith("PRP")
    if words.lower[i].endswith(("self", "selves")) or (words.dep[i] == "conj" and not is_pronoun):
        return ()
    if words.dep[i] == "poss":
        return _meant(reading, _bearers_of(reading, words.head[i]))
    tokens = [at for token in _beside(words, i) for at in reading.conjuncts(token) if at != i]
    tokens += [
        c
        for at in tokens
        for c in words.children[at]
        if words.dep[c] == "appos" and c in reading.named and at in reading.nominals
    ]
    if words.dep[i] in SUBJECTS:
        after = _after(words, governor(words, i), i)
        tokens += [at for at in after if at in reading.named and not _is_identity(words, at)]
        tokens += _demanding(words, words.head[i])
        tokens += _urging(words, words.head[i], i)
    found = _meant(reading, tokens)
    listed = words.lower[reading.listed_from : reading.listed_to]
    if reading.listed_to == governor(words, i) < i and "and" in listed:  # "…, Tom and Mara call him"
        found += reading.listed
    return found


def _demanding(words: Words, clause: int) -> list[int]:
    """ "Tom demands he leave her": who demands, since a bare form tells that somebody else shall do it."""
    verb = words.head[clause]
    is_bare = words.tag[clause] == "VB" and words.child(clause, "aux", "neg") is None
    if not is_bare or words.dep[clause] != "ccomp" or words.lemma[verb] not in DEMANDING:
        return []
    who = doer(words, verb)
    return [who] if who is not None else []


def _urging(words: Words, verb: int, i: int) -> list[int]:
    """ "At Tom's urging, he leaves", "With Tom's help, he flees": Tom, who urges or helps another."""
    fronted = [c for c in words.children[verb] if c < i and words.dep[c] == "prep"]
    urged = [
        n for c in fronted for n in words.children[c] if words.lemma[n] in BEHESTS.get(words.lower[c], ())
    ]
    of = [c for n in urged for c in words.children[n] if words.lower[c] == "of"]
    owners = [c for n in urged for c in words.children[n] if words.dep[c] == "poss"]
    return owners + [n for c in of for n in words.children[c] if words.dep[n] == "pobj"]


def subjects_above(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return whom the pronoun at token `i` hardly means: in "Tom leaves, calling him" this is Tom."""
    words = reading.words
    if words.dep[i] not in ARGUMENTS - SUBJECTS:
        return ()
    verb = governor(words, i)
    above, known = words.subject(verb), doer(words, verb)
    is_loose = known is None or (known == above and words.dep[verb] == "pcomp")
    if above is None or not is_loose or _is_outcome(words, verb):
        return ()
    return _meant(reading, reading.conjuncts(above))


def _is_outcome(words: Words, verb: int) -> bool:
    """ "Tom is run over by a car, killing him": what was done to Tom is told to its end."""
    above = words.head[verb]
    is_passive = words.child(above, "nsubjpass", "auxpass") is not None
    return words.lemma[verb] in OUTCOMES and words.dep[verb] == "advcl" and is_passive


def subjects_over(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return whom a noun phrase cannot mean: in "Mara sees that the two have left" this is Mara.

    What is named or described is free: the subject of a clause is nobody in the clauses that depend on it.
    """
    words, found = reading.words, list[Entity]()
    clause = words.clause(i)
    if words.dep[i] == "conj":  # "experiments with Tom and the two leave", however it parses
        return ()
    while words.head[clause] != clause and words.dep[clause] != "conj":
        above = words.head[clause]
        if words.lower[_left_edge(words, clause) - 1] in JOINING:  # joined, however it parses
            break
        is_result = words.dep[clause] == "advcl" and words.lemma[clause] in RESULTING
        if words.dep[clause] in DEPENDENT and above < clause and not is_result:
            subject = doer(words, above)
            found += reading.all_of(subject if subject is not None else words.subject(above))
        clause = words.clause(above)
    return tuple(dict.fromkeys(entity.final() for entity in found))


def _left_edge(words: Words, i: int) -> int:
    while words.children[i] and words.children[i][0] < i:
        i = words.children[i][0]
    return i


def groups_beside(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return the groups that a plural pronoun hardly means though its clause tells of them.

    In "The pirates seize Mara, planning to sell them" these are the pirates, in "Worried about the police,
    they flee" the police, in "One of the men finds them" the men.
    """
    words = reading.words
    if words.dep[i] in SUBJECTS:
        fronted = [c for c in words.children[words.head[i]] if words.dep[c] in {"advcl", "acl"} and c < i]
        bare = [c for c in fronted if words.child(c, *SUBJECTS, "mark", "advmod") is None]
        tokens = [at for c in bare for at in arguments(words, c) if words.lower[words.head[at]] != "as"]
        return tuple(entity for entity in _meant(reading, tokens) if entity.is_plural)
    if words.dep[i] not in {"dobj", "dative"}:
        return ()
    found = _part_of(words, doer(words, words.head[i]))
    found += _above_participle(words, words.head[i])
    return tuple(entity for entity in _meant(reading, found) if entity.is_plural)


def _part_of(words: Words, subject: int | None) -> list[int]:
    """Return the men of "one of the men"."""
    of = words.child(subject, "prep") if subject is not None and words.lower[subject] == "one" else None
    whole = words.child(of, "pobj") if of is not None else None
    return [whole] if whole is not None else []


def _above_participle(words: Words, verb: int) -> list[int]:
    """Return the subject that an infinitive or a participle shares: "Pirates come, planning to sell them"."""
    at = verb
    while words.dep[at] == "xcomp" and words.tag[words.head[at]] in {"VBG", "VB"}:
        at = words.head[at]
    is_bare = words.dep[at] == "advcl" and words.child(at, *SUBJECTS, "dobj") in {
        None,
        words.child(verb, "dobj"),
    }
    if not is_bare or words.lemma[at] in RESULTING or _is_outcome(words, at):
        return []
    above = words.subject(at)
    return [above] if above is not None else []


def named_below(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return whom the subject at token `i` hardly means: in "He orders that Tom be shot" this is Tom.

    So in "He flees while Tom sleeps".
    """
    words = reading.words
    if words.dep[i] not in SUBJECTS:
        return ()
    clauses = [c for c in words.children[words.head[i]] if c > i and words.dep[c] == "advcl"]
    subjects = [words.child(c, *SUBJECTS) for c in clauses if words.child(c, "mark", "advmod") is not None]
    found = [at for at in subjects if at is not None and at in reading.named]
    queue = [c for c in words.children[words.head[i]] if c > i and not _is_apart(words, c)]
    while queue:
        at = queue.pop()
        if at in reading.named and not _is_identity(words, at):
            found.append(at)
        queue += [c for c in words.children[at] if not _is_apart(words, c)]
    return _meant(reading, found)


def _is_apart(words: Words, i: int) -> bool:
    """Does a clause of its own begin here? "Mara and Tom's love" is one noun phrase."""
    is_joined_noun = words.dep[i] == "conj" and words.tag[words.head[i]][0] == "N"
    return words.dep[i] in BESIDE and not is_joined_noun


def _meant(reading: Reading, tokens: Iterable[int]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(entity.final() for token in tokens for entity in reading.who(token)))


def _bearers_of(reading: Reading, noun: int) -> list[int]:
    """Return the tokens that mean the same one as the noun: what it names, its apposition, its predicate."""
    words = reading.words
    if noun not in reading.nominals:
        others = (acting_on(words, noun), subject_of_predicate(words, noun))
        return [noun, *(other for other in others if other is not None)]
    found = [noun, *(c for c in words.children[noun] if words.dep[c] == "appos")]
    of = words.head[noun]
    is_one = words.dep[noun] == "pobj" and words.lower[of] == "of" and words.lower[words.head[of]] == "one"
    at = words.head[of] if is_one else noun  # "Tom is one of his friends"
    while words.dep[at] in {"appos", "compound"} and words.head[at] != at and not _names_another(words, at):
        at = words.head[at]
        found.append(at)
    for other in (_subject_described(words, at), acting_on(words, noun)):
        found += [other] if other is not None else []
    return found


def _names_another(words: Words, noun: int) -> bool:
    """ "Tom, his wife Mara, their son": a list, for the noun has a name of its own."""
    has_name = words.tag[noun + 1 : noun + 2] == ["NNP"]
    if words.child(noun, "cc") is not None:  # "Tom, his wife, Mara, and their son"
        has_name = has_name or any(
            words.dep[c] == "appos" and words.tag[c] == "NNP" for c in words.children[noun]
        )
    return words.dep[noun] == "appos" and (has_name or words.tag[noun] == "NNS")


def _subject_described(words: Words, noun: int) -> int | None:
    """ "Max is his brother", "hires Max as his driver": the one of whom the noun is said."""
    verb = words.head[noun]
    if words.dep[noun] == "attr":
        return words.child(verb, "nsubj", "nsubjpass") if words.dep[verb] == "ccomp" else words.subject(verb)
    if words.dep[noun] == "pobj" and words.lower[verb] == "as":
        verb = words.head[verb]
        said_of = words.child(verb, "dobj")
        return said_of if said_of is not None else doer(words, verb)
    return None


def _beside(words: Words, i: int) -> list[int]:
    """Return the other arguments of the verb, the subject among them though it stands elsewhere."""
    first = i
    while words.dep[first] == "conj" and words.head[first] != first:
        first = words.head[first]
    if words.dep[first] not in ARGUMENTS:
        return []
    verb = governor(words, first)
    if words.dep[first] in SUBJECTS:
        above = doer(words, words.head[verb]) if words.lower[i] in OBJECT_FORMS else None  # "sees her leave"
        found = [at for at in arguments(words, verb) if not is_remark(words, words.head[at])]
        found = [at for at in found if not _is_identity(words, at)]
        found += _within_fronted(words, verb, i)
        return [*found, above] if above is not None else found
    found = [c for c in arguments(words, verb) if words.dep[c] not in SUBJECTS]
    subject = None if _is_around(words, first, verb) else doer(words, verb)
    return [*found, subject] if subject is not None else found


def arguments(words: Words, verb: int) -> list[int]:
    """Return subject, objects and the nouns of prepositions that stand by the verb itself."""
    found = []
    for c in words.children[verb]:
        if words.dep[c] in ARGUMENTS:
            found.append(c)
        elif words.dep[c] in {"prep", "agent", "dative"}:
            found += [n for n in words.children[c] if words.dep[n] == "pobj"]
    return found


def _is_identity(words: Words, i: int) -> bool:
    """ "He is Tom", "she becomes Lady Vell": the name is the subject's own."""
    return words.dep[i] == "attr" and words.lemma[words.head[i]] in {"be", "become"}


def is_remark(words: Words, preposition: int) -> bool:
    """ "Luckily for Tom, he is not there"."""
    return words.lower[preposition] == "for" and words.lower[preposition - 1] in REMARKS and preposition > 0


def _within_fronted(words: Words, verb: int, i: int) -> list[int]:
    """ "Taking Tom's coat, he leaves": the nouns of a fronted clause that has no subject but the pronoun.

    In "After hearing how rich Tom is, he leaves" what he hears has a clause of its own.
    """
    found: list[int] = []
    for clause in _fronted_unsaid(words, verb, i):
        below = OF_CONTENT if _leaves_unsaid(words, clause) else OF_NOUN
        queue = [c for c in words.children[clause] if words.dep[c] in below | OF_VERB]
        while queue:
            at = queue.pop()
            if words.dep[at] == "prep" and words.lower[at] == "as":  # "Acting as the driver, he"
                continue
            found.append(at)
            queue += [c for c in words.children[at] if words.dep[c] in below]
    return [at for at in found if words.tag[at] in ONE_OR_NAME]


def _fronted_unsaid(words: Words, verb: int, i: int) -> list[int]:
    """Return the verbs without a subject that stand before the pronoun: "Taking", "After taking"."""
    found = []
    for c in words.children[verb]:
        at = words.child(c, "pcomp") if words.dep[c] == "prep" else c
        if (
            c < i
            and at is not None
            and words.dep[at] in {"advcl", "pcomp"}
            and words.child(at, *SUBJECTS) is None
        ):
            found.append(at)
    return found


def _leaves_unsaid(words: Words, verb: int) -> bool:
    """Is it "taking", "caught", "to take", where nobody but the subject of the main clause can be meant?"""
    auxiliaries = [c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}]
    is_finite = any(words.tag[c] in FINITE_TAGS | {"MD"} for c in auxiliaries)
    return words.tag[verb] in UNSAID and not is_finite


def _after(words: Words, verb: int, i: int) -> list[int]:
    """Return the nouns that follow the subject in its clause: "He paints a picture of Tom"."""
    found: list[int] = []
    queue = [verb]
    while queue:
        for c in words.children[queue.pop()]:
            if c > i and words.dep[c] in NOMINAL_PLACES:
                found.append(c)
                queue.append(c)
    return found


def _is_around(words: Words, i: int, verb: int) -> bool:
    """ "looks behind her", "takes Tom with her", "buys it for them": where the subject may be meant."""
    preposition = words.head[i]
    if words.dep[i] != "pobj" or words.lower[preposition] not in AROUND:
        return False
    if words.lower[preposition] == "with" and words.lemma[verb] not in TAKING:  # "spends time with her"
        return False
    return words.lower[preposition] not in {"with", "for"} or words.child(verb, "dobj") is not None


def governor(words: Words, i: int) -> int:
    """Return the word whose argument this token is: the verb, past prepositions and what is had or made.

    In "Tom has an affair with her" it is "has".
    """
    at = words.head[i]
    for _ in range(FARTHEST_UP):
        if words.dep[at] not in {"prep", "agent", "dative"} or words.head[at] == at:
            break
        preposition, at = at, words.head[at]
        is_towards = words.lower[preposition] in TOWARDS and words.tag[at] == "NN"
        if is_towards and words.dep[at] in {"dobj", "pobj"} and words.child(at, "poss") is None:
            at = words.head[at]
    return at
