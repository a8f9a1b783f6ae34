"""Names beside nouns: "his sister Mara", "Mara, a nurse,", "a man named Tom", "two sons, Tom and Max"."""

from films.extraction.coreference.behind_names import BESIDE, LONGEST_PHRASE, described_before
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import CLASSES
from films.extraction.coreference.nominals import NUMBERS, Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.revealing import LONGEST_NAME, name_at, name_revealed, owns
from films.extraction.people import is_human, noun_gender
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, SUBJECTS
from films.extraction.words import LINKING, QUOTES, Words

NAMING = frozenset({"name", "call", "nickname", "dub", "know", "christen", "identify"})
SETTING_OFF = frozenset({",", "–", "—"})
CLOSING = frozenset({",", ".", "(", ")", ";", ":", "–", "—", "!"})
OF_OTHERS = frozenset({"law", "'s", "’s"})  # "from her brother-in-law, Tom"
LONGEST_TRADE = 3  # tokens between a comma and the name
LONGEST_FRONTED = 12  # tokens between a noun and the comma behind which its clause begins


def named_beside(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return whom the name beside a noun says it describes, or nobody."""
    paired = _of_a_pair(reading, nominal.head)
    if paired is not None:
        return (paired,)
    after = name_after(reading, nominal)
    if after is not None:
        if nominal.is_plural:
            return tuple(entity for c in reading.conjuncts(after) for entity in _who_there(reading, c))
        return reading.who(after)[:1]
    return described_before(reading, nominal)


def _who_there(reading: Reading, i: int) -> tuple[Entity, ...]:
    """ "Her parents are Tom and his wife, Mara": the wife, too, before she has been read."""
    name = name_after(reading, reading.nominals[i]) if i in reading.nominals else None
    return reading.who(i) if name is None or i in reading.heads else reading.who(name)[:1]


def name_after(reading: Reading, nominal: Nominal) -> int | None:
    """Return the head of the name that the noun announces."""
    i = nominal.head
    for find in (
        _next_name,
        _appositive,
        _name_after_comma,
        _name_given,
        name_revealed,
        _name_behind_phrase,
        _name_of_fronted,
    ):
        found = find(reading, i)
        if found is not None:
            return found
    return None


def _next_name(reading: Reading, i: int) -> int | None:
    """ "prospectors Tom Vell and Max Orr": a name that follows the noun at once."""
    if reading.words.dep[i] == "appos" and reading.who(reading.words.head[i]):
        return None
    start = reading.nominals[i].end if i in reading.nominals else i + 1  # behind "brother-in-law"
    owning = _owning_next(reading, i)
    if owning is not None:
        return owning
    if _describes_by_act(reading, i, start):
        return None
    if is_of_number(reading, i):
        return name_at(reading, {i + 3})
    if start < len(reading.words) and reading.words.text[start] in QUOTES:
        start += 1
    return name_at(reading, {i + 1, start})


def _owning_next(reading: Reading, i: int) -> int | None:
    """ "despite his boss Tom's objections": who is described owns what follows."""
    nominal, end = reading.nominals[i], min(i + 1 + LONGEST_NAME, len(reading.words))
    head = next((at for at in range(i + 1, end) if at in reading.named), None)
    if nominal.owner is None or nominal.is_plural or head is None or reading.named[head][0].start != i + 1:
        return None
    return head if owns(reading, head) else None


def _describes_by_act(reading: Reading, i: int, start: int) -> bool:
    """Is the name behind the noun of somebody else, as in "the woman Tom killed"?"""
    words = reading.words
    if words.head[i] == i or words.child(i, "det") is None:
        return False
    clauses = [c for c in words.children[i] if words.dep[c] == "relcl"]
    subjects = [s for c in clauses if (s := words.child(c, "nsubj")) is not None]
    return any(s in reading.named and reading.named[s][0].start == start for s in subjects)


def is_of_number(reading: Reading, i: int) -> bool:
    """ "Mother of two Mara Vell": the number is of nobody who is named."""
    lower = reading.words.lower
    return lower[i + 1 : i + 2] == ["of"] and not NUMBERS.keys().isdisjoint(lower[i + 2 : i + 3])


def _appositive(reading: Reading, i: int) -> int | None:
    words, end = reading.words, reading.nominals[i].end if i in reading.nominals else i + 1
    hanging = (c for at in range(i, end) for c in words.children[at])  # on "law" of "his brother-in-law"
    beside = (c for c in hanging if words.dep[c] == "appos" and c in reading.named)
    found = next((c for c in beside if not owns(reading, c) and not _is_of_outer(reading, i, c)), None)
    return None if found is None or _is_of_second(reading, i, found) else found


def _is_of_second(reading: Reading, i: int, name: int) -> bool:
    """In "her mother and her maid, Mara," the name is the maid's."""
    words, comma = reading.words, reading.named[name][0].start - 1
    if words.text[comma] != "," or i not in reading.nominals or reading.nominals[i].is_plural:
        return False
    joined = (
        reading.nominals[at] for at in reading.conjuncts(i) if i < at < comma and at in reading.nominals
    )
    return any(n.end == comma and n.owner is not None and not n.is_plural for n in joined)


def _is_of_outer(reading: Reading, i: int, name: int) -> bool:
    """In "the wife of an envoy, Mara," the name is hers, in "a girl who loves a man from Rome, Tom," his."""
    words = reading.words
    between = (at for at in range(i + 1, name) if at in reading.nominals)
    if any(_name_behind_phrase(reading, at) == name for at in between):
        return True
    outer = words.head[words.head[i]]
    is_inside = words.dep[i] == "pobj" and outer in reading.nominals and outer < i
    return is_inside and _name_behind_phrase(reading, outer) == name


def name_set_off(reading: Reading, nominal: Nominal) -> int | None:
    """Return the name of one of many: "one of her lovers in Rome, Tom Vell, arrives"."""
    i, end = nominal.start, nominal.end
    found = _appositive(reading, i)
    if found is not None or reading.words.text[end : end + 1] != [","]:
        return _name_behind_phrase(reading, nominal.head, nominal) if found is None else found
    head = name_at(reading, {end + 1})
    close = reading.named[head][0].end if head is not None else end
    is_closed = head is not None and close < len(reading.words) and _closes(reading.words, close)
    follows = reading.words.lower[close + 1 : close + 2]
    return head if is_closed and follows not in (["and"], ["or"]) else None


def _name_after_comma(reading: Reading, i: int) -> int | None:
    """ "his young son, Tom (Jo Smith) arrives": the name that a comma and a bracket set off."""
    words = reading.words
    are_kin = words.tag[i] == "NNS" and words.lemma[i] in CLASSES  # "his wife and children, Tom and Max"
    is_last = words.lower[reading.nominals[i].start - 1] in LINKING  # "a nurse, and her maid, Mara Vell."
    behind = reading.nominals[i].end
    if words.text[behind : behind + 1] != [","] or (words.dep[i] == "conj" and not are_kin and not is_last):
        return None
    head = name_at(reading, {behind + 1, _past_trade(reading, behind + 1)})
    end = reading.named[head][0].end if head is not None else len(words)
    if head is None or end >= len(words) or _is_of_outer(reading, i, head):
        return None
    if words.dep[head] == "dep" and words.text[end] == ".":  # "from her brother-in-law, Tom."
        return head
    if _shares_verb(words, i, head) or (is_last and words.tag[i] == "NN" and words.text[end] == "."):
        return head
    if words.tag[i] != "NN":
        return head if words.text[end] == "and" else None
    return head if words.text[end] in {"(", ","} or words.text[end].isspace() else None  # an actor blanked


def _past_trade(reading: Reading, start: int) -> int:
    """Return where the name begins in "Police Captain Tom Vell" or "college student Mara"."""
    words, at = reading.words, start
    while at < min(start + LONGEST_TRADE, len(words)) and words.dep[at] in {"compound", "amod"}:
        if words.tag[at] not in {"NN", "JJ", "NNP"} or _is_named(reading, at):
            break
        at += 1
    return at


def _is_named(reading: Reading, at: int) -> bool:
    heads = range(at, min(at + LONGEST_NAME, len(reading.words)))
    return any(h in reading.named and reading.named[h][0].start == at for h in heads)


def _shares_verb(words: Words, i: int, name: int) -> bool:
    """ "Mara's uncle, Tom Vell is late": a verb has one subject, so that both nouns are."""
    are_subjects = words.dep[i] in SUBJECTS and words.dep[name] in SUBJECTS
    is_list = words.child(name, "cc") is not None  # "Mara's uncle, Tom and a nurse are late"
    return are_subjects and words.head[i] == words.head[name] and words.tag[i] == "NN" and not is_list


def _name_behind_phrase(reading: Reading, i: int, told: Nominal | None = None) -> int | None:
    """ "a man from Rome, Tom Vell,", "the wife of an envoy, Mara": what stands between tells of the man."""
    words, nominal = reading.words, told or reading.nominals[i]
    is_bare = nominal.determiner == "" and nominal.owner is None and words.dep[i] != "conj"
    if nominal.is_plural or is_bare:
        return None
    has_phrase = words.tag[i + 1 : i + 2] == ["IN"] or nominal.end > i + 1  # "a brother-in-law, Tom Vell"
    if not has_phrase or _stands_beside_name(words, nominal.start):
        return None
    behind = range(i + 2, min(i + LONGEST_PHRASE, len(words)))
    comma = next((at for at in behind if _ends_phrase(words, at)), None)
    if comma is None or words.text[comma] not in SETTING_OFF:
        return None
    head = name_at(reading, {comma + 1})
    if head is None or words.child(head, "conj", "cc") is not None:
        return None
    is_in_phrase = words.dep[head] == "pobj" and i < words.head[head] < comma  # "a maid of Ana's, Mara"
    if words.dep[head] not in BESIDE and not is_in_phrase:
        return None
    end = reading.named[head][0].end
    is_closed = end >= len(words) or _closes(words, end) or words.tag[end][0] == "V"
    return head if is_closed and _suits(reading, i, comma, head) else None


def _name_of_fronted(reading: Reading, i: int) -> int | None:
    """ "A young drunk living in a village, Tom saves Mara": the subject is who was described before it."""
    words, nominal = reading.words, reading.nominals[i]
    if not words.starts_sentence[nominal.start] or not nominal.is_indefinite or nominal.is_plural:
        return None
    behind = range(nominal.end, min(nominal.end + LONGEST_FRONTED, len(words)))
    comma = next((at for at in behind if words.text[at] == "," or _ends_fronted(words, at)), None)
    if comma is None or words.text[comma] != ",":
        return None
    head = name_at(reading, {comma + 1})
    if head is None or words.dep[head] not in SUBJECTS or words.child(head, "conj") is not None:
        return None
    is_followed = words.tag[reading.named[head][0].end : reading.named[head][0].end + 1] != [","]
    gender, entity = noun_gender(nominal.noun), reading.named[head][1].final()
    return head if is_followed and (gender is None or entity.accepts(gender)) else None


def _ends_fronted(words: Words, at: int) -> bool:
    return words.tag[at] in FINITE_TAGS or words.text[at] in CLOSING or words.starts_sentence[at]


def _closes(words: Words, at: int) -> bool:
    """Is this a mark that ends a phrase, or the blank of an actor in brackets?"""
    return words.text[at] in CLOSING or words.text[at].isspace()


def _stands_beside_name(words: Words, start: int) -> bool:
    """ "Tom, a man from Rome, Mara": he is told of already."""
    return start > 1 and words.text[start - 1] in {",", "–", "—"} and words.tag[start - 2] in NAME_TAGS


def _ends_phrase(words: Words, at: int) -> bool:
    return words.text[at] in SETTING_OFF | CLOSING or words.tag[at][0] in "VW" or words.starts_sentence[at]


def _suits(reading: Reading, i: int, comma: int, name: int) -> bool:
    """Is it the name of the one described, and not of the count, as in "the wife of a count, Tom"?"""
    words = reading.words
    within = [reading.nominals[at] for at in range(i + 1, comma) if at in reading.nominals]
    inside = [nominal for nominal in within if not nominal.is_plural]  # the name is no family's
    gender, entity = noun_gender(reading.nominals[i].noun), reading.named[name][1].final()
    if gender is not None and not entity.accepts(gender):
        return False
    if not inside:
        phrase = [at for at in range(i + 1, comma) if at not in reading.nominals]
        ends = {comma, *(n.head for n in within)}  # "a maid of Ana's, Mara", "a friend of Ana's family, Tom"
        tells_of_others = any(
            is_human(words.lemma[at]) or (words.lower[at] in OF_OTHERS and at + 1 not in ends)
            for at in phrase
        )
        return not entity.is_plural and not tells_of_others
    group = entity.group
    given = group.given_gender if group is not None else None
    return gender is not None and given is gender and all(noun_gender(n.noun) is not gender for n in inside)


def _name_given(reading: Reading, i: int) -> int | None:
    """ "a man named Tom": the name that the participle gives."""
    words = reading.words
    if words.lower[i + 1 : i + 2] in (["named"], ["called"]):
        start = i + 2
        while start + 1 < len(words) and (words.text[start] in QUOTES or words.text[start] == ","):
            start += 1  # `named, "Mara"`
        return name_at(reading, {i + 2, start})
    for c in words.children[i]:
        if words.dep[c] in {"acl", "relcl"} and words.lemma[c] in NAMING:
            names = [n for n in words.children[c] if n in reading.named and _is_name_of_object(words, n, c)]
            names += [
                n
                for p in words.children[c]
                if words.dep[p] == "prep" and words.lower[p] == "as"
                for n in words.children[p]
                if n in reading.named
            ]
            return next(iter(names), None)
    return None


def _is_name_of_object(words: Words, name: int, verb: int) -> bool:
    """ "a man whom they call Tom", but not "a man whom Tom named", "who calls Tom", "who knew Tom"."""
    if words.dep[name] in SUBJECTS or words.lemma[verb] == "know":
        return False
    if words.dep[name] == "oprd" or words.dep[verb] == "acl" or words.child(verb, "auxpass") is not None:
        return True
    subject = words.child(verb, *SUBJECTS)
    return subject is not None and words.tag[subject] not in {"WP", "WDT"}


def _of_a_pair(reading: Reading, i: int) -> Entity | None:
    """ "husband and wife Tom and Mara": the nouns go with the names in order."""
    words = reading.words
    first = i if words.lower[i + 1 : i + 2] == ["and"] else i - 2
    if first < 0 or words.lower[first + 1 : first + 2] != ["and"]:
        return None
    if not all(n in reading.nominals and not reading.nominals[n].is_plural for n in (first, first + 2)):
        return None
    head = name_at(reading, {first + 3})
    if head is None or words.lower[reading.named[head][0].end : reading.named[head][0].end + 1] != ["and"]:
        return None
    other = name_at(reading, {reading.named[head][0].end + 1})
    chosen = head if i == first else other
    return reading.named[chosen][1].final() if chosen is not None else None
