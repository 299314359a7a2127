"""Handing one mail to a mail server."""

import smtplib
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from kith.core.errors import Unavailable
from kith.post.terms import BounceReason

MAILBOX_FULL_CODES = {552, 452}
ADDRESS_UNKNOWN_CODES = {550, 551, 553}
FIRST_PERMANENT_CODE = 500


class RefusedForGood(Exception):
    """The mail server will not take this mail to this address, now or later."""

    def __init__(self, reason: BounceReason) -> None:
        self.reason = reason
        super().__init__(reason.value)


class NotTakenNow(Unavailable):
    """No mail server took the mail; the worker tries again. Says nothing about the address."""

    code = "mail-not-taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What goes on the wire."""

    id: UUID
    address: str
    subject: str
    body: str
    language: str


def message_id(mail_id: UUID) -> str:
    """The Message-ID of this mail: the same at every try, so that receivers drop a second copy."""
    return f"<{mail_id.hex}@{urlsplit(settings.KITH_SITE_URL).hostname or 'kith.invalid'}>"


def reach(connection: BaseEmailBackend) -> bool:
    """Open the connection. False where the mail server does not answer."""
    try:
        connection.open()
    except (smtplib.SMTPException, OSError):
        return False
    return True


def hand_over(mail: Mail, connection: BaseEmailBackend | None) -> None:
    """Give `mail` to the mail server behind `connection`; None: it was not reached.

    Raises RefusedForGood for a permanent refusal of the address or the mail, NotTakenNow for anything
    that may pass. Neither holds the server's words: they name the address.
    """
    if connection is None:
        raise NotTakenNow
    try:
        _message(mail, connection).send()
    except smtplib.SMTPRecipientsRefused as refused:
        raise _recipient(refused) from None
    except smtplib.SMTPDataError as refused:
        raise _by_code(refused.smtp_code) from None
    except (smtplib.SMTPException, OSError):
        raise NotTakenNow from None


def _message(mail: Mail, connection: BaseEmailBackend) -> EmailMessage:
    return EmailMessage(
        subject=mail.subject,
        body=mail.body,
        to=[mail.address],
        headers={
            "Message-ID": message_id(mail.id),
            "Auto-Submitted": "auto-generated",
            "Content-Language": mail.language,
        },
        connection=connection,
    )


def _recipient(refused: smtplib.SMTPRecipientsRefused) -> Exception:
    codes = [code for code, _ in refused.recipients.values()]
    return _by_code(codes[0]) if codes else NotTakenNow()


def _by_code(code: int) -> Exception:
    if code < FIRST_PERMANENT_CODE:
        return NotTakenNow()
    if code in MAILBOX_FULL_CODES:
        return RefusedForGood(BounceReason.MAILBOX_FULL)
    if code in ADDRESS_UNKNOWN_CODES:
        return RefusedForGood(BounceReason.ADDRESS_UNKNOWN)
    return RefusedForGood(BounceReason.REFUSED)
