"""The store: one module a subject, imported from here."""

from films.models.characters import Character, CharacterName, Portrayal, Relationship
from films.models.decisions import Forward, Removal, RowKind, Suggestion
from films.models.documents import CITED, BlockingKey, Citation, SourceDocument, Telling
from films.models.events import (
    EventMention,
    MentionParticipant,
    Participation,
    Place,
    PlotEvent,
    Setting,
)
from films.models.films import Country, Credit, Film, Genre, Person, PersonName, Statement
from films.models.overview import Edition, Overview
from films.models.search import EntryKind, SearchEntry, SearchWord, SearchWordKey

__all__ = [
    "CITED",
    "BlockingKey",
    "Character",
    "CharacterName",
    "Citation",
    "Country",
    "Credit",
    "Edition",
    "EntryKind",
    "EventMention",
    "Film",
    "Forward",
    "Genre",
    "MentionParticipant",
    "Overview",
    "Participation",
    "Person",
    "PersonName",
    "Place",
    "PlotEvent",
    "Portrayal",
    "Relationship",
    "Removal",
    "RowKind",
    "SearchEntry",
    "SearchWord",
    "SearchWordKey",
    "Setting",
    "SourceDocument",
    "Statement",
    "Suggestion",
    "Telling",
]
