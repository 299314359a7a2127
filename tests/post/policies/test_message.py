"""Who sees how far a message came, and who may move it on."""

from dataclasses import replace

import pytest
from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.post.actions.cancel_messages import cancel_messages
from kith.post.actions.claim_message import claim_message
from kith.post.actions.mark_sent_by_hand import mark_sent_by_hand
from kith.post.actions.record_bounce import record_bounce
from kith.post.queries.messages_about import messages_about
from kith.post.queries.texts_to_send import texts_to_send
from kith.post.terms import BounceReason, MessageKind
from tests.factories.core import portal_of, staff
from tests.factories.post import SYSTEM, TEXTS_ONLY, TUESDAY_NOON, a_mail, a_mail_to, a_referral, reachable

pytestmark = pytest.mark.django_db
SENDER, RECEIVER, ELSEWHERE, OWNER = uuid7(), uuid7(), uuid7(), uuid7()


def member(role, organization_id):
    return staff(role, organization_id=organization_id)


# viewer, sees that it went and may tell of a bounce, may send the text by hand, may stop
TABLE = [
    (SYSTEM, True, False, True),
    (member(Role.NAVIGATOR, SENDER), True, True, True),
    (member(Role.CLINICIAN, SENDER), True, True, True),
    (member(Role.COORDINATOR, SENDER), True, False, True),
    (member(Role.PARTNERSHIP_MANAGER, SENDER), True, False, True),
    (member(Role.PRIVACY_OFFICER, SENDER), False, False, True),
    (member(Role.ADMIN, SENDER), False, False, True),
    (member(Role.EVALUATOR, SENDER), False, False, True),
    (member(Role.CURATOR, SENDER), False, False, True),
    (member(Role.COORDINATOR, RECEIVER), True, False, True),
    (member(Role.NAVIGATOR, RECEIVER), True, False, True),
    (member(Role.NAVIGATOR, ELSEWHERE), False, False, True),
    (replace(member(Role.NAVIGATOR, SENDER), user_id=OWNER), True, True, True),
    (replace(member(Role.NAVIGATOR, ELSEWHERE), user_id=OWNER), False, False, True),
    (replace(member(Role.ADMIN, ELSEWHERE), user_id=OWNER), False, False, True),
    (portal_of(uuid7()), False, False, True),
    (Viewer.nobody(Door.ANSWER), False, False, True),
    (Viewer.nobody(Door.PUBLIC), False, False, False),
]


def a_text(about):
    sender = staff(Role.NAVIGATOR, organization_id=SENDER)
    return a_mail(
        sender,
        about=about,
        organization_id=RECEIVER,
        owner_user_id=OWNER,
        kind=MessageKind.TEXT,
        address="617 555 0142",
    )


def is_let(work, *kept_out):
    try:
        with transaction.atomic():
            work()
    except kept_out:
        return False
    return True


@pytest.mark.parametrize(("viewer", "sees", "may_send", "may_stop"), TABLE)
def test_who_may_what_with_a_message(viewer, sees, may_send, may_stop):
    about = a_referral()
    message_id = a_text(about)

    assert [line.id for line in messages_about(viewer, about=about)] == ([message_id] if sees else [])
    assert [text.id for text in texts_to_send(viewer)] == ([message_id] if may_send else [])
    assert sees == is_let(
        lambda: record_bounce(viewer, message_id=message_id, reason=BounceReason.OTHER), NotFound
    )
    assert may_send == is_let(lambda: mark_sent_by_hand(viewer, message_id=message_id), NotFound, Denied)
    assert cancel_messages(viewer, about=about) == (may_stop and not may_send)


@pytest.mark.parametrize("viewer", [row[0] for row in TABLE if row[0] is not SYSTEM])
def test_only_the_system_sends(viewer):
    assert claim_message(viewer, message_id=a_mail(organization_id=SENDER)) is None


def test_a_text_that_kith_wrote_is_sent_by_those_who_look_after_the_person():
    owner = replace(member(Role.NAVIGATOR, ELSEWHERE), user_id=OWNER)
    person_id = reachable(TEXTS_ONLY, organization_id=SENDER)
    with clock.at(TUESDAY_NOON):
        message_id = a_mail_to(person_id, owner_user_id=OWNER)

        assert [text.id for text in texts_to_send(member(Role.CLINICIAN, SENDER))] == [message_id]
        for other in (owner, member(Role.NAVIGATOR, RECEIVER), member(Role.COORDINATOR, SENDER)):
            assert texts_to_send(other) == []


def test_the_owner_sees_how_far_came_what_kith_wrote_for_them():
    about = a_referral()
    message_id = a_mail(about=about, organization_id=RECEIVER, owner_user_id=OWNER)

    seen = messages_about(replace(member(Role.NAVIGATOR, SENDER), user_id=OWNER), about=about)

    assert [line.id for line in seen] == [message_id]


def test_seen_but_not_allowed_is_denied_and_unseen_is_not_found():
    message_id = a_text(a_referral())

    with pytest.raises(Denied):
        mark_sent_by_hand(staff(Role.COORDINATOR, organization_id=RECEIVER), message_id=message_id)
    with pytest.raises(NotFound):
        mark_sent_by_hand(staff(Role.NAVIGATOR, organization_id=ELSEWHERE), message_id=message_id)
