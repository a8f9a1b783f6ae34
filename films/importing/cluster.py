"""Reading by the workers of a Dask cluster, which may be on other machines.

Dask is an extra, so it is imported only by who asks for a cluster.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings

from films.extraction.remote import extract_alike, fingerprint
from films.importing.documents import GOES_ON
from films.importing.readers import Elsewhere, Reader

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Sent

PATIENCE = 30.0  # seconds to wait for a scheduler or for a worker
RETRIES = 2  # of a piece that failed for a reason of its worker's
INSTALL = ".venv/bin/python -m pip install --require-hashes --no-deps -r requirements/cluster.txt"


class ClusterError(ConnectionError):
    """The cluster cannot read, for a reason that is no document's fault."""


@contextmanager
def cluster_reader(address: str) -> Iterator[Reader]:
    """Yield a reader by way of the cluster whose scheduler is at `address`.

    Raises `ClusterError` when there is no such cluster, when it has no workers, or when one of them would
    read otherwise than this process; also from the reader, when that comes to be while it reads.
    """
    with _connected(address) as client:
        wanted = fingerprint(settings.FILMKB_LANGUAGE_MODEL)
        workers = _check_workers(client, address, wanted)
        executor = _Executor(client, address)
        function = partial(extract_alike, wanted=wanted)
        with _watched(executor), Elsewhere(lambda _jobs: executor, workers, function) as reader:
            yield reader


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    try:
        from distributed import Client  # noqa: PLC0415 (an extra)
        from distributed.comm.addressing import parse_address, parse_host_port  # noqa: PLC0415
    except ImportError as error:
        raise ClusterError(f"--cluster needs Dask, which is not installed: {INSTALL}") from error
    try:
        parse_host_port(parse_address(address)[1])  # a client that finds this out itself is slow to end
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise ClusterError(
            f"No scheduler answers at {address} ({error}). Start one there, or mend the address: "
            "docs/deploy.md says how."
        ) from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is said once, by us
    with client:
        yield client


def _check_workers(client: "Client", address: str, wanted: str) -> int:
    """Return how many workers there are, once it is sure that each reads as this process does."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterError(
            f"The scheduler at {address} has no workers. "
            f"Start some: .venv/bin/python -m dask worker {address}"
        ) from error
    said = client.run(fingerprint, settings.FILMKB_LANGUAGE_MODEL, on_error="return")
    for worker, own in sorted(said.items()):
        if isinstance(own, Exception):
            raise ClusterError(
                f"The worker at {worker} cannot read: {own}. Start it in a checkout of the same version, "
                "with the same requirements."
            )
        if own != wanted:
            raise ClusterError(
                f"The worker at {worker} reads with {own}, this machine with {wanted}. "
                "Bring both to the same version."
            )
    return len(said)


class _Executor(Executor):
    """Sends functions to the workers; ends with the client, not before."""

    def __init__(self, client: "Client", address: str) -> None:
        self.client = client
        self.loop = cast(Any, client.loop).asyncio_loop
        self.address = address
        self.sent: set[Sent[Any]] = set()
        self.reason = f"The scheduler at {address} is gone. {GOES_ON}"

    def submit(self, function: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        try:
            sent = self.client.submit(function, *args, pure=False, retries=RETRIES, **options)
        except Exception as error:  # Dask tells of a closed connection by various means
            raise ClusterError(self.reason) from error
        return asyncio.run_coroutine_threadsafe(self._result(sent), self.loop)

    async def _result(self, sent: "Sent[Any]") -> Any:
        """Wait for a result, and tell in the words of `concurrent.futures` why there is none."""
        from distributed import KilledWorker  # noqa: PLC0415 (an extra)

        self.sent.add(sent)
        try:
            return await sent
        except KilledWorker as error:
            raise BrokenExecutor(str(error)) from error
        except CancelledError as error:
            raise ClusterError(self.reason) from error
        except Exception as error:
            raise ClusterError(
                f"A worker of the cluster at {self.address} failed: {error}. {GOES_ON}"
            ) from error
        finally:
            self.sent.discard(sent)

    def give_up(self, reason: str) -> None:
        """Let everybody who waits for a result know why there will be none."""
        self.reason = reason
        self.client.cancel(list(self.sent))


@contextmanager
def _watched(executor: _Executor) -> Iterator[None]:
    """Give up when there have been no workers for a while: what was sent would never be read."""
    done = threading.Event()

    def watch() -> None:
        alone = 0.0
        with suppress(OSError):  # the scheduler is gone, which the client finds out itself
            while not done.wait(PATIENCE / 10):
                alone = 0.0 if executor.client.nthreads() else alone + PATIENCE / 10
                if alone >= PATIENCE:
                    executor.give_up(f"The cluster at {executor.address} has no workers any more. {GOES_ON}")
                    return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
