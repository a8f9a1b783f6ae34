"""Trees in which a clause takes its subject, or its object, from the phrase beside it, put right.

Where no comma ends what stands before a clause, the parser joins both: in "While visiting court Tom
apologizes" it takes the visit for what apologizes, and in "After her accident Tom leaves" the accident. A
preposition has one object, a verb one subject, and a name that stands right before a verb is that.
"""

from itertools import pairwise

from spacy.tokens import Token

from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, SUBJECTS, subjects_of

FRONTING = frozenset(
    {"after", "before", "since", "until", "following", "during", "while", "when", "upon", "by"}
)
PREPOSITIONS = frozenset({"after", "before", "since", "until", "following"})
LEADING = frozenset({"result", "lead", "end", "culminate"})
TAKEN_ALONG = frozenset({"prep", "ccomp", "xcomp", "advcl", "dobj", "dative", "prt"})
WITH_CONTENT = read_list("verbs_of_knowing") | read_list("verbs_of_thought")
CAUSING = frozenset({"cause", "ignite", "prompt", "provoke", "spark", "trigger"})
FEWEST_LISTED = 2  # before the last


def take_content(gerund: Token) -> None:
    """ "Realizing Ana loves him, Tom leaves": he realizes it; the clause behind is what he realizes."""
    clause = gerund.head if gerund.dep_ == "csubj" else gerund.head.head
    name = clause.nbor(-1) if clause.i else clause
    while name.i > gerund.i and name.tag_ in {"RB", "VBZ", "VBP", "VBD", "MD"} and name.head == clause:
        name = name.nbor(-1)
    if not gerund.is_sent_start or gerund.dep_ not in {"csubj", "compound"} or clause.dep_ != "ccomp":
        return
    main = clause.head
    if (
        gerund.lemma_.lower() not in WITH_CONTENT
        or name.head not in {gerund, clause}
        or not clause.i < main.i
    ):
        return
    if name.tag_ not in NAME_TAGS | {"PRP"} or not clause.tag_.startswith("V"):
        return
    gerund.head, gerund.dep_ = main, "advcl"
    clause.head = gerund
    name.head, name.dep_ = clause, "nsubj"


def part_from_front(verb: Token) -> None:
    """Give the verb the name before it, where it took its subject from the phrase that opens the sentence."""
    name = _name_before(verb)
    if name is not None:
        _hang_on_clause(verb, name)
        _part_from_gerund(verb, name)
        _part_object(name)
        _part_from_noun(verb, name)
        _part_from_adjective(verb, name)


def _name_before(verb: Token) -> Token | None:
    """Return the name right before the verb, or before its adverb."""
    before = _before_adverbs(verb)
    return before if before.tag_ in NAME_TAGS and before.i > verb.sent.start else None


def _before_adverbs(verb: Token) -> Token:
    """Return what stands before the verb and its adverbs; the verb, where nothing does in its sentence."""
    first = verb.sent.start
    at = max(verb.i - 1, first)
    while at > first and verb.doc[at].tag_ == "RB":
        at -= 1
    return verb.doc[at]


def _hang_on_clause(verb: Token, name: Token) -> None:
    """ "While waiting for Ana Tom sleeps": the sentence is about his sleep, not about "while"."""
    gerund = verb.head
    preposition = gerund.head
    if preposition.dep_ != "ROOT" or preposition.tag_ != "IN" or gerund.dep_ != "pcomp":
        return
    if verb.dep_ == "ccomp" and name.dep_ == "nsubj" and preposition.i < gerund.i < name.i:
        _follow_opening(verb, preposition)


def _part_object(name: Token) -> None:
    """ "attending court Tom": the court is no part of his name."""
    noun = next((c for c in name.lefts if c.dep_ == "compound" and c.tag_ in {"NN", "NNS"}), None)
    if name.dep_ != "nsubj" or noun is None or not noun.is_lower or noun.lemma_ in read_list("human_nouns"):
        return
    gerund = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else noun
    if gerund.tag_ == "VBG" and not any(c.dep_ == "dobj" for c in gerund.children):
        noun.head, noun.dep_ = gerund, "dobj"


def _part_from_gerund(verb: Token, name: Token) -> None:
    """ "While visiting court Tom apologizes": not the visit apologizes, but Tom."""
    gerund = next((c for c in verb.lefts if c.dep_ == "csubj" and c.tag_ == "VBG"), None)
    mark = next((c for c in verb.lefts if c.dep_ in {"mark", "advmod"} and c.lower_ in FRONTING), None)
    if gerund is None or mark is None or not mark.i < gerund.i < name.i or not gerund.is_ancestor(name):
        return
    noun = next((c for c in name.lefts if c.dep_ == "compound" and c.tag_ in {"NN", "NNS"}), None)
    if noun is not None:
        noun.head, noun.dep_ = name.head, name.dep_
    elif name.head != gerund or name.nbor(-1) == gerund:  # "while visiting Tom apologizes" may be either
        return
    mark.dep_, gerund.head, gerund.dep_ = "prep", mark, "pcomp"
    name.head, name.dep_ = verb, "nsubj"


def _part_from_noun(verb: Token, name: Token) -> None:
    """ "After her accident Tom leaves": of two subjects the first belongs to the preposition."""
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ in PREPOSITIONS), None)
    if mark is None or len(subjects) != 2 or subjects[1] != name:
        return
    noun = subjects[0]
    if noun.tag_ in {"NN", "NNS"} and noun.left_edge.i == mark.i + 1 and noun.right_edge.i < name.left_edge.i:
        mark.dep_ = "prep"
        noun.head, noun.dep_ = mark, "pobj"


def _part_from_adjective(verb: Token, name: Token) -> None:
    """ "After finding him a weary Tom leaves": what has its object already has no second one."""
    adjective = verb.head
    governor = adjective.head
    if verb.dep_ != "relcl" or name.dep_ != "nsubj" or name.nbor(-1) != adjective:
        return
    first = {"pobj": "pcomp", "dobj": "dobj"}.get(adjective.dep_)
    if not any(c.dep_ == first and c.i < adjective.i for c in governor.rights):
        return
    _follow_opening(verb, governor if first == "pcomp" else governor.head)
    for child in list(adjective.lefts):
        child.head = name
    adjective.head, adjective.dep_, adjective.tag_, adjective.pos_ = name, "amod", "JJ", "ADJ"


def _follow_opening(verb: Token, preposition: Token) -> None:
    """Let the verb govern the preposition that opens its sentence."""
    if preposition.dep_ != "ROOT":
        verb.head, verb.dep_ = preposition.head, "conj"
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for child in [c for c in preposition.rights if c.i > verb.i]:
        child.head = verb
    preposition.head, preposition.dep_ = verb, "prep"


def go_on_with_then(verb: Token) -> None:
    """ "makes a sign, then drops it": what follows is no part of the sign."""
    governor = verb.head
    if verb.dep_ not in {"ccomp", "dep"} or governor.i > verb.i or governor.tag_ not in FINITE_TAGS:
        return
    then = verb.nbor(-1)
    if then.lower_ != "then" or then.i < 1 or then.nbor(-1).text != "," or subjects_of(verb):
        return
    if verb.left_edge.i >= then.i:
        verb.dep_, then.head = "conj", verb


def begin_clause_with_name(verb: Token) -> None:
    """ "wins the fight and the Grey Unit flees", "and the two marry": what stands behind "and" acts."""
    joined = _joined_before(verb)
    governor = joined.head.head if joined is not None else verb
    link = joined.doc[joined.left_edge.i - 1] if joined is not None else verb
    if joined is None or link.tag_ != "CC" or link.lower_ != "and" or governor.tag_ not in FINITE_TAGS:
        return
    if verb.head in {governor, joined}:
        link.head = governor
        for child in [c for c in governor.rights if c.i > verb.i and c.dep_ in TAKEN_ALONG]:
            child.head = verb
            _mark_with_for(child)
        verb.head, verb.dep_ = governor, "conj"
        joined.head, joined.dep_ = verb, "nsubj"


def _mark_with_for(act: Token) -> None:
    """ "in time for their son to be born": the "for" marks what is to be."""
    before = act.doc[act.left_edge.i - 1]
    if before.lower_ == "for" and act.tag_ in {"VB", "VBN"} and not any(before.children):
        before.head, before.dep_, act.dep_ = act, "mark", "advcl"


def _joined_before(verb: Token) -> Token | None:
    """Return what stands right before a verb without subject, and was joined to the object before it."""
    if verb.dep_ not in {"conj", "acl"} or subjects_of(verb):
        return None
    before = _before_adverbs(verb)
    if before.dep_ != "conj" or before.head.dep_ != "dobj" or before.head.i > before.i:
        return None
    is_name = verb.tag_ == "VBZ" and before.tag_ in NAME_TAGS
    is_pair = verb.tag_ == "VBP" and before.tag_ == "CD" and before.nbor(-1).lower_ == "the"
    return before if is_name or is_pair else None


def act_after_cause(gerund: Token) -> None:
    """ "results in her falling", "leads to Tom and Ana fleeing": who stands before the act does it."""
    if gerund.dep_ not in {"advcl", "acl"} or gerund.i == gerund.sent.start or subjects_of(gerund):
        return
    who = gerund.nbor(-1)
    first = who
    while first.dep_ == "conj":
        first = first.head
    preposition = first.head
    if (
        first.dep_ != "pobj"
        or who.tag_ not in NAME_TAGS | {"PRP"}
        or preposition.lower_ not in {"in", "to", "with"}
    ):
        return
    if preposition.head.lemma_ in LEADING and gerund.head in {first, who, preposition.head}:
        gerund.head, gerund.dep_ = preposition, "pcomp"
        first.head, first.dep_ = gerund, "nsubj"


def free_preposition(preposition: Token) -> None:
    """ "takes her, without warning, to his house": where one goes is not joined to how."""
    other = preposition.head
    if preposition.dep_ != "conj" or preposition.tag_ != "IN" or other.tag_ != "IN" or other.dep_ != "prep":
        return
    between = other.doc[other.i : preposition.i]
    if (
        other.i < preposition.i
        and not any(word.tag_ == "CC" for word in between)
        and preposition.nbor(-1).text == ","
    ):
        preposition.head, preposition.dep_ = other.head, "prep"


def gather_names(verb: Token) -> None:
    """ "After joining as members, Ana, Ivo, and Tom leave": all of the names behind the comma leave."""
    last = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ in NAME_TAGS), None)
    if last is None or verb.tag_ == "VBZ":
        return
    if any(c.dep_ == "conj" for c in last.children):
        _begin_list_earlier(last)
        return
    names = _list_before(last)
    if len(names) < FEWEST_LISTED or names[0].head.tag_ in NAME_TAGS or names[0].head == verb:
        return
    if names[0].is_ancestor(verb):  # "Ana, Ivo, and Tom" and what hangs on them
        return
    names[0].head, names[0].dep_ = verb, "nsubj"
    for one, other in pairwise([*names, last]):
        other.head, other.dep_ = one, "conj"
    last.nbor(-1).head = names[-1]


def _begin_list_earlier(name: Token) -> None:
    """Begin "Ana, Ivo and Tom" with the name that was taken for something else that hangs on the verb."""
    if name.i < name.sent.start + 2 or name.nbor(-1).text != ",":
        return
    first = name.nbor(-2)
    if first.tag_ in NAME_TAGS and first.head == name.head and first.dep_ in {"nmod", "dep", "npadvmod"}:
        first.dep_, name.dep_, name.head = "nsubj", "conj", first


def _list_before(last: Token) -> list[Token]:
    """Return the names of one word each between the comma before them and ", and" before the last one."""
    doc, start = last.doc, last.sent.start
    at = last.i - 2
    if at <= start or doc[at + 1].tag_ != "CC":
        return []
    names: list[Token] = []
    while at - 1 > start and doc[at].text == "," and doc[at - 1].tag_ in NAME_TAGS:
        names.insert(0, doc[at - 1])
        at -= 2
    return names if doc[at].text == "," else []


def act_behind_aside(verb: Token) -> None:
    """ "It rains and Ana, letting go, falls": who stands before what is set off by commas falls."""
    doc, at = verb.doc, verb.i - 1
    if subjects_of(verb) or verb.dep_ == "conj" or at <= verb.sent.start or doc[at].text != ",":
        return
    opening = next((i for i in range(at - 1, verb.sent.start, -1) if doc[i].text == ","), None)
    if opening is None:
        return
    name, aside = doc[opening - 1], doc[opening + 1]
    clause = name.head
    if aside.tag_ != "VBG" or name.dep_ != "conj" or clause.tag_ not in FINITE_TAGS:
        return
    if name.tag_ in NAME_TAGS and clause.head == verb and verb.dep_ == "ROOT":
        clause.head, clause.dep_ = clause, "ROOT"
        verb.head, verb.dep_ = clause, "conj"
        name.head, name.dep_ = verb, "nsubj"
        aside.head, aside.dep_ = verb, "advcl"


def go_on_with_so(verb: Token) -> None:
    """ "tells Ana that he is ill, so Tom leaves": that Tom leaves is no part of what is told."""
    start = verb.left_edge.i
    if verb.dep_ != "ccomp" or not verb.head.i < start or not subjects_of(verb):
        return
    if verb.doc[start].lower_ == "so" and verb.doc[start - 1].text == ",":
        verb.dep_ = "conj"


def take_object(verb: Token) -> None:
    """ "kisses Tom causing joy": the kiss causes it, and who kisses; Tom is kissed."""
    if verb.lemma_ not in read_list("person_object_verbs"):
        return
    act = next(
        (c for c in verb.rights if c.dep_ == "ccomp" and c.lemma_ in CAUSING and c.tag_ == "VBG"), None
    )
    whom = next((c for c in act.lefts if c.dep_ == "nsubj"), None) if act is not None else None
    if act is not None and whom is not None and whom.tag_ in NAME_TAGS and whom.left_edge.i == verb.i + 1:
        whom.head, whom.dep_, act.dep_ = verb, "dobj", "advcl"


MENDS_OF_CLAUSES = (
    part_from_front,
    go_on_with_then,
    go_on_with_so,
    begin_clause_with_name,
    gather_names,
    act_behind_aside,
    take_object,
)
