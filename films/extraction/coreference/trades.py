"""Trades that are told beside another noun: "the owner/manager", "her innkeeper stepfather"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import CLASSES
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import is_human, noun_gender
from films.extraction.words import Words


def nouns_beside_slash(words: Words, head: int) -> list[str]:
    """Return the owner of "the owner/manager": both nouns are said of one."""
    is_joined = head > 1 and words.text[head - 1] == "/" and is_human(words.lemma[head - 2])
    return [words.lemma[head - 2]] if is_joined else []


def known_by_trade(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "her innkeeper stepfather" is the one innkeeper who was told of before."""
    words = reading.words
    if nominal.noun not in CLASSES or nominal.owner is None:
        return None
    between = range(nominal.owner + 1, nominal.head)  # however they are tagged
    trades = {words.lower[i] for i in between if is_human(words.lower[i])} - {nominal.noun}
    gender = noun_gender(nominal.noun)
    told = [e for e in reading.entities if e.told and not e.is_plural and trades & e.nouns.keys()]
    known = {e.final() for e in told if gender is None or e.accepts(gender)}
    return known.pop() if len(known) == 1 else None
