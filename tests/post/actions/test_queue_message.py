import pytest
from django.core import mail

from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.core.worker import work_off
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus
from tests.factories.core import staff
from tests.factories.post import a_mail, a_referral, status_of, the_message

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_queued_mail_is_sent_by_the_worker():
    message_id = a_mail(subject="Can you help?")

    work_off()

    assert status_of(message_id) == MessageStatus.SENT
    assert [(m.subject, m.to) for m in mail.outbox] == [("Can you help?", ["fatima@al-noor.example"])]


def test_the_same_key_again_gives_the_first_message_and_sends_once():
    first = a_mail(dedupe_key="ask:1")

    second = a_mail(dedupe_key="ask:1")
    work_off()

    assert second == first
    assert OutgoingMessage.objects.count() == len(mail.outbox) == 1
    assert Event.objects.filter(kind="post.message_queued").count() == 1


def test_a_text_waits_for_a_colleagues_phone():
    message_id = a_mail(kind=MessageKind.TEXT, address="+1 617 555 0142")

    work_off()

    assert status_of(message_id) == MessageStatus.BY_HAND
    assert mail.outbox == []


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b", "a@b.example\nBcc: c@d.example", "a@b.example,c@d.example"]
)
def test_what_is_no_mail_address_is_said(address):
    with pytest.raises(BadInput) as told:
        a_mail(address=address)

    assert told.value.field == "email"


@pytest.mark.parametrize("address", ["", "call me", "123", "+1 617 555 0142; rm", "1" * 60])
def test_what_is_no_phone_number_is_said(address):
    with pytest.raises(BadInput) as told:
        a_mail(kind=MessageKind.TEXT, address=address)

    assert told.value.field == "phone"


@pytest.mark.parametrize("subject", ["Hello\nBcc: all@example.org", "Hello\rX"])
def test_a_subject_cannot_forge_a_header(subject):
    with pytest.raises(BadInput):
        a_mail(subject=subject)


def test_the_row_keeps_address_and_words_sealed_and_the_event_holds_none():
    message_id = a_mail()

    stored = OutgoingMessage.objects.filter(id=message_id).values("address", "subject", "body").get()
    event = Event.objects.get(kind="post.message_queued")

    assert all(str(value) == "(sealed)" for value in stored.values())
    assert set(event.payload) == {"message_kind", "about_kind", "about_id"}


def test_the_row_names_for_whom_the_sender_acted():
    about, navigator = a_referral(), staff(Role.NAVIGATOR)

    message = the_message(a_mail(navigator, about=about, organization_id=uuid7()))

    assert message.about == about
    assert message.sender_organization_id == navigator.organization_id
