"""Agreements that a party has left, to look whether enough stay."""

from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import MAY_BE_LEFT
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.policies.withdrawal import withdrawals

FIRST_ZONE_OF_THE_DAY = "Etc/GMT-14"


def left_agreements(viewer: Viewer) -> list[UUID]:
    """The ids, each once, of those that are not over and that somebody has left by today. Two statements."""
    living = agreements(viewer, May.END).filter(status__in=[status.value for status in MAY_BE_LEFT])
    gone = withdrawals(viewer, living.values_list("pk", flat=True))
    rows = gone.filter(last_on__lt=clock.today(FIRST_ZONE_OF_THE_DAY)).values_list("agreement_id", flat=True)
    return list(dict.fromkeys(rows))
