"""The bench's reader takes no answer for a page but the one that was expected."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from benchmarks.reader import Reader


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        is_known = self.headers.get("If-None-Match") == '"one"'
        self.send_response(500 if self.path == "/broken/" else 304 if is_known else 200)
        self.send_header("ETag", '"one"')
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with HTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Reader(server.server_port)
        server.shutdown()


def test_a_page_is_answered_with_its_tag(reader):
    assert reader.ask("/films/") == '"one"'


def test_an_error_is_no_figure(reader):
    with pytest.raises(RuntimeError, match="/broken/ answers 500, not 200"):
        reader.ask("/broken/")


def test_who_has_a_page_is_told_so(reader):
    assert reader.ask("/films/", {"If-None-Match": '"one"'}, 304) == '"one"'
    with pytest.raises(RuntimeError, match="answers 304, not 200"):
        reader.ask("/films/", {"If-None-Match": '"one"'})


def test_time_is_that_of_pages_which_were_answered(reader):
    assert 0 < reader.wait(["/films/", "/people/"]) < 30
    with pytest.raises(RuntimeError):
        reader.wait(["/films/", "/broken/"])
