"""Commands run as an operator runs them: in a process of their own, on a database of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments: str, url: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the site's settings and the database at that address."""
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "filmkb.settings"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def manage(*arguments: str, url: str) -> subprocess.CompletedProcess[str]:
    return python("manage.py", *arguments, url=url)
