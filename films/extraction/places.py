"""The named places of the story: what the text names as a town, a country, a house, and where it says "in".

The language model proposes; the document decides. A name is a place when it is called one, stands
after "in" and its like, or ends in a word for places ("Salt Island"), and when it is no character's.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import capwords

import numpy as np
from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from films.extraction.chains import Cast
from films.extraction.parsed import Parsed, TokenRange
from films.extraction.people import is_human
from films.extraction.resources import read_list, read_pairs
from films.extraction.statements import Place
from films.extraction.tags import PLACE_LABELS
from films.folding import fold
from films.vocabulary import MentionKind

OTHER_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
NO_NAME_LABELS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "NORP"}
)
SURE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "into", "through", "across", "around", "outside", "throughout"}
)
PREPOSITIONS = SURE_PREPOSITIONS | {
    "to",
    "from",
    "for",
    "of",
    "toward",
    "towards",
    "off",
    "on",
    "onto",
    "via",
    "inside",
    "over",
}
INNER = frozenset({"of", "the", "de", "la", "du", "des", "del", "-", "'s", "’s", "and", "on", "upon", "sur"})
ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class _Found:
    """One place-like name in the text, with what speaks for it there."""

    name: str
    tokens: TokenRange
    head: int
    weight: float


def find_places(parsed: Parsed, cast: Cast) -> tuple[Place, ...]:
    """Return the named places of the tellings in order of first mention, with all their mentions.

    "Mara leaves Ostend for the island of Sark" has two: Ostend and Sark.
    """
    return tuple(
        Place(_name_of(mentions), tuple(parsed.span_of(*one.tokens) for one in mentions))
        for mentions in _by_place(parsed, cast)
    )


def find_place_mentions(parsed: Parsed, cast: Cast) -> Mapping[int, str]:
    """Return the place's name for each token that heads a mention of one."""
    return {one.head: _name_of(mentions) for mentions in _by_place(parsed, cast) for one in mentions}


@lru_cache(maxsize=2)  # the places and the mentions of places are asked for one after the other
def _by_place(parsed: Parsed, cast: Cast) -> list[list[_Found]]:
    """Return the mentions of each place: "the U.S." and "the United States", "Ord City" and "Ord" are one."""
    found: dict[str, list[_Found]] = defaultdict(list)
    for one in _accepted(parsed, cast):
        found[_key(one.name)].append(one)
    for key in [key for key in found if key.endswith(" city")]:
        if (short := key.removesuffix(" city")) in found:
            found[short] = sorted([*found[short], *found.pop(key)], key=lambda one: one.tokens)
    return sorted(found.values(), key=lambda mentions: mentions[0].tokens)


def _key(name: str) -> str:
    """Return the same for every spelling of a place: "L.A." and "Los Angeles"."""
    key = fold(name)
    return read_pairs("place_spellings", " ").get(key.replace(".", "").replace(" ", ""), key)


def _name_of(mentions: list[_Found]) -> str:
    """Return the name to show: the spelling used most, of two used alike the longer one.

    A place of several spellings goes by its full name, so that films that spell it otherwise share it.
    """
    key = _key(mentions[0].name)
    if key in read_pairs("place_spellings", " ").values():
        return capwords(key)
    counts = Counter(one.name for one in mentions)
    return max(counts, key=lambda name: (counts[name], len(name)))


def _accepted(parsed: Parsed, cast: Cast) -> Iterator[_Found]:
    """Yield the mentions of names for which the whole document says enough."""
    candidates = list(_candidates(parsed, _tokens_of_characters(cast)))
    weights: dict[str, float] = defaultdict(float)
    for one in candidates:
        weights[_key(one.name)] += one.weight
    characters = {fold(name.text) for chain in cast.chains if chain.is_named for name in chain.names}
    surnames = {name.split()[-1] for name in characters if name}
    for one in candidates:
        name, key = fold(one.name), _key(one.name)
        if key and name not in characters and weights[key] >= ENOUGH and not _is_family(name, surnames):
            yield one


def _is_family(name: str, surnames: Container[str]) -> bool:
    """Is this the plural of a surname: "the Adamses"?"""
    return any(name.endswith(end) and name.removesuffix(end) in surnames for end in ("s", "es"))


def _tokens_of_characters(cast: Cast) -> frozenset[int]:
    return frozenset(
        i
        for chain in cast.chains
        for mention in chain.mentions
        if mention.kind is MentionKind.PROPER
        for i in range(mention.start, mention.end)
    )


def _candidates(parsed: Parsed, taken: frozenset[int]) -> Iterator[_Found]:
    """Yield every capitalised name of the tellings that is not a character's, weighed as a place."""
    for name in _names(parsed.doc):
        start, end = _trimmed(parsed, *name)
        if start >= end or taken.intersection(range(start, end)) or not parsed.is_told(start):
            continue
        stretch = parsed.doc[start:end]
        if (weight := _weight(stretch)) is not None:
            yield _Found(stretch.text.replace("\n", " "), (start, end), stretch.root.i, weight)


def _names(doc: Doc) -> tuple[TokenRange, ...]:
    """Return the model's entities of places, and runs of capitalised nouns it did not name so."""
    found: list[TokenRange] = []
    covered: set[int] = set()
    for entity in doc.ents:
        if entity.label_ in PLACE_LABELS | {"ORG"}:
            covered.update(range(entity.start, entity.end))
            found.append((entity.start, entity.end))
        elif entity.label_ in NO_NAME_LABELS:
            covered.update(range(entity.start, entity.end))
    tags = np.array([doc.vocab.strings.add(tag) for tag in ("NNP", "NNPS")], dtype="uint64")
    start = end = -1
    for i in np.flatnonzero(np.isin(doc.to_array("TAG"), tags)).tolist():
        if i in covered:
            continue
        if i != end:
            if end > start:
                found.append((start, end))
            start = i
        end = i + 1
    return (*found, (start, end)) if end > start else tuple(found)


def _trimmed(parsed: Parsed, start: int, end: int) -> TokenRange:
    """Drop articles, possessive endings and lower-case words at the edges: "southern France"."""
    doc = parsed.doc
    while start < end and (
        not doc[start].text[:1].isupper() or doc[start].lower_ in read_list("not_name_start")
    ):
        start += 1
    while start < end and not doc[end - 1].text[:1].isalnum():
        end -= 1
    while start < end and (doc[end - 1].lower_ in INNER or doc[end - 1].text[:1].islower()):
        end -= 1
    is_definite = start > 0 and doc[start - 1].lower_ == "the"
    if (
        is_definite
        and start < end < len(doc)
        and doc[end].lower_ in read_list("place_words")
        and doc[end].tag_ == "NN"
    ):
        end += 1  # "the Vell farm"
    return start, end


def _weight(stretch: Stretch) -> float | None:
    """Return how strongly this mention speaks for a place; None where it cannot be a name."""
    lower = stretch.text.casefold()
    if (
        not stretch.text[:1].isupper()
        or lower in read_list("nationalities")
        or lower in read_list("weekdays_and_months")
        or lower in read_list("no_places")
    ):
        return None
    if any(word in read_list("organisation_words") for word in lower.split()):
        return None
    if _is_in_parentheses(stretch) or _is_no_name_of_place(stretch):
        return None
    return _by_label(stretch) + _by_word(stretch) + _by_preposition(stretch)


def _is_no_name_of_place(stretch: Stretch) -> bool:
    """Is this a mere word ("the Bar"), a sort of person ("Angel of Death"), or a thing ("his Ord GT40")?"""
    text, root = stretch.text, stretch.root
    is_place_word = stretch[-1].lower_ in read_list("place_words")
    is_labelled = bool({token.ent_type_ for token in stretch} & PLACE_LABELS)
    if not is_labelled and (any(c.isdigit() for c in text) or (len(stretch) == 1 and is_place_word)):
        return True
    if len(stretch) == 1 and _is_acronym(text):
        return True
    if is_place_word:
        return False
    if is_human(root.lower_) or root.head.lower_ == "as":
        return True
    before = stretch.doc[stretch.start - 1] if stretch.start else None
    is_owned = before is not None and (before.lower_ in {"a", "an"} or before.tag_ in {"PRP$", "POS"})
    return is_owned and root.dep_ not in {"compound", "nmod", "poss", "amod"}


def _is_acronym(text: str) -> bool:
    """Is this an abbreviation that stands for no known place?"""
    return text.isupper() and len(text) < 4 and text.casefold() not in read_pairs("place_spellings", " ")


def _is_in_parentheses(stretch: Stretch) -> bool:
    """A name alone in parentheses is an actor's or an explanation."""
    doc = stretch.doc
    return (
        stretch.start > 0
        and doc[stretch.start - 1].text == "("
        and stretch.end < len(doc)
        and doc[stretch.end].text == ")"
    )


def _by_label(stretch: Stretch) -> float:
    labels = {token.ent_type_ for token in stretch}
    if labels & PLACE_LABELS:
        return 1.0
    return -0.5 if labels & OTHER_LABELS else 0.0


def _by_word(stretch: Stretch) -> float:
    """A word for places at the end ("Salt Island"), or a place everybody knows."""
    return 1.0 if stretch[-1].lower_ in read_list("place_words") else 0.0


def _by_preposition(stretch: Stretch) -> float:
    root = stretch.root
    if root.dep_ == "pobj" and root.head.lower_ in PREPOSITIONS:
        is_near = stretch.start - root.head.i <= 2  # "in London", "at the Vell farm"
        return 0.5 if root.head.lower_ in SURE_PREPOSITIONS and is_near else 0.25
    return -0.25 if root.dep_ in {"nsubj", "nsubjpass"} and root.ent_type_ not in PLACE_LABELS else 0.0
