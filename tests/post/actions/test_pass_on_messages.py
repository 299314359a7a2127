"""Whoever looks after a record now owns the messages about it."""

import pytest

from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Door, Viewer
from kith.post.actions.pass_on_messages import pass_on_messages
from tests.factories.post import SYSTEM, a_mail, a_referral, the_message

pytestmark = pytest.mark.django_db


def test_every_message_about_the_record_has_the_new_owner_and_no_other_message():
    about, new_owner, other_owner = a_referral(), uuid7(), uuid7()
    moved = [a_mail(about=about, owner_user_id=owner) for owner in (uuid7(), None)]
    stays = a_mail(owner_user_id=other_owner)

    count = pass_on_messages(SYSTEM, about=about, to_user_id=new_owner)

    assert count == 2
    assert {the_message(one).owner_user_id for one in moved} == {new_owner}
    assert the_message(stays).owner_user_id == other_owner
    [event] = Event.objects.filter(kind="post.messages_passed_on")
    assert (event.subject_id, event.payload) == (about.id, {"count": 2, "to_user_id": str(new_owner)})


def test_to_the_one_who_has_them_nothing_is_passed():
    about, owner = a_referral(), uuid7()
    a_mail(about=about, owner_user_id=owner)

    assert pass_on_messages(SYSTEM, about=about, to_user_id=owner) == 0
    assert not Event.objects.filter(kind="post.messages_passed_on").exists()


def test_the_open_street_passes_nothing():
    about, owner = a_referral(), uuid7()
    message_id = a_mail(about=about, owner_user_id=owner)

    pass_on_messages(Viewer.nobody(Door.PUBLIC), about=about, to_user_id=uuid7())

    assert the_message(message_id).owner_user_id == owner
