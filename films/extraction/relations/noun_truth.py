"""Whether a noun for a tie is meant: not pretended, supposed, wished or denied, and no priest's title."""

from films.extraction.relations.relation_claims import RelationReader
from films.extraction.relations.relation_words import Tie
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

REVEALING = frozenset({"reveal", "prove", "turn", "show", "discover", "confirm", "disclose", "unmask"})
WOULD_BE = ["would", "-", "be"]
LONGEST_DOUBT = 5  # tokens from the doubt to the noun
LYING = frozenset({"lie", "fantasize", "fantasise", "joke", "dream"})
DREAMING = frozenset({"dream", "fantasize", "fantasise", "imagine", "hallucinate", "daydream"})
PROMISING = frozenset({"agree", "consent", "promise", "accept", "vow", "pledge", "swear"})
RISING = frozenset({"rise", "grow", "go", "come", "live"})
BELIEVING = frozenset(
    {"sure", "certain", "convinced", "afraid", "suspicious", "confident", "worried", "positive"}
)


def holds(reader: RelationReader, verb: int) -> bool:
    """Is "is" or "becomes" said without "not", "wants to", "if", "believes" and the like?

    Milder than what an event needs: what people learn, reveal or say of kin holds.
    """
    words, modality = reader.words, reader.modality
    while words.dep[verb] == "conj" and words.tag[words.head[verb]].startswith("V"):
        if modality.is_denied(verb) or modality.has_to(verb):
            return False
        verb = words.head[verb]
    governor = words.head[verb]
    mark = words.child(verb, "mark")
    if modality.is_denied(verb) or (
        mark is not None and words.lower[mark] in {"if", "whether", "unless", "until"}
    ):
        return False
    if words.dep[verb] in {"ccomp", "xcomp"} and words.lemma[governor] in read_list("seeming_verbs"):
        return False
    if (
        words.dep[verb] == "ccomp"
        and words.tag[verb] in {"VB", "VBP"}
        and words.lemma[governor] in read_list("verbs_of_proposing")
    ):
        return False  # "proposes that she become his wife"
    if words.dep[verb] == "ccomp" and words.lemma[governor] in DREAMING:
        return False  # "dreams that the stranger is her father"
    if words.dep[verb] == "pcomp" and words.lemma[words.head[governor]] in LYING:
        return False  # "lies about him being her son"
    is_revealed = words.lemma[governor] in REVEALING and not modality.is_denied(governor)
    is_reached = words.lemma[governor] in RISING and modality.is_told(governor)  # "rises to become"
    return not modality.has_to(verb) or is_revealed or is_reached or modality.is_told(verb)


def is_believed(reader: RelationReader, verb: int) -> bool:
    """Is it only thought: "is sure that he killed her", "is convinced he robbed them"?"""
    words = reader.words
    while words.dep[verb] == "conj" and words.tag[words.head[verb]].startswith("V"):
        verb = words.head[verb]
    return words.dep[verb] == "ccomp" and words.lower[words.head[verb]] in BELIEVING


def is_denied_tie(reader: RelationReader, i: int) -> bool:
    """Is the tie only pretended, supposed, wished or denied?"""
    words = reader.words
    if _is_title(reader, i) or any(
        words.lower[c] in read_list("not_really") or words.lower[c] == "no" for c in words.children[i]
    ):
        return True
    if _is_would_be(reader, i):
        return True
    head = words.head[i]
    is_of_thing = words.dep[i] == "compound" and not words.tag[head].startswith("NNP")
    if is_of_thing and (reader.end_of(i) >= len(words) or not reader.named_at(reader.end_of(i))[0]):
        return True  # "the mother ship"
    if words.dep[i] in {"attr", "oprd"} and words.tag[head].startswith("V"):
        if reader.described_at(reader.end_of(i), with_article=False)[0]:
            return False  # "is said to be Mara's mother Ana", who is her mother whoever that is
        return words.lemma[head] in read_list("seeming_verbs") or not holds(reader, head)
    if words.dep[i] == "pobj" and words.lower[head] in {"as", "like"}:
        verb = words.head[head]
        return words.lower[head] == "like" or words.lemma[verb] in read_list("seeming_verbs")
    return False


def is_promised(reader: RelationReader, i: int, tie: Tie) -> bool:
    """ "Agrees to become Tom's wife": they are engaged."""
    words = reader.words
    verb = words.head[i]
    governor = words.head[verb]
    is_of_being = tie.kind is Kind.SPOUSE and words.lemma[verb] in {"be", "become"}
    is_to_be = words.dep[verb] in {"xcomp", "acl"} and reader.modality.has_to(verb)
    is_agreed = words.lemma[governor] in PROMISING and not reader.modality.is_denied(governor)
    return is_of_being and is_to_be and is_agreed


def _is_would_be(reader: RelationReader, i: int) -> bool:
    """ "Mara's would-be suitor" is none."""
    words, start = reader.words, reader.start_of(i)
    return any(words.lower[at : at + 3] == WOULD_BE for at in range(max(0, start - LONGEST_DOUBT), start - 2))


def _is_title(reader: RelationReader, i: int) -> bool:
    """ "Father Tim" and "Sister Ana" are a priest and a nun."""
    words = reader.words
    is_followed = i + 1 < len(words) and words.tag[i + 1].startswith("NNP")
    is_titled = words.text[i] in {"Father", "Mother", "Sister", "Brother"} and is_followed
    return is_titled and not words.starts_sentence[i]
