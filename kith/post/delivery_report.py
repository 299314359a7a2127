"""Reading the mails by which mail servers say that a mail did not arrive (RFC 3464)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from uuid import UUID

from kith.post.errors import NotADeliveryReport
from kith.post.terms import BounceReason

OUR_MESSAGE_ID = re.compile(r"<([0-9a-f]{32})@[^<>@\s]+>")
STATUS = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})")
ORIGINALS = {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"}
ANSWERS = ("In-Reply-To", "References")


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a report says about one message of ours. `has_failed` is False for a delay or a receipt."""

    message_id: UUID
    has_failed: bool
    reason: BounceReason


def read_report(raw: bytes) -> DeliveryReport:
    """The report in a mail as it came. Raises NotADeliveryReport for any other mail, and for no mail."""
    mail = message_from_bytes(raw, policy=policy.compat32)
    groups = [group for part in mail.walk() for group in _status_groups(part)]
    message_id = next(_our_ids(mail), None)
    failed = [group for group in groups if _header(group, "Action").lower() == "failed"]
    if not groups or message_id is None:
        raise NotADeliveryReport
    status = _header(failed[0], "Status") if failed else ""
    return DeliveryReport(message_id, bool(failed), reason_of(status))


def reason_of(status: str) -> BounceReason:
    """The reason in an enhanced status code (RFC 3463), e.g. 5.1.1: no such mailbox."""
    found = STATUS.search(status)
    if found is None:
        return BounceReason.OTHER
    subject, detail = found.group(2), found.group(3)
    if subject == "1":
        return BounceReason.ADDRESS_UNKNOWN
    if (subject, detail) == ("2", "2"):
        return BounceReason.MAILBOX_FULL
    return BounceReason.REFUSED if subject == "7" else BounceReason.OTHER


def _status_groups(part: "Message[str, str]") -> list["Message[str, str]"]:
    """The header groups of a delivery-status part, without the first, which is about the server."""
    held = part.get_payload()
    if part.get_content_type() != "message/delivery-status" or not isinstance(held, list):
        return []
    return [group for group in held if isinstance(group, Message) and group.get("Action")]


def _our_ids(mail: "Message[str, str]") -> Iterator[UUID]:
    for part in mail.walk():
        if part.get_content_type() in ORIGINALS:
            yield from _ids_in(_original_id(part))
    for name in ANSWERS:
        yield from _ids_in(_header(mail, name))


def _original_id(part: "Message[str, str]") -> str:
    held = part.get_payload()
    if isinstance(held, list):
        return " ".join(_header(one, "Message-ID") for one in held if isinstance(one, Message))
    return str(held)


def _ids_in(text: str) -> Iterator[UUID]:
    return (UUID(hex=found) for found in OUR_MESSAGE_ID.findall(text))


def _header(part: "Message[str, str]", name: str) -> str:
    return str(part.get(name, "")).strip()
