"""Sealed fields, on a real room's row."""

import pytest
from django.db import models, transaction

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7
from kith.core.sealed_text import CannotOpen, SealedText
from kith.post.actions.queue_message import queue_message
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind
from tests.factories.core import SYSTEM

pytestmark = pytest.mark.django_db
BODY = "Amara asks for help in Tigrinya"


@pytest.fixture
def message() -> OutgoingMessage:
    return a_message(BODY)


def a_message(body: str) -> OutgoingMessage:
    message_id = queue_message(
        SYSTEM,
        about=Ref("test", uuid7()),
        person_id=None,
        organization_id=None,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address="a@example.org",
        subject="Kith",
        body=body,
        language="en",
        dedupe_key=str(uuid7()),
        owner_user_id=None,
    )
    return OutgoingMessage.objects.get(id=message_id)


def stored(message: OutgoingMessage) -> str:
    """What the database file holds."""
    held = OutgoingMessage.objects.annotate(raw=models.functions.Cast("body", models.TextField()))
    return str(held.values_list("raw", flat=True).get(id=message.id))


def test_a_row_gives_the_open_text_and_the_database_holds_the_sealed(message: OutgoingMessage) -> None:
    assert message.body == BODY
    assert message.body == BODY
    assert BODY not in stored(message)
    assert stored(message).startswith("k")


def test_values_read_in_bulk_stay_sealed(message: OutgoingMessage) -> None:
    (value,) = OutgoingMessage.objects.filter(id=message.id).values_list("body", flat=True)

    assert isinstance(value, SealedText)
    assert BODY not in str(value)


def test_sealed_text_moved_to_another_row_cannot_be_opened(message: OutgoingMessage) -> None:
    other = a_message("Other")
    (sealed,) = OutgoingMessage.objects.filter(id=message.id).values_list("body", flat=True)
    OutgoingMessage.objects.filter(id=other.id).update(body=sealed)

    with pytest.raises(CannotOpen):
        str(OutgoingMessage.objects.get(id=other.id).body)


def test_sealed_text_moved_to_another_column_cannot_be_opened(message: OutgoingMessage) -> None:
    (sealed,) = OutgoingMessage.objects.filter(id=message.id).values_list("body", flat=True)
    OutgoingMessage.objects.filter(id=message.id).update(address=sealed)

    with pytest.raises(CannotOpen):
        str(OutgoingMessage.objects.get(id=message.id).address)


def test_open_text_is_refused_in_bulk_writes_and_searches(message: OutgoingMessage) -> None:
    for refused in (
        lambda: OutgoingMessage.objects.update(body="open"),
        lambda: list(OutgoingMessage.objects.filter(body="open")),
        lambda: list(OutgoingMessage.objects.filter(body__contains="open")),
        lambda: OutgoingMessage.objects.bulk_update([_with_body(message, "open")], ["body"]),
    ):
        with pytest.raises(TypeError, match="is sealed"), transaction.atomic():
            refused()
    assert OutgoingMessage.objects.get(id=message.id).body == BODY


def test_a_changed_text_is_sealed_anew_and_an_unread_one_goes_back_as_it_was(
    message: OutgoingMessage,
) -> None:
    before = stored(message)

    OutgoingMessage.objects.get(id=message.id).save()
    assert stored(message) == before

    _with_body(message, "Changed").save(update_fields=["body"])
    assert OutgoingMessage.objects.get(id=message.id).body == "Changed"


def test_a_deferred_text_is_read_when_it_is_needed(message: OutgoingMessage) -> None:
    deferred = OutgoingMessage.objects.defer("body").get(id=message.id)
    deferred.save()

    assert deferred.body == BODY


def test_empty_text_is_stored_empty_and_can_be_searched_for() -> None:
    empty = a_message("")

    assert stored(empty) == ""
    assert OutgoingMessage.objects.get(body="").id == empty.id
    assert OutgoingMessage.objects.get(id=empty.id).body == ""


def test_rows_made_in_bulk_are_sealed(message: OutgoingMessage) -> None:
    copy = OutgoingMessage.objects.get(id=message.id)
    assert copy.body == BODY
    copy.pk, copy.dedupe_key = uuid7(), "other"

    OutgoingMessage.objects.bulk_create([copy])

    assert BODY not in stored(copy)
    assert OutgoingMessage.objects.get(id=copy.pk).body == BODY


def test_the_class_gives_the_field_and_not_a_text() -> None:
    assert isinstance(OutgoingMessage._meta.get_field("body"), EncryptedTextField)
    assert not isinstance(OutgoingMessage.body, str)


def _with_body(message: OutgoingMessage, body: str) -> OutgoingMessage:
    message.body = body
    return message
