"""Sentences for events that a noun tells: "after Anna's death" says that Anna dies."""

from films.extraction.events.inflection import VOWELS, present
from films.extraction.events.phrases import noun_phrase
from films.extraction.events.wording import Wording
from films.extraction.resources import read_list, read_pairs
from films.extraction.words import Words

INDEFINITE = frozenset({"a", "an", "another", "some", "several", "two", "three", "many"})


def noun_sentence(wording: Wording, noun: int, *, is_alone: bool) -> str:
    """Return the event as a clause of its own; empty where the noun's verb had better tell it.

    "Anna's death" gives "Anna dies", "a brawl" "there is a brawl", "the wedding" "the wedding takes place".
    """
    words = wording.words
    whose = _whose(words, noun)
    verb = read_pairs("event_nouns_as_verbs", " ").get(words.lemma[noun], "")
    if whose is not None and verb and (name := _name(wording, whose)):
        first, _, rest = verb.partition(" ")
        plural = words.tag[whose] in {"NNS", "NNPS"} or len(wording.cast.at(whose)) > 1
        content = wording.text(i for i in noun_phrase(words, noun) if i > noun and words.dep[whose] == "poss")
        needs_content = words.lemma[noun] in read_list("nouns_of_content")
        if needs_content and not content and verb == words.lemma[noun]:
            first, rest = "make", f"{'an' if verb[0] in VOWELS else 'a'} {verb}"  # nobody simply "attempts"
        what = content if needs_content and not rest else rest
        return f"{name} {present(first, plural=plural)} {what}".strip()
    phrase = wording.text(noun_phrase(words, noun))
    plural = words.tag[noun] == "NNS"
    own = [c for c in words.children[noun] if c < noun]
    is_definite = any(words.lower[c] in {"the", "this", "that", "these"} for c in own)
    if is_definite and (whose is None or is_alone):
        return f"{phrase} {'take' if plural else 'takes'} place"
    is_bare = plural and whose is None and not any(words.dep[c] in {"det", "nummod"} for c in own)
    if (is_alone and (own or plural)) or is_bare or any(words.lower[c] in INDEFINITE for c in own):
        return f"there {'are' if plural else 'is'} {phrase}"
    return f"there is {phrase}" if words.lemma[noun] == "news" and whose is None else ""


def _whose(words: Words, noun: int) -> int | None:
    """Return to whom it happens or who does it: "Anna's death", "the death of Anna"."""
    owner = words.child(noun, "poss")
    if owner is not None:
        return owner
    of = next((c for c in words.children[noun] if words.dep[c] == "prep" and words.lower[c] == "of"), None)
    return None if of is None else words.child(of, "pobj")


def _name(wording: Wording, who: int) -> str:
    words = wording.words
    if words.tag[who] in {"PRP$", "PRP", "WP$"}:
        return wording.names_at(who)
    if not wording.cast.at(who):
        return ""
    own = [i for i in noun_phrase(words, who) if words.dep[i] != "case" or words.head[i] != who]
    return wording.text(own)
