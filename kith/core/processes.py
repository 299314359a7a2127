"""Which process is this, and does another one still live? Needed to take work back at once."""

import os
import socket
from pathlib import Path

PROC = Path("/proc")


def this_host() -> str:
    """The machine, and its process numbering (containers may share a host name)."""
    try:
        space = (PROC / "self/ns/pid").readlink().name
    except OSError:
        space = ""
    return f"{socket.gethostname()} {space}".strip()


def process_mark(number: int) -> str | None:
    """What tells process `number` from a later one with the same number; None if it does not live.

    Boot and start time on Linux, an empty mark elsewhere. A zombie does not live.
    """
    try:
        state, *rest = (PROC / str(number) / "stat").read_text().rpartition(")")[2].split()
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
    except FileNotFoundError:
        return None if PROC.joinpath("self").exists() else _mark_without_proc(number)
    return None if state == "Z" else f"{boot} {rest[18]}"


def _mark_without_proc(number: int) -> str | None:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""
    return ""
