"""Nouns and what belongs to them: prefixes, adjectives, the name beside a noun, the list it stands in."""

from spacy.tokens import Doc, Token

from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, NOUN_TAGS, tokens_where

HELPING_VERBS = frozenset({"be", "have", "get"})
HYPHENS = frozenset({"-", "–", "‑"})
PREFIXES = ("ex", "co", "vice")
PEOPLES = read_list("nationalities")
LIKE_FRENCH = ("sh", "ch", "ese", "iss")
TOWARDS_PEOPLE = frozenset({"by", "against", "with", "between", "among"})
PLACES = ("nsubj", "nsubjpass", "dobj")


def mend_nouns(doc: Doc) -> None:
    """Put right, in place, heads and tags of nouns that name people.

    >>> from films.extraction.language_model import load_model
    >>> doc = load_model()("Mara hugs her ex-husband.")
    >>> mend_nouns(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[2].head.text
    ('dobj', 'hugs', 'husband')
    """
    for i in tokens_where(doc, "LOWER", PREFIXES):
        _put_noun_over_prefix(doc[i])
    for i in tokens_where(doc, "TAG", ("JJ",)):
        _make_noun(doc[i])
    for i in tokens_where(doc, "TAG", ("JJ", "NNP", "NN")):
        _make_people(doc[i])


def _put_noun_over_prefix(prefix: Token) -> None:
    """ "calls his ex-wife": the wife is called, and what hung on "ex" hangs on her."""
    if prefix.i + 2 >= len(prefix.doc):
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if hyphen.text not in HYPHENS or hyphen.whitespace_ or noun.tag_ not in NOUN_TAGS:
        return
    if noun.is_ancestor(prefix) or noun.sent != prefix.sent:
        return
    above = hyphen if hyphen.is_ancestor(prefix) else prefix
    hanging = [child for token in (prefix, hyphen) for child in token.children]
    noun.dep_, noun.head = above.dep_, noun if above.head == above else above.head
    for child in hanging:
        if child != noun:
            child.head = noun
    for token, dep in ((prefix, "compound"), (hyphen, "punct")):
        token.dep_, token.head = dep, noun


def _make_noun(adjective: Token) -> None:
    """ "The general shoots him", "A German comes": who does something or is done to is no adjective."""
    is_person = adjective.lower_ in HUMAN_NOUNS or adjective.lower_ in read_list("one_of_a_people")
    if is_person and adjective.dep_ in PLACES and adjective.left_edge.tag_ == "DT":
        adjective.tag_, adjective.lemma_ = "NN", adjective.lower_


def _make_people(word: Token) -> None:
    """ "The French and Dutch fall back": a whole people, for which there is no plural in "s"."""
    if not word.is_title or not word.lower_.endswith(LIKE_FRENCH) or word.lower_ not in PEOPLES:
        return
    first = word
    while first.dep_ == "conj" and first.head.lower_ in PEOPLES:
        first = first.head
    is_pobj = first.dep_ == "pobj" and first.head.lower_ in TOWARDS_PEOPLE
    if (first.dep_ in PLACES or is_pobj) and first.left_edge.lower_ == "the":
        word.tag_, word.pos_, word.lemma_ = "NNPS", "PROPN", word.lower_


def start_of_name(token: Token) -> int:
    """Return where the name begins that ends at a token: at "Kay" of "Kay Marsh"."""
    at = token.i
    while at > token.sent.start and token.doc[at - 1].tag_ in NAME_TAGS and token.doc[at - 1].head == token:
        at -= 1
    return at


def give_noun_its_adjectives(adjective: Token) -> None:
    """Find the noun in "leaves a surprised and dejected Tom", where an adjective was taken for it."""
    start, doc = adjective.i, adjective.doc
    if adjective.tag_ not in {"JJ", "VBN"} or start + 3 >= len(doc) or doc[start + 1].tag_ != "CC":
        return
    second, noun = doc[start + 2], doc[start + 3]
    if second.head != adjective.head or second.dep_ != "conj" or noun.head != second or noun.dep_ != "dobj":
        return
    article = next((c for c in adjective.children if c.dep_ == "det"), None)
    if article is None or second.tag_ not in {"VBD", "VBN"}:
        return
    verb = adjective.head
    noun.head = verb
    for child in list(second.children):
        child.head = verb
    article.head = adjective.head = noun
    second.head = doc[start + 1].head = adjective
    adjective.dep_, second.dep_ = "amod", "conj"
    second.tag_, second.pos_ = "JJ", "ADJ"


def give_noun_its_name(name: Token) -> None:
    """Hang the name in "meets a widow, Kay Marsh, who sings" on the widow, not on the verb."""
    start = start_of_name(name) if name.tag_ == "NNP" else 0
    if start < 2 or name.doc[start - 1].text != ",":
        return
    noun = name.doc[start - 2]
    is_beside = noun.head == name.head if name.dep_ != "nsubj" else _has_other_subject(name)
    if noun.tag_ == "NN" and is_beside and noun.dep_ in {"dobj", "pobj", "attr"}:
        name.head, name.dep_ = noun, "appos"


def _has_other_subject(name: Token) -> bool:
    """ "When she calls her friend, Tom Vell, he comes": the verb has its subject, so the name is none."""
    return any(c.dep_ == "nsubj" and c.tag_ == "PRP" and c.i > name.i for c in name.head.lefts)


def join_to_list(name: Token) -> None:
    """ "Ana, Tom, and some friends visit": a name between names that are joined is one of the list."""
    first = name.head
    joined = any(c.dep_ == "cc" and c.i > name.i for c in first.children)
    if (
        joined
        and name.tag_ in NAME_TAGS
        and first.tag_ in NAME_TAGS
        and not any(c.dep_ == "det" for c in name.children)
    ):
        name.dep_ = "conj"


def give_agent(by: Token) -> None:
    """ "is invited to visit the house by Tom": Tom invites, and visits nothing."""
    if by.lower_ != "by" or by.dep_ not in {"prep", "agent"}:
        return
    whom = next((c for c in by.rights if c.dep_ == "pobj" and c.tag_ in NAME_TAGS), None)
    act = by.head
    if act.dep_ == "dobj" and act.lemma_ not in read_list("kinds_of_work"):
        act = act.head
    passive = act.head
    if whom is None or act.tag_ != "VB" or act.dep_ != "xcomp" or passive.tag_ != "VBN":
        return
    if _is_passive(passive) and not any(
        c.dep_ in {"auxpass", "agent"} for c in (*act.lefts, *passive.rights)
    ):
        by.head, by.dep_ = passive, "agent"


def _is_passive(participle: Token) -> bool:
    """Is this "is ordered", or "Ordered to stay by him, she ..." and "she, ordered to stay by him"?"""
    helping = [c for c in participle.lefts if c.dep_ in {"aux", "auxpass"}]
    if participle.dep_ in {"advcl", "acl"} and not helping:
        return True
    is_so = participle.dep_ == "acomp" and participle.head.lemma_ == "be"  # "are convinced to stay by him"
    return is_so or any(c.dep_ == "auxpass" for c in helping)


def describe_agent(participle: Token) -> None:
    """Read "by disturbing visions" behind a passive as visions that disturb, not as an act."""
    noun = participle.nbor() if participle.i + 1 < len(participle.doc) else participle
    if participle.tag_ != "VBG" or participle.head.lower_ != "by" or participle.nbor(-1) != participle.head:
        return
    passive = participle.head.head
    is_agent = participle.head.dep_ == "agent" or passive.dep_ in {"ccomp", "acl", "xcomp"}
    if passive.tag_ != "VBN" or not is_agent or noun.tag_ != "NNS" or noun.head != participle:
        return
    noun.head, noun.dep_ = participle.head, "pobj"
    for child in list(participle.children):
        child.head = noun
    participle.head, participle.dep_ = noun, "amod"


def describe_victims(participle: Token) -> None:
    """Read "helps injured soldiers" as the help of soldiers who are injured."""
    verb, noun = participle.head, participle.nbor() if participle.i + 1 < len(participle.doc) else participle
    if participle.tag_ != "VBN" or verb.i != participle.i - 1 or verb.tag_ not in FINITE_TAGS | {"VB"}:
        return
    if noun.tag_ != "NNS" or noun.head != participle or noun.dep_ != "dobj" or verb.lemma_ in HELPING_VERBS:
        return
    noun.head, noun.dep_ = verb, "dobj"
    for child in list(participle.children):
        child.head = verb
    participle.head, participle.dep_ = noun, "amod"
