"""An agreement as a community seat reads it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.policies.outsiders import parties_of, published_versions
from kith.partnerships.terms import AgreementStatus, PartyRole


@dataclass(frozen=True, slots=True)
class PublishedParty:
    """One party by its name in the words, and what it does."""

    name: str
    role: PartyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAgreement:
    """The words that bind, and between whom; nothing of who signed, of drafts or of comments."""

    id: UUID
    title: str
    text: str
    language: str
    parties: tuple[PublishedParty, ...]
    published_at: datetime | None
    is_suspended: bool


def published_agreement(viewer: Viewer, *, agreement_id: UUID) -> PublishedAgreement:
    """The signed words, where they are published for the viewer's organisation. Raises NotFound."""
    row = published_versions(viewer).select_related("agreement").filter(agreement_id=agreement_id).first()
    if row is None:
        raise NotFound
    return PublishedAgreement(
        id=row.agreement_id,
        title=row.title,
        text=row.text,
        language=row.language,
        parties=tuple(PublishedParty(side.name, PartyRole(side.role)) for side in parties_of([row.pk])),
        published_at=row.agreement.published_at,
        is_suspended=row.agreement.status == AgreementStatus.SUSPENDED.value,
    )
