"""What a synopsis says of the film, not of the story: "the film opens with", "we see", "is shown"."""

from collections.abc import Iterator

from films.extraction.events.states import is_passive
from films.extraction.resources import read_list
from films.extraction.words import Words

SHOWING = frozenset({"show", "see", "note", "depict", "portray"})
PLAYING = frozenset({"play", "portray", "voice"})
DESCRIBING = frozenset({"describe", "summarize", "summarise", "recount", "reproduce"})
WHAT_WE_DO = frozenset({"see", "learn", "watch", "hear", "meet", "find", "witness"})
WHAT_IT_DOES = frozenset({"tell", "star", "follow", "depict", "open", "deal", "center", "chronicle"})


def is_of_the_film(words: Words, verb: int) -> bool:
    """Is this verb told of the film?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_of_the_film(read_words(next(parse(["The film follows a thief."]))), 2)
    True
    """
    lemma, subject = words.lemma[verb], words.subject(verb)
    if lemma in SHOWING and is_passive(words, verb) and words.child(verb, "agent", "dobj") is None:
        return True
    if lemma in PLAYING and words.dep[verb] == "acl" and words.child(verb, "agent") is not None:
        return True  # "a woman played by"
    if lemma in DESCRIBING and words.lower[verb - 1 : verb] == ["as"]:
        return True  # "As described in a film magazine"
    if subject is None:
        return False
    who = words.lower[subject]
    if who in {"we", "it"}:
        return lemma in (WHAT_WE_DO if who == "we" else WHAT_IT_DOES)
    named = {subject, *_of_kind(words, subject, "conj"), *_of_kind(words, verb, "nsubj")}  # "play and movie"
    is_film = any(words.lemma[noun] in read_list("film_words") for noun in named)
    return is_film and lemma in read_list("verbs_of_films")


def _of_kind(words: Words, head: int, dep: str) -> Iterator[int]:
    return (child for child in words.children[head] if words.dep[child] == dep)
