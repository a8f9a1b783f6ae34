"""Who has been spoken of so far: the mutable state while a document is read from start to end."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from films.extraction.chains import TokenMention
from films.extraction.names.name_groups import NameGroup
from films.vocabulary import CharacterKind, Gender

Votes = defaultdict[Gender, float]

LEAST = 0.4  # a lead below this says nothing of gender
SURE = 2.0  # a lead of evidence for one gender that settles it


def no_votes() -> Votes:
    return defaultdict(float)


@dataclass(slots=True, eq=False)
class Entity:
    """Someone of the story. `nouns` are the head nouns by which the text describes them."""

    order: int  # token of the first mention
    group: NameGroup | None = None
    kind: CharacterKind = CharacterKind.PERSON
    is_plural: bool = False
    votes: Votes = field(default_factory=no_votes)
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # noun: modifiers
    taught: set[str] = field(default_factory=set)  # nouns that have told the gender
    mentions: list[TokenMention] = field(default_factory=list)
    descriptions: Counter[str] = field(default_factory=Counter)
    members: tuple["Entity", ...] = ()  # of a group: who belongs to it, and who has joined it since
    joined: tuple["Entity", ...] = ()
    owners: tuple["Entity", ...] = ()  # of a group: whose men they are
    merged_into: "Entity | None" = None
    told: int = 0  # mentions so far in this telling
    size: int | None = None  # of a group: how many, where the text says

    @property
    def is_named(self) -> bool:
        return self.group is not None and not self.is_plural

    @property
    def gender(self) -> Gender | None:
        """The gender with more evidence, or None where there is none or it is balanced."""
        female, male = self.votes[Gender.FEMALE], self.votes[Gender.MALE]
        if abs(female - male) < LEAST:
            return None
        return Gender.FEMALE if female > male else Gender.MALE

    def is_surely(self, gender: Gender) -> bool:
        return self.gender is gender and self._lead() >= SURE

    def accepts(self, gender: Gender) -> bool:
        """May a pronoun of this gender mean this one? Only sure evidence to the contrary forbids it."""
        return self._lead() < SURE or self.gender is gender

    def _lead(self) -> float:
        return abs(self.votes[Gender.FEMALE] - self.votes[Gender.MALE])

    def final(self) -> "Entity":
        """Return whom this one turned out to be."""
        return self.merged_into.final() if self.merged_into is not None else self
