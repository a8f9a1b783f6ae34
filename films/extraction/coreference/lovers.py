"""Who loves, kisses or marries whom.

In most films that is a woman and a man, which hints at the gender of those of whom nothing else tells it.
"""

from films.extraction.coreference.controlling import doer
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import PRONOUNS, Couple, Lover
from films.extraction.coreference.kinship import LOVE
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.words import Words

OF_COUPLES = read_list("nouns_of_couples")
NEAR = 1  # sentences
LOVING = frozenset({"marry", "wed", "date", "kiss", "woo", "court", "seduce", "romance", "divorce"})
OF_LOVE = {
    "with": frozenset({"love", "affair", "romance", "sleep", "elope", "infatuate", "smite"}),
    "to": frozenset({"engage", "marry", "married", "betroth", "propose"}),
    "for": frozenset({"fall"}),
}


def note_lovers(reading: Reading, i: int) -> None:
    """Remember the two of "Mara kisses Tom", "Mara is in love with Tom", "he proposes to Mara"."""
    words = reading.words
    verb = _word_of_love(words, i)
    subject = doer(words, words.clause(verb)) if verb is not None else None
    if subject is None or subject == i:
        return
    one, other = _who(reading, subject), _who(reading, i)
    if one is not None and other is not None and one != other:
        reading.couples.append((one, other))


def _word_of_love(words: Words, i: int) -> int | None:
    """Return the word of love whose object the token is: "kisses", the "love" of "in love with"."""
    above = words.head[i]
    if words.dep[i] == "dobj":
        return above if words.lemma[above] in LOVING else None
    if words.dep[i] != "pobj" or words.lower[above] not in OF_LOVE:
        return None
    word = words.head[above]
    return word if words.lemma[word] in OF_LOVE[words.lower[above]] else None


def couples(reading: Reading) -> list[Couple]:
    """Return all who are told to love each other, husbands and wives among them."""
    kin = reading.kinship.known.items()
    told = [(owner, other) for (owner, label), others in kin if label in LOVE for other in others]
    return [*reading.couples, *told]


def _who(reading: Reading, token: int) -> Lover | None:
    gender = PRONOUNS.get(reading.words.lower[token])
    return gender if gender is not None else reading.one(token)


def whose_love(reading: Reading, i: int, meant: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return whom "their" means in "Tom is engaged to Mara. Ana hears of their engagement"; else `meant`."""
    words = reading.words
    if words.dep[i] != "poss" or words.lemma[words.head[i]] not in OF_COUPLES:
        return meant
    pairs = reversed(reading.couples)
    told = [{a, b} for a, b in pairs if isinstance(a, Entity) and isinstance(b, Entity)]
    recent = reading.discourse.recent(reading.sentence, back=NEAR)
    told += [{one, other} for one in recent for other in reading.kinship.loved_by(one)]
    last = reading.discourse.together[-1:]
    are_listed = len(meant) == 2 and bool(last) and set(last[0].members) == set(meant)
    genders = {entity.gender for entity in meant} - {None}
    if set(meant) in told or (are_listed and len(genders) == 2):
        return meant
    persons = {entity for entity in meant if not entity.is_plural}
    here = reading.discourse.recent(reading.sentence, back=0)
    recent = here if len(persons) > 1 and persons <= here.keys() else recent
    fitting = (two for two in told if two <= recent.keys() and (not persons or persons & two))
    pair = next(fitting, set[Entity]())
    may_be = len(pair) == 2 and all(e.is_named for e in pair)
    return tuple(sorted(pair, key=lambda entity: entity.order)) if may_be else meant
