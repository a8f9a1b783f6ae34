"""Proper names: where they are, whose they are, which of them are one person's."""
