"""What editors decide, written so that no import undoes it. The admin calls these."""

from films.curation.decisions import (
    bring_back,
    film_of,
    record_addition,
    record_edit,
    record_removal,
    refresh,
    refresh_after,
)
from films.curation.merging import MergeReport, merge_characters, merge_people
from films.curation.merging_films import merge_films
from films.curation.suggestions import JOIN, OutdatedSuggestionError, accept_suggestion, dismiss_suggestion

__all__ = [
    "JOIN",
    "MergeReport",
    "OutdatedSuggestionError",
    "accept_suggestion",
    "bring_back",
    "dismiss_suggestion",
    "film_of",
    "merge_characters",
    "merge_films",
    "merge_people",
    "record_addition",
    "record_edit",
    "record_removal",
    "refresh",
    "refresh_after",
]
