"""Trees in which what belongs to the clause was taken into a noun phrase, parted where words leave no doubt.

In "It is winter and Tom and Ana play" the parser joins the names to "winter", in "takes Tom hostage" the name
to the hostage.
"""

from spacy.tokens import Token

from films.extraction.people import is_human
from films.extraction.resources import read_list
from films.extraction.tags import NAME_TAGS, subjects_of

NAMING = frozenset({"name", "call", "nickname", "dub", "know"})
SEIZED = frozenset({"hostage", "captive", "prisoner"})
SEIZING = frozenset({"take", "hold", "keep", "make"})
KNOWN_VERBS = read_list("verbs_plain") | read_list("verbs_like_nouns") | {"date"}
BEFORE_INFINITIVE = frozenset({"begin", "start", "continue", "decide", "agree", "try", "want", "refuse"})
ONLY_VERBS = frozenset(  # "money and support for the school" are nouns
    [
        "embark",
        "depart",
        "arrive",
        "elope",
        "flee",
        "proceed",
        "settle",
        "vanish",
        "disappear",
        "agree",
        "decide",
    ]
)
ARTICLES = frozenset({"a", "an", "the", "another"})
OF_CLAUSE = frozenset({"xcomp", "ccomp", "conj", "advcl"})


def part_names_from_time(verb: Token) -> None:
    """ "It is winter and Tom and Ana play": the names are the subject of the verb behind them."""
    copula = verb.head
    if verb.dep_ not in OF_CLAUSE or copula.lemma_ != "be" or copula.i > verb.i:
        return
    if not any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in copula.lefts):
        return
    times = (t for t in (*verb.lefts, *copula.rights) if copula.i < t.i < verb.i)
    time = next((t for t in times if t.lemma_ in read_list("time_nouns")), None)
    first = next((c for c in time.rights if c.dep_ == "conj" and c.tag_ in NAME_TAGS), None) if time else None
    if time is None or first is None or any(c.dep_ == "nsubj" for c in verb.lefts):
        return
    link = next((c for c in time.rights if c.dep_ == "cc" and c.i < first.i), None)
    time.head, time.dep_ = copula, "attr"
    first.head, first.dep_ = verb, "nsubj"
    verb.dep_ = "conj"
    if link is not None:
        link.head = copula


def join_to_clause(verb: Token) -> None:
    """ "apologizes to her and Ana flies into a rage": what "and" joins to a verb is nothing that it says."""
    start = verb.left_edge.i
    if verb.dep_ != "ccomp" or verb.head.i > start or start <= verb.sent.start:
        return
    link = verb.doc[start - 1]
    if link.tag_ == "CC" and link.head == verb.head:
        verb.dep_ = "conj"


def free_from_name(verb: Token) -> None:
    """Part "a man named Tom Bell accosts her": the man accosts her, the verb is no part of his name."""
    if verb.dep_ not in {"oprd", "ccomp", "attr", "xcomp"} or subjects_of(verb):
        return
    naming = verb.head
    if naming.tag_ not in {"VBN", "VBD"}:
        return
    person = naming.head
    if naming.dep_ != "acl" or naming.lemma_ not in NAMING or not person.i < naming.i < verb.i:
        return
    if person.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    elif person.dep_ in {"conj", "ccomp", "advcl", "dep"}:
        verb.head, verb.dep_ = person.head, person.dep_
    else:
        return
    behind = [c for c in person.children if c.i > verb.i]
    person.head, person.dep_ = verb, "nsubj"
    for child in behind:
        child.head = verb


def part_from_captive(noun: Token) -> None:
    """ "takes Tom hostage", "holds her captive": Tom is taken, and is no kind of hostage."""
    verb = noun.head
    if noun.lower_ not in SEIZED or verb.lemma_ not in SEIZING or noun.i == noun.sent.start:
        return
    before = noun.nbor(-1)
    if before.head != noun or not verb.i < before.i:
        return
    is_her = before.lower_ == "her"
    if is_her or (before.tag_ in NAME_TAGS and before.dep_ == "compound"):
        for child in [c for c in noun.lefts if c != before]:
            child.head = before
        before.head, before.dep_, noun.dep_ = verb, "dobj", "oprd"
    if is_her:
        before.tag_ = "PRP"


def make_infinitive(noun: Token) -> None:
    """ "begin to date": no date is begun with, the two see each other."""
    to = noun.head
    if to.lower_ != "to" or any(noun.children) or noun.i != to.i + 1 or not noun.is_lower:
        return
    verb = to.head
    second = _second_infinitive(noun, verb)
    is_act = verb.lemma_ in BEFORE_INFINITIVE or second is not None
    if is_act and to.dep_ == "prep" and noun.lower_ in KNOWN_VERBS:
        noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
        noun.head, noun.dep_ = verb, "xcomp"
        to.head, to.dep_, to.tag_, to.pos_ = noun, "aux", "TO", "PART"


def _second_infinitive(noun: Token, verb: Token) -> Token | None:
    """Hang on the first act the second of "hires him to torture and frighten them", and return it."""
    link = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    second = link.nbor() if link.tag_ == "CC" and link.i + 1 < len(noun.doc) else noun
    if second.tag_ != "VB" or second.dep_ != "conj" or second.head != verb or noun.lower_ not in KNOWN_VERBS:
        return None
    second.head = link.head = noun
    return second


def go_on_with_noun(noun: Token) -> None:
    """ "save the animals and head for the yacht", "leave town and embark on schemes": a second verb."""
    if noun.tag_ != "NN" or noun.i == 0 or noun.nbor(-1).lower_ != "and":
        return
    if noun.i + 1 == len(noun.doc) or noun.nbor().tag_ not in {"IN", "RP", "TO"} or any(noun.lefts):
        return
    first = noun.head
    verb = first.head if first.dep_ == "dobj" else first
    known = read_list("verbs_plain") if verb is first else ONLY_VERBS
    if verb.tag_ not in {"VBP", "VB"} or not noun.is_lower or noun.lower_ not in known:
        return
    behind = [c for c in verb.children if c.i > noun.i and c.dep_ in {"prep", "prt"}]
    noun.tag_, noun.pos_, noun.lemma_ = verb.tag_, "VERB", noun.lower_
    noun.head = noun.nbor(-1).head = verb
    for child in behind:
        child.head = noun


def act_while_out(gerund: Token) -> None:
    """ "While out driving": one drives while one is out."""
    out = gerund.head
    if gerund.dep_ == "pcomp" and out.lower_ == "out" and out.head.lower_ in {"while", "when"}:
        gerund.head, gerund.dep_ = out.head, "pcomp"
        out.head, out.dep_ = gerund, "advmod"


def put_round(verb: Token) -> None:
    """ "puts his hands round her throat": nothing is rounded."""
    if verb.lower_ != "round" or verb.dep_ not in {"advcl", "xcomp", "ccomp"} or any(verb.lefts):
        return
    behind = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if behind is not None:
        verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "IN", "ADP", "round", "prep"
        behind.dep_ = "pobj"


def own_together(owned: Token) -> None:
    """ "arrives at Ana and Tom's house": both own the house, and nobody arrives at Ana."""
    first = owned.head
    if any(c.dep_ == "case" for c in owned.rights) and first.dep_ in {"nmod", "compound"}:
        first.dep_ = "poss"  # "Ana and Tom's house", where the tree joins them but not as owners
    owner = next((c for c in owned.lefts if c.dep_ == "poss" and c.tag_ == "NNP"), None)
    if owner is None or first.tag_ != "NNP" or owned.tag_ not in {"NN", "NNS"} or is_human(owned.lemma_):
        return
    link = owned.doc[owner.left_edge.i - 1]
    if link.lower_ != "and" or link.i != first.i + 1 or first.head == first:
        return
    owned.head, owned.dep_ = first.head, first.dep_
    first.head, first.dep_ = owned, "poss"
    owner.head, owner.dep_ = first, "conj"


def begin_clause(verb: Token) -> None:
    """ "hides as a killer wanders about": nobody hides as a killer, since a present has a subject."""
    if verb.tag_ != "VBZ" or verb.i < verb.sent.start + 2 or subjects_of(verb):
        return
    noun = verb.nbor(-1)
    preposition = noun.head
    is_whole = noun.tag_ == "NN" and noun.dep_ == "pobj" and noun.left_edge.lower_ in ARTICLES
    if not is_whole or preposition.lower_ not in {"as", "while"} or noun.left_edge.i != preposition.i + 1:
        return
    if verb.dep_ in {"advcl", "ccomp", "relcl", "dep"} and preposition.head in {verb, verb.head}:
        preposition.head, preposition.dep_ = verb, "mark"
        noun.head, noun.dep_ = verb, "nsubj"
        verb.dep_ = "advcl"
