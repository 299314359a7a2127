"""The WSGI door that granian opens."""

import os
from collections.abc import Iterable
from threading import Lock, Thread
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
answer = get_wsgi_application()

from kith.directory.live_index import warm_up  # noqa: E402 (rooms are loaded by the line before)

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

COLD = Lock()
"""Taken once: by whoever asks first. `kith run` asks before anybody else does."""


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer; beside the first answer the search index is read into memory."""
    if COLD.acquire(blocking=False):
        Thread(target=warm_up, daemon=True).start()
    return answer(environ, start_response)
