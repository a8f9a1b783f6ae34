"""Processes that read documents for another one.

They have nothing of the process that started them, least of all its connection to a database, and they
end when it ends, even if it is killed. Where the system lets them, they are forked from a process that was
started afresh and has done nothing but load the language model: it is loaded once, its memory shared.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from types import FrameType

READY = "films.extraction.ready"  # what is loaded before processes are forked
# Each process has a core: threads of its libraries would only get in each other's way.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
COLLECTED_AT = (50_000, 20, 50)  # the garbage collector looks seldom: what is made lives for a whole batch
DESERTED = 70  # exit status of a process whose parent is gone


class ProcessPool(ProcessPoolExecutor):
    """As many processes as `jobs`, which end with this one."""

    def __init__(self, jobs: int) -> None:
        # Elsewhere than on Linux, libraries of the system may not bear being forked.
        context = get_context("forkserver" if sys.platform == "linux" else "spawn")
        context.set_forkserver_preload([READY])
        super().__init__(jobs, mp_context=context, initializer=begin)
        self.others = set(active_children())

    def submit(self, *args, **options):  # type: ignore[no-untyped-def]
        """Send work; the first call starts the processes."""
        # The path leads the process that they are forked from to what it shall load.
        with environment({**ONE_THREAD, "PYTHONPATH": os.pathsep.join(sys.path)}), uninterrupted():
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


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let processes that are started meanwhile hear of no Ctrl-C; this one hears of it afterwards."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # they inherit that
    is_main = threading.current_thread() is threading.main_thread()
    late: list[tuple[int, FrameType | None]] = []
    # Threads of libraries may take the signal, whatever this one blocks.
    handler = signal.signal(signal.SIGINT, lambda *given: late.append(given)) if is_main else None
    try:
        yield
    finally:
        if is_main:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    if late and callable(handler):
        handler(*late[0])


def begin() -> None:
    """Prepare a process."""
    gc.set_threshold(*COLLECTED_AT)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(DESERTED)
