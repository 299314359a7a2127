"""Work that comes back: found in `listeners`, run by the worker."""

from collections.abc import Callable
from dataclasses import dataclass

from kith.core.viewer import Viewer

Work = Callable[[Viewer], None]


@dataclass(frozen=True, slots=True)
class Repeated:
    """One job, its stable name, and the pause between two runs."""

    name: str
    seconds: int
    work: Work


SCHEDULE: dict[str, Repeated] = {}


def every(*, seconds: int) -> Callable[[Work], Work]:
    """Register `work` to run each `seconds`, by one worker at a time.

    It may run late, and again after a crash: it must do no harm when run twice. Raises ValueError under 1 s.
    """
    if seconds < 1:
        raise ValueError("The shortest pause between two runs is one second.")

    def register(work: Work) -> Work:
        name = f"{work.__module__}.{work.__qualname__}"
        SCHEDULE[name] = Repeated(name, seconds, work)
        return work

    return register
