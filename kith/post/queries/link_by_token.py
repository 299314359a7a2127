"""What a link without login is for."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.lifecycle.link import check_open
from kith.post.policies.single_purpose_link import link_with_digest
from kith.post.terms import LinkPurpose


@dataclass(frozen=True, slots=True)
class LinkPage:
    """An open link. `blank_at` is set while its page is shown on its first device."""

    id: UUID
    purpose: LinkPurpose
    about: Ref
    organization_id: UUID
    contact_id: UUID | None
    expires_at: datetime
    used_at: datetime | None
    closed_at: datetime | None
    blank_at: datetime | None


def link_by_token(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> LinkPage:
    """The open link of this token; looking changes nothing.

    Raises NotFound for an unknown token or another purpose, LinkUsed, LinkClosed, LinkBlank or Expired.
    """
    digest = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
    link = link_with_digest(viewer, digest=digest, purpose=purpose)
    if link is None:
        raise NotFound
    check_open(link, moment=clock.now())
    return LinkPage(
        id=link.id,
        purpose=purpose,
        about=link.about,
        organization_id=link.organization_id,
        contact_id=link.contact_id,
        expires_at=link.expires_at,
        used_at=link.used_at,
        closed_at=link.closed_at,
        blank_at=link.blank_at,
    )
