"""Keys within a line: "An epic drama. Starring: Lena Park, Tom Day Directed by: Ida Holm Mara sails"."""

import re
from collections.abc import Iterator

from films.reading.catalogue import NAMES, OF_NAMES
from films.reading.document import HeaderField
from films.reading.lines import KeyedLine, Line, folded_key, header_key
from films.reading.titles import is_title_cased
from films.reading.values import field_at
from films.vocabulary import HeaderKey

MADE = r"(?:[Ww]ritten|[Dd]irected|[Pp]roduced)"
KEY = re.compile(
    rf"(?<![\w'’])(?P<key>(?:(?:Written|Directed|Produced)(?:\s(?:and|&)\s{MADE})?|Edited|Music|Screenplay|Story)\sby"
    r"|Directors?|Writers?|Screenplay|Producers?|Music|(?:Also\s)?Starring|Stars|Cast|Year|Runtime|Running\s[Tt]ime"
    r"|Country|Language|Genre)\s?:\s?(?=\S)"
)
# "The Salt Road Directed by Ida Holm Written by Al Ross Starring Lena Park USA, 97 min – 1987. Mara sails"
SPOKEN = re.compile(
    r"(?<![\w'’])(?<![,;] )"
    rf"(?P<key>(?:Written|Directed|Produced)(?:\s(?:and|&)\s{MADE})?\sby|Starring)\s(?=[A-Z])"
)
STATES = r"(?:U\.S\.A\.|U\.S\.|U\.K\.|USA|UK)"
COUNTRY_BEHIND = re.compile(rf",?\s+{STATES}[.,]?$")
BEHIND = re.compile(
    rf"[,.]?\s*(?P<country>{STATES})?"
    r"[,.]?\s*(?:(?P<runtime>\d{2,3}\s?min(?:utes)?)\b[,.]?)?"
    r"\s*[–—-]?\s*(?P<year>(?:18|19|20)\d\d)\b[.,]?"
)
FACT = re.compile(r"[^.!?\n]{1,60}?(?=[.!?](?:\s|$)|\s{2,}|$)")
AND_STARRING = re.compile(r",?\s+(?:and\s+)?starring\s+(?=[A-Z])")
MEMBER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?:\s[\w.'’-]+){1,4})\s*\((?P<job>[A-Za-z][\w /&-]{2,40})\)")
CREW = frozenset({"crew", "key crew", "film crew", "production crew"})
FEWEST = 2  # keys of different kinds
LONGEST = 2000  # characters


def fields_inside(line: Line) -> tuple[list[HeaderField], list[tuple[int, int]]]:
    """Return the fields that stand one behind the other in a line, and the original bounds of its prose.

    >>> fields, prose = fields_inside(Line("Old! Cast: Jo Smith Directed by: Ida Holm “Salt” is fine.", 0))
    >>> [field.value for field in fields], prose
    (['Jo Smith', 'Ida Holm'], [(0, 5), (41, 57)])
    """
    found = list(KEY.finditer(line.text[:LONGEST]))
    if _kinds(found) < FEWEST:
        return _spoken_inside(line)
    fields = []
    ends = [*(match.start() for match in found[1:]), len(line.text)]
    for match, end in zip(found, ends, strict=True):
        key = header_key(folded_key(match["key"]))
        pattern = NAMES if key in OF_NAMES else FACT
        value = pattern.match(line.text, match.end(), end)
        is_last = match is found[-1]
        if key is None or value is None or not (is_last or _is_all(line.text[value.end() : end])):
            return [], []
        fields.append(_field(key, match["key"], line, *value.span()))
    return fields, list(_prose(line, found[0].start(), fields[-1].span.end - line.start))


def _kinds(found: list[re.Match[str]]) -> int:
    return len({header_key(folded_key(match["key"])) for match in found})


def _spoken_inside(line: Line) -> tuple[list[HeaderField], list[tuple[int, int]]]:
    """Read "The Salt Road Directed by Ida Holm Starring Lena Park USA, 97 min – 1987. Mara sails home"."""
    found = list(SPOKEN.finditer(line.text[:LONGEST]))
    before = line.text[: found[0].start()].strip() if found else ""
    if _kinds(found) < FEWEST or (before and not is_title_cased(before)):
        return [], []
    fields, end = [], 0
    for match, following in zip(found, [*(m.start() for m in found[1:]), len(line.text)], strict=True):
        key = header_key(folded_key(match["key"]))
        names = NAMES.match(line.text, match.end(), following)
        is_last = match is found[-1]
        if key is None or names is None or not (is_last or _is_all(line.text[names.end() : following])):
            return [], []
        end = names.start() + len(COUNTRY_BEHIND.sub("", names.group()))
        fields.append(_field(key, match["key"], line, names.start(), end))
    if before:
        start = line.text.index(before)
        fields.insert(0, _field(HeaderKey.TITLE, "", line, start, start + len(before)))
    facts = BEHIND.match(line.text, end)
    keys = {"country": HeaderKey.COUNTRY, "runtime": HeaderKey.RUNTIME, "year": HeaderKey.YEAR}
    if facts is None:
        return fields, [(line.start + end, line.end)] if line.text[end:].strip() else []
    fields += [
        _field(keys[name], "", line, *facts.span(name)) for name, value in facts.groupdict().items() if value
    ]
    return fields, [(line.start + facts.end(), line.end)] if line.text[facts.end() :].strip() else []


def _is_all(rest: str) -> bool:
    """Is nothing left of a value but what parts it from the next key?"""
    return not rest.strip(" ,.;|/·•")


def _prose(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield what stands before the keys, if it ends as a sentence does, and what follows them."""
    if line.text[:first].rstrip()[-1:] in {".", "!", "?"}:
        yield line.start, line.start + first
    if line.text[last:].strip():
        yield line.start + last, line.end


def with_stars(field: HeaderField) -> list[HeaderField]:
    """Return of "Ida Holm, and starring Lena Park, Tom Day, the drama …" who directed and who plays."""
    found = AND_STARRING.search(field.value)
    names = NAMES.match(field.value, found.end()) if found else None
    if found is None or names is None or len(field.value) != field.span.end - field.span.start:
        return [field]
    line = Line(field.value, field.span.start)
    made = _field(field.key, field.label, line, 0, found.start())
    return [made, _field(HeaderKey.CAST, "starring", line, names.start(), names.end())]


def crew_fields(found: KeyedLine, line: Line) -> list[HeaderField]:
    """Read "Crew: Ida Holm (Director), Al Ross (Screenplay)", where each has a trade in brackets."""
    if found.key not in CREW:
        return []
    members = MEMBER.finditer(line.text, found.offset)
    known = [(member, header_key(folded_key(member["job"])) or HeaderKey.OTHER) for member in members]
    return [_field(key, member["job"], line, *member.span("name")) for member, key in known]


def _field(key: HeaderKey, label: str, line: Line, start: int, end: int) -> HeaderField:
    """Return the field of what stands there, without what parts it from the next key."""
    return field_at(key, label, line, start, start + len(line.text[start:end].rstrip(" ,.;|")))
