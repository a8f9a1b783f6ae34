"""Characters whom a synopsis calls by their actors' names: "Chick Vell (Joe Holm) ... Holm flees".

Old reviews do so with players whom everybody knows. Such a name does what people of the story do, where an
actor's stands in brackets, behind "played by" or in a sentence about the film.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from films.extraction.film.cast_entry import CastEntry
from films.extraction.names.proper_names import ProperName
from films.extraction.parsed import Parsed
from films.extraction.resources import read_list
from films.extraction.words import Words
from films.folding import fold

OF_THE_STORY = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
COMPANY = frozenset({"with", "to", "from", "against"})
OF_PLAYERS = read_list("verbs_of_players")
TIMES = 2  # that a name does something, where the same actor is told to play somebody of another name
OFTEN = 3  # where the actor's part has no name at all


def called_by_actor(
    parsed: Parsed, words: Words, names: Sequence[ProperName], entries: Sequence[CastEntry]
) -> Mapping[str, CastEntry]:
    """Return the folded names that mean characters though they are actors', with the line of the cast.

    Of "Chick Vell (Joe Holm) meets Ana. Holm kisses her. Holm's sister calls." this is "holm".
    """
    lines: dict[str, list[CastEntry]] = {}
    for entry in entries:
        lines.setdefault(fold(entry.actor).split()[-1] if entry.actor.strip() else "", []).append(entry)
    full = {fold(line.actor) for same in lines.values() for line in same}
    acts = Counter(
        called.split()[-1]
        for name in names
        if (called := fold(name.parts.text)) in full | lines.keys() and _acts(parsed, words, name)
    )
    found: dict[str, CastEntry] = {}
    for surname, same in lines.items():
        parts = {line.names for line in same if line.names}
        if len({fold(line.actor) for line in same}) > 1 or len(parts) > 1:
            continue  # two Holms, or one in two parts
        if acts[surname] >= (TIMES if parts else OFTEN):
            line = next((line for line in same if line.names), same[0])
            found |= {surname: line} if parts else {surname: line, fold(line.actor): line}
    return found


def _acts(parsed: Parsed, words: Words, name: ProperName) -> bool:
    """Does the name do something in the story, or have something done to it?"""
    at = name.head
    if not parsed.is_told(at) or words.text[name.start - 1 : name.start] == ["("]:
        return False
    while words.dep[at] == "conj" and words.head[at] != at:
        at = words.head[at]  # "Smith and Holm travel"
    if words.dep[at] == "pobj" and words.lower[words.head[at]] in COMPANY:
        at = words.head[at]
    elif words.dep[at] not in OF_THE_STORY:
        return False
    return words.dep[at] == "poss" or words.lemma[words.head[at]] not in OF_PLAYERS
