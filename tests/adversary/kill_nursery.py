"""Starts what `kith run` starts, again and again: so two hundred kills take minutes, not hours.

Kith is loaded once here; each start is a fork that carries out the very command (granian with its
arguments, or the worker), or, cold, begins as a new program. Reads one line a start: `web`, `worker` or
`finish`, and `cold` behind it. Prints the process number of each. What is left of the one before it is
ended first, as `kith run` does. Forks before it has ever opened a database.
"""

import os
import runpy
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import django
from django.conf import settings

django.setup()

import granian.cli  # noqa: E402, F401
from django.urls import get_resolver  # noqa: E402

import kith.config.wsgi  # noqa: E402, F401
from kith.cli.management.commands.run import web_command, worker_command  # noqa: E402

_ = get_resolver().url_patterns
FINISH = [sys.executable, "-m", "tests.adversary.kill_faults"]


def command_of(role: str, port: int) -> list[str]:
    commands = {"web": web_command("127.0.0.1", port), "worker": worker_command(), "finish": FINISH}
    return commands[role]


def start(role: str, port: int, *, is_cold: bool) -> int:
    child = os.fork()
    if child:
        return child
    os.setpgid(0, 0)
    _write_to(Path(settings.KITH_DATA_DIR) / f"{role}.log")
    command = command_of(role, port)
    if is_cold:
        os.execv(command[0], command)
    try:
        become(command[1:])
    except SystemExit:
        pass
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def become(arguments: list[str]) -> None:
    """Carry out `python ARGUMENTS` in this process, which has loaded it all already."""
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return
    sys.argv = arguments
    runpy.run_path(arguments[0], run_name="__main__")


def end(child: int) -> None:
    """By force: it and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(child, 0)


def main() -> None:
    port, children = int(sys.argv[1]), dict[str, int]()
    for line in sys.stdin:
        role, *how = line.split()
        if role in children:
            end(children.pop(role))
        if how != ["never"]:
            children[role] = start(role, port, is_cold=how == ["cold"])
        print(children.get(role, 0), flush=True)
    for child in children.values():
        end(child)


def _write_to(log: Path) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(handle, 1)
    os.dup2(handle, 2)


if __name__ == "__main__":
    main()
