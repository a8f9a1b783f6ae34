"""The names of one bearer, as they are being joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from films.extraction.names.name_parts import NameParts, gender_of_name
from films.extraction.names.proper_names import ProperName
from films.vocabulary import Gender

NOWHERE = 10**9  # the start of a name that only a cast list has


@dataclass(slots=True, eq=False)
class NameGroup:
    """Names of one bearer, with their mentions. Built up while joining, then only read.

    `listed` are names that a cast list gives; `firsts` and `lasts` are the words that may stand alone;
    `of_actor` are folded names by which the story calls the character though they are the actor's.
    """

    mentions: list[ProperName] = field(default_factory=list)
    listed: list[NameParts] = field(default_factory=list)
    fulls: list[NameParts] = field(default_factory=list)
    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    suffix: str = ""
    of_actor: frozenset[str] = frozenset()

    def learn(self, parts: NameParts) -> None:
        """Take in what a name of the bearer says."""
        first = set() if parts.is_of_husband else {parts.first, *parts.first.split()}
        self.firsts |= {*first, parts.nickname} - {""}
        self.lasts |= parts.surnames
        self.suffix = self.suffix or parts.suffix
        if parts.is_full:
            self.fulls.append(parts)

    def add(self, mentions: Sequence[ProperName]) -> None:
        self.mentions.extend(mentions)

    def take(self, other: "NameGroup") -> None:
        """Make the other group's names this one's."""
        self.mentions.extend(other.mentions)
        self.listed.extend(other.listed)
        self.fulls.extend(other.fulls)
        self.firsts |= other.firsts
        self.lasts |= other.lasts
        self.suffix = self.suffix or other.suffix

    @property
    def given_gender(self) -> Gender | None:
        """The gender that titles and well-known given names of the full names hint at."""
        hints = {gender_of_name(name) for name in [*self.fulls, *self.names]} - {None}
        return hints.pop() if len(hints) == 1 else None

    @property
    def start(self) -> int:
        return min((mention.start for mention in self.mentions), default=NOWHERE)

    @property
    def names(self) -> list[NameParts]:
        return [mention.parts for mention in self.mentions] + self.listed
