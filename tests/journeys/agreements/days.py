"""The clock that a story moves, the work that is done meanwhile, and the mailbox."""

import re
from datetime import UTC, date, datetime, timedelta

from django.core import mail

from kith.core.actions.run_due_jobs import run_due_jobs
from kith.core.viewer import Door, Viewer
from kith.core.worker import work_off

LINK = re.compile(r"https?://\S+")


class Days:
    """Time in the town. `now` stands in for the clock; the worker works whenever a story asks for mail."""

    def __init__(self, base: str) -> None:
        self.base, self._gone = base, timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._gone

    def today(self) -> date:
        return self.now().date()

    def pass_by(self, days: int) -> None:
        """So many days later, with the work of the day done."""
        self._gone += timedelta(days=days)
        run_due_jobs(Viewer.system(Door.WORKER))
        self.work()

    def work(self) -> None:
        """What the worker does at once: all that waits."""
        work_off()

    def mails_to(self, email: str) -> list[str]:
        """Subject and text of every mail to this address, the oldest first."""
        self.work()
        return [f"{one.subject}\n{one.body}" for one in mail.outbox if email in one.to]

    def link(self, email: str, place: str) -> str:
        """The newest link with this path in a mail to this address."""
        found = [link for text in self.mails_to(email) for link in LINK.findall(text) if place in link]
        assert found, f"no mail to {email} with {place}"
        return re.sub(r"https?://[^/]+", self.base, found[-1])
