"""Descriptions of people: "the manager", "his two sons", "a guy at work"."""

from collections.abc import Collection
from dataclasses import dataclass

from films.extraction.coreference.mere_words import is_mere_word
from films.extraction.people import GROUP_NOUNS, is_human, singular
from films.extraction.resources import read_list
from films.extraction.tags import NOUN_TAGS
from films.extraction.words import POSSESSIVES, Words

INDEFINITE = frozenset(
    {"a", "an", "another", "some", "several", "many", "few", "one", "certain", "no", "any", "every", "each"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "said"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
COLLECTIVES = frozenset(
    {"pair", "group", "team", "couple", "crowd", "band", "army", "gang", "company", "family", "council"}
)
PEOPLES = read_list("nationalities")
PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "predet", "nmod", "quantmod", "advmod", "punct"}
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description with the head noun at token `head`; `owner` is the token of its possessor."""

    start: int
    end: int
    head: int
    noun: str  # the head's lemma
    determiner: str  # lower case, "" where there is none
    modifiers: frozenset[str]
    owner: int | None
    is_plural: bool
    count: int | None = None

    @property
    def is_definite(self) -> bool:
        return self.determiner in DEFINITE or self.owner is not None

    @property
    def is_indefinite(self) -> bool:
        return self.owner is None and (self.determiner in INDEFINITE or "other" in self.modifiers)


def find_nominals(words: Words, taken: Collection[int]) -> list[Nominal]:
    """Return the descriptions of people in text order; `taken` are tokens inside proper names.

    In "The old nurse meets his sons" these are "The old nurse" and "his sons".
    """
    return [
        _nominal(words, i)
        for i, tag in enumerate(words.tag)
        if tag in NOUN_TAGS and i not in taken and _is_person_noun(words, i) and not _is_modifier(words, i)
    ]


def _is_person_noun(words: Words, i: int) -> bool:
    noun = words.lemma[i]
    if words.text[i + 1 : i + 2] == ["-"] and not words.space_after[i]:  # "ex-wife": what follows is the noun
        return False
    if words.tag[i] in {"NNP", "NNPS"}:
        noun = singular(words.lower[i])
    if noun in PEOPLES:
        return words.tag[i] in {"NNPS", "NNS"} or (words.tag[i] == "NNP" and noun.endswith("s"))
    if noun in COLLECTIVES and _is_of_things(words, i):
        return False
    if is_mere_word(words, i, noun):
        return False
    return is_human(noun) or noun in GROUP_NOUNS or words.lower[i] in GROUP_NOUNS


def _is_of_things(words: Words, i: int) -> bool:
    """ "a pair of scissors", "the band of gold": no people."""
    for c in words.children[i]:
        if words.lower[c] == "of":
            of = words.child(c, "pobj")
            return of is not None and not (is_human(words.lemma[of]) or words.lemma[of] in GROUP_NOUNS)
    return False


def _is_modifier(words: Words, i: int) -> bool:
    """Does the noun only modify another, as in "family home"? Not where that other is a name or a person."""
    if words.dep[i] not in {"compound", "nmod", "amod"}:
        return False
    head = words.head[i]
    next_is_noun = i + 1 < len(words) and words.tag[i + 1] in {"NN", "NNS"}
    return head > i and (next_is_noun or words.tag[head] in {"NN", "NNS"})


def _nominal(words: Words, i: int) -> Nominal:
    left = [c for c in words.children[i] if c < i and words.dep[c] in PREMODIFIERS]
    owner = next((c for c in left if words.dep[c] == "poss"), None)
    determiner = next((words.lower[c] for c in left if words.dep[c] in {"det", "predet"}), "")
    if owner is None and i > 0 and words.lower[i - 1] in POSSESSIVES:
        owner = i - 1
    number = next((NUMBERS[words.lower[c]] for c in left if words.lower[c] in NUMBERS), None)
    modifiers = frozenset(
        words.lower[c] for c in left if words.dep[c] in {"amod", "compound", "nmod", "nummod"}
    )
    start = min((_left_edge(words, c) for c in left), default=i)
    noun = words.lemma[i] if words.tag[i] in {"NN", "NNS"} else singular(words.lower[i])
    if i > 2 and words.text[i - 1] == "-" and words.lower[i - 2] in {"co", "vice"}:
        noun = f"{words.lower[i - 2]}-{noun}"  # a co-pilot is not the pilot
        start = min(start, i - 2 if words.tag[i - 3] != "DT" else i - 3)
        determiner = determiner or (words.lower[start] if start < i - 2 else "")
    plural = (
        words.tag[i] in {"NNS", "NNPS"}
        or noun in PEOPLES
        or noun in GROUP_NOUNS
        or words.lower[i] in GROUP_NOUNS
    )
    if determiner in {"a", "an"} and noun not in GROUP_NOUNS:
        plural = False
    return Nominal(start, i + 1, i, noun, determiner, modifiers, owner, plural, number)


def _left_edge(words: Words, i: int) -> int:
    while words.children[i] and words.children[i][0] < i:
        i = words.children[i][0]
    return i
