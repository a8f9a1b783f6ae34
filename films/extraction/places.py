"""The named places of the story: what the text names as a town, a country, a house, and where it says "in".

The language model proposes; the document decides. A name is a place when it is called one, stands
after "in" and its like, or ends in a word for places ("Salt Island"), and when it is no character's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Stretch

from films.extraction.chains import Cast
from films.extraction.parsed import Parsed, TokenRange
from films.extraction.resources import read_list
from films.extraction.statements import Place
from films.folding import fold
from films.vocabulary import MentionKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
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
    found: dict[str, list[_Found]] = defaultdict(list)
    for one in _accepted(parsed, cast):
        found[fold(one.name)].append(one)
    return tuple(
        Place(_spelling(mentions), tuple(parsed.span_of(*one.tokens) for one in mentions))
        for mentions in found.values()
    )


def find_place_mentions(parsed: Parsed, cast: Cast) -> Mapping[int, str]:
    """Return the place's name for each token that heads a mention of one."""
    accepted = list(_accepted(parsed, cast))
    spellings: dict[str, list[_Found]] = defaultdict(list)
    for one in accepted:
        spellings[fold(one.name)].append(one)
    return {one.head: _spelling(spellings[fold(one.name)]) for one in accepted}


def _spelling(mentions: list[_Found]) -> str:
    return Counter(one.name for one in mentions).most_common(1)[0][0]


def _accepted(parsed: Parsed, cast: Cast) -> Iterator[_Found]:
    """Yield the mentions of names for which the whole document says enough."""
    candidates = list(_candidates(parsed, _tokens_of_characters(cast)))
    weights: dict[str, float] = defaultdict(float)
    for one in candidates:
        weights[fold(one.name)] += one.weight
    characters = {fold(name.text) for chain in cast.chains if chain.is_named for name in chain.names}
    for one in candidates:
        key = fold(one.name)
        if key and key not in characters and weights[key] >= ENOUGH:
            yield one


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
    for name in _names(parsed):
        start, end = _trimmed(parsed, *name)
        if start >= end or taken.intersection(range(start, end)) or not parsed.is_told(start):
            continue
        stretch = parsed.doc[start:end]
        if (weight := _weight(stretch)) is not None:
            yield _Found(stretch.text.replace("\n", " "), (start, end), stretch.root.i, weight)


def _names(parsed: Parsed) -> Iterator[TokenRange]:
    """Yield the model's entities of places, and runs of capitalised nouns it did not name so."""
    covered: set[int] = set()
    for entity in parsed.doc.ents:
        if entity.label_ in PLACE_LABELS | {"ORG"}:
            covered.update(range(entity.start, entity.end))
            yield entity.start, entity.end
        elif entity.label_ in NO_NAME_LABELS:
            covered.update(range(entity.start, entity.end))
    at, doc = 0, parsed.doc
    while at < len(doc):
        end = at
        while end < len(doc) and doc[end].tag_ in {"NNP", "NNPS"} and end not in covered:
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


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
    ):
        return None
    if any(word in read_list("organisation_words") for word in lower.split()):
        return None
    if _is_in_parentheses(stretch):
        return None
    return _by_label(stretch) + _by_word(stretch) + _by_preposition(stretch)


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
