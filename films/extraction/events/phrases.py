"""Which tokens of a sentence belong into the summary of one of its clauses."""

from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from films.extraction.events.clauses import is_in_time
from films.extraction.resources import read_list
from films.extraction.words import Words

MAX_DEPTH = 30
LONGEST_PURPOSE = 9
APART = frozenset({"advcl", "relcl", "acl", "parataxis", "csubj", "dep", "mark", "discourse", "intj", "meta"})
APART_FROM_CLAUSE = APART - {"mark", "acl"}
DEPENDENT_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl"})
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
INNER_MARKS = frozenset({"/", "&", "$", "#"})
HYPHENS = frozenset({"-", "‐", "‑"})
QUOTES = frozenset({'"', "“", "”"})
STOPS = frozenset({".", ","})
LONGEST_QUOTATION = 16  # tokens
OPTIONAL = frozenset({"prep", "advmod", "npadvmod", "advcl"})
ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "see", "check", "question"})
SHORTEST = 4  # tokens of what is left of a clause
CONTENT = frozenset({"acl", "relcl"})
MEANING_NOTHING_ALONE = frozenset(["those", "one", "anyone", "everyone", "all", "everything", "anything"])
Piece = tuple[int, list[int]]  # the head of a phrase and its tokens


def noun_phrase(words: Words, head: int) -> list[int]:
    """Return the tokens of a noun phrase without its clauses and asides.

    "his sister Anna, a nurse, who lives in town" gives "his sister Anna".
    """
    return _subtree(words, head, lambda i, parent: _belongs_to_noun(words, i, parent))


def after_verb(words: Words, verb: int, triggers: Container[int], linking: Container[str]) -> list[Piece]:
    """Return the phrases behind the verb in its own clause; clauses that tell other events stay out."""
    found: list[Piece] = []
    for child in words.children[verb]:
        if child < verb or _is_stray_that(words, child):
            continue
        dep = words.dep[child]
        if (dep in AFTER_VERB and not (dep == "advmod" and words.lower[child] in linking)) or (
            dep == "advcl" and _belongs_to_verb(words, child, verb, triggers)
        ):
            found.append((child, _piece(words, child, triggers)))
    return found


def _belongs_to_verb(words: Words, clause: int, verb: int, triggers: Container[int]) -> bool:
    """Does the verb need this clause: "asks if she is well", "goes to see her"?"""
    if words.lemma[verb] in ASKING and words.child(clause, "mark") is not None:
        return any(words.lower[c] in {"if", "whether"} for c in words.children[clause])
    is_free = clause not in triggers or words.lemma[verb] in {"go", "come"} or is_in_time(words, clause)
    return is_free and _is_short_purpose(words, clause)


def shortened(words: Words, pieces: list[Piece], most: int) -> list[Piece]:
    """Return the phrases without the last ones that may be missing, and clauses cut at an "and"."""
    kept = list(pieces)
    while _length(kept) > most:
        optional = [at for at, (head, _) in enumerate(kept) if words.dep[head] in OPTIONAL and at]
        if not optional:
            break
        at = optional[-1]
        head, tokens = kept[at]
        shorter = _without_last_phrases(words, tokens, most - _length(kept) + len(tokens))
        if at + 1 == len(kept) and len(shorter) < len(tokens):
            kept[at] = (head, shorter)
        else:
            del kept[at]
    over = _length(kept) - most
    if over > 0 and kept:
        head, tokens = kept[-1]
        kept[-1] = (head, _cut(words, tokens, len(tokens) - over))
    return kept


def _without_last_phrases(words: Words, tokens: list[int], most: int) -> list[int]:
    """Return the tokens without the phrases at their end ("on the hill") that there is no room for."""
    ends = [
        at
        for at, i in enumerate(tokens)
        if SHORTEST <= at + 1 <= most and words.dep[i] == "prep" and words.lower[i] != "of"
    ]
    return tokens[: ends[-1]] if ends else tokens


def _length(pieces: list[Piece]) -> int:
    return sum(len(tokens) for _, tokens in pieces)


def _cut(words: Words, tokens: list[int], most: int) -> list[int]:
    """Return the tokens up to the last "and" between verbs that keeps them short enough."""
    ends = [
        at
        for at, i in enumerate(tokens)
        if words.dep[i] == "cc"
        and words.tag[words.head[i]][0] == "V"
        and SHORTEST <= at <= max(most, SHORTEST)
    ]
    return _whole(words, tokens[: ends[-1]]) if ends else tokens


def with_hyphens(words: Words, tokens: Iterable[int], apart: Container[int] = ()) -> list[int]:
    """Return the tokens with what hyphens join to them: "brother" of "brother-in-law" with the rest.

    Tokens in `apart` give way to other words and stand alone.
    """
    found: dict[int, None] = {}  # in order, each once
    for i in tokens:
        first = last = i
        while i not in apart and first > 1 and _is_tight(words, first - 1):
            first -= 2
        while i not in apart and last + 2 < len(words) and _is_tight(words, last + 1):
            last += 2
        if last > i and words.tag[last + 1 : last + 2] == ["NNP"] and first <= words.head[last + 1] <= last:
            last += 1  # "his brother-in-law Tom"
        found.update(dict.fromkeys(range(first, last + 1)))
    return list(found)


@lru_cache(maxsize=2)  # asked for every phrase of a summary
def beside_hyphens(words: Words) -> frozenset[int]:
    """Return the hyphens of the text and the tokens on both sides of them."""
    return frozenset(at for i, text in enumerate(words.text) if text in HYPHENS for at in (i - 1, i, i + 1))


@lru_cache(maxsize=2)
def quoted_stretches(words: Words) -> Mapping[int, tuple[int, int]]:
    """Return, by the first word of each short quotation, where its words end and its closing mark."""
    marks = [i for i, text in enumerate(words.text) if text in QUOTES]
    found, is_open = {}, False
    for start, end in pairwise(marks):
        is_open = not is_open and _is_quotation(words, start, end)
        stop = end
        while is_open and stop > start + 2 and words.text[stop - 1] in STOPS:
            stop -= 1
        if is_open:
            found[start + 1] = (stop, end)
    return found


def _is_quotation(words: Words, start: int, end: int) -> bool:
    opens = not words.space_after[start] and words.text[start] != "”"
    return opens and 1 < end - start <= LONGEST_QUOTATION and not words.space_after[end - 1]


def _is_tight(words: Words, mark: int) -> bool:
    """Is this a hyphen within a word, not a dash?"""
    return words.text[mark] in HYPHENS and not words.space_after[mark] and not words.space_after[mark - 1]


def stranded_preposition(words: Words, verb: int) -> int | None:
    """Return the preposition whose object stands before: "on" in "the chair he sits on"."""
    found = [c for c in words.children[verb] if c > verb and words.dep[c] == "prep" and not words.children[c]]
    return found[-1] if found else None


def whole_clause(words: Words, verb: int) -> list[int]:
    """Return the tokens of a clause as they stand, without the clauses that hang on it."""
    apart = {"mark", "cc", "conj", "advcl", "relcl", "parataxis"}
    return _whole(words, _subtree(words, verb, lambda i, parent: parent != verb or words.dep[i] not in apart))


def inside_clauses(words: Words, verb: int) -> frozenset[int]:
    """Return the tokens of the clauses that depend on the verb."""
    found: set[int] = set()
    for child in words.children[verb]:
        if words.dep[child] in DEPENDENT_CLAUSES or _has_clause_below(words, child):
            found.update(_subtree(words, child, lambda _i, _parent: True))
    return frozenset(found)


def _has_clause_below(words: Words, preposition: int) -> bool:
    return words.dep[preposition] == "prep" and words.child(preposition, "pcomp") is not None


def _piece(words: Words, child: int, triggers: Container[int]) -> list[int]:
    clause = words.child(child, "pcomp")
    if clause is not None and clause in triggers and words.lower[child] in TELLING_APART:
        return []
    if _is_loose_relative(words, child) or (child in triggers and _lacks_connective(words, child)):
        return []
    if _is_cut_off(words, child):
        return []
    if words.dep[child] in DEPENDENT_CLAUSES or clause is not None:
        clause_words = _subtree(words, child, lambda i, parent: _belongs_to_clause(words, i, parent))
        return _whole(words, sorted(clause_words))
    found = _subtree(
        words, child, lambda i, parent: _belongs_to_noun(words, i, parent) or _says_which(words, i, parent)
    )
    return _whole(words, found if words.dep[words.head[child]] == "relcl" else sorted(found))


def _is_cut_off(words: Words, clause: int) -> bool:
    """Is this "that, to live" of "says that, to live, he must flee", whose own clause stands apart?"""
    if words.dep[clause] != "ccomp" or words.child(clause, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return False
    marks = [words.lower[c] for c in words.children[clause] if c < clause]
    return "that" in marks and "to" in marks


def _is_stray_that(words: Words, child: int) -> bool:
    """Is this the "that" of a clause further on: "realizes that, for a moment, he had been happy"?"""
    is_cut_off = words.text[child + 1 : child + 2] == [","]
    return words.lower[child] == "that" and words.tag[child] in {"IN", "WDT"} and is_cut_off


def _is_loose_relative(words: Words, clause: int) -> bool:
    """Is this a relative clause that was taken for a complement: "goes after Tom, who sells the rifles"?"""
    first = _first(words, clause)
    return (
        words.dep[clause] == "ccomp"
        and words.lower[first] in {"who", "which"}
        and words.text[first - 1] == ","
    )


def _lacks_connective(words: Words, clause: int) -> bool:
    """Does this clause with a subject of its own follow a comma or a "where" that stays out?"""
    if words.dep[clause] != "ccomp" or words.child(clause, "nsubj", "nsubjpass") is None:
        return False
    if any(_is_stray_that(words, c) for c in words.children[words.head[clause]]):
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
    if words.lower[last] == "to" and words.dep[last] == "aux":
        return True
    governed = words.child(last, "pobj")
    is_stranded = words.dep[last] == "prep" and words.dep[words.head[last]] == "relcl"
    if is_stranded and words.head[last] in found and governed is None:
        return False  # "the man she looks for"
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
    if dep in CONTENT or dep == "mark":
        return _is_content(words, i if dep in CONTENT else parent)
    return (
        dep not in APART
        and not (dep == "conj" and words.tag[i][0] == "V")
        and not _joins_verb(words, i, parent)
    )


def _is_content(words: Words, clause: int) -> bool:
    """Does this clause say what its noun needs to mean something: "an attempt to flee", "the fact that"?"""
    if words.dep[clause] not in CONTENT or words.lemma[words.head[clause]] not in read_list(
        "nouns_of_content"
    ):
        return False
    return any(
        (words.lower[c] == "to" and words.dep[c] == "aux")
        or (words.lower[c] == "that" and words.dep[c] == "mark")
        for c in words.children[clause]
    )


def _says_which(words: Words, clause: int, noun: int) -> bool:
    """Is nothing said without this relative clause: "those who flee", "is the man who shot him"?"""
    if words.dep[clause] != "relcl" or words.dep[noun] in {"nsubj", "nsubjpass"}:
        return False
    if words.text[_first(words, clause) - 1] == ",":
        return False
    if words.lower[noun] in MEANING_NOTHING_ALONE:
        return True
    is_the = any(words.lower[c] == "the" for c in words.children[noun])
    return is_the and words.dep[noun] == "attr"


def _belongs_to_clause(words: Words, i: int, parent: int) -> bool:
    dep = words.dep[i]
    if dep == "punct":
        return _is_inner_mark(words, i, parent)
    if dep == "appos":
        return _is_close_name(words, i, parent)
    if dep == "conj" and words.tag[i] in {"VBZ", "VBP", "VBD"}:
        return False
    if dep == "relcl":
        return _is_content(words, i) or _says_which(words, i, parent)
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
    if words.text[i] in INNER_MARKS or (words.text[i] in HYPHENS and i > 0 and _is_tight(words, i)):
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
        and words.text[_first(words, i) - 1] not in {"(", ":"}
    )


def _is_short_purpose(words: Words, verb: int) -> bool:
    has_to = any(words.lower[c] == "to" and words.dep[c] == "aux" for c in words.children[verb])
    return has_to and len(_piece(words, verb, ())) <= LONGEST_PURPOSE


def _subtree(words: Words, head: int, keep: Callable[[int, int], bool], depth: int = 0) -> list[int]:
    """Return the tokens below `head` in text order; a preposition always comes before what it governs."""
    if not words.children[head] or depth >= MAX_DEPTH:
        return [head]
    before: list[int] = []
    behind = [head]
    for child in words.children[head]:
        if keep(child, head):
            comes_before = child < head and words.dep[child] != "pobj"  # "which" stands before its "into"
            below = before if comes_before else behind
            below += _subtree(words, child, keep, depth + 1)
    return before + behind
