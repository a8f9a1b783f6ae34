"""A real Chromium: the system's own, driven by Playwright.

`CHROMIUM` names another one. Without any the browser tests are skipped by name, unless
`REQUIRE_BROWSER` is set: then a missing browser is a failure.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from scripts.chromium import FLAGS, MISSING, find_chromium

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
PASSWORD = "made up for the tests"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all browser tests."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright's synchronous interface keeps an event loop in this thread, in which Django would not query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    running = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield running
    running.close()


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address of the site: `open_page("/films/", width=390)`."""
    contexts = []

    def open_(
        address: str,
        *,
        width: int = 1280,
        dark: bool = False,
        scripts: bool = True,
        forced_colors: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced_colors else "none",
            java_script_enabled=scripts,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def imported() -> dict[type[Model], list[Model]]:
    """The rows that the real import makes of the five documents, once some test has imported them."""
    return {}


@pytest.fixture
def two_films(transactional_db, imported) -> None:
    """Load the five documents: first through the real import, then as the rows that it made."""
    if imported:
        put_back(imported)
        return
    call_command("import_documents", str(DOCUMENTS))
    models = apps.get_app_config("films").get_models(include_auto_created=True)
    imported.update({model: list(model._base_manager.all()) for model in models})


def put_back(rows: dict[type[Model], list[Model]]) -> None:
    """Write rows with their numbers; the next new row gets the next number."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, those in rows.items():
            model._base_manager.bulk_create(those, batch_size=500)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(rows)):
            cursor.execute(statement)


@pytest.fixture
def editor(transactional_db):
    """An account in the group of editors; the group is made anew, since these tests empty every table."""
    group, _ = Group.objects.get_or_create(name="editors")
    group.permissions.set(Permission.objects.filter(content_type__app_label="films"))
    user = get_user_model().objects.create_user("editor", password=PASSWORD, is_staff=True)
    user.groups.add(group)
    return user


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, a line each."""
    response = Axe().run(page).response
    return [
        f"{v['id']} ({v['impact']}): {v['help']}: {v['nodes'][0]['html'][:160]}"
        for v in response["violations"]
    ]
