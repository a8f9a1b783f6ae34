"""Whom a sentence only speaks of: in what is said of how things are, in what is felt for people.

"Mara tells Ivo that Tom is dead", "a man who hates Tom", "protective of Tom", "her jealousy of Tom",
"finds photographs of Tom", "reminds her of Tom".
"""

from films.extraction.events.clauses import is_finite
from films.extraction.events.states import is_state
from films.extraction.resources import read_list
from films.extraction.words import Words

TELLING = read_list("verbs_of_saying") | {"reveal", "learn", "hear"}
REALIZING = frozenset({"realize", "realise", "know", "conclude", "deduce"})
FEELING = read_list("verbs_of_feeling_for")
TOWARDS_PEOPLE = read_list("adjectives_towards_people")
OF_PEOPLE = read_list("nouns_about_people")
PICTURES = read_list("nouns_of_pictures") | {"photograph", "photo", "snapshot", "footage"}
PICTURING = frozenset({"take", "paint", "draw", "snap", "shoot", "make", "sketch", "record"})
THINKING = read_list("verbs_of_thinking_of")
BEHIND_NOUNS = frozenset({"for", "of", "toward", "towards", "on", "to", "with"})
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
        is_told = words.lemma[over] in TELLING and _is_how_things_are(words, token)
        return is_told or (words.lemma[over] in REALIZING and _is_how_someone_is(words, token))
    if dep in {"dobj", "nsubj"}:
        is_of_noun = dep == "dobj" or words.dep[over] == "relcl"  # "a dog whom Tom fears"
        return is_of_noun and words.lemma[over] in FEELING and _is_how_things_are(words, over)
    return dep == "pobj" and _is_about_people(words, words.lower[over], words.head[over])


def is_thought_of(words: Words, preposition: str, verb: int) -> bool:
    """Does "of" follow a verb behind which somebody is a topic: "thinks of Tom", "reminds her of Tom"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_thought_of(read_words(next(parse(["Mara thinks of Tom."]))), "of", 1)
    True
    """
    return preposition == "of" and words.lemma[verb] in THINKING


def _is_how_things_are(words: Words, verb: int) -> bool:
    """ "Tom is dead", "Tom works for the mob"."""
    if words.tag[verb][0] != "V" or not is_finite(words, verb):
        return False
    is_said_to_be = words.lemma[verb] == "be" and words.child(verb, "acomp", "attr") is not None
    return is_said_to_be or (words.lemma[verb] != "be" and is_state(words, verb))


def _is_how_someone_is(words: Words, verb: int) -> bool:
    """ "realizes that Tom is rich", but not "that the groom is Tom", who stands before her."""
    return _is_how_things_are(words, verb) and words.child(verb, "attr") is None


def _is_about_people(words: Words, preposition: str, governor: int) -> bool:
    """ "protective of", but not "becomes jealous of"; "his jealousy of", "is directed toward"."""
    if words.tag[governor][0] == "N":
        is_picture = words.lemma[governor] in PICTURES and words.lemma[words.head[governor]] not in PICTURING
        return preposition in BEHIND_NOUNS and (
            words.lemma[governor] in OF_PEOPLE or (is_picture and preposition == "of")
        )
    if is_thought_of(words, preposition, governor):
        return True
    if words.lemma[governor] in AIMED:
        return preposition in BEHIND_VERBS
    is_becoming = words.dep[governor] == "acomp" and words.lemma[words.head[governor]] in BECOMING
    return preposition in {"of", "to"} and words.lower[governor] in TOWARDS_PEOPLE and not is_becoming
