"""Child processes that live and end together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Event as Flag

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
GRACE_SECONDS = 15.0
LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Child:
    """One running part of Kith."""

    name: str
    process: "subprocess.Popen[bytes]"

    @property
    def is_alive(self) -> bool:
        """True until the process has ended."""
        return self.process.poll() is None


def start_child(name: str, command: Sequence[str]) -> Child:
    """Start it in a group of its own, so that Ctrl-C reaches only us, and we end it in order."""
    first = _end_with_parent if sys.platform == "linux" else None
    process = subprocess.Popen(command, process_group=0, preexec_fn=first)  # noqa: S603, PLW1509 (no threads yet)
    return Child(name, process)


def watch(children: Sequence[Child], stop: Flag) -> Child | None:
    """Wait until `stop` is set (None) or one child ends (that child). Then end all of them."""
    try:
        while not stop.is_set():
            for child in children:
                if not child.is_alive:
                    return child
            stop.wait(LOOK_SECONDS)
        return None
    finally:
        end_all(children)


def end_all(children: Sequence[Child]) -> None:
    """Ask each to end, wait, and end what is left of their groups by force."""
    for child in children:
        if child.is_alive:
            child.process.terminate()
    last = time.monotonic() + GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.0, last - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()


def _end_with_parent() -> None:
    """In the child, before it starts: if we are killed, it gets SIGTERM and stops by itself."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
