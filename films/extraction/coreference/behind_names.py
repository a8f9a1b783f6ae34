"""Nouns behind names: "Mara, a nurse,", "Tom (Jo Smith), the cook", "Mara and Tom, the only witnesses"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.revealing import LONGEST_NAME
from films.extraction.people import noun_gender
from films.extraction.tags import SUBJECTS
from films.extraction.words import LINKING, Words

BESIDE = frozenset({"appos", "npadvmod", "oprd", "dep"})  # of what a comma sets off and begins nothing
DESCRIBING = frozenset({"a", "an", "another", "the", ""})
GOING_ON = frozenset({"VBZ", "VBD", "MD", "IN", "TO"})  # tags of what goes on behind the comma
ENDING = frozenset({".", ";", ")", "–", "—"})
LONGEST_PHRASE = 10  # tokens between a noun and the name or comma that ends its phrase
LONGEST_BRACKET = 6  # tokens


def described_before(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return of whom a noun is told that follows a name.

    "Mara, a nurse," and "Mara and Tom, the only witnesses".
    """
    words, i = reading.words, nominal.head
    if nominal.is_plural and _closes_list(reading, nominal):
        return reading.listed
    if words.dep[i] not in {"appos", "compound"}:
        return _behind_name(reading, nominal)
    at = words.head[i]
    if not nominal.is_plural:
        who = reading.who(at) or _behind_name(reading, nominal)
        return who if len(who) == 1 and not who[0].is_plural else ()
    while words.dep[at] == "conj" and words.head[at] != at:
        at = words.head[at]
    who = tuple(dict.fromkeys(entity for c in reading.conjuncts(at) if c < i for entity in reading.who(c)))
    return who if len(who) > 1 else ()


def _closes_list(reading: Reading, nominal: Nominal) -> bool:
    """ "blames Mara, Tom and Ines, the only girls who were there": what is said of all those named."""
    words = reading.words
    is_beside = words.text[reading.listed_to : nominal.start] == [","] and len(reading.listed) > 1
    verb = words.head[nominal.head]
    is_subject = words.dep[nominal.head] in {"nsubj", "nsubjpass", "poss"} and (
        words.tag[verb] != "VBN" or words.child(verb, "aux", "auxpass") is not None
    )
    if not is_beside or is_subject:
        return False
    if nominal.determiner == "the" and nominal.owner is None:
        return True
    is_closed = any(words.lower[at] in LINKING for at in range(reading.listed_from, reading.listed_to))
    return is_closed and words.dep[nominal.head] in {"appos", "conj"} and nominal.determiner in {"", "both"}


def _behind_name(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "Mara (Jo Smith), the cook of the inn, leaves": set off on both sides, however it parses."""
    words = reading.words
    if nominal.is_plural or nominal.determiner not in DESCRIBING or _tells_of_owner(words, nominal):
        return ()
    name = _name_before_comma(reading, nominal.start - 1)
    if name is None or (len(reading.listed) > 1 and reading.listed_to >= reading.named[name][0].end):
        return ()
    is_aside = words.text[nominal.start - 2].isspace() or words.text[nominal.start - 2] == ")"
    is_last = words.text[nominal.end : nominal.end + 1] == ["."] and words.dep[nominal.head] in BESIDE
    if not (is_last or _has_own_clause(words, nominal) or _is_closed(words, nominal.end, may_end=is_aside)):
        return ()
    who = reading.who(name)
    gender = noun_gender(nominal.noun)
    return who if len(who) == 1 and (gender is None or who[0].accepts(gender)) else ()


def _has_own_clause(words: Words, nominal: Nominal) -> bool:
    """ "for Tom, the cook they have heard of", "by Tom, the cook who lies": what follows tells of him."""
    if words.dep[nominal.head] in SUBJECTS or nominal.determiner != "the":
        return False
    clauses = [c for c in words.children[nominal.head] if words.dep[c] == "relcl"]
    starts = {min(words.children[c], default=c) for c in clauses}
    return nominal.end in starts and words.child(nominal.head, *SUBJECTS) is None


def _tells_of_owner(words: Words, nominal: Nominal) -> bool:
    """ "Mara, the cook's wife," is no cook. "Tom, husband of Ana," needs no article, "Tom, boy," does."""
    if words.tag[nominal.end : nominal.end + 1] == ["POS"]:
        return True
    is_bare = nominal.determiner == "" and nominal.owner is None
    return is_bare and words.lower[nominal.end : nominal.end + 1] != ["of"]


def _name_before_comma(reading: Reading, comma: int) -> int | None:
    """Return the head of the name that ends before a comma, or before brackets and a comma."""
    words, end = reading.words, comma
    if comma < 1 or words.text[comma] != ",":
        return None
    if words.text[comma - 1].isspace():  # an actor in brackets, blanked
        end = comma - 1
    elif words.text[comma - 1] == ")":  # "(played by Jo Smith)"
        opening = (
            at for at in range(comma - 2, max(comma - LONGEST_BRACKET, 0), -1) if words.text[at] == "("
        )
        end = next(opening, comma)
    return _name_ending_at(reading, end)


def name_before_mark(reading: Reading, mark: int) -> int | None:
    """Return the head of the name that stands at once before a comma or an opening bracket."""
    return _name_ending_at(reading, mark) if mark > 0 and reading.words.text[mark] in {",", "("} else None


def _name_ending_at(reading: Reading, end: int) -> int | None:
    heads = range(max(0, end - LONGEST_NAME), end)
    return next((at for at in heads if at in reading.named and reading.named[at][0].end == end), None)


def _is_closed(words: Words, start: int, *, may_end: bool) -> bool:
    """Does a comma close what begins here, and the clause go on: ", leaves", ", into"?

    Behind an actor in brackets, who breaks the parse, a sentence ends, too: "Tom (Jo Smith), a cook at inns."
    """
    for at in range(start, min(start + LONGEST_PHRASE, len(words) - 1)):
        if words.text[at] == ",":
            return words.tag[at + 1] in GOING_ON and words.dep[words.head[at + 1]] != "relcl"
        if may_end and words.text[at] in ENDING:
            return True
        if words.tag[at][0] in "VW.:" or words.lower[at] in LINKING:
            return may_end and words.lower[at] in {"who", "whose", "whom"}
    return False
