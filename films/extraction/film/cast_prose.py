"""Who plays whom, from prose: "Mara (Jo Smith)", "played by Jo Smith", "starring Jo Smith as Mara".

Whether what stands in parentheses is an actor is decided over the document: a name in the shape of
a person's, which the story itself does not use, and the more likely the more of them there are.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace

from films.extraction.film.about_film import is_about_film, is_of_another_work
from films.extraction.film.cast_entry import CastEntry, role_names, without_age
from films.extraction.film.cast_patterns import (
    ACTOR_INSIDE,
    AFTER_STAGE_NAME,
    FURTHER,
    IN_PARENTHESES,
    LIST_AFTER_ROLE,
    LISTED_STARS,
    NAMES_BEFORE,
    NO_STAGE_NAMES,
    OF_A_CAST,
    OF_NOUN,
    PARTS,
    PLAYED,
    PLAYS,
    PLAYS_SOMEONE,
    RELATIVE,
    STARRING,
    UNAPPOSED,
    UNBILLED,
    embodying,
    item_of_list,
)
from films.extraction.film.cast_runs import players_in_runs
from films.extraction.film.crew import find_crew
from films.extraction.film.name_shapes import (
    clean_name,
    is_full_name,
    is_person_like,
    split_list,
    without_start_word,
)
from films.extraction.film.recommendation import find_recommendation
from films.extraction.film.reviews import players_told
from films.extraction.film.role_before import LONGEST_NAME, Role, role_before
from films.extraction.parsed import Parsed
from films.extraction.people import is_human
from films.extraction.resources import read_list, read_pairs
from films.folding import fold
from films.reading.document import Span

LONGEST_LIST = 400
LONGEST_PHRASE = 3
LONGEST_RELATIVE = 10
ENOUGH_OF_ROLE = 3  # times that a role stands in a text
FEW = 2  # known actors by surname alone, which says as much
SOME = 3  # lone names in brackets behind names: "Mara (Howard)", "Tom Vell (Park)", "Ivo (Day)"
MANY = 4  # actors by surname alone, so that one of them may have a first name's
WORDS = re.compile(r"\w+")
NO_PERSON_LABELS = frozenset({"GPE", "LOC", "FAC", "DATE", "NORP", "LANGUAGE", "EVENT", "LAW", "CARDINAL"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name in the place of an actor's, and the role that stands before or after it."""

    actor: str
    role: str
    span: Span
    is_certain: bool


def find_prose_entries(parsed: Parsed, listed: tuple[CastEntry, ...] = ()) -> tuple[CastEntry, ...]:
    """Return who plays whom as the prose tells it; `listed` are the entries already known."""
    actors = {fold(entry.actor) for entry in listed}
    starring = list(_starring(parsed, actors))
    stars = actors | {fold(candidate.actor) for candidate in starring if candidate.is_certain}
    found = [*_in_parentheses(parsed, stars), *_played_by(parsed), *starring, *_playing(parsed, stars)]
    if found or actors or find_recommendation(parsed) is not None:
        found += _embodying(parsed, {fold(candidate.actor) for candidate in found})
    known = {fold(candidate.actor) for candidate in found if candidate.role}
    told = [p for p in (*players_told(parsed), *players_in_runs(parsed)) if fold(p[0]) not in known]
    found += [_Candidate(actor, role, Span(start, end), is_certain=True) for actor, role, start, end in told]
    found.sort(key=lambda candidate: (candidate.span.start, candidate.span.end))
    full = _FullNames(
        [
            *(e.actor for e in listed),
            *(mention.person for mention in find_crew(parsed) if is_full_name(mention.person)),
            *(c.actor for c in found if c.is_certain or is_full_name(c.actor)),
        ]
    )
    named = [replace(c, actor=full.resolve(c.actor) or c.actor) for c in found]
    surnames = {
        fold(c.actor) for c, whole in zip(found, named, strict=True) if c.role and c.actor != whole.actor
    }
    judge = _Judge(parsed, listed, [c for c in named if not c.is_certain], len(surnames))
    return tuple(_entry(parsed, c) for c in named if c.is_certain or judge.is_actor(c))


def _entry(parsed: Parsed, candidate: _Candidate) -> CastEntry:
    role = without_age(candidate.role) if candidate.role else ""
    span = parsed.prose.origin(candidate.span.start, candidate.span.end)
    return CastEntry(candidate.actor, role, role_names(role, candidate.actor), "", span, None)


class _FullNames:
    """The actors a document names in full, by which a surname alone is understood."""

    def __init__(self, names: Iterable[str]) -> None:
        self._full: dict[str, str] = {}
        self._by_last: dict[str, set[str]] = {}
        for name in names:
            key = fold(name)
            self._full.setdefault(key, name)
            if " " in key:
                self._by_last.setdefault(key.split()[-1], set()).add(key)

    def resolve(self, name: str) -> str | None:
        """Return the full name that `name` stands for, or None for a lone word nobody bears."""
        key = fold(name)
        if " " not in key and len(bearers := self._by_last.get(key, set())) == 1:
            return self._full[next(iter(bearers))]
        return self._full.get(key)


def _in_parentheses(parsed: Parsed, stars: Set[str]) -> Iterator[_Candidate]:
    """Read "Mara (Jo Smith)", and "Jo Smith (Mara)" where Jo Smith is one of the stars."""
    text = parsed.prose.text
    makers = {fold(mention.person) for mention in find_crew(parsed)} - stars
    for match in IN_PARENTHESES.finditer(text):
        inside = ACTOR_INSIDE.fullmatch(UNBILLED.sub("", match[1]))
        if inside is None or not (role := role_before(parsed, match.start())):
            continue
        actors = list(_actors(inside["names"]))
        for actor, (name, start) in zip(
            actors, _roles_before(parsed, match.start(), role, len(actors)), strict=True
        ):
            span = Span(start, match.end())
            if fold(name) in makers:  # "directed by Ida Holm (THE BRINE)"
                continue
            if fold(name) in stars and fold(actor) not in stars:
                yield _Candidate(name, actor, span, is_certain=True)
            else:
                yield _Candidate(actor, name, span, bool(inside["by"]))


def _roles_before(parsed: Parsed, end: int, role: Role, count: int) -> list[Role]:
    """Return a role for each of several actors: "Mara and Tom (Jo Smith and Al Brown)" has two."""
    offset = max(0, end - LONGEST_NAME)
    window = parsed.prose.text[offset:end].rstrip(" ,\u00a0")
    names = NAMES_BEFORE.search(window) if count > 1 else None
    pieces = list(split_list(names.group(), keeps_acts=False)) if names else []
    if names is None or len(pieces) < count:
        return [role] * count
    return [(names.group()[a:b], offset + names.start() + a) for a, b in pieces[-count:]]


def _played_by(parsed: Parsed) -> Iterator[_Candidate]:
    for match in PLAYED.finditer(parsed.prose.text):
        if role := role_before(parsed, match.start()):
            for actor in _actors(match["names"]):
                yield _Candidate(actor, role[0], Span(role[1], match.end()), is_certain=" " in actor)


def _playing(parsed: Parsed, stars: Collection[str]) -> Iterator[_Candidate]:
    for match in PLAYS.finditer(parsed.prose.text):
        actor = without_start_word(match["actor"])
        is_of_role = re.search(r"\bthe\s(?:role|part)s?\sof\b", match.group()) is not None
        is_told = is_of_role or fold(clean_name(actor)) in stars or is_about_film(parsed, match.start())
        is_heros = _is_of_hero(match, actor)
        if is_told or is_heros:
            certain = is_full_name(actor) or is_heros
            role = match["role"].strip()
            described, _, other = role.rpartition(", ")
            if described and fold(other) in stars:  # "as the title character, Al Brown"
                role = described
            yield _Candidate(
                clean_name(actor), role, Span(match.start(), match.start("role") + len(role)), certain
            )
            if more := FURTHER.match(parsed.prose.text, match.end()):
                yield from (c for c in _listed_after(parsed.prose.text, more.end(), stars) if c.role)


def _is_of_hero(match: re.Match[str], actor: str) -> bool:
    """Does the text go on with the part: "Smith plays Mara Vell, a widow … Mara moves"?"""
    role = match["role"].split()
    if not match.group().startswith(f"{actor} plays ") or not is_full_name(" ".join(role)):
        return False
    is_hero = match.string.count(role[0]) >= ENOUGH_OF_ROLE
    return is_hero and match.string.count(actor) < FEW + 1 and match.string.startswith(", ", match.end())


def _starring(parsed: Parsed, actors: Collection[str]) -> Iterator[_Candidate]:
    text = parsed.prose.text
    for match in STARRING.finditer(text):
        if _belongs_to_noun(match) and is_of_another_work(parsed, match.start()):
            continue
        if OF_A_CAST.search(match.group()) or is_about_film(parsed, match.start()):
            yield from _listed_after(text, match.end(), actors)
    for match in LISTED_STARS.finditer(text):
        before = max(0, match.start() - LONGEST_LIST)
        names = NAMES_BEFORE.search(text, before, match.start())
        is_role = names is not None and text.endswith("as ", 0, names.start())  # "X stars as Mara and Y …"
        if names and not is_role and is_about_film(parsed, match.start()):
            for actor in _actors(without_start_word(names.group())):
                yield _Candidate(actor, "", Span(names.start(), match.end()), is_full_name(actor))
    for match in PLAYS_SOMEONE.finditer(text):
        actor = without_start_word(match["actor"])
        if is_full_name(actor) and _is_someone(match["whom"]) and is_about_film(parsed, match.start()):
            yield _Candidate(actor, "", Span(*match.span()), is_certain=True)


def _embodying(parsed: Parsed, known: Collection[str]) -> Iterator[_Candidate]:
    """Read "Jo Smith is Mara, an innkeeper" where the rest of the text knows Mara alone."""
    text = parsed.prose.text
    for match in embodying().finditer(text):
        actor = without_start_word(match["actor"] or match["player"])
        role = (match["role"] or match["part"]).strip()
        is_known_once = text.count(actor) == 1 and text.count(role.split()[0]) >= ENOUGH_OF_ROLE
        if is_known_once and fold(actor) not in known and is_person_like(actor):
            yield _Candidate(clean_name(actor), role, Span(*match.span()), is_certain=True)


def _is_someone(words: str) -> bool:
    """Is it a person that is played in "plays the old nurse", and no "piano"?"""
    return not (read_list("human_nouns") | PARTS).isdisjoint(words.casefold().split())


def _belongs_to_noun(match: re.Match[str]) -> bool:
    """Does "starring" or "which starred" tell of the noun before it, whichever film that is?"""
    before = match.string[max(0, match.start() - LONGEST_RELATIVE) : match.start()]
    return bool(OF_NOUN.match(match.group()) or RELATIVE.search(before))


def _listed_after(text: str, at: int, actors: Collection[str]) -> Iterator[_Candidate]:
    """Read "Jo Smith as Mara, Al Brown and Kim Orr as the twins." item by item.

    Beside a full name a lone one is an actor's, too: "Jo Smith, Vell and Al Brown".
    """
    items = list(_items_of_list(text, at, actors))
    is_beside_full = any(is_full_name(clean_name(item["names"])) for item in items)
    for before, item in zip([None, *items], items, strict=False):
        actor = clean_name(item["names"])
        if is_person_like(actor):
            end = item.end("gap") if item["joint"] is not None else item.end()
            is_alone = is_beside_full and not (before and _leads_to_role_or_place(before))
            is_certain = is_full_name(actor) or (is_alone and _is_stage_name(item, actor))
            yield _Candidate(actor, (item["role"] or "").strip(), Span(item.start(), end), is_certain)


def _items_of_list(text: str, at: int, actors: Collection[str]) -> Iterator[re.Match[str]]:
    while item := _item_at(text, at, actors):
        yield item
        at = item.end()
        if at == item.start() or (item["joint"] or "").strip() in {".", ""}:
            return


def _item_at(text: str, at: int, actors: Collection[str]) -> re.Match[str] | None:
    """Return the item that begins there: "Jo Smith as her daughter, Mara", "Jo Smith as her daughter"."""
    item = item_of_list().match(text, at)
    if item is None or not item["role"] or not text.endswith(", ", 0, item.start("role")):
        return item
    goes_on = not actors and LIST_AFTER_ROLE.match(text, item.end("names"))
    is_next = goes_on or fold(clean_name(item["role"])) in actors
    return item_of_list(UNAPPOSED).match(text, at) if is_next else item


def _leads_to_role_or_place(item: re.Match[str]) -> bool:
    """Is the lone word after this item no actor's: "as Mara and Crow", "in the town of Port Ember, Texas"?"""
    is_pair = (item["role"] or "")[:1].isupper() and (item["joint"] or "").strip() == "and"
    return is_pair or any(char.isupper() for char in item["gap"] or "")


def _is_stage_name(item: re.Match[str], name: str) -> bool:
    """Is a lone word between actors' names one of them, and no place, first name or word that goes on?"""
    if " the " in name:  # "Larry the Cook"
        return True
    return (
        name[1:].islower()
        and len(name) > 2
        and AFTER_STAGE_NAME.match(item.string, item.end("names")) is not None
        and not any(name.casefold() in read_list(words) for words in NO_STAGE_NAMES)
        and name not in read_pairs("demonyms").values()
    )


def _actors(names: str) -> Iterator[str]:
    for start, end in split_list(names, keeps_acts=False):
        actor = clean_name(names[start:end])
        if is_person_like(actor):
            yield actor


class _Judge:
    """Decides over the document which names in the place of an actor's are actors'."""

    def __init__(
        self, parsed: Parsed, listed: tuple[CastEntry, ...], doubtful: list[_Candidate], surnames: int
    ) -> None:
        """Read the document once; `surnames` known actors stand there by these alone: "Mara (Smith)"."""
        self._listed = {fold(entry.actor) for entry in listed}
        self._full = {fold(c.actor) for c in doubtful if is_full_name(c.actor)}
        self._surnames = surnames
        self._lone = {fold(c.actor) for c in doubtful if self._may_be_surname(c)}
        self._alone = len({fold(c.actor) for c in doubtful if _is_lone_name(c)})
        self._story = _phrases(_without_parentheses(parsed)) if doubtful else frozenset()
        self._labels: dict[str, set[str]] = {}
        for entity in parsed.doc.ents if doubtful else ():
            self._labels.setdefault(entity.text, set()).add(entity.label_)

    def is_actor(self, candidate: _Candidate) -> bool:
        """Is it an actor's rather than an alias, a place or an explanation?"""
        name = candidate.actor
        if fold(name) in self._listed:
            return True
        words = tuple(WORDS.findall(name)[:LONGEST_PHRASE])
        if words in self._story:
            return False
        if _is_lone_name(candidate, of_description=True) and self._stands_among_many():
            return True  # "her uncle (French)" beside "Mara (Park)" and "Ivo (Day)"
        if self._is_other_entity(name):
            return False
        if is_full_name(name) or len(self._lone) + max(self._surnames, len(self._full)) < FEW:
            return is_full_name(name)
        are_many = self._alone >= SOME or max(self._surnames, len(self._full)) >= FEW
        return self._may_be_surname(candidate) or (are_many and _is_lone_name(candidate))

    def _stands_among_many(self) -> bool:
        are_surnames = self._surnames >= FEW and len(self._lone) + self._surnames >= MANY
        return are_surnames or self._alone >= MANY

    def _may_be_surname(self, candidate: _Candidate) -> bool:
        """A lone word is trusted if it is no first name; beside many others, "Gracie (Allen)" is as well."""
        lower = candidate.actor.casefold()
        is_first_name = lower in read_list("given_names_female") or lower in read_list("given_names_male")
        return _is_lone_name(candidate) and not is_first_name

    def _is_other_entity(self, name: str) -> bool:
        """Does the language model take it for a place or a date each time, and nothing speaks for a cast?"""
        if len(self._full) > 1 and (" " in name or name not in read_pairs("demonyms").values()):
            return False
        labels = self._labels.get(name, set())
        return (bool(labels) and labels <= NO_PERSON_LABELS) or name.casefold() in read_list("nationalities")


def _is_lone_name(candidate: _Candidate, *, of_description: bool = False) -> bool:
    """Is it one word after a character's name, or else after "her uncle"?"""
    name, role = candidate.actor, candidate.role
    is_role = is_human(role.split()[-1].casefold()) if of_description and role else role[:1].isupper()
    return " " not in name and len(name) > 2 and not name.isupper() and is_role


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of one to three words: a look-up for any number of names costs one reading."""
    words = WORDS.findall(text)
    return frozenset(
        tuple(words[i : i + size])
        for size in range(1, LONGEST_PHRASE + 1)
        for i in range(len(words) - size + 1)
    )


def _without_parentheses(parsed: Parsed) -> str:
    """Return the tellings without what stands in parentheses, or in sentences about the film's making."""
    tellings = (p for p in parsed.document.passages if p.is_telling and not is_about_film(parsed, p.start))
    return "\n".join(IN_PARENTHESES.sub("", parsed.prose.text[p.start : p.end]) for p in tellings)
