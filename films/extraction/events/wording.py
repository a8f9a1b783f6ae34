"""The words of summaries: names where the text has pronouns, and spaces as a typist sets them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from films.extraction.chains import Cast, Chain
from films.extraction.events.phrases import (
    QUOTES,
    beside_hyphens,
    noun_phrase,
    quoted_stretches,
    with_hyphens,
)
from films.extraction.words import POSSESSIVES, Words

MOST_NAMES = 4
COUPLES = frozenset({"couple", "pair", "duo", "trio"})
NAMED_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj"})
DESCRIBING = frozenset({"det", "predet", "amod", "poss", "compound", "nummod", "nmod"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
CONTRACTED = {"'ve": "have", "’ve": "have", "'re": "are", "’re": "are", "'ll": "will", "’ll": "will"}
SPACES = re.compile(r"\s+")
DOUBLED_COMMA = re.compile(r"(?:\s*,)+(?=\s*[,.;])")
SAID_TWICE = re.compile(r"\b([A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)+) \1\b")
NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)\]’”%]|['’](?=\s)|['’](?:s|ll|ve|d|re|m)?\b|n['’]t\b)")
NO_SPACE_AFTER = re.compile(r"([(\[“$£€])\s+")


@dataclass
class Wording:
    """Words a clause. `owner` is its subject and `latest` who was named last: their pronouns may stay."""

    words: Words
    cast: Cast
    names: Mapping[str, str]
    owner: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    clauses: frozenset[int] = field(default_factory=frozenset)  # tokens of subordinate clauses
    stand_ins: Mapping[int, str] = field(default_factory=dict)  # what relative pronouns stand for

    def text(self, tokens: Iterable[int]) -> str:
        """Return the words of these tokens, with names instead of pronouns."""
        pieces: list[str] = []
        before = -1
        shown = self._without_descriptions(list(tokens))
        if not beside_hyphens(self.words).isdisjoint(shown):
            apart = {i for i in shown if i in self.stand_ins or self._gives_way(i)}
            shown = with_hyphens(self.words, shown, apart)
        for i in self._with_quotes(shown):
            piece = self._word(i)
            if pieces and piece == pieces[-1] and piece[:1].isupper():
                continue  # "the singer Anna", where a name stands for the singer, too
            is_closing = self.words.text[i] in QUOTES and not self.words.space_after[i - 1]
            is_joined = before >= 0 and i == before + 1 and not self.words.space_after[before]
            pieces += [piece] if is_joined or is_closing or not piece or not pieces else [" ", piece]
            before = i
        return "".join(pieces)

    def _with_quotes(self, shown: list[int]) -> list[int]:
        """Return the tokens with the quotation marks around those that are all said: says "You won"."""
        stretches = quoted_stretches(self.words)
        for first in [] if stretches.keys().isdisjoint(shown) else [i for i in shown if i in stretches]:
            stop, end = stretches[first]
            at = shown.index(first)
            after = at + stop - first
            is_replaced = any(self._gives_way(i) or i in self.stand_ins for i in shown[at:after])
            if shown[at:after] == list(range(first, stop)) and first - 1 not in shown and not is_replaced:
                shown = [*shown[:at], first - 1, *shown[at:after], end, *shown[after:]]
        return shown

    def name_for(self, i: int) -> str:
        """Return the name to say instead of the description headed by this token ("the nurse"), if any."""
        words = self.words
        if words.tag[i] not in {"NN", "NNS"} or words.dep[i] not in NAMED_PLACES or i not in self.cast.heads:
            return ""
        keys = self.cast.at(i)
        if len(keys) > 1 and words.tag[i] == "NN" and words.lemma[i] not in COUPLES:
            return ""
        if any(words.tag[c] in {"NNP", "NNPS"} and self._names_it(c, i) for c in words.children[i]):
            return ""
        if any(words.dep[c] == "conj" and set(self.cast.at(c)) & set(keys) for c in words.children[i]):
            return ""  # "two hunters, Anna and Tom"
        if words.text[i].istitle() and words.text[i] in self.names_at(i):
            return ""  # the name itself, taken for a common noun
        is_known = all(self.cast.chain(key).is_named for key in keys)
        return self.names_at(i) if is_known else ""

    def _names_it(self, child: int, head: int) -> bool:
        """Is this the name in "Inspector Bell" or in "his sister Anna"?"""
        dep = self.words.dep[child]
        return dep in {"compound", "nmod"} or (dep == "appos" and child in noun_phrase(self.words, head))

    def _without_descriptions(self, tokens: list[int]) -> list[int]:
        """Return the tokens without the words around nouns that give way to a name."""
        dropped: set[int] = set()
        for i in tokens:
            if i not in dropped and self._gives_way(i):
                dropped.update(t for c in self._describing(i) for t in noun_phrase(self.words, c))
        return [i for i in tokens if i not in dropped]

    def _describing(self, i: int) -> list[int]:
        words = self.words
        before = [c for c in words.children[i] if c < i and words.dep[c] in DESCRIBING]
        return before + [c for c in words.children[i] if words.dep[c] == "prep" and words.lower[c] == "of"]

    def _gives_way(self, i: int) -> bool:
        """Is the name said here? "Her brother" says enough where "her" is the subject."""
        if not self.name_for(i):
            return False
        if self.words.dep[i] in {"nsubj", "nsubjpass"}:
            return True
        possessor = self.words.child(i, "poss")
        is_theirs = possessor is not None and self.cast.at(possessor) == self.owner
        return self.cast.at(i) != self.owner and not is_theirs

    def _word(self, i: int) -> str:
        words = self.words
        if i in self.stand_ins:
            return self.stand_ins[i]
        if self._gives_way(i):
            self.latest = self.cast.at(i)
            return self.name_for(i)
        if words.dep[i] in {"det", "predet"} and self._is_number_for_people(words.head[i]):
            return ""
        if self._is_both_of(i) or (words.lower[i] == "of" and self._is_both_of(words.head[i])):
            return ""
        if words.lower[i] == "whose":
            return self._of_whom(i)
        if words.tag[i] == "PRP$" or words.lower[i] in {"his", "their"} or self._is_her_own(i):
            return self._possessive(i)
        if words.tag[i] == "PRP" or self._is_number_for_people(i):
            return self._personal(i)
        if i and words.lower[i] in CONTRACTED and self._is_renamed(i - 1):
            return " " + CONTRACTED[words.lower[i]]
        if words.tag[i] in {"NNP", "NN"} and self.cast.at(i):
            self.latest = self.cast.at(i)
        return self._lowered(i)

    def _is_renamed(self, i: int) -> bool:
        """Does a name stand instead of this pronoun?"""
        return self.words.tag[i] == "PRP" and self._personal(i) != self.words.text[i]

    def _lowered(self, i: int) -> str:
        """Return the word without the capital that only the sentence's beginning gave it."""
        words, text = self.words, self.words.text[i].strip()
        is_name = words.tag[i] in {"NNP", "NNPS"} or text == "I" or not text[1:].islower()
        return text if is_name or not words.starts_sentence[i] else text[:1].lower() + text[1:]

    def _is_number_for_people(self, i: int) -> bool:
        """Does "the two", "both" or "the three" stand for people we can name?"""
        words = self.words
        is_number = words.tag[i] == "CD" or words.lower[i] == "both"
        return (
            is_number
            and words.dep[i] not in {"nummod", "det", "predet", "preconj"}
            and bool(self.names_at(i))
        )

    def _is_both_of(self, i: int) -> bool:
        """Is this the "both" of "both of them", the "two" of "the two of them"?"""
        words = self.words
        if words.lower[i] != "both" and words.tag[i] != "CD":
            return False
        of = words.child(i, "prep")
        whom = None if of is None or words.lower[of] != "of" else words.child(of, "pobj")
        return whom is not None and (words.lower[i] == "both" or self._is_all(i, whom))

    def _is_all(self, i: int, whom: int) -> bool:
        """Are "the two" all of "them"?"""
        return self.words.tag[whom] == "PRP" and set(self.cast.at(i)) == set(self.cast.at(whom)) != set()

    def _is_her_own(self, i: int) -> bool:
        """Does "her" say whose, as in "her will", though taken for an object? Not "takes her hostage"."""
        words = self.words
        follows = words.tag[i + 1 : i + 2] in (["NN"], ["NNS"], ["JJ"]) and words.dep[i + 1] != "oprd"
        return words.lower[i] == "her" and follows

    def _possessive(self, i: int) -> str:
        keys = self.cast.at(i)
        name = self.names_at(i)
        if not name or keys in {self.owner, self.latest}:
            return self.words.text[i]
        self.latest = keys
        return possessive(name)

    def _of_whom(self, i: int) -> str:
        """Return whose "whose" is: that of whom the relative clause describes."""
        words, clause = self.words, i
        while words.head[clause] != clause and words.dep[clause] != "relcl":
            clause = words.head[clause]
        if words.dep[clause] != "relcl":
            return words.text[i]
        described = words.head[clause]
        name = self.names_at(i) or self.names_at(described) or self.text(noun_phrase(words, described))
        return possessive(name)

    def _personal(self, i: int) -> str:
        keys, lower = self.cast.at(i), self.words.lower[i]
        name = self.names_at(i)
        is_object = i not in self.clauses and self.words.dep[i] == "dobj" and keys == self.owner
        known = is_object or (
            i in self.clauses and (keys in {self.owner, self.latest} or self._are_both(keys))
        )
        reflexive = lower.endswith(("self", "selves")) and self.words.dep[i] not in {"nsubj", "nsubjpass"}
        if not name or known or reflexive:
            return self.words.text[i]
        self.latest = keys
        return name

    def _are_both(self, keys: tuple[str, ...]) -> bool:
        """Are these the subject and who was named behind it: "Anna tells Tom they must flee"?"""
        return len(keys) > 1 and set(keys) == {*self.owner, *self.latest}

    def names_at(self, i: int) -> str:
        """Return what to call whom this token means; empty where it is nobody known."""
        name = names_of(self.cast.at(i), self.names)
        own = names_of(self.owner, self.names)
        if own and len(self.cast.at(i)) == 1 and name.startswith(possessive(own) + " "):
            return self.cast.chain(self.cast.at(i)[0]).name  # "Anna kisses her mother"
        return name


def names_of(keys: Iterable[str], names: Mapping[str, str]) -> str:
    """Return what to call these characters: "Anna", "Anna and Tom"; empty when there are too many."""
    called = list(dict.fromkeys(names[key] for key in keys if key in names))
    if not called or len(called) > MOST_NAMES:
        return ""
    return called[0] if len(called) == 1 else ", ".join(called[:-1]) + " and " + called[-1]


def called(words: Words, cast: Cast, chain: Chain) -> str:
    """Return what to call a character: the name, "the nurse", or "Anna's mother" for "her mother"."""
    if chain.is_named:
        return _with_article(words, chain)
    first, _, rest = chain.name.partition(" ")
    if first.lower() not in POSSESSIVES:
        return _as_spelled(words, chain, definite(chain.name))
    for mention in chain.mentions:
        owner = words.child(mention.head, "poss")
        if owner is None or words.lower[owner] != first.lower():
            continue
        keys = cast.at(owner)
        if len(keys) == 1 and cast.chain(keys[0]).is_named:
            return f"{possessive(cast.chain(keys[0]).name)} {rest}"
    return chain.name


def _as_spelled(words: Words, chain: Chain, description: str) -> str:
    """Return the description with the capitals that the text always gives it: "the Tramp"."""
    spelled: dict[str, set[str]] = {}
    for mention in chain.mentions:
        for i in range(mention.start, mention.end):
            if not words.starts_sentence[i]:
                spelled.setdefault(words.lower[i], set()).add(words.text[i])
    forms = (spelled.get(word, set()) for word in description.split(" "))
    written = [next(iter(found)) if len(found) == 1 else "" for found in forms]
    return " ".join(a or b for a, b in zip(written, description.split(" "), strict=True))


def _with_article(words: Words, chain: Chain) -> str:
    """Return the name, as "the Genie" where the text never says it without "the"."""
    plain = chain.name.removeprefix("The ").removeprefix("the ")
    length = plain.count(" ") + 1
    lasts = [m.end - 1 for m in chain.mentions if words.text[m.end - 1] == plain.rpartition(" ")[2]]
    starts = [at - length + 1 for at in lasts if at >= length]
    named = [at for at in starts if words.text[at] == plain.partition(" ")[0]]
    if len(named) < min(length, 2) or any(words.lower[at - 1] != "the" for at in named):
        return chain.name
    return f"the {plain}"


def possessive(name: str) -> str:
    """Return a name as an owner's.

    >>> possessive("Anna"), possessive("the thieves")
    ("Anna's", "the thieves'")
    """
    return name + ("'" if name.endswith("s") and name[0].islower() else "'s")


def definite(description: str) -> str:
    """Return a description as one speaks of someone known: "a nurse" becomes "the nurse".

    >>> definite("a young nurse"), definite("his mother")
    ('the young nurse', 'his mother')
    """
    first, _, rest = description.partition(" ")
    return f"the {rest}" if first.lower() in {"a", "an", "some", "another"} and rest else description


def sentence(text: str) -> str:
    """Return the text as one sentence: spaces mended, a capital first, a full stop last.

    A name of several words that stands twice running, as where one took a description's place beside it, is
    said once; of quotation marks that were cut apart none is left.

    >>> sentence("anna 's brother leaves , she stays")
    "Anna's brother leaves, she stays."
    """
    tidy = DOUBLED_COMMA.sub("", SPACES.sub(" ", text)).strip(" ,;:-–—")
    tidy = SAID_TWICE.sub(r"\1", NO_SPACE_AFTER.sub(r"\1", NO_SPACE_BEFORE.sub(r"\1", tidy)))
    if tidy.count('"') % 2:
        tidy = tidy.replace('"', "").strip()
    return tidy[:1].upper() + tidy[1:] + ("" if tidy.endswith((".", "!", "?")) else ".")
