"""What a text quotes: direct speech tells what was said, not what happened."""

from functools import lru_cache

from films.extraction.words import Words

OPENERS = {"“": "”", '"': '"', "„": "“", "«": "»", "``": "''"}
SHORTEST = 4  # tokens; shorter quotations are names, titles and single words


@lru_cache(maxsize=2)  # neither who speaks nor what happens is read from direct speech
def quoted(words: Words) -> frozenset[int]:
    """Return the tokens that stand in quotations long enough to be speech.

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(['Dana says, "I killed him myself."'])))
    >>> words.lower.index("killed") in quoted(words), words.lower.index("says") in quoted(words)
    (True, False)
    """
    found: set[int] = set()
    opened, closer = -1, ""
    for i, text in enumerate(words.text):
        if "\n" in text:
            opened, closer = -1, ""
        elif opened < 0:
            if text in OPENERS:
                opened, closer = i, OPENERS[text]
        elif text == closer:
            if i - opened > SHORTEST:
                found.update(range(opened + 1, i))
            opened, closer = -1, ""
    return frozenset(found)
