"""What a reader typed, as words that the index knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from films.search.expression import Expression, Term
from films.search.stemming import stem
from films.search.terms import CONTEXT, NAME, STEM, WHOLE_NAME, function_words, whole_name, words_of

LONGEST_QUERY = 200
MOST_WORDS = 10
SHORTEST_PREFIX = 2
# Shorter strings stand inside too many names by chance.
SHORTEST_PART = 4


@dataclass(frozen=True)
class Word:
    """A word of the query. It may be the beginning of a longer one, or stand for `corrections`."""

    text: str
    is_prefix: bool = False
    corrections: tuple[str, ...] = ()

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

    def named(self) -> tuple[Term, ...]:
        """Return the terms of an entry's names that this word is met by."""
        run_together = (Term(WHOLE_NAME + self.text, is_prefix=True),) if self.is_prefix else ()
        corrected = (Term(NAME + word) for word in self.corrections)
        return (Term(NAME + self.text, self.is_prefix), *run_together, *corrected)

    def own(self) -> tuple[Term, ...]:
        """Return the terms of an entry's own text that this word is met by."""
        stems = {Term(form) for form in (stem(self.text), STEM + stem(self.text))}
        corrected = {Term(word) for word in self.corrections}
        return (Term(self.text, self.is_prefix), *sorted(stems | corrected))

    def anywhere(self) -> tuple[Term, ...]:
        around = (Term(CONTEXT + word) for word in self.corrections)
        return (*self.own(), Term(CONTEXT + self.text, self.is_prefix), *around)


@dataclass(frozen=True)
class Question:
    """The words that must be met, and all words run together as typed and as most likely meant."""

    words: tuple[Word, ...]
    typed: tuple[str, ...]

    @property
    def squashed(self) -> str:
        return "".join(self.typed)

    @property
    def part(self) -> str:
        """Return what a name may contain, or nothing when it is too short to tell."""
        return self.squashed if len(self.squashed) >= SHORTEST_PART else ""

    @property
    def likeliest(self) -> tuple[str, ...]:
        """Return the typed words, each as the known word it most likely stands for."""
        meant = {word.text: word.corrections[0] for word in self.words if word.corrections}
        return tuple(meant.get(text, text) for text in self.typed)

    def names(self) -> tuple[Expression, ...]:
        """Return what the names of an entry may meet: the whole name, its beginning, or every word.

        They are asked for one by one, so that whole names are found among however many others.
        """
        typed, likeliest = (whole_name("".join(words)) for words in (self.typed, self.likeliest))
        whole = Expression((tuple(Term(WHOLE_NAME + name) for name in dict.fromkeys((typed, likeliest))),))
        beginning = Expression(((Term(WHOLE_NAME + typed, is_prefix=_may_begin(typed)),),))
        return whole, beginning, Expression(tuple(word.named() for word in self.words))

    def anywhere(self) -> tuple[Expression, ...]:
        """Return what an entry has to meet: every word, and at least one of them in its own text.

        Words without a meaning of their own stand in every text: they are looked for in names alone.
        """
        if all(word.text in function_words() for word in self.words):
            return ()
        own = tuple(dict.fromkeys(term for word in self.words for term in word.own()))
        clauses = tuple(word.anywhere() for word in self.words)
        return (Expression((own, *clauses) if len(clauses) > 1 else (own,)),)

    def forgiving(self, corrections: Mapping[str, tuple[str, ...]]) -> "Question":
        """Return the same question, where every word may be unfinished or mistyped."""
        words = (
            replace(word, is_prefix=_may_begin(word.text), corrections=corrections.get(word.text, ()))
            for word in self.words
        )
        return replace(self, words=tuple(words))


def read_question(query: str) -> Question:
    """Return the query's words. The last one may be unfinished, as the reader may still be typing.

    >>> read_question("The Frozen la").words
    (Word(text='frozen', is_prefix=False, corrections=()), Word(text='la', is_prefix=True, corrections=()))
    """
    typed = tuple(words_of(query[:LONGEST_QUERY])[:MOST_WORDS])
    required = [number for number, word in enumerate(typed) if word not in function_words()]
    words = (
        Word(typed[number], bool(required) and number == len(typed) - 1 and _may_begin(typed[number]))
        for number in required or range(len(typed))
    )
    return Question(tuple(words), typed)


def _may_begin(word: str) -> bool:
    return len(word) >= SHORTEST_PREFIX
