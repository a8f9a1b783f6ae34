"""What gender a text gives its people: kin words, titles and pronouns first, lists of names last."""

from collections.abc import Collection, Iterable, Sequence
from math import exp

from films.extraction.coreference.entities import Entity, Votes, no_votes
from films.extraction.given_names import GIVEN, GIVEN_FEMALE, GIVEN_MALE
from films.extraction.names.name_groups import NameGroup
from films.extraction.names.name_parts import (
    FEMALE_TITLES,
    MALE_TITLES,
    gender_of_name,
    take_apart_text,
)
from films.extraction.people import noun_gender
from films.extraction.resources import read_list
from films.vocabulary import Gender

GIVEN_EITHER = read_list("names_of_either_gender")
GIVEN_ONLY_TO = {Gender.FEMALE: GIVEN_FEMALE - GIVEN_MALE, Gender.MALE: GIVEN_MALE - GIVEN_FEMALE}
BY_TITLE = 4.0
BY_NOUN = 2.5
BY_PRONOUN = 1.2
BY_LIST = 1.5
BY_LIST_AGAIN = 1.0  # once the pronouns have spoken
BY_ACTOR = 1.5
BY_LOVE = 1.0
UNKNOWN = -1.0  # how likely somebody is meant whose name was not understood
TRUST = (0.15, 0.25, 0.4, 0.7, 1.0)  # in what was learnt so far, round by round
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
Instance = tuple[Gender, Sequence[tuple[float, Entity]]]  # a pronoun, and whom it may mean how likely
Lover = Entity | Gender  # a pronoun tells the gender, whoever is meant
Couple = tuple[Lover, Lover]
OTHER = {Gender.FEMALE: Gender.MALE, Gender.MALE: Gender.FEMALE}


def votes_of_names(group: NameGroup, actors: Iterable[str] = ()) -> Votes:
    """Return the evidence that the names themselves give: "Mrs. Vell" is a woman, "Peter" hints at a man.

    So do the names of the actors, less.
    """
    votes = no_votes()
    for actor in actors:
        parts = take_apart_text(actor)
        hinted = gender_of_name(parts)
        if hinted is not None and parts.first not in GIVEN_EITHER:
            votes[hinted] = BY_ACTOR
    for mention in group.mentions:
        if mention.parts.title_gender is not None:
            votes[mention.parts.title_gender] = BY_TITLE
    for gender in genders_of_nouns(group):
        votes[gender] = max(BY_NOUN, votes[gender])
    for hinted in genders_by_list(group):
        votes[hinted] = max(BY_LIST, votes[hinted])
    return votes


def genders_by_list(group: NameGroup) -> set[Gender]:
    """Return which genders the given names have that only men or only women bear: "Peter", "Marie"."""
    words = group.firsts - GIVEN_EITHER
    return {gender for gender, names in GIVEN_ONLY_TO.items() if not words.isdisjoint(names)}


def genders_of_nouns(group: NameGroup) -> set[Gender]:
    """Return what a title or a noun tells that stands for a name: "King", "the Duke of Vell", "Grandma"."""
    cores = [mention.parts.core for mention in group.mentions]
    are_nouns = all(len(core) == 1 or core[1:2] == ("of",) for core in cores)
    if group.listed or not are_nouns or len({core[0] for core in cores}) != 1:
        return set()
    noun = cores[0][0]
    if noun in MALE_TITLES:
        return {Gender.MALE}
    gender = Gender.FEMALE if noun in FEMALE_TITLES else noun_gender(noun)
    return {gender} if gender is not None and noun not in GIVEN else set()


def learn_gender(
    instances: Iterable[Instance], entities: Iterable[Entity], couples: Collection[Couple] = ()
) -> None:
    """Let the pronouns of a document vote on the gender of those they may mean.

    Each pronoun shares one vote among its candidates, by likelihood and by what is believed of their
    gender so far, at first with little trust in it; a few rounds settle it. Expectation maximisation,
    in the spirit of Bergsma and Lin, "Bootstrapping Path-Based Pronoun Resolution" (ACL 2006), who learn
    gender from unlabelled text. Whoever loves a woman is likelier a man, and the other way round.
    """
    instances = list(instances)
    people = [entity for entity in entities if entity.is_named]
    given = {entity: entity.votes.copy() for entity in people}
    for trust in TRUST:
        learnt: dict[Entity, Votes] = {entity: given[entity].copy() for entity in people}
        for gender, candidates in instances:
            for share, entity in _shares(gender, candidates, trust):
                if entity in learnt:
                    learnt[entity][gender] += BY_PRONOUN * share
        for one, other in couples:
            _let_love_vote(learnt, one, other, trust)
            _let_love_vote(learnt, other, one, trust)
        for entity in people:
            entity.votes = learnt[entity]
    for entity in people:
        hinted = genders_by_list(entity.group) if entity.group is not None else set()
        if len(hinted) == 1:  # a few pronouns that may mean others do not make a Peter a woman
            entity.votes[hinted.pop()] += BY_LIST_AGAIN


def _let_love_vote(learnt: dict[Entity, Votes], one: Lover, other: Lover, trust: float) -> None:
    if isinstance(one, Gender) or one not in learnt:
        return
    for gender, opposite in OTHER.items():
        is_so = float(other is gender) if isinstance(other, Gender) else _belief(other, gender, trust)
        learnt[one][opposite] += BY_LOVE * is_so


def _shares(
    gender: Gender, candidates: Sequence[tuple[float, Entity]], trust: float
) -> list[tuple[float, Entity]]:
    weights = [(exp(score) * _belief(entity, gender, trust), entity) for score, entity in candidates]
    total = exp(UNKNOWN) + sum(weight for weight, _ in weights)
    return [(weight / total, entity) for weight, entity in weights]


def _belief(entity: Entity, gender: Gender, trust: float) -> float:
    """Return how probable it is, from the votes so far, that the entity has this gender."""
    female, male = entity.votes[Gender.FEMALE], entity.votes[Gender.MALE]
    lead = trust * (female - male if gender is Gender.FEMALE else male - female)
    return 1.0 / (1.0 + exp(-max(-6.0, min(6.0, lead))))
