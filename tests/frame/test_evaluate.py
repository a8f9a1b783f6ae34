"""`scripts/evaluate` scores a folder of annotated documents, or says what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCORER = """
import json, sys
films = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(sorted(document["name"] for film in films for document in film["documents"]), sys.argv[2])
"""


def evaluate(documents: Path | str, gold: Path | str, scorer: Path | str) -> subprocess.CompletedProcess[str]:
    command = [ROOT / "scripts" / "evaluate", sys.executable, documents, gold, scorer]
    environment = {**os.environ, "SECRET_KEY": "for the test"}
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, env=environment
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "annotated"
    folder.mkdir()
    (folder / "harbour.txt").write_text("Mara Vell hides a sailor in the harbour. She betrays him.")
    (folder / "harbour.gold.json").write_text("{}")
    (tmp_path / "score.py").write_text(SCORER)
    return folder


def test_texts_of_the_folder_are_imported_exported_and_scored(folder: Path):
    folder.chmod(0o555)
    result = evaluate(folder, folder, folder.parent / "score.py")
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"['harbour.txt'] {folder}\n"


def test_missing_things_are_named(folder: Path, tmp_path: Path):
    empty, scorer = tmp_path / "empty", tmp_path / "score.py"
    empty.mkdir()
    said = {
        evaluate("", "", scorer).stderr: "Which documents?",
        evaluate(tmp_path / "nowhere", folder, scorer).stderr: "There is no folder",
        evaluate(folder, tmp_path / "nowhere", scorer).stderr: "of annotations",
        evaluate(folder, folder, tmp_path / "none.py").stderr: "There is no scorer",
        evaluate(empty, folder, scorer).stderr: "holds no *.txt",
        evaluate(folder, empty, scorer).stderr: "holds no *.gold.json",
    }
    assert [error for error, expected in said.items() if expected not in error] == []
    assert len(said) == 6
