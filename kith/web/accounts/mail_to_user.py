"""Mail about somebody's sign-in: to staff as it comes, to a person only as their own rule allows."""

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from kith.accounts.queries.memberships_of import memberships_of
from kith.accounts.queries.viewer_of import viewer_of
from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Viewer
from kith.post.actions.queue_message import queue_message
from kith.post.actions.queue_message_to_person import queue_message_to_person
from kith.post.errors import MayNotReach
from kith.post.queries.safe_contact_of import safe_contact_of
from kith.post.safe_contact import may_go
from kith.post.terms import MessageKind
from kith.web.viewer import at_own_page

NOBODY = Viewer.nobody(Door.PUBLIC)
SOON_OVER = {"account/email/password_reset_key"}
"""Mails with a link that is dead before a person's next hours begin: they go in the hours, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInMail:
    """One mail, about the sign-in of `user_id`, to the address they sign in with; `what`: its template."""

    user_id: UUID
    address: str
    what: str
    subject: str
    body: str


def mail_to_user(mail: SignInMail) -> None:
    """Queue the mail, or leave it where it could do harm.

    Anybody may ask for it, and a mailbox may be watched: a person's rule holds here too. A sign-in that
    is neither a colleague's nor a person's gets no mail.
    """
    own = viewer_of(NOBODY, user_id=mail.user_id, organization_id=None)
    person = at_own_page(own, user_id=mail.user_id)
    if person.person_id is not None:
        _to_person(mail, person, person.person_id)
    elif memberships_of(own, user_id=mail.user_id):
        _to_colleague(mail)


def _to_person(mail: SignInMail, person: Viewer, person_id: UUID) -> None:
    rule = safe_contact_of(person, person_id=person_id)
    if rule is None:
        return
    if mail.what in SOON_OVER and not may_go(rule, kind=MessageKind.MAIL, moment=clock.now()):
        return
    with suppress(MayNotReach):
        queue_message_to_person(
            NOBODY,
            person_id=person_id,
            address=mail.address,
            about=Ref("user", mail.user_id),
            subject=mail.subject,
            body=mail.body,
            language=_language(),
            dedupe_key=_key_of_the_hour(mail) if mail.what in SOON_OVER else _key(mail),
            owner_user_id=None,
        )


def _to_colleague(mail: SignInMail) -> None:
    queue_message(
        NOBODY,
        about=Ref("user", mail.user_id),
        person_id=None,
        organization_id=None,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=mail.address,
        subject=mail.subject,
        body=mail.body,
        language=_language(),
        dedupe_key=_key(mail),
        owner_user_id=None,
    )


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _key_of_the_hour(mail: SignInMail) -> str:
    """Whoever asks again and again fills nobody's mailbox: the first link is good for the hour."""
    return f"{mail.what}:{mail.user_id}:{clock.now():%Y-%m-%dT%H}"


def _key(mail: SignInMail) -> str:
    return f"{mail.what}:{uuid7()}"
