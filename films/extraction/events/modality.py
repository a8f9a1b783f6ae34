"""Which verbs of a text are told as happening: not denied, wanted, planned, asked, supposed or possible.

A verb inherits from the verb that governs it: in "she decides to leave" the decision happens and the
leaving does not; in "she is forced to leave" it does. The classes follow the factuality of FactBank
(Saurí and Pustejovsky 2009) and the implicative verbs of Karttunen (1971), reduced to the one question
whether the text tells the thing as having happened.
"""

from collections.abc import Callable

from films.extraction.events.behind_prepositions import is_attempt, is_told_behind_preposition
from films.extraction.events.clauses import (
    asks_why,
    describes_someone,
    describes_thing,
    goes_on_with_relative,
    has_question_word,
    has_to,
    is_as_if,
    is_at_that_time,
    is_being_done,
    is_cleft,
    is_comparison,
    is_consequence,
    is_doubted,
    is_each_time,
    is_finite,
    is_in_time,
    is_instead,
    is_list_of_plans,
    is_only_to,
    is_past,
    is_set_apart,
    is_set_off,
    is_subjunctive,
    is_told_as_subject,
    is_under_modal,
    is_until,
    is_what_is,
    is_what_someone_is,
    left_choice,
    mark_of,
    stands_off,
    tells_of_thing,
)
from films.extraction.events.denials import is_denied, is_nobody, is_unreal
from films.extraction.events.gerunds import goes_on_otherwise, waits_for_plan
from films.extraction.events.implicatives import (
    ABLE_OR_STRUCK,
    MOVED,
    NEAR,
    RESULT_VERBS,
    is_result,
    passes_on,
)
from films.extraction.events.left_open import is_left_open
from films.extraction.resources import read_list
from films.extraction.words import Words

NO_COMPLETION = read_list("verbs_of_not_doing")
UNSURE = read_list("adjectives_of_doubt")
DOUBTS = read_list("nouns_of_doubt")
MAX_DEPTH = 80
FACTIVE = frozenset({"realize", "realise", "know", "notice", "learn", "discover", "suspect"})
CONCESSIVE = frozenset({"although", "though", "whereas"})
WITH_CONTENT = read_list("verbs_of_knowing") | read_list("verbs_of_thought")
LIKING = read_list("verbs_of_thought") | read_list("verbs_stative")  # "enjoys fishing"


class Modality:
    """Answers for each verb of a text whether it is told as happening."""

    def __init__(self, words: Words):
        self.words = words
        self._known: dict[int, bool] = {}
        self._rules: dict[str, Callable[[int, int, int], bool]] = {
            "conj": self._joined,
            "xcomp": self._complement,
            "ccomp": self._clause_complement,
            "advcl": self._adverbial,
            "acl": self._reduced,
            "relcl": self._relative,
            "pcomp": self._after_preposition,
            "csubj": self._as_subject,
            "csubjpass": self._as_subject,
            "parataxis": self._follows_governor,
            "dep": self._follows_governor,
        }

    def is_told(self, verb: int, depth: int = 0) -> bool:
        """Is this verb told as happening?

        >>> from films.extraction.language_model import parse
        >>> from films.extraction.words import read_words
        >>> told = Modality(read_words(next(parse(["Dana refuses to leave."]))))
        >>> told.is_told(1), told.is_told(3)
        (True, False)
        """
        if verb not in self._known:
            is_real = not self.is_denied(verb) and not is_left_open(self.words, verb)
            self._known[verb] = depth < MAX_DEPTH and is_real and self._by_place(verb, depth)
        return self._known[verb]

    def is_denied(self, verb: int) -> bool:
        """Is the verb itself negated, put under a modal verb, or called a habit?"""
        return is_denied(self.words, verb)

    def is_nobody(self, subject: int) -> bool:
        """Is this "nobody", "no man", "nothing"?"""
        return is_nobody(self.words, subject)

    def _by_place(self, verb: int, depth: int) -> bool:
        words = self.words
        governor = words.head[verb]
        if governor == verb:
            return not self._is_bare_infinitive(verb)
        if is_subjunctive(words, verb) or (words.dep[verb] == "conj" and is_unreal(words, verb)):
            return False
        if words.dep[verb] in {"ccomp", "advcl"} and goes_on_with_relative(words, verb):
            return True
        choice = left_choice(words, verb)
        if choice is not None:
            return self._in_told_place(words.clause(choice), depth + 1)
        if words.dep[verb] in {"ccomp", "advcl"} and is_consequence(words, verb, governor):
            return self._in_told_place(words.clause(governor), depth + 1)
        rule = self._rules.get(words.dep[verb])
        return rule(verb, governor, depth + 1) if rule else self._follows_governor(verb, governor, depth + 1)

    def _is_bare_infinitive(self, verb: int) -> bool:
        starts = self.words.starts_sentence[verb] or self.words.text[verb][:1].isupper()
        return has_to(self.words, verb) or (self.words.tag[verb] == "VB" and starts)

    def has_to(self, verb: int) -> bool:
        """Is this an infinitive with "to"?"""
        return has_to(self.words, verb)

    def is_finite(self, verb: int) -> bool:
        """Has this verb, or its auxiliary, a tense?"""
        return is_finite(self.words, verb)

    def _follows_governor(self, verb: int, governor: int, depth: int) -> bool:
        words = self.words
        if has_to(words, verb) or (words.dep[verb] == "dobj" and words.lemma[governor] in LIKING):
            return False
        return not self._is_verb(governor) or self.is_told(governor, depth)

    def _is_verb(self, index: int) -> bool:
        return self.words.tag[index][0] == "V"

    def _joined(self, verb: int, first: int, depth: int) -> bool:
        """ "He goes and leaves" says both; "wants to go and leave" says neither."""
        if is_instead(self.words, verb):
            return False
        if not self._is_verb(first):
            describes = self.words.tag[first][0] == "J" and self._is_like_adjective(verb)
            return self._is_verb(verb) and not has_to(self.words, verb) and not describes
        if has_to(self.words, verb) and not has_to(self.words, first) and self.words.tag[first] != "VB":
            return False  # "is drawn back by a call and to honor a debt"
        if self.words.tag[verb] == "VBZ" and self.words.tag[first] == "VBD":  # joined to a verb further up
            return self._in_told_place(self._present_above(first), depth)
        if self._was_said(verb, first):
            return self.is_told(self.words.head[first], depth)
        if is_finite(self.words, verb) and not is_unreal(self.words, first):
            return self._in_told_place(first, depth) or self._goes_on_saying(verb, first)
        return self.is_told(first, depth)

    def _is_like_adjective(self, verb: int) -> bool:
        """Is this "weary and exhausted", not "unable to think and ignoring the advice"?"""
        words = self.words
        if words.tag[verb] == "VBG" and words.child(verb, "dobj", "xcomp", "ccomp") is not None:
            return False
        return words.tag[verb] in {"VBN", "VBG"}

    def _present_above(self, verb: int) -> int:
        """Return the nearest verb above in the present tense, or the topmost one."""
        words, at = self.words, verb
        while words.head[at] != at and words.tag[at] != "VBZ":
            at = words.head[at]
        return at

    def _was_said(self, verb: int, first: int) -> bool:
        """ "admits that she is a spy and sent the letter": what is said of the past is taken for true."""
        words = self.words
        if words.tag[verb] != "VBD" or words.dep[first] != "ccomp" or is_past(words, first):
            return False
        is_said = words.lemma[words.head[first]] in read_list("verbs_of_saying")
        return is_said and words.tag[words.head[first]] != "VBD"

    def _goes_on_saying(self, verb: int, first: int) -> bool:
        """Is the second verb no part of what is told: "tells her that he never lied but admits"?"""
        words = self.words
        governor = words.head[first]
        saying = read_list("verbs_of_saying")
        if words.dep[first] != "ccomp" or words.lemma[governor] not in saying | WITH_CONTENT:
            return False
        if words.child(verb, "nsubj") is not None and is_set_apart(words, verb, first):
            return True
        return words.lemma[verb] in saying and words.lemma[governor] in saying

    def _in_told_place(self, verb: int, depth: int) -> bool:
        """Would a finite verb be told if it stood in the place of this one, whatever denies this one?"""
        governor = self.words.head[verb]
        if governor == verb or depth > MAX_DEPTH:
            return True
        if not is_finite(self.words, verb) and self._is_verb(governor):
            return self._in_told_place(governor, depth + 1)
        return self._by_place(verb, depth + 1)

    def _complement(self, verb: int, governor: int, depth: int) -> bool:
        """ "begins to run", "forces him to run" tell the running; "wants to run" does not."""
        words = self.words
        lemma = words.lemma[governor]
        if not self._is_verb(governor):
            is_moved = words.lower[governor] in MOVED and words.lemma[verb] in RESULT_VERBS
            return (words.lower[governor] in ABLE_OR_STRUCK or is_moved) and self.is_told(governor, depth)
        if lemma in NO_COMPLETION and not (lemma == "keep" and self._keeps_on(verb, governor)):
            return False
        if passes_on(self.words, verb, governor):
            return self.is_told(governor, depth)
        if has_to(self.words, verb):
            return is_result(self.words, verb, governor) and self.is_told(governor, depth)
        if lemma == "try":  # "tries calling him"
            return False
        plain = lemma not in read_list("verbs_of_thought") and lemma not in read_list("verbs_stative")
        return plain and self.is_told(governor, depth)

    def _keeps_on(self, verb: int, governor: int) -> bool:
        return self.words.tag[verb] == "VBG" and self.words.child(governor, "dobj") is None

    def _clause_complement(self, verb: int, governor: int, depth: int) -> bool:
        words = self.words
        lemma = words.lemma[governor]
        if is_unreal(self.words, verb):
            return False
        if verb < governor and is_finite(self.words, verb):  # "He leaves; she has decided to stay."
            return True
        if words.lower[governor] in UNSURE:
            return False
        if lemma in {"help", "matter"} and is_cleft(words, governor):  # "It does not help that"
            return self._in_told_place(governor, depth)
        if words.tag[governor][0] == "J" or lemma == "be":
            return not is_doubted(words, governor) and (
                is_past(self.words, verb)
                or is_cleft(self.words, governor)
                or is_what_is(self.words, governor, verb)
            )
        if self._is_verb(governor) and not is_finite(self.words, verb):
            return self._complement(verb, governor, depth)
        if lemma in read_list("verbs_of_knowing"):
            return self._is_known(verb, governor, depth)
        if lemma in read_list("verbs_of_saying"):
            return (is_past(self.words, verb) or is_being_done(self.words, verb)) and self.is_told(
                governor, depth
            )
        if has_question_word(words, verb) and (lemma not in {"ask", "wonder"} or asks_why(words, verb)):
            return is_past(words, verb)
        return lemma not in read_list("verbs_of_thought") and self.is_told(governor, depth)

    def _is_known(self, verb: int, governor: int, depth: int) -> bool:
        """ "learns that they follow him" tells it, and so does "not realizing that they follow him"."""
        words = self.words
        is_missed = words.lemma[governor] in FACTIVE and words.child(governor, "neg") is not None
        if is_missed and not has_question_word(words, verb):
            return self._in_told_place(governor, depth)
        return self.is_told(governor, depth) or is_past(words, verb)

    def _adverbial(self, verb: int, governor: int, depth: int) -> bool:
        words = self.words
        if is_unreal(words, verb) or self._is_like_another(verb):
            return False
        if waits_for_plan(words, verb, governor):
            return False
        if has_to(words, verb):
            return self._purpose(verb, governor, depth)
        is_what = describes_someone(words, verb, governor) or is_list_of_plans(words, verb, governor)
        if is_what or is_comparison(words, governor):
            return False
        if not self._is_verb(governor) or is_past(words, verb):
            return words.lower[governor] != "soon" or self.holds(governor, depth)
        if is_at_that_time(words, verb):
            return self._at_told_time(governor, depth)
        if mark_of(words, verb) in CONCESSIVE and governor < verb and is_finite(words, verb):
            return True  # "thinks that he may leave, even though he assures her"
        if self._stands_by_itself(verb, governor):
            return self._in_told_place(governor, depth)
        if is_cleft(words, governor):
            return True
        return self.is_told(governor, depth) or self.is_stative_context(governor)

    def _is_like_another(self, verb: int) -> bool:
        """ "as if he were", "whenever he comes", "instead of coming"."""
        words = self.words
        return is_as_if(words, verb) or is_each_time(words, verb) or is_instead(words, verb)

    def _purpose(self, verb: int, governor: int, depth: int) -> bool:
        """ "wakes up to find", "only to fall" tell what came about; "goes to town to find work" does not."""
        words = self.words
        if is_only_to(words, verb):
            return self._in_told_place(governor, depth)
        if is_in_time(words, verb):
            return self.holds(governor, depth)
        passed = (
            self._is_verb(governor)
            and self._is_object_controlled(verb, governor)
            and passes_on(words, verb, governor)
        )
        return (passed or is_result(words, verb, governor)) and self.is_told(governor, depth)

    def _stands_by_itself(self, verb: int, governor: int) -> bool:
        """Is this told whatever denies the clause it hangs on: "must go, although he falls"?"""
        words = self.words
        if mark_of(words, verb) in CONCESSIVE:
            return is_finite(words, verb)
        if is_until(words, verb):
            return not is_under_modal(words, governor)
        if words.tag[verb] == "VBG" and verb > governor and stands_off(words, verb, governor):
            return True
        return goes_on_otherwise(words, verb, governor)

    def _at_told_time(self, governor: int, depth: int) -> bool:
        """ "is about to leave when she comes" tells that she comes, "will leave when she comes" does not."""
        words = self.words
        at = governor
        while words.head[at] != at and not is_finite(words, at) and not is_under_modal(words, at):
            at = words.head[at]
        if is_under_modal(words, at) and words.child(at, "neg") is None:
            return False
        return not self._is_verb(at) or self._in_told_place(at, depth)

    def _is_object_controlled(self, verb: int, governor: int) -> bool:
        """Is the infinitive a complement, not a purpose: "convinces him to help", "comes to know"?"""
        target = self.words.child(governor, "dobj", "nsubjpass", "npadvmod")
        return (target is not None and target < verb) or verb - governor <= NEAR

    def is_stative_context(self, governor: int) -> bool:
        """Is the governing verb a state, or "be", which tells of no denial?"""
        return not self.is_denied(governor) and self.words.dep[governor] == "ROOT"

    def _reduced(self, verb: int, noun: int, depth: int) -> bool:
        """ "the man seen at the club" tells; "a plan to leave" and "a ship carrying gold" do not."""
        if is_in_time(self.words, verb):
            return self.holds(noun, depth)
        is_work = self.words.lemma[noun] in {"job", "position", "career"}  # "gets a job playing the violin"
        if self.words.tag[verb] == "VBG" and (is_work or is_what_someone_is(self.words, noun)):
            return False
        if self.words.lemma[noun] in DOUBTS and mark_of(self.words, verb) == "that":
            return False
        return not has_to(self.words, verb) and not describes_thing(self.words, verb, noun)

    def _relative(self, verb: int, noun: int, depth: int) -> bool:
        if has_to(self.words, verb):
            return is_in_time(self.words, verb) and self.holds(noun, depth)
        if tells_of_thing(self.words, verb, noun):
            return False
        if is_past(self.words, verb) or is_set_off(self.words, verb):
            return True
        return not self._in_unreal(noun, depth)

    def _in_unreal(self, noun: int, depth: int) -> bool:
        """Does this noun stand in a clause that is denied or wanted ("wants a man who works")?"""
        words = self.words
        at = words.clause(noun)
        while tells_of_thing(words, at, words.head[at]) and not self.is_denied(at):
            at = words.clause(words.head[at])  # "follows a light that leads to the house where Ana waits"
        if words.dep[at] == "acl" and is_what_someone_is(words, words.head[at]):
            at = words.clause(words.head[at])
        return self._is_verb(at) and not self._in_told_place(at, depth) and not self.is_stative_context(at)

    def _after_preposition(self, verb: int, preposition: int, depth: int) -> bool:
        return is_told_behind_preposition(self.words, self, verb, preposition, depth)

    def is_attempt(self, verb: int) -> bool:
        """ "tries to win her by sending gifts" tells that gifts are sent."""
        return is_attempt(self.words, verb)

    def holds(self, governor: int, depth: int = 0) -> bool:
        """Is what depends on this word told, as far as the word's own clause goes?"""
        clause = governor if self._is_verb(governor) else self.words.clause(governor)
        return not self._is_verb(clause) or self.is_told(clause, depth) or self.is_stative_context(clause)

    def holds_above(self, governor: int, depth: int = 0) -> bool:
        """The same, whatever denies the clause itself: "he is not happy despite winning"."""
        clause = governor if self._is_verb(governor) else self.words.clause(governor)
        return not self._is_verb(clause) or self._in_told_place(clause, depth)

    def _as_subject(self, verb: int, governor: int, _depth: int) -> bool:
        return is_told_as_subject(self.words, verb, governor)
