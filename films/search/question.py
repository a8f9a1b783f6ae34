"""What a reader typed, as words that the index knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import inf

from films.search.beginnings import MOST_MEANT
from films.search.expression import Expression
from films.search.near_names import NearName
from films.search.stemming import stem
from films.search.terms import CONTEXT, NAME, STEM, WHOLE_NAME, function_words, whole_name, words_of

LONGEST_QUERY = 200
MOST_WORDS = 10
FREQUENT = 60  # names of so many entries would crowd out the others
SHORTEST_PREFIX = 2
MOST_BEGUN, MOST_NAMES_BEGUN = 12, 30  # of the words that a word begins; those of names may be more
# Shorter strings stand inside too many names by chance.
SHORTEST_PART = 4


@dataclass(frozen=True)
class Word:
    """A word of the query. It may be the beginning of a longer one, or stand for `corrections`.

    `begun` are known words, and `names` whole names, that begin with it.
    """

    text: str
    is_prefix: bool = False
    corrections: tuple[str, ...] = ()
    begun: tuple[str, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)

    def is_met_by(self, form: str) -> bool:
        """Tell whether a word of an entry's text is what this one asks for."""
        return self.is_typed_in(form) or form in self.corrections

    def is_typed_in(self, form: str) -> bool:
        if form == self.text or stem(form) == stem(self.text):
            return True
        return self.is_prefix and form.startswith(self.text)

    def reading(self, forms: Iterable[str]) -> str:
        """Return which known word among the forms this one stands for; itself when none is."""
        known = set(forms)
        if any(self.is_typed_in(form) for form in known):
            return self.text
        return next((word for word in self.corrections if word in known), self.text)

    def knowing(self, known: Mapping[str, tuple[str, ...]]) -> "Word":
        name = WHOLE_NAME + self.text
        return replace(self, begun=known[self.text], names=(name, *known[name]))

    def named(self, *, finished: bool = False) -> tuple[str, ...]:
        """Return the terms of an entry's names that this word is met by, whole or as a beginning, too."""
        typed = (NAME + self.text, *(NAME + word for word in self.corrections))
        if finished:
            return _once(*typed)
        begun = (NAME + word for word in self.begun[:MOST_NAMES_BEGUN])
        return _once(*typed, *begun, *self.names[:MOST_BEGUN])

    def own(self) -> tuple[str, ...]:
        """Return the terms of an entry's own text that this word is met by.

        The words of one stem are asked for by it alone: each further term costs as much again.
        """
        begun = (self._begun_as(word) for word in self.begun[:MOST_BEGUN])
        return _once(STEM + stem(self.text), *begun, *self.corrections)

    def _begun_as(self, word: str) -> str:
        """Return the term for a known word that begins so: its stem, if all that have it begin so or are
        asked for already. Words without a meaning have none.
        """
        root = stem(word)
        is_stem_enough = root.startswith(self.text) or root == stem(self.text)
        return STEM + root if is_stem_enough and word not in function_words() else word

    def around(self) -> tuple[str, ...]:
        """Return the terms of what an entry stands in, its film's title, say, that this word is met by."""
        return _once(*(CONTEXT + word for word in (self.text, *self.begun[:MOST_BEGUN], *self.corrections)))


@dataclass(frozen=True)
class Question:
    """The words that must be met, and all words run together as typed and as most likely meant."""

    words: tuple[Word, ...]
    typed: tuple[str, ...]
    near: tuple[NearName, ...] = ()
    begun: tuple[str, ...] = field(default=(), repr=False)  # known names that begin with all that was typed

    @property
    def squashed(self) -> str:
        return "".join(self.typed)

    @property
    def run_together(self) -> tuple[str, ...]:
        """Return all words as one, as typed and as the names have them that are nearly so."""
        return self.squashed, *(name.squashed for name in self.near)

    @property
    def part(self) -> str:
        """Return what a name may contain, or nothing when it is too short to tell."""
        return self.squashed if len(self.squashed) >= SHORTEST_PART else ""

    @property
    def likeliest(self) -> tuple[str, ...]:
        """Return the typed words, each as the known word it most likely stands for.

        Where names are found that are nearly so, each of these says itself what was meant.
        """
        if self.near:
            return self.typed
        meant = {word.text: word.corrections[0] for word in self.words if word.corrections}
        return tuple(meant.get(text, text) for text in self.typed)

    def names(self) -> tuple[Expression, ...]:
        """Return what the names of an entry may meet: the whole name, or every word as typed.

        They are asked for one by one, so that whole names are found among however many others. A whole
        name that the vocabulary does not know is not asked for.
        """
        likeliest = WHOLE_NAME + whole_name("".join(self.likeliest))
        names = _once(*((self._whole,) if self._may_be_known else ()), likeliest)
        whole = (Expression((names,)),) if self._may_be_known or likeliest != self._whole else ()
        asked = {} if self.near else {word.text: word for word in self.words}
        words = (asked.get(text, Word(text)) for text in self.typed[:MOST_WORDS])
        return *whole, Expression(tuple(word.named(finished=True) for word in words))

    def unfinished(self) -> tuple[Expression, ...]:
        """Return what names may meet that the reader typed not to their ends, or with other small words."""
        begun = (Expression((_once(self._whole, *self.begun),)),) if self.begun else ()
        return *begun, Expression(tuple(word.named() for word in self.words))

    def nearly(self) -> tuple[Expression, ...]:
        """Return what names may meet that are one typing error away: rare ones together, others alone."""
        rare = tuple(_whole(name) for name in self.near if name.count < FREQUENT)
        others = [(_whole(name),) for name in self.near if name.count >= FREQUENT]
        return tuple(Expression((clause,)) for clause in (rare, *others) if clause)

    def anywhere(self) -> Expression | None:
        """Return what an entry has to meet: every word, and at least one of them in its own text.

        Words without a meaning of their own stand in every text: they are looked for in names alone.
        """
        if all(word.text in function_words() for word in self.words):
            return None
        own = tuple(word.own() for word in self.words)
        return Expression(own, tuple(word.around() for word in self.words) if len(own) > 1 else ())

    @property
    def _whole(self) -> str:
        return WHOLE_NAME + whole_name(self.squashed)

    @property
    def _may_be_known(self) -> bool:
        """Tell whether something may have all that was typed for its name: some known one begins so."""
        is_asked = _may_begin(self.squashed)
        return not is_asked or self._whole in self.begun or len(self.begun) >= MOST_MEANT

    def unfinished_words(self) -> Iterator[str]:
        """Yield what may be the beginning of a known word, or of a whole name."""
        for word in self.words:
            if word.is_prefix:
                yield from (word.text, WHOLE_NAME + word.text)
        if _may_begin(self.squashed):
            yield self._whole

    def knowing(self, known: Mapping[str, tuple[str, ...]]) -> "Question":
        """Return the same question with the known words and names that begin as what was typed does."""
        words = (word.knowing(known) if word.is_prefix else word for word in self.words)
        return replace(self, words=tuple(words), begun=known.get(self._whole, ()))

    def with_near(self, near: tuple[NearName, ...]) -> "Question":
        """Return the same question, which names that are one typing error away meet, too."""
        meant: dict[str, list[str]] = defaultdict(list)
        for name in near:
            if len(name.words) == len(self.typed):
                for typed, known in zip(self.typed, name.words, strict=True):
                    meant[typed] += [known] if known != typed else []
        words = (replace(word, corrections=tuple(meant[word.text])) for word in self.words)
        return replace(self, words=tuple(words), near=near)

    def forgiving(self, corrections: Mapping[str, tuple[str, ...]]) -> "Question":
        """Return the same question, where every word may be unfinished or mistyped."""
        words = (
            replace(word, is_prefix=_may_begin(word.text), corrections=corrections.get(word.text, ()))
            for word in self.words
        )
        return replace(self, words=tuple(words))

    def with_fewer_words(self, counts: Mapping[str, int]) -> Iterator["Question"]:
        """Yield the same question without the words that tell least: one of them, half of them, all but one.

        First go words that nothing has, then those that most entries have, by their `counts`.
        """
        words = sorted(dict.fromkeys(self.words), key=lambda word: _telling(word, counts), reverse=True)
        for fewer in dict.fromkeys((1, len(words) // 2, len(words) - 1)):
            if 0 < fewer < len(words):
                left_out = words[:fewer]
                kept = tuple(word for word in self.words if word not in left_out)
                yield replace(self, words=kept, typed=tuple(word.text for word in kept), begun=())


def _telling(word: Word, counts: Mapping[str, int]) -> float:
    """Return what sorts words by how much they tell, the most telling first."""
    is_unknown = word.text not in counts and not word.corrections and not word.text.isnumeric()
    return inf if is_unknown else counts.get(word.text, 0)


def read_question(query: str) -> Question:
    """Return the query's words. The last one may be unfinished, as the reader may still be typing.

    >>> read_question("The Frozen la").words
    (Word(text='frozen', is_prefix=False, corrections=()), Word(text='la', is_prefix=True, corrections=()))
    """
    typed = tuple(words_of(query[:LONGEST_QUERY]))
    asked = range(min(len(typed), MOST_WORDS))
    required = [number for number in asked if typed[number] not in function_words()]
    words = (
        Word(typed[number], bool(required) and number == len(typed) - 1 and _may_begin(typed[number]))
        for number in required or asked
    )
    return Question(tuple(words), typed)


def _whole(name: NearName) -> str:
    return WHOLE_NAME + whole_name(name.squashed)


def _once(*terms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))


def _may_begin(word: str) -> bool:
    return len(word) >= SHORTEST_PREFIX
