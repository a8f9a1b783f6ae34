"""Whom a sentence only speaks of: in what is said of how things are, in what is felt for people.

"Mara tells Ivo that Tom is dead", "a man who hates Tom", "protective of Tom", "her jealousy of Tom".
"""

from films.extraction.events.clauses import is_finite
from films.extraction.events.states import is_state
from films.extraction.resources import read_list
from films.extraction.words import Words

TELLING = read_list("verbs_of_saying") | {"reveal", "learn", "hear"}
FEELING = read_list("verbs_of_feeling_for")
TOWARDS_PEOPLE = read_list("adjectives_towards_people")
OF_PEOPLE = read_list("nouns_about_people")
BEHIND_NOUNS = frozenset({"for", "of", "toward", "towards", "on"})
BEHIND_VERBS = frozenset({"at", "to", "toward", "towards"})
BECOMING = frozenset({"become", "get", "grow"})
AIMED = frozenset({"direct", "aim"})  # "his anger is directed toward Tom"


def is_only_spoken_of(words: Words, token: int) -> bool:
    """Is what stands at this token, a mention or what is above it, only spoken of?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Mara tells Ivo that Tom is dead."])))
    >>> is_only_spoken_of(words, 5), is_only_spoken_of(words, 2)
    (True, False)
    """
    dep, over = words.dep[token], words.head[token]
    if dep == "ccomp":
        return words.lemma[over] in TELLING and _is_how_things_are(words, token)
    if dep in {"dobj", "nsubj"}:
        is_of_noun = dep == "dobj" or words.dep[over] == "relcl"  # "a dog whom Tom fears"
        return is_of_noun and words.lemma[over] in FEELING and _is_how_things_are(words, over)
    return dep == "pobj" and _is_about_people(words, words.lower[over], words.head[over])


def _is_how_things_are(words: Words, verb: int) -> bool:
    """ "Tom is dead", "Tom works for the mob"."""
    if words.tag[verb][0] != "V" or not is_finite(words, verb):
        return False
    is_said_to_be = words.lemma[verb] == "be" and words.child(verb, "acomp", "attr") is not None
    return is_said_to_be or (words.lemma[verb] != "be" and is_state(words, verb))


def _is_about_people(words: Words, preposition: str, governor: int) -> bool:
    """ "protective of", but not "becomes jealous of"; "his jealousy of", "is directed toward"."""
    if words.tag[governor][0] == "N":
        return preposition in BEHIND_NOUNS and words.lemma[governor] in OF_PEOPLE
    if words.lemma[governor] in AIMED:
        return preposition in BEHIND_VERBS
    is_becoming = words.dep[governor] == "acomp" and words.lemma[words.head[governor]] in BECOMING
    return preposition in {"of", "to"} and words.lower[governor] in TOWARDS_PEOPLE and not is_becoming
