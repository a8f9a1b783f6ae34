"""Characters who enter the story by a description."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal, is_one_of_people
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import is_human, noun_kind
from films.extraction.tags import NAME_TAGS
from films.extraction.words import QUOTES
from films.vocabulary import CharacterKind

REFLEXIVE = frozenset({"herself", "himself", "itself", "themselves"})
APOSTROPHES = frozenset("'’")


def introduce(reading: Reading, nominal: Nominal) -> Entity:
    """Return a new character, or a new group, whom the text describes and does not name."""
    kind = CharacterKind.GROUP if nominal.is_plural else noun_kind(nominal.noun)
    kind = CharacterKind.PERSON if is_one_of_people(reading.words, nominal.head) else kind
    entity = Entity(order=nominal.start, kind=kind, is_plural=nominal.is_plural, size=nominal.count)
    entity.descriptions[text_of(reading, nominal)] = 0
    reading.entities.append(entity)
    return entity


def text_of(reading: Reading, nominal: Nominal) -> str:
    """Return a description as it is shown: from its determiner on, in lower case but for its owner's name.

    "The Old Doctor" is "the old doctor", "Mara's Partner" is "Mara's partner". A quotation
    mark that is not closed within it is left out.
    """
    words = reading.words
    quotes = [i for i in range(nominal.start, nominal.end) if words.text[i] in QUOTES - APOSTROPHES]
    odd = quotes if len(quotes) == 1 else []
    span = [i for i in range(_start_of(reading, nominal), nominal.end) if i not in odd]
    owner_end = max((i for i in span if words.tag[i] == "POS"), default=nominal.start)
    pieces = (
        (words.text[i] if i < owner_end and words.tag[i] in NAME_TAGS else words.lower[i])
        + (" " if words.space_after[i] else "")
        for i in span
    )
    return "".join(pieces).strip()


def _start_of(reading: Reading, nominal: Nominal) -> int:
    """ "Inventor Tom Vell's wife" is Tom Vell's: what tells of the owner, or of nobody, is left out."""
    words, start = reading.words, nominal.start
    if words.lower[start] in REFLEXIVE:  # "she considers herself Tom's girl"
        start += 1
    if nominal.owner is None or nominal.owner not in reading.named:
        return start
    owner = reading.named[nominal.owner][0].start
    before = range(start, owner)
    is_trade = bool(before) and all(words.tag[i] in {"NN", "NNP", "JJ", "DT"} for i in before)
    return owner if is_trade and is_human(words.lower[owner - 1]) else start
