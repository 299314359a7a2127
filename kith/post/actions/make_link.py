"""A link for one purpose, for a mail."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.events import SinglePurposeLinkMade
from kith.post.models import SinglePurposeLink
from kith.post.terms import LinkPurpose

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class MadeLink:
    """The new link; its token is here and in the mail, and nowhere else."""

    id: UUID
    token: str

    def __repr__(self) -> str:
        return f"MadeLink({self.id})"


@transaction.atomic
def make_link(
    viewer: Viewer,
    *,
    purpose: LinkPurpose,
    about: Ref,
    organization_id: UUID,
    contact_id: UUID | None,
    valid_days: int,
) -> MadeLink:
    """Make a link with a token of 256 random bits, of which only the digest is kept.

    The calling room has asked whether it may leave. Raises BadInput if `valid_days` is under 1.
    """
    if valid_days < 1:
        raise BadInput(field="valid_days")
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
    link = SinglePurposeLink.objects.create(
        purpose=purpose,
        token_digest=hashlib.sha256(token.encode()).hexdigest(),
        about_kind=about.kind,
        about_id=about.id,
        organization_id=organization_id,
        contact_id=contact_id,
        made_at=now,
        expires_at=now + timedelta(days=valid_days),
    )
    record(
        viewer,
        SinglePurposeLinkMade(
            subject=link.ref,
            organization_id=organization_id,
            link_purpose=purpose,
            about_kind=about.kind,
            about_id=about.id,
        ),
    )
    return MadeLink(link.id, token)
