"""What tells whether two documents are about one film, small enough to keep beside each document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """A document's signs of which film it is about; all names folded, all tuples sorted.

    `characters` are the named characters with their number of mentions, most mentioned first;
    `words` are the story's telling content words (folded lemmas), rarest or most frequent first.
    """

    document: str  # sha256
    titles: tuple[str, ...]
    year: int | None
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    characters: tuple[tuple[str, int], ...]
    places: tuple[str, ...]
    words: tuple[str, ...]
