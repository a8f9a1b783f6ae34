"""Which tokens of a sentence belong into the summary of one of its clauses."""

from collections.abc import Callable, Container, Iterable, Iterator

from films.extraction.words import Words

MAX_DEPTH = 30
LONGEST_PURPOSE = 9
APART = frozenset({"advcl", "relcl", "acl", "parataxis", "csubj", "dep", "mark", "discourse", "intj", "meta"})
APART_FROM_CLAUSE = APART - {"mark", "acl"}
CLAUSES = frozenset({"xcomp", "ccomp", "pcomp"})
AFTER_VERB = frozenset(
    {
        "dobj",
        "dative",
        "attr",
        "acomp",
        "oprd",
        "prt",
        "prep",
        "agent",
        "xcomp",
        "ccomp",
        "npadvmod",
        "advmod",
    }
)
TELLING_APART = frozenset({"after", "before", "by", "while", "upon", "since", "despite", "when", "for"})
JOINING_ADVERBS = frozenset({"where", "when", "while", "whereupon"})
INNER_MARKS = frozenset({"-", "–", "/", "&", "$", "#"})


def noun_phrase(words: Words, head: int) -> list[int]:
    """Return the tokens of a noun phrase without its clauses and asides.

    "his sister Anna, a nurse, who lives in town" gives "his sister Anna".
    """
    return list(_subtree(words, head, lambda i, parent: _belongs_to_noun(words, i, parent)))


def after_verb(words: Words, verb: int, triggers: Container[int], linking: Container[str]) -> list[int]:
    """Return the tokens behind the verb in its own clause; clauses that tell other events stay out."""
    found: list[int] = []
    for child in words.children[verb]:
        if child < verb:
            continue
        dep = words.dep[child]
        if (dep in AFTER_VERB and not (dep == "advmod" and words.lower[child] in linking)) or (
            dep == "advcl" and child not in triggers and _is_short_purpose(words, child)
        ):
            found += _piece(words, child, triggers)
    return found


def whole_clause(words: Words, verb: int) -> list[int]:
    """Return the tokens of a clause as they stand, without the clauses that hang on it."""
    apart = {"mark", "cc", "conj", "advcl", "relcl", "parataxis"}
    return _whole(words, _subtree(words, verb, lambda i, parent: parent != verb or words.dep[i] not in apart))


def inside_clauses(words: Words, verb: int) -> frozenset[int]:
    """Return the tokens of the clauses that depend on the verb."""
    found: set[int] = set()
    for child in words.children[verb]:
        if words.dep[child] in CLAUSES | {"advcl"} or _has_clause_below(words, child):
            found.update(_subtree(words, child, lambda _i, _parent: True))
    return frozenset(found)


def _has_clause_below(words: Words, preposition: int) -> bool:
    return words.dep[preposition] == "prep" and words.child(preposition, "pcomp") is not None


def _piece(words: Words, child: int, triggers: Container[int]) -> list[int]:
    clause = words.child(child, "pcomp")
    if clause is not None and clause in triggers and words.lower[child] in TELLING_APART:
        return []
    if child in triggers and _lacks_connective(words, child):
        return []
    if words.dep[child] in CLAUSES | {"advcl"} or clause is not None:
        clause_words = _subtree(words, child, lambda i, parent: _belongs_to_clause(words, i, parent))
        return _whole(words, sorted(clause_words))
    found = noun_phrase(words, child)
    return _whole(words, found if words.dep[words.head[child]] == "relcl" else sorted(found))


def _lacks_connective(words: Words, clause: int) -> bool:
    """Does this clause with a subject of its own follow a comma or a "where" that stays out?"""
    if words.dep[clause] != "ccomp" or words.child(clause, "nsubj", "nsubjpass") is None:
        return False
    first = _first(words, clause)
    return words.text[first - 1] in {",", ";", "-", "–", "—"} or words.lower[first] in JOINING_ADVERBS


def _whole(words: Words, tokens: Iterable[int]) -> list[int]:
    """Return the tokens without a preposition or "and" at the end, whose object stayed out."""
    found = list(tokens)
    while found and _lacks_its_object(words, found):
        found.pop()
    return found


def _lacks_its_object(words: Words, found: list[int]) -> bool:
    last = found[-1]
    governed = words.child(last, "pobj")
    return words.dep[last] in {"prep", "cc", "mark"} and (governed is None or governed not in found)


def _belongs_to_noun(words: Words, i: int, parent: int) -> bool:
    dep = words.dep[i]
    if dep == "punct":
        return _is_inner_mark(words, i, parent)
    if dep == "appos":
        return _is_close_name(words, i, parent) or _is_listed(words, i)
    if dep == "case" and words.dep[parent] in {"nsubj", "nsubjpass", "ROOT"}:
        return False  # the "'s" of "Dana's smitten" is a verb
    if (
        i > parent
        and dep in {"prep", "advmod", "amod"}
        and words.text[_first(words, i) - 1] in {",", "(", "-"}
    ):
        return False
    return (
        dep not in APART
        and not (dep == "conj" and words.tag[i][0] == "V")
        and not _joins_verb(words, i, parent)
    )


def _belongs_to_clause(words: Words, i: int, parent: int) -> bool:
    dep = words.dep[i]
    if dep == "punct":
        return _is_inner_mark(words, i, parent)
    if dep == "appos":
        return _is_close_name(words, i, parent)
    if dep == "conj" and words.tag[i] in {"VBZ", "VBP", "VBD"}:
        return False
    return dep not in APART_FROM_CLAUSE and not _joins_verb(words, i, parent)


def _first(words: Words, token: int) -> int:
    """Return the first token of what hangs on this one."""
    at = token
    while words.children[at] and words.children[at][0] < at:
        at = words.children[at][0]
    return at


def _joins_verb(words: Words, i: int, parent: int) -> bool:
    """Is this the "and" before a verb that stays out?"""
    if words.dep[i] != "cc":
        return False
    joined = next((c for c in words.children[parent] if c > i and words.dep[c] == "conj"), None)
    return joined is None or words.tag[joined] in {"VBZ", "VBP", "VBD"}


def _is_inner_mark(words: Words, i: int, parent: int) -> bool:
    if words.text[i] in INNER_MARKS:
        return True
    if words.text[i] != ",":
        return False
    following = i + 1
    joined = any(c > i and _continues_list(words, c) for c in words.children[parent])
    return joined or (i < parent and following < len(words) and words.tag[following][:2] == "JJ")


def _continues_list(words: Words, i: int) -> bool:
    if words.dep[i] == "appos":
        return _is_listed(words, i)
    return words.dep[i] == "conj" and words.tag[i][0] != "V"


def _is_close_name(words: Words, i: int, parent: int) -> bool:
    """Is this the name in "his sister Anna"?"""
    between = words.text[parent + 1 : i]
    return words.tag[i] == "NNP" and not any(mark in between for mark in (",", "(", "-", "–", ":"))


def _is_listed(words: Words, i: int) -> bool:
    """Is this taken for an aside but part of a list: "Ali, Mara and some friends"?"""
    is_definite = not any(words.lower[c] in {"a", "an", "the"} for c in words.children[i])
    is_name = words.tag[i] in {"NNP", "NNPS"}
    return (
        (is_name or (is_definite and words.tag[i] == "NN" and words.child(i, "poss") is not None))
        and words.child(i, "cc") is not None
        and words.text[i - 1] != "("
    )


def _is_short_purpose(words: Words, verb: int) -> bool:
    has_to = any(words.lower[c] == "to" and words.dep[c] == "aux" for c in words.children[verb])
    return has_to and len(_piece(words, verb, ())) <= LONGEST_PURPOSE


def _subtree(words: Words, head: int, keep: Callable[[int, int], bool], depth: int = 0) -> Iterator[int]:
    """Yield the tokens below `head` in text order; a preposition always comes before what it governs."""
    children = [c for c in words.children[head] if keep(c, head)] if depth < MAX_DEPTH else []
    before = [c for c in children if c < head and words.dep[c] != "pobj"]  # "which" stands before its "into"
    for child in before:
        yield from _subtree(words, child, keep, depth + 1)
    yield head
    for child in children:
        if child not in before:
            yield from _subtree(words, child, keep, depth + 1)
