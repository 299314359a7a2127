"""What has been built of the town so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import get_hasher

from kith.accounts.queries.viewer_of import viewer_of
from kith.core import clock
from kith.core.viewer import Door, Viewer

SYSTEM = Viewer.system(Door.COMMAND)
PASSWORD = "kith-demo"  # noqa: S105 (printed on the first page of a town that is made up)
OWN_CODE = "northgate"
MORNING = time(10, 0)
QUICK = 2**4


@contextmanager
def quick_hashing() -> Iterator[None]:
    """Hash quickly: the town's passwords are printed for all. The first sign-in hashes them slowly again."""
    hasher = vars(get_hasher("default"))
    hasher["work_factor"] = QUICK
    try:
        yield
    finally:
        del hasher["work_factor"]


@dataclass(slots=True)
class Town:
    """The ids of what stands already, by the keys of the files. `owners` is service to organisation."""

    timezone: str
    organizations: dict[str, UUID] = field(default_factory=dict)
    contacts: dict[str, UUID] = field(default_factory=dict)
    signers: dict[str, tuple[str, str]] = field(default_factory=dict)
    services: dict[str, UUID] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    agreements: dict[str, UUID] = field(default_factory=dict)
    users: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    needs: dict[str, UUID] = field(default_factory=dict)

    def moment(self, days: int) -> datetime:
        """Ten in the morning `days` from today (0 is now), in UTC; days before today are negative."""
        now = clock.now()
        if days == 0:
            return now
        day = now.astimezone(ZoneInfo(self.timezone)).date() + timedelta(days=days)
        return datetime.combine(day, MORNING, ZoneInfo(self.timezone))

    def day(self, days: int) -> date:
        """The day `days` from today, where the town is."""
        return self.moment(days).astimezone(ZoneInfo(self.timezone)).date()

    def staff(self, login: str, organization: str) -> Viewer:
        """The viewer that a login is, acting for an organisation."""
        return viewer_of(
            Viewer.nobody(Door.PUBLIC),
            user_id=self.users[login],
            organization_id=self.organizations[organization],
        )

    def worker(self) -> Viewer:
        """The navigator of the host."""
        return self.staff("navigator", "clinic")
