"""What tells whether two documents are about one film, small enough to keep beside each document."""

import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from films.extraction.statements import Credit, Extraction, FactStatement
from films.folding import fold, squash
from films.reading.records import file_of_record
from films.reconciliation.sources import Source
from films.reconciliation.words import proper_word_counts, weight, word_counts
from films.vocabulary import Fact, Job

MOST_WORDS = 600
MOST_NAMES = 200
FEWEST_BITS = 4.0  # a word that more than every sixteenth plot has tells nothing
SHINGLE_WORDS = 6
HASH_BYTES = 6
MOST_SHINGLES = 64
FEWEST_WORDS = 12  # a shorter text may be said of many films
TITLES = (Fact.TITLE, Fact.ORIGINAL_TITLE)
ARTICLE = re.compile(r"^(?:the|an?) (?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """A document's signs of which film it is about; all names folded, all tuples in a fixed order.

    `characters` are the named characters with their number of mentions, most mentioned first;
    `names` are the single words written as names (of people and places) with their counts, and
    `words` the other telling words of the story, rarest first; `shingles` are a fixed sample of hashed
    runs of words (Broder, "On the resemblance and containment of documents", 1997), by which copies
    of a text are known, and `prose` is a hash of all prose. `header_titles` and `header_people` are those
    that a header states, which is about this film alone, while prose speaks of others, too; `data_set`
    is the file that the document is a record of. They are empty in profiles that were stored without them.
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
    prose: str = ""
    header_titles: tuple[str, ...] = ()
    header_people: tuple[str, ...] = ()
    data_set: str = ""

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
    document = extraction.document
    in_header = partial(Source(0, extraction).is_in_header)
    titles = [statement for statement in extraction.facts if statement.fact in TITLES]
    return DocumentProfile(
        document=document.sha256,
        titles=_titles(titles),
        year=next((int(year) for year in _facts(extraction, Fact.YEAR) if year.isdecimal()), None),
        directors=_people(extraction.credits, Job.DIRECTOR),
        cast=_people(extraction.credits, Job.CAST),
        characters=_characters(extraction),
        places=_sorted(fold(place.name) for place in extraction.places),
        words=_telling_words(set(word_counts(story)) - set(proper), MOST_WORDS),
        names=tuple((name, proper[name]) for name in _telling_words(proper, MOST_NAMES)),
        shingles=tuple(itertools.islice(_shingles(story), MOST_SHINGLES)),
        url=document.url,
        prose=_hash_of_prose(document.prose.text),
        header_titles=_titles(title for title in titles if in_header(title.evidence)),
        header_people=_people(
            (credit for credit in extraction.credits if in_header(credit.evidence)), Job.DIRECTOR, Job.CAST
        ),
        data_set=f"{document.source}/{file}" if (file := file_of_record(document.name)) else "",
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


def _titles(statements: Iterable[FactStatement]) -> tuple[str, ...]:
    return _sorted(key for statement in statements for key in title_keys(statement.value))


def title_keys(title: str) -> Iterator[str]:
    """Yield what a title is compared by: lists drop its article, and write "and" as a sign.

    >>> sorted(set(title_keys("The Fox & the Hound")))
    ['foxandthehound', 'foxthehound', 'thefoxandthehound', 'thefoxthehound']
    """
    for spelled in (title, title.replace("&", " and ")):
        yield squash(spelled)
        yield squash(ARTICLE.sub("", spelled))


def _people(credits_: Iterable[Credit], *jobs: Job) -> tuple[str, ...]:
    return _sorted(fold(credit.person) for credit in credits_ if credit.job in jobs)


def _hash_of_prose(text: str) -> str:
    words = fold(text).split()
    return _hash(" ".join(words)) if len(words) >= FEWEST_WORDS else ""


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
    return sorted(map(_hash, runs))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=HASH_BYTES).hexdigest()
