"""Who has died in the story so far: the dead are not among "they"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, SUBJECTS
from films.extraction.words import Words

DYING = frozenset({"die", "perish"})
KILLING = read_list("verbs_of_killing")
BEFORE_DEATH = read_list("verbs_before_death")
REMAINS = frozenset({"death", "funeral", "corpse"})
TOLD_TAGS = FINITE_TAGS | {"VBN"}
UNSURE = frozenset({"apparently", "seemingly", "nearly", "almost", "supposedly", "presumably", "allegedly"})
GHOSTS = frozenset({"ghost", "spirit", "undead", "zombie", "vampire", "afterlife", "reincarnate"})
APPARITIONS = GHOSTS | {"vision", "apparition", "hallucination"}
TOLD = frozenset({"ROOT", "conj", "advcl", "relcl"})
TRUE_BELOW = read_list("verbs_of_knowing") | read_list("verbs_of_perceiving")
UNTOLD_AUXILIARIES = frozenset({"will", "would", "could", "can", "may", "might", "should", "must", "to"})


def note_fate(reading: Reading, i: int) -> None:
    """Remember that whoever the mention at token `i` means is told to die; who acts later is alive."""
    words = reading.words
    if reading.has_ghosts:
        return
    if _dies(words, i):
        who = reading.who(i)
        if len(who) > 1 and words.tag[i] == "NNS":  # "the two drivers were killed": who that is was a guess
            return
        for entity in who:
            if not entity.is_plural:  # of "his men" some may be left
                reading.discourse.dead.setdefault(entity.final(), reading.sentence)
    elif reading.discourse.dead and i in reading.named and _is_seen_alive(words, i):
        _revive(reading, reading.named[i][1].final())


def _is_seen_alive(words: Words, i: int) -> bool:
    """ "Mara wakes", "He sees a vision of Mara", "Mara's ghost appears": she may act from now on."""
    if words.dep[i] == "nsubj":
        return True
    noun = words.head[words.head[i]] if words.dep[i] == "pobj" else words.head[i]
    return words.dep[i] in {"pobj", "poss"} and words.lemma[noun] in APPARITIONS


def _revive(reading: Reading, entity: Entity) -> None:
    died = reading.discourse.dead.get(entity)
    if died is not None and died < reading.sentence:
        del reading.discourse.dead[entity]


def _dies(words: Words, i: int) -> bool:
    """Does the token, or the list that it is joined to, stand for somebody who is told to die?"""
    if words.dep[i] == "poss":  # "Tom's funeral"
        return words.lemma[words.head[i]] in REMAINS
    if any(
        words.dep[c] == "acl" and _is_killed(words, c) for c in words.children[i]
    ):  # "his father, killed by"
        return True
    at = i
    while words.dep[at] == "conj" and words.head[at] < at:  # "Tom, Max and Ana are killed"
        at = words.head[at]
    verb = words.head[at]
    is_shot_dead = words.lower[verb] == "dead" and words.lemma[words.head[verb]] == "shoot"
    if is_shot_dead:  # "shoots Tom dead", where Tom hangs on "dead"
        return at < verb and _is_told(words, words.head[verb])
    if words.dep[at] == "dobj":
        return _is_deadly(words, verb) and _is_told(words, verb)
    if words.dep[at] not in SUBJECTS:
        return False
    sharing = [
        c for c in words.children[verb] if words.dep[c] == "conj" and words.child(c, *SUBJECTS) is None
    ]
    return any(_is_end_of_subject(words, v) and _is_told(words, v) for v in (verb, *sharing))


def _is_end_of_subject(words: Words, verb: int) -> bool:
    """ "Tom dies", "is shot and killed", "falls to his death", "commits suicide"."""
    if words.lemma[verb] in DYING or _is_own_death(words, verb):
        return True
    above = words.head[verb]
    is_passive = words.child(verb, "auxpass", "nsubjpass") is not None
    if not is_passive and words.dep[verb] == "conj":
        is_passive = words.tag[verb] == "VBN" and words.child(above, "auxpass") is not None
    is_passive = is_passive or (words.dep[verb] == "ccomp" and words.tag[verb] == "VBN")  # "sees Tom killed"
    return is_passive and words.tag[verb] in {"VBN", "VBD"} and _is_deadly(words, verb)


def _is_own_death(words: Words, verb: int) -> bool:
    done = words.child(verb, "dobj")
    if done is None:
        return words.lemma[verb] == "drown" or _is_to_death(words, verb)
    return words.lemma[verb] == "commit" and words.lemma[done] == "suicide"


def _is_killed(words: Words, verb: int) -> bool:
    return words.tag[verb] == "VBN" and _is_deadly(words, verb)


def _is_deadly(words: Words, verb: int) -> bool:
    """ "kills", "fatally wounds", "shot dead", "stabs to death"."""
    if words.lemma[verb] in KILLING or _is_to_death(words, verb):
        return True
    return any(
        words.lower[c] == "fatally" or (words.lower[c] == "dead" and words.dep[c] in {"oprd", "acomp"})
        for c in words.children[verb]
    )


def _is_to_death(words: Words, verb: int) -> bool:
    if words.lemma[verb] not in BEFORE_DEATH:
        return False
    ends = (n for c in words.children[verb] if words.lower[c] == "to" for n in words.children[c])
    return any(words.lower[n] in {"death", "deaths"} for n in ends)


def _is_told(words: Words, verb: int) -> bool:
    """Is it told as having happened: not "nearly kills", "would die", "plans to kill"?"""
    dep, above = words.dep[verb], words.head[verb]
    is_known = dep in {"ccomp", "xcomp"} and words.lemma[above] in TRUE_BELOW
    is_outcome = dep == "advcl" and words.tag[verb] == "VBG" and above < verb  # "she flees, killing him"
    if not is_outcome and (words.tag[verb] not in TOLD_TAGS or not (dep in TOLD or is_known)):
        return False
    return not any(_is_doubt(words, c) for c in words.children[verb])


def _is_doubt(words: Words, i: int) -> bool:
    if words.dep[i] == "mark":
        return words.lower[i] == "if"
    return words.dep[i] == "neg" or words.lower[i] in UNSURE | UNTOLD_AUXILIARIES
