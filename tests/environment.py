"""Loaded before Django: tests keep their files apart and hash passwords quickly."""

import atexit
import os
import shutil
import tempfile

if "KITH_TEST_KEEP_DATA_DIR" not in os.environ:
    os.environ["KITH_DATA_DIR"] = tempfile.mkdtemp(prefix="kith-test-")
    atexit.register(shutil.rmtree, os.environ["KITH_DATA_DIR"], ignore_errors=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")

TEST_SCALE = float(os.environ.get("KITH_TEST_SCALE", "0.05"))


def scaled(count: int, *, least: int = 1) -> int:
    """`count` at full scale (KITH_TEST_SCALE=1), fewer in a quick run."""
    return max(least, round(count * TEST_SCALE))
