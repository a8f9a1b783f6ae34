"""What tells whether two documents are about one film, small enough to keep beside each document."""

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from films.extraction.statements import Extraction
from films.folding import fold, squash
from films.reconciliation.words import proper_word_counts, weight, word_counts
from films.vocabulary import Fact, Job

MOST_WORDS = 600
MOST_NAMES = 200
FEWEST_BITS = 4.0  # a word that more than every sixteenth plot has tells nothing
SHINGLE_WORDS = 6
SHINGLE_BYTES = 6
MOST_SHINGLES = 64


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """A document's signs of which film it is about; all names folded, all tuples in a fixed order.

    `characters` are the named characters with their number of mentions, most mentioned first;
    `names` are the single words written as names (of people and places) with their counts, and
    `words` the other telling words of the story, rarest first; `shingles` are a fixed sample of hashed
    runs of words (Broder, "On the resemblance and containment of documents", 1997), by which copies
    of a text are known.
    """

    document: str  # sha256
    titles: tuple[str, ...]
    year: int | None
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    characters: tuple[tuple[str, int], ...]
    places: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[tuple[str, int], ...] = ()
    shingles: tuple[str, ...] = ()
    url: str = ""

    def to_json(self) -> str:
        """Return the profile as JSON, for keeping beside the document."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "DocumentProfile":
        """Return the profile that `to_json` wrote."""
        fields: dict[str, Any] = {key: _frozen(value) for key, value in json.loads(text).items()}
        return cls(**fields)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def profile_of(extraction: Extraction) -> DocumentProfile:
    """Return the signs by which `extraction`'s document is joined with others about the same film."""
    story = story_text(extraction)
    proper = proper_word_counts(story)
    return DocumentProfile(
        document=extraction.document.sha256,
        titles=_sorted(squash(title) for title in _facts(extraction, Fact.TITLE, Fact.ORIGINAL_TITLE)),
        year=next((int(year) for year in _facts(extraction, Fact.YEAR) if year.isdecimal()), None),
        directors=_people(extraction, Job.DIRECTOR),
        cast=_people(extraction, Job.CAST),
        characters=_characters(extraction),
        places=_sorted(fold(place.name) for place in extraction.places),
        words=_telling_words(set(word_counts(story)) - set(proper), MOST_WORDS),
        names=tuple((name, proper[name]) for name in _telling_words(proper, MOST_NAMES)),
        shingles=tuple(itertools.islice(_shingles(story), MOST_SHINGLES)),
        url=extraction.document.url,
    )


def story_text(extraction: Extraction) -> str:
    """Return the prose that tells the story, or all prose where none is known to and no title tells the film.

    Prose about a film names its makers and its studio, in which films that have nothing else in
    common agree.
    """
    prose, passages = extraction.document.prose.text, extraction.document.passages
    told = [prose[passage.start : passage.end] for passage in passages if passage.is_telling]
    if told or any(_facts(extraction, Fact.TITLE)):
        return "\n\n".join(told)
    return prose


def _facts(extraction: Extraction, *facts: Fact) -> Iterator[str]:
    return (statement.value for statement in extraction.facts if statement.fact in facts)


def _people(extraction: Extraction, job: Job) -> tuple[str, ...]:
    return _sorted(fold(credit.person) for credit in extraction.credits if credit.job is job)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names) - {""}))


def _characters(extraction: Extraction) -> tuple[tuple[str, int], ...]:
    named = ((fold(c.name), len(c.mentions)) for c in extraction.characters if c.is_named)
    return tuple(sorted(named, key=lambda row: (-row[1], row[0])))


def _telling_words(words: Iterable[str], most: int) -> tuple[str, ...]:
    telling = (word for word in words if weight(word) > FEWEST_BITS)
    return tuple(sorted(telling, key=lambda word: (-weight(word), word))[:most])


def _shingles(text: str) -> list[str]:
    words = fold(text).split()
    runs = {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)}
    return sorted(hashlib.blake2b(run.encode(), digest_size=SHINGLE_BYTES).hexdigest() for run in runs)
