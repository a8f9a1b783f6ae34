"""People called as months, days and feasts are: "June Vell", "his wife, April,", "the girl Saturday"."""

from collections import defaultdict
from collections.abc import Callable

from films.extraction.given_names import GIVEN
from films.extraction.people import KIN_NOUNS, is_human
from films.extraction.resources import read_classes, read_list
from films.extraction.words import QUOTES, Words

DATES = read_list("weekdays_and_months")
PERSON_VERBS = read_list("person_verbs")
PERSON_OBJECT_VERBS = read_list("person_object_verbs")
OWNED = read_list("owned_nouns")
NO_SURNAMES = read_list("place_words") | read_list("organisation_words") | read_list("never_surnames") | DATES
OF_PEOPLE = KIN_NOUNS | read_classes("bond_nouns").keys()
NAMING = frozenset({"name", "call", "nickname", "dub", "christen", "rename"})
OFTEN_WITH_TIMES = frozenset(
    {"meet", "marry", "wed", "miss", "follow", "order", "fire", "court", "date", "arrest"}
)
BEFORE = frozenset(
    {
        "in",
        "on",
        "until",
        "till",
        "since",
        "last",
        "next",
        "every",
        "this",
        "one",
        "during",
        "early",
        "late",
        "mid",
    }
    | {"following", "previous", "each", "that", "through", "throughout", "by", "of"}
)
LOOSE = frozenset({"by", "of", "through", "one", "this", "that"})  # may stand before people, too
TIMES_OF_DAY = frozenset(
    {"morning", "night", "afternoon", "evening", "noon", "midnight", "day", "eve", "weekend"}
)
FEW_WORDS = 3  # between an owner and what is owned
ENOUGH_OF_GIVEN = 2.0  # evidence for "June", who is often somebody
ENOUGH = 3.0  # and for "Friday"


def dates_in(words: Words) -> frozenset[int]:
    """Return the tokens that name a time, and nobody who is called so.

    "In June Mara meets June Vell." has the first "June" alone.
    """
    places = defaultdict[str, list[int]](list)
    for i, lower in enumerate(words.lower):
        if lower in DATES and words.text[i][0].isupper():
            places[lower].append(i)
    found: set[int] = set()
    for word, tokens in places.items():
        dated = {i for i in tokens if _tells_time(words, i)}
        is_called = _is_called(words, word, [i for i in tokens if i not in dated], len(dated))
        found |= (
            {i for i in dated if not is_called or words.lower[i - 1] not in LOOSE}
            if is_called
            else set(tokens)
        )
    return frozenset(found)


def _is_called(words: Words, word: str, tokens: list[int], dated: int) -> bool:
    weight = sum(witness(words, i) for i in tokens for witness in WITNESSES)
    return weight >= (ENOUGH_OF_GIVEN if word in GIVEN else ENOUGH) and weight > dated


def _tells_time(words: Words, i: int) -> bool:
    """ "in June", "5 June", "June 5", "Friday morning", "the following Sunday"."""
    before, after = words.lower[max(0, i - 1) : i], words.lower[i + 1 : i + 3]
    if before and (before[0] in BEFORE or before[0][0].isdigit()):
        return True
    if after[:1] == [","]:
        after = after[1:]  # "June, 1944"
    return bool(after) and (after[0][0].isdigit() or after[0] in TIMES_OF_DAY)


def _by_naming(words: Words, i: int) -> float:
    """ "He names her Saturday", "a girl called June"."""
    places = {"oprd", "dobj", "appos", "attr", "npadvmod"}
    is_told = words.dep[i] in places and words.lemma[words.head[i]] in NAMING
    return 2.0 if is_told or (i > 0 and words.lemma[i - 1] in NAMING) else 0.0


def _by_noun_before(words: Words, i: int) -> float:
    """ "his wife, April,", "the girl Saturday"."""
    at = i - 1
    while at > 0 and (words.text[at] == "," or words.text[at] in QUOTES):
        at -= 1
    is_noun = at >= 0 and words.tag[at] == "NN" and is_human(words.lemma[at])
    return (1.5 if words.text[i - 1] == "," else 2.0) if is_noun else 0.0


def _by_possession(words: Words, i: int) -> float:
    """ "April's son", "June's hand"."""
    if words.lower[i + 1 : i + 2] not in (["'s"], ["’s"]):
        return 0.0
    owned = words.head[i] if words.dep[i] == "poss" else i + 2
    if owned >= len(words) or owned - i > FEW_WORDS + 2:
        return 0.0
    if words.lemma[owned] in OF_PEOPLE:
        return 2.0
    return 1.0 if words.lemma[owned] in OWNED else 0.2


def _by_deed(words: Words, i: int) -> float:
    """ "June warns Ivo", "Mara tells June", but "they meet Friday"."""
    verb = words.lemma[words.head[i]]
    is_subject = words.dep[i] == "npadvmod" and words.head[i] == i + 1 and words.subject(i + 1) is None
    if words.dep[i] == "nsubj" or is_subject:
        return 1.5 if verb in PERSON_VERBS else 0.2
    if words.dep[i] in {"dobj", "dative", "nsubjpass"}:
        return 1.5 if verb in PERSON_OBJECT_VERBS else 0.2
    is_after_verb = i > 0 and words.head[i] == i - 1 and words.dep[i] in {"npadvmod", "advmod"}
    return 1.0 if is_after_verb and verb in PERSON_OBJECT_VERBS - OFTEN_WITH_TIMES else 0.0


def _by_what_follows(words: Words, i: int) -> float:
    """ "June Vell", "June, who"."""
    after = words.lower[i + 1 : i + 3]
    if after[:1] == ["who"] or after == [",", "who"]:
        return 2.0
    is_full = bool(after) and words.text[i + 1][0].isupper() and words.tag[i + 1] == "NNP"
    is_full = is_full and words.lower[i] in GIVEN and after[0] not in NO_SURNAMES
    return (2.0 if words.entity[i] == "PERSON" else 1.2) if is_full else 0.0


def _by_company(words: Words, i: int) -> float:
    """ "Ivo and June"."""
    beside = [c for c in words.children[i] if words.dep[c] == "conj"]
    beside += [words.head[i]] if words.dep[i] == "conj" else []
    return 1.0 if any(words.entity[c] == "PERSON" or words.lower[c] in {"he", "she"} for c in beside) else 0.0


def _by_label(words: Words, i: int) -> float:
    return 0.7 if words.entity[i] == "PERSON" else 0.0


WITNESSES: tuple[Callable[[Words, int], float], ...] = (
    _by_naming,
    _by_noun_before,
    _by_possession,
    _by_deed,
    _by_what_follows,
    _by_company,
    _by_label,
)
