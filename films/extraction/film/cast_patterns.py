"""The wordings in which prose says who plays whom."""

import re
from functools import cache

from films.extraction.film.name_shapes import CALLED, NAME, NAME_LIST, NICKNAME, UPPER, WORD
from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list

PLAYED_BY = (
    r"(?:(?:is|was|also|both|later|first|initially)\s+)*"
    r"(?:played|portrayed|voiced|enacted|essayed|performed)\s+(?:here\s+)?by"
)
# "(Jo Smith)", and as encyclopedias have it, "(Jo Smith (actor))".
IN_PARENTHESES = re.compile(r"\(([^()]{2,120}?)(?:\s\((?:[^()]*\s)?act(?:or|ress)\))?\)")
UNBILLED = re.compile(r"\b(?:an\s)?uncredited\s(?=[A-Z])")
# "(the poet Jo Smith)", "(an unrecognisable Jo Smith)", but no "(a friend of Jo Smith)".
NOT_OF_PRAISE = r"(?:of|for|to|from|in|on|by|at|with|named|called|his|her|their|who|whose|alias|and|or)"
PRAISED = rf"(?:(?:the|an?)\s(?:(?!{NOT_OF_PRAISE}\b)[a-z][\w'’-]*\s){{1,4}}(?={NAME})|{CALLED})"
# What a review adds: "(Jo Smith, simply magnificent)", "(Jo Smith - superb!)".
REMARK = (
    r"\s*[,;:]?\s+(?:in|uncredited|voice|as|who|dubbed|singing|an?|the|cameo|also|respectively)\b.*"
    r"|\s*[,;:]\s+(?!(?:his|her|their)\b)[a-z].*|\s+[–—-]\s.*"
)
ACTOR_INSIDE = re.compile(
    rf"\s*(?P<by>{PLAYED_BY}\s|(?:the\s)?voice\s(?:of\s|by\s)?|voice:\s)?{PRAISED}?(?P<names>{NAME_LIST})"
    rf"(?P<note>{REMARK})?\s*",
    re.DOTALL,
)
# No name is "FBI" in "FBI agent Mara", and "World War I" in "a World War I pilot".
PERSON = rf"(?:{'|'.join(sorted(HUMAN_NOUNS))})\b"
WHOLE_NAME = rf"{NAME}(?!\s{PERSON})"
OF_A_KIND = rf"(?:[{UPPER}][\w.]*\s){{1,3}}(?={PERSON})"
PLAYED = re.compile(rf"(?:,\s*|\s)(?:who\s|whose\srole\s)?{PLAYED_BY}\s+{PRAISED}(?P<names>{NAME_LIST})")
PLAYS = re.compile(
    rf"(?P<actor>{NAME})(?:\s*\([^()]*\))?,?\s+(?:who\s+)?(?:also\s+)?"
    r"(?:plays|played|playing(?:\sthe\sroles?\sof)?|portrays|portrayed|portraying|voices|voiced|stars\sas|starred\sas|co-stars\sas|appears\sas|appeared\sas|"
    r"(?:plays|dances|sings|performs|takes)\sthe\s(?:role|part)s?\sof|starring\sas|is\scast\sas|was\scast\sas|takes\sthe\srole\sof|(?:stars\s)?in\sthe\s(?:\w+\s)?(?:roles?|part)\sof|"
    r"repris(?:es|ing|ed)\s(?:his|her|their)\s(?:\w+\s)?roles?\s(?:as|of))\s+"
    rf"(?:(?:[Tt]he\s|{OF_A_KIND})(?:[a-z][\w-]*\s){{1,3}}(?={NAME}))?[\"“]?"
    rf"(?P<role>(?:[Tt]he\s)?(?:title\s\w+,?\s)?{WHOLE_NAME})"
)
# "Other cast members include", "The supporting players are": a list of names follows.
PLAYERS = (
    r"(?:[Oo]ther|[Tt]he|[Ii]ts|[Tt]heir|[Ss]upporting|[Aa]dditional)\s(?:\w+\s){0,2}?"
    r"(?:stars?|co-stars?|leads|players|actors|cast(?:\smembers)?|performers|performances|voices)(?:\s[a-z]+){0,4}?\s"
    r"(?:also\s)?(?:includes?|including|are|were|is|features?)"
)
BY_PLAYERS = (
    r"(?:[Ss]upporting|[Cc]ameo|[Ll]eading|[Mm]ain|[Mm]ajor|[Tt]itle)\s(?:roles?|parts?|performances?|characters?|appearances?)"
    r"(?:\s(?:are|is|were))?(?:\s(?:played|performed|portrayed|done|provided|taken|voiced))?\s(?:by|from|for)"
)
STARRING = re.compile(
    r"(?:\b(?:[Ss]tarring|[Ss]tars|[Ss]tarred|[Cc]o-starring|co-stars|[Ff]eaturing|[Ff]eatures|introduc(?:ing|es|ed)|[Aa]lso\sstarring)"
    r"(?:(?:,|\sand|,\sand)\s(?:co-)?(?:written|directed|produced|edited))*(?:\sby)?|"
    r"\bcast(?:\sthat|\swhich)?,?\s(?:also\s)?(?:include|includes|features|consists\sof|including|led\sby|headed\sby|of|"
    rf"consisting\sof|comprising|featuring)|\b{PLAYERS}|\b{BY_PLAYERS}|\bsupported\sby|\b[Aa]lso\sappearing\s(?:is|are)|"
    r"\b[Aa]mong\sthe\s(?:\w+\s){0,2}cast\s(?:is|are)|\bdirected\sby,?\sand\s(?:co-)?starring)\s+(?:both\s)?"
    rf"(?:the\s(?:voices?|voice\stalents?|talents|likes)\sof\s)?{CALLED}(?={NAME})"
)
OF_A_CAST = re.compile(r"[Ss]tarring|[Ss]upporting\s[rpca]|\bcast\b|\bplayers\b")
OF_NOUN = re.compile(r"(?:also\s)?(?:(?:co-)?starring|featuring|introducing)\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:which|that|who)\s+$")
LISTED_STARS = re.compile(
    r"\s+(?:also\s+)?(?:(?:co-)?star(?:s|red)?\b(?!\s+(?:as\s+[\"“A-Z]|[A-Z]))|"
    r"appear(?:s|ed)?\s+in\s+(?:supporting|cameo|minor|(?:the\s)?lead)|repris(?:e|ed)\s+their\b|"
    r"(?:join|round(?:s|ed)?\sout|complete|head|lead)(?:s|ed)?\sthe\s(?:\w+\s){0,2}cast\b|"
    r"(?:play|portray|have|take|fill)(?:s|ed)?\s(?:supporting\s|the\s(?:[\w-]+\s){0,2}(?:leads?|roles?|parts?|characters?)\b))"
)
PLAYS_SOMEONE = re.compile(
    rf"(?P<actor>{NAME})\s(?:plays|played|portrays|portrayed)\s(?:an?|the|two|his|her|their|both)\s(?P<whom>(?:[\w'’-]+\s?){{1,4}})"
)
# What ends a description: no "the innkeeper, alongside Jo Smith".
NOT_OF_A_DESCRIPTION = (
    r"(?:who|and|with|in|of|whose|that|to|as|by|for|from|at|on|plus|alongside|opposite|together|while|when|where|which|"
    r"features?|featuring|introduc(?:es|ing)|join(?:ed|s)|led|supported|starring|play(?:s|ed|ing))"
)
DESCRIBING = rf"(?!{NOT_OF_A_DESCRIPTION}\b)[a-z][\w'’-]*"
OWNER = rf"(?:(?:the|an?|his|her|their)\s|{WORD}['’]s?\s|{OF_A_KIND})"
# "the innkeeper ", "Mara's brother ", "her daughter, ": what may stand before the name of a role.
DESCRIBED = rf"(?:{OWNER}(?:{DESCRIBING},?\s){{1,4}}(?:named\s|called\s)?(?={NAME}(?!\s+as\s(?!well\b))))?"
UNAPPOSED = rf"(?:{OWNER}(?:{DESCRIBING},?\s){{0,3}}{DESCRIBING}\s(?:named\s|called\s)?(?={NAME}))?"
JOINT = r"and|&|with|along\swith|alongside|as\swell\sas|together\swith|in\saddition\sto|opposite|plus|while"
BEFORE_ANOTHER = r"and|along\swith|alongside|as\swell\sas|together\swith|opposite|plus|while"


# The longest patterns take a tenth of a second each to compile: that is left to texts that list a cast.
@cache
def item_of_list(described: str = DESCRIBED) -> re.Pattern[str]:
    """Return the pattern of one item of "Jo Smith as Mara, Al Brown and Kim Orr as the twins."."""
    return re.compile(
        rf"{CALLED}(?P<names>{NAME}(?:\sthe(?:\s[{UPPER}][\w-]+){{1,3}})?)"
        rf"(?:\s+as\s+{described}(?P<role>(?:the\s+)?(?:{WHOLE_NAME}(?:\s*/\s*{NAME})?)|[a-z][^,;.]*?(?=\s*(?:,|;|\.|\b(?:{BEFORE_ANOTHER})\s{NAME}))))?"
        rf"(?!['’]s?\s)(?:(?P<gap>[^,;.]{{0,60}}?)(?P<joint>\s*(?:,\s*(?:{JOINT})\s|,|;|\s(?:{JOINT})\s)"
        r"\s*(?:(?:introducing|featuring|also)\s|the\svoices?\sof\s)?|\s*\.|\s*$))?"
    )


@cache
def embodying() -> re.Pattern[str]:
    """Return what reviews and posts have: "Jo Smith is Mara, who runs an inn", "with Jo Smith as Mara"."""
    return re.compile(
        rf"(?P<actor>{NAME})\sis\s(?P<role>{NAME})(?=,\s(?:an?|the|who|whose)\b)"
        rf"|\b(?:[Ww]ith|[Aa]nd)\s{CALLED}(?P<player>{NAME})\sas\s{DESCRIBED}(?P<part>{WHOLE_NAME})"
    )


# "as the title character, Jo Smith, Al Brown and …": the list goes on, with someone else.
LIST_AFTER_ROLE = re.compile(
    rf"\s+as\sthe\s(?:title|titular|eponymous|main|lead)\s\w+,\s(?:{NAME})\s*(?:,\s*(?:(?:{JOINT})\s)?|\s(?:{JOINT})\s){NAME}"
)
# "Jo Smith stars as Mara, with Al Brown as Tom": the list goes on.
FURTHER = re.compile(
    rf"[^,;.()]{{0,60}}?(?:,\s(?:with\s|and\s|while\s)?|\s(?:with|and|alongside)\s)(?={NAME}\s+as\s)"
)
POSSESSIVE = re.compile(r"['’]s?$")
NAMES_BEFORE = re.compile(rf"{NAME_LIST}$")
# A role in quotation marks with an epithet: '"Mara Vell, the Woman No Man Forgets" (Jo Smith)'.
QUOTED_ROLE = re.compile(rf"[\"“](?P<role>{NAME}),\s[^\"”]{{2,60}}[\"”]$")
EPITHET = rf"(?:\sthe\s(?:{'|'.join(word.capitalize() for word in sorted(read_list('epithets')))}))?"
NAME_BEFORE = re.compile(rf"(?:(?:{NAME}\s*/\s*)?{NAME}{EPITHET}|{NICKNAME})$")
NO_STAGE_NAMES = ("nationalities", "not_name_start", "given_names_female", "given_names_male")
# "Vell", but no "Vell 3000" and no "Olympic champion".
AFTER_STAGE_NAME = re.compile(r"\s*(?:[,.;)]|$|(?:and|with|in|as|who|alongside|opposite|for)\b)")
PARTS = frozenset({"role", "roles", "part", "parts", "lead", "leads", "character", "characters"})
