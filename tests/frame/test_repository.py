"""What the repository promises to whoever clones it."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_every_make_target_a_document_names_exists(document):
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / document).read_text()))
    assert named <= targets()


def test_every_folder_architecture_names_exists():
    named = re.findall(
        r"`((?:films|filmkb|tests|templates|static|scripts|docs|fixtures|requirements)/[\w./-]*)`",
        (ROOT / "ARCHITECTURE.md").read_text(),
    )
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", ["base.txt", "dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_index(name):
    text = (ROOT / "requirements" / name).read_text()
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert all("==" in line or line.lstrip().startswith("--hash=sha256:") for line in lines)
    assert "://" not in text


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    pinned = (ROOT / "requirements" / "dev.txt").read_text().lower().replace("_", "-")
    names = [re.split(r"[\[<>=~]", line)[0].lower().replace("_", "-") for line in wanted]
    assert [name for name in names if f"\n{name}==" not in f"\n{pinned}"] == []
