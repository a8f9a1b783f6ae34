"""Descriptions of people: "the manager", "his two sons", "a guy at work"."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from films.extraction.coreference.mere_words import is_mere_word
from films.extraction.coreference.supposed import is_supposed
from films.extraction.people import GROUP_NOUNS, HUMAN_NOUNS, is_human, singular
from films.extraction.resources import read_list
from films.extraction.tags import NOUN_TAGS, SUBJECTS
from films.extraction.words import POSSESSIVES, QUOTES, Words

INDEFINITE = frozenset(
    {"a", "an", "another", "some", "several", "many", "few", "one", "certain", "no", "any", "every", "each"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "said"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
MAYBE_THINGS = frozenset(  # of whom "of" tells whether they are people: "a pair of scissors"
    {"pair", "group", "team", "couple", "crowd", "band", "army", "gang", "company", "family", "council"}
)
COLLECTIVES = MAYBE_THINGS | {"crew", "duo", "horde", "mob", "posse", "quartet", "squad", "trio", "troupe"}
PEOPLES = read_list("nationalities")
ONE_OF_PEOPLE = read_list("one_of_a_people")
BEHIND_NOUNS = frozenset({"in", "of", "to", "on", "by", "at", "de", "up"})  # "brother-in-law", "bride-to-be"
PHRASED = frozenset(noun.rpartition("-")[2] for noun in HUMAN_NOUNS if "-" in noun) - HUMAN_NOUNS  # "hand"
OFFICES = read_list("offices")
FELLOWS = frozenset({"co", "vice"})  # a co-pilot is not the pilot
PREFIXES = FELLOWS | {"ex", "half"}
PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "predet", "nmod", "quantmod", "advmod", "punct"}
)
DOING = SUBJECTS | {"dobj", "pobj", "dative"}
OF_ONE = frozenset({"a", "an", "another", "the", "this", "that"})
BETWEEN_OWNER = frozenset({"POS", "JJ"})
ANOTHER = frozenset({"second", "third", "other", "next", "new", "different", "real", "actual"})
LEADING = frozenset({"RB", "WRB", "CC", "IN", ",", "``", "''", ":", "-LRB-"})
FOCUSING = frozenset({"even", "only", "then", "now", "also", "finally", "particularly", "especially", "not"})
DETERMINING = frozenset({"DT", "PDT", "PRP$", "NNP", "CD"})


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
    names = frozenset(words.lower[i] for i in taken)
    return [
        _nominal(words, i)
        for i, tag in enumerate(words.tag)
        if tag in NOUN_TAGS
        and i not in taken
        and _is_person_noun(words, i)
        and not _is_modifier(words, i, taken)
        if tag != "NNPS"
        or singular(words.lower[i]) not in names  # "the Chamberlains" around Mara Chamberlain
    ]


def _is_person_noun(words: Words, i: int) -> bool:
    noun = words.lemma[i]
    if words.text[i][0].isupper() and " ".join(words.lower[i : i + 3]) in OFFICES:
        return False  # "Chief of Staff Mara Vell"
    if words.text[i + 1 : i + 2] == ["-"] and not words.space_after[i]:
        return _hyphened(words, i)[0] in HUMAN_NOUNS
    if words.tag[i] in {"NNP", "NNPS"}:
        noun = singular(words.lower[i])
    if is_one_of_people(words, i):
        return True
    if noun in PEOPLES and noun not in GROUP_NOUNS:
        return words.tag[i] in {"NNPS", "NNS"} or (words.tag[i] == "NNP" and noun.endswith("s"))
    if noun in MAYBE_THINGS and _is_of_things(words, i):
        return False
    if is_mere_word(words, i, noun) or is_supposed(words, i):
        return False
    return is_human(noun) or noun in GROUP_NOUNS or words.lower[i] in GROUP_NOUNS or _phrase(words, i) != ""


def is_one_of_people(words: Words, i: int) -> bool:
    """Is this "a German" or "the American", one person, who does something or is done to?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["A German shoots Tom."])))
    >>> is_one_of_people(words, 1), is_one_of_people(words, 3)
    (True, False)
    """
    if words.lower[i] not in ONE_OF_PEOPLE or words.tag[i] not in {"NN", "NNP"} or words.dep[i] not in DOING:
        return False
    return any(words.lower[c] in OF_ONE and c == i - 1 for c in words.children[i])


def _phrase(words: Words, i: int) -> str:
    """Return "hired-hand" of "the hired hand": a noun that names somebody with the word before it alone."""
    at = i - 2 if words.text[i - 1 : i] == ["-"] else i - 1
    if at < 0 or words.lemma[i] not in PHRASED:
        return ""
    phrase = f"{words.lower[at]}-{words.lemma[i]}"
    return phrase if phrase in HUMAN_NOUNS else ""


def _hyphened(words: Words, i: int) -> tuple[str, int]:
    """Return the noun that begins at token `i` and goes on behind hyphens, and where it ends.

    "brothers-in-law" gives "brother-in-law"; of "ex-wife" what follows is the noun, and none begins here.
    """
    end = i + 1
    while words.text[end : end + 1] == ["-"] and not words.space_after[end - 1] and end + 1 < len(words):
        end += 2
    is_noun = end > i + 1 and words.lower[i + 2] in BEHIND_NOUNS
    return ("-".join([words.lemma[i], *words.lower[i + 2 : end : 2]]), end) if is_noun else ("", i + 1)


def _is_of_things(words: Words, i: int) -> bool:
    """ "a pair of scissors", "the band of gold": no people, as "the team of Tom and Mara" are."""
    for c in words.children[i]:
        if words.lower[c] == "of":
            of = words.child(c, "pobj")
            if of is None or words.entity[of] == "PERSON":
                return False
            return not (is_human(words.lemma[of]) or words.lemma[of] in GROUP_NOUNS)
    return False


def _is_modifier(words: Words, i: int, taken: Collection[int]) -> bool:
    """Does the noun only modify another ("family home", "the Pirate King")? Not where that is a name."""
    if words.dep[i] not in {"compound", "nmod", "amod"}:
        return False
    head = words.head[i]
    next_is_noun = i + 1 < len(words) and words.tag[i + 1] in {"NN", "NNS"}
    is_titled = head not in taken and is_human(singular(words.lower[head]))
    return head > i and (next_is_noun or is_titled or words.tag[head] in {"NN", "NNS"})


def _nominal(words: Words, i: int) -> Nominal:
    first, noun = _prefixed(words, i)
    hanging = words.children[i] if first == i else [*words.children[first], *words.children[i]]
    left = [c for c in hanging if c < first and words.dep[c] in PREMODIFIERS]
    owner = next((c for c in left if words.dep[c] == "poss"), None)
    determiner = next((words.lower[c] for c in left if words.dep[c] in {"det", "predet"}), "")
    if owner is None and first > 0 and words.lower[first - 1] in POSSESSIVES:
        owner = first - 1
    if first < i and not determiner and words.tag[first - 1 : first] == ["DT"]:
        determiner, left = words.lower[first - 1], [*left, first - 1]
    if owner is None and (shared := _owner_of_name(words, i, left)) is not None:
        owner = shared
        left = [*left, shared]
    number = next((NUMBERS[words.lower[c]] for c in left if words.lower[c] in NUMBERS), None)
    modifiers = frozenset(
        words.lower[c] for c in left if words.dep[c] in {"amod", "compound", "nmod", "nummod"}
    )
    start = _past_adverbs(words, min((_left_edge(words, c) for c in left), default=first), i)
    hyphened, end = _hyphened(words, i)
    noun = hyphened or noun
    plural = (
        words.tag[i] in {"NNS", "NNPS"}
        or noun in PEOPLES
        or noun in GROUP_NOUNS
        or words.lower[i] in GROUP_NOUNS
    )
    if (determiner in {"a", "an"} and noun not in GROUP_NOUNS) or is_one_of_people(words, i):
        plural = False
    return Nominal(start, end, i, noun, determiner, modifiers, owner, plural, number)


def _prefixed(words: Words, i: int) -> tuple[int, str]:
    """Return where the noun at token `i` begins, and the whole of it: "ex-wife", "hired-hand"."""
    noun = _phrase(words, i) or (
        words.lemma[i] if words.tag[i] in {"NN", "NNS"} else singular(words.lower[i])
    )
    if i > 1 and words.text[i - 1] == "-" and words.lower[i - 2] in PREFIXES:
        prefix, whole = words.lower[i - 2], f"{words.lower[i - 2]}-{noun}"
        return i - 2, whole if whole in HUMAN_NOUNS or prefix in FELLOWS else noun
    return i, noun


def _owner_of_name(words: Words, i: int, left: Sequence[int]) -> int | None:
    """ "Mara's father Tom": whose the father is hangs on the name that he goes before."""
    name = words.head[i]
    if words.dep[i] not in {"compound", "nmod"} or name < i:
        return None
    owner, start = words.child(name, "poss"), min((_left_edge(words, c) for c in left), default=i)
    if owner is None or not owner < start:
        return None
    return owner if all(words.tag[at] in BETWEEN_OWNER for at in range(owner + 1, start)) else None


def _past_adverbs(words: Words, start: int, head: int) -> int:
    """ "when his wife", ", then his father", "even the maid": the phrase begins at its determiner."""
    at = start
    if words.text[start] in QUOTES and any(words.text[k] in QUOTES for k in range(start + 1, head)):
        return start  # "the 'Daily News' man"
    while at < head and (words.tag[at] in LEADING or words.lower[at] in FOCUSING):
        at += 1
    return at if at == head or words.tag[at] in DETERMINING else start


def _left_edge(words: Words, i: int) -> int:
    while words.children[i] and words.children[i][0] < i:
        i = words.children[i][0]
    return i
