"""Lists of people whom a noun in the plural announces: "three friends meet: the shy Tom, sly Al and Bo"."""

from films.extraction.relations.relation_claims import JOINTS, RelationReader
from films.extraction.resources import read_list

BEFORE_NAME = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "VBN", "VBG", "HYPH", "DT", "RB", "``", "''", '"'})
LONGEST_DESCRIPTION = 6  # tokens before a name
LONGEST_ORIGIN = 8  # tokens of "from the south of France"
IN_ORIGIN = frozenset({"IN", "DT", "JJ", "NN", "NNP", "NNS"})
PAUSES = frozenset({",", ":", ";", "–", "—"})
CLOSERS = frozenset({",", ".", ";", ":", "–", "—", ")", "who", "whose", "all", "both"})
IN_TURN = frozenset({"finally", "then", "later", "eventually", "lastly"})  # "kills Tom, Al, and finally Bo"
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def listed_at(reader: RelationReader, start: int) -> tuple[tuple[str, ...], int]:
    """Return who is listed from this token on ("the shy Tom, sly Al and Bo"), and where the list ends."""
    found: list[str] = []
    end = at = start
    while (name := _described(reader, at)) is not None:
        people, last = reader.named_at(name)
        if reader.words.tag[last : last + 1] == ["POS"]:
            return tuple(found), end
        found += people
        end = last
        at = _after_joint(reader, last)
        if at == last:
            break
    return tuple(dict.fromkeys(found)), end


def counted_list(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return whom "three friends" or "two sailors" are, named as many at a pause later in the sentence."""
    words = reader.words
    counter = words.child(i, "nummod")
    number = NUMBERS.get(words.lower[counter]) if counter is not None else None
    if number is None or not reader.is_plural(i):
        return ()
    end = reader.parsed.sentences[reader.parsed.sentence_of(i)][1]
    for at in range(i + 1, end - 1):
        if words.tag[at] == "NNS" and words.child(at, "nummod") is not None:
            return ()
        if words.lower[at] in PAUSES and not reader.named_until(at):
            people, last = listed_at(reader, at + 1)
            is_closed = last >= end or words.lower[last] in CLOSERS or reader.is_space(last)
            if len(people) == number and is_closed:
                return people
    return ()


def named_behind(reader: RelationReader, noun: int) -> tuple[str, ...]:
    """Return who is named behind what is said of "a man": "marries a man from New York, Tom"."""
    words = reader.words
    article = words.child(noun, "det")
    if (
        article is None
        or words.lower[article] not in {"a", "an"}
        or words.lower[noun + 1 : noun + 2] != ["from"]
    ):
        return ()
    at = noun + 1
    while at < min(len(words), noun + LONGEST_ORIGIN) and words.tag[at] in IN_ORIGIN:
        at += 1
    if words.lower[at : at + 1] != [","]:
        return ()
    people, end = reader.named_at(at + 1)
    is_closed = end >= len(words) or words.lower[end] in CLOSERS or reader.is_space(end)
    return people if len(people) == 1 and is_closed else ()


def listed_until(reader: RelationReader, end: int) -> tuple[str, ...]:
    """Return who is listed up to this token: "Tom, Al and Bo" before ", who are friends"."""
    found: list[str] = []
    while people := reader.named_until(end):
        found[:0] = people
        end = _start_of(reader, end, people[0])
        joint = end
        while joint > 0 and reader.words.lower[joint - 1] in JOINTS:
            joint -= 1
        if joint == end:
            break
        end = joint
    return tuple(dict.fromkeys(found))


def _start_of(reader: RelationReader, end: int, key: str) -> int:
    near = reader.names_between(max(0, end - LONGEST_DESCRIPTION), end)
    return next((at for at, one, last in near if one == key and last == end), end)


def _described(reader: RelationReader, start: int) -> int | None:
    """Return where the name begins to which a description leads."""
    words = reader.words
    for at in range(start, min(len(words), start + LONGEST_DESCRIPTION)):
        if reader.named_at(at)[0]:
            return at
        is_describing = words.tag[at] in BEFORE_NAME or words.lower[at] in read_list("nationalities")
        if not is_describing or words.lower[at] in IN_TURN or reader.tie_at(at) is not None:
            return None
    return None


def _after_joint(reader: RelationReader, at: int) -> int:
    """Return where the next of a list begins: behind the comma, the "and", and what stood in parentheses."""
    words = reader.words
    while at < len(words) and (words.lower[at] in JOINTS or reader.is_space(at)):
        at += 1
    return at
