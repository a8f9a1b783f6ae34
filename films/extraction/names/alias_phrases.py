"""Phrases that say two names are one person's: "also known as", "whose real name is", "Mara / The Moth"."""

import re
from collections import Counter
from collections.abc import Sequence

from films.extraction.given_names import GIVEN
from films.extraction.names.name_parts import NameParts, gender_of_name
from films.extraction.names.proper_names import ProperName
from films.extraction.people import is_human
from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words

NOBLE = read_list("noble_titles")
LONGEST_BRIDGE = 12  # tokens that a phrase may have
NOMINAL = r"""
      \b(?:also|better|otherwise|formerly|locally|now)\ known\ (?:as|by)
    | ,\ (?:in\ (?:reality|truth)|actually|secretly)(?=\ the$)
    | \bknown\ (?:(?:only|simply|just|mostly|mainly|widely|popularly|professionally|affectionately)\ )?
      (?:as|to\ (?:\w+\ ){1,5}as|by\ the\ \w*\ ?name) | \bas\ the\ (?:real|true)
    | \b(?:originally|formerly|now|also|better)\ (?:named|called)
    | \ba\ ?\.?\ ?k\ ?\.?\ ?a\b\ ?\.? | \balias\b | \bnicknamed\b | \bn[ée]e\b
    | \b(?:re-?named|dubbed|christened|codenamed)\b
    | \b(?:real|true|birth|full|given|maiden)\ name\ (?:is|was|being)\b
    | (?:'s|’s)\ (?:alter[ -](?:-\ )?ego|secret\ identity|stage\ name|code\ ?name|nickname)(?:\ (?:is|was|,))?
"""
VERBAL = r"""
      \bcall(?:s|ed|ing)?\ (?:him|her|it)self | \b(?:renames?|dubs|christens)\ (?:him|her|it)self
    | \b(?:under|by|in|using|with|(?:takes?|took|taking)(?:\ on)?|adopt(?:s|ed|ing)?|assum(?:es|ed|ing)
      |use[sd]|creat(?:es|ed|ing)|invent(?:s|ed|ing)?)
      \ (?:the|his|her|an?)\ (?:\w+\ )?
      (?:name|alias|pseudonym|nickname|identity|moniker|guise|persona)(?:\ of|\ ,)?
    | \b(?:his|her)\ (?:\w+\ )?alter[ -](?:-\ )?ego(?:\ of|\ as)?(?:\ ,)?(?:\ [\w-]+){0,2}
    | (?P<own>\b(?:his|her)\ (?:real|true|birth|full|given|maiden)\ name\ (?:,|is|was|being))
    | (?P<shown>\b(?:reveal(?:s|ed|ing)?|unmask(?:s|ed|ing)?|expos(?:es|ed|ing))\ (?:him|her)\ (?:as|to\ be))
    | (?P<called>\b(?:call|name|nickname|dub|christen|rename)(?:s|ed|ing)?\ (?:him|her))
    | \b(?:goes|going|went)\ by(?:\ the\ (?:nick)?name(?:\ of)?)?
    | \bchang(?:es|ed|ing)\ (?:his|her)\ name\ to
    | (?P<guise>\bdisguis(?:es|ed|ing)\ (?:him|her)self\ as
      | \b(?:becomes?|became|becoming)(?=\ the$) | ,\ as(?=\ ["“‘]$))
    | \b(?:is|was|be|being|he's|she's)
      \ (?:really|actually|in\ (?:fact|reality|truth)|secretly|none\ other\ than|truly|indeed|the\ real)
    | \b(?:turns?|turned)\ out\ to\ be | \b(?:admits?|admitted|confess(?:es|ed)?)\ to\ being
    | \breveal(?:s|ed|ing)?\ (?:him|her|it)self\ (?:as|to\ be) | \b(?:is|was)\ revealed\ (?:as|to\ be)
    | \b(?:transforms?|turns?|changes?|morphs?|transformed|turned)\ (?:back\ )?into
    | \b(?P<posed>(?:pos(?:e|es|ed|ing)|masquerad(?:e|es|ed|ing))\ as(?:\ an?(?:\ [\w-]+){1,3}\ ,)?)
    | \bas\ (?:the|an?)\ (?:\w+\ ){0,2}(?=["“‘]$)
"""
# A phrase begins where a word does: nothing is looked for within words.
SAME = re.compile(
    rf"""(?: (?<!\w) | (?=[,'’]) ) (?: (?P<nominal>{NOMINAL}) | (?P<verbal>{VERBAL}) )
    (?:\ (?:simply|just|only|the))?(?:\ ?["'“‘])?(?:\ (?:the|le|la|el|il|der|die|das|den|o))?$""",
    re.VERBOSE | re.IGNORECASE,
)
ASIDE = frozenset({"–", "—", "-", "("})
OBJECTS = frozenset({"him", "her"})
OWNERS = frozenset({"his", "her"})
PRONOUNS = frozenset({"himself", "herself", "itself"})
BREAKS = frozenset({".", "!", "?", ";"})


def find_aliases(words: Words, names: Sequence[ProperName]) -> list[tuple[int, ProperName]]:
    """Return names that are told to be another's, each with the token of the one who bears it too.

    "Mara Vell, also known as the Moth," gives the token "Vell" and "Moth".
    """
    found: list[tuple[int, ProperName]] = []
    count = Counter(name.parts.core for name in names)
    first = {name.parts.core: name.start for name in reversed(names)}
    ends = {name.end: name for name in names}
    for name in names:
        bridge = _bridge(words, name)
        if bridge and words.text[bridge[-1]] == "/":
            before = ends.get(bridge[-1])
            bearer = before.head if before is not None and _genders_agree(before.parts, name.parts) else None
        elif (named := _named_before_office(words, name, ends) or _nicknamed(words, name, ends)) is not None:
            bearer = named.head
        else:
            is_owner = words.dep[name.head] == "poss"  # "turns out to be Mara's brother"
            phrase = None if is_owner else SAME.search(_phrase(words, bridge, name))
            if phrase and _is_somebody_else(phrase, name, count[name.parts.core], first[name.parts.core]):
                phrase = None
            bearer = _bearer(words, name, bridge, ends, phrase) if phrase else None
        if bearer is None and found and _is_alternative(words, name, found[-1][1]):
            bearer = found[-1][0]
        if bearer is not None:
            found.append((bearer, name))
    return found


def _is_somebody_else(phrase: re.Match[str], name: ProperName, count: int, first: int) -> bool:
    """ "poses as Mara", who is also there in person; "grabs Mara and calls her Mara"."""
    if phrase["posed"]:
        return count > 1
    if phrase["guise"] and phrase["guise"].startswith("becom"):
        return first < name.start or count == 1
    return bool(phrase["called"] or phrase["guise"]) and first < name.start


def _nicknamed(words: Words, name: ProperName, ends: dict[int, ProperName]) -> ProperName | None:
    """Return "Mara" of `Mara ("Moth")` and of `Mara "Moth"`."""
    before, after = name.start - 1, name.end
    if before < 1 or words.text[before] not in QUOTES or words.text[after : after + 1] == []:
        return None
    if words.text[after] not in QUOTES:
        return None
    is_aside = words.text[before - 1] == "(" and words.text[after + 1 : after + 2] == [")"]
    bearer = ends.get(before - 1 if is_aside else before)
    if bearer is None or is_aside:
        return bearer
    is_persons = words.entity[bearer.head] == "PERSON" or bearer.parts.first in GIVEN  # and no "Hotel"
    return bearer if is_persons and not bearer.parts.is_full else None


def _is_alternative(words: Words, name: ProperName, other: ProperName) -> bool:
    """Is this "Moth" of `known as Mrs. Vell or "Moth"`, whose other alternative is a name of somebody?"""
    between = [word for word in words.lower[other.end : name.start] if word not in QUOTES]
    return between == ["or"]


def _genders_agree(one: NameParts, other: NameParts) -> bool:
    return len({gender_of_name(one), gender_of_name(other)} - {None}) < 2


def _phrase(words: Words, bridge: range, name: ProperName) -> str:
    """Return the words before a name, with the quotation mark that opens it."""
    mark = ' "' if bridge and bridge[-1] + 1 < name.start else ""
    return " ".join(words.lower[i] for i in bridge) + mark


def _named_before_office(words: Words, name: ProperName, ends: dict[int, ProperName]) -> ProperName | None:
    """Return "Mara" of "Mara, Queen of the Isles" and of "Mara, the Duchess of Vell"."""
    first = words.lower[name.start]
    if first not in NOBLE or words.lower[name.start + 1 : name.start + 2] != ["of"]:
        return None
    comma = name.start - (2 if name.has_article else 1)
    if comma > 1 and words.text[comma] == "," and words.text[comma - 1].isspace():
        return ends.get(comma - 1)  # "Mara (Jo Smith), Queen of the Isles"
    return ends.get(comma) if comma > 0 and words.text[comma] == "," else None


def speaks_of_person(words: Words, token: int) -> bool:
    """Is it a person to whom a name is given, and not "an island known as Mara"?"""
    return words.tag[token] not in {"NN", "NNS"} or is_human(words.lemma[token])


def _bridge(words: Words, name: ProperName) -> range:
    """Return the tokens before a name, back to a break."""
    end = name.start
    while end > 0 and words.text[end - 1] in QUOTES:
        end -= 1
    start = end
    while start > max(0, end - LONGEST_BRIDGE) and not _is_break(words, start - 1):
        start -= 1
    return range(start, end)


def _is_break(words: Words, i: int) -> bool:
    return words.text[i] in BREAKS and not (i > 0 and words.lower[i - 1].startswith("a.k"))


def _bearer(
    words: Words, name: ProperName, bridge: range, ends: dict[int, ProperName], phrase: re.Match[str]
) -> int | None:
    """Return whom the phrase is about: "herself", the name just before, what it hangs on, its subject."""
    if phrase["guise"] and phrase["guise"].startswith(","):  # `Mara, as "Lady Vell",`, `and, as "Lady Vell",`
        comma = bridge[-1] - 1
        if comma in ends or words.lower[comma - 1] != "and":
            return ends[comma].head if comma in ends else None
    is_verbal = bool(phrase["verbal"])
    pronouns = OBJECTS if phrase["called"] or phrase["shown"] else OWNERS if phrase["own"] else PRONOUNS
    pronoun = next((i for i in reversed(bridge[-4:]) if words.lower[i] in pronouns), None)
    if phrase["own"] and not any(i in ends for i in bridge):
        return None  # "She tells him her real name, Mara": whose that is, is a guess
    if pronoun is not None:
        aside = next((ends[i] for i in bridge if i in ends and words.text[i] in ASIDE), None)
        return pronoun if aside is None else aside.head  # "Mara – everyone calls her "Moth" – leaves"
    start = bridge[-1] + 1 - len(phrase.group().split())  # "Mara, known to Tom as the Moth"
    near = next((ends[at] for at in range(start, max(0, start - 6), -1) if at in ends), None)
    if (
        near is not None
        and not is_verbal
        and (not name.parts.titles or _genders_agree(near.parts, name.parts))
    ):
        is_owner = near.end < start and words.tag[near.end] == "POS"  # "Mara's son, known as Tom Vell"
        return words.head[near.head] if is_owner else near.head
    clause = words.clause(name.head)
    own = words.child(clause, "nsubj") if is_verbal else None
    if own is not None and words.tag[own] not in {"WP", "WDT"}:
        return own
    if words.dep[clause] in {"acl", "relcl"}:
        return _out_of_phrase(words, words.head[clause])
    subject = words.subject(clause)
    return subject if subject is not None or near is None else near.head


def _out_of_phrase(words: Words, token: int) -> int:
    """Return the noun that a phrase describes: "a cook in his thirties known as Bram" is of the cook."""
    while words.dep[token] == "pobj" and not speaks_of_person(words, token):
        token = words.head[words.head[token]]
    return token
