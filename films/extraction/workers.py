"""Processes that read documents for another one.

They are started afresh, not forked: they have nothing of the process that started them, least of all
its connection to a database, and they end when it ends, even if it is killed.
"""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait

# Each process has a core: threads of its libraries would only get in each other's way.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
DESERTED = 70  # exit status of a process whose parent is gone


class ProcessPool(ProcessPoolExecutor):
    """As many processes as `jobs`, which end with this one."""

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs, mp_context=get_context("spawn"), initializer=begin)
        self.others = set(active_children())

    def submit(self, *args, **options):  # type: ignore[no-untyped-def]
        """Send work; the first call starts the processes."""
        with environment(ONE_THREAD):
            return super().submit(*args, **options)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with `cancel_futures` at once, whatever they are reading."""
        if cancel_futures:
            for child in set(active_children()) - self.others:
                child.terminate()
        super().shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def environment(variables: dict[str, str]) -> Iterator[None]:
    """Let processes that are started meanwhile have these variables, unless they are set already."""
    missing = {name: value for name, value in variables.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]


def begin() -> None:
    """Prepare a process: an interruption from the keyboard is its parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(DESERTED)
