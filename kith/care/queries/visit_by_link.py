"""Who comes in by a single-purpose link, and for what."""

from dataclasses import dataclass
from uuid import UUID

from kith.care.link_viewer import viewer_by_link
from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.queries.is_named_now import is_named_now
from kith.post.queries.link_by_token import link_by_token
from kith.post.terms import LinkPurpose


@dataclass(frozen=True, slots=True)
class LinkVisit:
    """A viewer limited to one referral, and the link that let them in."""

    viewer: Viewer
    link_id: UUID
    contact_id: UUID
    referral_id: UUID
    is_bound: bool


def visit_by_link(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> LinkVisit:
    """Turn a link into a viewer of exactly one referral, acting for the organisation that was asked.

    Looking has no effect. Raises NotFound, also once the named person has ended, or
    Expired if the link is used, closed or over.
    """
    link = link_by_token(viewer, token=token, purpose=purpose)
    if link.about.kind != "referral" or link.contact_id is None:
        raise NotFound
    narrow = viewer_by_link(about=link.about, organization_id=link.organization_id)
    if not is_named_now(narrow, contact_id=link.contact_id):
        raise NotFound
    return LinkVisit(
        viewer=narrow,
        link_id=link.id,
        contact_id=link.contact_id,
        referral_id=link.about.id,
        is_bound=link.blank_at is not None,
    )
