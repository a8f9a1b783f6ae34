"""What the cast list says of its characters: "Mara, Tom's elder sister", "the son of Mara"."""

import re
from collections.abc import Iterator

from films.extraction.film.cast_entry import CastEntry
from films.extraction.film.name_shapes import NAME, NAME_LIST, split_list
from films.extraction.film.whom_they_play import RoleLinker
from films.extraction.relations.relation_claims import Claim
from films.extraction.relations.relation_words import noun_ties

OWNED = re.compile(
    rf"(?P<owners>{NAME}(?:(?:,|\s+and|\s+&)\s+{NAME})*)['’]s?\s+(?=(?P<noun>(?:[\w-]+\s+){{0,4}}[\w-]+))"
)
OF = re.compile(rf"\b(?P<noun>[\w-]+)\s+(?:of|to)\s+(?P<owners>{NAME_LIST})")
WORD = re.compile(r"[\w-]+")


def find_listed_claims(entries: tuple[CastEntry, ...], linker: RoleLinker) -> Iterator[Claim]:
    """Yield what descriptions of the cast say, in their order."""
    for entry in entries:
        key = linker.character_of(entry) if entry.description else None
        if key is not None:
            yield from _of_description(entry, key, linker)


def _of_description(entry: CastEntry, key: str, linker: RoleLinker) -> Iterator[Claim]:
    for pattern in (OWNED, OF):
        for match in pattern.finditer(entry.description):
            noun = next((w for w in WORD.findall(match["noun"].casefold()) if w in noun_ties()), None)
            if noun is None:
                continue
            tie, names = noun_ties()[noun], match["owners"]
            for start, end in split_list(names):
                owner = linker.named(names[start:end])
                if owner is not None and owner != key:
                    pair = (owner, key) if tie.is_inverse else (key, owner)
                    yield Claim(pair[0], tie.kind, pair[1], entry.span)
