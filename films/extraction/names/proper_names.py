"""Where the text has proper names, whoever or whatever they name.

A name is a run of capitalised words, with the particles, initials, hyphens and quoted nickname
inside it. Whether it names somebody is decided elsewhere, over the whole document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from films.extraction.given_names import GIVEN
from films.extraction.names.capitals import Capitals, count_capitals, is_capitalised
from films.extraction.names.name_parts import TITLES, NameParts, take_apart
from films.extraction.names.name_runs import PEOPLES, name_runs
from films.extraction.people import GROUP_NOUNS, KIN_NOUNS, is_human, singular
from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words

AGES = frozenset({"young", "old", "elderly", "teenage", "teenaged", "aging", "ageing", "wealthy", "poor"})
YOUNG = read_list("young_nouns")
PERSON_VERBS = read_list("person_verbs")
OWNED_NOUNS = read_list("owned_nouns")
GIVEN_OR_TITLES = GIVEN | TITLES
RANKS = read_list("title_words") - {"dean", "agent", "prime", "first", "private", "special"}
WIVES = frozenset({"lady", "madam", "madame", "mrs"})
DETERMINERS = frozenset(
    ["a", "an", "his", "her", "their", "its", "my", "your", "our", "this", "that", "some", "two", "three"]
)


@dataclass(frozen=True, slots=True)
class ProperName:
    """One occurrence of a name: tokens `start` to `end`, its syntactic head, its parts."""

    start: int
    end: int
    head: int
    parts: NameParts
    has_article: bool = False  # "the Kid", "the Vells"
    noun_before: str = ""  # "father" of "her father Tom Vell"


def find_proper_names(words: Words) -> list[ProperName]:
    """Return every proper name of the text, in text order, never overlapping.

    For "Dr. Mara Vell met Tom." these are "Dr. Mara Vell" and "Tom".
    """
    capitals = count_capitals(words)
    found = [name for run in name_runs(words, capitals) for name in _proper_names(words, *run)]
    sure = {name.parts.surname for name in found if _is_persons(words, name)}
    sure |= {name.parts.first for name in found if _is_given(words, name)}
    return [
        name
        for name in found
        if (len(name.parts.core) == 1 and name.parts.core[0] in sure)
        or not _is_description(words, name, capitals)
    ]


def _is_description(words: Words, name: ProperName, capitals: Capitals) -> bool:
    """Is this a noun with a capital, as in "her Dad", "the Queen", and no name like "the Kid"?"""
    word = words.lower[name.end - 1]
    noun = singular(words.lemma[name.end - 1])
    before = words.lower[name.start - 1] if name.start else ""
    is_somebodys = before in DETERMINERS or before in {"'s", "’s"}
    often = capitals.capitalised[word] > 1 and not capitals.lowered[word]
    if often and word in GIVEN and not is_somebodys:
        return False  # "Sheriff Dean", "Buddy": nouns that are given names, too, and stand as such
    if name.end - name.start > 1:
        if is_somebodys and is_human(word) and words.lower[name.start] not in GIVEN_OR_TITLES:
            return True
        are_many = name.has_article and words.tag[name.end - 1] == "NNPS" and is_human(noun)
        if are_many or _are_of_rank(words, name):
            return True  # "the Texas Rangers"
        return all(is_human(words.lower[i]) or words.lower[i] in TITLES for i in range(name.start, name.end))
    if word in GROUP_NOUNS and (name.has_article or words.text[name.start].isupper()):
        return True  # "the FBI"
    if not (is_human(word) or is_human(noun) or noun in GROUP_NOUNS):
        return False
    if words.tag[name.start] in {"NNS", "NNPS"} or words.dep[name.start] in {"attr", "oprd"}:
        return True
    if is_somebodys:
        return True
    if often and word in YOUNG:
        return False  # "Kid", whom nobody calls "a kid"; but "Dad" is somebody's
    return (name.has_article and not often) or (word in KIN_NOUNS and not name.has_article)


def _are_of_rank(words: Words, name: ProperName) -> bool:
    """ "Special Agents", "Police Officers": a rank in the plural with nothing but ranks before it."""
    word = words.lower[name.end - 1]
    if singular(word) == word or not is_human(singular(word)):
        return False
    return all(
        is_human(words.lower[i]) or words.lower[i] in TITLES or words.lower[i] in GROUP_NOUNS
        for i in range(name.start, name.end - 1)
    )


def _proper_name(words: Words, start: int, end: int) -> ProperName | None:
    start, end = _without_noun(words, start, end), _trimmed(words, start, end)
    start, end = _from_title(words, start, end), _once(words, start, end)
    parts = take_apart(words.text[start:end], words.space_after[start:end])
    head = head_of(words, start, end)
    if not (parts.core or parts.nickname) or _only_qualifies(words, parts, end, head):
        return None
    if words.lower[end - 1] in PEOPLES and words.tag[start] == "JJ":
        return None  # "Rich American widow Mara Vell" begins a sentence
    before = words.lower[start - 1] if start else ""
    if before == "another" and words.head[start - 1] == head:
        return None  # "wants to be another Mara Vell"
    is_one = before in {"a", "an"} and not parts.titles and words.dep[start - 1] == "det"
    if is_one and not (parts.is_full and parts.first in GIVEN and words.tag[head] == "NNP"):
        return None  # "a Vell": one of the family, or a thing by that name
    return ProperName(start, end, head, parts, _has_article(words, start), _noun_before(words, start))


def _noun_before(words: Words, start: int) -> str:
    at = start - 1
    while at > 0 and words.tag[at] == "JJ" and not is_human(words.lemma[at]):
        at -= 1  # "her father, old Major Vell"
    if at > 0 and words.text[at] == ",":
        at -= 1
    kin = _kin_before_trade(words, at)
    at = at if kin is None else kin
    return words.lemma[at] if at >= 0 and is_human(words.lemma[at]) else ""


def _kin_before_trade(words: Words, at: int) -> int | None:
    """Return the father of "his father, famed detective Tom Vell", where the trade stands at this token."""
    if at < 2 or words.tag[at] != "NN" or not is_human(words.lemma[at]):
        return None
    comma = at - 1
    while comma > 0 and words.tag[comma] in {"JJ", "VBN", "NN"} and words.text[comma] != ",":
        comma -= 1
    return comma - 1 if words.text[comma] == "," and words.lemma[comma - 1] in KIN_NOUNS else None


def _is_persons(words: Words, name: ProperName) -> bool:
    """Is this surely the full name of a person, so that its surname is one wherever it stands?"""
    is_called = name.parts.first in GIVEN or name.parts.nickname or words.entity[name.head] == "PERSON"
    return name.parts.is_full and bool(is_called) and not is_human(words.lower[name.start])


def _is_given(words: Words, name: ProperName) -> bool:
    """ "a witch called Enchantress", "a cowboy called the Duke": a noun by which somebody goes."""
    at = name.start - 1
    while at > 0 and (words.lower[at] == "the" or words.text[at] in QUOTES):
        at -= 1
    is_called = at > 0 and words.lower[at] in {"called", "named", "nicknamed", "dubbed"}
    return is_called and len(name.parts.core) == 1 and is_human(words.lemma[at - 1])


def _proper_names(words: Words, start: int, end: int) -> Iterator[ProperName]:
    name = _proper_name(words, start, end)
    if name is not None and name.parts.titles == () and _is_bare_title(words, name):
        name = _sharing_surname(words, name)
    elif name is not None and name.end - name.start == 1 and words.lower[name.start] in TITLES:
        name = _sharing_surname(words, name, WIVES) or name
    if name is not None:
        yield name


def _is_bare_title(words: Words, name: ProperName) -> bool:
    return name.end - name.start <= 2 and words.lower[name.start].rstrip(".") in {"mr", "mrs", "ms", "dr"}


def _sharing_surname(words: Words, name: ProperName, titles: frozenset[str] = TITLES) -> ProperName | None:
    """ "Mr. and Mrs. Vell": the title stands for "Mr. Vell"; alone it names nobody."""
    at = name.end + 1
    title = words.lower[at : at + 1]
    if words.lower[name.end : at] != ["and"] or not title or title[0].rstrip(".") not in titles:
        return None
    end = at + 1
    while end < len(words) and (is_capitalised(words.text[end]) or words.text[end] == "."):
        end += 1
    surname = words.text[end - 1]
    if not is_capitalised(surname) or end == at + 1:
        return None
    parts = take_apart([words.text[name.start], surname], [True, False])
    return replace(name, parts=parts)


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
        is_noun = is_human(noun) or is_human(singular(noun)) or noun in AGES
        plain = is_noun and noun not in TITLES and words.starts_sentence[start]
        if not (plain or noun in PEOPLES or _is_plural_title(noun) or _is_agency(words, start)):
            break
        start += 1
    return start


def _from_title(words: Words, start: int, end: int) -> int:
    """ "Navy Commander Mara Vell" begins with the title, as no given name stands before it."""
    for i in range(start + 1, end - 1):
        word = words.lower[i].rstrip(".")
        is_title = word in RANKS or (word in TITLES and words.lower[i + 1] in GIVEN)
        is_nickname = words.text[i - 1] in QUOTES  # `Bix "Reverend" Vell`
        if is_title and not is_nickname and words.lower[start] not in GIVEN_OR_TITLES:
            return i
    return start


def _once(words: Words, start: int, end: int) -> int:
    """ "Mara Mara", "Mara Vell Mara Vell": a name that a lost bracket repeats."""
    middle = (start + end) // 2
    if end - start == 2 and words.text[start - 1 : start] and words.text[start - 1] in QUOTES:
        return end  # "Pom Pom" in quotation marks
    return middle if words.text[start:middle] == words.text[middle:end] else end


def _is_plural_title(word: str) -> bool:
    """ "Detectives Tom Vell and Max Orr" """
    return word.endswith("s") and word[:-1] in TITLES and word not in TITLES


def _is_agency(words: Words, i: int) -> bool:
    """ "NCIS Agent Mara Vell": capitals before a name in ordinary letters."""
    word = words.text[i]
    return len(word) > 2 and word.isupper() and "." not in word and not words.text[i + 1].isupper()


def _is_verb(words: Words, i: int) -> bool:
    """Is this a verb that the tagger took for a noun, as in "his sister Mara arrive"?"""
    return words.lemma[i] in PERSON_VERBS and words.lemma[i] not in OWNED_NOUNS


def _trimmed(words: Words, start: int, end: int) -> int:
    while end - start > 1 and (words.text[end - 1] in QUOTES or words.text[end - 1] == "-"):
        end -= 1
    return end


def head_of(words: Words, start: int, end: int) -> int:
    """Return the token of the span whose own head lies outside it (the last, if there are several)."""
    outside = [i for i in range(start, end) if not start <= words.head[i] < end or words.head[i] == i]
    return outside[-1] if outside else end - 1
