"""Who is whose: "Tom's sister", remembered so that "his sister" can be understood later.

Told relations imply their inverse: if Mara is Tom's daughter, "her father" is Tom.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from films.extraction.coreference.entities import Entity
from films.extraction.people import noun_gender
from films.extraction.resources import read_classes, read_list
from films.vocabulary import Gender

CLASSES = read_classes("kin_classes")
UNDERLINGS = read_list("underlings") - {"killer"}  # "his killers" are no men of his
INVERSE = {
    "parent": "child",
    "parent-in-law": "child-in-law",
    "grandparent": "grandchild",
    "uncle": "nephew",
    "godparent": "godchild",
    "guardian": "ward",
    "boss": "subordinate",
    "mentor": "pupil",
    "captor": "captive",
    "lawyer": "client",
    "doctor": "patient",
    "killer": "victim",
    **{
        same: same
        for same in (
            "sibling",
            "sibling-in-law",
            "spouse",
            "partner",
            "cousin",
            "friend",
            "neighbour",
            "roommate",
            "colleague",
            "enemy",
        )
    },
}
INVERSE |= {there: here for here, there in INVERSE.items()}
FAMILY = frozenset({"parent", "child", "sibling", "spouse", "grandparent", "grandchild"})
AS_CHILDREN = {"girl": "daughter"}  # when had: "they have two girls"
LOVE = ("spouse", "partner")
BESIDE_MARRIAGE = frozenset({"boyfriend", "girlfriend", "mistress", "paramour"})
BESIDE_OR_BEFORE = frozenset({"mistress", "paramour", "ex-boyfriend", "ex-girlfriend"})
EACH_OTHER = frozenset(here for here, there in INVERSE.items() if here == there)
SHARED = {  # her brother's father is hers, her mother's son her brother
    "parent": ("sibling", "parent"),
    "sibling": ("parent", "child"),
}
IMPLIED = {  # the noun that the inverse gives the other one
    ("parent", Gender.MALE): "father",
    ("parent", Gender.FEMALE): "mother",
    ("child", Gender.MALE): "son",
    ("child", Gender.FEMALE): "daughter",
    ("sibling", Gender.MALE): "brother",
    ("sibling", Gender.FEMALE): "sister",
    ("spouse", Gender.MALE): "husband",
    ("spouse", Gender.FEMALE): "wife",
}


@dataclass(slots=True)
class Kinship:
    """Who is what to whom, as told so far."""

    known: dict[tuple[Entity, str], list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def add(self, owner: Entity, noun: str, entity: Entity) -> None:
        """Remember that `entity` is the `noun` of `owner`; "his men" and "his gang" are one."""
        label = CLASSES.get(noun)
        if _is_of_band(noun) and entity.is_plural and owner is not entity:
            self._add(owner, _band(noun), entity)
        if label is None and not entity.is_plural and owner is not entity:
            self._add(owner, _own(noun), entity)
        if label is None or owner is entity:
            return
        self._add(owner, label, entity)
        inverse = INVERSE.get(label)
        if inverse is not None:
            self._add(entity, inverse, owner)

    def add_each_other(self, two: tuple[Entity, ...], noun: str) -> None:
        """Remember of two people that they are friends, sisters or the like of one another."""
        if len(two) == 2 and CLASSES.get(noun) in EACH_OTHER:
            self.add(two[0], noun, two[1])

    def relate(self, owner: Entity, noun: str, entity: Entity) -> None:
        """Remember the relation and what follows: an unnamed sister of the same owner is now known."""
        if owner is entity or (owner.is_plural and not _is_of_band(noun)):
            return
        if entity.is_named and not entity.is_plural:
            self._name(owner, noun, entity)
        self.add(owner, noun, entity)
        inverse = INVERSE.get(CLASSES.get(noun, ""))
        implied = IMPLIED.get((inverse, owner.gender)) if inverse and owner.gender else None
        if implied is not None:
            owner.nouns.setdefault(implied, frozenset())
            if owner.is_named:
                self._name(entity, implied, owner)

    def _name(self, owner: Entity, noun: str, entity: Entity) -> None:
        """Let the unnamed father who was told of be the one whose son `owner` is."""
        for other in self.find(owner, noun):
            if not other.is_named and not other.is_plural and _is_only(other, noun):
                other.merged_into = entity

    def _add(self, owner: Entity, label: str, entity: Entity) -> None:
        others = self.known[owner, label]
        if entity in others:
            others.remove(entity)
        others.append(entity)

    def find(self, owner: Entity, noun: str) -> list[Entity]:
        """Return whom "`owner`'s `noun`" may mean, the last told last."""
        label = CLASSES.get(noun)
        if label is None:
            return []
        found = self._of_gender(owner, label, noun)
        if not found and label in LOVE and noun not in BESIDE_MARRIAGE:
            found = [entity for other in LOVE for entity in self._of_gender(owner, other, noun)]
            return [e for e in found if BESIDE_OR_BEFORE.isdisjoint(e.nouns.keys() | owner.nouns.keys())]
        if not found and label in SHARED:
            step, then = SHARED[label]
            through = self._known(owner, step)
            return [e for kin in through for e in self._of_gender(kin, then, noun) if e is not owner]
        return found

    def band(self, owner: Entity, noun: str) -> Entity | None:
        """Return the group whom "`owner`'s men" means, where it was told of before."""
        found = self._known(owner, _band(noun)) if _is_of_band(noun) else []
        return found[-1] if found else None

    def own(self, owner: Entity, noun: str) -> Entity | None:
        """Return whom "`owner`'s landlord" means where it was told of before: of a trade one has one."""
        found = self._of_gender(owner, _own(noun), noun) if noun not in CLASSES else []
        return found[-1] if found else None

    def _of_gender(self, owner: Entity, label: str, noun: str) -> list[Entity]:
        gender = noun_gender(noun)
        return [e for e in self._known(owner, label) if gender is None or e.accepts(gender)]

    def _known(self, owner: Entity, label: str) -> list[Entity]:
        return list(dict.fromkeys(entity.final() for entity in self.known.get((owner, label), ())))

    def loved_by(self, owner: Entity) -> list[Entity]:
        """Return husband, wife, partners."""
        return [entity for label in LOVE for entity in self._known(owner, label)]

    def spouses_of(self, owner: Entity) -> list[Entity]:
        return self._known(owner, "spouse")

    def family(self, start: Entity) -> list[Entity]:
        """Return everybody joined to `start` by ties of family, `start` first."""
        found, queue = [start], [start]
        while queue:
            owner = queue.pop()
            for label in sorted(FAMILY):
                for entity in self._known(owner, label):
                    if entity not in found:
                        found.append(entity)
                        queue.append(entity)
        return found

    def household(self, owner: Entity) -> list[Entity]:
        """Return whom "`owner`'s family" means: those whom one has children with, or else grew up with."""
        children = self._known(owner, "child")
        if children:
            having = [p for child in children for p in self._known(child, "parent") if p is not owner]
            return list(dict.fromkeys([*(self.loved_by(owner) or having), *children]))
        parents = self._known(owner, "parent")
        others = (e for p in parents for label in ("spouse", "child") for e in self._known(p, label))
        grown_up_with = dict.fromkeys([*parents, *self._known(owner, "sibling"), *others])
        grown_up_with.pop(owner, None)
        return list(grown_up_with) or self.family(owner)[1:]


def _is_of_band(noun: str) -> bool:
    return noun in UNDERLINGS or noun not in CLASSES


def _band(noun: str) -> str:
    return "underlings" if noun in UNDERLINGS else f"band: {noun}"


def _own(noun: str) -> str:
    return f"own: {noun}"


def _is_only(entity: Entity, noun: str) -> bool:
    """Is all that is told of somebody that they are this to someone? "The president" is more than a boss."""
    return noun in entity.nouns and all(CLASSES.get(told) == CLASSES[noun] for told in entity.nouns)
