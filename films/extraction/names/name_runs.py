"""Where a run of capitalised words that may be a name begins and ends."""

import re
from collections.abc import Collection, Iterator

from films.extraction.given_names import GIVEN
from films.extraction.names.called_like_dates import dates_in
from films.extraction.names.capitals import Capitals, begins_anew, glued, is_capitalised
from films.extraction.names.name_parts import NUMERALS, PARTICLES, SUFFIXES, TITLES
from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words

DIRECTIONS = frozenset({"north", "south", "east", "west"})  # no names alone, but surnames
NOT_NAMES = read_list("not_names")
PEOPLES = read_list("nationalities")
CODE = re.compile(r"[A-Z]{1,3}-\d{1,3}")  # "J-21"
NOUNS = frozenset({"NN", "NNS"})
SHORT_TITLES = read_list("title_abbreviations")
ABBREVIATED = frozenset(title + "." for title in SHORT_TITLES)
OF_MOTTOES = frozenset(
    {
        "no",
        "can",
        "could",
        "must",
        "shall",
        "should",
        "would",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    }
    | {
        "does",
        "did",
        "cannot",
        "never",
        "not",
        "ever",
        "do",
        "that",
        "who",
        "whom",
        "which",
        "what",
        "how",
        "why",
    }
)
OFFICES = read_list("offices")
NUMBERED = frozenset(
    {"flight", "route", "highway", "apartment", "gate", "level", "pier", "runway", "section"}
)
OF_LOOKS = read_list("adjectives_of_people")
EPITHETS = read_list("epithets")
WITH_DOMAINS = read_list("noble_titles") | {"saint", "st."}
LONGEST_IN_LY = 5  # "Kelly", "Molly"
LONGEST_WORD = 3  # letters of a word that is a surname somewhere: "Oh", "So", "An"
LONGEST = 8  # words; a longer run is a heading or shouting


def name_runs(words: Words, capitals: Capitals) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every run, in text order: particles, hyphens and nicknames stand inside."""
    i, dates = 0, dates_in(words)
    while i < len(words):
        opening = _nickname(words, i)  # `"Stumpy" Lowell`
        if opening or (i not in dates and _may_start(words, i, capitals)):
            end = _run_end(words, i + max(opening - 1, 0), dates)
            if end - i <= LONGEST:
                yield i, end
            i = end
        else:
            i += 1


def _may_start(words: Words, i: int, capitals: Capitals) -> bool:
    word, lower = words.text[i], words.lower[i]
    if is_capitalised(word) and lower in NOT_NAMES and _is_word_as_name(words, i, capitals):
        return True
    if not is_capitalised(word) or lower in NOT_NAMES:
        return False
    if lower in PEOPLES and words.entity[i] != "PERSON":
        return False
    if _is_in_motto(words, i) or _is_of_office(words, i):
        return False
    if begins_anew(words, i):
        return _is_name_at_start(words, i, capitals)
    return True


def _is_in_motto(words: Words, i: int) -> bool:
    """ "the Woman No Man Can Resist": what stands beside capitals that no name has is a title or a motto."""
    return any(
        0 <= at < len(words)
        and words.lower[at] in OF_MOTTOES
        and words.text[at][0].isupper()
        and not begins_anew(words, at)
        for at in (i - 1, i + 1)
    )


def _is_of_office(words: Words, i: int) -> bool:
    """ "Chief of Staff Mara Vell": the name begins behind the office; "Flight 180" is none."""
    if words.lower[i - 1 : i] == ["of"] and f"{words.lower[i - 2]} of {words.lower[i]}" in OFFICES:
        return True
    return words.lower[i] in NUMBERED and words.tag[i + 1 : i + 2] == ["CD"]


def _is_word_as_name(words: Words, i: int, capitals: Capitals) -> bool:
    """ "So-mi", "Oh": short words that have a capital within sentences, too, and never stand without."""
    lower = words.lower[i]
    if capitals.capitalised[glued(words, i)] or (lower in capitals.told and not capitals.lowered[lower]):
        return True
    often = capitals.capitalised[lower] > 1 and not capitals.lowered[lower]
    return often and len(lower) <= LONGEST_WORD and words.tag[i] in {"NNP", "NN", "UH"}


def _is_name_at_start(words: Words, i: int, capitals: Capitals) -> bool:
    """A capital that the place demands says nothing: look at the word elsewhere, and at the tagger."""
    lower = words.lower[i]
    if lower in OF_LOOKS and not capitals.is_name_like(lower):
        return False  # "Handsome Tom leaves."; "they call him Handsome Tom"
    if lower.endswith("ly") and lower not in GIVEN and len(lower) > LONGEST_IN_LY and i + 1 < len(words):
        return capitals.is_name_like(lower)  # "Inexorably Mara sinks."
    if _nickname(words, i + 1) > 0:
        return True  # `Bix "Stumpy" Lowell`
    if capitals.is_name_like(lower) or _is_quoted(words, i) or _is_title_at(words, i):
        return True
    if CODE.fullmatch(words.text[i]):
        return True
    if capitals.lowered[lower]:
        return False
    if words.tag[i] in {"NNP", "NNPS"} or (words.tag[i] in NOUNS and lower in GIVEN):
        return True
    if lower in GIVEN and words.tag[i + 1 : i + 2] == ["NNP"] and is_capitalised(words.text[i + 1]):
        return True  # "Dolly Vell", where the tagger sees an adverb
    return words.entity[i] == "PERSON" and words.tag[i][0] in "NJFX"


def _is_title_at(words: Words, i: int) -> bool:
    if words.lower[i].rstrip(".") not in TITLES or i + 1 >= len(words):
        return False
    return is_capitalised(words.text[i + 1]) and words.lower[i + 1] not in NOT_NAMES


def _is_quoted(words: Words, i: int) -> bool:
    """A single capitalised word in quotation marks, within a sentence, is a name: 'Thunder'."""
    if i < 2 or words.starts_sentence[i - 1] or words.text[i - 1] not in QUOTES or i + 1 >= len(words):
        return False
    return words.text[i + 1] in QUOTES and words.text[i - 2] not in {",", ":"}


def _run_end(words: Words, start: int, dates: Collection[int]) -> int:
    end = start + 1
    while end < len(words):
        step = 0 if end in dates else _step(words, end)
        if not step:
            break
        end += step
    return end


def _step(words: Words, i: int) -> int:
    """Return how many tokens from `i` on continue a name; 0 when it ends before `i`."""
    before = words.text[i - 1]
    ends = words.starts_sentence[i] or (before.endswith(".") and not _is_initial(before))
    if ends and not _is_abbreviated(words, i - 1):
        return 0
    word, lower = words.text[i], words.lower[i]
    if lower in SUFFIXES or (lower in NUMERALS and word.isupper()):
        return 1
    if lower in PEOPLES and words.entity[i] != "PERSON":
        return 0
    if is_capitalised(word) and (lower not in NOT_NAMES or lower in DIRECTIONS or glued(words, i)):
        return 1
    if word == "." and words.lower[i - 1] in SHORT_TITLES and not words.space_after[i - 1]:
        return 1
    return int(_is_initial(word)) or _suffix(words, i) or _inner(words, i)


def _is_abbreviated(words: Words, i: int) -> bool:
    """Does the full stop at this token belong to "Sgt." or "J.B.", and end no sentence?"""
    if words.text[i] == "." and i > 0 and words.lower[i - 1] in SHORT_TITLES:
        return True
    return words.lower[i] in ABBREVIATED or words.text[i].count(".") > 1


def _inner(words: Words, i: int) -> int:
    """Particles, hyphens and nicknames stand inside a name only."""
    found = _particle(words, i) or _hyphen(words, i) or _nickname(words, i)
    return found or _domain(words, i) or _epithet(words, i)


def _epithet(words: Words, i: int) -> int:
    """ "Erik the Red", by the word or where the model sees one person's name."""
    if words.lower[i] != "the" or i + 1 >= len(words) or not is_capitalised(words.text[i + 1]):
        return 0
    if words.lower[i + 1] in EPITHETS and not (
        i + 2 < len(words) and words.text[i + 2][0].isalpha() and words.tag[i + 2][0] == "N"
    ):
        return 2
    return 2 if words.entity[i] == words.entity[i - 1] == words.entity[i + 1] == "PERSON" else 0


def _suffix(words: Words, i: int) -> int:
    """ "Tom Vell, Jr." """
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    return 2 if words.text[i] == "," and after in SUFFIXES and words.text[i + 1][0].isupper() else 0


def _domain(words: Words, i: int) -> int:
    """ "Queen Mara of the Isles", "the Duke of Vell": only after a title."""
    if words.lower[i] != "of" or not _has_title(words, i):
        return 0
    after = i + 1
    if after < len(words) and words.lower[after] == "the":
        after += 1
    if after >= len(words) or not is_capitalised(words.text[after]):
        return 0
    return after - i + 1


def _has_title(words: Words, end: int) -> bool:
    """Is there a noble title, or a saint's, in the capitalised words before this one?"""
    at = end - 1
    while at >= 0 and is_capitalised(words.text[at]):
        if words.lower[at] in WITH_DOMAINS:
            return True
        at -= 1
    return False


def _is_initial(word: str) -> bool:
    return len(word) in {1, 2} and word[0].isupper() and word[1:] in {"", "."}


def _particle(words: Words, i: int) -> int:
    for length in (1, 2):
        after = i + length
        if after >= len(words) or words.lower[after - 1] not in PARTICLES:
            return 0
        if is_capitalised(words.text[after]) and words.lower[after] not in NOT_NAMES:
            return length + 1
    return 0


def _hyphen(words: Words, i: int) -> int:
    glued = words.text[i] == "-" and not words.space_after[i - 1] and not words.space_after[i]
    return 2 if glued and i + 1 < len(words) and words.text[i + 1][0].isalpha() else 0


def _nickname(words: Words, i: int) -> int:
    """`John "Stumpy" Lowell`: the quoted words and the name after them."""
    if i >= len(words) or words.text[i] not in QUOTES:
        return 0
    for length in (1, 2, 3):
        close = i + 1 + length
        if close + 1 >= len(words):
            return 0
        if words.text[close] in QUOTES:
            inside = all(is_capitalised(words.text[k]) or words.text[k] == "-" for k in range(i + 1, close))
            return length + 3 if inside and is_capitalised(words.text[close + 1]) else 0
    return 0
