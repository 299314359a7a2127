"""What a link without login was for, also when it is over."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.lifecycle.link import MOST_WRONG_TRIES
from kith.post.policies.single_purpose_link import link_with_digest
from kith.post.terms import LinkPurpose


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """The record that a link is about, and the organisation that it was made for.

    `was_guessed`: it was closed because a wrong code was tried too often.
    """

    id: UUID
    was_guessed: bool
    about: Ref
    organization_id: UUID


def record_of_link(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> LinkRecord:
    """For a page that says why it is closed. Raises NotFound for an unknown token or another purpose."""
    digest = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
    link = link_with_digest(viewer, digest=digest, purpose=purpose)
    if link is None:
        raise NotFound
    return LinkRecord(
        id=link.id,
        was_guessed=link.closed_at is not None and link.wrong_tries >= MOST_WRONG_TRIES,
        about=link.about,
        organization_id=link.organization_id,
    )
