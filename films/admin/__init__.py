"""The editors' forms, one module a subject."""

from films.admin import characters, decisions, documents, events, films, people

__all__ = ["characters", "decisions", "documents", "events", "films", "people"]
