"""The site as the image holds it and as docs/deploy.md sets it, served by Gunicorn to real requests."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import psutil
import psycopg
import pytest
from django.db import connection

from tests.frame.test_deployment import DOCKERFILE, ROOT, clean_environment, example

NAME = "filmkb_served"
PREPARE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from films.models import Film
Film.objects.create(title="The Salt Harbour", slug="the-salt-harbour", year=1987)
"""
HTTPS = {"X-Forwarded-Proto": "https"}
PATIENCE = 60  # seconds for a start on a busy machine


@dataclass(frozen=True)
class Site:
    """A served site: its master process, its port, and the database of its own."""

    process: subprocess.Popen[bytes]
    port: int
    database_url: str

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        client = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            client.request("GET", path, headers={name.replace("_", "-"): v for name, v in headers.items()})
            response = client.getresponse()
            return response, response.read()
        finally:
            client.close()

    def statuses(self, path: str, count: int) -> set[int]:
        with ThreadPoolExecutor(8) as pool:
            return set(pool.map(lambda _: self.get(path, **HTTPS)[0].status, range(count)))

    @property
    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """Yield the address of an empty database of the kind that the suite runs on."""
    if connection.vendor != "postgresql":
        yield f"sqlite:///{folder / 'served.sqlite3'}"
        return
    server = connection.settings_dict
    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    account = {parameter: str(server[key]) for key, parameter in keys.items() if server[key]}
    name = f"{NAME}_{os.getpid()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **account) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        try:
            password = f":{server['PASSWORD']}" if server["PASSWORD"] else ""
            where = f"{server['USER']}{password}@{server['HOST']}:{server['PORT'] or 5432}"
            yield f"postgres://{where}/{name}?application_name={NAME}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def as_the_image(folder: Path) -> None:
    """Fill a folder as the Dockerfile fills its image, by its own lines."""
    for source, target in re.findall(r"^COPY (\S+) (\S+)$", DOCKERFILE, flags=re.MULTILINE):
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, folder / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, folder / target)
    collect = re.search(
        r"^RUN (SECRET_KEY=\S+ python manage\.py collectstatic[^\\\n]+)", DOCKERFILE, re.MULTILINE
    )
    assert collect
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(collect[1], shell=True, cwd=folder, env=clean_environment(PATH=path), check=True)  # noqa: S602
    assert not (folder / ".secret-key").exists()


@contextmanager
def served(folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start what the image starts; yield when it tells systemd that it is ready, and end it in good order."""
    command = json.loads(re.search(r"^CMD (.+)$", DOCKERFILE, re.MULTILINE)[1])
    command[0] = str(Path(sys.executable).with_name(command[0]))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready, (folder / "log").open("wb") as log:
        name = f"{NAME}-{os.getpid()}"
        ready.bind(f"\0{name}")
        ready.settimeout(PATIENCE)
        environment = environment | {"NOTIFY_SOCKET": f"@{name}"}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            assert b"READY=1" in ready.recv(1024)
            yield process
            process.terminate()
            assert process.wait(PATIENCE) == 0
        finally:
            for left in [*psutil.Process(process.pid).children(), process] if process.poll() is None else []:
                left.kill()
            process.wait()


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_setup, django_db_blocker) -> Iterator[Site]:
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    as_the_image(folder)
    with django_db_blocker.unblock(), own_database(folder) as database_url:
        settings = example() | {
            "DATABASE_URL": database_url,
            "SECRET_KEY": "x" * 60,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "WEB_CONCURRENCY": "2",
        }
        environment = clean_environment(**settings)
        subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "--command", PREPARE],
            cwd=folder,
            env=environment,
            check=True,
        )
        with served(folder, environment) as process:
            yield Site(process, port, database_url)


def until(condition, *, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(met)


def test_two_workers_serve_pages(site):
    assert until(lambda: len(site.workers) == 2)
    response, body = site.get("/films/the-salt-harbour/", **HTTPS, Host="films.example.org")
    assert response.status == 200
    assert "The Salt Harbour" in body.decode()
    assert site.statuses("/films/", 24) == {200}


def test_plain_requests_are_led_to_https_but_for_health_checks(site):
    response, _ = site.get("/films/", Host="films.example.org")
    assert (response.status, response.headers["Location"]) == (301, "https://films.example.org/films/")
    response, body = site.get("/healthz")
    assert (response.status, json.loads(body)) == (200, {"status": "ok"})


def test_answers_over_https_say_so(site):
    response, _ = site.get("/admin/login/", **HTTPS)
    assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
    assert "secure" in response.headers["Set-Cookie"].lower()
    assert site.get("/", **HTTPS, Host="another.example.org")[0].status == 400


def test_style_sheet_is_packed_and_kept_for_ever(site):
    _, page = site.get("/films/", **HTTPS)
    sheet = re.search(r'href="(/static/filmkb\.[0-9a-f]+\.css)"', page.decode())
    assert sheet
    response, _ = site.get(sheet[1], **HTTPS, Accept_Encoding="gzip")
    assert (response.status, response.headers["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in response.headers["Cache-Control"]


def test_a_worker_that_dies_is_replaced_and_the_site_stays(site):
    assert until(lambda: len(site.workers) == 2)
    lost = site.workers[0]
    lost.send_signal(signal.SIGKILL)
    assert until(lambda: len(site.workers) == 2 and lost.pid not in [w.pid for w in site.workers])
    assert site.statuses("/films/", 16) == {200}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no connections to lose")
def test_connections_are_kept_bounded_and_made_again_when_lost(site):
    assert site.statuses("/films/", 40) == {200}
    with psycopg.connect(site.database_url.partition("?")[0], autocommit=True) as admin:
        mine = "FROM pg_stat_activity WHERE application_name = %s"
        kept = {pid for (pid,) in admin.execute(f"SELECT pid {mine}", [NAME])}
        assert 1 <= len(kept) <= 4  # two workers of two threads
        assert site.statuses("/films/", 40) == {200}
        again = {pid for (pid,) in admin.execute(f"SELECT pid {mine}", [NAME])}
        assert kept & again
        assert admin.execute(f"SELECT bool_and(pg_terminate_backend(pid)) {mine}", [NAME]).fetchone() == (
            True,
        )
    assert site.statuses("/films/", 40) == {200}
