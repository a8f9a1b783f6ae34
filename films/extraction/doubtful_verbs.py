"""Nouns that may be verbs, by their form and place: "Dana flirts with a boy", "when the police search it"."""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from films.extraction.people import HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list, read_pairs
from films.extraction.tags import FINITE_TAGS, NOUN_TAGS

BEFORE_VERB = (
    frozenset({"CC", ",", ":", "-RRB-", "''", "``", "WDT", "WP", "RB", "RP", "CD", "FW"}) | NOUN_TAGS
)
SUBJECT_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "we", "i", "you"])
OPENING_CLAUSE = frozenset({"when", "while", "as", "where", "because"})
LONGEST_SUBJECT = 10  # tokens between "when" and its verb
OPENING = frozenset({"as", "while", "until", "before", "after"})  # of a clause that needs a verb
BEFORE_PLURAL_VERB = frozenset(
    ["two", "three", "four", "five", "both", "they", "soon", "then", "finally", "all", "who", "each"]
)
SINGULARS_IN_S = frozenset(
    ["news", "media", "series", "sports", "means", "species", "headquarters", "crossroads"]
)  # "a news report"
ACTING_TOGETHER = frozenset(
    {"pair", "duo", "trio", "couple", "gang", "group", "crew", "team", "squad", "police"}
)  # "the pair head"
PLURAL_ADJECTIVES = frozenset({"dead", "undead", "living"})  # "The dead return to life."
KNOWN_VERBS = read_list("verbs_plain") | read_list("verbs_like_nouns")
BEHIND_VERB = frozenset({"IN", "TO", "RP", "DT", "PRP", "PRP$", "NNP"})
NOUN_PLACES = frozenset({"compound", "nmod", "amod", "pobj", "npadvmod"})


def is_doubtful(token: Token) -> bool:
    """May this noun be a verb, by its form and by the word before it?"""
    before = word_before(token)
    if token.tag_ == "VBZ":
        return before is not None and _is_read_as_noun(token, before)
    if token.is_sent_start or before is None:
        return _looks_like_participle(token)
    if not token.text.islower():
        return False
    if before.lower_ == "this" and token.tag_ == "NNS" and token.lower_.endswith("s"):
        return token.lower_ not in SINGULARS_IN_S  # "This angers Ana": one says "these angers"
    if _is_known(token) and _lacks_verb_here(token, before):
        return True
    return _may_be_present(token, before)


def _may_be_present(token: Token, before: Token) -> bool:
    """May this be a verb by the word before it alone, or by how the sentence lacks one?"""
    if token.lower_.endswith("s") and _has_room_for_verb(token, before):
        return token.tag_ != "JJ"
    if _goes_on_a_list(token, before):
        return True
    if token.lower_.endswith("s") and token.lower_ in read_list("verbs_third_person"):
        return token.tag_ != "JJ" and _may_be_subject(before)
    behind_aside = before.text == "," and (
        token.dep_ == "ROOT" or (token.dep_ == "appos" and _lacks_verb(token.sent))
    )  # "The Comets, a gang, rob a bank.", "His parents, the Bells, arrive."
    if token.tag_ == "NN" and _may_be_of_many(token, before):
        return True
    if token.tag_ == "NNS" or not (behind_aside or _may_be_plural_subject(before)):
        return False
    if token.lower_ in read_list("verbs_plain") or before.lower_ == "they":
        return True
    return token.dep_ == "ROOT" and token.lower_ in KNOWN_VERBS and _lacks_verb(token.sent)


def _is_known(token: Token) -> bool:
    form = plain_form(token.lower_) if token.tag_ == "NNS" else token.lower_
    return token.tag_ != "JJ" and form in KNOWN_VERBS


def _lacks_verb_here(token: Token, before: Token) -> bool:
    """Has the clause no other verb: "the police search the house", "when two glasses on the bar break"?"""
    if any(child.dep_ == "nsubj" for child in token.lefts):
        return before.tag_ not in {"DT", "PRP$", "IN"} and not _says_what_becomes(token)
    if not (before.tag_ in NOUN_TAGS or _is_someone(before) or _is_joined(before)):
        return False
    if token.dep_ == "ROOT" and before.lower_ in ACTING_TOGETHER:
        return True
    return _opens_clause(token) and not _has_verb_behind(token)


def _says_what_becomes(token: Token) -> bool:
    """Is this "shut" of "holds the gate shut", "suspect" of "makes him the suspect"?"""
    is_behind = token.head.i < token.i and token.head.tag_[0] == "V"
    return is_behind and token.tag_ == "NN" and token.dep_ in {"dobj", "ccomp", "xcomp", "oprd"}


def _opens_clause(token: Token) -> bool:
    """Does "when" or "as" stand before the word, and no verb between them?"""
    start = max(token.sent.start, token.i - LONGEST_SUBJECT)
    for at in range(token.i - 1, start - 1, -1):
        word = token.doc[at]
        if word.lower_ in OPENING_CLAUSE:
            is_one = word.nbor().lower_ in {"a", "an"} and token.tag_ == "NN"  # "joins as a fighter pilot"
            return at + 1 < token.i and not is_one
        if word.is_punct or word.tag_ in FINITE_TAGS | {"MD"}:
            return False
    return False


def _has_verb_behind(token: Token) -> bool:
    """Does a verb follow before the next comma or "and"?"""
    end = min(token.sent.end, token.i + LONGEST_SUBJECT)
    for at in range(token.i + 1, end):
        word = token.doc[at]
        if word.is_punct or word.tag_ == "CC":
            return False
        if word.tag_ in FINITE_TAGS | {"MD"}:
            return True
    return False


def _has_room_for_verb(token: Token, before: Token) -> bool:
    """May this be a verb, since its place lacks one: "Mara teams up with", "as the road shifts"?"""
    if token.tag_ != "NNS" or plain_form(token.lower_) not in KNOWN_VERBS:
        return False
    if before.tag_ not in {"NN", "NNP"} and not _is_of_colour(before) and not _is_someone(before):
        return False
    opens = token.dep_ == "advcl" or (token.dep_ == "pobj" and token.head.lower_ in OPENING)
    return opens or _lacks_verb(token.sent)


def _may_be_of_many(token: Token, before: Token) -> bool:
    """May this be what several do: "the guests of the house plot to", "Mara and Tom team up"?"""
    if token.lower_ not in KNOWN_VERBS or before.tag_ not in NOUN_TAGS or token.i + 1 == len(token.doc):
        return False
    subjects = token.doc[token.sent.start : token.i]
    are_many = any(t.tag_ in {"NNS", "NNPS"} or t.lower_ in {"and", "&"} for t in subjects)
    return are_many and token.nbor().tag_ in BEHIND_VERB and _lacks_verb(token.sent)


def _lacks_verb(sentence: TokenSpan) -> bool:
    return sentence.root.tag_[0] != "V" and not any(token.tag_ in FINITE_TAGS for token in sentence)


def _is_of_colour(token: Token) -> bool:
    """Is this the end of "the man in black"?"""
    return token.tag_ == "JJ" and token.i > 0 and token.nbor(-1).lower_ == "in"


def _is_someone(token: Token) -> bool:
    """Is this adjective used for a person: "as the native escapes", "when the French attack"?"""
    before = token.nbor(-1) if token.i else token
    people = token.lower_ in HUMAN_OR_GROUP_NOUNS or token.lower_ in read_pairs("demonyms")
    return token.tag_ == "JJ" and before.tag_ == "DT" and people


def _goes_on_a_list(token: Token, before: Token) -> bool:
    """May this be one act of several: "steps up, fires at the spot and shoots him", "and plots to win"?"""
    following = token.nbor().tag_ if token.i + 1 < len(token.doc) else ""
    if token.tag_ != "NNS" or plain_form(token.lower_) not in KNOWN_VERBS or before.text not in {",", "and"}:
        return False
    if before.text == "and":
        return following == "TO"
    first = next((c for c in token.lefts if c.dep_ == "ccomp"), None) if token.dep_ == "ROOT" else token.head
    is_listed = token.dep_ in {"ROOT", "conj"} and first is not None and first.i < token.i
    return is_listed and following in BEHIND_VERB | {"RB"} and first is not None and first.tag_ == "VBZ"


def _is_read_as_noun(token: Token, before: Token) -> bool:
    """Has the parser taken for a noun what the tagger knew for a verb ("Anna gains custody")?"""
    return token.dep_ in NOUN_PLACES or (before.head == token and before.dep_ in NOUN_PLACES | {"det"})


def _looks_like_participle(token: Token) -> bool:
    """May this first word of a sentence be one: "Finding Dana, the two depart"?"""
    stem, plain = token.lower_.removesuffix("ing"), read_list("verbs_plain")
    if stem == token.lower_ or token.i + 1 == len(token.doc) or token.nbor().is_punct:
        return False
    return stem in plain or stem + "e" in plain or (stem[-2:-1] == stem[-1:] and stem[:-1] in plain)


def word_before(token: Token) -> Token | None:
    before = token.nbor(-1) if token.i else None
    if before is not None and before.is_space:
        before = before.nbor(-1) if before.i else None
    if before is not None and before.text == ")":
        return _before_bracket(before) or before
    return before


def _before_bracket(closing: Token) -> Token | None:
    """Return the word before "(Jo Bell)", an actor's name behind a character's."""
    at = closing
    while at.i > closing.sent.start + 1:
        at = at.nbor(-1)
        if at.text == "(":
            return at.nbor(-1)
    return None


def _may_be_subject(token: Token) -> bool:
    if token.tag_ == "JJ":  # a name that the tagger does not know
        is_first = token.lower_ == "first" and token.i > 0 and token.nbor(-1).lower_ == "at"
        return token.text[:1].isupper() or is_first or _is_someone(token)  # "the principal approaches"
    return token.tag_ in BEFORE_VERB or token.lower_ in SUBJECT_PRONOUNS


def _may_be_plural_subject(token: Token) -> bool:
    if token.lower_ in SINGULARS_IN_S:
        return False
    if token.lower_ in ACTING_TOGETHER and token.i > 0 and token.nbor(-1).lower_ == "the":
        return True
    if token.tag_ in {"NNS", "NNPS"} or token.lower_ in BEFORE_PLURAL_VERB | PLURAL_ADJECTIVES:
        return True
    if token.tag_ == "JJ":  # "As Rough and Ready head out"
        return token.text.istitle() and _is_joined(token)
    return token.tag_ in {"NNP", "NN"} and (token.text.endswith("s") or _is_joined(token))


def _is_joined(token: Token) -> bool:
    """Is this the last of several: "Hal R. Lowe" after "Bill and", "his aide Lowe", "his posse"?"""
    at = token.nbor(-1) if token.tag_ == "JJ" and token.text.istitle() and token.i else token
    while at.i > 0 and at.tag_ == "NNP":
        at = at.nbor(-1)
    while at.i > 0 and at.tag_ in {"NN", "JJ", "JJS", "DT", "PRP$"}:
        at = at.nbor(-1)
    return at.lower_ == "and"


def plain_form(verb: str) -> str:
    """Return the plain form of a verb in the third person or of a present participle.

    >>> plain_form("flirts"), plain_form("shimmies"), plain_form("catches"), plain_form("dies")
    ('flirt', 'shimmy', 'catch', 'die')
    >>> plain_form("finding"), plain_form("leaving"), plain_form("stopping")
    ('find', 'leave', 'stop')
    """
    if verb.endswith("ing"):
        return _plain_form_of_participle(verb.removesuffix("ing"))
    if verb.endswith("ies"):
        return verb[:-1] if len(verb) <= 4 else verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _plain_form_of_participle(stem: str) -> str:
    plain = read_list("verbs_plain")
    doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return next((form for form in (stem, stem + "e", doubled) if form in plain), stem)
