"""What every test may use, and how the tests are shared out to several processes.

A file is run by one process, so that what its tests share is made once. Files that take long come first,
so that none is left over for the end. Files that empty the tables come last, whatever they take: they take
away what migrations have put there.
"""

import signal
from typing import Any

import pytest
from django.conf import settings
from hypothesis import settings as property_settings
from xdist.scheduler import LoadFileScheduling

LONG = (
    "tests/store/test_killed_imports.py",
    "tests/frame/test_bad_start.py",
    "tests/frame/test_serving.py",
    "tests/benchmarks/test_bases.py",
    "tests/store/test_readers.py",
    "tests/store/test_editors_rules.py",
    "tests/frame/test_evaluate.py",
    "tests/frame/test_settings.py",
    "tests/benchmarks/test_import_bench.py",
    "tests/reading/test_bad_data.py",
    "tests/editing/test_lists.py",
    "tests/browser/test_reading.py",
    "tests/frame/test_cluster.py",
    "tests/browser/test_weight.py",
    "tests/browser/test_editing.py",
)

# A property holds or it does not; how long a busy machine takes to try it says nothing.
property_settings.register_profile("filmkb", deadline=None)
property_settings.load_profile("filmkb")


def pytest_configure() -> None:
    """Serve static files from their source, so that no test needs `collectstatic`; keep no pages.

    Passwords are hashed quickly: made-up ones need not be hard to guess, and many tests make an account.
    Ctrl-C is heard, even where the suite runs in the background of a shell that keeps it from there.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.FILMKB_KEPT_PAGES = 0  # a test's page is made in it; those that test the keeping turn it on


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    emptying = {item.path for item in items if empties_tables(item)}
    places = {name: place for place, name in enumerate(LONG)}

    def place(item: pytest.Item) -> tuple[bool, int]:
        return item.path in emptying, places.get(item.nodeid.partition("::")[0], len(places))

    items.sort(key=place)


def empties_tables(item: pytest.Item) -> bool:
    marked = any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))
    return marked or not {"transactional_db", "live_server"}.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Hand out the files in the order above, instead of those with the most tests first."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)
