"""Extraction: what one document says of its film, from the text alone; `extract` is where it begins.

What extraction gives (`statements`) is known wherever it is used; what reads texts is loaded by those who do.
"""
