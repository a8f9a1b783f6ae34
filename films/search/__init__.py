"""Search over everything, forgiving and explained; the only room that tells the two databases apart."""

from films.models.search import EntryKind
from films.search.index import (
    index_film,
    index_people,
    index_places,
    is_stale,
    rebuild,
    relink_people,
    remove,
)
from films.search.query import find, search
from films.search.results import FoundRows, Piece, SearchGroup, SearchHit, SearchResults

__all__ = [
    "EntryKind",
    "FoundRows",
    "Piece",
    "SearchGroup",
    "SearchHit",
    "SearchResults",
    "find",
    "index_film",
    "index_people",
    "index_places",
    "is_stale",
    "rebuild",
    "relink_people",
    "remove",
    "search",
]
