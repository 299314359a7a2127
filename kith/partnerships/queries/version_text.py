"""The full text of a version, as it was offered and signed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.models import AgreementParty
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import parties
from kith.partnerships.policies.version import one_version_numbered
from kith.partnerships.terms import SignedHow, VersionState
from kith.partnerships.text import text_digest


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed for which party, how and when; empty and None where it has not signed."""

    organization: str
    must_sign: bool
    name: str
    role_title: str
    how: SignedHow | None
    signed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionText:
    """The text; `digest` is the SHA-256 that was kept of it, `is_unchanged` whether it still fits."""

    agreement_id: UUID
    title: str
    number: int
    state: VersionState
    language: str
    text: str
    digest: str
    is_unchanged: bool
    signatures: tuple[Signature, ...]


def version_text(viewer: Viewer, *, agreement_id: UUID, number: int) -> VersionText:
    """What is signed, and the parties in their order. Raises NotFound; a draft has no text yet."""
    version = one_version_numbered(viewer, agreement_id, number)
    if not version.text:
        raise NotFound
    return VersionText(
        agreement_id=agreement_id,
        title=version.title,
        number=version.number,
        state=VersionState(version.state),
        language=version.language,
        text=version.text,
        digest=version.text_digest,
        is_unchanged=text_digest(version.text) == version.text_digest,
        signatures=tuple(_signature(side) for side in parties(viewer, [version.pk], May.READ)),
    )


def _signature(side: AgreementParty) -> Signature:
    return Signature(
        organization=side.name,
        must_sign=side.must_sign,
        name=side.signer_name,
        role_title=side.signer_role,
        how=SignedHow(side.signed_how) if side.signed_how else None,
        signed_at=side.signed_at,
    )
