"""What one reading of a document knows and finds: shared by the steps that resolve its mentions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from films.extraction.chains import TokenMention
from films.extraction.coreference.discourse import Discourse
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import Couple, Instance
from films.extraction.coreference.kinship import Kinship
from films.extraction.coreference.nominals import Nominal
from films.extraction.names.proper_names import ProperName
from films.extraction.parsed import Parsed
from films.extraction.words import POSSESSIVES, Words
from films.vocabulary import MentionKind


@dataclass(slots=True)
class Reading:
    """One pass over the document. `named` and `nominals` are by head token."""

    parsed: Parsed
    words: Words
    named: Mapping[int, tuple[ProperName, Entity]]
    nominals: Mapping[int, Nominal]
    entities: list[Entity]
    discourse: Discourse
    kinship: Kinship = field(default_factory=Kinship)
    heads: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    instances: list[Instance] = field(default_factory=list)
    couples: list[Couple] = field(default_factory=list)
    quoted: frozenset[int] = frozenset()  # tokens of direct speech
    couple: tuple[Entity, ...] = ()  # those last called so
    has_ghosts: bool = False  # the dead may act
    sentence: int = 0
    is_learning: bool = False  # genders are not known yet, so pronouns are guesses that mislead others
    listed: tuple[Entity, ...] = ()  # names of the enumeration that is being read
    listed_from: int = 0  # the head of its first
    listed_to: int = -1  # where its last one ends

    def start_telling(self) -> None:
        """Forget who was spoken of: a new telling begins anew."""
        self.discourse = Discourse(self.words)
        self.couple = ()
        for entity in self.entities:
            entity.told = 0

    def who(self, token: int | None) -> tuple[Entity, ...]:
        """Return whom the mention at this token means, as far as it has been read."""
        if token is None:
            return ()
        if token in self.heads:
            meant = self.heads[token]
            if len(meant) == 1:
                return (meant[0].final(),)
            return tuple(dict.fromkeys(entity.final() for entity in meant))
        return (self.named[token][1],) if token in self.named else ()

    def all_of(self, token: int | None) -> tuple[Entity, ...]:
        """Return whom the mention at this token and everything joined to it mean."""
        if token is None:
            return ()
        joined = (entity for at in self.conjuncts(token) for entity in self.who(at))
        return tuple(dict.fromkeys(joined))

    def one(self, token: int | None) -> Entity | None:
        """Return the one person the mention at this token means."""
        who = self.who(token)
        return who[0] if len(who) == 1 else None

    def mention(self, entity: Entity, start: int, end: int, head: int, kind: MentionKind) -> None:
        """Record that these tokens mean one character."""
        entity = entity.final()
        entity.mentions.append(TokenMention(start, end, head, kind))
        self.heads[head] = (entity,)
        if kind is not MentionKind.PRONOUN or not self.is_learning:
            self.discourse.note(entity, head, self.sentence)

    def mention_together(self, members: tuple[Entity, ...], head: int) -> None:
        """Record that a plural means several characters."""
        members = self.unfolded(members)
        self.heads[head] = members
        self.discourse.note_together(members, head, self.sentence)
        for member in members:
            self.discourse.note(member, head, self.sentence, is_joint=True)

    def unfolded(self, who: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Return these with the members of groups, where told, in place of the groups."""
        if not any(entity.members for entity in who):
            return who
        unfolded = (one for entity in who for one in (*entity.members, *entity.joined) or (entity,))
        return tuple(dict.fromkeys(one.final() for one in unfolded))

    def conjuncts(self, head: int) -> list[int]:
        """Return the token and everything joined to it by "and", commas and "including", in text order."""
        found, children, dep = [head], self.words.children, self.words.dep
        for at in found:
            for child in children[at]:
                if dep[child] == "conj" or self._is_of_list(child, at):
                    found.append(child)
                elif self.words.lower[child] == "including":
                    found += [c for c in children[child] if dep[c] == "pobj"]
        return sorted(found)

    def _is_of_list(self, child: int, head: int) -> bool:
        """ "Tom, his wife Mara, and their son": the wife is one of those joined."""
        children, dep = self.words.children, self.words.dep
        if dep[child] != "appos" or child not in self.heads or head not in self.heads:
            return False
        is_owned = any(dep[c] == "poss" and self.words.lower[c] in POSSESSIVES for c in children[child])
        goes_on = any(dep[c] == "conj" and c > child for c in children[head])
        return is_owned and goes_on and set(self.who(child)).isdisjoint(self.who(head))
