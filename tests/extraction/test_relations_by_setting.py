"""Ties a setting makes plain: one workplace, command or police force, a family's name, half a wedding."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara is sent to Oslo to work as a maid in the household of the painter Tom Vell.",
            ("tom", Kind.EMPLOYER, "mara"),
            id="household-of",
        ),
        pytest.param(
            "Mara works as a cook on Tom's ranch.", ("tom", Kind.EMPLOYER, "mara"), id="role-and-place"
        ),
        pytest.param(
            "Tom takes a job as a gardener at the house of Mara Vell.",
            ("mara", Kind.EMPLOYER, "tom"),
            id="job-at-a-house",
        ),
        pytest.param(
            "Mara works at a bar that Tom Hill owns.", ("tom", Kind.EMPLOYER, "mara"), id="bar-he-owns"
        ),
        pytest.param(
            "Mara sings in the sideshow of Tom Hill's circus.",
            ("tom", Kind.EMPLOYER, "mara"),
            id="show-of-circus",
        ),
        pytest.param(
            "Tom and Al end up working as cooks on a ranch.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="end-up-working",
        ),
        pytest.param(
            "Mara and Tom work together under Captain Hill's command.",
            ("captain", Kind.EMPLOYER, "mara"),
            id="under-command",
        ),
        pytest.param(
            "Tom, in the service of Duke Otto, rides to the castle.",
            ("duke", Kind.EMPLOYER, "tom"),
            id="in-the-service",
        ),
        pytest.param(
            "Ivo runs the town. Mara arrests Tom and Al, who were both on Ivo's payroll.",
            ("ivo", Kind.EMPLOYER, "tom"),
            id="payroll-of-both",
        ),
        pytest.param(
            "Tom was ordered by Captain Vell to find the gold.",
            ("captain", Kind.EMPLOYER, "tom"),
            id="ordered-by-rank",
        ),
        pytest.param(
            "Investigating the murder, Tom and Mara arrive at the bar.",
            ("mara", Kind.COLLEAGUE, "tom"),
            id="investigating-together",
        ),
        pytest.param(
            "Al Hill and Tom Vell, two small-time crooks and former soldiers, rob a shop.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="two-crooks",
        ),
        pytest.param(
            "FBI agents Tom Hill and Mara Vell are sent to the town.",
            ("mara", Kind.COLLEAGUE, "tom"),
            id="agents",
        ),
        pytest.param(
            "Detective Tom Hill finds a body. Later Sergeant Al Vell calls the police.",
            ("detective", Kind.COLLEAGUE, "sergeant"),
            id="one-force",
        ),
        pytest.param(
            "Tom Hill loves his son Ron. The other Hill children, Bo, Ana and Ivo, have grown up.",
            ("tom", Kind.PARENT, "bo"),
            id="children-by-surname",
        ),
        pytest.param(
            "Mara lives with Tom Vell and his wife, Ana. Tom's mother-in-law, Berta, visits.",
            ("berta", Kind.PARENT, "ana"),
            id="mother-in-law",
        ),
        pytest.param(
            "Mara meets Tom on board. Tom proposes and Mara accepts, telling Ana about it.",
            ("mara", Kind.PARTNER, "tom"),
            id="proposes-and-accepts",
        ),
        pytest.param(
            "Tom Hill visits Mara. Tom proposes. Mara accepts.",
            ("mara", Kind.PARTNER, "tom"),
            id="accepts-next",
        ),
        pytest.param(
            "Mara's fiancé Tom works in a bank. Arriving late, she tells Al that she has married.",
            ("mara", Kind.SPOUSE, "tom"),
            id="has-married",
        ),
        pytest.param(
            "Mara and Tom are engaged. On her first wedding anniversary Mara invites Al.",
            ("mara", Kind.SPOUSE, "tom"),
            id="anniversary",
        ),
        pytest.param(
            "On their honeymoon, as the happy Tom and Mara row on the lake, they are teased by Al.",
            ("mara", Kind.SPOUSE, "tom"),
            id="honeymoon",
        ),
        pytest.param(
            "Ana finds love letters from Tom to Mara.", ("mara", Kind.PARTNER, "tom"), id="love-letters"
        ),
        pytest.param(
            "Mara meets Tom, an artist. She stays the night with him.",
            ("mara", Kind.PARTNER, "tom"),
            id="stays-the-night",
        ),
        pytest.param("Al catches Tom in bed with Mara.", ("mara", Kind.PARTNER, "tom"), id="in-bed-with"),
        pytest.param("Tom Hill and Mara Vell kiss.", ("mara", Kind.PARTNER, "tom"), id="kiss-each-other"),
        pytest.param(
            "Tom Hill and Mara Vell are in a relationship.",
            ("mara", Kind.PARTNER, "tom"),
            id="in-a-relationship",
        ),
        pytest.param(
            "Tom Hill and Al Vell team up to find the gold.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="team-up-is-a-verb",
        ),
        pytest.param(
            "Detective Tom Hill is on the trail of the robber Al Vell.",
            ("al", Kind.ENEMY, "detective"),
            id="trail",
        ),
        pytest.param(
            "Mara is an artist having an affair with an arrogant and rich lawyer named Tom Hill.",
            ("mara", Kind.PARTNER, "tom"),
            id="an-artist-having-an-affair",
        ),
        pytest.param(
            "Mara frees herself from a relationship with the wizard Tom Hill.",
            ("mara", Kind.PARTNER, "tom"),
            id="relationship-with-a-man",
        ),
        pytest.param(
            "Al sees how Tom and Mara dance. Tom and Mara are finally together.",
            ("mara", Kind.PARTNER, "tom"),
            id="finally-together",
        ),
        pytest.param(
            "Technician Tom and secretary Mara leave.", ("mara", Kind.COLLEAGUE, "tom"), id="trade-and-post"
        ),
        pytest.param(
            "Tom Hill acts on the orders of the banker Al Vell.",
            ("al", Kind.EMPLOYER, "tom"),
            id="on-the-orders",
        ),
        pytest.param(
            "Al Vell rules the town with Tom Hill as his lieutenant.",
            ("al", Kind.EMPLOYER, "tom"),
            id="with-him-as-his",
        ),
        pytest.param(
            "Iris Vell is shocked to discover Tom Hill seducing Mara Stone.",
            ("mara", Kind.PARTNER, "tom"),
            id="seen-seducing",
        ),
        pytest.param(
            "Mara believes she is in love with Tom, and consents to marry him.",
            ("mara", Kind.PARTNER, "tom"),
            id="consents-to-marry",
        ),
        pytest.param(
            "Tom hides. With Mara in love with Tom, Al goes to town.",
            ("mara", Kind.PARTNER, "tom"),
            id="with-her-in-love",
        ),
        pytest.param(
            "Telephone repairmen Tom Hill (Jo Smith) and Al Vell (Ed Jones) are called.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="repairmen",
        ),
        pytest.param("Tom Hill punches Al Vell.", ("al", Kind.ENEMY, "tom"), id="punches"),
        pytest.param(
            "Mara visits Tom. Her friendship with Tom soon deepens.",
            ("mara", Kind.FRIEND, "tom"),
            id="deepens",
        ),
    ],
)
def test_what_the_setting_says_is_read(text: str, expected: Triple) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        pytest.param("Tom Hill proposes a plan, and Mara accepts.", Kind.PARTNER, id="proposes-a-plan"),
        pytest.param(
            "Tom and Ana dine. Tom proposes; Mara accepts the job.", Kind.PARTNER, id="accepts-a-job"
        ),
        pytest.param("Mara is in love with Al. Al is married.", Kind.SPOUSE, id="married-to-another"),
        pytest.param("Mara finds her husband in bed with Ana.", Kind.PARTNER, id="the-finder-is-in-no-bed"),
        pytest.param("Ana finds letters from Tom to Mara.", Kind.PARTNER, id="letters"),
        pytest.param("Mara has to work under Tom's command.", Kind.EMPLOYER, id="has-to-serve"),
        pytest.param("Tom Hill lives in the house of Mara Vell.", Kind.EMPLOYER, id="lives-in-a-house"),
        pytest.param("Tom orders Mara to leave.", Kind.EMPLOYER, id="no-rank"),
        pytest.param("Tom Hill raises his granddaughter Mara.", Kind.PARENT, id="raises-a-granddaughter"),
        pytest.param("Tom and Mara are together in the car.", Kind.PARTNER, id="together-in-a-car"),
        pytest.param(
            "Mara has a difficult relationship with her boss, Tom.",
            Kind.PARTNER,
            id="relationship-with-a-boss",
        ),
        pytest.param("Mara has a working relationship with Tom.", Kind.PARTNER, id="working-relationship"),
        pytest.param(
            "Private detective Tom Hill calls Sergeant Al Vell of the police.", Kind.COLLEAGUE, id="private"
        ),
        pytest.param(
            "Sergeant Tom Hill shoots Lieutenant Vell on the beach.", Kind.COLLEAGUE, id="of-no-police"
        ),
    ],
)
def test_what_the_setting_leaves_open_is_not_read(text: str, unsaid: Kind) -> None:
    assert unsaid not in {kind for _, kind, _ in told(text)}
