"""Stopping when asked: Ctrl-C or SIGTERM once ends in order, twice ends at once."""

import signal
from threading import Event as Flag
from types import FrameType

ASKS = (signal.SIGINT, signal.SIGTERM)


def stop_when_asked() -> Flag:
    """A flag that the first Ctrl-C or SIGTERM sets; the second one ends the process."""
    flag = Flag()

    def ask(_number: int, _frame: FrameType | None) -> None:
        flag.set()
        for number in ASKS:
            signal.signal(number, signal.SIG_DFL)

    for number in ASKS:
        signal.signal(number, ask)
    return flag
