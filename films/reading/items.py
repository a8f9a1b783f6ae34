"""The lines below a key that belong to its value: listed ones, names on lines of their own."""

from collections.abc import Sequence

from films.reading.cast_lines import is_cast_line, lists_a_role
from films.reading.lines import KeyedLine, Line, header_key, keyed
from films.reading.page_residue import is_residue
from films.reading.values import is_item, is_name
from films.vocabulary import HeaderKey

LONGEST_ITEM = 100  # characters of an item that has no bullet
SHORTEST_SENTENCE = 4  # words; "Sammy Davis Jr." may stand in a list
MOST_ITEMS = 500
OF_ONE_LINE = frozenset({HeaderKey.TITLE, HeaderKey.YEAR, HeaderKey.RUNTIME})
OF_FACTS = frozenset({HeaderKey.YEAR, HeaderKey.RUNTIME, HeaderKey.COUNTRY, HeaderKey.LANGUAGE})


def items_below(lines: Sequence[Line], at: int, found: KeyedLine, key: HeaderKey) -> tuple[list[Line], int]:
    """Return the lines from `at` on that belong to the value, and the index of the line behind them.

    >>> lines = [Line("Cast:", 0), Line("- Lena Park", 6), Line("Mara sails home to Ivo.", 18)]
    >>> items, behind = items_below(lines, 1, keyed(lines[0]), HeaderKey.CAST)
    >>> [item.text for item in items], behind
    (['- Lena Park'], 2)
    """
    items: list[Line] = []
    behind, i = at, at
    while i < len(lines) and len(items) < (1 if key in OF_ONE_LINE else MOST_ITEMS):
        line = lines[i]
        if line.is_blank:
            if not _goes_on(lines, i, found, key, items):
                break
        elif line.is_rule and i == at and not found.value:
            pass  # the line that is drawn under a heading
        elif _breaks_list(items, line) or is_residue(line) or _ends_at(key, line):
            break
        elif (key is HeaderKey.CAST and lists_a_role(line)) or is_item(
            line, listed_only=bool(found.value) and not (key is HeaderKey.CAST and is_name(line))
        ):
            items.append(line)
            behind = i + 1
        else:
            break
        i += 1
    return items, behind


def is_key(line: Line) -> bool:
    """Whether a line is a key and nothing else: below the directors' names stands "Writers"."""
    found = keyed(line)
    return found is not None and not found.value and header_key(found.key) is not None


def _goes_on(lines: Sequence[Line], at: int, found: KeyedLine, key: HeaderKey, items: Sequence[Line]) -> bool:
    """Whether a list goes on below an empty line."""
    if key is HeaderKey.CAST and items and at + 1 < len(lines) and is_cast_line(lines[at + 1]):
        return True
    return not (items and not items[-1].is_listed) and _item_follows(lines, at, found, items)


def _item_follows(lines: Sequence[Line], at: int, found: KeyedLine, items: Sequence[Line]) -> bool:
    """Whether the value of a key goes on below an empty line; a list goes on as a list."""
    if found.value or at + 1 >= len(lines):
        return False
    following = lines[at + 1]
    if _breaks_list(items, following) or (items and not following.is_listed):
        return False
    return is_item(following, listed_only=False) and (
        following.is_listed or len(following.text) <= LONGEST_ITEM
    )


def _breaks_list(items: Sequence[Line], line: Line) -> bool:
    """Whether a line at the margin that ends as a sentence does follows a list: there the prose begins."""
    is_sentence = line.text.rstrip()[-1:] in (".", "!", "?") and len(line.text.split()) > SHORTEST_SENTENCE
    return bool(items) and items[-1].is_listed and not line.is_listed and is_sentence


def _ends_at(key: HeaderKey, line: Line) -> bool:
    """Whether a list ends at a key on a line of its own; a film may be called "Music", a role "Editor"."""
    if key in (HeaderKey.TITLE, HeaderKey.ORIGINAL_TITLE) or not is_key(line):
        return False
    found = keyed(line)
    return key is not HeaderKey.CAST or (found is not None and header_key(found.key) in OF_FACTS)
