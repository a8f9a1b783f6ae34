"""What docs/deploy.md and the files in deploy/ say is so."""

import configparser
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from filmkb import gunicorn

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "deploy.md").read_text()
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
NGINX = (DEPLOY / "nginx.conf").read_text()
HOME = "/srv/filmkb"  # where the units say the checkout lies
UNITS = sorted(path.name for path in DEPLOY.glob("filmkb*.*"))
OF_GUNICORN = {"HOST", "PORT", "WEB_CONCURRENCY", "WEB_THREADS"}
OF_THE_DATABASE = {"POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"}
GIVEN_FROM_OUTSIDE = {"SITE", "POSTGRES_PASSWORD", "SECRET_KEY"}


def documented() -> set[str]:
    """Return the variables in the first column of the table of settings."""
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", PAGE, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"[A-Z_]{2,}", row)}


def example() -> dict[str, str]:
    """Return the environment that the page gives a production site."""
    block = PAGE.split("```sh\n")[1].split("```")[0]
    return dict(line.split("=", 1) for line in block.split())


def read_by(path: Path) -> set[str]:
    return set(re.findall(r"\benv\.\w+\(\s*['\"](\w+)", path.read_text()))


def clean_environment(**more: str) -> dict[str, str]:
    known = {*documented(), "DJANGO_ALLOW_ASYNC_UNSAFE"}  # browser tests set this one
    return {name: value for name, value in os.environ.items() if name not in known} | more


def printed(script: str, cwd: Path = ROOT, **more: str) -> str:
    """Return what a Python script prints that knows the environment given, and no other of ours."""
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=cwd,
        env=clean_environment(**more),
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / name)
    return parser


# --- the page --------------------------------------------------------------------------------


def test_the_table_of_settings_is_that_of_the_code():
    assert documented() == read_by(ROOT / "filmkb" / "settings.py") | read_by(ROOT / "filmkb" / "gunicorn.py")
    assert read_by(ROOT / "filmkb" / "gunicorn.py") == OF_GUNICORN | {"LOG_LEVEL"}


def test_defaults_of_the_page_are_those_of_the_code():
    defaults = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", PAGE, flags=re.MULTILINE))
    script = "from filmkb import settings as s; print(s.FILMKB_MAX_DOCUMENT_BYTES, s.FILMKB_LANGUAGE_MODEL)"
    largest, model = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=clean_environment(SECRET_KEY="x"),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert defaults["FILMKB_MAX_DOCUMENT_BYTES"].replace(",", "") == largest
    assert defaults["FILMKB_LANGUAGE_MODEL"] == f"`{model}`"
    assert defaults["DEBUG"] == defaults["HTTPS"] == defaults["BEHIND_PROXY"] == "off"


def test_the_example_sets_only_what_the_table_has():
    assert example().keys() >= {"DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY"}
    assert example().keys() <= documented()
    assert "DEBUG" not in example()


def test_django_has_nothing_to_say_against_the_example():
    key = "a key of more than fifty signs, many of them different: 0123456789"
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=clean_environment(**example() | {"SECRET_KEY": key}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_every_file_the_page_names_exists():
    named = set(re.findall(r"`((?:deploy|tests|requirements)/[\w./-]+)`", PAGE))
    assert {"deploy/filmkb.service", "deploy/nginx.conf", "deploy/compose.yaml", "deploy/Dockerfile"} <= named
    assert [path for path in named - {"deploy/.env"} if not (ROOT / path).exists()] == []


def test_every_command_the_page_names_exists():
    own = {path.stem for path in (ROOT / "films" / "management" / "commands").glob("*.py")}
    of_django = {"migrate", "collectstatic", "createsuperuser", "check"}
    assert set(re.findall(r"manage\.py (\w+)", PAGE)) <= own | of_django


WRITING = ("migrate", "createsuperuser", "rebuild_search")


@pytest.mark.parametrize("heading", ["One machine with systemd", "Updating"])
def test_what_writes_to_the_database_runs_as_its_user(heading):
    block = section(heading).split("```sh\n")[1].split("```")[0]
    lines = [line for line in block.splitlines() if any(f"manage.py {name}" in line for name in WRITING)]
    assert len(lines) == 2
    assert [line for line in lines if not line.startswith("runuser -u filmkb -- ")] == []


def section(heading: str) -> str:
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_a_backup_of_sqlite_is_of_the_file_that_the_site_uses_and_can_be_restored(tmp_path):
    assert "DATABASE_URL=sqlite:////var/lib/filmkb/filmkb.sqlite3" in PAGE
    _, backup, restore = re.findall(r"```sh\n(.*?)```", section("Backups"), flags=re.DOTALL)
    with sqlite3.connect(tmp_path / "filmkb.sqlite3") as database:
        database.execute("CREATE TABLE told (word)")
    run_here(re.search(r"VACUUM INTO '[^']+'", backup)[0], tmp_path)
    (tmp_path / "filmkb.sqlite3").write_bytes(b"lost")
    (tmp_path / "filmkb.sqlite3-wal").write_bytes(b"of the lost one")
    lines = [line for line in restore.splitlines() if not line.startswith("systemctl")]
    script = "\n".join(lines).replace("/var/lib/filmkb", str(tmp_path))
    script = re.sub(r" --(?:owner|group)=filmkb", "", script)
    subprocess.run(["bash", "-euc", script], check=True)
    with sqlite3.connect(tmp_path / "filmkb.sqlite3") as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("told",)]


def run_here(statement: str, folder: Path) -> None:
    """Run a statement of the page on the database of this folder."""
    with sqlite3.connect(folder / "filmkb.sqlite3") as database:
        database.execute(statement.replace("/var/lib/filmkb", str(folder)))


def test_options_of_the_address_go_to_the_driver_and_pooling_options_to_django():
    url = "postgres://u:p@h/n?sslmode=verify-full&DISABLE_SERVER_SIDE_CURSORS=True"
    script = (
        "from filmkb.settings import DATABASES; d = DATABASES['default'];"
        "print(d['OPTIONS'], d['DISABLE_SERVER_SIDE_CURSORS'], d['CONN_MAX_AGE'], d['CONN_HEALTH_CHECKS'])"
    )
    told = printed(script, SECRET_KEY="x", DATABASE_URL=url, CONN_MAX_AGE="0")
    assert told == "{'sslmode': 'verify-full'} True 0 True\n"


# --- settings of Gunicorn --------------------------------------------------------------------


def test_gunicorn_reads_the_file_env_too(tmp_path):
    shutil.copytree(ROOT / "filmkb", tmp_path / "filmkb", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".env").write_text("HOST=10.1.2.3\nPORT=9001\nWEB_CONCURRENCY=7\nSECRET_KEY=x\n")
    script = "from filmkb.gunicorn import bind, workers, threads; print(bind, workers, threads)"
    assert printed(script, tmp_path, WEB_THREADS="3") == "10.1.2.3:9001 7 3\n"


def test_code_is_loaded_once_and_workers_are_renewed():
    assert gunicorn.preload_app
    assert gunicorn.max_requests > gunicorn.max_requests_jitter > 0


def test_gunicorn_shares_with_its_workers_what_it_has_loaded():
    script = (
        "import gc, filmkb.wsgi; from filmkb import gunicorn; from django.urls import get_resolver;"
        "gunicorn.on_starting(None); print(gc.get_freeze_count(), 'url_patterns' in vars(get_resolver()))"
    )
    frozen, is_loaded = printed(script, DJANGO_SETTINGS_MODULE="filmkb.settings").split()
    assert int(frozen) > 50_000
    assert is_loaded == "True"


def test_a_start_that_cannot_keep_a_key_says_to_set_one(tmp_path):
    shutil.copytree(ROOT / "filmkb", tmp_path / "filmkb", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".secret-key").mkdir()  # not a file that anything can be read from
    result = subprocess.run(
        [sys.executable, "-c", "import filmkb.settings"],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert "set SECRET_KEY" in result.stderr


# --- systemd ---------------------------------------------------------------------------------


def test_units_name_commands_and_files_that_exist():
    checked = 0
    for name in UNITS:
        if name.endswith(".service"):
            service = unit(name)["Service"]
            assert service["WorkingDirectory"] == HOME
            assert service["EnvironmentFile"] in PAGE
            program, *arguments = service["ExecStart"].split()
            assert Path(program.replace(HOME, str(ROOT))).parent.name == "bin"
            if arguments[0] == "manage.py":
                assert (ROOT / "films" / "management" / "commands" / f"{arguments[1]}.py").exists()
            else:
                assert arguments == ["--config", "python:filmkb.gunicorn", "filmkb.wsgi"]
            checked += 1
    assert checked == 2


def test_services_run_without_rights_they_do_not_need():
    services = [unit(name)["Service"] for name in UNITS if name.endswith(".service")]
    for service in services:
        assert service["User"] == service["Group"] == "filmkb"
        assert service["NoNewPrivileges"] == "yes"
        assert service["ProtectSystem"] == "strict"
    assert f"/var/lib/{services[0]['StateDirectory']}" in PAGE


def test_the_timer_starts_the_import_and_catches_up():
    timer = unit("filmkb-import.timer")
    assert timer["Timer"]["Persistent"] == "yes"
    assert (DEPLOY / "filmkb-import.service").exists()
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_systemd_finds_no_fault_in_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for program in ("gunicorn", "python"):
        (programs / program).symlink_to("/bin/true")
    for name in UNITS:
        (tmp_path / name).write_text((DEPLOY / name).read_text().replace(HOME, str(tmp_path)))
    result = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")


# --- containers ------------------------------------------------------------------------------


def test_compose_file_has_the_services_and_their_order():
    services = COMPOSE["services"]
    assert {"db", "migrate", "web", "import"} <= services.keys()
    assert services["web"]["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert services["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    known = services.keys()
    assert all(service.get("depends_on", {}).keys() <= known for service in services.values())


def test_every_service_has_an_image_and_lasting_ones_say_how_they_are():
    services = COMPOSE["services"]
    assert [name for name, service in services.items() if "image" not in service] == []
    assert services["db"]["healthcheck"]["test"][1] == "pg_isready"
    assert "/healthz" in services["web"]["healthcheck"]["test"][-1]
    compile(services["web"]["healthcheck"]["test"][-1], "healthcheck", "exec")
    assert services["web"]["build"] == {"context": "..", "dockerfile": "deploy/Dockerfile"}
    volumes = {entry.split(":")[0] for entry in services["db"]["volumes"]}
    assert volumes == COMPOSE["volumes"].keys()


def test_compose_file_knows_the_settings_and_holds_no_secret():
    for service in COMPOSE["services"].values():
        environment = service["environment"]
        assert environment.keys() <= documented() | OF_THE_DATABASE
        assert all(isinstance(value, str) for value in environment.values())
        for name in environment.keys() & {"SECRET_KEY", "POSTGRES_PASSWORD"}:
            assert re.fullmatch(rf"\$\{{{name}:\?[^}}]+\}}", environment[name])
    assert ":${POSTGRES_PASSWORD:?" in COMPOSE["services"]["web"]["environment"]["DATABASE_URL"]


def test_compose_file_asks_for_what_the_page_tells_to_give():
    asked = set(re.findall(r"\$\{(\w+):\?", (DEPLOY / "compose.yaml").read_text()))
    assert asked == GIVEN_FROM_OUTSIDE
    assert all(f"\n{name}=" in PAGE for name in asked)


def test_only_the_proxy_of_the_machine_reaches_the_site():
    published = {name: s["ports"] for name, s in COMPOSE["services"].items() if "ports" in s}
    assert published == {"web": ["127.0.0.1:${PORT:-8000}:8000"]}


def test_image_is_made_of_what_is_there_and_runs_without_rights():
    copied = re.findall(r"^COPY (\S+) ", DOCKERFILE, flags=re.MULTILINE)
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().split("\n")
    assert copied
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in ignored] == []
    assert [line for line in ignored if line.startswith("!") and line[1:] not in copied] == []
    assert "\nUSER filmkb\n" in DOCKERFILE
    assert DOCKERFILE.index("USER filmkb") < DOCKERFILE.index("CMD")
    assert "--require-hashes" in DOCKERFILE


# --- the proxy -------------------------------------------------------------------------------


def test_proxy_says_itself_whether_a_request_came_over_https():
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in NGINX
    assert "proxy_set_header Host $host;" in NGINX
    assert "server 127.0.0.1:8000;" in NGINX
    assert NGINX.count("{") == NGINX.count("}")
    lines = [line.split("#")[0].strip() for line in NGINX.splitlines()]
    assert [line for line in lines if line and line[-1] not in ";{}"] == []
