"""Events as rows of a table: words, who in which role, for which organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kith.accounts.queries.member_names import member_names
from kith.core.event_line import EventLine
from kith.core.ids import Ref
from kith.core.viewer import Door, Role, Viewer
from kith.directory.queries.organization_names import organization_names
from kith.web.privacy.event_words import EVENT_WORDS, WORDS_WITH_NAME

ROLE_KINDS = frozenset(
    {
        "accounts.invitation_accepted",
        "accounts.invitation_withdrawn",
        "accounts.member_added",
        "accounts.member_invited",
        "accounts.membership_ended",
        "accounts.role_changed",
    }
)
# What leaves Kith's reach on paper or as a file. A list by name: what is missing here stands in no table.
EXPORT_KINDS = frozenset({"care.letter_printed"})


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row; `name` is empty where the viewer is shown roles only (promise 23).

    `role` is the role that was offered, given or ended, in words; empty for other events.
    """

    at: datetime
    kind: str
    words: str | Promise
    role: str
    who: str
    name: str
    organization: str
    subject: Ref
    has_person: bool


def rows_of(viewer: Viewer, events: Sequence[EventLine]) -> list[EventRow]:
    """The events in words. A worker's name is for the privacy officer only; others see role and place."""
    places = {e.acting_organization_id for e in events if e.acting_organization_id is not None}
    places |= {e.organization_id for e in events if e.organization_id is not None}
    places |= {e.partner_organization_id for e in events if e.partner_organization_id is not None}
    names = organization_names(viewer, organization_ids=sorted(places))
    people = member_names(viewer, user_ids=sorted({e.user_id for e in events if e.user_id is not None}))
    is_officer = viewer.has(Role.PRIVACY_OFFICER)
    return [
        EventRow(
            at=event.at,
            kind=event.kind,
            words=_words(event),
            role=_role(event),
            who=_who(event),
            name=people.get(event.user_id, "") if is_officer and event.user_id else "",
            organization=_place(event, names),
            subject=event.subject,
            has_person=event.person_id is not None,
        )
        for event in events
    ]


def _place(event: EventLine, names: dict[UUID, str]) -> str:
    """Where they act, or whom it concerns."""
    for place in (event.acting_organization_id, event.partner_organization_id, event.organization_id):
        if place is not None and place in names:
            return names[place]
    return ""


def _words(event: EventLine) -> str | Promise:
    """What happened; of a letter also whether the name is in it."""
    if event.payload.get("has_name") is True:
        return WORDS_WITH_NAME.get(event.kind, EVENT_WORDS[event.kind])
    return EVENT_WORDS.get(event.kind, event.kind)


def _role(event: EventLine) -> str:
    """The role that it is about; of a change the new one."""
    role = event.payload.get("after", event.payload.get("role", ""))
    return role_words(role) if isinstance(role, str) and event.kind in ROLE_KINDS else ""


def _who(event: EventLine) -> str:
    if event.door == Door.PORTAL.value:
        return _("the person")
    if event.door == Door.ANSWER.value:
        return _("the partner, by its link")
    if event.door in {Door.WORKER.value, Door.COMMAND.value}:
        return _("Kith itself")
    if event.door == Door.PUBLIC.value:
        return _("someone who is not signed in")
    return _(", ").join(role_words(role) for role in event.roles) or _("a colleague")


def role_words(role: str) -> str:
    """A role as people say it."""
    words = {
        Role.NAVIGATOR.value: _("navigator"),
        Role.CLINICIAN.value: _("clinician"),
        Role.PARTNERSHIP_MANAGER.value: _("partnership manager"),
        Role.COORDINATOR.value: _("coordinator"),
        Role.CURATOR.value: _("curator of the directory"),
        Role.EVALUATOR.value: _("evaluator"),
        Role.PRIVACY_OFFICER.value: _("privacy officer"),
        Role.ADMIN.value: _("administrator"),
    }
    return words.get(role, role)
