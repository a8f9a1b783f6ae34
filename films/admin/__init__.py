"""The editors' forms, one module a subject."""
