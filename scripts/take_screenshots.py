"""Take pictures of the main pages: `make screenshots`, into the ignored folder `screenshots/`.

The five documents are loaded into a database of their own, the site is served from it, and Chromium
opens each page at two widths, light and dark. Every picture shows the whole page. With `--readme` those
that the README shows are taken, too.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from chromium import FLAGS, MISSING, find_chromium
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "screenshots"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
SECONDS_TO_START = 60
FILM = "rust-and-bone-2012"
PAGES = {
    "home": "/",
    "films": "/films/",
    "film": f"/films/{FILM}/",
    "storyline": f"/films/{FILM}/storyline/",
    "compare": f"/films/{FILM}/compare/",
    "character": f"/characters/{FILM}/stephanie/",
    "source": "/sources/1/",
    "search": "/search/?q=stephanie",
    "connections": f"/connections/?film={FILM}&from=sam&to=stephanie",
}
IN_README = ("film", "storyline", "character")
README_PICTURES = ROOT / "docs" / "images"
README_SIZE = {"width": 1160, "height": 1000}


@contextmanager
def served(folder: Path):
    """Serve the site with the five documents in it; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'pictures.sqlite3'}", "PORT": str(port)}
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in (
        ["migrate", "--verbosity", "0"],
        ["collectstatic", "--no-input", "--verbosity", "0"],
        ["import_documents", str(ROOT / "fixtures" / "documents"), "--verbosity", "0"],
    ):
        subprocess.run([*manage, *command], cwd=ROOT, env=env, check=True)  # noqa: S603 -- our own
    gunicorn = Path(sys.executable).with_name("gunicorn")
    server = subprocess.Popen(  # noqa: S603 -- our own
        [gunicorn, "--config", "python:filmkb.gunicorn", "filmkb.wsgi"], cwd=ROOT, env=env
    )
    try:
        yield wait_for(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, server: subprocess.Popen) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urlopen(f"{address}/healthz", timeout=1).close()  # noqa: S310 -- our own
        except (URLError, TimeoutError):
            time.sleep(0.2)
        else:
            return address
    raise SystemExit("The site did not start; its messages stand above.")


def take(browser: Browser, address: str) -> None:
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            for name, path in PAGES.items():
                response = page.goto(address + path)
                if response is None or not response.ok:
                    raise SystemExit(f"{path} could not be opened.")
                page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()


def take_for_readme(browser: Browser, address: str) -> None:
    """Take the README's pictures: the first window of each page; of the storyline, with an event opened."""
    page = browser.new_context(viewport=README_SIZE, color_scheme="light").new_page()
    for name in IN_README:
        page.goto(address + PAGES[name])
        if name == "storyline":
            page.locator("ol.storyline details summary").first.click()
        page.screenshot(path=README_PICTURES / f"{name}-page.png")


def main() -> None:
    path = find_chromium()
    if path is None:
        raise SystemExit(MISSING)
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, "--hide-scrollbars"])
        take(browser, address)
        if "--readme" in sys.argv:
            take_for_readme(browser, address)
        browser.close()
    sys.stdout.write(f"{len(PAGES) * len(WIDTHS) * len(SCHEMES)} pictures in {PICTURES.relative_to(ROOT)}/\n")


if __name__ == "__main__":
    main()
