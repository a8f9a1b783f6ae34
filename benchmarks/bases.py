"""Generated databases of so many films, filled once and kept for the next time."""

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

FOLDER = Path("build/bench")
BLOCK = 20_000  # films that a larger base has over and over, with other surnames each time
PLOTS, PLOTS_OF_LARGE = 0.15, 0.04  # shares of films with a plot
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"

# The `DATABASE_URL` of each base, by its database and its number of films.
Bases = Mapping[str, Mapping[int, str]]


def made_bases(sizes: Sequence[int], texts: Path, server: str = "") -> Bases:
    """Return generated bases of these sizes on SQLite, and on the PostgreSQL server if one is named.

    Those that are not there yet are filled: with the same rows on both.
    """
    made = {SQLITE: {films: _sqlite_url(base_of(films, texts)) for films in sizes}}
    if server:
        made[POSTGRESQL] = {films: base_on(server, films, texts) for films in sizes}
    for url in (url for urls in made.values() for url in urls.values()):
        _run("django", "migrate", "--settings=filmkb.settings", "--verbosity=0", url=url)  # it may be older
    return made


def named_bases(given: str) -> Bases:
    """Return the bases that are named, as FILMS=DATABASE_URL each.

    >>> named_bases("100=sqlite:////srv/films.sqlite3 100=postgres://127.0.0.1/films")
    {'SQLite': {100: 'sqlite:////srv/films.sqlite3'}, 'PostgreSQL': {100: 'postgres://127.0.0.1/films'}}
    """
    named: dict[str, dict[int, str]] = defaultdict(dict)
    for base in given.split():
        films, _, url = base.partition("=")
        named[SQLITE if url.startswith("sqlite:") else POSTGRESQL][int(films)] = url
    return {database: dict(sorted(urls.items())) for database, urls in named.items()}


def base_of(films: int, texts: Path) -> Path:
    """Return the SQLite file with so many generated films, which is filled if it is not there."""
    path = FOLDER / f"films-{films}.sqlite3"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        if _is_small(films):
            _fill(_sqlite_url(unfinished), films=films, plots=PLOTS, texts=texts)
        else:
            shutil.copy(_block(texts), unfinished)
            _fill(_sqlite_url(unfinished), copies=films // BLOCK)
        unfinished.rename(path)
    return path


def base_on(server: str, films: int, texts: Path) -> str:
    """Return the address of the server's database with the same films, which is filled if it is not there."""
    name, unfinished = f"filmkb_bench_{films}", f"filmkb_bench_{films}_unfinished"
    with psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(unfinished)))
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(unfinished)))
            if _is_small(films):
                _fill(_beside(server, unfinished), like=base_of(films, texts))
            else:
                _fill(_beside(server, unfinished), like=_block(texts), copies=films // BLOCK)
            rename = SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(rename.format(Identifier(unfinished), Identifier(name)))
    return _beside(server, name)


def path_of(url: str) -> Path:
    """Return the file of a base on SQLite."""
    return Path(url.removeprefix("sqlite:///"))


def _sqlite_url(path: Path) -> str:
    return f"sqlite:///{path.resolve()}"


def _beside(server: str, database: str) -> str:
    """Return the address of another database of a server."""
    return urlsplit(server)._replace(path=f"/{database}").geturl()


def _is_small(films: int) -> bool:
    """Are so many films made one by one, not copied?"""
    return films <= 2 * BLOCK + 2_000


def _block(texts: Path) -> Path:
    path = FOLDER / "block.sqlite3"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        _fill(_sqlite_url(unfinished), films=BLOCK, plots=PLOTS_OF_LARGE, texts=texts)
        unfinished.rename(path)
    return path


def _fill(url: str, **options: object) -> None:
    _run("benchmarks.generated", *(f"--{name}={value}" for name, value in options.items()), url=url)


def _run(module: str, *arguments: str, url: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, check=True, env=os.environ | {"DATABASE_URL": url})  # noqa: S603
