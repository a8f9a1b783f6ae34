"""One sentence's claim of who is what to whom, and the reading shared by all finders of claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from films.extraction.chains import Cast
from films.extraction.events.modality import Modality
from films.extraction.parsed import Parsed
from films.extraction.relations.relation_terms import find_terms
from films.extraction.relations.relation_words import KIN, Tie, noun_ties, owned_ties
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words, read_words
from films.reading.document import Span
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, Gender, MentionKind, RelationshipKind

JOINTS = frozenset({",", "and", "&"})
LONGEST_PHRASE = 7
BETWEEN_OWNER_AND_NOUN = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "RB", "VBN", "VBG", "HYPH", ","})
JOINED = frozenset({"JJ", "JJR", "VBN", "VBG"})  # "old and tired"
DESCRIBING = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "VBN", "VBG", "HYPH"})
LONGEST_DESCRIPTION = 6  # tokens
WORK = frozenset({RelationshipKind.EMPLOYER, RelationshipKind.COLLEAGUE})
CLOSE = KIN | {RelationshipKind.FRIEND}
OBJECTS = frozenset({"dobj", "pobj", "dative", "attr", "poss"})
LARGEST_GROUP = 5  # of a larger one the text says too little of each two


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject` is the `kind` of `object`, says the sentence at `span` with the given weight.

    `is_later` of a "new wife" or "second husband", who need not be the parent of the other's children.
    """

    subject: str
    kind: RelationshipKind
    object: str
    span: Span
    weight: float = 1.0
    is_later: bool = False

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
        self.terms = find_terms(self.words)
        self._inside = {i for term in self.terms.values() for i in range(term.start, term.end)}
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

        self._ending = {end: (key,) for key, end in self._proper.values()}

    def people(self, index: int | None) -> tuple[str, ...]:
        """Return whom a noun phrase means: "Mara and Tom" gives two."""
        found: dict[str, None] = {}
        if (
            index is not None
            and self.words.dep[index] in SUBJECTS
            and self.words.child(index, "conj") is not None
        ):
            found |= dict.fromkeys(self._listed_before(index))
        while index is not None:
            found |= dict.fromkeys(self._meant_by(index))
            joined, apposition = self.words.child(index, "conj"), self.words.child(index, "appos")
            if joined is None and apposition is not None:  # "between his daughter, Ana, and Tom"
                joined = self.words.child(apposition, "conj")
            index = joined if joined is not None else self._joined_to_name(index)
        return tuple(found)

    def _joined_to_name(self, index: int) -> int | None:
        """Return the "spy" of "between a pilot named Tom and a spy named Mara", joined to the name."""
        words = self.words
        named = words.child(index, "acl")
        if named is None or words.lemma[named] not in {"name", "call"}:
            return None
        name = words.child(named, "oprd", "attr", "dobj")
        return words.child(name, "conj") if name is not None else None

    def _listed_before(self, index: int) -> tuple[str, ...]:
        """Return the first of "Tom, Al and Mara rob": the parser may start the list at the second name."""
        words = self.words
        start = next((at for at in range(index, max(-1, index - 4), -1) if at in self._proper), index)
        found: list[str] = []
        while start > 1 and words.lower[start - 1] == "," and (keys := self.named_until(start - 1)):
            if words.dep[start - 2] in OBJECTS or words.child(start - 2, "nsubj") is not None:
                break
            found[:0] = keys
            start -= 2
            while start not in self._proper and start > 0:
                start -= 1
        return tuple(found)

    def _meant_by(self, index: int) -> tuple[str, ...]:
        """Return whom one noun means; the name in apposition is better than "a rich man"."""
        people = self.cast.at(index) or self._what_is(index)
        apposition = self._apposition(index)
        of = self.words.child(index, "prep") if self.words.lower[index] == "one" else None
        several = self.words.child(of, "pobj") if of is not None else None
        if apposition is None and several is not None:  # "one of his tenants, Mara"
            apposition = self.words.child(several, "appos")
        if apposition is None or any(self.is_named(key) for key in people):
            return people
        named = tuple(key for key in self.cast.at(apposition) if self.is_named(key))
        return named or people

    def _what_is(self, index: int) -> tuple[str, ...]:
        """Return the Mara of "Mara is an artist having an affair with Tom", whose "artist" says it of her."""
        words, copula = self.words, self.words.head[index]
        is_said = words.dep[index] == "attr" and words.lemma[copula] == "be"
        if not is_said or words.child(copula, "neg") is not None or words.tag[index] != "NN":
            return ()
        subject = words.child(copula, "nsubj")
        return self.cast.at(subject) if subject is not None else ()

    def _apposition(self, index: int) -> int | None:
        """Return the "Tom" of "meets a collector, Tom.", also where the parser takes him for an adverb."""
        words = self.words
        apposition = words.child(index, "appos")
        if apposition is not None or words.lower[index + 1 : index + 2] != [","]:
            return apposition
        people, end = self.named_at(index + 2)
        is_closed = len(people) == 1 and (end >= len(words) or words.lower[end] in {".", ","})
        return end - 1 if is_closed and words.dep[end - 1] == "npadvmod" else None

    def tie_at(self, i: int) -> Tie | None:
        """Return what the noun or term at this token says; the pieces of a term say nothing by themselves."""
        words = self.words
        if i in self._inside:
            return self.terms[i].tie if i in self.terms else None
        if i + 1 < len(words) and words.text[i + 1] == "-":  # "ex-husband"
            return None
        ties = noun_ties()
        singular = words.lower[i].removesuffix("s") if words.tag[i].startswith("NNP") else words.lemma[i]
        tie = ties.get(words.lower[i]) or ties.get(singular) or self._owned_tie(i)
        return None if tie is not None and tie.kind in WORK and self._is_rank(i) else tie

    def _is_rank(self, i: int) -> bool:
        """Is it the rank of a name set off: "her superior, Lieutenant Hill"?"""
        words = self.words
        is_title = words.text[i][0].isupper() and words.tag[i + 1 : i + 2] == ["NNP"]
        owner = self.owner_index(i) if is_title else None
        return owner is not None and "," in words.lower[owner:i]

    def _owned_tie(self, i: int) -> Tie | None:
        """Return what a rank says with its owner: "Tom's sergeant", not "his partner, Sergeant Hill"."""
        tie = owned_ties().get(self.words.lemma[i])
        owner = self.owner_index(i) if tie is not None and self.words.text[i].islower() else None
        return tie if owner is not None and "," not in self.words.lower[owner:i] else None

    def is_plural(self, i: int) -> bool:
        """Does the noun mean several: "sisters", "The Sisters Mara and Ana"?"""
        words = self.words
        if words.lower[i] in noun_ties() or self._is_one_of(i):
            return False
        is_capital_plural = words.tag[i] == "NNP" and words.lower[i].removesuffix("s") in noun_ties()
        return words.tag[i] in {"NNS", "NNPS"} or is_capital_plural

    def _is_one_of(self, i: int) -> bool:
        """ "One of Tom's cousins" is one."""
        words = self.words
        head = words.head[i]
        return words.lower[head] == "of" and words.lower[words.head[head]] == "one"

    def start_of(self, i: int) -> int:
        """Return where the noun begins: at the "right" of "right-hand man"."""
        return self.terms[i].start if i in self.terms else i

    def end_of(self, i: int) -> int:
        """Return where the noun ends (exclusive)."""
        return self.terms[i].end if i in self.terms else i + 1

    def meant_at(self, i: int) -> tuple[str, ...]:
        """Return whom the noun means, whichever of a term's pieces coreference took for its head."""
        for at in (i, *range(self.end_of(i) - 1, self.start_of(i) - 1, -1)):
            if people := self.cast.at(at):
                return people
        return ()

    def is_named(self, key: str) -> bool:
        return self._chains[key].is_named if key in self._chains else False

    def has_gender(self, key: str, gender: Gender) -> bool:
        """Is the character known to be of this gender?"""
        return key in self._chains and self._chains[key].gender is gender

    def are_of_one_gender(self, people: tuple[str, ...]) -> bool:
        """Are all of the people known to be of one gender?"""
        genders = {self._chains[key].gender for key in people if key in self._chains}
        return len(genders) == 1 and None not in genders

    def are_of_two_genders(self, people: tuple[str, ...]) -> bool:
        """Are there among the people some known to be women and some known to be men?"""
        genders = {self._chains[key].gender for key in people if key in self._chains}
        return genders >= {Gender.FEMALE, Gender.MALE}

    def accepts_gender(self, key: str, gender: Gender) -> bool:
        """May the character be of this gender?"""
        return key in self._chains and self._chains[key].gender in {gender, None}

    def acts_in_sentence(self, key: str, index: int) -> bool:
        """Does this token's sentence name the character other than as an owner ("Tom's son")?"""
        start, end = self.parsed.sentences[self.parsed.sentence_of(index)]
        return any(one == key and not self._is_owner(last) for _, one, last in self.names_between(start, end))

    def _is_owner(self, end: int) -> bool:
        """Does a name that ends here own what follows: "Tom's", or the Mara of "Mara and Tom's"?"""
        words = self.words
        while end < len(words) and words.lower[end] in JOINTS and end + 1 in self._proper:
            end = self._proper[end + 1][1]
        return end < len(words) and words.tag[end] == "POS"

    def sentences_naming(self, key: str) -> set[int]:
        """Return the sentences that name the character."""
        return self._sentences.get(key, set())

    def named_at(self, start: int) -> tuple[tuple[str, ...], int]:
        """Return who is named from this token on ("Mara, Ana and Tom"), and where the last name ends."""
        found: list[str] = []
        end = start
        while start in self._proper:
            key, end = self._proper[start]
            found.append(key)
            start = end
            while start < len(self.words) and (self.words.lower[start] in JOINTS or self.is_space(start)):
                start += 1
        return tuple(found), end

    def first_end(self, start: int) -> int:
        """Return where the first name ends that begins from this token on."""
        return next((end for _, _, end in self.names_between(start, len(self.words))), start)

    def named_until(self, end: int) -> tuple[str, ...]:
        """Return who is named by the words that end before this token, with what is blank between."""
        while end > 0 and self.is_space(end - 1):
            end -= 1
        return self._ending.get(end, ())

    def names_between(self, start: int, end: int) -> Iterator[tuple[int, str, int]]:
        """Yield the names between two tokens: where each begins, whose it is, and where it ends."""
        for at in range(start, end):
            if at in self._proper:
                key, last = self._proper[at]
                yield at, key, last

    def described_at(self, start: int, *, with_article: bool) -> tuple[tuple[str, ...], int]:
        """Return whom a description leads to ("a man named Tom"), and where the name ends."""
        words = self.words
        allowed = DESCRIBING | {"DT"} if with_article else DESCRIBING
        for at in range(start, min(len(words), start + LONGEST_DESCRIPTION)):
            if at in self._proper:
                return self.named_at(at)
            tie = self.tie_at(at)
            if self._is_of_several(at):
                continue
            is_mistagged = words.tag[at] == "NNP" and words.text[at].islower()  # "the rich blacksmith Al"
            is_describing = words.tag[at] in allowed or is_mistagged
            if not is_describing or (tie is not None and tie.kind in CLOSE):
                break
        return (), start

    def _is_of_several(self, at: int) -> bool:
        """Are these "the brothers Tom and Al", who may be Mara's men as well?"""
        return self.is_plural(at) and len(self.named_at(at + 1)[0]) > 1

    def owner_index(self, index: int) -> int | None:
        """Return the "his" or the "'s" in front of the noun at `index`: "his young", "Tom's elder"."""
        words = self.words
        index = self.start_of(index)
        at = index - 1
        while at >= 0 and index - at <= LONGEST_PHRASE and self._is_between(at):
            at -= 1
        return at if at >= 0 and words.tag[at] in {"PRP$", "POS", "WP$"} else None

    def _is_between(self, at: int) -> bool:
        """May this stand between an owner and the noun: the "but" of "his old but fast car", too?"""
        tag = self.words.tag
        is_joint = tag[at] == "CC" and 0 < at < len(tag) - 1
        return tag[at] in BETWEEN_OWNER_AND_NOUN or (is_joint and {tag[at - 1], tag[at + 1]} <= JOINED)

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
