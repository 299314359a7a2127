"""A builder that is killed at any moment leaves the last good generation."""

import signal
import subprocess
import sys
import time
from random import Random

from kith.matching.building import build_generation
from kith.matching.documents import Schema
from kith.matching.generation import current_generation
from tests.environment import scaled

BUILD = """
import sys
from pathlib import Path
from uuid import UUID
from kith.matching.building import build_generation
from kith.matching.documents import Document, Schema, Site
print("ready", flush=True)
for sequence in range(1, 1000):
    made = (
        Document(id=UUID(int=n), words=tuple((f"w{n % k}", 1) for k in range(2, 9)), sites=(Site(n % 90, 1.0),))
        for n in range(400)
    )
    build_generation(Path(sys.argv[1]), made, schema=Schema(), sequence=sequence)
    print(sequence, flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_whole_generation(tmp_path) -> None:
    random = Random(8)
    build_generation(tmp_path, [], schema=Schema(), sequence=0)

    for _turn in range(scaled(60, least=4)):
        done = killed_after(tmp_path, random.uniform(0.05, 0.4))
        found = current_generation(tmp_path)
        assert found.count == (400 if found.sequence else 0)
        assert not done or found.sequence - done in {0, 1}


def killed_after(folder, seconds: float) -> int:
    """Which build was the last to say that it was done; 0 for none."""
    command = [sys.executable, "-c", BUILD, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as builder:
        builder.stdout.readline()
        time.sleep(seconds)
        builder.send_signal(signal.SIGKILL)
        lines = builder.stdout.read().split()
    return int(lines[-1]) if lines else 0
