"""Who works for whom or with whom: "works for Tom", "takes a job as Tom's driver", "rob a bank together"."""

from collections.abc import Iterator, Sequence

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import FELLOW, Tie, verb_ties
from films.extraction.relations.verb_parts import is_passive
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

SERVING = frozenset({"work", "spy", "serve"})
PERFORMING = frozenset({"sing", "dance", "perform", "waitress", "tend"})
OWNING = frozenset({"own", "run", "manage", "operate", "head", "lead", "direct"})
MASTERS = frozenset({"for", "under"})
# Nouns of somebody's power over those who serve, with the prepositions before them.
COMMANDS = {
    "command": {"under"},
    "leadership": {"under"},
    "supervision": {"under"},
    "order": {"under", "on"},
    "service": {"in"},
    "employ": {"in"},
    "pay": {"in"},
    "payroll": {"on"},
}
SERVANT = Tie(Kind.EMPLOYER, is_inverse=True)
RECRUITING = frozenset({"recruit", "enlist", "assemble", "hire"})
TEAMING = frozenset({"recruit", "enlist", "assemble"})
MISSIONS = frozenset(
    [
        "mission",
        "heist",
        "robbery",
        "expedition",
        "operation",
        "quest",
        "investigation",
        "hunt",
        "business",
        "act",
    ]
)
RUNNING = frozenset({"run", "own", "open", "operate", "manage", "establish", "found", "start"})
TAKING = frozenset({"take", "get", "accept", "find", "land", "have"})
GOING = frozenset({"go", "come", "return", "begin", "start", "continue", "agree", "end", "send"})
REVEALING = frozenset({"reveal", "discover", "show"})
HEISTS = frozenset(
    {"heist", "robbery", "burglary", "holdup", "hold-up", "scam", "swindle", "con", "kidnapping"}
)
COMMITTING = frozenset(
    {
        "plan",
        "commit",
        "plot",
        "execute",
        "attempt",
        "stage",
        "organize",
        "organise",
        "pull",
        "carry",
        "perpetrate",
    }
)
AWAY = frozenset({"leave", "go", "stay", "keep", "forget", "marry", "let", "release", "stop", "see"})
PERFORMER = ACCOMPLICE = Tie(Kind.COLLEAGUE, weight=0.5)
INVESTIGATOR = Tie(Kind.COLLEAGUE, weight=0.7)
PAYING = Tie(Kind.EMPLOYER, weight=0.7)
JOBS = frozenset({"job", "position", "employment"})
CRIMES = frozenset(
    [
        "rob",
        "burgle",
        "burglarize",
        "burglarise",
        "hijack",
        "counterfeit",
        "smuggle",
        "loot",
        "con",
        "scam",
        "swindle",
        "defraud",
        "fleece",
        "embezzle",
    ]
)


def find_service_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's verbs of work say, in text order."""
    words = reader.words
    for verb in range(len(words)):
        if words.lemma[verb] in COMMANDS:
            yield from _of_command(reader, verb)
        if not words.tag[verb].startswith("V") and not _is_mistagged_work(reader, verb):
            continue
        if _is_work(reader, verb) and _is_told(reader, verb):
            yield from _of_work(reader, verb)
        elif words.lemma[verb] == "join" and _is_mission(reader, verb):
            joined, doers = reader.people(words.child(verb, "dobj")), reader.people(words.subject(verb))
            yield from reader.claims_among(tuple(dict.fromkeys((*joined, *doers))), FELLOW, verb)
        elif words.lemma[verb] in CRIMES and words.child(verb, "nsubjpass", "auxpass") is None:
            doers = (*reader.people(words.subject(verb)), *_with_whom(reader, verb))
            yield from reader.claims_among(tuple(dict.fromkeys(doers)), FELLOW, verb)
        elif words.lemma[verb] == "investigate" and not reader.modality.is_denied(verb):
            yield from reader.claims_among(reader.people(words.subject(verb)), INVESTIGATOR, verb)
        elif reader.modality.is_told(verb):
            yield from _of_told(reader, verb)
            yield from _of_joint_harm(reader, verb)
            yield from _of_paying(reader, verb)
            yield from _of_crime(reader, verb)


def _of_command(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Fights under the command of Captain Tom", "a knight in Tom's service", "is on Tom's payroll"."""
    words = reader.words
    if words.lower[words.head[i]] not in COMMANDS[words.lemma[i]]:
        return
    masters = owners_before(reader, i, is_shared=True) or _who_run(reader, i)
    under = words.head[words.head[i]]
    verb = words.clause(under)
    if words.tag[under].startswith("NN") and words.dep[under] not in {"attr", "dobj"}:
        servants = reader.people(words.head[under] if words.dep[under] == "appos" else under)
    elif words.dep[verb] in {"acl", "relcl"} and not reader.people(words.child(verb, "nsubj")):
        servants = reader.people(words.head[verb])
    else:
        servants = reader.people(words.subject(verb))
    if not reader.modality.is_denied(verb) and not reader.modality.has_to(verb):
        yield from reader.claims(servants, SERVANT, tuple(key for key in masters if key not in servants), i)


def _of_work(reader: RelationReader, verb: int) -> Iterator[Claim]:
    servants = _servants(reader, verb)
    yield from reader.claims(servants, SERVANT, _masters(reader, verb), verb)
    yield from reader.claims(servants, FELLOW, _beside_at_work(reader, verb), verb)
    is_one_place = reader.words.lemma[verb] == "work" or _is_in_same(reader, verb)
    if is_one_place and len(servants) > 1:
        yield from reader.claims_among(servants, FELLOW, verb)


def _of_told(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """Read verbs that say something of work only where they are told as happening."""
    words = reader.words
    if words.lemma[verb] in PERFORMING:
        yield from reader.claims(_servants(reader, verb), SERVANT, _owners_of_place(reader, verb), verb)
        yield from reader.claims(_servants(reader, verb), PERFORMER, _with_whom(reader, verb), verb)
    elif words.lemma[verb] in RECRUITING:
        recruits = reader.people(words.child(verb, "dobj"))
        yield from reader.claims_among(recruits, FELLOW, verb)
        if words.lemma[verb] in TEAMING and words.child(verb, "nsubjpass") is None:
            doers = reader.people(words.subject(verb))
            yield from reader.claims_among(tuple(dict.fromkeys((*recruits, *doers))), FELLOW, verb)
    elif words.lemma[verb] in RUNNING and _is_workplace(reader, verb):
        fellows = Tie(Kind.COLLEAGUE, weight=0.7)
        yield from reader.claims_among(reader.people(words.subject(verb)), fellows, verb)


def _of_paying(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom pays Mara to pose as his wife"; who is paid to leave does no work."""
    words = reader.words
    if words.lemma[verb] != "pay":
        return
    paid = words.child(verb, "dobj", "dative")
    task = words.child(verb, "xcomp", "advcl")
    if task is None and paid is not None:  # "pays a woman called Mara to pose"
        task = next((c for c in words.children[paid] if reader.modality.has_to(c)), None)
    if task is None or not reader.modality.has_to(task) or words.lemma[task] in AWAY:
        return
    if words.child(task, "neg") is None:
        yield from reader.claims(reader.people(words.subject(verb)), PAYING, reader.people(paid), verb)


def _of_crime(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom, Al and Mara plan a heist"."""
    words = reader.words
    crime = words.child(verb, "dobj")
    is_crime = crime is not None and words.lemma[crime] in HEISTS and words.lemma[verb] in COMMITTING
    if is_crime and words.child(verb, "nsubjpass") is None:
        yield from reader.claims_among(reader.people(words.subject(verb)), FELLOW, verb)


def _of_joint_harm(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom and Al kidnap Mara": who does harm together may be in it together."""
    tie = verb_ties().get(reader.words.lemma[verb])
    if tie is None or tie.kind is not Kind.ENEMY or is_passive(reader, verb):
        return
    if reader.people(reader.words.child(verb, "dobj")):
        yield from reader.claims_among(reader.people(reader.words.subject(verb)), ACCOMPLICE, verb)


def _is_in_same(reader: RelationReader, verb: int) -> bool:
    """ "Serve in the same regiment"."""
    words = reader.words
    places = (words.child(c, "pobj") for c in words.children[verb] if words.lower[c] in {"in", "on", "at"})
    return any("same" in (words.lower[c] for c in words.children[place]) for place in places if place)


def _with_whom(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return the Tom of "performs with Tom"."""
    words = reader.words
    beside = (c for c in words.children[verb] if words.lower[c] in {"with", "alongside"})
    return next((people for c in beside if (people := reader.people(words.child(c, "pobj")))), ())


def _is_workplace(reader: RelationReader, verb: int) -> bool:
    """ "run a bar", "own a detective agency"."""
    place = reader.words.child(verb, "dobj")
    return place is not None and reader.words.lemma[place] in read_list("workplaces") | {
        "business",
        "company",
    }


def _is_mission(reader: RelationReader, verb: int) -> bool:
    """ "joins Tom on the mission", "join Tom in the heist"; who joins him at a table is no colleague."""
    words = reader.words
    if words.child(verb, "dobj") is None:
        return False
    aims = (
        words.child(child, "pobj") for child in words.children[verb] if words.lower[child] in {"on", "in"}
    )
    return any(aim is not None and words.lemma[aim] in MISSIONS for aim in aims)


def _is_work(reader: RelationReader, verb: int) -> bool:
    """ "works", "takes a job"."""
    words = reader.words
    if words.lemma[verb] in SERVING:
        return True
    job = words.child(verb, "dobj")
    return words.lemma[verb] in TAKING and job is not None and words.lemma[job] in JOBS


def _is_told(reader: RelationReader, verb: int) -> bool:
    """Work that somebody does or that their job is; "wants to work for Tom" is none."""
    words = reader.words
    is_revealed = words.dep[verb] == "xcomp" and words.lemma[words.head[verb]] in REVEALING
    governor = words.clause(words.head[verb]) if words.dep[verb] == "pobj" else words.head[verb]
    if words.dep[verb] in {"xcomp", "advcl", "pobj"} and words.lemma[governor] in GOING:
        return reader.modality.is_told(governor)  # "goes to work for Tom"
    return reader.modality.is_told(verb) or words.dep[verb] in {"acl", "pcomp"} or is_revealed


def _is_mistagged_work(reader: RelationReader, i: int) -> bool:
    """ "Goes to work for Tom", taken for a noun."""
    return reader.words.lower[max(0, i - 1) : i + 2] == ["to", "work", "for"]


def _servants(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who works: in "gets a job working for Tom" the subject, in "a man working for Tom" the man."""
    words = reader.words
    if words.dep[verb] in {"acl", "relcl"} and words.child(verb, "nsubj") is None:
        noun = words.head[verb]
        return reader.people(noun) or reader.people(words.subject(words.clause(noun)))
    subject = words.subject(verb if words.dep[verb] != "pobj" else words.clause(verb))
    if words.dep[verb] == "relcl" and subject is not None and not reader.cast.at(subject):
        return reader.people(words.head[verb])
    return reader.people(subject)


def _beside_at_work(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return the Tom of "works at a bank with Tom" and "works there alongside Tom"."""
    words = reader.words
    places = [
        words.child(child, "pobj") for child in words.children[verb] if words.lower[child] in {"at", "in"}
    ]
    for place in (place for place in places if place is not None):
        for child in words.children[place]:
            if words.lower[child] in {"with", "alongside"}:
                return reader.people(words.child(child, "pobj"))
    return ()


def _masters(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who stands after "for" or "under" of the verb or of its "as a driver"."""
    words = reader.words
    roles = _roles(reader, verb)
    for near in (verb, *roles):
        for child in words.children[near]:
            is_job = words.lemma[near] in TAKING | JOBS and words.lower[child] == "with"
            if words.dep[child] == "prep" and (words.lower[child] in MASTERS or is_job):
                return reader.people(words.child(child, "pobj"))
    return _owners_of_place(reader, verb, roles)


def _roles(reader: RelationReader, verb: int) -> list[int]:
    """Return the "driver" of "works as a driver" and of "takes a job as a driver"."""
    words = reader.words
    near = (verb, *(child for child in words.children[verb] if words.lemma[child] in JOBS))
    return [
        noun
        for child in (child for at in near for child in words.children[at])
        if words.dep[child] == "prep" and words.lower[child] == "as"
        for noun in words.children[child]
    ]


def _owners_of_place(reader: RelationReader, verb: int, roles: Sequence[int] = ()) -> tuple[str, ...]:
    """Return whose the place is: "works at Tom's store", "takes a job in Tom's nightclub".

    Who works "as a maid" works in a house, too.
    """
    words = reader.words
    places = read_list("workplaces") | (read_list("homes") if roles else frozenset())
    near = (verb, *roles, *(child for child in words.children[verb] if words.lemma[child] in JOBS))
    for child in (child for at in near for child in words.children[at]):
        is_place = words.lower[child] in {"at", "in", "on", "for", "with"}
        place = words.child(child, "pobj") if is_place else None
        if place is not None and words.lemma[place] in places:
            owners = owners_before(reader, place, is_shared=True) or _who_run(reader, place)
            return owners if not set(owners) & set(_servants(reader, verb)) else ()
    return ()


def _who_run(reader: RelationReader, place: int) -> tuple[str, ...]:
    """Return whose "a club owned by Tom", "the club that Tom owns" or "the house of Tom" is."""
    words = reader.words
    for child in words.children[place]:
        by = words.child(child, "agent") if words.lemma[child] in OWNING else None
        if by is not None:
            return reader.people(words.child(by, "pobj"))
        if words.dep[child] == "relcl" and words.lemma[child] in OWNING:
            return reader.people(words.child(child, "nsubj"))
        if words.lower[child] == "of":
            owner = words.child(child, "pobj")
            if owner is not None and words.lower[owner] in read_list(
                "workplaces"
            ):  # "the bar of Tom's hotel"
                return owners_before(reader, owner, is_shared=True)
            named = reader.described_at(child + 1, with_article=True)[0][:1]
            return tuple(dict.fromkeys((*named, *reader.people(owner))))
    return ()
