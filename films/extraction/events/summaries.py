"""One plain sentence for each event, with names instead of pronouns: the storyline that readers see."""

from collections.abc import Container, Mapping

from films.extraction.chains import Cast
from films.extraction.events.agreement import agrees_as_plural, are_many, is_one_person
from films.extraction.events.noun_sentences import noun_sentence
from films.extraction.events.participants import shared_object
from films.extraction.events.phrases import (
    after_verb,
    inside_clauses,
    noun_phrase,
    shortened,
    stranded_preposition,
    whole_clause,
)
from films.extraction.events.subjects import is_passive, stands_for_clause, subjects
from films.extraction.events.triggers import Trigger
from films.extraction.events.verb_groups import HELPING, agreeing, behind_has, is_finite, spelled, verb_group
from films.extraction.events.wording import RELATIVES, Wording, names_of, sentence
from films.extraction.resources import read_list
from films.extraction.words import Words

MAX_TOKENS = 32
MOST_BEHIND = 16  # tokens behind the verb, where some of them can be left out
SUBJECT_CASE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we", "whom": "who"}
UNKNOWN = "someone"
LOOSE = {"which": "this", "that": "this", "who": UNKNOWN}  # relative pronouns that stand for nothing said
FAR = 5  # tokens: "tracks down and finally kills"
BESIDE_JOINED = frozenset({"conj", "cc", "advmod", "punct", "prt"})
LEFT_OUT = frozenset({"whom", "which"})
PLURAL_FORMS = frozenset({"are", "were", "have", "do"})
BEFORE_CUT = frozenset({"det", "predet", "poss", "cc", "preconj", "prep", "agent", "mark", "aux", "neg"})


def summarize(
    words: Words, cast: Cast, trigger: Trigger, names: Mapping[str, str], triggers: Container[int] = ()
) -> str:
    """Return one plain sentence that tells the event; `names` holds what to call each character.

    The sentence holds the clause of the trigger alone: subject, verb, objects and near modifiers.
    Clauses whose verbs are in `triggers` tell events of their own and stay out.
    """
    wording = Wording(words, cast, names)
    is_alone = trigger.verb is None or _stands_apart(words, trigger)
    told = ""
    if is_alone or (trigger.is_noun and not trigger.is_light and trigger.verb in triggers):
        told = noun_sentence(wording, trigger.token, is_alone=is_alone)
    if told:
        return sentence(told)
    if trigger.verb is None:
        return sentence("there is " + wording.text(noun_phrase(words, trigger.token)))
    return _clause(wording, trigger.verb, triggers)


def _clause(wording: Wording, verb: int, triggers: Container[int]) -> str:
    words, cast = wording.words, wording.cast
    heads = _heads(words, cast, verb)
    tokens = [token for head in heads for token in noun_phrase(words, head)]
    if tokens and words.lower[tokens[0]] == "when":  # hangs on "neglected" in "When neglected Anna leaves"
        tokens = tokens[1:]
    wording.owner = tuple(dict.fromkeys(key for head in _joined(words, heads) for key in cast.at(head)))
    wording.stand_ins = {i: _of_whom(wording, i) for i in tokens if words.lower[i] in {"whom", "which"}}
    subject = _subject(wording, heads, tokens) if heads else _known_by_reflexive(wording, verb)
    wording.clauses = inside_clauses(words, verb)
    wording.stand_ins = _stand_ins(wording, verb)
    rest = _rest(wording, verb, triggers, tokens)
    if not heads and is_finite(words, verb):
        clause = _without_loose_end(words, whole_clause(words, verb)[:MAX_TOKENS])
        is_bare = bool(clause) and (clause[0] == verb or words.dep[clause[0]] in HELPING)
        if is_bare and subject == UNKNOWN and words.lower[clause[0]] in PLURAL_FORMS:
            subject = "they"
        return sentence((f"{subject} " if is_bare else "") + wording.text(clause))
    left_out, said = _left_out(wording, verb, heads), wording.text(rest)
    behind = [left_out, said]
    if left_out and (stranded := stranded_preposition(words, verb)) is not None:
        before = wording.text(i for i in rest if i != stranded)
        behind = [before, words.lower[stranded], left_out]  # "the chair he sits on": sits on the chair
    pieces = [subject, _verb(wording, verb, heads), *behind]
    return sentence(" ".join(filter(None, pieces)))


def _rest(wording: Wording, verb: int, triggers: Container[int], subject: list[int]) -> list[int]:
    """Return the tokens behind the verb that the sentence has room for."""
    words = wording.words
    pieces = after_verb(words, verb, triggers, read_list("linking_adverbs"))
    sharing = _object_said_later(words, verb)
    if sharing is not None:
        pieces.append((sharing, noun_phrase(words, sharing)))
    said = {*subject, *spelled(words, verb)}
    kept = [i for _, piece in shortened(words, pieces, MOST_BEHIND) for i in piece if i not in said]
    if [words.lower[i] for i in kept[-2:]] == ["in", "order"]:
        del kept[-2:]
    relative = words.dep[verb] == "relcl"
    kept = [i for i in kept if i in wording.stand_ins or words.lower[i] not in LEFT_OUT or not relative]
    return _without_loose_end(words, kept[:MAX_TOKENS])


def _without_loose_end(words: Words, tokens: list[int]) -> list[int]:
    """Return the tokens without a last "in the" or "not" whose noun there was no room for."""
    kept = list(tokens)
    while kept and words.dep[kept[-1]] in BEFORE_CUT:
        last = kept[-1]
        governed = [words.head[last], *words.children[last]]
        governed += words.children[words.head[last]] if words.dep[last] in {"cc", "neg"} else []
        if not any(i > last and words.tag[i][:1].isalpha() for i in governed):
            break
        kept.pop()
    return kept


def _object_said_later(words: Words, verb: int) -> int | None:
    """Return the object of the verb joined to this one: "tracks down and kills the guards"."""
    if (shared := shared_object(words, verb)) is not None:
        return shared
    if words.lemma[verb] not in read_list("verbs_with_object") or is_passive(words, verb):
        return None
    behind = [c for c in words.children[verb] if c > verb]
    joined = next((c for c in behind if words.dep[c] == "conj"), None)
    if joined is None or joined - verb > FAR or words.child(joined, "nsubj", "nsubjpass") is not None:
        return None
    if words.dep[verb] == "relcl" or any(words.dep[c] not in BESIDE_JOINED for c in behind):
        return None
    return words.child(joined, "dobj")


def _heads(words: Words, cast: Cast, verb: int) -> list[int]:
    """Return the head of the subject; in "they find themselves trapped" it is that of the verb above."""
    if (caused := behind_has(words, verb)) is not None:
        return [caused]
    heads = [head for head, _ in subjects(words, verb, cast)][:1]
    if heads and words.lower[heads[0]].endswith(("self", "selves")) and not cast.at(heads[0]):
        above = words.clause(heads[0])
        above = words.head[verb] if above == verb else above
        return [head for head, _ in subjects(words, above, cast)][:1]
    return heads


def _joined(words: Words, heads: list[int]) -> list[int]:
    """Return the heads with those joined to them: "Anna" and "Tom" of "Anna and Tom"."""
    found = list(heads)
    for head in found:
        found.extend(c for c in words.children[head] if words.dep[c] == "conj" and c not in found)
    return found


def _subject(wording: Wording, heads: list[int], tokens: list[int]) -> str:
    """Return the subject's words."""
    words, head = wording.words, heads[0]
    if words.lower[head] in RELATIVES:
        return names_of(_all_described(wording, head), wording.names) or LOOSE.get(
            words.lower[head], words.text[head]
        )
    if (
        words.tag[head] == "PRP"
        and len(tokens) == 1
        and (name := names_of(wording.cast.at(head), wording.names))
    ):
        return name
    text = wording.text(tokens).strip()
    if words.lower[head] == "those":
        return "some people"
    return "something" if words.lower[head] == "what" else SUBJECT_CASE.get(text.lower(), text)


def _of_whom(wording: Wording, whom: int) -> str:
    """Return the "whom" of "all of whom flee" as a sentence of its own has it."""
    words = wording.words
    if words.dep[whom] != "pobj" or words.lower[words.head[whom]] != "of":
        return words.text[whom]
    keys = wording.cast.at(whom)
    are_known = len(keys) > 1 and all(wording.cast.chain(key).is_named for key in keys)
    return (names_of(keys, wording.names) if are_known else "") or "them"


def _all_described(wording: Wording, who: int) -> tuple[str, ...]:
    """Return whom "who" means, all of "Anna and Tom, who are caught"."""
    words, cast, clause = wording.words, wording.cast, wording.words.head[who]
    keys = cast.at(who)
    if words.lower[who] not in RELATIVES or words.dep[clause] != "relcl" or len(keys) > 1:
        return keys
    finite = (clause, *words.children[clause])
    if not any(words.tag[c] == "VBP" or words.lower[c] == "were" for c in finite if who < c <= clause):
        return keys
    first = words.head[clause]
    first = words.head[first] if words.dep[first] == "conj" else first
    joined = _joined(words, [first])
    known = tuple(dict.fromkeys(key for head in joined if head < clause for key in cast.at(head)))
    return known if keys and keys[0] in known else keys


def _known_by_reflexive(wording: Wording, verb: int) -> str:
    """Return who "herself" behind a verb without subject is; otherwise the text leaves open who."""
    words = wording.words
    own = [c for c in words.children[verb] if words.lower[c].endswith(("self", "selves"))]
    known = [name for c in own if (name := names_of(wording.cast.at(c), wording.names))]
    is_result = words.lemma[verb] in read_list("verbs_of_outcome") and words.text[verb - 1] == ","
    return known[0] if known else LOOSE["which"] if is_result else UNKNOWN


def _verb(wording: Wording, verb: int, heads: list[int]) -> str:
    """Return the verb, in the number of its subject also where a name took the subject's place."""
    words, cast = wording.words, wording.cast
    if any(wording.name_for(head) for head in heads):
        plural = len(cast.at(heads[0])) > 1 or words.child(heads[0], "conj") is not None
        return agreeing(verb_group(words, verb, plural=plural), plural=plural)
    if any(words.tag[head] == "PRP" and wording.names_at(head) for head in heads):
        plural = len(_joined(words, heads)) > 1 or are_many(wording, cast.at(heads[0]))
        return agreeing(verb_group(words, verb, plural=plural), plural=plural)
    if heads and len(_all_described(wording, heads[0])) > 1:
        return agreeing(verb_group(words, verb, plural=True), plural=True)
    plural = agrees_as_plural(words, cast, verb, heads)
    group = verb_group(words, verb, plural=plural)
    is_one = bool(heads) and is_one_person(words, cast, heads[0])
    return agreeing(group, plural=False) if is_one and not plural else group


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
    if words.lemma[head] in read_list("time_nouns"):  # "the next time she comes"
        return ""
    if any(stands_for_clause(words, c, head, wording.cast) for c in children):
        return LOOSE["which"]
    return names_of(wording.cast.at(head), wording.names) or wording.text(noun_phrase(words, head))


def _fills(words: Words, child: int) -> bool:
    """Does this leave no gap in a relative clause: an object, "who" as subject, "to whom", "where"?"""
    dep, is_relative = words.dep[child], words.lower[child] in RELATIVES
    if dep in {"nsubj", "nsubjpass"}:
        return is_relative and _is_alone(words, child)
    if dep == "prep":
        return any(words.lower[c] in RELATIVES for c in words.children[child])
    return words.tag[child] == "WRB" or (dep in {"dobj", "attr", "ccomp", "xcomp"} and not is_relative)


def _is_alone(words: Words, subject: int) -> bool:
    """Is this the one subject of its verb, unlike "who" in "a girl who she sees"?"""
    return sum(words.dep[c] in {"nsubj", "nsubjpass"} for c in words.children[words.head[subject]]) == 1
