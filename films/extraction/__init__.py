"""Extraction: what one document says of its film, from the text alone."""

from films.extraction.extract import extract, extract_all

__all__ = ["extract", "extract_all"]
