import os
import subprocess
import sys
from pathlib import Path

import pytest

from kith.core import processes
from kith.core.processes import process_mark, this_host


def test_a_living_process_keeps_its_mark() -> None:
    mark = process_mark(os.getpid())

    assert mark
    assert process_mark(os.getpid()) == mark


def test_two_processes_have_two_marks() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert process_mark(child.pid) not in {None, process_mark(os.getpid())}
    finally:
        child.communicate()


def test_a_process_that_has_ended_has_no_mark_even_before_its_parent_looks() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

    assert process_mark(child.pid) is None
    child.wait()
    assert process_mark(child.pid) is None


def test_without_proc_a_living_process_has_an_empty_mark(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    monkeypatch.setattr(processes, "PROC", tmp_path)

    assert process_mark(os.getpid()) == ""
    assert process_mark(child.pid) is None
    assert this_host()


def test_without_proc_a_process_of_another_account_counts_as_living(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuses(_number: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(processes, "PROC", tmp_path)
    monkeypatch.setattr(os, "kill", refuses)

    assert process_mark(1) == ""


def test_the_host_is_the_same_for_all_processes_here() -> None:
    line = "from kith.core.processes import this_host; print(this_host())"

    assert subprocess.check_output([sys.executable, "-c", line], text=True).strip() == this_host()
