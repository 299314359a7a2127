"""`kith run`: web and worker together."""

import socket
import sys
import time
from argparse import ArgumentParser
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event as Flag

from django.conf import settings
from django.core.management.base import CommandError
from typing_extensions import override

from kith.cli.children import Child, start_child, watch
from kith.cli.command import KithCommand
from kith.cli.stopping import stop_when_asked

THREADS = 8
START_SECONDS = 60.0


class Command(KithCommand):
    """Start the web server and one worker; if one ends, so does the other."""

    help = "Start the web server and the worker together. Ctrl-C stops both."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=8000, help="port (default 8000)")
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")

    @override
    def handle(self, *args: object, port: int, host: str, **options: object) -> None:
        """Run both until asked to stop, or until one ends."""
        _check_free(host, port)
        stop = stop_when_asked()
        children = [start_child("web server", web_command(host, port))]
        if _wait_for(host, port, children[0], stop):
            self.say(f"Kith answers at http://localhost:{port}/  (Ctrl-C stops it)")
            self.stdout.flush()
            children.append(start_child("worker", worker_command()))
        ended = watch(children, stop)
        if ended is not None:
            code = ended.process.returncode
            raise CommandError(
                f"The {ended.name} ended by itself (code {code}), so Kith has stopped.",
                returncode=code if code > 0 else 1,
            )
        self.say("Kith has stopped.")


def web_command(host: str, port: int) -> list[str]:
    """What starts the web server there."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "error"),
        *("--host", host, "--port", str(port), "--workers", "1", "--blocking-threads", str(THREADS)),
        *("--working-dir", str(settings.BASE_DIR), "kith.config.wsgi:application"),
    ]


def worker_command() -> list[str]:
    """What starts a worker."""
    return [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "worker"]


def _check_free(host: str, port: int) -> None:
    """Raises CommandError, with what to do, where another program listens already."""
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken or not allowed. Stop the other program, or choose another port: "
                f"kith run --port {port + 10} (with make: PORT={port + 10} make run)."
            ) from error


def _wait_for(host: str, port: int, web: Child, stop: Flag) -> bool:
    """True once the web server answers; False if it ended, we were asked to stop, or a minute passed.

    The worker starts after it: two programs loading at once would make the first page late.
    """
    last = time.monotonic() + START_SECONDS
    while web.is_alive and not stop.is_set() and time.monotonic() < last:
        if _answers(host, port):
            return True
        stop.wait(0.05)
    return False


def _answers(host: str, port: int) -> bool:
    """True if any answer comes: on a real site this host name may well be refused."""
    web = HTTPConnection(host, port, timeout=START_SECONDS)
    try:
        web.request("GET", "/")
        web.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        web.close()
    return True
