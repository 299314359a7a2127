"""The page of a link belongs to the first device that opens it, for a quarter of an hour."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.errors import OtherDevice
from kith.post.events import SinglePurposeLinkBound
from kith.post.lifecycle.link import check_open, digest_of_device, is_open
from kith.post.policies.single_purpose_link import May, links, one_link

SHOWN_FOR = timedelta(minutes=15)


@transaction.atomic
def bind_link(viewer: Viewer, *, link_id: UUID, device: str) -> datetime:
    """Bind the link to `device` (a random mark in its cookie) if it is the first.

    Returns when the page goes blank, in UTC: 15 minutes after the first device opened it, whoever asks
    again. Raises OtherDevice for any other device, LinkBlank once the time is over (for ever), LinkUsed,
    LinkClosed, Expired, NotFound, or BadInput without a device.
    """
    if not device:
        raise BadInput(field="device")
    now, digest = clock.now(), digest_of_device(device)
    unbound = links(viewer, May.USE).filter(is_open(now), pk=link_id, bound_at__isnull=True)
    is_first = unbound.update(bound_at=now, blank_at=now + SHOWN_FOR, device_digest=digest)
    link = one_link(viewer, link_id, May.USE)
    check_open(link, moment=now)
    if link.blank_at is None:
        raise StatusConflict
    if link.device_digest != digest:
        raise OtherDevice
    if is_first:
        record(
            viewer,
            SinglePurposeLinkBound(
                subject=link.ref,
                organization_id=link.organization_id,
                about_kind=link.about_kind,
                about_id=link.about_id,
                blank_at=link.blank_at,
            ),
        )
    return link.blank_at
