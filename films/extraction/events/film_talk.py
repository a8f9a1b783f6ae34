"""What a synopsis says of the film, not of the story: "the film opens with", "we see", "is shown"."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from films.extraction.events.states import is_passive
from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words

SHOWING = frozenset({"show", "see", "note", "depict", "portray"})
PLAYING = frozenset({"play", "portray", "voice"})
DESCRIBING = frozenset({"describe", "summarize", "summarise", "recount", "reproduce", "tell", "narrate"})
WHAT_WE_DO = frozenset(
    [
        *["see", "learn", "watch", "hear", "meet", "find", "witness", "cut", "flash", "jump", "fade"],
        *["switch", "discover", "follow", "glimpse", "realize", "realise"],
    ]
)
WHAT_IT_DOES = frozenset({"tell", "star", "follow", "depict", "open", "deal", "center", "chronicle"})
HINTING = frozenset({"imply", "suggest", "hint"})  # "it is implied that"
MAKING = frozenset(["make", "direct", "produce", "release", "write", "base", "sandwich", "adapt", "shoot"])
BOUNDING = frozenset({"end", "close", "open", "begin", "conclude", "start"})  # "ending the film"
MAKERS = frozenset({"director", "filmmaker", "filmmakers", "playwright", "screenwriter"})
REMAKES = frozenset({"remake", "sequel", "prequel", "version", "adaptation"})
RELATIVES = frozenset({"that", "which"})


def is_of_the_film(words: Words, verb: int) -> bool:
    """Is this verb told of the film?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_of_the_film(read_words(next(parse(["The film follows a thief."]))), 2)
    True
    """
    lemma, subject = words.lemma[verb], words.subject(verb)
    if lemma in SHOWING and is_passive(words, verb) and words.child(verb, "agent", "dobj") is None:
        return not any(words.lower[c] == "having" for c in words.children[verb])  # "having been seen there"
    if _is_of_its_making(words, verb):
        return True
    if subject is None:
        return False
    who = words.lower[subject]
    if words.lemma[subject] in REMAKES and words.dep[subject] in SUBJECTS:
        return True  # "the remake was released", "the first version became unavailable"
    if who in makers_by_the_way(words):
        return words.lower[subject - 1] == "the"
    if who == "we":
        return lemma in WHAT_WE_DO or is_passive(words, verb)
    if who == "it":
        return lemma in (HINTING if is_passive(words, verb) else WHAT_IT_DOES)
    if who in RELATIVES and words.dep[verb] == "relcl":  # "a frame story that attempts to"
        subject = words.head[verb]
    if lemma == "take" and takes_place(words, verb) and words.lemma[subject] in {"action", "event"}:
        return True
    named = {subject, *_of_kind(words, subject, "conj"), *_of_kind(words, verb, "nsubj")}  # "play and movie"
    named = {noun for noun in named if words.tag[noun] != "NNP" or words.child(noun, "compound") is None}
    is_film = any(words.lemma[noun] in read_list("film_words") for noun in named)  # not "Hot Shot tries"
    return is_film and (lemma in read_list("verbs_of_films") or takes_place(words, verb))


@lru_cache(maxsize=2)
def makers_by_the_way(words: Words) -> frozenset[str]:
    """Return "director" of a text that speaks once of the director: he made the film and is not in it.

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> sorted(makers_by_the_way(read_words(next(parse(["The director plays with light."])))))
    ['director']
    """
    found = Counter(lemma for lemma in words.lemma if lemma in MAKERS)
    return frozenset(maker for maker, times in found.items() if times == 1)


def _is_of_its_making(words: Words, verb: int) -> bool:
    """Is this "a woman played by", "As told in", "Jo Bell plays Mara Vell", "ending the film"?"""
    lemma, target = words.lemma[verb], words.child(verb, "dobj")
    is_aside = words.dep[verb] == "acl" or words.text[verb - 1] == "("
    if lemma in PLAYING and is_aside and words.child(verb, "agent") is not None:
        return True
    if lemma in DESCRIBING and words.lower[verb - 1 : verb] == ["as"] and words.tag[verb] == "VBN":
        return True
    if lemma == "play" and (_plays_as(words, verb) if target is None else _is_cast(words, verb, target)):
        return True
    if words.dep[verb] == "acl" and words.tag[verb] == "VBN" and lemma in MAKING:
        return words.lemma[words.head[verb]] in {"film", "movie", "anthology"}
    ended = target is not None and words.lemma[target] in {"film", "movie", "story"}
    return ended and lemma in BOUNDING and words.tag[verb] == "VBG"


def _plays_as(words: Words, verb: int) -> bool:
    """Is this "Jo Bell plays as a young nurse"?"""
    as_whom = next((c for c in words.children[verb] if words.lower[c] == "as" and c > verb), None)
    role = words.child(as_whom, "pobj") if as_whom is not None else None
    player = words.child(verb, "nsubj")
    if role is None or player is None or words.lemma[role] not in HUMAN_NOUNS:
        return False
    return _is_full_name(words, player)


def _is_cast(words: Words, verb: int, role: int) -> bool:
    """Are the player and the part full names: "Jo Bell plays Mara Vell"?"""
    player = words.child(verb, "nsubj")
    is_described = words.child(role, "appos") is not None  # "Bell plays Mara Vell, a nurse"
    if player is None or words.tag[player] != "NNP" or not _is_full_name(words, role):
        return False
    return is_described or _is_full_name(words, player)


def _is_full_name(words: Words, noun: int) -> bool:
    return words.tag[noun] == "NNP" and any(
        words.dep[c] == "compound" and words.tag[c] == "NNP" for c in words.children[noun]
    )


def takes_place(words: Words, verb: int) -> bool:
    """Is this "takes place"?"""
    target = words.child(verb, "dobj")
    return words.lemma[verb] == "take" and target is not None and words.lower[target] == "place"


def _of_kind(words: Words, head: int, dep: str) -> Iterator[int]:
    return (child for child in words.children[head] if words.dep[child] == dep)
