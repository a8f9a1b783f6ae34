"""Search hits as a reader with limits may see them: why they matched must not tell what is hidden."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from films.folding import fold
from films.models import CharacterName, Portrayal, Setting
from films.models.limits import SpoilerLimits
from films.search import EntryKind, Piece, SearchGroup, SearchHit, SearchResults
from films.views._limits import Wording

FILMS_NAMED = 3


def told_results(results: SearchResults, limits: SpoilerLimits) -> SearchResults:
    """Return the results without what their reader has asked not to be told."""
    if not limits.is_any:
        return results
    told = _Told.of(results, limits)
    groups = (told.group(group) for group in results.groups)
    return replace(results, groups=tuple(group for group in groups if group.hits), suggestion="")


@dataclass(frozen=True, slots=True)
class _Told:
    """What may be told of the things found."""

    limits: SpoilerLimits
    wording: Wording
    names: Mapping[int, frozenset[str]]  # folded, by character
    films: Mapping[int, list[str]]  # titles of the films that are known to play there, by place
    hiding: frozenset[int]  # people with a part that is not to be told

    @classmethod
    def of(cls, results: SearchResults, limits: SpoilerLimits) -> "_Told":
        ids: dict[EntryKind, list[int]] = defaultdict(list)
        for hit in results.hits:
            ids[hit.kind].append(hit.object_id)
        names: dict[int, set[str]] = defaultdict(set)
        known = CharacterName.objects.filter(
            limits.allowed("character__film"), character__in=ids[EntryKind.CHARACTER]
        )
        for character_id, name in known.values_list("character", "text"):
            names[character_id].add(fold(name))
        films: dict[int, list[str]] = defaultdict(list)
        for setting in (
            Setting.objects.known(limits).filter(place__in=ids[EntryKind.PLACE]).select_related("film")
        ):
            films[setting.place_id].append(str(setting.film))
        events = (hit.film_id for hit in results.hits if hit.kind == EntryKind.EVENT and hit.film_id)
        parts = Portrayal.objects.filter(credit__person__in=ids[EntryKind.PERSON])
        hidden = parts.exclude(pk__in=Portrayal.objects.known(limits)).values_list(
            "credit__person", flat=True
        )
        return cls(
            limits,
            Wording.of(limits, events),
            {pk: frozenset(own) for pk, own in names.items()},
            films,
            frozenset(hidden),
        )

    def group(self, group: SearchGroup) -> SearchGroup:
        hits = tuple(told for hit in group.hits if (told := self.hit(hit)))
        return replace(group, hits=hits, count=group.count - (len(group.hits) - len(hits)))

    def hit(self, hit: SearchHit) -> SearchHit | None:
        """Return the hit as it may be shown, or None when it was found by what is hidden."""
        if hit.film_id is not None and self.limits.of(hit.film_id) is None:
            return hit
        if hit.kind == EntryKind.PLACE:
            return self._place(hit)
        if hit.kind == EntryKind.EVENT:
            return self._event(hit)
        if hit.kind == EntryKind.CHARACTER and hit.is_name:
            known = {fold(hit.title), *self.names.get(hit.object_id, frozenset())}
            return hit if fold(hit.matched_text) in known else None
        if hit.kind == EntryKind.PERSON and hit.object_id not in self.hiding:
            return hit
        # Other words of a film's or a person's entry may name a place or a part that is told later.
        return hit if hit.is_name else None

    def _event(self, hit: SearchHit) -> SearchHit | None:
        """Return an event that is found by its summary as the reader may see it."""
        title = self.wording.of_text(hit.film_id or 0, hit.title)
        found_by = [piece.text for piece in hit.matched if piece.is_match]
        is_told = all(text in title or text in hit.context for text in found_by)
        return replace(hit, title=title, matched=(Piece(title),)) if is_told else None

    def _place(self, hit: SearchHit) -> SearchHit | None:
        titles = self.films.get(hit.object_id)
        return replace(hit, context=", ".join(titles[:FILMS_NAMED])) if titles else None
