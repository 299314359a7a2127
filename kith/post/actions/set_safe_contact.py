"""The person says how and when they may be reached."""

from datetime import time
from uuid import UUID
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from kith.core import clock
from kith.core.errors import BadInput, NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.addresses import check_address
from kith.post.events import SafeContactSet
from kith.post.models import SafeContactRule
from kith.post.policies.safe_contact_rule import May, may_set_first, rules
from kith.post.safe_contact import SafeContact
from kith.post.terms import MessageKind

LONGEST_SAY = 200


@transaction.atomic
def set_safe_contact(viewer: Viewer, *, person_id: UUID, rule: SafeContact, organization_id: UUID) -> None:
    """Write the person's rule in place of the one before. It counts from this moment on.

    Raises NotFound where the viewer may not know the person, BadInput if a way is on without an address
    for it, or a day, an hour or the time zone is none.
    """
    _check_ways(rule)
    _check_times(rule)
    row = rules(viewer, May.CHANGE).filter(person_id=person_id).first()
    if row is None:
        row = _first(viewer, person_id, organization_id)
    _write(row, rule)
    record(
        viewer,
        SafeContactSet(
            subject=row.person_ref,
            organization_id=row.organization_id,
            person_id=person_id,
            may_call=rule.may_call,
            may_text=rule.may_text,
            may_mail=rule.may_mail,
            may_voicemail=rule.may_voicemail,
        ),
    )


def _first(viewer: Viewer, person_id: UUID, organization_id: UUID) -> SafeContactRule:
    if not may_set_first(viewer, person_id=person_id, organization_id=organization_id):
        raise NotFound
    return SafeContactRule(person_id=person_id, organization_id=organization_id)


def _write(row: SafeContactRule, rule: SafeContact) -> None:
    row.may_call, row.may_text, row.may_mail = rule.may_call, rule.may_text, rule.may_mail
    row.may_voicemail = rule.may_voicemail
    row.phone, row.email, row.say = rule.phone, rule.email, rule.say
    row.days = {str(day): [opens, closes] for day, (opens, closes) in rule.days.items()}
    row.timezone = rule.timezone
    row.changed_at = clock.now()
    row.save()


def _check_ways(rule: SafeContact) -> None:
    if rule.phone or rule.may_call or rule.may_text:
        check_address(MessageKind.TEXT, rule.phone)
    if rule.email or rule.may_mail:
        check_address(MessageKind.MAIL, rule.email)
    if rule.may_voicemail and not rule.may_call:
        raise BadInput(_("Voicemail needs a yes to calls first."), field="may_voicemail")
    if len(rule.say) > LONGEST_SAY or "\n" in rule.say:
        raise BadInput(_("Please say it in one short line."), field="say")


def _check_times(rule: SafeContact) -> None:
    if rule.timezone not in available_timezones():
        raise BadInput(_("This time zone is not known."), field="timezone")
    is_on = rule.may_call or rule.may_text or rule.may_mail
    if is_on and not rule.days:
        raise BadInput(_("Please choose at least one day, or switch every way off."), field="days")
    if any(day not in range(7) for day in rule.days):
        raise BadInput(_("A week has seven days, from 0 to 6."), field="days")
    for opens, closes in rule.days.values():
        _check_hours(opens, closes)


def _check_hours(opens: str, closes: str) -> None:
    try:
        is_in_order = time.fromisoformat(opens) < time.fromisoformat(closes)
    except ValueError as wrong:
        raise BadInput(_("Please give times like 09:00."), field="days") from wrong
    if not is_in_order:
        raise BadInput(_("The hours must end after they begin."), field="days")
