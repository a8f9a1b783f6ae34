"""One sentence's claim of who is what to whom, and the reading shared by all finders of claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from films.extraction.chains import Cast
from films.extraction.events.modality import Modality
from films.extraction.parsed import Parsed
from films.extraction.relations.relation_words import Tie
from films.extraction.words import Words, read_words
from films.reading.document import Span
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, Gender, MentionKind, RelationshipKind

JOINTS = frozenset({",", "and", "&"})
LONGEST_PHRASE = 7
BETWEEN_OWNER_AND_NOUN = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "RB", "VBN", "VBG", "HYPH", ","})
LARGEST_GROUP = 5  # of a larger one the text says too little of each two


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject` is the `kind` of `object`, says the sentence at `span` with the given weight."""

    subject: str
    kind: RelationshipKind
    object: str
    span: Span
    weight: float = 1.0

    @property
    def pair(self) -> tuple[str, RelationshipKind, str]:
        """Who is what to whom, in one order where the kind holds both ways."""
        if self.kind in SYMMETRIC_RELATIONSHIPS and self.subject > self.object:
            return self.object, self.kind, self.subject
        return self.subject, self.kind, self.object


class RelationReader:
    """A document's words, who they mean and what is told of them, as the finders of claims need it."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed = parsed
        self.cast = cast
        self.words: Words = read_words(parsed.doc)
        self.modality = Modality(self.words)
        self._chains = {chain.key: chain for chain in cast.chains}
        self._sentences = {
            chain.key: {parsed.sentence_of(m.head) for m in chain.mentions if m.kind is MentionKind.PROPER}
            for chain in cast.chains
        }
        self._proper = {
            mention.start: (chain.key, mention.end)
            for chain in cast.chains
            for mention in chain.mentions
            if mention.kind is MentionKind.PROPER
        }

    def people(self, index: int | None) -> tuple[str, ...]:
        """Return whom a noun phrase means: "Mara and Tom" gives two."""
        found: dict[str, None] = {}
        while index is not None:
            found |= dict.fromkeys(self._meant_by(index))
            index = self.words.child(index, "conj")
        return tuple(found)

    def _meant_by(self, index: int) -> tuple[str, ...]:
        """Return whom one noun means; the name in apposition is better than "a rich man"."""
        people = self.cast.at(index)
        apposition = self.words.child(index, "appos")
        if apposition is None or any(self.is_named(key) for key in people):
            return people
        named = tuple(key for key in self.cast.at(apposition) if self.is_named(key))
        return named or people

    def is_named(self, key: str) -> bool:
        return self._chains[key].is_named if key in self._chains else False

    def has_gender(self, key: str, gender: Gender) -> bool:
        """Is the character known to be of this gender?"""
        return key in self._chains and self._chains[key].gender is gender

    def is_in_sentence(self, key: str, index: int) -> bool:
        """Does the sentence of this token name the character?"""
        return self.parsed.sentence_of(index) in self._sentences.get(key, ())

    def named_at(self, start: int) -> tuple[tuple[str, ...], int]:
        """Return who is named from this token on ("Mara, Ana and Tom"), and where the last name ends."""
        found: list[str] = []
        end = start
        while start in self._proper:
            key, end = self._proper[start]
            found.append(key)
            start = end
            while start < len(self.words) and self.words.lower[start] in JOINTS:
                start += 1
        return tuple(found), end

    def owner_index(self, index: int) -> int | None:
        """Return the "his" or the "'s" in front of the noun at `index`: "his young", "Tom's elder"."""
        words = self.words
        at = index - 1
        while at >= 0 and index - at <= LONGEST_PHRASE and words.tag[at] in BETWEEN_OWNER_AND_NOUN:
            at -= 1
        return at if at >= 0 and words.tag[at] in {"PRP$", "POS", "WP$"} else None

    def owners_by_ending(self, index: int) -> tuple[str, ...]:
        """Return whose the "'s" at `index` says: "Mara and Tom's" gives two, the last owner last."""
        joined = self.cast.at(index - 3) if index >= 3 and self.words.lower[index - 2] in {"and", "&"} else ()
        return tuple(dict.fromkeys((*joined, *(self.cast.at(index - 1) if index else ()))))

    def is_space(self, index: int) -> bool:
        """Is this no word: what stood in parentheses is blank to the language model."""
        return not self.words.text[index].strip()

    def sentence(self, index: int) -> Span:
        """Return the original span of the sentence in which the token stands."""
        return self.parsed.span_of(*self.parsed.sentences[self.parsed.sentence_of(index)])

    def claims(
        self, subjects: tuple[str, ...], tie: Tie, objects: tuple[str, ...], at: int
    ) -> Iterator[Claim]:
        """Yield that each of the subjects is the tie's kind of each of the objects."""
        span = self.sentence(at)
        for subject in subjects[:LARGEST_GROUP]:
            for other in objects[:LARGEST_GROUP]:
                if subject != other:
                    pair = (other, subject) if tie.is_inverse else (subject, other)
                    yield Claim(pair[0], tie.kind, pair[1], span, tie.weight)

    def claims_among(self, people: tuple[str, ...], tie: Tie, at: int) -> Iterator[Claim]:
        """Yield that each two of the people are the tie's kind to each other."""
        if tie.kind in SYMMETRIC_RELATIONSHIPS and len(people) <= LARGEST_GROUP:
            for one, other in combinations(people, 2):
                yield from self.claims((one,), tie, (other,), at)
