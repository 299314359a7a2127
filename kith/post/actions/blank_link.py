"""Blank now."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.errors import OtherDevice
from kith.post.events import SinglePurposeLinkBlanked
from kith.post.lifecycle.link import digest_of_device
from kith.post.policies.single_purpose_link import May, links, one_link


@transaction.atomic
def blank_link(viewer: Viewer, *, link_id: UUID, device: str) -> None:
    """Blank the page of the link for ever. Twice is the same as once.

    Only the `device` that opened the page may: whoever else holds the link could close it for good. Raises
    OtherDevice for any other and while nobody has opened it, NotFound where the viewer did not come in for
    this link or its record.
    """
    now = clock.now()
    link = one_link(viewer, link_id, May.USE)
    if link.device_digest != digest_of_device(device):
        raise OtherDevice
    if not links(viewer, May.USE).filter(pk=link_id, blank_at__gt=now).update(blank_at=now):
        return
    record(
        viewer,
        SinglePurposeLinkBlanked(
            subject=link.ref,
            organization_id=link.organization_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
        ),
    )
