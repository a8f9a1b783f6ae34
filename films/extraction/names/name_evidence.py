"""Is it a person who bears this name? Evidence from every mention, weighed over the whole document.

The model's labels are one witness among several, since it calls one name a person here and a place
there: how the name behaves (subject of "says", owner of a hand, object of "in") counts as well.
"""

from collections.abc import Callable

from films.extraction.names.name_form import NOTHING, PLACE_WORDS, Weight, is_given_name
from films.extraction.names.name_parts import TITLES
from films.extraction.names.proper_names import ProperName
from films.extraction.people import KIN_NOUNS, is_human
from films.extraction.resources import read_classes, read_list
from films.extraction.tags import PLACE_LABELS
from films.extraction.words import QUOTES, Words

PERSON_VERBS = read_list("person_verbs")
PERSON_OBJECT_VERBS = read_list("person_object_verbs")
OWNED_NOUNS = read_list("owned_nouns")
# Of saints and rulers, mostly, where nothing else is said of whom they show.
IMAGES = {"church", "poster"} | frozenset(
    {"statue", "fresco", "icon", "painting", "bust", "relic", "mosaic", "shrine", "feast", "portrait"}
)
PARTS_OF_THING = read_list("parts_of_things")
WORKS = read_list("kinds_of_work")
MAKING = WORKS | read_list("making_verbs")
OWNED_BY_PEOPLE = read_list("nouns_of_the_owner") | {
    "assistance",
    "death",
    "heart",
    "murder",
    "advice",
    "corpse",
}
BONDS = {noun for noun, bond in read_classes("bond_nouns").items() if bond != "enemy-hint"} | {"proposal"}
DONE_BY_PEOPLE = PERSON_OBJECT_VERBS | {"lead", "head"}
OF_PEOPLE = frozenset({"him", "her", "them", "me", "us", "himself", "herself"})
NAMING = frozenset({"name", "call", "nickname", "dub", "christen"})
ENTITLING = frozenset({"title", "entitle", "subtitle", "caption", "inscribe"})
WITH_PEOPLE = frozenset(
    {
        "sleep",
        "live",
        "flirt",
        "dance",
        "elope",
        "argue",
        "quarrel",
        "reunite",
        "reconcile",
        "cohabit",
        "dine",
        "spar",
    }
    | {
        "chat",
        "converse",
        "plead",
        "collude",
        "conspire",
        "lodge",
        "stay",
        "duel",
        "bicker",
        "banter",
        "rendezvous",
    }
)
BOARDING = frozenset({"board", "captain", "pilot", "sail", "moor", "dock", "refuel"})
BECOMING = frozenset({"transform", "turn", "change", "morph"})
THING_LABELS = frozenset({"ORG", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "LANGUAGE", "DATE", "NORP"})
INSIDE = frozenset(
    {"in", "at", "into", "across", "throughout", "near", "outside", "inside", "within", "aboard", "via"}
)
TRAVELLING = frozenset(
    {"travel", "flee", "move", "sail", "fly", "drive", "relocate", "journey", "sentence", "emigrate"}
)
GOING = frozenset({"go", "head", "hike", "race", "retire", "return", "run"})  # and to people with given names
TOWARDS = frozenset({"to", "from", "through", "around", "off", "via", "over"})
FEWEST_INITIALS = 3
KINDS_OF_PLACE = read_list("kinds_of_place")
KINDS_OF_THING = read_list("kinds_of_thing")
KINDS_OF_OTHERS = KINDS_OF_THING | KINDS_OF_PLACE
BEFORE_NOUN = frozenset({"CD", "DT", "HYPH", "IN", "JJ", "NN", "PRP$", "VBN"})  # "one of the old nurses"
LONGEST_BRACKET = 6  # tokens to its first noun
NO_PEOPLE = KINDS_OF_OTHERS | WORKS | {"horse", "pony", "stallion", "mare", "mule", "donkey", "steed"}


def weigh(words: Words, name: ProperName) -> Weight:
    """Return what this one mention says for and against a person.

    "Mara says" speaks for a person, "in Mara" against one.
    """
    total = NOTHING
    for witness in WITNESSES:
        if (said := witness(words, name)) is not NOTHING:
            total = total + said
    return total


def _by_label(words: Words, name: ProperName) -> Weight:
    label = words.entity[name.head]
    if label == "PERSON":
        return Weight(person=1.0)
    if label in PLACE_LABELS:
        return Weight(label=0.8)
    return Weight(label=0.6) if label in THING_LABELS else NOTHING


def _by_role(words: Words, name: ProperName) -> Weight:
    dep, verb = words.dep[name.head], words.lemma[words.head[name.head]]
    if dep == "nsubj":
        return Weight(person=_as_subject(words, name, verb))
    if dep == "attr" and _is_told_of_name(words, name.head):
        return Weight(person=2.0)
    if dep in {"dobj", "conj"} and verb in {"star", "feature", "co-star"}:
        return Weight(other=3.0)
    if dep == "poss":
        return _by_possession(verb)
    if dep in {"compound", "amod", "nmod"} and not is_human(verb):
        return Weight(other=0.8)
    return _as_object(words, name, dep, verb)


def _is_told_of_name(words: Words, token: int) -> bool:
    """ "Her name is Mara." """
    subject = words.child(words.head[token], "nsubj")
    return subject is not None and words.lemma[subject] == "name" and words.child(subject, "poss") is not None


def _as_subject(words: Words, name: ProperName, verb: str) -> float:
    """Whom the text calls a chef is a person, and who meets "her" nearly always is."""
    if _is_called_human(words, name):
        return 2.0
    if verb not in PERSON_VERBS:
        return 0.4
    met = words.child(words.head[name.head], "dobj")
    return 2.0 if met is not None and words.lower[met] in OF_PEOPLE else 1.5


def _as_object(words: Words, name: ProperName, dep: str, verb: str) -> Weight:
    if dep in {"oprd", "dobj", "appos"} and verb in NAMING:
        return Weight(other=3.0) if _names_a_thing(words, words.head[name.head]) else Weight(person=1.0)
    if dep in {"dobj", "nsubjpass"} and verb in BOARDING:
        return Weight(other=2.0)
    if dep in {"dobj", "dative", "nsubjpass"}:
        little = 0.3 if dep == "nsubjpass" else 0.2
        return Weight(person=1.0 if verb in PERSON_OBJECT_VERBS else little)
    is_after_verb = dep in {"advmod", "npadvmod"} and words.head[name.head] == name.start - 1
    if is_after_verb and verb in PERSON_OBJECT_VERBS:
        return Weight(person=1.0)  # "he can marry Dolly", where the parse takes the name for an adverb
    return NOTHING


def _names_a_thing(words: Words, verb: int) -> bool:
    """ "A boat he has christened Mara", "christens the boat Mara"."""
    named = [words.child(verb, "dobj", "nsubjpass"), words.child(verb, "nsubj")]
    if words.dep[verb] == "relcl":
        named.append(words.head[verb])
    return any(at is not None and words.lemma[at] in NO_PEOPLE for at in named)


def _is_called_human(words: Words, name: ProperName) -> bool:
    """ "Mara is a young nurse": what she is said to be is a person."""
    verb = words.head[name.head]
    said = words.child(verb, "attr") if words.lemma[verb] == "be" else None
    return said is not None and (is_human(words.lemma[said]) or words.lower[said + 1 : said + 2] == ["who"])


def _by_possession(owned: str) -> Weight:
    if owned in WORKS:
        return Weight(other=1.5)
    if owned in KIN_NOUNS:
        return Weight(person=2.0)
    return Weight(person=1.5 if owned in OWNED_NOUNS else 0.2)


def _by_preposition(words: Words, name: ProperName) -> Weight:
    if words.dep[name.head] != "pobj":
        return NOTHING
    preposition = words.head[name.head]
    word = words.lower[preposition]
    if word in INSIDE:
        becomes = word == "into" and words.lemma[words.head[preposition]] in BECOMING
        return NOTHING if becomes else Weight(other=1.5)
    if word in TOWARDS and not _is_of_person(words, preposition):
        return _as_goal(words, name, preposition)
    governor = words.lemma[words.head[preposition]]
    if word in {"by", "from"} and governor in MAKING:
        return Weight(other=3.0)
    if word == "of" and governor in KINDS_OF_OTHERS:
        return Weight(other=3.0)
    if word == "of" and governor in IMAGES:
        is_known = "saint" in name.parts.titles or (name.parts.is_full and not name.parts.titles)
        return Weight(other=2.5 if is_known else 0.5)  # "a portrait of Mara Vell", whoever that is
    if word == "of" and governor in PARTS_OF_THING:
        return Weight(other=1.0)
    if word == "against":
        return Weight(person=0.8)
    if _is_of_person(words, preposition):
        return Weight(person=1.0)
    return Weight(person=0.4) if word in {"with", "by", "between", "about"} else NOTHING


def _as_goal(words: Words, name: ProperName, preposition: int) -> Weight:
    """ "travels to Mara", "goes to Mara": where somebody goes, rather than to whom."""
    verb = words.lemma[words.head[preposition]] if words.lower[preposition] == "to" else ""
    if verb in GOING and words.entity[name.head] == "PERSON" and not is_given_name(name.parts):
        return Weight(other=1.2)  # outweighs a label that nothing else bears out
    return Weight(other=1.5 if verb in TRAVELLING else 0.3)


def _is_of_person(words: Words, preposition: int) -> bool:
    """ "the help of Mara", "her wedding to Mara", "led by Mara": what only people give, share and do."""
    word, at = words.lower[preposition], words.head[preposition]
    if word == "of":
        return words.lemma[at] in OWNED_BY_PEOPLE
    if word == "to" and words.lemma[at] in {"engage", "betroth", "propose"}:
        return True
    if word == "with" and words.lemma[at] in WITH_PEOPLE:
        return True
    if word in {"to", "with"}:
        return any(
            words.lemma[i] in BONDS and words.tag[i][0] == "N" for i in (at, preposition - 1) if i >= 0
        )
    return word == "by" and words.tag[at] == "VBN" and words.lemma[at] in DONE_BY_PEOPLE


def _by_noun_before(words: Words, name: ProperName) -> Weight:
    """ "the lawyer Mara Vell", "his sister, Mara", "a woman named Mara", "the ship Mara"."""
    at = name.start - 1
    while at >= 0 and (words.text[at] == "," or words.text[at] in QUOTES):
        at -= 1
    if name.has_article and at > 1 and words.text[at - 1] == ",":
        at -= 2  # "a steamer, the Mara"
    if at < 0 or at < name.start - 5:
        return NOTHING
    word = words.lemma[at]
    if word in NAMING and words.tag[at] in {"VBN", "VBD"} and at > 0:
        before = words.lemma[at - 1]
        if before == "-" and words.lower[max(0, at - 3) : at - 1][-1:] == ["code"]:
            return NOTHING if is_human(words.lemma[max(0, at - 3)]) else Weight(other=3.0)
        if _names_a_class(words, at):
            return Weight(other=4.0)
        return Weight(person=3.0) if is_human(before) else Weight(person=0.3, other=_thing(before))
    if word in ENTITLING and words.tag[at] in {"VBN", "VBD"}:
        return Weight(other=4.0)  # "a painting titled "Hope""
    if words.tag[at] in {"NN", "NNS", "JJ"} or words.starts_sentence[at]:
        comma = words.text[name.start - 1] == ","
        return Weight(
            person=(1.0 if comma else 2.5) if is_human(word) else 0.0, other=0.0 if comma else _thing(word)
        )
    return NOTHING


def _names_a_class(words: Words, verb: int) -> bool:
    """ "All the men are named George": nobody in particular is."""
    subject = words.child(verb, "nsubjpass", "nsubj")
    return subject is not None and words.tag[subject] in {"NNS", "NNPS"}


def _thing(noun: str) -> float:
    return 2.0 if noun in NO_PEOPLE else 0.0


def _by_what_follows(words: Words, name: ProperName) -> Weight:
    """ "Mara, who…", "Mara (Jo Smith)", "Mara, 12,", "Mara, a nurse"."""
    end = name.end + 1 if name.end < len(words) and words.text[name.end] in QUOTES else name.end
    after = words.lower[end : end + 3]
    if after[:1] == ["("] and len(after) > 1 and words.entity[end + 1] == "PERSON":
        return Weight(person=2.0)
    if after[:1] == ["("] and _is_told_in_brackets(words, end + 1):
        return Weight(person=1.5)
    if after and len(after[0]) > 4 and after[0].isspace():
        return Weight(person=2.0)  # an actor in brackets stood here
    if after[:1] in (["who"], ["whose"], ["whom"]) or after[1:2] in (["who"], ["whose"], ["whom"]):
        return Weight(person=2.0)
    if after[:1] == [","] and len(after) > 1 and words.entity[end + 1] in PLACE_LABELS:
        return Weight(other=0.6)
    return NOTHING


def _is_told_in_brackets(words: Words, start: int) -> bool:
    """ "Mara (one of the nurses)", "Mara (a young nurse)": the bracket says that this is a person."""
    for at in range(start, min(start + LONGEST_BRACKET, len(words))):
        if words.tag[at] in {"NN", "NNS"} and words.tag[at + 1 : at + 2] not in (["NN"], ["NNS"]):
            return is_human(words.lemma[at])
        if words.tag[at] not in BEFORE_NOUN:
            return False
    return False


def _by_apposition(words: Words, name: ProperName) -> Weight:
    beside = [c for c in words.children[name.head] if words.dep[c] == "appos"]
    if words.dep[name.head] == "appos":
        at = words.head[name.head]
        while words.dep[at] == "pobj" and not is_human(words.lemma[at]):
            at = words.head[words.head[at]]  # "the owner of the bar, Mara,"
        beside.append(at)
    for i in beside:
        if is_human(words.lemma[i]):
            return Weight(person=1.5)
        if words.lemma[i] in KINDS_OF_OTHERS:
            return Weight(other=2.0)
    return NOTHING


def _by_company(words: Words, name: ProperName) -> Weight:
    """ "two daughters, Mara and Ines": whoever stands in a list of people is one."""
    at = name.head
    while words.dep[at] == "conj" and words.head[at] != at:
        at = words.head[at]
        if is_human(words.lemma[at]) and words.tag[at] in {"NN", "NNS"}:
            return Weight(person=1.0)
        if words.dep[at] == "appos" and words.lemma[words.head[at]] in KIN_NOUNS:
            return Weight(person=3.0)
        if words.entity[at] == "PERSON":
            return Weight(person=0.6)
    joined = [c for c in words.children[name.head] if words.dep[c] == "conj"]
    if any(words.entity[c] == "PERSON" for c in joined):
        return Weight(person=0.6)
    return NOTHING


def _by_address(words: Words, name: ProperName) -> Weight:
    """ "in Harrow, Georgia", "the Museum of Art", "Mara's Diner": part of another name."""
    start, end = name.start, name.end
    before = words.lower[start - 1] if start > 1 else ""
    if before == "," and words.entity[start - 2] in PLACE_LABELS:
        return Weight(other=1.2)
    if before == "of" and words.text[start - 2][0].isupper() and words.lower[start - 2] not in TITLES:
        return Weight(other=1.5)
    if words.lower[end : end + 1] == ["'s"] and _is_place_word(words, end + 1):
        return Weight(other=1.5)
    return NOTHING


def _is_place_word(words: Words, i: int) -> bool:
    return i < len(words) and words.text[i][0].isupper() and words.lower[i] in PLACE_WORDS


def _by_comparison(words: Words, name: ProperName) -> Weight:
    """ "à la Mara Vell", "a Mara Vell film", "(billed as Mara Vell)": somebody outside the story."""
    before = [word for word in words.lower[max(0, name.start - 3) : name.start] if word not in QUOTES]
    if before[-1:] == ["la"] or before[-2:] in (["billed", "as"], ["credited", "as"]):
        return Weight(other=5.0)
    verb = words.lemma[words.head[name.head]]
    return Weight(other=4.5) if verb == "resemble" and words.dep[name.head] == "dobj" else NOTHING


def _by_initials(words: Words, name: ProperName) -> Weight:
    """ "the National Safety Board (NSB)": what an organisation goes by."""
    acronym, start = words.text[name.start], name.start - 1
    is_in_brackets = words.text[start : start + 1] == ["("] and words.text[name.end : name.end + 1] == [")"]
    if not is_in_brackets or not acronym.isupper() or len(acronym) < FEWEST_INITIALS:
        return NOTHING
    before = [word[0] for word in words.text[max(0, start - 2 * len(acronym)) : start] if word[0].isupper()]
    return Weight(other=6.0) if before[-len(acronym) :] == list(acronym) else NOTHING


def _by_shape(words: Words, name: ProperName) -> Weight:
    """An article, capitals throughout, quotation marks round several words: seldom a person."""
    other = 0.0
    if name.has_article and len(name.parts.core) == 1 and not _acts(words, name):
        other += 0.7
    if name.start > 0 and words.text[name.start - 1] in QUOTES and not name.parts.nickname:
        alone = len(name.parts.core) == 1 and not name.has_article
        return Weight(person=0.7, other=other) if alone else Weight(other=other + 0.6)
    return Weight(other=other)


def _acts(words: Words, name: ProperName) -> bool:
    return words.dep[name.head] == "nsubj" and words.lemma[words.head[name.head]] in PERSON_VERBS


WITNESSES: tuple[Callable[[Words, ProperName], Weight], ...] = (
    _by_label,
    _by_role,
    _by_preposition,
    _by_noun_before,
    _by_what_follows,
    _by_apposition,
    _by_company,
    _by_address,
    _by_comparison,
    _by_initials,
    _by_shape,
)
