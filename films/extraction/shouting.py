"""Text all in capitals, set in ordinary letters before the model reads it: it takes "MEETS" for a name."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from films.extraction.resources import read_list

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+$")
FEWEST = 6  # words of a paragraph whose capitals are no heading's
OTHER_WORDS = frozenset({"a", "an", "any", "as", "at", "in", "is", "may", "no", "on", "or", "so"})
MANY = 100
INITIAL = 2  # letters: "J." and "TV" stay as they are


def in_ordinary_letters(text: str) -> str:
    """Return the text, in the same length, with paragraphs that are all capitals set in ordinary letters.

    Capitals stay where sentences begin, and on what a list or its place shows to be a name.

    >>> in_ordinary_letters("PETER VELL IS A DOCTOR. ONE NIGHT HE MEETS ANNA.")
    'Peter Vell is a doctor. One night he meets Anna.'
    """
    if not any(_is_shouted(paragraph) for paragraph in text.split("\n\n")):
        return text
    names = _names_of(text)
    return "\n\n".join(
        _lowered(paragraph, names) if _is_shouted(paragraph) else paragraph
        for paragraph in text.split("\n\n")
    )


def _is_shouted(paragraph: str) -> bool:
    return paragraph.isupper() and len(WORD.findall(paragraph)) >= FEWEST


def _names_of(text: str) -> frozenset[str]:
    """Return the words that are names: given ones, and what comes again in the place of a name, as in
    "SHE MEETS BRUNO" and "AND BRUNO LEAVES"; then what stands behind these or behind a title."""
    matches = list(WORD.finditer(text))
    starts = [0, *(match.start() + len(_plain(match.group())) for match in matches)]
    words = [(_plain(m.group()), text[end : m.start()]) for end, m in zip(starts, matches, strict=False)]
    seen: Counter[str] = Counter()
    for (last, _), (word, gap) in pairwise([("", ""), *words]):
        is_placed = not last or gap.strip(" ")[-1:] in set(',.!?;:("\n') or last in _before_names()
        seen[word] += 1 if is_placed else -MANY
    found = {word for word, count in seen.items() if count > 1 and not word.endswith("s")}
    found = {word for word, _ in words if word in _given() or (word in found and word not in _no_names())}
    for (last, _), (word, gap) in pairwise(words):
        if (last in found or last in _titles()) and not gap.strip(" .") and word not in _no_names():
            found.add(word)
    return frozenset(found)


def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


@cache
def _before_names() -> frozenset[str]:
    return read_list("verbs_third_person") | {"and", "with", "by", "to", "for", "from", "of", "when", "but"}


@cache
def _given() -> frozenset[str]:
    small = read_list("words_of_english") | read_list("verbs_third_person") | OTHER_WORDS
    return (read_list("given_names_female") | read_list("given_names_male")) - small


@cache
def _titles() -> frozenset[str]:
    return read_list("title_words") | read_list("title_words_female") | read_list("title_words_male")


@cache
def _no_names() -> frozenset[str]:
    verbs = read_list("verbs_third_person") | read_list("person_verbs") | read_list("verbs_plain")
    return (
        read_list("words_of_english")
        | read_list("not_names")
        | read_list("human_nouns")
        | verbs
        | OTHER_WORDS
    )


def _lowered(paragraph: str, names: frozenset[str]) -> str:
    """Return the paragraph in small letters; a letter whose small form is longer stays."""
    pieces, end = [], 0
    for match in WORD.finditer(paragraph):
        before, word = paragraph[end : match.start()], match.group()
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
        starts = match.start() == 0 or SENTENCE_END.search(
            paragraph[max(0, match.start() - 5) : match.start()]
        )
        plain = small.removesuffix("'s").removesuffix("’s")
        is_name = plain in names or (len(word) <= INITIAL and paragraph[match.end() : match.end() + 1] == ".")
        pieces += [before, word[0] + small[1:] if starts or is_name or plain == "i" else small]
        end = match.end()
    return "".join(pieces) + paragraph[end:]
