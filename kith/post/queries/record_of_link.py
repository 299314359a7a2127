"""What a link without login was for, also when it is over."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.policies.single_purpose_link import link_with_digest
from kith.post.terms import LinkPurpose


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """The record that a link is about, and the organisation that it was made for."""

    about: Ref
    organization_id: UUID


def record_of_link(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> LinkRecord:
    """For a page that says why it is closed. Raises NotFound for an unknown token or another purpose."""
    digest = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
    link = link_with_digest(viewer, digest=digest, purpose=purpose)
    if link is None:
        raise NotFound
    return LinkRecord(about=link.about, organization_id=link.organization_id)
