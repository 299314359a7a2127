"""A mail server tells what became of a mail of ours."""

from django.db import transaction

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer
from kith.post.actions.record_bounce import record_bounce
from kith.post.delivery_report import read_report
from kith.post.errors import NotADeliveryReport


@transaction.atomic
def take_delivery_report(viewer: Viewer, *, raw: bytes) -> bool:
    """Record the bounce that the mail `raw` tells of. False where it tells of none, or it is known.

    Raises Denied unless the viewer is the system, NotADeliveryReport for any other mail.
    """
    if not viewer.is_system:
        raise Denied
    report = read_report(raw)
    if not report.has_failed:
        return False
    try:
        return record_bounce(viewer, message_id=report.message_id, reason=report.reason)
    except NotFound as unknown:
        raise NotADeliveryReport from unknown
