"""A wrong start says what to do."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_making_an_environment_without_python_says_how_to_name_one(tmp_path):
    result = subprocess.run(
        [str(ROOT / "scripts" / "make-venv"), "no-such-python", str(tmp_path / "venv")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "make PYTHON=" in result.stderr
    assert not (tmp_path / "venv").exists()
