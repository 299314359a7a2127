"""The draft that an organisation writes, and the words that all parties see meanwhile."""

from uuid import UUID

from kith.core.errors import StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.lifecycle.version import check_words_may_change
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies.agreement import May, one_agreement, one_agreement_to_change
from kith.partnerships.policies.clauses import all_clauses, all_parties
from kith.partnerships.policies.version import own_draft, version_in_state
from kith.partnerships.stored import wording_of
from kith.partnerships.terms import VersionState
from kith.partnerships.wording import Wording


def one_draft(viewer: Viewer, agreement_id: UUID) -> Version:
    """The draft of the viewer's organisation. Raises NotFound, Denied, or StatusConflict if there is none."""
    return _living_draft(viewer, one_agreement(viewer, agreement_id, May.CHANGE))


def one_draft_to_change(viewer: Viewer, agreement_id: UUID) -> Version:
    """As `one_draft`; the agreement is locked until the transaction ends, so that writers take turns."""
    return _living_draft(viewer, one_agreement_to_change(viewer, agreement_id, May.CHANGE))


def wording_now(version: Version) -> Wording:
    """What a version found for a change says now."""
    return wording_of(version, all_parties(version), all_clauses(version))


def words_for_all(agreement: Agreement) -> Version | None:
    """Of an agreement found for a change: the words on the table, else those that bind."""
    return version_in_state(agreement, VersionState.OFFERED) or version_in_state(
        agreement, VersionState.SIGNED
    )


def _living_draft(viewer: Viewer, agreement: Agreement) -> Version:
    version = own_draft(viewer, agreement.pk)
    if version is None or not is_living(agreement.status):
        raise StatusConflict
    check_words_may_change(version.state)
    return version
