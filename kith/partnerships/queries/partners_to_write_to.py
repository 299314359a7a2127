"""To which partners a routine mail may go now."""

from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.routine_mail import written_since
from kith.partnerships.routine import BETWEEN_MAILS


def partners_to_write_to(viewer: Viewer) -> list[UUID]:
    """Organisations, by id, that got no routine mail in the last seven days. Two statements at most."""
    lately = written_since(viewer, clock.now() - BETWEEN_MAILS)
    free = partners(viewer, May.LOOK_AFTER).exclude(pk__in=lately.order_by().values("partner_id"))
    return list(free.order_by("organization_id").values_list("organization_id", flat=True))
