"""The role before an actor's name in brackets: "Mara Vell (Jo Smith)", "the old cook (Al Brown)"."""

from spacy.tokens import Token

from films.extraction.film.about_film import token_at
from films.extraction.film.cast_patterns import NAME_BEFORE, POSSESSIVE, QUOTED_ROLE
from films.extraction.film.name_shapes import without_start_word
from films.extraction.parsed import Parsed
from films.extraction.people import is_human
from films.extraction.resources import read_list

TITLES = read_list("title_words") | read_list("title_words_female") | read_list("title_words_male")
LONGEST_NAME = 90
OF_WHAT = frozenset({"of", "in", "at", "from"})

Role = tuple[str, int]  # as written, and its clean offset


def _without_trade(name: str) -> str:
    """Drop a trade in front of a name that begins a sentence: "Pilot Mara Vell", "Well-dressed Tom".

    What somebody is like, "Gloomy Tom", and where a rank is held, "Police Sergeant Vell", are no part either.
    """
    first, _, rest = name.partition(" ")
    lower = first.casefold()
    is_trade = lower in read_list("human_nouns") or lower.removesuffix("s") in read_list("human_nouns")
    is_described = "-" in first and first.split("-")[-1].islower()
    is_described = is_described or lower in read_list("adjectives_of_people")
    is_force = lower in read_list("group_nouns") and rest.partition(" ")[0].casefold() in TITLES
    return rest if rest and lower not in TITLES and (is_trade or is_described or is_force) else name


def role_before(parsed: Parsed, end: int) -> Role | None:
    """Return the whole name, or else the description, that ends before clean offset `end`, and its start."""
    window = parsed.prose.text[max(0, end - LONGEST_NAME) : end].rstrip(" ,\u00a0")
    offset = max(0, end - LONGEST_NAME)
    window = POSSESSIVE.sub("", window)  # "at Mara Vell's (Jo Smith) nightclub"
    if quoted := QUOTED_ROLE.search(window):
        return quoted["role"], offset + quoted.start("role")
    if name := NAME_BEFORE.search(window):
        role = _without_trade(without_start_word(name.group()))
        if role.casefold() not in read_list("not_name_start"):
            return role, offset + name.end() - len(role)
    token = parsed.doc[token_at(parsed, offset + len(window) - 1)] if window and len(parsed.doc) else None
    return _description(token) if token is not None and token.pos_ in {"NOUN", "PROPN", "ADJ"} else None


def _description(token: Token) -> Role:
    """Return the noun phrase that ends with this token: "the young doctor"."""
    first = token
    while first.i > token.sent.start and first.nbor(-1).pos_ in {"ADJ", "NOUN", "DET", "PROPN", "NUM"}:
        first = first.nbor(-1)
        if first.pos_ == "DET":
            break
    is_of = first.i > token.sent.start + 1 and first.nbor(-1).lower_ in OF_WHAT
    if is_of and not is_human(token.lemma_) and is_human(first.nbor(-2).lemma_):
        return _description(first.nbor(-2))  # "the owner of the old mill (Jo Smith)"
    return token.doc[first.i : token.i + 1].text, first.idx
