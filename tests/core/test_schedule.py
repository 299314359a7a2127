import pytest

from kith.core.schedule import SCHEDULE, every
from kith.core.viewer import Viewer


def work(_viewer: Viewer) -> None:
    """Nothing."""


def test_a_job_is_registered_by_its_full_name(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"{work.__module__}.work"
    monkeypatch.setitem(SCHEDULE, name, SCHEDULE.get(name))

    assert every(seconds=60)(work) is work

    assert (SCHEDULE[name].seconds, SCHEDULE[name].work) == (60, work)


@pytest.mark.parametrize("seconds", [0, -5])
def test_a_job_without_a_pause_is_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="one second"):
        every(seconds=seconds)


def test_the_core_keeps_house_by_itself() -> None:
    names = {name.rpartition(".")[2] for name in SCHEDULE}

    assert {"keep_checkpoint", "forget_old_work", "forget_old_sessions"} <= names
