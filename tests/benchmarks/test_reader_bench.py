"""The bench's reader takes no answer for a page but the one that was expected."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from benchmarks.reader import Reader


class Pages(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        is_known = self.headers.get("If-None-Match") == '"one"'
        is_broken = self.path == "/broken/" or (self.path == "/once/" and self.path in self.asked)
        self.asked.append(self.path)
        self.send_response(500 if is_broken else 304 if is_known else 200)
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


def test_an_answer_that_turns_into_an_error_ends_the_count(reader, monkeypatch):
    monkeypatch.setattr("benchmarks.reader.SECONDS", 0.1)
    assert reader.rate("/films/", has_it=True) > 0
    assert reader.rate("/films/", has_it=False) > 0
    with pytest.raises(RuntimeError, match="/once/ answers 500"):
        reader.rate("/once/", has_it=False)
