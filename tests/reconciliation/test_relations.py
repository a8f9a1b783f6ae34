from films.reconciliation import reconcile
from films.vocabulary import RelationshipKind
from tests.reconciliation.builders import make_extraction

PARENT, SIBLING = RelationshipKind.PARENT, RelationshipKind.SIBLING


def family(text, *relations, **said):
    return make_extraction(f"{text} Mara and Dov met.", [["Mara"], ["Dov"]], relations=relations, **said)


def test_a_symmetric_relationship_stands_once():
    film = reconcile([family("One.", ("Mara", SIBLING, "Dov")), family("Two.", ("Dov", SIBLING, "Mara"))])
    assert [(r.subject, r.kind, r.object, len(r.evidence)) for r in film.relationships] == [
        ("dov", SIBLING, "mara", 2)
    ]


def test_most_documents_decide_who_is_the_parent():
    film = reconcile(
        [
            family("One.", ("Mara", PARENT, "Dov")),
            family("Two.", ("Dov", PARENT, "Mara")),
            family("Three.", ("Mara", PARENT, "Dov")),
        ]
    )
    assert [(r.subject, r.object) for r in film.relationships] == [("mara", "dov")]


def test_a_place_is_one_however_it_is_spelled():
    film = reconcile(
        [
            make_extraction("She left Orán.", places=["Orán"]),
            make_extraction("He hates Oran.", places=["Oran"]),
        ]
    )
    assert [(p.name, len(p.mentions)) for p in film.places] == [("Orán", 2)]
