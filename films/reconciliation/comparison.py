"""Whether two documents are about one film, with a reason a person can check.

Precision first: a wrong join does more harm than a missing one. A title alone never joins; without
titles the story itself has to agree, in its names and in its wording (Fellegi and Sunter's link,
possible link and no link, "A theory for record linkage", 1969). A remake tells the story of its title
again, so that a story that agrees is not enough where lists of films have the title: year and people
decide there, or the text.
"""

from dataclasses import dataclass

from films.reconciliation.credits import people_by_name
from films.reconciliation.profiles import DocumentProfile
from films.reconciliation.resemblance import Resemblance, is_copy, resemblance
from films.reconciliation.values import Decision, Verdict

NEXT_YEAR = 1  # a film may be dated by its first showing or its release
CLOSELY_TOLD = 0.35  # the likeness of wording that remakes stay below
TITLE_AND_PEOPLE = 0.9  # the score of a link where no years are there to compare
EACH_PERSON = 0.01
MOST_PEOPLE = 9
MOST_NAMED = 3
FEWEST_PEOPLE = 2  # whom a remake of the same title hardly has, too
SAME_TEXT = "different titles, but the text is the same"


def compare(a: DocumentProfile, b: DocumentProfile) -> Decision:
    """Decide whether two documents are about one film, with a reason a person can check.

    Titles decide when both state one, the story when one does not. Which document comes first does
    not matter.
    """
    a, b = sorted((a, b), key=lambda profile: profile.document)
    if not (a.titles and b.titles):
        if is_copy(a, b) and not years_conflict(a, b):
            return Decision(Verdict.LINK, "the text is the same", 1.0)
        return _compare_stories(a, b, resemblance(a, b))
    return _compare_namesakes(a, b) if have_one_title(a, b) else _compare_strangers(a, b)


def have_one_title(a: DocumentProfile, b: DocumentProfile) -> bool:
    """Whether the titles agree. What only the prose of both says may be the title of a whole series."""
    shared = {*a.titles} & {*b.titles}
    if a.header_titles and b.header_titles:
        shared &= {*a.header_titles, *b.header_titles}
    return bool(shared)


def years_conflict(a: DocumentProfile, b: DocumentProfile) -> bool:
    """Whether the years are too far from each other for one film."""
    return a.year is not None and b.year is not None and abs(a.year - b.year) > NEXT_YEAR


def years_of(a: DocumentProfile, b: DocumentProfile) -> str:
    """Return the years as a reason names them."""
    return " and ".join(str(year) for year in sorted((a.year or 0, b.year or 0)))


def headers_conflict(a: DocumentProfile, b: DocumentProfile) -> bool:
    """Whether the headers name directors or a cast, and nobody is in both."""
    return People.of_header(a).conflict(People.of_header(b))


def _compare_strangers(a: DocumentProfile, b: DocumentProfile) -> Decision:
    """Compare documents that state different titles: one film may have two, but not in one data set."""
    if not _are_of_one_set(a, b) and not years_conflict(a, b):
        if is_copy(a, b):
            return Decision(Verdict.AMBIGUOUS, SAME_TEXT, 1.0)
        if {*a.directors, *a.cast} & {*b.directors, *b.cast}:
            story = resemblance(a, b)
            if story.agrees:
                reason = f"different titles, but {story.reason} and people agree"
                return Decision(Verdict.AMBIGUOUS, reason, story.score)
    return Decision(Verdict.CREATE, "different titles")


def _compare_namesakes(a: DocumentProfile, b: DocumentProfile) -> Decision:
    if years_conflict(a, b):
        return Decision(Verdict.CREATE, f"one title, but of {years_of(a, b)}")
    if a.url and a.url == b.url:
        return Decision(Verdict.LINK, "title and address agree", 1.0)
    if is_copy(a, b):
        return Decision(Verdict.LINK, "title and text agree", 1.0)
    story = resemblance(a, b)
    link = None if headers_conflict(a, b) else _link(a, b, story)
    return link or _doubt(a, b, story)


def _link(a: DocumentProfile, b: DocumentProfile, story: Resemblance) -> Decision | None:
    """Return why documents of one title are about one film, where anything says so."""
    if _have_one_text(a, b):
        return Decision(Verdict.LINK, "title and text agree", 1.0)
    people = in_common(People.of(a), People.of(b))
    if people.are_telling and a.year and b.year:
        return Decision(Verdict.LINK, f"title and year agree, {people} in common", 1.0)
    if _are_of_one_set(a, b):
        return None
    if story.agrees and not People.of(a).conflict(People.of(b)) and _tells_of_one(a, b, story):
        return Decision(Verdict.LINK, f"title agrees, {story.reason}", story.score)
    if len(people.whole) >= FEWEST_PEOPLE:
        score = TITLE_AND_PEOPLE + EACH_PERSON * min(len(people.whole), MOST_PEOPLE)
        return Decision(Verdict.LINK, f"title agrees, {people} in common", score)
    return None


def _doubt(a: DocumentProfile, b: DocumentProfile, story: Resemblance) -> Decision:
    """Tell documents of one title apart, or leave it to an editor."""
    if _have_one_text(a, b):
        return Decision(Verdict.AMBIGUOUS, "title and text agree, but the headers name other people", 0.9)
    if story.agrees:
        reason = f"title agrees, {story.reason}, as those of a remake may"
        return Decision(Verdict.AMBIGUOUS, reason, story.score)
    if People.of(a).conflict(People.of(b)):
        return Decision(Verdict.CREATE, "one title, but other director and cast")
    if _are_of_one_set(a, b) and not (a.year and b.year):
        return Decision(Verdict.CREATE, "one title, but two records of a data set")
    return Decision(
        Verdict.AMBIGUOUS, "the title agrees, and nothing else does for sure", max(0.5, story.score)
    )


def _compare_stories(a: DocumentProfile, b: DocumentProfile, story: Resemblance) -> Decision:
    agrees = story.agrees or (story.may_agree and bool({*a.cast} & {*b.cast}))
    if not (agrees or story.may_agree):
        return Decision(Verdict.CREATE, "the stories have too little in common", story.score)
    if years_conflict(a, b):
        return Decision(Verdict.AMBIGUOUS, f"{story.reason}, but of {years_of(a, b)}", story.score)
    if a.directors and b.directors and not {*a.directors} & {*b.directors}:
        return Decision(Verdict.AMBIGUOUS, f"{story.reason}, but the directors differ", story.score)
    return Decision(Verdict.LINK if agrees else Verdict.AMBIGUOUS, story.reason, story.score)


def _have_one_text(a: DocumentProfile, b: DocumentProfile) -> bool:
    return bool(a.prose) and a.prose == b.prose


def _are_of_one_set(a: DocumentProfile, b: DocumentProfile) -> bool:
    return bool(a.data_set) and a.data_set == b.data_set


def _tells_of_one(a: DocumentProfile, b: DocumentProfile, story: Resemblance) -> bool:
    """Whether stories that agree are of one film and not of its remake."""
    return not (a.data_set and b.data_set) or story.word_cosine >= CLOSELY_TOLD


@dataclass(frozen=True, slots=True)
class People:
    """Whom a document names as the makers of its film, folded."""

    directors: frozenset[str]
    cast: frozenset[str]

    @classmethod
    def of(cls, profile: DocumentProfile) -> "People":
        return cls(frozenset(profile.directors), frozenset(profile.cast))

    @classmethod
    def of_header(cls, profile: DocumentProfile) -> "People":
        stated = frozenset(profile.header_people)
        return cls(stated.intersection(profile.directors), stated.intersection(profile.cast))

    def conflict(self, others: "People") -> bool:
        """Whether both name directors, or a cast, and nobody is in both."""
        stated = (self.directors and others.directors) or (self.cast and others.cast)
        return bool(stated) and not in_common(self, others)


@dataclass(frozen=True, slots=True)
class InCommon:
    """People whom two documents name, by their whole names or by one name alone in one of them."""

    whole: tuple[str, ...]
    partial: tuple[str, ...] = ()

    @property
    def are_telling(self) -> bool:
        return bool(self.whole) or len(self.partial) >= FEWEST_PEOPLE

    def __bool__(self) -> bool:
        return bool(self.whole or self.partial)

    def __str__(self) -> str:
        return ", ".join((self.whole + self.partial)[:MOST_NAMED])


def in_common(a: People, b: People) -> InCommon:
    """Return who is in both, however the names are spelled.

    >>> first = People(frozenset({"edwin s venn"}), frozenset({"una reyes"}))
    >>> str(in_common(first, People(frozenset({"edwin stanton venn"}), frozenset({"reyes"}))))
    'edwin stanton venn, una reyes'
    """
    first, second = a.directors | a.cast, b.directors | b.cast
    alike = [name for name in sorted(first & second) if " " in name]
    if len(alike) >= FEWEST_PEOPLE:
        return InCommon(tuple(alike))
    person = people_by_name({*first, *second})
    shared = {person[name] for name in first} & {person[name] for name in second}
    by_whole_name = ({person[name] for name in names if " " in name} for names in (first, second))
    whole = shared.intersection(*by_whole_name)
    return InCommon(tuple(sorted(whole)), tuple(sorted(shared - whole)))
