"""Characters who enter the story by a description."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_kind
from films.vocabulary import CharacterKind


def introduce(reading: Reading, nominal: Nominal) -> Entity:
    """Return a new character, or a new group, whom the text describes and does not name."""
    kind = CharacterKind.GROUP if nominal.is_plural else noun_kind(nominal.noun)
    entity = Entity(order=nominal.start, kind=kind, is_plural=nominal.is_plural)
    entity.descriptions[text_of(reading, nominal)] = 0
    reading.entities.append(entity)
    return entity


def text_of(reading: Reading, nominal: Nominal) -> str:
    """Return a description as it is shown: in lower case, from its determiner on."""
    words = reading.words
    pieces = (
        words.lower[i] + (" " if words.space_after[i] else "") for i in range(nominal.start, nominal.end)
    )
    return "".join(pieces).strip()
