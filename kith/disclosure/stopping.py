"""Parts of stopping and pausing that several actions share."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.views_of import Told
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingStopped
from kith.disclosure.gate import GATE
from kith.disclosure.models import Disclosure
from kith.disclosure.policies.disclosure import May, disclosures
from kith.partnerships.queries.alike_contacts import alike_contacts
from kith.post.actions.cancel_messages import cancel_messages


def open_lines(viewer: Viewer, told: Told) -> QuerySet[Disclosure]:
    """What this partner was told about this person by this holder, and not stopped."""
    return disclosures(viewer, May.STOP).filter(
        person_id=told.person_id, holder_id=told.holder_id, recipient_id=told.recipient_id, stopped_at=None
    )


def stop_lines(viewer: Viewer, told: Told, lines: QuerySet[Disclosure], *, subject: Ref) -> None:
    """Stop these lines and their waiting messages, and say so. Part of the caller's transaction."""
    abouts = abouts_of(lines)
    lines.update(stopped_at=clock.now())
    cancel_about(viewer, abouts)
    record(
        viewer,
        SharingStopped(
            subject=subject,
            person_id=told.person_id,
            organization_id=told.holder_id,
            recipient_id=told.recipient_id,
            abouts=abouts,
        ),
    )


def stop_excluded(viewer: Viewer, told: Told, *, contact_id: UUID | None) -> None:
    """Stop what an excluded partner, or one excluded human there, was told. Nothing to stop is no error.

    It is a stop like any other: what follows, what they read and what they get must not tell them apart. The
    human is stopped under every entry of theirs, for other partners too.
    """
    if contact_id is None:
        _stop_some(viewer, told, open_lines(viewer, told))
        return
    to_anybody = disclosures(viewer, May.STOP).filter(
        person_id=told.person_id, holder_id=told.holder_id, stopped_at=None
    )
    contact_ids = set(to_anybody.values_list("contact_id", flat=True))
    told_contacts = [other for other in contact_ids if other is not None]
    alike = alike_contacts(GATE, contact_ids=[contact_id], among=told_contacts)
    same = [other for other, entries in alike.items() if entries]
    theirs = Q(contact_id__in=same) | Q(contact_id=None, recipient_id=told.recipient_id)
    reached = set(to_anybody.filter(theirs).values_list("recipient_id", flat=True))
    for recipient_id in sorted(reached):
        one = replace(told, recipient_id=recipient_id)
        _stop_some(viewer, one, open_lines(viewer, one).filter(theirs))


def _stop_some(viewer: Viewer, told: Told, lines: QuerySet[Disclosure]) -> None:
    if lines.exists():
        stop_lines(viewer, told, lines, subject=Ref("person", told.person_id))


def abouts_of(lines: QuerySet[Disclosure]) -> tuple[Ref, ...]:
    """The records that these lines were told for, each once, in one order."""
    found: set[tuple[str, UUID]] = set(lines.values_list("about_kind", "about_id"))
    return tuple(Ref(kind, about_id) for kind, about_id in sorted(found))


def cancel_about(viewer: Viewer, abouts: tuple[Ref, ...]) -> None:
    """Stop what has not gone out about these records."""
    for about in abouts:
        cancel_messages(viewer, about=about)
