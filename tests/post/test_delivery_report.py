"""Reading delivery reports, and the command that takes them."""

import io
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from kith.core.errors import Denied
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.post.actions.take_delivery_report import take_delivery_report
from kith.post.delivery_report import read_report, reason_of
from kith.post.errors import NotADeliveryReport
from kith.post.listeners.send_messages import send_mail
from kith.post.mail import message_id
from kith.post.terms import BounceReason, MessageStatus
from tests.factories.core import staff
from tests.factories.post import SYSTEM, a_mail, status_of

pytestmark = pytest.mark.django_db

REPORT = """\
From: MAILER-DAEMON@mx.example
To: kith@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; fatima@al-noor.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--B
Content-Type: {original}

Return-Path: <kith@localhost>
Message-ID: {message_id}
Subject: Can you help?

--B--
"""


def a_report(message, *, action="failed", status="5.1.1", original="text/rfc822-headers"):
    filled = REPORT.format(action=action, status=status, original=original, message_id=message_id(message))
    return filled.encode()


@pytest.fixture
def sent():
    row = a_mail()
    send_mail.call(str(row))
    return row


@pytest.mark.parametrize("original", ["text/rfc822-headers", "message/rfc822"])
def test_a_failed_delivery_bounces_the_message(sent, original):
    assert take_delivery_report(SYSTEM, raw=a_report(sent, original=original)) is True

    assert status_of(sent) == MessageStatus.BOUNCED
    assert Event.objects.get(kind="post.message_bounced").payload["reason"] == "address_unknown"


def test_the_same_report_again_changes_nothing(sent):
    answers = [take_delivery_report(SYSTEM, raw=a_report(sent)) for _ in range(2)]

    assert answers == [True, False]
    assert Event.objects.filter(kind="post.message_bounced").count() == 1


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_a_delay_or_a_receipt_is_no_bounce(sent, action):
    assert take_delivery_report(SYSTEM, raw=a_report(sent, action=action, status="4.0.0")) is False
    assert status_of(sent) == MessageStatus.SENT


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("5.1.1", BounceReason.ADDRESS_UNKNOWN),
        ("5.1.10", BounceReason.ADDRESS_UNKNOWN),
        ("5.2.2", BounceReason.MAILBOX_FULL),
        ("5.7.1", BounceReason.REFUSED),
        ("5.0.0", BounceReason.OTHER),
        ("", BounceReason.OTHER),
        ("nonsense", BounceReason.OTHER),
    ],
)
def test_the_status_code_gives_the_reason(status, reason):
    assert reason_of(status) is reason


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff",
        b"Subject: Out of office\n\nBack on Monday.",
        REPORT.replace("{message_id}", "<someone@else.example>").encode(),
        a_report(uuid7()).replace(b"message/delivery-status", b"text/plain"),
    ],
    ids=["empty", "no text", "an absence", "of another's mail", "without a status"],
)
def test_another_mail_is_not_a_delivery_report(raw):
    with pytest.raises(NotADeliveryReport):
        read_report(raw)


def test_a_report_about_a_message_that_is_not_ours_says_so():
    with pytest.raises(NotADeliveryReport):
        take_delivery_report(SYSTEM, raw=a_report(uuid7()))


def test_only_the_system_takes_reports(sent):
    with pytest.raises(Denied):
        take_delivery_report(staff(*Role), raw=a_report(sent))


@given(st.binary(max_size=400), st.integers(0, 1500))
def test_any_bytes_are_a_report_or_are_said_to_be_none(noise, at):
    whole = a_report(uuid7())

    for raw in (noise, whole[:at] + noise + whole[at:]):
        try:
            read_report(raw)
        except NotADeliveryReport:
            continue


def take(file):
    out = io.StringIO()
    call_command("take_bounces", str(file), stdout=out)
    return out.getvalue()


def test_the_command_takes_one_mail(sent, tmp_path):
    file = tmp_path / "bounce.eml"
    file.write_bytes(a_report(sent))

    assert take(file).startswith("1 bounces recorded")
    assert status_of(sent) == MessageStatus.BOUNCED


def test_the_command_takes_a_mailbox_and_leaves_other_mails_alone(sent, tmp_path):
    file = tmp_path / "mailbox"
    mails = [b"Subject: Hello\n\nHow are you?\n", a_report(sent)]
    file.write_bytes(
        b"".join(b"From MAILER-DAEMON Tue Nov 24 12:00:00 2026\n" + one + b"\n" for one in mails)
    )

    assert "1 bounces recorded, 0 reports without news, 1 other mails" in take(file)


def test_the_command_reads_from_a_pipe(sent, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(a_report(sent))))

    assert take("-").startswith("1 bounces recorded")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b" \n", "no mail in it"),
        (b"garbage", "not a delivery report"),
        (b"x" * (5 * 1024 * 1024 + 1), "more than 5 MB"),
    ],
)
def test_a_malformed_mail_gives_a_sentence(tmp_path, content, sentence):
    file = tmp_path / "mail"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        take(file)
