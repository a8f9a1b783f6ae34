"""What one has of somebody else: "saves his life", "is impressed by her wit", "is his saviour"."""

from films.extraction.coreference.controlling import doer
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words

FATES = frozenset({"order", "plot", "plan", "avenge", "demand", "arrange", "witness", "cause", "investigate"})
NOTHING: frozenset[str] = frozenset()
ANSWERING = frozenset({"accept", "refuse", "decline", "reject", "resist", "rebuff", "spurn"})
RETURNING = frozenset({"return", "reciprocate", "spurn"})
HEEDING = frozenset({"take", "follow", "heed", "ignore", "obey", "disobey", "dismiss"})
ENLISTING = frozenset({"enlist", "seek", "accept", "refuse", "request"})
GAINING = frozenset({"gain", "earn", "win"})
DONE_TO_OTHERS = {
    "life": frozenset({"save", "spare"}),
    "place": frozenset({"take"}),
    "bidding": frozenset({"do"}),
    "attention": frozenset({"catch", "attract"}),
    **dict.fromkeys(("request", "wish", "plea"), ANSWERING | {"grant", "deny", "ignore"}),
    **dict.fromkeys(("offer", "proposal", "invitation", "apology", "advance"), ANSWERING),
    **dict.fromkeys(("feeling", "affection"), RETURNING),
    **dict.fromkeys(("advice", "order", "instruction", "warning"), HEEDING),
    **dict.fromkeys(("help", "aid", "assistance"), ENLISTING),
    **dict.fromkeys(("heart", "trust", "confidence"), GAINING),
    **dict.fromkeys(("death", "murder", "execution", "assassination", "arrest", "killing"), FATES),
}
IMPRESSING = frozenset(
    [
        *("impress", "touch", "move", "charm", "attract", "intrigue", "fascinate", "captivate", "enchant"),
        *("amuse", "anger", "annoy", "irritate", "enrage", "infuriate", "offend", "startle", "seduce"),
    ]
)
AGREEING = frozenset({"agree", "consent", "accede", "object"})
TERMS = frozenset({"term", "demand", "proposal", "request", "offer", "condition", "suggestion", "plan"})
INTRUDING = frozenset({"overhear", "interrupt", "witness", "eavesdrop", "intercept", "disturb", "spy"})


def subject_of_predicate(words: Words, noun: int) -> int | None:
    """ "Tom was his saviour": not Tom's; but "Tom is his old self", "her own master"."""
    is_own = words.lemma[noun] == "self" or any(words.lower[c] == "own" for c in words.children[noun])
    return words.child(words.head[noun], *SUBJECTS) if words.dep[noun] == "attr" and not is_own else None


def acting_on(words: Words, noun: int) -> int | None:
    """ "saves his life", "overhears their talk", "is impressed by her wit": what one has of somebody else."""
    verb = words.head[noun]
    if words.dep[noun] == "pobj" and words.lower[verb] == "by" and words.tag[words.head[verb]] == "VBN":
        impressed = words.head[verb]
        return doer(words, impressed) if words.lemma[impressed] in IMPRESSING else None
    if words.dep[noun] == "pobj" and words.lower[verb] == "to" and words.lemma[noun] in TERMS:
        return doer(words, words.head[verb]) if words.lemma[words.head[verb]] in AGREEING else None
    if words.dep[noun] == "pobj" and words.lower[verb] in {"on", "upon"}:
        verb = words.head[verb]
    elif words.dep[noun] != "dobj":
        return None
    is_own = any(words.dep[c] == "amod" for c in words.children[noun])  # "takes his rightful place"
    others = NOTHING if is_own else DONE_TO_OTHERS.get(words.lemma[noun], NOTHING)
    is_done = words.lemma[verb] in INTRUDING | others
    return doer(words, verb) if is_done else None
