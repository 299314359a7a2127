"""Telling a partner that its seat was taken away, and why; part of the listeners."""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.models import Seat
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.routine_mail import reader_of
from kith.partnerships.policies.seat import lost_seat
from kith.partnerships.table_letters import seat_taken_letter


@transaction.atomic
def mail_lost_seat(
    viewer: Viewer, *, partnership_id: UUID, organization_id: UUID, by_id: UUID, dedupe_key: str
) -> int:
    """Write to those who sign in there, else to the named person. Returns how many; 0 if it is back.

    For Kith itself. Raises NotFound.
    """
    table = one_partnership(viewer, partnership_id, May.READ)
    seat = lost_seat(table, organization_id)
    if seat is None:
        return 0
    by = organization_names(viewer, organization_ids=[by_id]).get(by_id, "")
    letters = _letters(viewer, seat, by, table.name)
    for letter in letters:
        queue_letter(viewer, about=table.ref, one=letter, dedupe_key=dedupe_key)
    return len(letters)


def _letters(viewer: Viewer, seat: Seat, by: str, table: str) -> list[Addressed]:
    site, organization_id = site_profile(viewer).name, seat.organization_id
    said = {"site": site, "name": by, "table": table, "reason": seat.left_reason}
    members = members_to_tell(viewer, organization_id=organization_id, roles=SIGNERS)
    if members:
        language = settings.LANGUAGE_CODE
        letter = seat_taken_letter(language=language, code_word="", **said)
        return [Addressed(one.user_id, organization_id, one.email, language, letter) for one in members]
    reader = reader_of(viewer, organization_id)
    if reader is None:
        return []
    letter = seat_taken_letter(language=reader.language, code_word=reader.partner.code_word, **said)
    return [Addressed(reader.pk, organization_id, reader.email, reader.language, letter)]
