"""Parts of stopping and pausing that several actions share."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.views_of import Told
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingStopped
from kith.disclosure.models import Disclosure
from kith.disclosure.policies.disclosure import May, disclosures
from kith.post.actions.cancel_messages import cancel_messages


def open_lines(viewer: Viewer, told: Told) -> QuerySet[Disclosure]:
    """What this partner was told about this person by this holder, and not stopped."""
    return disclosures(viewer, May.STOP).filter(
        person_id=told.person_id, holder_id=told.holder_id, recipient_id=told.recipient_id, stopped_at=None
    )


def stop_lines(
    viewer: Viewer, told: Told, lines: QuerySet[Disclosure], *, subject: Ref, is_silent: bool
) -> None:
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
            is_silent=is_silent,
            abouts=abouts,
        ),
    )


def stop_silently(viewer: Viewer, told: Told, *, contact_id: UUID | None) -> None:
    """Stop what an excluded partner, or one excluded human there, was told. Nothing to stop is no error."""
    lines = open_lines(viewer, told)
    if contact_id is not None:
        lines = lines.filter(Q(contact_id=contact_id) | Q(contact_id=None))
    if lines.exists():
        stop_lines(viewer, told, lines, subject=Ref("person", told.person_id), is_silent=True)


def abouts_of(lines: QuerySet[Disclosure]) -> tuple[Ref, ...]:
    """The records that these lines were told for, each once, in one order."""
    found: set[tuple[str, UUID]] = set(lines.values_list("about_kind", "about_id"))
    return tuple(Ref(kind, about_id) for kind, about_id in sorted(found))


def cancel_about(viewer: Viewer, abouts: tuple[Ref, ...]) -> None:
    """Stop what has not gone out about these records."""
    for about in abouts:
        cancel_messages(viewer, about=about)
