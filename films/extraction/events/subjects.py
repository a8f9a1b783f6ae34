"""Who does what a verb tells, said or unsaid, after the rules of control in any grammar of English.

Subjects that a clause leaves unsaid are those of its governor ("goes and flirts", "leaving the club",
"forces him to run": him).
"""

from films.extraction.chains import Cast
from films.extraction.events.behind_prepositions import VENGEANCE
from films.extraction.events.clauses import MOODS
from films.extraction.people import noun_kind
from films.extraction.resources import read_list
from films.extraction.tags import PRESENT_TAGS, SUBJECTS
from films.extraction.words import Words
from films.vocabulary import CharacterKind, Role

Found = tuple[int, Role]  # the head token of a mention, and its part in the event

MAX_STEPS = 12
MISREAD_SUBJECTS = frozenset({"compound", "nmod", "amod", "npadvmod"})
PASSIVE_DEPS = frozenset(["acl", "advcl", "relcl", "xcomp", "ccomp", "conj", "dep", "acomp"])
DONE_TO_ONE = read_list("verbs_of_outcome") | {"tell", "inform", "warn", "offer"}
DONE_TO_SOMEONE = frozenset(
    ["sent", "shot", "put", "brought", "caught", "thrown", "sold", "told", "hung", "struck", "bound", "kept"]
)  # after "is caught and"; one does not send or shoot without an object
OBJECT_FORMS = frozenset({"him", "her", "them"})
RELATIVES = frozenset(["who", "whom", "which", "that", "whose"])
DOING_THINGS = read_list("things_that_act")


def is_passive(words: Words, verb: int) -> bool:
    """Is this verb passive: "is fired", "a man found in the lake"?"""
    if words.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if words.dep[verb] == "advcl" and words.starts_sentence[verb] and words.tag[verb] in {"VB", "VBD"}:
        return True  # "Put in charge of the shop, he ..."
    if words.tag[verb] == "VBD" and (
        (words.dep[verb] == "conj" and _shares_passive(words, verb)) or _is_seen_done(words, verb)
    ):
        return True
    has = any(words.dep[c] == "aux" for c in words.children[verb])
    if words.dep[verb] == "acl" and words.tag[verb] == "VBD":  # "a man, shot dead"
        return True
    return words.tag[verb] == "VBN" and not has and words.dep[verb] in PASSIVE_DEPS


def _is_seen_done(words: Words, verb: int) -> bool:
    """Is this "gets Tom killed" or "finds Tom murdered", where the participle looks like a past tense?"""
    governor = words.head[verb]
    if words.dep[verb] not in {"ccomp", "xcomp", "oprd"} or words.tag[governor] == "VBD":
        return False
    if words.tag[governor][0] != "V":
        return False
    if words.lemma[governor] not in read_list("verbs_before_complements") or governor > verb:
        return False
    return words.child(verb, "dobj", "mark", "aux", "ccomp") is None


def _shares_passive(words: Words, verb: int) -> bool:
    """Does "is caught and injected with a drug" say of the second verb, too, that it is passive?"""
    first = words.head[verb]
    if words.child(first, "auxpass") is None or words.lemma[words.child(first, "auxpass") or 0] != "be":
        return False
    if words.child(verb, "nsubj", "dobj", "ccomp", "aux", "prt") is not None:
        return False
    is_present = any(words.dep[c] == "auxpass" and words.tag[c] != "VBD" for c in words.children[first])
    return is_present and (words.lower[verb].endswith(("ed", "en")) or words.lower[verb] in DONE_TO_SOMEONE)


def subjects(words: Words, verb: int, cast: Cast | None = None) -> list[Found]:
    """Return the subject of a verb, said or unsaid, as agent or patient."""
    role = Role.PATIENT if is_passive(words, verb) else Role.AGENT
    at = verb
    for _ in range(MAX_STEPS):
        own = _own_subject(words, at)
        if own is not None and at != verb and _is_done_to_subject(words, verb, own, cast):
            return []
        if own is not None and (at == verb or _agree(words, own, verb)):
            return [(_antecedent(words, own, at, cast), role)]
        following = _controller(words, at)
        if following is None:
            nearest = _nearest_subject(words, verb)
            return [] if nearest is None else [(nearest, role)]
        at, token = following
        if token is not None:
            return [(token, role)]
    return []


def _is_done_to_subject(words: Words, verb: int, subject: int, cast: Cast | None) -> bool:
    """ "Tom is run over, killing him", "Tom gets a call telling him": Tom neither kills nor tells."""
    whom = words.child(verb, "dobj", "dative")
    if cast is None or whom is None or words.lower[whom] not in OBJECT_FORMS or words.tag[verb] != "VBG":
        return False
    if words.lemma[verb] not in DONE_TO_ONE or verb < subject:
        return False
    return bool(cast.at(whom)) and cast.at(whom) == cast.at(subject)


def _nearest_subject(words: Words, verb: int) -> int | None:
    """Return the subject of the nearest clause before a verb that the tree left without one."""
    if words.tag[verb] != "VBZ":
        return None
    at = verb
    while at > 0 and not words.starts_sentence[at]:
        at -= 1
        governor = words.head[at]
        is_below = words.dep[governor] in {"relcl", "acl"} or (
            words.dep[governor] == "ccomp" and words.head[governor] < governor
        )
        if (
            words.dep[at] in SUBJECTS
            and not is_below
            and words.tag[governor] in {"VBZ", "VBN"}
            and words.lower[at] not in RELATIVES
        ):
            return at if words.tag[at] in {"NNP", "NN", "PRP"} and words.child(at, "conj") is None else None
    return None


def _agree(words: Words, subject: int, verb: int) -> bool:
    """May the verb share this subject: not "are pursued" that of "finds Tom set up and are pursued"?"""
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    if words.dep[verb] != "conj" or words.tag[subject] not in {"NNP", "NN"}:
        return True
    is_joined = words.child(subject, "conj", "cc") is not None
    return is_joined or words.lower[finite] != "are"


def _own_subject(words: Words, verb: int) -> int | None:
    """Return the subject that stands with the verb, also where the parser missed what it is."""
    own = words.child(verb, *SUBJECTS)
    if own is not None or words.tag[verb] not in {"VBZ", "VBP", "VBD"} or words.dep[verb] == "conj":
        return own
    before = [c for c in words.children[verb] if c < verb and words.dep[c] in MISREAD_SUBJECTS]
    if words.child(verb, "csubj") is not None and verb > 0:  # "While seeing a doctor Tom apologizes"
        before.append(verb - 1)
    named = next((c for c in before if words.tag[c] in {"NNP", "NNPS", "PRP"}), None)
    if named is None:
        named = _noun_before(words, before)
    return _name_next(words, verb) if named is None else named


def _name_next(words: Words, verb: int) -> int | None:
    """ "Upset by the noise at his party Tom leaves": the name right before, whatever it was taken for."""
    is_main = words.dep[verb] == "ROOT" and words.tag[verb] in PRESENT_TAGS
    if not is_main or verb == 0 or words.starts_sentence[verb] or words.tag[verb - 1] != "NNP":
        return None
    first = verb - 1
    while words.dep[first] == "conj" and words.head[first] < first:
        first = words.head[first]
    return first


def _noun_before(words: Words, before: list[int]) -> int | None:
    """ "Late at night the rebels attack": a noun modifies no verb that has a tense, but is its subject."""
    return next((c for c in before if words.dep[c] == "compound" and words.tag[c] in {"NN", "NNS"}), None)


def _antecedent(words: Words, subject: int, verb: int, cast: Cast | None) -> int:
    """Return what a relative pronoun stands for, unless it is known itself."""
    if cast is not None and cast.at(subject) and words.lower[subject] in {"who", "whom"}:
        return subject
    if words.lower[subject] in RELATIVES and words.tag[subject] in {"WP", "WDT", "IN"}:
        clause = verb
        for _ in range(MAX_STEPS):
            if words.dep[clause] == "relcl":
                above = words.head[clause]
                return subject if stands_for_clause(words, subject, above, cast) else above
            if words.head[clause] == clause:
                break
            clause = words.head[clause]
    return subject


def stands_for_clause(words: Words, relative: int, noun: int, cast: Cast | None) -> bool:
    """ "Anna sings to Tom, which angers Max": "which" is the song, and no person."""
    is_person = cast is not None and bool(cast.at(noun)) and words.tag[noun] in {"NNP", "PRP"}
    return is_person and words.lower[relative] == "which"


def _controller(words: Words, verb: int) -> tuple[int, int | None] | None:
    """Return where to look for an unsaid subject: a further verb, or the token itself."""
    governor, dep = words.head[verb], words.dep[verb]
    if governor == verb:
        return None
    if dep == "acl":
        if _is_mere_thing(words, verb, governor) or _is_set_off(words, verb, governor):
            return words.head[governor], None
        return governor, governor
    if dep == "relcl":
        return governor, governor
    if dep in {"xcomp", "ccomp"} or (dep == "advcl" and words.tag[verb] == "VB"):
        return governor, _controlling_object(words, verb, governor)
    if dep == "pcomp":
        above = words.head[governor]
        if words.tag[above][0] != "V":
            return words.clause(above), None
        return above, _talked_into(words, governor)
    if dep == "advcl" and (doer := _doer_before(words, verb, governor)) is not None:
        return governor, doer
    if dep in {"conj", "advcl", "dep", "parataxis", "prep", "csubj", "acomp", "oprd"}:
        return (governor, None) if words.tag[governor][0] in "VJ" else (words.clause(governor), None)
    return None


def _controlling_object(words: Words, verb: int, governor: int) -> int | None:
    """Return the object that does what the infinitive says: "forces him to leave"."""
    target = words.child(governor, "dobj", "dative")
    if words.lemma[governor] == "use" or target is None or words.tag[target] in {"IN", "TO"}:
        return None
    if not governor < target < verb or _is_while(words, target):
        return None
    is_complement = words.dep[verb] != "advcl" or words.lemma[governor] in read_list("verbs_implicative")
    return target if is_complement or words.lemma[governor] in read_list("verbs_implicative_told") else None


def _doer_before(words: Words, verb: int, governor: int) -> int | None:
    """Return who does it in "leads to them having a fight", where a preposition comes before."""
    before = verb - 1
    if words.tag[verb] != "VBG" or before < 0 or words.lower[before] not in {"him", "them", "me", "us"}:
        return None
    preposition = words.head[before]
    return before if words.dep[before] == "pobj" and words.head[preposition] == governor else None


def _talked_into(words: Words, preposition: int) -> int | None:
    """Return the object that does it in "talks him into leaving", "forgives him for leaving"."""
    governor = words.head[preposition]
    avenged = _avenged_upon(words, governor)
    if avenged is not None and avenged < preposition and words.lower[preposition] == "for":
        return avenged
    target = words.child(governor, "dobj", "dative", "nsubjpass" if is_passive(words, governor) else "dobj")
    if target is None or target > preposition or words.lower[target].endswith(("self", "selves")):
        return None
    if words.lower[preposition] == "into":
        return target
    judged = words.lower[preposition] in {"for", "of"} and words.lemma[governor] in read_list(
        "verbs_of_judging"
    )
    return target if judged else None


def _avenged_upon(words: Words, verb: int) -> int | None:
    """Return who has done the wrong in "takes revenge on Tom for leaving"."""
    revenge = words.child(verb, "dobj")
    if revenge is None or words.lemma[revenge] not in VENGEANCE:
        return None
    beside = (*words.children[revenge], *words.children[verb])
    on = next((c for c in beside if words.lower[c] in {"on", "upon"} and c > revenge), None)
    return words.child(on, "pobj") if on is not None else None


def _is_set_off(words: Words, verb: int, noun: int) -> bool:
    """Does the comma in "poses as a poet, fooling them all" give the participle to the subject?"""
    if words.tag[verb] != "VBG" or verb == 0 or words.text[verb - 1] != "," or words.tag[noun] != "NN":
        return False
    return words.dep[noun] == "pobj" and words.lower[words.head[noun]] in {"as", "in", "into", "to", "from"}


def _is_mere_thing(words: Words, verb: int, noun: int) -> bool:
    """Did the participle of a person's act hang on a thing: "flies into a rage throwing a glass"?

    The act is then that of whom the clause above tells.
    """
    if words.tag[verb] != "VBG" or words.dep[noun] not in {"dobj", "pobj", "npadvmod"}:
        return False
    lemma = words.lemma[noun]
    if words.tag[noun] not in {"NN", "NNS"} or lemma in DOING_THINGS:
        return False
    if noun_kind(lemma) is not CharacterKind.OTHER:
        return False
    return words.lemma[verb] in read_list("person_verbs") or lemma in MOODS


def _is_while(words: Words, token: int) -> bool:
    """Is this the object of "takes a while"?"""
    return words.lemma[token] == "while" or words.lemma[token] in read_list("time_nouns")
