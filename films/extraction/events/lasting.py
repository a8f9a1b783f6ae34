"""Verbs that tell elsewhere, where they say what lasts: "finds him dull", "earns a living", "is fed up"."""

from collections.abc import Callable

from films.extraction.people import noun_kind
from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words
from films.vocabulary import CharacterKind

FEELING = frozenset({"feel", "seem", "look", "appear", "remain", "stay"})
OPINIONS = read_list("adjectives_of_opinion")
FARTHEST_OPINION = 8
ABOVE_REST = frozenset(
    {"had", "have", "has", "having", "'s", "is", "are", "was", "were", "remain", "remains"}
)
BROKE_BEHIND = frozenset({"leave", "be", "go", "find", "become"})
ADORNED = frozenset(["decorate", "adorn", "line", "litter", "stuff", "affix", "attach", "mount"])
PASSAGES = frozenset(
    [
        *[
            "door",
            "doorway",
            "gate",
            "entrance",
            "hallway",
            "corridor",
            "passage",
            "tunnel",
            "bridge",
            "path",
        ],
        *["road", "trail", "track", "stair", "stairs", "staircase", "ladder", "portal", "hole"],
    ]
)
MUCH = frozenset({"all", "most", "much", "more", "every"})
LOCKED = frozenset({"lock", "close", "shut", "seal", "bar", "bolt"})
NO_AGENT = frozenset({"by", "behind", "in", "up", "inside"})
LIVINGS = frozenset({"living", "livelihood"})
PRESENT = frozenset({"is", "are"})


def is_lasting(words: Words, verb: int) -> bool:
    """Does this wording say what is so, or usual, while the verb alone would tell a happening?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_lasting(read_words(next(parse(["Mara finds Ivo annoying."]))), 1)
    True
    """
    rule = _RULES.get(words.lemma[verb].lower())
    return rule is not None and rule(words, verb)


def is_second_feeling(words: Words, verb: int) -> bool:
    """Is this "betrayed" of "remains angry and betrayed"?"""
    if verb < 2 or words.tag[verb] not in {"VBN", "VBD"} or words.dep[verb] != "conj":
        return False
    first, feeling = verb - 2, words.head[verb - 2]
    is_felt = words.dep[first] == "acomp" and words.lemma[feeling] in FEELING
    is_joined = words.lower[verb - 1] in {"and", "or"} and words.head[verb] in {first, feeling}
    return is_felt and is_joined and not words.children[verb]


def is_pastime(words: Words, verb: int) -> bool:
    """Is this what one does all the time: "fixing" of "earns a living fixing cars"?"""
    governor = words.head[verb]
    if words.tag[verb] != "VBG" or governor > verb:
        return False
    rule = {"spend": _passes_time, "earn": _is_living, "make": _is_living}.get(words.lemma[governor])
    return rule is not None and rule(words, governor)


def _finds_so(words: Words, verb: int) -> bool:
    """Is this what someone thinks of it: "finds him annoying", "finds the feast a bore"?"""
    for at in range(verb + 2, min(verb + FARTHEST_OPINION, len(words))):
        if words.lower[at] in OPINIONS:
            above = words.head[at]
            return above == verb or (words.head[above] == verb and above < at)
    return False


def _is_fed_up(words: Words, verb: int) -> bool:
    is_at_start = words.starts_sentence[verb] and words.lower[verb] == "fed"
    return (words.tag[verb] in {"VBN", "VBD"} or is_at_start) and words.lower[verb + 1 : verb + 2] == ["up"]


def _is_without_money(words: Words, verb: int) -> bool:
    """Is this "leaves him broke", "Broke, they leave"?"""
    if words.lower[verb] != "broke" or any(
        words.dep[c] in {"dobj", "prt", "prep"} for c in words.children[verb]
    ):
        return False
    if words.starts_sentence[verb]:
        return True
    governor = words.head[verb]
    return governor < verb and words.dep[verb] != "conj" and words.lemma[governor] in BROKE_BEHIND


def _is_what_is_left(words: Words, verb: int) -> bool:
    """Is this "has no money left", "all that is left"?"""
    if words.lower[verb] != "left" or words.dep[verb] != "acl" or words.children[verb]:
        return False
    return words.lower[words.head[words.head[verb]]] in ABOVE_REST


def _takes_to_be(words: Words, verb: int) -> bool:
    """Is this "whom she takes to be a friend"?"""
    taken = words.child(verb, "xcomp", "ccomp")
    return taken is not None and words.lower[taken] == "be" and words.lower[taken - 1] == "to"


def _is_living(words: Words, verb: int) -> bool:
    """Is this "earns a living", "makes his living"?"""
    return not LIVINGS.isdisjoint(words.lower[verb + 2 : verb + 4])


def _is_living_or_made_of(words: Words, verb: int) -> bool:
    """Is this "makes his living", or "a book made of skin"?"""
    is_of = words.dep[verb] == "acl" and words.lower[verb + 1 : verb + 2] in (["of"], ["from"])
    return _is_living(words, verb) or (words.tag[verb] == "VBN" and is_of)


def _passes_time(words: Words, verb: int) -> bool:
    """Is this "spends most of his time singing", and not "spends more time with her"?"""
    span = words.lower[verb + 1 : verb + 7]
    time = span.index("time") if "time" in span else len(span)
    return not MUCH.isdisjoint(span[:1]) and any(word.endswith("ing") for word in span[time + 1 : time + 2])


def _stays_for_now(words: Words, verb: int) -> bool:
    """Is this "is staying at the hotel"?"""
    is_under_way = any(words.lower[c] in {"is", "are"} for c in words.children[verb])
    return (
        words.tag[verb] == "VBG"
        and is_under_way
        and any(words.lower[c] in {"in", "at", "with"} for c in words.children[verb])
    )


def _struggles_on(words: Words, verb: int) -> bool:
    """Is this "was struggling to survive", "Struggling with his debts, he", not "struggles with him"?"""
    behind = words.lower[verb + 1 : verb + 2]
    return words.tag[verb] == "VBG" and behind in (["to"], ["with"], ["financially"])


def _lies_there(words: Words, verb: int) -> bool:
    """Is this "the proof lies deep under water": a thing tells no lies?"""
    subject = words.child(verb, "nsubj")
    return subject is not None and is_thing(words, subject)


def _leads_there(words: Words, verb: int) -> bool:
    """Is this "a door leading to the cellar"?"""
    is_on = words.lower[verb + 1 : verb + 2] in (["to"], ["into"], ["from"], ["out"])
    noun = words.lemma[words.head[verb]]
    return words.dep[verb] == "acl" and is_on and (noun in PASSAGES or noun == "one")


def _is_view(words: Words, verb: int) -> bool:
    """Is this "a house overlooking the town"?"""
    return words.dep[verb] == "acl" and words.tag[verb] == "VBG"


def _is_adorned(words: Words, verb: int) -> bool:
    """Is this "a room decorated with flowers", "knives affixed to her fingers"?"""
    if words.tag[verb] != "VBN" or not any(words.lower[c] in {"with", "to"} for c in words.children[verb]):
        return False
    what = words.head[verb] if words.dep[verb] == "acl" else words.child(verb, "nsubjpass")
    helping = words.child(verb, "auxpass")
    is_now = helping is None or words.lower[helping] in PRESENT
    return what is not None and is_now and words.tag[what] != "NNP"


def _is_shut(words: Words, verb: int) -> bool:
    """Is this "the door is locked", and not "he is locked in", "the door is locked by him"?"""
    what, helping = words.child(verb, "nsubjpass"), words.child(verb, "auxpass")
    if what is None or helping is None or words.lower[helping] not in PRESENT or not is_thing(words, what):
        return False
    return words.tag[verb] == "VBN" and not any(words.lower[c] in NO_AGENT for c in words.children[verb])


def _names_itself(words: Words, verb: int) -> bool:
    """Is this "who call themselves the Bats", "a saloon called the Bat"?"""
    name = words.child(verb, "oprd")
    if name is None or not (words.tag[name] == "NNP" or not QUOTES.isdisjoint(words.text[name - 1])):
        return False
    if words.tag[verb] == "VBD":
        named = words.child(verb, "nsubj")
        return named is not None and is_thing(words, named) and words.child(verb, "dobj") is None
    called = words.child(verb, "dobj")
    return called is not None and words.lower[called].endswith("selves")


def _is_role(words: Words, verb: int) -> bool:
    """Is this "doubles as a guard", "moonlights as a guard"?"""
    return any(words.lower[c] == "as" and c > verb for c in words.children[verb])


def _makes_laugh(words: Words, verb: int) -> bool:
    """Is this "provides comic relief"?"""
    given = words.child(verb, "dobj")
    return given is not None and words.lower[given] == "relief" and words.lower[given - 1] == "comic"


def is_thing(words: Words, noun: int) -> bool:
    """Is this a common noun that means nobody: "the door"?"""
    is_common = words.tag[noun] in {"NN", "NNS"} and words.text[noun].islower()
    return is_common and noun_kind(words.lemma[noun]) is CharacterKind.OTHER


_RULES: dict[str, Callable[[Words, int], bool]] = {
    "find": _finds_so,
    "feed": _is_fed_up,
    "fed": _is_fed_up,
    "break": _is_without_money,
    "leave": _is_what_is_left,
    "take": _takes_to_be,
    "earn": _is_living,
    "make": _is_living_or_made_of,
    "spend": _passes_time,
    "stay": _stays_for_now,
    "lie": _lies_there,
    "struggle": _struggles_on,
    "lead": _leads_there,
    "overlook": _is_view,
    "call": _names_itself,
    "double": _is_role,
    "moonlight": _is_role,
    "provide": _makes_laugh,
    **dict.fromkeys(ADORNED, _is_adorned),
    **dict.fromkeys(LOCKED, _is_shut),
}
