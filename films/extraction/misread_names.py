"""First names that are words of English, too, and were taken for those: "Molly", "Will" and "May"."""

from spacy.tokens import Token

from films.extraction.given_names import GIVEN
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, NOUN_TAGS, SUBJECTS, subject_label, subjects_of
from films.folding import fold


def name_for_adverb(adverb: Token) -> None:
    """ "Molly follows Tom", "Tom hits Molly", "his girl Molly": whose name ends as adverbs do."""
    if not adverb.is_title or adverb.dep_ not in {"advmod", "expl"} or fold(adverb.text) not in GIVEN:
        return
    verb = adverb.head
    _make_name(adverb)
    before = adverb.nbor(-1) if adverb.i > adverb.sent.start else adverb
    if adverb.i < verb.i:
        adverb.dep_ = "npadvmod" if subjects_of(verb) else subject_label(verb)
        for second in subjects_of(verb):
            if adverb.nbor().lower_ == "and" and second.left_edge.i == adverb.i + 2:
                adverb.dep_ = second.dep_
                adverb.nbor().head, second.head, second.dep_ = adverb, adverb, "conj"
    elif before.tag_ in NOUN_TAGS and before.head == verb:
        adverb.head, adverb.dep_ = before, "appos"
    else:
        adverb.dep_ = "dative" if any(c.dep_ == "dobj" for c in verb.rights) else "dobj"


def name_for_modal(modal: Token) -> None:
    """ "Will is ill", "Ana and Will leave", "Captain Will Bell", "her father's will decrees"."""
    before = modal.nbor(-1) if modal.i > modal.sent.start else modal
    if modal.lower_ == "will" and modal.head.tag_ == "VBZ" and before.tag_ == "POS":
        modal.tag_, modal.pos_, modal.dep_ = "NN", "NOUN", "nsubj"
        before.head.head, before.head.dep_ = modal, "poss"
        return
    if not modal.is_title or modal.tag_ not in {"MD", "NNP"} or modal.i + 1 >= modal.sent.end:
        return
    verb, behind = modal.head, modal.nbor()
    is_joined = before.lower_ == "and" and verb.tag_ != "VBZ" and before.i > before.sent.start
    is_first_name = is_joined or before.tag_ in NOUN_TAGS or verb.tag_ != "VB"  # no "May God have mercy"
    if behind.tag_ in NAME_TAGS and is_first_name and not modal.is_ancestor(behind):
        _make_name(modal)
        modal.head, modal.dep_ = behind, "compound"
        if before.dep_ in SUBJECTS and before.head == verb == behind.head:
            before.head, before.dep_ = behind, "compound"
        elif is_joined:
            _join(before, behind, verb)
    elif is_joined:
        _join(before, modal, verb)
    elif (verb.tag_ == "VBZ" or behind.tag_ in FINITE_TAGS) and not subjects_of(verb):
        _make_name(modal)
        modal.dep_ = subject_label(verb)


def _join(link: Token, second: Token, verb: Token) -> None:
    """Let those on both sides of an "and" act: "Ana and Will leave"."""
    first = link.nbor(-1)
    others = [c for c in subjects_of(verb) if c not in {first, second}]
    if others or not first.is_title or first.tag_ not in NOUN_TAGS or second.is_ancestor(verb):
        return
    if first == verb.head:
        verb.head, verb.dep_ = (verb, "ROOT") if first.dep_ == "ROOT" else (first.head, first.dep_)
    elif first.is_ancestor(verb):
        return
    _make_name(second)
    first.head, first.dep_ = verb, subject_label(verb)
    link.head, second.head, second.dep_ = first, first, "conj"
    verb.tag_ = "VBP" if verb.tag_ == "VB" else verb.tag_


def _make_name(token: Token) -> None:
    token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
