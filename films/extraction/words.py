"""A parse as plain lists, one entry a token: the form in which every pass over the words reads it.

Reading an attribute of a spaCy token makes an object each time; the passes of extraction read each
attribute several times, so they are fetched once.
"""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
QUOTES = frozenset("\"“”„«»'‘’`") | {"''", "``"}
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
OPENING = QUOTES | frozenset("([{-–—")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a parsed text. `head[i] == i` for a root; `children[i]` are in text order."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]
    children: list[list[int]]
    starts_sentence: list[bool]
    space_after: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first child of the token with one of these dependencies."""
        return next((c for c in self.children[index] if self.dep[c] in deps), None)

    def clause(self, index: int) -> int:
        """Return the verb (or other clause head) whose clause this token stands in."""
        at = index
        while self.head[at] != at and not self.is_clause(at):
            at = self.head[at]
        return at

    def is_clause(self, index: int) -> bool:
        """Does this token head a clause?"""
        return self.dep[index] in CLAUSES or (self.dep[index] == "conj" and self.tag[index][0] in "VM")

    def subject(self, verb: int) -> int | None:
        """Return the subject of a verb; a verb joined to another ("and leaves") shares that one's."""
        at = verb
        for _ in range(6):
            found = self.child(at, "nsubj", "nsubjpass")
            if found is not None:
                return found
            if self.dep[at] not in SHARING or self.head[at] == at:
                return None
            at = self.head[at]
        return None


CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "xcomp", "acl", "parataxis", "pcomp", "csubj"})
SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "pcomp", "prep"})


@lru_cache(maxsize=2)  # the steps of extraction each ask for the words of the document at hand
def read_words(doc: Doc) -> Words:
    """Return the parse as lists.

    >>> from films.extraction.language_model import parse
    >>> read_words(next(parse(["Mara waits."]))).lower
    ['mara', 'waits', '.']
    """
    tokens = list(doc)
    head = [token.head.i for token in tokens]
    children: list[list[int]] = [[] for _ in tokens]
    for i, at in enumerate(head):
        if at != i:
            children[at].append(i)
    text = [token.text for token in tokens]
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        lemma=[token.lemma_.lower() for token in tokens],
        tag=[token.tag_ or "XX" for token in tokens],
        dep=[token.dep_ for token in tokens],
        head=head,
        entity=[token.ent_type_ for token in tokens],
        children=children,
        starts_sentence=[bool(token.is_sent_start) or token.i == 0 for token in tokens],
        space_after=[bool(token.whitespace_) for token in tokens],
    )
