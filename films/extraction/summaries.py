"""One plain sentence for each event, with names instead of pronouns: the storyline that readers see."""

from collections.abc import Container, Mapping

from films.extraction.chains import Cast
from films.extraction.inflection import present
from films.extraction.participants import is_passive, subjects
from films.extraction.phrases import after_verb, inside_clauses, noun_phrase
from films.extraction.resources import read_list
from films.extraction.triggers import Trigger
from films.extraction.wording import RELATIVES, Wording, names_of, sentence
from films.extraction.words import Words

MAX_TOKENS = 32
SUBJECT_CASE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we", "whom": "who"}
PLURALS = frozenset("they them we us both these those".split())


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
    pieces = [
        subject,
        _manner(words, verb),
        verb_group(words, verb, plural=_is_plural(words, cast, heads)),
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
    return SUBJECT_CASE.get(text.lower(), text)


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
    """Return the object that a relative clause leaves out: "a man she recognizes"."""
    words = wording.words
    if words.dep[verb] != "relcl" or words.head[verb] in heads or is_passive(words, verb):
        return ""
    objects = [c for c in words.children[verb] if words.dep[c] in {"dobj", "attr", "ccomp", "xcomp"}]
    below = [g for c in words.children[verb] if words.dep[c] == "prep" for g in words.children[c]]
    adverbs = [c for c in words.children[verb] if words.tag[c] == "WRB"]
    if (
        adverbs
        or any(words.lower[c] not in RELATIVES for c in objects)
        or any(words.lower[g] in RELATIVES for g in below)
    ):
        return ""
    if any(
        words.lower[c] in RELATIVES and words.dep[c] in {"nsubj", "nsubjpass"} for c in words.children[verb]
    ):
        return ""
    head = words.head[verb]
    return names_of(wording.cast.at(head), wording.names) or wording.text(noun_phrase(words, head))


def _manner(words: Words, verb: int) -> str:
    """Return the adverbs before the verb that tell how ("accidentally")."""
    linking = read_list("linking_adverbs")
    found = [
        words.lower[c]
        for c in words.children[verb]
        if c < verb
        and words.dep[c] == "advmod"
        and words.lower[c].endswith("ly")
        and words.lower[c] not in linking
    ]
    return " ".join(found)


def _is_plural(words: Words, cast: Cast, heads: list[int]) -> bool:
    if not heads:
        return False
    head = heads[0]
    if any(
        words.dep[c] == "conj" or (words.dep[c] == "appos" and words.child(c, "cc"))
        for c in words.children[head]
    ):
        return True
    if words.lower[head] in RELATIVES:
        return len(cast.at(head)) > 1
    if words.tag[head] == "NNPS" and cast.at(head):
        return len(cast.at(head)) > 1
    return words.tag[head] in {"NNS", "NNPS", "CD"} or words.lower[head] in PLURALS


def verb_group(words: Words, verb: int, *, plural: bool) -> str:
    """Return the verb with its auxiliaries, made finite where the text has a participle or infinitive.

    "leaving" becomes "leaves", "to have gone" becomes "has gone", "who was killed" stays "was killed".
    """
    helping = {"aux", "auxpass", "neg"}
    auxiliaries = [
        c for c in words.children[verb] if c < verb and words.dep[c] in helping and words.lower[c] != "to"
    ]
    shown = " ".join(words.text[c].lower() for c in [*auxiliaries, verb])
    if any(words.tag[c] in {"VBZ", "VBP", "VBD", "MD"} for c in auxiliaries):
        return shown
    if auxiliaries:
        first = present(words.lemma[auxiliaries[0]], plural=plural)
        return " ".join([first, *(words.lower[c] for c in auxiliaries[1:]), words.lower[verb]])
    if words.dep[verb] == "acomp":  # "get involved"
        return f"{present(words.lemma[words.head[verb]], plural=plural)} {shown}"
    if is_passive(words, verb):
        return f"{present('be', plural=plural)} {shown}"
    return shown if words.tag[verb] == "VBD" else present(words.lemma[verb], plural=plural)
