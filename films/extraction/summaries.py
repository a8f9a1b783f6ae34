"""One plain sentence for each event, with names instead of pronouns: the storyline that readers see."""

from collections.abc import Container, Mapping

from films.extraction.chains import Cast
from films.extraction.participants import is_passive, subjects
from films.extraction.phrases import after_verb, inside_clauses, noun_phrase, whole_clause
from films.extraction.resources import read_list
from films.extraction.triggers import Trigger
from films.extraction.verb_groups import is_finite, verb_group
from films.extraction.wording import RELATIVES, Wording, names_of, sentence
from films.extraction.words import Words

MAX_TOKENS = 32
SUBJECT_CASE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we", "whom": "who"}
LEFT_OUT = frozenset({"whom", "which"})
PLURALS = frozenset(["they", "them", "we", "us", "both", "these", "those"])


def summarize(
    words: Words, cast: Cast, trigger: Trigger, names: Mapping[str, str], triggers: Container[int] = ()
) -> str:
    """Return one plain sentence that tells the event; `names` holds what to call each character.

    The sentence holds the clause of the trigger alone: subject, verb, objects and near modifiers.
    Clauses whose verbs are in `triggers` tell events of their own and stay out.
    """
    wording = Wording(words, cast, names)
    if trigger.verb is None or _stands_apart(words, trigger):
        return sentence("there is " + wording.text(noun_phrase(words, trigger.token)))
    return _clause(wording, trigger.verb, triggers)


def _clause(wording: Wording, verb: int, triggers: Container[int]) -> str:
    words, cast = wording.words, wording.cast
    heads = [head for head, _ in subjects(words, verb, cast)][:1]
    tokens = [token for head in heads for token in noun_phrase(words, head)]
    wording.owner = tuple(key for head in heads for key in cast.at(head))
    subject = _subject(wording, heads, tokens)
    wording.clauses = inside_clauses(words, verb)
    wording.stand_ins = _stand_ins(wording, verb)
    rest = [i for i in after_verb(words, verb, triggers, read_list("linking_adverbs")) if i not in tokens]
    rest = [
        i
        for i in rest
        if i in wording.stand_ins or words.lower[i] not in LEFT_OUT or words.dep[verb] != "relcl"
    ]
    if not heads and is_finite(words, verb):
        clause = whole_clause(words, verb)[:MAX_TOKENS]
        return sentence(("someone " if clause[:1] == [verb] else "") + wording.text(clause))
    pieces = [
        subject,
        verb_group(words, verb, plural=_agrees_as_plural(words, cast, verb, heads)),
        _left_out(wording, verb, heads),
        wording.text(rest[:MAX_TOKENS]),
    ]
    return sentence(" ".join(filter(None, pieces)))


def _subject(wording: Wording, heads: list[int], tokens: list[int]) -> str:
    """Return the subject's words; without a subject, the one the text leaves open."""
    if not heads:
        return "someone"
    words, head = wording.words, heads[0]
    if words.lower[head] in RELATIVES:
        return names_of(wording.cast.at(head), wording.names) or words.text[head]
    text = wording.text(tokens)
    return "something" if words.lower[head] == "what" else SUBJECT_CASE.get(text.lower(), text)


def _stands_apart(words: Words, trigger: Trigger) -> bool:
    """Is this noun no part of what its verb tells ("is injured in a brawl": there is a brawl)?"""
    token = trigger.token
    if not trigger.is_noun or trigger.is_light or words.dep[token] != "pobj":
        return False
    return any(words.lower[c] in {"a", "an", "another"} for c in words.children[token])


def _stand_ins(wording: Wording, verb: int) -> dict[int, str]:
    """Return what the relative pronouns behind the verb stand for: "moves into" which? "the flat"."""
    words = wording.words
    if words.dep[verb] != "relcl":
        return {}
    text = wording.text(noun_phrase(words, words.head[verb]))
    below = [g for c in words.children[verb] if words.dep[c] == "prep" for g in words.children[c]]
    return {i: text for i in below if words.lower[i] in RELATIVES}


def _left_out(wording: Wording, verb: int, heads: list[int]) -> str:
    """Return the object that a clause leaves out: "a man she recognizes", "what they saw"."""
    words, children = wording.words, wording.words.children[verb]
    if any(words.lower[c] == "what" and words.dep[c] == "dobj" for c in children):
        return "something"
    if words.dep[verb] != "relcl" or words.head[verb] in heads or is_passive(words, verb):
        return ""
    if any(_fills(words, c) for c in children):
        return ""
    head = words.head[verb]
    return names_of(wording.cast.at(head), wording.names) or wording.text(noun_phrase(words, head))


def _fills(words: Words, child: int) -> bool:
    """Does this leave no gap in a relative clause: an object, "who" as subject, "to whom", "where"?"""
    dep, is_relative = words.dep[child], words.lower[child] in RELATIVES
    if dep in {"nsubj", "nsubjpass"}:
        return is_relative
    if dep == "prep":
        return any(words.lower[c] in RELATIVES for c in words.children[child])
    return words.tag[child] == "WRB" or (dep in {"dobj", "attr", "ccomp", "xcomp"} and not is_relative)


def _agrees_as_plural(words: Words, cast: Cast, verb: int, heads: list[int]) -> bool:
    """Should the verb be plural: as the text has it ("the police arrest"), unless a name now stands there?"""
    own = words.child(verb, "nsubj")
    if own is not None and own in heads and words.tag[own] != "PRP" and words.tag[verb] in {"VBZ", "VBP"}:
        return words.tag[verb] == "VBP"
    return _is_plural(words, cast, heads)


def _is_plural(words: Words, cast: Cast, heads: list[int]) -> bool:
    if not heads or words.lower[heads[0]] == "one":
        return False
    head = heads[0]
    if any(words.dep[c] == "conj" or _is_list(words, c) for c in words.children[head]):
        return True
    clause = words.head[head]
    if words.lower[head] in RELATIVES and words.dep[clause] == "relcl":
        return words.tag[words.head[clause]] in {"NNS", "NNPS"} or len(cast.at(head)) > 1
    if words.tag[head] == "NNPS" and cast.at(head):
        return len(cast.at(head)) > 1
    return words.tag[head] in {"NNS", "NNPS", "CD"} or words.lower[head] in PLURALS


def _is_list(words: Words, child: int) -> bool:
    return words.dep[child] == "appos" and words.child(child, "cc") is not None
