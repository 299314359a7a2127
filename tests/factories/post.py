"""Messages, rules and links, made by actions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Viewer
from kith.post.actions.make_link import MadeLink, make_link
from kith.post.actions.queue_message import queue_message
from kith.post.actions.queue_message_to_person import queue_message_to_person
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.models import OutgoingMessage
from kith.post.safe_contact import SafeContact
from kith.post.terms import LinkPurpose, MessageKind

SYSTEM = Viewer.system(Door.WORKER)
TUESDAY_NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
OFFICE: Mapping[int, tuple[str, str]] = dict.fromkeys(range(5), ("09:00", "17:00"))
MAIL_IN_OFFICE_HOURS = SafeContact(
    may_call=False,
    may_text=False,
    may_mail=True,
    may_voicemail=False,
    phone="",
    email="amina@home.example",
    days=OFFICE,
    timezone="UTC",
    say="the walking group",
)
TEXTS_ONLY = replace(MAIL_IN_OFFICE_HOURS, may_mail=False, email="", may_text=True, phone="617 555 0142")


def a_referral() -> Ref:
    return Ref("referral", uuid7())


def a_mail(
    viewer: Viewer = SYSTEM,
    *,
    about: Ref | None = None,
    organization_id: UUID | None = None,
    owner_user_id: UUID | None = None,
    kind: MessageKind = MessageKind.MAIL,
    address: str = "fatima@al-noor.example",
    subject: str = "Can you help?",
    dedupe_key: str = "",
) -> UUID:
    """A message to a partner's contact."""
    return queue_message(
        viewer,
        about=about or a_referral(),
        person_id=None,
        organization_id=organization_id,
        sender_organization_id=viewer.organization_id,
        kind=kind,
        address=address,
        subject=subject,
        body="Someone near you looks for a walking group.",
        language="en",
        dedupe_key=dedupe_key or uuid7().hex,
        owner_user_id=owner_user_id,
    )


def reachable(rule: SafeContact, *, organization_id: UUID | None = None) -> UUID:
    """The id of a person with this rule."""
    person_id = uuid7()
    set_safe_contact(SYSTEM, person_id=person_id, rule=rule, organization_id=organization_id or uuid7())
    return person_id


def a_mail_to(
    person_id: UUID,
    viewer: Viewer = SYSTEM,
    *,
    address: str | None = None,
    about: Ref | None = None,
    owner_user_id: UUID | None = None,
    dedupe_key: str = "",
) -> UUID:
    return queue_message_to_person(
        viewer,
        person_id=person_id,
        address=address,
        about=about or a_referral(),
        subject="Al-Noor said yes",
        body="They said yes. Look at your page.",
        language="en",
        dedupe_key=dedupe_key or uuid7().hex,
        owner_user_id=owner_user_id,
    )


def a_link(
    *, about: Ref | None = None, purpose: LinkPurpose = LinkPurpose.ANSWER_ASK, valid_days: int = 14
) -> MadeLink:
    return make_link(
        SYSTEM,
        purpose=purpose,
        about=about or a_referral(),
        organization_id=uuid7(),
        contact_id=uuid7(),
        valid_days=valid_days,
    )


def visitor(about: Ref) -> Viewer:
    """Who comes in by an answer link about this record."""
    return replace(Viewer.nobody(Door.ANSWER), only=about)


def the_message(message_id: UUID) -> OutgoingMessage:
    return OutgoingMessage.objects.get(id=message_id)


def status_of(message_id: UUID) -> str:
    return the_message(message_id).status
