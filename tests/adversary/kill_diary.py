"""What the people at their browsers wrote down: each form, what they saw, and whether they saw its end."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Condition

CUT = "cut"
NET_LOST = "net lost"
NOBODY_THERE = "nobody there"


@dataclass(slots=True)
class Entry:
    """One form of one life. `saw`: each time it was sent, the answer's status, or what broke.

    `sent_again_at`: when it was sent again although it may have been done, in seconds since 1970.
    `is_acknowledged`: the answer to it was read, and led on.
    """

    life: str
    step: str
    key: str
    saw: list[str] = field(default_factory=list)
    sent_again_at: float = 0.0
    is_acknowledged: bool = False

    @property
    def is_in_doubt(self) -> bool:
        """True if it may have been done without an answer."""
        return CUT in self.saw or NET_LOST in self.saw


class Diary:
    """Everybody's entries, in the order in which they were begun."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.troubles: list[str] = []
        self._changed = Condition()
        self._is_sending = 0

    def begin(self, life: str, step: str, key: str) -> Entry:
        with self._changed:
            self.entries.append(Entry(life, step, key))
            return self.entries[-1]

    def acknowledge(self, entry: Entry) -> None:
        with self._changed:
            entry.is_acknowledged = True

    def trouble(self, sentence: str) -> None:
        with self._changed:
            self.troubles.append(sentence)

    @property
    def acknowledged(self) -> int:
        return sum(entry.is_acknowledged for entry in list(self.entries))

    def holds(self, step: str) -> bool:
        """True if somebody read the answer to such a step."""
        return any(entry.step == step and entry.is_acknowledged for entry in list(self.entries))

    def sending(self, change: int) -> None:
        """One form more, or less, is on its way."""
        with self._changed:
            self._is_sending += change
            self._changed.notify_all()

    def wait_for_a_form(self, seconds: float) -> None:
        """Until a form is on its way, or so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_sending > 0, seconds)

    def write(self, path: Path) -> None:
        path.write_text(json.dumps([asdict(entry) for entry in self.entries]))

    def cuts(self) -> Counter[str]:
        """How often a form was broken off on its way, by what broke."""
        return Counter(said for entry in self.entries for said in entry.saw if said in {CUT, NET_LOST})

    def seen_after_doubt(self) -> Counter[str]:
        """What those saw who sent the same form again, not knowing whether it was done, by step and status."""
        return Counter(
            f"{entry.step} {said}"
            for entry in self.entries
            if entry.is_in_doubt
            for said in entry.saw
            if said not in {CUT, NET_LOST, NOBODY_THERE}
        )


def read(path: Path) -> list[Entry]:
    return [Entry(**said) for said in json.loads(path.read_text())]
