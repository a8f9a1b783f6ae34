"""The number of a summary's subject: its verb is singular or plural with it."""

from films.extraction.chains import Cast
from films.extraction.events.phrases import noun_phrase
from films.extraction.events.wording import RELATIVES, Wording
from films.extraction.words import Words
from films.vocabulary import CharacterKind

PLURALS = frozenset(
    ["they", "them", "we", "us", "both", "these", "those", "some", "others", "several", "many", "few", "most"]
)
PLURALS_WITHOUT_S = ("people", "police", "men", "women", "children", "folk", "folks")


def are_many(wording: Wording, keys: tuple[str, ...]) -> bool:
    """Do the names of these characters take a plural verb: "Anna and Tom", "the guards"?"""
    if len(keys) != 1:
        return len(keys) > 1
    chain = wording.cast.chain(keys[0])
    if chain.kind is not CharacterKind.GROUP:
        return False
    name = wording.names.get(keys[0], chain.name)
    head = name.partition(" of ")[0].partition(",")[0].lower()
    return (head.endswith("s") and not head.endswith("ss")) or head.endswith(PLURALS_WITHOUT_S)


def agrees_as_plural(words: Words, cast: Cast, verb: int, heads: list[int]) -> bool:
    """Should the verb be plural: as the text has it ("the police arrest"), unless a name now stands there?"""
    if not heads:
        return False
    own = words.child(verb, "nsubj")
    is_named = own is not None and words.lower[own] in RELATIVES and bool(cast.at(own))
    if (
        own is not None
        and not is_named
        and own in heads
        and words.tag[own] != "PRP"
        and words.tag[verb] in {"VBZ", "VBP"}
        and not is_one_person(words, cast, own)
    ):
        return words.tag[verb] == "VBP"
    return _is_plural(words, cast, heads)


def is_one_person(words: Words, cast: Cast, head: int) -> bool:
    """Is this the name of one person, also where it ends as a plural does ("Jonas", "Sanders")?"""
    keys = cast.at(head)
    if len(keys) != 1 or not words.text[head][:1].isupper() or words.tag[head] not in {"NNP", "NNPS", "NNS"}:
        return False
    chain = cast.chain(keys[0])
    if not chain.is_named or chain.kind is not CharacterKind.PERSON:
        return False
    if any(words.lower[i] in {"and", "&"} for i in noun_phrase(words, head)):
        return False
    return not any(_is_list(words, c) or words.lower[c] == "the" for c in words.children[head])


def _is_plural(words: Words, cast: Cast, heads: list[int]) -> bool:
    head = heads[0]
    if words.lower[head] == "one" or is_one_person(words, cast, head):
        return False
    if any(words.dep[c] == "conj" or _is_list(words, c) for c in words.children[head]):
        return True
    clause = words.head[head]
    if words.lower[head] in RELATIVES and words.dep[clause] == "relcl":
        described = words.head[clause]
        are_several = words.tag[described] in {"NNS", "NNPS"} and not is_one_person(words, cast, described)
        return are_several or len(cast.at(head)) > 1
    if words.tag[head] == "NNPS" and cast.at(head):
        is_definite = any(words.lower[c] == "the" for c in words.children[head])
        return is_definite or len(cast.at(head)) > 1
    return words.tag[head] in {"NNS", "NNPS", "CD"} or words.lower[head] in PLURALS


def _is_list(words: Words, child: int) -> bool:
    return words.dep[child] == "appos" and words.child(child, "cc") is not None
