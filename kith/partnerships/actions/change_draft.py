"""Changing a wording that nobody else has seen."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.queries.offered_services import offered_services
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.errors import BadClause
from kith.partnerships.events import AgreementDrafted
from kith.partnerships.models import AgreementParty, Clause, Version
from kith.partnerships.policies.agreement import check_may_draft
from kith.partnerships.policies.clauses import clear_clauses
from kith.partnerships.policies.draft import one_draft_to_change
from kith.partnerships.stored import clause_row, party_row
from kith.partnerships.wording import Wording, digest_of
from kith.partnerships.wording_check import check_wording


@transaction.atomic
def change_draft(viewer: Viewer, *, agreement_id: UUID, wording: Wording) -> None:
    """Replace all words and clauses of the draft that the viewer's organisation writes.

    Raises NotFound, Denied, StatusConflict once it was offered, or what `check_wording` finds.
    """
    version = one_draft_to_change(viewer, agreement_id)
    check_wording(wording)
    organization_ids = [party.organization_id for party in wording.parties]
    check_may_draft(viewer, organization_ids=organization_ids)
    names = organization_names(viewer, organization_ids=organization_ids)
    if len(names) < len(organization_ids):
        raise NotFound
    _check_services(wording, offered_services(viewer, organization_ids=organization_ids))
    _write_words(version, wording)
    clear_clauses(version)
    AgreementParty.objects.bulk_create(
        party_row(version, party, place=place, names=names) for place, party in enumerate(wording.parties)
    )
    Clause.objects.bulk_create(
        clause_row(version, clause, place=place) for place, clause in enumerate(wording.clauses)
    )
    record(
        viewer,
        AgreementDrafted(
            subject=Ref("agreement", agreement_id),
            organization_id=version.written_by_id,
            digest=digest_of(wording),
        ),
    )


def _check_services(wording: Wording, offered: Mapping[UUID, Mapping[UUID, str]]) -> None:
    """A clause for one service is for a service of the party that owes it, or of any that it binds."""
    for clause in wording.clauses:
        owing = [clause.organization_id] if clause.organization_id else list(offered)
        if clause.service_id and not any(clause.service_id in offered[one] for one in owing):
            raise BadClause(field="service", clause_keys=(clause.key,))


def _write_words(version: Version, wording: Wording) -> None:
    version.title = wording.title.strip()
    version.purpose = wording.purpose.strip()
    version.free_text = wording.free_text.strip()
    version.language = wording.language
    version.starts_on = wording.starts_on
    version.review_on = wording.review_on
    version.ends_on = wording.ends_on
    version.written_at = clock.now()
    version.save()
