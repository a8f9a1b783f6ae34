"""`manage.py export_films`: the knowledge base as JSON Lines, one film a line."""

import json
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db.models import QuerySet

from films.export import export_films
from films.management.database import DatabaseCommand
from films.models import Film

CLOSED = 128 + signal.SIGPIPE  # exit status of a program whose output nobody reads any more


class Command(DatabaseCommand):
    help = "Write films with everything known of them as JSON Lines, one film a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--film", metavar="SLUG", nargs="+", action="extend", help="only these films")
        parser.add_argument("--output", metavar="FILE", type=Path, help="a file instead of the terminal")

    def handle(self, *_: Any, **options: Any) -> None:
        films, output = export_films(chosen(options["film"])), options["output"]
        with closing(films):  # whatever ends this, the database is left before the program is
            lines = (json.dumps(film, ensure_ascii=False) for film in films)
            if output is None:
                self.write_out(lines)
                return
            try:
                count = write_whole(output, lines)
            except OSError as error:
                raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stderr.write(f"{count} film{'' if count == 1 else 's'} written to {output}.")

    def write_out(self, lines: Iterator[str]) -> None:
        """Write the lines to the terminal or the next program, until that has read enough."""
        try:
            for line in lines:
                self.stdout.write(line)
            self.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
            raise SystemExit(CLOSED) from None


def chosen(slugs: list[str] | None) -> QuerySet[Film]:
    """Return the films with these slugs, or all; a slug without a film is an error."""
    if not slugs:
        return Film.objects.all()
    films = Film.objects.filter(slug__in=slugs)
    unknown = sorted(set(slugs) - set(films.values_list("slug", flat=True)))
    if unknown:
        raise CommandError(
            f"No film has the slug {', '.join(unknown)}; the slug is the last part of a film page's address."
        )
    return films


def write_whole(output: Path, lines: Iterator[str]) -> int:
    """Write the lines to `output`, which is replaced only when all are written; return their number."""
    count = 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=output.parent, delete=False) as file:
        written = Path(file.name)
        try:
            for line in lines:
                file.write(line + "\n")
                count += 1
        except BaseException:
            written.unlink()
            raise
    mode = output.stat().st_mode if output.exists() else 0o666 & ~current_umask()
    written.chmod(mode)
    written.replace(output)
    return count


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
