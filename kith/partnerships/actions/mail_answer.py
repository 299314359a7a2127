"""Telling those who wrote the words what a party answered; part of the listeners."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.policies.agreement import MAKERS
from kith.partnerships.policies.version import one_version_numbered
from kith.partnerships.proposal_letters import AnswerSaid, answered_letter


@transaction.atomic
def mail_answer(
    viewer: Viewer, *, agreement_id: UUID, number: int, from_id: UUID, said: AnswerSaid, dedupe_key: str
) -> int:
    """Write one line to the partnership managers of who wrote these words. Returns to how many.

    Raises NotFound.
    """
    version = one_version_numbered(viewer, agreement_id, number)
    names = organization_names(viewer, organization_ids=[from_id])
    letter = answered_letter(
        language=settings.LANGUAGE_CODE,
        organization=names.get(from_id, ""),
        said=said,
        link=settings.KITH_SITE_URL + reverse("agreement_page", args=[agreement_id]),
    )
    readers = members_to_tell(viewer, organization_id=version.written_by_id, roles=MAKERS)
    for reader in readers:
        one = Addressed(reader.user_id, version.written_by_id, reader.email, settings.LANGUAGE_CODE, letter)
        queue_letter(viewer, about=Ref("agreement", agreement_id), one=one, dedupe_key=dedupe_key)
    return len(readers)
