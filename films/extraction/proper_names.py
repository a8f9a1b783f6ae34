"""Where the text has proper names, whoever or whatever they name.

A name is a run of capitalised words, with the particles, initials, hyphens and quoted nickname
inside it. Whether it names somebody is decided elsewhere, over the whole document.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from films.extraction.name_parts import (
    GIVEN_FEMALE,
    GIVEN_MALE,
    NUMERALS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    NameParts,
    take_apart,
)
from films.extraction.people import GROUP_NOUNS, KIN_NOUNS, is_human, singular
from films.extraction.resources import read_list
from films.extraction.words import OPENING, QUOTES, Words

DIRECTIONS = frozenset({"north", "south", "east", "west"})  # no names alone, but surnames
NOT_NAMES = read_list("not_names")
AGES = frozenset({"young", "old", "elderly", "teenage", "teenaged", "aging", "ageing", "wealthy", "poor"})
PERSON_VERBS = read_list("person_verbs")
OWNED_NOUNS = read_list("owned_nouns")
DATES = read_list("weekdays_and_months")
PEOPLES = read_list("nationalities")
NOUNS = frozenset({"NN", "NNS"})
RANKS = read_list("title_words") - {"dean", "agent", "prime", "first", "private", "special"}
GIVEN = GIVEN_FEMALE | GIVEN_MALE
SHORT_TITLES = frozenset("mr mrs ms dr prof capt col gen maj lt sgt cpl pvt cmdr rev hon st fr jr sr".split())
ABBREVIATED = frozenset(title + "." for title in SHORT_TITLES)
NOBLE = frozenset(
    {
        "king",
        "queen",
        "prince",
        "princess",
        "duke",
        "duchess",
        "count",
        "countess",
        "earl",
        "baron",
        "baroness",
        "lord",
        "lady",
        "emperor",
        "empress",
        "sultan",
        "marquis",
        "archduke",
        "tsar",
    }
)
DETERMINERS = frozenset(
    {"a", "an", "his", "her", "their", "its", "my", "your", "our", "this", "that", "some", "two", "three"}
)
INSIDE_NAMES = frozenset(".-‐‑'’&|/_")
LONGEST = 8  # words; a longer run is a heading or shouting


@dataclass(frozen=True, slots=True)
class ProperName:
    """One occurrence of a name: tokens `start` to `end`, its syntactic head, its parts."""

    start: int
    end: int
    head: int
    parts: NameParts
    has_article: bool = False  # "the Kid", "the Vells"


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word of the text is capitalised where it need not be, and how often it is not."""

    capitalised: Counter[str]
    lowered: Counter[str]

    def is_name_like(self, word: str) -> bool:
        return self.capitalised[word] > self.lowered[word]


def count_capitals(words: Words) -> Capitals:
    """Count the words whose case says something: not the first of a sentence or a quotation."""
    capitalised: Counter[str] = Counter()
    lowered: Counter[str] = Counter()
    for i, text in enumerate(words.text):
        if text[0].islower():
            lowered[text] += 1
        elif text[0].isupper() and not begins_anew(words, i):
            capitalised[words.lower[i]] += 1
    return Capitals(capitalised, lowered)


def begins_anew(words: Words, i: int) -> bool:
    """Is this word capitalised by its place: first in a sentence, a quotation, after a colon?"""
    if words.starts_sentence[i]:
        return True
    before = words.text[i - 1]
    return before in OPENING or before in {":", ".", "!", "?", "…", "*", "•"} or "\n" in before


def find_proper_names(words: Words) -> list[ProperName]:
    """Return every proper name of the text, in text order, never overlapping.

    For "Dr. Mara Vell met Tom." these are "Dr. Mara Vell" and "Tom".
    """
    capitals = count_capitals(words)
    found = (_proper_name(words, start, end) for start, end in _runs(words, capitals))
    return [name for name in found if name is not None and not _is_description(words, name, capitals)]


def _is_description(words: Words, name: ProperName, capitals: Capitals) -> bool:
    """Is this a noun with a capital, as in "her Dad", "the Queen", and no name like "the Kid"?"""
    word = words.lower[name.end - 1]
    noun = singular(words.lemma[name.end - 1])
    if name.end - name.start > 1:
        return all(is_human(words.lower[i]) or words.lower[i] in TITLES for i in range(name.start, name.end))
    if not (is_human(word) or is_human(noun) or noun in GROUP_NOUNS):
        return False
    if words.tag[name.start] in {"NNS", "NNPS"} or words.dep[name.start] in {"attr", "oprd"}:
        return True
    before = words.lower[name.start - 1] if name.start else ""
    if before in DETERMINERS or before in {"'s", "’s"}:
        return True
    often = capitals.capitalised[word] > 1 and not capitals.lowered[word]
    return (name.has_article and not often) or (word in KIN_NOUNS and not name.has_article)


def _runs(words: Words, capitals: Capitals) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(words):
        opening = _nickname(words, i)  # `"Stumpy" Lowell`
        if opening or _may_start(words, i, capitals):
            end = _run_end(words, i + max(opening - 1, 0))
            if end - i <= LONGEST:
                yield i, end
            i = end
        else:
            i += 1


def _may_start(words: Words, i: int, capitals: Capitals) -> bool:
    word, lower = words.text[i], words.lower[i]
    if not is_capitalised(word) or lower in NOT_NAMES or lower in DATES:
        return False
    if lower in PEOPLES and words.entity[i] != "PERSON":
        return False
    if begins_anew(words, i):
        return _is_name_at_start(words, i, capitals)
    return True


def is_capitalised(word: str) -> bool:
    """Does the word start with a capital and have letters only, hyphens and apostrophes aside?"""
    if not word[0].isupper() or (len(word) == 1 and word in "AI"):
        return False
    return word.isalpha() or all(c.isalnum() or c in INSIDE_NAMES for c in word)


def _is_name_at_start(words: Words, i: int, capitals: Capitals) -> bool:
    """A capital that the place demands says nothing: look at the word elsewhere, and at the tagger."""
    lower = words.lower[i]
    if capitals.is_name_like(lower) or _is_quoted(words, i) or _is_title_at(words, i):
        return True
    if capitals.lowered[lower]:
        return False
    if words.tag[i] in {"NNP", "NNPS"} or (words.tag[i] in NOUNS and lower in GIVEN):
        return True
    return words.entity[i] == "PERSON" and words.tag[i][0] in "NJFX"


def _is_title_at(words: Words, i: int) -> bool:
    if words.lower[i].rstrip(".") not in TITLES or i + 1 >= len(words):
        return False
    return is_capitalised(words.text[i + 1]) and words.lower[i + 1] not in NOT_NAMES


def _is_quoted(words: Words, i: int) -> bool:
    """A single capitalised word in quotation marks, within a sentence, is a name: 'Thunder'."""
    if i < 2 or words.starts_sentence[i - 1] or words.text[i - 1] not in QUOTES or i + 1 >= len(words):
        return False
    return words.text[i + 1] in QUOTES and words.text[i - 2] not in {",", ":"}


def _run_end(words: Words, start: int) -> int:
    end = start + 1
    while end < len(words):
        step = _step(words, end)
        if not step:
            break
        end += step
    return end


def _step(words: Words, i: int) -> int:
    """Return how many tokens from `i` on continue a name; 0 when it ends before `i`."""
    before = words.text[i - 1]
    ends = words.starts_sentence[i] or (before.endswith(".") and not _is_initial(before))
    if ends and not _is_abbreviated(words, i - 1):
        return 0
    word, lower = words.text[i], words.lower[i]
    if lower in SUFFIXES or (lower in NUMERALS and word.isupper()):
        return 1
    if lower in DATES or (lower in PEOPLES and words.entity[i] != "PERSON"):
        return 0
    if is_capitalised(word) and (lower not in NOT_NAMES or lower in DIRECTIONS):
        return 1
    if word == "." and words.lower[i - 1] in SHORT_TITLES and not words.space_after[i - 1]:
        return 1
    return int(_is_initial(word)) or _suffix(words, i) or _inner(words, i)


def _is_abbreviated(words: Words, i: int) -> bool:
    """Does the full stop at this token belong to "Sgt." or "J.B.", and end no sentence?"""
    if words.text[i] == "." and i > 0 and words.lower[i - 1] in SHORT_TITLES:
        return True
    return words.lower[i] in ABBREVIATED or words.text[i].count(".") > 1


def _inner(words: Words, i: int) -> int:
    """Particles, hyphens and nicknames stand inside a name only."""
    found = _particle(words, i) or _hyphen(words, i) or _nickname(words, i)
    return found or _domain(words, i) or _epithet(words, i)


def _epithet(words: Words, i: int) -> int:
    """ "Erik the Red", where the model sees one person's name."""
    if words.lower[i] != "the" or i + 1 >= len(words) or not is_capitalised(words.text[i + 1]):
        return 0
    return 2 if words.entity[i] == words.entity[i - 1] == words.entity[i + 1] == "PERSON" else 0


def _suffix(words: Words, i: int) -> int:
    """ "Tom Vell, Jr." """
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    return 2 if words.text[i] == "," and after in SUFFIXES and words.text[i + 1][0].isupper() else 0


def _domain(words: Words, i: int) -> int:
    """ "Queen Mara of the Isles", "the Duke of Vell": only after a title."""
    if words.lower[i] != "of" or not _has_title(words, i):
        return 0
    after = i + 1
    if after < len(words) and words.lower[after] == "the":
        after += 1
    if after >= len(words) or not is_capitalised(words.text[after]):
        return 0
    return after - i + 1


def _has_title(words: Words, end: int) -> bool:
    """Is there a noble title in the capitalised words before this one?"""
    at = end - 1
    while at >= 0 and is_capitalised(words.text[at]):
        if words.lower[at] in NOBLE:
            return True
        at -= 1
    return False


def _is_initial(word: str) -> bool:
    return len(word) in {1, 2} and word[0].isupper() and word[1:] in {"", "."}


def _particle(words: Words, i: int) -> int:
    for length in (1, 2):
        after = i + length
        if after >= len(words) or words.lower[after - 1] not in PARTICLES:
            return 0
        if is_capitalised(words.text[after]) and words.lower[after] not in NOT_NAMES:
            return length + 1
    return 0


def _hyphen(words: Words, i: int) -> int:
    glued = words.text[i] == "-" and not words.space_after[i - 1] and not words.space_after[i]
    return 2 if glued and i + 1 < len(words) and words.text[i + 1][0].isalpha() else 0


def _nickname(words: Words, i: int) -> int:
    """`John "Stumpy" Lowell`: the quoted words and the name after them."""
    if words.text[i] not in QUOTES:
        return 0
    for length in (1, 2, 3):
        close = i + 1 + length
        if close + 1 >= len(words):
            return 0
        if words.text[close] in QUOTES:
            inside = all(is_capitalised(words.text[k]) for k in range(i + 1, close))
            return length + 3 if inside and is_capitalised(words.text[close + 1]) else 0
    return 0


def _proper_name(words: Words, start: int, end: int) -> ProperName | None:
    start, end = _without_noun(words, start, end), _trimmed(words, start, end)
    start, end = _from_title(words, start, end), _once(words, start, end)
    parts = take_apart(words.text[start:end], words.space_after[start:end])
    head = head_of(words, start, end)
    if not (parts.core or parts.nickname) or _only_qualifies(words, parts, end, head):
        return None
    before = words.lower[start - 1] if start else ""
    if before in {"a", "an"} and not parts.titles and words.dep[start - 1] == "det":
        return None  # "a Vell": one of the family, or a thing by that name
    return ProperName(start, end, head, parts, _has_article(words, start))


def _has_article(words: Words, start: int) -> bool:
    at = start - 1
    if at >= 0 and words.text[at] in QUOTES:
        at -= 1
    return at >= 0 and words.lower[at] == "the"


def _only_qualifies(words: Words, parts: NameParts, end: int, head: int) -> bool:
    """ "the Vell farm": a single word that qualifies a noun is no mention of anybody."""
    qualifies = words.dep[head] in {"compound", "amod", "nmod"} and words.head[head] >= end
    noun = words.tag[words.head[head]] in {"NN", "NNS"} and not _is_verb(words, words.head[head])
    return qualifies and noun and len(parts.core) == 1 and not parts.titles


def _without_noun(words: Words, start: int, end: int) -> int:
    """ "Publisher Mara Vell" begins a sentence: the noun is a description, capitalised by its place."""
    while end - start > 1 and words.text[start + 1][0].isalpha():
        noun = words.lower[start]
        plain = (is_human(noun) or noun in AGES) and noun not in TITLES and words.starts_sentence[start]
        if not (plain or noun in PEOPLES or _is_plural_title(noun) or _is_agency(words, start)):
            break
        start += 1
    return start


def _from_title(words: Words, start: int, end: int) -> int:
    """ "Navy Commander Mara Vell" begins with the title, as no given name stands before it."""
    for i in range(start + 1, end - 1):
        if words.lower[i].rstrip(".") in RANKS and words.lower[start] not in GIVEN | TITLES:
            return i
    return start


def _once(words: Words, start: int, end: int) -> int:
    """ "Mara Mara", "Mara Vell Mara Vell": a name that a lost bracket repeats."""
    middle = (start + end) // 2
    return middle if words.text[start:middle] == words.text[middle:end] else end


def _is_plural_title(word: str) -> bool:
    """ "Detectives Tom Vell and Max Orr" """
    return word.endswith("s") and word[:-1] in TITLES and word not in TITLES


def _is_agency(words: Words, i: int) -> bool:
    """ "NCIS Agent Mara Vell": capitals before a name in ordinary letters."""
    return len(words.text[i]) > 2 and words.text[i].isupper() and not words.text[i + 1].isupper()


def _is_verb(words: Words, i: int) -> bool:
    """Is this a verb that the tagger took for a noun, as in "his sister Mara arrive"?"""
    return words.lemma[i] in PERSON_VERBS and words.lemma[i] not in OWNED_NOUNS


def _trimmed(words: Words, start: int, end: int) -> int:
    while end - start > 1 and words.text[end - 1] in QUOTES | {"-"}:
        end -= 1
    return end


def head_of(words: Words, start: int, end: int) -> int:
    """Return the token of the span whose own head lies outside it (the last, if there are several)."""
    outside = [i for i in range(start, end) if not start <= words.head[i] < end or words.head[i] == i]
    return outside[-1] if outside else end - 1
