"""How Gunicorn serves the site: `gunicorn --config python:filmkb.gunicorn filmkb.wsgi`."""

import os
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "2"))
preload_app = True  # one copy of the code in memory, shared by the workers
max_requests = 10_000
max_requests_jitter = 1_000
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Say where the site is and how to become an editor."""
    server.log.warning("filmkb is at http://%s/  (stop it with Ctrl+C)", bind)
    server.log.warning("For an account in the admin, http://%s/admin/, run: make admin", bind)
