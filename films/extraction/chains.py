"""Coreference chains: who is meant by which tokens. The value the later steps of extraction share.

Offsets here are token indices of the parsed document, `end` exclusive. `films.extraction.extract`
turns them into original offsets at the very end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from films.extraction.statements import Name
from films.vocabulary import CharacterKind, Gender, MentionKind


@dataclass(frozen=True, slots=True, order=True)
class TokenMention:
    """One reference to a character: tokens `start` to `end`, with the syntactic head `head`.

    For "his sister Anna" the mention is "sister Anna" or "Anna" with the head "Anna"; "his" is a
    mention of its own, of someone else.
    """

    start: int
    end: int
    head: int
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Chain:
    """All references to one character within a document.

    A plural ("the two", "they", "the Lowells") that stands for known characters is no chain of its
    own: its head leads to all of them in `Cast.heads`. A group whose members the text does not tell ("some
    friends") is a chain of kind GROUP.
    """

    key: str
    name: str
    names: tuple[Name, ...]
    is_named: bool
    kind: CharacterKind
    gender: Gender | None
    mentions: tuple[TokenMention, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Every character of a document, and a map from head tokens to who is meant.

    `heads[i]` are the keys of the characters whom the mention headed by token `i` means: one for
    "she", two for "the couple", none (absent) where nobody is meant.
    """

    chains: tuple[Chain, ...]
    heads: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def at(self, token_index: int) -> tuple[str, ...]:
        """Return whom the mention headed by this token means, or an empty tuple."""
        return self.heads.get(token_index, ())

    def chain(self, key: str) -> Chain:
        """Return the chain with this key; raises `KeyError` if there is none."""
        for chain in self.chains:
            if chain.key == key:
                return chain
        raise KeyError(key)
