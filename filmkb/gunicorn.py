"""How Gunicorn serves the site: `gunicorn --config python:filmkb.gunicorn filmkb.wsgi`."""

import gc
from pathlib import Path
from typing import Any

from django.urls import get_resolver

from filmkb.settings import env  # which has read the file `.env`, too

bind = f"{env.str('HOST', default='127.0.0.1')}:{env.int('PORT', default=8000)}"
workers = env.int("WEB_CONCURRENCY", default=2)
threads = env.int("WEB_THREADS", default=2)
preload_app = True  # one copy of the code in memory, shared by the workers
max_requests = 10_000
max_requests_jitter = 1_000
loglevel = env.str("LOG_LEVEL", default="WARNING").lower()
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 (Gunicorn makes its heartbeat files there safely)
    worker_tmp_dir = "/dev/shm"  # noqa: S108 (in memory: a busy disk must not look like a worker that hangs)


def on_starting(_server: Any) -> None:
    """Load the pages before the workers are forked, so that none does so at its first request.

    What is loaded by then stays: the workers share its memory, and never look through it for garbage.
    """
    from filmkb.templating import load_templates  # noqa: PLC0415 -- models are there only now

    _ = get_resolver().url_patterns
    load_templates()
    gc.collect()
    gc.freeze()


def when_ready(server: Any) -> None:
    """Say where the site is and how to become an editor."""
    server.log.warning("filmkb is at http://%s/  (stop it with Ctrl+C)", bind)
    server.log.warning("For an account in the admin, http://%s/admin/, run: make admin", bind)
