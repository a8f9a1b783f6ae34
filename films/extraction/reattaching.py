"""Trees that the parser joined wrongly, put right where English grammar leaves no doubt.

A verb in the present tense has a subject, and a verb in the singular has not two: where the tree says
otherwise ("leaves Tom and Ana follows him", "After meeting Tom, Ana and Ivo leave"), the words around
the verb say who belongs to which clause. What sees, finds or leaves someone doing something has a
clause of its own behind it ("leaves Tom sleeping": Tom sleeps). Names alone are moved, as common
nouns may belong to what stands before them.
"""

from spacy.tokens import Doc, Token

from films.extraction.coordinating import (
    MENDS_BEHIND_CONTENT,
    hang_on_order,
    join_passive,
    join_plain_form,
    join_to_main_clause,
    join_to_verb,
    part_clauses,
    part_from_object,
    take_subject_behind_clause,
)
from films.extraction.fronting import MENDS_OF_CLAUSES, act_after_cause, free_preposition, take_content
from films.extraction.interrupted import (
    part_half_clause,
    take_back_subject,
    take_subject_before_aside,
)
from films.extraction.joined_subjects import begin_clause_behind_and, begin_clause_behind_comma
from films.extraction.misread_names import name_for_adverb, name_for_modal
from films.extraction.noun_phrases import (
    describe_agent,
    describe_victims,
    give_agent,
    give_noun_its_adjectives,
    give_noun_its_name,
    join_to_list,
    mend_nouns,
    start_of_name,
)
from films.extraction.participles import (
    act_on_name,
    act_with_own_subject,
    govern_gerund,
    join_hyphenated,
    make_gerund,
    make_passive,
)
from films.extraction.parting import (
    act_while_out,
    begin_clause,
    free_from_name,
    go_on_with_noun,
    join_to_clause,
    make_infinitive,
    own_together,
    part_from_captive,
    part_names_from_time,
    put_round,
)
from films.extraction.recipients import give_recipient
from films.extraction.relating import complete_cause, hang_on_person
from films.extraction.resources import read_list
from films.extraction.seen_acts import act_before_eyes
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, PRESENT_TAGS, VERB_TAGS, subjects_of, tokens_where

NOUNS = frozenset({"NN", "NNS", "NNP"})
MODIFIERS = frozenset({"compound", "nmod", "amod"})
WITHOUT_SUBJECT = frozenset({"aux", "auxpass", "relcl", "xcomp", "compound", "amod", "nmod", "nsubj"})
BEHIND = frozenset({"conj", "appos", "nmod", "dobj", "attr", "npadvmod", "pobj", "advmod"})
CONJUNCTIONS = frozenset({"as", "before", "after", "until", "since", "while"})
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "pobj"})
CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "conj", "parataxis"})
INVERTING = frozenset({"be", "do", "come", "go", "lie", "stand", "sit", "have"})
MISREAD = frozenset({"RB", "JJ", "UH", "NNS"})  # what the tagger takes names for
MOST_NAMES = 6


def mend_trees(doc: Doc) -> Doc:
    """Put right, in place, subjects and objects that the parser gave to the wrong clause.

    >>> from films.extraction.language_model import load_model
    >>> doc = mend_trees(load_model()("Mara leaves Tom sleeping."))
    >>> doc[2].dep_, doc[2].head.text
    ('nsubj', 'sleeping')
    """
    if not doc.has_annotation("DEP"):
        return doc
    mend_nouns(doc)
    for attribute, values, mends in _MENDS:
        for i in tokens_where(doc, attribute, values):
            token = doc[i]
            for mend in mends:
                mend(token)
    return doc


def _give_complement_its_subject(name: Token) -> None:
    """ "leaves Tom sleeping", "hears Tom singing": the name is the subject of the verb behind it."""
    verb = name.head
    if name.tag_ not in NAME_TAGS or not name.i < verb.i or verb.dep_ == "ROOT":
        return
    if name.dep_ == "nsubj":
        if verb.dep_ == "dobj" and verb.tag_ in VERB_TAGS:
            verb.dep_ = "ccomp"
        return
    governor = verb.head
    is_seen = governor.lemma_.lower() in read_list("verbs_before_complements") and governor.i < name.i
    is_next = verb.i == name.i + 1 and verb.tag_ in NOUNS and verb.is_lower
    if is_seen and is_next and verb.dep_ in {"dobj", "ccomp"}:
        _make_verb(verb)
    if verb.tag_ in VERB_TAGS and verb.dep_ in COMPLEMENTS and governor.i < name.i and not subjects_of(verb):
        name.dep_ = "nsubj"
        if verb.dep_ in {"dobj", "xcomp"}:
            verb.dep_ = "ccomp"


def _let_both_act(verb: Token) -> None:
    """ "Tom saves Mara, and both escape": before a verb that has no other subject "both" is it."""
    before = verb.nbor(-1) if verb.i else verb
    is_beside = before.head == verb and before.dep_ in {"det", "preconj"}
    if before.lower_ == "both" and is_beside and not subjects_of(verb):
        before.dep_ = "nsubj"


def _make_verb(noun: Token) -> None:
    """Make a verb of what was taken for a noun: "hears Tom singing", "hears Tom scream"."""
    lower = noun.lower_
    stem = lower.removesuffix("ing")
    plain = next((f for f in (stem, stem + "e", stem[:-1]) if f in read_list("verbs_plain")), "")
    if not plain:
        return
    noun.tag_, noun.pos_, noun.lemma_ = ("VB" if plain == lower else "VBG"), "VERB", plain


def _give_own_subject(verb: Token) -> None:
    """Give a verb without subject the name that stands before it: "..., Ana and Ivo leave"."""
    helping = verb
    if verb.dep_ in {"aux", "auxpass"} and verb.i < verb.head.i:
        verb = verb.head
    if verb.dep_ in WITHOUT_SUBJECT or subjects_of(verb) or helping.i <= verb.sent.start:
        return
    before = helping.nbor(-1)
    name = _misread_name(helping, verb)
    if name is not None:
        name.tag_, name.pos_, name.head = "NNP", "PROPN", verb
        name.dep_ = "nsubjpass" if helping.dep_ == "auxpass" else "nsubj"
        return
    if helping != verb and before.tag_ not in NAME_TAGS:
        return
    if before.tag_ == "RB" and before.head == verb and before.i > verb.sent.start:
        before = before.nbor(-1)
    if before.tag_ not in NAME_TAGS or before.dep_ not in BEHIND | {"compound"}:
        return
    if before.dep_ == "compound":
        if before.head == verb:
            before.dep_ = "nsubj"
        return
    first = _first_of_names(before) if helping.tag_ == "VBP" else before
    if first is not None and _begins_clause(first, verb):
        _make_subject(first, verb)


def _misread_name(helping: Token, verb: Token) -> Token | None:
    """Return "Sunny" of "Sunny is ill", "Rivers" of "Rivers later leaves", names in other places."""
    nearest = helping.nbor(-1)
    is_adverb = nearest.tag_ == "RB" and nearest.is_lower and nearest.i > verb.sent.start
    name = nearest.nbor(-1) if is_adverb else nearest
    is_beside = name.tag_ in MISREAD and name.head in {verb, nearest}
    return name if is_beside and _is_name_elsewhere(name) else None


def _is_name_elsewhere(token: Token) -> bool:
    """Is this capitalised word a name in other places of the text?"""
    if not token.text.istitle():
        return False
    return any(other.orth == token.orth and other.tag_ == "NNP" for other in token.doc)


def _first_of_names(last: Token) -> Token | None:
    """Return the first of "Ana, Ivo and Tom", the names that end here; None for one name alone."""
    at, steps = last, 0
    while at.dep_ == "conj" and at.head.tag_ in NAME_TAGS and steps < MOST_NAMES:
        is_last = at == last
        if not is_last and not _has_serial_comma(last):
            break
        at, steps = at.head, steps + 1
    return at if at != last else None


def _has_serial_comma(last: Token) -> bool:
    """Is this the end of "Ana, Ivo, and Tom"?"""
    start = last.left_edge.i
    return start >= 2 and last.doc[start - 1].tag_ == "CC" and last.doc[start - 2].text == ","


def _begins_clause(first: Token, verb: Token) -> bool:
    """May a clause begin with this name: behind a comma, an "and" or the end of another clause?"""
    start = start_of_name(first)
    if start <= verb.sent.start:
        return False
    before = first.doc[start - 1]
    if before.text == "," or (before.tag_ == "CC" and verb.tag_ == "VBZ"):
        return first.dep_ != "dobj" or before.text == ","
    if first.dep_ == "pobj":
        return before == first.head and before.lower_ in CONJUNCTIONS and before.head in {verb, verb.head}
    return first.dep_ in {"dobj", "attr", "npadvmod", "advmod"} and verb.is_ancestor(first)


def _governing_verb(noun: Token) -> Token:
    """Return the verb on which a noun hangs; what it hangs on directly, where there is none."""
    at = noun.head
    while at.tag_[0] != "V" and at.dep_ != "ROOT":
        at = at.head
    return at if at.tag_[0] == "V" else noun.head


def _make_subject(first: Token, verb: Token) -> None:
    """Make the name the subject of the verb, which takes its place in the tree if it hangs on it."""
    before = first.doc[start_of_name(first) - 1]
    if first.is_ancestor(verb):
        if first.dep_ == "ROOT":
            return
        verb.head, verb.dep_ = _governing_verb(first), "conj"
    if before.lower_ in CONJUNCTIONS and first.head == before:
        before.head, before.dep_ = verb, "mark"
    elif before.tag_ == "CC":
        before.head = verb.head if verb.head.i < before.i else before.head
    first.head, first.dep_ = verb, "nsubj"


def _give_one_subject(verb: Token) -> None:
    """Part the names before a verb in the singular: "leaves Tom and Ana follows him"."""
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} and verb.tag_ == "VBZ" else verb
    is_singular = verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" for c in verb.lefts)
    if not is_singular or verb.dep_ == "ROOT":
        return
    joined = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    second = joined and next((c for c in joined.children if c.dep_ == "conj" and _may_begin(c)), None)
    if joined is None or second is None or second.i > verb.i:
        return
    start = start_of_name(joined) if _is_name(joined) else joined.left_edge.i
    governor = joined.doc[start - 1] if start > verb.sent.start else None
    link = next((c for c in joined.children if c.dep_ == "cc" and joined.i < c.i < second.i), None)
    if governor is None or link is None or link.lower_ != "and" or governor.tag_ not in VERB_TAGS:
        return
    if governor == verb.head and verb.dep_ in CLAUSES:
        verb.dep_ = "conj"
    elif governor.head == verb and verb.head.tag_ == "IN":
        governor.head, governor.dep_ = verb.head, "pcomp"
        verb.head, verb.dep_ = verb.head.head, "conj"
    else:
        return
    second.head, second.dep_ = verb, joined.dep_
    joined.head, joined.dep_ = governor, "dobj"
    link.head = governor


def _may_begin(noun: Token) -> bool:
    """May a clause begin with this: a name, or "a fight" of "hits the man and a fight ensues"?"""
    return _is_name(noun) or (noun.tag_ == "NN" and noun.left_edge.tag_ in {"DT", "PRP$"})


def _is_name(token: Token) -> bool:
    return token.tag_ in NAME_TAGS or token.tag_ == "PRP"


def _give_object(verb: Token) -> None:
    """Make the second subject, behind the verb, its object: "and dislikes Tom", "Ana attacks Tom"."""
    if verb.lemma_ in INVERTING or verb.lemma_ in read_list("verbs_of_saying"):
        return
    subjects = subjects_of(verb)
    behind = [c for c in subjects if c.i > verb.i and c.dep_ == "nsubj" and _is_name(c)]
    if not behind or any(c.dep_ == "dobj" for c in verb.children):
        return
    has_own = len(subjects) > len(behind) or verb.dep_ == "conj"
    if has_own and start_of_name(behind[0]) == verb.i + 1:
        behind[0].dep_ = "dobj"


def _set_participle_aside(verb: Token) -> None:
    """Hang "crippled" in "Ana, now crippled from a fall, tells him" on Ana, so that she tells him."""
    participle = _participle_between_commas(verb)
    subject = participle and next((c for c in participle.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if participle is None or subject is None or subjects_of(verb):
        return
    if verb.head == participle:
        is_root = participle.dep_ == "ROOT"
        verb.head, verb.dep_ = (verb, "ROOT") if is_root else (participle.head, participle.dep_)
    subject.head, subject.dep_ = verb, "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def _participle_between_commas(verb: Token) -> Token | None:
    """Return "shot" of "Ana, shot in the leg, flees", which was taken for her act."""
    if verb.tag_ != "VBZ" or verb.i <= verb.sent.start or verb.nbor(-1).text != ",":
        return None
    before = [verb.head] if verb.dep_ == "conj" else [c for c in verb.lefts if c.dep_ == "ccomp"]
    participle = before[0] if len(before) == 1 else verb
    start = participle.i
    while start > verb.sent.start and verb.doc[start - 1].tag_ == "RB":
        start -= 1
    is_set_off = start > verb.sent.start and verb.doc[start - 1].text == ","
    return participle if is_set_off and participle.tag_ in {"VBD", "VBN"} else None


# In this order: what a later one looks for, an earlier one has put right.
_MENDS = (
    ("DEP", frozenset({"compound"}), (act_before_eyes,)),
    ("DEP", MODIFIERS | {"nsubj"}, (_give_complement_its_subject,)),
    ("TAG", frozenset({"VBP"}), (_let_both_act,)),
    ("TAG", frozenset({"RB"}), (name_for_adverb,)),
    ("DEP", frozenset({"aux"}), (name_for_modal,)),
    ("TAG", frozenset({"MD"}), (part_half_clause,)),
    ("DEP", frozenset({"pobj"}), (govern_gerund,)),
    ("DEP", frozenset({"amod"}), (act_on_name,)),
    ("DEP", frozenset({"xcomp", "dobj", "advcl", "npadvmod"}), (make_gerund,)),
    ("DEP", frozenset({"pcomp"}), (act_with_own_subject,)),
    ("DEP", frozenset({"acomp"}), (join_hyphenated, make_passive)),
    (
        "TAG",
        PRESENT_TAGS,
        (
            part_clauses,
            part_from_object,
            take_subject_behind_clause,
            _set_participle_aside,
            join_to_verb,
            part_names_from_time,
            _give_own_subject,
            begin_clause,
            _give_one_subject,
            _give_object,
            *MENDS_BEHIND_CONTENT,
            free_from_name,
            join_to_clause,
            *MENDS_OF_CLAUSES,
        ),
    ),
    ("DEP", frozenset({"relcl"}), (hang_on_person, complete_cause)),
    ("TAG", frozenset({"VBG"}), (act_after_cause, hang_on_order, act_while_out, take_content)),
    ("DEP", frozenset({"conj"}), (go_on_with_noun, own_together)),
    ("TAG", frozenset({"VB", "VBP", "VBD"}), (join_plain_form, put_round)),
    ("DEP", frozenset({"auxpass"}), (join_passive,)),
    ("TAG", frozenset({"IN"}), (free_preposition, give_agent)),
    ("DEP", frozenset({"pobj"}), (make_infinitive,)),
    ("DEP", frozenset({"dobj"}), (give_noun_its_adjectives, part_from_captive, give_recipient)),
    ("DEP", frozenset({"appos"}), (join_to_list,)),
    ("DEP", frozenset({"npadvmod", "nsubj"}), (give_noun_its_name,)),
    ("DEP", frozenset({"pcomp"}), (describe_agent,)),
    ("DEP", frozenset({"xcomp", "ccomp"}), (describe_victims,)),
    ("TAG", FINITE_TAGS | {"VB"}, (join_to_main_clause,)),
    ("TAG", PRESENT_TAGS | {"VB"}, (take_back_subject, take_subject_before_aside)),
    ("TAG", VERB_TAGS, (begin_clause_behind_and, begin_clause_behind_comma)),
)
