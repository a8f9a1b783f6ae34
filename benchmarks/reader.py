"""Somebody who asks a server for pages over HTTP, and waits for each."""

import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection

from benchmarks.site import HOST

LOOPBACK = "127.0.0.1"
ROUNDS = 5  # of an address's requests the quickest counts
CLIENTS, SECONDS = 4, 5
STARTED_WITHIN = 30  # seconds
HEADERS = {"Host": HOST, "Accept-Encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever asks the server at a port of this machine."""

    port: int

    def ask(
        self, address: str, headers: Mapping[str, str] | None = None, expected: int = HTTPStatus.OK
    ) -> str:
        """Ask for a page on a connection of its own, as a first request does; return the page's tag.

        Raises `RuntimeError` where the server answers otherwise than expected: an error costs less than a
        page, and is no figure.
        """
        connection = HTTPConnection(LOOPBACK, self.port, timeout=60)
        try:
            connection.request("GET", address, headers={**HEADERS, **(headers or {})})
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        if response.status != expected:
            raise RuntimeError(f"{address} answers {response.status}, not {int(expected)}.")
        return response.headers.get("ETag", "")

    def wait(self, addresses: Sequence[str]) -> float:
        """Return the median of the seconds from asking for a page to its last byte."""
        for address in addresses:
            self.ask(address)
        return statistics.median(min(self._timed(one) for _ in range(ROUNDS)) for one in addresses)

    def _timed(self, address: str) -> float:
        start = time.perf_counter()
        self.ask(address)
        return time.perf_counter() - start

    def rate(self, address: str, *, has_it: bool) -> float:
        """Return how often a second the page is answered to several who ask at once."""
        tag = self.ask(address)
        headers = {"If-None-Match": tag} if has_it else {}
        expected = HTTPStatus.NOT_MODIFIED if has_it else HTTPStatus.OK
        end = time.monotonic() + SECONDS

        def answered(_client: int) -> int:
            count = 0
            while time.monotonic() < end:
                self.ask(address, headers, expected)
                count += 1
            return count

        with ThreadPoolExecutor(CLIENTS) as clients:
            return sum(clients.map(answered, range(CLIENTS))) / SECONDS

    def wait_for_server(self, address: str) -> None:
        """Return once the server answers; raises `RuntimeError` if it does not in half a minute."""
        for _ in range(STARTED_WITHIN * 10):
            try:
                self.ask(address)
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(f"Nothing answers on port {self.port}.")
