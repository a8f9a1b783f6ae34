"""The design page and the style sheet say the same, and the sheet keeps to its own tokens."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.colours import contrast

ROOT = Path(__file__).resolve().parents[2]
SHEET = re.sub(r"/\*.*?\*/", "", (ROOT / "static" / "filmkb.css").read_text(), flags=re.DOTALL)
PAGE = (ROOT / "docs" / "design.md").read_text()
TOKENS = re.compile(r"(--[\w-]+):\s*([^;]+);")
ROOTS = re.compile(r":root\s*\{([^}]*)\}")
MOST_STEPS = 8
MOST_BYTES = 200 * 1024
WORDS = {"inherit", "transparent", "currentcolor", "none"}
DARK_SCREEN = "@media screen and (prefers-color-scheme: dark)"


def tokens(block: str) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in TOKENS.findall(block)}


LIGHT = tokens(ROOTS.search(SHEET)[1])
DARK = LIGHT | tokens(ROOTS.search(SHEET, SHEET.index(DARK_SCREEN))[1])
PRINT = tokens(ROOTS.search(SHEET, SHEET.index("@media print"))[1])
RULES = ROOTS.sub("", SHEET)
DECLARATIONS = [
    (name, value.strip()) for name, value in re.findall(r"[{;]\s*([a-z-]+):\s*([^;{}]+)(?=[;}])", RULES)
]


def table(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading of the design page, without its head and code signs."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


def named(prefix: str) -> dict[str, str]:
    return {name: value for name, value in LIGHT.items() if name.startswith(f"--{prefix}-")}


def test_contrast_is_that_of_the_definition():
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.005)


def test_colours_of_the_page_are_those_of_the_sheet():
    colours = {name for name, value in LIGHT.items() if value.startswith("#")}
    rows = table("Colours")
    assert {name: (light, dark) for name, light, dark, _ in rows} == {
        name: (LIGHT[name], DARK[name]) for name in colours
    }


@pytest.mark.parametrize(
    ("heading", "prefix"),
    [("Type", "type"), ("Line heights", "leading"), ("Spaces", "space"), ("Measures", "measure")],
)
def test_sizes_of_the_page_are_those_of_the_sheet(heading, prefix):
    assert {row[0]: row[1] for row in table(heading)} == named(prefix)
    assert 1 < len(named(prefix)) <= MOST_STEPS


def test_every_token_is_on_the_page_and_in_use():
    assert [name for name in LIGHT if f"`{name}`" not in PAGE] == []
    assert [name for name in LIGHT if f"var({name})" not in RULES] == []


def test_dark_and_print_give_values_to_known_tokens_only():
    assert DARK.keys() == LIGHT.keys()
    assert PRINT.keys() <= LIGHT.keys()


def test_spaces_grow_with_their_number():
    sizes = [float(value.removesuffix("rem")) for _, value in sorted(named("space").items())]
    assert [pair for pair in pairwise(sizes) if pair[0] >= pair[1]] == []


def test_every_pair_of_colours_contrasts_as_much_as_the_page_says():
    rows = table("Contrast")
    wrong = [
        row
        for row in rows
        for said, colours in ((row[2], LIGHT), (row[3], DARK))
        if f"{contrast(colours[row[0]], colours[row[1]]):.1f}" != said or float(said) < float(row[4])
    ]
    assert rows
    assert wrong == []


def test_every_colour_of_text_and_lines_has_its_contrast_measured():
    pairs = {(above, below): float(least) for above, below, _, _, least in table("Contrast")}
    used = {
        used for name, value in DECLARATIONS if name == "color" for used in re.findall(r"--[\w-]+", value)
    }
    on_paper = used - {"--on-accent"}
    assert on_paper >= {"--ink", "--ink-soft", "--accent"}
    assert [name for name in on_paper if pairs.get((name, "--paper"), 0) < 4.5] == []
    assert [name for name in on_paper if pairs.get((name, "--paper-deep"), 0) < 4.5] == []
    assert pairs["--on-accent", "--accent"] >= 4.5
    assert [name for name in named("line") if pairs.get((name, "--paper"), 0) < 3] == []


def test_the_sheet_names_no_colour_but_by_its_token():
    coloured = [(name, value) for name, value in DECLARATIONS if is_of_colour(name)]
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", re.IGNORECASE)
    assert len(coloured) > 50
    assert [pair for pair in DECLARATIONS if literal.search(pair[1])] == []
    assert [pair for pair in coloured if not speaks_in_tokens(pair[1])] == []


def is_of_colour(name: str) -> bool:
    return name in {"color", "background", "fill", "stroke", "accent-color"} or name.endswith("-color")


def speaks_in_tokens(value: str) -> bool:
    return value in WORDS or value.startswith(
        ("var(--", "color-mix(in srgb, currentcolor", "color-mix(in srgb, var(--")
    )


def test_the_sheet_sets_type_by_its_tokens():
    sizes = [value for name, value in DECLARATIONS if name == "font-size"]
    shorthands = [value for name, value in DECLARATIONS if name == "font" and value != "inherit"]
    heights = [value for name, value in DECLARATIONS if name == "line-height"]
    assert [value for value in sizes if not re.fullmatch(r"var\(--type-\w+\)", value)] == []
    assert [value for value in shorthands if not re.search(r"var\(--type-\w+\)/", value)] == []
    assert [value for value in heights if not re.fullmatch(r"var\(--leading-\w+\)|[01]", value)] == []
    assert len(sizes) > 20


def test_the_sheet_sets_distances_by_its_tokens():
    distances = [
        (name, value)
        for name, value in DECLARATIONS
        if re.fullmatch(r"(?:margin|padding|(?:row-|column-)?gap).*", name)
    ]
    assert len(distances) > 50
    assert [pair for pair in distances if re.search(r"\d(?:rem|px)", pair[1].replace("-1px", ""))] == []


def test_the_sheet_uses_no_token_that_it_does_not_have():
    assert set(re.findall(r"var\((--[\w-]+)\)", SHEET)) <= LIGHT.keys()


def test_readme_shows_three_pages_with_words_for_those_who_cannot_see_them():
    pictures = re.findall(r"!\[([^\]]*)\]\((docs/images/[\w-]+\.png)\)", (ROOT / "README.md").read_text())
    assert len(pictures) == 3
    assert all(len(words) > 40 for words, _ in pictures)
    assert {path for _, path in pictures if (ROOT / path).stat().st_size > MOST_BYTES} == set()
