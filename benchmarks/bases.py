"""Generated databases of so many films, filled once and kept for the next time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path("build/bench")
BLOCK = 20_000  # films that a larger base has over and over, with other surnames each time
PLOTS, PLOTS_OF_LARGE = 0.15, 0.04  # shares of films with a plot


def base_of(films: int, texts: Path) -> Path:
    """Return the SQLite file with so many generated films, which is filled if it is not there."""
    path = FOLDER / f"films-{films}.sqlite3"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        if films <= 2 * BLOCK + 2_000:
            _fill(unfinished, films=films, plots=PLOTS, texts=texts)
        else:
            shutil.copy(_block(texts), unfinished)
            _fill(unfinished, copies=films // BLOCK)
        unfinished.rename(path)
    return path


def url_of(path: Path) -> str:
    return f"sqlite:///{path.resolve()}"


def _block(texts: Path) -> Path:
    path = FOLDER / "block.sqlite3"
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        _fill(unfinished, films=BLOCK, plots=PLOTS_OF_LARGE, texts=texts)
        unfinished.rename(path)
    return path


def _fill(path: Path, **options: object) -> None:
    arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "benchmarks.generated", *arguments]
    subprocess.run(command, check=True, env=os.environ | {"DATABASE_URL": url_of(path)})  # noqa: S603
