"""Who says "I" in a quotation: the subject of the verb of saying that stands outside it."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
SAYING = read_list("verbs_of_saying")


def speaker(reading: Reading, i: int) -> Entity | None:
    """Return who speaks the quotation that holds token `i`.

    In 'Mara says, "I know."' it is Mara; outside quotations "I" is nobody of the story.
    """
    if i not in reading.quoted:
        return None
    start, end = reading.parsed.sentences[reading.sentence]
    for at in range(start, end):
        if at not in reading.quoted and reading.words.lemma[at] in SAYING:
            entity = reading.one(reading.words.subject(at))
            if entity is not None:
                return entity
    return None
