"""A parse as plain lists, one entry a token: the form in which every pass over the words reads it.

Reading an attribute of a spaCy token makes an object each time; the passes of extraction read each
attribute several times, so each is fetched once, for all tokens together.
"""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

LINKING = frozenset({"and", "&"})
QUOTES = frozenset("\"“”„«»'‘’`") | {"''", "``"}
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
OPENING = QUOTES | frozenset("([{-–—")


@dataclass(frozen=True, slots=True, eq=False)
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
        for c in self.children[index]:
            if self.dep[c] in deps:
                return c
        return None

    def clause(self, index: int) -> int:
        """Return the verb (or other clause head) whose clause this token stands in."""
        at = index
        while self.head[at] != at and not self.is_clause(at):
            at = self.head[at]
        return at

    def is_clause(self, index: int) -> bool:
        """Does this token head a clause?"""
        dep = self.dep[index]
        return dep in CLAUSES or (dep == "conj" and self.tag[index][0] in "VM")

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
    text = _strings(doc, "ORTH")
    steps = doc.to_array("HEAD").astype("int64").tolist()
    head = [i + step for i, step in enumerate(steps)]
    children: list[list[int]] = [[] for _ in head]
    for i, at in enumerate(head):
        if at != i:
            children[at].append(i)
    starts = (doc.to_array("SENT_START") == 1).tolist()
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        lemma=[lemma.lower() for lemma in _strings(doc, "LEMMA")],
        tag=[tag or "XX" for tag in _strings(doc, "TAG")],
        dep=_strings(doc, "DEP"),
        head=head,
        entity=_strings(doc, "ENT_TYPE"),
        children=children,
        starts_sentence=[True, *starts[1:]] if starts else [],
        space_after=doc.to_array("SPACY").astype(bool).tolist(),
    )


def _strings(doc: Doc, attribute: str) -> list[str]:
    """Return the attribute's text for each token; every differing one is looked up once."""
    keys = doc.to_array(attribute).tolist()
    texts = {key: doc.vocab.strings[key] for key in set(keys)}
    return [texts[key] for key in keys]
